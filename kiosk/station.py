"""The composition root of the screen: a terminal, its scanners and its window, wired together.

Every thread but the GUI's comes in through `Bridge`, whose signals reach bound methods of the window in the GUI thread.
"""

from __future__ import annotations

import locale
import logging
import os
import secrets
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.application.sync.enrolment import EnrolPort
from kiosk.application.sync.outcomes import Link, SyncStatus, TerminalInfo
from kiosk.application.terminal.stations import station_of
from kiosk.config import Settings, settings_file
from kiosk.domain.ids import ordered_id
from kiosk.domain.lockdown.hours import read_hours
from kiosk.domain.scan.events import CameraStatus, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.scan.keyboard_layouts import LayoutMixup
from kiosk.domain.scan.one_scan import OneScan
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LocalText
from kiosk.scanner_settings import keep, keystrokes, overruled
from kiosk.station_devices import (
    LazyDevices,
    LazyReceipts,
    camera_source,
    pole_display,
    serial_line,
    sound_player,
    speech,
)
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.lockdown.wipe import wipe_surroundings, wipe_widgets
from kiosk.ui.shell.fault_page import FaultWindow
from kiosk.ui.shell.garbage import GarbageCollector
from kiosk.ui.shell.handheld import HandheldScanner
from kiosk.ui.shell.messages import Level, report_of
from kiosk.ui.shell.settings import ScannerDesk, ShellSettings
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.shell.station import Station as ShellStation
from kiosk.ui.shell.window import ShellWindow
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import load_theme
from kiosk.ui.words.mixups import unreadable_words, unsure_words
from kiosk.watchdog.forgetting import write_over_what_is_freed

if TYPE_CHECKING:
    from kiosk.adapters.customer.pole_display import PoleDisplay
    from kiosk.adapters.scan.frames import FrameSource
    from kiosk.adapters.scan.scanner_thread import Preview, ScannerThread
    from kiosk.adapters.scan.serial_scanner import SerialScanner
    from kiosk.application.ports.lan import LanStatus
    from kiosk.application.sales.outcomes import Redemption, Visit
    from kiosk.application.selfservice.outcomes import Poster
    from kiosk.bootstrap import Terminal
    from kiosk.domain.scan.scanner_learning import Learned
    from kiosk.ui.customer.screen import CustomerScreen
    from kiosk.ui.customer.second_screen import SecondScreen
    from kiosk.ui.customer.views import CustomerView
    from kiosk.ui.lockdown.lock_down import LockDown
    from kiosk.ui.shell.enrolment import EnrolmentWindow
    from kiosk.ui.stations.checkout.station import CheckoutStation
    from kiosk.ui.stations.desk.station import DeskStation
    from kiosk.ui.stations.stage.station import StageStation

log = logging.getLogger(__name__)

SWITCH_S = 0.0005
"""How long another thread may go on in Python while the GUI's waits for its turn, which it does after every call into
Qt: with Python's usual 5 ms, a busy sync would make repaints several times as long."""


class Bridge(QObject):
    """Lives in the GUI thread; its emit_… methods may be called from any thread.

    Signals:
        scanned(ScanEvent), camera_status(CameraStatus), preview(QImage, outline or None), sync_status(SyncStatus),
        reference_changed(), printing_changed(): as the window's slots take them.
        till_basket(Visit), till_sale(Redemption), till_aside(str): what the till does, for the checkout's flow.
        lan_changed(): other desks are here or away, or something came in from them.
    """

    scanned = Signal(object)
    camera_status = Signal(object)
    serial_status = Signal(object)
    preview = Signal(QImage, object)
    hinted = Signal(object)
    sync_status = Signal(object)
    reference_changed = Signal()
    printing_changed = Signal()
    till_basket = Signal(object)
    till_sale = Signal(object)
    till_aside = Signal(str)
    lan_changed = Signal()

    def basket_arrived(self, visit: Visit) -> None:
        self.till_basket.emit(visit)

    def sale_made(self, redemption: Redemption) -> None:
        self.till_sale.emit(redemption)

    def put_aside(self, till: str) -> None:
        self.till_aside.emit(till)

    def emit_scan(self, event: ScanEvent) -> None:
        self.scanned.emit(event)

    def emit_camera_status(self, status: CameraStatus) -> None:
        self.camera_status.emit(status)

    def emit_serial_status(self, status: CameraStatus) -> None:
        self.serial_status.emit(status)

    def emit_preview(self, preview: Preview) -> None:
        image = QImage(preview.gray, preview.width, preview.height, preview.width, QImage.Format.Format_Grayscale8)
        # the bytes belong to the camera's thread
        self.preview.emit(image.copy(), preview.outlines[0] if preview.outlines else None)

    def emit_hint(self, hint: ScanHint | None) -> None:
        self.hinted.emit(hint)

    def emit_lan_status(self, _status: LanStatus) -> None:
        self.lan_changed.emit()

    def emit_sync_status(self, status: SyncStatus) -> None:
        self.sync_status.emit(status)


class Station(QObject):
    """A terminal on the screen. `start` after the window was painted; `close` at the end."""

    def __init__(
        self,
        terminal: Terminal,
        ui_language: str,
        *,
        source: FrameSource | None = None,
        settings_at: Path | None = None,
    ) -> None:
        """`source` stands in for the camera of the settings (a demo's pictures, a test's frames). `settings_at`: the
        file that `--config` named."""
        super().__init__()
        settings = terminal.settings
        self.terminal = terminal
        self._garbage = GarbageCollector()
        self._garbage.start()
        self.bridge = Bridge()
        self.tasks = TaskRunner()
        theme = load_theme(settings.theme)
        self.i18n = I18n(theme, ui_language)
        self._source = source
        self._screens_started = False
        self._customer: CustomerScreen | None = None
        self._customer_signed: Callable[[list[list[tuple[int, int]]]], None] | None = None
        self._second: SecondScreen | None = None
        self._stage: SecondScreen | None = None
        self._new_room: StageStation | None = None
        self._desk: DeskStation | None = None
        self._camera: ScannerThread | None = None
        self._serial: SerialScanner | None = None
        self._seen: tuple[int, Link] = (terminal.reference.generation, Link.CONNECTING)
        self._one_scan = OneScan()
        self._pole: PoleDisplay | None = None
        self._store = LocalText("", "", "")
        self._customer_sees: CustomerView = None
        configured = StationRole(settings.station)
        self.handheld = HandheldScanner(keystrokes(settings))
        if settings.scanner_learned and (ignored := overruled(os.environ)):
            log.warning("%s: not heeded, since this terminal has learned its scanner (scanner_learned)", ignored)
        scanner = ScannerDesk(self.handheld, partial(_keep_scanner, settings_file(settings_at, os.environ)))
        self.window = ShellWindow(
            terminal.shell,
            self.tasks,
            theme,
            self.i18n,
            ShellSettings(
                clock=terminal.clock, idle_lock_s=settings.idle_lock_s, sounds=sound_player(settings), scanner=scanner
            ),
            {
                StationRole.CHECKOUT: self._new_checkout,
                StationRole.JOURNAL: self._new_journal,
                StationRole.SELF_SERVICE: self._new_selfservice,
                StationRole.STAGE: self._new_stage,
                StationRole.EVENT_DESK: self._new_desk,
            },
            terminal.ledger.run(lambda tx: station_of(tx, configured)),
        )
        self.speech = speech(settings)
        self.window.ui.prompter.use(self.speech)
        self._lock_down: LockDown | None = None
        self._wire()
        self.handheld.install(application())

    def _wire(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self.bridge.scanned.connect(self._on_scanned, queued)
        self.bridge.serial_status.connect(self.window.devices.on_serial_status, queued)
        self.bridge.camera_status.connect(self.window.devices.on_camera_status, queued)
        self.bridge.preview.connect(self.window.devices.on_preview, queued)
        self.bridge.hinted.connect(self.window.devices.on_hint, queued)
        self.bridge.sync_status.connect(self.window.on_sync_status, queued)
        self.bridge.sync_status.connect(self._look_at_reference, queued)
        self.window.signed_in.connect(self._tell_manager)
        self.handheld.scanned.connect(self._on_handheld)
        self.handheld.mixed_up.connect(self._on_mixed_up)
        self.handheld.unsure.connect(self._on_unsure_keys)
        self.handheld.unreadable.connect(self._on_unreadable_keys)
        self.terminal.on_status(self.bridge.emit_sync_status)
        self.bridge.printing_changed.connect(self.window.printing.look_soon, queued)
        self.terminal.spooler.on_change(self.bridge.printing_changed.emit)
        self.bridge.till_basket.connect(self._on_till_basket, queued)
        self.bridge.till_sale.connect(self._on_till_sale, queued)
        self.bridge.till_aside.connect(self._on_till_aside, queued)
        self.bridge.lan_changed.connect(self._on_lan, queued)
        self.terminal.lan.on_change(self.bridge.emit_lan_status)
        self.terminal.lan.on_news(self.bridge.lan_changed.emit)
        self.window.terminal_known.connect(self._on_terminal)
        self.window.station_changed.connect(self._lock_down_if_customers)
        self.window.station_changed.connect(self._share_second_screen)
        self.window.station_changed.connect(self._look_at_lan)

    @Slot()
    def _look_at_lan(self) -> None:
        """A desk speaks to others, a till does not."""
        self.terminal.lan.start()

    @Slot()
    def _on_lan(self) -> None:
        if self._desk is not None:
            status = self.terminal.lan.status()
            self._desk.show_desks(status.together if status.on else 0)

    def show(self, *, full_screen: bool = False) -> None:
        """On the screen. A station for customers fills its own, and nothing leads out of it."""
        if self._lock_down_if_customers():
            return
        if full_screen:
            self.window.showFullScreen()
        else:
            self.window.show()

    @Slot()
    def _lock_down_if_customers(self) -> bool:
        if self.window.role.attended or not self.terminal.settings.lock_down:
            return False
        if self._lock_down is None:
            from kiosk.adapters.lockdown.windows_keys import SystemKeys
            from kiosk.ui.lockdown.lock_down import LockDown, LockDownSettings  # most terminals are never for customers

            settings = self.terminal.settings
            hours = read_hours(settings.opening_hours)
            self._lock_down = LockDown(
                self.window, LockDownSettings(self.terminal.clock, settings.screen, hours, SystemKeys())
            )
            write_over_what_is_freed()
        self._lock_down.look()
        return True

    @Slot()
    def _forget_customer(self) -> None:
        """Their session is over: what reads codes has nothing of them, nor fields and clipboards."""
        if self._camera is not None:
            self._camera.wipe()
        self._one_scan.forget()
        wipe_widgets(self.window)
        wipe_surroundings()

    def _new_checkout(self, shell: Shell) -> CheckoutStation:
        from kiosk.adapters.db.name_search import simplified
        from kiosk.ui.stations.checkout.settings import CardTools, CheckoutSettings
        from kiosk.ui.stations.checkout.station import CheckoutStation  # after the sign-in has been painted

        settings = CheckoutSettings(
            clock=self.terminal.clock,
            receipts=LazyReceipts(self.terminal.settings),
            cards=CardTools(self._photograph if self._has_camera() else None, simplified),
            slips=self.terminal.settings.receipts_dir,
            rescan=self._forget_scans,
        )
        checkout = CheckoutStation(shell, self.terminal.service, settings)
        checkout.customer_sees.connect(self._show_customer)
        self._customer_signed = checkout.prizes.customer_signed
        return checkout

    def _new_journal(self, shell: Shell) -> ShellStation:
        from kiosk.ui.documents.document_files import DocumentFiles
        from kiosk.ui.stations.journal.station import JournalStation  # most terminals never are one

        return JournalStation(shell, self.terminal.service, DocumentFiles(self.terminal.settings.receipts_dir))

    def _new_selfservice(self, shell: Shell) -> ShellStation:
        from kiosk.protocol.campaigns.signature import rules_hash
        from kiosk.ui.stations.selfservice.settings import SelfServiceSettings
        from kiosk.ui.stations.selfservice.station import SelfServiceStation  # most terminals never are one

        settings = SelfServiceSettings(self.terminal.clock, fingerprint=rules_hash, pictures=self._store_pictures)
        station = SelfServiceStation(shell, self.terminal.service, settings)
        station.flow.ended.connect(self._forget_customer)
        return station

    def _new_stage(self, shell: Shell) -> ShellStation:
        from kiosk.stage_files import read_people, read_signs, save_published
        from kiosk.ui.documents.document_files import DocumentFiles
        from kiosk.ui.stations.stage.event_scenes import ArrivalsBackdrop, ProgrammeBackdrop, SponsorsBackdrop
        from kiosk.ui.stations.stage.photo_scene import PhotoBackdrop
        from kiosk.ui.stations.stage.settings import StageSettings
        from kiosk.ui.stations.stage.station import StageStation  # most terminals never are one
        from kiosk.ui.stations.stage.wheel_wins import WheelWinsBackdrop

        folder = self.terminal.settings.receipts_dir
        settings = StageSettings(
            self.terminal.clock, read_people, partial(save_published, folder), DocumentFiles(folder)
        )
        service, signs = self.terminal.service, self.terminal.settings.data_dir / "stage" / "sponsors"
        backdrops = (
            ArrivalsBackdrop(shell, service),
            ProgrammeBackdrop(shell, service),
            PhotoBackdrop(shell, service),
            SponsorsBackdrop(shell, service, partial(read_signs, signs)),
            WheelWinsBackdrop(shell, service),
        )
        station = StageStation(shell, self.terminal.service, settings, backdrops)
        self._new_room = station
        return station

    def _show_customer_screen(self) -> None:
        from kiosk.ui.customer.screen import CustomerScreen

        self._customer = CustomerScreen(self.window.ui)
        if self.window.terminal is not None:
            self._customer.show_terminal(self.window.terminal)
        self._customer.show_view(self._customer_sees)
        self._customer.signed.connect(self._on_customer_signed)
        self._customer.turns.wanted.connect(self._look_at_posters)
        self._look_at_posters()
        self.tasks.ask_hq(self._store_pictures, self._on_store_pictures)  # so that no sale waits for a large one
        self._second = self._second_screen(self._customer)

    def _store_pictures(self) -> list[tuple[str, QImage]]:
        """The store's own, for the screens that customers see."""
        from kiosk.stage_files import read_shown

        folder = self.terminal.settings.data_dir / "selfservice" / "pictures"
        return read_shown(folder)

    @Slot()
    def _look_at_posters(self) -> None:
        if self._customer is not None:
            self.tasks.run(self.terminal.service.posters, self._on_posters)

    def _on_posters(self, posters: tuple[Poster, ...]) -> None:
        if self._customer is not None:
            self._customer.turns.show(posters=posters)

    def _on_store_pictures(self, pictures: list[tuple[str, QImage]]) -> None:
        if self._customer is not None:
            self._customer.turns.show(pictures=pictures)

    def _new_desk(self, shell: Shell) -> ShellStation:
        from kiosk.ui.stations.desk.settings import DeskSettings
        from kiosk.ui.stations.desk.station import DeskStation  # most terminals never are one

        self._desk = DeskStation(shell, self.terminal.service, DeskSettings(self.terminal.clock, self._fresh_id))
        return self._desk

    def _fresh_id(self) -> str:
        return ordered_id(self.terminal.clock.now_ms(), secrets.token_bytes(10))

    def _second_screen(self, screen: QWidget) -> SecondScreen:
        from kiosk.ui.customer.second_screen import AUTO, SecondScreen

        return SecondScreen(screen, self.window, self.terminal.settings.customer_screen or AUTO)

    @Slot()
    def _share_second_screen(self) -> None:
        """The room's screen while the terminal is a stage, else the customer's."""
        if not self._screens_started:
            return
        room, self._new_room = self._new_room, None
        if room is not None:  # it was made while the window itself was
            self._stage = self._second_screen(room.big)
            room.on_second(self._stage)
        on_stage = self.window.role is StationRole.STAGE
        one, other = (self._stage, self._second) if on_stage else (self._second, self._stage)
        if other is not None:
            other.use(False)
        if one is not None:
            one.use(True)

    @property
    def checkout(self) -> CheckoutStation:
        """The checkout, where the terminal is one. Raises LookupError elsewhere."""
        from kiosk.ui.stations.checkout.station import CheckoutStation

        station = self.window.made(StationRole.CHECKOUT)
        if not isinstance(station, CheckoutStation):
            raise LookupError("this terminal has not been a checkout since it was started")
        return station

    def _shown_checkout(self) -> CheckoutStation | None:
        """What the till does is shown by a checkout only."""
        return self.checkout if self.window.role is StationRole.CHECKOUT else None

    @Slot(object)
    def _on_till_basket(self, visit: Visit) -> None:
        if (checkout := self._shown_checkout()) is not None:
            checkout.flow.basket_arrived(visit)

    @Slot(object)
    def _on_till_sale(self, redemption: Redemption) -> None:
        if (checkout := self._shown_checkout()) is not None:
            checkout.flow.sale_made(redemption)

    @Slot(str)
    def _on_till_aside(self, till: str) -> None:
        if (checkout := self._shown_checkout()) is not None:
            checkout.flow.put_aside(till)

    @Slot(object)
    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self._store = terminal.store_name
        if self._customer is not None:
            self._customer.show_terminal(terminal)
            self._look_at_posters()
        self._show_customer(self._customer_sees)

    @Slot(object)
    def _on_customer_signed(self, strokes: list[list[tuple[int, int]]]) -> None:
        if self._customer_signed is not None:
            self._customer_signed(strokes)

    @Slot(object)
    def _show_customer(self, view: CustomerView) -> None:
        self._customer_sees = view
        if self._customer is not None:
            self._customer.show_view(view)
        if self._pole is not None:
            from kiosk.ui.customer.pole_words import pole_lines  # few have one

            language = _POLE_LANGUAGES[self.terminal.settings.pole_code_page]
            self._pole.show(*pole_lines(view, self._store.get(language), language))

    @Slot(object)
    def _on_scanned(self, event: ScanEvent) -> None:
        """From any source. What two of them read of one code is one scan."""
        if self._one_scan.is_new(event, self.terminal.clock.mono_ms() / 1000):
            self.window.on_scan(event)

    @Slot(object)
    def _on_handheld(self, event: ScanEvent) -> None:
        if self._camera is not None:
            self._camera.also_scanned(event)
        self._on_scanned(event)

    @Slot(object)
    def _on_mixed_up(self, mixup: LayoutMixup) -> None:
        self.window.devices.on_layout_mixup(mixup)

    @Slot()
    def _on_unsure_keys(self) -> None:
        self._warn(unsure_words)

    @Slot()
    def _on_unreadable_keys(self) -> None:
        self._warn(unreadable_words)

    def _warn(self, words: Callable[[], str]) -> None:
        self.window.speaker.play(Sound.ATTENTION)
        self.window.messages.notice(words, Level.ATTENTION)

    @Slot(object)
    def _look_at_reference(self, status: SyncStatus) -> None:
        # whether HQ can be asked decides about coupons as its rows do
        seen = (self.terminal.reference.generation, status.link)
        if seen != self._seen:
            self._seen = seen
            self.window.on_reference_changed()
        if self.terminal.reference.unread:
            self.window.devices.advise_update()

    @Slot(object)
    def _tell_manager(self, staff: Staff) -> None:
        if self.terminal.reference.unread and staff.may(Permission.SWITCH_STATION):
            self.window.devices.advise_update(manager=True)

    def start(self) -> None:
        """Begin to scan and to sync."""
        from kiosk.adapters.scan.scanner_thread import ScannerThread
        from kiosk.adapters.scan.serial_scanner import SerialScanner

        sys.setswitchinterval(SWITCH_S)
        settings = self.terminal.settings
        source = self._source or camera_source(settings)
        if source is None:
            self.bridge.emit_camera_status(CameraStatus.NONE)
        else:
            self._camera = ScannerThread(
                source,
                on_scan=self.bridge.emit_scan,
                on_status=self.bridge.emit_camera_status,
                on_preview=self.bridge.emit_preview,
                on_hint=self.bridge.emit_hint,
            )
            self._camera.start()
        if settings.serial_port:
            self._serial = SerialScanner(
                serial_line(settings), on_scan=self._from_serial, on_status=self.bridge.emit_serial_status
            )
            self._serial.start()
        if settings.customer_screen:
            self._show_customer_screen()
        self._screens_started = True
        self._share_second_screen()
        if settings.pole_port:
            self._pole = pole_display(settings)
            self._pole.start()
            self._show_customer(self._customer_sees)
        self.terminal.till.staffed_by(lambda: self.window.actor)
        self.terminal.till.watched_by(self.bridge)
        self.terminal.start()
        self.terminal.print_with(LazyDevices(self.terminal.pages))

    def _from_serial(self, event: ScanEvent) -> None:
        """On the serial scanner's thread: the camera need not report what was read here."""
        if self._camera is not None:
            self._camera.also_scanned(event)
        self.bridge.emit_scan(event)

    def _has_camera(self) -> bool:
        return self._source is not None or bool(self.terminal.settings.camera)

    def _photograph(self, on_photo: Callable[[bytes], None]) -> None:
        if self._camera is not None:
            self._camera.photograph(on_photo)

    def _forget_scans(self) -> None:
        if self._camera is not None:
            self._camera.forget()

    def close(self) -> None:
        """Close the window, end the threads, close the files."""
        self.window.closing.let_go()
        self.window.close()
        self.handheld.remove(application())
        for device in (self._camera, self._serial, self._pole):
            if device is not None:
                device.stop()
        if self.speech is not None:
            self.speech.close()
        for second in (self._second, self._stage):
            if second is not None:
                second.close()
        self.tasks.close()
        self.terminal.close()
        self.i18n.remove()
        # now, and not whenever Python collects it: a window taken apart piece by piece still gets events
        self.window.deleteLater()
        application().sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self._garbage.stop()


_POLE_LANGUAGES = {"ascii": "en", "gb18030": "zh_CN", "big5": "zh_TW"}


def _keep_scanner(file: Path, learned: Learned) -> bool:
    try:
        keep(file, learned)
    except OSError as error:
        log.warning("%s cannot be written: %s", file, error.strerror)
        return False
    return True


def language_of(settings: Settings) -> str:
    """The language to begin with: the setting, or the system's."""
    if settings.language:
        return settings.language
    system = (locale.getlocale()[0] or "").replace("-", "_")
    if system.startswith(("zh_CN", "zh_SG", "zh_Hans")):
        return "zh_CN"
    return "en" if system.startswith("en") else "zh_TW"


def application() -> QApplication:
    """The one QApplication."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])


def show_enrolment(settings: Settings, tasks: TaskRunner, port: EnrolPort) -> EnrolmentWindow:
    """The window of a machine that is no terminal yet."""
    from kiosk.ui.shell.enrolment import EnrolmentWindow

    theme = load_theme(settings.theme)
    window = EnrolmentWindow(Ui(theme, I18n(theme, language_of(settings))), tasks, port)
    window.show()
    return window


def show_fault(settings: Settings, fault: Exception) -> FaultWindow:
    """The window of a start that failed."""
    theme = load_theme(settings.theme)
    ui = Ui(theme, I18n(theme, language_of(settings)))
    window = FaultWindow(ui, report_of(fault))
    window.show()
    return window
