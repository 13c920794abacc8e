"""Baskets that the till pushes: shown as soon as nobody else is served, paid and put aside by the till."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.ui.stations.checkout.machine import Phase
from tests.ui.test_flow import CLERK, Till


@pytest.fixture
def till(qapp: QApplication) -> Iterator[Till]:
    made = Till()
    yield made
    made.close()


def pushed(till: Till, amount: int = 46_200, *, txn: str = "t-1") -> Visit:
    return till.api.price(Visit(txn=txn, amount=amount, till="POS-1"))


def test_a_basket_is_shown_and_shown_anew(till: Till) -> None:
    till.flow.basket_arrived(pushed(till))
    till.settle()
    assert till.flow.visit is not None
    assert (till.flow.visit.txn, till.flow.amount.minor) == ("t-1", 46_200)
    assert (till.flow.amount.text, till.flow.visit.amount) == ("462", 46_200)
    till.flow.basket_arrived(pushed(till, 50_000))
    till.settle()
    assert till.flow.amount.minor == 50_000


def test_who_is_being_served_is_not_put_aside(till: Till) -> None:
    till.scan("M:m1")
    till.settle()
    till.flow.basket_arrived(pushed(till))
    till.settle()
    assert till.flow.visit is not None
    assert till.flow.visit.till is None
    till.flow.clear()
    till.settle()
    assert till.flow.visit is not None
    assert till.flow.visit.till == "POS-1"


def test_the_till_was_paid(till: Till) -> None:
    visit = till.api.price(replace(till.api.choose_member(pushed(till), "m1"), amount=46_200))
    till.flow.basket_arrived(visit)
    till.settle()
    sold = till.api.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    till.flow.sale_made(sold)
    till.settle()
    assert till.phase() is Phase.DONE
    assert till.flow.redemption is sold
    other = replace(sold, sale=replace(sold.sale, txn="t-9"))
    till.flow.clear()
    till.settle()
    till.flow.sale_made(other)
    till.settle()
    assert till.phase() is Phase.ENTRY


def test_a_cancelled_basket_leaves_the_screen(till: Till) -> None:
    till.flow.basket_arrived(pushed(till))
    till.settle()
    till.flow.put_aside("POS-2")
    till.settle()
    assert till.flow.amount.minor == 46_200
    till.flow.put_aside("POS-1")
    till.settle()
    assert till.flow.empty


def test_a_basket_after_the_verdict_begins_the_next_visit(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    till.flow.confirm()
    till.settle()
    assert till.phase() is Phase.DONE
    till.flow.basket_arrived(pushed(till))
    till.settle()
    assert till.phase() is Phase.ENTRY
    assert till.flow.visit is not None
    assert till.flow.visit.txn == "t-1"
