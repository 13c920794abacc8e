"""What a hostile terminal did is undone: for everybody else HQ is as if it had never read it, whatever came between."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.journal.facts import decode
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.sales.facts import SALE_RETURNED
from kiosk.domain.slips.facts import SLIPS_BOOK_MADE
from kiosk.domain.slips.model import SlipRule, share_key
from kiosk.hq.campaigns.points import points_of
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.journal.left_out import UNDONE
from kiosk.hq.projections.registry import PROJECTIONS
from kiosk.hq.store.database import Database, Tx
from kiosk.hq.store.schema import fact
from kiosk.hq.undo.commands import DONE, Undoing, begin
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.wire.messages import LeaseAnswer, LeaseRequest
from tests.poison.bodies import record
from tests.unit.hq.campaign_rig import buys, decides, last_stamp, member, published, pushes, reward, with_members
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, coupon, headquarters, put, template
from tests.unit.hq.test_rebuild import SETTINGS
from tests.unit.hq.test_slips import CASH, declare, left, made, slip

RULES = """
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
stock: [{id: mug, name: NAME, quantity: 40, cost: 5, value: 20}]
rules:
  - {id: points, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 30, per: [household, day]}]}
  - {id: second, name: NAME, when: {event: purchased, n: 2}, give: [{coupon: five}]}
  - {id: gift, name: NAME, when: purchased, if: {spend: 900}, give: [{gift: mug}]}
  - {id: friend, name: NAME, when: referee_bought, give: [{points: 7}]}
"""
MEMBERS = ("m1", "m2", "m3", "m4", "n1", "n2")
MINUTE = 60_000
WORLDS = int(os.environ.get("KIOSK_UNDO_WORLDS", "2"))
"""`KIOSK_UNDO_WORLDS=500 pytest tests/unit/hq/test_undo.py` plays more."""


def chain_of(folder: Path) -> Headquarters:
    folder.mkdir(exist_ok=True)
    hq = headquarters(folder, TestClock())
    published(hq, RULES)
    with_members(hq, *(member(f"m{n}", "s1" if n < 3 else "s2") for n in range(1, 5)))
    hq.publish([put("*", "templates", "t1", template(uses_per_coupon=2))])
    hq.publish([put("s2", "coupons", f"z{n}", CouponRow(coupon(f"z{n}", member="m3"), "KC1:")) for n in range(3)])
    return hq


class World:
    """Two honest tills of two stores, and one of the first store that may be hostile. The honest ones do the same, at
    the same times, whether or not the other one does anything."""

    def __init__(self, folder: Path, seed: int, *, hostile: bool, foresees: bool) -> None:
        self.foresees = foresees
        self.hq = chain_of(folder)
        self.clock: Any = self.hq.context.clock
        self.hostile = hostile
        self.honest_dice, self.dice = random.Random(seed), random.Random(seed + 1)
        first = self.honest_dice.random() < 0.5
        tills = [Terminal.enrolled(self.hq, "s1", seed=n) for n in (1, 2)]
        self.thief, self.here = tills if first else tills[::-1]
        self.there = Terminal.enrolled(self.hq, "s2", seed=3)
        self.sold: dict[str, list[str]] = {"s1": [], "s2": [], "": []}
        self.given: list[tuple[str, Reward]] = []
        self.known: list[str] = [f"x{n}" for n in range(60)]

    def step(self) -> None:
        self.clock.now += self.honest_dice.choice((1, 1_000, MINUTE, 20 * MINUTE))
        if self.dice.random() < 0.5:
            for _ in range(self.dice.randrange(1, 4)):
                if self.hostile:
                    self.mischief()
            if self.hostile:
                self.thief.open_session()
                pushes(self.thief, queue=self.dice.choice((None, 99)))
        self.clock.now += 1
        till = self.honest_dice.choice((self.here, self.there))
        till.open_session()
        for _ in range(self.honest_dice.randrange(1, 4)):
            self.honest(till, self.honest_dice)
        pushes(till, queue=None if self.honest_dice.random() < 0.7 else 99)

    def honest(self, till: Terminal, dice: random.Random) -> None:
        mine = [name for name in MEMBERS if name not in (("m3", "m4") if till.store == "s1" else ("m1", "m2"))]
        who, place = dice.choice(MEMBERS), till.store
        match dice.randrange(9):
            case 0 | 1 | 2:
                txn = self.known.pop(0) if till is not self.thief else f"h{dice.random()}"
                self.sold[place if till is not self.thief else ""].append(txn)
                buys(till, who, txn, total=dice.choice((40_000, 95_000)))
            case 3:
                txn = f"u{len(till.chain)}{till.device}"
                self.sold[place if till is not self.thief else ""].append(txn)
                coupons = ("c0", "c1", "c2", "c3") if till.store == "s1" else ("z0", "z1", "z2")
                till.sale(txn, dice.choice(coupons), right=dice.choice(("held", "accepted")), member=dice.choice(mine))
            case 4 if self.sold[place]:
                till.void(dice.choice(self.sold[place]))
            case 5 if self.sold[place]:
                body = {"v": 2, "txn": dice.choice(self.sold[place]), "amount": 1_000, "reason": "back"}
                till.fact(SALE_RETURNED, body)
            case 6:
                self.decides(till, dice, dice.choice([one for one in mine if one[0] == "m"]))
            case 7:
                till.fact(MEMBER_REGISTERED, {"member": dice.choice(("n1", "n2")), "other": dice.choice(mine)})
            case _:
                till.fact(RIGHTS_CHANGED, {"grant": [], "revoke": ["c0", "z0"]})

    def decides(self, till: Terminal, dice: random.Random, who: str) -> None:
        stamp = last_stamp(till) + 1
        one = dice.choice(
            (
                reward(till, who, "second", stamp, RewardKind.COUPON, "five", 1),
                reward(till, who, "points", stamp, RewardKind.POINTS, "", 10),
                reward(till, who, "gift", stamp, RewardKind.GIFT, "mug", 1),
            )
        )
        limit = "limit:autumn/points/household.day@h:m1@1"
        takes = {"gift": (("|stock:autumn/mug", 1),), "points": ((limit, 1),)}
        one = one._replace(takes=takes.get(one.rule, ()))
        if one.rule == "points" and who != "m1":
            one = one._replace(takes=())
        decides(till, who, one, takes=[list(take) for take in one.takes])
        if till is not self.thief:
            self.given.append((who, one))
        if dice.random() < 0.3:
            decides(till, who, back=[one], takes=[[key, -count] for key, count in one.takes])

    def mischief(self) -> None:
        thief, dice = self.thief, self.dice
        match dice.randrange(9):
            case 0 | 1:
                self.honest(thief, dice) if dice.random() < 0.5 else buys(
                    thief, dice.choice(MEMBERS), f"h{dice.random()}"
                )
            case 2 if self.known and self.foresees:  # which nobody could know: the worst that chance can do
                buys(thief, dice.choice(MEMBERS), self.known[0], total=95_000)
            case 3:
                names = dice.choice(("c0", "c1", "c2", "z0", "z1"))
                thief.sale(
                    f"h{dice.random()}", names, right=dice.choice(("held", "accepted")), hlc=dice.choice((None, 5))
                )
            case 4 if self.sold["s1"]:
                thief.void(dice.choice(self.sold["s1"]))
            case 5:
                mine = [one for who, one in self.given if who in ("m1", "m2")]
                if mine:
                    one = dice.choice(mine)
                    far = None if dice.random() < 0.5 else (self.clock.now + 10_000_000 << 16) + len(thief.chain)
                    body: dict[str, Any] = {"v": 2, "member": one.member, "taken_back": [one.id]}
                    thief.fact("rewards.decided", body | {"coupons_back": list(coupon_ids(one))}, hlc=far)
            case 6:
                self.decides(thief, dice, dice.choice(("m1", "m2")))
            case 7:
                thief.fact(MEMBER_REGISTERED, {"member": dice.choice(("n1", "n2")), "other": "m1"}, hlc=7)
            case _:
                raw = record(dice, self.clock.now, len(thief.chain) + 1, sane=0.8)
                thief.raw(raw)


DERIVED = [table.name for one in PROJECTIONS for table in one.tables]


def state(world: World) -> dict[str, Any]:
    """What HQ goes by, and what it tells others; without what only its own journal numbers."""
    hq, thief = world.hq, world.thief
    found: dict[str, Any] = {}
    with hq.database.read() as tx:

        def asked(statement: str) -> list[tuple[Any, ...]]:
            return sorted(tuple(row) for row in tx.connection.exec_driver_sql(statement))

        for name in DERIVED:
            found[name] = [row for row in asked(f"SELECT * FROM {name}") if "hq" not in row]
        by_hq = hqs_counts(tx)
        found["shared_count"] = {
            row[1]: row[2] - by_hq[row[1]] for row in found["shared_count"] if row[2] != by_hq[row[1]]
        }
        found["conflict"] = asked("SELECT coupon, txn, winner_txn FROM conflict WHERE closed_at IS NULL")
        found["shares"] = asked(
            "SELECT device, key, granted, used FROM lease "
            f"WHERE device NOT IN ('hq', '{thief.device}') AND (granted > 0 OR used > 0)"
        )
        found["waits"] = asked("SELECT coupon, device FROM unsigned_coupon")
        points = {name: points_of(hq.context, tx, name) for name in MEMBERS}
    standing = Counter((one.member, one.rule, one.kind, one.ref) for one in hq.rewards() for _ in range(one.quantity))
    for one in hq.overruns():  # what was due when it was given, and is not any more, has no part in this
        if one.kind == RewardKind.POINTS:
            points[one.member] -= one.given - one.due
        standing[one.member, one.reward.split("/")[1], one.kind, one.ref] -= one.given - one.due
    found["points"], found["due"] = points, +standing
    for till in (world.here, world.there):
        till.open_session()
        for bucket in till.buckets:
            rows = {key: row for key, row in till.rows(bucket).items() if not key.startswith("hq/")}
            if bucket.endswith("/rights"):
                rows = {key: row["uses"] for key, row in rows.items() if not key.startswith("r-")}
            if bucket.endswith("/coupons"):
                rows = {key: row["coupon"] for key, row in rows.items()}
                rows = {key: row for key, row in rows.items() if row["revoked_at"] is None and not key.startswith("r-")}
            if bucket.endswith("/revocations"):
                rows = {}
            found[bucket] = rows
    return found


def hqs_counts(tx: Tx) -> Counter[str]:
    """How much HQ itself counted of limits."""
    counts: Counter[str] = Counter()
    for raw in tx.execute(select(fact.c.raw).where(fact.c.device == "hq", fact.c.kind == REWARDS_DECIDED)).scalars():
        for key, count in decode(bytes(raw)).body.get("takes", ()):
            counts[key] += count
    return counts


def settled(world: World) -> None:
    """Every till has told everything, and everybody is counted."""
    world.clock.now += 2 * 60 * MINUTE
    for till in (world.here, world.there):
        till.open_session()
        for name in MEMBERS:
            till.fact("member.seen", {"member": name})
        pushes(till)


def play(folder: Path, seed: int, steps: int, *, hostile: bool, then: str = "undo") -> dict[str, Any]:
    """`then`: what becomes of what the hostile one told."""
    world = World(folder, seed, hostile=hostile, foresees=then == "undo")
    for _ in range(steps):
        world.step()
    assert world.hq.check() == []
    world.hostile = False
    assert world.hq.revoke_device(world.thief.device)
    if hostile and then != "stand":
        assert asked(world)
    for _ in range(3):
        if hostile and then != "stand":
            killed(world, folder)
        world.step()
    if hostile and then != "stand":
        assert world.hq.undo(world.thief.device)
    if hostile and then == "put back":
        assert world.hq.put_back(world.thief.device)
    settled(world)
    found = state(world)
    assert world.hq.verify() == []
    assert world.hq.check() == []
    if hostile and then == "undo":
        assert [one.state for one in world.hq.undone()] in ([], [DONE])
        assert {one.reason for one in world.hq.left_out() if one.device == world.thief.device} >= {UNDONE}
    world.hq.database.close()
    return found


def asked(world: World) -> bool:
    with world.hq.database.write() as tx:
        return begin(world.hq.context, tx, world.thief.device, 0)


def killed(world: World, folder: Path) -> None:
    """The program that undoes gets so far; another goes on."""
    looks = world.dice.randrange(12)

    def stop() -> bool:
        nonlocal looks
        looks -= 1
        return looks < 0

    Undoing(world.hq.context).run(stop)
    world.hq.database.close()
    context = world.hq.context
    world.hq = Headquarters(
        Database(folder / "hq.db"), context.clock, context.random, context.vault, context.folder, context.settings
    )
    for till in (world.here, world.there, world.thief):
        till.hq = world.hq


@settings(SETTINGS, max_examples=WORLDS)
@given(seed=st.integers(0, 10**6))
def test_hq_is_as_if_it_had_never_read_what_is_undone(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("undo")
    without = play(folder / "without", seed, 8, hostile=False)
    with_it = play(folder / "with", seed, 8, hostile=True)
    for name, rows in without.items():
        assert with_it[name] == rows, name


@pytest.mark.parametrize("seed", [1])
def test_what_is_put_back_is_as_if_it_had_never_been_undone(tmp_path: Path, seed: int) -> None:
    stands = play(tmp_path / "stands", seed, 8, hostile=True, then="stand")
    back = play(tmp_path / "back", seed, 8, hostile=True, then="put back")
    for name in (*DERIVED, "conflict", "shares", "store/s1/spent", "store/s2/spent", "store/s1/events"):
        assert back[name] == stands[name], name


# -- one thing each ---------------------------------------------------------------------------------------------------


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, RULES)
    with_members(hq, *(member(f"m{n}", "s1" if n < 3 else "s2") for n in range(1, 5)))
    return hq


def gone(hq: Headquarters, till: Terminal, since: int = 0) -> None:
    assert hq.revoke_device(till.device)
    assert hq.undo(till.device, since)
    assert hq.undo(till.device, since)


def test_a_terminal_in_service_is_not_undone(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    buys(till, "m1", "x1")
    pushes(till)
    assert not chain.undo(till.device)
    assert not chain.undo("nobody")
    assert not chain.put_back(till.device)
    assert chain.undone() == []


def test_facts_stay_and_the_chain_is_whole(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    buys(till, "m1", "x1")
    till.fact("nobody.knows", {})
    pushes(till)
    told = chain.facts(till.device, 1)
    gone(chain, till)
    assert chain.facts(till.device, 1) == told
    assert [one.reason for one in chain.left_out()] == [UNDONE, UNDONE]
    (one,) = chain.terminals()
    assert one.undone == 2
    assert chain.put_back(till.device)
    assert chain.left_out() == []
    assert chain.undone() == []


def test_what_hq_gave_because_of_it_is_taken_back_and_what_it_gave_anyway_stays(chain: Headquarters) -> None:
    clock: Any = chain.context.clock
    here, thief = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    buys(here, "m1", "x1")
    buys(here, "m1", "x2")
    pushes(here)  # the second: HQ gives a coupon
    clock.now += MINUTE
    here.void("x2")
    pushes(here)
    assert {(one.rule, one.member) for one in chain.rewards()} == {("points", "m1"), ("second", "m1")}
    clock.now += MINUTE
    buys(thief, "m2", "h1")
    pushes(thief)
    clock.now += MINUTE
    buys(here, "m2", "x3")
    pushes(here)
    (theirs,) = [one for one in chain.rewards() if one.member == "m2" and one.rule == "second"]
    gone(chain, thief)
    assert sorted((one.rule, one.member) for one in chain.rewards() if one.rule == "second") == [("second", "m1")]
    coupons = {row["coupon"]["member"]: row["coupon"]["revoked_at"] for row in here.rows("store/s1/coupons").values()}
    assert coupons["m1"] is None
    assert coupons["m2"] is not None
    assert len(here.rows("chain/revocations")) == 1
    assert theirs.id not in {one.id for one in chain.rewards()}
    assert [one.member for one in chain.overruns()] == ["m1"] * 2


def test_only_what_was_told_since_then(chain: Headquarters) -> None:
    clock: Any = chain.context.clock
    till, other = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    till.sale("t1", "c1")
    pushes(till)
    clock.now += MINUTE
    since = clock.now
    till.sale("t2", "c2", hlc=3)
    pushes(till)
    gone(chain, till, since)
    assert [one.txn for one in chain.redemptions()] == ["t1"]
    assert set(other.rows("store/s1/spent")) == {"c1/t1"}
    assert "c2" in other.rows(other.rights_bucket)
    gone(chain, till)
    assert chain.redemptions() == []
    assert chain.put_back(till.device)
    assert {one.txn for one in chain.redemptions()} == {"t1", "t2"}
    assert "c1" not in other.rows(other.rights_bucket)


def test_shares_and_claims_of_it_are_for_others_again(chain: Headquarters) -> None:
    thief, here = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    key = "stock:autumn/mug"
    thief.ok("/v1/leases/acquire", LeaseRequest(op="o1", quantities={key: 9}), LeaseAnswer)
    stamp = buys(thief, "m1", "h1", total=95_000)
    given = reward(thief, "m1", "gift", stamp, RewardKind.GIFT, "mug", 1)._replace(takes=(("|" + key, 1),))
    decides(thief, "m1", given, takes=[["|" + key, 1]])
    assert thief.claim("o2", "c3", "h9").verdict == "granted"
    pushes(thief)
    chain.revoke_device(thief.device)
    with chain.database.read() as tx:
        before = tx.connection.exec_driver_sql(f"SELECT \"left\" FROM quantity WHERE key = '{key}'").scalar_one()
    gone(chain, thief)
    with chain.database.read() as tx:
        after = tx.connection.exec_driver_sql(f"SELECT \"left\" FROM quantity WHERE key = '{key}'").scalar_one()
    assert after - before == 1
    assert here.claim("o3", "c3", "t9").verdict == "granted"


def test_deeds_say_what_it_did(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    till.sale("t1", "c1", "c2")
    till.void("t1")
    stamp = buys(till, "m2", "t2")
    decides(till, "m2", reward(till, "m2", "second", stamp, RewardKind.COUPON, "five", 1))
    decides(till, "m2", reward(till, "m2", "points", stamp, RewardKind.POINTS, "", 10))
    till.fact("points.spent", {"member": "m3", "value": 1})
    pushes(till)
    found = chain.deeds(till.device)
    assert found is not None
    assert dict(found.kinds) == {"sale.completed": 2, "sale.voided": 1, "rewards.decided": 2}
    assert (found.facts, found.left_out, found.undone) == (5, 1, 0)
    assert (found.sales, found.sold, found.voids, found.uses, found.used_value) == (2, 80_000, 1, 2, 20_000)
    assert (found.coupons_given, found.points_given, found.members) == (1, 10, ("m1", "m2"))
    assert found.first_told == found.last_told == NOON_MS
    assert chain.deeds("nobody") is None
    gone(chain, till)
    again = chain.deeds(till.device)
    assert again is not None
    assert (again.facts, again.undone) == (0, 5)


def test_paper_slips_of_it_are_none_and_what_it_said_of_others_is_not_said(chain: Headquarters) -> None:
    thief, here = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    assert isinstance(chain.allow_slips(CASH, 40, share=10), SlipRule)
    book = made(chain)
    free = left(chain)[1]
    rule = book.rule
    thief.ok("/v1/leases/acquire", LeaseRequest(op="o1", quantities={share_key(rule): 9}), LeaseAnswer)
    body = {
        name: getattr(book, name) for name in ("store", "rule", "template", "made", "since", "until", "most", "off")
    }
    thief.fact(SLIPS_BOOK_MADE, {**body, "book": "theirs", "first": 50, "last": 54, "uses": 5})
    declare(thief, book.book, 1, 5, "unused")
    slip(thief, book.book, 7, "h1")
    slip(here, "theirs", 51, "x1")
    here.push()
    thief.push()
    assert set(here.rows("store/s1/slips")) == {book.book, "theirs"}
    assert left(chain)[1] == free - 9 + 5
    gone(chain, thief)
    assert set(here.rows("store/s1/slips")) == {book.book}
    assert here.rows("store/s1/slip_marks") == {}
    assert left(chain)[1] == free
    assert [one.what for one in chain.conflicts()] == ["slip_unknown"]
    assert chain.put_back(thief.device)
    assert set(here.rows("store/s1/slips")) == {book.book, "theirs"}
    assert here.rows("store/s1/slip_marks") != {}
