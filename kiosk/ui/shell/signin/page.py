"""Sign in, and the lock: the same page, with or without somebody to come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel

from kiosk.application.shell_api import ShellApi
from kiosk.application.staff.outcomes import BadgeRead, SignedIn, StaffName
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.signin.staff_pin import StaffPin
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Panel, Text, column, row


class SignInPage(Panel):
    """Who works here now?

    Signals:
        signed_in(Staff): this person, from now on.
        refused(Refusal): a PIN or badge was not accepted.
    """

    signed_in = Signal(object)
    refused = Signal(object)

    def __init__(self, ui: Ui, api: ShellApi, tasks: TaskRunner, clock: Clock) -> None:
        super().__init__(ui, "page")
        space = ui.theme.space
        self._api, self._tasks = api, tasks
        self._locked: Staff | None = None
        self._by_hq = False
        self._ask_for: str | None = None
        self._terminal: TerminalInfo | None = None
        around = row(self, margins=(space["xxl"], space["m"], space["xxl"], space["m"]))
        card = Panel(ui, "card")
        held(card, width=880, most_height=640)
        around.addStretch(1)
        around.addWidget(card)
        around.addStretch(1)
        lines = column(card, margins=(40, space["xl"], 40, space["l"]), gap=space["l"])
        head = row(gap=space["l"])
        self._sign = QLabel()
        held(self._sign, width=44, height=44)
        words = column(gap=0)
        self.title = Text("title")
        self.more = Text("body", "ink2")
        words.addWidget(self.title)
        words.addWidget(self.more)
        head.addWidget(self._sign)
        head.addLayout(words, 1)
        lines.addLayout(head)
        self.entry = StaffPin(ui, clock)
        self.entry.submitted.connect(self._on_submitted)
        lines.addWidget(self.entry, 1)
        self.setFocusProxy(self.entry)
        self.retheme()
        self.retranslate()

    def open(self, *, locked: Staff | None = None, by_hq: bool = False) -> None:
        """Begin afresh; `locked` comes back by their PIN alone. `by_hq`: because HQ stopped them, or gave them another
        role or other stores."""
        self._locked, self._by_hq = locked, by_hq
        self._ask_for = locked.id if locked is not None else None
        self.entry.reset()
        self.retheme()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the list of staff again."""
        self._tasks.run(self._api.staff, self._on_staff)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Which store and station."""
        self._terminal = terminal
        self.retranslate()

    def badge(self, badge: BadgeRead) -> None:
        """A badge was scanned."""
        self._tasks.run(partial(self._api.sign_in_badge, badge.staff, badge.serial), self._on_answer)

    def note(self, words: Callable[[], str]) -> None:
        """Something to know."""
        self.entry.show_note(words)

    def retheme(self) -> None:
        name = "lock" if self._locked is not None else "badge"
        self._sign.setPixmap(self.ui.icons.pixmap(name, "jade", 44, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        self.title.setText(
            translate("SignIn", "Locked") if self._locked is not None else translate("SignIn", "Sign in")
        )
        place = ""
        if self._terminal is not None:
            place = f"{self.ui.i18n.text(self._terminal.store_name)} · {self._terminal.name}"
        if self._locked is not None:
            words = translate("SignIn", "{name} was here last. The sale under way is kept for them.")
            if self._by_hq:
                words = translate("SignIn", "HQ changed what {name} may do here. The sale under way is kept.")
            place = spaced(words.format(name=self._locked.name))
        self.more.setText(place)

    def sizeHint(self) -> QSize:
        return QSize(1366, 700)

    def _on_staff(self, people: tuple[StaffName, ...]) -> None:
        self.entry.show_people(people, self._ask_for)
        self._ask_for = None  # a list that comes later must not take the choice back
        if self.isVisible():
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_submitted(self, staff: str, pin: str) -> None:
        self._tasks.run(partial(self._api.sign_in, staff, pin), self._on_answer)

    def _on_answer(self, answer: SignedIn | Refusal) -> None:
        if isinstance(answer, SignedIn):
            self.entry.reset()
            self.signed_in.emit(answer.actor)
        else:
            self.entry.show_refusal(answer)
            self.refused.emit(answer)
