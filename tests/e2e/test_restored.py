"""Yesterday's backup in the place of today's ledger: HQ sees the fork, gives a new epoch, nothing counts twice."""

from __future__ import annotations

import pytest

from kiosk.application.sync.outcomes import Link
from kiosk.domain.refusals import RefusalCode
from tests.e2e.hands import Hands, Wait
from tests.e2e.shop import Shop, ledger_uses
from tests.e2e.test_cable import redeem
from tests.shared.calls import called

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


def test_fork_new_epoch_nothing_doubled(wait: Wait, shop: Shop) -> None:
    hands = Hands(wait, shop.open())
    try:
        hands.sign_in()
        before = redeem(hands, shop, 0)
        hands.until(hands.in_step)
    finally:
        hands.close()
    ledger_command(shop, "backup", "--to", str(shop.folder / "yesterday"))
    (backup,) = (shop.folder / "yesterday").glob("*.db")
    hands = Hands(wait, shop.open())
    try:
        hands.sign_in()
        lost = redeem(hands, shop, 1)  # happens after the backup, and HQ knows it
        hands.until(hands.in_step)
    finally:
        hands.close()

    ledger_command(shop, "restore", str(backup))

    links: list[Link] = []
    terminal = shop.open()
    terminal.on_status(lambda status: links.append(status.link))
    hands = Hands(wait, terminal)
    try:
        hands.until(hands.in_step)
        hands.until(lambda: hands.badge() == "●  Online")
        assert Link.FORKED in links
        assert terminal.identity is not None
        assert terminal.ledger.run(lambda tx: tx.identity().epoch) == 2  # type: ignore[union-attr]
        hands.sign_in()
        # what the lost facts say is known again, by HQ
        hands.scan(shop.visits[1].coupons["cash100"])
        hands.until(lambda: hands.refusal() is not None)
        assert hands.refusal() in (RefusalCode.ALREADY_USED_HERE, RefusalCode.ALREADY_USED_ELSEWHERE)
        hands.clear()
        after = redeem(hands, shop, 2)
        hands.until(hands.in_step)
        assert set(after) <= set(ledger_uses(terminal))
    finally:
        hands.close()
    assert shop.hq_uses() == sorted(before + lost + after)
    assert shop.ask_hq("conflicts") == []
    assert shop.hq_is_sound()
    ledger_command(shop, "verify")
    ledger_command(shop, "rebuild", "--check")


def ledger_command(shop: Shop, *words: str) -> None:
    """`kiosk ledger …` on the shop's terminal."""
    code, _said, heard = called(["ledger", *words, "--data", str(shop.settings.data_dir)])
    assert code == 0, heard
