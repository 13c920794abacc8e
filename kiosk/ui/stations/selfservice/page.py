"""The frame around every page: who is here, the language and the end above; the way back, the time that is left and
help below."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QWidget

from kiosk.ui.comfort import Comfort
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import px, respace
from kiosk.ui.stations.selfservice.comfort import ComfortScreen
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.help import HelpScreen
from kiosk.ui.stations.selfservice.languages import LANGUAGE_WORDS, LanguageScreen
from kiosk.ui.stations.selfservice.layer import Answer, Layer, Saying
from kiosk.ui.stations.selfservice.parts import button
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import ElidedText, FitText, Panel, Text, column, row
from kiosk.ui.widgets.touch.bars import BAR_STYLES, fit_bar
from kiosk.ui.widgets.touch.dock import KeyboardDock
from kiosk.ui.widgets.touch.moving import KeypadWalk
from kiosk.ui.widgets.touch.reach import ReachSpace

STILL_THERE = "still_there"
_DIGITS = re.compile(r"\d")
_HANDS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class Hands(QObject):
    """Sees every key and touch of the window before anybody else: as long as there are some, somebody is here."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self._flow = flow
        self._window: QWindow | None = None

    def watch(self, window: QWindow | None) -> None:
        """These hands."""
        if window is not None and window is not self._window:
            window.installEventFilter(self)
            self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self._flow.session.touch()
        return False


class SelfServicePage(Panel):
    """Fills the window."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow.ui, "page")
        self.flow = flow
        self._hands = Hands(flow)
        edge = self.ui.theme.size["s_edge"]
        root = column(self, gap=0)
        root.addWidget(ReachSpace(self.ui))
        lines = column(margins=(edge, 40, edge, 32), gap=24)
        root.addLayout(lines, 1)
        self._lines = lines
        self.top = QWidget()
        top = row(self.top, gap=16)
        words = column(gap=0)
        self.greeting = ElidedText("s_body", "ink2")
        self.heading = FitText(self.ui, ("s_head", "s_title", "s_lead", *BAR_STYLES, "touch_word_4"))
        words.addWidget(self.greeting)
        words.addWidget(self.heading)
        top.addLayout(words, 1)
        self.language = button("s_pill", "language", self._on_language, "s_strong")
        self.end = button("s_end", "end", flow.end, "s_strong")
        self.comfort = button("s_pill", "comfort", self._on_comfort, "s_strong")
        top.addWidget(self.comfort)
        top.addWidget(self.language)
        top.addWidget(self.end)
        self._holder = QWidget()
        self._place = column(self._holder)
        self.bottom = QWidget()
        bottom = row(self.bottom, gap=20)
        self.back = button("s_pill", "back", flow.back, "s_strong")
        self.left = Text("s_note", "ink2")
        self.more = button("s_link", "more_time", flow.session.touch, "s_strong")
        self.help = button("s_pill", "help", self._on_help, "s_strong")
        bottom.addWidget(self.back)
        bottom.addWidget(self.left)
        bottom.addWidget(self.more)
        bottom.addStretch(1)
        bottom.addWidget(self.help)
        lines.addWidget(self.top)
        # with large letters, or in the lower part of the screen alone, a page may be higher than its place
        self._scroll = Scroll(self.ui, pulled=False)
        self._scroll.hold(self._holder)
        lines.addWidget(self._scroll, 1)
        self.dock = KeyboardDock(self.ui, self._holder)
        self.dock.opened.connect(self._show_bars)
        lines.addWidget(self.bottom)
        root.addWidget(self.dock)
        self._above = (self.comfort, self.language, self.end)
        self._below = (self.back, self.left, self.more, self.help)
        self._fitted: tuple[int, float, float, str] | None = None
        self._walk = KeypadWalk(self)
        self.layer = Layer(self.ui, self)
        flow.showing.connect(self._on_showing)
        flow.saying.connect(self._on_saying)
        flow.session.ticked.connect(self._on_ticked)
        flow.session.changed.connect(self.retranslate)
        flow.ended.connect(self._forget)
        self.retranslate()

    @property
    def portrait(self) -> bool:
        """Higher than wide."""
        return self.height() > self.width()

    # --- pages -------------------------------------------------------------------------------------------------------

    def _on_showing(self, screen: Screen) -> None:
        while (item := self._place.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self.dock.put_away()
        self._scroll.to_top()
        self._show_bars()
        self._respace(screen)
        screen.arrange(self.portrait)
        self._place.addWidget(screen)
        screen.show_camera(self.flow.camera)
        if self.flow.status is not None:
            screen.show_status(self.flow.status)
        self.retranslate()
        screen.show()  # else the focus would not come to it
        screen.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.voice.say(screen, screen.heading())
        screen.shown()

    def _respace(self, screen: Screen) -> None:
        edge = self.ui.theme.size["s_edge"]
        if not screen.bars:
            respace(self._lines, (0, 0, 0, 0), 0)
        elif self.portrait:
            respace(self._lines, (edge, 32, edge, 24), 20)
        else:
            open_ = self.dock.is_open  # and takes half of the window
            respace(self._lines, (edge, 12, edge, 8) if open_ else (edge, 24, edge, 20), 10 if open_ else 16)

    def retranslate(self) -> None:
        screen, session = self.flow.screen, self.flow.session
        member = session.member
        heading = screen.heading() if screen is not None else ""
        name = member.masked_name if member is not None else ""
        if heading:
            self.greeting.setText(name)
            self.heading.setText(heading)
        else:
            self.greeting.setText(greeting(self.ui.i18n.local(self.flow.around().now).hour))
            self.heading.setText(name or translate("SelfService", "Welcome"))
        self._show_greeting()
        self.language.say(f"{LANGUAGE_WORDS[self.ui.i18n.language]} ▾")
        self.language.setAccessibleName(translate("SelfService", "Another language"))
        self.comfort.say("Aa")
        self.comfort.setAccessibleName(translate("SelfService", "Larger letters and more"))
        self.end.say(translate("SelfService", "End"))
        self.back.say(translate("SelfService", "‹ Back"))
        self.back.setVisible(self.flow.can_go_back)
        self.help.say(translate("SelfService", "Call our staff"))
        self._on_ticked(session.left_s)

    def _show_bars(self) -> None:
        """The keyboard takes the place of the bar below."""
        screen = self.flow.screen
        bars = screen is not None and screen.bars
        if screen is not None:
            self._respace(screen)
        self.top.setVisible(bars)
        self.bottom.setVisible(bars and not self.dock.is_open)
        self._show_greeting()

    def _show_greeting(self) -> None:
        self.greeting.setVisible(bool(self.greeting.text()) and self.portrait and not self.dock.is_open)

    def _on_language(self) -> None:
        if not isinstance(self.flow.screen, LanguageScreen):
            self.flow.go(lambda: LanguageScreen(self.flow))

    def _on_comfort(self) -> None:
        if not isinstance(self.flow.screen, ComfortScreen):
            self.flow.go(lambda: ComfortScreen(self.flow))

    def _on_help(self) -> None:
        if not isinstance(self.flow.screen, HelpScreen):
            about = self.flow.screen.name if self.flow.screen is not None else ""
            self.flow.go(lambda: HelpScreen(self.flow, about))

    def _forget(self) -> None:
        self.dock.forget()
        self.ui.set_comfort(Comfort())

    # --- time --------------------------------------------------------------------------------------------------------

    def _fit_bars(self) -> None:
        """Both bars in the largest letters that there is room for; who is here has a third of the upper one."""
        width = self.width() - 2 * px(self.ui.theme.size["s_edge"])
        words = [part.text() for part in (*self._above, *self._below) if not part.isHidden()]
        now = (width, self.ui.theme.letters, self.ui.theme.scale, _DIGITS.sub("0", "|".join(words)))
        if now == self._fitted or width <= 0:
            return
        self._fitted = now
        fit_bar(self._above, width * 2 // 3, px(16))
        fit_bar(self._below, width, px(20))

    def _on_ticked(self, left: int) -> None:
        session = self.flow.session
        words = translate("SelfService", "Cleared in %n second(s)", None, left)
        self.left.setText(spaced(words))
        narrow = self.portrait and self.flow.can_go_back
        self.left.setVisible(not narrow)
        more, timed = translate("SelfService", "More time"), translate("SelfService", "More time ({n} s)")
        self.more.say(timed.format(n=left) if narrow else more)
        self._fit_bars()
        soon = session.open and left <= self.flow.settings.warn_s
        if soon and self.layer.name in ("", STILL_THERE):
            if self.layer.name != STILL_THERE:
                self.layer.say(self._still_there())
            self.layer.retranslate()
        elif not soon and self.layer.name == STILL_THERE:
            self.layer.put_away()

    def _still_there(self) -> Saying:
        def text() -> str:
            left = self.flow.session.left_s
            words = translate("SelfService", "Otherwise all of yours is cleared from here in %n second(s).", None, left)
            return spaced(words)

        return Saying(
            STILL_THERE,
            lambda: translate("SelfService", "Are you still there?"),
            text,
            (
                Answer(
                    "more",
                    lambda: translate("SelfService", "Yes, more time"),
                    self.flow.session.touch,
                    "s_primary",
                ),
                Answer("end", lambda: translate("SelfService", "No, end"), self.flow.end),
            ),
            self.flow.session.touch,
        )

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def _on_saying(self, saying: Saying | None) -> None:
        if saying is None:
            self.layer.put_away()
            if self.flow.screen is not None:
                self.flow.screen.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.layer.say(saying)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.flow.session.open:
            self.flow.back()
        elif event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Help) and self.flow.session.open:
            self._on_help()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hands.watch(self.window().windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layer.setGeometry(self.rect())
        self._arrange()

    def retheme(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        if self.flow.screen is not None:
            self._show_bars()
            self.flow.screen.arrange(self.portrait)
            self.retranslate()
        self._fit_bars()


def greeting(hour: int) -> str:
    """By the store's clock."""
    if 5 <= hour < 12:
        return translate("SelfService", "Good morning")
    return translate("SelfService", "Good afternoon") if 12 <= hour < 18 else translate("SelfService", "Good evening")
