"""One-time codes: six digits to a phone, by which somebody proves that it is theirs.

| it comes | rule |
| late, after a further one was asked for | either is right, each until its own ten minutes are over |
| after its ten minutes | `expired`: a further one |
| twice, or is told twice | the right one is right again, for whoever asked for it |
| never | a further one after a minute; the registration goes on without, and the phone counts as unproved |

Nobody learns here whether a phone is a member's. Of a code its keyed hash is kept, of a phone its keyed hash, and the
phone itself until it is over.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update

from kiosk.domain.texts import LANGUAGES
from kiosk.hq.context import Caller, Context
from kiosk.hq.members.proofs import KEPT_MS, keyed
from kiosk.hq.messages import outbox
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.outbox import NewLetter
from kiosk.hq.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import message, one_time_code
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.wire.messages import CodeAnswer, CodeChecked, CodeCheckRequest, CodeRequest

TTL_MS = 10 * 60_000
RESEND_MS = 60_000
TRIES = 5
DIGITS = 6
PURPOSES = ("register", "prove", "enter")
"""A newcomer; a member whose phone is not proved yet; a member who shows who they are."""
_HOUR_MS, _DAY_MS = 3_600_000, 86_400_000
_FORGET_AT_ONCE = 200
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_OP = re.compile(r"[a-z0-9]{8,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """A code is on its way."""

    op: str
    until: int
    resend_after: int


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """None is sent. `code`: malformed, too_many or no_gateway."""

    code: str


@dataclass(frozen=True, slots=True)
class CodeTried:
    """What became of what somebody keyed in; as `CodeChecked`."""

    state: str
    tries_left: int
    phone: str = ""

    @property
    def proved(self) -> bool:
        """The phone is theirs."""
        return self.state == "proved"


def by_device(device: str) -> str:
    """A terminal that asks."""
    return f"d/{device}"


def by_address(context: Context, address: str) -> str:
    """A browser that asks, by the address that `gate.address_of` gives."""
    return f"a/{keyed(context, 'address', address)[:32]}"


def ask(
    context: Context,
    tx: Tx,
    phone: str,
    purpose: str,
    language: str,
    asked_by: str,
    *,
    letter: str = "code",
    most_an_hour: int | None = None,
) -> CodeGiven | CodeRefused:
    """Send a code to a phone (E.164). `letter`: what the message is, of `texts.KINDS`; another than "code" goes in its
    place, and nobody ever learns the code: whoever asked sees no difference. `most_an_hour`: of whoever asks, where it
    is not as usual."""
    if not _E164.fullmatch(phone) or purpose not in PURPOSES or language not in LANGUAGES:
        return CodeRefused("malformed")
    now = context.clock.now_ms()
    who = _who(context, phone)
    tx.hold([f"code/{who}"])
    _forget(tx, now)
    before = [row for row in _open(tx, who, asked_by, purpose, now) if now < row.at + RESEND_MS]
    if before:  # the answer got lost, or somebody pressed twice
        return CodeGiven(before[-1].op, before[-1].until, before[-1].at + RESEND_MS)
    settings = context.settings
    codes = one_time_code
    if (
        _since(tx, codes.c.who == who, now - _HOUR_MS) >= settings.codes_of_phone_an_hour
        or _since(tx, codes.c.who == who, now - _DAY_MS) >= settings.codes_of_phone_a_day
        or _since(tx, codes.c.asked_by == asked_by, now - _HOUR_MS) >= (most_an_hour or settings.codes_of_asker_an_hour)
    ):
        return CodeRefused("too_many")
    op = context.new_id("o", 15)
    digits = f"{int.from_bytes(context.random.bytes(8), 'big') % 10**DIGITS:0{DIGITS}d}"
    until = now + TTL_MS
    words = {"code": digits, "minutes": str(TTL_MS // 60_000)}
    message_ = NewLetter(Channel.SMS, letter, phone, language, words, until, once=f"code/{op}", urgent=True)
    sent = outbox.put(context, tx, message_)
    if sent is None:
        return CodeRefused("no_gateway")
    row = {
        "store": CHAIN,
        "op": op,
        "who": who,
        "asked_by": asked_by,
        "purpose": purpose,
        "phone": phone,
        "code": _hash(context, op, digits),
        "message": sent,
        "state": "open",
        "tries": 0,
        "at": now,
        "until": until,
    }
    tx.insert_new(one_time_code, [row])
    return CodeGiven(op, until, now + RESEND_MS)


def check(context: Context, tx: Tx, op: str, digits: str, asked_by: str) -> CodeTried | None:
    """Whether what somebody keyed in is right. None: no such code of whoever asks."""
    if not _OP.fullmatch(op):
        return None
    codes, now = one_time_code, context.clock.now_ms()
    mine = (codes.c.store == CHAIN) & (codes.c.op == op) & (codes.c.asked_by == asked_by)
    row = tx.execute(select(codes).where(mine)).one_or_none()
    if row is None:
        return None
    tx.hold([f"code/{row.who}"])
    row = tx.execute(select(codes).where(mine)).one()
    if row.until <= now:
        return CodeTried("expired", 0)
    if row.state == "spent":
        return CodeTried("spent", 0)
    siblings = _open(tx, row.who, asked_by, row.purpose, now)
    right = [one for one in (*siblings, row) if hmac.compare_digest(bytes(one.code), _hash(context, one.op, digits))]
    if right:
        for one in {row.op, right[0].op}:
            _set(tx, one, state="proved")
        return CodeTried("proved", TRIES, row.phone)
    tries = sum(one.tries for one in siblings if one.op != op) + row.tries + 1
    _set(tx, op, tries=row.tries + 1)
    if tries >= TRIES:  # a further code begins anew, and how many of them there are is limited
        for one in {op, *(sibling.op for sibling in siblings)}:
            _set(tx, one, state="spent", phone="")
        return CodeTried("spent", 0)
    gone = tx.execute(select(message.c.state).where(message.c.store == CHAIN, message.c.message == row.message))
    return CodeTried("undeliverable" if gone.scalar() == "failed" else "open", TRIES - tries)


def forget_phone(context: Context, tx: Tx, phone: str) -> None:
    """Nothing stays of codes that were sent to a phone, nor of the messages with them."""
    mine = (one_time_code.c.store == CHAIN) & (one_time_code.c.who == _who(context, phone))
    sent = list(tx.execute(select(one_time_code.c.message).where(mine)).scalars())
    tx.execute(delete(message).where(message.c.store == CHAIN, message.c.message.in_(sent)))
    tx.execute(delete(one_time_code).where(mine))


# -- the wire ---------------------------------------------------------------------------------------------------------

_REFUSED = {
    "malformed": (400, "a phone as +886…, a purpose and a language that are known"),
    "too_many": (429, "so many codes are sent to a phone, and asked for by a terminal"),
    "no_gateway": (503, "HQ has no gateway for messages"),
}


def send(context: Context, tx: Tx, caller: Caller, request: CodeRequest) -> Reply:
    """`POST /v1/codes`."""
    now = context.clock.now_ms()
    given = ask(context, tx, request.phone, request.purpose, request.language, by_device(caller.device))
    if isinstance(given, CodeRefused):
        status, text = _REFUSED[given.code]
        return problem(status, given.code, text, now)
    return Reply(200, CodeAnswer(op=given.op, until=given.until, resend_after=given.resend_after, time=now))


def checked(context: Context, tx: Tx, caller: Caller, request: CodeCheckRequest) -> Reply:
    """`POST /v1/codes/check`."""
    now = context.clock.now_ms()
    tried = check(context, tx, request.op, request.code, by_device(caller.device))
    if tried is None:
        return problem(404, "no_such_op", "no such code of this terminal", now)
    answer = CodeChecked(
        proved=tried.proved, tries_left=tried.tries_left, phone=tried.phone, state=tried.state, time=now
    )
    return Reply(200, answer)


# -- what is kept -----------------------------------------------------------------------------------------------------


def _open(tx: Tx, who: str, asked_by: str, purpose: str, now: int) -> list[Any]:
    """Codes that are good, the oldest first."""
    codes = one_time_code
    mine = (codes.c.store == CHAIN) & (codes.c.who == who) & (codes.c.asked_by == asked_by)
    mine &= (codes.c.purpose == purpose) & (codes.c.state == "open") & (codes.c.until > now)
    return list(tx.execute(select(codes).where(mine).order_by(codes.c.at, codes.c.op)).all())


def _since(tx: Tx, which: Any, since: int) -> int:
    mine = (one_time_code.c.store == CHAIN) & which & (one_time_code.c.at > since)
    return int(tx.execute(select(func.count()).select_from(one_time_code).where(mine)).scalar_one())


def _set(tx: Tx, op: str, **values: object) -> None:
    mine = (one_time_code.c.store == CHAIN) & (one_time_code.c.op == op)
    tx.execute(update(one_time_code).where(mine).values(**values))


def _forget(tx: Tx, now: int) -> None:
    """Phones of what is over, and what is over for long."""
    codes = one_time_code
    over = (codes.c.store == CHAIN) & (codes.c.at <= now - TTL_MS) & (codes.c.phone != "")
    tx.execute(update(codes).where(over).values(phone=""))
    old = select(codes.c.op).where(codes.c.store == CHAIN, codes.c.at <= now - KEPT_MS).limit(_FORGET_AT_ONCE)
    ops = list(tx.execute(old).scalars())
    if ops:
        tx.execute(delete(codes).where(codes.c.store == CHAIN, codes.c.op.in_(ops)))


def _who(context: Context, phone: str) -> str:
    return keyed(context, "phone", phone)


def _hash(context: Context, op: str, digits: str) -> bytes:
    """Keyed: of a million codes the right one would be found by trying."""
    text = f"code/{op}/{digits}".encode(errors="surrogatepass")
    return hmac.digest(context.challenge_secret, text, hashlib.sha256)
