"""Who recommends, whether it counts, and how far the friends are: all of it at the till, without HQ."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from kiosk.application.registration.outcomes import (
    CodeGiven,
    Invite,
    ReferralStage,
    Referrer,
    Registered,
    ReviewState,
)
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.documents.brand import Brand
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.members.facts import Registered as Body
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.policy import MostAnHour, Review
from kiosk.domain.registration.referral import Held, How, Refused, Verdict
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Customer
from kiosk.domain.texts import LocalText
from kiosk.domain.tokens import CouponClaims, InviteClaims, MemberPassClaims
from kiosk.protocol.rows import encode_row
from tests.shared.newcomers import Desk
from tests.shared.till import member

FRIENDS = """
coupons:
  - {id: thanks, name: NAME, off: 50, min_spend: 100, valid_days: 30, cost: 20}
experiences:
  - {id: care, name: NAME, value: 500, cost: 180}
rules:
  - {id: came, mechanics: [M03], name: NAME, when: referred, give: [{points: 20}]}
  - id: bought
    mechanics: [M03]
    name: NAME
    when: {event: referee_bought, amount: 300}
    give: [{coupon: thanks}]
    hold_days: 7
  - id: three
    mechanics: [M05]
    name: NAME
    when: {event: referee_bought, amount: 300, n: 3}
    give: [{experience: care}]
"""


def desk_with(*names: str, **policy: Any) -> Desk:
    desk = Desk(**policy)
    desk.publishes(FRIENDS)
    desk.has_members(*(member(name, phone=f"+8869{int(name[2:]):03}000000"[:13]) for name in names))
    return desk


def said(desk: Desk) -> Body:
    body = MEMBER_REGISTERED.read(desk.facts("member.registered")[-1].body)
    assert body is not None
    return body


def test_a_recommendation_counts_and_says_how_it_was_made() -> None:
    desk = desk_with("m-1")
    made = desk.joins(by="m-1")
    assert (made.referral.verdict, made.referral.referrer) == (Verdict.ACCEPTED, "王*明")
    body = said(desk)
    assert (body.other, body.how, body.part, body.held) == ("m-1", "card", None, ())
    desk.agrees()


def test_nobody_recommends_themselves() -> None:
    desk = desk_with("m-1", "m-2")
    there = desk.tries("0900100000", by="m-1")
    # the phone of m-1 is taken: whoever asks with it is m-1
    assert there.known.member == "m-1"
    assert there.referral.reasons == (Refused.SELF,)


def test_who_is_erased_recommends_nobody() -> None:
    desk = desk_with("m-1")
    desk.has_members(member("m-1", name="", phone=""))
    made = desk.joins(by="m-1")
    assert (made.referral.verdict, made.referral.reasons) == (Verdict.REFUSED, (Refused.ERASED,))
    assert said(desk).part == "referrer_gone"


def test_a_household_does_not_recommend_itself() -> None:
    desk = desk_with("m-1")
    first = desk.joins("0912345678")
    row = desk.reference.member(first.member)
    assert row is not None
    # another phone of the same household, as HQ has it
    desk.has_members(member("m-5", household=row.household, phone="+886955555555"))
    desk.put("store/N01/members", first.member, None)
    desk.ledger.run(lambda tx: tx.erase_person(first.member))
    made = desk.joins("0912345678", by="m-5")
    assert made.referral.reasons == (Refused.HOUSEHOLD,)


@pytest.mark.parametrize("phone", ["0912345600", "0912345699"])
def test_phones_bought_together_are_looked_at(phone: str) -> None:
    desk = desk_with("m-1")
    desk.has_members(member("m-1", phone="+886912345678"))
    made = desk.joins(phone, by="m-1")
    assert (made.referral.verdict, made.referral.reasons) == (Verdict.HELD, (Held.PHONE_FAMILY,))
    assert said(desk).held == ("phone_family",)
    assert desk.service.registration_state(made.member).review is ReviewState.WAITING
    (friend,) = desk.service.referrals_of("m-1").friends
    assert (friend.stage, friend.reasons) == (ReferralStage.HELD, ("phone_family",))


def test_friends_with_phones_bought_together_are_looked_at() -> None:
    desk = desk_with("m-1")
    assert desk.joins("0922333401", by="m-1").referral.verdict is Verdict.ACCEPTED
    assert desk.joins("0922333402", by="m-1").referral.reasons == (Held.PHONE_FAMILY,)
    assert desk.joins("0922333403").referral.verdict is Verdict.NONE


def test_too_many_friends_an_hour_are_looked_at() -> None:
    desk = desk_with("m-1", most_an_hour=MostAnHour(3, 50, 50))
    verdicts = [desk.joins(f"09{number}333444", by="m-1").referral for number in range(10, 14)]
    assert [one.verdict for one in verdicts] == [Verdict.ACCEPTED] * 3 + [Verdict.HELD]
    assert verdicts[-1].reasons == (Held.TOO_MANY,)
    desk.clock.advance(3_700_000)
    assert desk.joins("0918333444", by="m-1").referral.verdict is Verdict.ACCEPTED


def test_friends_who_registered_elsewhere_count_too() -> None:
    desk = desk_with("m-1", most_an_hour=MostAnHour(2, 50, 50))
    for number in range(2):
        body = {"member": f"f-{number}", "other": "m-1", "person": "ab"}
        desk.elsewhere("member.registered", body, f"f-{number}", "m-1")
    assert desk.joins(by="m-1").referral.reasons == (Held.TOO_MANY,)


@pytest.mark.parametrize(("alone", "reason"), [(False, Held.CLERK_FARMING), (True, Held.DEVICE_FARMING)])
def test_a_clerk_and_a_device_that_register_very_many_friends(alone: bool, reason: Held) -> None:
    desk = desk_with("m-1", "m-2", "m-3", "m-4", most_an_hour=MostAnHour(50, 3, 3))
    actor: dict[str, Any] = {"actor": Customer()} if alone else {}
    for number in range(3):
        made = desk.joins(f"09{10 + number}33344{number}", by=f"m-{number + 1}", **actor)
        assert made.referral.verdict is Verdict.ACCEPTED
    assert desk.joins("0955333444", by="m-4", **actor).referral.reasons == (reason,)
    # who registers without a recommendation is not meant
    assert desk.joins("0966333444", **actor).referral.verdict is Verdict.NONE


def test_review_of_all_and_of_none() -> None:
    desk = desk_with("m-1", review=Review.ALL)
    made = desk.joins()
    state = desk.service.registration_state
    assert state(made.member).review is ReviewState.WAITING
    desk.elsewhere("registration.reviewed", {"member": made.member, "verdict": "asked", "reason": "name?"}, device="hq")
    assert (state(made.member).review, state(made.member).reason) == (ReviewState.ASKED, "name?")
    desk.elsewhere("registration.reviewed", {"member": made.member, "verdict": "approved"}, device="hq")
    assert state(made.member).review is ReviewState.APPROVED
    desk.elsewhere("members.merged", {"member": "m-1", "other": made.member}, made.member, device="hq")
    desk.elsewhere("member.erased", {"member": made.member}, device="hq")
    assert (state(made.member).merged_into, state(made.member).erased) == ("m-1", True)
    desk.policy(review=Review.NONE)
    assert state(desk.joins("0922333444").member).review is ReviewState.NONE


# -- who it is --------------------------------------------------------------------------------------------------------


def scanned(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, 1, 0.0)


def test_referrers_by_everything_they_have() -> None:
    desk = desk_with()
    desk.has_members(member("m-1", phone="+886912345678", card_no="93250009"))
    by = desk.service.find_referrer
    assert by("0912-345-678") == Referrer("m-1", "王*明", How.PHONE)
    assert by("9325 0009") == Referrer("m-1", "王*明", How.CARD)
    assert by(scanned("93250009")) == Referrer("m-1", "王*明", How.CARD)
    invite = desk.code(InviteClaims, referrer="m-1", campaign="test")
    assert by(scanned(invite)) == Referrer("m-1", "王*明", How.INVITE, "test")
    assert by(scanned(f"https://hq.example/q/{quote(invite)}")) == Referrer("m-1", "王*明", How.INVITE, "test")
    shown = desk.code(MemberPassClaims, member="m-1", assurance=1)
    assert by(scanned(shown)) == Referrer("m-1", "王*明", How.PASS)


def test_referrers_of_another_store() -> None:
    desk = desk_with()
    by = desk.service.find_referrer
    invite = desk.code(InviteClaims, referrer="m-9", campaign="test")
    # whom a signed invite names is somebody, whether anybody here knows them or not
    assert by(scanned(invite)) == Referrer("m-9", "", How.INVITE, "test", here=False)
    made = desk.joins(referrer=by(scanned(invite)))
    assert (made.referral.verdict, said(desk).other) == (Verdict.ACCEPTED, "m-9")
    desk.link = Link.ONLINE
    elsewhere = member("m-9", phone="+886955555555", card_no="93250009", home_store="S02", name="陳美麗")
    desk.reference.keep_guest("m-9", desk.clock.now + 1_000_000, encode_row(elsewhere).decode(), {})
    for said_, how in (("0955555555", How.PHONE), ("93250009", How.CARD)):
        assert by(said_) == Referrer("m-9", "陳*麗", how, here=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0999888777", RefusalCode.REFERRER_UNKNOWN),
        ("4006381333931", RefusalCode.REFERRER_UNKNOWN),
        ("https://evil.example/x", RefusalCode.REFERRER_UNKNOWN),
        ("王小明", RefusalCode.REFERRER_UNKNOWN),
        ("", RefusalCode.REFERRER_UNKNOWN),
        ("KI1:XXXX", RefusalCode.UNREADABLE),
    ],
)
def test_what_names_nobody(text: str, code: RefusalCode) -> None:
    refused = desk_with().service.find_referrer(text)
    assert isinstance(refused, Refusal)
    assert refused.code is code


def test_codes_of_other_kinds_and_times() -> None:
    desk = desk_with("m-1")
    coupon = desk.code(CouponClaims, id="c1", template="t")
    assert desk.service.find_referrer(scanned(coupon)).code is RefusalCode.WRONG_KIND  # type: ignore[union-attr]
    old = desk.code(MemberPassClaims, member="m-1", assurance=1)
    desk.clock.advance(8 * 86_400_000)
    expired = desk.service.find_referrer(scanned(old))
    assert isinstance(expired, Refusal)
    assert expired.code is RefusalCode.EXPIRED
    assert "since" in expired.args


# -- inviting ---------------------------------------------------------------------------------------------------------


def test_an_invite_is_read_back_as_it_was_made() -> None:
    desk = desk_with("m-1")
    made = desk.service.invite("m-1")
    assert isinstance(made, Invite)
    assert (made.campaign, made.link) == ("test", "")
    assert desk.service.find_referrer(scanned(made.token)) == Referrer("m-1", "王*明", How.INVITE, "test")
    assert made.until - desk.context.now() <= timedelta(days=60)
    desk.put("chain/brand", "brand", Brand(LocalText("店", "店", "Shop"), pages="https://hq.example/p/"))
    linked = desk.service.invite("m-1", "test")
    assert isinstance(linked, Invite)
    assert linked.link.startswith("HTTPS://HQ.EXAMPLE/Q/KI1:")
    assert desk.service.find_referrer(scanned(linked.link)) == Referrer("m-1", "王*明", How.INVITE, "test")


def test_without_a_campaign_or_a_member_there_is_no_invite() -> None:
    desk = desk_with("m-1")
    assert desk.service.invite("m-1", "another").code is RefusalCode.NO_INVITES  # type: ignore[union-attr]
    assert desk.service.invite("nobody").code is RefusalCode.MEMBER_UNKNOWN  # type: ignore[union-attr]
    desk.has_members(member("m-1", name="", phone=""))
    assert desk.service.invite("m-1").code is RefusalCode.MEMBER_UNKNOWN  # type: ignore[union-attr]


# -- how far they are -------------------------------------------------------------------------------------------------


def test_friends_climb_the_ladder() -> None:
    desk = desk_with("m-1", "m-2")
    friends = [proved(desk, f"09{number}333444", "m-1") for number in range(10, 13)]
    before = desk.service.referrals_of("m-1")
    assert [one.friend for one in before.friends] == [one.member for one in reversed(friends)]
    assert {one.stage for one in before.friends} == {ReferralStage.REGISTERED}
    (step,) = before.ladder
    assert (step.have, step.need, step.bought, step.reached) == (0, 3, True, False)
    assert [gift.kind for gift in step.gifts] == [RewardKind.EXPERIENCE]
    for friend in friends[:2]:
        desk.buys(friend.member, 500_00)
    now = desk.service.referrals_of("m-1")
    assert [one.stage for one in now.friends] == [
        ReferralStage.REGISTERED, ReferralStage.BOUGHT, ReferralStage.BOUGHT,
    ]  # fmt: skip
    assert RewardKind.COUPON in {gift.kind for gift in now.friends[1].gifts}
    (step,) = now.ladder
    assert step.have == 2
    desk.buys(friends[2].member, 500_00)
    (step,) = desk.service.referrals_of("m-1").ladder
    assert (step.have, step.reached) == (3, True)
    desk.wall("2026-03-19 12:00")
    assert {one.stage for one in desk.service.referrals_of("m-1").friends} == {ReferralStage.SETTLED}
    assert desk.service.referrals_of(friends[0].member).invited_by == "王*明"
    assert desk.service.referrals_of("m-2").friends == ()


def proved(desk: Desk, phone: str, by: str) -> Registered:
    """A friend whose phone is proved, so that nothing waits for that."""
    sent = desk.service.send_code(phone, "en")
    assert not isinstance(sent, Refusal)
    return desk.joins(phone, by=by, code=CodeGiven(sent.op, "123456"))


def test_a_friend_that_does_not_count_says_why() -> None:
    desk = desk_with("m-1")
    body = {"member": "f-1", "other": "m-1", "part": "already_referred"}
    desk.elsewhere("member.registered", body, "f-1", "m-1")
    (friend,) = desk.service.referrals_of("m-1").friends
    assert (friend.stage, friend.reasons, friend.masked_name) == (
        ReferralStage.REFUSED, ("already_referred",), "",
    )  # fmt: skip


def test_a_friend_whom_hq_rejects_or_approves_of() -> None:
    desk = desk_with("m-1")
    desk.has_members(member("m-1", phone="+886912345678"))
    held = desk.joins("0912345600", by="m-1")
    other = desk.joins("0912345601", by="m-1")
    desk.elsewhere(
        "registration.reviewed", {"member": held.member, "verdict": "approved"}, held.member, "m-1", device="hq"
    )
    desk.elsewhere(
        "registration.reviewed", {"member": other.member, "verdict": "rejected"}, other.member, "m-1", device="hq"
    )
    friends = {one.friend: (one.stage, one.reasons) for one in desk.service.referrals_of("m-1").friends}
    assert friends == {
        held.member: (ReferralStage.REGISTERED, ()),
        other.member: (ReferralStage.REFUSED, ("rejected",)),
    }


def test_nothing_of_referrals_shows_a_name_or_a_phone() -> None:
    desk = desk_with("m-1")
    desk.joins("0922333444", by="m-1", name="極罕見名")
    shown = repr(desk.service.referrals_of("m-1")) + json.dumps(desk.service.referrals_of("m-1"), default=str)
    assert "極罕見名" not in shown
    assert "922333444" not in shown
