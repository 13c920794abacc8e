"""Laws of the parts: canonical bytes, trees of any size, commitments, numbers below n, what a draw leaves."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.domain.draws import merkle, rfc3797
from kiosk.domain.draws.batch import (
    Manifest,
    Prize,
    dice_text,
    draw,
    draw_tickets,
    fingerprint,
    manifest_of,
    misfit,
)
from kiosk.domain.draws.beacon import QUICKNET, Chain, chain_of, first_round_from, round_at, time_of
from kiosk.domain.draws.encoding import DEEPEST, LARGEST, H, jcs
from kiosk.domain.draws.entrants import Leaf, commitment, exclusion, leaf_hashes, leaves
from kiosk.domain.draws.fenwick import Fenwick
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.stream import Stream
from kiosk.domain.draws.wheel import lease_of
from kiosk.protocol.draws.bls import beacon_signature_is_good
from tests.unit.draws.published_samples import bytes_of, manifest, own_chain, own_round, wheel_file

values = st.recursive(
    st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("aé字\U0001f600\ue000.", max_size=3), inner),
    max_leaves=12,
)


class TestCanonicalBytes:
    """RFC 8785 over what KD1 allows."""

    @given(values)
    def test_they_say_the_value_in_nfc_and_say_it_once(self, value: Any) -> None:
        written = jcs(value)
        again = json.loads(written)
        assert jcs(again) == written
        assert written.decode() == unicodedata.normalize("NFC", written.decode())

    @given(st.dictionaries(st.text("ab\U0001f600\ue000", max_size=3), st.integers(0, 9)))
    def test_the_order_of_keys_is_not_in_them(self, value: dict[str, int]) -> None:
        assert jcs(value) == jcs(dict(reversed(value.items())))

    def test_keys_are_in_the_order_of_utf_16(self) -> None:
        # beyond the basic plane a unit begins with d8, which comes before the private use area
        assert jcs({"\ue000": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ue000":1}'.encode()

    def test_what_ecmascript_escapes(self) -> None:
        text = '"\\/\b\f\n\r\t\x00\x1f\x7f\u2028é'
        assert jcs(text) == '"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\u2028é"'.encode()

    def test_texts_in_two_forms_are_one(self) -> None:
        assert jcs("e\u0301") == jcs("é") == '"é"'.encode()
        with pytest.raises(ValueError, match="NFC"):
            jcs({"e\u0301": 1, "é": 2})

    @pytest.mark.parametrize(
        "odd", [None, 1.0, float("nan"), 2**53, -(2**53), b"", "\ud800", {1: 2}, [None], {"a": {1}}, object()]
    )
    def test_anything_else_has_none(self, odd: Any) -> None:
        with pytest.raises(ValueError):
            jcs(odd)

    def test_nor_has_what_is_too_deep(self) -> None:
        value: Any = 1
        for _ in range(DEEPEST):
            value = [value]
        with pytest.raises(ValueError, match="layers"):
            jcs(value)

    @given(st.lists(st.binary(max_size=5), max_size=4), st.lists(st.binary(max_size=5), max_size=4))
    def test_parts_of_a_hash_do_not_flow_into_each_other(self, one: list[bytes], other: list[bytes]) -> None:
        assert (H("t", *one) == H("t", *other)) == (one == other)

    def test_a_tag_is_short(self) -> None:
        with pytest.raises(ValueError, match="tag"):
            H("x" * 252)


class TestTrees:
    """RFC 9162, by its own recursive definition."""

    def defined(self, leaves: list[bytes]) -> bytes:
        """MTH of the RFC."""
        if len(leaves) < 2:
            return leaves[0] if leaves else hashlib.sha256(b"").digest()
        split = 1 << ((len(leaves) - 1).bit_length() - 1)
        return merkle.node_hash(self.defined(leaves[:split]), self.defined(leaves[split:]))

    @pytest.mark.parametrize("size", [*range(1, 18), 31, 32, 33, 100])
    def test_each_leaf_leads_to_the_root_and_no_other_does(self, size: int) -> None:
        hashes = [merkle.leaf_hash(bytes([i])) for i in range(size)]
        tree, root = merkle.Tree(hashes), self.defined(hashes)
        assert tree.root() == merkle.root(hashes) == root
        assert tree.size == size
        for i in range(size):
            path = tree.path(i)
            assert merkle.verify_path(hashes[i], i, size, path, root)
            assert not merkle.verify_path(hashes[i], i, size, [*path, root], root)
            assert not merkle.verify_path(merkle.leaf_hash(b"other"), i, size, path, root)
            if path:
                assert not merkle.verify_path(hashes[i], i, size, path[:-1], root)
                assert not merkle.verify_path(hashes[i], (i + 1) % size, size, path, root)
        for nowhere in (-1, size):
            assert not merkle.verify_path(hashes[0], nowhere, size, (), root)
            with pytest.raises(ValueError):
                tree.path(nowhere)


class TestEntrants:
    """One leaf a customer."""

    @given(st.lists(st.integers(1, 10**6), max_size=9))
    def test_a_leaf_is_its_canonical_bytes(self, counts: list[int]) -> None:
        named = [bytes_of(f"{i}").hex() for i in range(len(counts))]
        listed = list(leaves(counts, named))
        assert [merkle.leaf_hash(jcs(leaf.body())) for leaf in listed] == list(leaf_hashes(counts, named))
        assert [leaf.hash() for leaf in listed] == list(leaf_hashes(counts, named))
        assert [leaf.first for leaf in listed] == [sum(counts[:i]) for i in range(len(counts))]

    def test_a_salt_has_sixteen_bytes(self) -> None:
        assert commitment(b"\0" * 16, "m", "n", "p") != commitment(b"\1" * 16, "m", "n", "p")
        assert exclusion(b"\0" * 16, "m") != exclusion(b"\1" * 16, "m")
        with pytest.raises(ValueError, match="16"):
            commitment(b"\0" * 15, "m", "n", "p")
        with pytest.raises(ValueError, match="16"):
            exclusion(b"\0" * 17, "m")

    def test_another_person_has_another_commitment(self) -> None:
        salt = b"\0" * 16
        assert len({commitment(salt, *who) for who in (("a", "b", "c"), ("ab", "", "c"), ("a", "bc", ""))}) == 3
        assert Leaf(0, 0, 1, "00").hash() != Leaf(1, 0, 1, "00").hash()


class TestTickets:
    """Who owns the u-th ticket that is left."""

    @given(st.lists(st.integers(0, 5), min_size=1, max_size=20), st.data())
    def test_a_tree_of_sums_finds_what_counting_finds(self, counts: list[int], data: st.DataObject) -> None:
        tree, left = Fenwick(counts), list(counts)
        while sum(left):
            u = data.draw(st.integers(0, sum(left) - 1))
            owners = [(place, within) for place, count in enumerate(left) for within in range(count)]
            place, within = tree.find(u)
            assert (place, within) == owners[u]
            assert tree.before(place) == sum(left[:place])
            gone = data.draw(st.integers(1, left[place]))
            tree.take(place, gone)
            left[place] -= gone
            assert tree.total == sum(left)

    @settings(max_examples=60)
    @given(st.lists(st.integers(1, 6), min_size=1, max_size=12), st.integers(0, 40), st.booleans(), st.binary())
    def test_a_draw(self, counts: list[int], wanted: int, all_leave: bool, words: bytes) -> None:
        seed = hashlib.sha256(words).digest()
        drawn = draw_tickets(counts, seed, wanted, all_leave=all_leave)
        assert len(drawn) == min(wanted, len(counts) if all_leave else sum(counts))
        owners = [place for place, count in enumerate(counts) for _ in range(count)]
        assert all(owners[ticket] == entrant for ticket, entrant in drawn)
        once = [entrant if all_leave else ticket for ticket, entrant in drawn]
        assert len(set(once)) == len(once)
        assert drawn[: wanted // 2] == draw_tickets(counts, seed, wanted // 2, all_leave=all_leave)[: wanted // 2]

    def test_tickets_that_are_not_the_manifests(self) -> None:
        frozen = manifest((1, 2))
        for counts in ((1, 1), (3,), (3, 0), (1, 2, 0)):
            with pytest.raises(ValueError):
                draw(frozen, counts, b"\0" * 32)


class TestManifests:
    """What a manifest may say."""

    @pytest.mark.parametrize(
        ("field", "changed"),
        [
            ("alg", {"alg": "KD2"}),
            ("publish_deadline", {"publish_deadline": 1}),
            ("sources", {"sources": ()}),
            ("sources", {"sources": ("dice", "dice")}),
            (
                "sources",
                {"sources": ("envelope:HQ", "dice"), "beacon": None, "envelopes": (("envelope:HQ", "00" * 32),)},
            ),
            ("sources", {"sources": ("envelope:HQ", "envelope:B"), "beacon": None}),
            ("beacon", {"beacon": None}),
            ("envelopes", {"envelopes": (("envelope:HQ", "00" * 32),)}),
            ("envelopes", {"sources": ("envelope:A", "envelope:B", "dice"), "beacon": None}),
            ("beacon", {"alg": "RFC3797", "tickets": 2}),
            ("tickets", {"alg": "RFC3797"}),
        ],
    )
    def test_what_does_not_fit(self, field: str, changed: dict[str, Any]) -> None:
        wrong = manifest((1, 2), **changed)
        assert misfit(wrong) == field
        with pytest.raises(FieldFault) as fault:
            manifest_of(wrong.body(), "manifest")
        assert fault.value.field == f"manifest.{field}"

    def test_more_than_a_notary_can_number(self) -> None:
        many = manifest(
            (1, 2), alg="RFC3797", entrants=70_000, tickets=70_000, prizes=(Prize("P", 70_000),), beacon=None
        )
        assert misfit(many) == "prizes"
        with pytest.raises(ValueError):
            rfc3797.selected(10, "1./", 11)
        for source in ([], [-1]):
            with pytest.raises(ValueError):
                rfc3797.key_of([[1], source])

    def test_it_is_read_as_it_was_written(self) -> None:
        frozen: Manifest = manifest((1, 2))
        assert manifest_of(json.loads(jcs(frozen.body()))) == frozen
        assert len(fingerprint(frozen.hash()).split()) == 8

    def test_a_lease_that_no_tape_can_be_made_of(self) -> None:
        lease = wheel_file().lease
        assert lease_of(lease.body()) == lease
        for field, wrong in (
            ("alg", "X"),
            ("valid_to", 1),
            ("counts", []),
            ("counts", [{"code": "A", "n": 2_000_000}]),
        ):
            with pytest.raises(FieldFault) as fault:
                lease_of(lease.body() | {field: wrong})
            assert fault.value.field == field

    @pytest.mark.parametrize(
        ("thrown", "text"),
        [
            ("1" * 20, " ".join("1" * 20)),
            ("1,2 3\n4 " * 5, " ".join("1234" * 5)),
            ("1" * 19, None),
            ("1" * 19 + "0", None),
            ("1" * 19 + "7", None),
            ("1" * 19 + "a", None),
            ("", None),
        ],
    )
    def test_dice(self, thrown: str, text: str | None) -> None:
        assert dice_text(thrown) == text


class TestBeacons:
    """Rounds and their signatures."""

    @given(st.integers(0, 4 * 10**9), st.integers(1, 60))
    def test_rounds_and_times(self, unix: int, period: int) -> None:
        chain = Chain(QUICKNET.public_key, 1_692_803_367, period, QUICKNET.group_hash, "x")
        first, latest = first_round_from(chain, unix), round_at(chain, unix)
        assert time_of(chain, first) >= unix or first == 1
        assert first == 1 or time_of(chain, first - 1) < unix
        assert latest == 0 or time_of(chain, latest) <= unix < time_of(chain, latest + 1)

    def test_a_chain_is_read_as_it_was_written(self) -> None:
        assert chain_of(json.loads(json.dumps(own_chain().body()))) == own_chain()
        with pytest.raises(FieldFault):
            chain_of(own_chain().body() | {"period": 2**40})

    def test_our_own_chain(self) -> None:
        chain = own_chain()
        signature = bytes.fromhex(own_round(7))
        assert beacon_signature_is_good(chain, 7, signature)
        assert not beacon_signature_is_good(QUICKNET, 7, signature)
        assert not beacon_signature_is_good(chain, 8, signature)

    @settings(max_examples=25, deadline=None)
    @given(st.binary(max_size=60) | st.binary(min_size=48, max_size=48), st.integers(-1, 2**70))
    def test_garbage_is_no_signature(self, signature: bytes, number: int) -> None:
        assume(signature != bytes.fromhex(own_round(7)))
        assert not beacon_signature_is_good(own_chain(), number, signature)

    def test_the_point_at_infinity_signs_nothing(self) -> None:
        infinity = b"\xc0" + b"\0" * 47
        assert not beacon_signature_is_good(own_chain(), 7, infinity)
        nobody = Chain("c0" + "00" * 95, 1, 3, "00" * 32, "x")
        assert not beacon_signature_is_good(nobody, 7, infinity)
        assert not beacon_signature_is_good(nobody, 7, bytes.fromhex(own_round(7)))

    def test_a_key_or_a_scheme_that_is_none(self) -> None:
        signature = bytes.fromhex(own_round(7))
        for odd in ("00" * 96, "ff" * 96, "00", "xx"):
            assert not beacon_signature_is_good(Chain(odd, 1, 3, "00" * 32, "x"), 7, signature)
        other = Chain(own_chain().public_key, 1, 3, "00" * 32, "x", "pedersen-bls-chained")
        assert not beacon_signature_is_good(other, 7, signature)


def test_a_seed_and_n_have_bounds() -> None:
    with pytest.raises(ValueError):
        Stream(b"\0" * 31)
    for n in (0, -1, 2**64 + 1):
        with pytest.raises(ValueError):
            Stream(b"\0" * 32).below(n)
    assert Stream(b"\0" * 32).below(2**64) == Stream(b"\0" * 32).word()
    assert Stream(b"\0" * 32).below(1) == 0
