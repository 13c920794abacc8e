"""What a scanned ticket or result slip is worth: its signature, its way to a root, whether that root was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws import merkle
from kiosk.domain.draws.entrants import Leaf
from kiosk.domain.draws.life import State
from kiosk.domain.draws.wheel import slot_leaf
from kiosk.domain.draws.wheel_stock import read_code
from kiosk.domain.time import instant
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims, ReadToken, TokenProblem, TokenRefusal
from kiosk.hq.context import Context
from kiosk.hq.draws.people import ENTRANTS, roll_of
from kiosk.hq.draws.steps import DrawSeen, draws, held_in
from kiosk.hq.draws.tables import draw_person
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.terminals import public_keys
from kiosk.hq.tokens import keys
from kiosk.protocol.rows import WheelLeaseRow
from kiosk.protocol.tokens import cose
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader, open_token
from kiosk.protocol.tokens.text_form import MAX_TEXT_CHARS


class Held(StrEnum):
    """Of one check, and of all together."""

    GOOD = "good"
    BAD = "bad"
    OPEN = "open"
    """What it takes is not here (yet)."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A ticket or slip and what became of each check, by its name (`words.HELD`). `key`: the public key that signed
    (hex, "" where nobody knows it), `issuer`: whose it is. `campaign` None: HQ knows none. `withdrawn`: that key is not
    believed any more, though it was when it signed. `lease`: a wheel's; `draw`: of a ticket, with `prizes` (codes) that
    it won."""

    claims: DrawReceiptClaims
    checks: Mapping[str, Held]
    key: str = ""
    issuer: str = ""
    withdrawn: bool = False
    campaign: Campaign | None = None
    lease: WheelLeaseRow | None = None
    draw: DrawSeen | None = None
    prizes: tuple[str, ...] = field(default=())

    @property
    def worth(self) -> Held:
        """All checks together."""
        for one in (Held.BAD, Held.OPEN):
            if one in self.checks.values():
                return one
        return Held.GOOD

    @property
    def code(self) -> tuple[str, int]:
        """(prize, minor units of a red packet or 0) of a wheel's slip."""
        try:
            return read_code(self.claims.code or "")
        except ValueError:
            return self.claims.code or "", 0


def read(context: Context, tx: Tx, text: str) -> Slip | None:
    """What stands behind a link's last part; None: it is no receipt of a draw."""
    if len(text) > MAX_TEXT_CHARS:
        return None
    opened = open_token(text)
    if isinstance(opened, TokenRefusal):
        return None
    claims = opened.unproven_claims()
    if not isinstance(claims, DrawReceiptClaims):
        return None
    signed, key, issuer, withdrawn = _signed(context, tx, text, claims)
    slip = Slip(claims, {"signed": signed}, key, issuer, withdrawn)
    return _of_wheel(context, tx, slip) if claims.draw_kind is DrawKind.WHEEL else _of_batch(context, tx, slip)


def _signed(context: Context, tx: Tx, text: str, claims: DrawReceiptClaims) -> tuple[Held, str, str, bool]:
    """Whether somebody of the chain signed it; the key, whose it is, and whether it is withdrawn. A slip stays true
    when its time is over, and when its terminal went out of service afterwards."""
    ring = KeyRing(trusted_key(row) for row in keys.key_rows(tx))
    found = TokenReader(ring, lambda key_id: public_keys.trusted(tx, key_id)).read(text, _now(context))
    if isinstance(found, TokenRefusal) and found.claims is None:
        unknown = found.problem is TokenProblem.UNKNOWN_KEY
        return Held.OPEN if unknown else Held.BAD, "", "", False
    withdrawn = not isinstance(found, ReadToken) and found.problem is TokenProblem.KEY_REVOKED
    late = withdrawn and isinstance(found, TokenRefusal) and found.since is not None and found.since <= claims.issued
    key, issuer = _signer(tx, claims)
    return Held.BAD if late else Held.GOOD, key, issuer, withdrawn


def _now(context: Context) -> datetime:
    return instant(context.clock.now_ms())


def _signer(tx: Tx, claims: DrawReceiptClaims) -> tuple[str, str]:
    """The key by its id, and whose it is. An id is short: of several terminals the one that issued it."""
    for row in public_keys.rows_of(tx, claims.key_id):
        if row.device == claims.issuer:
            return row.public, row.name or row.device
    for ours in keys.key_rows(tx):
        if cose.key_id_of(bytes.fromhex(ours.public)) == claims.key_id:
            return ours.public, ""
    return "", ""


def _of_wheel(context: Context, tx: Tx, slip: Slip) -> Slip:
    claims = slip.claims
    leaf = slot_leaf(claims.code or "", claims.index, claims.draw, claims.salt)
    in_tree = merkle.verify_path(leaf, claims.index, claims.size, claims.path, claims.root)
    found = published_rows(tx, "wheel_leases", [claims.draw], WheelLeaseRow).get(claims.draw)
    lease = None if found is None else found[1]
    published = Held.OPEN
    if lease is not None and lease.root:
        published = Held.GOOD if lease.root == claims.root.hex() and lease.device == claims.issuer else Held.BAD
    campaign = None if lease is None else context.rules.campaign(tx, lease.campaign)
    checks = {**slip.checks, "in_tree": _held(in_tree), "published": published}
    return Slip(claims, checks, slip.key, slip.issuer, slip.withdrawn, campaign, lease)


def _of_batch(context: Context, tx: Tx, slip: Slip) -> Slip:
    claims = slip.claims
    seen = [one for one in draws(tx, claims.draw) if one.manifest is not None]
    mine = next((one for one in reversed(seen) if _root_of(one) == claims.root.hex()), None)
    published = Held.GOOD if mine is not None else Held.BAD if seen else Held.OPEN
    in_tree, campaign = Held.OPEN, None
    prizes: tuple[str, ...] = ()
    if mine is not None and mine.manifest is not None:
        in_tree = _in_list(tx, mine, claims)
        campaign = context.rules.campaign(tx, mine.manifest.campaign)
        if mine.state in (State.DRAWN, State.CLOSED):
            prizes = tuple(one.prize for one in held_in(tx, mine) if one.entrant == claims.index)
    checks = {**slip.checks, "in_tree": in_tree, "published": published}
    return Slip(claims, checks, slip.key, slip.issuer, slip.withdrawn, campaign, None, mine, prizes)


def _root_of(seen: DrawSeen) -> str:
    return seen.manifest.entrants_root if seen.manifest is not None else ""


def _in_list(tx: Tx, seen: DrawSeen, claims: DrawReceiptClaims) -> Held:
    """Whether the entry is the one of the published list; open where HQ has no list (of a terminal's own draw)."""
    roll = roll_of(tx, seen.draw, seen.seq)
    if roll is None:
        return Held.OPEN
    mine = (draw_person.c.store == CHAIN) & (draw_person.c.roll == roll.roll) & (draw_person.c.list == ENTRANTS)
    c = tx.execute(select(draw_person.c.c).where(mine, draw_person.c.i == claims.index)).scalar_one_or_none()
    if c is None or claims.first is None or claims.count is None:
        return Held.BAD
    leaf = Leaf(claims.index, claims.first, claims.count, bytes(c).hex()).hash()
    return _held(merkle.verify_path(leaf, claims.index, claims.size, claims.path, claims.root))


def _held(good: bool) -> Held:
    return Held.GOOD if good else Held.BAD
