"""Telling HQ who the guests are whom this desk put on lists, and what guests wrote, apart from the facts: until HQ has
kept it, and its rows of them have come."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from kiosk.adapters.db import guest_people
from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient
from kiosk.application.ports.guests import KeptGuest, KeptText
from kiosk.domain.time import Clock
from kiosk.protocol.wire import messages as m

T = TypeVar("T", KeptGuest, KeptText)
log = logging.getLogger(__name__)

AT_ONCE = 500
"""Guests and texts in one request."""
MOST_BYTES = 1024 * 1024
AGAIN_MS = 60_000
"""HQ does not know the fact yet: not before so long is it told again."""
_NEVER_MS = 24 * 3600 * 1000
"""The same of whom HQ will never take (`wrong`, `unreadable`)."""
OVER = "over"
"""HQ's word that an event's guests are forgotten: nothing of them is kept here either."""
_LOOKED_THROUGH_MS = 3600 * 1000
"""Between two looks at what may be forgotten."""


class GuestPeople:
    """Tells. On the sync's thread."""

    def __init__(self, ledger: SqlLedger, reference: SqlReference, client: HqClient, clock: Clock) -> None:
        self._ledger, self._reference, self._client, self._clock = ledger, reference, client, clock
        self._waits: dict[str, int] = {}
        self._looked: int | None = None

    def round(self) -> bool:
        """Forget whom HQ tells of by now, tell it of the others. True: it has answered. Raises HqUnreachable,
        HqRefused, LedgerFault."""
        guest_people.forget_told(self._ledger, self._reference)
        guest_people.put_back(self._ledger, self._reference)
        now = self._clock.mono_ms()
        if self._looked is None or now - self._looked >= _LOOKED_THROUGH_MS:
            guest_people.forget_over(self._ledger, self._reference, self._clock.now_ms())
            self._ledger.run(lambda tx: tx.note_peers_at_hq(self._is_told))
            self._looked = now
        answered = False
        while request := self._next():
            answer = self._client.keep_guests(request)
            answered = True
            self._heard(request, answer)
        return answered

    def _is_told(self, event: str, guest: str, device: str, stamp: int) -> bool:
        told = self._reference.guests.told_of(event, guest)
        return any((one.device, one.stamp) == (device, stamp) for one in told)

    def _next(self) -> m.GuestsRequest | None:
        now = self._clock.mono_ms()
        self._waits = {name: until for name, until in self._waits.items() if until > now}
        room = AT_ONCE + len(self._waits)
        guests, texts = self._ledger.run(lambda tx: (tx.guests_untold(room), tx.texts_untold(room)))
        ready = _within(guests, self._waits, lambda one: f"{one.event}/{one.guest}", lambda one: len(one.data))
        said = _within(texts, self._waits, lambda one: one.commitment, lambda one: 4 * len(one.text))
        said = said[: AT_ONCE - len(ready)]
        if not ready and not said:
            return None
        return m.GuestsRequest(
            guests=tuple(
                m.GuestRecord(event=one.event, guest=one.guest, salt=one.salt, data=one.data) for one in ready
            ),
            texts=tuple(
                m.GuestTextRecord(event=one.event, guest=one.guest, question=one.question, salt=one.salt, text=one.text)
                for one in said
            ),
        )

    def _heard(self, request: m.GuestsRequest, answer: m.GuestsAnswer) -> None:
        asked = {f"{one.event}/{one.guest}" for one in request.guests}
        kept = asked & set(answer.kept)
        over = {name for name in asked - kept if answer.refused.get(name) == OVER}
        by_event: dict[str, list[str]] = {}
        for name in sorted(kept):
            event, _, guest = name.partition("/")
            by_event.setdefault(event, []).append(guest)
        now = self._clock.now_ms()
        texts = tuple(answer.texts_kept)
        self._ledger.run(partial(_note, by_event=by_event, texts=texts, over=sorted(over), now=now))
        for name in sorted(over):
            event, _, guest = name.partition("/")
            self._reference.guests.erase(event, [guest])
        if over:
            self._ledger.scrub()
        refused = {name: answer.refused.get(name, "") for name in asked - kept - over} | answer.texts_refused
        for name, why in refused.items():
            log.info("HQ does not take a guest or what they wrote: %s", why or "no answer")
            self._waits[name] = self._clock.mono_ms() + (AGAIN_MS if why in ("unknown", "") else _NEVER_MS)


def _note(
    tx: LedgerTransaction, *, by_event: dict[str, list[str]], texts: Iterable[str], over: Sequence[str], now: int
) -> None:
    for event, guests in by_event.items():
        tx.told_guests(event, guests, now)
    for one in texts:
        tx.told_text(one, now)
    for name in over:
        event, _, guest = name.partition("/")
        tx.erase_guest(event, guest)


def _within(kept: Iterable[T], waits: dict[str, int], name: Callable[[T], str], size: Callable[[T], int]) -> list[T]:
    """The next that need not wait, as many as a request holds."""
    found: list[T] = []
    room = MOST_BYTES
    for one in kept:
        if name(one) in waits:
            continue
        room -= size(one)
        if len(found) >= AT_ONCE or (found and room < 0):
            break
        found.append(one)
    return found
