"""A file is read in a process of its own. Whatever is in it, and whatever the library makes of that, the program that
asked goes on: a reader that never ends is ended, by the person or after a time; one that wants all memory gets so much
and no more; one that dies is a damaged file.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk import processes
from kiosk.adapters.lists import wire
from kiosk.domain.lists.book import Book, Trouble, UnreadableList
from kiosk.domain.progress import Cancelled, Progress
from kiosk.watchdog.bound import end_with_me, end_with_parent, hold_memory

SILENCE_S = 120.0
"""Between two words of the reader. A sheet as large as there can be takes a slow machine half a minute."""
PROCESSOR_S = 600
"""Of the reader, where the system can bound it: should nobody be left to end it."""
_ROOM, _ROOM_A_BYTE, MOST_ROOM = 1 << 30, 20, 3 << 30
MOST_KEPT = 256 << 20
"""Bytes of packed rows: fifty times what the longest list has."""
_LOOKED_EVERY_S = 0.1
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"capacity overflow")
"""What Rust and Python say at the end of a process that got no more."""
_TOLD = 16
_LONGEST = 64 << 20
"""Bytes of a line: five hundred rows."""


def room(size: int) -> int:
    """Bytes of memory that reading a file of `size` bytes may take, the interpreter's included."""
    return min(MOST_ROOM, _ROOM + _ROOM_A_BYTE * size)


def reader(path: Path, memory: int) -> list[str]:
    """The command that reads a file for its parent: `kiosk event rows`."""
    words = ["event", "rows", str(path), "--memory", str(memory), "--parent", str(os.getpid())]
    return [*processes.program(console=True), *words]


def bound_reader(memory: int, parent: int) -> None:
    """In the reader, before it looks at the file: no more than `memory` bytes, no longer than its parent."""
    if parent:
        end_with_parent(parent)
    if memory:
        hold_memory(memory, PROCESSOR_S)


def read_book_apart(
    path: Path,
    progress: Progress | None = None,
    *,
    command: Sequence[str] | None = None,
    silence_s: float = SILENCE_S,
) -> Book:
    """The file's sheets, read by a process of its own, which is gone when this returns. `progress` is asked ten times a
    second whether to go on; how much there is to be read nobody knows then (0 of 0). `command`: another reader.

    Raises UnreadableList, Cancelled, and OSError where the file cannot be opened or nothing can be started.
    """
    with path.open("rb") as file:  # whoever asks hears from here, not from the reader, why it cannot be opened
        size = os.fstat(file.fileno()).st_size
    memory = room(size)
    child = processes.start_heard(command if command is not None else reader(path, memory))
    end_with_me(child, memory)
    told: queue.Queue[bytes] = queue.Queue(_TOLD)
    stop = threading.Event()
    listener = threading.Thread(target=_listen, args=(child, told, stop), name="list reader", daemon=True)
    listener.start()
    try:
        return _heard(told, progress, silence_s)
    except _Died as died:
        raise UnreadableList(_why(died.words, size)) from died
    finally:
        stop.set()
        child.kill()
        child.wait()
        listener.join()
        if child.stdout is not None:
            child.stdout.close()


class _Died(Exception):
    """The reader ended before it was done."""

    def __init__(self, words: bytes) -> None:
        super().__init__(words)
        self.words = words


def _why(words: bytes, size: int) -> Trouble:
    """Why there is nothing, of a reader that died: who had no room for a small file was led in circles by it."""
    hungry = any(one in words for one in _OUT_OF_MEMORY)
    return Trouble.TOO_LARGE if hungry and room(size) >= MOST_ROOM else Trouble.DAMAGED


def _listen(child: subprocess.Popen[bytes], told: queue.Queue[bytes], stop: threading.Event) -> None:
    """On a thread of its own, since a pipe cannot be waited for with a limit on every system: its lines, then b""."""
    assert child.stdout is not None
    with suppress(OSError, ValueError):
        while line := child.stdout.readline(_LONGEST):
            if not _put(told, line, stop):
                return
    _put(told, b"", stop)


def _put(told: queue.Queue[bytes], line: bytes, stop: threading.Event) -> bool:
    while not stop.is_set():
        with suppress(queue.Full):
            told.put(line, timeout=_LOOKED_EVERY_S)
            return True
    return False


def _heard(told: queue.Queue[bytes], progress: Progress | None, silence_s: float) -> Book:
    head = b""
    sheets: list[list[bytes]] = [[]]
    count, kept, words = 0, 0, b""
    while True:
        line = _next(told, progress, silence_s)
        if not line:
            raise _Died(words)
        if not line.endswith(b"\n") or line[:1] not in b'{["n':
            words = (words + line)[-4096:]  # what a runtime says when it ends
        elif not head:
            head, count = line, _sheets(line)
            if not count:
                return wire.book_of(head, (), zlib.decompress)
        elif line == wire.END:
            if len(sheets) != count + 1:
                raise _Died(words)
            return wire.book_of(head, sheets[:-1], zlib.decompress)
        elif line == wire.NO_MORE:
            sheets.append([])
        else:
            sheets[-1].append(zlib.compress(line, 1))
            kept += len(sheets[-1][-1])
            if kept > MOST_KEPT:
                raise UnreadableList(Trouble.TOO_LARGE)


def _sheets(line: bytes) -> int:
    try:
        return wire.sheets_in(line)
    except ValueError as error:
        raise _Died(line) from error


def _next(told: queue.Queue[bytes], progress: Progress | None, silence_s: float) -> bytes:
    """Its next line. Raises Cancelled, and UnreadableList after too long a silence."""
    until = time.monotonic() + silence_s
    while True:
        if progress is not None and not progress(0, 0):
            raise Cancelled
        try:
            return told.get(timeout=_LOOKED_EVERY_S)
        except queue.Empty:
            if time.monotonic() >= until:
                raise UnreadableList(Trouble.TOO_SLOW) from None
