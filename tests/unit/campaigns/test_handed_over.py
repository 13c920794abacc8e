"""What is out of the house stays there, whatever is undone later: points fall below zero, a stock that is not there
never comes back; the same at the terminal, rebuilt from the journal, recalled, and counted at HQ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.judged_again import Reckoned, reckon
from kiosk.domain.campaigns.rewards import Check, Outcome, Reward, RewardKind
from kiosk.domain.campaigns.set_off import surplus
from kiosk.domain.campaigns.shared import Shared
from tests.unit.campaigns.stage import campaign, same_everywhere, view
from tests.unit.campaigns.test_laws import events_of
from tests.unit.campaigns.test_recall import Till, recalled

RULES = """
stock:
  - {id: mug, name: NAME, value: 99, quantity: 3}
  - {id: bag, name: NAME, value: 30, quantity: 9}
coupons: [{id: c50, name: NAME, off: 50, valid_days: 30}]
wheels: [{id: w, name: NAME, prizes: [{code: a, name: NAME, count: 9, value: 9}]}]
mall: [{id: cup, name: NAME}]
rules:
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
  - {id: cup, name: NAME, when: {event: points_spent, ref: cup, points: 50}, give: [{gift: mug}]}
  - {id: bag, name: NAME, when: {event: purchased, n: 2, every: true}, give: [{gift: bag}]}
  - {id: first, name: NAME, when: first_purchase, give: [{choice: {of: [mug, bag]}}]}
  - {id: sheet, name: NAME, when: {event: spend_reached, amount: 500, every: true}, give: [{coupon: c50}]}
  - {id: turn, name: NAME, when: purchased, if: {amount: {at_least: 300}}, give: [{spins: w}]}
  - {id: won, name: NAME, when: {event: spun, ref: w}, give: [{points: 7}, {gift: bag}]}
"""
ONE_MUG = """
stock: [{id: mug, name: NAME, value: 99, quantity: 1}]
mall: [{id: cup, name: NAME}]
rules:
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
  - {id: cup, name: NAME, when: {event: points_spent, ref: cup, points: 50}, give: [{gift: mug}]}
"""
steps = st.one_of(
    st.tuples(st.just("buy"), st.sampled_from([40, 260, 300, 500, 900])),
    st.tuples(st.just("buy"), st.sampled_from([300, 500])),
    st.tuples(st.sampled_from(["cup", "spin", "choose", "use"])),
    st.tuples(st.just("void"), st.integers(0, 5)),
    st.tuples(st.just("return"), st.integers(0, 5), st.sampled_from([1, 250])),
)


def exchange(stage: Till) -> list[Reward]:
    return stage.happens("points.spent", "A", ref="cup", value=50)


def out_of_the_house(stage: Till, undone: str, used: set[str]) -> set[tuple[str, str, int]]:
    """What somebody else than this test's subject says cannot come back: acts, gifts but for those of the sale that is
    undone, coupons that were used."""
    sale = next((one.id for one in events_of(stage) if one.txn == undone and one.kind == "purchased"), "")
    acts = {one.id for one in events_of(stage) if one.kind in ("points_spent", "chosen", "spun")}
    found = set()
    for reward in stage.state("A").rewards.values():
        if reward.happening in acts or (reward.kind is RewardKind.GIFT and reward.happening != sale):
            found.add((reward.id, reward.ref, reward.quantity))
        found |= {(reward.id, name, 1) for name in used.intersection(coupon_ids(reward))}
    return found


def things(rewards: Iterable[Reward]) -> Counter[tuple[str, str]]:
    """How much a member has of each thing, by the rule that gives it."""
    found: Counter[tuple[str, str]] = Counter()
    for one in rewards:
        if one.kind in (RewardKind.GIFT, RewardKind.COUPON, RewardKind.CHOICE):
            found[one.rule, one.ref] += one.quantity
    return found


def counted(stage: Till, stock: int = 0) -> Reckoned:
    """As HQ counts, with so much of each thing on its own shelf."""
    shared = Shared(stage.fold.shared.pool_of, dict.fromkeys(stage.fold.shared.pools, stock))
    found = reckon(stage.engine, shared, "A", events_of(stage), None, 64)
    assert found is not None
    return found


def due(found: Reckoned) -> list[Reward]:
    """What HQ says is due of what the member has, and more."""
    gone = {one.id for one in found.effect.taken_back}
    return [*(one for one in found.journalled.rewards.values() if one.id not in gone), *found.effect.granted]


def overrun(found: Reckoned) -> Counter[tuple[str, str]]:
    """How much HQ lists as given and not due, by rule and thing."""
    given, due = ({one.id: one for one in rewards} for rewards in (found.effect.taken_back, found.effect.granted))
    spare, _ = surplus(given, due, found.short)
    total: Counter[tuple[str, str]] = Counter()
    for one, more in spare:
        total[one.rule, one.ref] += more
    return total


def tell(stage: Till, story: list[tuple[Any, ...]]) -> None:
    sales: dict[str, tuple[str, ...]] = {}
    gone: set[str] = set()
    for what, *how in story:
        state = stage.state("A")
        earlier = list(state.rewards.values())
        if what == "buy":
            txn = f"S{len(sales)}"
            sales[txn] = ()
            stage.buys("A", how[0], txn)
        elif what == "cup":
            if stage.points("A") >= 50:
                exchange(stage)
        elif what == "spin":
            if state.spins.get("w", 0) > 0:
                stage.happens("wheel.spun", "A", ref="w", part="a", lease="L", j=len(stage.facts))
        elif what == "choose":
            for choice in [one for one in state.rewards.values() if one.kind is RewardKind.CHOICE][:1]:
                stage.happens("reward.chosen", "A", part=choice.id, ref="bag")
        elif what == "use":
            mine = [name for one in state.rewards.values() for name in coupon_ids(one)]
            free = [name for name in mine if all(name not in used for used in sales.values())]
            if free:
                txn = f"S{len(sales)}"
                sales[txn] = (free[0],)
                coupons = [{"id": free[0], "template": "test/c50", "value": 5000, "right": "held"}]
                stage.buys("A", 100, txn, coupons=coupons)
        else:
            txn = f"S{how[0]}"
            used = {name for sale, names in sales.items() if sale not in gone | {txn} for name in names}
            before, stock = out_of_the_house(stage, txn, used), dict(stage.fold.shared.pools)
            had = list(stage.state("A").rewards.values())
            own = [one for one in had if one.kind is RewardKind.GIFT]
            if what == "void":
                stage.voids(txn)
                gone.add(txn)
            else:
                stage.returns(txn, how[1])
            after = stage.state("A").rewards
            still = {(one.id, one.ref, one.quantity) for one in after.values()}
            still |= {(one.id, name, 1) for one in after.values() for name in coupon_ids(one)}
            assert before <= still
            # nobody has more of a rule because a sale was undone, but for what is due
            assert things(after.values()) <= things(had) | things(due(counted(stage)))
            back = sum(one.quantity for one in own if one.id not in after)
            assert sum(stage.fold.shared.pools.values()) <= sum(stock.values()) + back
        if what in ("buy", "use"):  # what was kept is not given once more for a later sale
            now = stage.state("A").rewards.values()
            assert things(now) <= things(earlier) | things(due(counted(stage, 99)))


@given(st.lists(steps, min_size=3, max_size=14))
@settings(max_examples=100, deadline=None)
def test_whatever_is_undone_what_was_handed_over_stays_everywhere(story: list[tuple[Any, ...]]) -> None:
    stage = Till(campaign(RULES))
    tell(stage, story)
    same_everywhere(stage)
    assert view(recalled(stage).member("A"), stage.wall) == view(stage.state("A"), stage.wall)
    found = counted(stage)
    # whether HQ has any on its own shelf or not
    assert overrun(found) == overrun(counted(stage, 99))
    acts = {one.id for one in events_of(stage) if one.kind in ("points_spent", "chosen", "spun")}
    assert not [one for one in found.effect.taken_back if one.happening in acts]
    # what HQ counts and nobody gave is what the member could have had, never goods twice for one act
    assert not [one for one in found.effect.granted if one.happening in acts]


def test_an_exchange_leaves_a_debt_and_the_mug_where_it_is() -> None:
    stage = Till(campaign(ONE_MUG))
    stage.buys("A", 500, "S1")
    exchange(stage)
    assert (stage.points("A"), stage.fold.shared.pools["|stock:test/mug"]) == (0, 0)
    stage.voids("S1")
    assert (stage.points("A"), stage.fold.shared.pools["|stock:test/mug"]) == (-50, 0)
    assert stage.state("A").things == {"gift:mug": 1}
    stage.buys("A", 400, "S2")
    assert stage.points("A") == -10
    assert stage.fold.points_prices(stage.probe("A", ref="cup")) == []  # not before the debt is worked off
    stage.buys("A", 600, "S3")
    assert stage.points("A") == 50
    same_everywhere(stage)


def test_what_was_kept_is_not_given_again_for_a_later_sale() -> None:
    """A choice was made at the first purchase, which is voided: the next first purchase brings no second one, and says
    why; the terminal that was told of it by others says the same, and HQ has nothing to list."""
    stage = Till(
        campaign(RULES + "  - {id: welcome, name: NAME, when: first_purchase, give: [{points: 5}, {coupon: c50}]}\n")
    )
    stage.buys("A", 300, "S1")
    (choice,) = [one for one in stage.state("A").rewards.values() if one.kind is RewardKind.CHOICE]
    stage.happens("reward.chosen", "A", part=choice.id, ref="bag")
    stage.voids("S1")
    probe = stage.probe("A", kind=HappeningKind.PURCHASED, amount=300_00, txn="S2")
    for fold in (stage.fold, recalled(stage)):
        asked = fold.ask(probe)
        assert [one.rule for one in asked.rewards if one.kind is RewardKind.CHOICE] == []
        assert [one.kind for one in asked.rewards if one.rule == "welcome"] == ["points", "coupon"]
        (why,) = [one for one in asked.trace if one.rule == "first"]
        assert (why.outcome, why.checks[-1]) == (Outcome.NOT_MET, Check("kept", False, 1))
    stage.buys("A", 300, "S2")
    assert sum(one.kind is RewardKind.CHOICE for one in stage.state("A").rewards.values()) == 1
    (sale,) = [one for one in events_of(stage) if one.txn == "S2"]
    ((_, then),) = stage.fold.reasons("A", sale.id)
    assert next(one for one in then.trace if one.rule == "first").checks[-1].code == "kept"
    stage.voids("S2")
    stage.buys("A", 300, "S3")  # the same thing is set off once more: there is one, and one is due
    assert sum(one.kind is RewardKind.CHOICE for one in stage.state("A").rewards.values()) == 1
    effect = counted(stage, 99).effect
    spare, settled = surplus({one.id: one for one in effect.taken_back}, {one.id: one for one in effect.granted})
    assert (spare, settled.total()) == ([], 1)
    same_everywhere(stage)


def test_what_a_member_took_at_two_tills_at_once_is_too_much_as_before() -> None:
    """Both spent the same 50 points, each in good faith: no sale was undone, so HQ lists what was given too much."""
    stage = Till(campaign(ONE_MUG.replace("quantity: 1", "quantity: 2")))
    stage.buys("A", 500, "S1")
    alone = stage.facts[:]
    exchange(stage)
    first = stage.facts[len(alone) :]
    stage.facts = alone[:]
    other = Till(campaign(ONE_MUG.replace("quantity: 1", "quantity: 2")))
    other.last, other.seq = stage.last, {}
    other.happens("sale.completed", "A", txn="S0", total=500_00, device="T9")
    other.facts.clear()
    other.happens("points.spent", "A", ref="cup", value=50, device="T2")
    stage.facts = [*alone, *first, *other.facts]
    found = reckon(stage.engine, Shared(stage.fold.shared.pool_of), "A", events_of(stage), None, 64)
    assert found is not None
    assert sorted(one.kind for one in found.effect.taken_back) == ["gift", "points"]
