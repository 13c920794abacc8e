"""What scanners put before a code: the symbology's identifier (AIM, ISO/IEC 15424: "]Q1", "]C1", "]E0") and marks of an
encoding (a byte order mark, or what is left of one). Both belong to the way, not to the code."""

from __future__ import annotations

import re

from kiosk.domain.scan.events import Symbology

_MARKS = ("\ufeff", "ï»¿", "\ufffe")
"""A byte order mark; its three bytes read as Latin-1; and one read the wrong way round."""
_IDENTIFIER = re.compile(r"\]([A-Za-z])([0-9A-Za-z])", re.ASCII)
_MOST = 4
_BY_CODE = {"Q": Symbology.QR, "C": Symbology.CODE128, "E": Symbology.EAN13}


def as_written(text: str, symbology: Symbology = Symbology.UNKNOWN) -> tuple[str, Symbology]:
    """The code's own text, and its symbology as far as the identifier tells one that was not known. Blanks around stay
    as they are where nothing stands before the code."""
    for _ in range(_MOST):
        bare = text.lstrip()
        mark = next((mark for mark in _MARKS if bare.startswith(mark)), "")
        if mark:
            text = bare[len(mark) :]
            continue
        found = _IDENTIFIER.match(bare)
        if found is None or found.end() == len(bare):
            break
        text = bare[found.end() :]
        if symbology is Symbology.UNKNOWN:
            symbology = Symbology.EAN8 if found[0] == "]E4" else _BY_CODE.get(found[1], symbology)
    return text, symbology
