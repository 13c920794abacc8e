"""The board: everybody who has won so far, in pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.ui.i18n import translate
from kiosk.ui.stage.draws.layout import head
from kiosk.ui.stage.draws.scenes import PrizeShown, Winner, WinnersBoard
from kiosk.ui.stage.draws.words import check_words, prize_words, proof_lead, winner_detail, winner_name
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import CENTRE, RIGHT, Ground, Part, Words

BOARD_LINES = 8
"""Lines of a page, a prize's heading being one."""
BOARD_ACROSS = 5


def pages(scene: WinnersBoard) -> int:
    """How many there are."""
    return len(board_pages(scene))


def board_pages(scene: WinnersBoard) -> list[list[tuple[PrizeShown, tuple[Winner, ...], bool]]]:
    """The board in pages: (prize, winners, whether it goes on from the page before). A page holds about as many lines
    as can be read."""
    pages: list[list[tuple[PrizeShown, tuple[Winner, ...], bool]]] = [[]]
    room = BOARD_LINES
    for won in scene.prizes:
        winners, goes_on = won.winners, False
        while True:
            if room < 2:
                pages.append([])
                room = BOARD_LINES
            now = winners[: (room - 1) * BOARD_ACROSS]
            pages[-1].append((won.prize, now, goes_on))
            room -= 1 + max(1, -(-len(now) // BOARD_ACROSS))
            winners, goes_on = winners[len(now) :], True
            if not winners:
                break
    return pages


def board(scene: WinnersBoard, frame: Frame, showing: Showing) -> Iterator[Part]:
    """A page of it."""
    unit, inner, around = frame.unit, frame.inner, scene.around
    yield from head(around, frame, showing.i18n, translate("Stage", "The winners"), code=True)
    pages = board_pages(scene)
    page = min(showing.page, len(pages) - 1)
    shown = pages[page]
    top = frame.head.bottom() + unit * 1.5
    foot = inner.bottom() - unit * 6
    lines = sum(1 + max(1, -(-len(winners) // BOARD_ACROSS)) for _, winners, _ in shown)
    high = min(unit * 13, (foot - top) / max(lines, 5))
    gap = unit * 1.2
    for prize, winners, goes_on in shown:
        heading = prize_words(prize)
        if goes_on:
            heading = translate("Stage", "{prize} (continued)").format(prize=heading)
        yield Words(
            heading, QRectF(inner.left(), top, inner.width(), high), min(unit * 4.2, high * 0.56), "gold", bold=True
        )
        top += high
        across = min(BOARD_ACROSS, max(3, len(winners)))
        wide = (inner.width() - (across - 1) * gap) / across
        if not winners:
            none = translate("Stage", "No entrant was left for this prize.")
            yield Words(none, QRectF(inner.left(), top, inner.width(), high - gap), unit * 3.2, "ink2")
        for number, winner in enumerate(winners):
            left = inner.left() + number % across * (wide + gap)
            yield from _board_card(winner, QRectF(left, top + number // across * high, wide, high - gap), unit)
        top += max(1, -(-len(winners) // across)) * high
    line = QRectF(inner.left(), inner.bottom() - unit * 5, inner.width() * 0.84, unit * 5)
    between = " " if showing.i18n.language == "en" else ""
    yield Words(f"{proof_lead(around)}{between}{check_words(around)}".strip(), line, unit * 2.8, "ink2")
    if len(pages) > 1:
        corner = QRectF(inner.right() - inner.width() * 0.14, line.top(), inner.width() * 0.14, line.height())
        yield Words(f"{page + 1} / {len(pages)}", corner, unit * 3, "ink", bold=True, align=RIGHT)


def _board_card(winner: Winner, place: QRectF, unit: float) -> Iterator[Part]:
    yield Ground(place, "card", unit * 1.4, 255, "gold" if winner.instead else "card_line")
    text = place.adjusted(unit * 1.4, 0, -unit * 1.4, 0)
    high = place.height()
    if high > unit * 9.5:  # room for what stands below the name
        name = QRectF(text.left(), text.top(), text.width(), high * 0.6)
        yield Words(winner_name(winner), name, unit * 5, bold=True, align=CENTRE)
        below = QRectF(text.left(), text.top() + high * 0.56, text.width(), high * 0.4)
        yield Words(winner_detail(winner), below, unit * 2.6, "card_ink", align=CENTRE)
        return
    wide = text.width() * 0.66
    name = QRectF(text.left(), text.top(), wide, high)
    yield Words(winner_name(winner), name, min(unit * 5, high * 0.52), bold=True)
    ticket = QRectF(text.left() + wide, text.top(), text.width() - wide, high)
    yield Words(str(winner.ticket), ticket, min(unit * 2.8, high * 0.4), "card_ink", align=RIGHT)
