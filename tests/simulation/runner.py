"""Draws what happens in a world, step by step, from one seed, and checks the invariants along the way.

Every step draws from dice of its own (seed and number), so that a trace stays much the same when other steps are left
out: that is how a failing run is made shorter.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from kiosk.application.outcomes import (
    Actor,
    Approval,
    ApprovalNeeded,
    CouponAdded,
    Link,
    MemberFound,
    Redemption,
    SignedIn,
    Visit,
    Voided,
)
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff import Permission, Role
from kiosk.hq.buckets import Bucket
from kiosk.hq.demo.chain import PINS
from kiosk.hq.ports import HqSettings
from kiosk.hq.service import issue, keys
from kiosk.hq.service.keys import instant
from kiosk.hq.service.publish import RowChange
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow
from tests.simulation.invariants import (
    Attempt,
    Deeds,
    Violation,
    check_rights_apart,
    check_terminal,
    check_together,
    excuse_what_a_restore_loses,
    journal,
)
from tests.simulation.world import Crash, Faults, HqFault, SimTerminal, World, quiet_logs

SETTINGS = HqSettings(snapshot_above=60, pull_rows=40, push_facts=50, tombstones_kept=3_600_000)
"""Small, so that snapshots, pages, 413 and forgotten deletions happen all the time."""

DAY = 24 * 3_600_000
TILLS = (("XY01", "xinyi"), ("XY02", "xinyi"), ("ZX01", "zhongxiao"))
CHECK_EVERY = 40
MOST_PASSES = 60


class Failed(AssertionError):
    """A run broke an invariant. `trace` says what led there."""

    def __init__(self, seed: int, steps: list[int], trace: list[str], cause: BaseException) -> None:
        shown = "\n  ".join(trace[-60:])
        super().__init__(
            f"seed {seed}, {len(steps)} steps: {type(cause).__name__}: {cause}\n  {shown}\n"
            f"again: python -m tests.simulation.runner {seed} {max(steps, default=0) + 1}"
        )
        self.seed = seed
        self.steps = steps
        self.trace = trace


@dataclass(frozen=True)
class Outcome:
    """A run that held."""

    trace: list[str]
    sales: int
    voids: int
    crashes: int
    restores: int

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.trace).encode()).hexdigest()


class Run:
    """One world and what happens in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed = seed
        self.world = World(folder, seed, settings=SETTINGS)
        self.deeds = Deeds()
        self.trace: list[str] = []
        self.actors: dict[str, Actor] = {}
        self.unfinished: dict[str, list[Visit]] = {}
        self.backups: dict[str, list[Path]] = {}
        self.crashes = self.restores = self.made = 0
        self.members = self.world.chain.members
        self.coupons: dict[str, CouponRow] = {row.coupon.id: row for row in self.world.chain.coupons}
        for name, store in TILLS:
            self.world.add(name, store).engine.round()

    # --- the run -------------------------------------------------------------------------------------

    def step(self, number: int) -> None:
        """One thing happens."""
        dice = random.Random(f"{self.seed}/{number}")
        self.world.dice = random.Random(f"{self.seed}/{number}/world")
        name = dice.choices(list(STEPS), [weight for weight, _ in STEPS.values()])[0]
        self.say(f"{number} {name}")
        STEPS[name][1](self, dice)

    def say(self, line: str) -> None:
        self.trace.append(line)

    def check(self) -> None:
        """What must hold at any moment."""
        with self.world.undisturbed():
            check_rights_apart(self.world)
            for terminal in self.world.terminals.values():
                if terminal.running:
                    check_terminal(self.world, terminal, self.deeds)
        if flaws := self.world.hq.verify():
            raise Violation(f"HQ: {flaws}")

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
        before: Any = None
        for _ in range(MOST_PASSES):
            world.pass_time(1_000)
            for terminal in world.terminals.values():
                terminal.engine.round()
            now = [(t.ledger.head, t.engine.status().queue, t.engine.status().link) for t in world.terminals.values()]
            if now == before and all(queue == 0 and link is Link.ONLINE for _head, queue, link in now):
                check_together(world, self.deeds)
                return
            before = now
        raise Violation(f"does not come together: {before}")

    # --- helpers of the steps ------------------------------------------------------------------------

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

    def actor(self, terminal: SimTerminal, dice: random.Random) -> Actor | None:
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

    def confirm(self, terminal: SimTerminal, visit: Visit, actor: Actor, dice: random.Random) -> None:
        """Confirm, perhaps with a manager, perhaps twice."""
        if visit.amount <= 0:
            return
        attempt = self.deeds.attempts.setdefault(visit.txn, Attempt(visit.txn, terminal.name))
        if not attempt.sold and not attempt.maybe:
            attempt.coupons = tuple(line.coupon for line in visit.quote.lines)
        waiting = self.unfinished.setdefault(terminal.name, [])
        waiting.append(visit)
        was_maybe, attempt.maybe = attempt.maybe, True  # until it returns
        outcome = terminal.service.confirm(visit, actor)
        if isinstance(outcome, ApprovalNeeded) and dice.random() < 0.7:
            approval = self.manager(terminal, Permission.APPROVE_OFFLINE)
            outcome = terminal.service.confirm(visit, actor, approval)
        self.heard(terminal, attempt, outcome, was_maybe=was_maybe)
        if isinstance(outcome, Redemption):
            waiting.remove(visit)
            if dice.random() < 0.2:
                again = terminal.service.confirm(visit, actor)
                if not isinstance(again, Redemption) or again.sale.receipt != outcome.sale.receipt:
                    raise Violation(f"confirming {visit.txn} again gave {again}")
        del waiting[:-6]

    def heard(self, terminal: SimTerminal, attempt: Attempt, outcome: object, *, was_maybe: bool) -> None:
        if isinstance(outcome, Redemption):
            attempt.sold, attempt.maybe = True, False
            sold = tuple(line.coupon for line in outcome.sale.lines)
            if set(sold) != set(attempt.coupons) and not was_maybe:
                raise Violation(f"{attempt.txn}: asked for {attempt.coupons}, sold {sold}")
            attempt.coupons = sold
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


# --- what may happen -------------------------------------------------------------------------------------


def _scan(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)


def sell(run: Run, dice: random.Random) -> None:
    """A customer at a till: by card, by a coupon's code, of this store or another."""
    terminal = run.till(dice)
    if terminal is not None:
        run.survive(terminal, lambda: _sell(run, terminal, dice), dice)


def _sell(run: Run, terminal: SimTerminal, dice: random.Random) -> None:
    actor = run.actor(terminal, dice)
    if actor is None:
        return
    members = run.members[:9] if dice.random() < 0.8 else run.members
    at_home = [member for member in members if member.home_store == terminal.store]
    texts: list[str] = []
    bearer = [row.token for row in run.coupons.values() if row.coupon.member is None]
    way = dice.choices(("card", "coupon", "guest", "bearer", "both"), (35, 20, 32, 5, 8))[0]
    if way == "card":
        texts = [dice.choice(at_home).card_no]
    elif way == "bearer":
        texts = [dice.choice(bearer)]
    elif way == "both":
        texts = [dice.choice(at_home).card_no, dice.choice(bearer)]
    else:
        people = at_home if way == "coupon" else [m for m in members if m.home_store != terminal.store]
        member = dice.choice(people)
        theirs = [row.token for row in run.coupons.values() if row.coupon.member == member.id]
        texts = dice.sample(theirs, min(len(theirs), dice.choice((1, 1, 2))))
    visit = terminal.service.new_visit()
    for text in texts:
        outcome = terminal.service.scan(visit, _scan(text), actor)
        if isinstance(outcome, MemberFound | CouponAdded):
            visit = outcome.visit
    amount = dice.choice((250, 600, 1200, 3100)) * 100
    goods = (("beauty", amount // 2),) if dice.random() < 0.3 else ()
    visit = terminal.service.price(replace(visit, amount=amount, by_category=goods))
    usable = [view.id for view in visit.coupons if view.refusal is None]
    if usable and dice.random() < 0.5:
        visit = terminal.service.price(replace(visit, chosen=tuple(dice.sample(usable, 1))))
    if dice.random() < 0.1:
        run.unfinished.setdefault(terminal.name, []).append(visit)  # put aside, confirmed some other time
        return
    if visit.quote.lines or dice.random() < 0.1:
        run.confirm(terminal, visit, actor, dice)


def confirm_again(run: Run, dice: random.Random) -> None:
    """Somebody presses confirm once more: after a crash, after a refusal, or after it had been put aside."""
    terminal = run.till(dice)
    waiting = run.unfinished.get(terminal.name) if terminal else None
    if terminal is None or not waiting:
        return

    def work() -> None:
        actor = run.actor(terminal, dice)
        if actor is not None:
            visit = waiting.pop(dice.randrange(len(waiting)))
            if dice.random() < 0.3:
                visit = terminal.service.price(visit)
            run.confirm(terminal, visit, actor, dice)

    run.survive(terminal, work, dice)


def void(run: Run, dice: random.Random) -> None:
    """A sale is undone."""
    terminal = run.till(dice)
    if terminal is not None:
        run.survive(terminal, lambda: _void(run, terminal, dice), dice)


def _void(run: Run, terminal: SimTerminal, dice: random.Random) -> None:
    actor = run.actor(terminal, dice)
    sales = terminal.service.recent_sales(12)
    if actor is None or not sales:
        return
    sale = dice.choice(sales)
    attempt = run.deeds.attempts[sale.txn]
    before, attempt.maybe_voided = attempt.maybe_voided, True
    outcome = terminal.service.void(sale.txn, "wrong_coupon", actor)
    if isinstance(outcome, ApprovalNeeded):
        approval = run.manager(terminal, Permission.APPROVE_VOID)
        outcome = terminal.service.void(sale.txn, "wrong_coupon", actor, approval)
    if isinstance(outcome, Voided):
        attempt.voided = True
        attempt.void_lost = False
    elif isinstance(outcome, Refusal) and outcome.code is RefusalCode.ALREADY_VOIDED:
        if not (attempt.voided or before):
            raise Violation(f"{sale.txn} is voided already, by nobody")
        attempt.voided = True
    else:
        attempt.maybe_voided = before
    if attempt.voided and sale.voided_at is None and isinstance(outcome, Refusal):
        raise Violation(f"{sale.txn} was listed as standing and is voided")
    run.say(f"  {terminal.name} void {sale.receipt}: {type(outcome).__name__}")


def wrong_pin(run: Run, dice: random.Random) -> None:
    """Somebody guesses."""
    terminal = run.till(dice)
    if terminal is None:
        return

    def work() -> None:
        names = terminal.service.staff()
        if names:
            outcome = terminal.service.sign_in(dice.choice(names).id, "0000")
            if not isinstance(outcome, Refusal):
                raise Violation("a wrong PIN opened the till")

    run.survive(terminal, work, dice)


def sign_out(run: Run, dice: random.Random) -> None:
    """The clerk leaves."""
    terminal = run.till(dice)
    if terminal is not None and terminal.name in run.actors:
        actor = run.actors.pop(terminal.name)
        run.survive(terminal, lambda: terminal.service.sign_out(actor, locked=dice.random() < 0.5), dice)


def sync(run: Run, dice: random.Random) -> None:
    """A terminal's sync does a round."""
    terminal = run.till(dice)
    if terminal is not None:
        run.survive(terminal, lambda: _round(run, terminal), dice)


def _round(run: Run, terminal: SimTerminal) -> None:
    terminal.engine.round()
    status = terminal.engine.status()
    run.say(f"  {terminal.name} {status.link} queue {status.queue} epoch {terminal.ledger.head.epoch}")


def network(run: Run, dice: random.Random) -> None:
    """The network of a terminal gets better or worse."""
    terminal = dice.choice(list(run.world.terminals.values()))
    net = terminal.network
    net.up = dice.random() < 0.75
    if dice.random() < 0.4:
        net.faults = Faults()
    else:
        net.faults = Faults(*(dice.choice((0.0, 0.0, 0.05, 0.2)) for _ in range(6)))
    run.world.busy_sync = dice.choice((0.0, 0.5))
    run.say(f"  {terminal.name} {'up' if net.up else 'down'} {net.faults}")


def fair_weather(run: Run, dice: random.Random) -> None:
    """The network is there for everybody, and everybody syncs twice."""
    for terminal in run.world.terminals.values():
        terminal.network.up, terminal.network.faults = True, Faults()
        if not terminal.running:
            terminal.start()
    for terminal in (*run.world.terminals.values(),) * 2:
        if terminal.running:
            run.survive(terminal, terminal.engine.round, dice)


def late(run: Run, dice: random.Random) -> None:
    """What was held up on the way arrives."""
    run.say(f"  {run.world.deliver_late(dice.randint(1, 4))} late requests")


def time_passes(run: Run, dice: random.Random) -> None:
    """Seconds to an hour."""
    run.world.pass_time(dice.choice((1, 5, 30, 60, 700, 3600)) * 1000)


def clock(run: Run, dice: random.Random) -> None:
    """Somebody sets a terminal's clock, or it is mended."""
    terminal = dice.choice(list(run.world.terminals.values()))
    terminal.clock.skew_ms = dice.choice((0, 0, 3_600_000, -3_600_000, 2 * DAY, -2 * DAY, 400 * DAY, -400 * DAY))
    run.say(f"  {terminal.name} {terminal.clock.skew_ms}")


def fuse(run: Run, dice: random.Random) -> None:
    """A terminal will die at one of its next commits, before it or after it."""
    terminal = run.till(dice)
    if terminal is not None:
        terminal.disk.fuse = dice.choice((0, 0, 1, 2, 3, 5, 9))
        terminal.disk.after = dice.random() < 0.5
        run.say(f"  {terminal.name} {terminal.disk.fuse} {'after' if terminal.disk.after else 'before'}")


def hq_fuse(run: Run, dice: random.Random) -> None:
    """HQ will die before one of its next commits."""
    run.world.hq_fuse = dice.randint(0, 6)


def restart(run: Run, dice: random.Random) -> None:
    """Terminals that are down come back; or one that runs is switched off and on."""
    down = [terminal for terminal in run.world.terminals.values() if not terminal.running]
    terminal = dice.choice(down) if down else run.till(dice)
    assert terminal is not None
    if terminal.running:
        terminal.crash()
        run.actors.pop(terminal.name, None)
    terminal.start()
    run.say(f"  {terminal.name}")


def restart_hq(run: Run, _dice: random.Random) -> None:
    """HQ's process is replaced."""
    run.world.restart_hq()


def backup(run: Run, dice: random.Random) -> None:
    """A terminal's ledger is backed up."""
    terminal = run.till(dice)
    if terminal is not None:
        kept = run.backups.setdefault(terminal.name, [])
        kept.append(terminal.back_up())
        del kept[:-3]
        run.say(f"  {terminal.name}")


def restore(run: Run, dice: random.Random) -> None:
    """A terminal's disk is replaced by an older backup."""
    terminal = run.till(dice)
    kept = run.backups.get(terminal.name) if terminal else None
    if terminal is None or not kept:
        return
    terminal.disk.fuse = -1
    before = journal(terminal)
    terminal.restore(dice.choice([path for path in kept if path.exists()]))
    run.actors.pop(terminal.name, None)
    run.unfinished.pop(terminal.name, None)  # nobody carries a visit from one disk to another
    excuse_what_a_restore_loses(run.world, terminal, run.deeds, before, journal(terminal))
    run.restores += 1
    run.say(f"  {terminal.name} epoch {terminal.ledger.head.epoch} at {terminal.ledger.head.seq}")


def give(run: Run, dice: random.Random) -> None:
    """HQ gives out a coupon."""
    run.say(f"  {run.new_coupon(dice).coupon.id}")


def revoke(run: Run, dice: random.Random) -> None:
    """HQ takes a coupon back."""
    coupon = dice.choice(list(run.coupons))
    run.world.hq.revoke_coupon(coupon, "misprint")
    run.say(f"  {coupon}")


def change(run: Run, dice: random.Random) -> None:
    """HQ changes templates, members and staff, or forgets old deletions."""
    hq, chain = run.world.hq, run.world.chain
    what = dice.choice(("template", "member", "gone", "staff", "forget"))
    if what == "template":
        template = dice.choice(chain.templates)
        changed = replace(template, min_spend=dice.choice((0, 30_000, 80_000)), withdrawn=dice.random() < 0.1)
        hq.publish([RowChange(Bucket(CHAIN, "templates"), template.id, changed)])
    elif what == "member":
        member = dice.choice(run.members)
        changed_member = replace(member, points=dice.randint(0, 9_999))
        hq.publish([RowChange(Bucket(member.home_store, "members"), member.id, changed_member)])
    elif what == "gone":
        member = dice.choice(run.members[20:])
        hq.publish([RowChange(Bucket(member.home_store, "members"), member.id, None)])
    elif what == "staff":
        person = dice.choice([person for person in chain.staff if person.role is Role.CLERK])
        changed_person = replace(person, active=dice.random() < 0.7)
        for store in person.stores or ():
            hq.publish([RowChange(Bucket(store, "staff"), person.id, changed_person)])
    else:
        hq.forget_deletions()
    run.say(f"  {what}")


STEPS: dict[str, tuple[float, Callable[[Run, random.Random], None]]] = {
    "sell": (38, sell),
    "confirm again": (6, confirm_again),
    "void": (7, void),
    "wrong pin": (1.5, wrong_pin),
    "sign out": (1, sign_out),
    "sync": (26, sync),
    "network": (5, network),
    "fair weather": (2, fair_weather),
    "late": (3, late),
    "time passes": (6, time_passes),
    "clock": (1.5, clock),
    "fuse": (6, fuse),
    "HQ fuse": (2.5, hq_fuse),
    "restart": (2.5, restart),
    "restart HQ": (0.7, restart_hq),
    "backup": (2, backup),
    "restore": (1.2, restore),
    "give": (5, give),
    "revoke": (1, revoke),
    "change": (2.5, change),
}


def play(folder: Path, seed: int, steps: int | Iterable[int], *, check_every: int = CHECK_EVERY) -> Outcome:
    """Run `steps` steps (or just these) of `seed` in `folder`. Raises Failed."""
    numbers = list(range(steps)) if isinstance(steps, int) else list(steps)
    run: Run | None = None
    done: list[int] = []
    with quiet_logs():
        try:
            run = Run(folder, seed)
            for number in numbers:
                done.append(number)
                run.step(number)
                if len(done) % check_every == 0:
                    run.check()
            run.come_together()
        except Exception as error:
            raise Failed(seed, done, run.trace if run else [], error) from error
        finally:
            if run is not None:
                run.world.close()
    attempts = run.deeds.attempts.values()
    sales, voids = sum(a.sold for a in attempts), sum(a.voided for a in attempts)
    return Outcome(run.trace, sales, voids, run.crashes, run.restores)


def play_anew(seed: int, steps: int | Iterable[int], *, check_every: int = CHECK_EVERY) -> Outcome:
    """`play` in a folder of its own that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-sim-"))
    try:
        return play(folder, seed, steps, check_every=check_every)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shorten(failed: Failed, *, tries: int = 200) -> Failed:
    """The same failure with fewer steps, as far as so many tries get: chunks of steps are left out while it fails."""
    best, size = failed, max(1, len(failed.steps) // 2)
    while size >= 1 and tries > 0:
        at, shorter = 0, False
        while at < len(best.steps) and tries > 0:
            tries -= 1
            try:
                play_anew(best.seed, best.steps[:at] + best.steps[at + size :], check_every=1)
            except Failed as again:
                best, shorter = again, True
            else:
                at += size
        size = size if shorter and size == 1 else size // 2
        if not shorter and size == 0:
            break
    return best


def main(arguments: list[str]) -> int:
    """`python -m tests.simulation.runner SEED [STEPS [SEEDS]]`: run, and make a failure short."""
    seed, steps, seeds = (*map(int, arguments), *(0, 300, 1)[len(arguments) :])
    for number in range(seed, seed + seeds):
        try:
            outcome = play_anew(number, steps)
        except Failed as failed:
            print(failed, "\n\nshortened:\n", shorten(failed))
            return 1
        print(number, outcome.digest[:16], f"{outcome.sales} sales, {outcome.voids} voids, {outcome.crashes} crashes")
    return 0


__all__ = ["Failed", "HqFault", "Outcome", "Run", "play", "play_anew", "shorten"]

if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
