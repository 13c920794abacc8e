"""What terminals ask HQ about draws, and what they report of them."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.draws.batch import (
    Manifest,
    Prize,
    draw,
    envelope_commitment,
    manifest_of,
    seed_from_beacon,
    seed_from_sources,
)
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.entrants import Leaf, commitment, entrants_root, exclusions_root
from kiosk.domain.draws.facts import DRAW_DRAWN, DRAW_FROZEN, DRAW_PASSED, DRAW_PUBLISHED, DRAW_SEEDED
from kiosk.domain.draws.life import State, result_hash
from kiosk.domain.draws.merkle import verify_path
from kiosk.domain.draws.published import BatchFile, Signed, SourcesSeed, rules_hash
from kiosk.domain.draws.seal import seal
from kiosk.domain.tokens import DrawReceiptClaims
from kiosk.hq.draws_batch.serving import place_of
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.tokens.parser import OpenedToken, open_token
from kiosk.protocol.wire.messages import DrawFileKept, DrawSigned, DrawSignRequest, DrawTickets, DrawTicketsRequest
from tests.shared.wheels import beacon
from tests.unit.hq.campaign_rig import pushes
from tests.unit.hq.draws_batch.rig import DRAW, at_one, chain_with, comes_out, file_of, rows
from tests.unit.hq.rig import Terminal, TestClock, read

FIVE = {f"m{n}": n for n in range(1, 6)}


def stage_of(till: Terminal, name: str = f"{DRAW}/1") -> Any:
    answer = till.call("GET", f"/v1/draws/{name}/stage")
    assert answer.status == 200, answer
    return json.loads(zstandard.ZstdDecompressor().decompressobj().decompress(answer.body))


def reports(till: Terminal, seen: dict[str, Any], *, signature: str = "", **more: Any) -> None:
    """The stage has drawn HQ's draw by the beacon, offline."""
    manifest = manifest_of(seen["manifest"])
    assert manifest.beacon is not None
    told = signature or beacon().signature(manifest.beacon.round).hex()
    counts = [count for count, _, _ in seen["entrants"]]
    result = draw(manifest, counts, seed_from_beacon(manifest.hash(), bytes.fromhex(told)))
    about = {"draw": DRAW, "seq": 1}
    till.fact(DRAW_SEEDED, {**about, "round": manifest.beacon.round, "signature": told})
    said = {
        "result": result_hash(manifest.hash(), result.winners, result.alternates),
        "winners": [list(one) for one in result.winners],
        "alternates": [list(one) for one in result.alternates],
    }
    till.fact(DRAW_DRAWN, {**about, **said, **more})


def refusals(hq: Headquarters) -> list[str]:
    return [
        fact["body"]["code"]
        for raw in hq.facts("hq", 1)
        if (fact := msgspec.json.decode(raw))["kind"] == "draw.refused"
    ]


def test_a_stage_draws_what_hq_draws(hq: Headquarters, clock: TestClock) -> None:
    """The terminal had the round from a phone before HQ had it: HQ takes both."""
    till = chain_with(hq, FIVE)
    at_one(hq, clock)
    till.open_session()
    seen = stage_of(till)
    assert [name for _, _, name in seen["entrants"]] == ["*"] * 5
    assert "salt" not in json.dumps(seen)
    reports(till, seen)
    pushes(till, queue=5_000)
    hq.draws.clock().settle()
    (known,) = hq.draws.every()
    assert known.state is State.DRAWN
    assert refusals(hq) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"result": "ab" * 32}, "other_result"), ({"signature": "ab" * 48}, "no_beacon")],
)
def test_a_result_that_is_another_is_refused_once_with_a_reason(
    hq: Headquarters, clock: TestClock, wrong: dict[str, Any], code: str
) -> None:
    till = chain_with(hq, FIVE)
    at_one(hq, clock)
    till.open_session()
    reports(till, stage_of(till), **wrong)
    pushes(till, queue=5_000)
    hq.draws.clock().settle()
    hq.draws.clock().settle()
    assert refusals(hq) == [code]
    (seen,) = hq.draws.every()
    if seen.state is not State.DRAWN:
        comes_out(hq, seen)
        hq.draws.clock().settle()
    assert hq.draws.every()[0].drawn is not None
    assert refusals(hq) == [code]


def test_a_prize_that_a_stage_passed_on_is_hqs_too_and_a_wrong_one_is_refused(
    hq: Headquarters, clock: TestClock
) -> None:
    chain_with(hq, {f"m{n}": 1 for n in range(9)})
    till = Terminal.enrolled(hq, seed=9)
    at_one(hq, clock)
    comes_out(hq, hq.draws.every()[0])
    hq.draws.clock().settle()
    drawn = hq.draws.every()[0].drawn
    assert drawn is not None
    till.open_session()
    about = {"draw": DRAW, "seq": 1, "reason": "no_show", "by": "s-1", "second": "s-2"}
    first, second = (entrant for _, entrant in drawn.alternates)
    passed = {"place": 1, "entrant": drawn.winners[1][2]}
    till.fact(DRAW_PASSED, {**about, **passed, "alternate": second})
    till.fact(DRAW_PASSED, {**about, "place": 0, "entrant": drawn.winners[0][2], "alternate": first})
    pushes(till)
    hq.draws.clock().settle()
    assert refusals(hq) == ["not_the_next_alternate"]
    assert [one.entrant for one in hq.draws.show(DRAW).held][:2] == [first, drawn.winners[1][2]]


def test_signatures_of_terminals_and_witnesses_go_into_the_file(hq: Headquarters, clock: TestClock) -> None:
    till = chain_with(hq, FIVE)
    at_one(hq, clock)
    till.open_session()
    (seen,) = hq.draws.every()
    assert seen.manifest is not None
    assert seen.frozen is not None
    body = seen.manifest.body()
    witness = Ed25519PrivateKey.from_private_bytes(b"w" * 32)
    good = {
        "role": "witness",
        "name": "Notary",
        "key": witness.public_key().public_bytes_raw().hex(),
        "signature": witness.sign(signed_bytes(body)).hex(),
    }
    bad = {**good, "key": till.public_key.hex(), "role": "terminal"}
    till.fact(DRAW_PUBLISHED, {"draw": DRAW, "seq": 1, "mh": seen.frozen.mh, "at": 1, "signatures": [good, bad]})
    pushes(till)
    hq.draws.clock().settle()
    assert [one["role"] for one in file_of(hq)["signatures"]] == ["hq", "witness"]


def test_a_members_ticket_is_in_the_published_tree(hq: Headquarters, clock: TestClock) -> None:
    till = chain_with(hq, FIVE)
    ask = DrawTicketsRequest(member="m3")
    assert till.ok("/v1/draws/tickets", ask, DrawTickets).tickets == ()
    at_one(hq, clock)
    till.open_session()
    (ticket,) = till.ok("/v1/draws/tickets", ask, DrawTickets).tickets
    opened = open_token(ticket.token)
    assert isinstance(opened, OpenedToken)
    claims = opened.unproven_claims()
    assert isinstance(claims, DrawReceiptClaims)
    c = commitment(claims.salt, "m3", "某", "+886900000001").hex()
    leaf = Leaf(ticket.i, ticket.first, ticket.count, c)
    manifest = hq.draws.every()[0].manifest
    assert manifest is not None
    assert claims.root.hex() == manifest.entrants_root
    assert ticket.count == 3
    assert verify_path(leaf.hash(), claims.index, claims.size, claims.path, claims.root)
    assert file_of(hq)["leaves"][ticket.i] == [3, c]
    hq.registration.erase("m3", "asked", "test")
    assert till.ok("/v1/draws/tickets", ask, DrawTickets).tickets == ()


def test_the_file_is_for_everybody_and_the_stages_list_for_terminals(hq: Headquarters, clock: TestClock) -> None:
    till = chain_with(hq, FIVE)
    assert hq.wire.handle("GET", f"/v1/draws/{DRAW}/file", {}, b"").status == 404
    at_one(hq, clock)
    for path in (f"/v1/draws/{DRAW}/1/file", f"/v1/draws/{DRAW.replace('/', '%2F')}/file"):
        answer = hq.wire.handle("GET", path, {}, b"")
        assert answer.status == 200
        assert json.loads(zstandard.ZstdDecompressor().decompressobj().decompress(answer.body)) == file_of(hq)
    assert hq.wire.handle("GET", f"/v1/draws/{DRAW}/1/stage", {}, b"").status == 401
    assert hq.wire.handle("GET", f"/v1/draws/{DRAW}/2/file", {}, b"").status == 404
    till.open_session()
    assert till.call("GET", f"/v1/draws/{DRAW}/stage").status == 200


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/v1/draws/autumn/grand/2026-10-01/2/file", ("autumn/grand/2026-10-01", 2, "file")),
        ("/v1/draws/autumn/grand/2026-10-01/file", ("autumn/grand/2026-10-01", None, "file")),
        ("/v1/draws/local%2Fd-x%2F1/file", ("local/d-x/1", None, "file")),
        ("/v1/draws/local/d-x/1/3/stage", ("local/d-x/1", 3, "stage")),
        ("/v1/draws/file", ("", None, "file")),
    ],
)
def test_what_is_asked_for(path: str, found: tuple[str, int | None, str]) -> None:
    assert place_of(path) == found


# -- a terminal's own draws -------------------------------------------------------------------------------------------

RULES = '{"rules":"the words on the wall"}'
VALUES = (("envelope:HQ", "11" * 32), ("envelope:witness", "22" * 32), ("dice", " ".join("123456" * 4)))


def local(till: Terminal, people: int = 4, seq: int = 1) -> tuple[Manifest, list[int], list[str]]:
    """The list of a draw of a terminal's own."""
    counts = [1] * people
    cs = [commitment(bytes(16), f"e{n}", "N", "").hex() for n in range(people)]
    return (
        Manifest(
            campaign="",
            draw_id=f"local/{till.device}/1",
            seq=seq,
            rules_hash=rules_hash(RULES),
            entrants=people,
            tickets=people,
            entrants_root=entrants_root(counts, cs).hex(),
            prizes=(Prize("mug", 1),),
            alternates=1,
            exclusions_root=exclusions_root(()).hex(),
            sources=tuple(name for name, _ in VALUES),
            freeze_time=1_790_000_000,
            publish_deadline=1_790_000_300,
            envelopes=tuple((name, envelope_commitment(bytes.fromhex(value)).hex()) for name, value in VALUES[:2]),
        ),
        counts,
        cs,
    )


def test_hq_signs_one_list_of_a_terminals_own_draw(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    manifest, _, _ = local(till)
    asked = DrawSignRequest(manifest=msgspec.json.encode(manifest.body()))
    signed = till.ok("/v1/draws/sign", asked, DrawSigned)
    message = signed_bytes(manifest.body())
    assert signature_is_good(bytes.fromhex(signed.key), message, bytes.fromhex(signed.signature))
    assert till.ok("/v1/draws/sign", asked, DrawSigned).signature == signed.signature
    assert other.call("POST", "/v1/draws/sign", asked).status == 403
    longer = DrawSignRequest(manifest=msgspec.json.encode(local(till, 5)[0].body()))
    assert till.call("POST", "/v1/draws/sign", longer).status == 409
    corrected = DrawSignRequest(manifest=msgspec.json.encode(local(till, 5, 2)[0].body()))
    assert till.call("POST", "/v1/draws/sign", corrected).status == 200
    assert till.call("POST", "/v1/draws/sign", DrawSignRequest(manifest=b"[]")).status == 400


def test_the_file_of_a_terminals_own_draw_is_kept_when_it_holds(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    manifest, counts, cs = local(till)
    mh = manifest.hash()
    parts = [(name, value.encode() if name == "dice" else bytes.fromhex(value)) for name, value in VALUES]
    result = draw(manifest, counts, seed_from_sources(mh, parts))
    till.fact(
        DRAW_FROZEN,
        {"draw": manifest.draw_id, "seq": 1, "manifest": manifest.body(), "mh": mh.hex(), "name": "Tea party"},
    )
    pushes(till)
    signed = Signed("terminal", "s1-K1", till.public_key.hex(), till.key.sign(signed_bytes(manifest.body())).hex())
    file = BatchFile(manifest, (signed,), counts, cs, RULES, SourcesSeed(VALUES), result)
    whole = seal(file.body(), till.public_key, till.key.sign)

    def brings(what: object) -> int:
        packed = zstandard.compress(msgspec.json.encode(what))
        answer = hq.wire.handle("POST", "/v1/draws/file", {"authorization": f"Bearer {till.token}"}, packed)
        if answer.status == 200:
            assert read(answer, DrawFileKept).sha256
        return answer.status

    assert brings({**whole, "passed": [{}]}) == 409
    assert brings({**whole, "rehearsal": True}) == 403
    assert brings([]) == 403
    assert brings(whole) == 200
    answer = hq.wire.handle("GET", f"/v1/draws/{manifest.draw_id}/file", {}, b"")
    assert answer.status == 200
    (row,) = rows(hq)
    assert (row.draw, row.device, row.name.en, row.file_size > 0) == (manifest.draw_id, till.device, "Tea party", True)
