"""Letters that wait to be sent, durable with whatever they follow from: a letter is there when its cause is.

Whom a letter went to and what was filled into it is forgotten once it is sent; of one that was given up after seven
days, in which a person can have it tried again; of a one-time code at once. What stays for thirty days is the masked
address, so that a person can see what became of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from sqlalchemy import delete, func, select, update

from kiosk.domain.members.masking import mask_phone
from kiosk.hq.context import Context
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.settings import is_set, topic
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import message
from kiosk.hq.store.schema import CHAIN

KEPT_MS = 30 * 86_400_000
FAILED_KEPT_MS = 7 * 86_400_000
_AGAIN_MS = 86_400_000
"""For how long a letter that was given up is tried when a person wants it."""
_FORGET_AT_ONCE = 200


class State(StrEnum):
    """What became of a letter."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    """Given up: the gateway will never take it, or it came too late."""


@dataclass(frozen=True, slots=True)
class NewLetter:
    """What is to be sent. `kind`: of `texts.KINDS`, with the `words` filled in. `until` (ms): later it is of no use.
    `once`: of two with the same one the second is not sent. `urgent`: goes before what is not, at any hour. `zone`: of
    the hours in which nobody is woken."""

    channel: Channel
    kind: str
    to: str
    language: str
    words: Mapping[str, str]
    until: int
    member: str | None = None
    once: str | None = None
    urgent: bool = False
    zone: str = ""


@dataclass(frozen=True, slots=True)
class LetterSeen:
    """A letter, for people: `to` is masked; `why` is a stable code. Times are ms since 1970."""

    id: str
    channel: str
    kind: str
    to: str
    state: str
    tries: int
    at: int
    next_at: int
    why: str
    done_at: int | None


def put(context: Context, tx: Tx, letter: NewLetter) -> str | None:
    """Have it sent. Gives its id; None where there is no gateway for it."""
    if not is_set(tx, letter.channel):
        return None
    now = context.clock.now_ms()
    fresh = context.new_id("", 12)
    key = fresh if letter.once is None else hashlib.sha256(letter.once.encode()).hexdigest()[:24]
    letter_id = f"m{key}"
    row = {
        "store": CHAIN,
        "message": letter_id,
        "channel": letter.channel.value,
        "kind": letter.kind,
        "member": letter.member,
        "recipient": letter.to,
        "shown": masked(letter.to),
        "language": letter.language,
        "words": msgspec.json.encode(dict(letter.words)).decode(),
        "zone": letter.zone,
        "state": State.WAITING.value,
        "urgent": int(letter.urgent),
        "tries": 0,
        "at": now,
        "next_at": now,
        "until": letter.until,
        "why": "",
        "ref": "",
    }
    tx.insert_new(message, [row])
    tx.touch(topic(letter.channel))
    return letter_id


def masked(to: str) -> str:
    """An address as it may be shown."""
    if to.startswith("+"):
        return mask_phone(to)
    local, at, domain = to.rpartition("@")
    return f"{local[:1]}***{at}{domain}"


def withdraw(tx: Tx, member: str, kinds: Sequence[str] | None = None) -> int:
    """What waits for a member is not sent (of some kinds: they do not want it any more). Gives how many."""
    mine = (message.c.store == CHAIN) & (message.c.member == member)
    mine &= message.c.state.in_((State.WAITING, State.SENDING))
    if kinds is not None:
        mine &= message.c.kind.in_(kinds)
    return int(tx.execute(delete(message).where(mine)).rowcount)


def forget(tx: Tx, member: str) -> int:
    """Nothing that was ever sent to a member stays. Gives how many that were."""
    return int(tx.execute(delete(message).where(message.c.store == CHAIN, message.c.member == member)).rowcount)


def retry(context: Context, tx: Tx, ids: Sequence[str] | None = None) -> int:
    """Letters that wait for another try, or were given up, are tried now; None: all of them. Gives how many."""
    now = context.clock.now_ms()
    mine = (message.c.store == CHAIN) & (message.c.recipient != "")
    if ids is not None:
        mine &= message.c.message.in_(ids)
    waiting = update(message).where(mine, message.c.state == State.WAITING).values(next_at=now)
    given_up = (
        update(message)
        .where(mine, message.c.state == State.FAILED)
        .values(state=State.WAITING.value, next_at=now, until=now + _AGAIN_MS, tries=0, done_at=None)
    )
    count = int(tx.execute(waiting).rowcount) + int(tx.execute(given_up).rowcount)
    for channel in Channel:
        tx.touch(topic(channel))
    return count


def letters(tx: Tx, states: Sequence[str] | None = None, most: int = 200) -> list[LetterSeen]:
    """The newest letters, of these states."""
    query = select(message).where(message.c.store == CHAIN)
    if states is not None:
        query = query.where(message.c.state.in_(states))
    found = tx.execute(query.order_by(message.c.at.desc(), message.c.message).limit(most)).all()
    return [
        LetterSeen(
            row.message, row.channel, row.kind, row.shown, row.state, row.tries, row.at, row.next_at, row.why,
            row.done_at,
        )
        for row in found
    ]  # fmt: skip


def counts(tx: Tx) -> dict[str, int]:
    """How many letters there are of each state."""
    query = select(message.c.state, func.count()).where(message.c.store == CHAIN).group_by(message.c.state)
    return {state: int(count) for state, count in tx.execute(query)}


def forget_old(tx: Tx, now: int) -> None:
    """What is over for long enough goes, some at a time."""
    failed = (message.c.done_at <= now - FAILED_KEPT_MS) & (message.c.recipient != "")
    tx.execute(update(message).where(message.c.store == CHAIN, failed).values(recipient="", words="{}"))
    old = (message.c.store == CHAIN) & (message.c.done_at <= now - KEPT_MS)
    ids = list(tx.execute(select(message.c.message).where(old).limit(_FORGET_AT_ONCE)).scalars())
    if ids:
        tx.execute(delete(message).where(message.c.store == CHAIN, message.c.message.in_(ids)))
