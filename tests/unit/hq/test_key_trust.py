"""Which keys a terminal believes: HQ's, however much of its feed was missed, and nobody else's."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.tokens import SigningKey, TokenKind
from kiosk.hq.context import Context
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import keys
from kiosk.protocol import signed_texts
from kiosk.protocol.key_trust import NotBelieved, judge
from kiosk.protocol.rows import KeyRow, decode_row
from kiosk.protocol.tokens.cose import key_id_of, public_of
from tests.unit.hq.rig import NOON, Terminal, TestClock, headquarters

KEYS = "chain/keys"


def _feed(hq: Headquarters) -> list[KeyRow]:
    """HQ's keys in the order in which a terminal pulls them."""
    till = Terminal.enrolled(hq, seed=random.randrange(10**9))
    answer = till.pull(KEYS)
    assert answer is not None
    return [decode_row(row.data.encode(), KeyRow) for row in answer.pages[0].rows if row.data is not None]


def _same(rows: tuple[KeyRow, ...], told: list[KeyRow]) -> bool:
    def state(row: KeyRow) -> tuple[str, str, object]:
        return row.key_id, row.public, row.revoked_at

    return sorted(map(state, rows)) == sorted(map(state, told))


def _forged(seed: str, **changes: object) -> tuple[KeyRow, SigningKey]:
    private = random.Random(seed).randbytes(32)
    public = public_of(private)
    key_id = key_id_of(public)
    row = KeyRow(key_id.hex(), public.hex(), NOON - timedelta(days=1), NOON + timedelta(days=900))
    return replace(row, **changes), SigningKey(key_id, private)  # type: ignore[arg-type]


def _signed(row: KeyRow, by: SigningKey) -> KeyRow:
    return replace(row, signed_by=by.key_id.hex(), signature=keys.sign(by, signed_texts.key(row)).hex())


@pytest.mark.parametrize("seed", range(6))
def test_whoever_was_away_believes_what_hq_has_in_the_end(tmp_path: Path, seed: int) -> None:
    chance, clock = random.Random(seed), TestClock()
    hq = headquarters(tmp_path, clock)
    terminals: list[tuple[KeyRow, ...]] = [tuple(_feed(hq))]
    for _ in range(12):
        clock.now += 60_000
        feed = _feed(hq)
        todo = chance.choice(("rotate", "rotate", "campaign", "revoke", "enrol"))
        if todo == "revoke":
            alive = [row.key_id for row in feed if row.revoked_at is None]
            hq.revoke_key(chance.choice(alive)) if alive else None
        elif todo == "enrol":
            terminals.append(tuple(feed))
        else:
            hq.rotate_key(campaign=todo == "campaign")
        at = chance.randrange(len(terminals))
        feed = _feed(hq)
        cuts = sorted(chance.sample(range(len(feed) + 1), 2))
        known, told = terminals[at], []
        for page in (feed[: cuts[0]], feed[cuts[0] : cuts[1]], feed[cuts[1] :]):
            told += page
            known = judge(known, told).keys
        assert _same(known, feed)
        terminals[at] = known
    feed = _feed(hq)
    for known in terminals:
        shuffled = chance.sample(feed, len(feed))
        said = judge(known, shuffled)
        assert _same(said.keys, feed)
        assert not said.left_out


def test_nobody_else_s_key_is_believed(hq: Headquarters) -> None:
    known = tuple(_feed(hq))
    mine, my_key = _forged("mine")
    hq_key = known[0]
    for row in (
        mine,
        _signed(mine, my_key),  # by itself
        replace(_signed(mine, my_key), signed_by=hq_key.key_id),
        replace(mine, signed_by=hq_key.key_id, signature=hq_key.signature),  # HQ's word, of another key
        replace(mine, signed_by="zz", signature="zz"),
        replace(mine, public="nonsense"),
        replace(mine, public=hq_key.public),
        replace(mine, key_id=hq_key.key_id),  # in the place of one
        replace(hq_key, purposes=("campaign",)),
        replace(hq_key, not_after=hq_key.not_after + timedelta(days=999)),
        replace(hq_key, revoked_at=NOON),  # a withdrawal by nobody
        replace(hq_key, revoked_at=NOON, revoked_by=mine.key_id, revocation="00" * 64),
    ):
        said = judge(known, [row])
        assert said.keys == known
        assert [why for _, why in said.left_out] != [], row


def test_a_key_that_was_withdrawn_vouches_for_nothing_and_does_not_come_back(hq: Headquarters) -> None:
    before = tuple(_feed(hq))
    with hq.database.write() as tx:
        stolen = keys.signing(hq.context, tx)
    hq.revoke_key(before[0].key_id)
    known = judge(before, _feed(hq)).keys
    assert {row.revoked_at is None for row in known if row.key_id == before[0].key_id} == {False}
    mine, _ = _forged("mine")
    assert judge(known, [_signed(mine, stolen)]).left_out == ((mine.key_id, NotBelieved.NOT_SIGNED),)
    assert judge(known, before).left_out == ((before[0].key_id, NotBelieved.WITHDRAWN),)  # an old row again
    # who has not heard of it yet cannot know
    assert mine.key_id in {row.key_id for row in judge(before, [_signed(mine, stolen)]).keys}


def test_a_key_for_campaigns_makes_no_keys(hq: Headquarters) -> None:
    hq.rotate_key(campaign=True)
    known = tuple(_feed(hq))
    with hq.database.write() as tx:
        campaigns = keys.signing(hq.context, tx, keys.CAMPAIGNS)
    mine, _ = _forged("mine")
    assert judge(known, [_signed(mine, campaigns)]).keys == known


@pytest.mark.parametrize(
    ("kind", "signing"),
    [(TokenKind.PAPER_SLIP, keys.signing_slips), (TokenKind.DRAW_RECEIPT, keys.signing_receipts)],
)
def test_a_key_from_before_a_kind_of_token_makes_way_for_one_that_may_sign_it(
    hq: Headquarters, clock: TestClock, kind: TokenKind, signing: Callable[[Context, Tx], SigningKey]
) -> None:
    with hq.database.write() as tx:
        (row,) = [one for one in keys.key_rows(tx) if "KC1" in one.purposes]
        old = replace(row, purposes=tuple(one for one in row.purposes if one != kind))
        publish(tx, [RowChange(keys.KEYS, row.key_id, old)], clock.now)
    with hq.database.write() as tx:
        found = signing(hq.context, tx)
        assert found.key_id.hex() != row.key_id
        (made,) = [one for one in keys.key_rows(tx) if one.key_id == found.key_id.hex()]
        assert kind in made.purposes
        assert signing(hq.context, tx) == found


def test_keys_that_an_earlier_version_published_are_vouched_for_at_the_next_start(
    hq: Headquarters, clock: TestClock
) -> None:
    hq.rotate_key()
    bare = [
        replace(row, signed_by="", signature="", revoked_at=NOON if number == 0 else None)
        for number, row in enumerate(_feed(hq))
    ]
    with hq.database.write() as tx:
        publish(tx, [RowChange(keys.KEYS, row.key_id, row) for row in bare], clock.now)
    context = hq.context
    again = Headquarters(hq.database, clock, context.random, context.vault, context.folder)
    feed = _feed(again)
    assert all(row.signature and (row.revoked_at is None or row.revocation) for row in feed)
    assert _same(judge(bare[1:], feed).keys, feed)
