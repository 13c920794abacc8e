"""One world, what its tills were told, and what the steps have in common."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from kiosk.application.sales.outcomes import AppliedLine, Redemption, Visit, VoucherLine
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded, SignedIn
from kiosk.application.sync.outcomes import Link
from kiosk.demo.chain.build import PINS
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission, Role
from kiosk.domain.time import instant
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import CouponRow
from tests.simulation.baskets import Baskets
from tests.simulation.cards import Cards
from tests.simulation.clones import Clones
from tests.simulation.dealt_out import (
    Given,
    check_dealt_out,
    check_given_by_right,
    check_rewards_agree,
    check_rewards_kept,
    count_overdue,
    shares_usable,
)
from tests.simulation.having import PLAIN, Having
from tests.simulation.hostile import Hostile
from tests.simulation.invariants import (
    Attempt,
    Deeds,
    Violation,
    check_rights_apart,
    check_sold_without_rights,
    check_terminal,
    check_together,
)
from tests.simulation.newcomers import Newcomers
from tests.simulation.papers import Papers
from tests.simulation.promotion import promotion
from tests.simulation.purses import Purses
from tests.simulation.spinners import Spinners
from tests.simulation.surroundings import Crash, Faults
from tests.simulation.wheel import fetch_rounds
from tests.simulation.winners import Winners
from tests.simulation.world import SimTerminal, World

SETTINGS = HqSettings(
    snapshot_above=60,
    pull_rows=40,
    push_facts=50,
    tombstones_kept=3_600_000,
    lease_ttl_s=2 * 3600,
    count_members=3,
    wheel_lease_s=1800,
)
"""Small, so that snapshots, pages, 413 and forgotten deletions happen all the time."""

DAY = 24 * 3_600_000
TILLS = (("XY01", "xinyi"), ("XY02", "xinyi"), ("ZX01", "zhongxiao"))
CHECK_EVERY = 40
MUGS, POINTS = 24, 30
"""Fewer than there are customers."""
MOST_PASSES = 60


def _spent(lines: Iterable[AppliedLine], vouchers: Iterable[VoucherLine]) -> tuple[str, ...]:
    """Coupons and vouchers of value that a sale takes something from."""
    return (*(line.coupon for line in lines if not line.rule), *(line.coupon for line in vouchers))


class Run:
    """One world and what happens in it."""

    def __init__(self, folder: Path, seed: int, having: Having = PLAIN) -> None:
        self.seed = seed
        self.having = having
        self.world = World(folder, seed, settings=SETTINGS)
        self.deeds = Deeds()
        self.trace: list[str] = []
        self.actors: dict[str, Staff] = {}
        self.unfinished: dict[str, list[Visit]] = {}
        self.backups: dict[str, list[Path]] = {}
        self.crashes = self.restores = self.made = 0
        self.members = self.world.chain.members
        self.revoked: set[str] = set()
        self.coupons: dict[str, CouponRow] = {row.coupon.id: row for row in self.world.chain.coupons}
        self.given = Given()
        self.clones = Clones(self)
        if having.campaign:
            done = self.world.hq.publish_campaign(promotion(mugs=MUGS, points=POINTS))
            assert isinstance(done, CampaignPublished), done
        self.purses = Purses(self) if having.points else None
        self.newcomers = Newcomers(self) if having.registrations else None
        self.spinners = Spinners(self) if having.wheels else None
        self.winners = Winners(self) if having.draws else None
        self.baskets = Baskets(self) if having.goods else None
        self.cards = Cards(self) if having.vouchers else None
        self.papers = Papers(self) if having.slips else None
        for name, store in TILLS:
            self.world.add(name, store).engine.round()
        self.hostile = Hostile(self.world) if having.hostile else None
        if self.hostile is not None:
            self.world.strangers.add(self.hostile.device)

    # --- the run -------------------------------------------------------------------------------------

    def dice_of(self, number: int, what: str = "") -> random.Random:
        """The dice of one step, or of `what` happens after it; the world's are thrown by the same number."""
        of = f"{self.seed}/{number}{what and '/' + what}"
        self.world.dice = random.Random(f"{of}/world")
        return random.Random(of)

    def say(self, line: str) -> None:
        self.trace.append(line)

    def check(self) -> None:
        """What must hold at any moment."""
        with self.world.undisturbed():
            check_rights_apart(self.world, self._unaware())
            if self.having.rewards:
                self._check_dealt_out()
            if self.cards is not None:
                self.cards.check(self._unaware(), self.clones.facts_in_doubt())
            for terminal in self.world.terminals.values():
                if terminal.running:
                    check_terminal(self.world, terminal, self.deeds)
        if flaws := self.world.hq.verify():
            raise Violation(f"HQ: {flaws}")

    def _check_dealt_out(self) -> None:
        excused = self.clones.facts_in_doubt()
        check_dealt_out(self.world, self.given, self._unaware(), excused)
        if self.purses is not None:
            self.purses.check(self._unaware(), excused)
        if self.spinners is not None:
            self.spinners.check()
        if self.winners is not None:
            self.winners.check()
        if self.baskets is not None:
            self.baskets.check(excused)
        for terminal in self.world.terminals.values():
            if terminal.running:
                check_rewards_kept(terminal, self.deeds.attempts.values())

    def _unaware(self) -> list[SimTerminal]:
        """Machines of which there are two, whether they know it or not."""
        return list(self.clones.two.tills) if self.clones.two is not None else []

    def come_together(self) -> None:
        """Heal everything and let all sync until nothing moves any more."""
        world = self.world
        world.dice = random.Random(f"{self.seed}/end")
        world.hq_fuse = -1
        world.busy_sync = 0.0
        for terminal in world.terminals.values():
            terminal.network.up, terminal.network.faults = True, Faults()
            terminal.disk.fuse = -1
            terminal.clock.skew_ms = 0
            if not terminal.running:
                terminal.start()
        world.deliver_late(len(world.late))
        self.clones.settle(world.dice)
        before: Any = None
        for _ in range(MOST_PASSES):
            world.pass_time(1_000)
            if self.spinners is not None:
                fetch_rounds(world)
            for terminal in world.terminals.values():
                terminal.engine.round()
            now = [(t.ledger.head, t.engine.status().queue, t.engine.status().link) for t in world.terminals.values()]
            if now == before and count_overdue(world):
                continue
            if now == before and all(queue == 0 and link is Link.ONLINE for _head, queue, link in now):
                check_together(world, self.deeds)
                if self.having.rewards:
                    self._check_dealt_out()
                    newcomers = list(self.newcomers.phones) if self.newcomers is not None else []
                    check_rewards_agree(world, [*(row.id for row in self.everybody()), *newcomers])
                if self.newcomers is not None:
                    self.newcomers.check_together()
                if self.purses is not None:
                    self.purses.check_listed()
                if self.spinners is not None:
                    self.spinners.check_together()
                if self.hostile is not None:
                    self.hostile.check_changed_nothing(self)
                if self.winners is not None:
                    self.winners.check_together()
                if self.cards is not None:
                    self.cards.check((), self.clones.facts_in_doubt())
                    self.cards.check_together(self.clones.facts_in_doubt())
                if self.papers is not None:
                    self.papers.check_together()
                return
            before = now
        raise Violation(f"does not come together: {before}")

    # --- helpers of the steps ------------------------------------------------------------------------

    def everybody(self) -> list[Member]:
        """All members."""
        spinners = self.spinners.members if self.spinners is not None else ()
        return [*self.members, *(self.purses.members if self.purses is not None else ()), *spinners]

    def till(self, dice: random.Random) -> SimTerminal | None:
        """A terminal that runs."""
        terminals = [terminal for terminal in self.world.terminals.values() if terminal.running]
        return dice.choice(terminals) if terminals else None

    def survive(self, terminal: SimTerminal, work: Callable[[], object], dice: random.Random) -> None:
        """Do `work` on a terminal, which may die of it."""
        try:
            work()
        except Crash:
            self.crash(terminal, dice)

    def crash(self, terminal: SimTerminal, dice: random.Random) -> None:
        self.crashes += 1
        terminal.crash()
        self.actors.pop(terminal.name, None)
        if dice.random() < 0.8:
            terminal.start()
        self.say(f"  {terminal.name} died{'' if terminal.running else ' and stays down'}")

    def actor(self, terminal: SimTerminal, dice: random.Random) -> Staff | None:
        """Whoever is signed in, or signs in now."""
        known = self.actors.get(terminal.name)
        if known is not None:
            return known
        names = [name for name in terminal.service.staff() if name.role is not Role.AUDITOR]
        if not names:
            return None
        chosen = dice.choice(names)
        outcome = terminal.service.sign_in(chosen.id, PINS[chosen.role])
        self.say(f"  {terminal.name} sign-in {chosen.id}: {type(outcome).__name__}")
        if not isinstance(outcome, SignedIn):
            return None
        self.actors[terminal.name] = outcome.actor
        return outcome.actor

    def manager(self, terminal: SimTerminal, permission: Permission) -> Approval | None:
        managers = [name for name in terminal.service.staff() if name.role is Role.MANAGER]
        if not managers:
            return None
        outcome = terminal.service.approve(managers[0].id, PINS[Role.MANAGER], permission)
        return outcome if isinstance(outcome, Approval) else None

    def confirm(self, terminal: SimTerminal, visit: Visit, actor: Staff, dice: random.Random) -> None:
        """Confirm, perhaps with a manager, perhaps twice."""
        if visit.amount <= 0:
            return
        attempt = self.deeds.attempts.setdefault(visit.txn, Attempt(visit.txn, terminal.name))
        if not attempt.sold and not attempt.maybe:
            attempt.coupons = _spent(visit.quote.lines, visit.quote.vouchers)
        waiting = self.unfinished.setdefault(terminal.name, [])
        waiting.append(visit)
        was_maybe, attempt.maybe = attempt.maybe, True  # until it returns
        usable, asleep = shares_usable(terminal), terminal.engine.status().waits
        outcome = terminal.service.confirm(visit, actor)
        if isinstance(outcome, ApprovalNeeded) and dice.random() < 0.7:
            approval = self.manager(terminal, Permission.APPROVE_OFFLINE)
            outcome = terminal.service.confirm(visit, actor, approval)
        self.heard(terminal, attempt, outcome, was_maybe=was_maybe)
        if isinstance(outcome, Redemption):
            waiting.remove(visit)
            if not was_maybe:
                # the sync may have met HQ while the till waited for a claim
                usable = usable or shares_usable(terminal)
                check_given_by_right(terminal, usable, outcome.sale.rewards, visit.txn)
                if asleep and terminal.engine.status().waits:
                    check_sold_without_rights(terminal, visit.txn)
            if dice.random() < 0.2:
                again = terminal.service.confirm(visit, actor)
                if not isinstance(again, Redemption) or again.sale.receipt != outcome.sale.receipt:
                    raise Violation(f"confirming {visit.txn} again gave {again}")
        del waiting[:-6]

    def heard(self, terminal: SimTerminal, attempt: Attempt, outcome: object, *, was_maybe: bool) -> None:
        if isinstance(outcome, Redemption):
            attempt.sold, attempt.maybe = True, False
            sold = _spent(outcome.sale.lines, outcome.sale.vouchers)
            if set(sold) != set(attempt.coupons) and not was_maybe:
                raise Violation(f"{attempt.txn}: asked for {attempt.coupons}, sold {sold}")
            attempt.coupons = sold
            attempt.rewards = tuple(reward.id for reward in outcome.sale.rewards)
            self.say(f"  {terminal.name} {outcome.sale.receipt} {outcome.sale.total} {' '.join(sold)}")
            return
        if attempt.sold and not attempt.forgotten and not attempt.lost:
            raise Violation(f"{terminal.name} denies the sale {attempt.txn} it acknowledged: {outcome}")
        # this ledger does not have it; a ledger that was replaced may have, and have told HQ
        attempt.maybe = attempt.forgotten or attempt.lost
        code = outcome.code if isinstance(outcome, Refusal) else outcome
        self.say(f"  {terminal.name} refused {code}")

    def new_coupon(self, dice: random.Random) -> CouponRow:
        """HQ gives a member one more coupon."""
        hq = self.world.hq
        self.made += 1
        template = dice.choice([t for t in self.world.chain.templates if not t.withdrawn and not t.hours])
        member = dice.choice(self.members[:9])
        now = instant(self.world.true_ms)
        owner = None if dice.random() < 0.2 else member.id
        stores = (member.home_store,) if owner is None else None
        begins = now - timedelta(days=1)
        coupon = Coupon(f"n{self.made:05d}", template.id, begins, template.valid_until, member=owner, stores=stores)
        with hq.database.write() as tx:
            key = keys.signing(hq.context, tx)
        row = issue.coupon_row(key, hq.context.settings.issuer, coupon, now)
        hq.publish([RowChange(Bucket(member.home_store, "coupons"), coupon.id, row)])
        self.coupons[coupon.id] = row
        return row
