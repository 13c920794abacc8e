"""How far something long is, and whether the person who waits for it still wants it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], bool]
"""Done, and in all (0: nobody knows yet); False: the person has cancelled. May be called on any thread."""


class Cancelled(Exception):
    """The person has cancelled; nothing is left of what was begun."""
