"""A till whose clock is two days off: HQ's time counts, and staff are told."""

from __future__ import annotations

import pytest

from kiosk.adapters.clock import SystemClock
from kiosk.domain.refusals import RefusalCode
from tests.e2e.hands import Hands, Wait
from tests.e2e.shop import Shop, assert_converged
from tests.e2e.test_cable import redeem

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own

TWO_DAYS_MS = 2 * 24 * 3600 * 1000


class ClockThatIsOff(SystemClock):
    """The system's clock, set wrong."""

    def __init__(self, off_ms: int) -> None:
        super().__init__()
        self.off_ms = off_ms

    def now_ms(self) -> int:
        return super().now_ms() + self.off_ms


@pytest.mark.parametrize(("off_ms", "word"), [(TWO_DAYS_MS, "fast"), (-TWO_DAYS_MS, "slow")])
def test_hqs_time_counts(wait: Wait, shop: Shop, off_ms: int, word: str) -> None:
    hands = Hands(wait, shop.open(clock=ClockThatIsOff(off_ms=off_ms)))
    try:
        hands.sign_in()
        hands.until(hands.in_step)
        banner = hands.window.banner
        hands.until(lambda: banner.isVisible() and word in banner.text.text())
        # a pass is good for a day, from the day the chain was made: today
        hands.scan(shop.visits[0].pass_code)
        hands.until(lambda: hands.flow.visit is not None and hands.flow.visit.member is not None)
        # and this coupon ended yesterday
        hands.scan(shop.ended_yesterday())
        hands.until(lambda: hands.refusal() is not None)
        assert hands.refusal() is RefusalCode.EXPIRED
        hands.clear()
        shown = redeem(hands, shop, 1)
        hands.until(hands.in_step)
    finally:
        hands.close()
    assert assert_converged(shop) == sorted(shown)
