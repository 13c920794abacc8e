"""Becoming a member: one question a page, in an order that follows from the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from kiosk.application.registration.outcomes import (
    Agreed,
    CodeGiven,
    GuardianGiven,
    NewMember,
    Referrer,
    RegistrationDesk,
)
from kiosk.ui.stations.selfservice.flow import Flow, Screen


@dataclass(slots=True)
class Draft:
    """What a newcomer has said so far. It lives in the pages of the registration and goes with them."""

    phone: str = field(default="", repr=False)
    code: CodeGiven | None = None
    name: str = field(default="", repr=False)
    child: bool | None = None
    guardian_name: str = field(default="", repr=False)
    guardian_phone: str = field(default="", repr=False)
    relation: str = ""
    birthday: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    consents: dict[str, bool] = field(default_factory=dict)
    referrer: Referrer | None = None
    complete: bool = False
    """Every question was put: what is asked again leads back to the end."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question: when it is put, and its page."""

    name: str
    wanted: Callable[[Draft, RegistrationDesk], bool]
    page: Callable[[Registering], Screen]


class Registering:
    """The way through the questions."""

    def __init__(self, flow: Flow, desk: RegistrationDesk, draft: Draft, steps: tuple[Step, ...]) -> None:
        self.flow, self.desk, self.draft, self._steps = flow, desk, draft, steps

    def on_from(self, name: str) -> None:
        """The next question behind one; "" for the first."""
        if self.draft.complete:
            self.flow.go(partial(self._steps[-1].page, self))
            return
        names = [step.name for step in self._steps]
        for step in self._steps[names.index(name) + 1 if name else 0 :]:
            if step.wanted(self.draft, self.desk):
                self.flow.go(partial(step.page, self))
                return

    def again_from(self, name: str) -> None:
        """Back to one question whose answer was refused."""
        step = next(step for step in self._steps if step.name == name)
        self.flow.go(partial(step.page, self))

    def new_member(self) -> NewMember:
        """All the answers, as the registration takes them."""
        draft = self.draft
        said = draft.consents
        agreed = [Agreed(one.purpose, one.version, said.get(one.purpose, False)) for one in self.desk.consents]
        guardian = GuardianGiven(draft.guardian_name, draft.guardian_phone, draft.relation) if draft.child else None
        return NewMember(
            name=draft.name,
            phone=draft.phone,
            consents=tuple(agreed),
            birthday=draft.birthday,
            email=draft.email,
            language=self.flow.ui.i18n.language,
            child=bool(draft.child),
            guardian=guardian,
            referrer=draft.referrer,
            code=draft.code,
            registration=self.desk.registration,
        )
