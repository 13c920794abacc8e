"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.owner_only import restrict

_ON_WINDOWS = os.name == "nt"
_TRIES = 40
_PAUSE_S = 0.05
"""Two seconds in all: a virus scanner or an indexer has let go by then."""


_KEPT_FOR_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.I | re.S)
"""Names that Windows takes for a device in every folder, whatever comes behind a dot."""
_LONGEST = 120
"""Bytes of a name made from free text: what is added to it still fits into the 255 of file systems."""


MOST_SAID = 2**20
"""Bytes of settings, keys and the like: more is another file."""


def file_name(text: str) -> str:
    """Free text as the beginning of a file's name, good on every system; never empty."""
    safe = re.sub(r"[^\w.-]+", "_", text).encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip("._")
    return f"_{safe}" if not safe or _KEPT_FOR_DEVICES.fullmatch(safe) else safe


def read_whole(path: Path, most: int = MOST_SAID) -> bytes:
    """What is in a file that a person named or put somewhere, and that may be any file: a film, a device without an
    end. OSError where it cannot be read, or has more than `most` bytes."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def write_whole(path: Path, data: bytes, *, private: bool = True) -> None:
    """Put `data` into `path`, replacing what was there; makes the folder if needed. Readable by its owner only; without
    `private` it takes the rights of its folder, where the system knows such.

    Until the new file is safely on the disk the old one stays, also when the power goes. OSError passes up (disk full,
    no rights), and no half file is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            if private:
                restrict(part)  # while it is still empty
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def put_in_place(
    source: Path,
    target: Path,
    *,
    patient: bool = _ON_WINDOWS,
    move: Callable[[Path, Path], object] = os.replace,
    wait: Callable[[float], object] = time.sleep,
) -> Path:
    """Rename `source` to `target`, replacing what is there, and make that last; `target` comes back. Raises OSError.

    `patient`: Windows refuses while another program has one of the two open, as a virus scanner or somebody who reads
    has for a moment: it is tried again for two seconds. `move`, `wait`: what renames, and what waits so many seconds.
    """
    for left in reversed(range(_TRIES)):
        try:
            move(source, target)
            break
        except PermissionError:
            if not (patient and left):
                raise
            wait(_PAUSE_S)
    sync_folder(target.parent)
    return target


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` durable."""
    if _ON_WINDOWS:
        return  # NTFS journals the rename; a folder cannot be opened for fsync
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
