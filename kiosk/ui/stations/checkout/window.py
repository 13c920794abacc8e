"""The checkout station's window: header, page or sign-in, footer, sheets above, and the wires to the outside."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QInputEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.members.outcomes import CouponView
from kiosk.application.sales.outcomes import Redemption, ScanOutcome, Visit
from kiosk.application.staff.outcomes import BadgeRead, SignedIn
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.domain.scan.keyboard_layouts import LayoutMixup
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.time import instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n, next_language, spaced, translate
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.footer import Footer
from kiosk.ui.shell.header import Banner, Header
from kiosk.ui.shell.messages import FaultReport, Level, Messages
from kiosk.ui.shell.notice import NoticeBar
from kiosk.ui.shell.overlay import OnScan, Overlay
from kiosk.ui.shell.signin.page import SignInPage
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.checkout.flow import CheckoutFlow, Phase
from kiosk.ui.stations.checkout.page import CheckoutPage
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from kiosk.ui.stations.checkout.sheet_router import Desk
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.basics import column
from kiosk.ui.words.mixups import mixup_words

log = logging.getLogger(__name__)

NOBODY = Staff("", "", Role.AUDITOR)
"""Who scans while nobody is signed in: may do nothing, so that only a badge gets an answer that counts."""

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class CheckoutWindow(QWidget):
    """The station. Live in the GUI thread; every other thread comes in through the slots below.

    Signals:
        painted(): the window has been on screen for the first time.
        verdict_painted(): a success or a refusal has been on screen.
        ready(): the terminal is known and the staff list was asked for.
        redeemed(Redemption): a sale is durable (for whoever prints or pushes).
        signed_in(Staff), locked(): who works, or nobody.
        quit_wanted(): after a fault the clerk wants to leave.
    """

    painted = Signal()
    verdict_painted = Signal()
    ready = Signal()
    redeemed = Signal(object)
    signed_in = Signal(object)
    locked = Signal()
    quit_wanted = Signal()

    def __init__(
        self, api: CheckoutApi, tasks: TaskRunner, theme: Theme, i18n: I18n, settings: CheckoutSettings
    ) -> None:
        super().__init__()
        self.setObjectName("root")
        self._api, self._tasks, self._settings = api, tasks, settings
        self.ui = Ui(theme, i18n)
        self.ui.dress(self)
        self.messages = Messages()
        self._painted_once = False
        self._muted = False
        self._actor: Staff | None = None
        self._terminal: TerminalInfo | None = None
        self._last_activity = settings.clock.mono_ms()
        self._recent_wanted = False

        self.flow = CheckoutFlow(api, tasks, verdict_min=settings.verdict_min, fault=self.messages.fault)
        self.header = Header(self.ui)
        self.banner = Banner(self.ui)
        self.page = CheckoutPage(self.ui, self.flow, settings)
        self.sign_in = SignInPage(self.ui, api, tasks, settings.clock)
        self.footer = Footer(self.ui)
        lines = column(self, gap=0)
        lines.addWidget(self.header)
        lines.addWidget(self.banner)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.sign_in)
        self._pages.addWidget(self.page)
        lines.addWidget(holder, 1)
        lines.addWidget(self.footer)
        self.overlay = Overlay(self.ui, self)
        self.notices = NoticeBar(self.ui, self)
        self.desk = Desk(self.ui, api, tasks, settings, self.page, self.flow, self.overlay, self.messages)
        self.resize(QSize(1366, 768))
        # Made for 1366×768 and more; on a smaller desktop the window is cut rather than larger than the screen.
        lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

        self._wire()
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(1000)
        self._clock_timer.timeout.connect(self._on_second)
        self._clock_timer.start()
        self._show_actor(None)
        self.retranslate()
        tasks.run(api.terminal, self._on_terminal)
        self.sign_in.open()

    def _wire(self) -> None:
        self.header.language_chosen.connect(self.ui.i18n.set_language)
        self.header.clerk_pressed.connect(self.desk.open_switch)
        self.header.theme_pressed.connect(self.toggle_theme)
        self.header.sound_pressed.connect(self.toggle_sound)
        self.page.wanted.connect(self._on_wanted)
        self.page.verdict_painted.connect(self._on_verdict_painted)
        self.sign_in.signed_in.connect(self._on_signed_in)
        self.sign_in.refused.connect(self._on_quiet_refusal)
        self.overlay.emptied.connect(self._on_sheet_gone)
        self.messages.noticed.connect(self.notices.show_notice)
        self.messages.faulted.connect(self._on_fault)
        self._tasks.faulted.connect(self.messages.fault)
        self.flow.refused.connect(self._on_refused)
        self.flow.redeemed.connect(self._on_redeemed)
        self.desk.signed_in.connect(self._on_signed_in)
        self.desk.sounded.connect(self._play)
        self.flow.badge_read.connect(self._on_badge)
        self.flow.member_replaced.connect(self._on_member_replaced)
        self.flow.coupon_added.connect(self._on_coupon_added)
        self.flow.share_read.connect(self._on_share_read)
        self.flow.visit_changed.connect(self._on_visit_changed)
        self.flow.phase_changed.connect(self._on_phase)

    # --- what comes from outside ------------------------------------------------------------------------------------

    @Slot(object)
    def on_scan(self, event: ScanEvent) -> None:
        """Any source saw a code."""
        self._touch()
        if self._actor is None:
            visit = Visit(txn="")
            self._tasks.run(partial(self._api.scan, visit, event, NOBODY), self._on_scan_at_the_door)
            return
        sheet = self.overlay.sheet
        if sheet is not None and sheet.on_scan is OnScan.WAIT:
            # Whoever decides about one sale must not find another one behind the sheet.
            self._play(Sound.ATTENTION)
            self.messages.notice(
                translate("Notice", "Not scanned: answer or close this window first, then scan again."), Level.ATTENTION
            )
            return
        if sheet is not None and sheet.on_scan is OnScan.CLOSE:
            self.overlay.close_sheet()
        if self.page.side.refusal_shown:
            self.page.dismiss_refusal()
        self.flow.scan(event)

    @Slot(object)
    def on_layout_mixup(self, mixup: LayoutMixup) -> None:
        """A handheld scanner and the computer disagree about the keyboard; a repaired scan follows by itself."""
        if mixup.repaired is None:
            self._play(Sound.ATTENTION)
        level = Level.ATTENTION if mixup.repaired is None else Level.INFO
        self.messages.notice(mixup_words(mixup), level)

    @Slot(object)
    def on_camera_status(self, status: CameraStatus) -> None:
        """What the camera is doing."""
        before = self.page.side.camera.status
        self.page.side.camera.show_status(status)
        if status is CameraStatus.LOST and before is not status:
            self._play(Sound.ATTENTION)
            self.messages.notice(
                translate("Notice", "The camera is unplugged. Go on with the scanner; it comes back by itself."),
                Level.ATTENTION,
            )

    @Slot(QImage, object)
    def on_preview(self, image: QImage, outline: Outline | None) -> None:
        """The newest frame, `outline` in pixels of that image; None when no code is in it."""
        if self._actor is not None:
            self.page.side.camera.show_frame(image, outline)

    @Slot(object)
    def on_sync_status(self, status: SyncStatus) -> None:
        """How HQ is reached."""
        self.header.show_status(status)
        self.banner.show_status(status, self._settings.clock_tolerance)
        self.footer.show_status(status)

    @Slot(int)
    def on_amount(self, minor: int) -> None:
        """The till pushed the amount, in minor units."""
        self.flow.set_amount(minor)

    @Slot()
    def on_reference_changed(self) -> None:
        """HQ sent something: staff, the campaign's day, coupons."""
        self._tasks.run(self._api.terminal, self._on_terminal)
        if self._actor is None:
            self.sign_in.refresh()

    # --- clerk -------------------------------------------------------------------------------------------------------

    @property
    def actor(self) -> Staff | None:
        """Who works; None at the sign-in page and behind the lock."""
        return self._actor

    def lock(self) -> None:
        """Nobody works until a PIN or a badge; the visit stays for the same clerk."""
        if self._actor is None:
            return
        actor = self._actor
        self._tasks.run(partial(self._api.sign_out, actor, locked=True))
        self.overlay.close_sheet()
        self.page.side.camera.forget()
        self._show_actor(None)
        self.sign_in.open(locked=actor)
        self.locked.emit()

    def _show_actor(self, actor: Staff | None) -> None:
        self._actor = actor
        self.header.show_actor(actor)
        self._pages.setCurrentWidget(self.page if actor is not None else self.sign_in)
        self.footer.setVisible(actor is not None)
        self._focus_page()

    def _on_signed_in(self, actor: Staff) -> None:
        before = self.flow.actor
        if self._actor is not None and self._actor.id != actor.id:
            self._tasks.run(partial(self._api.sign_out, self._actor))
        elif self._actor is None and before is not None and before.id != actor.id:
            # Somebody else after a lock: the customer of the clerk before is gone by now.
            self.flow.clear()
        self._touch()
        self._show_actor(actor)
        self.flow.begin(actor)
        self.desk.load_recent()
        self._play(Sound.OK)
        self.signed_in.emit(actor)

    def _on_scan_at_the_door(self, outcome: ScanOutcome) -> None:
        if isinstance(outcome, BadgeRead):
            self.sign_in.badge(outcome)
        else:
            self._play(Sound.REFUSED)
            self.sign_in.note(translate("SignIn", "Sign in first: scan your staff badge or key in your PIN."))

    def _on_badge(self, badge: BadgeRead) -> None:
        self._tasks.run(partial(self._api.sign_in_badge, badge.staff, badge.serial), self._on_badge_answer)

    def _on_badge_answer(self, answer: SignedIn | Refusal) -> None:
        if isinstance(answer, SignedIn):
            self.overlay.close_sheet()
            self._on_signed_in(answer.actor)
            self.messages.notice(spaced(translate("Notice", "{name} works here now.").format(name=answer.actor.name)))
        else:
            self.page.show_refusal(answer)
            self._on_quiet_refusal(answer)

    # --- verdicts ----------------------------------------------------------------------------------------------------

    def _on_refused(self, refusal: Refusal) -> None:
        self._play(Sound.REFUSED)

    def _on_quiet_refusal(self, refusal: Refusal) -> None:
        self._play(Sound.REFUSED)

    def _on_redeemed(self, redemption: Redemption) -> None:
        self._play(Sound.OK)
        self._recent_wanted = True
        self.redeemed.emit(redemption)

    def _on_verdict_painted(self) -> None:
        self.verdict_painted.emit()
        self._load_recent()

    def _on_phase(self) -> None:
        if self.flow.phase is Phase.ENTRY:
            self._load_recent()  # the verdict was put away before it was painted

    def _load_recent(self) -> None:
        """Not before the verdict is painted: reading the last sales would compete with it."""
        if self._recent_wanted:
            self._recent_wanted = False
            self.desk.load_recent()

    def _on_member_replaced(self) -> None:
        self._play(Sound.ATTENTION)
        self.messages.notice(translate("Notice", "Another member: the sale before was put aside."), Level.ATTENTION)

    def _on_share_read(self) -> None:
        self.messages.notice(translate("Notice", "A friend’s recommendation: whoever gave it is thanked."))

    def _on_coupon_added(self, coupon: CouponView) -> None:
        if coupon.refusal is not None:
            self._play(Sound.ATTENTION)

    def _on_visit_changed(self) -> None:
        if self.page.side.refusal_shown and self.flow.empty:
            self.page.dismiss_refusal()

    def _on_wanted(self, what: str) -> None:
        if what == "lock":
            self.lock()
        elif what == "language":
            self.next_language()
        else:
            self.desk.open(what)

    def _on_sheet_gone(self) -> None:
        self._focus_page()

    def _focus_page(self) -> None:
        (self.page if self._actor is not None else self.sign_in.entry).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- faults ------------------------------------------------------------------------------------------------------

    def _on_fault(self, report: FaultReport) -> None:
        sheet = FaultSheet(self.ui, report)
        sheet.retried.connect(self._on_retry)
        sheet.quit_wanted.connect(self.quit_wanted)
        self.overlay.open(sheet)
        self._play(Sound.ATTENTION)

    def _on_retry(self) -> None:
        if self._terminal is None:
            self._tasks.run(self._api.terminal, self._on_terminal)
        if self._actor is None:
            self.sign_in.refresh()
        else:
            self.flow.retry()
            self.desk.load_recent()

    # --- look, sound, time -------------------------------------------------------------------------------------------

    def toggle_theme(self) -> None:
        """Light or dark."""
        self.ui.set_theme("light" if self.ui.theme.dark else "dark")

    def toggle_sound(self) -> None:
        """With sounds or without."""
        self._muted = not self._muted
        self.header.show_muted(self._muted)

    def next_language(self) -> None:
        """F2: the next language, on the spot."""
        self.ui.i18n.set_language(next_language(self.ui.i18n.language))

    def _play(self, sound: str) -> None:
        if not self._muted:
            self._settings.sounds.play(sound)

    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self._terminal = terminal
        self.ui.i18n.set_store(terminal.zone, terminal.currency)
        self.flow.set_currency(terminal.currency)
        self.header.show_terminal(terminal)
        self.desk.show_terminal(terminal)
        self.sign_in.show_terminal(terminal)
        self.page.show_terminal(terminal)
        self._show_time()
        self.ready.emit()

    def _show_time(self) -> None:
        self.header.show_clock(self.ui.i18n.time(instant(self._settings.clock.now_ms())))

    def _touch(self) -> None:
        self._last_activity = self._settings.clock.mono_ms()

    @Slot()
    def _on_second(self) -> None:
        self._show_time()
        limit = self._settings.idle_lock_s * 1000
        if limit and self._actor is not None and not self.flow.confirm_pending:
            idle = self._settings.clock.mono_ms() - self._last_activity
            if idle < 0 or idle >= limit:
                self.lock()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and event.type() in _ACTIVITY:
            self._touch()
        return False

    def retranslate(self) -> None:
        """The window's own words."""
        self.setWindowTitle(translate("Window", "Checkout"))
        self._show_time()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Keys, clicks and touches of the whole window come in here first. A filter on the application would see
        # every event of every widget instead.
        window = self.windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted_once:
            self._painted_once = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notices.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._clock_timer.stop()
        window = self.windowHandle()
        if window is not None:
            window.removeEventFilter(self)
        if self._actor is not None:
            self._tasks.run(partial(self._api.sign_out, self._actor))
            self._actor = None
        super().closeEvent(event)
