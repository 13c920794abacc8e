"""How this terminal's handheld scanner types: from the settings, and back into their file once it was learned."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import LEARNED, Settings, store_values, variable_of
from kiosk.domain.scan.keystrokes import KeystrokeSettings

if TYPE_CHECKING:
    from kiosk.domain.scan.scanner_learning import Learned


def keystrokes(settings: Settings) -> KeystrokeSettings:
    """What scanners are known by here."""
    # a scanner's Enter arrives as a carriage return
    suffixes = frozenset(settings.scanner_suffix.replace("\n", "\r")) | {"\r", "\t"}
    return KeystrokeSettings(
        slow_s=settings.scanner_gap_ms / 1000,
        slow_length=settings.scanner_length,
        suffixes=suffixes,
        prefix=settings.scanner_prefix,
        alone_s=settings.scanner_enter_ms / 1000,
    )


def overruled(environment: Mapping[str, str]) -> str:
    """Variables of the environment that are not heeded once the scanner was learned, in a list; "" for none."""
    return ", ".join(variable_of(name) for name in LEARNED if variable_of(name) in environment)


def values_of(learned: Learned) -> dict[str, str]:
    """Lines for the settings file: names and TOML values."""
    settings = learned.settings
    end = {"\r": "\\n", "\t": "\\t"}.get(learned.end[:1], "")
    return {
        "scanner_gap_ms": str(round(settings.slow_s * 1000)),
        "scanner_length": str(settings.slow_length),
        "scanner_prefix": '"' + settings.prefix.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "scanner_suffix": f'"{end}"',
        "scanner_enter_ms": str(round(settings.alone_s * 1000)),
        "scanner_learned": "true",
    }


def keep(file: Path, learned: Learned) -> None:
    """Write what was learned into the settings file; every other line of it stays. Raises OSError."""
    store_values(file, values_of(learned))
