"""A copied disk that lives on beside its original: two machines with the keys of one terminal. It has to be noticed
within three syncs of each; then neither uses a right until a person has said which of them is the terminal."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.adapters.sync.client import HqRefused
from kiosk.application.sync.outcomes import Link
from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED, VOUCHER_CHARGED
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.staff.facts import STAFF_SIGNED_OUT
from tests.simulation.dealt_out import shares_usable
from tests.simulation.invariants import Violation, excuse_what_a_restore_loses, journal, usable_rights
from tests.simulation.surroundings import Faults
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

COPIED, NOTICED, DECIDED = 0.03, 0.06, 0.12
"""How likely after a step: a disk is copied; both machines sync; somebody decides between two that were noticed."""
_WAITING = ("copied", "held")
_SYNCS = 3
_BACK_OFF_MS = 400_000
"""Longer than any part of the sync waits by itself."""


@dataclass
class Two:
    """The machines, and where their journals part: (epoch, seq)."""

    first: SimTerminal
    second: SimTerminal
    parted: tuple[int, int]

    @property
    def tills(self) -> tuple[SimTerminal, SimTerminal]:
        return self.first, self.second


@dataclass
class Clones:
    """One terminal at a time is two. `excused`: facts, by device and stamp, of machines that were two: what they gave
    by the same right twice is nobody's fault but the copy's. `made`: how often a disk was copied."""

    run: Run
    two: Two | None = None
    excused: set[tuple[str, int]] = field(default_factory=set)
    made: int = 0

    def step(self, dice: random.Random) -> None:
        """Perhaps something happens to do with copies."""
        chance = dice.random()
        self.run.world.pass_time(1_000 if self.two is not None else 0)  # no two machines do things at one instant
        if self.two is None:
            if chance < COPIED and (terminal := self.run.till(dice)) is not None:
                self._copy(terminal, dice)
        elif chance < NOTICED:
            self.notice(dice)
        elif chance < NOTICED + DECIDED and self._state() in _WAITING:
            self.decide(dice)

    def settle(self, dice: random.Random) -> None:
        """Whoever is two is one again."""
        if self.two is not None:
            self.notice(dice)
            self.decide(dice)

    def has(self, terminal: SimTerminal) -> bool:
        """Whether there is another of it."""
        return self.two is not None and terminal in self.two.tills

    def facts_in_doubt(self) -> set[tuple[str, int]]:
        """By device and stamp: what machines told, or will tell, that were two."""
        return self.excused | {(till.device, fact.hlc) for till, fact in self._told()}

    # --- what happens --------------------------------------------------------------------------------

    def _copy(self, terminal: SimTerminal, dice: random.Random) -> None:
        self.made += 1
        running = dice.random() < 0.3
        terminal.disk.fuse = -1
        other = terminal.copied(f"{terminal.name}~{self.made}", running=running)
        head = terminal.ledger.head
        self.two = Two(terminal, other, self._shared_end(terminal, other, (head.epoch, head.seq)))
        self.run.actors.pop(terminal.name, None)
        self.run.say(f"  {other.name} is a copy of {terminal.name}{' as it ran' if running else ''}")

    @staticmethod
    def _shared_end(first: SimTerminal, second: SimTerminal, head: tuple[int, int]) -> tuple[int, int]:
        """Both have journalled that they started: what is the same in both ends before."""
        epoch, seq = head
        mine, theirs = (till.ledger.run(lambda tx: tx.facts_after(epoch, 0, -1)) for till in (first, second))
        same = [one[0] for one, other in zip(mine, theirs, strict=False) if one[2] == other[2]]
        return epoch, (same[-1] if same else seq)

    def notice(self, dice: random.Random) -> None:
        """Both machines reach HQ three times, and have something to tell: HQ knows, and both say so."""
        assert self.two is not None
        self._fair(self.two.tills)
        tills = list(self.two.tills)
        dice.shuffle(tills)
        syncs = 0
        while self._state() not in _WAITING:
            syncs += 1
            if syncs > _SYNCS:
                raise Violation(f"{tills[0].name} is two, and nobody noticed within {_SYNCS} syncs of each")
            for till in tills:
                till.ledger.run(lambda tx: tx.append(STAFF_SIGNED_OUT, "s-1", {"staff": "s-1"}))
                self._sync(till)
        for till in tills:
            self._sync(till)
            self._is_asleep(till)
        self.run.say(f"  {tills[0].name} and {tills[1].name} after {syncs} syncs: {self._state()}")

    def _is_asleep(self, till: SimTerminal) -> None:
        status = till.engine.status()
        if status.waits not in _WAITING or status.link not in (Link.COPIED, Link.HELD):
            raise Violation(f"{till.name} does not say that it is two: {status.link} {status.waits!r}")
        if usable_rights(till) or shares_usable(till):
            raise Violation(f"{till.name} is two, knows it, and may use rights")

    def decide(self, dice: random.Random) -> None:
        """A person says which machine is the terminal, or that the other is gone; the world has one terminal again."""
        two, run = self.two, self.run
        assert two is not None
        self._fair(two.tills)
        stays, goes = two.tills if dice.random() < 0.5 else two.tills[::-1]
        told = [(till, list(self._since(till))) for till in two.tills]
        for till, facts in told:
            run.given.hear(till.device, facts)
            self.excused |= {(till.device, fact.hlc) for fact in facts}
            run.deeds.stamps_in_doubt |= self.excused
            sold = [fact.body for fact in facts if fact.kind == SALE_COMPLETED]
            run.deeds.in_doubt |= {
                row["id"] for body in sold for row in (*body["coupons"], *body.get("vouchers", ()))
            } | {fact.body["coupon"] for fact in facts if fact.kind in (VOUCHER_CHARGED, CHARGE_VOIDED)}
        if dice.random() < 0.6:
            self._with_another_key(stays, goes, dice)
        else:
            goes.crash()
            if not run.world.hq.let_go_on(stays.device):
                raise Violation(f"HQ does not let {stays.name} go on")
        self._one_again(two, stays, goes)

    def _with_another_key(self, stays: SimTerminal, goes: SimTerminal, dice: random.Random) -> None:
        hq = self.run.world.hq
        if self._state() == "copied":
            self._not_with_the_key_it_has(goes)
        self.run.world.pass_time(1_000)
        stays.take_new_key(hq.enroll_code(stays.store, for_device=stays.device), dice.randbytes(32))
        for _ in range(_SYNCS):
            self._sync(goes)
        if goes.engine.status().link is not Link.REVOKED:
            raise Violation(f"{goes.name} was not the one that stays, and still gets in")
        goes.crash()

    def _not_with_the_key_it_has(self, till: SimTerminal) -> None:
        code = self.run.world.hq.enroll_code(till.store, for_device=till.device)
        assert code is not None
        try:
            till.engine.enroll_again(code, till.public_key)
        except HqRefused as error:
            if error.problem != "key_known":
                raise Violation(f"{till.name} was refused for {error.problem}") from error
        else:
            raise Violation(f"{till.name} goes on with a key that two machines know")

    def _one_again(self, two: Two, stays: SimTerminal, goes: SimTerminal) -> None:
        run, world = self.run, self.run.world
        name = two.first.name
        excuse_what_a_restore_loses(world, goes, run.deeds, journal(goes), journal(stays))
        if run.spinners is not None:
            run.spinners.disk_is_another(stays, journal(stays))
        if run.winners is not None:
            run.winners.disk_is_another(stays, journal(stays))
        del world.terminals[two.second.name]
        world.terminals[name] = stays
        _keep_one(run.actors, stays, two)
        _keep_one(run.unfinished, stays, two)
        for attempt in run.deeds.attempts.values():
            if attempt.terminal == two.second.name:
                attempt.terminal = name
            if attempt.voided_by == two.second.name:
                attempt.voided_by = name
        run.say(f"  {stays.name} stays, {goes.name} is gone")
        stays.name = name
        self.two = None

    # --- what is seen --------------------------------------------------------------------------------

    def _fair(self, tills: Iterable[SimTerminal]) -> None:
        self.run.world.hq_fuse = -1
        self.run.world.pass_time(_BACK_OFF_MS)
        for till in tills:
            till.network.up, till.network.faults, till.disk.fuse = True, Faults(), -1
            if not till.running:
                till.start()

    def _sync(self, till: SimTerminal) -> None:
        """A round that comes to its end."""
        self.run.world.pass_time(1_000)
        for _ in range(5):
            if till.engine.round():
                return

    def _state(self) -> str:
        assert self.two is not None
        return next(seen.state for seen in self.run.world.hq.terminals() if seen.device == self.two.first.device)

    def _told(self) -> Iterator[tuple[SimTerminal, Fact]]:
        for till in self.two.tills if self.two is not None else ():
            yield from ((till, fact) for fact in self._since(till))

    def _since(self, till: SimTerminal) -> Iterator[Fact]:
        """What a machine has journalled since it was not alone."""
        assert self.two is not None
        yield from (fact for fact in journal(till) if (fact.epoch, fact.seq) > self.two.parted)


def _keep_one(by_till: MutableMapping[str, Any], stays: SimTerminal, two: Two) -> None:
    """What lies at the machine that stays lies under the terminal's name."""
    kept = by_till.get(stays.name)
    for till in two.tills:
        by_till.pop(till.name, None)
    if kept is not None:
        by_till[two.first.name] = kept
