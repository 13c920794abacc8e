"""What a check says about a file that people wrote."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


class Finding(NamedTuple):
    """One finding. `code` is stable. `path` names the place in the file as the reader of files does: `rules[3].when`.
    `text` is an English sentence with {names} of its `args`; other languages are looked up by it
    (`adapters/campaigns/words`)."""

    severity: Severity
    code: str
    path: str
    text: str
    args: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """In English."""
        return filled(self.text, self.args)


def filled(text: str, args: tuple[tuple[str, str], ...]) -> str:
    """A sentence with its arguments. What is filled in is not looked at again."""
    return text.format(**dict(args)) if args or "{{" in text else text


def named(args: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """Arguments as a finding keeps them."""
    return tuple((name, str(value)) for name, value in args.items())


def error(code: str, path: str, text: str, /, **args: object) -> Finding:
    """It must not be published."""
    return Finding(Severity.ERROR, code, path, text, named(args))


def warning(code: str, path: str, text: str, /, **args: object) -> Finding:
    """Somebody should look."""
    return Finding(Severity.WARNING, code, path, text, named(args))
