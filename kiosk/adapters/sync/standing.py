"""Where this terminal stands with HQ: how the link is, and up to which fact HQ has the journal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.sync.clock import HqTime
from kiosk.application.ports.ledger import WAITS
from kiosk.application.sync import clock_trust
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.time import Clock, instant

log = logging.getLogger(__name__)

PLAIN_HTTP = "plain_http"
"""The trouble of a link that works, but on which others can read."""


@dataclass(frozen=True, slots=True)
class _State:
    link: Link
    since_ms: int
    last_sync_ms: int | None = None


class Standing:
    """Changed on the sync's thread, read from any."""

    def __init__(self, ledger: SqlLedger, clock: Clock, time: HqTime, usual: str = "") -> None:
        """`usual`: the trouble that is said where there is no other."""
        self._ledger = ledger
        self._clock = clock
        self._time = time
        self._state = _State(Link.CONNECTING, clock.now_ms())
        self._usual = self._trouble = usual
        self._listeners: list[Callable[[SyncStatus], None]] = []
        acked, last, waits = ledger.run(lambda tx: (tx.meta("acked"), tx.meta("last_sync_ms"), tx.meta(WAITS)))
        self.waits = waits or ""
        self.acked = int(acked or 0)
        if last:
            self._state = replace(self._state, last_sync_ms=int(last))

    def on_status(self, listener: Callable[[SyncStatus], None]) -> None:
        """Call `listener` (on the sync's thread) whenever the link's state changes or a round ended."""
        self._listeners.append(listener)

    @property
    def link(self) -> Link:
        """How HQ is reached."""
        return self._state.link

    def status(self) -> SyncStatus:
        """All of it, for the screen; cheap."""
        state, head = self._state, self._ledger.head
        return SyncStatus(
            link=state.link,
            since=instant(state.since_ms),
            queue=max(0, head.seq - self.acked),
            last_sync=instant(state.last_sync_ms) if state.last_sync_ms is not None else None,
            clock_off_ms=self._time.offset_ms,
            trouble=self._trouble,
            waits=self.waits,
            clock_backwards=clock_trust.clock_behind(self._clock.now_ms(), head.hlc, self._time.met),
        )

    def set_link(self, link: Link, trouble: str = "") -> None:
        """The link is in this state (again). `trouble`: what has to be mended, if that is known."""
        self._trouble = trouble or self._usual
        if link is not self._state.link:
            self._state = replace(self._state, link=link, since_ms=self._clock.now_ms())
        for listener in self._listeners:
            listener(self.status())

    def synced(self) -> None:
        """A whole round has run."""
        self._state = replace(self._state, last_sync_ms=self._clock.now_ms())
        self.set_link(Link(self.waits) if self.waits else Link.ONLINE)

    def set_waits(self, why: str) -> None:
        """HQ says that a person has to decide about this terminal, or ("") that nobody has to (any more)."""
        if why not in ("", Link.COPIED.value, Link.HELD.value):
            why = Link.HELD.value  # a newer HQ's reason: the rights sleep all the same
        if why == self.waits:
            return
        self.waits = why
        log.info("HQ says that a person has to decide about this terminal: %s", why or "not any more")
        self._ledger.run(lambda tx: tx.set_meta(WAITS, why) if why else tx.drop_meta(WAITS))

    def hindered(self, part: str) -> None:
        """HQ is reached, and one thing does not work: `part` is push or pull ("": as before)."""
        trouble = f"{part}_failed" if part else self._trouble
        self.set_link(self._state.link if self._state.link is Link.FORKED else Link.ONLINE, trouble)

    def set_acked(self, seq: int) -> None:
        """HQ has the facts of this epoch up to `seq`, as they are here."""
        if seq != self.acked:
            self._ledger.run(lambda tx: tx.set_meta("acked", str(seq)))
            self.acked = seq

    def epoch_began(self) -> None:
        """Of the new epoch HQ has nothing yet; the ledger has noted that with its beginning."""
        self.acked = 0

    def hash_at(self, epoch: int, seq: int) -> bytes | None:
        """The hash of this terminal's chain after `seq`; None when there is no such fact."""
        return self._ledger.run(
            lambda tx: tx.hash_at(identity.device, epoch, seq) if (identity := tx.identity()) else None
        )
