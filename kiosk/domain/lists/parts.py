"""Rows that head a part of a list, and lists whose lines are numbered: what they say of the people below and beside
them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from kiosk.domain.lists import names
from kiosk.domain.lists.book import Row, Sheet, text_of
from kiosk.domain.lists.columns import Column, match
from kiosk.domain.lists.guests import Guest
from kiosk.domain.lists.headings import SEARCHED
from kiosk.domain.lists.no_guest import group, section

_LONGEST_LABEL = 12
_MOSTLY = 0.6
_VIPS = re.compile(r"v\.?i\.?p", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What rows that say nothing else say of the guests below them: a table, guests of honour, a company."""

    table: str = ""
    honour: bool = False
    company: str = ""

    def hear(self, text: str, *, above: bool = False) -> None:
        """Such a row; `above`: a title over the headings, where 貴賓名單 is everybody's."""
        if table := section(text):
            self.table = table
        elif (honour := group(text)) is not None:
            self.honour = honour if not above or not honour else _VIPS.search(text) is not None
        elif company := _labelled(text, Column.COMPANY):
            self.company = company
        elif above:
            self.table = ""

    def give(self, guest: Guest) -> None:
        """What is the guest's, too."""
        guest.table, guest.company = guest.table or self.table, guest.company or self.company
        guest.vip = guest.vip or self.honour


def heads_a_part(text: str) -> bool:
    """Whether a row that says only this heads those below it."""
    return bool(section(text)) or group(text) is not None or bool(_labelled(text, Column.COMPANY))


def _labelled(text: str, column: Column) -> str:
    """What a text such as "公司：某某科技" says; "": it is none of the column's."""
    label, sign, said = text.replace("：", ":").partition(":")
    found = match(label) if sign and 0 < len(label) <= _LONGEST_LABEL else None
    return said.strip() if found is not None and found.whole and found.column is column else ""


def of_vips(sheet: str) -> bool:
    """Whether a sheet's name says that all of its people are guests of honour."""
    return _VIPS.search(sheet) is not None and group(sheet) is True


def is_numbered_list(sheet: Sheet) -> bool:
    """Whether a list without headings numbers its people."""
    told = [next(filter(None, map(text_of, row)), "") for row in islice(sheet.rows(), SEARCHED)]
    lines = [one for one in told if one]
    return len(lines) > 1 and sum(map(names.is_numbered, lines)) >= _MOSTLY * len(lines)


def is_beside_the_numbers(row: Row) -> bool:
    """Whether a row of such a list is no line of it."""
    said = [text for cell in row if (text := text_of(cell))]
    return bool(said) and not names.is_numbered(said[0]) and not (len(said) == 1 and heads_a_part(said[0]))
