"""How the desks stand together, as the screen is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.lan.exchange import NOT_VOUCHED, Exchange, Known
from kiosk.application.ports.lan import Desk, DeskLink, LanStatus
from kiosk.domain.time import Clock, instant
from kiosk.protocol.lan import Place


class Standing:
    """Looked at on the thread of the exchange, read from any."""

    def __init__(self, ledger: SqlLedger, exchange: Exchange, clock: Clock, told: Callable[[LanStatus], None]) -> None:
        """`told`: called with each status that is another than the one before."""
        self._exchange, self._clock, self._told = exchange, clock, told
        self._status = LanStatus(on=True)
        # how much desks had of this terminal's journal when they were last spoken to
        self._kept = ledger.run(_kept)

    def status(self) -> LanStatus:
        """As it was last looked at."""
        return self._status

    def look(self, linked: Sequence[str], port: int, trouble: str) -> None:
        """Look again. `linked`: who is spoken to."""
        exchange = self._exchange
        names = {*linked, *exchange.known, *self._kept, *exchange.places()} - {exchange.device}
        desks = [self._desk(device, exchange.of(device), device in linked) for device in names]
        # whoever was withdrawn, or never was one of ours, stands on no list while it is silent
        shown = [desk for desk in desks if desk.link is DeskLink.TOGETHER or self._of_this_store(desk)]
        status = LanStatus(True, port, tuple(sorted(shown, key=lambda desk: (desk.name, desk.device))), trouble)
        changed = _worth_saying(status) != _worth_saying(self._status)
        self._status = status
        if changed:
            self._told(status)

    def _of_this_store(self, desk: Desk) -> bool:
        return self._exchange.trust.knows(desk.device) or desk.trouble not in ("", NOT_VOUCHED)

    def _desk(self, device: str, known: Known, linked: bool) -> Desk:
        exchange, places = self._exchange, self._exchange.places()
        own = places.get(exchange.device)
        theirs = known.of_ours or self._kept.get(device)
        return Desk(
            device,
            exchange.trust.name_of(device),
            DeskLink.TOGETHER if linked else DeskLink.AWAY,
            last_seen=self._instant(known.heard_ms),
            behind=_lacks(theirs, own),
            missing=_lacks(places.get(device), known.own),
            clock_ahead_ms=known.clock_ahead_ms,
            trouble=known.trouble,
        )

    def _instant(self, heard_ms: int | None) -> datetime | None:
        if heard_ms is None:
            return None
        return instant(self._clock.now_ms() - max(0, self._clock.mono_ms() - heard_ms))


def _lacks(here: Place | None, there: Place | None) -> int:
    """How many facts are there and not here, as far as it can be counted: of other epochs those of the newest."""
    if there is None:
        return 0
    if here is None or here.epoch < there.epoch:
        return there.seq
    return max(0, there.seq - here.seq) if here.epoch == there.epoch else 0


def _kept(tx: LedgerTransaction) -> dict[str, Place]:
    identity = tx.identity()
    if identity is None:
        return {}
    device, epoch = identity.device, identity.epoch
    found = {}
    for peer, seq in tx.peer_cursors(device, epoch):
        chained = tx.hash_at(device, epoch, seq)
        if chained is not None:
            found[peer] = Place(epoch, seq, chained)
    return found


def _worth_saying(status: LanStatus) -> object:
    """What a screen shows: not each moment somebody was heard in, nor clocks that are some milliseconds apart."""
    desks = [
        (d.device, d.name, d.link, d.behind, d.missing, d.trouble, round((d.clock_ahead_ms or 0) / 30_000))
        for d in status.desks
    ]
    return status.port, status.trouble, desks
