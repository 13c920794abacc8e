"""Where a sheet's headings stand, and which of its columns are which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kiosk.domain.lists.book import Row, Sheet, text_of
from kiosk.domain.lists.columns import IDENTITY, Column, Match, match
from kiosk.domain.registration.names import read_name

SEARCHED = 60
"""Rows from the top among which the headings are looked for."""
_LOOKED_AT = 200
_MOST_OF = 0.6
_LONGEST_NAME = 40
_DIGITS_OF_DATA = 6
_BEYOND = 1 << 20
"""After the last column that a sheet can have."""


@dataclass(frozen=True, slots=True)
class Headings:
    """`first`: the first row of people, from 0; `row`: of the headings (the lower of two), -1: there are none, and the
    columns were told by what stands in them. `columns`: places of each column that is taken, the best first.
    `matched`: (heading as written, column) from left to right; `unused`: the other headings; `places`: of each heading
    that is taken, as written."""

    row: int
    columns: dict[Column, tuple[int, ...]] = field(default_factory=dict)
    matched: tuple[tuple[str, Column], ...] = ()
    unused: tuple[str, ...] = ()
    places: dict[int, str] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return self.row + 1

    def abreast(self) -> tuple[tuple[int, int, Headings], ...]:
        """The lists that stand beside each other under the same headings, each with its first column and the one after
        its last; a single list has all columns."""
        order = sorted(self.places)
        firsts = [at for at in order if self.places[at] == self.places[order[0]]]
        ends = [*firsts[1:], _BEYOND]
        cut = [tuple(at for at in order if first <= at < end) for first, end in zip(firsts, ends, strict=False)]
        texts = [tuple(self.places[at] for at in places) for places in cut]
        if len(cut) < 2 or len(set(texts[0])) < max(2, len(texts[0])) or len(set(texts)) > 1:
            return ((0, _BEYOND, self),)
        return tuple(
            (first if number else 0, end, self._only(places))
            for number, (first, end, places) in enumerate(zip(firsts, ends, cut, strict=True))
        )

    def _only(self, places: tuple[int, ...]) -> Headings:
        columns = {
            column: kept for column, ats in self.columns.items() if (kept := tuple(at for at in ats if at in places))
        }
        return Headings(self.row, columns, self.matched, self.unused, {at: self.places[at] for at in places})


def find(sheet: Sheet) -> Headings | None:
    """The headings of a sheet; None: no row of it names people. Of two rows that say as much the upper one counts."""
    top = [[text_of(cell) for cell in row] for row in islice(sheet.rows(), SEARCHED)]
    _spread(top, sheet)
    best: tuple[tuple[int, int], Headings] | None = None
    for index, row in enumerate(top):
        for upper in (None, top[index - 1] if index else None):
            if upper is None and index and best is None and not any(row):
                continue
            made = _headings(index, row, upper or ())
            if made is not None and (best is None or made[0] > best[0]):
                best = made
    return best[1] if best else None


def _spread(top: list[list[str]], sheet: Sheet) -> None:
    """A heading that spans several columns or rows stands over all of them."""
    for first_row, first, last_row, last in sheet.merged:
        if first_row >= len(top) or first >= len(top[first_row]):
            continue
        said = top[first_row][first]
        for row in top[first_row : last_row + 1]:
            row += [""] * (last + 1 - len(row))
            row[first : last + 1] = [one or said for one in row[first : last + 1]]


def _headings(index: int, lower: Sequence[str], upper: Sequence[str]) -> tuple[tuple[int, int], Headings] | None:
    found: dict[Column, list[tuple[int, int]]] = {}
    matched: list[tuple[str, Column]] = []
    unused: list[str] = []
    places: dict[int, str] = {}
    whole = 0
    for at in range(max(len(lower), len(upper))):
        said, one = _said(lower[at] if at < len(lower) else "", upper[at] if at < len(upper) else "")
        if one is None:
            unused += [said] if said else []
            continue
        found.setdefault(one.column, []).append((-one.score, at))
        matched.append((said, one.column))
        places[at] = said
        whole += one.whole
    # a title over the whole width is no heading of each of its columns
    distinct = {said for said, _ in matched}
    if not IDENTITY & found.keys() or not whole or len(distinct) < min(len(found), 2):
        return None
    filled = sum(1 for one in lower if one)
    if len(matched) == 1 and (filled > 1 or not _alone(matched[0])):
        return None
    columns = {column: tuple(at for _, at in sorted(ats)) for column, ats in found.items()}
    return (len(found), whole), Headings(index, columns, tuple(matched), tuple(unused), places)


def _alone(one: tuple[str, Column]) -> bool:
    return len(one[0]) <= _LONGEST_NAME


def _said(lower: str, upper: str) -> tuple[str, Match | None]:
    """A heading of two rows: the lower says it; where it does not, both together, or the upper one alone."""
    if sum(character.isdigit() for character in lower) >= _DIGITS_OF_DATA:
        return lower, None
    found = match(lower) if lower else None
    if found is not None or not upper or upper == lower:
        return lower, found
    if not lower:
        return upper, match(upper)
    return f"{upper} {lower}", match(f"{upper} {lower}")


def guess(sheet: Sheet, is_phone: Callable[[str], bool]) -> Headings | None:
    """The columns of a sheet without headings, told by what most of their cells hold; None where nothing tells."""
    rows = [[text_of(cell) for cell in row] for row in islice(sheet.rows(), _LOOKED_AT)]
    width = max((len(row) for row in rows), default=0)
    columns: dict[Column, tuple[int, ...]] = {}
    for at in range(width):
        filled = [row[at] for row in rows if at < len(row) and row[at]]
        if not filled or len(filled) < _MOST_OF * sum(1 for row in rows if any(row)):
            continue
        for column, test in ((Column.EMAIL, _is_mail), (Column.PHONE, is_phone), (Column.NAME, _is_name)):
            if column not in columns and sum(map(test, filled)) >= _MOST_OF * len(filled):
                columns[column] = (at,)
                break
    if Column.PHONE not in columns and (Column.NAME not in columns or width > 1):
        return None
    return Headings(-1, columns)


def _is_mail(text: str) -> bool:
    return "@" in text.strip("@") and " " not in text


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and not any(one.isdigit() for one in text) and bool(read_name(text).name)


def row_texts(row: Row, places: Sequence[int]) -> list[str]:
    """The texts of some of a row's cells; "" beyond its end."""
    return [text_of(row[at]) if at < len(row) else "" for at in places]
