"""Published files: good ones are good, and whatever is altered in one is caught and named."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.draws.batch import Alternate, Drawn, Prize, Win, draw, seed_from_beacon
from kiosk.domain.draws.published import BatchFile, BeaconSeed, Passed, SourcesSeed, WheelFile, read
from kiosk.domain.draws.report import Code, Limit, NoteCode
from kiosk.domain.draws.seal import seal
from tests.unit.draws.published_samples import (
    FILES,
    beacon_file,
    checked,
    envelope_file,
    key,
    notary_file,
    own_beacon_file,
    own_chain,
    own_round,
    public,
    sealed,
    signed,
    wheel_file,
)

Path = tuple[str | int, ...]
SEALED = {name: sealed(make()) for name, make in FILES.items()}


def fields(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value in a file that is not made of others."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not inner and path:
        yield path
    for step, part in inner:
        yield from fields(part, (*path, step)) if isinstance(part, (dict, list)) and part else iter([(*path, step)])


def changed(value: Any) -> list[Any]:
    """Other values of the same look, and one of another."""
    if isinstance(value, bool):
        return [not value, 0]
    if isinstance(value, int):
        return [value + 1, max(0, value - 1) if value else 7, "1", 1.5, None]
    if isinstance(value, str):
        last = "1" if value[-1:] == "0" else "0"
        return [value[:-1] + last, value[:-1] or "0", value + "0", "", None] if value else ["0", None]
    return ["0", [0], {"a": 1}]


def altered(file: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """The file with one value changed."""
    other = copy.deepcopy(file)
    inner: Any = other
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return other


def names(path: Path, named: set[str]) -> bool:
    """Whether one of the fields that a report names is the altered one, or what it lies within."""
    dotted = ".".join(str(step) for step in path)
    return any(dotted == name or dotted.startswith(f"{name}.") for name in named)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_good_and_reads_as_it_was_written(name: str) -> None:
    file = FILES[name]()
    text = json.loads(json.dumps(SEALED[name]))
    report = checked(text)
    assert report.good, report.faults
    again = read(text).file
    assert again.body() == file.body()
    assert Limit.HANDED_OVER in report.limits


@pytest.mark.parametrize("name", FILES)
def test_each_field_altered_in_turn_is_caught_and_named(name: str, torture: bool) -> None:
    file = SEALED[name]
    paths = [path for path in fields(file) if path[:2] != ("seal", "parts")]
    assert len(paths) > 40
    for at, path in enumerate(paths):
        old: Any = file
        for step in path:
            old = old[step]
        values = changed(old)
        for value in values if torture else (values[0], values[at % len(values)]):
            if value == old and type(value) is type(old):
                continue
            report = checked(altered(file, path, value))
            assert not report.good, (path, value)
            assert names(path, report.named()), (path, value, report.faults)


@pytest.mark.parametrize("name", FILES)
def test_each_field_taken_away_is_caught_and_named(name: str) -> None:
    file = SEALED[name]
    for path in {whole[:depth] for whole in fields(file) for depth in range(1, len(whole) + 1)}:
        if path[:2] == ("seal", "parts"):
            continue
        other = copy.deepcopy(file)
        inner: Any = other
        for step in path[:-1]:
            inner = inner[step]
        del inner[path[-1]]
        report = checked(other)
        assert not report.good, path
        named = report.named()
        dotted = ".".join(map(str, path))
        # of an item taken out of a list the list is named, or the item that moved up, or the last, which is gone
        lists = ".".join(map(str, path[:-1])) if isinstance(path[-1], int) else dotted
        assert any(f"{name}.".startswith(f"{lists}.") or names(path, {name}) for name in named), (path, report.faults)


@pytest.mark.parametrize("name", FILES)
def test_a_part_of_the_seal_altered_is_a_seal_that_is_not_good(name: str) -> None:
    file = SEALED[name]
    for path in list(file["seal"]["parts"])[::7]:
        report = checked(altered(file, ("seal", "parts", path), "00" * 32))
        assert {Code.SEAL, Code.ALTERED} <= {one.code for one in report.faults}
        assert path in report.named()


@pytest.mark.parametrize("name", FILES)
def test_a_field_that_came_is_caught(name: str) -> None:
    for path in ((), ("manifest",), ("lease",), ("rules",), ("seal",)):
        other = copy.deepcopy(SEALED[name])
        inner: Any = other
        for step in path:
            inner = inner.get(step, {})
        inner["favourite"] = 1
        report = checked(other)
        if inner is not other and not any(inner is other.get(step) for step in path):
            continue
        assert ".".join((*path, "favourite")) in report.named()


@pytest.mark.parametrize("odd", [None, 1, "KD1/1", [], {}, {"format": "KD1/1"}, {"format": "KD1/2", "kind": "batch"}])
def test_what_is_no_file_has_one_fault(odd: Any) -> None:
    assert [one.code for one in checked(odd).faults] == [Code.FORMAT]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.just("e\u0301"), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data(), json_values)
def test_whatever_stands_in_a_field_the_answer_is_a_report(name: str, data: st.DataObject, value: Any) -> None:
    file = SEALED[name]
    path = data.draw(st.sampled_from(sorted(fields(file), key=str)))
    cut = path[: data.draw(st.integers(1, len(path)))]
    report = checked(altered(file, cut, value))
    old: Any = file
    for step in cut:
        old = old[step]
    assert report.good == (value == old and type(value) is type(old))


def test_deep_and_huge_files_end_in_a_report() -> None:
    deep: Any = []
    for _ in range(400):
        deep = {"x": [deep]}
    assert not checked(altered(SEALED["beacon"], ("void",), deep)).good
    for path in (("manifest", "prizes", 0, "n"), ("manifest", "alternates")):
        assert not checked(altered(SEALED["beacon"], path, 2**53 - 1)).good
    assert not checked(altered(SEALED["wheel"], ("lease", "counts", 0, "n"), 2**53 - 1)).good


class TestOneWhoHoldsNoKey:
    """Alters a file and makes everything fit again, but for the signatures."""

    def test_of_a_list(self) -> None:
        file = beacon_file()
        counts = list(file.counts)
        counts[0] += 5
        other = beacon_file(tuple(counts))
        forged = replace(other, signatures=file.signatures)
        codes = {one.code for one in checked(seal(forged.body(), public("hq"), key("nobody").sign)).faults}
        assert {Code.SIGNATURE, Code.SEAL} <= codes

    def test_with_a_key_of_ones_own_is_not_trusted(self) -> None:
        file = beacon_file()
        body = file.manifest.body()
        forged = replace(file, signatures=(replace(signed("nobody", body), role="hq"),))
        whole = sealed(forged, "nobody")
        report = checked(whole)
        assert report.good
        assert [note.args["key"] for note in report.notes if note.code is NoteCode.KEYS_NOT_VOUCHED] == [
            public("nobody").hex()
        ]
        trusted = [public(role).hex() for role in ("hq", "terminal", "witness")]
        assert [one.code for one in checked(whole, trusted).faults] == [Code.KEY]
        assert checked(sealed(file), trusted).good


class TestBatch:
    """What a draw's own publisher could do, who holds the keys."""

    def faults(self, file: BatchFile) -> list[tuple[Code, Any]]:
        """What is wrong with a file that is signed and sealed anew."""
        body = file.manifest.body()
        roles = [one.role for one in file.signatures]
        signatures = tuple(signed(role, body) for role in roles)
        return [
            (one.code, one.args.get("problem") or one.args.get("field"))
            for one in checked(sealed(replace(file, signatures=signatures))).faults
        ]

    def test_another_winner(self) -> None:
        file = beacon_file()
        assert file.drawn is not None
        first, second, *rest = file.drawn.winners
        swapped = Drawn((first._replace(entrant=second.entrant), second, *rest), file.drawn.alternates)
        assert (Code.WINNERS, "drawn.winners") in self.faults(replace(file, drawn=swapped))

    def test_another_alternate(self) -> None:
        file = beacon_file()
        assert file.drawn is not None
        other = Drawn(file.drawn.winners, (Alternate(0, 0), *file.drawn.alternates[1:]))
        assert (Code.ALTERNATES, "drawn.alternates") in self.faults(replace(file, drawn=other, passed=()))

    def test_a_winner_too_many(self) -> None:
        file = beacon_file()
        assert file.drawn is not None
        more = Drawn((*file.drawn.winners, Win("P1", 0, 0)), file.drawn.alternates)
        assert (Code.WINNERS, "drawn.winners") in self.faults(replace(file, drawn=more))

    def test_a_round_of_ones_choice(self) -> None:
        """The seed fits, the round is not the one that the rule gives."""
        file = own_beacon_file()
        assert file.manifest.beacon is not None
        chain, number = own_chain(), file.manifest.beacon.round
        for other in (number - 1, number + 1, number + 100):
            beacon = replace(file.manifest.beacon, round=other)
            chosen = replace(file.manifest, beacon=beacon)
            seed = BeaconSeed(other, own_round(other))
            drawn = draw(chosen, file.counts, seed_from_beacon(chosen.hash(), bytes.fromhex(seed.signature)))
            one = replace(file, manifest=chosen, seed=seed, drawn=drawn, passed=(), names=(), chain=chain)
            assert self.faults(one) == [(Code.BEACON_TIME, "manifest.beacon.round")]

    def test_a_round_that_is_not_out_has_no_signature(self) -> None:
        file = own_beacon_file()
        assert file.manifest.beacon is not None
        for garbage in ("00" * 48, "c0" + "00" * 47, own_round(file.manifest.beacon.round + 1), "ff" * 48):
            wrong = replace(file, seed=BeaconSeed(file.manifest.beacon.round, garbage), passed=(), names=())
            assert (Code.BEACON_SIGNATURE, "seed.beacon.signature") in self.faults(wrong)

    def test_a_chain_that_only_claims_to_be_the_public_one(self) -> None:
        file = beacon_file()
        assert (Code.CHAIN, "chain") in self.faults(replace(file, chain=own_chain()))
        own = own_beacon_file()
        assert (Code.CHAIN, "chain") in self.faults(replace(own, chain=None))
        assert (Code.CHAIN, "chain") in self.faults(replace(own, chain=replace(own_chain(), period=6)))

    def test_another_beacon_is_said_to_be_one(self) -> None:
        assert NoteCode.NOT_PUBLIC_BEACON in {note.code for note in checked(SEALED["own beacon"]).notes}
        assert NoteCode.NOT_PUBLIC_BEACON not in {note.code for note in checked(SEALED["beacon"]).notes}

    def test_envelopes_and_dice(self) -> None:
        file = envelope_file()
        assert isinstance(file.seed, SourcesSeed)
        hq, witness, dice = file.seed.sources
        for sources, fault in (
            ((hq, (witness[0], "33" * 32), dice), (Code.ENVELOPE, "seed.sources.1")),
            ((hq, (witness[0], "paper"), dice), (Code.ENVELOPE, "seed.sources.1")),
            ((hq, witness), (Code.SOURCES, "seed.sources")),
            ((witness, hq, dice), (Code.SOURCES, "seed.sources")),
            ((hq, witness, ("dice", dice[1][:-2])), (Code.DICE, "seed.sources.2")),
            ((hq, witness, ("dice", dice[1].replace("6", "7"))), (Code.DICE, "seed.sources.2")),
            ((hq, witness, ("dice", dice[1].replace(" ", ","))), (Code.DICE, "seed.sources.2")),
        ):
            assert self.faults(replace(file, seed=SourcesSeed(sources))) == [fault]
        thrown = ("dice", "1" * 2 + dice[1][3:].replace(" ", " "))
        assert self.faults(replace(file, seed=SourcesSeed((hq, witness, thrown))))

    def test_numbers_of_a_notary(self) -> None:
        file = notary_file()
        assert isinstance(file.seed, SourcesSeed)
        first, *rest = file.seed.sources
        for numbers, code in (("9320", Code.WINNERS), ("", Code.NUMBERS), ("-1", Code.NUMBERS), ("a", Code.NUMBERS)):
            one = replace(file, seed=SourcesSeed(((first[0], numbers), *rest)))
            assert code in {code for code, _ in self.faults(one)}

    @pytest.mark.parametrize(
        ("place", "changed", "problem"),
        [
            (0, {"place": 9}, "no_such_place"),
            (0, {"i": 6}, "not_theirs"),
            (0, {"reason": "not_liked"}, "reason"),
            (0, {"signed_by": ("S001", "S001")}, "two_sign"),
            (0, {"signed_by": ("S001",)}, "two_sign"),
            (0, {"signed_by": ("S001", "")}, "two_sign"),
            (0, {"alternate": -1}, "not_the_next"),
            (1, {"alternate": 6}, "not_the_next"),
            (1, {"place": 0}, "not_theirs"),
        ],
    )
    def test_a_prize_that_passes_on_wrongly(self, place: int, changed: dict[str, Any], problem: str) -> None:
        file = beacon_file()
        passed = list(file.passed)
        assert 6 not in {one for hop in passed for one in (hop.i, hop.alternate)}
        passed[place] = replace(passed[place], **changed)
        assert self.faults(replace(file, passed=tuple(passed))) == [(Code.PASSED, problem)]

    def test_a_prize_passes_on_until_no_alternate_is_left(self) -> None:
        file = beacon_file()
        assert file.drawn is not None
        holder, passed = file.drawn.winners[0].entrant, []
        for one in [*(one.entrant for one in file.drawn.alternates), -1]:
            passed.append(Passed(0, holder, "no_show", ("a", "b"), one))
            holder = one
        assert self.faults(replace(file, passed=tuple(passed))) == []
        more = (*passed, Passed(0, 1, "no_show", ("a", "b"), -1))
        assert self.faults(replace(file, passed=more)) == [(Code.PASSED, "not_theirs")]

    def test_an_earlier_list_left_out(self) -> None:
        file = beacon_file()
        assert self.faults(replace(file, earlier=())) == [(Code.VERSIONS, "earlier")]
        (void,) = file.earlier
        assert self.faults(replace(file, earlier=(void, void))) == [(Code.VERSIONS, "earlier.1.manifest.seq")]
        for wrong in (replace(void, reason=""), replace(void, manifest=replace(void.manifest, draw_id="D"))):
            assert [code for code, _ in self.faults(replace(file, earlier=(wrong,)))] == [Code.VERSIONS]

    def test_a_name_of_nobody_who_won(self) -> None:
        file = beacon_file()
        assert self.faults(replace(file, names=((7_000, "王○明"),))) == [(Code.NAMES, "names.0")]

    def test_nobody_signed(self) -> None:
        file = beacon_file()
        witness = replace(file, signatures=file.signatures[2:])
        codes = {one.code for one in checked(sealed(witness, "witness")).faults}
        assert codes == {Code.SIGNED, Code.SEAL}
        twice = replace(file, signatures=(file.signatures[0], replace(file.signatures[0], role="witness")))
        assert {one.code for one in checked(sealed(twice)).faults} == {Code.SIGNATURE}

    def test_before_the_draw_it_is_a_list(self) -> None:
        file = replace(beacon_file(), seed=None, drawn=None, passed=(), names=())
        report = checked(sealed(file))
        assert report.good
        assert NoteCode.NOT_DRAWN in {note.code for note in report.notes}

    def test_ten_entrants_for_twenty_prizes(self) -> None:
        file = beacon_file((1,) * 10, prizes=(Prize("P", 20),))
        report = checked(sealed(file))
        assert report.good, report.faults
        (note,) = (note for note in report.notes if note.code is NoteCode.FEWER_WINNERS)
        assert note.args == {"prizes": 20, "winners": 10}

    def test_notes(self) -> None:
        codes = {note.code for note in checked(SEALED["envelopes"]).notes}
        assert NoteCode.REHEARSAL in codes
        file = replace(beacon_file(), void="abandoned")
        file = replace(file, signatures=file.signatures[1:2])
        notes = {note.code for note in checked(sealed(file, "terminal")).notes}
        assert {NoteCode.VOID, NoteCode.NO_HQ, NoteCode.NO_WITNESS} <= notes
        assert NoteCode.NOTARY in {note.code for note in checked(SEALED["notary"]).notes}


class TestWheel:
    """What HQ and a terminal could do, who hold the keys."""

    def faults(self, file: WheelFile) -> list[tuple[Code, Any]]:
        """What is wrong with a file that is sealed anew."""
        return [(one.code, one.args.get("problem") or one.args.get("field")) for one in checked(sealed(file)).faults]

    def test_a_spin_left_out(self) -> None:
        file = wheel_file()
        journal = list(file.journal)
        gap = replace(file, journal=journal[:3] + journal[4:])
        assert self.faults(gap) == [(Code.JOURNAL, "gap"), (Code.CLOSED, "closed.used")]
        short = replace(file, journal=journal[:-1])
        assert self.faults(short) == [(Code.CLOSED, "closed.used")]

    def test_a_slot_that_is_not_the_tapes(self) -> None:
        file = wheel_file()
        j, code, at = file.journal[2]
        other = "thanks" if code != "thanks" else "A"
        journal = [*file.journal[:2], (j, other, at), *file.journal[3:]]
        assert self.faults(replace(file, journal=journal)) == [(Code.JOURNAL, "other_code")]

    def test_more_spins_than_slots(self) -> None:
        file = wheel_file(16)
        more = replace(file, journal=[*file.journal, (16, "A", 0)], closed=replace(file.closed, used=17))
        assert self.faults(more) == [(Code.JOURNAL, "beyond")]

    @pytest.mark.parametrize("nt", ["", "00" * 32, "0"])
    def test_another_secret_or_none(self, nt: str) -> None:
        assert self.faults(replace(wheel_file(), nt=nt)) == [(Code.COMMITMENT, "nT")]

    def test_another_root(self) -> None:
        file = wheel_file()
        said = replace(file.tape_root, root="00" * 32)
        faults = self.faults(replace(file, tape_root=said))
        assert faults == [(Code.TAPE_ROOT, "tape_root.root"), (Code.TAPE_SIGNATURE, "tape_root.signature")]

    def test_a_spin_outside_its_time_is_told(self) -> None:
        file = wheel_file()
        journal = [(j, code, 0) for j, code, _ in file.journal]
        report = checked(sealed(replace(file, journal=journal)))
        assert report.good
        assert NoteCode.OUTSIDE_ITS_TIME in {note.code for note in report.notes}
        assert Limit.PEEKED in report.limits
