"""Two members turned out to be one: whatever of the other is scanned finds who stays."""

from __future__ import annotations

from kiosk.application.sales.outcomes import CouponAdded, MemberFound
from kiosk.domain.registration.facts import MEMBERS_MERGED
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.tokens import Assurance, CouponClaims, MemberPassClaims
from tests.shared.till import Till, member
from tests.unit.application.conftest import CARD

OLD = "88000005"


def shown(till: Till, text: str) -> str:
    outcome = till.scans(text)
    assert isinstance(outcome, MemberFound), outcome
    assert outcome.visit.member is not None
    return outcome.visit.member.id


def test_the_old_card_pass_and_coupon_find_who_stays(till: Till) -> None:
    till.has_template()
    till.has_members(member("m-2", card_no=OLD, merged_into="m-1"))
    assert shown(till, CARD) == "m-1"
    assert shown(till, OLD) == "m-1"
    assert shown(till, till.code(MemberPassClaims, member="m-2", assurance=Assurance.PRESENT)) == "m-1"
    added = till.scans(till.code(CouponClaims, id="c-1", template="own", member="m-2"))
    assert isinstance(added, CouponAdded)
    assert added.visit.member is not None
    assert added.visit.member.id == "m-1"


def test_a_search_finds_who_stays_alone(till: Till) -> None:
    till.has_members(member("m-2", name="陳特別"))
    assert [one.id for one in till.service.find_members("陳特別").members] == ["m-2"]
    till.has_members(member("m-2", name="陳特別", merged_into="m-1"))
    found = till.service.find_members("陳特別")
    assert (found.members, found.total) == ((), 0)


def test_what_the_other_bought_is_theirs(till: Till) -> None:
    till.publishes("rules: [{id: x, name: NAME, when: {event: purchased, n: 3}, give: [{points: 9}]}]")
    till.buys("m-2", 100_00)
    till.elsewhere(MEMBERS_MERGED, {"member": "m-1", "other": "m-2", "why": "same_phone"}, "m-1", "m-2", device="hq")
    till.has_members(member("m-2", merged_into="m-1"))
    assert [amount for _, _, amount in till.state("m-1").purchases] == [100_00]
    assert till.state("m-2").id == "m-1"
    body = {"txn": "y", "member": "m-2", "amount": 5, "total": 5, "currency": "TWD", "coupons": []}
    till.elsewhere(SALE_COMPLETED, body, "m-1")
    assert till.buys("m-1", 100_00).sale.rewards
    till.agrees()
