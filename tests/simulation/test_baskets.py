"""Goods that come back and a public code in a drawn world: they hold, and bugs put into returns on purpose show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.application.sales import refunds, undo
from tests.simulation import baskets
from tests.simulation.baskets import Baskets
from tests.simulation.having import Having
from tests.simulation.invariants import Violation
from tests.simulation.run import Run
from tests.simulation.surroundings import quiet_logs

Patch = pytest.MonkeyPatch
_STEPS = 60


class Shop:
    """A world in which nothing goes wrong by itself, and people only buy goods and bring them back."""

    def __init__(self, run: Run, baskets: Baskets) -> None:
        self.run, self.baskets = run, baskets

    def plays(self) -> None:
        for number in range(_STEPS):
            self.baskets.step(self.run.dice_of(number, "goods"))
            if number % 5 == 0:
                for till in self.run.world.terminals.values():
                    till.engine.round()
        self.run.come_together()
        self.run.check()


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: Patch) -> Iterator[Shop]:
    monkeypatch.setattr(baskets, "HAPPENS", 1)
    with quiet_logs():
        made = Run(tmp_path, 5, Having(goods=True))
        assert made.baskets is not None
        yield Shop(made, made.baskets)
        made.world.close()


def test_goods_come_back_and_codes_run_out(shop: Shop) -> None:
    shop.plays()
    assert shop.baskets.returns > 10


def price_tags_are_paid_back(patch: Patch) -> None:
    """Whatever was taken off."""
    patch.setattr(refunds, "refund_of", lambda _left, _rest, back, _unnamed: back)


def what_is_asked_twice_comes_back_twice(patch: Patch) -> None:
    """Nobody looks whether the till asked for the same before."""
    real = undo.return_goods

    class Another(str):
        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = str.__hash__

    def anew(context: Any, tx: Any, txn: str, back: Any, *more: Any) -> Any:
        return real(context, tx, txn, replace(back, till=Another(back.till)), *more)

    patch.setattr("kiosk.application.sales.service.return_goods", anew)


PLANTED: tuple[tuple[Callable[[Patch], None], str], ...] = (
    (price_tags_are_paid_back, "paid back of"),
    (what_is_asked_twice_comes_back_twice, "taken back twice|came back, and then not"),
)


@pytest.mark.parametrize(("bug", "found"), PLANTED, ids=lambda one: getattr(one, "__name__", ""))
def test_a_bug_is_found(monkeypatch: Patch, shop: Shop, bug: Callable[[Patch], None], found: str) -> None:
    bug(monkeypatch)
    with pytest.raises(Violation, match=found):
        shop.plays()
