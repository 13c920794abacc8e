"""Paper slips keyed in at a real ledger, with the real HQ behind it: what is booked, what is refused, what HQ says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from kiosk.adapters.db.verify import rebuild
from kiosk.application.service import CheckoutService
from kiosk.application.slips.outcomes import BookView, SlipBooked, SlipNamed, SlipSheet, SlipText, Written
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.coupons.model import Benefit, BenefitKind, WeekWindow
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.facts import BookMade
from kiosk.domain.slips.model import Declared, SlipRule, use_of
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import millis
from kiosk.domain.tokens import PaperSlipClaims, SigningKey
from kiosk.hq.slips.commands import Worth
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from tests.integration.terminal.shop import Shop
from tests.simulation.world import World

MINUTE = timedelta(minutes=1)
HOUR = 3_600_000


@pytest.fixture
def shop(world: World) -> Iterator[Shop]:
    yield Shop(world)
    assert world.hq.verify() == []


class Paper:
    """A book of ten slips of a template (NT$50 off), made by HQ; an hour later everything is down."""

    def __init__(self, shop: Shop, count: int = 10, **template: Any) -> None:
        self.shop = shop
        self.template = shop.template("paper", **template)
        self.worth = Worth("paper", most=5_000)
        made = shop.world.hq.make_slips("xinyi", self.worth, count)
        assert isinstance(made, BookMade)
        self.book = made.book
        shop.till.engine.round()
        sheet = shop.till.service.slip_sheet(self.book)
        assert isinstance(sheet, SlipSheet)
        self.codes = sheet.codes
        shop.world.pass_time(HOUR)
        shop.offline()

    @property
    def written_at(self) -> datetime:
        return (self.shop.now - 20 * MINUTE).replace(second=0, microsecond=0)

    def text(self, number: int) -> SlipText:
        return SlipText(self.codes[number - 1], self.book)

    def written(self, number: int, **changes: Any) -> Written:
        return replace(Written(self.text(number), self.written_at, 30_000, "s-103"), **changes)

    def key_in(self, number: int, *, approved: bool = False, **changes: Any) -> SlipBooked | ApprovalNeeded | Refusal:
        approval = self.shop.manager(Permission.MANAGE_SLIPS) if approved else None
        return self.shop.till.service.key_in_slip(self.written(number, **changes), self.shop.actor, approval)

    def booked(self, number: int, **changes: Any) -> SlipBooked:
        outcome = self.key_in(number, **changes)
        assert isinstance(outcome, SlipBooked), outcome
        return outcome

    def refused(self, number: int, **changes: Any) -> Refusal:
        outcome = self.key_in(number, **changes)
        assert isinstance(outcome, Refusal), outcome
        return outcome

    def needs_manager(self, number: int, **changes: Any) -> Refusal:
        outcome = self.key_in(number, **changes)
        assert isinstance(outcome, ApprovalNeeded), outcome
        return outcome.refusal

    def view(self) -> BookView:
        return next(one for one in self.shop.till.service.slip_books().books if one.book.id == self.book)

    def back(self) -> None:
        """HQ is there again."""
        self.shop.till.network.up = True
        for _ in range(3):
            self.shop.till.engine.round()


@pytest.fixture
def paper(shop: Shop) -> Paper:
    return Paper(shop)


def test_a_slip_becomes_a_sale_of_the_time_that_is_written_on_it(paper: Paper) -> None:
    booked = paper.booked(1)
    assert booked.sale.at == paper.written_at
    assert (booked.sale.amount, booked.sale.total, booked.left) == (30_000, 25_000, 9)
    assert booked.code == code_of(paper.book, 1)
    paper.back()
    (state,) = paper.shop.world.hq.slips()
    assert (state.used, state.off) == (1, 5_000)
    (use,) = [one for one in paper.shop.world.hq.redemptions() if one.coupon == use_of(paper.book, 1)]
    assert (use.at, use.state) == (millis(paper.written_at), "counts")
    assert paper.shop.world.hq.conflicts() == []


def test_the_number_alone_is_enough_and_says_that_it_was_typed(paper: Paper) -> None:
    code = code_of(paper.book, 3)
    for text in (code, code.lower().replace("-", " "), code.partition("-")[2]):
        named = paper.shop.till.service.name_slip(SlipText(text, paper.book))
        assert isinstance(named, SlipNamed)
        assert (named.number, named.off) == (3, 5_000)
    booked = paper.booked(3, slip=SlipText(code.partition("-")[2], paper.book))
    sale = paper.shop.till.ledger.run(lambda tx: tx.sale(booked.sale.txn))
    assert sale is not None
    assert sale.document["slip"]["typed"] is True
    assert sale.document["slip"]["by"] == "s-103"


def test_a_number_is_of_the_only_book_that_has_it(paper: Paper) -> None:
    named = paper.shop.till.service.name_slip(SlipText(code_of(paper.book, 4).partition("-")[2]))
    assert isinstance(named, SlipNamed)
    assert (named.book, named.number) == (paper.book, 4)


def test_a_wrong_digit_is_no_other_slip(paper: Paper) -> None:
    digits = code_of(paper.book, 3).partition("-")[2]
    wrong = digits[:-2] + "4" + digits[-1]
    assert paper.refused(3, slip=SlipText(wrong, paper.book)).code is RefusalCode.SLIP_MISREAD


def forged(paper: Paper, key: SigningKey, **changes: Any) -> SlipText:
    claims = PaperSlipClaims(
        issuer="HQ",
        key_id=key.key_id,
        issued=paper.written_at - MINUTE,
        expires=paper.written_at + timedelta(days=9),
        book=paper.book,
        number=2,
        first=1,
        last=10,
        template="paper",
        store="xinyi",
    )
    return SlipText(sign_token(replace(claims, **changes), key))


def test_a_forged_signature(paper: Paper) -> None:
    thief = replace(signing_key(bytes(32)), key_id=paper.shop.key.key_id)
    assert paper.refused(2, slip=forged(paper, thief)).code is RefusalCode.FORGED
    assert paper.refused(2, slip=forged(paper, signing_key(bytes(32)))).code is RefusalCode.UNKNOWN_KEY


def test_another_stores_slip(paper: Paper) -> None:
    refusal = paper.refused(2, slip=forged(paper, paper.shop.key, store="banqiao"))
    assert (refusal.code, refusal.args) == (RefusalCode.OTHER_STORE, {"store": "banqiao"})


def test_a_number_out_of_range(paper: Paper) -> None:
    beyond = forged(paper, paper.shop.key, number=11, last=11)
    assert paper.refused(2, slip=beyond).code is RefusalCode.SLIP_UNKNOWN
    assert paper.refused(2, slip=SlipText(code_of(paper.book, 11), paper.book)).code is RefusalCode.SLIP_UNKNOWN


def test_a_coupon_is_no_slip(paper: Paper) -> None:
    assert paper.refused(2, slip=SlipText("https://example.com/")).code is RefusalCode.NOT_OURS
    assert paper.refused(2, slip=SlipText(paper.shop.card())).code is RefusalCode.SLIP_UNKNOWN


def test_a_time_that_cannot_be(paper: Paper) -> None:
    now = paper.shop.now.replace(second=0, microsecond=0)
    assert paper.refused(1, at=now + 2 * MINUTE).code is RefusalCode.SLIP_IN_FUTURE
    assert paper.refused(1, at=now - timedelta(days=1)).code is RefusalCode.SLIP_TOO_EARLY
    paper.shop.world.pass_time(40 * 24 * HOUR)
    late = (paper.shop.now - timedelta(days=1)).replace(second=0, microsecond=0)
    assert paper.refused(1, at=late).code is RefusalCode.SLIP_TOO_LATE
    # written while the book was good, it is booked whenever it comes to light
    paper.booked(1, at=now - 20 * MINUTE)


def test_the_same_number_twice(paper: Paper) -> None:
    paper.booked(5)
    refusal = paper.refused(5)
    assert refusal.code is RefusalCode.SLIP_KEYED_IN
    assert refusal.args["at"] == paper.written_at
    assert refusal.args["clerk"] == paper.shop.actor.name
    named = paper.shop.till.service.name_slip(paper.text(5))
    assert isinstance(named, Refusal)


def test_what_was_keyed_in_wrongly_is_voided_and_keyed_in_again(paper: Paper) -> None:
    wrong = paper.booked(5, amount=90_000)
    paper.shop.till.service.void(wrong.sale.txn, "wrong_amount", paper.shop.actor)
    paper.booked(5)
    paper.back()
    paper.shop.till.engine.round()
    (state,) = paper.shop.world.hq.slips()
    assert (state.used, state.off) == (1, 5_000)
    assert paper.shop.world.hq.conflicts() == []
    assert paper.refused(5).code is RefusalCode.SLIP_KEYED_IN


def test_without_amount_writer_or_member_that_are_ones(paper: Paper) -> None:
    assert paper.refused(1, amount=0).code is RefusalCode.AMOUNT_MISSING
    assert paper.refused(1, amount=10**15).code is RefusalCode.AMOUNT_TOO_LARGE
    assert paper.refused(1, by="nobody").code is RefusalCode.STAFF_UNKNOWN
    assert paper.refused(1, member="9999").code is RefusalCode.MEMBER_UNKNOWN
    assert paper.view().state.used == 0


def test_a_clerk_may_not_where_the_policy_says_so(paper: Paper) -> None:
    paper.shop.till.service = CheckoutService(replace(paper.shop.till.context, slips_by_clerks=False))
    assert paper.refused(1).code is RefusalCode.NOT_PERMITTED
    paper.booked(1, approved=True)


def test_a_members_limit_of_the_written_day(shop: Shop) -> None:
    paper = Paper(shop, uses_per_member_day=1)
    assert paper.refused(1).code is RefusalCode.MEMBER_NEEDED
    card = shop.card()
    assert paper.booked(1, member=card).sale.masked_name
    assert paper.needs_manager(2, member=card).code is RefusalCode.MEMBER_DAY_LIMIT
    booked = paper.booked(2, member=card, approved=True)
    sale = shop.till.ledger.run(lambda tx: tx.sale(booked.sale.txn))
    assert sale is not None
    assert sale.document["slip"]["despite"] == "member_day_limit"
    paper.booked(3, member=shop.card(1))


def test_a_minimum_that_was_not_reached_and_hours(shop: Shop) -> None:
    paper = Paper(shop, min_spend=40_000)
    refusal = paper.refused(1)
    assert (refusal.code, refusal.args) == (RefusalCode.MINIMUM_NOT_REACHED, {"need": 40_000, "have": 30_000})


def test_outside_its_hours_a_manager_lets_it_pass(shop: Shop) -> None:
    never = WeekWindow((1,), time(3, 0), time(3, 1))
    paper = Paper(shop, hours=(never,))
    assert paper.needs_manager(1).code is RefusalCode.OUTSIDE_HOURS
    paper.booked(1, approved=True)


def test_a_percentage_never_takes_more_than_the_book_allows(shop: Shop) -> None:
    paper = Paper(shop, benefit=Benefit(BenefitKind.PERCENT, rate_bp=2_000))
    assert paper.booked(1, amount=10_000).sale.total == 8_000
    assert paper.booked(2, amount=100_000).sale.total == 95_000


def test_lost_and_unused_numbers_are_declared_and_the_worst_case_shrinks(paper: Paper) -> None:
    service, manager = paper.shop.till.service, paper.shop.manager(Permission.MANAGE_SLIPS)
    paper.booked(2)
    assert paper.view().state.worst == 9 * 5_000
    assert isinstance(service.declare_slips(paper.book, 1, 5, Declared.UNUSED, paper.shop.actor), ApprovalNeeded)
    view = service.declare_slips(paper.book, 1, 5, Declared.UNUSED, paper.shop.actor, manager)
    assert isinstance(view, BookView)
    assert (view.state.used, view.state.unused, view.open_numbers) == (1, 4, ((6, 10),))
    view = service.declare_slips(paper.book, 10, 10, Declared.LOST, paper.shop.actor, manager)
    assert isinstance(view, BookView)
    assert (view.state.lost, view.state.open, view.state.worst) == (1, 4, 5 * 5_000)
    assert [(one.first, one.last, one.what) for one in view.said] == [
        (1, 1, "unused"),
        (3, 5, "unused"),
        (10, 10, "lost"),
    ]
    outside = service.declare_slips(paper.book, 9, 11, Declared.LOST, paper.shop.actor, manager)
    assert isinstance(outside, Refusal)
    paper.back()
    (state,) = paper.shop.world.hq.slips()
    assert state.worst == view.state.worst
    assert paper.shop.world.hq.conflicts() == []  # what was used was not declared


def test_a_lost_number_that_turns_up_is_booked_by_a_manager_and_in_conflict(paper: Paper) -> None:
    manager = paper.shop.manager(Permission.MANAGE_SLIPS)
    paper.shop.till.service.declare_slips(paper.book, 7, 7, Declared.LOST, paper.shop.actor, manager)
    refusal = paper.needs_manager(7)
    assert (refusal.code, refusal.args["other"]) == (RefusalCode.SLIP_DECLARED, "lost")
    paper.booked(7, approved=True)
    paper.back()
    assert [one.what for one in paper.shop.world.hq.conflicts()] == ["slip_lost"]


def test_the_coupon_that_a_slip_stood_for(paper: Paper) -> None:
    row = paper.shop.give(paper.template)
    paper.back()
    outcome = paper.booked(1, coupon=row.coupon.id)
    assert outcome.sale.total == 25_000
    assert outcome.sale.masked_name  # its owner stood there
    assert paper.needs_manager(2, coupon=row.token).code is RefusalCode.ALREADY_USED_HERE
    paper.booked(2, coupon=row.token, approved=True)
    paper.back()
    assert [one.coupon for one in paper.shop.world.hq.conflicts()] == [row.coupon.id]
    other = paper.shop.give(paper.shop.template("other"))
    paper.back()
    assert paper.refused(3, coupon=other.coupon.id).code is RefusalCode.SLIP_OTHER_COUPON
    money = paper.shop.signed(paper.shop.key, template=paper.template.id, worth=0)  # as terminals may sign vouchers
    assert paper.refused(3, coupon=money).code is RefusalCode.NOT_OURS
    assert paper.refused(3, coupon="nothing").code is RefusalCode.NOT_OURS


def test_two_tills_without_hq_key_in_the_same_number(paper: Paper) -> None:
    second = paper.shop.world.add("XY02", "xinyi")
    second.engine.round()
    second.network.up = False
    paper.booked(4)
    outcome = second.service.key_in_slip(paper.written(4), paper.shop.actor)
    assert isinstance(outcome, SlipBooked)
    second.network.up = True
    second.engine.round()
    paper.back()
    (found,) = paper.shop.world.hq.conflicts()
    names = {one.device: one.name for one in paper.shop.world.hq.terminals()}
    assert {names[found.device], names[found.winner_device]} == {"XY01", "XY02"}
    second.engine.round()
    again = second.service.name_slip(paper.text(4))
    assert isinstance(again, Refusal)
    assert second.ledger.run(lambda tx: len(tx.used_slips(paper.book))) == 1


def test_what_another_till_keyed_in_is_known_here_as_soon_as_hq_told(paper: Paper) -> None:
    second = paper.shop.world.add("XY02", "xinyi")
    second.engine.round()
    paper.booked(4)
    paper.back()
    second.engine.round()
    refusal = second.service.key_in_slip(paper.written(4), paper.shop.actor)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, "terminal" in refusal.args) == (RefusalCode.SLIP_KEYED_IN, True)


def test_a_terminal_makes_a_book_while_hq_is_away(shop: Shop) -> None:
    shop.template("paper")
    rule = shop.world.hq.allow_slips(Worth("paper"), 100, share=30)
    assert isinstance(rule, SlipRule)
    for _ in range(3):
        shop.till.engine.round()
    shop.offline()
    service, manager = shop.till.service, shop.manager(Permission.MANAGE_SLIPS)
    assert [(one.id, one.left) for one in service.slip_books().rules] == [("paper", 30)]
    assert isinstance(service.make_slip_book("paper", 20, shop.actor), ApprovalNeeded)
    too_many = service.make_slip_book("paper", 31, shop.actor, manager)
    assert isinstance(too_many, Refusal)
    assert (too_many.code, too_many.args["have"]) == (RefusalCode.SLIPS_NOT_SET_ASIDE, 30)
    view = service.make_slip_book("paper", 20, shop.actor, manager)
    assert isinstance(view, BookView)
    assert service.slip_books().rules[0].left == 10
    sheet = service.slip_sheet(view.book.id)
    assert isinstance(sheet, SlipSheet)
    shop.world.pass_time(HOUR)
    at = shop.now.replace(second=0, microsecond=0) - MINUTE
    booked = service.key_in_slip(Written(SlipText(sheet.codes[6]), at, 30_000, "s-102"), shop.actor)
    assert isinstance(booked, SlipBooked)
    shop.till.network.up = True
    for _ in range(3):
        shop.till.engine.round()
    (state,) = shop.world.hq.slips()
    assert (state.used, state.open, state.book.device) == (1, 19, view.book.device)
    second = shop.world.add("XY02", "xinyi")
    second.engine.round()
    named = second.service.name_slip(SlipText(sheet.codes[7]))  # by the key that HQ told of
    assert isinstance(named, SlipNamed)
    assert isinstance(second.service.name_slip(SlipText(sheet.codes[6])), Refusal)


def test_a_slip_of_a_book_that_nobody_has_heard_of_yet_proves_itself(paper: Paper) -> None:
    unheard = forged(paper, paper.shop.key, book="UNHEARD2")
    booked = paper.booked(2, slip=unheard)
    assert booked.sale.total == 25_000


def test_a_plain_amount_off(shop: Shop) -> None:
    made = shop.world.hq.make_slips("xinyi", Worth(off=2_000), 5)
    assert isinstance(made, BookMade)
    shop.till.engine.round()
    sheet = shop.till.service.slip_sheet(made.book)
    assert isinstance(sheet, SlipSheet)
    shop.world.pass_time(HOUR)
    at = shop.now.replace(second=0, microsecond=0)
    booked = shop.till.service.key_in_slip(Written(SlipText(sheet.codes[0]), at, 30_000, "s-102"), shop.actor)
    assert isinstance(booked, SlipBooked)
    assert booked.sale.total == 28_000


def test_points_and_rewards_are_those_of_the_written_time(shop: Shop, paper: Paper) -> None:
    before = paper.booked(1, member=shop.card())
    events = shop.till.ledger.run(lambda tx: list(tx.member_facts(shop.members[0].id)))
    assert events[-1].body["txn"] == before.sale.txn


def test_the_ledger_gives_the_same_again(paper: Paper) -> None:
    paper.booked(1)
    manager = paper.shop.manager(Permission.MANAGE_SLIPS)
    paper.shop.till.service.declare_slips(paper.book, 7, 9, Declared.LOST, paper.shop.actor, manager)
    assert rebuild(paper.shop.till.path, paper.shop.till.key).differences == {}
