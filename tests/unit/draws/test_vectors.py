"""Every known answer, and what bodies look like as bytes."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from kiosk.domain.draws import merkle, rfc3797
from kiosk.domain.draws.batch import (
    Manifest,
    Prize,
    draw_tickets,
    envelope_commitment,
    manifest_hash,
    seed_from_beacon,
    seed_from_sources,
)
from kiosk.domain.draws.beacon import QUICKNET, first_round_from, round_at, signed_message, time_of
from kiosk.domain.draws.encoding import H
from kiosk.domain.draws.entrants import commitment, entrants_root, leaves
from kiosk.domain.draws.stream import Stream
from kiosk.domain.draws.wheel import (
    Slot,
    lease_hash,
    slot_is_in,
    slots,
    tape,
    tape_root,
    tape_seed,
    tape_tree,
    terminal_commitment,
)
from kiosk.protocol.draws.bls import DST, beacon_signature_is_good
from tests.unit.draws.vectors_read import vectors

KD1 = vectors("kd1")
DRAND = vectors("drand")
RFC9162 = vectors("merkle_rfc9162")
NOTARY = vectors("rfc3797")
NT = hashlib.sha256(b"kd1-test-nT").digest()


@pytest.mark.parametrize("known", KD1["H"])
def test_hash(known: dict[str, Any]) -> None:
    assert H(known["tag"], *map(bytes.fromhex, known["parts_hex"])).hex() == known["out"]


def test_stream() -> None:
    known, seed = KD1["stream"], bytes.fromhex(KD1["stream"]["seed"])
    words, tens, wide = Stream(seed), Stream(seed), Stream(seed)
    assert [f"{words.word():016x}" for _ in known["words"]] == known["words"]
    assert [tens.below(10) for _ in known["below_10"]] == known["below_10"]
    expected = known["below_2^62+2^61+1"]
    assert [str(wide.below(2**62 + 2**61 + 1)) for _ in expected] == expected


def test_merkle() -> None:
    hashes = [merkle.leaf_hash(bytes.fromhex(text)) for text in RFC9162["inputs"]]
    for n, expected in enumerate(RFC9162["roots_n0_to_n8"]):
        assert merkle.root(hashes[:n]).hex() == expected
        assert merkle.Tree(hashes[:n]).root().hex() == expected
    for known in RFC9162["inclusion"]:
        path = merkle.path(hashes[: known["size"]], known["index"])
        assert [part.hex() for part in path] == known["path"]


def test_entrants() -> None:
    known = KD1["entrants"]
    salts = [hashlib.sha256(f"kd1-test-salt-{i}".encode()).digest()[:16] for i in range(5)]
    people = known["people"]
    made = [commitment(salt, *person[:3]).hex() for salt, person in zip(salts, people, strict=True)]
    counts = [person[3] for person in people]
    assert made == known["c"]
    assert next(leaves(counts, made)).body() == known["first_leaf"]
    assert entrants_root(counts, made).hex() == known["root"]


def test_batch() -> None:
    known, counts = KD1["batch"], [person[3] for person in KD1["entrants"]["people"]]
    mh = manifest_hash(known["manifest"])
    assert mh.hex() == known["manifest_hash"]
    seed = seed_from_beacon(mh, bytes.fromhex(DRAND["rounds"][1]["signature"]))
    assert seed.hex() == known["drand_seed"]
    assert [list(one) for one in draw_tickets(counts, seed, 5)] == known["drand_draw_ticket_entry"]
    (envelope, sealed), (dice, thrown) = known["offline_sources"]
    seed = seed_from_sources(mh, [(envelope, bytes.fromhex(sealed)), (dice, thrown.removeprefix("text: ").encode())])
    assert seed.hex() == known["offline_seed"]
    assert [list(one) for one in draw_tickets(counts, seed, 5)] == known["offline_draw_ticket_entry"]


def test_wheel() -> None:
    known = KD1["wheel"]
    assert terminal_commitment(NT).hex() == envelope_commitment(NT).hex() == known["C"]
    hashed = lease_hash(known["lease"])
    assert hashed.hex() == known["lease_hash"]
    seed = tape_seed(hashed, NT, bytes.fromhex(DRAND["rounds"][1]["signature"]))
    assert seed.hex() == known["tape_seed"]
    codes = tape([Prize(one["code"], one["n"]) for one in known["lease"]["counts"]], seed)
    assert "".join(codes) == known["tape"]
    lease = known["lease"]["lease_id"]
    assert next(slots(lease, codes, NT)).body() == known["slot_0"]
    assert tape_root(lease, codes, NT).hex() == known["tape_root"]
    tree = tape_tree(lease, codes, NT)
    for slot in slots(lease, codes, NT):
        path = tree.path(slot.j)
        assert slot_is_in(slot, tree.size, path, tree.root())
        assert not slot_is_in(Slot("A" if slot.code != "A" else "B", slot.j, lease, slot.salt), 20, path, tree.root())


def test_notary() -> None:
    assert rfc3797.key_of(NOTARY["sources"]) == NOTARY["key"]
    assert [rfc3797.digest(NOTARY["key"], i).hex().upper() for i in range(16)] == NOTARY["md5"]
    assert rfc3797.selected(NOTARY["pool"], NOTARY["key"], 16) == NOTARY["selected"]


def test_beacon() -> None:
    assert QUICKNET.hash == DRAND["chain_hash"]
    assert (QUICKNET.public_key, QUICKNET.genesis) == (DRAND["public_key"], DRAND["genesis_unix"])
    assert (QUICKNET.period, QUICKNET.scheme, DST.decode()) == (DRAND["period_s"], DRAND["scheme"], DRAND["dst"])
    midnight = 1776643200  # 2026-04-20T00:00:00Z
    assert round_at(QUICKNET, midnight) == 27946612
    first = first_round_from(QUICKNET, midnight)
    assert time_of(QUICKNET, first - 1) < midnight <= time_of(QUICKNET, first)
    for known in DRAND["rounds"]:
        signature = bytes.fromhex(known["signature"])
        assert hashlib.sha256(signature).hexdigest() == known["randomness"]
        assert beacon_signature_is_good(QUICKNET, known["round"], signature)
        assert not beacon_signature_is_good(QUICKNET, known["round"] + 1, signature)
        assert signed_message(known["round"]) == hashlib.sha256(known["round"].to_bytes(8, "big")).digest()


def test_a_manifest_has_every_field_of_the_design() -> None:
    manifest = Manifest("C", "D", 1, "00" * 32, 1, 1, "00" * 32, (Prize("P", 1),), 0, "00" * 32, ("drand",), 0, 0)
    design = (
        "alg campaign draw_id seq rules_hash entrants tickets entrants_root prizes alternates "
        "one_prize_per_entrant exclusions_root sources freeze_time publish_deadline"
    )
    assert set(manifest.body()) == set(design.split())
