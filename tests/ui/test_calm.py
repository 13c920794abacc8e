"""What is no error is said calmly; what a hand hardly meant is asked about once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.checkout.stubs import sample
from kiosk.domain.refusals import RefusalCode
from kiosk.ui.shell.ask import AskSheet
from kiosk.ui.stations.checkout.amount import AmountEntry, unlikely, usual_amount
from kiosk.ui.stations.checkout.machine import Phase
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import ENTER, ESC, agree, notice, phase_of, press, sales, sheet_of

# --- codes that are here already -------------------------------------------------------------------------------------


def test_a_code_just_sold_leaves_the_verdict_green(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.sign_in()
    stage.scan("M:m2")
    stage.scan("C:p1")
    stage.type("100")
    stage.key(ENTER)
    for _ in range(3):
        stage.scan("C:p1")
        assert phase_of(stage) is Phase.DONE
        assert stage.checkout.page.success.isVisible()
        assert not stage.checkout.page.side.refusal_shown
    assert "剛完成" in notice(stage)
    assert "refused" not in sounds.heard
    stage.clock.move(1_000)
    stage.key(ENTER)
    stage.scan("C:p1")  # the phone still lies there
    assert not stage.checkout.page.side.refusal_shown
    stage.type("100")
    stage.scan("C:p1")  # but nobody else gets anything for it
    assert stage.checkout.page.side.refusal_shown


def test_a_listed_coupon_sold_without_its_code_is_known_too(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.type("462")
    stage.key(ENTER)
    redemption = stage.checkout.flow.redemption
    assert redemption is not None
    used = next(line.coupon for line in redemption.sale.lines if not line.rule and not line.points)
    stage.scan(f"C:{used}")
    assert phase_of(stage) is Phase.DONE


def test_another_code_after_the_verdict_begins_the_next_sale(stage: Stage) -> None:
    stage.basket()
    stage.key(ENTER)
    stage.scan("R:forged")
    assert phase_of(stage) is Phase.ENTRY
    assert stage.checkout.page.side.refusal_shown


def test_a_coupon_that_is_here_already_is_shown_and_not_refused(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.sign_in()
    stage.scan("M:m2")
    stage.scan("C:p1")
    stage.scan("C:p1")
    assert not stage.checkout.page.side.refusal_shown
    assert "現折 60" in notice(stage)
    assert "refused" not in sounds.heard


def test_a_changed_price_is_a_notice(stage: Stage) -> None:
    stage.basket()
    stage.checkout.flow._on_confirmed(sample(RefusalCode.PRICE_CHANGED))
    stage.settle()
    assert not stage.checkout.page.side.refusal_shown
    assert notice(stage)
    assert phase_of(stage) is Phase.ENTRY


def test_the_first_scan_of_a_listed_coupon_shows(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    panel = stage.checkout.page.coupons
    listed = "c1"
    before = panel.grab().toImage()
    stage.scan(f"C:{listed}")
    assert not stage.checkout.page.side.refusal_shown
    assert panel.grab().toImage() != before
    marked = [card.coupon for card in panel.cards if card.isVisible() and card.property("marked")]
    assert marked == [listed]
    stage.key(ESC)
    agree(stage)
    stage.scan("M:m1")
    assert not any(card.property("marked") for card in panel.cards if card.isVisible())


# --- amounts ---------------------------------------------------------------------------------------------------------


def test_an_unlikely_amount_is_asked_about_once(stage: Stage) -> None:
    stage.basket()
    before = len(sales(stage))
    stage.type("4567")
    stage.key(ENTER)
    sheet = sheet_of(stage)
    assert isinstance(sheet, AskSheet)
    assert "NT$4,624,567" in sheet.title.text()
    stage.key(ENTER)  # a bounce
    assert sheet_of(stage) is sheet
    stage.clock.move(500)
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert len(sales(stage)) == before
    stage.key(ENTER)
    stage.clock.move(500)
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE
    assert len(sales(stage)) == before + 1


def test_it_can_be_answered_by_hand(stage: Stage) -> None:
    stage.basket()
    stage.type("4567")
    stage.key(ENTER)
    press(stage, "ask_no")
    assert phase_of(stage) is Phase.ENTRY
    stage.key(ENTER)
    press(stage, "ask_yes")
    assert phase_of(stage) is Phase.DONE


def test_another_amount_is_asked_about_again(stage: Stage) -> None:
    STATES["amount_asked"](stage)
    stage.checkout.flow._agreed = stage.checkout.flow.amount.minor
    stage.key(ESC)
    stage.type("8")
    stage.key(ENTER)
    assert isinstance(sheet_of(stage), AskSheet)


def test_the_first_day_asks_about_more_than_nine_digits_alone(make_stage: MakeStage) -> None:
    stage = make_stage(past=False)
    stage.sign_in()
    stage.type("20004567")
    stage.key(ENTER)
    assert isinstance(sheet_of(stage), AskSheet)
    stage.key(ESC)
    stage.key(ESC)
    stage.clock.move(500)
    if sheet_of(stage) is not None:
        stage.key(ENTER)
    stage.type("4567")
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


def test_digits_that_do_not_fit_are_refused_aloud(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.sign_in()
    stage.type("12345678")
    assert "attention" not in sounds.heard
    stage.type("9")
    assert sounds.heard.count("attention") == 1
    assert "NT$12,345,678" in notice(stage)
    assert stage.checkout.flow.amount.text == "12345678"


@given(
    keys=st.lists(st.sampled_from(["00", ".", "back", "clear", *"0123456789"]), max_size=24), decimals=st.integers(0, 3)
)
def test_law_a_key_acts_or_is_refused(keys: list[str], decimals: int) -> None:
    entry = AmountEntry(decimals)
    for key in keys:
        before = entry.text
        changed = entry.press(key)
        assert changed == (entry.text != before)
        if key.strip("0") and key not in ("back", "clear"):
            assert changed != entry.refused
        if entry.refused:
            assert entry.text == before
        elif changed and key not in ("back", "clear", "."):
            assert entry.text.endswith(key.lstrip("0") or "0")


@pytest.mark.parametrize(
    ("amount", "usual", "asked"),
    [(0, 0, False), (999_999_999, 0, False), (1_000_000_000, 0, True), (99_99, 1_00, False), (100_00, 1_00, True)],
)
def test_what_is_unlikely(amount: int, usual: int, asked: bool) -> None:
    assert unlikely(amount, usual) is asked


def test_the_usual_amount_is_the_median() -> None:
    assert usual_amount([]) == 0
    assert usual_amount([100, 20_000_000, 300]) == 300
