"""Where a prize is to be sent, said by who won it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.domain.refusals import Refusal
from kiosk.domain.remarks.remark import LONGEST
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.layer import Answer, Saying


def can_be_sent(prize: ClaimView) -> bool:
    """Whether its winner may say so by themselves: where the law wants a document, staff look at it first."""
    over = prize.over or prize.late or bool(prize.elsewhere)
    return not over and (prize.checked or not prize.identity)


class AddressScreen(FieldScreen):
    """One field; then HQ sends it."""

    name = "address"
    longest: ClassVar[int] = LONGEST

    def __init__(self, flow: Flow, prize: ClaimView) -> None:
        self._prize = prize
        super().__init__(flow)

    def heading(self) -> str:
        return spaced(self.ui.i18n.text(self._prize.name))

    def label(self) -> str:
        return translate("SelfService", "Where shall we send it?")

    def hint(self) -> str:
        return translate("SelfService", "Name, street and number, postcode, town")

    def about(self) -> str:
        return translate("SelfService", "Only our headquarters reads it, and deletes it whenever you ask.")

    def answered(self, text: str) -> None:
        visit = self.flow.session.visit
        if visit is None or self.waits:
            return
        self.busy(True)
        self.ask(partial(self.flow.api.send_prize, self._prize.id, text, self.flow.actor, visit), self._on_answer)

    def _on_answer(self, answer: ClaimView | Refusal) -> None:
        self.busy(False)
        if isinstance(answer, Refusal):
            self.refuse(answer)
            return
        flow = self.flow
        flow.shell.sounds.play(Sound.OK)
        if flow.session.visit is not None:
            flow.session.is_member(flow.session.visit)
        flow.home()
        flow.say(
            Saying(
                "address_kept",
                lambda: translate("SelfService", "We send it to you"),
                lambda: translate("SelfService", "You find it under “My rewards” until it has arrived."),
                (Answer("good", lambda: translate("SelfService", "All right"), flow.hush, "s_primary"),),
                flow.hush,
            )
        )
