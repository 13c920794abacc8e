"""Reading a file of rows, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.domain.lists.book import Book, Trouble, UnreadableList

ReadBook = Callable[[Path], Book]
"""The file's sheets. Raises UnreadableList, and OSError where it cannot be opened."""


def no_books(_path: Path) -> Book:
    """Where files are not read. Raises UnreadableList."""
    raise UnreadableList(Trouble.NOT_A_LIST)
