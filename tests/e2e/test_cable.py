"""HQ goes away and comes back: the badge says so, work goes on, nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.application.sync.outcomes import Link
from tests.e2e.hands import Hands, Wait
from tests.e2e.shop import Shop, Use, assert_converged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


def redeem(hands: Hands, shop: Shop, number: int) -> list[Use]:
    """Redeem the coupon of the `number`th visit."""
    visit = shop.visits[number]
    hands.scan(visit.coupons["cash100"])
    hands.until(lambda: hands.has_scanned(visit.ids["cash100"]))
    hands.type("500")
    hands.until(lambda: hands.priced(50_000))
    hands.press(Qt.Key.Key_Return)
    hands.until(hands.done)
    return hands.used()


def offline(hands: Hands) -> bool:
    """Whether the verdict on screen came without HQ."""
    assert hands.flow.redemption is not None
    return hands.flow.redemption.offline


def test_cable_out_and_back(wait: Wait, shop: Shop) -> None:
    hands = Hands(wait, shop.open())
    try:
        hands.sign_in()
        hands.until(lambda: hands.badge() == "●  Online")
        shown = redeem(hands, shop, 0)
        assert not offline(hands)
        hands.until(hands.in_step)
        hands.next_customer()

        shop.stop_hq()
        hands.until(lambda: hands.link() is Link.OFFLINE)
        hands.until(lambda: hands.badge().startswith("●  Offline since "))
        shown += redeem(hands, shop, 1)
        assert offline(hands)
        hands.until(lambda: hands.badge().endswith(" 1 waiting"))
        hands.next_customer()
        shown += redeem(hands, shop, 2)
        hands.until(lambda: hands.badge().endswith(" 2 waiting"))

        shop.start_hq()
        hands.until(lambda: hands.badge() == "●  Online")
        hands.until(hands.in_step)
        assert shop.hq_uses() == sorted(shown)
    finally:
        hands.close()
    shop.bring_into_step()
    assert assert_converged(shop) == sorted(shown)


def test_a_till_that_starts_without_hq_works(wait: Wait, closed_shop: Shop) -> None:
    shop = closed_shop
    hands = Hands(wait, shop.open())
    try:
        hands.sign_in()
        hands.until(lambda: hands.link() is Link.OFFLINE)
        shown = redeem(hands, shop, 0)
    finally:
        hands.close()
    shop.start_hq()
    shop.bring_into_step()
    assert assert_converged(shop) == sorted(shown)
