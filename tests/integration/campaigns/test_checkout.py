"""Campaigns at the till: from a published file through the real use cases into the ledger, and back out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Acted, Redemption, Returned, Voided
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.shared.till import CLERK, Till, member, shown

POINTS = "  - {id: ten, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}\n"


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    till = Till(tmp_path)
    till.has_members(member("m-1"), member("m-2"), member("m-3"))
    yield till
    till.close()


def test_a_sale_brings_what_its_quote_promised_and_the_journal_says_so(till: Till) -> None:
    till.publishes("rules:\n" + POINTS)
    visit = till.visit("m-1", 462_00)
    assert shown(visit.quote.rewards) == [("points", "per", 46)]
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    assert shown(sold.sale.rewards) == [("points", "per", 46)]
    assert till.points("m-1") == 46
    assert till.kinds()[-2:] == ["sale.completed", "rewards.decided"]
    again = till.service.confirm(visit, CLERK)
    assert isinstance(again, Redemption)
    assert again.sale.rewards == till.service.recent_sales()[0].rewards == sold.sale.rewards
    assert shown(till.voids(sold.sale.txn).sale.rewards) == [("points", "per", 46)]
    assert till.points("m-1") == 0
    till.sound()


def test_a_return_leaves_what_the_smaller_sale_would_have_brought(till: Till) -> None:
    till.publishes(
        "rules:\n"
        + POINTS
        + "  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 300}}, give: [{points: 9}]}\n"
    )
    sold = till.buys("m-1", 400_00)
    assert till.points("m-1") == 49
    back = till.service.return_goods(sold.sale.txn, Returned(150_00), "broken", CLERK)
    assert isinstance(back, Voided)
    assert back.sale.returned == 150_00
    assert till.points("m-1") == 25
    for amount in (0, -5, 250_01, 10**12):
        refused = till.service.return_goods(sold.sale.txn, Returned(amount), "broken", CLERK)
        assert isinstance(refused, Refusal)
        assert refused.code is RefusalCode.RETURN_TOO_LARGE
    till.put("store/N01/members", "m-9", member("m-9"))  # recalled anew
    assert till.points("m-1") == 25
    till.voids(sold.sale.txn)
    assert till.points("m-1") == 0
    assert isinstance(till.service.return_goods(sold.sale.txn, Returned(1_00), "broken", CLERK), Refusal)
    till.sound()


def test_what_a_terminal_remembers_is_what_its_ledger_says(till: Till, tmp_path: Path) -> None:
    till.publishes("rules:\n" + POINTS)
    for amount in (100_00, 250_00):
        till.buys("m-1", amount)
    till.put("store/N01/members", "m-9", member("m-9"))  # news from HQ: histories are recalled anew
    assert till.points("m-1") == 35


def test_a_coupon_is_made_and_used_with_the_right_that_came_with_it(till: Till) -> None:
    till.publishes(
        "coupons: [{id: ten-off, name: NAME, off: 10, valid_days: 7}]\n"
        "rules:\n  - {id: c, name: NAME, when: first_purchase, give: [{coupon: ten-off}]}\n"
    )
    first = till.buys("m-1", 100_00)
    assert shown(first.sale.rewards) == [("coupon", "ten-off", 1)]
    visit = till.visit("m-1", 100_00)
    assert [(line.template, line.off) for line in visit.quote.lines] == [("test/ten-off", 10_00)]
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    assert sold.sale.total == 90_00
    assert till.visit("m-1", 100_00).quote.lines == ()
    till.sound()


def test_a_void_takes_the_coupon_back(till: Till) -> None:
    till.publishes(
        "coupons: [{id: ten-off, name: NAME, off: 10, valid_days: 7}]\n"
        "rules:\n  - {id: c, name: NAME, when: first_purchase, give: [{coupon: ten-off}]}\n"
    )
    first = till.buys("m-1", 100_00)
    visit = till.visit("m-1", 50_00)
    till.voids(first.sale.txn)
    refused = till.service.confirm(visit, CLERK)
    assert isinstance(refused, Refusal)
    assert till.visit("m-1", 50_00).quote.lines == ()


def test_discounts_are_for_members_and_some_for_new_ones(till: Till) -> None:
    till.publishes(
        "rules:\n"
        "  - {id: all, name: NAME, when: basket, give: [{discount: {percent: 10}}]}\n"
        "  - {id: first, name: NAME, when: basket, if: {purchases: {at_most: 0}}, give: [{discount: {off: 50}}]}\n"
    )
    assert till.visit(None, 200_00).quote.lines == ()
    assert [line.coupon for line in till.visit("m-1", 200_00).quote.lines] == ["test/first"]
    assert till.buys(None, 200_00).sale.total == 200_00
    sold = till.buys("m-1", 200_00)
    assert (sold.sale.total, [line.rule for line in sold.sale.lines]) == (150_00, [True])
    assert [line.coupon for line in till.visit("m-1", 200_00).quote.lines] == ["test/all"]
    till.sound()


def test_a_discount_counts_against_its_limit_and_a_void_gives_it_back(till: Till) -> None:
    till.publishes(
        "rules:\n  - {id: first, name: NAME, when: basket, limits: [{most: 1, per: [member]}],"
        " give: [{discount: {off: 50}}]}\n"
    )
    sold = till.buys("m-1", 200_00)
    assert sold.sale.total == 150_00
    assert till.buys("m-1", 200_00).sale.total == 200_00
    till.voids(sold.sale.txn)
    assert till.buys("m-1", 200_00).sale.total == 150_00
    till.sound()


def test_the_referrer_is_rewarded_when_the_friend_buys(till: Till) -> None:
    till.publishes(
        "rules:\n  - {id: r, name: NAME, when: {event: referee_bought, amount: 100}, give: [{points: 200}]}\n"
    )
    till.elsewhere("member.registered", {"member": "m-2", "other": "m-1"}, "m-2", "m-1", device="hq")
    first = till.buys("m-2", 150_00)
    assert till.points("m-1") == 200
    assert first.sale.rewards == ()  # hers, not his
    till.buys("m-2", 150_00)
    assert till.points("m-1") == 200
    till.voids(first.sale.txn)
    # now the second purchase is the friend's first
    assert till.points("m-1") == 200
    till.sound()


def test_what_happened_at_the_other_till_counts(till: Till) -> None:
    till.publishes("rules:\n  - {id: third, name: NAME, when: {event: purchased, n: 3}, give: [{points: 30}]}\n")
    till.buys("m-1", 50_00)
    body = {"txn": "x-9", "member": "m-1", "amount": 70_00, "total": 70_00, "coupons": []}
    till.elsewhere("sale.completed", body)
    assert till.buys("m-1", 60_00).sale.rewards != ()
    assert till.points("m-1") == 30


def test_near_rewards_say_what_is_missing(till: Till) -> None:
    till.publishes(
        "coupons: [{id: moon, name: NAME, off: 10, valid_days: 7}]\n"
        "rules:\n"
        "  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 500}}, give: [{coupon: moon}]}\n"
        "  - {id: second, name: NAME, when: {event: purchased, n: 3}, give: [{points: 20}]}\n"
        "  - {id: gold, name: NAME, when: purchased, if: {amount: {at_least: 470}, tiers: [gold]},"
        " give: [{points: 1}]}\n"
        "  - {id: week, name: NAME, when: {event: streak_reached, days: 3}, give: [{points: 5}]}\n"
    )
    found = till.visit("m-1", 462_00).member
    assert found is not None
    assert [(one.code, one.missing, one.money, shown(one.rewards)) for one in found.near] == [
        ("amount", 38_00, True, [("coupon", "moon", 1)]),
        ("n", 2, False, [("points", "", 20)]),
        ("streak_reached", 2, False, [("points", "", 5)]),
    ]


def test_a_campaign_withdrawn_between_display_and_confirm(till: Till) -> None:
    text = "rules:\n  - {id: all, name: NAME, when: basket, give: [{discount: {percent: 10}}]}\n"
    till.publishes(text)
    visit = till.visit("m-1", 200_00)
    assert visit.quote.total == 180_00
    till.publishes(text, until=till.clock.now - 1)
    refused = till.service.confirm(visit, CLERK)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.args["have"], refused.args["need"]) == (RefusalCode.PRICE_CHANGED, 200_00, 180_00)
    assert till.service.price(visit).quote.total == 200_00
    assert till.kinds()[-1] == "sale.refused"


def test_a_gift_that_is_gone_between_display_and_confirm(till: Till) -> None:
    till.publishes(
        "stock: [{id: mug, name: NAME, value: 50, quantity: 1}]\n"
        "rules:\n  - {id: g, name: NAME, when: purchased, give: [{gift: mug}]}\n"
    )
    visit, other = till.visit("m-1", 100_00), till.visit("m-2", 100_00)
    assert shown(visit.quote.rewards) == [("gift", "mug", 1)]
    assert isinstance(till.service.confirm(other, CLERK), Redemption)
    refused = till.service.confirm(visit, CLERK)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.args["name"]) == (RefusalCode.REWARD_GONE, "mug")
    again = till.service.confirm(till.service.price(visit), CLERK)
    assert isinstance(again, Redemption)
    assert again.sale.rewards == ()
    till.sound()


def test_shares_rest_after_a_reboot_until_hq_was_met(till: Till) -> None:
    till.publishes(
        "stock: [{id: mug, name: NAME, value: 50, quantity: 9}]\n"
        "rules:\n  - {id: g, name: NAME, when: purchased, give: [{gift: mug}]}\n"
    )
    till.clock.reboot()
    assert till.visit("m-1", 100_00).quote.rewards == ()
    till.has_share({})
    assert shown(till.visit("m-1", 100_00).quote.rewards) == [("gift", "mug", 1)]


def test_points_pay_when_the_customer_proves_who_they_are(till: Till) -> None:
    till.has_members(member("m-1", points=5_000))
    till.publishes(
        "rules:\n  - {id: p, name: NAME, when: basket,"
        " give: [{discount: {off: 1, for_points: 100, most_percent: 20}}]}\n"
    )
    plain = till.visit("m-1", 100_00)
    assert plain.quote.total == 100_00
    assert plain.quote.pay_points is not None
    assert (plain.quote.pay_points.points, plain.quote.pay_points.off) == (2_000, 20_00)
    paying = till.service.price(replace(plain, use_points=True))
    assert (paying.quote.total, paying.quote.lines[0].points) == (80_00, 2_000)
    refused = till.service.confirm(paying, CLERK)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.MEMBER_NOT_PROVEN
    assert isinstance(till.service.prove(paying, "9999"), Refusal)
    proven = till.service.prove(paying, "0001")
    assert not isinstance(proven, Refusal)
    sold = till.service.confirm(proven, CLERK)
    assert isinstance(sold, Redemption)
    assert till.points("m-1") == 3_000
    till.voids(sold.sale.txn)
    assert till.points("m-1") == 5_000
    till.sound()


def test_what_a_clerk_can_do_beside_a_sale(till: Till) -> None:
    till.has_members(member("m-1", points=300))
    till.publishes(
        "mall: [{id: cup, name: NAME}]\nsurveys: [{id: s, name: NAME}]\n"
        "stock: [{id: mug, name: NAME, value: 50, quantity: 1}, {id: bag, name: NAME, value: 40, quantity: 1}]\n"
        "rules:\n"
        "  - {id: in, name: NAME, when: checked_in, give: [{points: 5}]}\n"
        "  - {id: m, name: NAME, when: {event: points_spent, ref: cup, points: 200}, give: [{gift: mug}]}\n"
        "  - {id: a, name: NAME, when: {event: survey_answered, ref: s}, limits: [{most: 1, per: [member]}],"
        " give: [{choice: {of: [mug, bag]}}]}\n"
    )
    visit = till.service.price(replace(till.visit("m-1", 0)))
    proven = till.service.prove(visit, "0001")
    assert not isinstance(proven, Refusal)
    visit = proven

    def action(kind: ActionKind, ref: str = "") -> object:
        return next(one for one in till.service.actions(visit) if one.kind is kind and ref in ("", one.ref))

    done = till.service.act(visit, action(ActionKind.CHECK_IN), CLERK)  # type: ignore[arg-type]
    assert isinstance(done, Acted)
    assert shown(done.rewards) == [("points", "", 5)]
    assert action(ActionKind.CHECK_IN).refusal.code is RefusalCode.ALREADY_DONE  # type: ignore[attr-defined]
    asked = till.service.act(visit, action(ActionKind.SURVEY), CLERK, 0)  # type: ignore[arg-type]
    assert isinstance(asked, Refusal)
    assert asked.code is RefusalCode.CONDITION_NOT_MET
    assert isinstance(till.service.act(visit, action(ActionKind.SURVEY), CLERK, 4), Acted)  # type: ignore[arg-type]
    assert action(ActionKind.SURVEY).refusal.code is RefusalCode.ALREADY_DONE  # type: ignore[attr-defined]
    chosen = till.service.act(visit, action(ActionKind.CHOOSE, "bag"), CLERK)  # type: ignore[arg-type]
    assert isinstance(chosen, Acted)
    assert shown(chosen.rewards) == [("gift", "bag", 1)]
    assert all(one.kind is not ActionKind.CHOOSE for one in till.service.actions(visit))
    bought = till.service.act(visit, action(ActionKind.MALL), CLERK)  # type: ignore[arg-type]
    assert isinstance(bought, Acted)
    assert till.points("m-1") == 105
    short = action(ActionKind.MALL).refusal  # type: ignore[attr-defined]
    assert (short.code, short.args) == (RefusalCode.POINTS_SHORT, {"have": 105, "need": 200})
    stale = action(ActionKind.CHECK_IN)
    till.publishes("rules: [{id: x, name: NAME, when: purchased, give: [{points: 1}]}]\n")
    closed = till.service.act(visit, stale, CLERK)  # type: ignore[arg-type]
    assert isinstance(closed, Refusal)
    assert closed.code is RefusalCode.ACTION_CLOSED
    till.sound()


def test_a_sale_explains_itself(till: Till) -> None:
    till.publishes(
        "rules:\n"
        + POINTS
        + "  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 500}}, give: [{points: 9}]}\n"
    )
    visit = till.visit("m-1", 462_00)
    before = till.service.explain_visit(visit)
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    till.buys("m-1", 900_00)
    after = till.service.explain_sale(sold.sale.txn)
    assert not isinstance(after, Refusal)
    for found in (before, after):
        assert [(rule.rule_id, rule.outcome) for rule in found.rules] == [
            ("test/ten", Outcome.GRANTED),
            ("test/big", Outcome.NOT_MET),
        ]
        last = found.rules[1].checks[-1]
        assert (last.code, last.have, last.need, last.money) == ("amount", 462_00, 500_00, True)
    assert [kind for kind, _place in after.facts] == ["sale.completed", "rewards.decided"]
    assert isinstance(till.service.explain_sale("nothing"), Refusal)


def test_a_transaction_that_fails_leaves_no_memory_of_itself(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    till.publishes("rules:\n" + POINTS)
    assert till.points("m-1") == 0
    visit = till.visit("m-1", 100_00)

    class Full(Exception):
        pass

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.application.sales.confirm.view_of", lambda *_: (_ for _ in ()).throw(Full))
        with pytest.raises(Full):
            till.service.confirm(visit, CLERK)
    assert till.points("m-1") == 0
    assert isinstance(till.service.confirm(visit, CLERK), Redemption)
    assert till.points("m-1") == 10
    till.sound()
