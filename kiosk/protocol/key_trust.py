"""Which keys of HQ a terminal believes: those it was told at its enrolment, and those that believed ones vouch for; and
which keys of other terminals: those that a believed key of HQ's vouches for.

Whoever sits between a terminal and HQ can send it rows of any kind. A row of a key counts only when a key that is
believed already has signed it: nobody adds one, puts another in its place, brings back what was withdrawn, or withdraws
one, without HQ's private keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.protocol import signed_texts
from kiosk.protocol.campaigns.purpose import PURPOSE as CAMPAIGN
from kiosk.protocol.rows import KeyRow, TerminalRow
from kiosk.protocol.tokens.cose import key_id_of


class NotBelieved(StrEnum):
    """Why a row of a key is left out. Stable codes, for the log."""

    NO_KEY = "no_key"
    OTHER_KEY = "other_key"
    WITHDRAWN = "withdrawn"
    NOT_SIGNED = "not_signed"


@dataclass(frozen=True, slots=True)
class Believed:
    """The keys that are believed, in order of their ids, and rows that were left out: (key id, why)."""

    keys: tuple[KeyRow, ...]
    left_out: tuple[tuple[str, NotBelieved], ...] = ()


def judge(known: Iterable[KeyRow], told: Iterable[KeyRow]) -> Believed:
    """What to believe after `told`, in whatever order it comes. Keys count before withdrawals: whoever was away hears
    at once that one vouched for the next, and was withdrawn then."""
    believed = {row.key_id: row for row in known}
    left_out: list[tuple[str, NotBelieved]] = []
    waiting: list[KeyRow] = []
    for row in told:
        why = _impossible(believed.get(row.key_id), row)
        if why is None:
            waiting.append(row)
        else:
            left_out.append((row.key_id, why))
    new = [row for row in waiting if row.key_id not in believed]
    while taken := [row for row in new if _vouched(believed.get(row.signed_by), row.signature, signed_texts.key(row))]:
        for row in taken:
            believed.setdefault(row.key_id, replace(row, revoked_at=None, revoked_by="", revocation=""))
        new = [row for row in new if row not in taken]
    left_out += [(row.key_id, NotBelieved.NOT_SIGNED) for row in new]
    gone = [(row.revoked_at, row) for row in waiting if row.revoked_at is not None and row.key_id in believed]
    # in their order: one that was withdrawn may have withdrawn another before
    for at, row in sorted(gone, key=lambda one: one[0]):
        if believed[row.key_id].revoked_at is not None:
            continue
        text = signed_texts.key_withdrawal(row.key_id, at)
        if _vouched(believed.get(row.revoked_by), row.revocation, text):
            before = believed[row.key_id]
            believed[row.key_id] = replace(before, revoked_at=at, revoked_by=row.revoked_by, revocation=row.revocation)
        else:
            left_out.append((row.key_id, NotBelieved.NOT_SIGNED))
    return Believed(tuple(sorted(believed.values(), key=lambda row: row.key_id)), tuple(left_out))


def is_vouched_for(row: TerminalRow, keys: Iterable[KeyRow]) -> bool:
    """Whether one of these keys of HQ's, which are believed, says that this is a terminal's key."""
    signer = next((one for one in keys if one.key_id == row.signed_by), None)
    return _vouched(signer, row.signature, signed_texts.terminal(row))


def _impossible(before: KeyRow | None, row: KeyRow) -> NotBelieved | None:
    """What is wrong with a row, whoever signed it."""
    try:
        if key_id_of(bytes.fromhex(row.public)).hex() != row.key_id:
            return NotBelieved.NO_KEY
    except ValueError:
        return NotBelieved.NO_KEY
    if before is None:
        return None
    if signed_texts.key(before) != signed_texts.key(row):
        return NotBelieved.OTHER_KEY
    withdrawn = before.revoked_at is not None and row.revoked_at is None
    return NotBelieved.WITHDRAWN if withdrawn else None


def _vouched(signer: KeyRow | None, signature: str, text: bytes) -> bool:
    """Whether a believed key that signs tokens, and is not withdrawn, has signed `text`. One that signs campaigns makes
    no keys: whoever gets hold of one key makes either coupons or rules."""
    if signer is None or signer.revoked_at is not None or CAMPAIGN in signer.purposes:
        return False
    try:
        return signed_texts.holds(bytes.fromhex(signer.public), bytes.fromhex(signature), text)
    except ValueError:
        return False
