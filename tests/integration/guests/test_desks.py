"""Several desks: apart each signs in for itself, together they say the same, and every double is told once on each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.db import guest_people
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.guests import listen
from kiosk.application.guests.outcomes import DoubleView, GuestView
from kiosk.application.guests.sign_in import Entry, come_in
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.guests.counts import Counts
from kiosk.domain.guests.event import Guest, Question, QuestionKind, Source
from kiosk.domain.guests.facts import AnsweredBody, write_said
from kiosk.domain.guests.verdict import VerdictKind as V
from kiosk.domain.journal.facts import decode
from kiosk.domain.refusals import Refusal
from kiosk.protocol.rows import AttendanceRow, WordRow
from tests.fakes import KEY
from tests.shared.desk import NAMES, VOLUNTEER, EventDesk, gala

GUESTS = [Guest("gala", f"g-{n}", f"王小{n}", codes=(f"secret-{n}",), plus_ones=n % 2) for n in range(6)]
HOUR = timedelta(hours=1)


@pytest.fixture
def doors() -> Iterator[list[EventDesk]]:
    """Three desks; the second's clock is an hour fast, the third's an hour slow, and nobody told them."""
    found = [
        EventDesk("d-01", "Door 1"),
        EventDesk("d-02", "Door 2", wrong_by=HOUR),
        EventDesk("d-03", "Door 3", wrong_by=-HOUR),
    ]
    for one in found:
        one.has_event(gala(exits=True), *GUESTS)
    yield found
    for one in found:
        one.close()


def counts(desk: EventDesk) -> Counts:
    """As heard, but for what a desk calls its own."""
    assert not isinstance(desk.service.counts("gala"), Refusal)
    seen = desk.context.rolls.get("gala")
    assert seen is not None
    return seen.attendance.counts(desk.context.now_ms())


def doubles(desk: EventDesk) -> list[tuple[str, tuple[str, ...]]]:
    return sorted((one.id, tuple(side.desk for side in one.sides)) for one in desk.service.doubles("gala"))


def test_apart_then_together(doors: list[EventDesk]) -> None:
    one, two, three = doors
    for desk, numbers in ((one, (0, 1)), (two, (1, 2)), (three, (1, 3))):
        assert [desk.reads(f"secret-{n}").kind for n in numbers] == [V.WELCOME] * 2
    three.walks_in("何走進", phone="0933444555", id="w-1")
    one.meets(two)
    assert one.reads("secret-2").kind is V.ALREADY_IN
    assert len(one.service.doubles("gala")) == 1
    two.meets(three)
    one.meets(three)
    two.meets(one)
    assert counts(one) == counts(two) == counts(three)
    assert (counts(one).guests, counts(one).arrived, counts(one).walk_ins) == (5, 5, 1)
    assert doubles(one) == doubles(two) == doubles(three)
    (double,) = one.service.doubles("gala")
    assert isinstance(double, DoubleView)
    assert (double.name, {side.desk for side in double.sides}) == ("王小1", {"Door 1", "Door 2", "Door 3"})
    assert [side.here for side in double.sides].count(True) == 1
    known = one.service.guest("gala", "w-1")
    assert isinstance(known, GuestView)
    assert (known.name, known.in_desk) == ("何走進", "Door 3")
    assert one.service.find_guests("gala", "何走").total == 1
    said = two.service.undo_guest("gala", double.sides[1].ref, "twice", VOLUNTEER)
    assert not isinstance(said, Refusal)
    for desk in (one, three):
        two.meets(desk)
    assert [len(double.sides) for desk in doors for double in desk.service.doubles("gala")] == [2, 2, 2]


def test_each_knows_the_same_after_the_program_is_started_again(doors: list[EventDesk]) -> None:
    one, two, _three = doors
    one.reads("secret-0")
    two.reads("secret-0")
    one.meets(two)
    before = counts(one), doubles(one)
    fresh = replace(one.context, rolls=type(one.context.rolls)())
    one.context, one.service = fresh, type(one.service)(fresh)
    assert (counts(one), doubles(one)) == before


def test_what_hq_tells_of_other_desks_counts_with_what_they_tell_themselves(
    doors: list[EventDesk], allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("gala/g-2 is left out: cannot read a word")
    one, two, _three = doors
    two.reads("secret-1")
    (raw,) = [raw for raw in two.journal().facts if b"guest.signed_in" in raw]
    fact = decode(raw)
    word = WordRow("d-02", f"{fact.hlc:x}", fact.kind, fact.corrected_ms, "s-1", json.dumps(fact.body), "Door 2")
    newer = replace(word, stamp="1", kind="guest.danced", said="{}")
    torn = replace(word, stamp="nought", said='{"event":')
    one.put("store/N01/attendance", "gala/g-1", AttendanceRow("gala", "g-1", (word, newer)))
    said = one.reads("secret-1")
    assert (said.kind, said.first and said.first.desk) == (V.ALREADY_IN, "Door 2")
    one.put("store/N01/attendance", "gala/g-1", AttendanceRow("gala", "g-1", (word, newer, word)))
    one.meets(two)
    assert (counts(one).arrived, counts(one).doubles) == (1, 0)
    one.put("store/N01/attendance", "gala/g-2", AttendanceRow("gala", "g-2", (torn,)))
    assert one.reads("secret-2").kind is V.WELCOME


def test_an_event_made_at_one_desk_is_open_at_the_others(doors: list[EventDesk]) -> None:
    one, two, _three = doors
    made = one.service.make_event(gala(id="stand", source=Source.LOCAL), VOLUNTEER)
    assert not isinstance(made, Refusal)
    one.meets(two)
    assert "stand" in [view.event.id for view in two.service.events()]
    assert two.walks_in("王一", event="stand").kind is V.WELCOME
    changed = two.service.make_event(replace(made.event, quota=9), VOLUNTEER)
    assert not isinstance(changed, Refusal)
    two.meets(one)
    assert one.ledger.run(lambda tx: tx.events_made())[0].quota == 9


def test_people_are_taken_only_if_a_fact_commits_to_them(doors: list[EventDesk]) -> None:
    one, two, _three = doors
    two.walks_in("何走進", id="w-1")
    kept = two.people()
    assert guest_people.take(one.ledger, one.reference, kept) == ("w-1",), "its fact has not come yet"
    one.hears(two.journal())
    nameless = one.service.guest("gala", "w-1")
    assert isinstance(nameless, GuestView)
    assert (nameless.name, nameless.people_in) == ("", 1)
    forged = [replace(kept[0], data=kept[0].data.replace("何".encode(), "河".encode()))]
    assert guest_people.take(one.ledger, one.reference, forged) == ("w-1",)
    assert guest_people.take(one.ledger, one.reference, kept) == ()
    assert one.people() == kept


def test_what_a_guest_wrote_is_taken_only_if_a_fact_commits_to_it(doors: list[EventDesk]) -> None:
    one, two, _three = doors
    for desk in (one, two):
        desk.has_event(gala(questions=(Question("note", QuestionKind.TEXT, NAMES),)))
    two.service.answer_guest("gala", "g-1", {"note": "靠窗"}, VOLUNTEER)
    texts = two.ledger.run(lambda tx: list(tx.kept_texts("gala", "g-1")))
    guest_people.take_texts(one.ledger, texts)
    assert one.ledger.run(lambda tx: tx.kept_texts("gala", "g-1")) == []
    one.hears(two.journal())
    guest_people.take_texts(one.ledger, [replace(texts[0], text="靠門"), *texts])
    assert one.ledger.run(lambda tx: list(tx.kept_texts("gala", "g-1"))) == texts


def test_rows_come_back_after_a_kill_and_go_when_hq_has_them(doors: list[EventDesk]) -> None:
    desk = doors[0]
    desk.walks_in("何走進", id="w-1")
    desk.reference.guests.erase("gala")
    assert desk.service.find_guests("gala", "何走").total == 0
    assert guest_people.put_back(desk.ledger, desk.reference) == 1
    assert guest_people.put_back(desk.ledger, desk.reference) == 0
    assert desk.service.find_guests("gala", "何走").total == 1
    desk.put("store/N01/guests", "gala/w-1", Guest("gala", "w-1", "何走進"))
    assert guest_people.forget_told(desk.ledger, desk.reference) == 1
    assert desk.people() == []
    view = desk.service.guest("gala", "w-1")
    assert isinstance(view, GuestView)
    assert (view.name, view.how, view.people_in) == ("何走進", "walk_in", 1)


def test_whom_only_a_disk_knew_that_is_gone_is_on_no_list(doors: list[EventDesk]) -> None:
    desk = doors[0]
    desk.walks_in("何走進", id="w-1")
    desk.walks_in("何留下", id="w-2")
    desk.ledger.run(lambda tx: tx.erase_guest("gala", "w-1"))
    assert guest_people.forget_lost(desk.ledger, desk.reference) == 1
    assert [desk.service.find_guests("gala", name).total for name in ("何走", "何留")] == [0, 1]


def test_who_walked_in_is_forgotten_a_month_after_the_event(doors: list[EventDesk]) -> None:
    desk = doors[0]
    desk.walks_in("何走進", id="w-1")
    over = desk.context.now_ms() + timedelta(days=29) // timedelta(milliseconds=1)
    assert guest_people.forget_over(desk.ledger, desk.reference, over) == 0
    assert guest_people.forget_over(desk.ledger, desk.reference, over + 3 * 86_400_000) == 1
    assert desk.people() == []
    assert desk.service.find_guests("gala", "何走").total == 0
    assert counts(desk).arrived == 1, "that somebody came stays"


def test_nobody_is_forgotten_whom_hq_does_not_have_because_its_event_has_not_been_told_yet(
    doors: list[EventDesk],
) -> None:
    desk = doors[0]
    desk.walks_in("何走進", id="w-1")
    desk.walks_in("林走進", id="w-2")
    desk.ledger.run(lambda tx: tx.told_guests("gala", ["w-2"], 1))
    desk.put("store/N01/gatherings", "gala", None)
    assert guest_people.forget_over(desk.ledger, desk.reference, desk.context.now_ms()) == 1
    assert [one.guest for one in desk.people()] == ["w-1"]


def test_what_a_guest_of_the_list_wrote_is_forgotten_too(doors: list[EventDesk]) -> None:
    desk = doors[0]
    desk.has_event(gala(questions=(Question("note", QuestionKind.TEXT, NAMES),)))
    desk.service.answer_guest("gala", "g-1", {"note": "靠窗"}, VOLUNTEER)
    assert desk.ledger.run(lambda tx: tx.kept_events()) == [("gala", 1)]
    over = desk.context.now_ms() + 32 * 86_400_000
    assert guest_people.forget_over(desk.ledger, desk.reference, over) == 1
    assert desk.ledger.run(lambda tx: tx.kept_texts("gala", "g-1")) == []


def test_a_transaction_that_was_undone_was_never_heard(doors: list[EventDesk]) -> None:
    desk = doors[0]
    desk.reads("secret-0")

    def fails(tx: LedgerTx) -> None:
        here = listen.desk(desk.context, tx, "gala")
        assert not isinstance(here, Refusal)
        guest = here.guest("g-1")
        assert guest is not None
        assert come_in(here, guest, Entry(), VOLUNTEER).kind is V.WELCOME
        raise KeyError("the disk is full")

    with pytest.raises(KeyError):
        desk.ledger.run(fails)
    assert counts(desk).arrived == 1
    assert desk.reads("secret-1").kind is V.WELCOME


def test_state_follows_from_the_facts_of_all_desks(tmp_path: Path, doors: list[EventDesk]) -> None:
    desk = EventDesk(folder=tmp_path)
    desk.has_event(gala(), *GUESTS)
    desk.reads("secret-0")
    desk.walks_in("何走進")
    doors[1].reads("secret-0")
    doors[1].service.make_event(gala(id="stand", source=Source.LOCAL), VOLUNTEER)
    desk.hears(doors[1].journal())
    assert len(desk.service.doubles("gala")) == 1
    desk.close()
    assert verify(desk.path, KEY).sound
    assert rebuild(desk.path, KEY).differences == {}


def test_a_journal_of_another_desk_goes_a_month_after_its_last_word_if_hq_has_it(
    tmp_path: Path, doors: list[EventDesk]
) -> None:
    desk = EventDesk(folder=tmp_path)
    desk.has_event(gala(), *GUESTS)
    lost, met = doors[1:]
    for number, other in enumerate((lost, met), 1):
        other.reads(f"secret-{number}")
        other.service.make_event(gala(id=f"stand-{number}", source=Source.LOCAL), VOLUNTEER)
        other.reads("secret-3")
        desk.hears(other.journal())
    (raw,) = [raw for raw in met.journal().facts if b"guest.signed_in" in raw and b"g-3" in raw]
    last = decode(raw)
    known: list[tuple[str, str, str, int]] = []

    def is_told(*word: object) -> bool:
        known.append(word)  # type: ignore[arg-type]
        return word == ("gala", "g-3", met.device, last.hlc)

    for _ in range(2):
        desk.ledger.run(lambda tx: tx.note_peers_at_hq(is_told))
    assert known.count(("gala", "g-3", met.device, last.hlc)) == 1
    assert len(desk.service.doubles("gala")) == 1
    assert desk.ledger.run(lambda tx: tx.forget_peers(desk.clock.now)) == ()
    month = desk.clock.now + 31 * 86_400_000
    assert desk.ledger.run(lambda tx: tx.forget_peers(month)) == (met.device,)
    assert set(desk.ledger.run(lambda tx: tx.words_heard("gala"))) == {lost.device}
    desk.close()
    assert verify(desk.path, KEY).sound
    assert rebuild(desk.path, KEY).differences == {}


def test_a_body_is_kept_as_it_is_journalled() -> None:
    body = AnsweredBody(event="gala", guest="g-1", turn=7, answers={"food": "veg"})
    assert json.loads(write_said(body)) == {"event": "gala", "guest": "g-1", "turn": 7, "answers": {"food": "veg"}}
