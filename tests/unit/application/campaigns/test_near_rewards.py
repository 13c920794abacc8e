"""What the clerk should say: what is missing, and only where it would really bring something."""

from __future__ import annotations

from kiosk.application.campaigns.outcomes import NearReward
from tests.shared.till import Till, shown

SPEND = "rules:\n  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 1000}}, give: [{points: 100}]}\n"
THIRD = "rules:\n  - {id: third, name: NAME, when: {event: purchased, n: 3}, give: [{points: 100}]}\n"
STREAK = "rules:\n  - {id: row, name: NAME, when: {event: streak_reached, days: 3}, give: [{points: 100}]}\n"


def near(till: Till, amount: int, who: str | None = "m-1") -> tuple[NearReward, ...]:
    member = till.visit(who, amount).member
    return member.near if member is not None else ()


def test_a_larger_purchase_would_be_enough(till: Till) -> None:
    till.publishes(SPEND)
    (one,) = near(till, 800_00)
    assert (one.code, one.have, one.need, one.missing, one.money) == ("amount", 800_00, 1000_00, 200_00, True)
    assert shown(one.rewards) == [("points", "", 100)]
    assert near(till, 1000_00) == ()  # it is in the quote


def test_what_is_far_is_not_near(till: Till) -> None:
    till.publishes(SPEND)
    assert near(till, 500_00) != ()
    till.publishes(SPEND.replace("1000", "1200"))
    assert near(till, 400_00) != ()  # twice the purchase is missing
    assert near(till, 399_99) == ()


def test_nobody_is_promised_what_another_condition_forbids(till: Till) -> None:
    till.publishes(
        "rules:\n  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 1000}, tiers: [gold]},"
        " give: [{points: 100}]}\n"
    )
    assert near(till, 800_00) == ()


def test_one_purchase_more(till: Till) -> None:
    till.publishes(THIRD)
    (one,) = near(till, 100_00)
    assert (one.code, one.have, one.need, one.money) == ("n", 1, 3, False)
    till.buys("m-1", 100_00)
    assert near(till, 100_00)[0].missing == 1
    till.buys("m-1", 100_00)
    assert near(till, 100_00) == ()  # this one brings it


def test_one_day_more_in_a_row(till: Till) -> None:
    till.publishes(STREAK)
    (one,) = near(till, 0)
    assert (one.code, one.have, one.need) == ("streak_reached", 1, 3)
    till.happens("check_in.done", {"member": "m-1"})
    assert [(one.have, one.need) for one in near(till, 0)] == [(1, 3)]  # today is done: tomorrow would be the second
    till.wall("2026-03-11 12:00")
    assert [(one.have, one.need) for one in near(till, 0)] == [(2, 3)]


def test_at_most_three_the_nearest_first(till: Till) -> None:
    rules = "".join(
        f"  - {{id: r{spend}, name: NAME, when: purchased, if: {{amount: {{at_least: {spend}}}}},"
        f" give: [{{points: {spend}}}]}}\n"
        for spend in (900, 700, 1000, 800)
    )
    till.publishes("rules:\n" + rules)
    assert [one.need for one in near(till, 600_00)] == [700_00, 800_00, 900_00]


def test_of_nobody_and_of_strangers_nothing_is_known(till: Till) -> None:
    till.publishes(SPEND)
    assert near(till, 800_00, None) == ()


def test_without_campaigns_nothing_is_near(till: Till) -> None:
    assert near(till, 800_00) == ()


def test_more_of_the_same_of_another_rule_is_near_as_well(till: Till) -> None:
    """A cup comes with every purchase; a second one with a larger one."""
    stock = "stock: [{id: cup, name: NAME, value: 10, quantity: 100}]\n"
    small = "  - {id: each, name: NAME, when: purchased, give: [{gift: cup}]}\n"
    large = "  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 1000}}, give: [{gift: cup}]}\n"
    till.publishes(f"{stock}rules:\n{small}{large}")
    till.has_share({"|stock:test/cup": 50})
    visit = till.visit("m-1", 800_00)
    assert shown(visit.quote.rewards) == [("gift", "cup", 1)]
    (one,) = near(till, 800_00)
    assert shown(one.rewards) == [("gift", "cup", 1)]


FRIENDS = (
    "rules:\n  - {id: many, name: NAME, when: purchased, if: {referrals: {at_least: 3}, MORE}, give: [{points: 100}]}\n"
)


def test_one_friend_more(till: Till) -> None:
    till.publishes(FRIENDS.replace(", MORE", ""))
    assert near(till, 100_00) == ()  # of none, three are far away
    till.registers("m-5", by="m-1")
    (one,) = near(till, 100_00)
    assert (one.code, one.have, one.need, one.money) == ("referrals", 1, 3, False)
    assert shown(one.rewards) == [("points", "", 100)]
    till.registers("m-6", by="m-1")
    assert near(till, 100_00)[0].missing == 1
    till.registers("m-7", by="m-1")
    assert near(till, 100_00) == ()  # it is in the quote
    assert till.state("m-1").referees.keys() == {"m-5", "m-6", "m-7"}


def test_a_friend_more_is_not_promised_where_something_else_forbids_it(till: Till) -> None:
    till.publishes(FRIENDS.replace("MORE", "tiers: [gold]"))
    till.registers("m-5", by="m-1")
    assert near(till, 100_00) == ()
