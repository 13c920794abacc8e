"""Online claims, the rights they recall, and what becomes of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain.coupons.facts import OP_SETTLED
from kiosk.domain.stores import CampaignHeader
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.wire.messages import Problem, RedeemAnswer
from tests.unit.hq.rig import NOON, NOON_MS, Terminal, TestClock, coupon, put, read, template, words

MINUTE = 60_000


def bearer(hq: Headquarters, name: str = "b1", **changes: Any) -> None:
    """A coupon without a member: nobody holds a right to it, every use is claimed."""
    hq.publish([put("s1", "coupons", name, CouponRow(coupon(name, member=None, **changes), "KC1:"))])


def abandon(till: Terminal, op: str, verdict: str = "abandoned") -> None:
    till.fact(OP_SETTLED, {"op": op, "verdict": verdict})
    till.push()


def test_a_claim_is_granted_once_and_its_answer_never_changes(hq: Headquarters, clock: TestClock) -> None:
    bearer(hq)
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    granted = one.claim("op1", "b1", "t1")
    assert (granted.verdict, granted.expires) == ("granted", NOON_MS + 96 * 60 * MINUTE)
    clock.now += 5
    assert one.claim("op1", "b1", "t1").verdict == "granted"
    assert read(one.ask("op1"), RedeemAnswer).expires == granted.expires
    refused = two.claim("op1", "b1", "t2")  # another terminal's op of the same name is another claim
    assert (refused.verdict, refused.code) == ("refused", "already_used_elsewhere")
    assert refused.args == {"at": NOON_MS, "store": "s1"}
    abandon(one, "op1")
    assert two.claim("op1", "b1", "t2") == msgspec_time(refused, clock.now)


def msgspec_time(answer: RedeemAnswer, now: int) -> RedeemAnswer:
    import msgspec

    return msgspec.structs.replace(answer, time=now)


def test_a_claim_that_was_used_stays_used(hq: Headquarters, clock: TestClock) -> None:
    bearer(hq)
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    one.claim("op1", "b1", "t1")
    one.sale("t1", "b1", right="claimed", op="op1")
    one.push()
    clock.now += 59 * MINUTE
    refused = two.claim("op2", "b1", "t2")
    assert (refused.code, refused.args) == ("already_used_elsewhere", {"at": NOON_MS, "store": "s1"})
    assert two.rows("store/s2/spent") == {}
    assert [row["store"] for row in one.rows("store/s1/spent").values()] == ["s1"]


def test_a_claim_that_was_given_up_or_has_run_out_is_free_again(hq: Headquarters, clock: TestClock) -> None:
    bearer(hq)
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    one.claim("op1", "b1", "t1")
    abandon(one, "op1")
    assert two.claim("op2", "b1", "t2").verdict == "granted"
    clock.now += 96 * 60 * MINUTE
    one.open_session()
    assert one.claim("op3", "b1", "t3").verdict == "granted"


def test_giving_up_before_the_claim_arrives_keeps_it_from_being_taken(hq: Headquarters) -> None:
    bearer(hq)
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    abandon(one, "op1")
    assert one.claim("op1", "b1", "t1").verdict == "refused"
    assert two.claim("op2", "b1", "t2").verdict == "granted"


def test_the_same_sale_may_claim_again_under_another_op(hq: Headquarters) -> None:
    bearer(hq)
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    one.claim("op1", "b1", "t1")
    assert one.claim("op2", "b1", "t1").verdict == "granted"
    abandon(one, "op1")  # the forgotten one is no longer what holds the coupon
    assert two.claim("op3", "b1", "t2").verdict == "refused"


def test_a_void_releases_the_use(hq: Headquarters) -> None:
    bearer(hq)
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    one.claim("op1", "b1", "t1")
    one.sale("t1", "b1", right="claimed", op="op1")
    one.void("t1")
    one.push()
    assert hq.redemptions() == []
    assert one.rows("store/s1/spent") == {}
    assert two.claim("op2", "b1", "t2").verdict == "granted"


def test_a_void_of_another_store_undoes_nothing(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    one.sale("t1", "c1")
    one.push()
    two.void("t1")
    two.push()
    assert [use.txn for use in hq.redemptions()] == ["t1"]


def test_claims_count_all_uses_of_a_coupon_that_is_good_several_times(hq: Headquarters) -> None:
    hq.publish([put(CHAIN, "templates", "t3", template("t3", uses_per_coupon=3))])
    bearer(hq, template="t3")
    till = Terminal.enrolled(hq, "s2")
    verdicts = []
    for number in range(4):
        response = till.claim_raw(f"op{number}", "b1", f"t{number}", "t3")
        verdicts.append(read(response, RedeemAnswer).verdict)
    assert verdicts == ["granted"] * 3 + ["refused"]


REFUSALS: list[tuple[str, dict[str, Any], Callable[[Headquarters], object], str, dict[str, Any]]] = [
    ("expired", {"expires": NOON - timedelta(hours=1)}, lambda hq: None, "expired", {"since": NOON_MS - 60 * MINUTE}),
    (
        "early",
        {"not_before": NOON + timedelta(hours=1)},
        lambda hq: None,
        "not_yet_valid",
        {"until": NOON_MS + 60 * MINUTE},
    ),
    ("store", {"stores": ("s1",)}, lambda hq: None, "other_store", {"store": "s1"}),
    ("revoked", {}, lambda hq: hq.revoke_coupon("b1"), "revoked", {"since": NOON_MS}),
    ("marked", {"revoked_at": NOON}, lambda hq: None, "revoked", {"since": NOON_MS}),
    (
        "withdrawn",
        {},
        lambda hq: hq.publish([put(CHAIN, "templates", "t1", template(withdrawn=True))]),
        "campaign_over",
        {},
    ),
    (
        "over",
        {},
        lambda hq: hq.publish(
            [put(CHAIN, "campaigns", "k1", CampaignHeader("k1", words("k"), NOON - timedelta(2), NOON))]
        ),
        "campaign_over",
        {"since": NOON_MS},
    ),
    (
        "soon",
        {},
        lambda hq: hq.publish(
            [put(CHAIN, "campaigns", "k1", CampaignHeader("k1", words("k"), NOON + timedelta(1), NOON + timedelta(2)))]
        ),
        "campaign_not_started",
        {"until": NOON_MS + 24 * 60 * MINUTE},
    ),
    ("template", {}, lambda hq: hq.publish([put(CHAIN, "templates", "t1", None)]), "template_unknown", {}),
    ("unknown", {}, lambda hq: hq.publish([put("s1", "coupons", "b1", None)]), "not_ours", {}),
]


@pytest.mark.parametrize(
    ("changes", "prepare", "code", "args"), [case[1:] for case in REFUSALS], ids=[c[0] for c in REFUSALS]
)
def test_what_hq_knows_refuses_a_claim(
    hq: Headquarters,
    changes: dict[str, Any],
    prepare: Callable[[Headquarters], object],
    code: str,
    args: dict[str, Any],
) -> None:
    bearer(hq, **changes)
    prepare(hq)
    answer = Terminal.enrolled(hq, "s2").claim("op1", "b1", "t1")
    assert (answer.verdict, answer.code, answer.args) == ("refused", code, args)


def test_an_unknown_or_malformed_claim(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    response = till.ask("nothing")
    assert (response.status, read(response, Problem).type) == (404, "op_unknown")
    for op, name in (("", "c1"), ("x" * 65, "c1"), ("op", "c\n1"), ("op", "")):
        assert till.claim_raw(op, name, "t1").status == 400


# --- rights ---------------------------------------------------------------------------------------------------


def test_a_stores_first_terminal_gets_its_rights(hq: Headquarters) -> None:
    one, two, away = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8), Terminal.enrolled(hq, "s2")
    rows = one.rows(one.rights_bucket)
    assert rows.keys() == {f"c{number}" for number in range(10)}
    assert rows["c1"] == {"coupon": "c1", "uses": 1, "fence": 1}
    assert two.rows(two.rights_bucket) == {}
    assert away.rows(away.rights_bucket) == {}
    hq.publish([put("s1", "coupons", "c99", CouponRow(coupon("c99"), "KC1:"))])
    assert "c99" in one.rows(one.rights_bucket)


def test_another_terminals_claim_waits_until_the_right_came_back(hq: Headquarters) -> None:
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    response = other.claim_raw("op1", "c1", "t1")
    assert (response.status, read(response, Problem).type) == (202, "right_recalled")
    assert 0 < response.hold_ms <= 2_000
    assert response.topics == {"coupon/c1"}
    assert "c1" not in holder.rows(holder.rights_bucket)
    assert other.ask("op1").status == 202
    holder.give_back("c1")
    assert read(other.ask("op1"), RedeemAnswer).verdict == "granted"
    other.sale("t1", "c1", right="claimed", op="op1")
    assert other.push().results == ()
    assert hq.conflicts() == []


def test_what_the_holder_redeemed_before_it_gave_the_right_back_comes_first(hq: Headquarters) -> None:
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    holder.sale("t0", "c1")
    assert other.claim_raw("op1", "c1", "t1").status == 202
    holder.give_back("c1")
    answer = read(other.ask("op1"), RedeemAnswer)
    assert (answer.code, answer.args["store"]) == ("already_used_elsewhere", "s1")


def test_a_holder_that_does_not_answer_keeps_the_right(hq: Headquarters, clock: TestClock) -> None:
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    assert other.claim_raw("op1", "c1", "t1").status == 202
    clock.now += 5_500
    answer = read(other.ask("op1"), RedeemAnswer)
    assert (answer.verdict, answer.code) == ("refused", "right_elsewhere")
    assert answer.args == {"terminal": "s1-01", "store": "s1"}
    # it was offline and redeems by its right: no double spend
    holder.sale("t0", "c1")
    holder.give_back("c1")
    assert hq.conflicts() == []
    assert other.claim("op2", "c1", "t1").code == "already_used_elsewhere"


def test_a_right_that_came_back_too_late_goes_home_again(hq: Headquarters, clock: TestClock) -> None:
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    other.claim_raw("op1", "c1", "t1")
    clock.now += 6_000
    assert read(other.ask("op1"), RedeemAnswer).verdict == "refused"
    holder.give_back("c1")
    assert holder.rows(holder.rights_bucket)["c1"] == {"coupon": "c1", "uses": 1, "fence": 2}
    # a second report of the old recall does not end the new grant
    holder.give_back("c1")
    assert other.claim_raw("op2", "c1", "t1").status == 202


def test_a_claim_that_was_given_up_sends_the_right_home(hq: Headquarters) -> None:
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    other.claim_raw("op1", "c1", "t1")
    holder.give_back("c1")
    assert read(other.ask("op1"), RedeemAnswer).verdict == "granted"
    assert "c1" not in holder.rows(holder.rights_bucket)
    abandon(other, "op1")
    assert holder.rows(holder.rights_bucket)["c1"]["fence"] == 2


def test_the_holder_itself_may_claim(hq: Headquarters) -> None:
    holder = Terminal.enrolled(hq)
    assert holder.claim("op1", "c1", "t1").verdict == "granted"


def test_a_lost_terminals_rights_go_to_the_next(hq: Headquarters) -> None:
    one, two, away = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8), Terminal.enrolled(hq, "s2")
    assert away.claim_raw("op1", "c2", "t1").status == 202
    hq.revoke_device(one.device)
    rows = two.rows(two.rights_bucket)
    assert rows.keys() == {f"c{number}" for number in range(10)} - {"c2"}
    assert rows["c1"]["fence"] == 2
    assert read(away.ask("op1"), RedeemAnswer).verdict == "granted"


def test_a_use_without_a_right_takes_the_right_from_the_holder(hq: Headquarters) -> None:
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    other.sale("t1", "c1", right="accepted")
    other.push()
    assert "c1" not in holder.rows(holder.rights_bucket)
    assert holder.rows("store/s1/spent")["c1/t1"]["store"] == "s2"
    holder.give_back("c1")
    other.void("t1")
    other.push()
    assert "c1" in holder.rows(holder.rights_bucket)


def test_a_holder_keeps_what_others_leave_of_a_coupon_for_several_uses(hq: Headquarters) -> None:
    hq.publish([put(CHAIN, "templates", "t3", template("t3", uses_per_coupon=3))])
    hq.publish([put("s1", "coupons", "m3", CouponRow(coupon("m3", template="t3"), "KC1:"))])
    holder, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    assert holder.rows(holder.rights_bucket)["m3"]["uses"] == 3
    other.sale("t1", "m3", right="accepted")
    other.push()
    assert holder.rows(holder.rights_bucket)["m3"] == {"coupon": "m3", "uses": 2, "fence": 2}


def test_a_restored_terminal_gets_the_rights_that_are_left(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    till.sale("t1", "c1")  # in the backup
    till.sale("t2", "c2")  # after it
    till.push()
    other.claim_raw("op", "c3", "t3")
    before = till.pull(till.rights_bucket)
    assert before is not None
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code, common=1)
    after = till.pull(till.rights_bucket)
    assert after is not None
    # everything is told again, the deletions too, for the backup may be older than any of it
    assert {row.id for row in after.pages[0].rows} == {f"c{number}" for number in range(10)}
    assert min(row.rev for row in after.pages[0].rows) > before.pages[0].cursor
    rows = till.rows(till.rights_bucket)
    assert rows.keys() == {f"c{number}" for number in range(10)} - {"c2", "c3"}
    assert rows["c1"]["fence"] == 2
