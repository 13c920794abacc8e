"""The checkout station's window: header, page or sign-in, footer, sheets above, and the wires to the outside."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedLayout, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.outcomes import (
    Actor,
    Approval,
    ApprovalNeeded,
    BadgeRead,
    CouponView,
    Redemption,
    SaleView,
    ScanOutcome,
    SignedIn,
    SyncStatus,
    TerminalInfo,
    Visit,
    Voided,
)
from kiosk.application.ports import instant
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan import CameraStatus, Outline, ScanEvent
from kiosk.domain.staff import Permission, Role
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.checkout.flow import CheckoutFlow
from kiosk.ui.checkout.footer import Footer
from kiosk.ui.checkout.header import Banner, Header
from kiosk.ui.checkout.page import CheckoutPage
from kiosk.ui.checkout.sales_sheets import RecentSheet, VoidSheet
from kiosk.ui.checkout.settings import CheckoutSettings
from kiosk.ui.checkout.sheets import ApprovalSheet, CategorySheet, FindMemberSheet, SwitchClerkSheet
from kiosk.ui.context import Ui
from kiosk.ui.fault_page import FaultSheet
from kiosk.ui.i18n import I18n, translate
from kiosk.ui.messages import FaultReport, Level, Messages
from kiosk.ui.refusal_words import in_a_sentence, refusal_words
from kiosk.ui.signin.page import SignInPage
from kiosk.ui.sounds import Sound
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.basics import column
from kiosk.ui.widgets.notice import NoticeBar
from kiosk.ui.widgets.overlay import Overlay, Sheet

log = logging.getLogger(__name__)

NOBODY = Actor("", "", Role.AUDITOR)
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
        signed_in(Actor), locked(): who works, or nobody.
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
        self._actor: Actor | None = None
        self._terminal: TerminalInfo | None = None
        self._recent: tuple[SaleView, ...] = ()
        self._void_pending = ("", "")
        self._last_activity = settings.clock.mono_ms()

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
        self.resize(QSize(1366, 768))
        # Made for 1366×768 and more; on a smaller desktop the window is cut rather than larger than the screen.
        lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

        self._wire()
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(1000)
        self._clock_timer.timeout.connect(self._on_second)
        self._clock_timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._show_actor(None)
        self.retranslate()
        tasks.run(api.terminal, self._on_terminal)
        self.sign_in.open()

    def _wire(self) -> None:
        self.header.language_chosen.connect(self.ui.i18n.set_language)
        self.header.clerk_pressed.connect(self.open_switch)
        self.header.theme_pressed.connect(self.toggle_theme)
        self.header.sound_pressed.connect(self.toggle_sound)
        self.page.wanted.connect(self._on_wanted)
        self.page.verdict_painted.connect(self.verdict_painted)
        self.sign_in.signed_in.connect(self._on_signed_in)
        self.sign_in.refused.connect(self._on_quiet_refusal)
        self.overlay.emptied.connect(self._on_sheet_gone)
        self.messages.noticed.connect(self.notices.show_notice)
        self.messages.faulted.connect(self._on_fault)
        self._tasks.faulted.connect(self.messages.fault)
        self.flow.refused.connect(self._on_refused)
        self.flow.redeemed.connect(self._on_redeemed)
        self.flow.approval_needed.connect(self._on_approval_needed)
        self.flow.badge_read.connect(self._on_badge)
        self.flow.member_replaced.connect(self._on_member_replaced)
        self.flow.coupon_added.connect(self._on_coupon_added)
        self.flow.visit_changed.connect(self._on_visit_changed)

    # --- what comes from outside ------------------------------------------------------------------------------------

    @Slot(object)
    def on_scan(self, event: ScanEvent) -> None:
        """Any source saw a code."""
        self._touch()
        if self._actor is None:
            visit = Visit(txn="")
            self._tasks.run(partial(self._api.scan, visit, event, NOBODY), self._on_scan_at_the_door)
            return
        if self.page.side.refusal_shown:
            self.page.dismiss_refusal()
        self.flow.scan(event)

    @Slot(str)
    def on_layout_mixup(self, text: str = "") -> None:
        """A handheld scanner types with another keyboard layout than the computer's."""
        self._play(Sound.ATTENTION)
        self.messages.notice(
            translate(
                "Notice",
                "The scanner types with another keyboard layout. Switch the computer’s input to English, or scan the "
                "layout code in the scanner’s manual, then scan again.",
            ),
            Level.ATTENTION,
        )

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
    def actor(self) -> Actor | None:
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

    def _show_actor(self, actor: Actor | None) -> None:
        self._actor = actor
        self.header.show_actor(actor)
        self._pages.setCurrentWidget(self.page if actor is not None else self.sign_in)
        self.footer.setVisible(actor is not None)
        self._focus_page()

    def _on_signed_in(self, actor: Actor) -> None:
        before = self.flow.actor
        if self._actor is not None and self._actor.staff != actor.staff:
            self._tasks.run(partial(self._api.sign_out, self._actor))
        elif self._actor is None and before is not None and before.staff != actor.staff:
            # Somebody else after a lock: the customer of the clerk before is gone by now.
            self.flow.clear()
        self._touch()
        self._show_actor(actor)
        self.flow.begin(actor)
        self._load_recent()
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
            self.messages.notice(translate("Notice", "{name} works here now.").format(name=answer.actor.name))
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
        self._load_recent()
        self.redeemed.emit(redemption)

    def _on_member_replaced(self) -> None:
        self._play(Sound.ATTENTION)
        self.messages.notice(translate("Notice", "Another member: the sale before was put aside."), Level.ATTENTION)

    def _on_coupon_added(self, coupon: CouponView) -> None:
        if coupon.refusal is not None:
            self._play(Sound.ATTENTION)

    def _on_visit_changed(self) -> None:
        if self.page.side.refusal_shown and self.flow.empty:
            self.page.dismiss_refusal()

    def _on_approval_needed(self, needed: ApprovalNeeded) -> None:
        words = refusal_words(needed.refusal, self.page.surroundings())
        sheet = self._approval_sheet(Permission.APPROVE_OFFLINE, in_a_sentence(words))
        sheet.approved.connect(self._on_approved)
        self._open(sheet)
        self._play(Sound.ATTENTION)

    def _on_approved(self, approval: Approval) -> None:
        self.flow.confirm(approval)

    # --- sheets ------------------------------------------------------------------------------------------------------

    def _on_wanted(self, what: str) -> None:
        match what:
            case "find":
                self.open_find()
            case "categories":
                self.open_categories()
            case "recent":
                self.open_recent()
            case "void":
                self.open_void(None)
            case "switch":
                self.open_switch()
            case "lock":
                self.lock()
            case "language":
                self.next_language()
            case "pdf" | "text" if self.flow.redemption is not None:
                self._save(self.flow.redemption.sale, what)

    def open_find(self) -> None:
        """F3"""
        sheet = FindMemberSheet(self.ui, self._api, self._tasks)
        sheet.chosen.connect(self.flow.choose_member)
        self._open(sheet)

    def open_categories(self) -> None:
        """F4"""
        categories = self.page.categories()
        visit = self.flow.visit
        if not categories or visit is None:
            self.messages.notice(translate("Notice", "No coupon at the till depends on the kind of goods."))
            return
        sheet = CategorySheet(self.ui, categories, visit.by_category, self.flow.amount.minor)
        sheet.chosen.connect(self.flow.set_categories)
        self._open(sheet)

    def open_recent(self) -> None:
        """F6"""
        files = self._settings.receipts is not None
        sheet = RecentSheet(self.ui, self._api, self._tasks, self._terminal, limit=self._settings.recent, files=files)
        sheet.void_wanted.connect(self.open_void)
        sheet.pdf_wanted.connect(self._save_pdf)
        sheet.text_wanted.connect(self._save_text)
        self._open(sheet)

    @Slot(object)
    def open_void(self, sale: SaleView | None) -> None:
        """F8: this sale, or the last one that stands."""
        sale = sale or next((one for one in self._recent if one.voided_at is None), None)
        if sale is None or self._actor is None:
            self.messages.notice(translate("Notice", "There is no sale to void on this terminal."))
            return
        sheet = VoidSheet(self.ui, self._api, self._tasks, sale, self._actor, self.page.surroundings())
        sheet.voided.connect(self._on_voided)
        sheet.approval_needed.connect(self._on_void_approval)
        sheet.refused.connect(self._on_quiet_refusal)
        self._open(sheet)

    def open_switch(self) -> None:
        """F9"""
        if self._actor is None:
            return
        sheet = SwitchClerkSheet(self.ui, self._api, self._tasks, self._settings.clock, self._actor.staff)
        sheet.signed_in.connect(self._on_signed_in)
        sheet.refused.connect(self._on_quiet_refusal)
        self._open(sheet)

    def _approval_sheet(self, permission: Permission, why: str) -> ApprovalSheet:
        sheet = ApprovalSheet(self.ui, self._api, self._tasks, self._settings.clock, permission, why)
        sheet.refused.connect(self._on_quiet_refusal)
        return sheet

    def _on_void_approval(self, needed: ApprovalNeeded, sale: SaleView, reason: str) -> None:
        words = refusal_words(needed.refusal, self.page.surroundings())
        self._void_pending = (sale.txn, reason)
        sheet = self._approval_sheet(Permission.APPROVE_VOID, in_a_sentence(words))
        sheet.approved.connect(self._on_void_approved)
        self._open(sheet)
        self._play(Sound.ATTENTION)

    def _on_void_approved(self, approval: Approval) -> None:
        txn, reason = self._void_pending
        if self._actor is not None:
            self._tasks.run(partial(self._api.void, txn, reason, self._actor, approval), self._on_void_answer)

    def _on_void_answer(self, answer: Voided | ApprovalNeeded | Refusal) -> None:
        if isinstance(answer, Voided):
            self._on_voided(answer)
        else:
            refusal = answer.refusal if isinstance(answer, ApprovalNeeded) else answer
            self.page.show_refusal(refusal)
            self._on_quiet_refusal(refusal)

    def _on_voided(self, voided: Voided) -> None:
        money = self.ui.i18n.money(voided.sale.total, voided.sale.currency)
        self.messages.notice(translate("Notice", "Voided: {money}. Its coupons can be used again.").format(money=money))
        self._play(Sound.OK)
        self._load_recent()

    def _open(self, sheet: Sheet) -> None:
        self.overlay.open(sheet)

    def _on_sheet_gone(self) -> None:
        self._focus_page()

    def _focus_page(self) -> None:
        (self.page if self._actor is not None else self.sign_in.entry).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- receipts, recent --------------------------------------------------------------------------------------------

    def _save_pdf(self, sale: SaleView) -> None:
        self._save(sale, "pdf")

    def _save_text(self, sale: SaleView) -> None:
        self._save(sale, "text")

    def _save(self, sale: SaleView, what: str) -> None:
        receipts = self._settings.receipts
        if receipts is None or self._terminal is None:
            return
        save = receipts.save_pdf if what == "pdf" else receipts.save_text
        work = partial(save, sale, self._terminal, self.ui.i18n.language)
        self._tasks.run(work, self._on_saved, self._on_not_saved)

    def _on_saved(self, path: Path) -> None:
        self.messages.notice(translate("Notice", "Receipt saved: {path}").format(path=path.name))

    def _on_not_saved(self, fault: Exception) -> None:
        if isinstance(fault, OSError):
            log.info("receipt not saved: %s", fault.strerror)
            self.messages.notice(
                translate("Notice", "The receipt could not be saved. Check the folder and the disk."), Level.ATTENTION
            )
        else:
            self.messages.fault(fault)

    def _load_recent(self) -> None:
        self._tasks.run(partial(self._api.recent_sales, self._settings.recent), self._on_recent)

    def _on_recent(self, sales: tuple[SaleView, ...]) -> None:
        self._recent = sales
        self.page.show_sales(sales)

    # --- faults ------------------------------------------------------------------------------------------------------

    def _on_fault(self, report: FaultReport) -> None:
        sheet = FaultSheet(self.ui, report)
        sheet.retried.connect(self._on_retry)
        sheet.quit_wanted.connect(self.quit_wanted)
        self._open(sheet)
        self._play(Sound.ATTENTION)

    def _on_retry(self) -> None:
        if self._terminal is None:
            self._tasks.run(self._api.terminal, self._on_terminal)
        if self._actor is None:
            self.sign_in.refresh()
        else:
            self.flow.retry()
            self._load_recent()

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
        at = LANGUAGES.index(self.ui.i18n.language)
        self.ui.i18n.set_language(LANGUAGES[(at + 1) % len(LANGUAGES)])

    def _play(self, sound: Sound) -> None:
        if not self._muted:
            self._settings.sounds.play(sound.value)

    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self._terminal = terminal
        self.ui.i18n.set_store(terminal.zone, terminal.currency)
        self.flow.set_currency(terminal.currency)
        self.header.show_terminal(terminal)
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
        if event.type() in _ACTIVITY:
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
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if self._actor is not None:
            self._tasks.run(partial(self._api.sign_out, self._actor))
            self._actor = None
        super().closeEvent(event)
