"""A scanned receipt of a draw: the verdict at the checkout and at the self-service station."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptCheckCode, ReceiptVerdict
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import speaking
from kiosk.ui.stations.checkout.draw_receipt_sheet import DrawReceiptSheet
from kiosk.ui.stations.selfservice.receipt_check import ReceiptCheckScreen
from kiosk.ui.words.draws import line_words, verdict_words, what_it_is
from tests.ui.screen_law import problems
from tests.ui.selfservice.conftest import make_station, station  # noqa: F401

_C, _V = ReceiptCheckCode, ReceiptVerdict
NAME = LocalText("幸運大轉盤", "幸运大转盘", "Lucky wheel")
PRIZE = LocalText("現金紅包", "现金红包", "Red packet")


def check(verdict: ReceiptVerdict, **changes: object) -> ReceiptCheck:
    ok = {_V.GOOD: True, _V.SOUND: None, _V.FALSE: False}[verdict]
    fields = {
        "verdict": verdict,
        "checks": ((_C.SIGNATURE, True), (_C.PATH, True), (_C.PUBLISHED, ok), (_C.SPUN, ok)),
        "wheel": True,
        "draw": "lucky.7Q2M",
        "index": 12,
        "size": 200,
        "code": "cash:8800",
        "name": NAME,
        "prize": PRIZE,
        "amount": 88_00,
        "currency": "TWD",
    }
    return ReceiptCheck(**{**fields, **changes})  # type: ignore[arg-type]


class Looked:
    """What the use case says."""

    def __init__(self, stage: Stage, answer: ReceiptCheck | Refusal) -> None:
        self._api, self._answer = stage.api, answer

    def check_receipt(self, _text: str, _visit: object = None) -> ReceiptCheck | Refusal:
        return self._answer

    def __getattr__(self, name: str) -> object:
        return getattr(self._api, name)


def sheet_with(stage: Stage, answer: ReceiptCheck | Refusal) -> DrawReceiptSheet:
    api: object = Looked(stage, answer)
    sheet = DrawReceiptSheet(
        stage.window.ui,
        api,  # type: ignore[arg-type]
        stage.tasks,
        "KD1:",
        None,
        stage.checkout.page.surroundings,
    )
    stage.window.overlay.open(sheet)
    stage.settle()
    return sheet


@pytest.mark.parametrize("verdict", list(_V))
def test_the_checkout_says_in_a_word_whether_it_is_genuine(stage: Stage, verdict: ReceiptVerdict) -> None:
    stage.basket()
    sheet = sheet_with(stage, check(verdict))
    words = verdict_words(check(verdict), stage.window.ui.i18n)
    assert sheet.verdict.text() == words.title
    assert [line.text()[2:] for line in sheet.lines if line.isVisible()] == [line.text for line in words.lines]
    assert problems(stage.window) == []
    assert stage.checkout.flow.amount.text == "462"


def test_what_is_no_receipt_is_refused_in_the_sheet(stage: Stage) -> None:
    stage.basket()
    sheet = sheet_with(stage, Refusal(RefusalCode.UNKNOWN_KEY))
    assert sheet.verdict.text()
    assert not any(line.isVisible() for line in sheet.lines)
    assert problems(stage.window) == []


@pytest.mark.parametrize("verdict", list(_V))
def test_the_self_service_station_says_it_in_large_letters(station: Stage, verdict: ReceiptVerdict) -> None:  # noqa: F811
    flow = station.window.station.flow  # type: ignore[attr-defined]
    flow.api = Looked(station, check(verdict))
    flow.go(lambda: ReceiptCheckScreen(flow, "KD1:"))
    station.settle()
    assert problems(station.window) == []


def test_every_check_has_its_words_in_every_language() -> None:
    for language in LANGUAGES:
        with speaking(language):
            said = {line_words(code, ok) for code, ok in product(_C, (True, False, None))}
        assert len(said) == 3 * len(_C)


def test_a_receipt_says_what_it_is_of(stage: Stage) -> None:
    i18n = stage.window.ui.i18n
    i18n.set_language("en")
    assert what_it_is(check(_V.GOOD), i18n) == "Lucky wheel · Red packet NT$88 · place 13 of 200"
    nothing_known = check(_V.GOOD, name=None, prize=None, amount=0, code="mug")
    assert what_it_is(nothing_known, i18n) == "lucky.7Q2M · mug · place 13 of 200"
    ticket = check(_V.SOUND, wheel=False, first=12, count=3, name=None, draw="c/grand/2026-03-31")
    assert what_it_is(ticket, i18n) == "c/grand/2026-03-31 · tickets 12 to 14"
    assert what_it_is(check(_V.SOUND, wheel=False, first=12, count=1), i18n) == "Lucky wheel · ticket 12"
