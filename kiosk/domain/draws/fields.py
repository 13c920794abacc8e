"""Reads bodies that come from elsewhere, strictly: a field that is missing, unknown or of another shape has a name."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from kiosk.domain.draws.encoding import LARGEST

T = TypeVar("T")
_HEX = frozenset(string.hexdigits.lower())


class FieldFault(ValueError):
    """A body is not what it should be. `field`: its path, as `prizes.0.n`; `problem`: missing | unknown | shape."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field, self.problem = field, problem


class Fields:
    """The fields of one object, each to be taken once; `done` refuses what nobody took. Raises FieldFault."""

    def __init__(self, value: Any, at: str = "") -> None:
        if not isinstance(value, Mapping) or not all(map(is_text, value)):
            raise FieldFault(at, "shape")
        self._left, self._at = dict(value), at

    def text(self, name: str) -> str:
        """Any text, in NFC."""
        return self._take(name, is_text)  # type: ignore[no-any-return]

    def whole(self, name: str, least: int = 0, most: int = LARGEST) -> int:
        """A whole number from `least` to `most`, at most what JSON holds exactly."""
        return self._take(name, lambda value: is_whole(value, least) and value <= most)  # type: ignore[no-any-return]

    def flag(self, name: str) -> bool:
        """True or false."""
        return self._take(name, lambda value: isinstance(value, bool))  # type: ignore[no-any-return]

    def hex(self, name: str, size: int) -> str:
        """`size` bytes in small hexadecimal digits."""
        return self._take(name, lambda value: is_hex(value, size))  # type: ignore[no-any-return]

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self._take(name, lambda value: is_list(value) and all(map(is_text, value)))
        return tuple(found)

    def each(self, name: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
        """A list of bodies, each read by `read(value, path)`."""
        at = self.at(name)
        return tuple(read(item, f"{at}.{i}") for i, item in enumerate(self._take(name, is_list)))

    def part(self, name: str, read: Callable[[Any, str], T]) -> T:
        """A body within this one."""
        return read(self._take(name, lambda _: True), self.at(name))

    def has(self, name: str) -> bool:
        """Whether a field that may be left out is there."""
        return name in self._left

    def at(self, name: str) -> str:
        """The path of a field."""
        return f"{self._at}.{name}" if self._at else name

    def done(self) -> None:
        """Nothing else may be in it."""
        for name in self._left:
            raise FieldFault(self.at(name), "unknown")

    def _take(self, name: str, good: Callable[[Any], bool]) -> Any:
        if name not in self._left:
            raise FieldFault(self.at(name), "missing")
        value = self._left.pop(name)
        if not good(value):
            raise FieldFault(self.at(name), "shape")
        return value


def is_text(value: Any) -> bool:
    """Whether it is a text that has bytes (no half of a surrogate pair), and only one form of them (NFC)."""
    if not isinstance(value, str):
        return False
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return unicodedata.is_normalized("NFC", value)


def is_whole(value: Any, least: int = 0) -> bool:
    """Whether it is a whole number (true and false are none) from `least` to 2^53 − 1."""
    return type(value) is int and least <= value <= LARGEST


def is_hex(value: Any, size: int) -> bool:
    """Whether it is `size` bytes in small hexadecimal digits."""
    return isinstance(value, str) and len(value) == 2 * size and _HEX.issuperset(value)


def is_list(value: Any) -> bool:
    """Whether it is a list; a text is none."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))
