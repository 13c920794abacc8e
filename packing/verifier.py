"""`make verifier`: the page that checks draws, as one file to hand out."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk import paths
from kiosk.protocol.draws import verifier


def main(folder: Path) -> None:
    """Write it into a folder, and say where."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / verifier.NAME
    file.write_bytes(verifier.html(paths.resources() / "verifier"))
    print(f"{file}: {file.stat().st_size / 1024:,.0f} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
