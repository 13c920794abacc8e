"""Personal data as it may be shown: 陳*麗, 138****5678 (product.md, rule 5)."""

from __future__ import annotations

from kiosk.domain.members.characters import characters


def mask_name(name: str) -> str:
    """Keep the first and the last character; a two-character name keeps its first only.

    Names written in Latin letters keep the first letter of each word: "Ann Lee" -> "A** L**".
    """
    words = name.split()
    if not words:
        return ""
    if name.isascii():
        return " ".join(word[0] + "*" * min(len(word) - 1, 3) if len(word) > 1 else "*" for word in words)
    letters = characters("".join(words))  # in 陳 麗 the space would be all that is hidden, in 葛󠄀城 the form of 葛
    if len(letters) == 1:
        return "*"
    if len(letters) == 2:
        return letters[0] + "*"
    return letters[0] + "*" * (len(letters) - 2) + letters[-1]


def mask_phone(phone: str) -> str:
    """E.164 in, national form with its middle hidden out: +886922333444 -> 0922***444."""
    digits = phone.strip()
    if digits.startswith("+886"):
        digits = "0" + digits[4:]
    elif digits.startswith("+86"):
        digits = digits[3:]
    elif digits.startswith("+"):
        digits = digits[1:]
    if len(digits) <= 4:
        return "*" * len(digits)
    if len(digits) <= 7:
        tail = len(digits) // 2
        return "*" * (len(digits) - tail) + digits[-tail:]
    head, tail = (3, 4) if len(digits) >= 11 else (4, 3) if len(digits) == 10 else (2, 3)
    return digits[:head] + "*" * (len(digits) - head - tail) + digits[-tail:]
