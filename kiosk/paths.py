"""Where the program's own files lie: in the checkout, or inside a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path


def root() -> Path:
    """The folder that holds resources/ and migrations/."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """resources/"""
    return root() / "resources"


def migrations() -> Path:
    """migrations/"""
    return root() / "migrations"
