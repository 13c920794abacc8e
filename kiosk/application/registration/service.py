"""The use cases of registration behind one interface; each lives in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.application.context import Context, here
from kiosk.domain.refusals import Refusal, RefusalCode

# use cases are imported when the first is asked for: the window is painted before that
if TYPE_CHECKING:
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
    from kiosk.domain.registration.names import NameRead
    from kiosk.domain.registration.phones import PhoneRead
    from kiosk.domain.scan.events import ScanEvent
    from kiosk.domain.staff.actors import Actor


class RegistrationService:
    """Implements `RegistrationApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def registration_desk(self) -> RegistrationDesk:
        """What is asked, in which words."""
        from kiosk.application.registration import known
        from kiosk.application.registration.outcomes import RegistrationDesk
        from kiosk.domain.registration.phones import country_of

        context = self._context
        _identity, store = context.ledger.run(lambda tx: here(context, tx))
        policy = context.reference.registration_policy()
        return RegistrationDesk(
            policy.consents,
            policy.countries,
            country_of(store.currency),
            policy.guardian_below,
            policy.ask_birthday,
            policy.ask_email,
            codes=known.online(context),
            code_needed=policy.code_needed,
            registration=context.new_id(),
        )

    def read_phone(self, text: str) -> PhoneRead:
        """The phone that was typed, or why it is none."""
        from kiosk.application.registration import known

        context = self._context
        _identity, store = context.ledger.run(lambda tx: here(context, tx))
        return known.phone_read(context, store, text)

    def read_name(self, text: str) -> NameRead:
        """The name as it is kept, or why it is none."""
        from kiosk.domain.registration.names import read_name

        return read_name(text)

    def find_referrer(self, said: str | ScanEvent) -> Referrer | Refusal:
        """Who recommends."""
        from kiosk.application.registration import referrers

        return referrers.find_referrer(self._context, said)

    def who_has(self, phone: str) -> tuple[KnownHere, ...]:
        """Members with a phone."""
        from kiosk.application.registration import known

        return known.who_has(self._context, phone)

    def send_code(self, phone: str, language: str) -> CodeSent | Refusal:
        """Have HQ send a one-time code."""
        from kiosk.application.registration import consents

        read = self.read_phone(phone)
        if read.problem is not None:
            return Refusal(RefusalCode.PHONE_BAD, {"other": str(read.problem)})
        return consents.send_code(self._context, read.e164, language)

    def send_code_to(self, member: str, language: str) -> CodeSent | Refusal:
        """Have HQ send one to a member's own phone."""
        from kiosk.application.registration import consents

        return consents.send_code_to(self._context, member, language)

    def register(self, new: NewMember, actor: Actor) -> Registered | AlreadyMember | Refusal:
        """Make somebody a member."""
        from kiosk.application.registration.register import register

        return register(self._context, new, actor)

    def prove_phone(self, member: str, code_op: str, digits: str, actor: Actor) -> Proved | Refusal:
        """The code that was sent to a member's phone came back."""
        from kiosk.application.registration import consents

        return consents.prove_phone(self._context, member, code_op, digits, actor)

    def print_forms(self, count: int, actor: Actor) -> FormsPrinted | Refusal:
        """A set of numbered paper forms."""
        from kiosk.application.registration import forms

        return self._context.ledger.run(lambda tx: forms.print_forms(self._context, tx, count, actor))

    def name_form(self, text: str, set_id: str = "") -> FormNamed | Refusal:
        """Which paper form is meant."""
        from kiosk.application.registration import forms

        return self._context.ledger.run(lambda tx: forms.name_form(tx, text, set_id))

    def consent(self, member: str, purpose: str, given: bool, actor: Actor) -> Consented | Refusal:
        """Give or withdraw a consent."""
        from kiosk.application.registration import consents

        context = self._context
        return context.ledger.run(lambda tx: consents.consent(context, tx, member, purpose, actor, given=given))

    def invite(self, member: str, campaign: str = "") -> Invite | Refusal:
        """A member's invitation."""
        from kiosk.application.registration import passes

        return self._context.ledger.run(lambda tx: passes.invite_of(self._context, tx, member, campaign))

    def pass_of(self, member: str) -> str:
        """A member's pass."""
        from kiosk.application.registration import passes

        return self._context.ledger.run(lambda tx: passes.pass_of(self._context, tx, member))

    def referrals_of(self, member: str) -> Referrals:
        """How far a member's friends are."""
        from kiosk.application.registration import friends

        return self._context.ledger.run(lambda tx: friends.referrals_of(self._context, tx, member))

    def registration_state(self, member: str) -> RegistrationState:
        """Where a member's registration stands."""
        from kiosk.application.registration import standing

        return self._context.ledger.run(lambda tx: standing.registration_state(self._context, tx, member))
