"""Vouchers of value and books of paper slips in a drawn world: they hold, and bugs put into them on purpose show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales import charges
from kiosk.application.slips import books, find, key_in
from kiosk.application.staff.outcomes import SignedIn
from kiosk.demo.chain.build import PINS
from kiosk.domain.staff.roles import Role
from kiosk.hq.coupons import rights
from tests.simulation import cards, papers
from tests.simulation.cards import Cards
from tests.simulation.having import Having
from tests.simulation.invariants import Violation
from tests.simulation.papers import Papers
from tests.simulation.run import Run
from tests.simulation.surroundings import quiet_logs

Patch = pytest.MonkeyPatch
_STEPS = 45


def plays(run: Run, what: Cards | Papers) -> None:
    """Nothing goes wrong by itself, but that two tills hear of each other now and then only."""
    for number in range(_STEPS):
        what.step(run.dice_of(number))
        if number % 10 == 9:
            for till in run.world.terminals.values():
                till.engine.round()
    run.come_together()
    run.check()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: Patch) -> Iterator[Run]:
    monkeypatch.setattr(cards, "HAPPENS", 1)
    monkeypatch.setattr(papers, "HAPPENS", 1)
    with quiet_logs():
        made = Run(tmp_path, 8, Having(vouchers=True, slips=True))
        for till in made.world.terminals.values():
            clerk = next(one for one in till.service.staff() if one.role is Role.CLERK)
            signed_in = till.service.sign_in(clerk.id, PINS[Role.CLERK])
            assert isinstance(signed_in, SignedIn)
            made.actors[till.name] = signed_in.actor
        yield made
        made.world.close()


def test_vouchers_are_sold_and_pay(run: Run) -> None:
    assert run.cards is not None
    plays(run, run.cards)
    assert run.cards.paid > 4
    assert len(run.cards.codes) > 5


def test_slips_are_keyed_in(run: Run) -> None:
    assert run.papers is not None
    plays(run, run.papers)
    assert run.papers.keyed > 10
    assert len(run.papers.books) > 1


def what_is_on_a_voucher_is_taken_for_ones_right(patch: Patch) -> None:
    """A till pays back what another till holds."""
    patch.setattr(charges, "_own_right", lambda _context, _tx, _coupon: 10**9)


def hq_does_not_hear_whose_the_money_is(patch: Patch) -> None:
    """What a till put on a voucher is nobody's at HQ."""
    patch.setattr(rights, "charged", lambda *_args, **_named: None)


def nobody_looks_whether_it_was_keyed_in(patch: Patch) -> None:
    """A slip that is keyed in twice takes off twice."""
    patch.setattr(key_in, "keyed_in", lambda *_: None)


def only_the_own_uses_of_a_book_are_seen(patch: Patch) -> None:
    """What was keyed in at the other till can be keyed in here."""

    def mine(_context: Any, tx: LedgerTx, book: str) -> dict[int, Any]:
        return {one.number: one for one in tx.used_slips(book)}

    for module in (find, books, key_in):
        patch.setattr(module, "used_of", mine)


PLANTED: tuple[tuple[Callable[[Patch], None], str, str], ...] = (
    (what_is_on_a_voucher_is_taken_for_ones_right, "cards", "a right that was not held|was paid that was not on it"),
    (hq_does_not_hear_whose_the_money_is, "cards", "rights differ from HQ's|does not come together"),
    (nobody_looks_whether_it_was_keyed_in, "papers", "was keyed in twice|double spend of slip"),
    (only_the_own_uses_of_a_book_are_seen, "papers", "by the facts|is said to be"),
)


@pytest.mark.parametrize(("bug", "what", "found"), PLANTED, ids=lambda one: getattr(one, "__name__", ""))
def test_a_bug_is_found(monkeypatch: Patch, run: Run, bug: Callable[[Patch], None], what: str, found: str) -> None:
    bug(monkeypatch)
    with pytest.raises(Violation, match=found):
        plays(run, getattr(run, what))
