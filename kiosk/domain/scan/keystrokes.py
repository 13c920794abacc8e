"""Tells a handheld scanner's keys from a person's.

A handheld scanner is a keyboard: it types the code and ends with Enter or Tab. Nothing in a key says who
pressed it, so the time between keys has to: a scanner presses one every 1 to 30 ms, nobody keeps up 40 ms
over six keys, and the fastest hands on a number block are at 80 ms. Keys are held back until it is clear
whose they are, then either become a scan or are given on, all of them, in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kiosk.domain.scan.keyboard_layouts import LayoutMixup, find_mixup
from kiosk.domain.tokens import TokenKind

_TOKEN_HEAD = tuple(f"{kind.value}:" for kind in TokenKind)
_SURE_GAPS = 4


@dataclass(frozen=True, slots=True)
class KeystrokeSettings:
    """How the store's handheld scanners are set up. Times in seconds.

    `gap_s`: keys of one scan are never further apart. `pace_s`: half of a scan's gaps are at most this,
    unless the text starts with `prefix` or one of our tokens' prefixes, which nobody types. `min_length`:
    shorter texts are a person's. `suffixes`: characters that end a scan, one each. `prefix`: what the
    scanner was told to type first, usually nothing; it is cut off. `person_hold_s`: how long a key is held
    back while somebody is typing; `person_s`: how long after a key somebody counts as typing.
    `late_suffix_s`: a suffix that comes so soon after a scan's end still belongs to it.
    """

    gap_s: float = 0.100
    pace_s: float = 0.040
    min_length: int = 6
    suffixes: frozenset[str] = frozenset("\r\t")
    prefix: str = ""
    person_hold_s: float = 0.040
    person_s: float = 0.600
    late_suffix_s: float = 0.250
    max_length: int = 4096

    def __post_init__(self) -> None:
        if not 0 < self.pace_s <= self.gap_s or not 0 < self.person_hold_s <= self.gap_s:
            raise ValueError("times must be above zero, and none of them longer than the gap between keys")
        if self.min_length < 1 or self.max_length < self.min_length:
            raise ValueError("a scan has at least one key, and no more than the longest")
        if any(len(suffix) != 1 for suffix in self.suffixes):
            raise ValueError("a suffix is one character")


@dataclass(frozen=True, slots=True)
class Held:
    """The key is held back. Call `silence` if no key has come `for_s` seconds after it."""

    for_s: float


@dataclass(frozen=True, slots=True)
class Typed:
    """All keys held so far, this one included, are a person's: give them on, in order. `keys` may be
    empty."""

    keys: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """All keys held so far, this one included, are a scan: give none of them on.

    `text` is what the code said, without prefix and suffix. With a `mixup` that could be repaired it is the
    repaired text; with one that could not it is None: there is no scan to act upon, only something to
    explain.
    """

    text: str | None
    mixup: LayoutMixup | None


@dataclass(frozen=True, slots=True)
class Swallowed:
    """A suffix that belongs to the scan before it: do not give it on."""


Decision = Held | Typed | Scanned | Swallowed


class KeystrokeAssembler:
    """Puts keys together. Fed with characters and the time each key was pressed, in order.

    Times are seconds of any clock that the keys share, best the one of the operating system's key events:
    keys that queue up behind a busy screen keep their distance there.
    """

    def __init__(self, settings: KeystrokeSettings | None = None) -> None:
        self._settings = settings or KeystrokeSettings()
        self._held = ""
        self._times: list[float] = []
        self._last_typed: float | None = None
        self._last_scan: float | None = None

    @property
    def holding(self) -> bool:
        """True while keys are held back."""
        return bool(self._held)

    def key(self, char: str, at: float) -> list[Decision]:
        """Take a key that gives `char` ("\\r" for Enter, "\\t" for Tab), pressed at `at`.

        One decision, or two when the keys held before turn out to be a matter of their own.
        """
        before: list[Decision] = []
        if self._held and not 0 <= at - self._times[-1] <= self._settings.gap_s:
            before.append(self.silence())
        return [*before, self._take(char, at)]

    def silence(self) -> Decision:
        """No further key came in time: decide about the keys held so far."""
        if self._is_scan(self._held, self._times):
            return self._scan(self._held)
        return self._type()

    def interrupt(self) -> Decision:
        """Something no scanner does happened (a shortcut, a key that repeats): the keys held are a
        person's."""
        return self._type()

    def _take(self, char: str, at: float) -> Decision:
        settings = self._settings
        if char in settings.suffixes:
            return self._end(char, at)
        self._last_scan = None
        self._held += char
        self._times.append(at)
        if len(self._held) > settings.max_length or self._is_surely_typed():
            return self._type()
        return Held(self._hold_for(at))

    def _end(self, suffix: str, at: float) -> Decision:
        if self._held:
            if self._is_scan(self._held, [*self._times, at]):
                self._times.append(at)
                return self._scan(self._held)
        elif self._last_scan is not None and 0 <= at - self._last_scan <= self._settings.late_suffix_s:
            return Swallowed()
        self._held += suffix
        self._times.append(at)
        return self._type()

    def _hold_for(self, at: float) -> float:
        settings = self._settings
        last = self._last_typed
        typing = last is not None and 0 <= at - last <= settings.person_s
        # One key of a typing person appears 40 ms late and not 100; a scanner is faster than that from its
        # second key on, which then gets the whole gap.
        return settings.person_hold_s if typing and len(self._held) == 1 else settings.gap_s

    def _is_surely_typed(self) -> bool:
        # A scanner stumbles now and then, but not four times running.
        gaps = self._gaps(self._times[-_SURE_GAPS - 1 :])
        slow = len(gaps) == _SURE_GAPS and min(gaps) > self._settings.pace_s
        return slow and not self._may_have_head(self._held)

    def _is_scan(self, text: str, times: list[float]) -> bool:
        if len(text) < self._settings.min_length:
            return False
        gaps = self._gaps(times)
        return self._has_head(text) or (bool(gaps) and median(gaps) <= self._settings.pace_s)

    def _has_head(self, text: str) -> bool:
        prefix = self._settings.prefix
        return bool(prefix and text.startswith(prefix)) or text.upper().startswith(_TOKEN_HEAD)

    def _may_have_head(self, text: str) -> bool:
        heads = (self._settings.prefix, *_TOKEN_HEAD)
        return self._has_head(text) or any(head.startswith(text.upper()) for head in heads if head)

    @staticmethod
    def _gaps(times: list[float]) -> list[float]:
        return [later - earlier for earlier, later in pairwise(times)]

    def _type(self) -> Typed:
        keys, self._held = self._held, ""
        if self._times:
            self._last_typed = self._times[-1]
        self._times = []
        return Typed(keys)

    def _scan(self, text: str) -> Scanned:
        self._last_scan = self._times[-1]
        self._held, self._times, self._last_typed = "", [], None
        text = text.removeprefix(self._settings.prefix)
        mixup = find_mixup(text)
        return Scanned(text if mixup is None else mixup.repaired, mixup)
