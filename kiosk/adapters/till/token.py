"""The secret that a till shows, in a file of the data folder."""

from __future__ import annotations

import base64
from pathlib import Path

from kiosk.domain.ids import Randomness
from kiosk.files import write_whole

FILE = "till-token"
_SHORTEST = 32


def till_token(folder: Path, randomness: Randomness) -> str:
    """The token in `folder`, made when there is none (or one that is too short to be a secret): 43 characters for 32
    random bytes, in a file that only its owner may read. Raises OSError."""
    path = folder / FILE
    if path.exists():
        known = path.read_text("ascii", errors="replace").strip()
        if len(known) >= _SHORTEST and known.isascii():
            return known
    made = base64.urlsafe_b64encode(randomness.bytes(32)).decode("ascii").rstrip("=")
    write_whole(path, made.encode("ascii") + b"\n")
    return made
