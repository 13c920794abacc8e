"""Members who spin a wheel in drawn worlds: what was shown to one is theirs, nobody is shown the same slot, and of no
prize are there more than there are, whatever befell the disks."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.sales.outcomes import MemberFound
from kiosk.demo.chain.people import card_no, phone
from kiosk.domain.campaigns.facts import WHEEL_SPUN
from kiosk.domain.draws.wheel_facts import WHEEL_CLOSED, WheelClosed, Why
from kiosk.domain.draws.wheel_stock import slot_code
from kiosk.domain.journal.facts import Fact
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.hq.draws.leases import State
from kiosk.hq.draws.told_tables import wheel_spin
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from tests.simulation.invariants import Violation, journal
from tests.simulation.wheel import CAMPAIGN, WHEEL, fetch_rounds, wheel_campaign, with_wheel
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

HAPPENS, FETCHES, AGAIN = 0.4, 0.3, 0.1
"""How likely somebody comes to a wheel after a step, and HQ's thread that fetches rounds has its turn; and how likely,
when somebody came, the till says again that a lease is over."""
PRIZES = {"grand": 2, "mug": 10, "thanks": 48}
Slot = tuple[str, int]
"""Of a lease, the how manieth."""


@dataclass
class Seen:
    """What somebody saw the wheel stop at. `lost`: the disk that knew of it was replaced before HQ was told."""

    till: str
    device: str
    code: str
    lost: bool = False


class Spinners:
    """Three members, two of them of the store with two tills. `mine`: what each saw, by slot."""

    def __init__(self, run: Run) -> None:
        self._run = run
        rows = run.world.chain.members
        homes = [next(row for row in rows if row.home_store == store) for store in ("xinyi", "xinyi", "zhongxiao")]
        self.members = [
            replace(home, id=f"m-fair{n}", card_no=card_no(91_000 + n), phone=phone(91_000 + n))
            for n, home in enumerate(homes)
        ]
        run.world.hq.publish([RowChange(Bucket(one.home_store, "members"), one.id, one) for one in self.members])
        with_wheel(run.world.hq, wheel_campaign(*PRIZES.values(), spins=4))
        self.seen: dict[Slot, Seen] = {}
        self.doubtful: set[str] = set()
        """Leases that two machines had."""
        self.spins = 0

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps HQ fetches a round, perhaps somebody comes to a till."""
        run = self._run
        if dice.random() < FETCHES:
            run.world.pass_time(dice.choice((2_000, 20_000, 45_000)))
            with run.world.hq_lives():
                fetch_rounds(run.world)
        terminal = run.till(dice) if dice.random() < HAPPENS else None
        if terminal is not None:
            run.survive(terminal, lambda: self._comes(terminal, dice), dice)
        if terminal is not None and terminal.running and dice.random() < AGAIN:
            run.survive(terminal, lambda: self._closes_again(terminal, dice), dice)

    def _comes(self, till: SimTerminal, dice: random.Random) -> None:
        run = self._run
        actor = run.actor(till, dice)
        at_home = [one for one in self.members if one.home_store == till.store]
        if actor is None or not at_home:
            return
        member = dice.choice(at_home)
        event = ScanEvent(member.card_no, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        found = till.service.scan(till.service.new_visit(), event, actor)
        if not isinstance(found, MemberFound):
            return
        for slot in till.service.standing_spins():  # somebody stood there when it died: the same slot again
            self._shown(till, slot, again=True)
            till.service.spin_shown(slot.lease, slot.j, actor)
        visit = found.visit
        if dice.random() < 0.35:
            run.world.pass_time(1_000)
            run.confirm(till, till.service.price(replace(visit, amount=50_000)), actor, dice)
            again = till.service.scan(till.service.new_visit(), event, actor)
            visit = again.visit if isinstance(again, MemberFound) else visit
        for _ in range(dice.choice((1, 1, 2, 3))):
            outcome = till.service.spin(visit, CAMPAIGN, WHEEL, SpinWay.FREE, actor)
            if not isinstance(outcome, Spun):
                run.say(f"  {till.name} does not spin: {outcome.code}")
                return
            self._turns(till, outcome, actor, dice)

    def _closes_again(self, till: SimTerminal, dice: random.Random) -> None:
        """A program that says twice that a lease is over, and the second time something else."""
        mine = sorted({lease for (lease, _j), seen in self.seen.items() if seen.device == till.device})
        held = [till.ledger.run(lambda tx, name=name: tx.wheel_lease(name)) for name in mine]  # type: ignore[misc]
        closed = [one for one in held if one is not None and one.closed]
        if closed:
            said = WheelClosed(lease=dice.choice(closed).lease, nt="", used=0, why=Why.RETIRED)
            till.ledger.run(lambda tx: tx.append(WHEEL_CLOSED, "system", WHEEL_CLOSED.write(said)))
            self._run.say(f"  {till.name} closes {said.lease} again")

    def _turns(self, till: SimTerminal, spun: Spun, actor: Staff, dice: random.Random) -> None:
        """The wheel turns to it before somebody's eyes; they may go before it stops."""
        self.spins += 1
        if self._run.clones.has(till):
            self.doubtful.add(spun.lease)
        self._run.say(f"  {till.name} {spun.lease}/{spun.j} {spun.prize.code}")
        self._shown(till, spun, again=False)
        if dice.random() < 0.8:
            till.service.spin_shown(spun.lease, spun.j, actor)

    def _shown(self, till: SimTerminal, spun: Spun, *, again: bool) -> None:
        slot, code = (spun.lease, spun.j), slot_code(spun.prize.code, spun.amount)
        before = self.seen.get(slot)
        if before is not None and not again and spun.lease not in self.doubtful:
            raise Violation(
                f"{till.name} shows slot {slot} to somebody, which {before.till} had shown to somebody else"
            )
        if before is not None and before.code != code:
            raise Violation(f"slot {slot} was {before.code} at {before.till} and is {code} at {till.name}")
        self.seen.setdefault(slot, Seen(till.name, till.device, code))

    def disk_is_another(self, till: SimTerminal, after: list[Fact]) -> None:
        """An older disk came back: what HQ was not told of is lost with the newer one."""
        kept = _slots(after) | self._told()
        for slot, seen in self.seen.items():
            seen.lost |= seen.device == till.device and slot not in kept

    # --- what is true --------------------------------------------------------------------------------

    def check(self) -> None:
        """What was shown is in the journal of the till that showed it, with that prize, or at HQ; of no prize was more
        shown than there is, and HQ promises none twice."""
        world = self._run.world
        known = self._told()
        for till in world.terminals.values():
            known |= _slots(journal(till))
        shown: Counter[str] = Counter()
        for slot, seen in self.seen.items():
            if slot[0] in self.doubtful:
                continue
            shown[seen.code] += 1
            if slot not in known and not seen.lost:
                raise Violation(f"{seen.till} showed {slot} {seen.code}, and nobody has journalled it")
        for code, count in shown.items():
            if count > PRIZES[code]:
                raise Violation(f"{count} {code} were shown, and there are {PRIZES[code]}")
        self._shown_left(at_most=False)
        if self.doubtful:
            return
        for wheel in world.hq.wheels.wheels():
            for prize in wheel.prizes:
                if not 0 <= prize.won <= prize.whole - prize.left <= prize.whole:
                    raise Violation(f"HQ: of {prize.whole} {prize.code} {prize.won} are won and {prize.left} left")

    def check_together(self) -> None:
        """When everything has come together: HQ knows every slot that was shown, and finds nothing wrong with a lease
        of a machine that was always one."""
        self._shown_left(at_most=True)
        known = self._told()
        missing = [slot for slot, seen in self.seen.items() if slot not in known and not seen.lost]
        if missing := [slot for slot in missing if slot[0] not in self.doubtful]:
            raise Violation(f"HQ was never told of {missing}")
        for lease in self._run.world.hq.wheels.leases():
            if lease.lease not in self.doubtful and (lease.faults or lease.state == State.FAULTY):
                raise Violation(f"lease {lease.lease} of {lease.device} is {lease.state}: {lease.faults}")

    def _shown_left(self, *, at_most: bool) -> None:
        """What a till's screen says is left in the whole chain was true when HQ told it: it is never less than there is
        now, and just that, `at_most`, when everybody was told everything."""
        won = {one.code: one.whole - one.won for wheel in self._run.world.hq.wheels.wheels() for one in wheel.prizes}
        for till in self._run.world.terminals.values():
            for view in till.service.wheels() if till.running else ():
                for prize in view.fields:
                    left = won[prize.code]
                    if prize.everywhere is not None and not left <= prize.everywhere <= PRIZES[prize.code]:
                        raise Violation(f"{till.name} shows {prize.everywhere} {prize.code} left, and {left} are")
                    if at_most and prize.everywhere != left:
                        raise Violation(f"{till.name} shows {prize.everywhere} {prize.code} left, not {left}")

    def _told(self) -> set[Slot]:
        with self._run.world.hq.database.read() as tx:
            return {(row.lease, row.j) for row in tx.execute(select(wheel_spin.c.lease, wheel_spin.c.j))}


def _slots(facts: list[Fact]) -> set[Slot]:
    return {
        (fact.body["lease"], fact.body["j"]) for fact in facts if fact.kind == WHEEL_SPUN and fact.body.get("lease")
    }
