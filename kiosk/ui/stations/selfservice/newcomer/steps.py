"""The questions of a registration, in their order, and when each is put."""

from __future__ import annotations

from kiosk.application.registration.outcomes import RegistrationDesk
from kiosk.ui.stations.selfservice.newcomer import choices, contact, ending
from kiosk.ui.stations.selfservice.registering import Draft, Step


def _always(_draft: Draft, _desk: RegistrationDesk) -> bool:
    return True


def _child(draft: Draft, _desk: RegistrationDesk) -> bool:
    return bool(draft.child)


STEPS = (
    Step(contact.NewPhone.name, lambda draft, _desk: not draft.phone, contact.NewPhone),
    Step(contact.NewName.name, _always, contact.NewName),
    Step(choices.AgeScreen.name, lambda _draft, desk: desk.guardian_below > 0, choices.AgeScreen),
    Step(contact.GuardianName.name, _child, contact.GuardianName),
    Step(contact.GuardianPhone.name, _child, contact.GuardianPhone),
    Step(choices.RelationScreen.name, _child, choices.RelationScreen),
    Step(choices.BirthdayScreen.name, lambda _draft, desk: desk.ask_birthday, choices.BirthdayScreen),
    Step(contact.NewEmail.name, lambda _draft, desk: desk.ask_email, contact.NewEmail),
    Step(choices.ConsentsScreen.name, _always, choices.ConsentsScreen),
    Step(ending.ReferrerScreen.name, _always, ending.ReferrerScreen),
    Step(ending.SummaryScreen.name, _always, ending.SummaryScreen),
)
