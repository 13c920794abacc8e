"""Looks for a text in the memory of a process (Linux): what was freed and not written over is found, too.

The process may be this one. Then whoever looks must not find themselves: a text that is looked for is kept masked
(`Planted`), and the pattern and the buffer of the search are left out.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MASK = 0xA5
_PIECE = 4 << 20
_ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""As files and sockets have it, as Qt has it, and as Python has what lies beyond the BMP."""


class Planted:
    """A text of somebody's, which lies nowhere as such on behalf of this object."""

    def __init__(self, text: Iterable[str]) -> None:
        """`text`: character by character where the process itself is searched, so that it never lies there whole."""
        self._masked: dict[str, bytes] = {}
        made = {name: bytearray() for name in _ENCODINGS}
        self.length = 0
        for char in text:
            self.length += 1
            for name, masked in made.items():
                masked.extend(byte ^ _MASK for byte in char.encode(name))
        if self.length < 4:
            raise ValueError("a text as short as this is found everywhere")
        self._masked = {name: bytes(masked) for name, masked in made.items()}

    def __iter__(self) -> Iterator[str]:
        """Its characters, to be typed one after the other."""
        wide = self._masked["utf-32-le"]
        for at in range(0, len(wide), 4):
            yield chr(int.from_bytes(bytes(byte ^ _MASK for byte in wide[at : at + 4]), "little"))

    def text(self) -> str:
        """All of it; from here on it lies in this process."""
        return "".join(self)

    def patterns(self) -> Iterator[tuple[str, bytearray]]:
        """How it would lie in memory, by encoding. Whoever has looked writes over it (`wiped`)."""
        seen: set[bytes] = set()
        for name, masked in self._masked.items():
            if masked in seen:
                continue
            seen.add(masked)
            pattern = bytearray(len(masked))
            for at, byte in enumerate(masked):
                pattern[at] = byte ^ _MASK
            yield name, pattern


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a text lies. `what`: the mapping, or "anonymous"; `around`: what lies beside it, to know whose it
    is."""

    address: int
    what: str
    encoding: str
    around: str

    def __str__(self) -> str:
        return f"{self.what} {self.address:#x} as {self.encoding}: {self.around}"


def can_search() -> bool:
    """Whether this system shows a process its memory."""
    return sys.platform == "linux" and Path("/proc/self/mem").exists()


def in_memory(planted: Planted, pid: int | None = None, most: int = 20) -> list[Found]:
    """Where the text lies in what the process may write. `pid` None: this process. Raises OSError where the system does
    not allow to look."""
    found: list[Found] = []
    buffer = bytearray(_PIECE + 4_096)
    own = pid is None or pid == os.getpid()
    for encoding, pattern in planted.patterns():
        mine = [_range(buffer), _range(pattern)] if own else []
        for address, what, at in _hits(pid or os.getpid(), pattern, buffer):
            if not any(start <= address < end for start, end in mine):
                around = bytes(buffer[max(0, at - 24) : at]) + b"<HERE>"
                around += bytes(buffer[at + len(pattern) : at + len(pattern) + 24])
                found.append(Found(address, what, encoding, repr(around)))
        for at in range(len(pattern)):
            pattern[at] = 0
    for at in range(0, len(buffer), 1 << 20):
        buffer[at : at + (1 << 20)] = bytes(min(1 << 20, len(buffer) - at))
    return found[:most]


def _range(array: bytearray) -> tuple[int, int]:
    start = ctypes.addressof(ctypes.c_char.from_buffer(array))
    return start, start + len(array)


def _hits(pid: int, pattern: bytearray, buffer: bytearray) -> Iterator[tuple[int, str, int]]:
    view = memoryview(buffer)
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end, what in _mappings(pid):
            for piece in range(start, end, _PIECE):
                size = min(_PIECE + len(pattern), end - piece)  # what lies across two pieces counts once
                try:
                    memory.seek(piece)
                    got = memory.readinto(view[:size])
                except OSError:  # a mapping that went meanwhile, or that nobody may look at
                    continue
                at = buffer.find(pattern, 0, got)
                while at >= 0:
                    if at < _PIECE:
                        yield piece + at, what, at
                    at = buffer.find(pattern, at + 1, got)


def _mappings(pid: int) -> list[tuple[int, int, str]]:
    found = []
    for line in Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines():
        span, rights, _offset, _device, _inode, *name = line.split(maxsplit=5)
        if not rights.startswith("rw") or (name and name[0].startswith(("[v", "/dev/"))):
            continue
        start, _, end = span.partition("-")
        found.append((int(start, 16), int(end, 16), name[0] if name else "anonymous"))
    return found
