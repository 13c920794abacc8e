"""Bytes for printers, taken apart into commands as they come. Strict: whatever these printers are not documented to
understand is no command, and a test that sends it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol


class NoCommand(ValueError):
    """Bytes that a strict printer does not understand."""


@dataclass(frozen=True, slots=True)
class Command:
    """`name`: as manuals write it ("GS v 0", "^GF", "BITMAP"), "text" for characters. `arguments`: what stands behind.
    `raw`: the whole of it. `at`: offset of its first byte in the stream."""

    name: str
    arguments: bytes
    raw: bytes
    at: int


class Stream(Protocol):
    """Takes a stream apart."""

    def feed(self, data: bytes) -> list[Command]:
        """The commands that are whole now. Raises NoCommand."""

    @property
    def rest(self) -> bytes:
        """The beginning of a command that has not come whole."""


class _Incomplete(Exception):
    """More bytes are needed."""


class _Stream:
    """What streams of every language share."""

    def __init__(self) -> None:
        self.rest = b""
        self._at = 0

    def feed(self, data: bytes) -> list[Command]:
        self.rest += data
        found = []
        while self.rest:
            try:
                name, head, length = self._next(self.rest)
            except _Incomplete:
                break
            if length > len(self.rest):
                break
            found.append(Command(name, self.rest[head:length], self.rest[:length], self._at))
            self._done(found[-1])
            self.rest = self.rest[length:]
            self._at += length
        return found

    def _next(self, data: bytes) -> tuple[str, int, int]:
        """Name, bytes of the name, bytes in all."""
        raise NotImplementedError

    def _done(self, command: Command) -> None:
        """A command has come whole."""

    def _wrong(self, data: bytes) -> NoCommand:
        return NoCommand(f"{data[:12].hex(' ')} at byte {self._at}")


def whole(stream: Stream, data: bytes) -> list[Command]:
    """All commands of a job. Raises NoCommand, also when the last is cut off."""
    found = stream.feed(data)
    if stream.rest:
        raise NoCommand(f"the end is missing: {stream.rest[:12].hex(' ')}")
    return found


# ESC/POS, after Epson's command reference; how long a command is

_FIXED: dict[bytes, tuple[str, int]] = {
    b"\n": ("LF", 0),
    b"\x10\x04": ("DLE EOT", 1),
    b"\x10\x05": ("DLE ENQ", 1),
    b"\x1b@": ("ESC @", 0),
    b"\x1b2": ("ESC 2", 0),
    b"\x1b3": ("ESC 3", 1),
    b"\x1bE": ("ESC E", 1),
    b"\x1bG": ("ESC G", 1),
    b"\x1bM": ("ESC M", 1),
    b"\x1bR": ("ESC R", 1),
    b"\x1ba": ("ESC a", 1),
    b"\x1bd": ("ESC d", 1),
    b"\x1bJ": ("ESC J", 1),
    b"\x1bp": ("ESC p", 3),
    b"\x1bt": ("ESC t", 1),
    b"\x1d!": ("GS !", 1),
    b"\x1dB": ("GS B", 1),
    b"\x1dH": ("GS H", 1),
    b"\x1dL": ("GS L", 2),
    b"\x1dW": ("GS W", 2),
    b"\x1da": ("GS a", 1),
    b"\x1df": ("GS f", 1),
    b"\x1dh": ("GS h", 1),
    b"\x1dw": ("GS w", 1),
    b"\x1dr": ("GS r", 1),
    b"\x1c&": ("FS &", 0),
    b"\x1c.": ("FS .", 0),
    b"\x1c!": ("FS !", 1),
}


_CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""Throw away what has not been printed: the only DLE DC4 that a job has business with."""


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise _Incomplete
    return data[at]


def _word(data: bytes, at: int) -> int:
    return _byte(data, at) | _byte(data, at + 1) << 8


class EscPosStream(_Stream):
    """ESC/POS. `code_page`: "gb18030" or "big5", of a printer with such characters; "" knows ASCII only."""

    def __init__(self, code_page: str = "") -> None:
        super().__init__()
        self._page = code_page
        self._kanji = False

    def _next(self, data: bytes) -> tuple[str, int, int]:
        if data[0] >= 0x20 and data[0] != 0x7F:
            return "text", 0, self._text(data)
        for head, (name, arguments) in _FIXED.items():
            if data.startswith(head):
                return name, len(head), len(head) + arguments
        if data.startswith(b"\x1dV"):
            return "GS V", 2, 4 if _byte(data, 2) in (65, 66) else 3
        if data.startswith(b"\x1dv"):
            if _byte(data, 2) != ord("0"):
                raise self._wrong(data)
            return "GS v 0", 3, 8 + _word(data, 4) * _word(data, 6)
        if data.startswith(b"\x1dk"):
            if _byte(data, 2) < 65:
                raise self._wrong(data)
            return "GS k", 2, 4 + _byte(data, 3)
        if data.startswith(b"\x1d("):
            which = chr(_byte(data, 2))
            if which not in "kLHD":
                raise self._wrong(data)
            return f"GS ( {which}", 3, 5 + _word(data, 3)
        if data.startswith(b"\x10\x14"):
            if len(data) < len(_CLEAR) and _CLEAR.startswith(data):
                raise _Incomplete
            if not data.startswith(_CLEAR):
                raise self._wrong(data)
            return "DLE DC4", 2, len(_CLEAR)
        if len(data) == 1 and data[0] in b"\x10\x1b\x1c\x1d":
            raise _Incomplete
        raise self._wrong(data)

    def _text(self, data: bytes) -> int:
        """Bytes of characters at the beginning."""
        at = 0
        while at < len(data) and data[at] >= 0x20 and data[at] != 0x7F:
            if data[at] < 0x80:
                at += 1
                continue
            if not (self._page and self._kanji):
                raise self._wrong(data[at:])
            if at + 1 == len(data):
                if at == 0:
                    raise _Incomplete
                break
            try:
                data[at : at + 2].decode("gbk" if self._page == "gb18030" else "big5")
            except UnicodeDecodeError:
                raise self._wrong(data[at:]) from None
            at += 2
        return at

    def _done(self, command: Command) -> None:
        if command.name in ("FS &", "FS .", "ESC @"):
            self._kanji = command.name == "FS &"


# ZPL II: commands begin with ^ or ~ and last until the next

_ZPL = frozenset(
    "^XA ^XZ ^PW ^LL ^LH ^LT ^LS ^MM ^MN ^PQ ^FO ^GF ^FS ^BQ ^FD ^FX ^PO ^CI ^PR ^MD ~HS ~SD ~JA ~TA".split()  # noqa: SIM905
)


class ZplStream(_Stream):
    """ZPL II."""

    def _next(self, data: bytes) -> tuple[str, int, int]:
        if data[:1] in b"\r\n":
            return "space", 1, 1
        if data[:1] not in b"^~":
            raise self._wrong(data)
        if len(data) < 3:
            raise _Incomplete
        name = data[:3].decode("latin-1")
        if name not in _ZPL:
            raise self._wrong(data)
        if name in ("^XA", "^XZ", "^FS", "~HS", "~JA"):
            return name, 3, 3
        if (end := re.search(rb"[\^~\r\n]", data[3:])) is None:
            raise _Incomplete
        return name, 3, 3 + end.start()


# TSPL: lines, but for pictures, whose bytes are counted

_TSPL = frozenset(
    "SIZE GAP BLINE OFFSET DIRECTION REFERENCE SHIFT CLS PRINT CUT SPEED DENSITY SET SOUND OUT".split()  # noqa: SIM905
)
_BITMAP = re.compile(rb"BITMAP (-?\d+),(-?\d+),(\d+),(\d+),([012]),")
_ASKED = {b"?": "ESC ! ?", b"R": "ESC ! R", b"C": "ESC ! C"}


class TsplStream(_Stream):
    """TSPL and TSPL 2."""

    def _next(self, data: bytes) -> tuple[str, int, int]:
        if data[:1] == b"\x1b":
            if len(data) < 3:
                raise _Incomplete
            if data[1:2] != b"!" or data[2:3] not in _ASKED:
                raise self._wrong(data)
            return _ASKED[data[2:3]], 3, 3
        if data.startswith(b"BITMAP "):
            if (head := _BITMAP.match(data)) is not None:
                size = int(head[3]) * int(head[4])
                end = head.end() + size
                if len(data) < end + 2:
                    raise _Incomplete
                if data[end : end + 2] != b"\r\n":
                    raise self._wrong(data[end:])
                return "BITMAP", 7, end + 2
            if len(data) > 60:
                raise self._wrong(data)
            raise _Incomplete
        end = data.find(b"\r\n")
        if end < 0:
            if len(data) > 200 or not _printable(data.rstrip(b"\r")):
                raise self._wrong(data)
            raise _Incomplete
        if end == 0:
            return "space", 2, 2
        name = data[:end].split(b" ")[0].decode("latin-1")
        if name not in _TSPL or not _printable(data[:end]):
            raise self._wrong(data)
        return name, min(len(name) + 1, end), end + 2


def _printable(data: bytes) -> bool:
    return all(0x20 <= byte < 0x7F for byte in data)


STREAMS: dict[str, Callable[[str], Stream]] = {
    "escpos": EscPosStream,
    "zpl": lambda _code_page: ZplStream(),
    "tspl": lambda _code_page: TsplStream(),
}


def names(found: list[Command]) -> Iterator[str]:
    """The names of commands, for looking at their order."""
    return (command.name for command in found)
