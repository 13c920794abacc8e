"""This terminal's leases of wheels: asked for before they run out, opened when the beacon's round is here, closed when
they are over (sync.md).

The secret of a lease (nT) is made here and lies in the key store; HQ has its commitment before it gives the lease, and
learns it with the closing. A tape is spun only when HQ has the fact that opened it, so that its root was public before
the first spin.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.keystore import wheel_secret_name
from kiosk.adapters.keys.keystore_faults import KeyStoreFault
from kiosk.adapters.sync import wheel_asks
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.adapters.sync.wheel_asks import Ask
from kiosk.application.ports.ledger import RESTORED
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.localtime import minutes, wall_minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws.encoding import jcs, signed_bytes
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.held import HeldLease
from kiosk.domain.draws.wheel import (
    SECRET_BYTES,
    Lease,
    lease_of,
    opening_body,
    tape,
    tape_root,
    tape_seed,
    terminal_commitment,
)
from kiosk.domain.draws.wheel_facts import WHEEL_CLOSED, WHEEL_OPENED, WheelClosed, WheelOpened, Why
from kiosk.domain.ids import Randomness
from kiosk.domain.time import Clock
from kiosk.protocol import signed_texts
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.signed_texts import NotSigned
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

WANT = 200
"""Spins that are asked for at a time."""
LOW = 4
"""The next lease is asked for when no more than one part in so many of the last is left."""
AHEAD_MIN = 24 * 60
"""Minutes before its start for which leases of a campaign are fetched: it may begin while HQ is out of reach."""
ASK_AGAIN_MS, ASK_LAST_MS = 60_000, 15 * 60_000
"""Until HQ is asked again for a wheel of which it had nothing, twice as long each time."""
SECRETS_KEPT_MS = 60 * 24 * 3_600_000
"""How long after its closing a lease's secret is kept here: by it receipts are written again. It is public by then."""
_CLOSED = "wheel_closed"
_SECOND = 1_000


class Secrets(Protocol):
    """The key store. All methods raise a KeyStoreFault when it cannot do its work."""

    def get(self, name: str) -> bytes | None:
        """The secret of that name."""

    def put(self, name: str, secret: bytes) -> None:
        """Keep one, durably."""

    def delete(self, name: str) -> None:
        """Forget one."""


class Signs(Protocol):
    """The device's key."""

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""


@dataclass(frozen=True, slots=True)
class _Wheel:
    """A wheel of a campaign that runs here, or will soon. `begun`: it may be spun now."""

    campaign: str
    wheel: str
    begun: bool


class WheelKeeper:
    """Keeps the leases. On the sync's thread only."""

    def __init__(
        self,
        ledger: SqlLedger,
        reference: SqlReference,
        client: HqClient,
        clock: Clock,
        randomness: Randomness,
        secrets: Secrets,
        signer: Signs,
    ) -> None:
        self._ledger, self._reference, self._client = ledger, reference, client
        self._clock, self._randomness = clock, randomness
        self._secrets, self._signer = secrets, signer
        self._waits: dict[tuple[str, str], tuple[int, int]] = {}  # by wheel: not before, and how long it was

    def round(self) -> bool:
        """Do what is due. True: HQ has answered. Raises HqUnreachable, HqRefused when the session is over, LedgerFault,
        KeyStoreFault."""
        if self._ledger.run(lambda tx: tx.meta(RESTORED) is not None):
            return False  # first it has to be known which slots were taken
        editions = self._reference.editions()
        wheels = self._wheels(editions)
        answered = False
        for ask in self._ledger.run(lambda tx: self._due(tx, wheels)):
            answered |= self._settle(ask)
        for ask in self._ledger.run(wheel_asks.asks):
            if ask.answered:
                self._open(ask, wheels)
        self._close(wheels)
        self._forget_secrets()
        return answered

    # --- what is due -------------------------------------------------------------------------------------------------

    def _wheels(self, editions: Sequence[Edition]) -> Mapping[tuple[str, str], _Wheel]:
        identity = self._ledger.run(lambda tx: tx.identity())
        store = None if identity is None else self._reference.store(identity.store)
        if store is None:
            return {}
        now = self._now()
        wall = wall_minutes(now, store.zone)
        found: dict[tuple[str, str], _Wheel] = {}
        for edition in editions:
            if edition.since <= now and (edition.until is None or now < edition.until):
                found |= {(one.campaign, one.wheel): one for one in _running(edition.campaign, store.id, wall)}
        return found

    def _now(self) -> int:
        """By HQ's clock, as last heard; ms."""
        return self._clock.now_ms() + int(self._ledger.run(lambda tx: tx.meta("clock_off_ms")) or 0)

    def _due(self, tx: LedgerTransaction, wheels: Mapping[tuple[str, str], _Wheel]) -> list[Ask]:
        """What HQ is to be asked: what it has not answered, and leases of wheels that run low."""
        begun = wheel_asks.asks(tx)
        held = [one for one in tx.wheel_leases() if not one.closed]
        for key in wheels:
            asked = any((ask.campaign, ask.wheel) == key for ask in begun)
            if not asked and self._waits.get(key, (0, 0))[0] <= self._clock.mono_ms() and _low(held, key):
                begun.append(wheel_asks.begin(tx, *key, WANT))
        return [ask for ask in begun if not ask.answered]

    # --- asking ------------------------------------------------------------------------------------------------------

    def _settle(self, ask: Ask) -> bool:
        """Ask HQ, and keep what it gave. True: it has answered."""
        secret = self._secret(ask.op)
        if secret is None:
            secret = self._randomness.bytes(SECRET_BYTES)
            self._secrets.put(wheel_secret_name(ask.op), secret)
        request = m.WheelAsk(
            op=ask.op,
            campaign=ask.campaign,
            wheel=ask.wheel,
            commitment=terminal_commitment(secret),
            want=ask.want,
        )
        try:
            answer = self._client.ask_wheel(request)
        except HqRefused as error:
            if error.status in (401, 403, 404):  # 404: an HQ of an earlier version has no wheels
                raise
            log.info("HQ gives no lease of %s: %s", ask.wheel, error.problem)
            self._refused(ask)
            return True
        self._verify(ask, answer, secret)
        given = replace(ask, body=answer.body, key_id=answer.key_id.hex(), signature=answer.signature.hex())
        self._ledger.run(lambda tx: wheel_asks.put(tx, given))
        self._waits.pop((ask.campaign, ask.wheel), None)
        return True

    def _refused(self, ask: Ask) -> None:
        self._ledger.run(lambda tx: wheel_asks.drop(tx, ask.op))
        self._secrets.delete(wheel_secret_name(ask.op))
        key = (ask.campaign, ask.wheel)
        wait = min(ASK_LAST_MS, max(ASK_AGAIN_MS, 2 * self._waits.get(key, (0, 0))[1]))
        self._waits[key] = (self._clock.mono_ms() + wait, wait)

    def _verify(self, ask: Ask, answer: m.WheelLeased, secret: bytes) -> None:
        """Raises HqUnreachable when an answer is not HQ's to this ask."""
        identity = self._ledger.run(lambda tx: tx.identity())
        lease = _read(answer.body)
        if lease is None or identity is None or answer.op != ask.op:
            raise HqUnreachable("the answer is another question's")
        mine = (lease.terminal, lease.campaign) == (identity.device, ask.campaign)
        mine = mine and lease.lease_id.startswith(ask.wheel[: len(lease.lease_id) - 1]) and lease.size > 0
        if not mine or lease.commit_terminal != terminal_commitment(secret).hex():
            raise HqUnreachable("a lease that was not asked for")
        text = signed_bytes(lease.body())
        try:
            signed_texts.check_hq(self._reference.token_keys(), answer.key_id, answer.signature, text)
        except NotSigned as error:
            raise HqUnreachable(f"a lease: {error}") from error

    # --- opening -----------------------------------------------------------------------------------------------------

    def _open(self, ask: Ask, wheels: Mapping[tuple[str, str], _Wheel]) -> None:
        """Build the tape once the round is here, and publish its root. A lease whose time is over is closed unopened:
        HQ has its prizes again."""
        lease, secret = _read(ask.body), self._secret(ask.op)
        assert lease is not None, "it was read when it came"
        gone = (ask.campaign, ask.wheel) not in wheels
        if gone or secret is None or self._now() >= lease.valid_to * _SECOND:
            why = Why.OVER if gone else Why.EXPIRED if secret is not None else Why.RETIRED
            closed = WheelClosed(lease=lease.lease_id, nt="" if secret is None else secret.hex(), used=0, why=why)

            def close(tx: LedgerTransaction) -> None:
                tx.append(WHEEL_CLOSED, "system", WHEEL_CLOSED.write(closed))
                wheel_asks.drop(tx, ask.op)

            self._ledger.run(close)
            return
        signature = self._reference.beacon(lease.beacon.chain, lease.beacon.round)
        if signature is None:
            return
        chain = self._reference.beacon_chain()
        if chain.hash != lease.beacon.chain or not beacon_signature_is_good(chain, lease.beacon.round, signature):
            log.warning("round %d of the beacon is not what HQ says it is", lease.beacon.round)
            return
        codes = tape(lease.counts, tape_seed(lease.hash(), secret, signature))
        root = tape_root(lease.lease_id, codes, secret)
        opened = WheelOpened(
            lease=lease.lease_id,
            op=ask.op,
            campaign=ask.campaign,
            wheel=ask.wheel,
            body=ask.body,
            key_id=ask.key_id,
            signature=ask.signature,
            beacon=signature.hex(),
            root=root.hex(),
            root_signature=self._signer.sign(signed_bytes(opening_body(lease, root))).hex(),
            size=lease.size,
        )

        def publish(tx: LedgerTransaction) -> None:
            tx.append(WHEEL_OPENED, "system", WHEEL_OPENED.write(opened))
            wheel_asks.drop(tx, ask.op)

        self._ledger.run(publish)

    # --- closing -----------------------------------------------------------------------------------------------------

    def _close(self, wheels: Mapping[tuple[str, str], _Wheel]) -> None:
        now = self._now()
        due = [(one, why) for one in self._open_leases() if (why := _why(one, wheels, now)) is not None]
        if not due:
            return
        secrets = {one.lease: self._secret(one.op) for one, _why_now in due}

        def close(tx: LedgerTransaction) -> None:
            # as it is now: a slot may have been taken, or begun to turn, since it was looked at
            standing = {slot.lease for slot in tx.standing_slots()}
            for one, why in due:
                held = tx.wheel_lease(one.lease)
                if held is not None and not held.closed and held.lease not in standing:
                    _append_closing(tx, held, secrets[one.lease], why, self._clock.now_ms())

        self._ledger.run(close)

    def _open_leases(self) -> list[HeldLease]:
        return [one for one in self._ledger.run(lambda tx: tx.wheel_leases()) if not one.closed]

    def forgetting(self) -> Callable[[LedgerTransaction], None]:
        """What is to be done in the transaction in which it turns out that the ledger is an older one: which slots were
        taken since is known to nobody, so none of its tapes is spun any more."""
        secrets = {one.op: self._secret_or_none(one.op) for one in self._open_leases()}

        def forget(tx: LedgerTransaction) -> None:
            now = self._clock.now_ms()
            for held in tx.wheel_leases():
                if not held.closed:
                    _append_closing(tx, held, secrets.get(held.op), Why.RESTORED, now)
            wheel_asks.forget(tx, now)

        return forget

    # --- secrets -----------------------------------------------------------------------------------------------------

    def _secret(self, op: str) -> bytes | None:
        return self._secrets.get(wheel_secret_name(op))

    def _secret_or_none(self, op: str) -> bytes | None:
        try:
            return self._secret(op)
        except (KeyStoreFault, ValueError) as error:  # it must not keep the terminal from going on; HQ says it is lost
            log.warning("the secret of %s cannot be read: %s", op, error)
            return None

    def _forget_secrets(self) -> None:
        before = self._clock.now_ms() - SECRETS_KEPT_MS
        old = [op for op, at in self._ledger.run(_closed).items() if at < before]
        for op in old:
            self._secrets.delete(wheel_secret_name(op))
        if old:

            def drop(tx: LedgerTransaction) -> None:
                _note(tx, {op: at for op, at in _closed(tx).items() if op not in old})

            self._ledger.run(drop)


def _running(campaign: Campaign, store: str, wall: int) -> Iterator[_Wheel]:
    if not campaign.wheels or (campaign.stores and store not in campaign.stores):
        return
    starts = min(minutes(phase.starts) for phase in campaign.phases)
    ends = max(minutes(phase.ends) for phase in campaign.phases)
    if starts - AHEAD_MIN <= wall < ends:
        yield from (_Wheel(campaign.id, wheel.id, wall >= starts) for wheel in campaign.wheels)


def _low(held: Sequence[HeldLease], key: tuple[str, str]) -> bool:
    """Whether the next lease is wanted: none is there, or the last one runs out."""
    mine = [one for one in held if (one.campaign, one.wheel) == key]
    return sum(one.left for one in mine) * LOW <= max((one.size for one in mine), default=0)


def _why(held: HeldLease, wheels: Mapping[tuple[str, str], _Wheel], now_ms: int) -> Why | None:
    """Why a lease is to be closed; None: it goes on."""
    if not held.left:
        return Why.EMPTY
    if (held.campaign, held.wheel) not in wheels:
        return Why.OVER
    until = held.body.get("valid_to")
    return Why.EXPIRED if not isinstance(until, int) or now_ms >= until * _SECOND else None


def _append_closing(tx: LedgerTransaction, held: HeldLease, secret: bytes | None, why: Why, now_ms: int) -> None:
    said = WheelClosed(lease=held.lease, nt="" if secret is None else secret.hex(), used=held.used, why=why)
    tx.append(WHEEL_CLOSED, "system", WHEEL_CLOSED.write(said))
    _note(tx, {**_closed(tx), held.op: now_ms})


def _closed(tx: LedgerTransaction) -> dict[str, int]:
    """Leases that were closed and whose secrets are kept: by op, when."""
    return msgspec.json.decode(tx.meta(_CLOSED) or "{}", type=dict[str, int])


def _note(tx: LedgerTransaction, closed: Mapping[str, int]) -> None:
    tx.set_meta(_CLOSED, msgspec.json.encode(dict(closed)).decode())


def _read(body: str) -> Lease | None:
    """A lease whose text is its canonical one."""
    try:
        lease = lease_of(msgspec.json.decode(body))
    except (FieldFault, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return lease if jcs(lease.body()).decode() == body else None
