"""The page of the readable journal: day, topics, search; the list; one fact in full."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QWidget

from kiosk.application.journal.outcomes import FactInFull, FactLine, JournalDays, JournalQuery, Topic
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import Shape, held
from kiosk.ui.stations.journal.detail import FactPanel
from kiosk.ui.stations.journal.lines import FactLines, FactList
from kiosk.ui.widgets.basics import Button, Panel, Text, column, row, rule
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.words.journal import topic_word

SEARCH_AFTER_MS = 250
"""So long after the last key of a search it begins by itself."""


class JournalPage(Panel):
    """Shows what the station reads.

    Signals:
        asked(JournalQuery): another day, topic or search.
        more_wanted(): the end of the list is in view.
        chosen(FactLine): this one in full.
    """

    asked = Signal(object)
    more_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "page")
        space = ui.theme.space
        self._days: JournalDays | None = None
        self._topic: Topic | None = None
        self._day: date | None = None
        self._loading = False
        self._found = 0
        self._sides = sides = row(self, margins=(space["xl"], space["m"], space["xl"], space["m"]), gap=space["l"])
        card = Panel(ui, "card")
        lines = column(card, margins=(space["l"], space["l"], space["l"], space["m"]), gap=space["m"])
        lines.addLayout(self._build_head())
        lines.addWidget(self.typed.pad)
        lines.addLayout(self._build_topics())
        lines.addWidget(rule())
        lines.addWidget(self._build_list(), 1)
        self.fact = FactPanel(ui)
        held(self.fact, least_width=ui.theme.size["gutter"])
        sides.addWidget(card, 9)
        sides.addWidget(self.fact, 4)
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(SEARCH_AFTER_MS)
        self._search.timeout.connect(self.ask)
        self._arrange()
        self.retranslate()

    @property
    def shown_day(self) -> date | None:
        """The day on the page; None before one was read."""
        return self._day

    def _arrange(self) -> None:
        """The fact beside the list, or below it."""
        tall = self.ui.shape is Shape.TALL
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        self._sides.setStretch(1, 5 if tall else 4)
        self.fact.arrange(tall=tall)
        self._on_pad(self.typed.pad.isVisibleTo(self))

    def _on_pad(self, shown: bool) -> None:
        """Keys on the screen have the room of the fact, where that stands below the list."""
        self.fact.setVisible(not (shown and self.ui.shape is Shape.TALL))

    def _build_head(self) -> QHBoxLayout:
        head = row(gap=self.ui.theme.space["s"])
        self.title = Text("title")
        self.before = Button("chip", "strong")
        self.before.setObjectName("day_before")
        self.before.clicked.connect(self.earlier)
        self.day = Text("lead")
        self.day.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self.day, least_width=132)
        self.after = Button("chip", "strong")
        self.after.setObjectName("day_after")
        self.after.clicked.connect(self.later)
        self.typed = TypedField(self.ui, "journal_search", longest=60, pad_apart=True)
        self.field = self.typed.field
        self.field.setProperty("type", "body")
        held(self.typed, width=380)
        self.typed.edited.connect(self._on_edited)
        self.typed.entered.connect(self._on_entered)
        self.typed.pad_shown.connect(self._on_pad)
        head.addWidget(self.title)
        head.addSpacing(self.ui.theme.space["m"])
        for part in (self.before, self.day, self.after):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.typed)
        return head

    def _build_topics(self) -> QHBoxLayout:
        choices = row(gap=self.ui.theme.space["s"])
        self.topics: dict[Topic | None, Button] = {}
        for topic in (None, *Topic):
            button = Button("chip", "caption_strong")
            button.setObjectName(f"topic_{topic.value if topic is not None else 'all'}")
            button.setCheckable(True)
            button.clicked.connect(self._on_topic)
            self.topics[topic] = button
            choices.addWidget(button)
        choices.addStretch(1)
        self.count = Text("caption", "ink2")
        choices.addWidget(self.count)
        return choices

    def _build_list(self) -> QWidget:
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self.lines = FactLines(self.ui)
        self.lines.wanted.connect(self.more_wanted)
        self.list = FactList(self.ui, self.lines)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        empty = QWidget()
        blank = column(empty)
        self.none = Text("lead", "ink2", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        blank.addStretch(1)
        blank.addWidget(self.none)
        blank.addStretch(2)
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        return holder

    # --- what is looked for ------------------------------------------------------------------------------------------

    @property
    def query(self) -> JournalQuery | None:
        """What is looked for; None before the days are known."""
        return JournalQuery(self._day, self._topic, self.field.text().strip()) if self._day is not None else None

    def show_days(self, days: JournalDays) -> None:
        """Which days there are. Whoever looks at the last one goes on to a new last one."""
        at_last = self._days is None or self._day == self._days.last
        self._days = days
        if at_last and self._day != days.last:
            self._day = days.last
            self.ask()
        self._show_state()

    def ask(self) -> None:
        """Look again."""
        self._search.stop()
        if self.query is not None:
            self._loading = True
            self.asked.emit(self.query)
            self._show_state()

    def earlier(self) -> None:
        """The day before."""
        self._go(-1)

    def later(self) -> None:
        """The day after."""
        self._go(1)

    def _go(self, days: int) -> None:
        if self._days is not None and self._day is not None:
            day = min(max(self._day + timedelta(days=days), self._days.first), self._days.last)
            if day != self._day:
                self._day = day
                self.ask()

    def choose_topic(self, topic: Topic | None) -> None:
        """Only these; None: all."""
        self._topic = topic
        self.ask()

    def search(self) -> None:
        """Into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def put_away(self) -> None:
        """Esc: the search, then the topic, then back to the last day."""
        if self.field.text():
            self.field.clear()
            self.list.setFocus()
            self.ask()
        elif self._topic is not None:
            self.choose_topic(None)
        elif self._days is not None and self._day != self._days.last:
            self._day = self._days.last
            self.ask()

    def clear(self) -> None:
        """As it was at first: nothing of what one person looked for is left for the next."""
        self.field.clear()
        self._topic, self._day, self._days = None, None, None
        self.lines.begin()
        self.fact.show_fact(None)
        self._show_state()

    # --- what was found ----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """An answer to another question begins."""
        self.lines.begin()
        self.fact.show_fact(None)

    def add(self, lines: tuple[FactLine, ...], *, more: bool) -> None:
        """What was found next."""
        first = not self.lines.lines
        self.lines.add(lines, more=more)
        self._loading = more and not self.lines.lines
        if first and self.lines.lines:
            flag = QItemSelectionModel.SelectionFlag.SelectCurrent
            self.list.selectionModel().setCurrentIndex(self.lines.index(0), flag)
        self._show_state()

    def show_fact(self, fact: FactInFull | None) -> None:
        """The chosen one in full."""
        self.fact.show_fact(fact)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.lines.lines[current.row()])

    def _on_topic(self) -> None:
        for topic, button in self.topics.items():
            if button is self.sender():
                self.choose_topic(topic)

    def _on_edited(self) -> None:
        self._search.start()

    def _on_entered(self) -> None:
        self.ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # not a focus proxy: Tab would pass over everything else on the page
        self.list.setFocus(event.reason())

    def retheme(self) -> None:
        self._arrange()
        self.list.viewport().update()

    def retranslate(self) -> None:
        self.title.setText(translate("Journal", "Journal"))
        self.list.setAccessibleName(self.title.text())
        self.before.say("‹")
        self.before.setAccessibleName(translate("Journal", "The day before"))
        self.after.say("›")
        self.after.setAccessibleName(translate("Journal", "The day after"))
        self.typed.ask(translate("Journal", "Receipt, amount, clerk, text"))
        for topic, button in self.topics.items():
            button.say(topic_word(topic) if topic is not None else translate("Journal", "Everything"))
        self._show_state()
        self.lines.say_again()

    def _show_state(self) -> None:
        """What changes with every answer; a long day has hundreds of them."""
        days, day = self._days, self._day
        self.before.setEnabled(days is not None and day is not None and day > days.first)
        self.after.setEnabled(days is not None and day is not None and day < days.last)
        self.day.setText(self._day_words())
        for topic, button in self.topics.items():
            button.setChecked(topic is self._topic)
        found = len(self.lines.lines)
        self.count.setText(translate("Journal", "%n line(s)", None, found) if found else "")
        self._pages.setCurrentIndex(0 if found else 1)
        if self._loading or day is None:
            self.none.setText(translate("Journal", "Reading the journal…"))
        elif self.field.text().strip() or self._topic is not None:
            self.none.setText(translate("Journal", "Nothing like that on this day."))
        else:
            self.none.setText(translate("Journal", "Nothing happened on this day."))

    def _day_words(self) -> str:
        if self._day is None:
            return ""
        if self._days is not None and self._day == self._days.last:
            return translate("Journal", "Today")
        noon = datetime(self._day.year, self._day.month, self._day.day, 12, tzinfo=self.ui.i18n.zone)
        return self.ui.i18n.day(noon)

    def sizeHint(self) -> QSize:
        return QSize(1366, 672)
