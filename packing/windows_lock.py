"""The lock file as it counts on Windows: `python -m packing.windows_lock` prints it for pip, versions and hashes.

pip on Linux judges the markers of a requirements file by its own machine; here they are judged for 64-bit Windows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[1]

WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
}

LEFT_OUT = frozenset({"uv", "ruff", "mypy", "librt", "ast-serialize", "import-linter", "grimp"})
"""Tools that only look at the source, which is the same on every system."""

INSTEAD = {
    "numpy": (
        "1.26.4",
        "sha256:cd25bcecc4974d09257ffcd1f098ee778f7834c3ad767fe5db785be9a4aa9cb2",
    ),
}
"""Wine 8 lacks C functions that numpy 2 needs; OpenCV works with 1.26 as well."""


def requirements(lock: str) -> Iterator[str]:
    """The lines of pip's requirements file for Windows, one distribution each, out of the universal lock."""
    for entry in re.split(r"\n(?=\S)", lock.replace("\\\n", " ").strip()):
        words, *hashes = re.split(r"\s+--hash=", entry.strip())
        what, _, marker = (part.strip() for part in words.partition(";"))
        name, _, version = what.partition("==")
        if name in LEFT_OUT or (marker and not Marker(marker).evaluate(dict(WINDOWS))):
            continue
        if name in INSTEAD:
            version, only = INSTEAD[name]
            hashes = [only]
        yield " ".join((f"{name}=={version}", *(f"--hash={known}" for known in hashes)))


def main() -> None:
    """Print them."""
    for line in requirements((ROOT / "requirements.lock").read_text(encoding="utf-8")):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
