"""Who calls: enrolment by a code, sessions by a signed nonce, revocation (sync.md, "The wire")."""

from __future__ import annotations

import base64

from sqlalchemy import delete, func, select, update

from kiosk.domain.journal.facts import genesis
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import rights
from kiosk.hq.draws import leases as wheel_leases
from kiosk.hq.journal.reading import MAX_INT
from kiosk.hq.leases import commands as leases
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, chain, device, enroll_code, session
from kiosk.hq.terminals import challenges, copies, public_keys
from kiosk.hq.terminals.queries import ACTIVE, COPIED, REVOKED, device_row, digest, held, others_in_service
from kiosk.hq.tokens import keys
from kiosk.protocol import signed_texts
from kiosk.protocol.ed25519 import is_key
from kiosk.protocol.rows import Store
from kiosk.protocol.wire.messages import (
    ChallengeAnswer,
    ChallengeRequest,
    EnrollAnswer,
    EnrollRequest,
    SessionAnswer,
    SessionRequest,
)

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})
STORES = Bucket(CHAIN, "stores")


def plain(text: str, most: int) -> str:
    """What a terminal says of itself, as every database can keep it: no NUL, and not too long."""
    return text.replace("\0", "\ufffd")[:most]


def _code_digest(code: str) -> str:
    return digest(code.upper().translate(_MISREAD))


def new_code(
    context: Context,
    tx: Tx,
    store: str,
    *,
    name: str | None = None,
    for_device: str | None = None,
    by_hand: bool = False,
) -> str | None:
    """A single-use enrolment code of eight characters, good for ten minutes. None if there is no such store. `by_hand`:
    a person asks for it, so that with it a device may come with another key."""
    if published_row(tx, STORES, store, Store) is None:
        return None
    now = context.clock.now_ms()
    tx.execute(delete(enroll_code).where(enroll_code.c.store == store, enroll_code.c.expires_at < now))
    letters = "".join(_ALPHABET[byte % 32] for byte in context.random.bytes(8))
    code = f"{letters[:4]}-{letters[4:]}"
    row = {"store": store, "code": _code_digest(code), "name": name, "for_device": for_device, "by_hand": int(by_hand)}
    tx.insert_new(enroll_code, [{**row, "expires_at": now + context.settings.code_ttl}])
    return code


def enroll(context: Context, tx: Tx, request: EnrollRequest) -> Reply:
    """`POST /v1/enroll`. The same code with the same key gets the same answer until it expires: the first answer may
    have been lost on the way."""
    now = context.clock.now_ms()
    if not is_key(request.public_key) or len(request.app_version) > 64 or not 0 <= request.common_seq <= MAX_INT:
        return problem(400, "malformed", "a public key has 32 bytes and signs one message at a time", now)
    found = tx.execute(select(enroll_code).where(enroll_code.c.code == _code_digest(request.code))).first()
    if found is None:
        return problem(403, "code_unknown", "no such enrolment code", now)
    if found.expires_at <= now:
        return problem(403, "code_expired", "the enrolment code has expired", now)
    if found.for_device != request.device:
        return problem(403, "code_unknown", "the code is for another terminal", now)
    if found.used_at is not None:
        return _answer_again(tx, found.store, str(found.used_by), request, now)
    if request.device is None:
        caller = _new_device(context, tx, found.store, found.name, request)
    else:
        outcome = _new_epoch(context, tx, found.store, request, by_hand=bool(found.by_hand))
        if isinstance(outcome, Reply):
            return outcome
        caller = outcome
    tx.execute(
        update(enroll_code)
        .where(enroll_code.c.store == found.store, enroll_code.c.code == found.code)
        .values(used_at=now, used_by=caller.device)
    )
    return _enrolled(tx, caller, now)


def _answer_again(tx: Tx, store: str, used_by: str, request: EnrollRequest, now: int) -> Reply:
    row = device_row(tx, used_by)
    if row is None or bytes(row.public_key) != request.public_key or row.state != ACTIVE:
        return problem(403, "code_used", "the enrolment code was used already", now)
    return _enrolled(tx, Caller(store, row.device, row.epoch, row.state), now)


def _new_device(context: Context, tx: Tx, store: str, name: str | None, request: EnrollRequest) -> Caller:
    now = context.clock.now_ms()
    newest = tx.execute(select(func.max(device.c.number)).where(device.c.store == store)).scalar()
    number = int(newest or 0) + 1
    caller = Caller(store, context.new_id("d-"), 1, ACTIVE)
    row = {
        "store": store,
        "device": caller.device,
        "name": name or f"{store}-{number:02d}",
        "number": number,
        "public_key": request.public_key,
        "epoch": 1,
        "state": ACTIVE,
        "enrolled_at": now,
        "app_version": plain(request.app_version, 64),
    }
    tx.insert_new(device, [row])
    public_keys.tell(context, tx, caller.device)
    _begin_epoch(tx, caller, now)
    rights.assign_store(tx, store, now)
    return caller


def _new_epoch(context: Context, tx: Tx, store: str, request: EnrollRequest, *, by_hand: bool) -> Caller | Reply:
    """An enrolled device whose ledger was restored starts over with the next epoch. With another key, or after HQ has
    seen two of it, only by a person's word; and the machine that stays then has a key that the other does not know."""
    now = context.clock.now_ms()
    row = None if request.device is None else device_row(tx, request.device, lock=True)
    if row is None or row.store != store:
        return problem(403, "device_unknown", "no such terminal", now)
    if row.state == REVOKED:
        return problem(403, "revoked", "this terminal was taken out of service", now)
    proof = signed_texts.re_enrolment(row.device, request.code)
    if request.signature is None or not signed_texts.holds(bytes(row.public_key), request.signature, proof):
        return problem(403, "bad_signature", "not signed by the terminal's key", now)
    same_key = request.public_key == bytes(row.public_key)
    if not by_hand and (not same_key or row.state in copies.WAITING):
        return problem(403, "person_needed", "a person at HQ has to decide: kiosk hq terminals", now)
    if row.state == COPIED and same_key:
        return problem(403, "key_known", "two machines know this key: kiosk enroll --again makes another", now)
    if by_hand:
        copies.forget(tx, Caller(store, row.device, row.epoch, row.state), now)
    tx.execute(
        update(chain)
        .where(chain.c.store == store, chain.c.device == row.device, chain.c.epoch == row.epoch)
        .values(closed_at=now, common_seq=request.common_seq)
    )
    caller = Caller(store, row.device, row.epoch + 1, ACTIVE)
    tx.execute(
        update(device)
        .where(device.c.store == store, device.c.device == row.device)
        .values(
            epoch=caller.epoch, state=ACTIVE, public_key=request.public_key, app_version=plain(request.app_version, 64)
        )
    )
    public_keys.tell(context, tx, caller.device)
    tx.execute(delete(session).where(session.c.store == store, session.c.device == row.device))
    _begin_epoch(tx, caller, now)
    rights.after_restore(tx, caller, now)
    wheel_leases.began_anew(tx, store, row.device, now)
    return caller


def _begin_epoch(tx: Tx, caller: Caller, now: int) -> None:
    start = genesis(caller.device, caller.epoch)
    row = {"store": caller.store, "device": caller.device, "epoch": caller.epoch, "began_at": now}
    tx.insert_new(chain, [{**row, "last_seq": 0, "last_hash": start}])


def _enrolled(tx: Tx, caller: Caller, now: int) -> Reply:
    row = device_row(tx, caller.device)
    assert row is not None
    answer = EnrollAnswer(
        device=caller.device,
        terminal_name=row.name,
        store=caller.store,
        epoch=caller.epoch,
        hq_keys=keys.messages(tx),
        time=now,
    )
    return Reply(200, answer)


def give_challenge(context: Context, tx: Tx, request: ChallengeRequest) -> Reply:
    """`POST /v1/session/challenge`."""
    now = context.clock.now_ms()
    row = device_row(tx, request.device)
    if row is None:
        return problem(403, "device_unknown", "no such terminal", now)
    if row.state == REVOKED:
        return problem(403, "revoked", "this terminal was taken out of service", now)
    return Reply(200, ChallengeAnswer(nonce=challenges.made(context, row.device), time=now))


def open_session(context: Context, tx: Tx, request: SessionRequest) -> Reply:
    """`POST /v1/session`. Only HQ's clock counts, so a terminal with a wrong clock gets in."""
    now = context.clock.now_ms()
    row = device_row(tx, request.device)
    if row is None:
        return problem(403, "device_unknown", "no such terminal", now)
    if row.state == REVOKED:
        return problem(403, "revoked", "this terminal was taken out of service", now)
    if len(request.instance) > 64 or not request.instance.isprintable():
        return problem(400, "malformed", "an instance has at most 64 printable characters", now)
    if not challenges.good(context, tx, row.store, row.device, request.nonce):
        return problem(403, "challenge_unknown", "ask for a new challenge", now)
    proof = signed_texts.session(row.device, request.nonce)
    if not signed_texts.holds(bytes(row.public_key), request.signature, proof):
        context.failed.note(request.nonce)
        return problem(403, "bad_signature", "not signed by the terminal's key", now)
    # counted once it is the device's own: nobody else can use its allowance up
    if not context.sessions.take(row.device, context.settings.sessions_a_minute, context.clock.mono_ms()):
        return problem(429, "too_many", "sessions are limited", now)
    challenges.use(context, tx, row.store, row.device, request.nonce)
    token = base64.urlsafe_b64encode(context.random.bytes(32)).decode().rstrip("=")
    ttl = context.settings.session_ttl_s
    tx.execute(delete(session).where(session.c.store == row.store, session.c.expires_at < now))
    caller = Caller(row.store, row.device, row.epoch, row.state, request.instance)
    if not copies.seen(tx, caller, request.instance, challenges.issued(context, request.nonce), now):
        return problem(403, "challenge_unknown", "ask for a new challenge", now)
    row = device_row(tx, request.device)
    assert row is not None
    opened = {"store": row.store, "token": digest(token), "device": row.device, "expires_at": now + ttl * 1000}
    opened |= {"instance": request.instance or None}
    tx.insert_new(session, [opened])
    # from here on it may use its rights again, once it has pulled what became of them
    mine = (device.c.store == row.store) & (device.c.device == row.device)
    tx.execute(update(device).where(mine, device.c.parked_at.is_not(None)).values(parked_at=None))
    acked, acked_hash = held(tx, Caller(row.store, row.device, row.epoch, row.state))
    answer = SessionAnswer(
        token=token,
        ttl=ttl,
        epoch=row.epoch,
        acked=acked,
        acked_hash=acked_hash,
        time=now,
        others=others_in_service(tx, row.store, row.device),
        waits=row.state if row.state in copies.WAITING else "",
    )
    return Reply(200, answer)


def revoke_device(context: Context, tx: Tx, device_id: str) -> bool:
    """A person takes a terminal out of service; what it held goes to another. False if there is no such terminal."""
    row = device_row(tx, device_id, lock=True)
    if row is None:
        return False
    now = context.clock.now_ms()
    tx.execute(
        update(device)
        .where(device.c.store == row.store, device.c.device == device_id)
        .values(state=REVOKED, revoked_at=row.revoked_at or now)
    )
    public_keys.tell(context, tx, device_id)
    rights.device_lost(tx, row.store, device_id, now)
    leases.take_back(tx, Caller(row.store, device_id, row.epoch, REVOKED))
    wheel_leases.began_anew(tx, row.store, device_id, now)
    # a long poll of this device is answered (with 403) now, not after its wait
    tx.touch(f"device/{device_id}/rights")
    return True
