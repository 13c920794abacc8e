"""One whole sale with each of the devices alone, at the real window over the real HQ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.adapters.scan.frames import HandedFrames, read_picture
from kiosk.demo.camera_frames import write_frames
from kiosk.domain.refusals import RefusalCode
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sheets import FindMemberSheet
from tests.e2e.hands import Hands, Wait
from tests.e2e.shop import CLERK, CLERK_PIN, Shop, Use, ledger_uses

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


@pytest.fixture
def hands(wait: Wait, shop: Shop) -> Iterator[Hands]:
    made = Hands(wait, shop.open())
    yield made
    made.close()


def assert_everywhere(hands: Hands, shop: Shop, uses: list[Use]) -> None:
    """What the screen said is in the ledger once and at HQ once, and nothing else."""
    shown = sorted(uses)
    assert shown
    assert ledger_uses(hands.station.terminal) == shown
    hands.until(hands.in_step)
    assert shop.hq_uses() == shown


FOCUS: dict[str, Callable[[Hands], QWidget]] = {
    "the page": lambda hands: hands.page,
    "a button that Enter would press": lambda hands: hands.page.side.find_button,
    "a key of the keypad": lambda hands: hands.page.quote.keypad.key("7"),
    "a language": lambda hands: hands.window.header.languages["zh_CN"],
}


def test_scanner_and_number_block_redeem_wherever_the_focus_is(hands: Hands, shop: Shop) -> None:
    hands.scan(shop.badges[CLERK])
    hands.until(lambda: hands.window.actor is not None)
    shown = []
    for visit, where in zip(shop.visits, FOCUS.values(), strict=False):
        where(hands).setFocus()
        hands.scan(visit.card_no)
        hands.until(lambda: hands.flow.visit is not None and hands.flow.visit.member is not None)
        where(hands).setFocus()
        hands.scan(visit.coupons["cash100"])
        hands.until(partial(hands.has_scanned, visit.ids["cash100"]))
        hands.page.setFocus()
        hands.type("1200")
        hands.until(lambda: hands.priced(120_000))
        hands.press(Qt.Key.Key_Return)
        hands.until(hands.done)
        # not always the one that was scanned: on a birthday another one is worth more
        assert hands.used()
        shown += hands.used()
        hands.next_customer()
    assert hands.window.ui.i18n.language == "en"  # nobody's Enter pressed the button with the focus
    assert_everywhere(hands, shop, shown)


def test_a_scan_into_an_open_sheet_is_a_scan(hands: Hands, shop: Shop) -> None:
    hands.sign_in()
    hands.press(Qt.Key.Key_F3)
    hands.until(lambda: isinstance(hands.window.overlay.sheet, FindMemberSheet))
    sheet = hands.window.overlay.sheet
    assert isinstance(sheet, FindMemberSheet)
    typed: list[str] = []
    sheet.field.textChanged.connect(typed.append)
    visit = shop.visits[0]
    hands.scan(visit.coupons["cash100"])
    hands.until(partial(hands.has_scanned, visit.ids["cash100"]))
    assert typed == []


def test_keyboard_alone(hands: Hands, shop: Shop) -> None:
    hands.sign_in()
    member = shop.visits[0]
    hands.press(Qt.Key.Key_F3)
    hands.until(lambda: isinstance(hands.window.overlay.sheet, FindMemberSheet))
    hands.type(member.card_no)
    sheet = hands.window.overlay.sheet
    assert isinstance(sheet, FindMemberSheet)
    hands.until(lambda: any(row.isVisible() for row in sheet.rows))
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.flow.visit is not None and hands.flow.visit.member is not None)
    hands.type("1200")
    hands.until(lambda: hands.priced(120_000))
    hands.press(Qt.Key.Key_Return)
    hands.until(hands.done)
    assert_everywhere(hands, shop, hands.used())
    hands.next_customer()
    assert hands.flow.empty


def test_mouse_alone_with_the_customers_code_in_front_of_the_camera(wait: Wait, shop: Shop, tmp_path: Path) -> None:
    camera = HandedFrames()
    hands = Hands(wait, shop.open(), camera=camera)
    visit = shop.visits[0]
    pictures = [read_picture(path) for path in write_frames(visit.pass_code, tmp_path, "pass", count=4)]
    try:
        entry = hands.window.sign_in.entry
        hands.click(next(b for b in entry.buttons if b.person is not None and b.person.id == CLERK))
        for digit in CLERK_PIN:
            hands.click(entry.keypad.key(digit))
        hands.click(entry.go)
        hands.until(lambda: hands.window.actor is not None)
        page = hands.page
        for picture in pictures:
            assert picture is not None
            camera.hand(picture)
        hands.until(lambda: hands.flow.visit is not None and hands.flow.visit.member is not None)
        for key in ("1", "2", "00"):
            hands.click(page.quote.keypad.key(key))
        hands.until(lambda: hands.priced(120_000))
        assert hands.flow.visit is not None
        used = [line.coupon for line in hands.flow.visit.quote.lines]
        left_out = used[0]
        hands.click(next(card for card in page.coupons.cards if card.coupon == left_out))
        # at once: the confirmation waits for the price without that coupon
        hands.click(page.quote.confirm)
        hands.until(hands.done)
        assert left_out not in [coupon for coupon, _txn in hands.used()]
        assert_everywhere(hands, shop, hands.used())
        hands.click(page.success.next)
        hands.until(lambda: hands.flow.phase is Phase.ENTRY and hands.flow.empty)
    finally:
        hands.close()


def test_the_same_coupon_twice_is_refused_with_the_reason_on_screen(hands: Hands, shop: Shop) -> None:
    hands.sign_in()
    visit = shop.visits[0]
    hands.scan(visit.coupons["cash100"])
    hands.until(partial(hands.has_scanned, visit.ids["cash100"]))
    hands.type("500")
    hands.until(lambda: hands.priced(50_000))
    hands.press(Qt.Key.Key_Return)
    hands.until(hands.done)
    used = sorted(hands.used())
    hands.next_customer()
    hands.type("300")  # in an empty sale the code just sold would be told calmly
    hands.until(lambda: hands.priced(30_000))
    hands.scan(visit.coupons["cash100"])
    hands.until(lambda: hands.refusal() is not None)
    assert hands.refusal() is RefusalCode.ALREADY_USED_HERE
    hands.until(hands.in_step)
    assert shop.hq_uses() == used
