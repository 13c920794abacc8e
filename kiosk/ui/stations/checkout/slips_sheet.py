"""Key in paper slips, one after the other: scan the code, then the time, then the amount, Enter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.slips.outcomes import SlipBooked, SlipNamed, SlipText, Writer, Written
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.slips.said import at_said, day_said, time_said
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import Clock, instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import spaced_out
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.amount import typed_minor
from kiosk.ui.stations.checkout.keyed import KeyedField, beside_keypad, foot
from kiosk.ui.stations.checkout.slips_memory import SlipsMemory
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Text
from kiosk.ui.widgets.keypad import press_in
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings

_TIME_DIGITS = 4
_SLIP_CODES, _COUPON_CODES = "KS", "KC"


class SlipsSheet(Sheet):
    """Slips become sales of the time written on them.

    Signals:
        booked(SlipBooked): durable; the sheet is ready for the next.
        approval_needed(ApprovalNeeded, Written): a manager must stand by.
        refused(Refusal): it was not done.
        attention(): something is missing.
        faulted(Exception): it could not be recorded.
        books_wanted(): the books themselves.
        forms_wanted(): registration forms on paper.
    """

    wide = True
    on_scan = OnScan.TAKE
    booked = Signal(object)
    approval_needed = Signal(object, object)
    refused = Signal(object)
    attention = Signal()
    faulted = Signal(object)
    books_wanted = Signal()
    forms_wanted = Signal()

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        clock: Clock,
        actor: Staff,
        memory: SlipsMemory,
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._clock, self._actor = api, tasks, clock, actor
        self._memory, self._around = memory, around
        self._writers: tuple[Writer, ...] = ()
        self._named: SlipNamed | None = None
        self._refusal: Refusal | None = None
        self._missing = ""
        self._busy = False
        self._written: Written | None = None
        space = ui.theme.space
        self.how = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.how)
        self.slip = KeyedField(ui, "slip_code", 4096)
        self.time = KeyedField(ui, "slip_time", 8)
        self.amount = KeyedField(ui, "slip_amount", 14)
        self.day = KeyedField(ui, "slip_day", 12)
        self.by = KeyedField(ui, "slip_by", 40)
        self.member = KeyedField(ui, "slip_member", 64)
        self.coupon = KeyedField(ui, "slip_coupon", 400)
        self.fields = (self.slip, self.time, self.amount, self.day, self.by, self.member, self.coupon)
        form = QGridLayout()
        spaced_out(form, (0, 0, 0, 0), space["m"], space["s"])
        form.addWidget(self.slip, 0, 0, 1, 2)
        for at, part in enumerate((self.time, self.amount, self.day, self.by, self.member, self.coupon)):
            form.addWidget(part, 1 + at // 2, at % 2)
        form.setColumnStretch(0, 1)
        form.setColumnStretch(1, 1)
        self.keypad, self.problem = beside_keypad(self.body, ui, form, self._on_key)
        self.done = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.done)
        self.books = Button("plain", "strong", key="F4")
        self.books.setObjectName("slip_books")
        self.books.clicked.connect(self.books_wanted)
        self.forms = Button("plain", "strong", key="F6")
        self.forms.setObjectName("slip_forms")
        self.forms.clicked.connect(self.forms_wanted)
        line, self.go = foot(ui, self.books, self.forms, name="slip_go", work=self.submit)
        self.body.addLayout(line)
        for part in self.fields:
            part.edited.connect(self._on_edited)
        self.slip.edited.connect(self._on_slip_edited)
        self.time.edited.connect(self._on_time_edited)
        self._fill()
        self.retranslate()
        tasks.run(api.slip_writers, self._on_writers)
        if memory.slip is not None:
            self._name(memory.slip)

    def start_focus(self) -> QWidget:
        return self.slip.field if self._memory.slip is None else self.time.field

    # --- what stands there -------------------------------------------------------------------------------------------

    @property
    def _today(self) -> date:
        return self.ui.i18n.local(instant(self._clock.now_ms())).date()

    def _fill(self) -> None:
        memory = self._memory
        self.slip.field.setText(memory.code)
        self.time.field.setText(memory.time)
        self.amount.field.setText(memory.amount)
        self.member.field.setText(memory.member)
        self.coupon.field.setText(memory.coupon)
        self.day.field.setText((memory.day or self._today).isoformat())
        self.by.field.setText(memory.by or self._actor.id)

    def _keep(self) -> None:
        """What is keyed in outlasts the sheet."""
        memory = self._memory
        memory.code, memory.time, memory.amount = self.slip.text(), self.time.text(), self.amount.text()
        memory.member, memory.coupon = self.member.text(), self.coupon.text()
        memory.day, memory.by = day_said(self.day.text(), self._today), self.by.text()

    def _on_writers(self, writers: tuple[Writer, ...]) -> None:
        self._writers = writers
        self._mean()

    def _writer(self) -> Writer | None:
        """Who is meant: by their id, the digits of it, or part of their name, if that is one person's."""
        text = self.by.text().casefold()
        exact = [one for one in self._writers if text == one.id.casefold()]
        digits = [one for one in self._writers if text and one.id.casefold().endswith(text)]
        named = [one for one in self._writers if text and text in one.name.casefold()]
        found = exact or digits or named
        return found[0] if len(found) == 1 else None

    def _at(self) -> datetime | None:
        day, when = day_said(self.day.text(), self._today), time_said(self.time.text())
        return at_said(day, when, self.ui.i18n.zone) if day is not None and when is not None else None

    def _minor(self) -> int | None:
        return typed_minor(self.amount.text(), self.ui.i18n.currency)

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.setText(translate("Slips", "Key in paper slips"))
        self.close_button.say(translate("Sheet", "Close"))
        self.how.setText(
            translate("Slips", "Scan the slip, key in time and amount as written, Enter. Day and clerk stay.")
        )
        self.slip.say(
            translate("Slips", "Slip"), translate("Slips", "Scan its code, or its number with the last digit")
        )
        self.time.say(translate("Slips", "Time written"), "1432")
        self.amount.say(translate("Slips", "Amount written"), "")
        self.day.say(translate("Slips", "Day written"), "")
        self.by.say(translate("Slips", "Written by"), translate("Slips", "Number or name"))
        self.member.say(translate("Slips", "Member"), translate("Slips", "Card or phone"))
        self.coupon.say(translate("Slips", "Coupon"), translate("Slips", "If it stood for one"))
        self._mean()
        self.books.say(translate("Slips", "Books"))
        self.forms.say(translate("Slips", "Forms"))
        self.go.say(translate("Slips", "Recording…") if self._busy else translate("Slips", "Book this slip"))
        self.go.setEnabled(not self._busy)
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.done.setText(self._done_words())
        self.done.setVisible(bool(self._memory.count) and not problem)

    def _mean(self) -> None:
        """What was keyed in, as it is understood."""
        i18n = self.ui.i18n
        named = self._named
        off = i18n.money(named.off) if named is not None and named.off else ""
        self.slip.mean(spaced(" · ".join(filter(None, (i18n.text(named.name), off)))) if named else "")
        day = day_said(self.day.text(), self._today)
        self.day.mean(day.isoformat() if day is not None and day.isoformat() != self.day.text() else "")
        when = time_said(self.time.text())
        self.time.mean(f"{when:%H:%M}" if when is not None else "")
        minor = self._minor()
        self.amount.mean(i18n.money(minor) if minor else "")
        writer = self._writer()
        self.by.mean(writer.name if writer is not None else "")

    def _problem(self) -> str:
        if self._refusal is not None:
            return in_full(refusal_words(self._refusal, self._around()))
        return {
            "slip": translate("Slips", "Which slip? Scan its code, or key in its number."),
            "time": translate("Slips", "What time is written on it? Four digits, such as 1432."),
            "day": translate("Slips", "What day is written on it? Such as 29, 11/29 or 2026-11-29."),
            "amount": translate("Slips", "What amount is written on it? Digits and a point only."),
            "by": translate("Slips", "Who wrote it? Their number, or enough of their name."),
        }.get(self._missing, "")

    def _done_words(self) -> str:
        i18n, memory = self.ui.i18n, self._memory
        lines = [
            spaced(
                translate("Slips", "{code} · {time} · {amount}, paid {total}").format(
                    code=one.code,
                    time=i18n.time(one.sale.at),
                    amount=i18n.money(one.sale.amount),
                    total=i18n.money(one.sale.total),
                )
            )
            for one in memory.done[:1]
        ]
        left = memory.done[0].left if memory.done else 0
        count = translate("Slips", "%n slip(s) keyed in.", None, memory.count)
        still = translate("Slips", "%n slip(s) of this book are still out.", None, left)
        return "\n".join((spaced(count), spaced(still), *lines))

    # --- keys and scans ----------------------------------------------------------------------------------------------

    def _on_key(self, key: str) -> None:
        """A key on the screen writes where the focus is."""
        focused = QApplication.focusWidget()
        part = next((one for one in self.fields if one.field is focused), self.slip)
        press_in(part.field, key)
        part.edited.emit()

    def own_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F4:
            self.books_wanted.emit()
            return True
        if event.key() == Qt.Key.Key_F6:
            self.forms_wanted.emit()
            return True
        return False

    def take(self, event: ScanEvent) -> None:
        """A slip; once there is one, a member's card or a coupon as well."""
        text = event.text.strip()
        kind = text[:2].upper()
        if self._busy:
            return
        if kind == _COUPON_CODES and self._named is not None:
            self.coupon.field.setText(text)
        elif kind != _SLIP_CODES and self._named is not None:
            self.member.field.setText(text)
        else:
            self.slip.field.setText("")
            self._name(SlipText(text, self._memory.book, event.symbology))
        self._on_edited()

    def _on_edited(self) -> None:
        self._refusal, self._missing = None, ""
        self._keep()
        self.retranslate()

    def _on_slip_edited(self) -> None:
        self._memory.slip = None
        self._named = None
        self._mean()

    def _on_time_edited(self) -> None:
        text = self.time.text()
        if len(text) == _TIME_DIGITS and text.isdecimal() and time_said(text) is not None:
            self.amount.focus()

    def _name(self, slip: SlipText) -> None:
        self._memory.slip = slip
        self._tasks.run(partial(self._api.name_slip, slip), self._on_named, self._on_fault)

    def _on_named(self, answer: SlipNamed | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._memory.slip = None
            self._named = None
            self._refuse(answer)
            self.slip.focus()
            return
        self._named = answer
        self._refusal, self._missing = None, ""
        self.slip.field.setText(answer.code)
        self._memory.book, self._memory.code = answer.book, answer.code
        self.retranslate()
        self.ui.voice.say(self, self.slip.means.text(), now=True)
        empty = next((one for one in (self.time, self.amount) if not one.text()), self.amount)
        empty.focus()

    # --- booking -----------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        self.submit()

    def submit(self) -> None:
        """Book it, or go to what is missing."""
        if self._busy:
            return
        slip = self._memory.slip
        if slip is None and self.slip.text():
            slip = SlipText(self.slip.text(), self._memory.book)
        at, minor, writer = self._at(), self._minor(), self._writer()
        wanted = (
            ("slip", self.slip, slip is not None),
            ("time", self.time, time_said(self.time.text()) is not None),
            ("amount", self.amount, bool(minor)),
            ("day", self.day, day_said(self.day.text(), self._today) is not None),
            ("by", self.by, writer is not None),
        )
        missing = next(((name, part) for name, part, there in wanted if not there), None)
        if missing is not None:
            self._miss(*missing)
            return
        assert slip is not None
        assert at is not None
        assert minor is not None
        assert writer is not None
        written = Written(slip, at, minor, writer.id, self.member.text(), self.coupon.text())
        self._busy, self._written = True, written
        self.retranslate()
        self._tasks.run(partial(self._api.key_in_slip, written, self._actor), self._on_answer, self._on_fault)

    def _miss(self, name: str, part: KeyedField) -> None:
        # Enter goes on from field to field: only what was left twice, or is none, is said to be missing
        said = bool(part.text()) or part.field is QApplication.focusWidget()
        self._missing, self._refusal = (name if said else ""), None
        self.retranslate()
        part.focus()
        if said:
            self.attention.emit()
            self.ui.voice.say(self, self.problem.text(), now=True)

    def _on_answer(self, answer: SlipBooked | ApprovalNeeded | Refusal) -> None:
        self._busy = False
        if isinstance(answer, SlipBooked):
            self.show_booked(answer)
            self.booked.emit(answer)
        elif isinstance(answer, ApprovalNeeded):
            self.retranslate()
            self.approval_needed.emit(answer, self._written)
        else:
            self._refuse(answer)
            self.slip.focus()

    def show_booked(self, slip: SlipBooked) -> None:
        """It is durable: the next one."""
        self._memory.booked(slip)
        self._named = None
        self._refusal, self._missing = None, ""
        self._fill()
        self.retranslate()
        self.slip.focus()
        self.ui.voice.say(self, self.done.text(), now=True)

    def show_refused(self, refusal: Refusal) -> None:
        """It was not done after all."""
        self._refuse(refusal)

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal, self._missing = refusal, ""
        self.retranslate()
        self.refused.emit(refusal)
        self.ui.voice.say(self, self.problem.text(), now=True)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
