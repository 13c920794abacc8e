"""Members found by hand, masked."""

from __future__ import annotations

from kiosk.application.members.service import FOUND_AT_MOST
from tests.shared.till import Till, member
from tests.unit.application.conftest import CARD


def found(till: Till, text: str) -> list[str]:
    return sorted(view.id for view in till.service.find_members(text).members)


def test_by_phone_digits_card_or_name(till: Till) -> None:
    till.has_members(member("m-4", name="林雅婷", phone="+886955500777"))
    assert found(till, "0777") == ["m-4"]
    assert found(till, CARD) == ["m-1"]
    assert found(till, "雅婷") == ["m-4"]
    assert found(till, "nobody") == []


def test_they_are_masked_and_prove_nothing(till: Till) -> None:
    (view,) = till.service.find_members(CARD).members
    assert (view.masked_name, view.proven) == ("王*明", False)
    assert "91234" not in view.masked_phone


def test_not_more_than_fit(till: Till) -> None:
    till.has_members(*(member(f"m-{number}", name="林雅婷") for number in range(10, 40)))
    assert len(found(till, "林雅婷")) == FOUND_AT_MOST
    assert till.service.find_members("林雅婷").total == 30


def test_too_few_digits_say_how_many_are_needed(till: Till) -> None:
    assert till.service.find_members("004").digits_needed == 4
    assert till.service.find_members("０-0４").digits_needed == 4
    assert till.service.find_members("0049").digits_needed == 0
