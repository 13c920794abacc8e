"""If the network goes: what a manager may accept then without a right, and the most that can be lost by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kiosk.application.sales.offline_loss import OfflineLoss
from kiosk.domain.sales.offline_loss import OfflineRule
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import px
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import ListArea, Text, column, row

_LINE = 66
"""Design pixels of a rule, and how far an arrow key scrolls."""
_MOST_LINES = 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_LINES, Qt.Key.Key_PageUp: -_MOST_LINES}


class OfflineSheet(Sheet):
    """The total, rule by rule, and what is assumed."""

    wide = True

    def __init__(self, ui: Ui, loss: OfflineLoss) -> None:
        super().__init__(ui)
        self.loss = loss
        space = ui.theme.space
        self.total = Text("lead", wrap=True)
        self.body.addWidget(self.total)
        self._area = ListArea(space["s"], right=space["m"])
        self._area.prefer(_LINE * min(len(loss.rules), _MOST_LINES))
        self.lines = [(Text("strong", wrap=True), Text("body", "ink2", wrap=True), Text("strong")) for _ in loss.rules]
        for at, (name, what, most) in enumerate(self.lines):
            line = row(gap=space["m"])
            words = column(gap=0)
            words.addWidget(name)
            words.addWidget(what)
            line.addLayout(words, 1)
            line.addWidget(most)
            self._area.rows.insertLayout(at, line)
        self.body.addWidget(self._area, 1)
        self.refused = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.refused)
        self.assumed = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.assumed)
        # only now: by itself it would be a window of its own
        self._area.setVisible(bool(loss.rules))
        self.assumed.setVisible(bool(loss.rules))
        self.refused.setVisible(bool(loss.rules and loss.refused))
        self.retranslate()

    def step(self, event: QKeyEvent) -> bool:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            return False
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * px(_LINE))
        return True

    def retranslate(self) -> None:
        self.title.setText(translate("Offline", "If the network goes"))
        self.close_button.say(translate("Sheet", "Close"))
        self.total.setText(self._total())
        for (name, what, most), rule in zip(self.lines, self.loss.rules, strict=True):
            name.setText(self.ui.i18n.text(rule.name))
            what.setText(self._what(rule))
            most.setText(self.ui.i18n.money(rule.loss))
        self.refused.setText(
            spaced(translate("Offline", "%n other kind(s) of coupons are refused.", None, self.loss.refused))
        )
        self.assumed.setText(
            "\n".join(
                (
                    translate(
                        "Offline",
                        "Assumed: everything counted here is accepted at this till, and used at another one as well.",
                    ),
                    translate(
                        "Offline",
                        "Not counted: coupons of other stores, a member’s second sale with points, and other tills.",
                    ),
                )
            )
        )

    def _total(self) -> str:
        if not self.loss.rules:
            return translate(
                "Offline", "Nothing can be lost: without the network everything that needs a right is refused."
            )
        said = translate("Offline", "This till can lose {value} at most, as things are now.")
        return spaced(said.format(value=self.ui.i18n.money(self.loss.total)))

    def _what(self, rule: OfflineRule) -> str:
        money, times = self.ui.i18n.money, rule.times
        if not times:
            said = translate("Offline", "Up to {limit} with a manager’s PIN. Nothing is at risk now.")
        elif rule.points:
            said = translate(
                "Offline",
                "Up to {limit} with a manager’s PIN. %n member(s) may have points, {once} each at most.",
                None,
                times,
            )
        else:
            said = translate(
                "Offline",
                "Up to {limit} with a manager’s PIN. Good for %n use(s) held elsewhere, {once} each at most.",
                None,
                times,
            )
        return spaced(said.format(limit=money(rule.limit), once=money(rule.once)))
