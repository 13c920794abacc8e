"""Words for how long something takes."""

from __future__ import annotations

from kiosk.ui.i18n import translate


def duration_words(seconds: int) -> str:
    """A wait, in seconds up to two minutes, then in minutes (rounded up)."""
    if seconds < 120:
        return translate("Refusal", "%n second(s)", None, max(1, seconds))
    return translate("Refusal", "%n minute(s)", None, -(-seconds // 60))
