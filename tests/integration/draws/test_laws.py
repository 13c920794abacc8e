"""Whatever happens at a terminal with wheels, in whatever order: the tapes are taken from their beginning, slot by
slot, each once; what a slot gave is what its tape says; nothing is spun that may not be; all of it follows from the
facts."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.application.campaigns.histories import Histories
from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.domain.draws.sealed import Tapes
from kiosk.domain.draws.wheel_facts import Why
from kiosk.domain.draws.wheel_stock import slot_code
from kiosk.domain.journal import hlc
from kiosk.domain.refusals import Refusal
from tests.shared.till import member
from tests.shared.wheel_till import CUSTOMER, DAY_S, WHEEL, WheelTill

COUNTS = {"cash:500": 2, "mug": 1, "thanks": 3}
MEMBERS = ("m-1", "m-2")
STEPS = ("buy", "spin", "spin", "spin", "ticket", "points", "show", "open", "close", "crash", "later", "back", "void")


class Broken(Exception):
    """The program ends in the middle of a transaction."""


class Shop:
    """A till, and what was seen there."""

    def __init__(self) -> None:
        self.till = WheelTill()
        self.till.publishes(WHEEL)
        self.till.has_members(*(member(name, points=500) for name in MEMBERS))
        self.seen: dict[tuple[str, int], str] = {}
        self.shown: set[tuple[str, int]] = set()
        self.over: dict[str, int] = {}
        self.sold: list[str] = []
        self.opened = 0

    def do(self, step: str, who: str) -> None:
        till = self.till
        match step:
            case "buy":
                self.sold.append(till.buys(who, 100_00).sale.txn)
            case "void" if self.sold:
                till.voids(self.sold.pop())
            case "spin" | "ticket" | "points":
                self.spin(who, {"spin": SpinWay.FREE, "ticket": SpinWay.TICKET, "points": SpinWay.POINTS}[step])
            case "show":
                for one in till.service.standing_spins():
                    assert self.seen[one.lease, one.j] == slot_code(one.prize.code, one.amount)
                    assert (one.lease, one.j) not in self.shown
                    assert till.service.spin_shown(one.lease, one.j, CUSTOMER)
                    self.shown.add((one.lease, one.j))
            case "open":
                self.opened += 1
                till.opens(COUNTS, seq=self.opened, lasts_s=DAY_S)
            case "close":
                held = [one for one in till.ledger.run(lambda tx: tx.wheel_leases()) if not one.closed]
                if held:
                    till.closes(held[0].lease, Why.OVER)
                    self.over[held[0].lease] = held[0].used
            case "crash":
                self.crash(who)
            case "later":
                till.clock.advance(DAY_S * 1000 // 2)
            case "back":
                till.clock.now = self.newest_ms() - DAY_S * 1000

    def newest_ms(self) -> int:
        """When the newest fact was, by the clock that never goes back."""
        return self.till.ledger.run(lambda tx: hlc.milliseconds(tx.last_stamp()))

    def spin(self, who: str, way: SpinWay) -> None:
        before = self.newest_ms()
        found = self.till.spins(who, way)
        if isinstance(found, Spun):
            assert self.till.clock.now >= before - 60_000, "a clock that was set back spins nothing"
            assert (found.lease, found.j) not in self.seen, "drawn twice"
            assert found.lease not in self.over
            self.seen[found.lease, found.j] = slot_code(found.prize.code, found.amount)
        else:
            assert isinstance(found, Refusal)

    def crash(self, who: str) -> None:
        """The program ends in a spin, before it is durable; what is kept in memory is gone with it."""
        till = self.till

        def broken(tx: Any) -> None:
            campaigns = till.context.campaigns(tx)
            campaigns.state(who)
            body = {"member": who, "ref": "lucky", "part": "thanks", "lease": "lucky.1", "j": 999}
            campaigns.journal_rewards(tx.append("wheel.spun", "customer", body))
            raise Broken

        with contextlib.suppress(Broken):
            till.ledger.run(broken)
        tapes = Tapes(till._secret)
        till.context = replace(till.context, histories=Histories(till.reference), tapes=tapes)
        till.service = type(till.service)(till.context)

    def holds(self) -> None:
        leases = self.till.ledger.run(lambda tx: tx.opened_leases("test", "lucky"))
        assert len(leases) == self.opened
        taken = set(self.seen)
        for held in leases:
            assert {j for lease, j in taken if lease == held.lease} == set(range(held.used))
            assert self.over.get(held.lease, held.used) == held.used
            tape = self.till.tapes[held.lease]
            assert [self.seen[held.lease, j] for j in range(held.used)] == tape[: held.used]
        facts = [(fact.body["lease"], fact.body["j"]) for fact in self.till.facts("wheel.spun")]
        assert sorted(facts) == sorted(taken)
        assert len(self.till.facts("wheel.shown")) == len(self.shown)
        rebates = sum(int(code.partition(":")[2]) for code in self.seen.values() if code.startswith("cash"))
        assert sum(self.till.state(who).rebates for who in MEMBERS) == rebates
        self.till.agrees()


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(MEMBERS)), min_size=10, max_size=40))
def test_tapes_are_taken_in_order_whatever_happens(steps: list[tuple[str, str]]) -> None:
    shop = Shop()
    try:
        shop.do("open", MEMBERS[0])
        for step, who in steps:
            shop.do(step, who)
        shop.holds()
    finally:
        shop.till.close()
