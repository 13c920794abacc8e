"""What is derived from facts: the same from scratch, found when changed, caught up after an upgrade or a stop."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, String, Table, inspect, select

from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.coupons.facts import OP_SETTLED, RIGHTS_CHANGED
from kiosk.domain.journal.facts import decode
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SEEN
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED
from kiosk.hq.campaigns import recount
from kiosk.hq.context import Context
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.projections.registry import PROJECTIONS
from kiosk.hq.rebuild import derive
from kiosk.hq.rebuild.catch_up import CatchUp
from kiosk.hq.store.database import Database, Tx
from kiosk.hq.store.schema import CHAIN, metadata
from kiosk.protocol.rows import CouponRow
from tests.unit.hq.campaign_rig import RULES, buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal, coupon, headquarters, put, template

LIMITED = RULES.replace(
    "give: [{coupon: five}]", "give: [{coupon: five}], limits: [{most: 500, per: [day]}, {most: 500, per: [store]}]"
)

SETTINGS = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
    phases=[Phase.generate],  # a play cannot be made shorter than its seed
)


def rows(hq: Headquarters) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that is derived, and what stores were told of it, by table."""
    wanted = [table.name for one in hq.context.projections for table in one.tables]
    with hq.database.read() as tx:
        found = {
            name: sorted(tuple(row) for row in tx.connection.exec_driver_sql(f"SELECT * FROM {name}"))
            for name in [*wanted, "conflict"]
        }
        told = "SELECT store, subject, id, data FROM published WHERE subject IN ('spent', 'events')"
        rows = tx.connection.exec_driver_sql(told).all()
        found["told"] = sorted((*row[:3], str(msgspec.json.decode(row[3] or "{}").get("members"))) for row in rows)
        return found


def tampered(hq: Headquarters, statement: str) -> None:
    with hq.database.write() as tx:
        assert tx.connection.exec_driver_sql(statement).rowcount > 0, statement


def reopened(hq: Headquarters, folder: Path, models: tuple[Projection, ...]) -> Headquarters:
    """The same database under another version of the program."""
    context = hq.context
    return Headquarters(
        Database(folder / "hq.db"), context.clock, context.random, context.vault, context.folder, projections=models
    )


def newer(*names: str) -> tuple[Projection, ...]:
    return tuple(replace(one, version=one.version + 1) if one.name in names else one for one in PROJECTIONS)


# -- facts of many shapes ---------------------------------------------------------------------------------------------


class Play:
    """Two tills in one store and one in another that do what comes, and push when it comes."""

    def __init__(self, hq: Headquarters, seed: int, campaign_after: int) -> None:
        self.hq, self.chance, self.campaign_after = hq, random.Random(seed), campaign_after
        hq.publish([put(CHAIN, "templates", "t3", template("t3", uses_per_coupon=2))])
        hq.publish([put("s2", "coupons", "b1", CouponRow(coupon("b1", member=None, template="t3"), "KC1:"))])
        with_members(hq, member("m1"), member("m2"), member("m3", "s2"))
        self.tills = [Terminal.enrolled(hq, store, seed=at) for at, store in enumerate(("s1", "s1", "s2"))]
        self.sales: list[tuple[Terminal, str, str, int]] = []
        self.ops = 0

    def play(self, steps: int) -> None:
        deeds: tuple[Callable[[Terminal], object], ...] = (
            self.sells,
            self.sells,
            self.buys,
            self.buys,
            self.voids,
            self.returns,
            self.registers,
            self.claims,
            self.gives_back,
            self.decides,
            self.starts_over,
            self.tells_nonsense,
        )
        for step in range(steps):
            if step == self.campaign_after:
                published(self.hq, LIMITED)
            self.hq.context.clock.now += self.chance.choice((0, 1, 40))  # type: ignore[attr-defined]
            till = self.chance.choice(self.tills)
            self.chance.choice(deeds)(till)
            if self.chance.random() < 0.3:
                self.tells(till)
        for till in self.tills:
            self.tells(till)

    def tells(self, till: Terminal) -> None:
        while till.acked < len(till.chain):
            last = min(len(till.chain), till.acked + self.chance.choice((1, 2, 200)))
            response = till.call("POST", "/v1/push", till.batch(till.acked + 1, last))
            assert response.status == 200, response
            till.acked = last
        pushes(till)

    def sells(self, till: Terminal) -> None:
        txn = f"x{len(self.sales)}"
        name = self.chance.choice(("c0", "c1", "b1", "unheard-of"))
        till.sale(txn, name, right=self.chance.choice(("held", "accepted")))
        self.sales.append((till, txn, "m1", 0))

    def buys(self, till: Terminal) -> None:
        txn = f"x{len(self.sales)}"
        who = self.chance.choice(("m1", "m2", "m3", "m9"))
        more: dict[str, Any] = self.chance.choice(({}, {"other": "m2"}, {"referrer": "m3"}))
        self.sales.append((till, txn, who, buys(till, who, txn, **more)))

    def voids(self, till: Terminal) -> None:
        if self.sales:
            till.void(self.chance.choice(self.sales)[1])

    def returns(self, till: Terminal) -> None:
        if self.sales:
            txn = self.chance.choice(self.sales)[1]
            till.fact(SALE_RETURNED, {"txn": txn, "amount": 5, "reason": "r"})

    def registers(self, till: Terminal) -> None:
        who, other = self.chance.sample(("m1", "m2", "m3", "m9"), 2)
        till.fact(MEMBER_REGISTERED, {"member": who, "other": other})

    def claims(self, till: Terminal) -> None:
        self.ops += 1
        op, txn = f"op{self.ops}", f"x{len(self.sales)}"
        if till.claim_raw(op, "b1", txn, "t3").status != 200:
            return
        if self.chance.random() < 0.5:
            till.fact(OP_SETTLED, {"op": op, "verdict": "abandoned"})
        else:
            till.sale(txn, "b1", right="claimed", op=op)
            self.sales.append((till, txn, "m1", 0))

    def gives_back(self, till: Terminal) -> None:
        till.fact(RIGHTS_CHANGED, {"grant": [], "revoke": [self.chance.choice(("c0", "c1"))]})

    def decides(self, till: Terminal) -> None:
        mine = [sale for sale in self.sales if sale[0] is till and sale[3]]
        if mine:
            _, _, who, stamp = self.chance.choice(mine)
            made = reward(till, who, "second", stamp, RewardKind.COUPON, "five", 1)
            key = self.chance.choice(("limit:autumn/second/day@739000", f"limit:autumn/second/store@s:{till.store}"))
            if self.chance.random() < 0.3:
                decides(till, who, back=[made], takes=[[key, -1]])
            else:
                decides(till, who, made._replace(takes=((key, 1),)), takes=[[key, 1]])

    def starts_over(self, till: Terminal) -> None:
        """A disk was put back: what it had is carried into the next epoch."""
        if self.chance.random() < 0.7:
            return
        self.tells(till)
        carried = [raw for raw, _ in till.chain[-4:]]
        code = self.hq.enroll_code(till.store, for_device=till.device)
        assert code is not None
        till.start_over(code)
        for raw in carried:
            if b"nothing" not in raw:
                told = decode(raw)
                till.fact(told.kind, told.body, hlc=told.hlc)

    def tells_nonsense(self, till: Terminal) -> None:
        self.chance.choice(
            (
                lambda: till.raw(b"\xff nothing"),
                lambda: till.fact("nobody.knows", {}),
                lambda: buys(till, "m1", f"x{len(self.sales)}-odd", items=[["too", "short"]]),
            )
        )()


@SETTINGS
@given(st.integers(0, 10_000), st.sampled_from((0, 0, 15, 1_000)))
def test_what_is_kept_is_what_all_facts_give(
    tmp_path_factory: pytest.TempPathFactory, seed: int, campaign_after: int
) -> None:
    folder = tmp_path_factory.mktemp("play")
    hq = headquarters(folder)
    play = Play(hq, seed, campaign_after)
    play.play(45)
    assert hq.check() == []
    assert hq.verify() == []
    before = rows(hq)
    hq.rebuild()
    assert rows(hq) == before
    assert hq.check() == []
    hq.database.close()


# -- differences ------------------------------------------------------------------------------------------------------


@pytest.fixture
def busy(hq: Headquarters) -> Headquarters:
    """Some of everything."""
    published(hq, LIMITED)
    with_members(hq, member("m1"), member("m2"))
    till = Terminal.enrolled(hq)
    till.fact(MEMBER_REGISTERED, {"member": "m1", "other": "m2"})
    for number in range(4):
        till.sale(f"t{number}", f"c{number}")
    till.void("t3")
    till.fact(SALE_RETURNED, {"txn": "t2", "amount": 5, "reason": "r"})
    stamp = buys(till, "m1", "t9")
    made = reward(till, "m1", "second", stamp, RewardKind.COUPON, "five", 1)
    decides(
        till,
        "m1",
        made._replace(takes=(("limit:autumn/second/day@739000", 1),)),
        takes=[["limit:autumn/second/day@739000", 1]],
    )
    pushes(till)
    return hq


PLANTED = {
    "sale": ("UPDATE sale SET total = total + 1 WHERE txn = 't1'", "sale", "total"),
    "sale_gone": ("DELETE FROM sale WHERE txn = 't1'", "sale", "missing"),
    "sale_made_up": (
        "INSERT INTO sale SELECT store, 'zz', device, epoch, seq, at, actor, member, amount, total FROM sale LIMIT 1",
        "sale",
        "too_much",
    ),
    "void": ("UPDATE voiding SET actor = 's-9'", "voiding", "actor"),
    "use": ("UPDATE redemption SET value = 1 WHERE txn = 't1'", "redemption", "value"),
    "judgement": ("UPDATE redemption SET state = 'voided' WHERE txn = 't1'", "redemption", "state"),
    "history": ("DELETE FROM member_fact WHERE member = 'm2'", "member_fact", "missing"),
    "returned": ("DELETE FROM goods_back", "goods_back", "missing"),
    "referral": ("UPDATE referral SET referrer = 'm7'", "referral", "referrer"),
    "limit": ("UPDATE shared_count SET count = 2", "shared_count", "count"),
    "coupon": ("UPDATE reward_coupon SET back = 1", "reward_coupon", "back"),
}


@pytest.mark.parametrize(("statement", "table", "what"), PLANTED.values(), ids=PLANTED)
def test_a_changed_row_is_found_and_put_right(busy: Headquarters, statement: str, table: str, what: str) -> None:
    before = rows(busy)
    tampered(busy, statement)
    found = busy.check()
    assert {(one.table, one.what) for one in found} == {(table, what)}
    assert [flaw.what for flaw in busy.verify()] == ["derived"] * len(found)
    assert rows(busy) != before  # a check changes nothing
    busy.rebuild()
    assert rows(busy) == before


# -- other versions ---------------------------------------------------------------------------------------------------


def test_a_higher_version_is_derived_anew_and_gives_the_same(busy: Headquarters, tmp_path: Path) -> None:
    before = rows(busy)
    tampered(busy, "UPDATE sale SET total = 0")  # as another program would have written it
    after = reopened(busy, tmp_path, newer("sales", "histories"))
    assert {one.name for one in after.progress() if one.version != one.wanted} == {"sales", "histories"}
    assert after.check() == []  # those are not looked at yet
    assert after.catch_up()
    assert rows(after) == before
    assert all(one.version == one.wanted for one in after.progress())
    assert not list(tmp_path.glob("hq.db.beside*"))
    after.database.close()


@pytest.mark.parametrize("tampering", ["UPDATE sale SET total = 0", "DELETE FROM redemption"])
def test_stopped_at_any_step_it_goes_on_where_it_was(
    busy: Headquarters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tampering: str
) -> None:
    monkeypatch.setattr(derive, "FACTS_AT_ONCE", 2)
    monkeypatch.setattr(derive, "ROWS_AT_ONCE", 2)
    before = rows(busy)
    till = Terminal.enrolled(busy, seed=99)
    tampered(busy, tampering)
    models = newer(*(one.name for one in PROJECTIONS))
    done: list[int] = []
    steps = 0
    while True:
        # every step in a program of its own, and a push between two steps
        program = reopened(busy, tmp_path, models)
        work = CatchUp(program.context)
        stops = iter((False, True))
        finished = work.run(lambda stops=stops: next(stops))  # type: ignore[misc]
        done.append(max(one.done for one in program.progress()))
        program.database.close()
        if finished:
            break
        steps += 1
        if steps <= 9:
            till.sale(f"late{steps}", f"c{steps}")
            till.push()
    assert done == sorted(done)  # never from the beginning
    assert steps > 15
    assert before["sale"] == [row for row in rows(busy)["sale"] if not row[1].startswith("late")]
    assert len(rows(busy)["sale"]) == len(before["sale"]) + 9
    after = reopened(busy, tmp_path, models)
    assert after.check() == []
    after.database.close()
    with busy.database.write() as tx:  # the fixture's program is the older one again
        tx.connection.exec_driver_sql("UPDATE projection SET version = version - 1")


def test_a_read_model_brings_its_own_table(busy: Headquarters, tmp_path: Path) -> None:
    own = MetaData()

    def totals(columns: tuple[str, ...]) -> Projection:
        own.clear()
        counted = [Column(name, Integer, nullable=False) for name in columns]
        table = Table("clerk", own, Column("store", String(64), primary_key=True), *counted)

        def apply(run: Run, origin: Any, facts: Any) -> None:
            seen = run.tx.execute(select(table)).one_or_none()
            counts = {name: len(facts) + (getattr(seen, name) if seen else 0) for name in columns}
            run.tx.upsert(table, [{"store": origin.store, **counts}])

        return Projection("clerks", len(columns), frozenset({SALE_COMPLETED}), (table,), apply)

    first = reopened(busy, tmp_path, (*PROJECTIONS, totals(("sales",))))
    first.catch_up()
    assert rows(first)["clerk"] == [("s1", 5)]
    assert first.check() == []
    first.database.close()
    second = reopened(busy, tmp_path, (*PROJECTIONS, totals(("sales", "more"))))
    second.catch_up()
    assert rows(second)["clerk"] == [("s1", 5, 5)]
    second.database.close()
    assert "clerk" in inspect(busy.database.engine).get_table_names()


def test_nobody_is_counted_while_histories_are_not_whole(busy: Headquarters, monkeypatch: pytest.MonkeyPatch) -> None:
    till = Terminal.enrolled(busy, seed=99)
    with busy.database.write() as tx:
        tx.connection.exec_driver_sql("UPDATE projection SET version = 0 WHERE name = 'histories'")
    counted: list[str] = []
    count = recount.count

    def listening(context: Context, tx: Tx, members: list[str]) -> None:
        counted.extend(members)
        count(context, tx, members)

    monkeypatch.setattr(recount, "count", listening)
    buys(till, "m2", "y1")
    pushes(till)
    assert counted == []
    busy.catch_up()
    till.fact(MEMBER_SEEN, {"member": "m2"})
    pushes(till)
    assert "m2" in counted


def test_every_table_is_a_read_model_or_hqs_own_record() -> None:
    derived = {table.name for one in PROJECTIONS for table in one.tables}
    written = Path("docs/hq.md").read_text(encoding="utf-8")
    section = written[written.index("## Read models") :]
    section = section[: section.index("\n## ", 5)]
    own = {table.name for table in metadata.sorted_tables} - derived
    for name in sorted(derived | own):
        assert f"`{name}`" in section, name
