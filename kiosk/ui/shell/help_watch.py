"""Somebody at a station without staff wants help: the strip that says so on the store's other screens, until somebody
says that they go there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel

from kiosk.application.help.outcomes import HelpCall
from kiosk.application.shell_api import ShellApi
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import Clock, instant, millis
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.messages import Level, Messages
from kiosk.ui.shell.sounds import Sound, Speaker
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, Panel, restyle, row
from kiosk.ui.words.surroundings import Surroundings

HELP_STRIP = 52
"""Design pixels of the strip."""
BLINK_MS = 600
SOUND_AGAIN_MS = 20_000
"""A call that nobody answers is heard again."""
_STRIP = "help"


class HelpStrip(Panel):
    """Who calls, since when, and the one thing to do about it.

    Signals:
        pressed(): somebody goes there.
    """

    pressed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "caution")
        space = ui.theme.space
        held(self, height=HELP_STRIP)
        line = row(self, margins=(space["xl"], 4, space["xl"], 4), gap=space["m"])
        self._sign = QLabel()
        held(self._sign, width=24, height=24)
        self.text = ElidedText("strong")
        self.go = Button("primary", "strong", key="Ctrl H")
        self.go.setObjectName("help_go")
        self.go.clicked.connect(self.pressed)
        held(self.go, least_height=44)
        line.addWidget(self._sign)
        line.addWidget(self.text, 1)
        line.addWidget(self.go)
        self._lit = False
        self.retheme()
        self.hide()

    def light(self, lit: bool) -> None:
        """On or off, in turn: it flashes."""
        self._lit = lit
        restyle(self, role="alarm" if lit else "caution")
        self.text.set_tone("red_ink" if lit else "ink")
        self.retheme()

    def retheme(self) -> None:
        tone = "red" if self._lit else "warn"
        self._sign.setPixmap(self.ui.icons.pixmap("alert", tone, 24, self.devicePixelRatioF()))


class HelpWatch(Panel):
    """Knows which calls ask for somebody, and has them shown. Has no look of its own."""

    def __init__(
        self,
        ui: Ui,
        api: ShellApi,
        tasks: TaskRunner,
        clock: Clock,
        messages: Messages,
        speaker: Speaker,
        actor: Callable[[], Staff | None],
    ) -> None:
        """`actor`: who works; None: nobody, who has to sign in before they go."""
        super().__init__(ui)
        self._api, self._tasks, self._clock = api, tasks, clock
        self._messages, self._speaker, self._actor = messages, speaker, actor
        self._calls: tuple[HelpCall, ...] = ()
        self._wanted = True
        self.strip = HelpStrip(ui)
        self.strip.pressed.connect(self.answer)
        self._blink = QTimer(self)
        self._blink.setInterval(BLINK_MS)
        self._blink.timeout.connect(self._on_blink)
        self._again = QTimer(self)
        self._again.setInterval(SOUND_AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        self._lit = False
        self.hide()

    @property
    def calls(self) -> tuple[HelpCall, ...]:
        """Those that ask, the longest waiting first."""
        return self._calls

    def want(self, wanted: bool) -> None:
        """Whether this station shows calls: one that customers stand at does not."""
        self._wanted = wanted
        self._show()

    @Slot()
    def look(self) -> None:
        """HQ has told something, or the time goes on."""
        self._tasks.run(self._api.help_calls, self._on_calls)

    def tick(self) -> None:
        """A minute more that somebody waits."""
        if self._calls:
            self._say()
            if self._clock.now_ms() // 1000 % 60 == 0:
                self.look()  # one that waits for too long is nobody's any more

    def _on_calls(self, calls: tuple[HelpCall, ...]) -> None:
        # a terminal's own call is on its own screen
        calls = tuple(call for call in calls if not call.here)
        new = {call.call for call in calls} - {call.call for call in self._calls}
        self._calls = calls
        self._show()
        if new and self._wanted:
            self._speaker.play(Sound.ATTENTION)
            self.ui.voice.say(self.strip, self.strip.text.text(), now=True)

    def _show(self) -> None:
        shown = bool(self._calls) and self._wanted
        if shown is self.strip.isHidden():
            self.strip.setVisible(shown)
            self.ui.reserve(_STRIP, HELP_STRIP if shown else 0)
        if shown:
            self._say()
            if not self._blink.isActive():
                self._blink.start()
                self._again.start()
                self._on_blink()
        else:
            self._blink.stop()
            self._again.stop()

    def _on_blink(self) -> None:
        self._lit = not self._lit
        self.strip.light(self._lit)

    def _on_again(self) -> None:
        self._speaker.play(Sound.ATTENTION)

    def retranslate(self) -> None:
        if self._calls:
            self._say()

    def _say(self) -> None:
        call, more = self._calls[0], len(self._calls) - 1
        minutes = max(0, (self._clock.now_ms() - millis(call.since)) // 60_000)
        parts = [
            translate("Help", "{terminal} calls for help, since {time}").format(
                terminal=call.terminal, time=self.ui.i18n.time(call.since)
            )
        ]
        if minutes:
            parts.append(translate("Help", "waiting for %n minute(s)", None, minutes))
        if more:
            parts.append(translate("Help", "%n more", None, more))
        self.strip.text.setText(spaced(" · ".join(parts)))
        self.strip.go.say(translate("Help", "I am going"))
        self.strip.setAccessibleName(self.strip.text.text())

    @Slot()
    def answer(self) -> None:
        """Ctrl H: whoever works here goes to the one that has waited longest."""
        if not self._calls:
            self._messages.notice(lambda: translate("Help", "Nobody calls for help."))
            return
        actor = self._actor()
        if actor is None:
            self._messages.notice(lambda: translate("Help", "Sign in first: who goes there is kept."), Level.ATTENTION)
            return
        self._tasks.run(partial(self._api.answer_help, self._calls[0].call, actor), self._on_answer)

    def _on_answer(self, answer: HelpCall | Refusal) -> None:
        if isinstance(answer, Refusal):
            from kiosk.ui.words.refusals import in_a_sentence, refusal_words  # a start does without them

            around = Surroundings(self.ui.i18n, instant(self._clock.now_ms()))
            self._messages.notice(lambda: in_a_sentence(refusal_words(answer, around)))
        else:
            self._messages.notice(
                lambda: spaced(
                    translate("Help", "{terminal} knows that you are coming.").format(terminal=answer.terminal)
                )
            )
        self.look()
