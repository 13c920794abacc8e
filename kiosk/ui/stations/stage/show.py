"""What is on the big screen at which point of a draw. The draw itself is as it was journalled; only which of it is
being looked at is remembered here, and after a restart that is found from the draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.application.draws.stage_outcomes import PrizeView, StageView, WinnerView
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.draws.batch import FEWEST_DICE
from kiosk.domain.draws.facts import PassReason
from kiosk.domain.draws.stage import Phase
from kiosk.domain.draws.stage_facts import Shown
from kiosk.ui.stage.draws.scenes import (
    AlternateCalled,
    Around,
    BeaconAwaited,
    DiceThrown,
    DrawVoid,
    Envelope,
    ListFixed,
    PrizeAnnounced,
    PrizeShown,
    PrizeWon,
    Source,
    WhyPassed,
    Winner,
    WinnersBoard,
    WinnersRoll,
)
from kiosk.ui.stage.scene import Scene
from kiosk.ui.stations.stage.words import role_word, void_word
from kiosk.ui.words.refused_stage import holder_word


class Pace(StrEnum):
    """How many winners are shown at once."""

    ONE = "one"
    PRIZE = "prize"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Cue:
    """What of a draw is looked at. `first` to `upto`: winners by place, that roll (`rolling`) or have rolled. `board`:
    everybody so far. `passed`: the place that went on, and who had it."""

    first: int = 0
    upto: int = 0
    rolling: bool = False
    board: bool = False
    passed: tuple[int, WinnerView, PassReason] | None = None


def cue_of(view: StageView) -> Cue:
    """Where to go on after a restart: with what was shown last, at rest."""
    if view.phase in (Phase.SHOWN, Phase.CLOSED):
        return Cue(board=True)
    prize = next((one for one in view.prizes if one.winners and len(one.winners) < one.drawn), None)
    if prize is not None:
        return Cue(prize.first, view.revealed)
    return Cue(board=view.revealed > 0)


def next_prize(view: StageView) -> PrizeView | None:
    """The prize of the next winner to be shown."""
    return next((one for one in view.prizes if one.first <= view.revealed < one.first + one.drawn), None)


def upto_of(view: StageView, pace: Pace) -> int:
    """How far the next step shows winners."""
    prize = next_prize(view)
    if prize is None:
        return view.revealed
    if pace is Pace.ONE:
        return view.revealed + 1
    return prize.first + prize.drawn if pace is Pace.PRIZE else view.to_reveal


def around_of(view: StageView, season: Frame = Frame.NONE) -> Around:
    """What stands around every scene of the draw."""
    return Around(
        event=view.event,
        title=view.title,
        tickets=view.tickets,
        entrants=view.entrants,
        fingerprint=view.fingerprint,
        published=view.published_at,
        source=Source.NONE if view.rehearsal else Source.BEACON if view.by_beacon else Source.ENVELOPES,
        round=view.round,
        foreign=view.own_beacon,
        thrown=len(view.throws),
        seeded=view.seeded,
        link=view.link,
        rehearsal=view.rehearsal,
        version=view.seq,
        season=season,
    )


def scene_of(view: StageView, cue: Cue, season: Frame = Frame.NONE) -> Scene:
    """What the room sees of a draw now. `season`: whose ornaments lie on the ground."""
    around = around_of(view, season)
    if view.phase is Phase.VOID:
        return DrawVoid(around, void_word(view.voided))
    if view.phase is Phase.FROZEN:
        return ListFixed(around, published=False)
    if view.phase is Phase.AWAITED and view.round_at is not None:
        if not cue.board:
            return ListFixed(around, True, tuple(role_word(role) for role in view.signers))
        return BeaconAwaited(around, view.round_at)
    if view.phase in (Phase.AWAITED, Phase.DICE, Phase.ENVELOPES, Phase.READY):
        if not view.throws and not cue.board:
            return ListFixed(around, True, tuple(role_word(role) for role in view.signers))
        envelopes = tuple(Envelope(holder_word(one.holder), one.opened) for one in view.envelopes)
        closed = len(view.throws) >= FEWEST_DICE and any(one.opened for one in view.envelopes)
        return DiceThrown(around, view.throws, FEWEST_DICE, envelopes, closed)
    return _winners_scene(view, cue, around)


def _winners_scene(view: StageView, cue: Cue, around: Around) -> Scene:
    if cue.passed is not None:
        place, before, why = cue.passed
        prize = next(one for one in view.prizes if one.first <= place < one.first + one.count)
        now = prize.winners[place - prize.first]
        to = winner_of(now, view.shown) if now.entrant >= 0 else None
        return AlternateCalled(around, prize_of(prize, view), winner_of(before, view.shown), WhyPassed(why.value), to)
    if cue.board:
        return board_of(view, around)
    if cue.upto > cue.first:
        winners = [one for prize in view.prizes for one in prize.winners][cue.first : cue.upto]
        prizes = [prize for prize in view.prizes if prize.first < cue.upto and prize.first + prize.count > cue.first]
        shown = prize_of(prizes[0], view)
        if len(prizes) > 1:
            shown = replace(shown, name=view.title, count=len(winners))
        rolled = tuple(winner_of(one, view.shown) for one in winners)
        return WinnersRoll(around, shown, rolled, view.names, cue.rolling)
    prize_next = next_prize(view)
    if prize_next is None:
        return board_of(view, around)
    return PrizeAnnounced(around, prize_of(prize_next, view), view.names)


def board_of(view: StageView, around: Around) -> WinnersBoard:
    """Everybody who has won so far: prizes that the room has not seen yet are left out."""
    prizes = tuple(
        PrizeWon(prize_of(one, view), tuple(winner_of(winner, view.shown) for winner in one.winners))
        for one in view.prizes
        if one.winners or (one.drawn == 0 and view.phase in (Phase.SHOWN, Phase.CLOSED))
    )
    return WinnersBoard(around, prizes, final=view.phase in (Phase.SHOWN, Phase.CLOSED))


def prize_of(prize: PrizeView, view: StageView) -> PrizeShown:
    """A prize as the room sees it."""
    return PrizeShown(prize.name, prize.count, view.prizes.index(prize) + 1, len(view.prizes))


def winner_of(winner: WinnerView, shown: Shown) -> Winner:
    """A winner as the room sees them; tickets are counted from 1 there."""
    name = "" if shown is Shown.TICKET else winner.name
    if winner.entrant < 0:
        return Winner("—", 0, "", instead=True)
    return Winner(name, winner.ticket + 1, winner.detail, winner.instead)
