"""The line at the top: where we are, how HQ is reached, who works, which language, what time it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal

from kiosk.application.documents.outcomes import PrintDesk
from kiosk.application.sync.outcomes import Link, SyncStatus, TerminalInfo
from kiosk.domain.documents.printers import PrintSetup
from kiosk.domain.staff.actors import Staff
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.i18n import LANGUAGE_NAMES, translate
from kiosk.ui.measure import held, px
from kiosk.ui.shell.print_watch import trouble_sentence
from kiosk.ui.widgets.basics import Button, Panel, Pill, Text, restyle, row
from kiosk.ui.words.troubles import trouble_word


def sync_words(ui: Ui, status: SyncStatus) -> tuple[str, str]:
    """(pill kind, words) for the badge."""
    since = ui.i18n.time(status.since)
    waiting = translate("Sync", "%n waiting", None, status.queue)
    if status.link is Link.OFFLINE:
        kind, text = "warn", translate("Sync", "Offline since {time}").format(time=since)
        if trouble := trouble_word(status.trouble):
            text = f"{text} · {trouble}"
    elif status.link is Link.COPIED:
        kind, text = "red", translate("Sync", "Used on two computers")
    elif status.link is Link.HELD:
        kind, text = "red", translate("Sync", "Held by HQ")
    elif status.link is Link.CONNECTING:
        kind, text = "info", translate("Sync", "Connecting to HQ…")
    elif status.link is Link.REVOKED:
        kind, text = "red", translate("Sync", "Terminal switched off by HQ")
    elif status.link is Link.FORKED:
        kind, text = "red", translate("Sync", "Journal restored: HQ is checking")
    elif trouble := trouble_word(status.trouble):
        kind, text = "warn", f"{translate('Sync', 'Online')} · {trouble}"
    else:
        kind, text = "jade", translate("Sync", "Online")
    if status.queue:
        text = f"{text} · {waiting}"
    return kind, f"●  {text}"


class Header(Panel):
    """Store, terminal, campaign day, HQ badge, clerk, language, clock.

    Signals:
        language_chosen(str): one of LANGUAGES.
        clerk_pressed(): the clerk's name was pressed.
        station_pressed(): the terminal's name was pressed, which says what it is used for.
        theme_pressed(), sound_pressed(): the round buttons.
        printing_pressed(): the printer, which is there where one is set up.
    """

    language_chosen = Signal(str)
    clerk_pressed = Signal()
    station_pressed = Signal()
    theme_pressed = Signal()
    sound_pressed = Signal()
    printing_pressed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "header")
        space = ui.theme.space
        held(self, height=ui.theme.size["header"])
        self._terminal: TerminalInfo | None = None
        self._status: SyncStatus | None = None
        self._actor: Staff | None = None
        self._muted = False
        self._title = ""
        self._badge = ("info", "")
        line = row(self, margins=(space["xl"], 0, space["xl"], 0), gap=space["m"])
        self.store = Text("lead")
        self.station = Button("plain", "body")
        self.station.setObjectName("station")
        self.station.clicked.connect(self.station_pressed)
        self.campaign = Pill("line")
        self.badge = Pill("info")
        self.printing = Button("chip", "caption_strong")
        self.printing.setObjectName("printing")
        self.printing.clicked.connect(self.printing_pressed)
        self._printing = PrintDesk(PrintSetup())
        self.clerk = Button("chip", "caption_strong")
        self.clerk.setObjectName("clerk")
        self.clerk.clicked.connect(self.clerk_pressed)
        self.clock = Text("strong")
        line.addWidget(self.store)
        line.addWidget(self.station)
        line.addWidget(self.campaign)
        line.addStretch(1)
        line.addWidget(self.badge)
        line.addWidget(self.printing)
        line.addWidget(self.clerk)
        self.printing.hide()
        self.languages: dict[str, Button] = {}
        switch = row(gap=space["xs"])
        for language in LANGUAGES:
            button = Button("chip", "caption_strong")
            button.setObjectName(f"language_{language}")
            button.say(LANGUAGE_NAMES[language])
            button.setCheckable(True)
            button.clicked.connect(self._on_language)
            self.languages[language] = button
            switch.addWidget(button)
        line.addLayout(switch)
        self.sound = Button("chip")
        self.sound.setObjectName("sound")
        self.sound.clicked.connect(self.sound_pressed)
        self.theme = Button("chip")
        self.theme.setObjectName("theme")
        self.theme.clicked.connect(self.theme_pressed)
        for button in (self.sound, self.theme):
            line.addWidget(button)
        line.addWidget(self.clock)
        self.retheme()
        self.retranslate()

    def event(self, event: QEvent) -> bool:
        # Another name, another state, another width.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Where there is no room for everything the campaign goes first, which the page shows too, then the end of HQ's
        state; its tool tip has all of it."""
        kind, words = self._badge
        self.badge.set(kind, words)
        gap = px(self.ui.theme.space["m"])
        others = (
            self.store,
            self.station,
            self.printing,
            self.clerk,
            *self.languages.values(),
            self.sound,
            self.theme,
            self.clock,
        )
        room = self.width() - 2 * px(self.ui.theme.space["xl"])
        room -= sum(part.sizeHint().width() + gap for part in others if not part.isHidden())
        room -= self.badge.sizeHint().width()
        if room < 0:
            metrics = self.badge.fontMetrics()
            have = metrics.horizontalAdvance(words) + room
            self.badge.set(kind, metrics.elidedText(words, Qt.TextElideMode.ElideRight, have))
        self.badge.setToolTip(words if room < 0 else "")
        self.campaign.setVisible(bool(self.campaign.text()) and room >= self.campaign.sizeHint().width() + gap)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is."""
        self._terminal = terminal
        self.retranslate()

    def show_status(self, status: SyncStatus) -> None:
        """How HQ is reached."""
        self._status = status
        self._badge = sync_words(self.ui, status)
        self._fit()

    def show_printing(self, desk: PrintDesk) -> None:
        """How printing stands: how many words are wanted, or whether a printer holds something up."""
        self._printing = desk
        self.printing.setVisible(bool(desk.printers))
        self.retheme()
        self._say_printing()
        self._fit()

    def _say_printing(self) -> None:
        desk = self._printing
        wanted = desk.words_wanted or len(desk.in_trouble)
        self.printing.say(f"{wanted}" if wanted else "")
        said = translate("Printing", "Printing: all is well (Ctrl F11)")
        if desk.words_wanted:
            said = translate("Printing", "Printing: %n answer(s) wanted (Ctrl F11)", None, desk.words_wanted)
        elif desk.in_trouble:
            said = trouble_sentence(desk.in_trouble[0])
        self.printing.setAccessibleName(said)
        self.printing.setToolTip(said)

    def show_actor(self, actor: Staff | None) -> None:
        """Who works."""
        self._actor = actor
        self.clerk.setVisible(actor is not None)
        self.clerk.say(actor.name if actor is not None else "")

    def show_station(self, title: str) -> None:
        """What this terminal is used for."""
        self._title = title
        self.retranslate()

    def show_clock(self, text: str) -> None:
        """The store's wall clock."""
        if text != self.clock.text():
            self.clock.setText(text)

    def show_muted(self, muted: bool) -> None:
        """Whether sounds are off."""
        self._muted = muted
        self.retheme()
        self.retranslate()

    def retheme(self) -> None:
        for button in (self.sound, self.theme, self.printing):
            button.setIconSize(QSize(px(20), px(20)))
        troubled = self._printing.words_wanted or self._printing.in_trouble
        self.printing.setIcon(self.ui.icons.icon("printer", "warn" if troubled else "ink2"))
        self.sound.setIcon(self.ui.icons.icon("sound_off" if self._muted else "sound", "ink2"))
        self.theme.setIcon(self.ui.icons.icon("sun" if self.ui.theme.dark else "moon", "ink2"))

    def retranslate(self) -> None:
        terminal, i18n = self._terminal, self.ui.i18n
        self.store.setText(i18n.text(terminal.store_name) if terminal else "")
        self.station.say(terminal.name if terminal else self._title)
        self.station.setAccessibleName(self._title)
        campaign = ""
        if terminal is not None and terminal.campaign is not None:
            campaign = i18n.text(terminal.campaign)
            if terminal.day is not None and terminal.days is not None:
                day = translate("Header", "day {day} of {days}").format(day=terminal.day, days=terminal.days)
                campaign = f"{campaign} · {day}"
        self.campaign.setText(campaign)
        if self._status is None:
            self._badge = ("info", f"●  {translate('Sync', 'Connecting to HQ…')}")
            self._fit()
        else:
            self.show_status(self._status)
        for language, button in self.languages.items():
            button.setChecked(language == i18n.language)
        words = translate("Header", "{station}. Change the station, set up the scanner (Ctrl F9)")
        self.station.setToolTip(words.format(station=self._title))
        self._say_printing()
        self.clerk.setToolTip(translate("Header", "Switch clerk (F9)"))
        self.sound.setAccessibleName(translate("Header", "Sound on or off"))
        self.sound.setToolTip(translate("Header", "Sound on or off"))
        self.theme.setAccessibleName(translate("Header", "Light or dark"))
        self.theme.setToolTip(translate("Header", "Light or dark"))

    def _on_language(self) -> None:
        for language, button in self.languages.items():
            button.setChecked(language == self.ui.i18n.language)
            if button is self.sender():
                self.language_chosen.emit(language)


BANNER = 40
"""Design pixels of a banner of one line."""


class Banner(Panel):
    """A strip below the header for what must not be overlooked: clock wrong, terminal switched off."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "caution")
        space = ui.theme.space
        line = row(self, margins=(space["xl"], space["s"], space["xl"], space["s"]), gap=space["m"])
        self.text = Text("strong", wrap=True)
        self._status: SyncStatus | None = None
        self._tolerance = 0
        line.addWidget(self.text, 1)
        self.hide()

    def show_status(self, status: SyncStatus, tolerance_ms: int) -> None:
        """Say what the status calls for, or hide."""
        self._status, self._tolerance = status, tolerance_ms
        self.retranslate()

    def put_away(self) -> None:
        """Nothing is said where customers are alone."""
        self._status = None
        self.hide()
        self.ui.reserve("banner", 0)

    def retranslate(self) -> None:
        status = self._status
        if status is None:
            return
        text, role = "", "caution"
        if status.waits == Link.COPIED.value:
            role = "alarm"
            text = translate(
                "Banner",
                "Two computers are this terminal. Coupons and points wait until HQ decides: call IT.",
            )
        elif status.waits:
            role = "alarm"
            text = translate("Banner", "Set back too often: coupons and points wait until HQ decides. Call IT.")
        elif status.link is Link.REVOKED:
            role = "alarm"
            text = translate("Banner", "HQ has switched this terminal off. Redeem at another till and call IT.")
        elif status.link is Link.FORKED:
            role = "alarm"
            text = translate(
                "Banner", "The journal was restored from a backup. Coupons wait for HQ; nothing is used twice."
            )
        elif status.clock_backwards:
            text = translate(
                "Banner", "This computer’s clock was set back. Coupons wait until HQ has confirmed the time."
            )
        elif status.clock_off_ms is not None and abs(status.clock_off_ms) > self._tolerance:
            minutes = max(1, round(abs(status.clock_off_ms) / 60_000))
            text = (
                translate(
                    "Banner", "This computer’s clock is %n minute(s) slow. Please have it set right.", None, minutes
                )
                if status.clock_off_ms > 0
                else translate(
                    "Banner", "This computer’s clock is %n minute(s) fast. Please have it set right.", None, minutes
                )
            )
        self.text.setText(text)
        self.text.set_tone("red_ink" if role == "alarm" else "ink")
        restyle(self, role=role)
        self.setVisible(bool(text))
        self.ui.reserve("banner", BANNER if text else 0)
