"""M03 to M06 at the till: friends, from the plans' own files through the checkout's use cases to the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Redemption, ShareRead
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.tokens import InviteClaims, SigningKey
from kiosk.protocol.tokens.codec import sign_token
from tests.shared.till import CLERK, Till, member, shown

Play = Callable[[str, str], Till]


def test_m03_the_referrer_is_rewarded_when_the_friend_has_bought_and_a_void_takes_it_back(play: Play) -> None:
    till = play("referral-party", "2026-12-20 10:00")
    assert till.registers("m-7", by="m-1") == [
        ("m-7", "coupon", "new-friend-10", 1),
        ("m-7", "gift", "sample", 1),
        ("m-7", "points", "", 50),
        ("m-1", "points", "", 20),
        ("m-1", "tickets", "evening", 1),
    ]
    visit = till.visit("m-7", 500_00)
    assert [(line.template, line.off) for line in visit.quote.lines] == [("referral-party/new-friend-10", 50_00)]
    assert visit.quote.rewards == ()  # what it brings is the referrer's
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    of_referrer = till.facts("rewards.decided")[-1].body
    assert (of_referrer["member"], len(of_referrer["coupons"])) == ("m-1", 1)
    assert [(reward["kind"], reward.get("ref", ""), reward["quantity"]) for reward in of_referrer["granted"]] == [
        ("points", "", 200),
        ("coupon", "thanks-100", 1),
    ]
    referrer = till.visit("m-1", 500_00)
    assert referrer.member is not None
    assert (referrer.member.points, referrer.member.points_held, referrer.member.tickets) == (20, 200, 1)
    # seven days have to pass: a return would take it back
    assert [(one.template, one.refusal and one.refusal.code) for one in referrer.coupons] == [
        ("referral-party/thanks-100", RefusalCode.NOT_YET_VALID)
    ]
    till.voids(sold.sale.txn)
    assert till.facts("rewards.decided")[-1].body["coupons_back"] == of_referrer["coupons"]
    assert (till.visit("m-1", 500_00).coupons, till.state("m-1").held) == ((), {})
    till.buys("m-7", 500_00)
    till.wall("2026-12-27 00:00")
    assert till.points("m-1") == 220
    assert till.visit("m-1", 500_00).quote.lines[0].template == "referral-party/thanks-100"


def test_m03_a_return_below_the_threshold_claws_back_inside_the_hold_period(play: Play) -> None:
    till = play("referral-party", "2026-12-20 10:00")
    till.registers("m-7", by="m-1")
    sold = till.buys("m-7", 500_00)
    till.wall("2026-12-23 10:00")
    assert till.points("m-1") == 20
    till.returns(sold.sale.txn, 250_00)  # 200 are left: below the 300 of the plan
    back = till.facts("rewards.decided")[-1].body
    assert (back["member"], len(back["taken_back"]), len(back["coupons_back"])) == ("m-1", 2, 1)
    assert till.state("m-1").held == {}
    assert till.visit("m-1", 500_00).coupons == ()
    till.wall("2026-12-28 10:00")
    assert till.points("m-1") == 20


def test_m04_the_newcomers_pack_and_the_first_order(play: Play) -> None:
    till = play("mini-program", "2026-11-28 10:00")
    assert till.registers("m-7") == [
        ("m-7", "coupon", "join-300-50", 1),
        ("m-7", "gift", "sample", 1),
        ("m-7", "points", "", 100),
    ]
    goods = (("beauty", 400_00), ("drinks", 600_00))
    visit = till.visit("m-7", 1000_00, by_category=goods)
    assert [(line.coupon, line.off) for line in visit.quote.lines] == [("mini-program/first-order", 60_00)]
    left = {out.coupon: out.refusal.code for out in visit.quote.left_out}
    assert list(left.values()) == [RefusalCode.NOT_STACKABLE]
    assert shown(visit.quote.rewards) == [("points", "per", 94), ("partner", "cinema", 1)]
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    sale = till.facts("sale.completed")[-1].body
    assert (sale["total"], sale["offers"]) == (
        940_00,
        [{"rule": "mini-program/first-order", "off": 60_00, "pieces": 0}],
    )
    again = till.visit("m-7", 1000_00, by_category=goods)
    assert [(line.template, line.off) for line in again.quote.lines] == [("mini-program/join-300-50", 50_00)]
    till.voids(sold.sale.txn)
    assert till.visit("m-7", 1000_00, by_category=goods).quote.total == 940_00


def test_m05_three_friends_give_a_gift_to_choose_once_the_goods_are_kept(play: Play) -> None:
    till = play("mini-program", "2026-11-28 10:00")
    txns = []
    for friend in ("m-7", "m-8", "m-9"):
        assert till.registers(friend, by="m-1")[-1] == ("m-1", "points", "", 30)
        visit = till.visit(friend, 400_00)
        assert [(line.coupon, line.off) for line in visit.quote.lines] == [("mini-program/invited-first-order", 80_00)]
        txns.append(till.buys(friend, 400_00).sale.txn)
    # provisional: a friend may still bring the goods back
    at_till = till.visit("m-1", 0).member
    assert at_till is not None
    assert at_till.owed == ()
    waiting = till.action("m-1", ActionKind.CHOOSE, "snack-box").refusal
    assert waiting is not None
    assert waiting.code is RefusalCode.ACTION_CLOSED
    till.voids(txns[-1])
    assert all(one.kind is not ActionKind.CHOOSE for one in till.service.actions(till.visit("m-1", 0)))
    till.buys("m-9", 400_00)
    till.wall("2026-12-05 00:00")
    at_till = till.visit("m-1", 0).member
    assert at_till is not None
    assert [[stock for stock, _name in one.choices] for one in at_till.owed] == [["face-mask", "snack-box", "cup"]]
    assert till.acts("m-1", ActionKind.CHOOSE, "snack-box") == [("gift", "snack-box", 1)]
    assert till.facts("reward.chosen")[-1].body["ref"] == "snack-box"
    at_till = till.visit("m-1", 0).member
    assert at_till is not None
    assert at_till.owed == ()
    assert all(one.kind is not ActionKind.CHOOSE for one in till.service.actions(till.visit("m-1", 0)))


def test_m05_both_sides_have_festive_coupons(play: Play) -> None:
    till = play("holiday", "2027-01-31 10:00")
    till.has_members(member("m-1", bought=(("2027-01-01", 100_00),)))
    till.registers("m-7", by="m-1")
    sold = till.buys("m-7", 600_00)
    packs = ["holiday/festive-300-40", "holiday/festive-snacks"]
    for who in ("m-1", "m-7"):
        assert sorted(one.template for one in till.visit(who, 600_00).coupons) == packs
    visit = till.visit("m-1", 600_00, by_category=(("snacks", 600_00),))
    assert [(line.template, line.off) for line in visit.quote.lines] == [("holiday/festive-snacks", 90_00)]
    till.voids(sold.sale.txn)
    assert [till.visit(who, 600_00).coupons for who in ("m-1", "m-7")] == [(), ()]


def test_m06_every_purchase_through_a_share_gives_the_sharer_a_coupon(play: Play) -> None:
    till = play("mini-program", "2026-11-28 10:00")
    txns = [till.buys(who, 150_00, sharer="m-1").sale.txn for who in ("m-2", "m-3", "m-2")]
    assert till.facts("sale.completed")[-1].body["other"] == "m-1"
    assert till.state("m-1").things == {"coupon:share-200-20": 3}
    assert till.visit("m-1", 300_00).quote.lines == ()  # held for a day
    till.buys("m-1", 150_00, sharer="m-1")  # not for buying oneself
    till.buys("m-2", 99_00, sharer="m-1")  # too little
    till.voids(txns[1])
    assert till.state("m-1").things == {"coupon:share-200-20": 2}
    till.wall("2026-11-29 00:00")
    assert till.visit("m-1", 300_00).quote.lines[0].template == "mini-program/share-200-20"


def test_m06_a_friends_invitation_scanned_at_the_till_says_who_shared(play: Play) -> None:
    till = play("mini-program", "2026-11-28 10:00")
    now = till.context.now()

    def invitation(campaign: str) -> ScanEvent:
        claims = InviteClaims(
            issuer="HQ", key_id=b"\xaa", issued=now, expires=now + timedelta(days=7), referrer="m-1", campaign=campaign
        )
        text = sign_token(claims, SigningKey(b"\xaa", bytes(32)))
        return ScanEvent(text, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0)

    wrong = till.service.scan(till.service.new_visit(), invitation("referral-party"), CLERK)
    assert isinstance(wrong, Refusal)  # a campaign that gives nothing for shares
    assert wrong.code is RefusalCode.WRONG_KIND
    read = till.service.scan(till.service.new_visit(), invitation("mini-program"), CLERK)
    assert isinstance(read, ShareRead)
    visit = till.service.choose_member(read.visit, "m-2")
    assert visit.sharer == "m-1"
    assert isinstance(till.service.confirm(till.service.price(replace(visit, amount=150_00)), CLERK), Redemption)
    assert till.state("m-1").things == {"coupon:share-200-20": 1}
    # another customer's sale is not the friend's
    assert till.service.choose_member(visit, "m-3").sharer is None
