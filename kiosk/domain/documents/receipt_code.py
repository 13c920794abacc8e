"""The code on a receipt: the sale's transaction id, by which a till finds the sale again."""

from __future__ import annotations

import re

from kiosk.domain.scan.codes_as_sent import as_written

_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_FIRST_MS = 1_577_836_800_000
"""2020-01-01: ids begin with the time they were made, and no receipt is older than that."""
_AHEAD_MS = 366 * 86_400_000


def receipt_named(text: str, now_ms: int) -> str | None:
    """The transaction id that a scanned text names, None when it is no receipt's code. The sale need not be known
    here. `now_ms`: ms since 1970; an id from another time than receipts have is somebody else's number."""
    bare = as_written(text)[0].strip().lower()
    if not _ID.fullmatch(bare):
        return None
    return bare if _FIRST_MS <= int(bare[:12], 16) <= now_ms + _AHEAD_MS else None
