"""What only the program for Linux needs: libraries without their symbols, and the licences of Debian's libraries."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from packing.contents import Entry


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The entries, libraries and extensions without symbols that only a debugger reads; the copies lie in `folder`.

    Not those in a `.libs` folder: their wheels' tool has moved their sections, and stripping them makes files that the
    loader refuses.
    """
    return [
        (name, _stripped(Path(file), folder / name), kind)
        if kind in ("BINARY", "EXTENSION") and ".libs/" not in f"{name}{file}"
        else (name, file, kind)
        for name, file, kind in entries
    ]


def _stripped(file: Path, copy: Path) -> str:
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, copy)
    shutil.copymode(file, copy)
    subprocess.run(["strip", "--strip-unneeded", str(copy)], check=True)
    return str(copy)


def copyrights(entries: Iterable[Entry]) -> Iterator[tuple[str, Path]]:
    """Debian's packages of which a library goes in, with the file that says who may do what with it."""
    paths: set[str] = set()
    for _name, file, kind in entries:
        if kind == "BINARY":
            real = str(Path(file).resolve())
            # /lib is a link to /usr/lib, and dpkg knows either
            paths |= {real, real.removeprefix("/usr")}
    found = subprocess.run(
        ["dpkg-query", "--search", *sorted(paths)], capture_output=True, encoding="utf-8", check=False
    )
    packages = set(re.findall(r"^([a-z0-9.+-]+)(?::[a-z0-9]+)?: ", found.stdout, re.MULTILINE))
    for package in sorted(packages):
        text = Path("/usr/share/doc", package, "copyright")
        if text.is_file():
            yield package, text
