"""Facts as HQ reads them: what they say and change, as far as a database can hold it and a history can take it.

What a projection works on has passed this reader: `body`, `changes` and `happening` have the types and bounds that they
declare. The bytes' own body is for nobody but the reader.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from kiosk.domain.campaigns.happenings import Happening, HappeningError
from kiosk.domain.facts import (
    NEVER_JOURNALLED,
    ProjectionError,
    body_of,
    changes_of,
    kind_of,
    read_happening,
)
from kiosk.domain.journal.facts import Fact, FactError, decode
from kiosk.domain.journal.fit import fit_text, unfit
from kiosk.domain.journal.registry import Body, Change

MAX_INT = 2**63 - 1
_MAX_AT = 32_503_680_000_000  # the end of the year 2999
_MAX_HLC = _MAX_AT << 16
_MAX_TEXT = 64
_LONGER = {"reason": 4096, "key": 200, "draw": 200}
_SHORTER = {"right": 16}
_WHOLE = frozenset({"document", "said", "definition", "goods", "less", "vouchers"})
"""Fields that hold something whole, whose own reader has judged it; it is stored as JSON, or by the terminal alone."""
_UTC = "UTC"


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact HQ could read: its body (None: of a kind or a version that this program does not know), what it changes,
    and how campaigns see it, at no place yet."""

    fact: Fact
    changes: tuple[Change, ...]
    body: Body | None = None
    happening: Happening | None = None


def read_fact(epoch: int, seq: int, raw: bytes) -> ReadFact | str:
    """A fact and what it changes, or a short reason why it cannot be read: no fact, not the one its place says, values
    that no database can hold, or what no history can take in."""
    try:
        found = decode(raw)
    except (FactError, RecursionError, OverflowError):
        return "no_fact"
    if (found.epoch, found.seq) != (epoch, seq):
        return "misplaced"
    if not fit_text(found.kind, _MAX_TEXT) or not fit_text(found.actor, _MAX_TEXT):
        return "bad_text"
    if not (0 <= found.hlc < _MAX_HLC and 0 <= found.corrected_ms < _MAX_AT):
        return "out_of_range"
    if found.kind in NEVER_JOURNALLED:
        return "never_journalled"
    if kind_of(found.kind) is None:
        return ReadFact(found, ())
    wrong = unfit(found.body)
    if wrong is not None:
        return wrong
    try:
        body = body_of(found)
        changed = changes_of(found, body)
        happening = read_happening(found, body, "", _nowhere)
    except ProjectionError:
        return "unreadable"
    except HappeningError:
        return "no_happening"
    for change in changed:
        if problems := _unstorable(change):
            return problems
    return ReadFact(found, changed, body, happening)


def _nowhere(_device: str) -> tuple[str, str]:
    return "", _UTC


def _unstorable(change: Change) -> str | None:
    """Why a change cannot be stored. Bodies allow what columns are too short for."""
    kind: Any = type(change)
    for name, wanted, limit in _columns(kind):
        value = getattr(change, name)
        if type(value) not in wanted or (isinstance(value, str) and not fit_text(value, limit)):
            return f"bad_{name}"
    return None


@cache
def _columns(change: Any) -> tuple[tuple[str, frozenset[type], int], ...]:
    """What each field of a change may be, and how long; not those whose values are a kind's own few words, made by its
    reader."""
    known: dict[str, frozenset[type]] = {
        "int": frozenset({int}),
        "int | None": frozenset({int, type(None)}),
        "bool": frozenset({bool}),
        "str": frozenset({str}),
        "str | None": frozenset({str, type(None)}),
    }
    hints = get_type_hints(change)
    return tuple(
        (field.name, known[str(field.type)], (_LONGER | _SHORTER).get(field.name, _MAX_TEXT))
        for field in fields(change)
        if field.name not in _WHOLE and not _is_word(hints[field.name])
    )


def _is_word(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)
