"""The table of characters, read when somebody first types Chinese, never at the start."""

from __future__ import annotations

from functools import cache

from kiosk import paths
from kiosk.domain.typing.characters import Characters


@cache
def characters() -> Characters:
    """The table of this program. OSError or ValueError when the file is damaged."""
    return Characters((paths.resources() / "typing" / "characters.txt").read_text(encoding="utf-8"))
