"""Scanners that type by Alt and the number block: Alt is held, two to four digits are pressed, Alt is let go.

It is what Windows takes as a character, whatever the keyboard's layout: Alt+65 and Alt+065 are both "A". A person
presses Alt with one digit for a coupon, so a single digit is nobody's character.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PAUSE_S = 0.150
"""Digits of one character are never further apart."""
MAX_DIGITS = 5


@dataclass(slots=True)
class AltCode:
    """The digits pressed since Alt was pressed."""

    digits: str = ""
    last_at: float = field(default=float("-inf"))

    def press(self, digit: str, at: float) -> bool:
        """Take a digit. False when it belongs to no character begun before, which is then given up."""
        begun = bool(self.digits) and 0 <= at - self.last_at <= PAUSE_S and len(self.digits) < MAX_DIGITS
        self.digits = self.digits + digit if begun else digit
        self.last_at = at
        return begun

    def finish(self) -> str:
        """Alt was let go: the character, empty when the digits are none. Without a leading zero it is one of code page
        437, with one of Windows-1252; both are ASCII below 128."""
        digits, self.digits = self.digits, ""
        if len(digits) < 2:
            return ""
        code = int(digits)
        if code > 255:
            return chr(code) if code < 0xD800 else ""
        return bytes([code]).decode("cp1252" if digits.startswith("0") else "cp437", errors="replace")
