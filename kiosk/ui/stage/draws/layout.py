"""What stands where in each scene of a draw. Names that roll are `reels.py`, the board `board.py`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QRectF

from kiosk.domain.draws.batch import grouped
from kiosk.ui.i18n import I18n, translate
from kiosk.ui.stage.draws.scenes import (
    AlternateCalled,
    Around,
    BeaconAwaited,
    DiceThrown,
    DrawVoid,
    ListFixed,
    PrizeAnnounced,
    PrizeShown,
    Winner,
    WinnersRoll,
)
from kiosk.ui.stage.draws.words import (
    counts_words,
    left_words,
    prize_words,
    proof_lead,
    proof_words,
    why_passed_word,
    winner_detail,
    winner_name,
)
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import CENTRE, RIGHT, Die, Ground, Part, Symbol, Words
from kiosk.ui.words.rewards import joined


def fixed(scene: ListFixed, frame: Frame, showing: Showing) -> Iterator[Part]:
    """The list, and its fingerprint."""
    yield from _around(scene.around, frame, showing, scene.around.title, meta=False)
    yield from _fixed(scene, frame, showing.i18n)


def awaited(scene: BeaconAwaited, frame: Frame, showing: Showing) -> Iterator[Part]:
    """A clock that runs down."""
    yield from _around(scene.around, frame, showing, scene.around.title)
    yield from _awaited(scene, frame, showing.now)


def dice(scene: DiceThrown, frame: Frame, showing: Showing) -> Iterator[Part]:
    """Dice and envelopes."""
    yield from _around(scene.around, frame, showing, scene.around.title)
    yield from _dice(scene, frame)


def announced(scene: PrizeAnnounced, frame: Frame, showing: Showing) -> Iterator[Part]:
    """The prize that comes next."""
    yield from _around(scene.around, frame, showing, scene.around.title)
    yield from _announced(scene.prize, frame)


def roll(scene: WinnersRoll, frame: Frame, showing: Showing) -> Iterator[Part]:
    """What stands around names that roll, or have come to rest."""
    yield from _around(scene.around, frame, showing, prize_words(scene.prize))


def alternate(scene: AlternateCalled, frame: Frame, showing: Showing) -> Iterator[Part]:
    """Who gives way, and who comes in."""
    yield from _around(scene.around, frame, showing, prize_words(scene.prize))
    yield from _alternate(scene, frame)


def void(scene: DrawVoid, frame: Frame, showing: Showing) -> Iterator[Part]:
    """Nobody has won."""
    yield from _around(scene.around, frame, showing, scene.around.title)
    yield from _void(scene, frame)


def _around(around: Around, frame: Frame, showing: Showing, title: str, *, meta: bool = True) -> Iterator[Part]:
    """Title above, proof below."""
    yield from proof(around, frame, showing.i18n)
    yield from head(around, frame, showing.i18n, title, meta=meta)


def head(
    around: Around, frame: Frame, i18n: I18n, title: str, *, meta: bool = True, code: bool = False
) -> Iterator[Part]:
    """Occasion and title, and beside them what is drawn among; `code`: and where it can be checked."""
    unit, head = frame.unit, QRectF(frame.head)
    if code and around.link:
        side = head.height()
        yield Symbol(around.link, QRectF(head.right() - side, head.top(), side, side))
        head.setRight(head.right() - side - unit * 2.4)
    aside = max(head.width() * 0.36, unit * 58) if meta and around.fingerprint else 0
    wide = head.width() - aside - (unit * 3 if aside else 0)
    yield Words(around.event, QRectF(head.left(), head.top(), wide, unit * 4.6), unit * 3.3, "ink2")
    yield Words(title, QRectF(head.left(), head.top() + unit * 4.6, wide, unit * 9.4), unit * 7.2, bold=True)
    if not aside:
        return
    left = head.right() - aside
    counts = counts_words(around, i18n)
    yield Words(counts, QRectF(left, head.top() + unit * 0.4, aside, unit * 4.4), unit * 2.9, "ink2", align=RIGHT)
    caption = translate("Stage", "Fingerprint of the list")
    yield Words(caption, QRectF(left, head.top() + unit * 5, aside, unit * 4), unit * 2.6, "ink2", align=RIGHT)
    digits = QRectF(left, head.top() + unit * 8.8, aside, unit * 4.4)
    yield Words(grouped(around.fingerprint), digits, unit * 3, "ink", True, align=RIGHT, mono=True)


def proof(around: Around, frame: Frame, i18n: I18n) -> Iterator[Part]:
    """How one can know that nobody chose the winners."""
    foot, unit = frame.foot, frame.unit
    yield Words(
        proof_lead(around), QRectF(foot.left(), foot.top(), foot.width(), unit * 4.2), unit * 2.8, "gold", bold=True
    )
    place = QRectF(foot.left(), foot.top() + unit * 4.2, foot.width(), foot.height() - unit * 4.2)
    yield Words(proof_words(around, i18n), place, unit * 2.8, "ink", wrap=True)
    if around.link:
        yield Symbol(around.link, frame.code)


def _fixed(scene: ListFixed, frame: Frame, i18n: I18n) -> Iterator[Part]:
    unit, middle, around = frame.unit, frame.middle, scene.around
    y = middle.top() + max(0.0, (middle.height() - unit * 42) / 2)

    def line(height: float) -> QRectF:
        nonlocal y
        place = QRectF(middle.left(), y, middle.width(), unit * height)
        y += unit * height
        return place

    told = translate("Stage", "The list is fixed") if scene.published else translate("Stage", "The list is frozen")
    if around.version > 1:
        told = translate("Stage", "The list is fixed, version {n}").format(n=around.version)
    yield Words(told, line(6), unit * 4.6, "gold", bold=True, align=CENTRE)
    yield Words(counts_words(around, i18n), line(9), unit * 7, bold=True, align=CENTRE)
    y += unit * 2
    yield Words(translate("Stage", "Its fingerprint"), line(5), unit * 3, "ink2", align=CENTRE)
    card = line(12)
    card = QRectF(card.center().x() - unit * 42, card.top(), unit * 84, card.height())
    yield Ground(card, "gold", unit * 2)
    yield Words(
        grouped(around.fingerprint, 32),
        card.adjusted(unit * 3, 0, -unit * 3, 0),
        unit * 7.4,
        "on_gold",
        True,
        align=CENTRE,
        mono=True,
    )
    y += unit
    yield Words(grouped(around.fingerprint, 64), line(4), unit * 2.4, "ink2", align=CENTRE, mono=True)
    if scene.signers:
        signed = translate("Stage", "Signed by {names}").format(names=joined(list(scene.signers)))
        yield Words(signed, line(5), unit * 3, "ink", align=CENTRE)


def _awaited(scene: BeaconAwaited, frame: Frame, now: datetime) -> Iterator[Part]:
    unit, middle = frame.unit, frame.middle
    y = middle.top() + max(0.0, (middle.height() - unit * 44) / 2)
    here = now >= scene.at
    told = translate("Stage", "Waiting for the beacon’s number") if here else translate("Stage", "The draw begins in")
    yield Words(told, QRectF(middle.left(), y, middle.width(), unit * 7), unit * 4.6, "ink2", align=CENTRE)
    clock = "…" if here else left_words(scene.at, now)
    yield Words(
        clock,
        QRectF(middle.left(), y + unit * 7, middle.width(), unit * 27),
        unit * 23,
        "gold",
        bold=True,
        align=CENTRE,
    )
    words = translate(
        "Stage", "A number that nobody in the world can know beforehand decides. It is round {round} of the beacon."
    )
    if scene.around.foreign:
        words = translate("Stage", "This beacon is not the public one. It is round {round} of it that decides.")
    place = QRectF(middle.left() + middle.width() * 0.14, y + unit * 35, middle.width() * 0.72, unit * 9)
    yield Words(words.format(round=scene.around.round), place, unit * 3.2, "ink", wrap=True, align=CENTRE)


def _dice(scene: DiceThrown, frame: Frame) -> Iterator[Part]:
    unit, middle = frame.unit, frame.middle
    thrown = len(scene.throws)
    told = translate("Stage", "Throw the dice: {n} of {need}").format(n=thrown, need=scene.need)
    if scene.closed:
        told = translate("Stage", "{n} dice thrown. Now the envelopes are opened.").format(n=thrown)
    yield Words(
        told, QRectF(middle.left(), middle.top(), middle.width(), unit * 7), unit * 5, "gold", bold=True, align=CENTRE
    )
    area = QRectF(middle.left(), middle.top() + unit * 8.5, middle.width(), middle.height() - unit * 22)
    shown = max(scene.need, thrown)
    across = 10 if shown <= 40 else 20
    rows = -(-shown // across)
    side = min(area.width() / across / 1.16, area.height() / rows / 1.16)
    gap = side * 0.16
    left = area.center().x() - (across * side + (across - 1) * gap) / 2
    top = area.center().y() - (rows * side + (rows - 1) * gap) / 2
    for at in range(shown):
        place = QRectF(left + at % across * (side + gap), top + at // across * (side + gap), side, side)
        yield Die(scene.throws[at] if at < thrown else 0, place)
    count = max(1, len(scene.envelopes))
    wide = min(unit * 48, middle.width() / count - unit * 3)
    left = middle.center().x() - (count * wide + (count - 1) * unit * 3) / 2
    for at, envelope in enumerate(scene.envelopes):
        place = QRectF(left + at * (wide + unit * 3), middle.bottom() - unit * 10.5, wide, unit * 9)
        yield Ground(
            place, "gold" if envelope.opened else "card", unit * 1.6, 255, "" if envelope.opened else "card_line"
        )
        state = translate("Stage", "opened") if envelope.opened else translate("Stage", "sealed")
        tone = "on_gold" if envelope.opened else "card_ink"
        text = translate("Stage", "Envelope of {name}: {state}").format(name=envelope.name, state=state)
        yield Words(text, place.adjusted(unit * 2, 0, -unit * 2, 0), unit * 3.4, tone, bold=True, align=CENTRE)


def _announced(prize: PrizeShown, frame: Frame) -> Iterator[Part]:
    unit, middle = frame.unit, frame.middle
    y = middle.top() + max(0.0, (middle.height() - unit * 40) / 2)
    next_up = translate("Stage", "Prize {n} of {all}").format(n=prize.place, all=prize.places)
    yield Words(next_up, QRectF(middle.left(), y, middle.width(), unit * 6), unit * 4.2, "ink2", align=CENTRE)
    yield Words(
        prize.name,
        QRectF(middle.left(), y + unit * 7, middle.width(), unit * 22),
        unit * 13,
        bold=True,
        wrap=True,
        align=CENTRE,
    )
    pieces = translate("Stage", "%n winner(s)", None, prize.count)
    card = QRectF(middle.center().x() - unit * 17, y + unit * 31, unit * 34, unit * 9)
    yield Ground(card, "gold", unit * 4.5)
    yield Words(pieces, card, unit * 4.6, "on_gold", bold=True, align=CENTRE)


def name_place(place: QRectF, unit: float) -> tuple[QRectF, float]:
    """Where a winner's name stands in a card, and its letters at most; in a low card there is nothing below it."""
    inner = place.adjusted(unit * 1.2, 0, -unit * 1.2, 0)
    if place.height() < unit * 10:
        return inner, min(unit * 5.4, place.height() * 0.6)
    name = QRectF(inner.left(), inner.top() + place.height() * 0.04, inner.width(), place.height() * 0.6)
    return name, min(unit * 13, place.height() * 0.42)


def card_parts(winner: Winner, place: QRectF, unit: float) -> Iterator[Part]:
    """A winner's card."""
    yield Ground(place, "gold", radius_of(place, unit))
    name, px = name_place(place, unit)
    yield Words(winner_name(winner), name, px, "on_gold", bold=True, align=CENTRE)
    detail = winner_detail(winner)
    if detail and place.height() >= unit * 10:
        below = QRectF(name.left(), place.top() + place.height() * 0.62, name.width(), place.height() * 0.32)
        yield Words(detail, below, min(unit * 3.6, place.height() * 0.16), "on_gold", bold=True, align=CENTRE)


def radius_of(place: QRectF, unit: float) -> float:
    """How round a card's corners are."""
    return min(unit * 2.4, place.height() * 0.2)


def _alternate(scene: AlternateCalled, frame: Frame) -> Iterator[Part]:
    unit, middle = frame.unit, frame.middle
    y = middle.top() + max(0.0, (middle.height() - unit * 41) / 2)
    place = QRectF(middle.center().x() - unit * 40, y, unit * 80, unit * 11)
    yield Ground(place, "card", unit * 2, 255, "card_line")
    name = f"{winner_name(scene.of)} · {why_passed_word(scene.why)}"
    yield Words(name, place.adjusted(unit * 2, 0, -unit * 2, 0), unit * 5, "card_ink", bold=True, align=CENTRE)
    told = (
        translate("Stage", "Next on the list of alternates, as it was drawn")
        if scene.to is not None
        else translate("Stage", "Nobody is left on the list of alternates.")
    )
    yield Words(told, QRectF(middle.left(), y + unit * 13, middle.width(), unit * 6), unit * 3.4, "ink2", align=CENTRE)
    if scene.to is not None:
        yield from card_parts(
            scene.to, QRectF(middle.center().x() - unit * 32, y + unit * 20, unit * 64, unit * 21), unit
        )


def _void(scene: DrawVoid, frame: Frame) -> Iterator[Part]:
    unit, middle = frame.unit, frame.middle
    y = middle.top() + max(0.0, (middle.height() - unit * 34) / 2)
    told = translate("Stage", "This draw is void")
    yield Words(told, QRectF(middle.left(), y, middle.width(), unit * 14), unit * 10, "gold", bold=True, align=CENTRE)
    inner = QRectF(middle.left() + middle.width() * 0.1, y + unit * 15, middle.width() * 0.8, unit * 10)
    yield Words(scene.reason, inner, unit * 4.4, "ink", wrap=True, align=CENTRE)
    kept = translate("Stage", "Nobody has won. It stays on the public list, as void.")
    yield Words(kept, QRectF(middle.left(), y + unit * 27, middle.width(), unit * 6), unit * 3.2, "ink2", align=CENTRE)
