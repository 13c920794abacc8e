"""Prizes at a terminal: handed over once, where they were won or with HQ's leave, in time and with a document where the
law wants one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.application.draws import claims
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.ports.prizes import Leave
from kiosk.application.service import CheckoutService
from kiosk.domain.draws.claim_facts import DueBody, How
from kiosk.domain.draws.claims import Claim, Standing, wheel_claim
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.remark import commitment
from kiosk.domain.staff.actors import Actor, Customer
from kiosk.protocol.rows import PrizeRow
from tests.shared.till import CLERK, Till, member
from tests.unit.campaigns.stage import campaign

WHEEL = """
wheels:
  - id: lucky
    name: NAME
    prizes:
      - {code: tv, name: NAME, count: 1, value: 30000}
      - {code: mug, name: NAME, count: 5, value: 200}
      - {code: five, name: NAME, count: 5, value: 5}
      - {code: thanks, name: NAME, count: 20, thanks: true}
rules:
  - id: five
    name: NAME
    when: {event: spun, ref: lucky, part: five}
    give: [{points: 50}]
"""
RULES = campaign(WHEEL)
STREET = "王小美 110 台北市信義區松高路 12 號"


class AtHq:
    """HQ's answers about prizes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: Leave | None = None

        self.elsewhere: dict[str, Claim] = {}
        self._looked: list[Claim] = []

    def may_hand_over(self, claim: str) -> Leave | None:
        self.asked.append(claim)
        return self.answer

    def look(self, claim: str) -> Claim | Refusal:
        if self.answer is None:
            return Refusal(RefusalCode.PRIZE_OFFLINE)
        found = self.elsewhere.get(claim)
        self._looked += [found] if found is not None else []
        return found or Refusal(RefusalCode.PRIZE_UNKNOWN)

    def looked_at(self) -> Sequence[Claim]:
        return self._looked


@pytest.fixture
def hq() -> AtHq:
    return AtHq()


@pytest.fixture
def desk(till: Till, hq: AtHq) -> CheckoutService:
    till.put("store/N01/members", "m-0001", member("m-0001"))
    till.context = replace(till.context, prizes=hq)
    return CheckoutService(till.context)


def won(till: Till, prize: str = "mug", j: int = 0, who: Actor = CLERK) -> str:
    till.ledger.run(
        lambda tx: claims.won_on_wheel(till.context, tx, RULES, "lucky", prize, "lucky.x", j, "m-0001", who)
    )
    return wheel_claim("lucky.x", j)


def told(till: Till, claim: str = "d/spring/grand/2026-03-10/1/0/4", **more: Any) -> str:
    now = till.context.now()
    row = PrizeRow(
        claim, "m-0001", "spring", "grand", "tv", "", 3_000_000, "TWD", "TW", 1000, True, now, now + timedelta(days=3),
        standing="due",
    )  # fmt: skip
    row = replace(row, **more)
    till.put("store/N01/prizes", claim, row)
    return claim


def refused(outcome: object) -> RefusalCode:
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


def seen(outcome: object) -> ClaimView:
    assert isinstance(outcome, ClaimView), outcome
    return outcome


def test_a_thing_is_due_and_points_money_and_thanks_are_not(till: Till, desk: CheckoutService) -> None:
    for j, prize in enumerate(("tv", "mug", "five", "thanks", "no-such")):
        won(till, prize, j)
    assert [one.id for one in desk.claims_due()] == [wheel_claim("lucky.x", 0), wheel_claim("lucky.x", 1)]
    tv = desk.claims_of("m-0001")[0]
    assert (tv.value, tv.tax, tv.identity, tv.member_name) == (3_000_000, 300_000, True, "王*明")


def test_things_won_at_other_terminals_are_on_the_board_once_their_wheels_have_stopped(
    till: Till, desk: CheckoutService
) -> None:
    told(till, wheel_claim("far.1", 3), campaign="spring", source="lucky", prize="mug", value=20_000)
    told(till, wheel_claim("far.1", 4), standing="forfeited")
    told(till)  # of a draw: it has its own board
    assert desk.recent_winners() == ()
    till.clock.advance(31_000)
    (won,) = desk.recent_winners()
    assert (won.member, won.value) == ("王*明", 20_000)
    assert desk.recent_winners("spring", "lucky") == (won,)
    assert desk.recent_winners("spring", "other") == desk.recent_winners("other") == ()


def test_where_it_was_won_it_is_handed_over_without_hq_once(till: Till, desk: CheckoutService, hq: AtHq) -> None:
    claim = won(till)
    done = seen(desk.hand_over(claim, How.RECEIPT, CLERK))
    assert (done.standing, done.by, done.how) == (Standing.HANDED, CLERK.id, "receipt")
    again = desk.hand_over(claim, How.PAPER, CLERK)
    assert refused(again) is RefusalCode.PRIZE_OVER
    assert isinstance(again, Refusal)
    assert again.args["other"] == "handed"
    assert hq.asked == []
    assert [fact.kind for fact in till.facts() if fact.kind.startswith("claim.")] == ["claim.due", "claim.handed"]


def test_a_document_comes_first_where_the_law_wants_one(till: Till, desk: CheckoutService) -> None:
    claim = won(till, "tv")
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_DOCUMENT
    assert seen(desk.check_identity(claim, CLERK, resident=False)).tax == 600_000
    assert seen(desk.check_identity(claim, CLERK, resident=True)).tax == 300_000
    desk.hand_over(claim, How.PAPER, CLERK)
    assert [fact.body["tax"] for fact in till.facts() if fact.kind == "claim.handed"] == [300_000]


def test_any_other_prize_waits_for_hqs_word(till: Till, desk: CheckoutService, hq: AtHq) -> None:
    claim = told(till)
    desk.check_identity(claim, CLERK, resident=True)
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_OFFLINE
    hq.answer = Leave(Refusal(RefusalCode.PRIZE_ELSEWHERE, {"terminal": "N02-K1"}))
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_ELSEWHERE
    assert not [fact for fact in till.facts() if fact.kind == "claim.handed"]
    hq.answer = Leave()
    assert seen(desk.ship(claim, " TW 1 ", CLERK)).standing is Standing.SHIPPED
    # before HQ tells of it, it is known here that it is over
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_OVER


def test_what_another_terminal_holds_is_handed_over_there(till: Till, desk: CheckoutService, hq: AtHq) -> None:
    claim = told(till, holder="d-9", terminal="N01-K9")
    outcome = desk.hand_over(claim, How.PAPER, CLERK)
    assert isinstance(outcome, Refusal)
    assert (outcome.code, outcome.args["terminal"]) == (RefusalCode.PRIZE_ELSEWHERE, "N01-K9")
    assert hq.asked == []


def test_after_its_time_nothing_is_handed_over(till: Till, desk: CheckoutService) -> None:
    claim = won(till)
    till.wall("2026-04-10 12:00")
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_LATE


def test_what_hq_says_is_over_is_over(till: Till, desk: CheckoutService) -> None:
    claim = told(till, standing="forfeited", ended=till.context.now(), by="system")
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_OVER
    assert desk.claims_due() == ()


def test_who_does_not_want_it_lets_it_go_on(till: Till, desk: CheckoutService) -> None:
    claim = won(till)
    assert seen(desk.decline(claim, CLERK)).standing is Standing.FORFEITED
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_OVER


def test_a_stranger_and_a_customer_get_nothing(till: Till, desk: CheckoutService) -> None:
    assert refused(desk.claim("w/x/1")) is RefusalCode.PRIZE_UNKNOWN
    claim = won(till)
    assert refused(desk.hand_over(claim, How.PAPER, Customer())) is RefusalCode.NOT_PERMITTED


def test_a_rebuild_agrees(tmp_path: Path) -> None:
    till = Till(tmp_path)
    till.put("store/N01/members", "m-0001", member("m-0001"))
    claim = won(till, "tv")
    till.service.check_identity(claim, CLERK, resident=True)
    till.service.hand_over(claim, How.PAPER, CLERK)
    till.service.send_prize(won(till, "mug", 1), STREET, CLERK)
    till.sound()
    till.reference.close()


def test_what_the_winner_wants_sent_is_sent_by_hq_and_the_fact_does_not_say_where(
    till: Till, desk: CheckoutService, hq: AtHq
) -> None:
    claim = won(till)
    assert refused(desk.send_prize(claim, "  x ", CLERK)) is RefusalCode.PRIZE_ADDRESS
    asked = seen(desk.send_prize(claim, f" {STREET}\n", CLERK))
    assert (asked.sent, asked.over) == (True, False)
    (fact,) = [fact for fact in till.facts() if fact.kind == "claim.addressed"]
    (kept,) = till.ledger.run(lambda tx: tx.remarks_untold(9))
    assert fact.body == {"claim": claim, "address": kept.commitment}
    assert (kept.member, kept.text) == ("m-0001", STREET)
    assert kept.commitment == commitment(kept.salt, STREET)
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_SENT
    till.wall("2026-05-30 12:00")  # HQ has what it needs: nothing runs out
    assert not seen(desk.claim(claim)).late
    assert seen(desk.send_prize(claim, f"{STREET} 3F", CLERK)).sent


def test_the_winner_says_so_alone_only_when_they_have_proved_who_they_are(till: Till, desk: CheckoutService) -> None:
    mug, tv = won(till), won(till, "tv", 1)
    visit = desk.choose_member(desk.new_visit(), "m-0001")
    assert visit.member is not None
    assert refused(desk.send_prize(mug, STREET, Customer(), visit)) is RefusalCode.MEMBER_NOT_PROVEN
    proved = replace(visit, member=replace(visit.member, proven=True))
    other = replace(visit, member=replace(visit.member, id="m-0002", proven=True))
    assert refused(desk.send_prize(mug, STREET, Customer(), other)) is RefusalCode.PRIZE_UNKNOWN
    assert refused(desk.send_prize(mug, STREET, Customer())) is RefusalCode.NOT_PERMITTED
    assert refused(desk.send_prize(tv, STREET, Customer(), proved)) is RefusalCode.PRIZE_DOCUMENT
    assert seen(desk.send_prize(mug, STREET, Customer(), proved)).sent


def test_a_store_knows_from_hq_what_is_sent(till: Till, desk: CheckoutService, hq: AtHq) -> None:
    claim = told(till, address="0f" * 32)
    assert seen(desk.claim(claim)).sent
    assert refused(desk.hand_over(claim, How.PAPER, CLERK)) is RefusalCode.PRIZE_SENT
    assert hq.asked == []


def test_what_was_won_where_nobody_works_is_handed_over_anywhere_with_hqs_leave(
    till: Till, desk: CheckoutService, hq: AtHq
) -> None:
    claim = won(till, who=Customer())
    assert isinstance(done := desk.hand_over(claim, How.RECEIPT, CLERK), Refusal)
    assert (done.code, hq.asked) == (RefusalCode.PRIZE_OFFLINE, [claim])
    hq.answer = Leave()
    done = desk.hand_over(claim, How.RECEIPT, CLERK)
    assert isinstance(done, ClaimView)
    assert done.standing is Standing.HANDED


def test_a_slip_from_another_store_is_looked_up_at_hq_and_offline_nothing_is_handed_over(
    till: Till, desk: CheckoutService, hq: AtHq
) -> None:
    here = won(till, "mug", 1)
    assert isinstance(desk.find_claim(here), ClaimView)
    claim = wheel_claim("lucky.y", 3)
    assert desk.find_claim(claim) == Refusal(RefusalCode.PRIZE_OFFLINE)
    hq.answer = Leave()
    assert desk.find_claim(claim) == Refusal(RefusalCode.PRIZE_UNKNOWN)
    due = DueBody(claim=claim, member="m-0001", source="lucky", prize="mug", store="N02", until=till.clock.now + 9_000)
    hq.elsewhere[claim] = Claim(claim, due, till.clock.now, "", Standing.DUE)
    found = desk.find_claim(claim)
    assert isinstance(found, ClaimView)
    assert (found.elsewhere, claim in [one.id for one in desk.claims_of("m-0001")]) == ("", True)
    done = desk.hand_over(claim, How.RECEIPT, CLERK)
    assert isinstance(done, ClaimView)
    assert (done.standing, hq.asked[-1]) == (Standing.HANDED, claim)
    again = desk.hand_over(claim, How.RECEIPT, CLERK)
    assert isinstance(again, Refusal)
    assert again.code is RefusalCode.PRIZE_OVER
