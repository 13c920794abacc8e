"""Choose a name, key in the PIN: for signing in, for changing the clerk, for a manager's approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel

from kiosk.application.staff.outcomes import StaffName
from kiosk.domain.members.characters import characters
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.pins import MAX_PIN, MIN_PIN
from kiosk.domain.time import Clock, instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.actions import ENTER, press_focused
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, ListArea, Panel, RowButton, Text, column, restyle, row
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.words.codes import role_word
from kiosk.ui.words.durations import duration_words
from kiosk.ui.words.surroundings import Surroundings


class StaffButton(RowButton):
    """One person of the list."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui.theme.size["avatar"] + 12)
        space = ui.theme.space
        self.person: StaffName | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = row(self, margins=(space["m"], 6, space["m"], 6), gap=space["m"])
        self.avatar = QLabel()
        self.avatar.setProperty("role", "avatar")
        self.avatar.setProperty("type", "title")
        self.avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = ui.theme.size["avatar"]
        held(self.avatar, width=side, height=side)
        words = column(gap=0)
        self.name = ElidedText("lead")
        self.role = Text("caption", "ink2")
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.role)
        words.addStretch(1)
        self.cap = KeyCap("")
        line.addWidget(self.avatar)
        line.addLayout(words, 1)
        line.addWidget(self.cap)
        self.seal()

    def show_person(self, person: StaffName, number: int, wait: str) -> None:
        """Show the `number`th person (from 1); `wait` in words when they must wait."""
        self.person = person
        self.setObjectName(f"staff_{person.id}")
        self.avatar.setText("".join(characters(person.name)[:1]))
        self.name.setText(person.name)
        self.role.setText(wait or role_word(person.role))
        self.role.set_tone("red" if wait else "ink2")
        self.cap.setText(str(number))
        self.cap.setVisible(number <= 9)
        self.setAccessibleName(aloud(person.name, self.role.text()))


class StaffPin(Panel):
    """A list of people on the left, the PIN on the right.

    Signals:
        submitted(str, str): staff id and PIN.
        backed_out(): Esc with nothing chosen.
    """

    submitted = Signal(str, str)
    backed_out = Signal()

    def __init__(self, ui: Ui, clock: Clock, *, approve: bool = False, others_only: bool = False) -> None:
        """`approve`: a manager stands by; `others_only`: who works now is not in the list."""
        super().__init__(ui)
        space = ui.theme.space
        self._others_only = others_only
        self._clock = clock
        self._approve = approve
        self._people: tuple[StaffName, ...] = ()
        self._chosen: StaffName | None = None
        self._pin = ""
        self._refusal: Refusal | None = None
        self._note: Callable[[], str] | None = None
        self._waits: dict[str, datetime] = {}
        self._busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._on_tick)

        sides = row(self, gap=space["xxl"])
        left = column(gap=space["s"])
        self.who = Text("strong", "ink2")
        left.addWidget(self.who)
        self.none = Text("body", "ink2", wrap=True)
        left.addWidget(self.none)
        area = ListArea(space["s"])
        self._list = area.rows
        left.addWidget(area, 1)
        self.buttons: list[StaffButton] = []
        sides.addLayout(left, 1)

        right = column(gap=space["m"])
        self.prompt = Text("lead")
        self.dots = Text("title")
        self.dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.well = QFrame()
        self.well.setProperty("role", "well")
        held(self.well, height=56)
        column(self.well, margins=(space["m"], 0, space["m"], 0)).addWidget(self.dots)
        self.problem = Text("body", "red", wrap=True)
        held(self.problem, least_height=48)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.keypad = Keypad(ui, pin=True)
        self.keypad.pressed.connect(self._on_key)
        for name in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"):
            self.keypad.key(name).setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go = Button("primary", "lead", key="Enter", rank="large")
        self.go.setObjectName("submit_pin")
        self.go.clicked.connect(self._submit)
        self.badge_hint = Text("caption", "ink2", wrap=True)
        right.addWidget(self.prompt)
        right.addWidget(self.well)
        right.addWidget(self.problem)
        right.addWidget(self.keypad)
        right.addWidget(self.go)
        right.addWidget(self.badge_hint)
        right.addStretch(1)
        sides.addLayout(right, 1)
        self.retranslate()

    # --- from outside ------------------------------------------------------------------------------------------------

    def show_people(self, people: tuple[StaffName, ...], chosen: str | None = None) -> None:
        """The list; `chosen` is asked for the PIN at once. One person alone is chosen as well. Who was chosen before
        and is still there goes on."""
        before = self._chosen
        wanted = chosen or (before.id if before is not None else None)
        self._people = people
        self._waits = {person.id: person.wait_until for person in people if person.wait_until is not None}
        self._chosen = next((person for person in people if person.id == wanted), None)
        if self._chosen is None and len(people) == 1:
            self._chosen = people[0]
        # when the list only came anew, what somebody is typing stays
        if before is None or self._chosen is None or before.id != self._chosen.id:
            self._busy = False
            self._refusal = None
            self._pin = ""
            self._note = None
        self._watch()
        self.retranslate()

    def show_refusal(self, refusal: Refusal) -> None:
        """The answer was no."""
        self._busy = False
        self._pin = ""
        self._refusal = refusal
        until = refusal.args.get("until")
        if (
            self._chosen is not None
            and isinstance(until, datetime)
            and refusal.code
            in (
                RefusalCode.PIN_LOCKED,
                RefusalCode.WRONG_PIN,
            )
        ):
            self._waits[self._chosen.id] = until
        self._watch()
        self.retranslate()
        self.ui.voice.say(self, self.problem.text(), now=True)

    def show_note(self, note: Callable[[], str]) -> None:
        """Something to know, for example that a badge was not accepted."""
        self._note = note
        self.retranslate()

    def reset(self) -> None:
        """Nobody chosen, nothing typed; no digit of a PIN stays."""
        self._chosen = None
        self._pin = ""
        self._refusal = None
        self._busy = False
        self._note = None
        self.retranslate()

    @property
    def chosen(self) -> StaffName | None:
        """Who is asked for the PIN."""
        return self._chosen

    def keys_memento(self) -> Callable[[], None]:
        """Makes who is chosen and what was typed what they are now again."""
        return partial(self._restore, self._chosen, self._pin)

    def _restore(self, chosen: StaffName | None, pin: str) -> None:
        if shiboken6.isValid(self) and not self._busy:
            self._chosen, self._pin = chosen, pin
            self._watch()
            self.retranslate()

    # --- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(chr(key))
        elif key == Qt.Key.Key_Backspace:
            self._on_key(Keypad.BACK)
        elif press_focused(event, self.focusWidget()):
            pass
        elif key in ENTER:
            self._submit()
        elif key == Qt.Key.Key_Escape and (self._chosen is not None and len(self._people) > 1):
            self.reset()
            self.setFocus()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._people:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def _move(self, step: int) -> None:
        at = self._people.index(self._chosen) if self._chosen is not None else (-1 if step > 0 else 0)
        self._choose(self._people[(at + step) % len(self._people)])

    def _digit(self, digit: str) -> None:
        if self._chosen is None:
            number = int(digit)
            if 1 <= number <= len(self._people):
                self._choose(self._people[number - 1])
        elif len(self._pin) < MAX_PIN and not self._busy and not self._wait_left(self._chosen):
            self._pin += digit
            self._refusal = None
            self.retranslate()

    def _on_key(self, key: str) -> None:
        if key == Keypad.BACK and not self._pin and len(self._people) > 1:
            self.reset()
        elif key == Keypad.BACK:
            self._pin = self._pin[:-1]
        elif key == Keypad.CLEAR:
            self._pin = ""
        else:
            self._digit(key)
        self.retranslate()

    def _choose(self, person: StaffName) -> None:
        self._chosen = person
        self._pin = ""
        self._refusal = None
        self._note = None
        self.setFocus()
        self._watch()
        self.retranslate()

    def _on_staff(self) -> None:
        button = self.sender()
        if isinstance(button, StaffButton) and button.person is not None:
            self._choose(button.person)

    def _submit(self) -> None:
        if self._chosen is None or self._busy or len(self._pin) < MIN_PIN or self._wait_left(self._chosen):
            return
        self._busy = True
        pin, self._pin = self._pin, ""
        self.retranslate()
        self.submitted.emit(self._chosen.id, pin)

    # --- waiting -----------------------------------------------------------------------------------------------------

    def _wait_left(self, person: StaffName) -> int:
        until = self._waits.get(person.id)
        if until is None:
            return 0
        return max(0, -int(-(until - instant(self._clock.now_ms())).total_seconds() // 1))

    def _watch(self) -> None:
        if any(self._wait_left(person) for person in self._people):
            self._tick.start()
        else:
            self._tick.stop()

    def _on_tick(self) -> None:
        if self._refusal is not None and self._chosen is not None and not self._wait_left(self._chosen):
            self._refusal = None
        self._watch()
        self.retranslate()

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.who.setText(
            translate("SignIn", "Who stands by?") if self._approve else translate("SignIn", "Who are you?")
        )
        self.none.setText(self._nobody_words())
        self.none.setVisible(not self._people)
        while len(self.buttons) < len(self._people):
            button = StaffButton(self.ui)
            button.clicked.connect(self._on_staff)
            self._list.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        for at, button in enumerate(self.buttons):
            if at < len(self._people):
                person = self._people[at]
                left = self._wait_left(person)
                wait = translate("SignIn", "wait {time}").format(time=duration_words(left)) if left else ""
                button.show_person(person, at + 1, wait)
                button.setChecked(person == self._chosen)
            button.setVisible(at < len(self._people))
        chosen = self._chosen
        self.prompt.setText(
            spaced(translate("SignIn", "PIN of {name}").format(name=chosen.name))
            if chosen is not None
            else translate("SignIn", "Choose your name")
        )
        self.dots.setText("●  " * (len(self._pin) - 1) + "●" if self._pin else "")
        entered = translate("SignIn", "%n digit(s) of the PIN", None, len(self._pin))
        self.setAccessibleName(f"{self.prompt.text()}. {entered}" if self._pin else self.prompt.text())
        restyle(self.well, role="well")
        left = self._wait_left(chosen) if chosen is not None else 0
        self.problem.setText(self._problem_words(left))
        action = translate("SignIn", "Approve") if self._approve else translate("SignIn", "Sign in")
        self.go.say(translate("SignIn", "Checking…") if self._busy else action)
        self.go.setEnabled(chosen is not None and not self._busy and len(self._pin) >= MIN_PIN and not left)
        self.keypad.setEnabled(chosen is not None and not left)
        self.badge_hint.setText(translate("SignIn", "Or scan your staff badge."))
        self.badge_hint.setVisible(not self._approve)

    def _nobody_words(self) -> str:
        if self._approve:
            return translate("SignIn", "No manager is on this store’s staff list.")
        if self._others_only:
            return translate("SignIn", "Nobody else is on this store’s staff list.")
        return translate("SignIn", "Nobody may sign in here yet. HQ sends the list as soon as it is reached.")

    def _problem_words(self, left: int) -> str:
        if left:
            return translate("SignIn", "Too many wrong PINs. Try again in {time}.").format(time=duration_words(left))
        if self._refusal is not None:
            from kiosk.ui.words.refusals import in_a_sentence, refusal_words  # a start does without them

            around = Surroundings(self.ui.i18n, instant(self._clock.now_ms()))
            words = refusal_words(self._refusal, around)
            return in_a_sentence(words)
        return self._note() if self._note is not None else ""
