"""Members of other stores at a till: looked up, kept, known by their pass alone, or told what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.lookups import Ask, Told
from kiosk.application.sales.outcomes import CouponAdded, MemberFound, Redemption, ScanOutcome, Visit
from kiosk.application.sync.outcomes import Link
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.members.card import luhn_digit
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.tokens import Assurance, CouponClaims, MemberPassClaims
from kiosk.protocol.rows import CouponRow, encode_row
from tests.shared.till import CLERK, LONG_AGO, Till, member

CARD = "3000001" + luhn_digit("3000001")
SECRET = "m-secret-77"


@pytest.fixture
def guest() -> Member:
    return member(SECRET, card_no=CARD, name="林大同", phone="+886933000111", home_store="N02")


class Telling:
    """HQ's answer, which puts the rows where the adapter puts them. `None` in `told`: no answer."""

    def __init__(self, till: Till, guest: Member, *coupons: Coupon, keep_ms: int = 3_600_000) -> None:
        self._till, self._guest, self._coupons, self._keep = till, guest, coupons, keep_ms
        self.asked: list[Ask] = []
        self.refusal: Refusal | None = None
        self.silent = False

    def look_up(self, ask: Ask) -> Told | None:
        self.asked.append(ask)
        assert self._till.service.recent_sales() is not None  # the ledger is free meanwhile
        if self.silent:
            return None
        rows = {"coupon": [encode_row(CouponRow(one, "")).decode() for one in self._coupons]}
        until = self._till.context.now_ms() + self._keep
        self._till.reference.keep_guest(self._guest.id, until, encode_row(self._guest).decode(), rows)
        return Told((self._guest,), self.refusal)


def tells(till: Till, guest: Member, *coupons: Coupon) -> Telling:
    telling = Telling(till, guest, *coupons)
    till.look_up = telling.look_up  # type: ignore[method-assign]
    till.link = Link.ONLINE
    return telling


def found(outcome: ScanOutcome) -> Visit:
    assert isinstance(outcome, MemberFound), outcome
    assert outcome.visit.member is not None
    return outcome.visit


def code_of(outcome: Any) -> RefusalCode:
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


def a_pass(till: Till) -> str:
    return till.code(MemberPassClaims, member=SECRET, assurance=Assurance.PRESENT)


def own(name: str) -> Coupon:
    return Coupon(name, "own", LONG_AGO, LONG_AGO + timedelta(days=730), SECRET)


@pytest.mark.parametrize(("by", "proven"), [("card", False), ("pass", True)])
def test_a_guest_is_shown_and_buys_like_ones_own(till: Till, guest: Member, by: str, proven: bool) -> None:
    till.has_template()
    telling = tells(till, guest, own("g-1"))
    visit = found(till.scans(CARD if by == "card" else a_pass(till)))
    assert telling.asked == [Ask(card=CARD) if by == "card" else Ask(member=SECRET)]
    assert visit.member is not None
    assert (visit.member.masked_name, visit.member.masked_phone) == ("林*同", "0933***111")
    assert (visit.member.guest, visit.member.known, visit.member.proven) == (True, True, proven)
    assert [view.id for view in visit.coupons] == ["g-1"]
    visit = till.service.price(replace(visit, amount=200_00))
    assert visit.quote.total == 150_00
    till.answer = Claim(True)
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption), sold
    (fact,) = till.facts(SALE_COMPLETED)
    assert (fact.body["member"], fact.body["name"]) == (SECRET, "林*同")
    assert sold.sale.rewards == ()  # HQ gives what is due


def test_what_hq_told_is_kept_for_a_while_and_no_longer(till: Till, guest: Member) -> None:
    tells(till, guest)
    found(till.scans(CARD))
    till.link = Link.OFFLINE
    assert found(till.scans(CARD)).member.masked_name == "林*同"  # type: ignore[union-attr]
    till.clock.advance(3_600_001)
    assert code_of(till.scans(CARD)) is RefusalCode.MEMBER_NOT_LOOKED_UP
    till.reference.erase_guests(before_ms=till.context.now_ms())
    assert till.reference.guest(SECRET, 0) is None


def test_hqs_word_that_there_is_nobody_counts(till: Till, guest: Member) -> None:
    till.link, till.told = Link.ONLINE, Told()
    assert code_of(till.scans(CARD)) is RefusalCode.MEMBER_UNKNOWN
    assert code_of(till.scans(a_pass(till))) is RefusalCode.MEMBER_UNKNOWN


@pytest.mark.parametrize("link", [Link.ONLINE, Link.OFFLINE])
def test_without_an_answer_a_pass_is_enough_and_a_card_says_what_to_do(till: Till, link: Link) -> None:
    till.link = link
    visit = found(till.scans(a_pass(till)))
    assert visit.member is not None
    assert (visit.member.known, visit.member.proven, visit.member.masked_name) == (False, True, "")
    assert bool(till.asked) is (link is Link.ONLINE)  # nobody waits for an HQ that is out of reach
    sold = till.service.confirm(till.service.price(replace(visit, amount=100_00)), CLERK)
    assert isinstance(sold, Redemption)
    assert till.facts(SALE_COMPLETED)[0].body["member"] == SECRET
    assert code_of(till.scans(CARD)) is RefusalCode.MEMBER_NOT_LOOKED_UP


def test_another_members_things_are_put_aside_for_a_stranger_too(till: Till) -> None:
    till.has_template()
    mine = till.visit("m-1", 0)
    outcome = till.scans(a_pass(till), replace(mine, sharer="m-2"))
    assert isinstance(outcome, MemberFound)
    assert outcome.replaced
    assert outcome.visit.sharer is None


@pytest.mark.parametrize("code", ["revoked", "already_used_elsewhere", "other_store", "expired", "not_ours"])
def test_a_coupon_that_cannot_be_used_says_so_when_it_is_scanned(till: Till, guest: Member, code: str) -> None:
    till.has_template()
    telling = tells(till, guest)
    telling.refusal = Refusal(RefusalCode(code), {"coupon": "g-1"})
    text = till.code(CouponClaims, id="g-1", template="own", member=SECRET)
    assert code_of(till.scans(text)) is RefusalCode(code)
    assert telling.asked[0].coupon == "g-1"


def test_a_coupon_brings_its_member_from_another_store(till: Till, guest: Member) -> None:
    till.has_template()
    tells(till, guest)
    added = till.scans(till.code(CouponClaims, id="g-1", template="own", member=SECRET))
    assert isinstance(added, CouponAdded)
    assert added.coupon.refusal is None
    assert added.visit.member is not None
    assert (added.visit.member.masked_name, added.visit.member.guest) == ("林*同", True)


def test_a_held_coupon_asks_nobody(till: Till, guest: Member) -> None:
    till.has_template()
    till.has_coupon("c-1")
    telling = tells(till, guest)
    assert isinstance(till.scans(till.code(CouponClaims, id="c-1", template="own", member="m-1")), CouponAdded)
    assert telling.asked == []


def test_a_guest_is_chosen_by_hand_once_hq_told_and_found_by_the_whole_phone(till: Till, guest: Member) -> None:
    telling = tells(till, guest)
    for text in ("林大同", "0001", "0933"):
        assert till.service.find_elsewhere(text) is None
    assert telling.asked == []
    for text in ("0933 000 111", "+886 (0)933-000-111", "00886933000111", "886933000111", "\u202a0933000111"):
        (view,) = till.service.find_elsewhere(text) or ()
        assert (view.masked_name, view.guest) == ("林*同", True)
        assert Ask(phone="+886933000111") in telling.asked
        telling.asked.clear()
    chosen = till.service.choose_member(till.service.new_visit(), view.id).member
    assert chosen is not None
    assert (chosen.id, chosen.guest, chosen.proven) == (SECRET, True, False)
    assert isinstance(till.service.prove(Visit("t", member=chosen), "0111"), Visit)
    telling.silent = True
    assert till.service.find_elsewhere("0933000111") is None


def test_points_and_tiers_of_a_guest_are_counted_by_the_rules_and_their_history(till: Till, guest: Member) -> None:
    till.publishes("rules:\n  - {id: buy, name: NAME, when: purchased, give: [{points: 5}]}\n")
    tells(till, replace(guest, points=40))
    visit = found(till.scans(CARD))
    assert visit.member is not None
    assert visit.member.points == 40
    visit = till.service.price(replace(visit, amount=100_00))
    assert visit.quote.rewards == ()
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    assert sold.sale.rewards == ()
    assert till.service.actions(visit) == ()
    again = till.voids(sold.sale.txn)
    assert again.sale.voided_at is not None
    assert found(till.scans(CARD)).member.points == 40  # type: ignore[union-attr]


def texts_in(outcome: Any) -> str:
    """Everything of an outcome that reaches a screen: of a refusal all its arguments, of a member what is masked."""
    if isinstance(outcome, Refusal):
        return repr({name: value for name, value in outcome.args.items() if name != "coupon"})
    member = outcome.visit.member
    shown = (member.masked_name, member.masked_phone) if member else ()
    left = [(one.refusal.code, {**one.refusal.args, "coupon": ""}) for one in outcome.visit.quote.left_out]
    return repr((shown, left))


@pytest.mark.parametrize("link", [Link.ONLINE, Link.OFFLINE])
@pytest.mark.parametrize("answer", ["nothing", "nobody", "guest", "refused"])
def test_no_internal_id_is_told(till: Till, guest: Member, link: Link, answer: str) -> None:
    till.has_template()
    telling = tells(till, guest)
    telling.silent = answer == "nothing"
    telling.refusal = Refusal(RefusalCode.REVOKED, {"coupon": "g-1"}) if answer == "refused" else None
    if answer == "nobody":
        till.look_up = lambda _ask: Told()  # type: ignore[method-assign, assignment]
    till.link = link
    for text in (CARD, a_pass(till), till.code(CouponClaims, id="g-1", template="own", member=SECRET)):
        for visit in (None, till.visit("m-1", 100_00)):
            assert SECRET not in texts_in(till.scans(text, visit))
