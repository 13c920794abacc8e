"""Text in columns of one width, as printers and plain text files have them: how wide, and where lines break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kiosk.domain.documents.blocks import Align

_NEVER_FIRST = frozenset("，。、；：！？）》」』】”’…—～,.;:!?)%")
"""Punctuation that must not begin a line (after W3C, "Requirements for Chinese Text Layout", line breaking)."""


def cells(character: str) -> int:
    """Columns of one character."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def width(text: str) -> int:
    """Columns that `text` takes on a printer with a Chinese font.

    By Unicode's East Asian Width (UAX #11): wide and full-width characters take two, marks that sit on another none.
    Ambiguous ones count two, as Big5 and GB18030 fonts draw them: a line may come out short, never too long.
    """
    return sum(cells(character) for character in text)


def cleaned(text: str) -> str:
    """Without what is no character: commands to printers and terminals would be among it. White space becomes single
    spaces, for all but the ends of lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join("".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cs")) for line in lines)


def wrapped(text: str, columns: int) -> Iterator[str]:
    """Lines of at most `columns` columns: broken at spaces, beside wide characters, and inside words too long for a
    line. Line ends in `text` stay; empty lines do not."""
    for line in cleaned(text).split("\n"):
        yield from _wrapped(line, columns)


def aligned(text: str, columns: int, align: Align) -> str:
    """A line where it stands."""
    free = max(0, columns - width(text))
    return " " * (0 if align is Align.LEFT else free // 2 if align is Align.CENTRE else free) + text


def set_in(text: str, columns: int, align: Align = Align.LEFT) -> Iterator[str]:
    """Wrapped, and each line where it stands."""
    for line in wrapped(text, columns):
        yield aligned(line, columns, align)


def paired(left: str, right: str, columns: int) -> Iterator[str]:
    """Left and right of one line; where both do not fit, the right one goes to the right of the next line."""
    left, right = (" ".join(cleaned(text).split()) for text in (left, right))
    if width(left) + 1 + width(right) <= columns:
        yield left + " " * (columns - width(left) - width(right)) + right
        return
    yield from wrapped(left, columns)
    yield from set_in(right, columns, Align.RIGHT)


def _wrapped(text: str, columns: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(text):
        if width(line) + width(piece) <= columns:
            line += piece
            continue
        if line.strip():
            yield line.rstrip()
        line = piece.lstrip()
        while width(line) > columns:
            cut = max(1, _fitting(line, columns))
            yield line[:cut]
            line = line[cut:]
    if line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Runs of text between which a line may be broken."""
    piece = ""
    for character in text:
        wide_edge = piece != "" and (cells(character) == 2 or cells(piece[-1]) == 2)
        after_space = piece.endswith(" ") and character != " "
        if (wide_edge or after_space) and character not in _NEVER_FIRST and cells(character) > 0:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _fitting(text: str, columns: int) -> int:
    """How many characters of `text` fit into `columns`."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > columns:
            return index
    return len(text)
