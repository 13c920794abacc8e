"""A receipt of a draw that is scanned at a terminal: what holds, what does not, and what cannot be told there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptCheckCode, ReceiptVerdict, Spun
from kiosk.application.sales.outcomes import DrawReceiptScanned, Visit
from kiosk.domain.draws.encoding import jcs, signed_bytes
from kiosk.domain.draws.entrants import commitment, leaves
from kiosk.domain.draws.merkle import Tree
from kiosk.domain.draws.wheel import lease_of, opening_body
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import Symbology
from kiosk.domain.texts import LocalText
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims, ReadToken
from kiosk.protocol.rows import DrawRow, WheelLeaseRow
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from tests.shared.till import Till, member
from tests.shared.wheel_till import DEVICE, WHEEL, WheelTill

_C, _V = ReceiptCheckCode, ReceiptVerdict
NAME = LocalText("大獎", "大奖", "Grand draw")
COUNTS = {"cash:5": 3, "cash:88": 1, "mug": 2, "thanks": 4}


@pytest.fixture
def till() -> Iterator[WheelTill]:
    """In memory: what is looked at here changes nothing of a ledger."""
    made = WheelTill()
    made.publishes(WHEEL)
    made.has_members(member("m-1"), member("m-2"))
    yield made
    made.close()


@pytest.fixture
def spun(till: WheelTill) -> Spun:
    till.opens(COUNTS)
    found = till.spins("m-1")
    assert isinstance(found, Spun)
    return found


@pytest.fixture
def other() -> Iterator[WheelTill]:
    """Another terminal, which knows the same keys and the same campaign."""
    made = WheelTill()
    made.publishes(WHEEL)
    made.has_members(member("m-1"))
    yield made
    made.close()


def looked(till: Till, code: str) -> ReceiptCheck:
    found = till.service.check_receipt(code)
    assert isinstance(found, ReceiptCheck), found
    return found


def claims_of(till: Till, code: str) -> DrawReceiptClaims:
    found = till.context.codes.read(code, Symbology.QR, till.context.now())
    assert isinstance(found, ReadToken)
    assert isinstance(found.claims, DrawReceiptClaims)
    return found.claims


def signed(claims: DrawReceiptClaims, key: Ed25519PrivateKey = DEVICE) -> str:
    """As whoever has a terminal's key could say it."""
    held = signing_key(key.private_bytes_raw())
    return sign_token(replace(claims, key_id=held.key_id), held)


def test_it_is_scanned_like_any_code_and_changes_nothing_of_the_visit(till: WheelTill, spun: Spun) -> None:
    facts = len(till.facts())
    assert till.scans(spun.receipt) == DrawReceiptScanned(spun.receipt)
    assert len(till.facts()) == facts  # looking at it is nobody's business
    link = f"https://hq.example/q/{spun.receipt}".replace(" ", "%20").replace("%", "%25").replace("%2520", "%20")
    assert isinstance(till.scans(link), DrawReceiptScanned)


def test_the_terminal_that_drew_it_tells_everything(till: WheelTill, spun: Spun) -> None:
    check = looked(till, spun.receipt)
    assert check.verdict is _V.GOOD
    assert check.checks == ((_C.SIGNATURE, True), (_C.PATH, True), (_C.PUBLISHED, True), (_C.SPUN, True))
    assert (check.draw, check.index, check.size, check.terminal) == (spun.lease, 0, 10, "d-01")
    assert (check.campaign, check.amount, check.currency) == ("test", spun.amount, "TWD")
    assert check.prize == spun.prize.name


def test_another_terminal_tells_that_nothing_is_wrong_with_it(other: WheelTill, spun: Spun) -> None:
    check = looked(other, spun.receipt)
    assert check.verdict is _V.SOUND
    assert check.checks == ((_C.SIGNATURE, True), (_C.PATH, True), (_C.PUBLISHED, None), (_C.SPUN, None))


def test_another_terminal_of_the_store_knows_what_was_published(till: WheelTill, other: WheelTill, spun: Spun) -> None:
    row = told(till, spun)
    other.put("store/N01/wheel_leases", spun.lease, row)
    check = looked(other, spun.receipt)
    assert (check.verdict, check.campaign, check.name is None) == (_V.GOOD, "test", False)
    other.put("store/N01/wheel_leases", spun.lease, replace(row, root=""))  # not published yet, as far as is known
    assert looked(other, spun.receipt).verdict is _V.SOUND
    other.put("store/N01/wheel_leases", spun.lease, replace(row, root="ab" * 32))
    check = looked(other, spun.receipt)
    assert (check.verdict, dict(check.checks)[_C.PUBLISHED]) == (_V.FALSE, False)


def told(till: WheelTill, spun: Spun) -> WheelLeaseRow:
    """What HQ tells of the lease, once it is opened."""
    held = till.ledger.run(lambda tx: tx.wheel_lease(spun.lease))
    assert held is not None
    body = jcs(held.body).decode()
    signed = (body, held.key_id, held.signature, held.root, held.root_signature)
    return WheelLeaseRow(spun.lease, "d-01", "test", "lucky", *signed)


def test_what_hqs_row_says_of_another_tape_its_terminal_has_signed(
    till: WheelTill, other: WheelTill, spun: Spun
) -> None:
    """A row of HQ's is not believed for having come: the lease is HQ's by its key, the root the terminal's by its."""
    row = told(till, spun)
    stranger = Ed25519PrivateKey.from_private_bytes(bytes([11]) * 32)
    opening = signed_bytes(opening_body(lease_of(json.loads(row.body)), bytes.fromhex(row.root)))
    longer = json.loads(row.body) | {"valid_to": 1 << 40}
    for altered in (
        replace(row, root_signature=stranger.sign(opening).hex()),
        replace(row, root_signature="zz"),
        replace(row, signature=stranger.sign(signed_bytes(json.loads(row.body))).hex()),
        replace(row, body=jcs(longer).decode()),
        replace(row, body="{}"),
    ):
        other.put("store/N01/wheel_leases", spun.lease, altered)
        check = looked(other, spun.receipt)
        assert (check.verdict, dict(check.checks)[_C.PUBLISHED]) == (_V.FALSE, False), altered
    for unknown in (replace(row, root_signature=""), replace(row, key_id="cc")):
        other.put("store/N01/wheel_leases", spun.lease, unknown)
        assert looked(other, spun.receipt).verdict is _V.SOUND
    other.put("store/N01/wheel_leases", spun.lease, row)
    assert looked(other, spun.receipt).verdict is _V.GOOD
    other.clock.advance(60_000)
    other.withdraws_the_key()  # what it had signed by then stays signed
    assert dict(looked(other, spun.receipt).checks)[_C.PUBLISHED] is True


def test_whoever_has_a_terminals_key_makes_up_no_prize(till: WheelTill, spun: Spun) -> None:
    true = claims_of(till, spun.receipt)
    better = "cash:88" if true.code != "cash:88" else "mug"
    made_up = {
        _C.PATH: [
            replace(true, code=better),
            replace(true, index=3),
            replace(true, salt=bytes(16)),
            replace(true, path=true.path[::-1]),
            replace(true, path=true.path[:-1]),
            replace(true, size=true.size + 7),
        ],
        _C.PUBLISHED: [replace(true, root=bytes(32)), replace(true, path=(), size=1, index=0, root=bytes(32))],
    }
    for code, receipts in made_up.items():
        for claims in receipts:
            check = looked(till, signed(claims))
            assert check.verdict is _V.FALSE, claims
            assert dict(check.checks)[code] is False, claims


def test_a_slot_that_nobody_has_taken_proves_nothing_yet(till: WheelTill, spun: Spun) -> None:
    held = till.ledger.run(lambda tx: tx.wheel_lease(spun.lease))
    assert held is not None
    tape = till.context.tapes.get(held)
    true = claims_of(till, spun.receipt)
    peeked = replace(true, index=5, code=tape.codes[5], salt=tape.salt(5), path=tape.path(5))
    check = looked(till, signed(peeked))
    assert check.verdict is _V.FALSE
    assert [code for code, ok in check.checks if ok is False] == [_C.SPUN]


def test_a_key_that_nobody_knows_is_believed_nowhere(till: WheelTill, spun: Spun) -> None:
    stranger = signed(claims_of(till, spun.receipt), Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32))
    found = till.service.check_receipt(stranger)
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.UNKNOWN_KEY
    assert isinstance(till.scans(stranger), Refusal)
    cut = spun.receipt[:-6]
    assert isinstance(till.service.check_receipt(cut), Refusal)
    assert isinstance(till.service.check_receipt("4711"), Refusal)
    assert isinstance(till.service.check_receipt(""), Refusal)


def test_it_proves_still_when_its_time_is_over(till: WheelTill, spun: Spun) -> None:
    till.clock.advance(int(timedelta(days=5 * 365).total_seconds() * 1000))
    assert isinstance(till.scans(spun.receipt), DrawReceiptScanned)
    assert looked(till, spun.receipt).verdict is _V.GOOD


def test_a_terminal_that_is_out_of_service_signs_nothing_more(till: WheelTill, spun: Spun) -> None:
    till.clock.advance(86_400_000)
    till.withdraws_the_key()
    assert looked(till, spun.receipt).verdict is _V.GOOD  # it was in service then
    true = claims_with(till, spun)
    till.clock.advance(86_400_000)
    later = till.context.now().replace(microsecond=0)
    dated = signed(replace(true, issued=later, expires=later + timedelta(days=9)))
    found = till.service.check_receipt(dated)
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.KEY_REVOKED


def claims_with(till: Till, spun: Spun) -> DrawReceiptClaims:
    """What a receipt says whose key has been withdrawn."""
    found = till.context.codes.read(spun.receipt, Symbology.QR, till.context.now())
    claims = found.claims  # type: ignore[union-attr]
    assert isinstance(claims, DrawReceiptClaims)
    return claims


def test_a_ticket_of_a_batch_draw_is_looked_at_too(till: WheelTill, spun: Spun) -> None:
    true = claims_of(till, spun.receipt)
    ticket = replace(true, draw_kind=DrawKind.BATCH, draw="test/grand/2026-03-31", code=None, first=12, count=3)
    check = looked(till, signed(ticket))
    assert (check.wheel, check.verdict, check.first, check.count) == (False, _V.SOUND, 12, 3)


def test_a_ticket_is_on_the_published_list_and_its_owner_sees_it_lead_there(till: WheelTill) -> None:
    salts = [bytes([at]) * 16 for at in range(5)]
    people = [(f"m-{at + 1}", "王小明", f"+88691234{at + 1:0>4}") for at in range(5)]
    made_of = [commitment(salt, *person).hex() for salt, person in zip(salts, people, strict=True)]
    listed = list(leaves([3, 1, 2, 1, 4], made_of))
    tree = Tree(leaf.hash() for leaf in listed)
    now = till.context.now().replace(microsecond=0)
    draw = "test/grand/2026-03-31"
    ticket = DrawReceiptClaims(
        issuer="d-01",
        key_id=b"-",
        issued=now,
        expires=now + timedelta(days=9),
        draw_kind=DrawKind.BATCH,
        draw=draw,
        index=1,
        size=5,
        salt=salts[1],
        path=tree.path(1),
        root=tree.root(),
        first=3,
        count=1,
    )
    row = DrawRow(draw, 1, "published", "test", NAME, now, manifest=json.dumps({"entrants_root": tree.root().hex()}))

    def said(visit: Visit | None = None) -> ReceiptCheck:
        found = till.service.check_receipt(signed(ticket), visit)
        assert isinstance(found, ReceiptCheck)
        return found

    assert said(till.visit("m-2", 0)).verdict is _V.SOUND  # not told of here yet
    till.put("chain/draws", f"{draw}/1", row)
    till.put("chain/draws", f"{draw}/grand/1", replace(row, draw=f"{draw}/grand", manifest="{}"))
    check = said()
    assert (check.verdict, dict(check.checks)[_C.PATH], check.name) == (_V.GOOD, None, NAME)
    assert dict(said(till.visit("m-1", 0)).checks)[_C.PATH] is None  # somebody else holds it: nothing against it
    assert said(till.visit("m-2", 0)).checks == ((_C.SIGNATURE, True), (_C.PATH, True), (_C.PUBLISHED, True))
    till.put("chain/draws", f"{draw}/1", replace(row, void="wrong_list"))
    assert said().verdict is _V.FALSE
    till.put("chain/draws", f"{draw}/2", replace(row, seq=2, manifest=json.dumps({"entrants_root": "ab" * 32})))
    assert said().verdict is _V.FALSE
    till.put("chain/draws", f"{draw}/2", replace(row, seq=2, manifest="half {"))
    assert dict(said().checks)[_C.PUBLISHED] is False


def test_a_lease_of_a_campaign_that_is_gone_is_still_checked(till: WheelTill, spun: Spun, tmp_path: Path) -> None:
    till.put("chain/editions", "test/1", None)
    check = looked(till, spun.receipt)
    assert check.verdict is _V.GOOD
    assert (check.name, check.prize) == (None, None)
    assert check.code
    till.publishes(WHEEL)
