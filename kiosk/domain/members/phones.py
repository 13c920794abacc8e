"""Phone numbers as people type them: any digits, any signs between them, any way to dial abroad."""

from __future__ import annotations

import unicodedata

_SIGNS = frozenset("().[]/+*#~·•,:_\\|'\"∕−")
_LONGEST = 40
_DIAL_OUT = 4
"""Digits at most before the country's code: 00, 002, 011, 0011; all of them begin with a zero."""
_SHORTEST_WHOLE = 8


def digits_typed(text: str) -> str | None:
    """The digits in a text that holds nothing else but signs and spaces; None when it holds anything else, or none.
    Every script's digits count, of every width; invisible marks of writing direction do not."""
    digits = []
    for character in unicodedata.normalize("NFKC", text):
        number = unicodedata.digit(character, -1)
        if number >= 0:
            digits.append(str(number))
            continue
        category = unicodedata.category(character)
        if category[0] not in "ZC" and category != "Pd" and character not in _SIGNS:
            return None
    return "".join(digits) or None


def national_tail(digits: str) -> str:
    """What a number that was typed has at its end however it is stored: without the zero of a national number."""
    return digits.lstrip("0") if len(digits) > 4 else digits


def whole_numbers(digits: str) -> tuple[str, ...]:
    """Digits of international numbers that were meant if a whole one was typed: with a prefix to dial abroad, and with
    the national zero that "+886 (0)912…" keeps."""
    if len(digits) > _LONGEST:
        return ()
    found: dict[str, None] = {}
    for start in range(_DIAL_OUT + 1 if digits.startswith("0") else 1):
        rest = digits[start:]
        found[rest] = None
        for code in (1, 2, 3):
            if rest[code : code + 1] == "0":
                found[rest[:code] + rest[code:].lstrip("0")] = None
    return tuple(number for number in found if len(number) >= _SHORTEST_WHOLE)
