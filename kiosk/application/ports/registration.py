"""Newcomers: where they are kept until HQ has them; HQ's one-time codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kiosk.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A registration at this terminal. `at_ms`: since 1970, by HQ's clock; `referrer`: "" where nobody counts."""

    member: str
    at_ms: int
    actor: str
    referrer: str
    form: str


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """A person as the fact commits to them. `data`: canonical bytes (`domain.registration.person`); `at_ms`: of the
    fact, by HQ's clock; `told_at_ms`: when HQ said that it has them."""

    member: str
    salt: bytes = field(repr=False)
    data: bytes = field(repr=False)
    at_ms: int
    told_at_ms: int | None = None


class RegistrationState(Protocol):
    """Registrations at this terminal."""

    def enrolled(self, member: str) -> Enrolled | None:
        """The registration of a member, if it was here."""

    def enrolled_since(self, at_ms: int) -> Sequence[Enrolled]:
        """Registrations since then, oldest first."""

    def form_used(self, form: str) -> Enrolled | None:
        """The registration that a paper form was keyed in as."""

    def keep_person(self, kept: KeptPerson, phone: str) -> None:
        """Keep who somebody is, to be found by `phone` (E.164) too."""

    def person(self, member: str) -> KeptPerson | None:
        """Who somebody is; None: HQ has it, or they were erased, or they never registered here."""

    def people(self) -> Sequence[KeptPerson]:
        """All that are kept, oldest first."""

    def people_with(self, phone: str) -> Sequence[KeptPerson]:
        """Those with a phone (E.164)."""

    def people_untold(self, limit: int) -> Sequence[KeptPerson]:
        """Those whom HQ has not been told of, or has not confirmed."""

    def date_person(self, member: str, at_ms: int) -> None:
        """When the fact happened that commits to them."""

    def told_person(self, member: str, at_ms: int) -> None:
        """HQ has them."""

    def erase_person(self, member: str) -> None:
        """Erase who somebody is. The ledger overwrites what was there."""


@dataclass(frozen=True, slots=True)
class CodeTold:
    """HQ sends a code. `op`: its name; good `until`; another one at `resend_after`."""

    op: str
    until: datetime
    resend_after: datetime


@dataclass(frozen=True, slots=True)
class CodeChecked:
    """Whether a code was right. `phone`: E.164, whom it was sent to; `tries_left`: when it was not."""

    proved: bool
    phone: str
    tries_left: int = 0


class Codes(Protocol):
    """HQ's one-time codes. Both wait a few seconds at most; not on the ledger's thread."""

    def send(self, phone: str, purpose: str, language: str) -> CodeTold | Refusal | None:
        """Have HQ send one. None: no answer in time."""

    def check(self, op: str, digits: str) -> CodeChecked | Refusal | None:
        """Whether it is that. None: no answer in time."""


class NoCodes:
    """A terminal that knows no HQ."""

    def send(self, phone: str, purpose: str, language: str) -> CodeTold | Refusal | None:
        """Never answered."""
        return None

    def check(self, op: str, digits: str) -> CodeChecked | Refusal | None:
        """Never answered."""
        return None
