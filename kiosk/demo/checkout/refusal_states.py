"""States of the checkout in which something is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.offers import THRESHOLD
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.refusals import RefusalCode


def _used(stage: Stage) -> None:
    stage.basket()
    stage.scan("C:p5")


def _torn(stage: Stage) -> None:
    stage.basket()
    stage.scan("X:torn")


def _member_needed(stage: Stage) -> None:
    stage.sign_in()
    stage.type("462")
    stage.scan("C:p3")
    stage.frame()


def _forged(stage: Stage) -> None:
    stage.basket()
    stage.scan("X:forged")


def _above_limit(stage: Stage) -> None:
    """No right to the coupon, HQ gone since it was priced, and more than a manager may let through."""
    stage.sign_in()
    stage.scan("C:p4")
    stage.type("462")
    stage.frame()
    stage.store.offline()
    stage.key(Qt.Key.Key_Return)


def _price_changed(stage: Stage) -> None:
    """HQ changes the coupon while the customer looks for their purse."""
    _coupon_becomes(stage, THRESHOLD.benefit.off // 2)


def _price_lower(stage: Stage) -> None:
    """The same, for the better."""
    _coupon_becomes(stage, THRESHOLD.benefit.off * 2)


def _coupon_becomes(stage: Stage, off: int) -> None:
    stage.basket()
    other = Benefit(BenefitKind.THRESHOLD, off=off, spend=THRESHOLD.benefit.spend)
    stage.store.publish("chain/templates", THRESHOLD.id, replace(THRESHOLD, benefit=other))
    stage.key(Qt.Key.Key_Return)


def _stubbed(code: RefusalCode) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.basket()
        stage.scan(f"R:{code.value}")

    return play


REFUSAL_STATES: dict[str, Callable[[Stage], None]] = {
    "refused_already_used_here": _used,
    "refused_unreadable": _torn,
    "refused_member_needed": _member_needed,
    "refused_forged": _forged,
    "refused_above_offline_limit": _above_limit,
    "refused_price_changed": _price_changed,
    "refused_price_lower": _price_lower,
    # what a campaign asks for is refused where it is done, among a member's services
    "refused_condition_not_met": _stubbed(RefusalCode.CONDITION_NOT_MET),
}
"""Name → how to get there from a freshly opened window."""
