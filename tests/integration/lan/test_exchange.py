"""Desks come to have the same facts, whatever the network does; and nobody takes what was not signed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.lan import journals
from kiosk.adapters.lan.exchange import Conversation, Exchange, first_words
from kiosk.adapters.lan.people import People
from kiosk.application.ports.guests import KeptGuest, KeptText
from kiosk.domain.guests.event import Event, Question, QuestionKind, Source
from kiosk.domain.guests.facts import (
    EVENT_MADE,
    GUEST_ADDED,
    GUEST_ANSWERED,
    GUESTS_LISTED,
    AddedBody,
    AnsweredBody,
    ListedBody,
    MadeBody,
)
from kiosk.domain.guests.person import GuestPerson, canonical, commitment, commitment_of, person_of
from kiosk.domain.journal import facts, hlc
from kiosk.domain.texts import LocalText
from kiosk.protocol import signed_texts
from kiosk.protocol.lan import Begin, Facts, FrameError, Have, Hello, Place, Refused, packed, unpacked
from tests.integration.lan.desks import Desk, Vouched, Wire, desks_of, key_of, settle, whims
from tests.shared.memory import reference_in_memory

WORDS = LocalText("市集", "市集", "Fair")
NOON = datetime(2026, 3, 10, 4, tzinfo=UTC)
NAMES = ("d-1", "d-2", "d-3", "d-4")


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    found = desks_of(*NAMES)
    yield found
    for desk in found:
        desk.close()


def agree(desks: list[Desk]) -> None:
    """All have all of it, and count the same."""
    whole = {desk.device: (desk.ledger.head.epoch, desk.ledger.head.seq, desk.ledger.head.hash) for desk in desks}
    for desk in desks:
        assert desk.heads() == whole, desk.device
    assert len({desk.counted() for desk in desks}) == 1


def test_four_desks_agree_each_counting_every_fact_once(desks: list[Desk]) -> None:
    for number, desk in enumerate(desks):
        desk.tell(3 + number)
    settle([Wire(one, other) for at, one in enumerate(desks) for other in desks[at + 1 :]])
    agree(desks)
    assert {desk.counted() for desk in desks} == {3 + 4 + 5 + 6}


def test_what_a_third_desk_journalled_is_handed_on(desks: list[Desk]) -> None:
    """In a row: the last hears of the first by those between."""
    for desk in desks:
        desk.tell(2)
    settle([Wire(one, other) for one, other in pairwise(desks)])
    agree(desks)


def test_what_its_own_desk_tells_is_not_told_by_others(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    wires = [Wire(one, two), Wire(one, three), Wire(two, three)]
    links = {one.device: ("d-2", "d-3"), two.device: ("d-1", "d-3"), three.device: ("d-1", "d-2")}
    for wire in wires:
        for talk, end in zip(wire.talk, wire.ends, strict=True):
            talk.linked = partial(links.__getitem__, end.device)
        wire.told_all()
    settle(wires)
    before = wires[2].sent
    one.tell(5)
    settle(wires)
    agree([one, two, three])
    assert wires[2].sent == before  # between the other two nothing was said of it


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1 << 30))
def test_they_end_equal_whatever_the_network_does(seed: int) -> None:
    """Frames are lost, repeated and reordered, connections cut, programs killed and started anew, desks set back and
    carried on in a new epoch: when the network is whole again, all have the same."""
    rng = random.Random(seed)
    desks = desks_of(*NAMES)
    wires: dict[tuple[int, int], Wire] = {}
    for _ in range(60):
        match rng.randrange(8):
            case 0 | 1:
                rng.choice(desks).tell(rng.randrange(1, 30))
            case 2 | 3:
                pair = (rng.randrange(4), rng.randrange(4))
                if pair[0] < pair[1]:
                    wires[pair] = Wire(desks[pair[0]], desks[pair[1]], whims(rng))
            case 4 if wires:
                wires.pop(rng.choice(sorted(wires))).end()
            case 5:
                at = rng.randrange(4)
                desks[at].started()  # its connections die with it
                wires = {pair: wire for pair, wire in wires.items() if at not in pair}
            case 6 if wires:
                rng.choice(list(wires.values())).told_all()
            case 7 if rng.random() < 0.3:
                desk = rng.choice(desks)
                desk.set_back(desk.ledger.head.epoch + 1, rng.randrange(desk.ledger.head.seq + 1))
        for wire in wires.values():
            for _ in range(rng.randrange(6)):
                wire.step()
    settle([Wire(one, other) for one, other in pairwise(desks)])
    agree(desks)
    assert {desk.counted() for desk in desks} == {sum(desk.told for desk in desks)}
    for desk in desks:
        desk.close()


def test_frames_that_got_lost_are_sent_again_within_the_connection(desks: list[Desk]) -> None:
    one, two = desks[:2]
    one.tell(4)
    wire = Wire(one, two)
    settle([wire])
    wire.fate = lambda: (0, False)
    one.tell(2)
    settle([wire])
    assert two.heads()["d-1"][1] == 5
    wire.fate = lambda: (1, False)
    settle([wire])
    assert two.heads()["d-1"][1] == 5  # it waits for word of what arrived
    wire.told_all()
    settle([wire])
    assert two.heads() == one.heads()


# --- how much is told ----------------------------------------------------------------------------------


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk is told at most forty facts that it does not know."""
    monkeypatch.setattr(journals, "FACTS_MOST", 40)
    monkeypatch.setattr(journals, "STEP", 10)
    monkeypatch.setattr("kiosk.adapters.lan.exchange.FACTS_MOST", 40)


@pytest.mark.usefixtures("little")
def test_a_long_journal_is_begun_near_its_end_and_handed_on_from_there(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    one.tell(203)
    one.ledger.run(lambda tx: tx.set_meta("acked", "204"))
    settle([Wire(one, two)])
    assert two.counted() == 44  # from fact 161 on
    assert two.heads()["d-1"][1] == 204
    settle([Wire(two, three)])
    assert three.heads()["d-1"] == two.heads()["d-1"]
    assert three.counted() == 44
    one.tell(3)
    settle([Wire(one, three)])
    assert three.counted() == 47


@pytest.mark.usefixtures("little")
def test_a_desk_that_was_away_for_long_goes_on_further_along(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    one.tell(20)
    settle([Wire(one, two), Wire(one, three)])
    one.tell(300)
    one.ledger.run(lambda tx: tx.set_meta("acked", "320"))
    settle([Wire(one, two)])
    assert two.heads()["d-1"] == one.heads()["d-1"]
    assert two.counted() == 20 + 41
    settle([Wire(two, three)])  # by a desk that left out the same
    assert three.heads()["d-1"] == one.heads()["d-1"]
    assert three.counted() == two.counted()


@pytest.mark.usefixtures("little")
def test_what_hq_has_not_acknowledged_is_told_and_what_is_of_the_last_days(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    one.tell(25)
    one.clock.advance(4 * 86_400_000)
    one.tell(12)
    one.ledger.run(lambda tx: tx.set_meta("acked", "15"))
    settle([Wire(one, two)])
    assert two.counted() == 37 - 9  # from fact 11 on: HQ has those before 16
    one.ledger.run(lambda tx: tx.set_meta("acked", "38"))
    settle([Wire(one, three)])
    assert three.counted() == 37 - 19  # fact 26 was the last before the days between


@pytest.mark.usefixtures("little")
def test_a_new_beginning_is_told_to_those_who_are_further_so_that_they_hand_on_little(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    for _ in range(5):
        one.tell(30)
        one.ledger.run(lambda tx: tx.set_meta("acked", str(one.ledger.head.seq)))
        settle([Wire(one, two)])
    assert two.counted() == 150
    settle([Wire(two, three)])
    assert three.heads()["d-1"] == one.heads()["d-1"]
    assert three.counted() == 41


# --- who means harm ------------------------------------------------------------------------------------


def facts_of(desk: Desk, have: Place | None = None) -> Facts:
    piece, _forked = desk.exchange.piece(desk.device, have)
    assert isinstance(piece, Facts)
    return piece


def refused(desk: Desk, by: str, frame: Facts | Begin) -> str:
    """How a desk answers; nothing of it may stay."""
    before, peers = desk.heads(), desk.of_peers()
    answer = Conversation(desk.exchange, by).heard(unpacked(packed(frame)[4:]))
    assert desk.heads() == before
    assert desk.of_peers() == peers
    return next((one.code for one in answer if isinstance(one, Refused)), "")


def signed(device: str, first: int, bodies: list[bytes], start: bytes, *, by: str | None = None) -> Facts:
    """Facts of a device, chained as they should be, signed by a key."""
    chained = start
    for seq, raw in enumerate(bodies, start=first):
        chained = facts.link(chained, seq, raw)
    text = signed_texts.journal_mark(device, 1, first + len(bodies) - 1, chained)
    return Facts(device, 1, first, tuple(bodies), chained, key_of(by or device).sign(text))


def test_nobody_adds_to_a_journal_that_is_not_theirs(desks: list[Desk], allowed_warnings: list[str]) -> None:
    allowed_warnings.append("are refused")
    one, two, three, _four = desks
    one.tell(3)
    good = facts_of(one)
    forged = [raw.replace(b'"s-1"', b'"s-9"') for raw in good.facts]
    genesis = facts.genesis("d-1", 1)
    assert refused(two, "d-3", signed("d-1", 1, forged, genesis, by="d-3")) == "not_signed"
    assert refused(two, "d-3", signed("d-1", 1, list(good.facts[:2]), genesis, by="d-3")) == "not_signed"
    cut = Facts("d-1", 1, 1, good.facts[:3], good.hash, good.signature)
    assert refused(two, "d-3", cut) == "not_signed"
    assert refused(two, "d-1", signed("d-1", 1, [b"{}"], genesis)) == "unreadable"
    assert refused(two, "d-9", signed("d-9", 1, list(good.facts), facts.genesis("d-9", 1))) == "not_vouched"
    # of one's own nobody else may say anything
    two.tell(1)
    own = facts_of(two)
    assert refused(two, "d-1", own) in ("", "fork")
    assert refused(two, "d-3", Begin("d-1", 1, 2, bytes(32), key_of("d-3").sign(b"x"))) == "not_signed"
    settle([Wire(one, two), Wire(two, three)])
    agree([one, two, three])


def test_a_desk_that_hq_withdrew_is_not_heard_nor_what_it_left_with_others(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    one.tell(2)
    settle([Wire(one, two)])
    assert isinstance(three.trust, Vouched)
    three.trust.devices.discard("d-1")  # all three share what they believe
    settle([Wire(two, three)])
    assert "d-1" not in three.heads()
    three.trust.devices.add("d-1")
    settle([Wire(two, three)])
    assert three.heads()["d-1"] == one.heads()["d-1"]
    assert three.exchange.of("d-1").trouble == ""


def test_a_replay_changes_nothing(desks: list[Desk]) -> None:
    one, two = desks[:2]
    one.tell(5)
    recorded = [facts_of(one)]
    settle([Wire(one, two)])
    one.tell(5)
    recorded.append(facts_of(one))
    settle([Wire(one, two)])
    for frame in recorded * 3:
        assert refused(two, "d-1", frame) == ""
    assert two.counted() == 10


def test_others_cannot_make_a_desk_pass_over_facts(desks: list[Desk], allowed_warnings: list[str]) -> None:
    """A beginning a little further on is only taken from its own desk."""
    allowed_warnings.append("are refused")
    one, two, _three, _four = desks
    one.tell(4)
    settle([Wire(one, two)])
    one.tell(6)
    chained = one.ledger.run(lambda tx: tx.hash_at("d-1", 1, 9))
    assert chained is not None
    begin = Begin("d-1", 1, 9, chained, key_of("d-1").sign(signed_texts.journal_anchor("d-1", 1, 9, chained)))
    assert refused(two, "d-3", begin) == "gap"
    other = Begin("d-1", 1, 3, bytes(32), key_of("d-1").sign(signed_texts.journal_anchor("d-1", 1, 3, bytes(32))))
    assert refused(two, "d-1", other) == "fork"
    settle([Wire(one, two)])
    assert two.counted() == 10


def test_two_roads_are_said_and_neither_is_mixed(desks: list[Desk], allowed_warnings: list[str]) -> None:
    """A desk whose disk was set back goes on with other facts before it has met HQ."""
    allowed_warnings.append("it was set back")
    one, two, three, _four = desks
    one.tell(4)
    settle([Wire(one, two)])
    again = Desk("d-1", one.trust)
    again.told = 52
    again.tell(2)
    settle([Wire(again, two)])  # shorter, and another
    again.tell(2)
    again.started()
    settle([Wire(again, two)])  # as long, and another
    assert two.exchange.of("d-1").trouble == "fork"
    again.tell(3)
    settle([Wire(again, two), Wire(two, three)])
    assert two.heads()["d-1"] == one.heads()["d-1"]
    assert two.exchange.of("d-1").trouble == "fork"
    again.set_back(2, 0)  # HQ was met: it goes on in a new epoch with what it has
    settle([Wire(again, two), Wire(two, three)])
    assert two.heads()["d-1"] == again.heads()["d-1"] == three.heads()["d-1"]
    assert two.exchange.of("d-1").trouble == ""
    again.close()


def test_a_flood_of_good_facts_ends(desks: list[Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = desks[:2]
    monkeypatch.setattr("kiosk.adapters.lan.budget.AT_ONCE", 150)
    one.tell(400)
    settle([Wire(one, two)])
    assert two.heads()["d-1"][1] == 100
    assert two.exchange.of("d-1").trouble == "too_many"
    two.clock.advance(60_000)
    settle([Wire(one, two)])
    assert two.heads()["d-1"][1] > 100


def test_a_desk_that_tells_of_a_million_journals_is_remembered_within_bounds(desks: list[Desk]) -> None:
    one = desks[0]
    talk = Conversation(one.exchange, "d-2")
    for number in range(200):
        talk.heard(Have({f"x-{number}-{n}": Place(1, n, bytes(32)) for n in range(10)}))
        talk.heard(Refused(f"y-{number}", "gap"))
        talk.heard(signed(f"z-{number}", 1, [b"{}"], bytes(32)))
    assert len(talk._theirs) <= 64
    assert not talk._stuck
    assert one.exchange.known.keys() == {"d-2"}
    with pytest.raises(FrameError):
        talk.heard(Hello(1, "d-2", "N01", bytes(32)))
    with pytest.raises(FrameError):
        unpacked(packed(Have({f"x-{n}": Place(1, n, bytes(32)) for n in range(65)}))[4:])


def test_large_facts_travel_in_smaller_batches(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    one.tell(30, pad=60_000)
    settle([Wire(one, two)])
    settle([Wire(two, three)])
    agree_on = {desk.heads()["d-1"] for desk in (one, two, three)}
    assert len(agree_on) == 1


def test_how_much_a_desk_has_of_ours_is_kept_while_it_is_away(desks: list[Desk]) -> None:
    one, two = desks[:2]
    one.tell(7)
    wire = Wire(one, two)
    settle([wire])
    wire.end()
    assert one.ledger.run(lambda tx: tx.peer_cursor("d-2", "d-1", 1)) == 8
    lying = Conversation(one.exchange, "d-3")
    lying.heard(Have({"d-1": Place(1, 99, bytes(32))}, whole=True))
    lying.ended()
    assert one.ledger.run(lambda tx: tx.peer_cursor("d-3", "d-1", 1)) == 0


def test_clocks_are_compared(desks: list[Desk]) -> None:
    one, two = desks[:2]
    two.clock.now += 3_600_000
    settle([Wire(one, two)])
    assert one.exchange.of("d-2").clock_ahead_ms == 3_600_000
    assert two.exchange.of("d-1").clock_ahead_ms == -3_600_000
    assert hlc.milliseconds(one.ledger.head.hlc) < two.clock.now  # and nobody's stamps move with another's
    assert first_words(Conversation(one.exchange, "d-2"))[0].now == one.clock.now_ms()  # type: ignore[union-attr]


# --- who walked in -------------------------------------------------------------------------------------


def walk_in(desk: Desk, guest: str, name: str = "陳美麗") -> None:
    """Somebody comes whom nobody knew."""
    person, salt = GuestPerson("fair", guest, name, phone="+886912345678"), guest.encode().ljust(32, b"s")
    body = AddedBody(event="fair", guest=guest, person=commitment(salt, person))

    def add(tx: LedgerTransaction) -> None:
        tx.append(GUEST_ADDED, "s-1", GUEST_ADDED.write(body))
        tx.keep_guests([KeptGuest("fair", guest, salt, canonical(person), desk.clock.now)])

    desk.ledger.run(add)


def names(desk: Desk) -> list[str]:
    kept = desk.ledger.run(lambda tx: tx.kept_guests("fair"))
    return [person_of(one.data).name for one in kept]


def test_who_walked_in_goes_along_with_the_fact_and_over_third_desks(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    walk_in(one, "w-1")
    walk_in(one, "w-2", "王大明")
    with closing(reference_in_memory()) as reference:
        two.exchange = Exchange(two.ledger, "d-2", two.trust, key_of("d-2").sign, two.clock, People(reference))
        settle([Wire(one, two), Wire(two, three)])
        assert names(two) == names(three) == ["陳美麗", "王大明"]
        row = reference.guests.guest("fair", "w-2")
        assert row is not None
        assert (row.name, row.phone) == ("王大明", "+886912345678")


def test_who_was_erased_does_not_come_back_and_nobody_is_taken_for_another(desks: list[Desk]) -> None:
    one, two, three, _four = desks
    walk_in(one, "w-1")
    sent = facts_of(one)
    assert [person.guest for person in sent.people] == ["w-1"]
    wrong = [
        structs.replace(sent.people[0], salt=bytes(32)),
        structs.replace(sent.people[0], data=canonical(GuestPerson("fair", "w-1", "Somebody else"))),
        structs.replace(sent.people[0], guest="w-9"),
        structs.replace(sent.people[0], data=b"{}"),
    ]
    talk = Conversation(two.exchange, "d-1")
    talk.heard(unpacked(packed(structs.replace(sent, people=tuple(wrong)))[4:]))
    assert two.heads()["d-1"] == one.heads()["d-1"]
    assert names(two) == []
    settle([Wire(one, three)])
    three.ledger.run(lambda tx: tx.erase_guest("fair", "w-1"))
    assert refused(three, "d-1", sent) == ""
    one.tell(2)
    settle([Wire(one, three)])
    assert names(three) == []
    one.ledger.run(lambda tx: tx.erase_guest("fair", "w-1"))
    assert facts_of(one).people == ()


ASKED = (
    Question("diet", QuestionKind.TEXT, WORDS),
    Question("sign", QuestionKind.SIGNATURE, WORDS),
    Question("born", QuestionKind.DATE, WORDS),
)


def answers(desk: Desk, **said: str) -> None:
    """A guest answers in words; the event was made here."""
    salt = b"t" * 32
    event = Event("fair", WORDS, NOON, NOON + timedelta(hours=2), "UTC", questions=ASKED, source=Source.LOCAL)
    texts = {name: commitment_of(salt, text.encode()) for name, text in said.items()}

    def answer(tx: LedgerTransaction) -> None:
        tx.append(EVENT_MADE, "s-1", EVENT_MADE.write(MadeBody(event="fair", definition=event)))
        tx.append(GUEST_ANSWERED, "s-1", GUEST_ANSWERED.write(AnsweredBody(event="fair", guest="g-1", texts=texts)))
        for name, text in said.items():
            tx.keep_text(KeptText("fair", "g-1", name, texts[name], salt, text))

    desk.ledger.run(answer)


def written(desk: Desk) -> dict[str, str]:
    return {one.question: one.text for one in desk.ledger.run(lambda tx: tx.kept_texts("fair", "g-1"))}


def test_what_a_guest_wrote_goes_along_and_signatures_do_not(desks: list[Desk]) -> None:
    one, two, three, four = desks
    answers(one, diet="不吃花生", sign="~s1.AAAA", born="2001-02-03", **{"~words": "不錯"})
    settle([Wire(one, two), Wire(two, three)])
    assert written(two) == written(three) == {"diet": "不吃花生", "born": "2001-02-03"}
    sent = facts_of(one)
    wrong = [
        structs.replace(sent.written[0], text="別的"),
        structs.replace(sent.written[0], guest="g-9"),
        structs.replace(sent.written[0], question="sign"),
    ]
    Conversation(four.exchange, "d-1").heard(unpacked(packed(structs.replace(sent, written=tuple(wrong)))[4:]))
    assert four.heads()["d-1"] == one.heads()["d-1"]
    assert written(four) == {}
    three.ledger.run(lambda tx: tx.erase_guest("fair", "g-1"))
    one.tell(2)
    settle([Wire(one, two), Wire(two, three)])
    assert written(three) == {}


def test_a_long_list_travels_with_everybody_on_it(desks: list[Desk]) -> None:
    one, two = desks[:2]
    people = [GuestPerson("fair", f"g-{n}", "某" * 80, note="x" * 400) for n in range(1_000)]
    salt = bytes(32)
    added = tuple(AddedBody(event="fair", guest=p.guest, person=commitment(salt, p)) for p in people)

    def take(tx: LedgerTransaction) -> None:
        tx.append(GUESTS_LISTED, "s-1", GUESTS_LISTED.write(ListedBody(event="fair", list="l", guests=added)))
        tx.keep_guests([KeptGuest("fair", p.guest, salt, canonical(p), 1) for p in people])

    one.ledger.run(take)
    settle([Wire(one, two)])
    assert len(names(two)) == 768 * 1024 // (len(canonical(people[-1])) + 200)  # the others' names come by HQ
