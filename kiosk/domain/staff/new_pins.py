"""Which PINs may be given out: not those that somebody tries first.

Three tries are free and the rest cost minutes (`pins.py`): what would be guessed within a dozen tries is refused here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import pairwise

from kiosk.domain.staff.pins import MAX_PIN, MIN_PIN


class PinFlaw(StrEnum):
    """Why a PIN is not given out."""

    NO_DIGITS = "no_digits"
    LENGTH = "length"
    REPEATED = "repeated"
    RUN = "run"
    DATE = "date"
    FAVOURITE = "favourite"
    KNOWN_NUMBER = "known_number"


_FAVOURITES = frozenset(
    # lines and corners of the number block, and numbers that are said like words in Chinese
    """
    2580 0852 1470 7410 3690 9630 1379 1397 1793 7139 9731 2468 8642 1357 7531 1590 3570 7895
    1314 5201 5200 1688 5566 7788 8899 1122 1133 2233 3344 4455 6677 9988 0007 1004
    147258 159357 147369 963852 520520 520521 168168 741852 789456 5201314 1314520 147896325
    """.split()  # noqa: SIM905  (a word each on a line of its own would be a page)
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def pin_flaw(pin: str, known: Iterable[str] = ()) -> PinFlaw | None:
    """What is wrong with a new PIN; None when it may be given out. `known`: numbers that colleagues know, such as the
    staff id: a PIN that is part of one of them is refused."""
    if not (pin.isascii() and pin.isdecimal()):
        return PinFlaw.NO_DIGITS
    if not MIN_PIN <= len(pin) <= MAX_PIN:
        return PinFlaw.LENGTH
    if _repeated(pin):
        return PinFlaw.REPEATED
    if _run(pin):
        return PinFlaw.RUN
    if pin in _FAVOURITES:
        return PinFlaw.FAVOURITE
    if _dated(pin):
        return PinFlaw.DATE
    if any(pin in "".join(filter(str.isdecimal, number)) for number in known):
        return PinFlaw.KNOWN_NUMBER
    return None


def _repeated(pin: str) -> bool:
    """7777, 1212, 123123; and fewer than three different digits, as in 1112."""
    return pin in (pin + pin)[1:-1] or len(set(pin)) < 3


def _run(pin: str) -> bool:
    """1234, 9876, 8901: each digit the next one, or each the one before."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})


def _dated(pin: str) -> bool:
    """A year; or a day of one, however it is written."""
    if len(pin) == 4:
        return _FIRST_YEAR <= int(pin) <= _LAST_YEAR or _day(2000, int(pin[:2]), int(pin[2:]))
    if len(pin) == 6:
        first, second, third = int(pin[:2]), int(pin[2:4]), int(pin[4:])
        return (
            _day(2000 + first, second, third) or _day(2000 + third, second, first) or _day(2000 + third, first, second)
        )
    if len(pin) == 8:
        ahead, behind = int(pin[:4]), int(pin[4:])
        return (_FIRST_YEAR <= ahead <= _LAST_YEAR and _day(ahead, int(pin[4:6]), int(pin[6:]))) or (
            _FIRST_YEAR <= behind <= _LAST_YEAR
            and (_day(behind, int(pin[2:4]), int(pin[:2])) or _day(behind, int(pin[:2]), int(pin[2:4])))
        )
    return False


def _day(year: int, month: int, day: int) -> bool:
    # 29 February is somebody's birthday in any year
    try:
        date(2000 if (month, day) == (2, 29) else year, month, day)
    except ValueError:
        return False
    return True
