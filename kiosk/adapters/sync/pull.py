"""Fetching what HQ published, bucket by bucket: staff and rights into the ledger, everything else into ref.db."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.db.unreadable import RowReader
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.hq_keys import KEYS, HqKeys
from kiosk.adapters.sync.leases import give_back_called
from kiosk.adapters.sync.snapshot import Snapshots
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.digest import MODULUS, row_digest
from kiosk.domain.time import Clock
from kiosk.protocol.rows import NOT_OF_EVERY_HQ, RightRow
from kiosk.protocol.wire import messages as m
from kiosk.protocol.wire.limits import PULL_ROWS

log = logging.getLogger(__name__)

CHECK_EVERY_MS = 24 * 3600 * 1000

_LEDGER_BUCKETS = ("staff", "rights")
_MOST_REV = 2**63 - 1


def digest_of(rows: Iterable[tuple[str, int, str]]) -> tuple[int, int]:
    """(rows, checksum) as HQ computes them."""
    marks = [row_digest(row_id, rev) for row_id, rev, _data in rows]
    return len(marks), sum(marks) % MODULUS


def _newer(bucket: str) -> bool:
    return not bucket.startswith("device/") and bucket.rpartition("/")[2] in NOT_OF_EVERY_HQ


def _judge(pages: Sequence[m.BucketPage], cursors: Mapping[str, int]) -> None:
    """Raises HqUnreachable for pages that no HQ tells who asked from these cursors on: of other buckets, of places that
    no cursor can hold, or that go on without a row."""
    if {page.bucket for page in pages} - cursors.keys():
        raise HqUnreachable("pages that nobody asked for")
    for page in pages:
        places = (page.cursor, *(row.rev for row in page.rows))
        if not all(0 <= place <= _MOST_REV for place in places):
            raise HqUnreachable("rows without a place")
        if page.more and not page.rows and page.cursor != cursors[page.bucket]:
            raise HqUnreachable("a bucket that goes on without a row")


class Pull:
    """Pulls by cursor; page and cursor are stored in one transaction."""

    def __init__(
        self,
        ledger: SqlLedger,
        reference: SqlReference,
        client: HqClient,
        snapshots: Snapshots,
        clock: Clock,
        keys: HqKeys | None = None,
    ) -> None:
        self._ledger = ledger
        self._reference = reference
        self._client = client
        self._snapshots = snapshots
        self._clock = clock
        self._keys = keys or HqKeys(ledger, reference)
        self._rows = RowReader()
        self._older = ""
        """The session in which HQ refused what an earlier version does not have."""

    def all(self, device: str, buckets: Sequence[str]) -> m.Hints:
        """Pull what is new in `buckets`. Gives what HQ hinted last. Raises HqUnreachable, HqRefused."""
        wanted = [
            bucket for bucket in buckets if not (self._older and self._older == self._client.token and _newer(bucket))
        ]
        hints = m.Hints()
        failed: list[HqUnreachable | HqRefused] = []
        asked: set[frozenset[tuple[str, int]]] = set()
        while wanted:
            cursors = self._cursors(wanted)
            if frozenset(cursors.items()) in asked:
                raise HqUnreachable("buckets that do not go on")
            asked.add(frozenset(cursors.items()))
            due = self._to_be_compared(wanted)
            try:
                answer = self._client.pull(m.PullRequest(device=device, cursors=cursors, limit=PULL_ROWS, compare=due))
            except HqRefused as error:
                if error.problem != "not_yours" or not any(map(_newer, wanted)):
                    raise
                # an HQ of an earlier version has no such buckets: it is asked for them once a session
                self._older, wanted = self._client.token or "", [bucket for bucket in wanted if not _newer(bucket)]
                continue
            if isinstance(answer, m.SnapshotNeeded):
                if not answer.buckets or not cursors.keys() >= set(answer.buckets):
                    raise HqUnreachable("snapshots of what nobody asked for")
                # a snapshot is judged by HQ's keys, which may be new here too; theirs by those that are known
                if KEYS not in answer.buckets:
                    self.all(device, [KEYS])
                for bucket in answer.buckets:
                    try:
                        self._snapshots.fetch(bucket)
                    except (HqUnreachable, HqRefused) as error:  # the others are not kept waiting for it
                        failed.append(error)
                        wanted.remove(bucket)
                continue
            if answer is None:
                break
            hints = answer.hints
            _judge(answer.pages, cursors)
            for page in answer.pages:
                self._apply(page)
                try:
                    self._check(device, page)
                except (HqUnreachable, HqRefused) as error:
                    failed.append(error)
            wanted = [page.bucket for page in answer.pages if page.more]
        if failed:
            raise failed[0]
        return hints

    def _cursors(self, buckets: Sequence[str]) -> dict[str, int]:
        """Of all in one look at each file, before every request."""
        kept = [bucket for bucket in buckets if bucket.rpartition("/")[2] in _LEDGER_BUCKETS]
        in_ledger = self._ledger.run(lambda tx: {bucket: int(tx.meta(f"cursor:{bucket}") or 0) for bucket in kept})
        told = self._reference.cursors()
        return {bucket: in_ledger[bucket] if bucket in in_ledger else told.get(bucket, 0) for bucket in buckets}

    def _apply(self, page: m.BucketPage) -> None:
        put = [(row.id, row.rev, row.data) for row in page.rows if row.data is not None]
        deleted = [row.id for row in page.rows if row.data is None]
        kind = page.bucket.rpartition("/")[2]
        if kind == "staff":

            def staff(tx: LedgerTransaction) -> None:
                tx.put_staff(put, deleted)
                tx.set_meta(f"cursor:{page.bucket}", str(page.cursor))

            self._ledger.run(staff)
            if put or deleted:
                self._reference.changed_elsewhere()
        elif kind == "rights":

            def rights(tx: LedgerTransaction) -> None:
                read = [self._rows.read("rights", row_id, data, RightRow) for row_id, _rev, data in put]
                granted = [row for row in read if row is not None]
                give_back_called(tx, deleted)
                if granted or deleted:
                    body = {
                        "grant": [{"coupon": r.coupon, "uses": r.uses, "fence": r.fence} for r in granted],
                        "revoke": list(deleted),
                    }
                    tx.append(RIGHTS_CHANGED, "system", body)
                tx.set_meta(f"cursor:{page.bucket}", str(page.cursor))

            self._ledger.run(rights)
        else:
            rows = [(row_id, data) for row_id, _rev, data in put]
            if page.bucket == KEYS:  # judged with what came before: a key may vouch for one of an earlier page
                rows = [*self._reference.told(page.bucket), *rows]
            self._keys.hear(page.bucket, rows)
            self._reference.apply(page.bucket, put, deleted, page.cursor)

    def _to_be_compared(self, buckets: Sequence[str]) -> tuple[str, ...]:
        """Once a day. Staff and rights lie in the ledger, where nothing is lost unnoticed."""
        told = [bucket for bucket in buckets if bucket.rpartition("/")[2] not in _LEDGER_BUCKETS]
        checked = self._ledger.run(lambda tx: {bucket: tx.meta(f"checked:{bucket}") for bucket in told})
        now = self._clock.now_ms()
        return tuple(bucket for bucket, at in checked.items() if at is None or not 0 <= now - int(at) < CHECK_EVERY_MS)

    def _check(self, device: str, page: m.BucketPage) -> None:
        """Compare the whole bucket with HQ's count and checksum; where they differ it is fetched anew. Raises
        HqUnreachable, HqRefused."""
        if page.more or page.checksum is None or not self._to_be_compared((page.bucket,)):
            return
        if self._reference.digest(page.bucket) != (page.count, page.checksum):
            log.info("bucket %s differs from HQ's, fetching it anew", page.bucket)
            self._fetch_anew(device, page.bucket)
        self._ledger.run(lambda tx: tx.set_meta(f"checked:{page.bucket}", str(self._clock.now_ms())))

    def _fetch_anew(self, device: str, bucket: str) -> None:
        """All of a bucket, and only when it is here, as HQ says it is, in the place of what lies here."""
        rows: dict[str, tuple[str, int, str]] = {}
        cursor, more = 0, True
        while more:
            answer = self._client.pull(m.PullRequest(device=device, cursors={bucket: cursor}, limit=PULL_ROWS))
            if isinstance(answer, m.SnapshotNeeded):  # too large for that
                self._snapshots.fetch(bucket)
                return
            page = answer.pages[0] if answer is not None and answer.pages else None
            if page is None and not cursor:  # it never held anything
                break
            if page is None or page.bucket != bucket or page.cursor <= cursor:
                raise HqUnreachable("a bucket that does not go on")
            _judge((page,), {bucket: cursor})
            for row in page.rows:
                rows.pop(row.id, None)
                if row.data is not None:
                    rows[row.id] = (row.id, row.rev, row.data)
            cursor, more = page.cursor, page.more
            if not more and digest_of(rows.values()) != (page.count, page.checksum):
                raise HqUnreachable("a bucket that is not what HQ says it is")
        self._keys.hear(bucket, ((row_id, data) for row_id, _rev, data in rows.values()))
        self._reference.replace(bucket, list(rows.values()), cursor)
