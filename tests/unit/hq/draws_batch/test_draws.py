"""A batch draw at HQ, from the campaign's clock to the last prize."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kiosk.domain.draws import verify
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.domain.draws.claim_facts import CLAIM_HANDED
from kiosk.domain.draws.claims import Standing, draw_claim
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.domain.draws.life import NOBODY, State
from kiosk.domain.draws.report import Report
from kiosk.hq import journalling
from kiosk.hq.campaigns import recount
from kiosk.hq.draws.people import drawn_members
from kiosk.hq.draws.tables import draw_person
from kiosk.hq.draws_batch.exclusions import ExclusionFault
from kiosk.hq.draws_batch.passing import DrawFault
from kiosk.hq.draws_batch.tickets import holders
from kiosk.hq.draws_claims import claims
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.rows import ExclusionRow
from kiosk.protocol.wire.messages import PrizeAnswer, PrizeRequest
from tests.unit.hq.campaign_rig import decides, published, pushes
from tests.unit.hq.draws_batch.rig import (
    DRAW,
    HOUR,
    at_one,
    chain_with,
    comes_out,
    drawn,
    file_of,
    gives,
    rows,
    rules,
)
from tests.unit.hq.rig import Terminal, TestClock

FIVE = {f"m{n}": n for n in range(1, 6)}


def good(file: object) -> Report:
    return verify.verify(file, signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good)


def test_a_draw_is_frozen_and_published_by_the_campaigns_clock_and_drawn_by_the_beacon(
    hq: Headquarters, clock: TestClock
) -> None:
    chain_with(hq, FIVE)
    assert not hq.draws.clock().once()
    assert hq.draws.every() == []
    at_one(hq, clock)
    (seen,) = hq.draws.every()
    manifest = seen.manifest
    assert manifest is not None
    assert (seen.draw, seen.seq, seen.state) == (DRAW, 1, State.PUBLISHED)
    assert (manifest.entrants, manifest.tickets) == (5, 15)
    report = good(file_of(hq))
    assert report.good, report.faults
    comes_out(hq, seen)
    hq.draws.clock().settle()
    (seen,) = hq.draws.every()
    assert seen.state is State.DRAWN
    assert seen.drawn is not None
    assert [prize for prize, _, _ in seen.drawn.winners] == ["mug", "mug", "bike"]
    report = good(file_of(hq))
    assert report.good, report.faults


def test_winners_are_told_once_and_get_what_the_rules_give(hq: Headquarters, clock: TestClock) -> None:
    seen = drawn(hq, clock, FIVE)
    assert seen.drawn is not None
    points = [one for one in hq.rewards() if one.rule == "mug"]
    assert len(points) == 2
    assert all(one.quantity == 10 for one in points)
    hq.draws.clock().settle()
    assert len([one for one in hq.rewards() if one.rule == "mug"]) == 2


def test_the_list_is_what_the_histories_say(hq: Headquarters, clock: TestClock) -> None:
    """Tickets taken back, given anew, given twice under one name, and those of who is one with somebody else."""
    till = chain_with(hq, {"m1": 3, "m2": 2, "m3": 1, "m4": 4})
    lost = gives(till, "m3", 5)
    decides(till, "m3", back=[lost])
    again = gives(till, "m1", 7)
    decides(till, "m1", back=[again])
    decides(till, "m1", again)
    decides(till, "m1", again)
    pushes(till, queue=5_000)
    hq.registration.merge("m2", "m4", "test")
    at_one(hq, clock)
    with hq.database.read() as tx:
        assert holders(tx, "grand", clock.now) == {"m1": 10, "m2": 6, "m3": 1}
        folded = recount.fold_of(hq.context, tx)
        assert {name: folded.member(name).tickets["grand"] for name in ("m1", "m2", "m3")} == {
            "m1": 10,
            "m2": 6,
            "m3": 1,
        }
    (seen,) = hq.draws.every()
    assert seen.manifest is not None
    assert (seen.manifest.entrants, seen.manifest.tickets) == (3, 17)


def test_tickets_given_after_the_hour_are_for_the_next_draw(hq: Headquarters, clock: TestClock) -> None:
    till = chain_with(hq, {"m1": 1})
    clock.now += HOUR + 5_000
    till.open_session()
    gives(till, "m1", 9)
    pushes(till, queue=5_000)
    hq.draws.clock().settle()
    (seen,) = hq.draws.every()
    assert seen.manifest is not None
    assert seen.manifest.tickets == 1


def test_ten_entrants_for_twenty_prizes(hq: Headquarters, clock: TestClock) -> None:
    seen = drawn(hq, clock, {f"m{n}": 1 for n in range(10)}, rules(mugs=19))
    assert seen.drawn is not None
    assert len(seen.drawn.winners) == 10
    assert seen.drawn.alternates == ()
    assert len({entrant for _, _, entrant in seen.drawn.winners}) == 10
    report = good(file_of(hq))
    assert report.good, report.faults
    passed = hq.draws.pass_on(DRAW, 3, PassReason.NO_SHOW, "s-1", "s-2")
    assert passed.alternate == NOBODY
    assert hq.draws.show(DRAW).held[3].entrant == NOBODY
    with pytest.raises(DrawFault, match="not the holder"):
        hq.draws.pass_on(DRAW, 3, PassReason.NO_SHOW, "s-1", "s-2")


def test_nobody_at_all(hq: Headquarters, clock: TestClock) -> None:
    seen = drawn(hq, clock, {})
    assert seen.state is State.DRAWN
    assert seen.drawn is not None
    assert seen.drawn.winners == ()
    report = good(file_of(hq))
    assert report.good, report.faults


def told(hq: Headquarters) -> list[str]:
    """Whom terminals are told of as excluded."""
    with hq.database.read() as tx:
        return sorted(row.member for row in all_rows(tx, Bucket(CHAIN, "excluded"), ExclusionRow))


def test_who_is_excluded_or_erased_is_not_on_the_list(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    assert hq.draws.exclude("m2", "employee", "test") == ["m2"]
    assert told(hq) == ["m2"]  # terminals refuse them wheels
    hq.registration.erase("m3", "asked", "test")
    at_one(hq, clock)
    (seen,) = hq.draws.every()
    assert seen.manifest is not None
    assert (seen.manifest.entrants, seen.manifest.tickets) == (3, 10)
    assert hq.draws.allow("m2")
    assert told(hq) == []
    assert not hq.draws.allow("m2")
    with pytest.raises(ExclusionFault):
        hq.draws.exclude("nobody", "employee", "test")


def test_erasing_a_person_leaves_the_tree_valid(hq: Headquarters, clock: TestClock) -> None:
    seen = drawn(hq, clock, FIVE)
    assert seen.drawn is not None
    before = file_of(hq)
    assert {name for _, name in before["names"]} == {"*"}
    for name in FIVE:
        hq.registration.erase(name, "asked", "test")
    hq.draws.clock().settle()
    after = file_of(hq)
    assert (after["leaves"], after["drawn"]) == (before["leaves"], before["drawn"])
    assert after["names"] == []
    assert all(one.name == "" for row in rows(hq) for one in row.winners)
    report = good(after)
    assert report.good, report.faults
    with hq.database.read() as tx:
        kept = tx.execute(select(draw_person.c.member, draw_person.c.salt).order_by(draw_person.c.member)).all()
    assert [tuple(row) for row in kept] == [(f"-{i}", None) for i in range(5)]


def test_a_prize_passes_on_with_a_reason_and_two_who_sign(hq: Headquarters, clock: TestClock) -> None:
    seen = drawn(hq, clock, {f"m{n}": 1 for n in range(9)})
    assert seen.drawn is not None
    first, second = (entrant for _, entrant in seen.drawn.alternates)
    for by, other in (("s-1", "s-1"), ("", "s-2"), ("s-1", "")):
        with pytest.raises(DrawFault, match="two different people"):
            hq.draws.pass_on(DRAW, 0, PassReason.NO_SHOW, by, other)
    assert hq.draws.pass_on(DRAW, 0, PassReason.NO_SHOW, "s-1", "s-2").alternate == first
    assert hq.draws.pass_on(DRAW, 0, PassReason.INELIGIBLE, "s-1", "s-2").alternate == second
    held = hq.draws.show(DRAW).held
    assert (held[0].entrant, held[0].turn) == (second, 2)
    hq.draws.clock().settle()
    report = good(file_of(hq))
    assert report.good, report.faults
    assert [one["alternate"] for one in file_of(hq)["passed"]] == [first, second]
    hq.draws.close(DRAW)
    with pytest.raises(DrawFault):
        hq.draws.pass_on(DRAW, 1, PassReason.DECLINED, "s-1", "s-2")


def test_what_is_published_too_late_is_void_and_frozen_anew(hq: Headquarters, clock: TestClock) -> None:
    """HQ was off between freezing and publishing: by then somebody may know the round."""
    chain_with(hq, FIVE)
    clock.now += HOUR
    assert hq.draws.clock().once()  # frozen
    clock.now += HOUR
    hq.draws.clock().settle()
    first, second = hq.draws.every()
    assert first.voided is not None
    assert first.voided.reason is VoidReason.LATE
    assert (second.seq, second.state) == (2, State.PUBLISHED)
    file = file_of(hq)
    assert [one["reason"] for one in file["earlier"]] == ["late"]
    report = good(file)
    assert report.good, report.faults
    report = good(file_of(hq, seq=1))
    assert report.good, report.faults


def test_a_void_draw_stays_listed_and_a_correction_has_the_next_number(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    at_one(hq, clock)
    with pytest.raises(DrawFault, match="void it first"):
        hq.draws.freeze(DRAW)
    hq.draws.void(DRAW, VoidReason.WRONG_LIST, "s-1", "s-2")
    hq.draws.clock().settle()
    assert [one.state for one in hq.draws.every()] == [State.VOID]
    assert hq.draws.freeze(DRAW).seq == 2
    hq.draws.clock().settle()
    assert [one.state for one in hq.draws.every()] == [State.VOID, State.PUBLISHED]
    clock.now += HOUR
    for seen in hq.draws.every():
        comes_out(hq, seen)
    hq.draws.clock().settle()
    assert [one.state for one in hq.draws.every()] == [State.VOID, State.DRAWN]
    with pytest.raises(DrawFault, match="its result stands"):
        hq.draws.void(DRAW, VoidReason.ABANDONED, "s-1", "s-2")
    assert {(row.draw, row.seq): row.state for row in rows(hq)} == {(DRAW, 1): "void", (DRAW, 2): "drawn"}


def test_envelopes_and_dice(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    values = {"envelope:HQ": "11" * 32, "envelope:witness": "22" * 32}
    sealed = [(name, envelope_commitment(bytes.fromhex(value)).hex()) for name, value in values.items()]
    frozen = hq.draws.freeze(DRAW, envelopes=sealed)
    assert hq.draws.publish(DRAW)
    hq.draws.clock().settle()
    dice = " ".join("123456" * 4)
    whole = [*values.items(), ("dice", dice)]
    for wrong, code in (
        ([], "other_sources"),
        (whole[1:], "other_sources"),
        ([("envelope:HQ", "33" * 32), *whole[1:]], "other_envelope"),
        ([*whole[:2], ("dice", "1 2 3")], "too_few_dice"),
        ([*whole[:2], ("dice", dice.replace("6", "7"))], "no_dice"),
    ):
        with pytest.raises(DrawFault) as fault:
            hq.draws.draw(DRAW, wrong)
        assert fault.value.code == code
    assert hq.draws.draw(DRAW, whole).seen.state is State.DRAWN
    report = good(file_of(hq))
    assert report.good, report.faults
    assert frozen.manifest["sources"] == ["envelope:HQ", "envelope:witness", "dice"]


def test_draws_to_come_are_told_and_go_with_the_campaign(hq: Headquarters, clock: TestClock) -> None:
    published(hq, rules())
    hq.draws.clock().settle()
    (row,) = rows(hq)
    assert (row.draw, row.state, row.at.hour) == (DRAW, "planned", 5)
    assert hq.withdraw_campaign("autumn")
    hq.draws.clock().settle()
    assert rows(hq) == []


def test_a_draw_of_which_hq_hears_days_later_waits_for_a_person(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    clock.now += 60 * HOUR
    hq.draws.clock().settle()
    assert hq.draws.every() == []
    assert [one.id for one in hq.draws.planned()] == [DRAW]
    hq.draws.freeze(DRAW)
    assert [one.state for one in hq.draws.every()] == [State.FROZEN]


def test_the_record_is_kept_for_two_years_and_who_they_were_no_longer(hq: Headquarters, clock: TestClock) -> None:
    seen = drawn(hq, clock, FIVE)
    hq.draws.close(DRAW)
    until = hq.draws.show(DRAW).kept_until
    assert until is not None
    assert until >= clock.now + 2 * 365 * 24 * HOUR
    clock.now = until - 1
    hq.draws.clock().settle()
    assert hq.draws.show(DRAW).names
    clock.now = until
    hq.draws.clock().settle()
    shown = hq.draws.show(DRAW)
    assert shown.names == {}
    assert shown.seen.drawn == seen.drawn
    report = good(file_of(hq))
    assert report.good, report.faults


def test_a_prize_that_nobody_fetches_goes_on_by_the_published_rule(hq: Headquarters, clock: TestClock) -> None:
    """And who has it in their hands keeps it."""
    seen = drawn(hq, clock, {f"m{n}": 1 for n in range(9)})
    assert seen.drawn is not None
    with hq.database.read() as tx:
        due = list(claims.open_claims(tx))
    assert {one.id for one in due} == {
        draw_claim(DRAW, 1, place, entrant) for place, (_, _, entrant) in enumerate(seen.drawn.winners)
    }
    with hq.database.write() as tx:
        journalling.append(hq.context, tx, CLAIM_HANDED, {"claim": due[0].id, "how": "paper"})
    place = int(due[0].id.split("/")[-2])
    with pytest.raises(DrawFault) as fault:
        hq.draws.pass_on(DRAW, place, PassReason.NO_SHOW, "s-1", "s-2")
    assert fault.value.code == "handed_over"
    clock.now += 40 * 24 * HOUR
    hq.draws.clock().settle()
    held = hq.draws.show(DRAW).held
    assert held[place].turn == 0
    assert [one.turn for one in held if one.place != place] == [1, 1]


def test_a_published_file_that_was_changed_is_a_flaw(hq: Headquarters, clock: TestClock) -> None:
    chain_with(hq, FIVE)
    at_one(hq, clock)
    path = hq.draws.file(DRAW).path
    whole = path.read_bytes()
    assert hq.verify() == []
    path.write_bytes(whole[:-1])
    assert [(one.what, one.where) for one in hq.verify()] == [("draw_file", f"{DRAW}/1")]
    path.unlink()
    assert [one.what for one in hq.verify()] == ["draw_file"]
    path.write_bytes(whole)


BOOKED = """
draws:
  - id: grand
    name: NAME
    at: "13:00"
    days: [2026-10-01]
    prizes:
      - {code: hundred, name: NAME, count: 1, value: 100}
      - {code: ten, name: NAME, count: 1, value: 10}
coupons:
  - {id: ten, name: NAME, off: 10, valid_days: 30}
rules:
  - {id: chance, name: NAME, when: seen, give: [{tickets: grand}]}
  - {id: hundred, name: NAME, when: {event: won, ref: grand, part: hundred}, give: [{points: 100}], on_void: keep}
  - {id: ten, name: NAME, when: {event: won, ref: grand, part: ten}, give: [{coupon: ten}]}
"""


def booked(hq: Headquarters) -> dict[str, str]:
    """Whose what the rules booked for a prize is, by rule; each prize is there once."""
    found = [one for one in hq.rewards() if one.rule != "chance"]
    assert len({one.rule for one in found}) == len(found)
    return {one.rule: one.member for one in found}


def holders_of(hq: Headquarters) -> dict[str, str]:
    (seen,) = hq.draws.every()
    with hq.database.read() as tx:
        whose = drawn_members(tx, seen.draw, seen.seq)
    return {one.prize: whose[one.entrant] for one in hq.draws.show(DRAW).held if one.entrant != NOBODY}


def test_what_the_rules_booked_goes_with_the_prize(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock, FIVE, BOOKED)
    assert booked(hq) == holders_of(hq)
    assert hq.claims.every() == []  # there is nothing to fetch
    for place, reason in zip((0, 1, 0), PassReason, strict=True):
        hq.draws.pass_on(DRAW, place, reason, "s-1", "s-2")
        hq.draws.clock().settle()
        assert booked(hq) == holders_of(hq)
    assert sorted(holders_of(hq)) == ["hundred", "ten"]
    hq.draws.pass_on(DRAW, 0, PassReason.NO_SHOW, "s-1", "s-2")  # there is no alternate left
    assert booked(hq) == holders_of(hq)
    assert sorted(holders_of(hq)) == ["ten"]
    assert hq.check() == []
    clock.now += 40 * 24 * HOUR  # who did not have to come cannot come too late
    hq.draws.clock().settle()
    assert sorted(booked(hq)) == ["ten"]


def test_a_count_by_everything_that_is_known_gives_nothing_back(hq: Headquarters, clock: TestClock) -> None:
    """HQ counts members anew when a till tells something of them; the win that was passed on stays gone."""
    till = chain_with(hq, FIVE, BOOKED)
    made = at_one(hq, clock)
    clock.now += HOUR
    comes_out(hq, hq.draws.every()[-1])
    made.settle()
    lost = holders_of(hq)["hundred"]
    hq.draws.pass_on(DRAW, 0, PassReason.INELIGIBLE, "s-1", "s-2")
    made.settle()
    till.open_session()
    gives(till, lost, 1)
    pushes(till, queue=5_000)
    assert booked(hq) == holders_of(hq)
    assert holders_of(hq)["hundred"] != lost
    assert hq.overruns() == []


def test_of_a_draw_that_is_void_by_law_nothing_is_kept(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock, FIVE)
    assert {one.rule for one in hq.rewards()} >= {"mug", "bike"}
    hq.draws.void(DRAW, VoidReason.BY_LAW, "s-1", "s-2")
    hq.draws.clock().settle()
    assert {one.rule for one in hq.rewards()} == {"chance"}
    assert {one.claim.standing for one in hq.claims.every()} == {Standing.FORFEITED}
    assert hq.check() == []


def test_what_a_terminal_may_have_handed_over_is_not_passed_on(hq: Headquarters, clock: TestClock) -> None:
    """It was let, and may be without a network."""
    seen = drawn(hq, clock, FIVE)
    till = Terminal.enrolled(hq)
    claim = next(one.claim.id for one in hq.claims.every() if one.claim.id.startswith(f"d/{DRAW}/{seen.seq}/0/"))
    assert till.ok("/v1/prizes/take", PrizeRequest(claim=claim), PrizeAnswer).code is None
    with pytest.raises(DrawFault) as fault:
        hq.draws.pass_on(DRAW, 0, PassReason.NO_SHOW, "s-1", "s-2")
    assert fault.value.code == "held"
    assert hq.claims.free(claim)
    hq.draws.pass_on(DRAW, 0, PassReason.NO_SHOW, "s-1", "s-2")
