"""The whole window on the demo store: HQ, camera, clock, faults, skins, and what it tells the outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.application.ports.faults import LedgerDamaged, LedgerFull
from kiosk.application.sales.outcomes import Redemption, SaleView
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.clock import NOW
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.facts import STAFF_SIGNED_OUT
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.signin.sheets import SwitchClerkSheet
from kiosk.ui.stations.checkout.machine import Phase
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import (
    ENTER,
    ESC,
    facts,
    notice,
    phase_of,
    press,
    sales,
    sheet_of,
)
from tests.ui.samples import TERMINAL

# --- HQ, camera, clock, faults ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "queue", "words", "kind"),
    [
        (Link.ONLINE, 0, "已連線", "jade"),
        (Link.ONLINE, 3, "已連線 · 待上傳 3", "jade"),
        (Link.OFFLINE, 17, "離線 10:42 起 · 待上傳 17", "warn"),
        (Link.CONNECTING, 0, "正在連線總部…", "info"),
        (Link.REVOKED, 0, "終端已被總部停用", "red"),
        (Link.FORKED, 2, "流水已還原，總部核對中 · 待上傳 2", "red"),
    ],
)
def test_the_badge_says_how_hq_is_reached(stage: Stage, link: Link, queue: int, words: str, kind: str) -> None:
    stage.sign_in()
    stage.window.on_sync_status(SyncStatus(link, NOW - timedelta(hours=3, minutes=44), queue, None))
    assert stage.window.header.badge.text() == f"●  {words}"
    assert stage.window.header.badge.property("pill") == kind
    assert stage.window.banner.isVisible() == (link in (Link.REVOKED, Link.FORKED))


@pytest.mark.parametrize(
    ("off", "shown"), [(0, ""), (119_000, ""), (-47 * 60_000, "快了 47 分鐘"), (300_000, "慢了 5 分鐘")]
)
def test_a_wrong_clock_is_said(stage: Stage, off: int, shown: str) -> None:
    stage.window.on_sync_status(SyncStatus(Link.ONLINE, NOW, 0, NOW, clock_off_ms=off))
    assert shown in stage.window.banner.text.text()
    assert stage.window.banner.isVisible() == bool(shown)


def test_the_camera_comes_and_goes(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.basket()
    camera = stage.checkout.page.side.camera
    corner = camera.grab().toImage().pixelColor(camera.width() // 2, camera.height() // 2)
    assert camera.status is CameraStatus.READY
    stage.window.devices.on_camera_status(CameraStatus.LOST)
    stage.window.devices.on_camera_status(CameraStatus.LOST)
    assert sounds.heard.count("attention") == 1
    assert "沒有畫面" in notice(stage)
    assert camera.grab().toImage().pixelColor(camera.width() // 2, camera.height() // 2) != corner
    stage.frame()
    assert camera.status is CameraStatus.READY
    outline = QColor(stage.window.ui.theme.colours["outline"])
    image = camera.grab().toImage()
    assert any(
        image.pixelColor(x, y) == outline for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def test_what_would_help_a_code_that_is_seen_is_said_to_the_clerk(make_stage: MakeStage) -> None:
    stage = make_stage()
    stage.basket()
    camera = stage.checkout.page.side.camera
    stage.frame()
    ready = camera.words
    told = []
    for hint in ScanHint:
        stage.window.devices.on_hint(hint)
        told.append(camera.words)
        assert camera.accessibleName() == camera.words
    assert len({ready, *told}) == 1 + len(ScanHint)
    assert "燈" in told[list(ScanHint).index(ScanHint.TILT)]
    stage.window.devices.on_hint(None)
    assert camera.words == ready
    stage.window.devices.on_hint(ScanHint.CLOSER)
    stage.window.devices.on_camera_status(CameraStatus.LOST)
    stage.frame()
    assert camera.words == ready, "what was said of a camera that went is not said of it later"


def test_no_picture_is_shown_behind_the_sign_in(stage: Stage) -> None:
    stage.frame()
    assert stage.checkout.page.side.camera._image is None


def test_a_fault_is_a_page_and_the_sale_stays(stage: Stage) -> None:
    stage.basket()
    stage.window.messages.fault(LedgerFull("no space left"))
    sheet = sheet_of(stage)
    assert isinstance(sheet, FaultSheet)
    assert sheet.content.title.text() == "這台終端的磁碟滿了"
    press(stage, "fault_copy")
    assert QGuiApplication.clipboard().text() == "disk_full · LedgerFull"
    stage.key(ENTER)
    assert sheet_of(stage) is None
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


def test_a_fault_of_any_task_reaches_the_page(stage: Stage) -> None:
    def broken() -> None:
        raise LedgerDamaged("chain broken")

    stage.window._tasks.run(broken)
    stage.settle()
    assert isinstance(sheet_of(stage), FaultSheet)


def test_keys_do_not_reach_the_page_below_a_sheet(stage: Stage) -> None:
    stage.basket()
    before = len(sales(stage))
    stage.key(Qt.Key.Key_F9)
    stage.key(ENTER)
    stage.key(Qt.Key.Key_F8)
    assert isinstance(sheet_of(stage), SwitchClerkSheet)
    assert len(sales(stage)) == before
    QTest.mouseClick(stage.window.overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert QApplication.focusWidget() is stage.checkout.page


def test_the_skin_changes_on_the_spot(stage: Stage) -> None:
    stage.basket()
    light = stage.window.grab().toImage().pixelColor(700, 90)
    press(stage, "theme")
    dark = stage.window.grab().toImage().pixelColor(700, 90)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_the_till_pushes_the_amount(stage: Stage) -> None:
    stage.sign_in()
    visit = replace(stage.api.new_visit(), amount=46_200, till="1")
    stage.checkout.flow.basket_arrived(visit)
    stage.settle()
    assert stage.checkout.page.quote.amount.text() == "NT$462"


def test_news_from_hq_are_shown(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.api, "terminal", lambda: replace(TERMINAL, day=10))
    stage.window.on_reference_changed()
    stage.settle()
    assert "第 10 天" in stage.window.header.campaign.text()


def test_painted_is_said_once(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = Stage()
    seen: list[bool] = []
    stage.window.painted.connect(lambda: seen.append(True))
    with stage:
        stage.window.update()
        stage.settle()
    assert seen == [True]


def test_closing_signs_out(stage: Stage) -> None:
    stage.sign_in()
    stage.window.close()
    stage.settle()
    assert (facts(stage)[-1].kind, facts(stage)[-1].actor) == (STAFF_SIGNED_OUT, "1001")


def test_redeemed_is_said_to_the_outside(stage: Stage) -> None:
    said: list[Redemption] = []
    stage.checkout.redeemed.connect(said.append)
    STATES["done"](stage)
    assert [type(one.sale) for one in said] == [SaleView]
