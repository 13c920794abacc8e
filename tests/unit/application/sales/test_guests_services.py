"""What another store's member can have done here, how well they are known, and what the sale says of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.sales.outcomes import Acted, CouponAdded, MemberFound, Redemption, Visit
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.facts import CHECK_IN_DONE, REWARDS_DECIDED, TASK_DONE
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.tokens import Assurance, CouponClaims, MemberPassClaims
from tests.shared.till import CLERK, Till, member
from tests.unit.application.sales.test_guests import CARD, SECRET, tells

GUEST = member(SECRET, card_no=CARD, name="林大同", phone="+886933000111", home_store="N02", points=500)
RULES = (
    "tasks: [{id: profile, name: NAME}]\n"
    "mall: [{id: tea, name: NAME}]\n"
    "surveys: [{id: q, name: NAME}]\n"
    "rules:\n"
    "  - {id: daily, name: NAME, when: checked_in, give: [{points: 1}]}\n"
    "  - {id: task, name: NAME, when: {event: task_done, ref: profile}, if: {tiers: [gold]}, give: [{points: 5}]}\n"
    "  - {id: mall, name: NAME, when: {event: points_spent, ref: tea, points: 10}, give: [{tickets: 1}]}\n"
    "  - {id: asked, name: NAME, when: {event: survey_answered, ref: q}, give: [{points: 2}]}\n"
)


def of(till: Till, visit: Visit, kind: ActionKind) -> MemberAction:
    (found,) = [action for action in till.service.actions(visit) if action.kind is kind]
    return found


def _visits(till: Till) -> Iterator[tuple[Vouched, Visit]]:
    """A guest, known as well as can be, then ever less."""
    tells(till, GUEST)
    for vouched in (Vouched.HQ, Vouched.CACHED, Vouched.PASS):
        if vouched is not Vouched.HQ:
            till.link = Link.OFFLINE
        if vouched is Vouched.PASS:
            till.reference.erase_guests(member=SECRET)
        outcome = till.scans(till.code(MemberPassClaims, member=SECRET, assurance=Assurance.PRESENT))
        assert isinstance(outcome, MemberFound)
        yield vouched, outcome.visit


def test_how_a_member_is_known_is_shown_and_goes_into_the_sale(till: Till) -> None:
    for vouched, visit in _visits(till):
        assert visit.member is not None
        assert visit.member.vouched is vouched
        sold = till.service.confirm(till.service.price(replace(visit, amount=100_00)), CLERK)
        assert isinstance(sold, Redemption)
        assert till.facts(SALE_COMPLETED)[-1].body["vouched"] == vouched
    till.buys("m-1", 100_00)
    assert "vouched" not in till.facts(SALE_COMPLETED)[-1].body


def test_a_coupon_alone_vouches_for_little(till: Till) -> None:
    till.has_template()
    added = till.scans(till.code(CouponClaims, id="g-1", template="own", member=SECRET))
    assert isinstance(added, CouponAdded)
    assert added.visit.member is not None
    assert (added.visit.member.vouched, added.visit.member.proven) == (Vouched.COUPON, False)


def test_what_only_has_to_be_written_down_is_done_here_and_hq_gives_what_it_brings(till: Till) -> None:
    till.publishes(RULES)
    for number, (_vouched, visit) in enumerate(_visits(till)):
        check_in = of(till, visit, ActionKind.CHECK_IN)
        assert (check_in.rewards, check_in.from_hq) == ((), True)
        if number:  # that of before is on record
            assert check_in.refusal is not None
            assert check_in.refusal.code is RefusalCode.ALREADY_DONE
            continue
        done = till.service.act(visit, check_in, CLERK)
        assert isinstance(done, Acted)
        assert done.rewards == ()
        assert done.visit.member is not None
        assert done.visit.member.vouched is visit.member.vouched  # type: ignore[union-attr]
    (fact,) = till.facts(CHECK_IN_DONE)
    assert fact.body["member"] == SECRET
    assert till.facts(REWARDS_DECIDED) == []


def test_what_a_member_holds_is_given_and_taken_at_home(till: Till) -> None:
    till.publishes(RULES)
    for _vouched, visit in _visits(till):
        mall = of(till, visit, ActionKind.MALL)
        for refusal in (mall.refusal, till.service.act(visit, mall, CLERK)):
            assert isinstance(refusal, Refusal)
            assert refusal.code is RefusalCode.AT_HOME_ONLY


def test_of_whom_nothing_is_known_hq_judges(till: Till) -> None:
    """Not gold, as far as HQ said; by the pass alone nobody can say."""
    till.publishes(RULES)
    codes = {}
    for vouched, visit in _visits(till):
        task = of(till, visit, ActionKind.TASK)
        codes[vouched] = task.refusal.code if task.refusal else None
        if task.refusal is None:
            assert isinstance(till.service.act(visit, task, CLERK), Acted)
    assert codes == {
        Vouched.HQ: RefusalCode.CONDITION_NOT_MET,
        Vouched.CACHED: RefusalCode.CONDITION_NOT_MET,
        Vouched.PASS: None,
    }
    assert [fact.body["member"] for fact in till.facts(TASK_DONE)] == [SECRET]


@pytest.mark.parametrize("kind", ActionKind)
def test_every_service_is_open_or_says_why_not(kind: ActionKind) -> None:
    from kiosk.application.campaigns.member_actions import _AT_HOME, _elsewhere
    from kiosk.domain.texts import LocalText

    plain = MemberAction(kind, "", None, LocalText("a", "a", "a"))
    for vouched in set(Vouched) - {Vouched.OWN}:
        shown = _elsewhere(plain, vouched)
        assert (shown.refusal is not None) is (kind in _AT_HOME)
