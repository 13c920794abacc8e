"""What stands where in each scene, at any size of the screen. Names that roll are `reels.py`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QRectF

from kiosk.ui.i18n import I18n, translate
from kiosk.ui.stage.parts import CENTRE, RIGHT, Across, Die, Ground, Part, Symbol, Words
from kiosk.ui.stage.scenes import (
    AlternateCalled,
    Around,
    BeaconAwaited,
    DiceThrown,
    DrawVoid,
    ListFixed,
    Poster,
    PrizeAnnounced,
    PrizeShown,
    Scene,
    Winner,
    WinnersBoard,
    WinnersRoll,
)
from kiosk.ui.stage.words import (
    counts_words,
    groups,
    left_words,
    prize_words,
    proof_lead,
    proof_words,
    why_passed_word,
    winner_detail,
    winner_name,
)
from kiosk.ui.words.rewards import joined


class Frame:
    """The screen's areas. `unit`: a hundredth of its shorter side, less where it is much wider than high."""

    def __init__(self, width: float, height: float, *, rehearsal: bool = False) -> None:
        self.whole = QRectF(0, 0, width, height)
        self.unit = unit = min(width / 1.5, height) / 100
        top = unit * 8 if rehearsal else 0
        self.band = QRectF(0, 0, width, top)
        self.inner = self.whole.adjusted(unit * 7.5, top + unit * 5.5, -unit * 7.5, -unit * 5)
        self.head = QRectF(self.inner.left(), self.inner.top(), self.inner.width(), unit * 14)
        code = unit * 16
        self.code = QRectF(self.inner.right() - code, self.inner.bottom() - code, code, code)
        self.foot = QRectF(
            self.inner.left(), self.inner.bottom() - unit * 12, self.inner.width() - code * 1.25, unit * 12
        )
        self.middle = QRectF(
            self.inner.left(),
            self.head.bottom() + unit * 2,
            self.inner.width(),
            self.code.top() - self.head.bottom() - unit * 3.5,
        )


def frame_of(scene: Scene, width: float, height: float) -> Frame:
    """The areas for a scene."""
    return Frame(width, height, rehearsal=rehearsal(scene))


def rehearsal(scene: Scene) -> bool:
    """Whether it is of a rehearsal."""
    return scene.rehearsal if isinstance(scene, Poster) else scene.around.rehearsal


def parts(scene: Scene, frame: Frame, i18n: I18n, now: datetime, page: int = 0) -> Iterator[Part]:
    """Everything but what rolls. `page`: of a board that has several."""
    if rehearsal(scene):
        yield Across(translate("Stage", "REHEARSAL"), frame.whole)
        yield Ground(frame.band, "band")
        words = translate("Stage", "REHEARSAL · Nothing here counts, and nobody wins anything")
        yield Words(
            words,
            frame.band.adjusted(frame.unit * 3, 0, -frame.unit * 3, 0),
            frame.unit * 4.4,
            "on_band",
            bold=True,
            align=CENTRE,
        )
    if isinstance(scene, Poster):
        yield from _poster(scene, frame)
        return
    around = scene.around
    if not (isinstance(scene, WinnersBoard)):
        yield from _proof(around, frame, i18n)
    if isinstance(scene, ListFixed):
        yield from _head(around, frame, i18n, around.title, meta=False)
        yield from _fixed(scene, frame, i18n)
    elif isinstance(scene, BeaconAwaited):
        yield from _head(around, frame, i18n, around.title)
        yield from _awaited(scene, frame, now)
    elif isinstance(scene, DiceThrown):
        yield from _head(around, frame, i18n, around.title)
        yield from _dice(scene, frame)
    elif isinstance(scene, PrizeAnnounced):
        yield from _head(around, frame, i18n, around.title)
        yield from _announced(scene.prize, frame)
    elif isinstance(scene, WinnersRoll):
        yield from _head(around, frame, i18n, prize_words(scene.prize))
    elif isinstance(scene, WinnersBoard):
        yield from _head(around, frame, i18n, translate("Stage", "The winners"))
        yield from _board(scene, frame, i18n, page)
    elif isinstance(scene, AlternateCalled):
        yield from _head(around, frame, i18n, prize_words(scene.prize))
        yield from _alternate(scene, frame)
    else:
        yield from _head(around, frame, i18n, around.title)
        yield from _void(scene, frame)


def _head(around: Around, frame: Frame, i18n: I18n, title: str, *, meta: bool = True) -> Iterator[Part]:
    unit, head = frame.unit, frame.head
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
    yield Words(groups(around.fingerprint), digits, unit * 3, "ink", True, align=RIGHT, mono=True)


def _proof(around: Around, frame: Frame, i18n: I18n) -> Iterator[Part]:
    foot, unit = frame.foot, frame.unit
    yield Words(
        proof_lead(around), QRectF(foot.left(), foot.top(), foot.width(), unit * 4.2), unit * 2.8, "gold", bold=True
    )
    place = QRectF(foot.left(), foot.top() + unit * 4.2, foot.width(), foot.height() - unit * 4.2)
    yield Words(proof_words(around, i18n), place, unit * 2.8, "ink", wrap=True)
    if around.link:
        yield Symbol(around.link, frame.code)


def _poster(scene: Poster, frame: Frame) -> Iterator[Part]:
    unit, inner = frame.unit, frame.inner
    high = inner.height() * 0.46
    top = inner.center().y() - high / 2 - unit * 4
    yield Words(
        scene.title, QRectF(inner.left(), top, inner.width(), high), unit * 15, bold=True, wrap=True, align=CENTRE
    )
    yield Ground(
        QRectF(inner.center().x() - unit * 9, top + high + unit * 2, unit * 18, unit * 0.5), "gold", unit * 0.25
    )
    if scene.line:
        place = QRectF(inner.left(), top + high + unit * 4, inner.width(), unit * 12)
        yield Words(scene.line, place, unit * 5, "ink2", wrap=True, align=CENTRE)


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
        groups(around.fingerprint, 32),
        card.adjusted(unit * 3, 0, -unit * 3, 0),
        unit * 7.4,
        "on_gold",
        True,
        align=CENTRE,
        mono=True,
    )
    y += unit
    yield Words(groups(around.fingerprint, 64), line(4), unit * 2.4, "ink2", align=CENTRE, mono=True)
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


BOARD_LINES = 8
"""Lines of a page, a prize's heading being one."""
BOARD_ACROSS = 5


def _board(scene: WinnersBoard, frame: Frame, i18n: I18n, page: int) -> Iterator[Part]:
    unit, inner, around = frame.unit, frame.inner, scene.around
    pages = board_pages(scene)
    shown = pages[min(page, len(pages) - 1)]
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
    short = translate("Stage", "Fingerprint of the list")
    text = f"{proof_lead(around)} {short} {groups(around.fingerprint)}" if around.fingerprint else proof_lead(around)
    yield Words(text, line, unit * 2.8, "ink2")
    if len(pages) > 1:
        corner = QRectF(inner.right() - inner.width() * 0.14, line.top(), inner.width() * 0.14, line.height())
        yield Words(f"{min(page, len(pages) - 1) + 1} / {len(pages)}", corner, unit * 3, "ink", bold=True, align=RIGHT)


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
