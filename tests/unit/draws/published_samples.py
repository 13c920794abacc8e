"""Published files of every kind, made as a draw makes them, with real rounds of the public beacon and of a chain of our
own. Keys are made from words: a test draws the same again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from py_arkworks_bls12381 import G1Point, G2Point, Scalar

from kiosk.domain.draws.batch import (
    NOTARY,
    Drawn,
    Manifest,
    Prize,
    draw,
    draw_by_notary,
    envelope_commitment,
    notary_key,
    seed_from_beacon,
    seed_from_sources,
)
from kiosk.domain.draws.beacon import (
    MARGIN_S,
    QUICKNET,
    Chain,
    Round,
    first_round_from,
    signed_message,
    time_of,
)
from kiosk.domain.draws.entrants import commitment, entrants_root, exclusion, exclusions_root
from kiosk.domain.draws.published import (
    BatchFile,
    BeaconSeed,
    Closing,
    Passed,
    Signed,
    SourcesSeed,
    TapeRoot,
    Void,
    WheelFile,
    rules_hash,
)
from kiosk.domain.draws.report import Report
from kiosk.domain.draws.seal import seal
from kiosk.domain.draws.verify import verify
from kiosk.domain.draws.wheel import Lease, opening_body, tape, tape_root, tape_seed, terminal_commitment
from kiosk.protocol.draws.bls import DST, beacon_signature_is_good
from kiosk.protocol.draws.signatures import sign_body, signature_is_good
from tests.unit.draws.vectors_read import vectors

RULES = "一人一獎，現場領取。\nOne prize each, to be claimed on the spot."
ROUNDS: dict[int, str] = {one["round"]: one["signature"] for one in vectors("drand")["rounds"]}
DICE = "3 5 1 6 2 2 4 1 6 3 5 4 2 6 1 3 3 5 6 1"
ENVELOPES = {"envelope:HQ": b"\x11" * 32, "envelope:witness": b"\x22" * 32}


def bytes_of(words: str, size: int = 32) -> bytes:
    """Bytes that are always the same for the same words."""
    return hashlib.sha256(words.encode()).digest()[:size]


@cache
def key(words: str) -> Ed25519PrivateKey:
    """A signing key."""
    return Ed25519PrivateKey.from_private_bytes(bytes_of(words))


def public(words: str) -> bytes:
    """Its public half, 32 bytes."""
    return key(words).public_key().public_bytes_raw()


def signed(role: str, body: Any) -> Signed:
    """A signature of `body` by the key of that role."""
    return Signed(role, f"the {role}", public(role).hex(), sign_body(key(role), body).hex())


@cache
def own_chain() -> Chain:
    """A beacon that is not the public one, of which the tests hold the key."""
    group = G2Point() * _secret()
    return Chain(group.to_compressed_bytes().hex(), 1_790_000_000, 5, "ab" * 32, "shop")


def own_round(number: int) -> str:
    """The signature of a round of it, hex."""
    signed_point = G1Point.hash_to_curve(signed_message(number), DST) * _secret()
    return signed_point.to_compressed_bytes().hex()


def _secret() -> Scalar:
    return Scalar(7_654_321)


def people(counts: Sequence[int]) -> list[str]:
    """Commitments of so many people, hex."""
    return [
        commitment(bytes_of(f"salt {i}", 16), f"E{i:03}", f"Guest {i}", f"09{i:08}").hex() for i in range(len(counts))
    ]


def manifest(counts: Sequence[int], **changed: Any) -> Manifest:
    """A manifest by round 1000 of the public beacon, with two kinds of prizes and three alternates."""
    deadline = time_of(QUICKNET, 1000) - MARGIN_S
    whole = Manifest(
        campaign="C2026-01",
        draw_id="C2026-01/grand/2026-12-31",
        seq=1,
        rules_hash=rules_hash(RULES),
        entrants=len(counts),
        tickets=sum(counts),
        entrants_root=entrants_root(counts, people(counts)).hex(),
        prizes=(Prize("P2", 2), Prize("P1", 1)),
        alternates=3,
        exclusions_root=exclusions_root([exclusion(bytes_of("x", 16), "S001")]).hex(),
        sources=("drand",),
        freeze_time=deadline - 60,
        publish_deadline=deadline,
        beacon=Round(QUICKNET.hash, 1000),
    )
    return replace(whole, **changed)


def finished(file: BatchFile, drawn: Drawn) -> BatchFile:
    """With signatures, the result, its names, and two prizes passed on."""
    body = file.manifest.body()
    passed: list[Passed] = []
    waiting = [one.entrant for one in drawn.alternates]
    for place, reason in ((0, "no_show"), (1, "declined")):
        if place < len(drawn.winners):
            alternate = waiting.pop(0) if waiting else -1
            passed.append(Passed(place, drawn.winners[place].entrant, reason, ("S001", "S002"), alternate))
    return replace(
        file,
        signatures=tuple(signed(role, body) for role in ("hq", "terminal", "witness")),
        drawn=drawn,
        passed=tuple(passed),
        names=tuple((win.entrant, "王○明") for win in drawn.winners),
    )


def beacon_file(counts: Sequence[int] = (3, 1, 5, 2, 1, 4, 1, 1), **changed: Any) -> BatchFile:
    """A draw by the public beacon, after a first list that is void."""
    first = manifest(counts, tickets=1, **changed)
    second = replace(first, seq=2, tickets=sum(counts))
    seed = BeaconSeed(1000, ROUNDS[1000])
    drawn = draw(second, counts, seed_from_beacon(second.hash(), bytes.fromhex(seed.signature)))
    void = (Void(first, "wrong_list"),)
    return finished(BatchFile(second, (), counts, people(counts), RULES, seed, earlier=void), drawn)


def own_beacon_file(counts: Sequence[int] = (1, 2, 3, 4)) -> BatchFile:
    """A draw by a chain of our own."""
    chain, deadline = own_chain(), 1_795_000_000
    number = first_round_from(chain, deadline + MARGIN_S)
    frozen = manifest(counts, beacon=Round(chain.hash, number), freeze_time=deadline, publish_deadline=deadline, seq=1)
    seed = BeaconSeed(number, own_round(number))
    drawn = draw(frozen, counts, seed_from_beacon(frozen.hash(), bytes.fromhex(seed.signature)))
    return finished(BatchFile(frozen, (), counts, people(counts), RULES, seed, chain=chain), drawn)


def envelope_file(counts: Sequence[int] = (2, 2, 2, 2, 2)) -> BatchFile:
    """A draw without a network."""
    frozen = manifest(
        counts,
        beacon=None,
        sources=(*ENVELOPES, "dice"),
        envelopes=tuple((name, envelope_commitment(value).hex()) for name, value in ENVELOPES.items()),
    )
    values = [*ENVELOPES.items(), ("dice", DICE.encode())]
    seed = SourcesSeed((*((name, value.hex()) for name, value in ENVELOPES.items()), ("dice", DICE)))
    drawn = draw(frozen, counts, seed_from_sources(frozen.hash(), values))
    return finished(BatchFile(frozen, (), counts, people(counts), RULES, seed, rehearsal=True), drawn)


def notary_file(pool: int = 25) -> BatchFile:
    """A draw by numbers that a notary reads out: those of RFC 3797, section 6."""
    counts = [1] * pool
    names = ("US National Debt", "Evil Lottery", "Mega Lottery")
    numbers = [" ".join(map(str, source)) for source in vectors("rfc3797")["sources"]]
    frozen = manifest(counts, beacon=None, sources=names, alg=NOTARY, prizes=(Prize("P", 10),), alternates=6)
    drawn = draw_by_notary(frozen, notary_key(numbers) or "")
    seed = SourcesSeed(tuple(zip(names, numbers, strict=True)))
    return finished(BatchFile(frozen, (), counts, people(counts), RULES, seed), drawn)


def wheel_file(used: int = 9) -> WheelFile:
    """A closed lease by round 657413 of the public beacon."""
    nt = bytes_of("nT")
    since = time_of(QUICKNET, 657413) - 600
    lease = Lease(
        campaign="C2026-01",
        lease_id="lucky.7",
        terminal="T007",
        seq=3,
        counts=(Prize("A", 1), Prize("cash:188", 3), Prize("thanks", 12)),
        commit_terminal=terminal_commitment(nt).hex(),
        beacon=Round(QUICKNET.hash, 657413),
        valid_from=since,
        valid_to=since + 86_400,
        rules_hash=rules_hash(RULES),
    )
    seed = BeaconSeed(657413, ROUNDS[657413])
    codes = tape(lease.counts, tape_seed(lease.hash(), nt, bytes.fromhex(seed.signature)))
    root = tape_root(lease.lease_id, codes, nt)
    opened = sign_body(key("device"), opening_body(lease, root)).hex()
    return WheelFile(
        lease=lease,
        signatures=(signed("hq", lease.body()),),
        tape_root=TapeRoot(root.hex(), lease.size, public("device").hex(), opened),
        nt=nt.hex(),
        beacon=seed,
        journal=[(j, code, since + 900 + j) for j, code in enumerate(codes[:used])],
        closed=Closing(used, "over", since + 90_000),
        rules=RULES,
    )


def sealed(file: BatchFile | WheelFile, by: str = "hq") -> dict[str, Any]:
    """As it is published."""
    return seal(file.body(), public(by), key(by).sign)


def checked(file: Mapping[str, Any] | Any, trusted: Sequence[str] | None = None) -> Report:
    """The report about a file."""
    return verify(file, signature_is_good=signature_is_good, beacon_is_good=_beacon_is_good, trusted=trusted)


_beacon_is_good = cache(beacon_signature_is_good)  # of thousands of files here, few differ in their round


FILES: dict[str, Callable[[], BatchFile | WheelFile]] = {
    "beacon": beacon_file,
    "own beacon": own_beacon_file,
    "envelopes": envelope_file,
    "notary": notary_file,
    "wheel": wheel_file,
}
