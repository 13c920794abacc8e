"""What a terminal signs while HQ is away, other terminals believe: invitations and passes for minutes, for as long as
it is in service, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.adapters.keys.code_signer import DeviceCodeSigner
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.adapters.sync.hq_keys import HqKeys
from kiosk.adapters.sync.transport import HqAnswer
from kiosk.application.registration.codes import invite_code, pass_code
from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.time import instant
from kiosk.domain.tokens import (
    KIND_OF,
    TERMINAL_PASS_LIFE,
    TERMINAL_PURPOSES,
    Claims,
    CouponClaims,
    InviteClaims,
    MemberPassClaims,
    ReadToken,
    TokenKind,
    TokenProblem,
    TokenRefusal,
)
from kiosk.hq.terminals import public_keys
from kiosk.hq.tokens import keys
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import TerminalRow, encode_row
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import key_id_of, public_of, signing_key
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m
from tests.integration.terminal.local_hq import LocalHq, changed
from tests.simulation.world import SimTerminal, World
from tests.unit.tokens.samples import HQ, one_of_each

TERMINALS = "chain/terminals"
DAY = timedelta(days=1)


@pytest.fixture
def made_by(world: World) -> SimTerminal:
    """The terminal that signs; it has met HQ once."""
    one = world.add("XY02", "xinyi")
    one.engine.round()
    return one


@pytest.fixture
def reader(world: World, made_by: SimTerminal) -> SimTerminal:
    """One of another store, which reads."""
    one = world.add("ZX01", "zhongxiao")
    one.engine.round()
    return one


def read(till: SimTerminal, text: str, later: timedelta = timedelta()) -> ReadToken | TokenRefusal | MemberCard:
    at = instant(till.clock.now_ms()) + later
    return TokenCodeReader(till.reference).read(text, Symbology.QR, at)


def problem(till: SimTerminal, text: str, later: timedelta = timedelta()) -> TokenProblem | None:
    found = read(till, text, later)
    return found.problem if isinstance(found, TokenRefusal) else None


def invite(till: SimTerminal) -> str:
    now = instant(till.clock.now_ms())
    return invite_code(signer(till), till.device, "m-1", "spring", now=now, until=now + 60 * DAY)


def member_pass(till: SimTerminal) -> str:
    return pass_code(signer(till), till.device, "m-1", now=instant(till.clock.now_ms()))


def signer(till: SimTerminal) -> DeviceCodeSigner:
    return DeviceCodeSigner(till._device_key.private_bytes_raw)


def by_hand(till: SimTerminal, claims: Claims, **changes: Any) -> str:
    """Claims signed by the terminal's key as no program of ours would."""
    key = signing_key(till._device_key.private_bytes_raw())
    now = instant(till.clock.now_ms()).replace(microsecond=0)
    common: dict[str, Any] = {
        "issuer": till.device,
        "key_id": key.key_id,
        "issued": now,
        "expires": now + timedelta(minutes=9),
    }
    return sign_token(replace(claims, **(common | changes)), key)


def test_what_was_signed_offline_is_read_in_another_store(made_by: SimTerminal, reader: SimTerminal) -> None:
    made_by.network.up = False
    found = read(reader, invite(made_by))
    assert isinstance(found, ReadToken)
    assert isinstance(found.claims, InviteClaims)
    assert (found.claims.referrer, found.claims.campaign, found.claims.issuer) == ("m-1", "spring", made_by.device)
    text = member_pass(made_by)
    found = read(reader, text)
    assert isinstance(found, ReadToken)
    assert isinstance(found.claims, MemberPassClaims)
    assert problem(reader, text, TERMINAL_PASS_LIFE + timedelta(seconds=1)) is TokenProblem.EXPIRED
    assert isinstance(read(made_by, text), ReadToken)  # and at home


@pytest.mark.parametrize("claims", one_of_each(), ids=lambda one: str(KIND_OF[type(one)]))
def test_only_what_terminals_sign(made_by: SimTerminal, reader: SimTerminal, claims: Claims) -> None:
    kind = KIND_OF[type(claims)]
    found = problem(reader, by_hand(made_by, claims, not_before=None))
    believed = kind in TERMINAL_PURPOSES and not isinstance(claims, CouponClaims)
    assert found is (None if believed else TokenProblem.FORGED)
    assert TokenKind.STAFF_BADGE not in TERMINAL_PURPOSES
    # nor in the name of HQ, or of another terminal
    assert problem(reader, by_hand(made_by, claims, issuer="HQ")) is TokenProblem.FORGED


def test_a_program_of_ours_signs_nothing_that_nobody_believes(made_by: SimTerminal) -> None:
    coupon = replace(HQ.coupon(), key_id=signer(made_by).key_id())
    for wrong in (coupon, replace(coupon, worth=500_00), replace(coupon, worth=0, member="m-1")):
        with pytest.raises(ValueError, match="KC1"):
            signer(made_by).sign(wrong)


def test_a_voucher_of_a_terminals_is_believed_when_it_is_worth_nothing_and_nobodys(
    made_by: SimTerminal, reader: SimTerminal
) -> None:
    now = instant(made_by.clock.now_ms()).replace(microsecond=0)
    like = CouponClaims(issuer="x", key_id=b"k", issued=now, expires=now + DAY, id="v-1", template="gift", worth=0)
    assert problem(reader, by_hand(made_by, like)) is None
    for changes in ({"worth": None}, {"worth": 1}, {"member": "m-1"}):
        assert problem(reader, by_hand(made_by, like, **changes)) is TokenProblem.FORGED


def test_a_pass_is_good_for_minutes_whatever_it_says(made_by: SimTerminal, reader: SimTerminal) -> None:
    now = instant(made_by.clock.now_ms()).replace(microsecond=0)
    like = next(one for one in one_of_each() if isinstance(one, MemberPassClaims))
    long = by_hand(made_by, like, expires=now + TERMINAL_PASS_LIFE + timedelta(seconds=1))
    assert problem(reader, long) is TokenProblem.FORGED
    ahead = by_hand(made_by, like, issued=now + 365 * DAY, expires=now + 365 * DAY + timedelta(minutes=9))
    assert problem(reader, ahead) is TokenProblem.NOT_YET_VALID
    ago = by_hand(made_by, like, issued=now - DAY, expires=now - DAY + timedelta(minutes=9))
    assert problem(reader, ago) is TokenProblem.EXPIRED


def test_a_terminal_out_of_service_signs_nothing_any_more(
    world: World, made_by: SimTerminal, reader: SimTerminal
) -> None:
    text = invite(made_by)
    assert problem(reader, text) is None
    world.hq.revoke_device(made_by.device)
    reader.engine.round()
    assert problem(reader, text) is TokenProblem.KEY_REVOKED
    assert problem(reader, invite(made_by)) is TokenProblem.KEY_REVOKED


def test_hq_s_keys_change_and_terminals_are_believed_all_the_same(
    world: World, made_by: SimTerminal, reader: SimTerminal
) -> None:
    text = invite(made_by)
    old = [row.key_id for row in reader.reference.token_keys()]
    world.hq.rotate_key()
    for key_id in old:
        world.hq.revoke_key(key_id)
    reader.engine.round()
    assert problem(reader, text) is None


def test_another_s_key_with_the_same_id_keeps_nobody_s_codes_from_being_read(
    world: World, made_by: SimTerminal, reader: SimTerminal
) -> None:
    """Ids have four bytes: whoever likes makes a key that has somebody's."""
    with world.hq.database.write() as tx:
        hq_key = keys.signing(world.hq.context, tx)
    public = random.Random(3).randbytes(32).hex()
    for key_id in (hq_key.key_id, key_id_of(made_by.public_key)):
        row = TerminalRow("d-0", "xinyi", "grinder", public)
        row = replace(row, signed_by=hq_key.key_id.hex(), signature=keys.sign(hq_key, signed_texts.terminal(row)).hex())
        rev = reader.reference.cursor(TERMINALS)
        reader.reference.apply(TERMINALS, [(f"{key_id.hex()}/d-0", rev, encode_row(row).decode())], [], rev)
    assert problem(reader, invite(made_by)) is None
    now = instant(reader.clock.now_ms()).replace(microsecond=0)
    coupon = HQ.coupon(key_id=hq_key.key_id, issuer="HQ", issued=now, expires=now + DAY)
    assert isinstance(coupon, CouponClaims)
    assert problem(reader, sign_token(coupon, hq_key)) is None


# --- somebody sits between a terminal and HQ ------------------------------------------------------------------------


def _told(till: SimTerminal, *rows: tuple[str, TerminalRow | None]) -> HqAnswer:
    at = till.reference.cursor(TERMINALS)
    sent = tuple(m.Row(id=name, rev=at, data=None if row is None else encode_row(row).decode()) for name, row in rows)
    answer = m.PullAnswer(pages=(m.BucketPage(bucket=TERMINALS, rows=sent, cursor=at),), time=till.clock.now_ms())
    return HqAnswer(200, {"content-type": wire.MSGPACK}, wire.encode(answer))


def _instead(answer: HqAnswer) -> Callable[[HqAnswer], HqAnswer]:
    return lambda _answer: answer


def test_what_is_changed_on_the_way_makes_no_terminal(world: World, till: SimTerminal, hq: LocalHq) -> None:
    other = world.add("XY09", "xinyi")
    other.engine.round()
    till.engine.round()
    key = signing_key(random.Random(9).randbytes(32))
    public = public_of(key.private)
    name = f"{key_id_of(public).hex()}/d-mine"
    mine = TerminalRow("d-mine", "xinyi", "mine", public.hex())
    signed = replace(mine, signed_by=key.key_id.hex(), signature=keys.sign(key, signed_texts.terminal(mine)).hex())
    told = till.reference.terminal(other.device)
    assert told is not None
    lent = replace(mine, signed_by=told.signed_by, signature=told.signature)
    taken = replace(told, public=public.hex())
    now = instant(till.clock.now_ms()).replace(microsecond=0)
    claims = InviteClaims(
        issuer="d-mine", key_id=key.key_id, issued=now, expires=now + DAY, referrer="m-1", campaign="spring"
    )
    theirs = [sign_token(claims, key), sign_token(replace(claims, issuer=other.device), key)]
    for row_id, row in (
        (name, mine),
        (name, signed),
        (name, lent),
        (f"{key_id_of(public).hex()}/{other.device}", taken),
        (public_keys.row_id(told), taken),
    ):
        hq.play("/v1/pull", changed(_instead(_told(till, (row_id, row)))))
        till.engine.round()
        assert {problem(till, text) for text in theirs} <= {TokenProblem.UNKNOWN_KEY, TokenProblem.FORGED}
        assert till.reference.terminal("d-mine") is None


def test_a_withdrawn_key_does_not_come_back(world: World, till: SimTerminal, hq: LocalHq) -> None:
    other = world.add("XY09", "xinyi")
    other.engine.round()
    till.engine.round()
    text, row = invite(other), till.reference.terminal(other.device)
    assert row is not None
    world.hq.revoke_device(other.device)
    till.engine.round()
    assert problem(till, text) is TokenProblem.KEY_REVOKED
    hq.play("/v1/pull", changed(_instead(_told(till, (public_keys.row_id(row), row)))))  # as it was before
    till.engine.round()
    assert problem(till, text) is TokenProblem.UNKNOWN_KEY
    assert till.reference.terminal(other.device) is None
    till.reference.forget(TERMINALS)
    HqKeys(till.ledger, till.reference)  # as at the next start
    till.reference.apply(TERMINALS, [(public_keys.row_id(row), 1, encode_row(row).decode())], [], 1)
    assert problem(till, text) is TokenProblem.UNKNOWN_KEY
    till.engine.round()


def test_an_hq_of_an_earlier_version_is_pulled_from_all_the_same(
    world: World, till: SimTerminal, hq: LocalHq, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    pull = till.client.pull

    def listed(request: m.PullRequest) -> m.PullAnswer | m.SnapshotNeeded | None:
        asked.append(tuple(request.cursors))
        return pull(request)

    monkeypatch.setattr(till.client, "pull", listed)
    refused = m.Problem(type="not_yours", title="", time=0)
    no = HqAnswer(403, {"content-type": wire.MSGPACK}, wire.encode(refused))
    hq.play("/v1/pull", changed(_instead(no)))
    till.engine.round()
    assert [TERMINALS in buckets for buckets in asked] == [True, False]
    till.engine.round()  # in the same session it is not asked again
    assert [TERMINALS in buckets for buckets in asked] == [True, False, False]
    assert till.engine.status().link.value == "online"
    till.client.token = None  # HQ may have been brought up to date since
    till.engine.round()
    assert TERMINALS in asked[-1]
