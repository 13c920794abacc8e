"""A draw before a room, from the list to the last alternate: by dice and envelopes, by the beacon, in rehearsal."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kiosk.adapters.draws.stage_tools import DeviceStageTools, NoDrawsAtHq
from kiosk.adapters.sync import lists
from kiosk.application.draws import stage_list
from kiosk.application.draws.stage_outcomes import DrawPlan, Entrant, PlannedPrize, StageView
from kiosk.application.ports.stage_draws import HqDraw, HqDrawLine, KeptEntrant
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.domain.draws.published import Signed
from kiosk.domain.draws.report import NoteCode
from kiosk.domain.draws.stage import Phase, folded
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.draws.verify import verify
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.progress import Cancelled
from kiosk.domain.time import millis
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.draws.published_file import read_published
from kiosk.protocol.draws.signatures import signature_is_good
from tests.shared.stage_room import DICE, HQS, LIN, PEOPLE, WANG, WITNESSES, Room, code, commitments, good
from tests.shared.till import MANAGER

DAY = 86_400_000


@pytest.fixture
def room() -> Room:
    return Room()


def test_dice_and_envelopes_make_winners_that_anybody_can_work_out_again(room: Room) -> None:
    view = room.published(beacon=False)
    assert (view.phase, view.signers) == (Phase.DICE, ("terminal", "witness"))

    view = room.by_dice(view)

    assert (view.phase, view.to_reveal, view.revealed) == (Phase.DRAWN, 3, 0)
    assert [prize.winners for prize in view.prizes] == [(), ()]
    view = good(room.api.reveal_winners(view.draw, 1, 1, MANAGER))
    assert [len(prize.winners) for prize in view.prizes] == [1, 0]
    view = room.shown(view)
    assert view.phase is Phase.SHOWN
    assert [prize.name for prize in view.prizes] == ["電視", "音箱"]
    report = room.checked(view.draw)
    assert report.good, report
    assert {note.code for note in report.notes} >= {NoteCode.NO_HQ}


def test_the_beacons_round_decides_when_it_is_out(room: Room) -> None:
    view = room.published()
    assert (view.phase, view.own_beacon) == (Phase.AWAITED, True)
    assert code(room.api.take_beacon(view.draw, 1, "", MANAGER)) == "beacon_not_yet"

    room.beacon.told[view.round] = room.beacon.signature(view.round)
    view = good(room.api.take_beacon(view.draw, 1, "", MANAGER))

    assert view.phase is Phase.DRAWN
    report = room.checked(view.draw)
    assert report.good, report
    assert NoteCode.NOT_PUBLIC_BEACON in {note.code for note in report.notes}


@pytest.mark.parametrize(
    "shown",
    [
        '{{"round":{round},"signature":"{signature}"}}',
        'https://relay.example/v2/chains/x/rounds/1 {{"signature":"{signature}","round":{round},"randomness":"00"}}',
        "{signature}",
        "round {round}, signature {signature}",
        "{spaced}",
    ],
)
def test_a_phones_code_or_typed_digits_do_as_well(room: Room, shown: str) -> None:
    view = room.published()
    signature = room.beacon.signature(view.round).hex()
    spaced = " ".join(signature[at : at + 4] for at in range(0, 96, 4)).upper()

    text = shown.format(round=view.round, signature=signature, spaced=spaced)

    assert good(room.api.take_beacon(view.draw, 1, text, MANAGER)).phase is Phase.DRAWN


def test_every_wrong_beacon_has_its_own_reason(room: Room) -> None:
    view = room.published()
    right, other = (room.beacon.signature(number).hex() for number in (view.round, view.round + 1))
    for text, why in (
        ("", "beacon_not_yet"),
        ("https://relay.example/latest", "beacon_unreadable"),
        ("{" * 3_000, "beacon_unreadable"),
        (right[:-2], "beacon_unreadable"),
        (json.dumps({"round": view.round + 1, "signature": other}), "beacon_other_round"),
        (json.dumps({"round": view.round, "signature": other}), "beacon_forged"),
        (other, "beacon_forged"),
        ("00" * 48, "beacon_forged"),
        (json.dumps({"round": True, "signature": right}), "beacon_unreadable"),
    ):
        assert code(room.api.take_beacon(view.draw, 1, text, MANAGER)) == why, text
    assert good(room.api.stage_draw(view.draw, 1)).phase is Phase.AWAITED


def test_envelopes_are_opened_last_and_hold_what_was_sealed(room: Room) -> None:
    view = room.published(beacon=False)
    draw = view.draw
    assert code(room.api.open_envelope(draw, 1, "envelope:HQ", HQS.hex(), MANAGER)) == "dice_few"
    assert code(room.api.throw_dice(draw, 1, "127", MANAGER)) == "dice_unreadable"
    assert code(room.api.draw_winners(draw, 1, MANAGER)) == "dice_few"
    good(room.api.throw_dice(draw, 1, DICE[:19], MANAGER))
    assert code(room.api.draw_winners(draw, 1, MANAGER)) == "dice_few"
    good(room.api.throw_dice(draw, 1, DICE, MANAGER))
    assert code(room.api.open_envelope(draw, 1, "envelope:HQ", "lost", MANAGER)) == "envelope_unreadable"
    assert code(room.api.open_envelope(draw, 1, "envelope:HQ", WITNESSES.hex(), MANAGER)) == "envelope_other"
    good(room.api.open_envelope(draw, 1, "envelope:HQ", HQS.hex(), MANAGER))
    assert code(room.api.throw_dice(draw, 1, DICE + "1", MANAGER)) == "dice_closed"

    assert code(room.api.draw_winners(draw, 1, MANAGER)) == "draw_not_now", "an envelope is missing"
    view = good(room.api.void_draw(draw, 1, VoidReason.ENVELOPE_MISSING, LIN, WANG))

    assert (view.phase, view.voided) == (Phase.VOID, "envelope_missing")
    assert code(room.api.open_envelope(draw, 1, "envelope:witness", WITNESSES.hex(), MANAGER)) == "draw_not_now"
    assert [line.phase for line in room.api.stage_draws()] == [Phase.VOID], "it stays listed"


def test_whoever_is_not_there_gives_way_to_the_next_alternate(room: Room) -> None:
    view = room.shown(room.by_dice(room.published(beacon=False)))
    first = view.prizes[0].winners[0]
    assert view.alternates_left == 3
    assert code(room.api.pass_prize_on(view.draw, 1, 0, PassReason.NO_SHOW, LIN, LIN)) == "same_person"

    view = good(room.api.pass_prize_on(view.draw, 1, 0, PassReason.NO_SHOW, LIN, WANG))

    second = view.prizes[0].winners[0]
    assert second.instead
    assert second.entrant != first.entrant
    for left in (1, 0):
        view = good(room.api.pass_prize_on(view.draw, 1, 0, PassReason.DECLINED, LIN, WANG))
        assert view.alternates_left == left
    view = good(room.api.pass_prize_on(view.draw, 1, 0, PassReason.INELIGIBLE, LIN, WANG))
    assert view.prizes[0].winners[0].entrant == -1
    assert code(room.api.pass_prize_on(view.draw, 1, 0, PassReason.NO_SHOW, LIN, WANG)) == "draw_not_now"
    report = room.checked(view.draw)
    assert report.good, report


def test_nobody_can_be_passed_over_whom_the_room_has_not_seen(room: Room) -> None:
    view = room.by_dice(room.published(beacon=False))
    assert code(room.api.pass_prize_on(view.draw, 1, 0, PassReason.NO_SHOW, LIN, WANG)) == "draw_not_now"


def test_a_result_cannot_be_thrown_away(room: Room) -> None:
    view = room.by_dice(room.published(beacon=False))
    assert code(room.api.void_draw(view.draw, 1, VoidReason.ABANDONED, LIN, WANG)) == "draw_not_now"
    again = good(room.api.draw_winners(view.draw, 1, MANAGER))
    assert room.shown(again) == good(room.restarted().stage_draw(view.draw, 1))


def test_ten_people_for_twenty_prizes(room: Room) -> None:
    view = room.published(beacon=False, prizes=(PlannedPrize("杯子", 20),))
    assert (view.to_reveal, view.fewer) == (10, True)

    view = room.shown(room.by_dice(view))

    assert sorted(one.entrant for one in view.prizes[0].winners) == list(range(10))
    assert (view.prizes[0].drawn, view.alternates_left) == (10, 0)
    assert room.checked(view.draw).good


def test_a_rehearsal_says_so_everywhere_and_takes_other_chance(room: Room) -> None:
    real = room.by_dice(room.published(beacon=False))
    view = room.shown(room.by_dice(room.published(beacon=False, rehearsal=True)))

    assert view.rehearsal
    assert view.draw.startswith("rehearsal/")
    assert not view.link
    kinds = [fact.kind for fact in facts(room) if view.draw in str(fact.body)]
    assert set(kinds) == {"draw.rehearsed"}
    report = room.checked(view.draw)
    assert NoteCode.REHEARSAL in {note.code for note in report.notes}
    assert good(room.api.stage_draw(real.draw, 1)).phase is Phase.DRAWN


@pytest.mark.parametrize(
    ("shown", "name", "detail"),
    [
        (Shown.MASKED, "王*明", "0912***000"),
        (Shown.NAME, "王*明", ""),
        (Shown.TICKET, "", ""),
        (Shown.FULL, "王小明", ""),
    ],
)
def test_names_are_shown_as_chosen_and_never_whole_in_the_file(
    room: Room, shown: Shown, name: str, detail: str
) -> None:
    view = room.shown(room.by_dice(room.published(PEOPLE[:1], beacon=False, shown=shown)))

    winner = view.prizes[0].winners[0]
    assert (winner.name, winner.detail) == (name, detail)
    file = room.api.published_draw(view.draw, 1)
    assert isinstance(file, bytes)
    assert "王小明" not in file.decode()
    assert "+886" not in file.decode()


def test_what_cannot_be_frozen(room: Room) -> None:
    plan = DrawPlan("抽獎", (PlannedPrize("杯子", 1),))
    assert code(room.api.freeze_draw(plan, (), MANAGER)) == "draw_list_empty"
    assert code(room.api.freeze_draw(replace(plan, prizes=()), PEOPLE, MANAGER)) == "draw_prizes_missing"
    assert code(room.api.freeze_draw(replace(plan, prizes=(PlannedPrize(" ", 1),)), PEOPLE, MANAGER)) == (
        "draw_prizes_missing"
    )
    for given in (None, ("", ""), (commitments()[0],) * 2, ("ab", commitments()[1])):
        refused = room.api.freeze_draw(replace(plan, beacon=False, commitments=given), PEOPLE, MANAGER)
        assert code(refused) == "envelope_unreadable"


def test_too_late_to_publish(room: Room) -> None:
    view = room.frozen()
    room.till.clock.advance(301_000)
    assert code(room.api.publish_draw(view.draw, 1, MANAGER)) == "draw_late"
    assert good(room.api.void_draw(view.draw, 1, VoidReason.LATE, LIN, WANG)).phase is Phase.VOID


def test_facts_hold_nobody(room: Room) -> None:
    view = room.shown(room.by_dice(room.published(beacon=False)))
    said = " ".join(str(fact.body) for fact in facts(room) if fact.kind.startswith("draw."))
    assert view.draw in said
    for one in PEOPLE:
        assert one.name not in said
        assert one.phone not in said


def test_an_erased_list_keeps_its_result(room: Room) -> None:
    view = room.shown(room.by_dice(room.published(beacon=False)))
    before = room.api.published_draw(view.draw, 1)

    room.till.ledger.run(lambda tx: tx.forget_entrants(view.draw, 1))

    after = good(room.restarted().stage_draw(view.draw, 1))
    assert [one.entrant for prize in after.prizes for one in prize.winners] == [
        one.entrant for prize in view.prizes for one in prize.winners
    ]
    assert {one.name for prize in after.prizes for one in prize.winners} == {""}
    assert room.checked(view.draw).good
    assert isinstance(before, bytes)


def facts(room: Room) -> list[Fact]:
    return [decode(body) for _seq, body, _hash in room.till.ledger.run(lambda tx: tx.facts_after(1, 0, 10_000))]


def test_many_tickets_and_one_prize_each(room: Room) -> None:
    people = [Entrant(f"客{at}", tickets=50) for at in range(6)]
    view: StageView = room.shown(room.by_dice(room.published(people, beacon=False, prizes=(PlannedPrize("傘", 6),))))
    assert len({one.entrant for one in view.prizes[0].winners}) == 6


class AtHq(NoDrawsAtHq):
    """HQ with one draw that is ready, and a place for files."""

    def __init__(self, found: HqDraw | None = None) -> None:
        self.found, self.files = found, list[bytes]()

    def draws(self) -> list[HqDrawLine]:
        return [HqDrawLine(self.found.draw, 1, self.found.title, 1_000)] if self.found is not None else []

    def draw(self, draw: str, seq: int) -> HqDraw | None:
        return self.found

    def keep_file(self, packed: bytes) -> bool:
        self.files.append(packed)
        return True


def at_hq(room: Room, hq: AtHq) -> None:
    tools = DeviceStageTools(lambda: bytes(range(1, 33)), room.beacon, hq, room.till.context.randomness)
    room.context = replace(room.context, stage=tools)
    room.restarted()


def hqs_draw(room: Room) -> HqDraw:
    """A list that HQ froze: masked names, no salts."""
    local = room.published(beacon=True)
    leaves = room.till.ledger.run(lambda tx: tx.draw_leaves(local.draw, 1))
    said = room.till.ledger.run(lambda tx: folded(tx.draw_said(local.draw, 1)))
    assert said is not None
    manifest = replace(said.manifest, draw_id="autumn/grand/2026-10-01")
    people = [KeptEntrant(i, count, c, name=f"客*{i}") for i, (count, c) in enumerate(leaves)]
    hq = Signed("hq", "HQ", "aa" * 32, "bb" * 64)
    return HqDraw(manifest.draw_id, 1, manifest.body(), "大獎", {"p1": "電視", "p2": "音箱"}, (hq,), people)


def test_a_draw_of_hqs_is_held_here_as_well(room: Room) -> None:
    found = hqs_draw(room)
    at_hq(room, AtHq(found))
    assert [line.draw for line in room.api.stage_draws() if not line.here] == [found.draw]

    view = good(room.api.take_hq_draw(found.draw, 1, MANAGER))

    assert (view.phase, view.signers, view.local) == (Phase.AWAITED, ("hq", "terminal"), False)
    room.beacon.told[view.round] = room.beacon.signature(view.round)
    view = room.shown(good(room.api.take_beacon(view.draw, 1, "", MANAGER)))
    assert all(one.name.startswith("客*") for prize in view.prizes for one in prize.winners)
    assert code(room.api.published_draw(view.draw, 1)) == "draw_not_now", "HQ publishes it"
    assert not room.api.send_published(view.draw, 1)


def test_a_list_that_is_not_the_one_hq_signed_is_not_drawn(room: Room) -> None:
    found = hqs_draw(room)
    at_hq(room, AtHq(replace(found, people=found.people[:-1])))
    assert code(room.api.take_hq_draw(found.draw, 1, MANAGER)) == "draw_list_other"
    at_hq(room, AtHq())
    assert code(room.api.take_hq_draw(found.draw, 1, MANAGER)) == "draw_not_from_hq"


def test_hq_gets_the_file_of_a_draw_of_ones_own(room: Room) -> None:
    view = room.shown(room.by_dice(room.published(beacon=False)))
    hq = AtHq()
    at_hq(room, hq)
    assert room.api.send_published(view.draw, 1)
    rehearsed = room.shown(room.by_dice(room.published(beacon=False, rehearsal=True)))
    assert not room.api.send_published(rehearsed.draw, 1)
    (packed,) = hq.files
    assert read_published(packed)["manifest"]["draw_id"] == view.draw


# --- long lists, corrections, and what is kept -----------------------------------------------------------------------


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage_list, "PIECE", 3)
    monkeypatch.setattr(lists, "PIECE", 3)


def kept(room: Room) -> list[tuple[str, int]]:
    return list(room.till.ledger.run(lambda tx: tx.lists_kept()))


@pytest.mark.usefixtures("small_pieces")
def test_a_list_that_is_cancelled_while_it_is_frozen_leaves_nothing(room: Room) -> None:
    told: list[tuple[int, int]] = []

    def until(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 6

    plan = DrawPlan("抽獎", (PlannedPrize("杯子", 1),))
    with pytest.raises(Cancelled):
        room.api.freeze_draw(plan, PEOPLE, MANAGER, until)
    assert told == [(3, 10), (6, 10)]
    assert kept(room) == []
    assert room.api.stage_draws() == ()
    assert not [fact for fact in facts(room) if fact.kind.startswith("draw.")]

    view = good(room.api.freeze_draw(plan, PEOPLE, MANAGER, lambda done, total: True))
    assert (view.draw, view.entrants) == ("local/d-01/1", 10), "the number was not used up"


@pytest.mark.usefixtures("small_pieces")
def test_a_list_whose_program_died_before_the_fact_is_none(room: Room) -> None:
    def dies(done: int, total: int) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        room.api.freeze_draw(DrawPlan("抽獎", (PlannedPrize("杯子", 1),)), PEOPLE, MANAGER, dies)
    assert kept(room) == [("local/d-01/1", 1)]
    assert room.restarted().stage_draws() == ()
    view = room.shown(room.by_dice(room.published(PEOPLE[:4], beacon=False)))
    assert (view.draw, view.entrants) == ("local/d-01/1", 4)
    assert kept(room) == [(view.draw, 1)]
    assert room.checked(view.draw).good


def test_a_list_longer_than_a_sheet_is_refused_before_anything_begins(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage_list, "MOST_ENTRANTS", 9)
    refused = room.api.freeze_draw(DrawPlan("抽獎", (PlannedPrize("杯子", 1),)), PEOPLE, MANAGER)
    assert code(refused) == "draw_list_long"
    assert kept(room) == []


@pytest.mark.parametrize("beacon", [True, False])
def test_a_corrected_list_takes_the_void_ones_place_and_names_it(room: Room, beacon: bool) -> None:
    first = room.published(beacon=beacon)
    plan = DrawPlan("尾牙抽獎", (PlannedPrize("電視", 1),), beacon=beacon, commitments=commitments())
    at = (first.draw, 1)
    assert code(room.api.freeze_draw(plan, PEOPLE, MANAGER, None, at)) == "draw_not_now", "it is not void"
    void = good(room.api.void_draw(*at, VoidReason.WRONG_LIST, LIN, WANG))
    assert void.correctable

    second = good(room.api.freeze_draw(plan, PEOPLE[:7], MANAGER, None, at))

    assert (second.draw, second.seq, second.entrants) == (first.draw, 2, 7)
    assert second.fingerprint != first.fingerprint
    assert not good(room.api.stage_draw(*at)).correctable
    assert code(room.api.freeze_draw(plan, PEOPLE, MANAGER, None, at)) == "draw_not_now", "there is a newer one"
    good(room.api.publish_draw(second.draw, 2, MANAGER))
    if beacon:
        room.beacon.told[second.round] = room.beacon.signature(second.round)
        good(room.api.take_beacon(second.draw, 2, "", MANAGER))
    else:
        good(room.api.throw_dice(second.draw, 2, DICE, MANAGER))
        for name, value in (("envelope:HQ", HQS), ("envelope:witness", WITNESSES)):
            good(room.api.open_envelope(second.draw, 2, name, value.hex(), MANAGER))
        good(room.api.draw_winners(second.draw, 2, MANAGER))
    file = room.api.published_draw(second.draw, 2)
    assert isinstance(file, bytes)
    said = json.loads(file)
    assert [(one["manifest"]["seq"], one["reason"]) for one in said["earlier"]] == [(1, "wrong_list")]
    report = verify(said, signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good)
    assert report.good, report
    assert [(line.draw, line.seq, line.phase) for line in room.api.stage_draws()] == [
        (first.draw, 2, Phase.DRAWN),
        (first.draw, 1, Phase.VOID),
    ]
    assert room.frozen().draw == "local/d-01/2"


def test_an_envelope_that_was_opened_is_sealed_no_more(room: Room) -> None:
    view = room.published(beacon=False)
    good(room.api.throw_dice(view.draw, 1, DICE, MANAGER))
    good(room.api.open_envelope(view.draw, 1, "envelope:HQ", HQS.hex(), MANAGER))
    good(room.api.void_draw(view.draw, 1, VoidReason.ENVELOPE_MISSING, LIN, WANG))
    plan = DrawPlan("抽獎", (PlannedPrize("杯子", 1),), beacon=False, commitments=commitments())
    assert code(room.api.freeze_draw(plan, PEOPLE, MANAGER, None, (view.draw, 1))) == "envelope_known"
    fresh = replace(plan, commitments=(envelope_commitment(b"\x05" * 32).hex(), commitments()[1]))
    assert good(room.api.freeze_draw(fresh, PEOPLE, MANAGER, None, (view.draw, 1))).seq == 2


def test_nobody_throws_a_list_away_once_the_beacon_has_spoken(room: Room) -> None:
    view = room.published()
    assert view.round_at is not None
    room.till.clock.advance(millis(view.round_at) - room.till.clock.now_ms())
    assert code(room.api.void_draw(view.draw, 1, VoidReason.WRONG_LIST, LIN, WANG)) == "draw_decided"
    room.beacon.told[view.round] = room.beacon.signature(view.round)
    assert good(room.api.take_beacon(view.draw, 1, "", MANAGER)).phase is Phase.DRAWN


@pytest.mark.usefixtures("small_pieces")
def test_names_of_a_list_go_when_their_time_is_over_and_the_result_stays(room: Room) -> None:
    view = room.shown(room.by_dice(room.published(beacon=False)))
    clock, ledger = room.till.clock, room.till.ledger
    keeper = lists.ListKeeper(ledger, clock, days=90)

    def names() -> set[str]:
        return {one.name for one in ledger.run(lambda tx: tx.draw_people(view.draw, 1, range(10))).values()}

    clock.advance(90 * DAY - 60_000)
    keeper.keep(clock.now_ms())
    assert names() == {one.name for one in PEOPLE}
    clock.advance(120_000)
    keeper.keep(clock.now_ms())
    assert names() == {one.name for one in PEOPLE}, "it looks once an hour"
    clock.advance(lists.LOOK_MS)
    keeper.keep(clock.now_ms())
    assert names() == {""}
    assert ledger.run(lambda tx: tx.lists_over(clock.now_ms())) == []
    after = good(room.restarted().stage_draw(view.draw, 1))
    assert [one.entrant for prize in after.prizes for one in prize.winners] == [
        one.entrant for prize in view.prizes for one in prize.winners
    ]
    assert room.checked(view.draw).good


@pytest.mark.usefixtures("small_pieces")
def test_forgetting_that_was_interrupted_goes_on(room: Room) -> None:
    view = room.frozen(beacon=False)
    room.till.ledger.run(lambda tx: tx.forget_entrants(view.draw, 1, 6, 3))
    later = room.till.clock.now_ms() + 91 * DAY
    assert room.till.ledger.run(lambda tx: tx.lists_over(later - 90 * DAY)) == [(view.draw, 1, 10)]
    lists.ListKeeper(room.till.ledger, room.till.clock, days=90).keep(later)
    people = room.till.ledger.run(lambda tx: tx.draw_people(view.draw, 1, range(10)))
    assert {(one.name, one.phone, one.salt) for one in people.values()} == {("", "", b"")}
