"""Long polls: who waits for which topics, and how a commit on another thread wakes them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Waiter:
    """One request that may wait. It hears every change from its beginning on: none falls between a look and a wait."""

    def __init__(self) -> None:
        self._heard: set[str] = set()
        self._event = asyncio.Event()
        self._closing = False

    def hear(self, topics: frozenset[str]) -> None:
        """Note changes."""
        self._heard |= topics
        self._event.set()

    def close(self) -> None:
        """HQ shuts down: wait no longer."""
        self._closing = True
        self._event.set()

    async def wait(self, topics: frozenset[str], seconds: float) -> bool:
        """Wait until one of `topics` changes. False when the time is over or HQ shuts down."""
        try:
            async with asyncio.timeout(seconds):
                while not self._closing and not (self._heard & topics):
                    self._event.clear()
                    await self._event.wait()
        except TimeoutError:
            return False
        self._heard.clear()
        return not self._closing


class Waiting:
    """All requests that may wait. Everything but `tell` happens on the event loop's thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiters: set[Waiter] = set()
        self._closing = False

    def start(self) -> None:
        """Take the running event loop."""
        self._loop = asyncio.get_running_loop()

    def tell(self, topics: frozenset[str]) -> None:
        """Topics have changed. From any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._spread, topics)

    def _spread(self, topics: frozenset[str]) -> None:
        for waiter in self._waiters:
            waiter.hear(topics)

    @contextmanager
    def waiter(self) -> Iterator[Waiter]:
        """A place in the waiting room."""
        waiter = Waiter()
        if self._closing:
            waiter.close()
        self._waiters.add(waiter)
        try:
            yield waiter
        finally:
            self._waiters.discard(waiter)

    def close(self) -> None:
        """Answer everybody now."""
        self._closing = True
        for waiter in self._waiters:
            waiter.close()
