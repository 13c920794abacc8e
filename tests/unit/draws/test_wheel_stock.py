"""What a wheel gives away slot by slot; red packets come to their budget, whatever it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Packets
from kiosk.domain.draws.encoding import H
from kiosk.domain.draws.stream import Stream
from kiosk.domain.draws.wheel_stock import packet_amounts, read_code, slot_code, split, stock_of
from tests.shared.wheel_till import WHEEL
from tests.unit.campaigns.stage import Stage, campaign


def packets() -> st.SearchStrategy[tuple[Packets, int]]:
    """Packets that fit, and how many."""

    def made(count: int, least: int, room: int, step: int, share: float) -> tuple[Packets, int]:
        rest = round(room * count * share)
        return Packets(least * count + rest * step, least, least + room * step, step), count

    return st.builds(
        made,
        st.integers(1, 300),
        st.integers(1, 500),
        st.integers(0, 2_000),
        st.integers(1, 100),
        st.floats(0, 1),
    )


@given(packets(), st.binary(min_size=32, max_size=32))
def test_packets_come_to_their_budget_to_the_last_unit(made: tuple[Packets, int], seed: bytes) -> None:
    wanted, count = made
    assert wanted.fit(count)
    amounts = split(Stream(seed), wanted, count)
    assert (len(amounts), sum(amounts)) == (count, wanted.budget)
    assert all(wanted.least <= one <= wanted.most and not (one - wanted.least) % (wanted.step or 1) for one in amounts)
    assert split(Stream(seed), wanted, count) == amounts


@given(packets(), st.integers(-3, 3), st.integers(-1, 1))
def test_what_cannot_come_out_is_said_before(made: tuple[Packets, int], more: int, steps: int) -> None:
    """Whatever is near what fits: where it does not, nothing is made of it."""
    wanted, count = made
    other = replace(wanted, budget=wanted.budget + more, step=(wanted.step or 0) + steps)
    if other.fit(count):
        assert sum(split(Stream(H("packets", b"x")), other, count)) == other.budget
    else:
        rest = other.budget - other.least * count
        room = other.most - other.least
        step = other.step or 0
        assert step < 1 or rest % step or room % step or not 0 <= rest <= room * count


def lucky() -> Campaign:
    return campaign(WHEEL)


def test_amounts_follow_from_the_file_and_from_nothing_else() -> None:
    one = lucky()
    wheel = one.wheels[0]
    amounts = packet_amounts(one, wheel, wheel.prizes[0])
    later = replace(one, version=7, rules=one.rules[::-1], terms=one.name)
    assert packet_amounts(later, wheel, wheel.prizes[0]) == amounts
    assert packet_amounts(replace(one, id="other"), wheel, wheel.prizes[0]) != amounts
    assert {one % 100 for one in amounts} == {0}  # whole dollars, as they are paid
    assert amounts[:5] == [18_00, 14_00, 3_00, 10_00, 15_00]  # they are written down in leases: never to change


def test_a_stock_has_every_code_in_the_order_of_the_file() -> None:
    one = lucky()
    stock = stock_of(one, one.wheels[0])
    assert sum(stock.values()) == 100
    assert list(stock)[-2:] == ["mug", "thanks"]
    cash = [read_code(code)[1] for code in stock if code.startswith("cash")]
    assert cash == sorted(cash)


@given(st.from_regex(r"[a-z0-9]([a-z0-9._-]{0,20}[a-z0-9])?", fullmatch=True), st.integers(0, 10**9))
def test_codes_are_read_as_they_are_written(prize: str, amount: int) -> None:
    assert read_code(slot_code(prize, amount)) == (prize, amount)


@pytest.mark.parametrize("code", ["a:", "a:0", "a:-1", "a:01", "a:1.5", "a:1:2", "a:x", "a:\u0661"])
def test_what_is_no_amount_is_none(code: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        read_code(code)


# -- what `check` finds in a file -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "code", "words"),
    [
        ("budget: 400, least: 1, most: 88", "budget: 39, least: 1, most: 88", "packets", "40 at least"),
        ("budget: 400, least: 1, most: 88", "budget: 4000, least: 1, most: 88", "packets", "3,520 at most"),
        ("most: 88}", "most: 88, step: 3.3}", "packets", "whole steps"),
        ("packets: {", "value: 5, packets: {", "packets", "themselves"),
        ("give: [{rebate: {percent: 100}}]", "give: [{rebate: 5}]", "packets", "no rule pays"),
        ("{draw: grand, count: 2}", "{draw: grand, count: 0}", "ticket_price", "one ticket"),
        ("tickets: {draw: grand, count: 2}", "tickets: {draw: other, count: 2}", "unknown_draw", "other"),
        ("code: mug, name: NAME, count: 20", "code: cash, name: NAME, count: 20", "id_twice", "there twice"),
        ("count: 40, thanks", "count: 2000000, thanks", "wheel_slots", "1,000,000"),
    ],
)
def test_wheels_that_cannot_be_are_found(before: str, after: str, code: str, words: str) -> None:
    assert WHEEL.count(before) == 1
    found = [one for one in check(campaign(WHEEL.replace(before, after))) if one.code == code]
    assert any(words in one.words for one in found), found


def test_a_sound_wheel_has_no_finding_of_its_own() -> None:
    assert [
        one for one in check(lucky()) if one.code in ("packets", "ticket_price", "wheel_slots", "unknown_draw")
    ] == []


# -- what pays for a spin, judged anew --------------------------------------------------------------------------------


def spun(stage: Stage, **body: Any) -> list[tuple[str, int]]:
    given = stage.happens("wheel.spun", "A", ref="lucky", part="thanks", **body)
    return [(str(one.kind), one.quantity) for one in given]


def test_tickets_pay_as_many_as_the_file_says_and_nothing_else_does() -> None:
    stage = Stage(lucky())
    assert spun(stage, ticket="grand", tickets=2) == []
    assert stage.why_not("w-thanks")[1] == "tickets"
    stage.buys("A", 100)  # three tickets, three spins
    stage.buys("A", 100)
    for ticket, count in (("grand", 1), ("other", 2)):
        assert spun(stage, ticket=ticket, tickets=count) == []
        assert stage.why_not("w-thanks")[1] == "price"
    assert stage.state("A").tickets == {"grand": 5}  # what was paid is paid, whatever a broken program asked for it
    assert spun(stage, ticket="grand", tickets=2) == [("points", 2)]
    assert (stage.state("A").tickets, stage.state("A").spins) == ({"grand": 3}, {"lucky": 6})
    assert spun(stage) == [("points", 2)]
    assert (stage.state("A").tickets, stage.state("A").spins) == ({"grand": 3}, {"lucky": 5})
    for fold in (stage.rebuilt(), stage.folded_again()):
        assert fold.member("A").rewards == stage.state("A").rewards
        assert fold.member("A").tickets == {"grand": 3}


def test_a_packet_pays_what_is_in_it() -> None:
    stage = Stage(lucky())
    stage.buys("A", 100)
    given = stage.happens("wheel.spun", "A", ref="lucky", part="cash", amount=188, lease="lucky.1", j=0)
    assert [(str(one.kind), one.quantity, one.cost) for one in given] == [("rebate", 188, 188)]
    assert stage.state("A").spent(0, 1 << 60) == 100_00  # it is no purchase
    assert stage.state("A").rebates == 188
