"""Facts as HQ reads them: what they say and change, as far as a database can hold it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kiosk.domain.facts import ProjectionError, changes
from kiosk.domain.journal.facts import Fact, FactError, decode
from kiosk.domain.journal.registry import Change

MAX_INT = 2**63 - 1
_MAX_AT = 253_402_300_799_999  # the end of year 9999: what a datetime can say
_MAX_TEXT = 64
_LONGER = {"reason": 4096, "key": 200}


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact HQ could read, and what it changes."""

    fact: Fact
    changes: tuple[Change, ...]


def read_fact(epoch: int, seq: int, raw: bytes) -> ReadFact | str:
    """A fact and what it changes, or a short reason why it cannot be read: no fact, not the one its place says, or
    values that no database can hold."""
    try:
        found = decode(raw)
        changed = changes(found)
    except (FactError, ProjectionError, RecursionError, OverflowError) as error:
        return type(error).__name__
    if (found.epoch, found.seq) != (epoch, seq):
        return "misplaced"
    values: list[Any] = [found.kind, found.actor, found.hlc]
    times = [found.corrected_ms]
    for change in changed:
        if problems := _unstorable(change):
            return problems
        times += [change.at] if hasattr(change, "at") else []
    if not all(map(_storable, values)) or not all(0 <= at <= _MAX_AT for at in times):
        return "out_of_range"
    return ReadFact(found, changed)


def _unstorable(change: Change) -> str | None:
    """Why a change cannot be stored. The projector reads bodies of newer terminals leniently; columns are strict."""
    kind: Any = type(change)
    for name, wanted, limit in _columns(kind):
        value = getattr(change, name)
        if type(value) not in wanted or not _storable(value, limit):
            return f"bad_{name}"
    return None


@cache
def _columns(change: Any) -> tuple[tuple[str, frozenset[type], int], ...]:
    """What each field of a change may be, and how long."""
    known: dict[str, frozenset[type]] = {
        "int": frozenset({int}),
        "str": frozenset({str}),
        "str | None": frozenset({str, type(None)}),
    }
    return tuple(
        (field.name, known[str(field.type)], _LONGER.get(field.name, _MAX_TEXT))
        for field in fields(change)
        if field.name != "document"
    )


def _storable(value: object, limit: int = _MAX_TEXT) -> bool:
    if isinstance(value, int):
        return abs(value) <= MAX_INT
    if isinstance(value, str):
        # no NUL, which PostgreSQL's text cannot hold, and no lone surrogates, which are no text at all
        return len(value) <= limit and "\0" not in value and (value.isascii() or _encodable(value))
    return value is None


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
