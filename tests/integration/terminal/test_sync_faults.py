"""The terminal's sync over real HTTP, with everything that may go wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as replace_row
from typing import Any

import msgspec
import pytest
import zstandard
from msgspec.structs import replace

from kiosk.adapters.sync.engine import HINTED_MOST_MS
from kiosk.adapters.sync.parts import BACK_OFF_FIRST_MS, BACK_OFF_MOST_MS
from kiosk.adapters.sync.transport import HqAnswer
from kiosk.application.sync.outcomes import Link
from kiosk.domain.journal.kinds import CLOCK_JUMPED
from kiosk.domain.time import millis
from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import Hints, PullAnswer, PushAnswer, Row, SnapshotNeeded
from tests.integration.terminal.local_hq import LocalHq, Trick, changed, half, nothing, status, twice
from tests.integration.terminal.visits import clerk, coupon_of, redeemed
from tests.simulation.invariants import journal
from tests.simulation.world import SimTerminal, World

DAY_MS = 24 * 3_600_000
BOMB = zstandard.ZstdCompressor(level=19).compress(bytes(64 * 1024 * 1024))


def sold(world: World, till: SimTerminal) -> str:
    return redeemed(till, clerk(till), coupon_of(world, "cash100", "xinyi").token).sale.txn


def at_hq(world: World) -> list[str]:
    return [row.txn for row in world.hq.redemptions()]


def kinds(till: SimTerminal) -> list[str]:
    return [fact.kind for fact in journal(till)]


@pytest.mark.parametrize(
    "trick",
    [
        pytest.param(status(500), id="500"),
        pytest.param(status(502, b"<html>bad gateway</html>", "text/html"), id="a proxy's 502"),
        pytest.param(status(429), id="429"),
        pytest.param(status(200, b"\xc1garbage", wire.MSGPACK), id="garbage"),
        pytest.param(status(200, b"", wire.MSGPACK), id="empty"),
        pytest.param(status(200, b"<html>please log in</html>", "text/html"), id="captive portal"),
        pytest.param(status(302, b"", Location="http://127.0.0.1:9/login"), id="redirect"),
        pytest.param(status(200, BOMB, wire.MSGPACK, **{"Content-Encoding": "zstd"}), id="zstd bomb"),
        pytest.param(status(200, b"\x80", wire.MSGPACK, **{"Content-Encoding": "br"}), id="unknown packing"),
        pytest.param(status(200, bytes(wire.MAX_BODY + 1), wire.MSGPACK), id="too large"),
        pytest.param(half, id="half an answer"),
        pytest.param(nothing, id="no answer"),
        pytest.param(changed(lambda a: HqAnswer(200, {"content-type": "image/png"}, a.body)), id="wrong content type"),
    ],
)
def test_a_push_that_goes_wrong_loses_nothing_and_doubles_nothing(
    world: World, hq: LocalHq, till: SimTerminal, trick: Trick
) -> None:
    txn = sold(world, till)
    hq.play("/v1/push", trick)
    till.engine.round()
    status = till.engine.status()
    assert (status.link, status.trouble, status.queue > 0) == (Link.ONLINE, "push_failed", True)
    till.engine.round()
    status = till.engine.status()
    assert (status.link, status.trouble, status.queue) == (Link.ONLINE, "", 0)
    assert at_hq(world) == [txn]


def test_a_slow_hq_costs_one_time_out_and_its_late_answer_harms_nobody(
    world: World, hq: LocalHq, enrolled: Callable[..., SimTerminal]
) -> None:
    till = enrolled(answer_s=0.5)
    txn = sold(world, till)
    hq.play("/v1/push", hq.too_slow)
    till.engine.round()
    assert till.engine.status().trouble == "push_failed"
    hq.release()
    while till.engine.status().queue:
        till.engine.round()
    assert at_hq(world) == [txn]


def test_hq_down_waits_longer_and_longer_with_jitter(world: World, hq: LocalHq, till: SimTerminal) -> None:
    txn = sold(world, till)
    hq.close()
    delays = [till.engine.round() for _ in range(30)]
    bounds = [min(BACK_OFF_MOST_MS, BACK_OFF_FIRST_MS * 2**n) for n in range(30)]
    assert all(0 <= delay <= bound for delay, bound in zip(delays, bounds, strict=True))
    assert len(set(delays)) > 20
    assert max(delays[10:]) > BACK_OFF_MOST_MS / 4
    status = till.engine.status()
    assert (status.link, status.queue > 0) == (Link.OFFLINE, True)
    assert till.service.recent_sales()[0].txn == txn


@pytest.mark.parametrize("settings", [HqSettings(push_facts=3)])
def test_a_413_halves_the_batch_until_it_fits(world: World, hq: LocalHq, till: SimTerminal) -> None:
    actor = clerk(till)
    for skip in range(4):
        redeemed(till, actor, coupon_of(world, "cash100", "xinyi", skip=skip).token)
    till.engine.round()
    pushes = [code for _method, path, code in hq.seen if path == "/v1/push"]
    assert 413 in pushes
    assert till.engine.status().queue == 0
    assert len(at_hq(world)) == 4


def test_the_same_push_twice_counts_once(world: World, hq: LocalHq, till: SimTerminal) -> None:
    txn = sold(world, till)
    hq.play("/v1/push", twice)
    till.engine.round()
    assert till.engine.status().queue == 0
    assert at_hq(world) == [txn]


def test_an_answer_lost_after_hq_took_the_push(world: World, hq: LocalHq, till: SimTerminal) -> None:
    txn = sold(world, till)
    hq.play("/v1/push", nothing)
    till.engine.round()
    assert at_hq(world) == [txn]
    assert till.engine.status().queue > 0
    till.engine.round()
    assert till.engine.status().queue == 0
    assert at_hq(world) == [txn]


def test_a_terminal_taken_out_of_service_says_so_and_keeps_its_facts(world: World, till: SimTerminal) -> None:
    txn = sold(world, till)
    identity = till.ledger.run(lambda tx: tx.identity())
    assert identity is not None
    assert world.hq.revoke_device(identity.device)
    assert till.engine.round() >= 0
    assert till.engine.status().link is Link.REVOKED
    assert till.engine.status().queue > 0
    assert till.service.recent_sales()[0].txn == txn


def test_a_session_that_ran_out_is_opened_anew_at_once(world: World, till: SimTerminal) -> None:
    txn = sold(world, till)
    world.pass_time(2 * 3_600_000)
    till.engine.round()
    assert till.engine.status().link is Link.ONLINE
    assert at_hq(world) == [txn]


def test_an_acknowledgement_of_something_else_is_not_believed(world: World, hq: LocalHq, till: SimTerminal) -> None:
    txn = sold(world, till)

    def lie(answer: HqAnswer) -> HqAnswer:
        said = wire.decode(answer.body, PushAnswer, answer.headers["content-type"])
        return HqAnswer(200, answer.headers, wire.encode(msgspec.structs.replace(said, acked=said.acked + 100)))

    hq.play("/v1/push", changed(lie))
    till.engine.round()  # a new session says what HQ has
    till.engine.round()
    assert till.engine.status().queue == 0
    assert at_hq(world) == [txn]


@pytest.mark.parametrize("off", [2 * DAY_MS, -2 * DAY_MS])
def test_a_clock_two_days_off_is_known_kept_and_journalled(
    world: World, enrolled: Callable[..., SimTerminal], off: int
) -> None:
    till = enrolled()
    till.clock.skew_ms = off
    till.client.token = None
    till.engine.round()
    assert till.engine.status().clock_off_ms == -off
    jumps = [fact.body for fact in journal(till) if fact.kind == CLOCK_JUMPED]
    assert jumps == [{"before_ms": 0, "after_ms": -off}]
    till.crash()
    till.start()
    assert till.engine.status().clock_off_ms == -off  # kept
    till.engine.round()
    assert kinds(till).count(CLOCK_JUMPED) == 1  # told once
    txn = sold(world, till)
    till.engine.round()
    sale = next(row for row in world.hq.redemptions() if row.txn == txn)
    assert sale.at == world.true_ms  # HQ's time, whatever the till's clock said
    assert millis(till.service.recent_sales()[0].at) == world.true_ms


def test_a_clock_that_went_back_is_shown_until_hq_was_met(world: World, hq: LocalHq, till: SimTerminal) -> None:
    assert not till.engine.status().clock_backwards
    till.clock.skew_ms = -30_000
    assert not till.engine.status().clock_backwards  # a second hand, not a clock that was set
    till.clock.skew_ms = -DAY_MS
    assert till.engine.status().clock_backwards
    sold(world, till)  # a fact made meanwhile does not mend it
    assert till.engine.status().clock_backwards
    till.engine.round()
    assert not till.engine.status().clock_backwards
    till.crash()
    till.start()
    assert not till.engine.status().clock_backwards  # and that is remembered
    till.clock.skew_ms = -2 * DAY_MS
    assert till.engine.status().clock_backwards


def test_a_clock_mended_after_standing_a_year_ahead_is_trusted_again(world: World, till: SimTerminal) -> None:
    till.clock.skew_ms = 400 * DAY_MS
    till.engine.round()
    sold(world, till)
    till.clock.skew_ms = 0
    assert till.engine.status().clock_backwards
    till.engine.round()
    assert not till.engine.status().clock_backwards
    world.pass_time(DAY_MS)
    assert not till.engine.status().clock_backwards
    till.clock.skew_ms = -2 * DAY_MS
    assert till.engine.status().clock_backwards


def test_what_hq_lost_is_sent_again(world: World, till: SimTerminal) -> None:
    """HQ came back from a backup: it knows less than the terminal was told."""
    world.hq.database.close()
    copy = (world.folder / "hq.db").read_bytes()
    world.restart_hq()
    txn = sold(world, till)
    till.engine.round()
    assert at_hq(world) == [txn]
    world.hq.database.close()
    for name in ("hq.db-wal", "hq.db-shm"):
        (world.folder / name).unlink(missing_ok=True)
    (world.folder / "hq.db").write_bytes(copy)
    world.restart_hq()
    assert at_hq(world) == []
    world.pass_time(3_600_000)  # the session's life: nothing else tells a terminal that has nothing to say
    for _ in range(3):
        till.engine.round()
    assert at_hq(world) == [txn]
    assert till.engine.status().link is Link.ONLINE


def test_yesterdays_backup_forks_and_starts_a_new_epoch_with_nothing_doubled(world: World, till: SimTerminal) -> None:
    actor = clerk(till)
    tokens = [coupon_of(world, "cash100", "xinyi", skip=skip).token for skip in range(3)]
    first = redeemed(till, actor, tokens[0]).sale
    till.engine.round()
    yesterday = till.back_up()
    second = redeemed(till, actor, tokens[1]).sale
    till.engine.round()
    till.restore(yesterday)
    actor = clerk(till)
    till.engine.round()
    assert till.ledger.head.epoch == 2
    assert till.engine.status().link is Link.ONLINE
    assert sorted(at_hq(world)) == sorted([first.txn, second.txn])
    third = redeemed(till, actor, tokens[2]).sale
    till.engine.round()
    assert sorted(at_hq(world)) == sorted([first.txn, second.txn, third.txn])
    assert third.receipt == "XY01-2.000002"  # number 2 was given in epoch 1 already
    assert world.hq.conflicts() == []
    assert world.hq.verify() == []


@pytest.mark.parametrize("settings", [HqSettings(push_facts=3)])
def test_a_backup_made_with_a_long_queue_still_finds_its_fork(world: World, till: SimTerminal) -> None:
    """The first batches after the restore are all known to HQ; the fork shows only further on."""
    actor = clerk(till)
    tokens = [coupon_of(world, "cash100", "xinyi", skip=skip).token for skip in range(6)]
    told = [redeemed(till, actor, token).sale.txn for token in tokens[:4]]
    backup = till.back_up()  # nothing was pushed yet
    till.engine.round()
    told.append(redeemed(till, actor, tokens[4]).sale.txn)
    till.engine.round()
    till.restore(backup)
    facts = till.ledger.head.seq
    till.engine.round()
    assert (till.engine.status().link, till.ledger.head.epoch) == (Link.ONLINE, 2)
    told.append(redeemed(till, clerk(till), tokens[5]).sale.txn)
    till.engine.round()
    assert sorted(at_hq(world)) == sorted(told)
    assert till.engine.status().queue == 0
    assert till.ledger.head.seq < facts + 10  # epoch 2 does not carry what HQ has
    assert world.hq.verify() == []


def test_a_link_that_changes_is_told_to_listeners(world: World, hq: LocalHq, till: SimTerminal) -> None:
    heard: list[Link] = []
    till.engine.on_status(lambda told: heard.append(told.link))
    hq.play("/v1/", status(500), status(500), status(500))  # push, pull, and whether HQ is there at all
    sold(world, till)
    till.engine.round()
    since = till.engine.status().since
    world.pass_time(5_000)
    till.engine.round()
    assert heard == [Link.OFFLINE, Link.ONLINE]
    assert till.engine.status().since > since


def test_the_offline_age_counts_from_the_first_failure(world: World, hq: LocalHq, till: SimTerminal) -> None:
    sold(world, till)
    hq.play("/v1/", *(status(503) for _ in range(6)))
    till.engine.round()
    since = till.engine.status().since
    world.pass_time(60_000)
    till.engine.round()
    assert till.engine.status().since == since
    assert till.engine.status().last_sync is not None


# -- an HQ that is not what it should be -------------------------------------------------------------------------------


def pulled(change: Callable[[PullAnswer], Any]) -> Trick:
    """Another answer than HQ's to a pull."""

    def other(answer: HqAnswer) -> HqAnswer:
        if answer.status != 200:
            return answer
        told = wire.decode(answer.body, PullAnswer, answer.headers["content-type"])
        said = change(told)
        return HqAnswer(410 if isinstance(said, SnapshotNeeded) else 200, answer.headers, wire.encode(said))

    return changed(other)


def pages(**changes: Any) -> Trick:
    """Every page says something else."""
    return pulled(lambda told: replace(told, pages=tuple(replace(one, **changes) for one in told.pages)))


HOSTILE: dict[str, Trick] = {
    "pages that loop": pages(rows=(), more=True, cursor=0),
    "pages that go on without a row": pages(rows=(), more=True, cursor=2**62),
    "a cursor that no file holds": pages(cursor=2**63),
    "a cursor below zero": pages(cursor=-1),
    "a row of no revision": pages(rows=(Row(id="a", rev=2**64 - 1, data="{}"),)),
    "another store's staff": pages(bucket="store/zhongxiao/staff"),
    "another terminal's rights": pages(bucket="device/d-other/rights"),
    "a bucket of no kind": pages(bucket="../../etc"),
    "no snapshots": pulled(lambda told: SnapshotNeeded(buckets=(), time=told.time)),
    "snapshots of what nobody asked for": pulled(lambda told: SnapshotNeeded(buckets=("chain/x",), time=told.time)),
}


@pytest.mark.parametrize("trick", HOSTILE.values(), ids=HOSTILE.keys())
def test_pulls_that_no_hq_answers_end_change_nothing_and_stop_no_push(
    world: World, hq: LocalHq, till: SimTerminal, trick: Trick
) -> None:
    cash = next(one for one in world.chain.templates if one.id == "cash100")
    world.hq.publish([RowChange(Bucket(CHAIN, "templates"), cash.id, replace_row(cash, min_spend=77_700))])
    staff = till.ledger.run(lambda tx: sorted(one.id for one in tx.staff()))
    txn = sold(world, till)
    hq.play("/v1/pull", *[trick] * 4)
    till.engine.round()
    assert (till.engine.status().trouble, till.engine.status().queue) == ("pull_failed", 0)
    assert at_hq(world) == [txn]
    assert till.ledger.run(lambda tx: sorted(one.id for one in tx.staff())) == staff
    for _ in range(4):
        till.engine.round()
    world.pass_time(BACK_OFF_MOST_MS)
    till.engine.round()
    assert till.engine.status().trouble == ""
    known = till.reference.template(cash.id)
    assert known is not None
    assert known.min_spend == 77_700


@pytest.mark.parametrize("hint", [2**63 - 1, 10**12, -5, -(2**62)])
def test_hints_neither_stop_the_sync_nor_hurry_it(hq: LocalHq, till: SimTerminal, hint: int) -> None:
    hints = Hints(push_after=hint, pull_after=hint)

    def hinted(answer: HqAnswer) -> HqAnswer:
        told = wire.decode(answer.body, PullAnswer, answer.headers["content-type"])
        return HqAnswer(200, answer.headers, wire.encode(replace(told, hints=hints)))

    till.world.hq.publish([RowChange(Bucket(CHAIN, "templates"), "t-new", till.world.chain.templates[0])])
    hq.play("/v1/pull", changed(hinted))
    assert 1_000 <= till.engine.round() <= HINTED_MOST_MS


@pytest.mark.parametrize("time", [2**63 - 1, 10**15, 0, -1])
def test_a_time_that_is_none_corrects_nothing(
    hq: LocalHq, till: SimTerminal, world: World, time: int, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("a time that is none")
    sold(world, till)

    def other(answer: HqAnswer) -> HqAnswer:
        told = wire.decode(answer.body, PushAnswer, answer.headers["content-type"])
        return HqAnswer(200, answer.headers, wire.encode(replace(told, time=time)))

    hq.play("/v1/push", changed(other))
    till.engine.round()
    clerk(till)
    till.engine.round()
    assert till.engine.status().queue == 0
    assert world.hq.left_out() == []
