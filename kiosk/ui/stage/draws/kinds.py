"""The scenes of a draw, and how each is painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kiosk.ui.stage.draws import board, layout, reels, wins
from kiosk.ui.stage.draws.scenes import (
    AlternateCalled,
    BeaconAwaited,
    DiceThrown,
    DrawVoid,
    ListFixed,
    PrizeAnnounced,
    WheelWins,
    WinnersBoard,
    WinnersRoll,
)
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Kind, Moving, Stand
from kiosk.ui.stage.parts import Part


def _rolls(scene: WinnersRoll) -> bool:
    return scene.rolling


def _reels(scene: WinnersRoll, stand: Stand) -> Moving:
    return reels.Reels(scene.winners, scene.names, stand)


def _cards(scene: WinnersRoll, frame: Frame) -> Iterable[Part]:
    return reels.cards(scene.winners, frame)


KINDS: tuple[Kind[Any], ...] = (
    Kind(ListFixed, layout.fixed),
    Kind(BeaconAwaited, layout.awaited, by_second=True),
    Kind(DiceThrown, layout.dice),
    Kind(PrizeAnnounced, layout.announced),
    Kind(WinnersRoll, layout.roll, moves=_rolls, moving=_reels, at_rest=_cards),
    Kind(WinnersBoard, board.board, pages=board.pages),
    Kind(AlternateCalled, layout.alternate),
    Kind(DrawVoid, layout.void),
    Kind(WheelWins, wins.wins, pages=wins.wins_pages),
)
