"""Where a sheet's headings stand, and which of its columns are which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kiosk.domain.lists.book import Row, Sheet, text_of
from kiosk.domain.lists.columns import IDENTITY, Column, Match, is_exact, is_payers, match, may_head
from kiosk.domain.lists.names import bare_name
from kiosk.domain.lists.no_guest import is_furniture, section
from kiosk.domain.registration.names import read_name

SEARCHED = 60
"""Rows from the top among which the headings are looked for."""
_LOOKED_AT = 200
_NAMES = frozenset({Column.NAME, Column.FAMILY, Column.GIVEN})
_MOST_OF = 0.6
_LONGEST_NAME = 40
_DIGITS_OF_DATA = 6
_WIDEST = 1 << 14
_BEYOND = 1 << 20
"""After the last column that a sheet can have."""


@dataclass(frozen=True, slots=True)
class Headings:
    """`first`: the first row of people, from 0; `row`: of the headings (the lower of two), -1: there are none, and the
    columns were told by what stands in them. `columns`: places of each column that is taken, the best first.
    `matched`: (heading as written, column) from left to right; `unused`: the other headings; `places`: of each heading
    that is taken, as written. `seated`: every column is a table's, whose guests stand below it."""

    row: int
    columns: dict[Column, tuple[int, ...]] = field(default_factory=dict)
    matched: tuple[tuple[str, Column], ...] = ()
    unused: tuple[str, ...] = ()
    places: dict[int, str] = field(default_factory=dict)
    seated: bool = False

    @property
    def first(self) -> int:
        return self.row + 1

    def abreast(self) -> tuple[tuple[int, int, Headings], ...]:
        """The lists that stand beside each other under the same headings, each with its first column and the one after
        its last; a single list has all columns."""
        order = sorted(self.places)
        if self.seated:
            return tuple((at, at + 1, self._only((at,))) for at in order)
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


def turned(sheet: Sheet) -> Sheet | None:
    """A sheet that lies on its side, its headings below each other in the first column: turned upright; None: it is no
    such sheet, or too large to be one."""
    if not 1 < sheet.height <= SEARCHED:
        return None
    rows = [[*row[:_WIDEST]] for row in sheet.rows()]
    heads = [text_of(row[0]) for row in rows if row]
    if sum(map(is_exact, heads)) < 2 or not all(one == "" or match(one) is not None for one in heads):
        return None
    upright = [[row[at] if at < len(row) else None for row in rows] for at in range(max(map(len, rows)))]
    return Sheet(sheet.name, lambda: iter(upright), len(upright), (), sheet.hidden)


def again(row: Row, index: int) -> Headings | None:
    """The headings of another list that stands below the first one; None: the row is none."""
    texts = [text_of(cell) for cell in row]
    if not may_head(texts) or not all(one == "" or is_exact(one) for one in texts):
        return None
    made = _headings(index, texts, ())
    return made[1] if made is not None else None


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
    if any(_is_data(lower, upper, at) for at in places):
        return None
    filled = sum(1 for one in lower if one)
    if len(matched) == 1 and (not _alone(matched[0]) or (filled > 1 and not is_exact(matched[0][0]))):
        return None
    columns = {column: tuple(at for _, at in sorted(ats)) for column, ats in found.items()}
    columns = _without_payers(columns, places)
    return (len(found), whole), Headings(index, columns, tuple(matched), tuple(unused), places)


def _without_payers(columns: dict[Column, tuple[int, ...]], places: dict[int, str]) -> dict[Column, tuple[int, ...]]:
    """Without what is of who paid, where the list says the same of who comes."""
    paid = {at for at, said in places.items() if is_payers(said)}
    if not paid:
        return columns
    own = {column for column, ats in columns.items() if not paid.issuperset(ats)}
    if own & _NAMES:
        own |= _NAMES
    kept = {column: tuple(at for at in ats if at not in paid or column not in own) for column, ats in columns.items()}
    return {column: ats for column, ats in kept.items() if ats}


def _is_data(lower: Sequence[str], upper: Sequence[str], at: int) -> bool:
    """Whether something stands below a heading that says all by itself: somebody, and no second row of headings."""
    said = lower[at] if at < len(lower) else ""
    head = upper[at] if at < len(upper) else ""
    if not said or not head or said == head or said[0] in "(（[【*" or match(said) is not None:
        return False
    beside = {upper[near] for near in (at - 1, at + 1) if 0 <= near < len(upper)}
    return is_exact(head) and head not in beside


def seating(sheet: Sheet) -> Headings | None:
    """A plan of tables: under a row that names nothing but tables, the guests of each stand in its column."""
    for index, row in enumerate(islice(sheet.rows(), SEARCHED)):
        said = {at: text for at, cell in enumerate(row) if (text := text_of(cell))}
        if len(said) > 1 and all(map(section, said.values())):
            matched = tuple((text, Column.TABLE) for text in said.values())
            return Headings(index, {Column.NAME: tuple(said)}, matched, (), said, seated=True)
    return None


def _alone(one: tuple[str, Column]) -> bool:
    return len(one[0]) <= _LONGEST_NAME


def _said(lower: str, upper: str) -> tuple[str, Match | None]:
    """A heading of two rows: the lower says it; where it does not, both together, or the upper one alone."""
    if any(sum(map(str.isdigit, one)) >= _DIGITS_OF_DATA for one in (lower, upper)):
        return lower, None
    found = match(lower) if lower else None
    if found is not None or not upper or upper == lower:
        return lower, found
    if not lower:
        return upper, match(upper)
    return f"{upper} {lower}", match(f"{upper} {lower}")


def guess(sheet: Sheet, is_phone: Callable[[str], bool], has_phone: Callable[[str], bool]) -> Headings | None:
    """The columns of a sheet without headings, told by what most of their cells hold. `is_phone`: a phone and nothing
    besides; `has_phone`: one with a name beside it, maybe. None where nothing tells."""
    rows = [
        row for cells in islice(sheet.rows(), _LOOKED_AT) if not _is_aside(row := [text_of(cell) for cell in cells])
    ]
    width = max((len(row) for row in rows), default=0)
    columns: dict[Column, tuple[int, ...]] = {}
    phones = False
    for at in range(width):
        filled = [row[at] for row in rows if at < len(row) and row[at]]
        if not filled or len(filled) < _MOST_OF * sum(1 for row in rows if any(row)):
            continue
        with_phone = sum(map(has_phone, filled))
        for column, fit in (
            (Column.EMAIL, sum(map(_is_mail, filled))),
            (Column.PHONE, sum(map(is_phone, filled))),
            (Column.NAME, sum(map(_is_name, filled)) + with_phone),
        ):
            if column not in columns and fit >= _MOST_OF * len(filled):
                columns[column] = (at,)
                phones = phones or column is Column.PHONE or with_phone >= _MOST_OF * len(filled)
                break
    if not phones and (Column.NAME not in columns or width > 1):
        return None
    return Headings(-1, columns)


def _is_aside(row: list[str]) -> bool:
    """Whether a row says nothing but a table, or what stands on a page besides the list."""
    said = [one for one in row if one]
    return len(said) == 1 and (bool(section(said[0])) or is_furniture(said[0]))


def _is_mail(text: str) -> bool:
    return "@" in text.strip("@") and " " not in text


def _is_name(text: str) -> bool:
    text = bare_name(text).name
    return 1 < len(text) <= _LONGEST_NAME and not any(one.isdigit() for one in text) and bool(read_name(text).name)


def row_texts(row: Row, places: Sequence[int]) -> list[str]:
    """The texts of some of a row's cells; "" beyond its end."""
    return [text_of(row[at]) if at < len(row) else "" for at in places]
