"""What comes off goods at the checkout now. There is no basket here, so nothing is said of what one lacks: that is the
checkout's."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.words.codes import benefit_figure
from kiosk.ui.words.coupon_terms import TermNames, coupon_terms
from kiosk.ui.words.rewards import joined


class OnOfferScreen(ListScreen):
    """Rule by rule, with what it asks for."""

    name = "on_offer"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Offers now")

    def session_changed(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        self.say_above(translate("SelfService", "At the checkout they come off by themselves, at the best price."))
        self.put(self._lines(), none=translate("SelfService", "There is nothing at the moment."))

    def _lines(self) -> Iterator[QWidget]:
        mine, i18n = self.flow.session.mine, self.ui.i18n
        for at, one in enumerate(mine.offers if mine is not None else ()):
            line = Line(f"on_offer_{at}")
            names = TermNames(self.flow.around().stores, article=lambda name, called=one.called: called.get(name, name))  # type: ignore[misc]
            said = coupon_terms(one.kind, i18n, names)
            if one.pay:
                ways = joined(map(i18n.text, one.pay))
                said.append(translate("Terms", "When paid by {ways}").format(ways=ways))
            said = [*said, i18n.text(one.campaign)]
            line.say(i18n.text(one.name), spaced(" · ".join(said)), benefit_figure(one.kind.benefit, i18n), tone="red")
            yield line
