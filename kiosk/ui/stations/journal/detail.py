"""One fact in full: its words above, its place and its fields below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.application.journal.outcomes import FactInFull
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.widgets.basics import ListArea, Panel, Pill, Text, clear, column, row, rule
from kiosk.ui.words.journal import fact_words, topic_word, who_word

PILLS = {"sales": "jade", "overrides": "gold", "refusals": "red", "staff": "info"}


class FieldLine(QWidget):
    """A field of the body: where it stands, and what."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        lines = column(self, gap=0)
        lines.addWidget(Text("caption", "ink3", wrap=True, text=name))
        words = Text("body", "ink", wrap=True, text=_breakable(value))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(words)


class FactPanel(Panel):
    """The right-hand side."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        self._fact: FactInFull | None = None
        lines = column(self, margins=(space["xl"], space["l"], space["m"], space["l"]), gap=space["s"])
        self.none = Text("body", "ink2", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(self.none, 1)
        self._shown = QWidget()
        self._parts = parts = column(self._shown, gap=space["s"])
        inside = column(gap=space["s"])
        head = row(gap=space["s"])
        self.topic = Pill("line")
        self.hq = Pill("line")
        head.addWidget(self.topic)
        head.addWidget(self.hq)
        head.addStretch(1)
        inside.addLayout(head)
        self.title = Text("title", wrap=True)
        self.text = Text("body", "ink", wrap=True)
        self.who = Text("body", "ink2", wrap=True)
        self.place = Text("caption", "ink3", wrap=True)
        for text in (self.title, self.text, self.who, self.place):
            inside.addWidget(text)
        inside.addStretch(1)
        parts.addLayout(inside)
        self._line = rule()
        parts.addWidget(self._line)
        self._area = ListArea(space["s"], right=space["m"])
        self._fields = column(gap=space["m"])
        self._area.rows.insertLayout(0, self._fields)
        parts.addWidget(self._area, 1)
        lines.addWidget(self._shown, 1)
        self.retranslate()

    def arrange(self, *, tall: bool) -> None:
        """`tall`: below the list, with the fields beside the words instead of below them."""
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if tall else QBoxLayout.Direction.TopToBottom)
        self._parts.setStretch(0, 1 if tall else 0)
        self._line.setVisible(not tall)

    def show_fact(self, fact: FactInFull | None) -> None:
        """Show it, or say that none is chosen."""
        self._fact = fact
        self.retranslate()
        self._area.verticalScrollBar().setValue(0)

    @property
    def fact(self) -> FactInFull | None:
        """What is shown."""
        return self._fact

    def retranslate(self) -> None:
        self.none.setText(translate("Journal", "Choose a line to see everything that was recorded."))
        self.none.setVisible(self._fact is None)
        self._shown.setVisible(self._fact is not None)
        if self._fact is None:
            return
        line, i18n = self._fact.line, self.ui.i18n
        words = fact_words(line, i18n)
        self.topic.set(PILLS.get(line.topic.value, "line"), topic_word(line.topic))
        if line.at_hq:
            self.hq.set("jade", translate("Journal", "at HQ"))
        else:
            self.hq.set("warn", translate("Journal", "waiting for HQ"))
        self.title.setText(words.title)
        self.text.setText(words.text)
        self.text.setVisible(bool(words.text))
        at = i18n.local(line.at)
        self.who.setText(f"{i18n.day(line.at)} {at:%H:%M:%S} · {who_word(line)}")
        self.place.setText(
            translate("Journal", "{kind} · {device}, chapter {epoch}, no. {seq} · chain {link}").format(
                kind=line.kind,
                device=self._fact.device,
                epoch=line.place.epoch,
                seq=line.place.seq,
                link=self._fact.link.hex()[:12],
            )
        )
        clear(self._fields)
        for name, value in self._fact.fields:
            self._fields.addWidget(FieldLine(name, value))
        if not self._fact.fields:
            self._fields.addWidget(Text("body", "ink2", wrap=True, text=translate("Journal", "Nothing more to it.")))


def _breakable(value: str) -> str:
    """Long ids may be broken anywhere: a zero-width space every few characters of a word without any."""
    return " ".join("\u200b".join(word[i : i + 12] for i in range(0, len(word), 12)) for word in value.split(" "))
