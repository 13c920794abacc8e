"""What a process of HQ keeps in memory of some of many: those it was asked about last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiosk.domain.campaigns.judged_again import Mark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """How far a member's history has been counted, and what must not have changed for that to hold."""

    mark: Mark
    basis: Hashable
    before: Hashable


class Newest(Generic[T]):
    """At most `most` values by key; the one that nobody touched for longest leaves first. For any thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, T] = OrderedDict()

    def get(self, key: str) -> T | None:
        """What is kept of `key`."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, value: T) -> None:
        """Keep this of `key`."""
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
