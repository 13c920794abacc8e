"""The amount as it is keyed in: digits of major units, a point when there are decimals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from statistics import median

from kiosk.domain.money import exponent, sure_amount, whole_digits

MAX_DIGITS = 8

JUMP = 100
"""So many times the usual amount is asked about before it is confirmed."""


def usual_amount(amounts: Iterable[int]) -> int:
    """What is usual among the last sales, in minor units: their median; 0 when there are none."""
    return int(median(list(amounts) or [0]))


def unlikely(amount: int, usual: int, currency: str = "TWD") -> bool:
    """Whether an amount is so far from the usual one (0: unknown), or so large, that a hand has probably slipped."""
    return amount >= sure_amount(currency) or 0 < JUMP * usual <= amount


class AmountEntry:
    """What was typed so far, and its value in minor units of the currency."""

    def __init__(self, decimals: int = 2, digits: int = MAX_DIGITS) -> None:
        """`digits` before the point, at most."""
        self.decimals, self.digits = decimals, digits
        self.text = ""
        self.refused = False
        """Whether the key pressed last does not fit: said aloud, never dropped in silence."""

    @property
    def minor(self) -> int:
        """Minor units; 0 when nothing was typed."""
        whole, _, part = self.text.partition(".")
        return int(whole or "0") * int(10**self.decimals) + int((part.ljust(self.decimals, "0") or "0") if part else 0)

    def clear(self) -> None:
        """Nothing typed."""
        self.text = ""

    def set_minor(self, minor: int) -> bool:
        """Take an amount as if it had been typed. False when it is that amount already."""
        if minor == self.minor:
            return False
        whole, part = divmod(minor, 10**self.decimals)
        self.text = str(whole) + (f".{part:0{self.decimals}d}" if part else "")
        return True

    def press(self, key: str) -> bool:
        """A digit, "00", ".", "back" or "clear". False when the key changed nothing."""
        before = self.text
        self.refused = False
        if key == "back":
            self.text = before[:-1]
        elif key == "clear":
            self.text = ""
        elif key == ".":
            if self.decimals and "." not in before:
                self.text = (before or "0") + "."
            else:
                self.refused = True
        elif key.isdigit() and not all(self._append(digit) for digit in key):
            self.text, self.refused = before, True  # all of a key or nothing of it
        return self.text != before

    def _append(self, digit: str) -> bool:
        """False when there is no room for it."""
        whole, point, part = self.text.partition(".")
        if point:
            if len(part) >= self.decimals:
                return False
            self.text += digit
        elif whole in ("", "0"):
            self.text = digit if digit != "0" or whole == "" else whole
        elif len(whole) < self.digits:
            self.text += digit
        else:
            return False
        return True


def entry_of(currency: str) -> AmountEntry:
    """An empty entry of a currency's amounts."""
    return AmountEntry(exponent(currency), whole_digits(currency))


def typed_minor(text: str, currency: str) -> int | None:
    """Minor units of what stands in a text field, full-width digits and thousands commas allowed; 0 when it is empty,
    None when it is no amount."""
    entry = entry_of(currency)
    for sign in unicodedata.normalize("NFKC", text).strip().replace(",", ""):
        if not sign.isascii() or sign not in "0123456789." or not entry.press(sign):
            return None
    return entry.minor
