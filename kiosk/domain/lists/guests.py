"""A list as it was understood: people row by row, and what was left out or doubted, with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.lists.columns import Column
from kiosk.domain.lists.repair import Repair


class Why(StrEnum):
    """Why a row, or a sheet, is not taken. Stable codes."""

    TOTAL = "total"  # a sum below the list
    HEADING_AGAIN = "heading_again"
    REMARK = "remark"
    NOBODY = "nobody"  # no name, no phone, no ticket
    DUPLICATE = "duplicate"
    CANCELLED = "cancelled"
    NO_TICKETS = "no_tickets"  # the list says that they have none
    TOO_MANY = "too_many"  # the list is longer than the product takes
    HIDDEN_SHEET = "hidden_sheet"
    NO_HEADINGS = "no_headings"
    EMPTY_SHEET = "empty_sheet"


class Doubt(StrEnum):
    """What a person should look at in a row that is taken. Stable codes."""

    NO_NAME = "no_name"
    PHONE_UNREADABLE = "phone_unreadable"
    PHONE_LOST = "phone_lost"  # the spreadsheet program rounded it
    PHONE_SHARED = "phone_shared"  # with somebody of another name
    NAME_SHARED = "name_shared"  # and nothing else tells the two apart
    COUNT_UNREADABLE = "count_unreadable"
    TICKETS_UNREADABLE = "tickets_unreadable"
    FORMULA_UNSAVED = "formula_unsaved"
    HIDDEN_ROW = "hidden_row"  # the sheet does not show it: a filter, or somebody's hand
    ANSWER_UNREADABLE = "answer_unreadable"  # none of the question's: it is asked


@dataclass(slots=True)
class Guest:
    """A person of a list. `sheet` and `row` (as the spreadsheet counts, from 1) are where. `phone`: E.164 or "";
    `plus_ones`: who comes along; `ticket`: its kind; `code`: what is scanned of it; `tickets`: chances in a draw;
    `answers`: (question's id, answer), where the list is an event's; `starred`: nothing but a star says VIP."""

    sheet: str
    row: int
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    plus_ones: int = 0
    table: str = ""
    vip: bool = False
    ticket: str = ""
    code: str = field(default="", repr=False)
    tickets: int = 1
    note: str = field(default="", repr=False)
    company: str = ""
    member: str = ""
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    starred: bool = False
    doubts: tuple[Doubt, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not taken; `of`: the row it says again, 0 for none, `of_sheet`: in another sheet, or "". `text`:
    what stands in it, for the person who looks. `tickets`: of a row that says somebody again, their chances by it."""

    sheet: str
    row: int
    why: Why
    of: int = 0
    of_sheet: str = ""
    text: str = field(default="", repr=False)
    tickets: int = 0


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What became of a sheet. `why`: it was left out; `heading_row` from 1, 0: it has none, and the columns were told
    by what they hold. `table`: its own name is the table of its guests. `answers`: (heading, question's id)."""

    name: str
    why: Why | None = None
    heading_row: int = 0
    matched: tuple[tuple[str, Column], ...] = ()
    unused: tuple[str, ...] = ()
    table: bool = False
    taken: int = 0
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """Everything that a preview shows."""

    kind: str
    encoding: str
    separator: str
    sheets: tuple[SheetRead, ...]
    guests: tuple[Guest, ...] = field(repr=False)
    left_out: tuple[LeftOut, ...] = field(repr=False)
    broken_characters: int = 0

    def repairs(self) -> Counter[Repair]:
        """How many phones were repaired, by what was done."""
        return Counter(repair for guest in self.guests for repair in guest.repairs)

    def doubts(self) -> Counter[Doubt]:
        """How many rows a person should look at, by why."""
        return Counter(doubt for guest in self.guests for doubt in guest.doubts)

    def reasons(self) -> Counter[Why]:
        """How many rows are left out, by why."""
        return Counter(one.why for one in self.left_out)
