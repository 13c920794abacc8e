"""Online claims at the till: bounded, never doubled, and nobody else waits for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.application.sales.outcomes import Redemption
from kiosk.application.sync.outcomes import Link
from kiosk.domain.coupons.facts import OP_SETTLED, RIGHTS_CHANGED
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.integration.terminal.local_hq import Exchange, LocalHq, nothing, status
from tests.integration.terminal.visits import clerk, coupon_of, redeemed, scan, sell, visit_with
from tests.simulation.invariants import journal
from tests.simulation.world import SimTerminal, World

REDEEM, OPS = "/v1/ops/redeem", "/v1/ops/"


@pytest.fixture
def guest(world: World) -> str:
    """A coupon of another store's member, whose right nobody here holds (no terminal of that store exists)."""
    return coupon_of(world, "cash100", "banqiao").token


def asked(hq: LocalHq) -> list[tuple[str, int]]:
    return [(method, code) for method, path, code in hq.seen if path.startswith(OPS)]


def settled(till: SimTerminal) -> list[str]:
    return [fact.body["verdict"] for fact in journal(till) if fact.kind == OP_SETTLED]


def test_a_claim_is_granted_and_then_used(world: World, hq: LocalHq, till: SimTerminal, guest: str) -> None:
    txn = redeemed(till, clerk(till), guest).sale.txn
    till.engine.round()
    (row,) = world.hq.redemptions()
    assert (row.txn, row.state) == (txn, "counts")
    assert settled(till) == ["granted"]


def test_the_intent_is_journalled_before_hq_is_asked(world: World, hq: LocalHq, till: SimTerminal, guest: str) -> None:
    open_ops: list[int] = []

    def look(exchange: Exchange) -> None:
        open_ops.append(len(till.ledger.run(lambda tx: tx.open_ops())))
        status(500)(exchange)

    hq.play(REDEEM, look)
    sell(till, clerk(till), guest)
    assert open_ops == [1]


def test_an_answer_lost_on_the_way_is_fetched(world: World, hq: LocalHq, till: SimTerminal, guest: str) -> None:
    hq.play(REDEEM, nothing)
    assert isinstance(sell(till, clerk(till), guest), Redemption)
    assert asked(hq) == [("GET", 200)]


def test_an_answer_after_the_time_out_is_fetched(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal], guest: str
) -> None:
    till = enrolled(answer_s=0.5)
    actor = clerk(till)
    hq.play(REDEEM, hq.too_slow)
    outcome = sell(till, actor, guest)
    while not isinstance(outcome, Redemption):  # a busy machine may need more time for the second answer, too
        outcome = sell(till, actor, guest)
    till.engine.round()
    assert [(row.txn, row.state) for row in world.hq.redemptions()] == [(outcome.sale.txn, "counts")]


def test_a_claim_nobody_answers_is_given_up_in_bounded_time_and_blocks_nobody_for_long(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal], guest: str
) -> None:
    till, other = enrolled(answer_s=0.5), enrolled("ZX01", "zhongxiao")
    actor = clerk(till)
    hq.play(OPS, *[hq.too_slow] * 2)
    outcome = sell(till, actor, guest)
    assert isinstance(outcome, Refusal)
    assert outcome.code is RefusalCode.NO_RIGHT_OFFLINE
    assert settled(till) == ["abandoned"]
    # HQ granted it all the same, so nobody else gets it …
    refused = scan(other, other.service.new_visit(), guest, clerk(other))
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.ALREADY_USED_ELSEWHERE
    # … until the terminal has told that it gave up
    hq.release()
    till.client.token = None
    while till.engine.status().queue:
        till.engine.round()
    assert isinstance(sell(other, clerk(other), guest), Redemption)


def test_the_ledger_is_free_while_hq_is_asked(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal], guest: str
) -> None:
    till = enrolled(threaded=True)
    actor = clerk(till)
    seen: list[int] = []

    def look(exchange: Exchange) -> None:
        redeemed(till, actor, coupon_of(world, "cash100", "xinyi").token)  # would wait for ever
        seen.append(len(till.service.recent_sales()))
        answer = exchange.hand_over()
        exchange.reply(answer.status, answer.headers, answer.body)

    hq.play(REDEEM, look)
    assert isinstance(sell(till, actor, guest), Redemption)
    assert seen == [1]


def test_a_right_called_back_while_hq_is_asked_about_another_is_not_used(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal]
) -> None:
    """XY01 holds one coupon and asks HQ for another beside it. Meanwhile ZX01 claims the first, and XY01's own sync
    gives it back."""
    till, other = enrolled(threaded=True), enrolled("ZX01", "zhongxiao")
    actor, theirs = clerk(till), clerk(other)
    mine = coupon_of(world, "cash100", "xinyi")
    assert till.ledger.run(lambda tx: tx.right(mine.coupon.id)) is not None
    stolen: list[object] = []

    def meanwhile(exchange: Exchange) -> None:
        stolen.append(sell(other, theirs, mine.token))
        answer = exchange.hand_over()
        exchange.reply(answer.status, answer.headers, answer.body)

    beside = next(
        row
        for row in world.chain.coupons
        if row.coupon.template == "ten-percent" and row.coupon.member == mine.coupon.member
    )
    # the second coupon's right lies elsewhere: HQ has to be asked
    till.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", {"grant": [], "revoke": [beside.coupon.id]}))
    visit = visit_with(till, actor, mine.token, beside.token, amount=400_000)
    assert {line.coupon for line in visit.quote.lines} == {mine.coupon.id, beside.coupon.id}
    hq.play(REDEEM, meanwhile)
    outcome = till.service.confirm(visit, actor)
    assert isinstance(stolen[0], Redemption)
    assert isinstance(outcome, Refusal)
    assert outcome.code is RefusalCode.RIGHT_ELSEWHERE
    for terminal in (till, other, till):
        terminal.engine.round()
    assert world.hq.conflicts() == []
    assert [row.coupon for row in world.hq.redemptions()] == [mine.coupon.id]
    assert till.engine.status().link is Link.ONLINE


def test_confirming_twice_at_the_same_time_sells_once(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal], guest: str
) -> None:
    till = enrolled(threaded=True)
    actor = clerk(till)
    visit = visit_with(till, actor, guest)
    first: list[object] = []

    def meanwhile(exchange: Exchange) -> None:
        first.append(till.service.confirm(visit, actor))
        answer = exchange.hand_over()
        exchange.reply(answer.status, answer.headers, answer.body)

    hq.play(REDEEM, meanwhile)
    second = till.service.confirm(visit, actor)
    assert isinstance(first[0], Redemption)
    assert isinstance(second, Redemption)
    assert first[0].sale.receipt == second.sale.receipt
    till.engine.round()
    assert [row.state for row in world.hq.redemptions()] == ["counts"]
    assert till.ledger.run(lambda tx: tx.open_ops()) == []


def test_a_right_held_elsewhere_is_called_back(world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal]) -> None:
    holder, other = enrolled(), enrolled("XY02", "xinyi")
    coupon = coupon_of(world, "cash100", "xinyi")
    assert holder.ledger.run(lambda tx: tx.right(coupon.coupon.id)) is not None
    assert isinstance(sell(other, clerk(other), coupon.token), Redemption)
    assert holder.ledger.run(lambda tx: tx.right(coupon.coupon.id)) is None


def test_a_right_held_by_a_terminal_that_does_not_answer_is_refused(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal]
) -> None:
    holder, other = enrolled(), enrolled("XY02", "xinyi")
    holder.stop()
    outcome = sell(other, clerk(other), coupon_of(world, "cash100", "xinyi").token)
    assert isinstance(outcome, Refusal)
    assert outcome.code is RefusalCode.RIGHT_ELSEWHERE
    holder.start()
    assert isinstance(sell(holder, clerk(holder), coupon_of(world, "cash100", "xinyi").token), Redemption)
    for terminal in (holder, other):
        terminal.engine.round()
    assert world.hq.conflicts() == []
