"""My rewards: things that were won, and how each stands (M25)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.selfservice.outcomes import DueReward, DueState
from kiosk.domain.draws.claims import Standing
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.address import AddressScreen, can_be_sent
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.words.prizes import until_words
from kiosk.ui.words.rewards import reward_word


class DueScreen(ListScreen):
    """The newest first."""

    name = "due"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "My rewards")

    def session_changed(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        self.say_above(
            translate("SelfService", "Our staff at the checkout hand them to you: show your member code there.")
        )
        self.put(self._lines(), none=translate("SelfService", "No gifts yet: have a look at what there is to win."))

    def _lines(self) -> Iterator[QWidget]:
        mine = self.flow.session.mine
        i18n, now = self.ui.i18n, self.flow.around().now
        member = self.flow.session.member
        if member is not None and member.tickets:
            line = Line("draw_tickets", self._show_tickets)
            note = translate("Wheels", "Proof that they are in the list, as a code or on paper")
            line.say(translate("Wheels", "My draw tickets"), note, i18n.number(member.tickets))
            yield line
        for at, prize in enumerate(mine.prizes if mine is not None else ()):
            line = Line(f"prize_{at}", partial(self._send, prize) if can_be_sent(prize) else None)
            note = " · ".join((i18n.text(prize.source), until_words(prize, i18n, now)))
            tone = "ink2" if prize.over else "red" if prize.late else "gold"
            line.say(spaced(i18n.text(prize.name)), spaced(note), _standing(prize), tone=tone)
            yield line
        for at, due in enumerate(mine.due if mine is not None else ()):
            line = Line(f"due_{at}")
            words, tone = self._state(due)
            i18n = self.ui.i18n
            note = f"{i18n.text(due.reward.rule)} · {i18n.when(due.since, self.flow.around().now)}"
            line.say(spaced(reward_word(due.reward, i18n)), spaced(note), words, tone=tone)
            yield line

    def _show_tickets(self) -> None:
        from kiosk.ui.stations.selfservice.draws.tickets import TicketsScreen

        self.flow.go(lambda: TicketsScreen(self.flow))

    def _send(self, prize: ClaimView) -> None:
        self.flow.go(lambda: AddressScreen(self.flow, prize))

    def _state(self, due: DueReward) -> tuple[str, str]:
        i18n = self.ui.i18n
        if due.state is DueState.PROVISIONAL and due.reward.provisional_until is not None:
            day = i18n.short_day(due.reward.provisional_until)
            return spaced(translate("SelfService", "from {day}").format(day=day)), "gold"
        return {
            DueState.TO_CHOOSE: (translate("SelfService", "choose one"), "jade"),
            DueState.CHOSEN: (translate("SelfService", "received"), "ink2"),
            DueState.BY_HQ: (translate("SelfService", "is sent"), "gold"),
            DueState.EXPIRED: (translate("SelfService", "ran out"), "ink3"),
        }.get(due.state, (translate("SelfService", "yours"), "jade"))


def _standing(prize: ClaimView) -> str:
    """How a prize stands, for whoever won it."""
    if prize.late:
        return translate("SelfService", "time is over")
    if prize.sent and not prize.over:
        return translate("SelfService", "is sent")
    return {
        Standing.HANDED: translate("SelfService", "received"),
        Standing.SHIPPED: translate("SelfService", "on its way"),
        Standing.FORFEITED: translate("SelfService", "went on"),
    }.get(
        prize.standing,
        translate("SelfService", "fetch it, or have it sent")
        if can_be_sent(prize)
        else translate("SelfService", "fetch it here"),
    )
