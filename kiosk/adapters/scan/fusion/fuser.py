"""Reads a symbol from several frames, none of which holds it whole (`decoder.Decoder` gives it those not read).

A suspected symbol is found by its finder patterns, followed from frame to frame, and straightened; each frame votes for
each module; the sums are mended by the symbol's own check, drawn anew, and given to zxing-cpp. Nothing counts but what
passes that check.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.erasures import mended
from kiosk.adapters.scan.fusion.finders import finders_in, halved_finders_in
from kiosk.adapters.scan.fusion.rectify import GrayImage, Plane, corners_of, rectified
from kiosk.adapters.scan.fusion.regions import LEAST_ALIKE, Region, fixed_of, regions_in
from kiosk.adapters.scan.fusion.settle import Place, softened
from kiosk.adapters.scan.fusion.symbol import Frame, Soft, codewords_seen, drawn, formats_seen, frame_of
from kiosk.adapters.scan.fusion.votes import votes_of
from kiosk.domain.scan.events import Outline
from kiosk.domain.scan.hints import ScanHint

_FORMATS_TRIED = 2
_BLOCKS = (25, 61)
"""Sizes of finder patterns that are looked for by turns, in pixels; the large ones in a picture of half the size, which
takes a quarter of the time."""
_MOST_LOST = 6
"""Frames without the region until it is given up."""
_SURE_ENOUGH = 12.0
"""Odds of a module at most, in natural logarithms."""
_KEPT = 0.93
"""How much of the votes before counts at each frame: what was misread at first must not stay."""
_ALIKE_FRAMES = 1.5
"""So many frames' worth of votes where frames are not wrong independently of each other."""
_SURE_SYMBOL = 0.75
"""Likeness that textures and wrong versions do not have."""
_MARGIN = 6
"""Modules about a symbol."""
_FEW = 3
"""Frames of a region that are not read before anything is said of it."""
_SMALL = 2.0
"""Pixels of a module, as wide as it is where it is narrowest."""
_MIRRORED = 0.06
"""Share of a symbol in which nothing is to be seen, from which on it mirrors a lamp."""
_CLEAR, _ENOUGH, _CONTRARY = 2.0, 24, 0.25
"""Votes that are clear; how many there have to be; and the share of contrary ones that another symbol has: half of its
modules are as they were, by chance."""
_NEAR = 4
"""Modules by which a symbol moves between frames at most."""
_CLEARLY = 0.1
"""By so much a region has to look more like a symbol to be followed instead of the one that is."""


@dataclass(frozen=True, slots=True)
class Fused:
    """A symbol that was put together: its modules (1 dark), its corners in the last frame, its own top left first, and
    from how many frames."""

    modules: NDArray[np.uint8]
    outline: Outline
    frames: int


@dataclass(slots=True)
class _Track:
    region: Region
    total: Soft
    weight: float
    unseen: float
    frames: int = 1
    lost: int = 0
    other: Soft | None = None
    """Votes of the frame before, where they were of another symbol."""

    def add(self, votes: Soft, weight: float) -> None:
        """One more frame's votes."""
        self.total = np.asarray(_KEPT * self.total + np.float32(weight) * votes, np.float32)
        self.weight = _KEPT * self.weight + weight
        self.frames += 1
        self.other = None

    @property
    def soft(self) -> Soft:
        """What all frames say together, were each wrong by itself."""
        return np.asarray(np.clip(self.total, -_SURE_ENOUGH, _SURE_ENOUGH), np.float32)

    @property
    def usual(self) -> Soft:
        """What they say where they may be wrong together: a reflection that hardly moves says the same each time."""
        return np.asarray(self.total * np.float32(_ALIKE_FRAMES / max(self.weight, _ALIKE_FRAMES)), np.float32)


class Fuser:
    """Belongs to one thread."""

    def __init__(self) -> None:
        self._track: _Track | None = None
        self._looks = 0

    @property
    def following(self) -> bool:
        """Whether a region is followed."""
        return self._track is not None

    @property
    def sure(self) -> bool:
        """Whether what is followed is a symbol beyond doubt, and of the right version."""
        return self._track is not None and self._track.region.alike > _SURE_SYMBOL

    def part(self, shape: tuple[int, ...]) -> tuple[slice, slice] | None:
        """Rows and columns of a picture (height, width) that hold what is followed with a margin."""
        track = self._track
        if track is None:
            return None
        size = frame_of(track.region.version).size
        corners = corners_of(track.region.warp, size)
        margin = _MARGIN / size * np.ptp(corners, axis=0)
        left, top = (max(0, int(low)) for low in corners.min(0) - margin)
        right, bottom = (int(high) + 1 for high in corners.max(0) + margin)
        return slice(top, min(bottom, shape[0])), slice(left, min(right, shape[1]))

    @property
    def hint(self) -> ScanHint | None:
        """What would help, where a symbol is followed for a while and not read."""
        track = self._track
        if track is None or track.frames < _FEW:
            return None
        size = frame_of(track.region.version).size
        corners = corners_of(track.region.warp, size)
        sides = np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1)
        if float(sides.min()) < _SMALL * size:
            return ScanHint.CLOSER
        return ScanHint.TILT if track.unseen > _MIRRORED else ScanHint.HOLD_STILL

    def described(self) -> str:
        """What is followed, for whoever looks for the reason: version, likeness to a symbol, the share of modules of
        which the last frame said nothing, and how many frames were put together; "" for nothing."""
        track = self._track
        if track is None:
            return ""
        region = track.region
        return (
            f"version {region.version}, likeness {region.alike:.2f}, {100 * track.unseen:.0f} % unseen,"
            f" {track.frames} frame(s) together"
        )

    def forget(self) -> None:
        """The scene is over."""
        self._track = None
        self._looks = 0

    def follow(self, picture: GrayImage) -> Fused | None:
        """Take one more frame of the region that is followed."""
        track = self._track
        if track is None:
            return None
        frame = frame_of(track.region.version)
        region = _followed(picture, track, frame)
        if region is None:
            track.lost += 1
            if track.lost >= _MOST_LOST:
                self._track = None
            return None
        return self._added(picture, track, region, frame)

    def _added(self, picture: GrayImage, track: _Track, region: Region, frame: Frame) -> Fused | None:
        """One more frame, in which the region is there."""
        track.lost = 0
        track.region = region
        seen = _seen(picture, region, frame)
        votes = votes_of(seen, frame, track.soft)
        if _another(track.total, votes, frame):
            votes = votes_of(seen, frame)  # without what was believed of another one
        track.unseen = _unseen(votes)
        weight = _weight(region)
        if not _another(track.total, votes, frame):
            track.add(votes, weight)
            return self._read(track, frame, (track.soft, track.usual, votes))
        # laid on wrongly, or another symbol in the place of this one: two such frames that agree begin anew
        if track.other is None or _another(track.other, votes, frame):
            track.other = np.float32(weight) * votes
            return self._read(track, frame, (votes,))
        track.total, track.weight, track.frames = track.other, weight, 1
        track.add(votes, weight)
        return self._read(track, frame, (track.soft, votes))

    def look(self, picture: GrayImage, restored: GrayImage) -> Fused | None:
        """Look for a region. `restored`: the same picture with its blur and noise taken back as far as may be."""
        small, large = _BLOCKS
        self._looks += 1
        finders = finders_in(restored, small) if self._looks % 2 else halved_finders_in(restored, large)
        regions = regions_in(picture, finders)
        if not regions:
            return None
        region = regions[0]
        frame = frame_of(region.version)
        track = self._track
        if track is not None and _same(region, track.region):
            return self._added(picture, track, region, frame)
        if track is not None and region.alike < track.region.alike + _CLEARLY:
            return None
        soft = votes_of(_seen(picture, region, frame), frame)
        self._track = _Track(region, np.float32(_weight(region)) * soft, _weight(region), _unseen(soft))
        return self._read(self._track, frame, (soft,))

    def _read(self, track: _Track, frame: Frame, votes: tuple[Soft, ...]) -> Fused | None:
        for soft in votes:
            straight, mirrored = formats_seen(frame, soft), formats_seen(frame, soft.T)
            # seen from behind, or in a mirror: rows are columns, which finders and timing do not tell
            seen, formats = (soft, straight) if straight[0][1] >= mirrored[0][1] else (soft.T, mirrored)
            for format_, _likeness in formats[:_FORMATS_TRIED]:
                words = mended(frame.version, format_, *codewords_seen(frame, seen, format_))
                if words is not None:
                    a, b, c, d = corners_of(track.region.warp, frame.size).tolist()
                    outline = (a[0], a[1]), (b[0], b[1]), (c[0], c[1]), (d[0], d[1])
                    return Fused(drawn(frame, format_, words), outline, track.frames)
        return None


def _same(one: Region, other: Region) -> bool:
    """Whether two regions are one symbol in two frames."""
    if (one.version, one.dark) != (other.version, other.dark):
        return False
    size = frame_of(one.version).size
    corners, others = corners_of(one.warp, size), corners_of(other.warp, size)
    apart = float(np.abs(corners - others).max())
    return apart < _NEAR * float(np.linalg.norm(corners[1] - corners[0])) / size


def _another(total: Soft, votes: Soft, frame: Frame) -> bool:
    """Whether a frame is not of the symbol that those before were of: of what both say clearly, much is contrary."""
    clear = (np.abs(total) > _CLEAR) & (np.abs(votes) > _CLEAR) & ~frame.known
    count = int(np.count_nonzero(clear))
    return count >= _ENOUGH and int(np.count_nonzero(clear & ((total > 0) != (votes > 0)))) > _CONTRARY * count


def _unseen(votes: Soft) -> float:
    """The share of modules of which a frame says nothing."""
    return float(np.mean(votes == 0.0))


def _weight(region: Region) -> float:
    """What a frame's votes count, by how well the symbol was laid onto it."""
    return float(np.clip((region.alike - 0.4) / 0.5, 0.1, 1.0))


def _seen(picture: GrayImage, region: Region, frame: Frame) -> Plane:
    flat = rectified(picture, region.warp, frame.size)
    return flat if region.dark > 0 else np.float32(255.0) - flat


def _followed(picture: GrayImage, track: _Track, frame: Frame) -> Region | None:
    """Where the region is now: what is known of it is looked for about where it was."""
    fixed = fixed_of(frame.version)
    belief = np.where(frame.known, fixed, np.tanh(track.soft / 4)).astype(np.float32)
    region = track.region
    expected = region.dark * softened(belief)
    place = Place(picture, region.warp, frame.size)
    warp, _alike = place.settled(place.shifted(region.warp, expected), expected, 5)
    # by what is known beforehand alone: what was voted for wrongly would agree with itself
    alike = place.alike(warp, region.dark * softened(fixed))
    return replace(region, warp=warp, alike=alike) if alike >= LEAST_ALIKE else None
