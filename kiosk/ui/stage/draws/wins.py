"""What was won at wheels lately: prizes and masked names, in pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stage.draws.scenes import WheelWin, WheelWins
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import CENTRE, RIGHT, Ground, Part, Words
from kiosk.ui.words.codes import customer_word

ACROSS, ROWS = 2, 6
"""Of a page."""


def wins_pages(scene: WheelWins) -> int:
    """How many there are."""
    return max(1, -(-len(scene.wins) // (ACROSS * ROWS)))


def wins(scene: WheelWins, frame: Frame, showing: Showing) -> Iterator[Part]:
    """A page of them, the newest first."""
    unit, inner, head = frame.unit, frame.inner, frame.head
    yield Words(scene.event, QRectF(head.left(), head.top(), head.width(), unit * 4.6), unit * 3.3, "ink2")
    title = translate("Stage", "Won at the wheel")
    yield Words(title, QRectF(head.left(), head.top() + unit * 4.6, head.width(), unit * 9.4), unit * 7.2, bold=True)
    if not scene.wins:
        nobody = translate("Stage", "Nobody has won yet. Good luck!")
        yield Words(nobody, frame.middle, unit * 6, "ink2", align=CENTRE)
        return
    pages = wins_pages(scene)
    page = min(showing.page, pages - 1)
    gap, top, foot = unit * 1.4, head.bottom() + unit * 2, inner.bottom() - unit * 5
    wide, high = (inner.width() - gap) / ACROSS, (foot - top) / ROWS
    shown = scene.wins[page * ACROSS * ROWS : (page + 1) * ACROSS * ROWS]
    for at, win in enumerate(shown):
        place = QRectF(
            inner.left() + at // ROWS * (wide + gap), top + at % ROWS * high, wide, high - gap
        )  # down, then across
        yield Ground(place, "card", unit * 1.4, 255, "card_line")
        text = place.adjusted(unit * 1.8, 0, -unit * 1.8, 0)
        half = text.width() * 0.56
        prize = QRectF(text.left(), text.top(), half, text.height())
        yield Words(_prize(win, showing), prize, min(unit * 4.4, high * 0.44), "gold", bold=True, wrap=True)
        name = QRectF(text.left() + half, text.top(), text.width() - half, text.height())
        yield Words(customer_word(win.name), name, min(unit * 4.4, high * 0.44), bold=True, wrap=True, align=RIGHT)
    if pages > 1:
        corner = QRectF(inner.right() - unit * 20, inner.bottom() - unit * 4, unit * 20, unit * 4)
        yield Words(f"{page + 1} / {pages}", corner, unit * 3, "ink", bold=True, align=RIGHT)
    where = QRectF(inner.left(), inner.bottom() - unit * 4, inner.width() - unit * 22, unit * 4)
    sealed = translate("Stage", "Each prize lay on a tape that was sealed and published before the first turn.")
    yield Words(sealed, where, unit * 2.8, "ink2")


def _prize(win: WheelWin, showing: Showing) -> str:
    name = showing.i18n.text(win.prize)
    return spaced(f"{name} {showing.i18n.money(win.amount)}") if win.amount else name
