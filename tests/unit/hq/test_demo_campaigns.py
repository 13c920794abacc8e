"""The demo chain with campaigns: files moved in time, members with a past, friends who were recommended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.demo.chain.build import DemoChain, build_demo
from kiosk.demo.chain.in_time import INTO_MAIN, moved, running, versioned
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.model import PhaseKind, SegmentNumbers
from kiosk.domain.campaigns.shift import shifted
from kiosk.domain.campaigns.state import MemberState, apply
from kiosk.domain.members.member import Segment
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.members.queries import referrers
from kiosk.hq.store.database import Database
from kiosk.protocol.campaigns.file import read_campaign
from tests.unit.hq.rig import NOON, MemoryVault, SeededChance, Terminal, TestClock

CAMPAIGNS = Path(__file__).parents[3] / "resources" / "campaigns"
PLANS = sorted(path.stem for path in CAMPAIGNS.glob("*.yaml"))
TODAY = NOON.date()


def text(name: str) -> str:
    return (CAMPAIGNS / f"{name}.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", PLANS)
def test_a_file_moved_in_time_says_the_same_on_other_days(name: str) -> None:
    before = read_campaign(text(name).encode()).campaign
    assert read_campaign(moved(text(name), 37).encode()).campaign == shifted(before, 37)
    assert moved(moved(text(name), 37), -37) == text(name)


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_runs_today(name: str) -> None:
    campaign = read_campaign(running(text(name), TODAY).encode()).campaign
    (main, *_) = (phase for phase in campaign.phases if phase.kind is PhaseKind.MAIN)
    assert main.starts.date() == TODAY - timedelta(days=INTO_MAIN)
    assert main.starts.date() <= TODAY < main.ends.date()


def test_what_is_no_day_stays() -> None:
    assert moved("a: 2026-13-01, b: 12026-01-01, c: 0800-000-123, d: 9999-12-31 12:00", 3) == (
        "a: 2026-13-01, b: 12026-01-01, c: 0800-000-123, d: 9999-12-31 12:00"
    )
    assert moved("a: 2026-02-27 09:00", 3) == "a: 2026-03-02 09:00"
    assert versioned("id: a\nversion: 12\nversions: 3", 4) == "id: a\nversion: 4\nversions: 3"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Headquarters, DemoChain]]:
    folder = tmp_path_factory.mktemp("demo")
    hq = Headquarters(Database(folder / "hq.db"), TestClock(), SeededChance(), MemoryVault(), folder)
    yield hq, build_demo(hq, "hash of {}".format, members=150, campaigns=[text(name) for name in PLANS])
    hq.database.close()


def test_the_four_plans_are_published_and_running(made: tuple[Headquarters, DemoChain]) -> None:
    hq, _ = made
    till = Terminal.enrolled(hq, "xinyi", seed=11)
    rows = till.rows("chain/editions")
    assert sorted(rows) == [f"{name}/1" for name in PLANS]
    assert {row["until"] for row in rows.values()} == {None}
    assert set(PLANS) <= till.rows("chain/campaigns").keys()
    assert hq.verify() == []


def test_segments_are_what_the_past_tells(made: tuple[Headquarters, DemoChain]) -> None:
    _, chain = made
    for member in chain.members:
        state = MemberState(member.id)
        for happening in known_happenings(member, "Asia/Taipei"):
            apply(state, happening)
        assert state.segment(TODAY.toordinal(), SegmentNumbers()) is member.segment, member
        assert len(member.bought) == min(member.visits, 12)
        days = [date.fromisoformat(day) for day, _ in member.bought]
        assert days == sorted(days)
        assert all(member.joined.date() <= day + timedelta(days=1) and day <= TODAY for day in days)
        assert all(amount > 0 for _, amount in member.bought)
    assert {member.segment for member in chain.members} == set(Segment)


def test_some_share_a_household_and_carry_tags(made: tuple[Headquarters, DemoChain]) -> None:
    _, chain = made
    households = [member.household for member in chain.members]
    assert 0 < len(households) - len(set(households)) < 20
    assert all(households)
    assert {tag for member in chain.members for tag in member.tags} == {"mini-program", "vip"}


def test_friends_were_recommended_in_each_store_and_both_were_rewarded(made: tuple[Headquarters, DemoChain]) -> None:
    hq, chain = made
    homes = {member.id: member.home_store for member in chain.members}
    with hq.database.read() as tx:
        friends = referrers(tx, homes)
    assert {homes[friend] for friend in friends} == {"xinyi", "zhongxiao", "banqiao"}
    assert all(homes[friend] == homes[referrer] for friend, referrer in friends.items())
    for store in ("xinyi", "zhongxiao", "banqiao"):
        till = Terminal.enrolled(hq, store, seed=12)
        rows = list(till.rows(f"store/{store}/events").values())
        assert {row["store"] for row in rows} == {store}
        assert {row["device"] for row in rows} == {"hq"}
        assert {member for row in rows for member in row["members"]} >= {
            one for pair in friends.items() for one in pair if homes[one] == store
        }
        # the mini-program's pack for newcomers
        given = [
            row["coupon"]["member"]
            for row in till.rows(f"store/{store}/coupons").values()
            if row["coupon"]["template"] == "mini-program/join-300-50"
        ]
        assert set(given) >= {friend for friend in friends if homes[friend] == store}


def test_made_again_it_is_the_same_and_tomorrow_a_new_version(
    made: tuple[Headquarters, DemoChain], tmp_path: Path
) -> None:
    clock = TestClock()
    hq = Headquarters(Database(tmp_path / "hq.db"), clock, SeededChance(), MemoryVault(), tmp_path)
    files = [text("mini-program")]
    first = build_demo(hq, "hash of {}".format, members=30, campaigns=files)
    with hq.database.read() as tx:
        before = tx.connection.exec_driver_sql("SELECT value FROM revision").scalar()
    assert build_demo(hq, "hash of {}".format, members=30, campaigns=files) == first
    with hq.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT value FROM revision").scalar() == before
    clock.now += 24 * 3_600_000
    build_demo(hq, "hash of {}".format, members=30, campaigns=files)
    rows = Terminal.enrolled(hq, "xinyi").rows("chain/editions")
    assert sorted(rows) == ["mini-program/1", "mini-program/2"]
    with pytest.raises(ValueError, match="`rules` is missing"):
        build_demo(hq, "hash of {}".format, members=3, campaigns=[files[0].replace("rules:", "phases:")])
    hq.database.close()
