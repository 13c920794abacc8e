"""States of a sale that a voucher of value pays a part of, of a code that is typed, and of points that are owed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.clock import NOW
from kiosk.demo.store.offers import DOLLAR, FIRST_DAY, LAST_DAY, coupon_row
from kiosk.demo.store.people import MEMBERS, STORE
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate, Sold
from kiosk.domain.texts import LocalText
from kiosk.protocol.rows import SpentRow

MOST_EARNED = 500
"""More points than the member earned in the demo store."""
_CARD = CouponTemplate(
    "t-card",
    LocalText("禮券 500 元", "礼品卡 500 元", "Voucher of 500"),
    "",
    Benefit(BenefitKind.VALUE, value=500 * DOLLAR),
    FIRST_DAY,
    LAST_DAY + timedelta(days=300),
)


def voucher_code(stage: Stage) -> str:
    """The code of a voucher with NT$180 left on it, which this terminal may take."""
    row = coupon_row(Coupon("v1", _CARD.id, FIRST_DAY, NOW + timedelta(days=200)))
    stage.store.publish("chain/templates", _CARD.id, _CARD)
    at, paid = NOW - timedelta(days=3), 320 * DOLLAR
    spent = SpentRow("v1", _CARD.id, "t-before", "d-02", STORE, at, None, False, paid)
    stage.store.publish(f"store/{STORE}/spent", "v1/t-before", spent)
    grant = {"grant": [{"coupon": "v1", "uses": 180 * DOLLAR, "fence": 1}], "revoke": []}
    stage.store.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", grant))
    return row.token


def _voucher(stage: Stage) -> None:
    """It pays what is left after the coupons."""
    code = voucher_code(stage)
    stage.basket()
    stage.scan(code)


def _voucher_done(stage: Stage) -> None:
    _voucher(stage)
    stage.key(Qt.Key.Key_Return)


def _voucher_back(stage: Stage) -> None:
    """The sale is undone while its verdict is on screen."""
    _voucher_done(stage)
    stage.key(Qt.Key.Key_F8)
    stage.type("2")
    stage.key(Qt.Key.Key_Return)


def _code_typed(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_E, modifiers=Qt.KeyboardModifier.ControlModifier)
    stage.type("summer24")


def owing(stage: Stage) -> None:
    """A member who used more points than they have: a sale that had earned some was undone."""
    member = MEMBERS[0]
    stage.store.publish(f"store/{STORE}/members", member.id, replace(member, points=-MOST_EARNED))


def _owed(stage: Stage) -> None:
    owing(stage)
    stage.sign_in()
    stage.scan("M:m1")


_CARD_SOLD = replace(
    _CARD,
    sold=Sold(100 * DOLLAR, 10_000 * DOLLAR, FIRST_DAY, LAST_DAY, (500 * DOLLAR, 1_000 * DOLLAR, 2_000 * DOLLAR), 365),
)


def _sheet(stage: Stage) -> None:
    stage.store.publish("chain/templates", _CARD_SOLD.id, _CARD_SOLD)
    stage.sign_in()
    stage.key(Qt.Key.Key_B, modifiers=Qt.KeyboardModifier.ControlModifier)


def _sell(stage: Stage) -> None:
    """A new one, the amount keyed in."""
    _sheet(stage)
    stage.type("1500")


def _sold(stage: Stage) -> None:
    """There is no printer: its code is on the screen."""
    _sell(stage)
    stage.key(Qt.Key.Key_Return)


def _card(stage: Stage) -> None:
    """A printed card on which something is, scanned without HQ to be topped up."""
    stage.store.offline()
    _sheet(stage)
    printed = Coupon("p-2f3a4b5c6d-00017", _CARD.id, FIRST_DAY, NOW + timedelta(days=200), worth=0)
    code = coupon_row(printed).token
    stage.scan(code)
    stage.type("500")
    stage.key(Qt.Key.Key_Return)
    stage.scan(code)
    stage.type("300")


def _card_refused(stage: Stage) -> None:
    """More than may be on it."""
    _sheet(stage)
    stage.type("20000")
    stage.key(Qt.Key.Key_Return)


def _sale_taken_back(stage: Stage) -> None:
    _card(stage)
    stage.key(Qt.Key.Key_F8)
    stage.key(Qt.Key.Key_Return)


VOUCHER_STATES: dict[str, Callable[[Stage], None]] = {
    "voucher": _voucher,
    "voucher_done": _voucher_done,
    "voucher_back": _voucher_back,
    "voucher_sell": _sell,
    "voucher_sold": _sold,
    "voucher_card": _card,
    "voucher_too_much": _card_refused,
    "voucher_take_back": _sale_taken_back,
    "code_typed": _code_typed,
    "points_owed": _owed,
}
