"""Bar codes of several frames together (`decoder.Decoder` gives it those in which none was read).

A place with bars is found by its gradients and followed; the lines across it are summed, of each frame and over frames;
the likeliest EAN code in the sum counts if it is clearly the likeliest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.bars.laying import prepare
from kiosk.adapters.scan.bars.patterns import Kind, Line
from kiosk.adapters.scan.bars.places import BarPlace, bars_in
from kiosk.adapters.scan.bars.reader import LineRead, read_line
from kiosk.adapters.scan.bars.strips import Strip, laid_onto, strip_of
from kiosk.domain.scan.events import Outline

_STILL_PLACES = 2
_KEPT = 0.9
"""How much of the lines before counts at each frame."""
_SAME = 0.5
"""Correlation of a frame's line with those before, from which on it is the same code."""
_NEAR = 0.7
"""Of half a place's extent: how far it moves between looks."""
_ALIKE = 0.6
_TURNED = math.cos(math.radians(20))
_MOST_LOST = 3
_TRIES = 2
"""Looks at a place that promises nothing."""
_MOST_TRIES = 12
_HOPELESS = 8
"""Looks at places that promised nothing, until there is one in several only."""
_SELDOM = 4
_PROMISING = 0.68
"""How much digits have to look like digits for a place to be worth more frames."""
_ALMOST, _SOME_MARGIN = 0.92, 0.08
"""Likeness and margin that are not enough yet, and worth more frames."""
_REACH = 0.2
"""Of a line's length: how far it is looked for in those before."""


@dataclass(frozen=True, slots=True)
class FusedBars:
    """A bar code that was put together: its modules (1 dark), its text, its corners in the last frame, its own top left
    first, and from how many frames."""

    modules: tuple[int, ...]
    text: str
    outline: Outline
    frames: int


@dataclass(slots=True)
class _Track:
    place: BarPlace
    strip: Strip
    total: Line
    seen: Line
    frames: int = 1
    lost: int = 0
    tries: int = 0
    best: LineRead | None = None

    @property
    def line(self) -> Line:
        return np.asarray(self.total / (self.seen + 1e-3), np.float32)


class BarFuser:
    """Belongs to one thread. `kinds`: what is looked for, likeliest first."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = tuple(kinds)
        prepare(self._kinds)
        self._track: _Track | None = None
        self._idle = 0
        self._hopeless = 0
        self._turn = -1

    @property
    def promising(self) -> bool:
        """Whether what is followed may be a code."""
        track = self._track
        if track is None or track.best is None or track.tries >= _MOST_TRIES:
            return False
        best = track.best
        return best.guess > _PROMISING or (best.alike > _ALMOST and best.margin > _SOME_MARGIN)

    def described(self) -> str:
        """What is followed, for whoever looks for the reason; "" for nothing."""
        track = self._track
        if track is None:
            return ""
        best = track.best
        seen = f", likeness {best.alike:.2f}, margin {best.margin:.2f}" if best is not None else ""
        return f"{track.strip.bands} lines{seen}, {track.frames} frame(s) together"

    def forget(self) -> None:
        """The scene is over."""
        self._track = None
        self._idle = self._hopeless = 0
        self._turn = -1

    def still(self, gray: NDArray[Any]) -> list[FusedBars]:
        """What a single picture shows."""
        found = []
        for place in bars_in(gray)[:_STILL_PLACES]:
            strip = strip_of(gray, place)
            if strip is None:
                continue
            for kind in self._kinds:
                read = read_line(kind, strip.line, strip.weight)
                if read is not None and read.sure:
                    found.append(_fused(read, strip, 1))
                    break
        return found

    def look(self, gray: NDArray[Any]) -> tuple[bool, list[FusedBars]]:
        """Take one more frame: whether there were bars to look at, and what is read."""
        if self._idle > 0:
            self._idle -= 1
            return False, []
        place, track = self._next(bars_in(gray))
        strip = strip_of(gray, place) if place is not None else None
        if place is None or strip is None:
            return False, []
        track = self._track = _added(track, place, strip)
        read = self._read(track)
        if read is not None and read.sure:
            track.tries = 0
            return True, [_fused(read, track.strip, track.frames)]
        track.tries += 1
        self._hopeless = 0 if self.promising else self._hopeless + 1
        if self._hopeless >= _HOPELESS:
            self._idle = _SELDOM
        return True, []

    def _next(self, places: Sequence[BarPlace]) -> tuple[BarPlace | None, _Track | None]:
        """The place to look at, and what is known of it: the one that is followed as long as it may be a code, else the
        others in turn."""
        track = self._track
        if track is not None and (self.promising or track.tries < _TRIES):
            place = _nearest(places, track.place)
            if place is not None:
                return place, track
            track.lost += 1
            if track.lost < _MOST_LOST:
                return None, track
        self._track = None
        if not places:
            return None, None
        self._turn += 1
        return places[self._turn % len(places)], None

    def _read(self, track: _Track) -> LineRead | None:
        line = track.line
        best: LineRead | None = None
        for kind in self._kinds:
            read = read_line(kind, line, track.seen)
            if read is not None and (best is None or (read.sure, read.alike) > (best.sure, best.alike)):
                best = read
            if best is not None and best.sure:
                break
        track.best = best
        return best


def _nearest(places: Sequence[BarPlace], before: BarPlace) -> BarPlace | None:
    """The place that may be the one before, turned like that."""
    for place in places:
        apart = math.hypot(place.x - before.x, place.y - before.y)
        dot = place.across[0] * before.across[0] + place.across[1] * before.across[1]
        lengths = place.half_across * before.half_across
        alike = _ALIKE < place.half_across / before.half_across < 1 / _ALIKE
        if apart < _NEAR * before.half_across and abs(dot) > _TURNED * lengths and alike:
            return place if dot > 0 else _turned(place)
    return None


def _turned(place: BarPlace) -> BarPlace:
    """The same, from its other end."""
    (ax, ay), (bx, by) = place.across, place.along
    return BarPlace(place.x, place.y, (-ax, -ay), (-bx, -by))


def _added(track: _Track | None, place: BarPlace, strip: Strip) -> _Track:
    """The sum with one more strip; a new one where it has nothing in common with those before."""
    if track is not None:
        width = len(track.total)
        pixels = math.hypot(*track.strip.step) / math.hypot(*strip.step)
        at = (np.arange(width) - (width - 1) / 2) * pixels + (len(strip.line) - 1) / 2
        spots = np.arange(len(strip.line))
        line = np.interp(at, spots, strip.line).astype(np.float32)
        weight = np.interp(at, spots, strip.weight, left=0, right=0).astype(np.float32)
        reference = track.line
        reach = int(_REACH * width)
        padded = np.pad(line * (weight > 0), reach)
        shift = int(np.argmax(np.correlate(padded, reference, "valid"))) - reach
        shift_found, stretch, alike = laid_onto(line, reference, track.seen, float(shift), 1.0)
        if alike >= _SAME:
            places = (np.arange(width) - (width - 1) / 2) * stretch + (width - 1) / 2 + shift_found
            spots = np.arange(width)
            moved = np.interp(places, spots, line).astype(np.float32)
            heavy = np.interp(places, spots, weight, left=0, right=0).astype(np.float32) * np.float32(alike)
            track.total = _KEPT * track.total + moved * heavy
            track.seen = _KEPT * track.seen + heavy
            track.frames += 1
            track.lost = 0
            track.place = place
            own = (at[0] + (places[0]) * pixels, stretch * pixels)
            start = np.array(strip.start) + np.array(strip.step) * own[0]
            step = np.array(strip.step) * own[1]
            track.strip = Strip(
                track.line,
                track.seen,
                (float(start[0]), float(start[1])),
                (float(step[0]), float(step[1])),
                strip.along,
                strip.bands,
            )
            return track
    return _Track(place, strip, strip.line * strip.weight, strip.weight.copy())


def _fused(read: LineRead, strip: Strip, frames: int) -> FusedBars:
    start, step, half = np.array(strip.start), np.array(strip.step), np.array(strip.along)
    a, b = start + step * read.first, start + step * read.last
    if read.last < read.first:
        half = -half
    corners = [(float(x), float(y)) for x, y in (a - half, b - half, b + half, a + half)]
    return FusedBars(read.modules, read.text, (corners[0], corners[1], corners[2], corners[3]), frames)
