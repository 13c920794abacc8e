"""What a gateway for messages is asked, and what it may answer.

Four answers, since four things follow: it has the letter; the letter is tried again; the letter is given up; or nothing
is wrong with the letter and the gateway itself cannot be used now, so that no letter loses a try by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Channel(StrEnum):
    """A way to a person."""

    MAIL = "mail"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message, ready to go. `id` stays the same however often it is tried: a gateway that knows it already sends
    nothing twice. `to`: a mail address, or a phone as E.164. `subject` is a mail's."""

    id: str
    to: str
    text: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """The gateway has it. `ref`: what it calls it."""

    ref: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """This letter is tried again, in `after_ms` if the gateway said so. `why` is a stable code, never what the gateway
    wrote: that may quote the address."""

    why: str
    after_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """This letter will not be taken, however often it is tried."""

    why: str


@dataclass(frozen=True, slots=True)
class Down:
    """The gateway cannot be used now, whatever the letter."""

    why: str
    after_ms: int | None = None


Answer = Sent | Later | Never | Down


class Gateway(Protocol):
    """A way out. Blocks for as long as its time-outs say; never raises for what the other side does."""

    def send(self, letter: Letter) -> Answer:
        """Hand a letter over."""
