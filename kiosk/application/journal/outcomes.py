"""What the readable journal shows: facts as lines, and one of them in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kiosk.application.ports.journal import Place


class Topic(StrEnum):
    """What a fact is about, for an auditor."""

    SALES = "sales"
    OVERRIDES = "overrides"
    """Voids, returns, whatever a manager stood by for, settings."""
    REFUSALS = "refusals"
    STAFF = "staff"
    MEMBERS = "members"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Facts of a day (the store's calendar), of a topic (None: all), that say `text` ("": all)."""

    day: date
    topic: Topic | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SaleRef:
    """The sale that a fact is about; amounts in minor units."""

    receipt: str
    total: int
    currency: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact. `at`: by HQ's clock as far as it was known; `who`: a name, or the id where there is none; `body` as
    journalled, which holds no personal data but masked names; `at_hq`: HQ has it; `approved_by`: the names of who
    stood by for it; `member`: the masked name of the member it is about, "" where none is known here."""

    place: Place
    kind: str
    topic: Topic
    at: datetime
    actor: str
    who: str
    body: Mapping[str, Any]
    at_hq: bool
    sale: SaleRef | None = None
    approved_by: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Newest first. `following`: where to go on; None: the day is over."""

    lines: tuple[FactLine, ...]
    following: Place | None


@dataclass(frozen=True, slots=True)
class JournalDays:
    """The days that the journal has."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class FactInFull:
    """Everything about a fact. `fields`: (where in the body, what stands there); `link`: its link of the chain."""

    line: FactLine
    device: str
    fields: tuple[tuple[str, str], ...]
    link: bytes
