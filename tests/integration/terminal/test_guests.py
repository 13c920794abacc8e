"""Members of another store at a till, with the real HQ: found, offline, back again; HQ slow or refusing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from kiosk.adapters.sync.transport import HqAnswer
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.sales.outcomes import Acted, CouponAdded, MemberFound, Redemption, Visit
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.time import instant
from kiosk.domain.tokens import Assurance, MemberPassClaims, SigningKey
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import LookupAnswer
from tests.integration.terminal.local_hq import Exchange, LocalHq, changed, half, status
from tests.integration.terminal.visits import clerk, coupon_of, redeemed, scan
from tests.shared.campaign_text import NAME
from tests.simulation.promotion import CAMPAIGN, promotion
from tests.simulation.world import SimTerminal, World

LOOKUP = "/v1/members/lookup"


@pytest.fixture
def guest(world: World) -> Member:
    """At home in banqiao, with a coupon."""
    owner = coupon_of(world, "cash100", "banqiao").coupon.member
    return next(member for member in world.chain.members if member.id == owner)


def a_pass(world: World, member: Member) -> str:
    with world.hq.database.write() as tx:
        key = keys.signing(world.hq.context, tx)
    issued, expires = instant(world.true_ms - 1_000), instant(world.true_ms + 10 * 86_400_000)
    claims = MemberPassClaims(
        issuer="HQ", key_id=key.key_id, issued=issued.replace(microsecond=0), expires=expires.replace(microsecond=0),
        member=member.id, assurance=Assurance.PRESENT,
    )  # fmt: skip
    return sign_token(claims, key)


def found(till: SimTerminal, text: str) -> Visit:
    outcome = scan(till, till.service.new_visit(), text, clerk(till))
    assert isinstance(outcome, MemberFound), outcome
    return outcome.visit


def refused(till: SimTerminal, text: str) -> Refusal:
    outcome = scan(till, till.service.new_visit(), text, clerk(till))
    assert isinstance(outcome, Refusal), outcome
    return outcome


def bought(till: SimTerminal, visit: Visit, amount: int = 200_000) -> Redemption:
    sold = till.service.confirm(till.service.price(replace(visit, amount=amount)), clerk(till))
    assert isinstance(sold, Redemption), sold
    return sold


def test_a_guest_is_found_by_card_pass_and_phone_and_buys_with_their_coupon(
    world: World, till: SimTerminal, guest: Member
) -> None:
    coupon = coupon_of(world, "cash100", "banqiao").coupon
    for text in (guest.card_no, a_pass(world, guest)):
        visit = found(till, text)
        assert visit.member is not None
        assert (visit.member.id, visit.member.known, visit.member.guest) == (guest.id, True, True)
        assert coupon.id in {view.id for view in visit.coupons}
    (view,) = till.service.find_elsewhere(guest.phone) or ()
    assert view.id == guest.id
    sold = bought(till, replace(till.service.choose_member(till.service.new_visit(), guest.id), chosen=(coupon.id,)))
    assert [line.coupon for line in sold.sale.lines if not line.rule] == [coupon.id]
    till.engine.round()
    assert [(row.coupon, row.member) for row in world.hq.redemptions()] == [(coupon.id, guest.id)]
    used = found(till, guest.card_no)
    assert next(view for view in used.coupons if view.id == coupon.id).refusal is not None


def test_points_are_what_the_home_store_says_and_settle_at_hq(
    world: World, till: SimTerminal, enrolled: Callable[..., SimTerminal], guest: Member
) -> None:
    home = enrolled("BQ01", "banqiao")
    before = found(home, guest.card_no).member
    assert before is not None
    seen = found(till, guest.card_no)
    assert seen.member is not None
    assert (seen.member.points, seen.member.tier, seen.member.tickets) == (before.points, before.tier, before.tickets)
    bought(till, replace(seen, chosen=()))
    for terminal in (till, home, till):
        terminal.engine.round()
    there, here = found(home, guest.card_no).member, found(till, guest.card_no).member
    assert there is not None
    assert here is not None
    assert there.points >= before.points
    assert (here.points, here.tier) == (there.points, there.tier)


@pytest.mark.parametrize("kind", [ActionKind.CHECK_IN, ActionKind.ATTEND])
def test_hq_gives_what_a_guests_check_in_brings_and_the_terminals_hear_of_it(
    world: World, enrolled: Callable[..., SimTerminal], guest: Member, kind: ActionKind
) -> None:
    """The fact goes from the store where the guest stood to HQ; HQ counts, gives, and the coupon's row comes back."""
    document = promotion().replace("rules:", f"events:\n  - {{id: fair, name: {NAME}}}\nrules:") + (
        f"  - {{id: daily, name: {NAME}, when: checked_in, give: [{{coupon: ten}}]}}\n"
        f"  - {{id: fair, name: {NAME}, when: {{event: attended, ref: fair}}, give: [{{coupon: ten}}]}}\n"
    )
    done = world.hq.publish_campaign(document)
    assert isinstance(done, CampaignPublished), done
    home, till = enrolled("BQ01", "banqiao"), enrolled("XY01", "xinyi")
    rule = "daily" if kind is ActionKind.CHECK_IN else "fair"
    before = {view.id for view in found(home, guest.card_no).coupons}

    def offered(visit: Visit) -> MemberAction:
        return next(action for action in till.service.actions(visit) if action.kind is kind)

    visit = found(till, a_pass(world, guest))
    assert visit.member is not None
    assert visit.member.guest
    action = offered(visit)
    assert (action.from_hq, action.refusal) == (True, None)
    acted = till.service.act(visit, action, clerk(till))
    assert isinstance(acted, Acted), acted
    assert acted.rewards == ()  # it is HQ's to give
    assert [one for one in world.hq.rewards() if one.member == guest.id and one.rule == rule] == []

    for terminal in (till, home):  # told by the one; heard by the other
        terminal.engine.round()
    (given,) = [one for one in world.hq.rewards() if one.member == guest.id and one.rule == rule]
    assert (given.kind, given.ref, given.quantity, given.device) == ("coupon", "ten", 1, "hq")
    at_home = {view.id for view in found(home, guest.card_no).coupons} - before
    assert len(at_home) == 1
    (row,) = [row for row in home.reference.coupons_of(guest.id) if row.id in at_home]
    assert row.template == f"{CAMPAIGN}/ten"
    # where the guest stands they have it too, and it redeems there by HQ's leave
    visit = found(till, guest.card_no)
    assert at_home <= {view.id for view in visit.coupons}
    bought(till, replace(visit, chosen=tuple(at_home)))
    for terminal in (till, home, till):
        terminal.engine.round()
    assert {use.coupon for use in world.hq.redemptions()} == at_home
    assert len([one for one in world.hq.rewards() if one.rule == rule]) == 1  # once
    assert world.hq.overruns() == []
    assert world.hq.verify() == []


def test_offline_by_pass_and_back_again(world: World, guest: Member, enrolled: Callable[..., SimTerminal]) -> None:
    world.add("ZX01", "zhongxiao")
    till = world.terminals["ZX01"]
    till.engine.round()
    till.network.up = False
    for _ in range(2):
        till.engine.round()
    told = refused(till, guest.card_no)
    assert (told.code, told.args) == (RefusalCode.MEMBER_NOT_LOOKED_UP, {"read": guest.card_no})
    visit = found(till, a_pass(world, guest))
    assert visit.member is not None
    assert (visit.member.known, visit.member.proven) == (False, True)
    bought(till, visit)
    till.network.up = True
    till.engine.round()
    assert found(till, guest.card_no).member is not None
    till.network.up = False  # kept for a while
    for _ in range(2):
        till.engine.round()
    kept = found(till, guest.card_no)
    assert kept.member is not None
    assert kept.member.guest


def test_hq_slow_or_broken_costs_a_bounded_wait(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal], guest: Member
) -> None:
    till = enrolled(answer_s=0.5)
    hq.play(LOOKUP, hq.too_slow)
    assert refused(till, guest.card_no).code is RefusalCode.MEMBER_NOT_LOOKED_UP
    for trick in (status(500), status(429), status(403), status(200), half):
        hq.play(LOOKUP, trick)
        visit = found(till, a_pass(world, guest))
        assert visit.member is not None
        assert not visit.member.known


def test_the_ledger_is_free_while_hq_is_asked(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal], guest: Member
) -> None:
    till = enrolled(threaded=True)
    actor = clerk(till)
    seen: list[int] = []

    def look(exchange: Exchange) -> None:
        redeemed(till, actor, coupon_of(world, "cash100", "xinyi").token)  # would wait for ever
        seen.append(len(till.service.recent_sales()))
        answer = exchange.hand_over()
        exchange.reply(answer.status, answer.headers, answer.body)

    hq.play(LOOKUP, look)
    assert found(till, guest.card_no).member is not None
    assert seen == [1]


def test_who_is_erased_at_hq_is_forgotten(world: World, till: SimTerminal, guest: Member) -> None:
    found(till, guest.card_no)
    world.hq.publish([RowChange(Bucket("banqiao", "members"), guest.id, None)])
    assert refused(till, guest.card_no).code is RefusalCode.MEMBER_UNKNOWN
    assert till.reference.guest(guest.id, 0) is None


def test_a_coupon_that_was_used_or_taken_back_says_so_when_it_is_scanned(
    world: World, till: SimTerminal, enrolled: Callable[..., SimTerminal]
) -> None:
    home = enrolled("BQ01", "banqiao")
    used, gone = coupon_of(world, "cash100", "banqiao"), coupon_of(world, "cash100", "banqiao", skip=1)
    redeemed(home, clerk(home), used.token)
    home.engine.round()
    assert refused(till, used.token).code is RefusalCode.ALREADY_USED_ELSEWHERE
    world.hq.revoke_coupon(gone.coupon.id)
    assert refused(till, gone.token).code is RefusalCode.REVOKED


def test_a_coupon_scanned_offline_without_a_right_says_so_at_once(world: World) -> None:
    till = world.add("ZX01", "zhongxiao")
    till.engine.round()
    till.network.up = False
    for _ in range(2):
        till.engine.round()
    text = coupon_of(world, "cash100", "banqiao").token
    outcome = scan(till, till.service.new_visit(), text, clerk(till))
    assert isinstance(outcome, CouponAdded), outcome
    assert outcome.coupon.refusal is not None
    assert outcome.coupon.refusal.code is RefusalCode.NO_RIGHT_OFFLINE


def test_another_chains_pass_is_nobodys(world: World, till: SimTerminal, guest: Member) -> None:
    strange = SigningKey(b"\xee\xee\xee\xee", b"e" * 32)
    at = instant(world.true_ms).replace(microsecond=0)
    claims = MemberPassClaims(
        issuer="OTHER", key_id=strange.key_id, issued=at, expires=at + timedelta(days=1), member=guest.id,
        assurance=Assurance.PRESENT,
    )  # fmt: skip
    assert refused(till, sign_token(claims, strange)).code is RefusalCode.UNKNOWN_KEY


class TestFewLookups:
    @pytest.fixture
    def settings(self) -> HqSettings:
        return HqSettings(lookups_a_minute=1)

    def test_hq_refuses_more_and_the_pass_still_counts(self, world: World, till: SimTerminal, guest: Member) -> None:
        others = [one for one in world.chain.members if one.home_store == "banqiao" and one.id != guest.id]
        assert found(till, guest.card_no).member is not None
        assert refused(till, others[0].card_no).code is RefusalCode.MEMBER_NOT_LOOKED_UP
        visit = found(till, a_pass(world, others[0]))
        assert visit.member is not None
        assert not visit.member.known


@pytest.mark.parametrize(
    "changes",
    [{"keep": 2**62}, {"keep": -(2**62)}, {"time": 2**63 - 1}, {"time": -(2**62), "keep": 5}, {"left": -(2**62)}],
    ids=str,
)
def test_what_hq_says_beside_a_guest_is_no_reason_not_to_find_them(
    hq: LocalHq, till: SimTerminal, guest: Member, changes: dict[str, int]
) -> None:
    def other(answer: HqAnswer) -> HqAnswer:
        packed = answer.headers.get("content-encoding")
        told = wire.decode(answer.body, LookupAnswer, answer.headers["content-type"], encoding=packed)
        return HqAnswer(200, {"content-type": wire.MSGPACK}, wire.encode(msgspec.structs.replace(told, **changes)))

    hq.play(LOOKUP, changed(other))
    visit = found(till, guest.card_no)
    assert visit.member is not None
    assert visit.member.id == guest.id
