"""What may be meant by what is being typed, to be pressed: a line of it, or all of it in pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.domain.typing.composing import Candidate
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import px, spaced_out
from kiosk.ui.widgets.basics import Button, Panel, Text, restyle, row
from kiosk.ui.widgets.touch.keys import LEAST, SIGN_STYLES, WORD_STYLES, Look, touch_key

BESIDE = 28
"""Logical pixels beside the words of an offer, together."""

USUAL = 10
"""Keys for offers that are made with the keyboard; a wider screen makes more."""


class Offers(Panel):
    """A line of offers with keys to turn its pages, and one that shows them all.

    Signals:
        chosen(int): one was pressed, by its place among all of them.
        all_wanted(bool): show them all, or the keys again.
    """

    chosen = Signal(int)
    all_wanted = Signal(bool)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._line = row(self, gap=space["s"])
        self._all: Sequence[Candidate] = ()
        self._drawn: dict[str, bool] = {}
        self._starts = [0]
        self._look = Look(LEAST, LEAST, SIGN_STYLES[0], WORD_STYLES[0])
        self._keys: list[Button] = []
        self._places: list[int] = []
        self._cells = row(gap=space["s"])
        self._hint = Text("s_note", "ink2")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back = touch_key("offers_back")
        self._on = touch_key("offers_on")
        self._more = touch_key("offers_all")
        self._more.setCheckable(True)
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_on)
        self._more.clicked.connect(self._on_more)
        self._line.addWidget(self._hint)
        self._line.addLayout(self._cells)
        for key in (self._back, self._on, self._more):
            key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            self._line.addWidget(key)
        self._cells.addStretch(1)
        self._key(USUAL - 1)
        self.retranslate()
        self.show_offers((), "")

    def show_offers(self, offers: Sequence[Candidate], hint: str) -> None:
        """These, from the first page on; `hint` stands there while there are none."""
        self._all = offers
        self._starts = [0]
        self._hint.setText(hint)
        self._show()

    def fit(self, look: Look) -> None:
        """Look like this from now on."""
        self._look = look
        self._drawn.clear()
        self.setFixedHeight(look.height)
        for key in (*self._keys, self._back, self._on, self._more):
            restyle(key, type=look.signs)
        for key in (self._back, self._on, self._more):
            key.setFixedWidth(look.least)
        self._show()

    @property
    def offers(self) -> Sequence[Candidate]:
        """All of them."""
        return self._all

    def shown(self) -> list[str]:
        """What can be pressed now."""
        return [self._all[at].text for at in self._places]

    def buttons(self) -> list[Button]:
        """The keys that can be pressed now."""
        keys = [key for key in self._keys if not key.isHidden()]
        return keys + [key for key in (self._back, self._on, self._more) if not key.isHidden() and key.isEnabled()]

    def close_all(self) -> None:
        """All of them are not shown any more."""
        self._more.setChecked(False)

    def forget(self) -> None:
        """Nothing of what was offered is left, not even on keys that are not shown."""
        self._drawn.clear()
        self.show_offers((), "")
        for key in self._keys:
            key.say("")

    def drawable(self, text: str) -> bool:
        """Whether a font of this machine has it: an empty box is no offer."""
        known = self._drawn.get(text)
        if known is None:
            metrics = QFontMetrics(self.ui.theme.font(self.ui.i18n.language, self._look.signs))
            known = all(metrics.inFontUcs4(ord(sign)) for sign in text)
            self._drawn[text] = known
        return known

    def retranslate(self) -> None:
        self._back.say("‹")
        self._on.say("›")
        self._more.say("⋯")
        self._back.setAccessibleName(translate("TouchKeyboard", "Offers before these"))
        self._on.setAccessibleName(translate("TouchKeyboard", "More offers"))
        self._more.setAccessibleName(translate("TouchKeyboard", "All offers"))

    def retheme(self) -> None:
        self._drawn.clear()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._starts = self._starts[:1]
        self._show()

    def _show(self) -> None:
        any_offer = bool(self._all)
        self._hint.setVisible(not any_offer)
        self._line.setStretch(0, 0 if any_offer else 1)
        self._line.setStretch(1, 1 if any_offer else 0)
        gap = px(self.ui.theme.space["s"])
        room = self.width() - 3 * (self._look.least + gap)
        metrics = QFontMetrics(self.ui.theme.font(self.ui.i18n.language, self._look.signs))
        self._places = []
        at, used = self._starts[-1], 0
        while at < len(self._all):
            text = self._all[at].text
            if self.drawable(text):
                wide = max(self._look.least, metrics.horizontalAdvance(text) + BESIDE) + gap
                if self._places and used + wide > room:
                    break
                used += wide
                self._places.append(at)
            at += 1
        self._next = at
        for place, offer in enumerate(self._places):
            key = self._key(place)
            text = self._all[offer].text
            key.say(text)
            key.setFixedWidth(max(self._look.least, metrics.horizontalAdvance(text) + BESIDE))
        for place, key in enumerate(self._keys):
            key.setVisible(place < len(self._places))
        paged = len(self._starts) > 1 or self._next < len(self._all)
        for key in (self._back, self._on, self._more):
            key.setVisible(any_offer and paged)
        self._back.setEnabled(len(self._starts) > 1)
        self._on.setEnabled(self._next < len(self._all))

    def _key(self, place: int) -> Button:
        while place >= len(self._keys):
            key = touch_key(f"offer_{len(self._keys)}", self._look.signs)
            key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            key.hide()
            key.clicked.connect(self._on_chosen)
            self._cells.insertWidget(len(self._keys), key)
            self._keys.append(key)
        return self._keys[place]

    def _on_chosen(self) -> None:
        sender = self.sender()
        for place, key in enumerate(self._keys):
            if key is sender:
                self.chosen.emit(self._places[place])
                return

    def _on_back(self) -> None:
        self._starts = self._starts[:-1] or [0]
        self._show()

    def _on_on(self) -> None:
        if self._next < len(self._all):
            self._starts.append(self._next)
            self._show()

    def _on_more(self) -> None:
        self.all_wanted.emit(self._more.isChecked())


class OfferGrid(Panel):
    """All offers, in pages, where the keys were.

    Signals:
        chosen(int): one was pressed, by its place among all of them.
        left(): the keys are wanted again.
    """

    chosen = Signal(int)
    left = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._grid = QGridLayout(self)
        spaced_out(self._grid, (0, 0, 0, 0), ui.theme.space["s"])
        self._offers: list[tuple[int, str]] = []
        self._page = 0
        self._cells: list[Button] = []
        self._shape = (0, 0)
        self._look = Look(LEAST, LEAST, SIGN_STYLES[0], WORD_STYLES[0])
        self.lines = 5
        """As many as the keys have that it stands in for; the last one turns the pages."""
        self._back = touch_key("grid_back")
        self._on = touch_key("grid_on")
        self._keys = touch_key("grid_keys", "touch_word")
        self._count = Text("s_note", "ink2")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot = QWidget()
        line = row(foot, gap=ui.theme.space["s"])
        self._foot = foot
        line.addWidget(self._back, 1)
        line.addWidget(self._count, 2)
        line.addWidget(self._on, 1)
        line.addWidget(self._keys, 2)
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_on)
        self._keys.clicked.connect(self.left)
        self.retranslate()

    def show_offers(self, offers: list[tuple[int, str]]) -> None:
        """These, each with its place among all of them."""
        self._offers, self._page = offers, 0
        self._arrange()

    def fit(self, look: Look) -> None:
        """Look like this from now on."""
        if look != self._look:
            self._look, self._shape = look, (0, 0)
            for key in (self._back, self._on):
                restyle(key, type=look.signs)
            restyle(self._keys, type=look.words)
            self._arrange()

    def buttons(self) -> list[Button]:
        """The keys that can be pressed now."""
        found = [cell for cell in self._cells if not cell.isHidden()]
        return found + [key for key in (self._back, self._on, self._keys) if key.isEnabled()]

    def shown(self) -> list[str]:
        """What can be pressed now."""
        return [cell.words() for cell in self._cells if not cell.isHidden()]

    def forget(self) -> None:
        """Nothing of what was offered is left, not even on cells that are not shown."""
        self.show_offers([])
        for cell in self._cells:
            cell.say("")

    def retranslate(self) -> None:
        self._back.say("‹")
        self._on.say("›")
        self._keys.say(translate("TouchKeyboard", "Keys"))
        self._back.setAccessibleName(translate("TouchKeyboard", "Page before"))
        self._on.setAccessibleName(translate("TouchKeyboard", "Next page"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.least, self._look.least)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _arrange(self) -> None:
        gap = px(self.ui.theme.space["s"])
        metrics = QFontMetrics(self.ui.theme.font(self.ui.i18n.language, self._look.signs))
        wide = max(self._look.least, 2 * metrics.horizontalAdvance("永") + BESIDE // 2)  # names of two characters
        across = max(1, (self.width() + gap) // (wide + gap))
        down = max(1, self.lines - 1)
        if (across, down) != self._shape:
            self._shape = (across, down)
            for cell in self._cells:
                self._grid.removeWidget(cell)
                cell.hide()
                cell.deleteLater()
            self._grid.removeWidget(self._foot)
            self._cells = []
            for at in range(across * down):
                cell = touch_key(f"grid_{at}", self._look.signs)
                cell.setMinimumWidth(self._look.least)
                cell.clicked.connect(self._on_chosen)
                self._grid.addWidget(cell, at // across, at % across)
                self._cells.append(cell)
            self._grid.addWidget(self._foot, down, 0, 1, across)
        self._page = min(self._page, max(0, self._pages() - 1))
        self._show()

    def _pages(self) -> int:
        return -(-len(self._offers) // max(1, len(self._cells)))

    def _show(self) -> None:
        first = self._page * len(self._cells)
        for at, cell in enumerate(self._cells):
            there = first + at < len(self._offers)
            if there:
                cell.say(self._offers[first + at][1])
            kept = cell.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            cell.setSizePolicy(kept)
            cell.setVisible(there)
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._pages())
        self._count.setText(f"{self._page + 1} / {max(1, self._pages())}")

    def _on_chosen(self) -> None:
        sender = self.sender()
        for at, cell in enumerate(self._cells):
            if cell is sender:
                self.chosen.emit(self._offers[self._page * len(self._cells) + at][0])
                return

    def _on_back(self) -> None:
        self._page = max(0, self._page - 1)
        self._show()

    def _on_on(self) -> None:
        self._page = min(self._pages() - 1, self._page + 1)
        self._show()
