"""What may happen in a world, each with its weight: one function draws one thing from its dice."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.application.sales.outcomes import CouponAdded, MemberFound
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.roles import Role
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import CHAIN
from tests.simulation.invariants import (
    Violation,
    excuse_what_a_restore_loses,
    journal,
)
from tests.simulation.run import DAY, Run
from tests.simulation.surroundings import Faults
from tests.simulation.undoing import undo
from tests.simulation.world import SimTerminal


def scanned(text: str) -> ScanEvent:
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
        outcome = terminal.service.scan(visit, scanned(text), actor)
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
    undo(run, terminal, actor, dice.choice(sales))


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


def shut_down(run: Run, dice: random.Random) -> None:
    """A till is closed in good order: HQ is told, as far as it can be reached."""
    terminal = run.till(dice)
    if terminal is None:
        return

    def work() -> None:
        terminal.engine.park()
        terminal.crash()
        run.actors.pop(terminal.name, None)
        run.say(f"  {terminal.name} {terminal.engine.status().queue} untold")

    run.survive(terminal, work, dice)


def restart_hq(run: Run, _dice: random.Random) -> None:
    """HQ's process is replaced."""
    run.world.restart_hq()


def backup(run: Run, dice: random.Random) -> None:
    """A terminal's ledger is backed up."""
    terminal = run.till(dice)
    if terminal is not None and not run.clones.has(terminal):
        kept = run.backups.setdefault(terminal.name, [])
        kept.append(terminal.back_up())
        del kept[:-3]
        run.say(f"  {terminal.name}")


def restore(run: Run, dice: random.Random) -> None:
    """A terminal's disk is replaced by an older backup."""
    terminal = run.till(dice)
    kept = run.backups.get(terminal.name) if terminal else None
    if terminal is None or not kept or run.clones.has(terminal):
        return
    put_back(run, terminal, dice.choice([path for path in kept if path.exists()]))


def put_back(run: Run, terminal: SimTerminal, kept: Path) -> None:
    """A terminal's disk is replaced by this backup."""
    terminal.disk.fuse = -1
    before = journal(terminal)
    run.given.hear(terminal.device, before)
    terminal.restore(kept)
    run.actors.pop(terminal.name, None)
    run.unfinished.pop(terminal.name, None)  # nobody carries a visit from one disk to another
    excuse_what_a_restore_loses(run.world, terminal, run.deeds, before, journal(terminal))
    if run.spinners is not None:
        run.spinners.disk_is_another(terminal, journal(terminal))
    if run.winners is not None:
        run.winners.disk_is_another(terminal, journal(terminal))
    if run.baskets is not None:
        run.baskets.disk_is_another(terminal, before, journal(terminal))
    if run.cards is not None:
        run.cards.disk_is_another(journal(terminal), terminal)
    run.restores += 1
    run.say(f"  {terminal.name} epoch {terminal.ledger.head.epoch} at {terminal.ledger.head.seq}")


def give(run: Run, dice: random.Random) -> None:
    """HQ gives out a coupon."""
    run.say(f"  {run.new_coupon(dice).coupon.id}")


def revoke(run: Run, dice: random.Random) -> None:
    """HQ takes a coupon back."""
    coupon = dice.choice(list(run.coupons))
    run.world.hq.revoke_coupon(coupon, "misprint")
    run.revoked.add(coupon)
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
    "restart": (4, restart),
    "shut down": (2.5, shut_down),
    "restart HQ": (0.7, restart_hq),
    "backup": (2, backup),
    "restore": (1.2, restore),
    "give": (5, give),
    "revoke": (1, revoke),
    "change": (2.5, change),
}
