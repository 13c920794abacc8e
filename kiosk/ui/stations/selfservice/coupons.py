"""My coupons: what each gives, until when, and why one cannot be used."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.application.members.outcomes import CouponView
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.stations.selfservice.words import coupon_note, coupons_of, good
from kiosk.ui.words.codes import benefit_figure
from kiosk.ui.words.refusals import in_a_sentence, refusal_words


class CouponsScreen(ListScreen):
    """Good ones first."""

    name = "coupons"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "My coupons")

    def retranslate(self) -> None:
        self.say_above(translate("SelfService", "Show your member code at the checkout: they are used by themselves."))
        self.put(self._lines(), none=translate("SelfService", "You have no coupons at the moment."))

    def _lines(self) -> Iterator[QWidget]:
        visit = self.flow.session.visit
        for at, coupon in enumerate(coupons_of(visit) if visit is not None else ()):
            line = Line(f"coupon_{at}")
            usable = good(coupon)
            line.say(
                self.ui.i18n.text(coupon.name),
                coupon_note(coupon, self.flow.around()) if usable else self._why_not(coupon),
                benefit_figure(coupon.benefit, self.ui.i18n),
                tone="red" if usable else "ink3",
            )
            line.setEnabled(usable)
            yield line

    def _why_not(self, coupon: CouponView) -> str:
        return in_a_sentence(refusal_words(coupon.refusal, self.flow.around())) if coupon.refusal is not None else ""
