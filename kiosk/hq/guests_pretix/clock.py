"""Keeps events in step with pretix: one thread of HQ's process. Words of desks go there as they come, lists are pulled
every ten minutes; each event fails alone."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests_desk.events import EventsFault
from kiosk.hq.guests_desk.lists import Taken
from kiosk.hq.guests_pretix import links, pushing
from kiosk.hq.guests_pretix.api import Pretix, PretixFault
from kiosk.hq.guests_pretix.links import TOPIC, LinkSeen
from kiosk.hq.guests_pretix.pulling import pull
from kiosk.hq.worker import Worker

PULL_EVERY_MS = 10 * 60_000
_LOOK_MS = 5_000
_SOON_MS = 1_000


class PretixClock(Worker):
    """`run` on a thread of its own until `end`; `once` in tests and by hand. `wait`: between tries of one request, so
    many milliseconds."""

    def __init__(self, context: Context, wait: Callable[[int], None] | None = None) -> None:
        self._ended = threading.Event()
        self._wait = wait or self._wait_a_moment
        super().__init__(context, thread="pretix")

    def _wait_a_moment(self, ms: int) -> None:
        self._ended.wait(ms / 1000)

    def heeds(self, topics: frozenset[str]) -> bool:
        """A link, or what desks said."""
        return TOPIC in topics or any(one.endswith("/attendance") for one in topics)

    def end(self) -> None:
        """Have `run` end, also while a request waits for its next try. From any thread."""
        self._ended.set()
        super().end()

    def once(self) -> int:
        """Do what is due of every event."""
        with self._context.database.read() as tx:
            found = links.links(tx)
        now = self._context.clock.now_ms()
        for one in found:
            if one.why and one.next_at > now:
                continue
            self._step(one, pulling=one.pulled_at is None or now - one.pulled_at >= PULL_EVERY_MS)
        return _LOOK_MS

    def now(self, event: str) -> Taken | None:
        """Pull and push one event, however it went before; None where it failed: its link says why. Raises
        EventsFault."""
        with self._context.database.read() as tx:
            found = links.links(tx, event)
        if not found:
            raise EventsFault(f"no tickets of {event} are sold by pretix: kiosk hq events pretix {event} --url …")
        return self._step(found[0], pulling=True)

    def _step(self, one: LinkSeen, *, pulling: bool) -> Taken | None:
        context, taken = self._context, None
        with context.database.write() as tx:
            event = kept.kept(tx, one.event)
            if event is None or event.forgotten_at is not None:
                return None
            gathered = pushing.gather(context, tx, one)
        pulling = pulling and event.closed_at is None
        if not (pulling or gathered or one.waiting):
            return None
        api = Pretix(one.link, links.token_of(context, one.event), context.clock, self._wait)
        try:
            while pushing.send(context, api, one) and not self._ended.is_set():
                pass
            if pulling:
                taken = pull(context, api, one.event)
        except PretixFault as fault:
            with context.database.write() as tx:
                links.went_wrong(context, tx, one, fault.fault, fault.after_ms)
            return None
        finally:
            api.close()
        with context.database.write() as tx:
            links.went_well(context, tx, one, pulled=pulling, next_ms=_SOON_MS)
        return taken
