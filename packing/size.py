"""How large a built program is: `python -m packing.size FOLDER` says it, and fails above LIMIT_MB."""

from __future__ import annotations

import sys
from pathlib import Path

LIMIT_MB = 250
"""MiB on disk. Terminals load it over a store's line; what grows must be noticed by whoever makes it grow."""


def total_mb(folder: Path) -> float:
    """MiB of the files in a folder; a link counts nothing. FileNotFoundError without the folder."""
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    return sum(_size(path) for path in folder.rglob("*")) / 2**20


def parts(folder: Path) -> list[tuple[float, str]]:
    """The parts of a program (folders and files beside its libraries), the largest first: MiB, name."""
    inside = folder / "_internal"
    tops = inside.iterdir() if inside.is_dir() else folder.iterdir()
    sizes = ((total_mb(path) if path.is_dir() else _size(path) / 2**20, path.name) for path in tops)
    return sorted(sizes, reverse=True)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() and not path.is_symlink() else 0


def main(arguments: list[str]) -> int:
    """0 when the program is within the limit, 1 above it."""
    folder = Path(arguments[0])
    for size, name in parts(folder)[:12]:
        print(f"{size:7.1f} MB  {name}")
    total = total_mb(folder)
    print(f"{total:7.1f} MB  {folder} in all, of {LIMIT_MB} MB")
    return 0 if total <= LIMIT_MB else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
