"""From the rows of a file to people: nothing is taken that was not understood, and nothing is dropped unsaid."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Protocol

from kiosk.domain.lists import counts, duplicates, names, repair
from kiosk.domain.lists.book import MOST_ROWS, Area, Book, Row, Sheet, Trouble, UnreadableList, text_of
from kiosk.domain.lists.columns import Column, is_exact
from kiosk.domain.lists.coming import absent_are_left_out, does_not_come
from kiosk.domain.lists.guests import Doubt, Guest, LeftOut, SheetRead, Understood, Why
from kiosk.domain.lists.headings import SEARCHED, Headings, again, find, guess, seating, turned
from kiosk.domain.lists.no_guest import is_cancelled, is_furniture, is_of_the_form, is_total
from kiosk.domain.lists.parts import Head, heads_a_part, is_beside_the_numbers, is_numbered_list, of_vips
from kiosk.domain.progress import Cancelled, Progress
from kiosk.domain.registration.names import read_name
from kiosk.domain.registration.phones import PhoneProblem

MOST_PLUS_ONES = 99
MOST_TICKETS = 1_000_000
STEP = 500
"""Rows between two words of progress."""

_TABLE_NAME = re.compile(r"第?\s*[\w一-龥]{1,6}\s*桌|主桌|table\s*\w{1,4}|t\d{1,3}|桌\s*\w{1,4}", re.IGNORECASE)
_REMARK = re.compile(r"[※＊*☆★▲#]|(?:註|注|備註|备注|說明|说明|note|ps|p\.s\.)\s*\d?\s*[:：.]", re.IGNORECASE)
_DITTO = frozenset({"〃", "″", "〞", "”", "“", '"', "''", "々", "〻", "同上", "同前", "ditto", "do."})
"""As above."""
_MAIL = re.compile(r"[^\s<>,;，；()（）\[\]]+@[^\s<>,;，；()（）\[\]]+")
_SEAT = re.compile(r"座|席|位子|seat", re.IGNORECASE)
_OF_TABLES = re.compile(r"桌|卓|table|テーブル", re.IGNORECASE)
_NOTHING = frozenset({"null", "(null)", "nan", "undefined", "none", "n/a", "nil"})
"""What databases and programs write for nothing; of names it may be one."""
_NAMES = (Column.NAME, Column.FAMILY, Column.GIVEN)
_TO_COME = frozenset({Column.PHONE, Column.EMAIL, Column.TABLE, Column.COMPANY, Column.MEMBER, Column.CODE})
"""Where what is still to come is nothing."""
_LONGEST_CELL = 500
_DIGITS_OF_PHONE = 8
_SENTENCE = 25


class Questions(Protocol):
    """What an event asks its guests, to whom a list's other columns may have the answers."""

    def question(self, heading: str) -> str:
        """The id of the question that a heading is; "": none."""

    def answer(self, question: str, text: str) -> str:
        """The answer as it is kept; "": it is none."""


def understand(
    book: Book, home: str = "TW", *, questions: Questions | None = None, progress: Progress | None = None
) -> Understood:
    """What a file says. `home`: the country (ISO 3166-1) where a phone that names none is dialled. `questions`: of the
    event whose list it is.

    Raises UnreadableList where no sheet of it names people, and Cancelled.
    """
    book = replace(book, sheets=tuple(map(_upright, book.sheets)))
    chosen = _headings(book, home)
    tables = _sheets_are_tables(book, chosen)
    counted = _Counted(sum(sheet.height for sheet in book.sheets if sheet.name in chosen), progress)
    seen = duplicates.Seen()
    reads: list[SheetRead] = []
    for sheet in book.sheets:
        headings = chosen.get(sheet.name)
        if headings is None:
            why = Why.HIDDEN_SHEET if sheet.hidden else Why.NO_HEADINGS if sheet.height else Why.EMPTY_SHEET
            reads.append(SheetRead(sheet.name, why))
            continue
        before = len(seen.guests)
        star = names.Star()
        answers = _Answers(sheet, headings, questions)
        for made in _people(sheet, headings, home, counted, answers, star):
            if isinstance(made, LeftOut):
                star.hear(made.text)
                seen.leave_out(made)
            elif len(seen.guests) >= MOST_ROWS:
                seen.leave_out(LeftOut(made.sheet, made.row, Why.TOO_MANY))
            else:
                made.table = made.table or (sheet.name if sheet.name in tables else "")
                seen.take(made)
        star.settle(seen.guests[before:])
        taken = len(seen.guests) - before
        row, asked = headings.row + 1, tuple(answers.said)
        unused = tuple(one for one in headings.unused if one not in dict(asked))
        reads.append(SheetRead(sheet.name, None, row, headings.matched, unused, sheet.name in tables, taken, asked))
    guests, left_out = seen.settled()
    return Understood(book.kind, book.encoding, book.separator, tuple(reads), guests, left_out, book.broken_characters)


def _upright(sheet: Sheet) -> Sheet:
    """A sheet with its headings in a row, however it lies."""
    said = find(sheet) if 1 < sheet.height <= SEARCHED and not sheet.hidden else None
    lies = turned(sheet) if said is None or len(said.matched) < 2 else None
    return lies if lies is not None and find(lies) is not None else sheet


def _headings(book: Book, home: str) -> dict[str, Headings]:
    shown = [sheet for sheet in book.sheets if sheet.height and not sheet.hidden]
    if not shown and not any(sheet.height for sheet in book.sheets):
        raise UnreadableList(Trouble.EMPTY)
    found = {sheet.name: headings for sheet in shown if (headings := find(sheet)) is not None}
    if any(len(one.matched) > 1 for one in found.values()):
        # a sentence of a cover sheet is no heading beside a list that has some
        found = {name: one for name, one in found.items() if len(one.matched) > 1 or is_exact(one.matched[0][0])}
    if not found:
        told = {sheet.name: seating(sheet) or _guessed(sheet, home) for sheet in shown}
        found = {name: headings for name, headings in told.items() if headings is not None}
    if not found:
        raise UnreadableList(Trouble.NO_NAMES)
    return found


def _guessed(sheet: Sheet, home: str) -> Headings | None:
    return guess(sheet, lambda text: _is_phone(text, home), lambda text: bool(repair.phone(text, home).e164))


def _is_phone(text: str, home: str) -> bool:
    read = repair.phone(text, home)
    return bool(read.e164) and repair.Repair.WORDS not in read.repairs and not any(repair.beside_phone(text))


def _sheets_are_tables(book: Book, chosen: dict[str, Headings]) -> frozenset[str]:
    """Sheets that are named after a table and have no column of tables."""
    return frozenset(
        sheet.name
        for sheet in book.sheets
        if sheet.name in chosen
        and Column.TABLE not in chosen[sheet.name].columns
        and _TABLE_NAME.fullmatch(sheet.name.strip())
    )


class _Counted:
    """Tells how far it is, and asks whether to go on."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress, self._done = total, progress, 0

    def one(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % STEP == 0 and not self._progress(self._done, self._total):
            raise Cancelled


class _Answers:
    """Columns of a sheet that hold answers. `said`: (heading, question), from left to right."""

    def __init__(self, sheet: Sheet, headings: Headings, questions: Questions | None) -> None:
        self._questions = questions
        self._places: dict[str, int] = {}
        self.said: list[tuple[str, str]] = []
        if questions is None or headings.row < 0:
            return
        for at, cell in enumerate(next(islice(sheet.rows(), headings.row, None), ())):
            heading = text_of(cell)
            asked = questions.question(heading)
            if asked and asked not in self._places:
                self._places[asked] = at
                self.said.append((heading, asked))

    def put(self, guest: Guest, row: Row) -> None:
        """What a row answers. What is no answer is said, and asked at the desk."""
        if self._questions is None or not self._places:
            return
        told = {asked: text for asked, at in self._places.items() if at < len(row) and (text := text_of(row[at]))}
        read = {asked: self._questions.answer(asked, text) for asked, text in told.items()}
        guest.answers = tuple((asked, answer) for asked, answer in read.items() if answer)
        if len(guest.answers) < len(read):
            guest.doubts = (*guest.doubts, Doubt.ANSWER_UNREADABLE)


def _people(
    sheet: Sheet, headings: Headings, home: str, counted: _Counted, answers: _Answers, star: names.Star
) -> Iterator[Guest | LeftOut]:
    absent = absent_are_left_out(sheet, headings)
    below = _Below(sheet.merged, headings)
    across = {area[0]: area for area in sheet.merged if area[3] - area[1] >= 2 and area[1] <= 1}
    lists = headings.abreast()
    heads = [Head(own.places[first] if headings.seated else "", of_vips(sheet.name)) for first, _end, own in lists]
    above: set[str] = set()
    numbered = headings.row < 0 and is_numbered_list(sheet)
    for index, row in enumerate(sheet.rows()):
        counted.one()
        if index < headings.first:
            said = [text for cell in row if (text := text_of(cell))]
            above |= {*said} if len(said) == 1 else set()
            for one in said:
                star.hear(one)
            if headings.seated:
                continue
            for head in heads:
                if len(said) == 1:
                    head.hear(said[0], above=True)
                elif index < headings.row:
                    head.table = ""
            continue
        if headings.seated and any(is_total(text_of(cell)) for cell in row):
            yield LeftOut(sheet.name, index + 1, Why.TOTAL, text=_shown(row))
            continue
        if not headings.seated and headings.row >= 0 and (other := again(row, index)) is not None:
            if other.columns != headings.columns:
                headings, below, lists = other, _Below(sheet.merged, other), other.abreast()
                heads = [replace(heads[0]) for _ in lists]
            yield LeftOut(sheet.name, index + 1, Why.HEADING_AGAIN, text=_shown(row))
            continue
        if numbered and is_beside_the_numbers(row):
            yield LeftOut(sheet.name, index + 1, Why.REMARK, text=_shown(row))
            continue
        for at, (first, end, own) in enumerate(lists):
            cells = row if len(lists) == 1 else [*[None] * first, *row[first:end]]
            made = _row(sheet, index, cells, own, below, home, above, spans=index in across, absent=absent)
            if isinstance(made, str):
                heads[at].hear(made)
                yield LeftOut(sheet.name, index + 1, Why.REMARK, text=made)
            elif isinstance(made, LeftOut):
                yield made
            elif made is not None:
                answers.put(made, row)
                heads[at].give(made)
                yield made


def _row(
    sheet: Sheet,
    index: int,
    row: Row,
    headings: Headings,
    below: _Below,
    home: str,
    above: set[str],
    *,
    spans: bool,
    absent: bool,
) -> Guest | LeftOut | str | None:
    """A row's guest; why there is none; what it says of those below it; or nothing, of a row without anything in it."""
    places = headings.columns
    texts = {column: [below.text(row, index, at) for at in ats] for column, ats in places.items()}
    filled = [text for cell in row if (text := text_of(cell))]
    if not filled and not any(any(said) for said in texts.values()):
        return None
    if len(filled) == 1 and heads_a_part(filled[0]):
        return filled[0]
    why = _no_guest(row, filled, texts, headings.places, home, spans=spans)
    if why is None and does_not_come(texts, headings, absent=absent):
        why = Why.CANCELLED
    if why is None and len(filled) == 1 and (filled[0] in above or is_furniture(filled[0])):
        why = Why.REMARK
    if why is not None:
        return LeftOut(sheet.name, index + 1, why, text=_shown(row))
    guest = _guest(sheet.name, index + 1, texts, home, headings)
    if any((index, at) in sheet.unsaved for ats in places.values() for at in ats):
        guest.doubts = (*guest.doubts, Doubt.FORMULA_UNSAVED)
    if index in sheet.hidden_rows:
        guest.doubts = (*guest.doubts, Doubt.HIDDEN_ROW)
    if not (guest.name or guest.phone or guest.code or guest.email or guest.member):
        return LeftOut(sheet.name, index + 1, Why.NOBODY, text=_shown(row))
    if Column.TICKETS in places and guest.tickets <= 0:
        return LeftOut(sheet.name, index + 1, Why.NO_TICKETS, text=_shown(row))
    return guest


class _Below:
    """Merged cells among the people: a table for eight guests, written once, is each one's table. A name, a phone, a
    ticket or a count is one person's and is not repeated."""

    _SHARED = frozenset(
        {Column.TABLE, Column.TAGS, Column.TICKET, Column.NOTE, Column.COMPANY, Column.VIP, Column.STATUS}
    )

    def __init__(self, merged: tuple[Area, ...], headings: Headings) -> None:
        shared = {at for column, ats in headings.columns.items() if column in self._SHARED for at in ats}
        self._from = {
            (row, first): (first_row, first)
            for first_row, first, last_row, _ in merged
            if first in shared and first_row >= headings.first
            for row in range(first_row, last_row + 1)
        }
        self._said: dict[tuple[int, int], str] = {}
        self._last: dict[int, str] = {}
        again = self._SHARED | {Column.PHONE, Column.EMAIL}
        self._again = {at for column, ats in headings.columns.items() if column in again for at in ats}
        self._tables = frozenset(headings.columns.get(Column.TABLE, ()))

    def text(self, row: Row, index: int, at: int) -> str:
        """The text of a cell, of the one above where it says "as above", or of the merged area that it belongs to."""
        cell = row[at] if at < len(row) else None
        said = text_of(cell)[:_LONGEST_CELL]
        if at in self._tables and isinstance(cell, date):
            said = f"{cell.month}-{cell.day}"  # what was typed, before the spreadsheet program took it for a day
        if said and at in self._again:
            said = self._last.get(at, "") if said.casefold() in _DITTO else said
            self._last[at] = said
        if not self._from or (start := self._from.get((index, at))) is None:
            return said
        if start == (index, at):
            self._said[start] = said
        return said or self._said.get(start, "")


def _no_guest(
    row: Row, filled: list[str], texts: dict[Column, list[str]], titles: dict[int, str], home: str, *, spans: bool
) -> Why | None:
    """Why a row is no guest, by what stands in it."""
    if not filled:
        return None
    if len(filled) == 1 and (spans or _is_remark(filled[0])):
        return Why.REMARK
    if is_of_the_form(filled):
        return Why.REMARK
    named = [said for column in _NAMES for said in texts.get(column, ()) if said]
    if any(map(is_total, {filled[0], *named[:1]})) and not _is_somebody(texts, home):
        return Why.TOTAL
    again = sum(1 for at, said in titles.items() if at < len(row) and text_of(row[at]) == said)
    if titles and again and again >= min(2, len(titles)):
        return Why.HEADING_AGAIN
    return Why.CANCELLED if any(map(is_cancelled, named)) else None


def _is_somebody(texts: dict[Column, list[str]], home: str) -> bool:
    """Whether something in a row is one person's: a sum may have words or a number in the column of phones."""
    if any(texts.get(Column.CODE, ())) or any("@" in said for said in texts.get(Column.EMAIL, ())):
        return True
    return any(repair.phone(said, home).e164 for said in texts.get(Column.PHONE, ()) if said)


def _is_remark(text: str) -> bool:
    return _REMARK.match(text) is not None or (
        len(text) > _SENTENCE and re.search(r"[，。；：！,;:!]", text) is not None
    )


def _guest(sheet: str, row: int, texts: dict[Column, list[str]], home: str, headings: Headings) -> Guest:
    first = {column: _first(column, said) for column, said in texts.items()}
    guest = Guest(sheet, row)
    doubts: list[Doubt] = []
    beside = _identity(guest, first, texts, home, doubts)
    mail = next((found for one in texts.get(Column.EMAIL, ()) if (found := _MAIL.search(one))), None)
    guest.email = mail[0] if mail else first.get(Column.EMAIL, "") or guest.email
    guest.table = _place(texts.get(Column.TABLE, []), headings)
    guest.ticket, guest.code = first.get(Column.TICKET, ""), first.get(Column.CODE, "")
    guest.company, guest.member = first.get(Column.COMPANY, ""), first.get(Column.MEMBER, "")
    notes = [guest.note, *texts.get(Column.NOTE, ())]
    guest.note = "；".join(dict.fromkeys(one for one in notes if _says(Column.NOTE, one)))
    guest.vip = (
        guest.vip
        or counts.yes(first.get(Column.VIP, ""))
        or any(
            names.honoured(one)
            for column in (Column.VIP, Column.TAGS, Column.TICKET, Column.NOTE)
            for one in texts.get(column, ())
        )
    )
    _counts(guest, first, texts, beside, doubts)
    guest.doubts = tuple(doubts)
    return guest


def _place(said: list[str], headings: Headings) -> str:
    """Where they sit: a table and a seat of it, where the list has a column for each; else the best of its columns."""
    if len(said) > 1:
        heads = [headings.places.get(at, "") for at in headings.columns[Column.TABLE]]
        both = zip(said, heads, strict=False)
        told = [(text, _OF_TABLES.search(head), _SEAT.search(head)) for text, head in both if _says(Column.TABLE, text)]
        table = next((text for text, table, _seat in told if table), "")
        seat = next((text for text, table, seat in told if seat and not table), "")
        if table and seat and table not in seat:
            return f"{table}-{seat}"
    return _first(Column.TABLE, said)


def _first(column: Column, said: list[str]) -> str:
    if len(said) == 1:
        return said[0] if _says(column, said[0]) else ""
    return next((one for one in said if _says(column, one)), "")


def _says(column: Column, text: str) -> bool:
    if not text or (column in _TO_COME and names.is_to_come(text)):
        return False
    return len(text) > 9 or column in _NAMES or text.casefold() not in _NOTHING


def _identity(
    guest: Guest, first: dict[Column, str], texts: dict[Column, list[str]], home: str, doubts: list[Doubt]
) -> int | None:
    """Who it is. How many come along by what stands beside the name; None: some do."""
    if Column.NAME in texts and not any(texts.get(Column.PHONE, ())):
        first, texts, guest.note = _parted(first, texts, home)
    said = first.get(Column.NAME) or _joined(first.get(Column.FAMILY, ""), first.get(Column.GIVEN, ""))
    if "@" in said and (mail := _MAIL.search(said)) is not None:
        guest.email, said = mail[0], said.replace(mail[0], "").strip(" <>()（）,;:\"'") or said
    bare = names.bare_name(said)
    written = "" if names.is_to_come(bare.name) else bare.name
    guest.vip, guest.starred = bare.honour, bare.star
    read = read_name(written) if written else None
    place = first.get(Column.COUNTRY, "")
    phones = [repair.phone_from(one, place, home) for one in texts.get(Column.PHONE, ()) if _says(Column.PHONE, one)]
    if len(phones) > 1:
        phones.sort(key=lambda one: (not one.mobile, not one.e164))
    best = phones[0] if phones else repair.Phone()
    if read is not None and not read.name and not best.e164 and (swapped := repair.phone(written, home)).e164:
        other = read_name(first.get(Column.PHONE, ""))
        guest.name, guest.phone, guest.repairs = other.name, swapped.e164, (*swapped.repairs, repair.Repair.SWAPPED)
        return 0
    guest.name = _as_written(written, read.name) if read is not None else ""
    guest.phone, guest.repairs = best.e164, best.repairs
    if phones and not best.e164 and best.problem is not PhoneProblem.EMPTY:
        doubts.append(Doubt.PHONE_LOST if best.lost else Doubt.PHONE_UNREADABLE)
    if not guest.name and (Column.NAME in texts or Column.FAMILY in texts):
        doubts.append(Doubt.NO_NAME)
    return bare.more


def _parted(
    first: dict[Column, str], texts: dict[Column, list[str]], home: str
) -> tuple[dict[Column, str], dict[Column, list[str]], str]:
    """A name with the phone behind it in one cell, as two; and what is said behind the phone."""
    cell = first[Column.NAME]
    said = names.unnumbered(cell) if sum(map(str.isdigit, cell)) >= _DIGITS_OF_PHONE else ""
    name, behind = repair.beside_phone(said) if said else ("", "")
    if not name or not repair.phone(said, home).e164:
        return first, texts, ""
    if behind and (names.bare_name(f"{name} {behind}").more != 0):
        name, behind = f"{name} {behind}", ""
    return first | {Column.NAME: name}, texts | {Column.PHONE: [said]}, behind


def _as_written(written: str, read: str) -> str:
    """A name with the spaces that it was written with ("王　明"), where nothing else of it had to be mended."""
    plain = unicodedata.normalize("NFC", written).strip()
    return plain if read and plain.split() == read.split() else read


def _joined(family: str, given: str) -> str:
    """A name of two columns: Chinese, Japanese and Korean ones without a space, the family's first; others given
    name first."""
    if not family or not given:
        return family or given
    wide = all(ord(one) >= 0x2E80 for one in (family + given).replace(" ", ""))
    return f"{family}{given}" if wide else f"{given} {family}"


def _counts(
    guest: Guest, first: dict[Column, str], texts: dict[Column, list[str]], beside: int | None, doubts: list[Doubt]
) -> None:
    """How many come along: by a column, or by what stands `beside` the name (None: some, nobody said how many)."""
    more = counts.beside(first.get(Column.PLUS_ONES, ""), party=False)
    if not first.get(Column.PLUS_ONES) and Column.PARTY in first:
        more = counts.beside(first[Column.PARTY], party=True)
    parts = [one for column in (Column.ADULTS, Column.CHILDREN) for one in texts.get(column, ()) if one]
    named = sum(names.how_many(one) for one in texts.get(Column.COMPANIONS, ()) if _says(Column.PHONE, one))
    if parts and not first.get(Column.PLUS_ONES) and not first.get(Column.PARTY):
        told = [counts.count(one) for one in parts]
        more = None if None in told else max(0, sum(one for one in told if one) - 1)
    if more is not None:
        more = max(more, beside or 0, named) if more or named or beside is not None else None
    if more is None or not 0 <= more <= MOST_PLUS_ONES:
        doubts.append(Doubt.COUNT_UNREADABLE)
        more = 0
    guest.plus_ones = more
    if first.get(Column.TICKETS):
        tickets = counts.count(first[Column.TICKETS])
        if tickets is None or tickets > MOST_TICKETS:
            doubts.append(Doubt.TICKETS_UNREADABLE)
            tickets = 1
        guest.tickets = tickets


def _shown(row: Row) -> str:
    return " · ".join(text for cell in row if (text := text_of(cell)))[:200]
