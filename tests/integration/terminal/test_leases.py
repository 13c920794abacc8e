"""Shares of what campaigns give away, between a terminal and the real HQ: fetched, topped up, kept, given back."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kiosk.adapters.sync.leases import ASK_AGAIN_MS, ASK_LAST_MS
from kiosk.adapters.sync.transport import HqAnswer
from kiosk.application.sync.lease_trust import leases_usable
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.facts import LEASE_CHANGED, REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.context import Caller
from kiosk.hq.leases import commands as hq_leases
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import LeaseAnswer
from tests.integration.terminal.local_hq import LocalHq, Trick, changed, nothing, status, twice
from tests.simulation.invariants import journal
from tests.simulation.promotion import GIFT, TOTAL, promotion
from tests.simulation.world import SimTerminal, World

DAY_MS = 24 * 3_600_000


def publish(world: World, document: str | None = None) -> None:
    done = world.hq.publish_campaign(document or promotion())
    assert isinstance(done, CampaignPublished), done


def shares(till: SimTerminal) -> dict[str, int]:
    return dict(till.ledger.run(lambda tx: tx.shares()))


def changes(till: SimTerminal) -> list[dict[str, int]]:
    return [dict(fact.body["quantities"]) for fact in journal(till) if fact.kind == LEASE_CHANGED]


def out(world: World, till: SimTerminal) -> dict[str, int]:
    """What HQ says that the terminal has, used or not."""
    device = till.ledger.run(lambda tx: tx.identity())
    assert device is not None
    with world.hq.database.read() as tx:
        held = hq_leases._held(tx, Caller(device.store, device.device, 1, "active"))
        assert hq_leases.out_of_balance(tx) == []
        return {key: row.granted for key, row in held.items() if row.granted}


def usable(till: SimTerminal) -> bool:
    online = till.engine.status().link is Link.ONLINE
    return till.ledger.run(lambda tx: leases_usable(tx, till.clock, online=online))


def gives_away(till: SimTerminal, key: str, count: int) -> None:
    """As the journal says it when rewards take one each; below zero: as many of them are taken back."""
    device = till.ledger.run(lambda tx: tx.identity())
    assert device is not None
    before = [one for fact in journal(till) if fact.kind == REWARDS_DECIDED for one in fact.body["granted"]]
    rule, kind, ref, quantity = _GIVES[key]
    given = []
    for number in range(len(before), len(before) + max(0, count)):
        happening = f"{device.device}/{till.ledger.run(lambda tx: tx.last_stamp()) + number + 1:x}"
        made = Reward(
            f"few/{rule}/{happening}/0", "few", rule, happening, "m-0", kind, ref, quantity, wall=1_065_504_720
        )
        given.append(list(made._replace(takes=((f"|{key}", 1),)))[:15])  # as version 1 wrote them
    back = [one[0] for one in before][:-count] if count < 0 else []
    body = {"member": "m-0", "event": given[0][3] if given else "", "granted": given, "taken_back": back}
    more = {"counters": [], "refused": [], "takes": [[f"|{key}", count]]}
    till.ledger.run(lambda tx: tx.append(REWARDS_DECIDED, "s-1", body | more))


_GIVES = {GIFT: ("mug", RewardKind.GIFT, "mug", 1), TOTAL: ("points", RewardKind.POINTS, "", 10)}
"""By what is used up: rule, kind, what, how many."""


def round_again(till: SimTerminal) -> None:
    """A round that comes through: the session may be over, or HQ have been out of reach."""
    while till.engine.round() == 0 or till.engine.status().link is not Link.ONLINE:
        pass


@pytest.fixture
def sharing(world: World, till: SimTerminal) -> SimTerminal:
    """A till that has its shares."""
    publish(world)
    till.engine.round()
    return till


def test_a_published_campaign_brings_shares_of_everything_it_deals_out(world: World, till: SimTerminal) -> None:
    till.engine.round()
    assert (shares(till), changes(till), usable(till)) == ({}, [], False)
    publish(world)
    till.engine.round()
    assert shares(till) == {GIFT: 5, TOTAL: 5} == out(world, till)
    assert changes(till) == [{GIFT: 5, TOTAL: 5}]
    assert usable(till)
    till.engine.round()
    assert len(changes(till)) == 1


def test_a_share_is_topped_up_when_a_quarter_is_left(world: World, sharing: SimTerminal) -> None:
    gives_away(sharing, GIFT, 3)
    sharing.engine.round()
    assert shares(sharing)[GIFT] == 2
    gives_away(sharing, GIFT, 1)
    sharing.engine.round()
    assert (shares(sharing), out(world, sharing)[GIFT]) == ({GIFT: 5, TOTAL: 5}, 9)
    assert changes(sharing)[1:] == [{GIFT: 4}]


def test_what_is_gone_is_not_asked_for_all_the_time(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal]
) -> None:
    till, other = enrolled(), enrolled("XY02")
    publish(world, promotion(mugs=2))

    def asked() -> int:
        return sum(path == "/v1/leases/acquire" for _method, path, _status in hq.seen)

    till.engine.round()
    other.engine.round()
    assert (shares(till)[GIFT], shares(other)[GIFT]) == (1, 1)
    gives_away(till, GIFT, 1)
    before = asked()
    till.engine.round()
    till.engine.round()
    assert asked() == before + 1
    waits: list[int] = []
    for _ in range(8):
        waited = 0
        while asked() == before + 1 + len(waits):
            world.pass_time(ASK_AGAIN_MS)
            waited += ASK_AGAIN_MS
            till.engine.round()
        waits.append(waited)
    assert waits[:3] == [ASK_AGAIN_MS, 2 * ASK_AGAIN_MS, 4 * ASK_AGAIN_MS]
    assert waits[-1] == ASK_LAST_MS


LOST = [pytest.param(nothing, id="no answer"), pytest.param(status(500), id="500"), pytest.param(twice, id="twice")]


@pytest.mark.parametrize("trick", LOST)
@pytest.mark.parametrize("crash", [False, True])
def test_what_is_asked_twice_comes_once(
    world: World, hq: LocalHq, till: SimTerminal, trick: Trick, crash: bool
) -> None:
    publish(world)
    hq.play("/v1/leases/acquire", trick)
    till.engine.round()
    if crash:
        till.crash()
        till.start()
    round_again(till)
    round_again(till)
    assert shares(till) == {GIFT: 5, TOTAL: 5} == out(world, till)
    assert changes(till) == [{GIFT: 5, TOTAL: 5}]
    assert usable(till)


@pytest.mark.parametrize("trick", LOST)
def test_a_release_whose_answer_is_lost_is_told_again_and_counts_once(
    world: World, hq: LocalHq, sharing: SimTerminal, trick: Trick
) -> None:
    world.hq.withdraw_campaign("few")
    hq.play("/v1/leases/release", trick)
    sharing.engine.round()
    assert shares(sharing) == {}
    sharing.engine.round()
    assert out(world, sharing) == {}
    assert changes(sharing)[1:] == [{GIFT: -5, TOTAL: -5}]


def test_a_crash_before_the_release_is_told_uses_nothing_of_it(world: World, hq: LocalHq, sharing: SimTerminal) -> None:
    world.hq.withdraw_campaign("few")
    hq.play("/v1/leases/release", status(500))
    sharing.engine.round()
    sharing.crash()
    sharing.start()
    assert (shares(sharing), out(world, sharing)) == ({}, {GIFT: 5, TOTAL: 5})
    round_again(sharing)
    assert out(world, sharing) == {}


def test_an_ended_campaign_gives_its_rest_back(world: World, sharing: SimTerminal) -> None:
    gives_away(sharing, GIFT, 2)
    sharing.engine.round()
    world.pass_time(70 * DAY_MS)
    round_again(sharing)
    assert shares(sharing) == {}
    assert out(world, sharing) == {GIFT: 2}
    whole = whole_quantities(sharing.reference.editions()[0].campaign)
    with world.hq.database.read() as tx:
        left = {row.key: row.left for row in hq_leases._quantities(tx, whole)}
    # HQ keeps a tenth for itself
    assert left == {GIFT: 40 - 4 - 2, TOTAL: 60 - 6}


def test_a_new_version_keeps_the_shares(world: World, sharing: SimTerminal) -> None:
    publish(world, promotion(version=2, mugs=50))
    sharing.engine.round()
    assert shares(sharing) == {GIFT: 5, TOTAL: 5}
    assert len(changes(sharing)) == 1


def test_a_campaign_of_other_stores_or_of_next_month_brings_nothing(world: World, till: SimTerminal) -> None:
    publish(world, promotion().replace("phases:", "stores: [zhongxiao]\nphases:"))
    later = promotion().replace("id: few", "id: later").replace("2026-11-20", "2026-12-20")
    publish(world, later)
    till.engine.round()
    assert changes(till) == []
    world.pass_time(27 * DAY_MS)
    round_again(till)
    assert shares(till) == {key.replace("few", "later"): 5 for key in (GIFT, TOTAL)}


# --- time ---


def test_shares_are_renewed_at_half_of_their_time(world: World, hq: LocalHq, sharing: SimTerminal) -> None:
    def renewals() -> int:
        return sum(path == "/v1/leases/renew" for _method, path, _status in hq.seen)

    world.pass_time(DAY_MS // 2 - 60_000)
    round_again(sharing)
    assert renewals() == 0
    world.pass_time(60_000)
    round_again(sharing)
    assert renewals() == 1
    world.pass_time(DAY_MS - 60_000)
    assert usable(sharing)
    world.pass_time(60_000)
    assert not usable(sharing)
    round_again(sharing)
    assert renewals() == 2
    assert usable(sharing)
    assert len(changes(sharing)) == 1


def test_after_a_start_shares_wait_for_hq(world: World, hq: LocalHq, sharing: SimTerminal) -> None:
    sharing.crash()
    sharing.start()
    assert shares(sharing) == {GIFT: 5, TOTAL: 5}
    assert not usable(sharing)
    hq.play("/v1/leases/renew", status(500))
    round_again(sharing)
    assert not usable(sharing)
    round_again(sharing)
    assert usable(sharing)


def test_what_hq_took_back_meanwhile_is_told_and_gone(world: World, sharing: SimTerminal) -> None:
    gives_away(sharing, GIFT, 2)
    sharing.engine.round()
    world.pass_time(5 * DAY_MS)
    with world.hq.database.write() as tx:  # as any other terminal's question does it
        hq_leases.take_back_expired(world.hq.context, tx, world.true_ms)
    assert out(world, sharing) == {GIFT: 2}
    assert not usable(sharing)
    round_again(sharing)
    assert changes(sharing)[1] == {GIFT: -3, TOTAL: -5}
    assert shares(sharing) == {GIFT: 5, TOTAL: 5}
    assert out(world, sharing) == {GIFT: 7, TOTAL: 5}


# --- ends and beginnings ---


def test_a_good_end_gives_everything_back(world: World, sharing: SimTerminal) -> None:
    gives_away(sharing, GIFT, 1)
    sharing.engine.park()
    assert shares(sharing) == {}
    assert out(world, sharing) == {GIFT: 1}
    sharing.crash()
    sharing.start()
    round_again(sharing)
    assert shares(sharing) == {GIFT: 5, TOTAL: 5}
    assert usable(sharing)


def test_what_hq_takes_for_used_stays_here(world: World, sharing: SimTerminal) -> None:
    gives_away(sharing, GIFT, 2)
    sharing.engine.round()
    gives_away(sharing, GIFT, -2)  # a void, of which HQ hears later
    sharing.engine._leases.give_back()
    assert shares(sharing) == {GIFT: 2}
    assert out(world, sharing) == {GIFT: 2}
    assert changes(sharing)[-2:] == [{GIFT: -5, TOTAL: -5}, {GIFT: 2}]
    sharing.engine.park()
    assert (shares(sharing), out(world, sharing)) == ({}, {})


def test_an_end_without_hq_gives_nothing_back(world: World, hq: LocalHq, sharing: SimTerminal) -> None:
    hq.play("/v1/leases/release", nothing)
    sharing.engine.park()
    # journalled before it was said
    assert shares(sharing) == {}
    sharing.crash()
    sharing.start()
    round_again(sharing)
    assert shares(sharing) == out(world, sharing) == {GIFT: 5, TOTAL: 5}


def test_a_restored_ledger_gives_nothing_of_its_old_shares_away(world: World, sharing: SimTerminal) -> None:
    backup = sharing.back_up()
    gives_away(sharing, GIFT, 4)
    sharing.engine.round()
    assert out(world, sharing)[GIFT] == 9
    sharing.restore(backup)
    assert shares(sharing) == {GIFT: 5, TOTAL: 5}
    assert not usable(sharing)
    round_again(sharing)
    round_again(sharing)
    assert usable(sharing)
    assert shares(sharing) == {GIFT: 5, TOTAL: 5}
    # what it had before is out for good: nobody knows how much of it was given away
    assert out(world, sharing) == {GIFT: 9 + 5, TOTAL: 10}


def test_an_op_of_a_restored_ledger_is_a_new_one(world: World, sharing: SimTerminal) -> None:
    backup = sharing.back_up()
    gives_away(sharing, TOTAL, 4)
    sharing.network.up = False
    sharing.restore(backup)
    sharing.network.up = True
    round_again(sharing)
    ops = [fact.body["op"] for fact in journal(sharing) if fact.kind == LEASE_CHANGED]
    assert len(set(ops)) == len(ops) >= 2


# --- answers that are not to be believed ---


def _other(change: Callable[[LeaseAnswer], LeaseAnswer]) -> Trick:
    def spoil(answer: HqAnswer) -> HqAnswer:
        content = answer.headers["content-type"]
        packed = answer.headers.get("content-encoding")
        read = wire.decode(answer.body, LeaseAnswer, content, encoding=packed)
        return HqAnswer(answer.status, {"content-type": wire.MSGPACK}, wire.encode(change(read)))

    return changed(spoil)


def _with(**fields: object) -> Callable[[LeaseAnswer], LeaseAnswer]:
    return lambda answer: msgspec.structs.replace(answer, **fields)


@pytest.mark.parametrize(
    "trick",
    [
        pytest.param(_other(_with(granted={GIFT: 500})), id="more"),
        pytest.param(_other(_with(ttl=10**9)), id="longer"),
        pytest.param(_other(_with(op="l-9-9")), id="another op"),
        pytest.param(_other(_with(key_id=b"\1" * 8)), id="another key"),
        pytest.param(_other(_with(signature=bytes(64))), id="no signature"),
        pytest.param(status(200, b"\x80", wire.MSGPACK), id="nothing"),
    ],
)
def test_an_answer_that_hq_did_not_sign_brings_nothing(
    world: World, hq: LocalHq, till: SimTerminal, trick: Trick
) -> None:
    publish(world)
    hq.play("/v1/leases/acquire", trick)
    till.engine.round()
    assert (shares(till), changes(till), usable(till)) == ({}, [], False)
    assert till.engine.status().link is Link.ONLINE
    till.engine.round()
    assert shares(till) == {GIFT: 5, TOTAL: 5}


def test_what_hq_refuses_is_dropped_and_tried_anew_later(
    world: World, hq: LocalHq, till: SimTerminal, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("HQ refused acquire of shares")
    publish(world)
    hq.play("/v1/leases/acquire", status(404))
    till.engine.round()
    till.engine.round()
    assert (shares(till), till.engine.status().link) == ({}, Link.ONLINE)
    world.pass_time(ASK_AGAIN_MS)
    till.engine.round()
    assert shares(till) == {GIFT: 5, TOTAL: 5}
