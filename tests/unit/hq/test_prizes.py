"""Prizes at HQ: told to their store, handed over by whom HQ lets, forfeited at the deadline when nobody can have handed
them over any more."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from kiosk.cli import hq_draws_claims
from kiosk.domain.draws.claim_facts import CLAIM_ADDRESSED, CLAIM_DUE, CLAIM_GRANTED, CLAIM_HANDED, Forfeit
from kiosk.domain.draws.claims import DAY_MS, Standing, draw_claim, wheel_claim
from kiosk.domain.remarks.remark import commitment
from kiosk.domain.remarks.strokes import packed
from kiosk.hq.context import Context
from kiosk.hq.draws_claims import claims
from kiosk.hq.draws_claims.desk import ClaimFault
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.journalling import append
from kiosk.hq.projections.prizes import claims_in
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import remark
from kiosk.protocol.wire.messages import (
    PrizeAnswer,
    PrizeRequest,
    PrizeSeen,
    PushAnswer,
    RemarkRecord,
    RemarksAnswer,
    RemarksRequest,
)
from tests.unit.hq.rig import Terminal, TestClock

WON = wheel_claim("lucky.x", 4)
DRAWN = draw_claim("spring/grand/2026-10-01", 1, 0, 7)


def due(claim: str, clock: TestClock, **more: Any) -> dict[str, Any]:
    worth = {"value": 3_000_000, "currency": "TWD", "jurisdiction": "TW", "percent": 1000}
    body = {"claim": claim, "member": "m1", "campaign": "k1", "source": "lucky", "prize": "tv", "store": "s1"}
    return {**body, **worth, "until": clock.now + 30 * DAY_MS, **more}


def drawn(hq: Headquarters, clock: TestClock) -> str:
    with hq.database.write() as tx:
        append(hq.context, tx, CLAIM_DUE, due(DRAWN, clock))
    return DRAWN


def rows(terminal: Terminal) -> dict[str, Any]:
    return dict(terminal.rows("store/s1/prizes"))


def take(terminal: Terminal, claim: str) -> PrizeAnswer:
    return terminal.ok("/v1/prizes/take", PrizeRequest(claim=claim), PrizeAnswer)


def stands(hq: Headquarters, claim: str) -> Standing:
    with hq.database.read() as tx:
        return claims_in(tx, [claim])[claim].standing


def test_a_wheels_prize_is_its_terminals_and_is_told_to_the_store(hq: Headquarters, clock: TestClock) -> None:
    kiosk, till = Terminal.enrolled(hq), Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    row = rows(till)[WON]
    assert (row["holder"], row["standing"]) == (kiosk.device, "due")
    assert take(till, WON).code == "prize_elsewhere"
    assert take(kiosk, WON).code is None
    kiosk.fact(CLAIM_HANDED, {"claim": WON, "how": "receipt"})
    kiosk.push()
    assert rows(till)[WON]["standing"] == "handed"
    assert take(till, WON).code == "prize_over"
    assert hq.check() == []


def test_of_two_terminals_hq_lets_one_hand_over_a_draws_prize(hq: Headquarters, clock: TestClock) -> None:
    one, two = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    assert take(one, DRAWN).code == "prize_unknown"
    drawn(hq, clock)
    assert take(one, DRAWN).code is None
    assert take(one, DRAWN).code is None  # the answer may have been lost
    assert take(two, DRAWN).code == "prize_elsewhere"
    with hq.database.write() as tx:
        assert claims.free(hq.context, tx, DRAWN)
    assert take(two, DRAWN).code is None
    two.fact(CLAIM_HANDED, {"claim": DRAWN, "how": "paper", "tax": 300_000})
    two.push()
    with hq.database.read() as tx:
        found = claims_in(tx, [DRAWN])[DRAWN]
    assert (found.standing, found.device, found.tax, found.conflicts) == (Standing.HANDED, two.device, 300_000, ())
    with hq.database.write() as tx:
        assert not claims.free(hq.context, tx, DRAWN)
    assert hq.check() == []


def test_another_store_looks_a_kiosks_prize_up_and_may_hand_it_over(hq: Headquarters, clock: TestClock) -> None:
    kiosk, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, "s2", seed=2)
    claim = "w/lucky.9/4"
    kiosk.fact(CLAIM_DUE, due(claim, clock, anywhere=True))
    kiosk.push()
    seen = other.ok("/v1/prizes/look", PrizeRequest(claim=claim), PrizeSeen)
    assert seen.row is not None
    assert json.loads(seen.row)["claim"] == claim
    assert other.ok("/v1/prizes/look", PrizeRequest(claim="w/lucky.9/5"), PrizeSeen).row is None
    assert take(other, claim).code is None
    assert take(kiosk, claim).code == "prize_elsewhere"
    other.fact(CLAIM_HANDED, {"claim": claim, "how": "receipt"})
    other.push()
    assert stands(hq, claim) is Standing.HANDED
    assert hq.check() == []


def test_who_hands_it_over_without_leave_is_a_conflict(hq: Headquarters, clock: TestClock) -> None:
    one, two = Terminal.enrolled(hq), Terminal.enrolled(hq)
    drawn(hq, clock)
    two.fact(CLAIM_HANDED, {"claim": DRAWN, "how": "paper"})
    take(one, DRAWN)
    clock.now += 1000
    one.fact(CLAIM_HANDED, {"claim": DRAWN, "how": "paper"})
    one.push()
    two.push()
    with hq.database.read() as tx:
        found = claims_in(tx, [DRAWN])[DRAWN]
    assert (found.device, found.conflicts) == (one.device, ((two.device, "handed"),))


def test_only_hq_says_who_may(hq: Headquarters, clock: TestClock) -> None:
    one = Terminal.enrolled(hq)
    drawn(hq, clock)
    one.fact(CLAIM_GRANTED, {"claim": DRAWN, "device": one.device})
    assert [(one.kind, one.detail) for one in one.push().results] == [("unread", {"reason": "not_its_word"})]
    with hq.database.read() as tx:
        assert claims_in(tx, [DRAWN])[DRAWN].holder == ""


def test_at_the_deadline_it_passes_on_once_and_is_never_handed_over(hq: Headquarters, clock: TestClock) -> None:
    passed: list[tuple[str, int, int]] = []

    def pass_on(_context: Context, _tx: Tx, draw: str, seq: int, place: int, _entrant: int, _why: Forfeit) -> None:
        passed.append((draw, seq, place))

    drawn(hq, clock)
    assert not claims.forfeit_some(hq.context, pass_on)
    clock.now += 30 * DAY_MS
    while claims.forfeit_some(hq.context, pass_on):
        pass
    assert passed == [("spring/grand/2026-10-01", 1, 0)]
    assert stands(hq, DRAWN) is Standing.FORFEITED
    one = Terminal.enrolled(hq)
    assert take(one, DRAWN).code == "prize_over"
    one.fact(CLAIM_HANDED, {"claim": DRAWN, "how": "paper"})
    one.push()
    assert stands(hq, DRAWN) is Standing.FORFEITED
    assert hq.check() == []


def test_hq_waits_for_a_terminal_that_may_have_handed_it_over_in_time(hq: Headquarters, clock: TestClock) -> None:
    kiosk = Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    clock.now += DAY_MS
    kiosk.fact(CLAIM_HANDED, {"claim": WON, "how": "receipt"})  # without a network
    clock.now += 40 * DAY_MS
    assert not claims.forfeit_some(hq.context)
    kiosk.open_session()
    kiosk.push()
    assert stands(hq, WON) is Standing.HANDED
    assert not claims.forfeit_some(hq.context)


def test_of_a_terminal_that_is_out_of_service_nothing_is_waited_for(hq: Headquarters, clock: TestClock) -> None:
    kiosk = Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    hq.revoke_device(kiosk.device)
    clock.now += 31 * DAY_MS
    assert claims.forfeit_some(hq.context)
    assert stands(hq, WON) is Standing.FORFEITED


def test_the_winner_of_a_draw_is_written_to_once(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock)
    assert claims.tell_some(hq.context)
    assert not claims.tell_some(hq.context)
    assert stands(hq, DRAWN) is Standing.NOTIFIED  # nobody knows how to reach m1: the slip says it


def test_who_won_on_a_wheel_is_written_to_a_day_later(hq: Headquarters, clock: TestClock) -> None:
    kiosk = Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    assert not claims.tell_some(hq.context)
    clock.now += DAY_MS
    assert claims.tell_some(hq.context)


@pytest.mark.parametrize("claim", ["", "x" * 301, "a\nb"])
def test_no_claim_is_asked_for(hq: Headquarters, claim: str) -> None:
    one = Terminal.enrolled(hq)
    assert one.call("POST", "/v1/prizes/take", PrizeRequest(claim=claim)).status == 400


def test_what_a_terminal_told_is_undone_with_it(hq: Headquarters, clock: TestClock) -> None:
    kiosk, till = Terminal.enrolled(hq), Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    hq.revoke_device(kiosk.device)
    assert hq.undo(kiosk.device)
    assert rows(till) == {}
    assert hq.check() == []


def test_a_terminal_whose_queue_comes_bit_by_bit_is_heard_to_its_end(hq: Headquarters, clock: TestClock) -> None:
    """What it did in time stands behind what it did before that."""
    kiosk = Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    clock.now += DAY_MS
    kiosk.fact("staff.signed_out", {"staff": "s-1"})
    early = len(kiosk.chain)
    kiosk.fact(CLAIM_HANDED, {"claim": WON, "how": "receipt"})
    clock.now += 40 * DAY_MS
    kiosk.fact("staff.signed_out", {"staff": "s-1"})
    kiosk.open_session()
    answer = kiosk.ok("/v1/push", kiosk.batch(kiosk.acked + 1, early), PushAnswer)
    kiosk.acked = answer.acked
    assert not claims.forfeit_some(hq.context)
    kiosk.push()
    assert stands(hq, WON) is Standing.HANDED


def test_nobody_at_hq_forfeits_what_a_terminal_may_have_handed_over(hq: Headquarters, clock: TestClock) -> None:
    kiosk = Terminal.enrolled(hq)
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    with pytest.raises(ClaimFault):
        hq.claims.forfeit(WON, Forfeit.INELIGIBLE, "somebody else")
    assert hq.claims.free(WON)
    assert hq.claims.forfeit(WON, Forfeit.INELIGIBLE, "somebody else")


def test_where_a_winner_wants_it_sent_is_read_by_who_ships_it_and_erased_with_them(
    hq: Headquarters, clock: TestClock
) -> None:
    kiosk, salt, street = Terminal.enrolled(hq), bytes(32), "1 High Street, 110 Taipei"
    where = commitment(salt, street)
    told = RemarksRequest(remarks=(RemarkRecord(member="m1", salt=salt, text=street),))
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.push()
    assert kiosk.ok("/v1/remarks", told, RemarksAnswer).refused == {where: "unknown"}
    assert not hq.claims.ship(WON, "1")  # nobody asked for it
    kiosk.fact(CLAIM_ADDRESSED, {"claim": WON, "address": where})
    kiosk.push()
    assert kiosk.ok("/v1/remarks", told, RemarksAnswer).kept == (where,)
    assert (rows(kiosk)[WON]["address"], take(kiosk, WON).code) == (where, "prize_sent")
    assert [one.address for one in hq.claims.every()] == [street]
    assert hq.remarks() == []  # it is no answer to a survey
    clock.now += 60 * DAY_MS
    while claims.forfeit_some(hq.context):
        pass
    assert stands(hq, WON) is Standing.DUE
    assert hq.claims.ship(WON, " TW 123 ")
    assert stands(hq, WON) is Standing.SHIPPED
    assert not hq.claims.ship(WON, "again")
    with hq.database.write() as tx:
        tx.execute(delete(remark).where(remark.c.member == "m1"))
    assert [one.address for one in hq.claims.every()] == [""]
    assert hq.check() == []


def test_who_signed_on_the_screen_is_kept_beside_the_fact_and_erased_with_them(
    hq: Headquarters, clock: TestClock, tmp_path: Path
) -> None:
    kiosk, salt, drawn = Terminal.enrolled(hq), bytes(32), packed([[(10, 900), (500, 100), (900, 900)]])
    name = commitment(salt, drawn)
    told = RemarksRequest(remarks=(RemarkRecord(member="m1", salt=salt, text=drawn),))
    kiosk.fact(CLAIM_DUE, due(WON, clock))
    kiosk.fact(CLAIM_HANDED, {"claim": WON, "how": "screen", "signature": name})
    kiosk.push()
    assert hq.claims.signature(WON) == ""
    assert kiosk.ok("/v1/remarks", told, RemarksAnswer).kept == (name,)
    assert (hq.claims.signature(WON), hq.remarks()) == (drawn, [])
    out = tmp_path / "signed.svg"
    asked = argparse.Namespace(free=None, forfeit=None, ship=None, signature=WON, to=out)
    assert hq_draws_claims._claims(hq, asked) == 0
    assert out.read_text(encoding="utf-8").count("<polyline") == 1
    with hq.database.write() as tx:
        tx.execute(delete(remark).where(remark.c.member == "m1"))
    assert hq_draws_claims._claims(hq, asked) == 1
    asked.to = tmp_path / "signed.png"
    assert hq_draws_claims._claims(hq, asked) == 2
    assert hq.check() == []
