"""Books of paper slips in drawn worlds: slips are keyed in, some at two tills, voided and declared lost; tills make new
books. A number is booked once, and what a book takes of what was set aside is what became of its numbers."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.application.slips.outcomes import BookView, SlipBooked, SlipNamed, SlipText, Written
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.facts import BookMade
from kiosk.domain.slips.model import Declared, use_of
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant
from kiosk.hq.slips.commands import Worth
from tests.simulation.invariants import Attempt, Violation, journal
from tests.simulation.surroundings import Crash
from tests.simulation.told import told_to_hq
from tests.simulation.undoing import undo
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

HAPPENS = 0.3
"""How likely somebody sits down with slips after a step."""
_KINDS = (SALE_COMPLETED, SALE_VOIDED)
OFF, COUNT, WHOLE, SHARE = 5_000, 40, 60, 12
USED = 15
"""Numbers up to which slips are given out: few, so that the same paper is often keyed in again."""
STORE = "xinyi"
Numbers = dict[str, dict[int, set[str]]]
"""By book and number: the sales that it stands in."""


class Papers:
    """A book of HQ's, and what tills make out of their shares. `keyed`: slips that became sales."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.keyed = 0
        worth = Worth(off=OFF)
        run.world.hq.allow_slips(worth, WHOLE, SHARE, days=60)
        made = run.world.hq.make_slips(STORE, worth, COUNT, days=60)
        assert isinstance(made, BookMade), made
        self.books = [made.book]
        self._taken: set[str] = set()
        self._sales: set[str] = set()
        run.world.pass_time(3_600_000)

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps somebody does something with slips."""
        tills = [one for one in self._run.world.terminals.values() if one.running and one.store == STORE]
        if tills and dice.random() < HAPPENS:
            till = dice.choice(tills)
            self._run.survive(till, lambda: self._works(till, dice), dice)

    def _works(self, till: SimTerminal, dice: random.Random) -> None:
        self._run.world.pass_time(1_000)
        actor = self._run.actor(till, dice)
        if actor is None:
            return
        match dice.choices(("key in", "void", "declare", "make"), (10, 2, 1, 1))[0]:
            case "key in":
                self._keys_in(till, actor, dice)
            case "void":
                sales = [
                    one for one in till.service.recent_sales(20) if one.txn in self._sales and one.voided_at is None
                ]
                if sales:
                    undo(self._run, till, actor, dice.choice(sales))
            case "declare":
                self._declares(till, actor, dice)
            case _:
                self._makes(till, actor, dice)

    def _keys_in(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        run, book = self._run, dice.choice(self.books)
        number = dice.randint(1, USED if book == self.books[0] else 4)
        at = instant(run.world.true_ms) - timedelta(minutes=dice.randint(1, 50))
        written = Written(SlipText(code_of(book, number), book), at.replace(second=0, microsecond=0), 30_000, actor.id)
        try:
            done = till.service.key_in_slip(written, actor)
            if isinstance(done, ApprovalNeeded) and dice.random() < 0.5:
                approval = run.manager(till, Permission.MANAGE_SLIPS)
                done = till.service.key_in_slip(written, actor, approval)
        except Crash:
            self._died(till, book, number)
            raise
        if isinstance(done, SlipBooked):
            self._booked(till, done.sale.txn, book, number).sold = True
            self.keyed += 1
        run.say(
            f"  {till.name} keys in {book}-{number}: {done.code if isinstance(done, Refusal) else type(done).__name__}"
        )

    def _booked(self, till: SimTerminal, txn: str, book: str, number: int) -> Attempt:
        use = use_of(book, number)
        if use in self._taken:
            self._run.deeds.in_doubt.add(use)  # the same paper was keyed in before: perhaps at another till
        self._taken.add(use)
        self._sales.add(txn)
        return self._run.deeds.attempts.setdefault(txn, Attempt(txn, till.name, (use,)))

    def _died(self, till: SimTerminal, book: str, number: int) -> None:
        """Nobody was told; the journal may have it."""
        for fact in journal(till):
            slip = fact.body.get("slip") if fact.kind == SALE_COMPLETED else None
            known = fact.body.get("txn") in self._run.deeds.attempts
            if slip and not known and (slip["book"], slip["number"]) == (book, number):
                self._booked(till, fact.body["txn"], book, number).maybe = True

    def _declares(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        first, what = dice.randint(1, COUNT), dice.choice(list(Declared))
        approval = self._run.manager(till, Permission.MANAGE_SLIPS)
        last = min(COUNT, first + dice.randrange(3))
        done = till.service.declare_slips(self.books[0], first, last, what, actor, approval)
        self._run.say(f"  {till.name} says {what} of {first} to {last}: {type(done).__name__}")

    def _makes(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        rules = till.service.slip_books().rules
        approval = self._run.manager(till, Permission.MANAGE_SLIPS)
        if rules and rules[0].left >= 4 and not self._run.clones.has(till):
            done = till.service.make_slip_book(rules[0].id, 4, actor, approval)
            if isinstance(done, BookView):
                self.books.append(done.book.id)
            self._run.say(f"  {till.name} makes a book: {done.book.id if isinstance(done, BookView) else done}")

    # --- what is true --------------------------------------------------------------------------------

    def check_together(self) -> None:
        """HQ and all tills of the store count what the facts say, and no number can be keyed in again."""
        world, standing = self._run.world, self._standing()
        states = {one.book.id: one for one in world.hq.slips()}
        for name, state in states.items():
            numbers = standing.get(name, {})
            if state.used != len(numbers):
                raise Violation(f"{name}: HQ counts {state.used} used, by the facts {sorted(numbers)}")
            if state.used + state.unused + state.lost + state.open != state.book.count:
                raise Violation(f"{name}: what became of its numbers is not all of them: {state}")
        for rule, whole, left in world.hq.slip_rules():
            out = sum(one.out for one in states.values() if one.book.rule == rule.id)
            if out + left > whole:
                raise Violation(f"{rule.id}: {out} out and {left} left of {whole} that were set aside")
        double = {
            use_of(book, one) for book, numbers in standing.items() for one, txns in numbers.items() if len(txns) > 1
        }
        if missing := double - {one.coupon for one in world.hq.conflicts(closed=True)}:
            raise Violation(f"keyed in at two tills, and nobody says so: {sorted(missing)}")
        for till in world.terminals.values():
            if till.store == STORE:
                self._check_till(till, standing)

    def _check_till(self, till: SimTerminal, standing: Numbers) -> None:
        back = self._taken_back_before(till)
        for view in till.service.slip_books().books:
            book = view.book.id
            numbers = standing.get(book, {})
            unsure = back.get(book, set()) - numbers.keys()
            if not 0 <= view.state.used - len(numbers) <= len(unsure):
                raise Violation(f"{till.name}: {book} has {view.state.used} used, by the facts {sorted(numbers)}")
            for number in set(range(view.book.first, view.book.last + 1)) - unsure:
                named = till.service.name_slip(SlipText(code_of(book, number), book))
                taken = isinstance(named, Refusal) and named.code is RefusalCode.SLIP_KEYED_IN
                if taken is not (number in numbers) or (not taken and not isinstance(named, SlipNamed)):
                    raise Violation(
                        f"{till.name}: {book}-{number} can be keyed in: {named}, stands in {numbers.get(number)}"
                    )

    def _taken_back_before(self, till: SimTerminal) -> Mapping[str, set[int]]:
        """Slips that a terminal took back in another life of it: a ledger out of a backup may know such a slip's sale
        and not its void, and refuses the slip. Others take it."""
        facts = [fact for (device, _), fact in told_to_hq(self._run.world, _KINDS).items() if device == till.device]
        voided = {fact.body["txn"] for fact in facts if fact.kind == SALE_VOIDED}
        found: dict[str, set[int]] = defaultdict(set)
        for fact in facts if max((fact.epoch for fact in facts), default=1) > 1 else ():
            slip = fact.body.get("slip") if fact.kind == SALE_COMPLETED else None
            if slip and fact.body["txn"] in voided:
                found[slip["book"]].add(slip["number"])
        return found

    def _standing(self) -> Numbers:
        facts = told_to_hq(self._run.world, _KINDS).values()
        voided = {fact.body["txn"] for fact in facts if fact.kind == SALE_VOIDED}
        found: Numbers = defaultdict(lambda: defaultdict(set))
        for fact in facts:
            slip = fact.body.get("slip") if fact.kind == SALE_COMPLETED else None
            if slip and fact.body["txn"] not in voided:
                found[slip["book"]][slip["number"]].add(fact.body["txn"])
        return {book: dict(numbers) for book, numbers in found.items()}
