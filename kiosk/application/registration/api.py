"""What any station may ask of registration and referral.

On the database's thread, but for `who_has` and `find_referrer` (which ask HQ too while it is online), `send_code`,
`send_code_to`, `prove_phone`, and a `register` with a code: those wait for HQ, so they belong on the thread that may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window is painted before any of it is needed
    from kiosk.application.registration.outcomes import (
        AlreadyMember,
        CodeSent,
        Consented,
        FormNamed,
        FormsPrinted,
        Invite,
        KnownHere,
        NewMember,
        Proved,
        Referrals,
        Referrer,
        Registered,
        RegistrationDesk,
        RegistrationState,
    )
    from kiosk.domain.refusals import Refusal
    from kiosk.domain.registration.names import NameRead
    from kiosk.domain.registration.phones import PhoneRead
    from kiosk.domain.scan.events import ScanEvent
    from kiosk.domain.staff.actors import Actor


class RegistrationApi(Protocol):
    """Registration, referral, consent."""

    def registration_desk(self) -> RegistrationDesk:
        """What is asked, in which words, and whether HQ can send codes now."""

    def read_phone(self, text: str) -> PhoneRead:
        """The phone that was typed, or why it is none; after every key, if wanted."""

    def read_name(self, text: str) -> NameRead:
        """The name as it is kept, or why it is none."""

    def find_referrer(self, said: str | ScanEvent) -> Referrer | Refusal:
        """Who recommends: by what was scanned (an invite, a pass, a card) or typed (a card's number, a phone)."""

    def who_has(self, phone: str) -> tuple[KnownHere, ...]:
        """Members with a phone, typed in any way: this store's at once, others' from HQ while it is online."""

    def send_code(self, phone: str, language: str) -> CodeSent | Refusal:
        """Have HQ send a one-time code. Offline there is none, and the phone is registered unproved."""

    def send_code_to(self, member: str, language: str) -> CodeSent | Refusal:
        """The same to the phone that is known of a member."""

    def register(self, new: NewMember, actor: Actor) -> Registered | AlreadyMember | Refusal:
        """Make somebody a member, durably, with what campaigns give for it, online or not. The same again (the same
        form, the same `registration`) gives the same member and does nothing."""

    def prove_phone(self, member: str, code_op: str, digits: str, actor: Actor) -> Proved | Refusal:
        """The code that was sent to a member's phone came back."""

    def print_forms(self, count: int, actor: Actor) -> FormsPrinted | Refusal:
        """A set of so many numbered paper forms (`forms.MOST_FORMS` at most), for a manager."""

    def name_form(self, text: str, set_id: str = "") -> FormNamed | Refusal:
        """Which paper form is meant, by what was scanned or keyed in; `set_id`: of the one before."""

    def consent(self, member: str, purpose: str, given: bool, actor: Actor) -> Consented | Refusal:
        """Give or withdraw a consent, at any time; in the version that is asked for now."""

    def invite(self, member: str, campaign: str = "") -> Invite | Refusal:
        """A member's invitation to a campaign that rewards referrals; without one, to the first of those."""

    def pass_of(self, member: str) -> str:
        """A member's pass, good for minutes; "" where this terminal cannot sign."""

    def referrals_of(self, member: str) -> Referrals:
        """How far a member's friends are, and what is next on the ladder."""

    def registration_state(self, member: str) -> RegistrationState:
        """Proved, looked at, merged, erased; and what they agreed to."""
