"""What a scan is, and when a sighting of a code counts as one.

A *sighting* is a code read in one frame; a *scan* is what the station acts upon. A camera sees the same
code thirty times a second, so `Debouncer` turns sightings into scans. Times are seconds of a monotonic
clock and always passed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]
Outline = tuple[Point, Point, Point, Point]


class Symbology(StrEnum):
    """How the text was written down. `TYPED` is what a person keyed in by hand."""

    QR = "qr"
    MICRO_QR = "micro_qr"
    RMQR = "rmqr"
    EAN13 = "ean13"
    EAN8 = "ean8"
    UPCA = "upca"
    CODE128 = "code128"
    UNKNOWN = "unknown"  # a handheld scanner sends the text and not what it was printed as
    TYPED = "typed"

    @property
    def linear(self) -> bool:
        """True for bar codes, whose single check digit lets a misread through now and then."""
        return self in LINEAR


LINEAR = frozenset({Symbology.EAN13, Symbology.EAN8, Symbology.UPCA, Symbology.CODE128})
MATRIX = frozenset({Symbology.QR, Symbology.MICRO_QR, Symbology.RMQR})


class ScanSource(StrEnum):
    """Where a scan came from."""

    CAMERA = "camera"
    HANDHELD = "handheld"
    SERIAL = "serial"
    TYPED = "typed"
    TILL = "till"  # an existing till scanned it and passed it on


class CameraStatus(StrEnum):
    """What the camera is doing. `NONE`: no camera is set up, the station works by scanner alone."""

    NONE = "none"
    STARTING = "starting"
    READY = "ready"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class ScanEvent:
    """One text that was scanned.

    `text` is unchanged, control characters and NUL included. `outline` has the code's corners in pixels of
    the full frame, in the code's own order (its top left first); None for anything but a camera.
    `frame_index` counts the camera's frames from 0. `seen_mono` is in seconds of the terminal's monotonic
    clock.
    """

    text: str
    symbology: Symbology
    source: ScanSource
    outline: Outline | None
    frame_index: int | None
    seen_mono: float


@dataclass(slots=True)
class _Sightings:
    """What is known of one text in view."""

    last_seen: float
    last_frame: int | None
    agreeing: int
    reported: bool


class Debouncer:
    """Turns sightings into scans, a text at a time.

    A text held in view is reported once, and again only after it was away for `away_s` seconds. A bar code
    needs `linear_agree` frames that agree before it is believed; a QR code carries error correction and is
    believed at once. Different texts never delay each other. Handheld and serial scanners report each pull
    of the trigger, which is somebody's decision; a camera that still looks at the same code adds nothing to
    it.
    """

    def __init__(self, away_s: float = 1.5, linear_agree: int = 2) -> None:
        if away_s < 0 or linear_agree < 1:
            raise ValueError("away_s must not be negative and linear_agree must be at least 1")
        self._away_s = away_s
        self._linear_agree = linear_agree
        self._seen: dict[str, _Sightings] = {}

    def see(self, sighting: ScanEvent) -> ScanEvent | None:
        """Return the sighting if it is a new scan, else None. Sightings come in the order of `seen_mono`."""
        now = sighting.seen_mono
        self.forget_gone(now)
        known = self._seen.get(sighting.text)
        if sighting.source is not ScanSource.CAMERA:
            self._seen[sighting.text] = _Sightings(now, None, self._linear_agree, reported=True)
            return sighting
        if known is None:
            known = self._seen[sighting.text] = _Sightings(now, sighting.frame_index, 1, reported=False)
        else:
            # Two readings of one frame share whatever went wrong in it: they are not two witnesses.
            if sighting.frame_index is None or sighting.frame_index != known.last_frame:
                known.agreeing += 1
            known.last_seen = now
            known.last_frame = sighting.frame_index
        needed = self._linear_agree if sighting.symbology.linear else 1
        if known.reported or known.agreeing < needed:
            return None
        known.reported = True
        return sighting

    def see_all(self, sightings: Iterable[ScanEvent]) -> list[ScanEvent]:
        """`see` for all codes of one frame."""
        return [scan for scan in map(self.see, sightings) if scan is not None]

    def forget(self) -> None:
        """Forget everything in view: the next sighting of any text is a new scan (the station was
        cleared)."""
        self._seen.clear()

    def forget_gone(self, now: float) -> None:
        """Keep nothing of codes that are not in view any more. `now`: as of sightings."""
        # Also what keeps the table small: it only ever holds what was in view during the last away_s seconds.
        gone = [text for text, known in self._seen.items() if now - known.last_seen >= self._away_s]
        for text in gone:
            del self._seen[text]
