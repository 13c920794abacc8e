"""The amount as it is keyed in: digits of major units, a point when there are decimals."""

from __future__ import annotations

import unicodedata

MAX_DIGITS = 8


class AmountEntry:
    """What was typed so far, and its value in minor units of the currency."""

    def __init__(self, decimals: int = 2) -> None:
        self.decimals = decimals
        self.text = ""

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
        if key == "back":
            self.text = before[:-1]
        elif key == "clear":
            self.text = ""
        elif key == ".":
            if self.decimals and "." not in before:
                self.text = (before or "0") + "."
        elif key.isdigit():
            for digit in key:
                self._append(digit)
        return self.text != before

    def _append(self, digit: str) -> None:
        whole, point, part = self.text.partition(".")
        if point:
            if len(part) < self.decimals:
                self.text += digit
        elif whole in ("", "0"):
            self.text = digit if digit != "0" or whole == "" else whole
        elif len(whole) < MAX_DIGITS:
            self.text += digit


def typed_minor(text: str, decimals: int) -> int | None:
    """Minor units of what stands in a text field, full-width digits and thousands commas allowed; 0 when it is empty,
    None when it is no amount."""
    entry = AmountEntry(decimals)
    for sign in unicodedata.normalize("NFKC", text).strip().replace(",", ""):
        if not sign.isascii() or sign not in "0123456789." or not entry.press(sign):
            return None
    return entry.minor
