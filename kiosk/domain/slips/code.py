"""A slip's number as it stands on paper and is keyed in: book, dash, number with a check digit, "K7MP3QRT-00314".

The check digit catches every single wrong digit and most swaps, so that a slip of the pen is no other slip's number.
A code alone proves nothing: anybody may write one down. It names a slip where the square cannot be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BOOK_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without those that are taken for each other."""
BOOK_CHARS = 8
DIGITS = 4
_CODE = re.compile(rf"(?:([{BOOK_LETTERS}]{{{BOOK_CHARS}}})-?)?([0-9]{{2,8}})")


@dataclass(frozen=True, slots=True)
class SlipCode:
    """A code that was keyed in. `book` "": the number alone, of the book that is being keyed in. `digits`: number and
    check digit."""

    book: str
    digits: str

    @property
    def number(self) -> int:
        """Without the check digit."""
        return int(self.digits[:-1])

    def holds(self, book: str) -> bool:
        """Whether the check digit is that of a slip of `book`."""
        return self.digits[-1] == check_digit(book, self.number)


def book_id(random: bytes) -> str:
    """A book's id from at least 8 random bytes."""
    found, number = "", int.from_bytes(random, "big")
    for _ in range(BOOK_CHARS):
        number, letter = divmod(number, len(BOOK_LETTERS))
        found += BOOK_LETTERS[letter]
    return found


def check_digit(book: str, number: int) -> str:
    """Luhn's digit (ISO/IEC 7812-1) over the book's letters, each by its place, and the number."""
    letters = "".join(f"{max(0, BOOK_LETTERS.find(letter)):02}" for letter in book)
    total = 0
    # the number to the left: noughts before it change nothing
    for place, digit in enumerate(reversed(f"{number}{letters}")):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def code_of(book: str, number: int) -> str:
    """As it is printed."""
    return f"{book}-{number:0{DIGITS}}{check_digit(book, number)}"


def read_code(text: str) -> SlipCode | None:
    """A code as somebody keyed it in: blanks, dashes and small letters as they come. None for anything else."""
    clean = re.sub(r"[\s\-_.]+", "", text.upper())
    found = _CODE.fullmatch(clean)
    return SlipCode(found[1] or "", found[2]) if found else None
