"""The real window over the demo store, and the hands that work it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QBuffer, QEvent, QEventLoop, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.demo.checkout.stubs import RefusalStub
from kiosk.demo.store.people import PIN
from kiosk.demo.store.store import DemoStore
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent, ScanSource, Symbology
from kiosk.domain.scan.scanner_learning import Learned
from kiosk.domain.stations import StationRole
from kiosk.protocol.campaigns.signature import rules_hash
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.handheld import HandheldScanner
from kiosk.ui.shell.settings import ScannerDesk, ShellSettings
from kiosk.ui.shell.sounds import Silence, SoundPlayer
from kiosk.ui.shell.window import ShellWindow
from kiosk.ui.stations.checkout.settings import CardTools, CheckoutSettings
from kiosk.ui.stations.checkout.station import CheckoutStation
from kiosk.ui.stations.desk.settings import DeskSettings
from kiosk.ui.stations.desk.station import DeskStation
from kiosk.ui.stations.journal.station import JournalStation
from kiosk.ui.stations.selfservice.settings import SelfServiceSettings
from kiosk.ui.stations.selfservice.station import SelfServiceStation
from kiosk.ui.stations.stage.settings import ListRead, StageSettings
from kiosk.ui.stations.stage.station import StageStation
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
    """The window with a station in it over the demo store, and the hands that work it. Use as a context manager."""

    def __init__(
        self,
        theme: str = "light",
        language: str = "zh_TW",
        size: tuple[int, int] = (1366, 768),
        *,
        sounds: SoundPlayer | None = None,
        past: bool = True,
        role: StationRole = StationRole.CHECKOUT,
        slips: Path = Path("/nonexistent"),
    ) -> None:
        """`past` False: the first day of the store, when nothing has been sold yet. `role`: what the terminal is.
        `slips`: where books of paper slips are put."""
        self.theme, self.language, self.size = theme, language, size
        self.app = QApplication.instance() or QApplication([])
        self.store = DemoStore(past=past)
        self.api = RefusalStub(self.store.context)
        self.clock = self.store.clock
        self.tasks = TaskRunner()
        skin = load_theme(theme)
        self.i18n = I18n(skin, language)
        self.handheld = HandheldScanner()
        self.learned: list[Learned] = []
        self._named = 0
        self.files: dict[str, bytes] = {}
        """What was saved, by name."""
        self.may_keep = True
        """Whether the settings file can be written."""
        settings = CheckoutSettings(
            clock=self.clock, verdict_min=0, receipts=_Drawer(), cards=CardTools(_photograph, str), slips=slips
        )
        self.window = ShellWindow(
            self.api,
            self.tasks,
            skin,
            self.i18n,
            ShellSettings(
                self.clock,
                sounds=sounds if sounds is not None else Silence(),
                scanner=ScannerDesk(self.handheld, self._keep_scanner),
            ),
            {
                StationRole.CHECKOUT: partial(CheckoutStation, api=self.api, settings=settings),
                StationRole.JOURNAL: partial(JournalStation, api=self.api),
                StationRole.SELF_SERVICE: partial(
                    SelfServiceStation,
                    api=self.api,
                    settings=SelfServiceSettings(self.clock, language=language, fingerprint=rules_hash),
                ),
                StationRole.STAGE: partial(
                    StageStation,
                    api=self.api,
                    settings=StageSettings(self.clock, lambda *_: ListRead(), self._keep_file, seed=7),
                ),
                StationRole.EVENT_DESK: partial(
                    DeskStation,
                    api=self.api,
                    settings=DeskSettings(self.clock, self._fresh_id, stays_ms=0, poll_ms=0),
                ),
            },
            role,
        )
        self.window.resize(*size)

    def _fresh_id(self) -> str:
        self._named += 1
        return f"made-{self._named}"

    def _keep_file(self, name: str, data: bytes) -> Path:
        self.files[name] = data
        return Path(name)

    def _keep_scanner(self, learned: Learned) -> bool:
        if self.may_keep:
            self.learned.append(learned)
        return self.may_keep

    @property
    def checkout(self) -> CheckoutStation:
        """The checkout, if the terminal has been one."""
        station = self.window.made(StationRole.CHECKOUT)
        assert isinstance(station, CheckoutStation)
        return station

    @property
    def journal(self) -> JournalStation:
        """The readable journal, if the terminal has been one."""
        station = self.window.made(StationRole.JOURNAL)
        assert isinstance(station, JournalStation)
        return station

    @property
    def big(self) -> StageStation:
        """The stage with its big screen, if the terminal has been one."""
        station = self.window.made(StationRole.STAGE)
        assert isinstance(station, StageStation)
        return station

    @property
    def desk(self) -> DeskStation:
        """The event desk, if the terminal has been one."""
        station = self.window.made(StationRole.EVENT_DESK)
        assert isinstance(station, DeskStation)
        return station

    @property
    def selfservice(self) -> SelfServiceStation:
        """The self-service station, if the terminal has been one."""
        station = self.window.made(StationRole.SELF_SERVICE)
        assert isinstance(station, SelfServiceStation)
        return station

    def __enter__(self) -> Stage:
        self.window.show()
        self.window.activateWindow()
        self.settle()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.window.closing.let_go()
        self.window.close()
        self.settle()
        self.tasks.close()
        on_stage = self.window.made(StationRole.STAGE)
        if isinstance(on_stage, StageStation):
            on_stage.big.deleteLater()  # a window of its own
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.i18n.remove()
        self.store.close()

    def settle(self) -> None:
        """Until every task is answered and every event dealt with."""
        for _ in range(20):  # long lists are made a few rows a turn
            QApplication.processEvents()
            while self.tasks.pending:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
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
        """A code comes in: `text`, or what stands behind it when it is a short name of the store's `codes`."""
        self.window.on_scan(ScanEvent(self.store.codes[text], Symbology.QR, source, None, None, 0.0))
        self.settle()

    def sign_in(self, number: int = 1) -> None:
        """The `number`th person of the list, by keyboard."""
        self.type(str(number) + PIN)
        self.key(Qt.Key.Key_Return)
        self.window.on_sync_status(self.api.sync_status())
        self.window.devices.on_camera_status(CameraStatus.READY)
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
        self.window.devices.on_preview(image, outline)
        self.settle()


def _photograph(on_photo: Callable[[bytes], None]) -> None:
    """What the demo's camera sees, at once."""
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    camera_picture()[0].save(data, "JPG")  # type: ignore[call-overload]  # bytes, as the stub says, are refused
    on_photo(bytes(data.data().data()))


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
