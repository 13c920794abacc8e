"""The window: header, a station's page or the sign-in, footer, sheets above, and the wires to the outside.

Which station is in it is a role in the settings that a manager can change (`switch.py`); what the station does is its
own matter (`station.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kiosk.application.shell_api import ShellApi
from kiosk.application.staff.outcomes import Approval
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.actors import Staff
from kiosk.domain.stations import StationRole
from kiosk.domain.time import instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n, next_language, spaced, translate
from kiosk.ui.shell.actions import CTRL, Action, ActionTable, press_focused
from kiosk.ui.shell.closing import Closing
from kiosk.ui.shell.devices import Devices
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.footer import Footer
from kiosk.ui.shell.handheld import types_nothing
from kiosk.ui.shell.header import Banner, Header
from kiosk.ui.shell.help_watch import HelpWatch
from kiosk.ui.shell.idle import Presence
from kiosk.ui.shell.messages import FaultReport, Level, Messages, Words
from kiosk.ui.shell.more import MoreSheet
from kiosk.ui.shell.notice import NoticeBar
from kiosk.ui.shell.overlay import OnScan, Overlay
from kiosk.ui.shell.print_jobs import PrintJobs
from kiosk.ui.shell.print_watch import PrintWatch
from kiosk.ui.shell.settings import ShellSettings
from kiosk.ui.shell.signin.badges import Badges
from kiosk.ui.shell.signin.page import SignInPage
from kiosk.ui.shell.signin.sheets import SwitchClerkSheet
from kiosk.ui.shell.sounds import Sound, Speaker
from kiosk.ui.shell.station import Shell, ShellActions, Station, StationFactory
from kiosk.ui.shell.switch import StationSwitch
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.basics import column
from kiosk.ui.window import Window
from kiosk.ui.words.mixups import num_lock_words
from kiosk.ui.words.stations import station_word


class ShellWindow(Window):
    """Live in the GUI thread; every other thread comes in through the slots below.

    Signals:
        painted(): the window has been on screen for the first time.
        whole(): its station has been made, too.
        ready(): the terminal is known and the staff list was asked for.
        terminal_known(TerminalInfo): who it is, now and whenever HQ says otherwise.
        signed_in(Staff), locked(): who works, or nobody.
        station_changed(): another station is in the window.
        quit_wanted(): after a fault the clerk wants to leave.
    """

    painted = Signal()
    whole = Signal()
    ready = Signal()
    terminal_known = Signal(object)
    signed_in = Signal(object)
    locked = Signal()
    station_changed = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        api: ShellApi,
        tasks: TaskRunner,
        theme: Theme,
        i18n: I18n,
        settings: ShellSettings,
        stations: Mapping[StationRole, StationFactory],
        role: StationRole,
    ) -> None:
        """`stations`: what this terminal can be; each is made when it is wanted. `role`: what it is at first; where
        somebody signs in, the sign-in is painted before its station is made."""
        super().__init__()
        self.setObjectName("root")
        self._api, self._tasks, self._settings, self._factories = api, tasks, settings, stations
        self.ui = Ui(theme, i18n)
        self.ui.dress(self)
        self.messages = Messages()
        self.speaker = Speaker(settings.sounds)
        self.devices = Devices(self.messages, self.speaker)
        self._presence = Presence(settings.clock, settings.idle_lock_s, self._lock_if_gone)
        self._painted_once = self._asked = False
        self._actor: Staff | None = None
        self._last: Staff | None = None
        self._ended: Staff | None = None
        self._terminal: TerminalInfo | None = None
        self._status: SyncStatus | None = None
        self._made: dict[StationRole, Station] = {}
        self._role = role
        self._station: Station | None = None
        self._way_out: Callable[[], None] = self._change_station
        self._resting = False

        self.header = Header(self.ui)
        self.banner = Banner(self.ui)
        self.help = HelpWatch(
            self.ui, api, tasks, settings.clock, self.messages, self.speaker, actor=lambda: self._actor
        )
        self.help.setParent(self)
        self.sign_in = SignInPage(self.ui, api, tasks, settings.clock)
        self.footer = Footer(self.ui)
        lines = column(self, gap=0)
        lines.addWidget(self.header)
        lines.addWidget(self.banner)
        lines.addWidget(self.help.strip)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.sign_in)
        lines.addWidget(holder, 1)
        lines.addWidget(self.footer)
        self.overlay = Overlay(self.ui, self)
        self.overlay.covers = (self.header, self.banner, self.help.strip, holder, self.footer)
        self.notices = NoticeBar(self.ui, self)
        self.overlay.escapes_first = self.notices.put_away
        self.closing = Closing(self, self.ui, settings.clock, self.messages, self.speaker, self.overlay)
        self.printing = PrintWatch(api, tasks, self.messages)
        self._print_jobs = PrintJobs(self.ui, api, tasks, self.overlay, self.printing, lambda: self._actor)
        key = Qt.Key
        self.actions_here = ShellActions(
            clerk=Action(self.open_switch, (key.Key_F9,), label=lambda: translate("Footer", "Clerk")),
            lock=Action(self.lock, (key.Key_F10,), label=lambda: translate("Footer", "Lock")),
            language=Action(self.next_language, (key.Key_F2,), label=lambda: translate("Footer", "Language")),
            station=Action(self._change_station, (key.Key_F9,), CTRL),
            printing=Action(self._print_jobs.open, (key.Key_F11,), CTRL),
            help=Action(self.help.answer, (key.Key_H,), CTRL),
        )
        self.shell = Shell(
            api,
            tasks,
            self.ui,
            settings.clock,
            self.messages,
            self.overlay,
            self.speaker,
            self.actions_here,
            self.printing,
            self._on_exit_wanted,
        )
        self._badges = Badges(api, tasks, self.sign_in, self.messages, self.speaker)
        self._door = ActionTable((self.actions_here.station, self.actions_here.help))
        self._switch = StationSwitch(self.shell, tuple(stations), settings.scanner)
        # The scale follows from the window (`Ui.dress`), never the window from what is in it.
        lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

        self.ui.serve_customers(not role.attended)
        if not role.attended:
            self._put_up(role)
        self._wire()
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(1000)
        self._clock_timer.timeout.connect(self._on_second)
        self._clock_timer.start()
        self._show_actor(None)
        self.retranslate()
        if not role.attended:
            self._ask()
        self._open_door()

    def _ask(self) -> None:
        """Who the terminal is, what waits to be printed, who called for help."""
        self._asked = True
        self._tasks.run(self._api.terminal, self._on_terminal)
        self.printing.look_soon()  # the sign-in goes first
        self.help.look()

    def _wire(self) -> None:
        self.header.language_chosen.connect(self.ui.i18n.set_language)
        self.header.clerk_pressed.connect(self.open_switch)
        self.header.station_pressed.connect(self._change_station)
        self.header.printing_pressed.connect(self._print_jobs.open)
        self.printing.changed.connect(self.header.show_printing)
        self.footer.more_wanted.connect(self._open_more)
        self.header.theme_pressed.connect(self.toggle_theme)
        self.header.sound_pressed.connect(self.toggle_sound)
        self.sign_in.signed_in.connect(self._on_signed_in)
        self.sign_in.refused.connect(self._on_refused)
        self.overlay.emptied.connect(self._focus_page)
        self.messages.noticed.connect(self._on_noticed)
        self.messages.faulted.connect(self._on_fault)
        self._tasks.faulted.connect(self.messages.fault)
        self._badges.taken.connect(self._on_badge_taken)
        self._badges.refused.connect(self._on_badge_refused)
        self._switch.switched.connect(self._on_switched)
        self.devices.camera_changed.connect(self._on_camera)
        self.devices.seen.connect(self._on_frame)
        self.devices.hinted.connect(self._on_hint)

    # --- the station -------------------------------------------------------------------------------------------------

    @property
    def station(self) -> Station:
        """What is in the window, behind the sign-in perhaps."""
        return self._station or self._put_up(self._role)

    @property
    def role(self) -> StationRole:
        """Which that is."""
        return self._role

    def made(self, role: StationRole) -> Station | None:
        """A station that has been in the window, if this one has."""
        return self.station if role is self._role else self._made.get(role)

    def _put_up(self, role: StationRole) -> Station:
        station = self._made.get(role)
        if station is None:
            station = self._made[role] = self._factories[role](self.shell)
            station.badge_read.connect(self._badges.sign_in)
            self._pages.addWidget(station.page)
        self._role, self._station = role, station
        self.ui.serve_customers(not role.attended)
        self._table = ActionTable(station.actions())
        self.footer.show_actions(self._table.footer)
        self.help.want(station.shows_help)
        if self._terminal is not None:
            station.show_terminal(self._terminal)
        if self._status is not None:
            station.show_status(self._status)
        if self.devices.camera is not None:
            station.show_camera(self.devices.camera)
        return station

    def _change_station(self) -> None:
        self._switch.ask(self.station)

    def exit_by(self, way_out: Callable[[], None]) -> None:
        """How somebody of the store leaves a station that nobody signs in at; else as every station is changed."""
        self._way_out = way_out

    def _on_exit_wanted(self) -> None:
        self._way_out()

    def set_up(self, approval: Approval) -> None:
        """What a manager, who has just said who they are, may set up here."""
        self._switch.ask(self.station, approval)

    def rest(self, resting: bool) -> None:
        """The store is shut, or open again: nothing moves meanwhile, and no code is heard of."""
        self._resting = resting
        self.station.rest(resting)

    def _on_switched(self, role: StationRole) -> None:
        before, actor = self.station, self._actor
        before.clear()
        before.leave()
        self._put_up(role)
        self.retranslate()
        if actor is not None and self._role.attended and actor.may(self.station.needs):
            self._show_actor(actor)
            self.station.begin(actor)
        else:
            if actor is not None:
                self._sign_out(actor)
            self._show_actor(None)
            self._open_door()
        self.messages.notice(
            lambda: spaced(translate("Notice", "This terminal is now: {station}.").format(station=station_word(role)))
        )
        self.station_changed.emit()

    def _open_more(self) -> None:
        sheet = MoreSheet(self.ui, self.footer.hidden)
        sheet.chosen.connect(self._on_more)
        self.overlay.open(sheet)

    def _on_more(self, action: Action) -> None:
        action.run()

    # --- what comes from outside ------------------------------------------------------------------------------------
    @Slot(object)
    def on_scan(self, event: ScanEvent) -> None:
        """Any source saw a code."""
        if self._presence.overslept:
            self._lock_if_gone()
        self._presence.touch()
        sheet = self.overlay.sheet
        if sheet is not None and sheet.on_scan is OnScan.TAKE:
            sheet.take(event)
            return
        if self._actor is None and self._role.attended:
            self._badges.at_the_door(event)
            return
        if self._actor is None:
            if sheet is None and not self._resting:  # else a manager keys in their PIN
                self.station.on_scan(event)
            return
        if sheet is not None and sheet.on_scan is OnScan.WAIT:
            # Whoever decides about one sale must not find another one behind the sheet.
            self.speaker.play(Sound.ATTENTION)
            self.messages.notice(
                lambda: translate("Notice", "Not scanned: answer or close this window first, then scan again."),
                Level.ATTENTION,
            )
            return
        if sheet is not None and sheet.on_scan is OnScan.CLOSE:
            self.overlay.close_sheet()
        if not self.station.on_scan(event):
            self._badges.at_work(event)

    def _on_camera(self, status: CameraStatus) -> None:
        self.station.show_camera(status)

    def _on_frame(self, image: QImage, outline: Outline | None) -> None:
        if self._actor is not None or not self._role.attended:
            self.station.show_frame(image, outline)

    def _on_hint(self, hint: ScanHint | None) -> None:
        self.station.show_hint(hint)

    @Slot(object)
    def on_sync_status(self, status: SyncStatus) -> None:
        """How HQ is reached."""
        self._status = status
        self.header.show_status(status)
        if self._role.attended:
            self.banner.show_status(status, self._settings.clock_tolerance_ms)
        self.footer.show_status(status)
        self.station.show_status(status)

    @Slot()
    def on_reference_changed(self) -> None:
        """HQ sent something: staff, the campaign's day, coupons."""
        self._tasks.run(self._api.terminal, self._on_terminal)
        self.help.look()
        if self._actor is None and self._role.attended:
            self.sign_in.refresh()
        elif self._actor is not None:
            self._tasks.run(partial(self._api.must_leave, self._actor), self._on_must_leave)

    # --- who works ---------------------------------------------------------------------------------------------------

    @property
    def terminal(self) -> TerminalInfo | None:
        """Who this terminal is, once that is known."""
        return self._terminal

    @property
    def actor(self) -> Staff | None:
        """Who works; None at the sign-in page and behind the lock."""
        return self._actor

    def lock(self) -> None:
        """Nobody works until a PIN or a badge; what is open stays for the same person."""
        if self._actor is None:
            return
        actor = self._actor
        self._tasks.run(partial(self._api.sign_out, actor, locked=True))
        self.overlay.close_sheet()
        self.station.leave()
        self._show_actor(None)
        self.sign_in.open(locked=actor, by_hq=actor == self._ended)
        self.locked.emit()

    def _on_must_leave(self, actor: Staff | None) -> None:
        self._ended = actor
        self._lock_if_gone()

    def open_switch(self) -> None:
        """F9: somebody else works."""
        if self._actor is None:
            return
        sheet = SwitchClerkSheet(self.ui, self._api, self._tasks, self._settings.clock, self._actor.id)
        sheet.signed_in.connect(self._on_signed_in)
        sheet.refused.connect(self._on_refused)
        self.overlay.open(sheet)

    def _sign_out(self, actor: Staff) -> None:
        self._tasks.run(partial(self._api.sign_out, actor))

    def _show_actor(self, actor: Staff | None) -> None:
        self._actor = actor
        self.header.show_actor(actor)
        attended = self._role.attended
        self.header.setVisible(attended)
        if not attended:
            self.banner.put_away()
        self._pages.setCurrentWidget(self.sign_in if actor is None and attended else self.station.page)
        self.footer.setVisible(actor is not None and attended)
        self._focus_page()

    def _open_door(self) -> None:
        """Somebody signs in, or the station is anybody's."""
        if self._role.attended:
            self.sign_in.open()
        else:
            self.station.begin_alone()

    def _on_signed_in(self, actor: Staff) -> None:
        if not actor.may(self.station.needs):
            self._turn_away(actor)
            return
        if self._actor is not None and self._actor.id != actor.id:
            self._sign_out(self._actor)
        elif self._actor is None and self._last is not None and self._last.id != actor.id:
            # Somebody else after a lock: what the clerk before had open waits for them, out of sight.
            self.station.leave_to(self._last)
        self._last, self._ended = actor, None
        self._presence.touch()
        self._show_actor(actor)
        self.station.begin(actor)
        self.speaker.play(Sound.OK)
        self.signed_in.emit(actor)

    def _turn_away(self, actor: Staff) -> None:
        """Who must not work at this station leaves again, and hears why."""
        self._sign_out(actor)
        self.speaker.play(Sound.REFUSED)

        def words() -> str:
            text = translate("SignIn", "{name} may not use “{station}”. A manager can, or can change the station.")
            return spaced(text.format(name=actor.name, station=self.station.title()))

        if self._actor is None:
            self.sign_in.note(words)
        else:
            self.messages.notice(words, Level.ATTENTION)

    def _on_badge_refused(self, refusal: Refusal) -> None:
        self.station.show_refusal(refusal)
        self._on_refused(refusal)

    def _on_badge_taken(self, actor: Staff) -> None:
        self.overlay.close_sheet()
        self._on_signed_in(actor)
        if self._actor == actor:
            self.messages.notice(lambda: spaced(translate("Notice", "{name} works here now.").format(name=actor.name)))

    def _on_refused(self, _refusal: Refusal) -> None:
        self.speaker.play(Sound.REFUSED)

    def _focus_page(self) -> None:
        here = self._actor is not None or not self._role.attended
        (self.station.page if here else self.sign_in.entry).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- faults ------------------------------------------------------------------------------------------------------

    def _on_noticed(self, level: str, words: Words) -> None:
        if self._role.attended:  # what is said to staff is not said to customers
            self.notices.show_notice(level, words)

    def _on_fault(self, report: FaultReport) -> None:
        if self.station.show_fault(report):
            return
        sheet = FaultSheet(self.ui, report)
        sheet.retried.connect(self._on_retry)
        sheet.quit_wanted.connect(self._on_quit_wanted)
        self.overlay.open(sheet)
        self.speaker.play(Sound.ATTENTION)

    def _on_quit_wanted(self) -> None:
        self.closing.let_go()
        self.quit_wanted.emit()

    def _on_retry(self) -> None:
        if self._terminal is None:
            self._tasks.run(self._api.terminal, self._on_terminal)
        if self._actor is None and self._role.attended:
            self.sign_in.refresh()
        else:
            self.station.retry()

    # --- look, sound, time -------------------------------------------------------------------------------------------

    def toggle_theme(self) -> None:
        """Light or dark."""
        self.ui.set_theme("light" if self.ui.theme.dark else "dark")

    def toggle_sound(self) -> None:
        """With sounds or without."""
        self.speaker.muted = not self.speaker.muted
        self.header.show_muted(self.speaker.muted)

    def next_language(self) -> None:
        """F2: the next language, on the spot."""
        self.ui.i18n.set_language(next_language(self.ui.i18n.language))

    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self._terminal = terminal
        self.ui.i18n.set_store(terminal.zone, terminal.currency)
        self.header.show_terminal(terminal)
        self.sign_in.show_terminal(terminal)
        if self._station is not None:
            self._station.show_terminal(terminal)
        self._show_time()
        self.terminal_known.emit(terminal)
        self.ready.emit()

    def _show_time(self) -> None:
        self.header.show_clock(self.ui.i18n.time(instant(self._settings.clock.now_ms())))

    @Slot()
    def _on_second(self) -> None:
        self._show_time()
        self.help.tick()
        self._lock_if_gone()

    def _lock_if_gone(self) -> bool:
        """Lock when nobody has been here for long, or HQ says who works here may not; True when it locked now."""
        if self._actor is None or self.station.settling() or not (self._presence.gone or self._ended == self._actor):
            return False
        self.lock()
        return True

    def retranslate(self) -> None:
        """The window's own words."""
        self.setWindowTitle(station_word(self._role))
        self.header.show_station(station_word(self._role))
        self._show_time()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What neither a sheet nor the page nor the sign-in wanted. Nobody signed in: the station can be changed.
        if event.key() == Qt.Key.Key_Escape and self.notices.put_away():
            return
        if press_focused(event, self.focusWidget()):
            return
        table = self._table if self._actor is not None else self._door
        if not table.press(event):
            if types_nothing(event):
                self.messages.notice(num_lock_words, Level.ATTENTION)
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.windowHandle()
        if window is not None:
            self._presence.watch(window)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted_once:
            self._painted_once = True
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        self.painted.emit()
        if self._station is None:  # what the sign-in did not have to wait for
            self._put_up(self._role)
        if not self._asked:
            self._ask()
        self.whole.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notices.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._station is not None and self.closing.asks(self._station):
            event.ignore()
            return
        self._clock_timer.stop()
        window = self.windowHandle()
        if window is not None:
            self._presence.leave(window)
        if self._actor is not None:
            self._sign_out(self._actor)
            self._actor = None
        super().closeEvent(event)
