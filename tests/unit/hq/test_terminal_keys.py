"""Terminals' public keys as HQ publishes them: each with HQ's word, for as long as the terminal is in service."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.time import instant
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.terminals import public_keys
from kiosk.protocol.key_trust import is_vouched_for
from kiosk.protocol.rows import KeyRow, TerminalRow, decode_row, encode_row
from kiosk.protocol.tokens.cose import key_id_of
from tests.unit.hq.rig import Terminal, TestClock, headquarters

TERMINALS = "chain/terminals"


def _feed(till: Terminal) -> dict[str, TerminalRow]:
    answer = till.pull(TERMINALS)
    assert answer is not None
    return {row.id: decode_row(row.data, TerminalRow) for row in answer.pages[0].rows if row.data is not None}


def _keys(till: Terminal) -> list[KeyRow]:
    answer = till.pull("chain/keys")
    assert answer is not None
    return [decode_row(row.data, KeyRow) for row in answer.pages[0].rows if row.data is not None]


def _id(till: Terminal) -> str:
    return f"{key_id_of(till.public_key).hex()}/{till.device}"


def _another_key(hq: Headquarters, till: Terminal, seed: int) -> None:
    """By a person's word: the same terminal, another key."""
    code = hq.enroll_code(till.store, for_device=till.device)
    assert code is not None
    proof = till.key.sign(b"re-enroll/" + till.device.encode() + b"/" + code.encode())
    till.key = Ed25519PrivateKey.from_private_bytes(random.Random(seed).randbytes(32))
    request = till.enroll_request(code, device=till.device, signature=proof)
    assert till.call("POST", "/v1/enroll", request).status == 200
    till.open_session()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_every_terminal_in_service_has_one_key_and_nobody_else_any(tmp_path: Path, seed: int) -> None:
    chance, clock = random.Random(seed), TestClock()
    hq = headquarters(tmp_path, clock)
    alive = [Terminal.enrolled(hq, seed=100 * seed)]
    gone: set[str] = set()
    for number in range(14):
        clock.now += 60_000
        till = chance.choice(alive)
        match chance.choice(("enrol", "another", "revoke", "rotate", "withdraw", "restart")):
            case "enrol":
                alive.append(Terminal.enrolled(hq, chance.choice(("s1", "s2")), seed=100 * seed + number + 1))
            case "another":
                gone.add(_id(till))
                _another_key(hq, till, 1000 + 100 * seed + number)
            case "revoke" if len(alive) > 1:
                alive.remove(till)
                gone.add(_id(till))
                hq.revoke_device(till.device)
            case "rotate":
                hq.rotate_key()
            case "withdraw":
                good = [row.key_id for row in _keys(till) if row.revoked_at is None]
                hq.revoke_key(chance.choice(good))
            case "restart":
                context = hq.context
                before = _feed(till)
                Headquarters(hq.database, clock, context.random, context.vault, context.folder)
                assert _feed(till) == before
        feed, known = _feed(alive[0]), _keys(alive[0])
        assert {name for name, row in feed.items() if row.revoked_at is None} == {_id(one) for one in alive}
        assert {name for name, row in feed.items() if row.revoked_at is not None} == gone
        for name, row in feed.items():
            assert is_vouched_for(row, known)
            assert name.endswith(f"/{row.device}")


def test_hq_s_word_is_of_the_whole_row(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    row, theirs, known = _feed(till)[_id(till)], _feed(till)[_id(other)], _keys(till)
    assert is_vouched_for(row, known)
    for changed in (
        replace(row, device="d-other"),
        replace(row, store="s2"),
        replace(row, name='","'),
        replace(row, public=theirs.public),
        replace(row, revoked_at=instant(till.clock.now_ms())),
        replace(row, signature=theirs.signature),
        replace(row, signed_by="zz"),
        replace(row, signature="zz"),
    ):
        assert not is_vouched_for(changed, known), changed
    assert not is_vouched_for(row, [])
    hq.rotate_key(campaign=True)
    assert not is_vouched_for(row, [one for one in _keys(till) if one.key_id != row.signed_by])


def test_terminals_of_an_earlier_version_of_hq_are_told_at_the_next_start(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    with hq.database.write() as tx:
        publish(tx, [RowChange(public_keys.TERMINALS, _id(till), None)], clock.now)
    assert _feed(till) == {}
    context = hq.context
    Headquarters(hq.database, clock, context.random, context.vault, context.folder)
    assert list(_feed(till)) == [_id(till)]
    assert decode_row(encode_row(_feed(till)[_id(till)]), TerminalRow).public == till.public_key.hex()
