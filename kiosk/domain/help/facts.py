"""Facts of calls for help: somebody called, somebody goes there, it is over. Never who the customer is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "help"


class Said(StrEnum):
    """What was said of a call."""

    CALLED = "called"
    ANSWERED = "answered"
    ENDED = "ended"


class Called(Body, frozen=True, kw_only=True):
    """`terminal`: the name of the station that calls; `page`: what was on its screen, a word of the program's."""

    call: str
    terminal: str
    page: str = ""


class OfCall(Body, frozen=True, kw_only=True):
    """The call's id."""

    call: str


@dataclass(frozen=True, slots=True)
class HelpSaid(Change):
    """Something was said of a call; the first of each kind counts. `at`: ms since 1970."""

    call: str
    what: Said
    terminal: str
    at: int
    actor: str


def _said(what: Said, fact: Fact, call: str, terminal: str = "") -> tuple[Change, ...]:
    return (HelpSaid(call, what, terminal, fact.corrected_ms, fact.actor),)


HELP_CALLED = Kind(
    "help.called",
    owner=_OWNER,
    body=Called,
    says="a call that the store's screens show",
    changes=lambda fact, body: _said(Said.CALLED, fact, body.call, body.terminal),
)
HELP_ANSWERED = Kind(
    "help.answered",
    owner=_OWNER,
    body=OfCall,
    says="who goes there: whoever said so first",
    changes=lambda fact, body: _said(Said.ANSWERED, fact, body.call),
)
HELP_ENDED = Kind(
    "help.ended",
    owner=_OWNER,
    body=OfCall,
    says="the call is over",
    changes=lambda fact, body: _said(Said.ENDED, fact, body.call),
)

KINDS: tuple[Kind[Any], ...] = (HELP_CALLED, HELP_ANSWERED, HELP_ENDED)
