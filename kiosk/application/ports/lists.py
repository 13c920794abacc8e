"""Reading a file of rows, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.domain.lists.book import Book, Trouble, UnreadableList
from kiosk.domain.progress import Progress

ReadBook = Callable[[Path, Progress | None], Book]
"""The file's sheets; the progress is asked whether to go on. Raises UnreadableList, Cancelled, and OSError where it
cannot be opened."""


def no_books(_path: Path, _progress: Progress | None) -> Book:
    """Where files are not read. Raises UnreadableList."""
    raise UnreadableList(Trouble.NOT_A_LIST)
