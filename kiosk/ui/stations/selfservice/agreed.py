"""What I agreed to: read again, given, or taken back at any time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.registration.outcomes import Consented, RegistrationDesk, RegistrationState, ReviewState
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.policy import ConsentText
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.layer import Answer, Saying
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Text
from kiosk.ui.words.registration import purpose_words, review_words

ENDS = "ends"


class AgreedScreen(ListScreen):
    """A card for each consent."""

    name = "agreed"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._found: tuple[RegistrationDesk, RegistrationState] | None = None
        self.waiting()

    def heading(self) -> str:
        return translate("SelfService", "My consents")

    def shown(self) -> None:
        member = self.flow.session.member
        if member is not None:
            self.ask(partial(_looked_up, self.flow.api, member.id), self._on_found)

    def _on_found(self, found: tuple[RegistrationDesk, RegistrationState]) -> None:
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        if self._found is None:
            return
        desk, state = self._found
        self.say_above(review_words(state.review) if state.review is not ReviewState.NONE else "")
        self.put(self._boxes(desk, state), none=translate("SelfService", "There is nothing at the moment."))

    def _boxes(self, desk: RegistrationDesk, state: RegistrationState) -> Iterator[QWidget]:
        given = {one.purpose: one.given for one in state.consents}
        for consent in desk.consents:
            agreed = given.get(consent.purpose, False)
            box = Box(gap=14)
            title = translate("SelfService", "you agree") if agreed else translate("SelfService", "you do not agree")
            box.lines.addWidget(Text("s_lead", wrap=True, text=f"{purpose_words(consent.purpose)} · {title}"))
            box.lines.addWidget(Text("s_body", wrap=True, text=self.ui.i18n.text(consent.text)))
            change = button("s_second", f"consent_{consent.purpose}", partial(self._change, consent, not agreed))
            change.say(translate("SelfService", "Take it back") if agreed else translate("SelfService", "I agree"))
            box.lines.addWidget(change)
            yield box

    def _change(self, consent: ConsentText, given: bool) -> None:
        if consent.required and not given:
            self.flow.say(self._ends(consent), self)
        else:
            self._set(consent, given)

    def _ends(self, consent: ConsentText) -> Saying:
        def leave() -> None:
            self.flow.hush()
            self._set(consent, False)

        return Saying(
            ENDS,
            lambda: translate("SelfService", "End my membership?"),
            lambda: translate(
                "SelfService",
                "Without this consent nobody can be a member: points and coupons end, data are erased.",
            ),
            (
                Answer("stay", lambda: translate("SelfService", "No, I stay"), self.flow.hush, "s_primary"),
                Answer("leave", lambda: translate("SelfService", "Yes, end it"), leave),
            ),
            self.flow.hush,
        )

    def _set(self, consent: ConsentText, given: bool) -> None:
        member = self.flow.session.member
        if member is None or self.waits:
            return
        self.waits = True
        work = partial(self.flow.api.consent, member.id, consent.purpose, given, self.flow.actor)
        self.ask(work, self._on_set)

    def _on_set(self, answer: Consented | Refusal) -> None:
        self.waits = False
        if isinstance(answer, Refusal):
            self.flow.say(refused(self.flow, answer))
        self.shown()


def _looked_up(api: SelfServiceApi, member: str) -> tuple[RegistrationDesk, RegistrationState]:
    return api.registration_desk(), api.registration_state(member)
