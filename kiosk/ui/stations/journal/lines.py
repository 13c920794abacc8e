"""The list of facts: a model that asks for more when its end comes into view, and how a line is painted.

Painted by hand instead of made of widgets: a day may have fifty thousand lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kiosk.application.journal.outcomes import FactLine, Topic
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import px
from kiosk.ui.words.journal import FactWords, fact_words, topic_word, who_word

ROW_HEIGHT = 56
Index = QModelIndex | QPersistentModelIndex

TONES = {
    Topic.SALES: ("jade_soft", "jade_ink"),
    Topic.OVERRIDES: ("gold_soft", "gold"),
    Topic.REFUSALS: ("red_soft", "red_ink"),
    Topic.STAFF: ("info_soft", "info"),
    Topic.MEMBERS: ("surface2", "ink2"),
    Topic.TERMINAL: ("surface2", "ink2"),
}
"""Ground and ink of a topic's mark."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its words in the language in use."""

    line: FactLine
    words: FactWords
    time: str
    who: str


class FactLines(QAbstractListModel):
    """Facts of a day as far as they were read.

    Signals:
        wanted(): the end is in view, and there is more.
    """

    wanted = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self._lines: list[FactLine] = []
        self._words: dict[int, Shown] = {}
        self._more = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = self.shown(index.row())
            return f"{shown.time} {shown.words.title} {shown.words.text} {shown.who}"
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return self._more

    def fetchMore(self, parent: Index) -> None:
        self._more = False  # until the answer says otherwise
        self.wanted.emit()

    @property
    def lines(self) -> Sequence[FactLine]:
        """What was read so far, newest first."""
        return self._lines

    def shown(self, row: int) -> Shown:
        """A line in words; found once a language."""
        if row not in self._words:
            line, i18n = self._lines[row], self._ui.i18n
            self._words[row] = Shown(line, fact_words(line, i18n), i18n.time(line.at), who_word(line))
        return self._words[row]

    def begin(self) -> None:
        """Another day, topic or search."""
        self.beginResetModel()
        self._lines, self._words, self._more = [], {}, False
        self.endResetModel()

    def add(self, lines: Sequence[FactLine], *, more: bool) -> None:
        """What was read next; `more`: there is something behind it."""
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()
        self._more = more

    def say_again(self) -> None:
        """Another language."""
        self._words = {}
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))


class FactPainter(QStyledItemDelegate):
    """Time, mark of the topic, what happened, who, whether HQ has it."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, FactLines):
            return
        shown = model.shown(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state)
        box = rect.adjusted(px(16), 0, -px(16), 0)
        self._text(painter, box, shown.time, "strong", "ink", px(56))
        mark = QRect(box.left() + px(64), box.top(), px(104), box.height())
        self._mark(painter, mark, shown.line.topic, on_soft=bool(state & QStyle.StateFlag.State_Selected))
        end = translate("Journal", "at HQ") if shown.line.at_hq else translate("Journal", "waiting")
        tone = "ink3" if shown.line.at_hq else "warn"
        width = self._metrics("caption").horizontalAdvance(end)
        tail = QRect(box.right() - width, box.top(), width + 1, box.height())
        self._text(painter, tail, end, "caption", tone, width + 1)
        who = QRect(tail.left() - px(132), box.top(), px(120), box.height())
        self._text(painter, who, shown.who, "body", "ink2", px(120))
        left = box.left() + px(180)
        what = QRect(left, box.top(), who.left() - left - px(12), box.height())
        used = self._text(painter, what, shown.words.title, "strong", "ink", what.width())
        rest = what.adjusted(used + px(12), 0, 0, 0)
        if rest.width() > px(40):
            self._text(painter, rest, shown.words.text, "body", "ink2", rest.width())
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._ui.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.colour("jade"))
            painter.setBrush(theme.colour("jade_soft"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), px(theme.radius["m"]), px(theme.radius["m"]))
        else:
            painter.setPen(theme.colour("line"))
            painter.drawLine(rect.left() + px(16), rect.bottom(), rect.right() - px(16), rect.bottom())

    def _mark(self, painter: QPainter, box: QRect, topic: Topic, *, on_soft: bool) -> None:
        ground, ink = TONES[topic]
        if on_soft:
            ground = "surface"
        theme, words = self._ui.theme, topic_word(topic)
        width = min(self._metrics("caption_strong").horizontalAdvance(words) + px(20), box.width())
        pill = QRect(box.left(), box.center().y() - px(13), width, px(26))
        painter.setPen(theme.colour("line") if ground == "surface2" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        self._text(painter, pill.adjusted(px(10), 0, -px(9), 0), words, "caption_strong", ink, pill.width())

    def _metrics(self, style: str) -> QFontMetrics:
        return QFontMetrics(self._ui.theme.font(self._ui.i18n.language, style))

    def _text(self, painter: QPainter, box: QRect, text: str, style: str, tone: str, width: int) -> int:
        """Write it, shortened where it does not fit; how wide it became."""
        font = self._ui.theme.font(self._ui.i18n.language, style)
        metrics = QFontMetrics(font)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(self._ui.theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(box.left(), box.top(), width + 1, box.height()), int(flags), fitting)
        return metrics.horizontalAdvance(fitting)


class FactList(QTableView):
    """The view. A table of one column, since a QListView goes over all of its rows whenever some are added: at fifty
    thousand a third of a second."""

    def __init__(self, ui: Ui, lines: FactLines) -> None:
        super().__init__()
        self._painter = FactPainter(ui)
        self.setItemDelegate(self._painter)
        self.setModel(lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._space_rows()
        ui.theme_changed.connect(self._space_rows)

    def _space_rows(self) -> None:
        """Rows as high as the scale of the window wants them."""
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.model().rowCount()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # another day: the station's
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else rows - 1, 0))
        else:
            super().keyPressEvent(event)
