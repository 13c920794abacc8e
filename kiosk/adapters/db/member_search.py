"""Who is meant: members by phone, card or name, likeliest first, with how many there are in all.

In order: the whole card number or phone; the phone's last digits; the name itself; how it begins; how it sounds from
its beginning; its initials, all or the first of them; any part of it. Among equals those of the asking store, then who
bought last, then who comes most, come first. Where nobody is found so, the ways to type of the event desk's search are
tried (`member_ways`): several in one word, several words, zhuyin, old forms of characters, letters without accents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.adapters.db.name_search import as_sound, plain
from kiosk.domain.members.found import FEWEST_DIGITS
from kiosk.domain.members.phones import digits_typed, national_tail, whole_numbers

Query = Callable[[str, tuple[Any, ...]], Sequence[Any]]

# data is fetched of those alone that are shown: of a common name there are thousands
_ORDERED = (
    " SELECT m.id, m.data, f.total FROM (SELECT id, row_number() OVER (ORDER BY rank, store IS NOT ?1, last DESC,"
    " visits DESC, id) AS place, count(*) OVER () AS total FROM found ORDER BY place LIMIT ?2) f"
    " JOIN member m ON m.id = f.id ORDER BY f.place"
)
# the second line of `sounds`: the initials of all of the name, as it is read first
_INITIALS = "substr(k.sounds || char(10), 1 + instr(substr(k.sounds, 2), char(10)))"


@dataclass(frozen=True, slots=True)
class FoundRows:
    """(id, data) of the first ones, and how many there are."""

    rows: Sequence[tuple[str, str]] = ()
    total: int = 0
    too_short: bool = False


def found_members(query: Query, text: str, limit: int, store: str) -> FoundRows:
    """Members whom `text` may mean."""
    digits = digits_typed(text)
    if digits is not None:
        if len(digits) < FEWEST_DIGITS:
            return FoundRows(too_short=True)
        return _first(query(*_by_digits(digits, limit, store)))
    if not plain(text):
        return FoundRows()
    found = _first(query(*_by_name(text, limit, store)))
    return found if found.total else _otherwise(query, text, limit, store)


def _otherwise(query: Query, text: str, limit: int, store: str) -> FoundRows:
    from kiosk.adapters.db import member_ways  # most that is typed needs none of it

    condition, told = member_ways.condition(text, first=3)
    if not condition:
        return FoundRows()
    statement = (
        "WITH found AS MATERIALIZED (SELECT k.id, k.store, k.last, k.visits, 0 AS rank FROM member_key k"
        f" WHERE {condition})"
    )
    may_be = query(statement + _ORDERED, (store, member_ways.MOST, *told))
    meant = [(row[0], row[1]) for row in may_be if member_ways.means(text, row[1])]
    return FoundRows(meant[:limit], len(meant))


def _first(rows: Sequence[Any]) -> FoundRows:
    return FoundRows([(row[0], row[1]) for row in rows], rows[0][2] if rows else 0)


def _by_digits(digits: str, limit: int, store: str) -> tuple[str, tuple[Any, ...]]:
    tail, whole = national_tail(digits), whole_numbers(digits)
    last = "substr(json_extract(data, '$.phone'), -4)"  # as the index has it
    marks = ", ".join(f"?{7 + at}" for at in range(len(whole)))
    statement = (
        "WITH hit AS MATERIALIZED ("
        "SELECT id, 0 AS rank FROM member WHERE json_extract(data, '$.card_no') = ?3"
        f" UNION ALL SELECT id, 0 FROM member WHERE {last} = ?4"
        f" AND ltrim(json_extract(data, '$.phone'), '+') IN ({marks})"
        f" UNION ALL SELECT id, 1 FROM member WHERE {last} = ?4"
        " AND substr(json_extract(data, '$.phone'), -?5) = ?6),"
        " found AS (SELECT k.id, k.store, k.last, k.visits, min(h.rank) AS rank"
        " FROM hit h JOIN member_key k ON k.id = h.id GROUP BY k.id)"
    )
    return statement + _ORDERED, (store, limit, digits, digits[-4:], len(tail), tail, *whole)


def _by_name(text: str, limit: int, store: str) -> tuple[str, tuple[Any, ...]]:
    statement = (
        "WITH found AS MATERIALIZED ("
        "SELECT k.id, k.store, k.last, k.visits, CASE WHEN k.name = ?3 THEN 0 WHEN instr(k.name, ?3) = 1 THEN 1"
        f" WHEN instr(k.sounds, ?4) = 1 THEN 2 WHEN instr({_INITIALS}, ?4 || char(10)) = 1 THEN 3"
        f" WHEN instr({_INITIALS}, ?4) = 1 THEN 4 WHEN instr(k.name, ?3) THEN 5 ELSE 6 END AS rank"
        " FROM member_key k WHERE instr(k.name, ?3) OR instr(k.sounds, ?4))"
    )
    return statement + _ORDERED, (store, limit, plain(text), as_sound(text))
