"""Every page and state of the checkout, played on the real window with demo data.

The pictures of `kiosk screenshots` and the tests of layout and focus walk through the same list, so that a state that
is painted is a state that is tested.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.application.ports.faults import LedgerDamaged, LedgerFull
from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sync.outcomes import Link, SyncStatus, TerminalInfo
from kiosk.demo.checkout.store import NOW, PIN, DemoApi
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent, ScanSource, Symbology
from kiosk.domain.scan.keyboard_layouts import KeyboardLayout, LayoutMixup, MixupKind
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.sounds import Silence, SoundPlayer
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from kiosk.ui.stations.checkout.window import CheckoutWindow
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import load_theme


class _Drawer:
    """Receipts that are not kept."""

    def save_pdf(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """A name."""
        return Path(f"{sale.receipt}.pdf")

    def save_text(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """A name."""
        return Path(f"{sale.receipt}.txt")


class Stage:
    """A checkout window over the demo store, and the hands that work it. Use as a context manager."""

    def __init__(
        self,
        theme: str = "light",
        language: str = "zh_TW",
        size: tuple[int, int] = (1366, 768),
        *,
        sounds: SoundPlayer | None = None,
    ) -> None:
        self.theme, self.language, self.size = theme, language, size
        self.app = QApplication.instance() or QApplication([])
        self.api = DemoApi()
        self.clock = self.api.clock
        self.tasks = TaskRunner()
        skin = load_theme(theme)
        self.i18n = I18n(skin, language)
        settings = CheckoutSettings(
            clock=self.clock, verdict_min=0, receipts=_Drawer(), sounds=sounds if sounds is not None else Silence()
        )
        self.window = CheckoutWindow(self.api, self.tasks, skin, self.i18n, settings)
        self.checkout = self.window
        """The station in the window."""
        self.window.resize(*size)

    def __enter__(self) -> Stage:
        self.window.show()
        self.window.activateWindow()
        self.settle()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.window.close()
        self.settle()
        self.tasks.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.i18n.remove()

    def settle(self) -> None:
        """Until every task is answered and every event dealt with."""
        for _ in range(20):  # long lists are made a few rows a turn
            QApplication.processEvents()
            while self.tasks.pending:
                QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def key(self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and release a key where the focus is."""
        target = self.window.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
        self.settle()

    def type(self, text: str) -> None:
        """Type characters."""
        for sign in text:
            self.key(Qt.Key(ord(sign.upper())), sign)

    def scan(self, text: str, source: ScanSource = ScanSource.CAMERA) -> None:
        """A code comes in."""
        self.window.on_scan(ScanEvent(text, Symbology.QR, source, None, None, 0.0))
        self.settle()

    def sign_in(self, number: int = 1) -> None:
        """The `number`th person of the list, by keyboard."""
        self.type(str(number) + PIN)
        self.key(Qt.Key.Key_Return)
        self.window.on_sync_status(self.api.sync_status())
        self.window.on_camera_status(CameraStatus.READY)
        self.settle()

    def basket(self) -> None:
        """Signed in, a gold member at the till, NT$462 keyed in."""
        self.sign_in()
        self.scan("M:m1")
        self.type("462")
        self.frame()

    def frame(self) -> None:
        """A picture from the camera with a code in it."""
        image, outline = camera_picture()
        self.window.on_preview(image, outline)
        self.settle()


def camera_picture() -> tuple[QImage, Outline]:
    """A hand-held phone with a code, roughly, and the code's outline in pixels."""
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QLinearGradient(0, 0, 640, 360)
    ground.setColorAt(0, QColor(74, 82, 78))
    ground.setColorAt(1, QColor(38, 44, 42))
    painter.fillRect(image.rect(), ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(320, 180)
    painter.rotate(-6)
    painter.setBrush(QColor(20, 22, 22))
    painter.drawRoundedRect(-104, -190, 208, 420, 22, 22)
    painter.setBrush(QColor(246, 244, 239))
    painter.drawRoundedRect(-92, -176, 184, 392, 10, 10)
    side, cells = 116, 25
    painter.setBrush(QColor(24, 24, 24))
    cell = side / cells
    for y in range(cells):
        for x in range(cells):
            corner = ((x < 7 or x > 17) and y < 7) or (x < 7 and y > 17)
            ring = min(x % 18, 6 - x % 18, y % 18, 6 - y % 18) if corner else 0
            dark = ring in (0, 2, 3) if corner else (x * 7 + y * 13 + x * y) % 5 < 2
            if dark:
                painter.drawRect(round(-side / 2 + x * cell), round(-side / 2 + y * cell), 5, 5)
    corners = [(-side / 2, -side / 2), (side / 2, -side / 2), (side / 2, side / 2), (-side / 2, side / 2)]
    mapped = [painter.transform().map(QPointF(x, y)) for x, y in corners]
    painter.end()
    one, two, three, four = ((point.x(), point.y()) for point in mapped)
    return image, (one, two, three, four)


# --- states ----------------------------------------------------------------------------------------------------------


def _sign_in(stage: Stage) -> None:
    stage.window.on_sync_status(stage.api.sync_status())


def _sign_in_pin(stage: Stage) -> None:
    stage.type("183")


def _sign_in_wrong(stage: Stage) -> None:
    stage.type("19999")
    stage.key(Qt.Key.Key_Return)


def _sign_in_wait(stage: Stage) -> None:
    stage.type("1")
    for _ in range(3):
        stage.type("9999")
        stage.key(Qt.Key.Key_Return)


def _sign_in_nobody(stage: Stage) -> None:
    stage.window.sign_in.entry.show_people(())


def _locked(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F10)


def _empty(stage: Stage) -> None:
    stage.sign_in()


def _first_day(stage: Stage) -> None:
    stage.api.sales.clear()
    stage.sign_in()
    stage.window.on_camera_status(CameraStatus.STARTING)


def _member(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")


def _member_plain(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m4")
    stage.type("1200")


def _stranger(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m9")
    stage.type("320")


def _main(stage: Stage) -> None:
    stage.basket()


def _offline(stage: Stage) -> None:
    stage.api.offline = True
    stage.basket()


def _chosen(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_3, "3", Qt.KeyboardModifier.AltModifier)


def _focus(stage: Stage) -> None:
    stage.basket()
    for _ in range(8):
        stage.key(Qt.Key.Key_Tab)


def _gift(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m2")
    stage.type("88")
    stage.key(Qt.Key.Key_Return)


def _done(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Return)


def _done_offline(stage: Stage) -> None:
    stage.api.offline = True
    stage.basket()
    stage.key(Qt.Key.Key_Return)


def _status(stage: Stage, link: Link, **more: object) -> None:
    stage.basket()
    status = SyncStatus(link, NOW - timedelta(minutes=12), 3, NOW - timedelta(minutes=12))
    stage.window.on_sync_status(replace(status, **more))  # type: ignore[arg-type]  # fields of SyncStatus by name


def _forked(stage: Stage) -> None:
    _status(stage, Link.FORKED)


def _revoked(stage: Stage) -> None:
    _status(stage, Link.REVOKED)


def _clock(stage: Stage) -> None:
    _status(stage, Link.ONLINE, queue=0, clock_off_ms=-47 * 60_000)


def _camera_lost(stage: Stage) -> None:
    stage.basket()
    stage.window.on_camera_status(CameraStatus.LOST)


def _mixup(stage: Stage) -> None:
    stage.sign_in()
    stage.window.on_layout_mixup(
        LayoutMixup(MixupKind.OTHER_LAYOUT, "KC1M", computer=KeyboardLayout.FR, scanner=KeyboardLayout.US)
    )
    stage.window.on_camera_status(CameraStatus.NONE)


def _find_empty(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)


def _find(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)
    stage.type("09")
    stage.key(Qt.Key.Key_Return)


def _find_none(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)
    stage.type("7777")
    stage.key(Qt.Key.Key_Return)


def _categories(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F4)
    stage.type("900")


def _categories_used(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F4)
    stage.type("120")
    stage.key(Qt.Key.Key_Return)


def _recent(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)


def _recent_voided(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)
    for _ in range(3):
        stage.key(Qt.Key.Key_Down)


def _void(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    stage.type("3")


def _void_other(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    stage.type("6")


def _voided(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    stage.type("2")
    stage.key(Qt.Key.Key_Return)


def _returned(stage: Stage) -> None:
    """Part of the third sale came back a moment ago, and more of it shall."""
    stage.sign_in()
    for amount in ("150", "80"):
        stage.key(Qt.Key.Key_F6)
        for _ in range(2):
            stage.key(Qt.Key.Key_Down)
        stage.key(Qt.Key.Key_F8)
        stage.key(Qt.Key.Key_F4)
        stage.type(amount)
        if amount == "150":
            stage.key(Qt.Key.Key_Return)


def _recent_returned(stage: Stage) -> None:
    _returned(stage)
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_F6)
    for _ in range(2):
        stage.key(Qt.Key.Key_Down)


def _approval(stage: Stage) -> None:
    stage.api.needs_manager = True
    stage.basket()
    stage.key(Qt.Key.Key_Return)


def _switch(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F9)
    stage.type("2")


def _fault(stage: Stage) -> None:
    stage.basket()
    stage.window.messages.fault(LedgerFull("no space left"))


def _start_fault(stage: Stage) -> None:
    stage.window.messages.fault(LedgerDamaged("chain broken at 4711"))


# --- campaigns -------------------------------------------------------------------------------------------------------


def _platinum(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m3")
    stage.type("880")
    stage.frame()


def _wake_up(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m6")
    stage.type("230")


def _points(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F7)


def _proof(stage: Stage) -> None:
    _platinum(stage)
    stage.key(Qt.Key.Key_F7)
    stage.type("12")


def _done_rewards(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.type("1280")
    stage.key(Qt.Key.Key_F7)
    stage.key(Qt.Key.Key_Return)


def _explain(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F1)


def _explain_open(stage: Stage) -> None:
    _platinum(stage)
    stage.key(Qt.Key.Key_F1)
    stage.key(Qt.Key.Key_End)
    for _ in range(3):
        stage.key(Qt.Key.Key_Up)
    stage.key(Qt.Key.Key_Return)


def _explain_sale(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)
    for _ in range(3):
        stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_F1)
    stage.key(Qt.Key.Key_End)
    stage.key(Qt.Key.Key_Return)


def _actions(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F5)


def _actions_mall(stage: Stage) -> None:
    _actions(stage)
    stage.type("3")


def _actions_survey(stage: Stage) -> None:
    _actions(stage)
    stage.type("7")
    stage.type("4")


def _actions_refused(stage: Stage) -> None:
    _actions(stage)
    stage.type("5")


def _actions_won(stage: Stage) -> None:
    _actions_mall(stage)
    stage.key(Qt.Key.Key_Return)


def _actions_proof(stage: Stage) -> None:
    _platinum(stage)
    stage.key(Qt.Key.Key_F5)
    stage.type("6")


def _voided_rewards(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_F8)
    stage.type("1")
    stage.key(Qt.Key.Key_Return)


def _refused(code: RefusalCode) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.basket()
        stage.scan(f"R:{code.value}")

    return play


STATES: dict[str, Callable[[Stage], None]] = {
    "sign_in": _sign_in,
    "sign_in_pin": _sign_in_pin,
    "sign_in_wrong": _sign_in_wrong,
    "sign_in_wait": _sign_in_wait,
    "sign_in_nobody": _sign_in_nobody,
    "locked": _locked,
    "empty": _empty,
    "first_day": _first_day,
    "member": _member,
    "member_plain": _member_plain,
    "stranger": _stranger,
    "main": _main,
    "offline": _offline,
    "chosen": _chosen,
    "focus": _focus,
    "gift": _gift,
    "done": _done,
    "done_offline": _done_offline,
    "forked": _forked,
    "revoked": _revoked,
    "clock": _clock,
    "camera_lost": _camera_lost,
    "layout_mixup": _mixup,
    "find_empty": _find_empty,
    "find": _find,
    "find_none": _find_none,
    "categories": _categories,
    "categories_used": _categories_used,
    "recent": _recent,
    "recent_voided": _recent_voided,
    "void": _void,
    "void_other": _void_other,
    "voided": _voided,
    "returned": _returned,
    "recent_returned": _recent_returned,
    "approval": _approval,
    "switch": _switch,
    "platinum": _platinum,
    "wake_up": _wake_up,
    "points": _points,
    "proof": _proof,
    "done_rewards": _done_rewards,
    "explain": _explain,
    "explain_open": _explain_open,
    "explain_sale": _explain_sale,
    "actions": _actions,
    "actions_mall": _actions_mall,
    "actions_survey": _actions_survey,
    "actions_refused": _actions_refused,
    "actions_won": _actions_won,
    "actions_proof": _actions_proof,
    "voided_rewards": _voided_rewards,
    "fault": _fault,
    "start_fault": _start_fault,
    **{
        f"refused_{code.value}": _refused(code)
        for code in (
            RefusalCode.ALREADY_USED_HERE,
            RefusalCode.UNREADABLE,
            RefusalCode.MEMBER_NEEDED,
            RefusalCode.FORGED,
            RefusalCode.ABOVE_OFFLINE_LIMIT,
            RefusalCode.PRICE_CHANGED,
            RefusalCode.CONDITION_NOT_MET,
        )
    },
}
"""Name → how to get there from a freshly opened window."""
