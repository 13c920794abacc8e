"""Registration forms on paper: numbered, so that each is keyed in once. A number is worth nothing by itself, so it is
counted and not signed: set, dash, number with a check digit, as on paper slips (`domain/slips/code.py`).
"""

from __future__ import annotations

from kiosk.domain.slips.code import code_of, read_code

PREFIX = "KF:"
"""Before the number in a form's square code, so that nothing else is taken for one."""
MOST_FORMS = 100
"""Printed at once."""


def form_numbers(set_id: str, count: int) -> tuple[str, ...]:
    """The numbers of a set of forms, from 1."""
    return tuple(code_of(set_id, number) for number in range(1, count + 1))


def square_code(number: str) -> str:
    """What the square on a form says."""
    return PREFIX + number


def is_form_code(text: str) -> bool:
    """Whether a scan is a form's."""
    return text.strip()[: len(PREFIX)].upper() == PREFIX


def form_read(text: str, set_id: str = "") -> str | None:
    """The number of the form that was scanned or keyed in; `set_id`: of the form before, which a number alone is taken
    to be of. None: no number of any form, or a digit is wrong."""
    clean = text.strip()
    code = read_code(clean[len(PREFIX) :] if is_form_code(clean) else clean)
    if code is None:
        return None
    found = code.book or set_id
    if not found or not code.holds(found):
        return None
    return code_of(found, code.number)
