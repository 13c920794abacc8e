"""The terminal's side of sync.md: push first, then pull. One `round` is one attempt; `runner.py` repeats it.

Nothing here is needed for a sale to be durable; it only carries facts to HQ and HQ's rows here.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import zstandard

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.leases import LeaseKeeper, forget_shares
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.ledger import PARKED, RESTORED, RIGHTS_WAIT, Identity
from kiosk.application.sync import clock_trust
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.ids import Randomness
from kiosk.domain.journal.facts import FactKind
from kiosk.domain.time import Clock, instant
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import RightRow, decode_row, terminal_buckets
from kiosk.protocol.signed_texts import NotSigned
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

BATCH_FACTS = 200
BATCH_BYTES = 256 * 1024
PULL_ROWS = 500
IDLE_MS = 2_000
"""Between two rounds when nothing happens and HQ gives no hint."""
BACK_OFF_FIRST_MS, BACK_OFF_MOST_MS = 1_000, 300_000
CHECK_EVERY_MS = 24 * 3600 * 1000
CLOCK_TOLERANCE_MS = 5 * 60 * 1000

_LEDGER_BUCKETS = ("staff", "rights")


class Signer(Protocol):
    """The device's private key."""

    @property
    def public_key(self) -> bytes:
        """32 bytes, Ed25519."""

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""


@dataclass(frozen=True, slots=True)
class _State:
    link: Link
    since_ms: int
    last_sync_ms: int | None = None


class SyncEngine:
    """Carries facts and rows between this terminal and HQ. `round` and `enroll` run on one thread, the sync's own."""

    def __init__(
        self,
        ledger: SqlLedger,
        reference: SqlReference,
        client: HqClient,
        signer: Signer,
        clock: Clock,
        randomness: Randomness,
        *,
        folder: Path,
        app_version: str,
    ) -> None:
        """`folder`: where a snapshot may lie while it is fetched."""
        self._ledger = ledger
        self._reference = reference
        self._client = client
        self._signer = signer
        self._clock = clock
        self._randomness = randomness
        self._leases = LeaseKeeper(ledger, reference, client, clock)
        self._folder = folder
        self._version = app_version
        self._state = _State(Link.CONNECTING, clock.now_ms())
        self._failures = 0
        self._batch = BATCH_FACTS
        self._acked = 0
        self._clock_off: int | None = None
        self._clock_met: str | None = None
        self._fork_noted: dict[str, int] | None = None
        self._rights_wait = False
        self._listeners: list[Callable[[SyncStatus], None]] = []
        ledger.run(self._load)

    def _load(self, tx: LedgerTransaction) -> None:
        self._acked = int(tx.meta("acked") or 0)
        offset = tx.meta("clock_off_ms")
        self._clock_off = int(offset) if offset is not None else None
        self._clock_met = tx.meta(clock_trust.MET)
        self._rights_wait = any(tx.meta(key) is not None for key in RIGHTS_WAIT)
        last = tx.meta("last_sync_ms")
        self._state = replace(self._state, last_sync_ms=int(last) if last else None)

    # --- what the screen is told ---------------------------------------------------------------------

    def on_status(self, listener: Callable[[SyncStatus], None]) -> None:
        """Call `listener` (on the sync's thread) whenever the link's state changes or a round ended."""
        self._listeners.append(listener)

    def status(self) -> SyncStatus:
        """How HQ is reached; cheap, from any thread."""
        state, head = self._state, self._ledger.head
        return SyncStatus(
            link=state.link,
            since=instant(state.since_ms),
            queue=max(0, head.seq - self._acked),
            last_sync=instant(state.last_sync_ms) if state.last_sync_ms is not None else None,
            clock_off_ms=self._clock_off,
            clock_backwards=clock_trust.clock_behind(self._clock.now_ms(), head.hlc, self._clock_met),
        )

    def _set_link(self, link: Link) -> None:
        if link is not self._state.link:
            self._state = replace(self._state, link=link, since_ms=self._clock.now_ms())
        for listener in self._listeners:
            listener(self.status())

    # --- enrolment -----------------------------------------------------------------------------------

    def enroll(self, code: str, hq_url: str) -> Identity:
        """Take part with a single-use code of HQ. Raises HqUnreachable, HqRefused."""
        answer = self._client.enroll(
            m.EnrollRequest(code=code, public_key=self._signer.public_key, app_version=self._version)
        )
        identity = Identity(answer.device, answer.terminal_name, answer.store, answer.epoch, hq_url)
        self._ledger.run(lambda tx: tx.begin_epoch(identity, "enrolled"))
        self._acked = 0
        return identity

    def _new_epoch(self, code: str, refused: m.PushRefused) -> None:
        """Go on under a new epoch (sync.md): what HQ has not acknowledged is carried along."""
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        # HQ trims the rights it gives back by the uses that this ledger does not know of
        common = min(self._acked, refused.acked) if refused.epoch == identity.epoch else 0
        signed = self._signer.sign(signed_texts.re_enrolment(identity.device, code))
        answer = self._client.enroll(
            m.EnrollRequest(
                code=code,
                public_key=self._signer.public_key,
                app_version=self._version,
                device=identity.device,
                signature=signed,
                common_seq=common,
            )
        )
        log.info("new epoch %d after a fork or a restore", answer.epoch)
        renewed = replace(identity, epoch=answer.epoch, terminal_name=answer.terminal_name, store=answer.store)

        def begin(tx: LedgerTransaction) -> None:
            tx.begin_epoch(renewed, "restored")
            held = list(tx.rights())
            if held:
                tx.append(FactKind.RIGHTS_CHANGED, "system", {"grant": [], "revoke": held})
            forget_shares(tx, self._clock.now_ms())
            # rights may have moved on since the backup was made
            for bucket in terminal_buckets(renewed.store, renewed.device):
                tx.drop_meta(f"cursor:{bucket}")

        self._ledger.run(begin)
        self._acked = 0

    # --- a round -------------------------------------------------------------------------------------

    def round(self) -> int:
        """Push what waits, pull what is new. Returns the milliseconds until the next round is due. Never raises for
        what HQ or the network does."""
        try:
            delay = self._round()
        except HqUnreachable as error:
            log.info("HQ unreachable: %s", error)
            self._client.token = None if self._failures else self._client.token
            self._set_link(Link.OFFLINE)
            return self._back_off()
        except HqRefused as error:
            if error.status == 401:
                self._client.token = None
                if self._failures == 0:
                    self._failures = 1
                    return 0
            log.info("HQ refused: %s", error)
            self._client.token = None
            self._set_link(Link.REVOKED if error.status == 403 else Link.OFFLINE)
            return self._back_off()
        self._failures = 0
        self._state = replace(self._state, last_sync_ms=self._clock.now_ms())
        self._set_link(Link.ONLINE)
        return delay

    def _back_off(self) -> int:
        """Full jitter (sync.md): anything up to a bound that doubles."""
        bound = min(BACK_OFF_MOST_MS, BACK_OFF_FIRST_MS * 2 ** min(self._failures, 20))
        self._failures += 1
        return int(self._randomness.uniform(0, bound))

    def _round(self) -> int:
        identity = self._ledger.run(lambda tx: tx.identity())
        if identity is None:
            raise HqRefused(403, "not_enrolled")
        if self._client.token is None:
            self._open_session()
        hints = self._push_all()
        pulled = self._pull_all(terminal_buckets(identity.store, identity.device))
        if self._rights_wait:
            # what became of the rights while this terminal was shut down, or since its backup, is known now
            self._ledger.run(self._use_rights_again)
            self._rights_wait = False
        self._keep_leases()
        return max(hints.push_after, pulled.pull_after) or IDLE_MS

    def _use_rights_again(self, tx: LedgerTransaction) -> None:
        if tx.meta(RESTORED) is not None:
            forget_shares(tx, self._clock.now_ms())
        for key in RIGHTS_WAIT:
            tx.drop_meta(key)

    def _keep_leases(self) -> None:
        """Shares of what campaigns give away. That they cannot be had now is no reason to call HQ out of reach."""
        try:
            self._leases.round()
        except HqUnreachable as error:
            log.info("shares could not be fetched: %s", error)

    def _open_session(self) -> None:
        """Sign in at HQ, and see whether HQ's copy of the journal is this one."""
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        answer = self._client.open_session(identity.device, self._signer.sign)
        self._keep_time(answer.time)
        if answer.epoch == identity.epoch and self._hash_at(answer.epoch, answer.acked) == answer.acked_hash:
            # also after a restore: HQ knows nothing that this ledger does not have
            self._set_acked(answer.acked)
            return
        # HQ knows facts that this ledger does not have, or has others in their place: an old disk came back. One more
        # fact makes sure that the next push shows it, and HQ answers with a code for a new epoch.
        self._set_link(Link.FORKED)
        body = {"epoch": answer.epoch, "known": answer.acked}
        if self._fork_noted != body:
            self._ledger.run(lambda tx: tx.append(FactKind.LEDGER_RESTORED, "system", body))
            self._fork_noted = body

    def _keep_time(self, hq_ms: int) -> None:
        """Keep HQ's clock minus ours; journal it when it jumped by more than staff would shrug at."""
        now = self._clock.now_ms()
        self._remember_meeting(clock_trust.met(now, self._ledger.head.hlc))
        offset, before = hq_ms - now, self._clock_off
        if before is not None and abs(offset - before) < 1_000:
            return

        def store(tx: LedgerTransaction) -> None:
            tx.set_meta("clock_off_ms", str(offset))
            if abs(offset - (before or 0)) >= CLOCK_TOLERANCE_MS and tx.identity() is not None:
                tx.append(FactKind.CLOCK_JUMPED, "system", {"before_ms": before, "after_ms": offset})

        self._ledger.run(store)
        self._clock_off = offset

    def _remember_meeting(self, met: str | None) -> None:
        if met == self._clock_met:
            return

        def store(tx: LedgerTransaction) -> None:
            if met is None:
                tx.drop_meta(clock_trust.MET)
            else:
                tx.set_meta(clock_trust.MET, met)

        self._ledger.run(store)
        self._clock_met = met

    def _set_acked(self, seq: int) -> None:
        if seq != self._acked:
            self._ledger.run(lambda tx: tx.set_meta("acked", str(seq)))
            self._acked = seq

    def park(self) -> None:
        """The last thing before the program ends in good order: give back shares of what campaigns give away, and say
        to HQ that this terminal stops. HQ may then give its rights to others at once; in return it uses none before it
        has met HQ again. Nothing is given up when HQ is out of reach, and no right when the store has no other terminal
        that could use it."""
        identity = self._ledger.run(lambda tx: tx.identity())
        if self._state.link is not Link.ONLINE or identity is None:
            return
        try:
            if self._leases.held():
                self._push_all()  # HQ takes back what it knows to be left
                self._leases.give_back()
                self._push_all()
            # asked now: a second terminal may have come since the session began
            if self._client.open_session(identity.device, self._signer.sign).others == 0:
                return
        except (HqUnreachable, HqRefused) as error:
            log.info("HQ is not told that this terminal stops: %s", error)
            return

        def stop(tx: LedgerTransaction) -> None:
            tx.append(FactKind.TERMINAL_STOPPED, "system", {})
            tx.set_meta(PARKED, "1")

        self._ledger.run(stop)
        self._rights_wait = True
        try:
            self._push_all()
        except (HqUnreachable, HqRefused) as error:
            log.info("HQ did not hear that this terminal stops: %s", error)

    # --- push ----------------------------------------------------------------------------------------

    def _push_all(self) -> m.Hints:
        hints = m.Hints()
        while (batch := self._ledger.run(self._next_batch)) is not None:
            try:
                answer = self._client.push(batch)
            except HqRefused as error:
                if error.status == 413 and len(batch.facts) > 1:
                    self._batch = max(1, len(batch.facts) // 2)
                    continue
                raise
            if isinstance(answer, m.PushRefused):
                self._settle_refusal(batch, answer)
                continue
            self._keep_time(answer.time)
            self._take_ack(batch, answer)
            hints = answer.hints
            self._batch = min(BATCH_FACTS, self._batch * 2)
            for result in answer.results:
                log.info("HQ on fact %d: %s", result.seq, result.kind)
        return hints

    def _next_batch(self, tx: LedgerTransaction) -> m.PushRequest | None:
        identity = tx.identity()
        assert identity is not None
        rows = tx.facts_after(identity.epoch, self._acked, self._batch)
        if not rows:
            return None
        taken: list[tuple[int, bytes, bytes]] = []
        size = 0
        for row in rows:
            size += len(row[1])
            if taken and size > BATCH_BYTES:
                break
            taken.append(row)
        previous = tx.hash_at(identity.device, identity.epoch, self._acked)
        assert previous is not None
        return m.PushRequest(
            device=identity.device,
            epoch=identity.epoch,
            first=taken[0][0],
            prev_hash=previous,
            last_hash=taken[-1][2],
            facts=tuple(raw for _seq, raw, _hash in taken),
            health=self._health(tx, identity),
        )

    def _health(self, tx: LedgerTransaction, identity: Identity) -> m.Health:
        oldest = tx.oldest_after(identity.epoch, self._acked)
        return m.Health(
            app_version=self._version,
            queue=max(0, tx.head.seq - self._acked),
            oldest_ms=oldest,
            clock_offset_ms=self._clock_off,
        )

    def _hash_at(self, epoch: int, seq: int) -> bytes | None:
        def read(tx: LedgerTransaction) -> bytes | None:
            identity = tx.identity()
            return tx.hash_at(identity.device, epoch, seq) if identity else None

        return self._ledger.run(read)

    def _take_ack(self, batch: m.PushRequest, answer: m.PushAnswer) -> None:
        last = batch.first + len(batch.facts) - 1
        if self._hash_at(batch.epoch, answer.acked) != answer.hash:
            if self._state.link is Link.FORKED and answer.acked >= last:
                # HQ has this batch as it is here, and goes on otherwise: the batch where that begins will show the fork
                self._set_acked(last)
                return
            # the session will find the fork and settle it
            self._client.token = None
            raise HqUnreachable("the acknowledged hash is not ours")
        if answer.acked <= self._acked:
            raise HqUnreachable("HQ acknowledged nothing new")
        self._set_acked(answer.acked)

    def _settle_refusal(self, batch: m.PushRequest, refused: m.PushRefused) -> None:
        self._keep_time(refused.time)
        agreed = self._hash_at(batch.epoch, refused.acked) == refused.hash
        if refused.problem == "gap" and agreed and refused.acked != self._acked:
            self._set_acked(refused.acked)
            return
        log.info("push refused: %s", refused.problem)
        if refused.reenroll_code is None:
            raise HqUnreachable(f"push refused without a way on: {refused.problem}")
        self._set_link(Link.FORKED)
        self._new_epoch(refused.reenroll_code, refused)
        self._open_session()

    # --- pull ----------------------------------------------------------------------------------------

    def _pull_all(self, buckets: Sequence[str]) -> m.Hints:
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        wanted = list(buckets)
        hints = m.Hints()
        while wanted:
            cursors = {bucket: self._cursor(bucket) for bucket in wanted}
            answer = self._client.pull(m.PullRequest(device=identity.device, cursors=cursors, limit=PULL_ROWS))
            if isinstance(answer, m.SnapshotNeeded):
                # a snapshot is judged by HQ's keys, which may be new here too; theirs by those that are known
                if "chain/keys" not in answer.buckets:
                    self._pull_all(["chain/keys"])
                for bucket in answer.buckets:
                    self._fetch_snapshot(bucket)
                continue
            if answer is None:
                break
            hints = answer.hints
            for page in answer.pages:
                self._apply(page)
                self._check(page)
            wanted = [page.bucket for page in answer.pages if page.more]
        return hints

    def _cursor(self, bucket: str) -> int:
        if bucket.rpartition("/")[2] in _LEDGER_BUCKETS:
            return int(self._ledger.run(lambda tx: tx.meta(f"cursor:{bucket}")) or 0)
        return self._reference.cursor(bucket)

    def _apply(self, page: m.BucketPage) -> None:
        put = [(row.id, row.rev, row.data) for row in page.rows if row.data is not None]
        deleted = [row.id for row in page.rows if row.data is None]
        kind = page.bucket.rpartition("/")[2]
        if kind == "staff":

            def staff(tx: LedgerTransaction) -> None:
                tx.put_staff(put, deleted)
                tx.set_meta(f"cursor:{page.bucket}", str(page.cursor))

            self._ledger.run(staff)
        elif kind == "rights":

            def rights(tx: LedgerTransaction) -> None:
                granted = [decode_row(data, RightRow) for _id, _rev, data in put]
                if granted or deleted:
                    body = {
                        "grant": [{"coupon": r.coupon, "uses": r.uses, "fence": r.fence} for r in granted],
                        "revoke": list(deleted),
                    }
                    tx.append(FactKind.RIGHTS_CHANGED, "system", body)
                tx.set_meta(f"cursor:{page.bucket}", str(page.cursor))

            self._ledger.run(rights)
        else:
            self._reference.apply(page.bucket, put, deleted, page.cursor)

    def _check(self, page: m.BucketPage) -> None:
        """Once a day, compare the whole bucket with HQ's count and checksum; fetch it anew when they differ."""
        if page.more or page.checksum is None or page.bucket.rpartition("/")[2] in _LEDGER_BUCKETS:
            return
        key, now = f"checked:{page.bucket}", self._clock.now_ms()
        checked = self._ledger.run(lambda tx: tx.meta(key))
        if checked is not None and 0 <= now - int(checked) < CHECK_EVERY_MS:
            return
        if self._reference.digest(page.bucket) != (page.count, page.checksum):
            log.info("bucket %s differs from HQ's, fetching it anew", page.bucket)
            self._reference.forget(page.bucket)
            return
        self._ledger.run(lambda tx: tx.set_meta(key, str(now)))

    def _fetch_snapshot(self, bucket: str) -> None:
        manifest = self._client.manifest(bucket)
        self._verify(manifest)
        packed = self._folder / f"snapshot-{manifest.sha256[:16]}.zst"
        plain = packed.with_suffix(".db")
        try:
            self._client.download(manifest, packed)
            with packed.open("rb") as handle:
                found = hashlib.file_digest(handle, "sha256").hexdigest()
            if found != manifest.sha256:
                packed.unlink()
                raise HqUnreachable("the snapshot arrived damaged")
            with packed.open("rb") as source, plain.open("wb") as target:
                zstandard.ZstdDecompressor().copy_stream(source, target)
            self._reference.load_snapshot(bucket, plain, manifest.cursor)
            packed.unlink()
        except OSError as error:
            raise HqUnreachable(f"no room for a snapshot: {error}") from error
        finally:
            plain.unlink(missing_ok=True)

    def _verify(self, manifest: m.SnapshotManifest) -> None:
        text = signed_texts.snapshot(manifest.bucket, manifest.cursor, manifest.rows, manifest.sha256)
        try:
            signed_texts.check_hq(self._reference.token_keys(), manifest.key_id, manifest.signature, text)
        except NotSigned as error:
            raise HqUnreachable(f"a snapshot: {error}") from error
