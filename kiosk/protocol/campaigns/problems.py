"""Mistakes in the writing of a campaign file: what they are called, where they stand, what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.findings import filled


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file. `code` is stable; `line` and `column` count from 1; `path` names the place by its keys.
    `text` is an English sentence with {names} of its `args`, as a finding's is."""

    code: str
    line: int
    column: int
    path: str
    text: str
    args: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """In English."""
        return filled(self.text, self.args)

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.path or 'file'}: {self.words} [{self.code}]"


class CampaignFileError(ValueError):
    """The file is no campaign. `problems` has every reason found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def unreadable(self) -> bool:
        """Nothing in it could be looked at: it is too large, no text, or of a later program."""
        return any(one.code in ("too_large", "not_utf8", "future_format") for one in self.problems)
