"""A receipt printer on paper: what ESC/POS bytes look like when a strict printer has obeyed them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import zxingcpp

from kiosk.adapters.printing.qr_symbols import ErrorCorrection, make_symbol
from tests.shared.printing.streams import Command, EscPosStream, NoCommand, whole

Ink = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
"""Dots, row by row; True is black."""
Glyph = Callable[[str, int, int], Ink]
"""Paints a character into so many dots of width and height."""

CELL, HIGH, LINE = 12, 24, 30
"""Dots: a column and a character of font A, and how far a line feed goes."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of characters. `x`, `y`: its upper left corner; `wide`, `high`: how many times larger."""

    text: str
    x: int
    y: int
    wide: int = 1
    high: int = 1
    bold: bool = False
    inverse: bool = False

    @property
    def dots(self) -> int:
        """How wide it is."""
        return sum(map(_cells, self.text)) * CELL * self.wide


@dataclass
class Printout:
    """What came out. `texts`: lines of characters, from above; `codes`: what native symbols carry; `cuts`: where the
    paper is cut and whether all through; `pictures`: where dots were printed, and how many rows."""

    width: int
    texts: list[Written] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    cuts: list[tuple[int, bool]] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(default_factory=list)
    drawer: int = 0
    height: int = 0
    _ink: list[tuple[int, int, Ink]] = field(default_factory=list)

    @property
    def said(self) -> str:
        """All characters, line by line."""
        return "\n".join(text.text for text in self.texts)

    def image(self, glyph: Glyph | None = None) -> Ink:
        """The paper. Without `glyph` characters are left out."""
        paper = np.zeros((self.height, self.width), bool)
        for x, y, ink in self._ink:
            high, wide = ink.shape
            paper[y : y + high, x : x + wide] |= ink
        for written in self.texts if glyph is not None else ():
            self._write(paper, written, glyph)
        return paper

    @staticmethod
    def _write(paper: Ink, written: Written, glyph: Glyph | None) -> None:
        assert glyph is not None
        x = written.x
        for character in written.text:
            wide = _cells(character) * CELL * written.wide
            ink = glyph(character, wide, HIGH * written.high)
            if written.bold:
                ink[:, 1:] |= ink[:, :-1].copy()
            paper[written.y : written.y + HIGH * written.high, x : x + wide] |= ~ink if written.inverse else ink
            x += wide

    def put(self, x: int, y: int, ink: Ink) -> None:
        """Dots of a picture or symbol."""
        self._ink.append((x, y, ink))


def _cells(character: str) -> int:
    return 1 if character.isascii() else 2


@dataclass
class _Style:
    align: int = 0
    wide: int = 1
    high: int = 1
    bold: bool = False
    inverse: bool = False
    margin: int = 0
    bar_high: int = 162
    bar_wide: int = 3
    bar_text: int = 0
    symbol: int = 3
    level: str = "L"
    stored: bytes = b""


class _Machine:
    def __init__(self, width: int, code_page: str) -> None:
        self.out = Printout(width)
        self._page = code_page
        self._style = _Style()
        self._line: list[str] = []
        self._y = 0

    def obey(self, command: Command) -> None:
        if (handler := _OBEYED.get(command.name)) is None:
            raise NoCommand(f"nothing is done for {command.name}")
        if self._line and command.name not in ("text", "LF"):
            raise NoCommand(f"{command.name} within a line, at byte {command.at}")
        handler(self, command.arguments)

    def end(self) -> Printout:
        if self._line:
            raise NoCommand("the last line does not end")
        self.out.height = self._y
        return self.out

    def _x(self, wide: int) -> int:
        free = self.out.width - self._style.margin - wide
        if free < 0:
            raise NoCommand(f"{-free} dots beyond the paper")
        return self._style.margin + (0, free // 2, free)[self._style.align]

    def text(self, data: bytes) -> None:
        codec = {"gb18030": "gbk", "big5": "big5"}.get(self._page, "ascii")
        self._line.append(data.decode(codec))

    def line_feed(self, _: bytes) -> None:
        style, text = self._style, "".join(self._line)
        self._line.clear()
        if text:
            written = Written(text, 0, self._y, style.wide, style.high, style.bold, style.inverse)
            x = self._x(written.dots)
            self.out.texts.append(Written(text, x, self._y, style.wide, style.high, style.bold, style.inverse))
        self._y += max(LINE, HIGH * style.high + LINE - HIGH)

    def reset(self, _: bytes) -> None:
        self._style = _Style()

    def nothing(self, _: bytes) -> None:
        pass

    def kanji(self, _: bytes) -> None:
        if not self._page:
            raise NoCommand("a printer without Chinese characters")

    def align(self, data: bytes) -> None:
        self._style.align = _one_of(data[0], range(3))

    def bold(self, data: bytes) -> None:
        self._style.bold = bool(_one_of(data[0], range(2)))

    def feed_lines(self, data: bytes) -> None:
        self._y += LINE * data[0]

    def feed(self, data: bytes) -> None:
        self._y += data[0]

    def kick(self, data: bytes) -> None:
        _one_of(data[0], range(2))
        self.out.drawer += 1

    def size(self, data: bytes) -> None:
        self._style.wide, self._style.high = _one_of(data[0] >> 4, range(8)) + 1, _one_of(data[0] & 15, range(8)) + 1

    def inverse(self, data: bytes) -> None:
        self._style.inverse = bool(_one_of(data[0], range(2)))

    def margin(self, data: bytes) -> None:
        self._style.margin = _one_of(int.from_bytes(data, "little"), range(self.out.width))

    def cut(self, data: bytes) -> None:
        self.out.cuts.append((self._y, _one_of(data[0], (65, 66)) == 65))

    def bar_high(self, data: bytes) -> None:
        self._style.bar_high = _one_of(data[0], range(1, 256))

    def bar_wide(self, data: bytes) -> None:
        self._style.bar_wide = _one_of(data[0], range(2, 7))

    def bar_text(self, data: bytes) -> None:
        self._style.bar_text = _one_of(data[0], range(4))

    def bar_font(self, data: bytes) -> None:
        _one_of(data[0], range(2))

    def raster(self, data: bytes) -> None:
        _one_of(data[0], (0,))
        stride, high = int.from_bytes(data[1:3], "little"), int.from_bytes(data[3:5], "little")
        if not stride or not 0 < high <= 2303:
            raise NoCommand(f"a picture of {stride} bytes by {high}")
        bits = np.unpackbits(np.frombuffer(data[5:], np.uint8).reshape(high, stride), axis=1).astype(bool)
        self._picture(bits)

    def _picture(self, bits: Ink) -> None:
        free = self.out.width - self._style.margin
        if bits.shape[1] - 8 < free < bits.shape[1] and not bits[:, free:].any():
            bits = bits[:, :free]  # the rest of the last byte
        high, wide = bits.shape
        self.out.put(self._x(wide), self._y, bits)
        self.out.pictures.append((self._y, high))
        self._y += high

    def barcode(self, data: bytes) -> None:
        _one_of(data[0], (73,))
        code = data[2:]
        if code[:2] != b"{B":
            raise NoCommand("a Code 128 symbol begins with its set of characters")
        text = code[2:].replace(b"{{", b"\0").decode("ascii")
        if "{" in text or not text or not text.replace("\0", "").isprintable():
            raise NoCommand(f"{text!r} in a Code 128 symbol of set B")
        text = text.replace("\0", "{")
        symbol = (
            np.array(
                zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128).to_image(scale=1, add_quiet_zones=False)
            )[0]
            == 0
        )
        # the printer writes in set B what it is given in set B; the other sets are never longer
        if (11 * (len(text) + 3) + 2) * self._style.bar_wide > self.out.width:
            raise NoCommand("a barcode wider than the paper")
        self._picture(np.tile(np.repeat(symbol, self._style.bar_wide), (self._style.bar_high, 1)))
        self.out.codes.append(text)
        if self._style.bar_text:
            self.text(text.encode())
            self.line_feed(b"")

    def symbol(self, data: bytes) -> None:
        code, which, rest = data[2], data[3], data[4:]
        _one_of(code, (49,))
        style = self._style
        if which == 65 and rest in (b"2\x00", b"1\x00"):
            return
        if which == 67 and len(rest) == 1:
            style.symbol = _one_of(rest[0], range(1, 17))
        elif which == 69 and len(rest) == 1:
            style.level = "LMQH"[_one_of(rest[0], range(48, 52)) - 48]
        elif which == 80 and rest[:1] == b"0" and 1 < len(rest) <= 7090:
            style.stored = rest[1:]
        elif which == 81 and rest == b"0" and style.stored:
            modules = np.array(make_symbol(style.stored.decode(), ErrorCorrection[style.level]).modules, dtype=bool)
            self._picture(np.kron(modules, np.ones((style.symbol, style.symbol), bool)))
            self.out.codes.append(style.stored.decode())
        else:
            raise NoCommand(f"GS ( k {which} {rest[:8].hex(' ')}")


_OBEYED: dict[str, Callable[[_Machine, bytes], None]] = {
    "text": _Machine.text,
    "LF": _Machine.line_feed,
    "ESC @": _Machine.reset,
    "ESC 2": _Machine.nothing,
    "FS &": _Machine.kanji,
    "ESC a": _Machine.align,
    "ESC E": _Machine.bold,
    "ESC d": _Machine.feed_lines,
    "ESC J": _Machine.feed,
    "ESC p": _Machine.kick,
    "GS !": _Machine.size,
    "GS B": _Machine.inverse,
    "GS L": _Machine.margin,
    "GS V": _Machine.cut,
    "GS h": _Machine.bar_high,
    "GS w": _Machine.bar_wide,
    "GS H": _Machine.bar_text,
    "GS f": _Machine.bar_font,
    "GS v 0": _Machine.raster,
    "GS k": _Machine.barcode,
    "GS ( k": _Machine.symbol,
}


def _one_of(value: int, allowed: range | tuple[int, ...]) -> int:
    if value not in allowed:
        raise NoCommand(f"{value} is none of {allowed}")
    return value


def printed(data: bytes, width: int = 576, code_page: str = "") -> Printout:
    """What a job looks like. `width`: dots across the paper; `code_page`: "gb18030" or "big5" of a printer with
    Chinese characters. Raises NoCommand for the first byte that means nothing, and for what would not fit."""
    machine = _Machine(width, code_page)
    for command in whole(EscPosStream(code_page), data):
        machine.obey(command)
    return machine.end()
