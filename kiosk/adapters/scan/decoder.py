"""Reads codes in a picture: zxing-cpp first, help for it on a miss, zbar for what stays unread.

Whatever a picture holds, decoding it never raises: one odd code must not stop the scan loop.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from kiosk.adapters.scan.bars.fuser import BarFuser, FusedBars
from kiosk.adapters.scan.bars.patterns import EAN8, EAN13
from kiosk.adapters.scan.bars.patterns import picture_of as picture_of_bars
from kiosk.adapters.scan.fusion.fuser import Fused, Fuser
from kiosk.adapters.scan.fusion.symbol import picture_of
from kiosk.adapters.scan.passes import LIVE, STILL, Pass, restored
from kiosk.adapters.scan.stillness import Stillness
from kiosk.domain.scan.events import LINEAR, MATRIX, Outline, Symbology
from kiosk.domain.scan.hints import ScanHint

GrayImage = NDArray[np.uint8]

log = logging.getLogger(__name__)

DEFAULT_SYMBOLOGIES = frozenset({Symbology.QR, Symbology.EAN13, Symbology.EAN8, Symbology.UPCA, Symbology.CODE128})
_FORMATS = {
    Symbology.QR: zxingcpp.BarcodeFormat.QRCode,
    Symbology.MICRO_QR: zxingcpp.BarcodeFormat.MicroQRCode,
    Symbology.RMQR: zxingcpp.BarcodeFormat.RMQRCode,
    Symbology.EAN13: zxingcpp.BarcodeFormat.EAN13,
    Symbology.EAN8: zxingcpp.BarcodeFormat.EAN8,
    Symbology.UPCA: zxingcpp.BarcodeFormat.UPCA,
    Symbology.CODE128: zxingcpp.BarcodeFormat.Code128,
}
_SYMBOLOGIES = {barcode_format: symbology for symbology, barcode_format in _FORMATS.items()}
_LINEAR_EVERY = 3
_LINEAR_HOT_FRAMES = 30
_LINEAR_WARM_FRAMES = 4
"""The same where something may be a bar code."""
_FIRST_LOOKS = 2
_LOOK_EVERY = 3
"""Misses after which a symbol is looked for that several frames together may hold."""
_LOOK_SELDOM = 6
"""The same where nothing was read for long: then most likely nothing is there."""
_LONG = 15
_EMPTY = 60
"""Frames in which nothing moved and nothing was read, after which fewer looks are made: each was made several times."""
_EMPTY_EVERY = 3
_ENDS = 0.05
_ZBAR_EVERY, _ZBAR_TURN = 12, 8
_SMALLEST_SIDE = 16
_RETAIL = frozenset({Symbology.EAN13, Symbology.EAN8, Symbology.UPCA})
# Share of a reading's height in its width. Measured on the photographs: misreadings that pass the check
# digit lie on a few lines of pixels, right ones on many. Code 128 has a stronger check and was never
# misread.
_THINNEST_RETAIL = 0.03
_KINDS = ((EAN13, frozenset({Symbology.EAN13, Symbology.UPCA})), (EAN8, frozenset({Symbology.EAN8})))
_WEAK = frozenset({Symbology.MICRO_QR, Symbology.RMQR})
"""Their smallest have next to no check: a finder pattern of a blurred QR code was read as one of a single digit. They
are believed when two frames, or two looks at a picture, agree."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One code in one picture.

    `text` has every character that the code has, control characters and NUL included. `raw` are its bytes
    as written, whatever their encoding. `outline` has its corners in pixels of the picture, its own top
    left first. `found_by` names the pass that made it readable ("plain" for none, "fused" for several frames together).
    `frames`: how many frames it was put together from.
    """

    text: str
    raw: bytes
    symbology: Symbology
    outline: Outline
    found_by: str
    frames: int = 1


class Decoder:
    """Reads the codes of the given symbologies. Belongs to one thread.

    Live frames (`decode`) get a bounded time each: one plain look, and on a miss one more, another one each
    time. Where something looks like a symbol it is followed, and put together of what each frame shows (`fusion`).
    Bar codes are looked for in every third frame, and in every frame for a while after one was seen;
    believing one takes two agreeing frames, which is `kiosk.domain.scan.events.Debouncer`'s part. Where something looks
    like an EAN code its lines are summed, over frames too (`bars`). Single pictures (`decode_still`) get everything
    there is until something is read.
    """

    def __init__(
        self,
        symbologies: Iterable[Symbology] = DEFAULT_SYMBOLOGIES,
        *,
        use_zbar: bool = True,
        fuse: bool = True,
    ) -> None:
        wanted = frozenset(symbologies) & _FORMATS.keys()
        if not wanted:
            raise ValueError("nothing to look for")
        self._linear = [_FORMATS[s] for s in sorted(wanted & LINEAR)]
        self._matrix = [_FORMATS[s] for s in sorted(wanted - LINEAR)]
        self._zbar = _load_zbar() if use_zbar and Symbology.QR in wanted else None
        self._fuser = Fuser() if fuse and Symbology.QR in wanted else None
        kinds = [kind for kind, names in _KINDS if wanted & names]
        self._bars = BarFuser(kinds) if fuse and kinds else None
        self._still = Stillness()
        self._frames = 0
        self._misses = 0
        self._weak: set[str] = set()
        self.steps: list[str] = []
        """What was done with the last live frame, in order, for whoever looks for the reason."""
        self._linear_hot = 0
        self._bars_waited = False

    def decode(self, gray: GrayImage, frame_index: int = 0) -> list[Reading]:
        """Read what a live frame shows (uint8, height×width). `frame_index` is only for the log."""
        picture = _checked(gray)
        if picture is None:
            return []
        formats = list(self._matrix)
        turn = self._frames % _LINEAR_EVERY == 0
        linear = bool(self._linear) and (not formats or self._linear_hot > 0 or turn)
        # lines that are being summed hold more than any one of them: zxing-cpp need not search each frame as well
        if linear and (not formats or turn or self._bars is None or not self._bars.promising):
            formats += self._linear
        self._frames += 1
        self._linear_hot = max(0, self._linear_hot - 1)
        self.steps = ["plain"]
        self._still.see(picture)
        readings = self._agreed(_zxing(picture, formats))
        looked = False
        if linear and not readings and self._bars_are_next():
            looked, readings = self._look_at_bars(picture)
        if any(reading.symbology.linear for reading in readings):
            self._linear_hot = _LINEAR_HOT_FRAMES
        # A bar code on the goods behind it must not keep a coupon's QR code from its second look.
        if not self._matrix or any(reading.symbology in MATRIX for reading in readings):
            self._forget_misses()
        elif not looked:
            readings += self._second_look(picture, frame_index)
        return readings

    def _bars_are_next(self) -> bool:
        """Whether it is the bars' turn: every other time where a symbol is followed, which takes as long."""
        self._bars_waited = self._fuser is not None and self._fuser.following and not self._bars_waited
        return not self._bars_waited

    def _look_at_bars(self, picture: GrayImage) -> tuple[bool, list[Reading]]:
        """Whether there were bars to look at, and what they and those of the frames before say together."""
        if self._bars is None:
            return False, []
        looked, found = self._bars.look(picture)
        if looked:
            self.steps.append(f"bars: {self._bars.described()}")
        if self._bars.promising:
            self._linear_hot = max(self._linear_hot, _LINEAR_WARM_FRAMES)
        return looked, self._drawn_bars(found)

    def _drawn_bars(self, found: Iterable[FusedBars]) -> list[Reading]:
        return [
            replace(one, outline=fused.outline, frames=fused.frames)
            for fused in found
            for one in _zxing(picture_of_bars(fused.modules), self._linear, found_by="fused")
            if one.text == fused.text
        ]

    @property
    def hint(self) -> ScanHint | None:
        """What would help a code that is seen and not read yet."""
        return None if self._fuser is None else self._fuser.hint

    def _second_look(self, picture: GrayImage, frame_index: int) -> list[Reading]:
        # Counted in misses and not in frames: of dropped frames, every second could always get the same.
        if not self._worth_a_look():
            return []
        turn = self._misses
        self._misses += 1
        readings = self._turn(turn, picture)
        if readings:
            log.debug("frame %d read by %s after %d misses", frame_index, readings[0].found_by, turn)
            self._forget_misses()
        return readings

    def _worth_a_look(self) -> bool:
        """False in two of three frames of a counter on which nothing moves and nothing looks like a symbol."""
        following = self._fuser is not None and self._fuser.following
        return following or self._still.frames < _EMPTY or self._frames % _EMPTY_EVERY == 0

    def _agreed(self, readings: list[Reading]) -> list[Reading]:
        """Without what has next to no check and was not read in the frame before, too."""
        before, self._weak = self._weak, {one.text for one in readings if one.symbology in _WEAK}
        return [one for one in readings if one.symbology not in _WEAK or one.text in before]

    def _turn(self, turn: int, picture: GrayImage) -> list[Reading]:
        """One look that takes its time: for a symbol, at the one that is followed, or at the prepared picture."""
        if self._fuser is not None and _looks_for_symbols(turn) and not self._fuser.sure:
            found = self._fuser.look(picture, restored(picture, _ENDS))
            self.steps.append(f"look for a symbol: {self._fuser.described() or 'none'}")
            return _drawn(found)
        followed = self._followed(picture)
        part = self._fuser.part(picture.shape) if self._fuser is not None else None
        if followed or part is None:
            return followed or self._prepared(turn, picture)
        # what else may be in the frame gets every other turn
        if turn % 2:
            return self._prepared(turn, picture)
        rows, columns = part
        near = _checked(picture[part])
        found_near = [] if near is None else self._prepared(turn, near) or self._prepared(turn + 1, near)
        return [_moved(one, columns.start, rows.start) for one in found_near]

    def _prepared(self, turn: int, picture: GrayImage) -> list[Reading]:
        if self._zbar is not None and turn % _ZBAR_EVERY == _ZBAR_TURN:
            self.steps.append("zbar")
            return _read_with_zbar(self._zbar, picture)
        extra = LIVE[(turn + 1) % len(LIVE)]  # looks take even turns: the cheaper pass comes more often
        self.steps.append(extra.name)
        return [one for one in _pass(extra, picture, self._matrix, quick=True) if one.symbology not in _WEAK]

    def _followed(self, picture: GrayImage) -> list[Reading]:
        if self._fuser is None or not self._fuser.following:
            return []
        found = self._fuser.follow(picture)
        self.steps.append(f"follow: {self._fuser.described() or 'lost'}")
        return _drawn(found)

    def _forget_misses(self) -> None:
        self._misses = 0
        if self._fuser is not None:
            self._fuser.forget()

    def decode_still(self, gray: GrayImage) -> list[Reading]:
        """Read what a single picture shows, trying everything until something is read.

        A bar code, or a Micro QR code, counts only if two different looks agree on it; a QR code has error correction
        and counts at once, and so does a bar code that was clearly the likeliest by all its lines.
        """
        checked = _checked(gray)
        if checked is None:
            return []
        votes: dict[str, int] = {}
        believed: dict[str, Reading] = {}
        for readings in self._looks(checked, self._matrix + self._linear):
            done = bool(believed)
            for reading in {reading.text: reading for reading in readings}.values():
                votes[reading.text] = votes.get(reading.text, 0) + 1
                sure = reading.found_by == "fused" or not (reading.symbology.linear or reading.symbology in _WEAK)
                if sure or votes[reading.text] > 1:
                    believed.setdefault(reading.text, reading)
            # A bar code beside a QR code that was read at once gets one more look to be believed.
            if believed and (done or len(believed) == len(votes)):
                break
        return list(believed.values())

    def _looks(self, gray: GrayImage, formats: list[Any]) -> Iterator[list[Reading]]:
        yield _zxing(gray, formats)
        for extra in STILL:
            yield _pass(extra, gray, formats)
        if self._fuser is not None:
            yield _drawn(Fuser().look(gray, restored(gray, _ENDS)))
        if self._bars is not None:
            yield self._drawn_bars(self._bars.still(gray))
        if self._zbar is not None:
            yield _read_with_zbar(self._zbar, gray)


def _looks_for_symbols(turn: int) -> bool:
    """For small ones and for large ones at once, and again after every few misses."""
    return turn < _FIRST_LOOKS or turn % (_LOOK_EVERY if turn < _LONG else _LOOK_SELDOM) == 1


def _checked(gray: GrayImage) -> GrayImage | None:
    """A picture that decoders can take, or None: at least 16 pixels each way, contiguous."""
    if gray.ndim != 2 or gray.dtype != np.uint8 or min(gray.shape) < _SMALLEST_SIDE:
        return None
    return np.ascontiguousarray(gray)


def _pass(extra: Pass, gray: GrayImage, formats: list[Any], *, quick: bool = False) -> list[Reading]:
    """`quick`: without what the plain look at the same frame has tried (smaller, inverted), half of the time."""
    try:
        prepared = extra.prepare(gray)
    except cv2.error:
        log.warning("pass %s failed on a %s picture", extra.name, gray.shape, exc_info=True)
        return []
    return _zxing(prepared.image, formats, scale=prepared.scale, found_by=extra.name, thorough=not quick)


def _zxing(
    gray: GrayImage, formats: list[Any], *, scale: float = 1.0, found_by: str = "plain", thorough: bool = True
) -> list[Reading]:
    try:
        # The default text mode (HRI) writes control characters as words; plain gives the text.
        found = zxingcpp.read_barcodes(
            gray,
            formats=zxingcpp.BarcodeFormats(formats),
            text_mode=zxingcpp.TextMode.Plain,
            try_downscale=thorough,
            try_invert=thorough,
        )
        readings = [_reading(barcode, scale, found_by) for barcode in found]
    except Exception:  # a binding may throw anything at an odd code, and the loop must go on
        log.warning("zxing-cpp failed on a %s picture", gray.shape, exc_info=True)
        return []
    return [r for r in readings if r.symbology not in _RETAIL or _height_share(r.outline) >= _THINNEST_RETAIL]


def _drawn(fused: Fused | None) -> list[Reading]:
    """What a symbol says that was put together: drawn anew, without a fault, for zxing-cpp to read."""
    if fused is None:
        return []
    found = _zxing(picture_of(fused.modules), [zxingcpp.BarcodeFormat.QRCode], found_by="fused")
    return [replace(one, outline=fused.outline, frames=fused.frames) for one in found]


def _moved(reading: Reading, right: int, down: int) -> Reading:
    """A reading of a part of a picture, as of the whole."""
    a, b, c, d = ((x + right, y + down) for x, y in reading.outline)
    return replace(reading, outline=(a, b, c, d))


def _height_share(outline: Outline) -> float:
    a, b, c, d = outline
    width = math.dist(a, b) + math.dist(c, d)
    return (math.dist(b, c) + math.dist(d, a)) / width if width else 0.0


def _reading(barcode: Any, scale: float, found_by: str) -> Reading:
    text = barcode.text
    symbology = _SYMBOLOGIES[barcode.format]
    # zxing-cpp gives a UPC-A as the EAN-13 that it is, with a zero in front; the text stays like that.
    if symbology is Symbology.EAN13 and len(text) == 13 and text.startswith("0"):
        symbology = Symbology.UPCA
    corners = barcode.position
    outline: Outline = (
        (corners.top_left.x / scale, corners.top_left.y / scale),
        (corners.top_right.x / scale, corners.top_right.y / scale),
        (corners.bottom_right.x / scale, corners.bottom_right.y / scale),
        (corners.bottom_left.x / scale, corners.bottom_left.y / scale),
    )
    return Reading(text, bytes(barcode.bytes), symbology, outline, found_by)


def _load_zbar() -> ModuleType | None:
    try:
        from pyzbar import pyzbar
    except ImportError:  # the shared library is not there: one rescue less
        log.warning("zbar is not installed; codes that only zbar reads stay unread")
        return None
    module: ModuleType = pyzbar
    return module


def _read_with_zbar(zbar: Any, gray: GrayImage) -> list[Reading]:
    """QR codes only: zbar's misreadings of EAN codes pass their check digit too often.

    zbar converts texts to UTF-8 after guessing their encoding, and guesses wrongly; ASCII comes out of
    every guess the same, so only ASCII is believed.
    """
    try:
        found = zbar.decode(gray, symbols=[zbar.ZBarSymbol.QRCODE])
    except Exception:  # as with zxing-cpp
        log.warning("zbar failed on a %s picture", gray.shape, exc_info=True)
        return []
    readings = []
    for code in found:
        if not code.data or not code.data.isascii() or len(code.polygon) != 4:
            continue
        a, b, c, d = ((float(point.x), float(point.y)) for point in code.polygon)
        readings.append(Reading(code.data.decode("ascii"), code.data, Symbology.QR, (a, b, c, d), "zbar"))
    return readings
