"""Parts of the pages of draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.application.draws.wheel_outcomes import Spun, WheelView
from kiosk.application.sales.outcomes import Visit
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.ui.context import Ui
from kiosk.ui.draws.shown import prizes_shown
from kiosk.ui.i18n import aloud, translate
from kiosk.ui.measure import held
from kiosk.ui.stations.selfservice.parts import Grid, Slab, picture_label, put_icon
from kiosk.ui.widgets.basics import ElidedText, Text, column, row
from kiosk.ui.words.wheels import chance_words, left_title, left_words

WheelsFound = tuple[tuple[WheelView, ...], tuple[Spun, ...]]
"""Wheels that run here, and what the member won and has not seen to the end."""


def wheels_found(api: SelfServiceApi, visit: Visit | None) -> WheelsFound:
    """What there is to play. On the database's thread."""
    return api.wheels(visit), api.standing_spins(visit) if visit is not None else ()


def playable(wheel: WheelView) -> bool:
    """Whoever stands here can play it now."""
    return wheel.refusal is None and any(way.refusal is None for way in wheel.ways)


class Banner(Slab):
    """A wheel on the member's own page: what it is, what can be had, and the way there."""

    def __init__(self, at: int, pressed: Callable[[], None]) -> None:
        super().__init__(f"wheel_{at}", "s_draw")
        self.sign = picture_label(64)
        self.title = ElidedText("s_lead", "on_draw_a")
        self.note = Text("s_note", "on_draw_a", wrap=True)
        self.go = Text("s_strong", "on_draw_b")
        self.go.setProperty("role", "s_draw_go")
        self.go.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self.go, height=72)
        line = row(self, margins=(28, 16, 20, 16), gap=20)
        words = column(gap=2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addStretch(1)
        line.addWidget(self.sign)
        line.addLayout(words, 1)
        line.addWidget(self.go)
        self.clicked.connect(pressed)
        self.seal()

    def say(self, ui: Ui, wheel: WheelView, *, waiting: bool) -> None:
        """`waiting`: something was won that was not seen to the end."""
        put_icon(ui, self.sign, wheel.look.value, "gild_light", 56)
        self.title.setText(ui.i18n.text(wheel.name))
        note = translate("Wheels", "your result is waiting") if waiting else chance_words(wheel, ui.i18n)
        self.note.setText(note)
        self.go.setText(f"{translate('Wheels', 'Go')} ›")
        self.setAccessibleName(aloud(self.title.text(), note))


class Left(QWidget):
    """What is still to be won here, in two columns."""

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, gap=4)
        self.title = Text("s_note", "ink2", wrap=True)
        lines.addWidget(self.title)
        self._grid = Grid(4)
        lines.addWidget(self._grid)
        self.rows: list[_Row] = []

    def show_wheel(self, ui: Ui, wheel: WheelView) -> None:
        """As it stands now."""
        self.title.setText(left_title(wheel, ui.i18n))
        fields = {field.code: field for field in wheel.fields}
        shown = prizes_shown(wheel, ui.i18n)
        self._show(
            ui,
            [
                (prize.sign, prize.name, prize.left or 0, left_words(wheel, fields[prize.code], ui.i18n))
                for prize in shown
            ],
        )

    def _show(self, ui: Ui, prizes: Sequence[tuple[str, str, int, str]]) -> None:
        while len(self.rows) < len(prizes):
            self.rows.append(_Row())
        for line, (sign, name, left, words) in zip(self.rows, prizes, strict=False):
            line.say(ui, sign, name, left, words)
        self._grid.fill(self.rows[: len(prizes)], 2, 4)


class _Row(QWidget):
    """A prize and how many there are."""

    def __init__(self) -> None:
        super().__init__()
        line = row(self, margins=(0, 0, 12, 0), gap=10)
        self.sign = picture_label(30)
        self.name = ElidedText("s_note")
        self.left = Text("s_note", "jade")
        line.addWidget(self.sign)
        line.addWidget(self.name, 1)
        line.addWidget(self.left)

    def say(self, ui: Ui, sign: str, name: str, left: int, words: str) -> None:
        """Its words."""
        put_icon(ui, self.sign, sign, "ink3" if not left else "jade_ink", 26)
        self.name.setText(name)
        self.name.set_tone("ink" if left else "ink3")
        self.left.setText(words)
        self.left.set_tone("jade" if left else "ink3")
