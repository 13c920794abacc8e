"""Somebody sits between a terminal and HQ, changes what is said, and would like a key of theirs to be HQ's."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.adapters.sync.hq_keys import BELIEVED, HqKeys
from kiosk.adapters.sync.transport import HqAnswer
from kiosk.domain.time import instant
from kiosk.domain.tokens import SigningKey
from kiosk.hq.tokens import keys
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import KeyRow, encode_row
from kiosk.protocol.tokens.cose import key_id_of, public_of
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import BucketPage, PullAnswer, Row
from tests.integration.terminal.local_hq import LocalHq, changed
from tests.simulation.world import SimTerminal, World

KEYS = "chain/keys"


def _told(till: SimTerminal, *rows: tuple[str, KeyRow | None]) -> Callable[[HqAnswer], HqAnswer]:
    """In place of HQ's answer to a pull: these rows of keys; None for a deletion."""
    at = till.reference.cursor(KEYS)
    sent = tuple(Row(id=name, rev=at, data=None if row is None else encode_row(row).decode()) for name, row in rows)
    answer = PullAnswer(pages=(BucketPage(bucket=KEYS, rows=sent, cursor=at),), time=till.clock.now_ms())
    return lambda _answer: HqAnswer(200, {"content-type": wire.MSGPACK}, wire.encode(answer))


def _ids(till: SimTerminal, *, good: bool = False) -> set[str]:
    return {row.key_id for row in till.reference.token_keys() if not good or row.revoked_at is None}


def _mine(till: SimTerminal) -> tuple[KeyRow, SigningKey]:
    private = random.Random(5).randbytes(32)
    public, now = public_of(private), instant(till.clock.now_ms())
    key = SigningKey(key_id_of(public), private)
    row = KeyRow(key.key_id.hex(), public.hex(), now - timedelta(days=1), now + timedelta(days=99))
    signed = replace(row, signed_by=row.key_id, signature=keys.sign(key, signed_texts.key(row)).hex())
    return signed, key


@pytest.fixture(autouse=True)
def _said(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("is not believed")


def test_what_is_changed_on_the_way_changes_no_key(world: World, till: SimTerminal, hq: LocalHq) -> None:
    first = next(iter(till.reference.token_keys()))
    old = list(till.reference.token_keys())
    mine, _ = _mine(till)
    # adds one; puts one in the place of another; lends one HQ's word of another; withdraws one; has one forgotten
    for name, row in (
        (mine.key_id, mine),
        (first.key_id, replace(mine, key_id=first.key_id)),
        (mine.key_id, replace(mine, signed_by=first.key_id, signature=first.signature)),
        (
            first.key_id,
            replace(first, revoked_at=instant(till.clock.now_ms()), revoked_by=first.key_id, revocation="00"),
        ),
        (first.key_id, None),
    ):
        hq.play("/v1/pull", changed(_told(till, (name, row))))
        till.engine.round()
        assert list(till.reference.token_keys()) == old
    world.hq.rotate_key()
    world.hq.revoke_key(first.key_id)
    till.engine.round()
    assert first.key_id not in _ids(till, good=True)
    assert len(_ids(till)) == len(old) + 1
    withdrawn = list(till.reference.token_keys())
    hq.play("/v1/pull", changed(_told(till, *((row.key_id, row) for row in old))))  # what HQ said before
    till.engine.round()
    assert list(till.reference.token_keys()) == withdrawn


def test_hq_changes_its_keys_and_what_the_new_one_signs_is_believed(world: World, till: SimTerminal) -> None:
    before = _ids(till)
    made = {world.hq.rotate_key(), world.hq.rotate_key(campaign=True)}
    till.engine.round()
    assert made <= _ids(till, good=True)
    for row in before:
        world.hq.revoke_key(row)
    till.engine.round()
    assert not before & _ids(till, good=True)
    assert made <= _ids(till, good=True)


def test_trust_is_the_ledger_s_and_outlives_everything_that_was_fetched(
    world: World, till: SimTerminal, hq: LocalHq
) -> None:
    mine, _ = _mine(till)
    known = list(till.reference.token_keys())
    till.reference.forget(KEYS)
    assert list(till.reference.token_keys()) == known
    hq.play("/v1/pull", changed(_told(till, (mine.key_id, mine))))
    till.engine.round()
    assert list(till.reference.token_keys()) == known
    HqKeys(till.ledger, till.reference)  # as at the next start
    assert list(till.reference.token_keys()) == known


def test_a_terminal_of_an_earlier_version_believes_what_it_had(world: World, till: SimTerminal) -> None:
    known = list(till.reference.token_keys())
    till.ledger.run(lambda tx: tx.drop_meta(BELIEVED))
    HqKeys(till.ledger, till.reference)
    assert {row.key_id for row in till.reference.token_keys()} == {row.key_id for row in known}
    assert till.ledger.run(lambda tx: tx.meta(BELIEVED)) is not None
