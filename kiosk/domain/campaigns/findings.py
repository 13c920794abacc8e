"""What `check` says about a campaign."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


class Finding(NamedTuple):
    """One finding. `path` names the place in the file as the reader of files does: `rules[3].when`."""

    severity: Severity
    code: str
    path: str
    words: str


def error(code: str, path: str, words: str) -> Finding:
    """It must not be published."""
    return Finding(Severity.ERROR, code, path, words)


def warning(code: str, path: str, words: str) -> Finding:
    """Somebody should look."""
    return Finding(Severity.WARNING, code, path, words)
