"""In which language a command answers: as asked, as set, as the system's, else English."""

from __future__ import annotations

import argparse
import locale

from kiosk.config import load
from kiosk.domain.texts import LANGUAGES

_ENGLISH = "en"
_MAINLAND = ("zh_CN", "zh_SG", "zh_Hans", "Chinese_China", "Chinese (Simplified)")
_CHINESE = ("zh", "Chinese")


def add_language(parser: argparse.ArgumentParser) -> None:
    """The option `--language`."""
    parser.add_argument("--language", choices=LANGUAGES, help="of the answer (default: as set, else the system's)")


def spoken(args: argparse.Namespace) -> str:
    """One of LANGUAGES. Raises ConfigError."""
    asked: str | None = getattr(args, "language", None)
    return asked or load(getattr(args, "config", None)).language or _of_system()


def _of_system() -> str:
    """By the locale the program runs in; on Windows locales have long names."""
    system = (locale.getlocale()[0] or "").replace("-", "_")
    if system.startswith(_MAINLAND):
        return "zh_CN"
    return "zh_TW" if system.startswith(_CHINESE) else _ENGLISH
