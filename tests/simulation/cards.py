"""Vouchers of value in drawn worlds: sold, topped up, paid with and taken back at tills that may not hear of each
other. No minor unit is paid twice, and what the chain owes is what is on them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeWanted
from kiosk.application.sales.outcomes import CouponAdded, Returned, Voided
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED, VOUCHER_CHARGED
from kiosk.domain.coupons.model import Benefit, BenefitKind, CouponTemplate, Sold
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import CHAIN
from tests.simulation.invariants import Violation, journal
from tests.simulation.told import told_anywhere
from tests.simulation.undoing import undo
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

HAPPENS = 0.35
"""How likely somebody comes with a voucher, or for one, after a step."""
KIND = "giftcard"
_KINDS = (VOUCHER_CHARGED, CHARGE_VOIDED, SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED)
_STEP = 5_000
Place = tuple[str, int]
"""Of a fact: its device and stamp."""


@dataclass
class Put:
    """Money that a till was asked to put on a voucher. `machine`: which one said that it did."""

    value: int
    machine: str = ""
    lost: bool = False
    """With a disk, or it was made where there were two machines."""


class Cards:
    """Who buys vouchers, and pays with them. `doubtful`: vouchers that machines sold, or paid with, that were two."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.asked: dict[str, Put] = {}
        self.codes: dict[str, str] = {}
        self.paid = 0
        now = instant(run.world.true_ms)
        long = timedelta(days=500)
        kind = CouponTemplate(
            KIND,
            LocalText("禮券", "礼券", "Gift card"),
            campaign="",
            benefit=Benefit(BenefitKind.VALUE, value=10 * _STEP),
            valid_from=now - long,
            valid_until=now + long,
            sold=Sold(100, 90 * _STEP, now - long, now + long),
        )
        run.world.hq.publish([RowChange(Bucket(CHAIN, "templates"), KIND, kind)])

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps somebody comes to a till."""
        till = self._run.till(dice) if dice.random() < HAPPENS else None
        if till is not None:
            self._run.survive(till, lambda: self._comes(till, dice), dice)

    def _comes(self, till: SimTerminal, dice: random.Random) -> None:
        self._run.world.pass_time(1_000)
        actor = self._run.actor(till, dice)
        if actor is None:
            return
        code = dice.choice(list(self.codes.values())) if self.codes else ""
        match dice.choices(("new", "more", "pay", "back", "undo"), (3, 2, 7, 2, 1))[0]:
            case "more" | "pay" | "back" if not code:
                self._charges(till, actor, dice)
            case "new":
                self._charges(till, actor, dice)
            case "more":
                self._charges(till, actor, dice, code)
            case "pay":
                self._pays(till, actor, code, dice)
            case "back":
                self._brings_back(till, actor, dice)
            case _:
                self._takes_off(till, actor, dice)

    def _charges(self, till: SimTerminal, actor: Staff, dice: random.Random, code: str = "") -> None:
        wanted = ChargeWanted(till.service.new_charge(), KIND, dice.randrange(1, 9) * _STEP)
        if code:
            found = till.service.find_card(_scanned(code))
            if not isinstance(found, CardFound):
                self._run.say(f"  {till.name} does not top up: {found}")
                return
            wanted = replace(wanted, coupon=found.coupon, left=found.left, until=found.until)
        put = self.asked[wanted.txn] = Put(wanted.value, lost=self._run.clones.has(till))
        done = till.service.charge(wanted, actor)
        if isinstance(done, Charged) and dice.random() < 0.3:
            again = till.service.charge(wanted, actor)
            if not isinstance(again, Charged) or again.charge.receipt != done.charge.receipt:
                raise Violation(f"{till.name}: charging {wanted.txn} again gave {again}")
        if isinstance(done, Charged):
            put.machine = till.name
            self.codes.setdefault(done.charge.coupon, done.charge.code)
        self._run.say(f"  {till.name} puts {wanted.value} on {wanted.coupon or 'a new one'}: {type(done).__name__}")

    def _pays(self, till: SimTerminal, actor: Staff, code: str, dice: random.Random) -> None:
        visit = replace(till.service.new_visit(), amount=dice.randrange(1, 12) * _STEP)
        added = till.service.scan(visit, _scanned(code), actor)
        if not isinstance(added, CouponAdded):
            self._run.say(f"  {till.name} takes no voucher: {added}")
            return
        self._run.confirm(till, added.visit, actor, dice)
        self.paid += 1

    def _brings_back(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        sales = [one for one in till.service.recent_sales(20) if one.vouchers and one.voided_at is None]
        if not sales:
            return
        sale = dice.choice(sales)
        if dice.random() < 0.5:
            undo(self._run, till, actor, sale)
            return
        approval = self._run.manager(till, Permission.APPROVE_VOID)
        done = till.service.return_goods(
            sale.txn, Returned(dice.choice((1, 2)) * _STEP), "wrong_amount", actor, approval
        )
        back = done.sale.back_on_vouchers if isinstance(done, Voided) else done
        self._run.say(f"  {till.name} takes back of {sale.receipt}: {back}")

    def _takes_off(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        charges = till.service.recent_charges(20)
        if not charges:
            return
        txn = dice.choice(charges).txn
        done = till.service.void_charge(txn, "training", actor)
        if isinstance(done, ApprovalNeeded):
            done = till.service.void_charge(txn, "training", actor, self._run.manager(till, Permission.APPROVE_VOID))
        self._run.say(f"  {till.name} takes {txn} off: {done if not isinstance(done, Charged) else 'done'}")

    def disk_is_another(self, now: list[Fact], till: SimTerminal) -> None:
        """A till's disk was replaced: what it sold since the backup it does not know any more."""
        kept = {fact.body["txn"] for fact in now if fact.kind == VOUCHER_CHARGED}
        for txn, put in self.asked.items():
            put.lost |= put.machine == till.name and txn not in kept

    # --- what is true --------------------------------------------------------------------------------

    def check(self, unaware: Collection[SimTerminal], excused: Collection[Place]) -> None:
        """By what HQ was told and what tills have yet to tell: nothing was paid that was not there, nor may be."""
        told = told_anywhere(self._run.world, _KINDS)
        balance, doubtful = balances(told), _named(told[at] for at in told.keys() & set(excused))
        shares: Counter[str] = Counter()
        strangers = bool(self._run.world.strangers)
        for till in self._run.world.terminals.values():
            if till.running and till not in unaware:
                shares.update(_shares(till, self.codes))
        for coupon, left in balance.items():
            if strangers:
                break  # what somebody who means harm says was put on a voucher is on it, until it is undone
            if coupon not in doubtful and max(0, shares[coupon]) > left:
                raise Violation(f"{coupon}: tills may pay {shares[coupon]} of {left} that is on it")
            if coupon not in doubtful and left < 0:
                raise Violation(f"{coupon}: {-left} was paid that was not on it")
        self._check_kept()

    def _check_kept(self) -> None:
        """What a till said was put on a voucher is in its journal, once; and nothing else is."""
        for till in self._run.world.terminals.values():
            if not till.running:
                continue
            there = Counter(str(fact.body["txn"]) for fact in journal(till) if fact.kind == VOUCHER_CHARGED)
            if strange := [txn for txn, times in there.items() if txn not in self.asked or times > 1]:
                raise Violation(f"{till.name}: put on vouchers by nobody, or twice: {strange}")
            for txn, put in self.asked.items():
                if put.machine == till.name and not there[txn] and not put.lost:
                    raise Violation(f"{till.name}: {txn}, which it acknowledged, is gone")

    def check_together(self, excused: Collection[Place]) -> None:
        """When everything has come together: HQ owes what is on them, and every till says how much that is."""
        run, told = self._run, told_anywhere(self._run.world, _KINDS)
        balance, doubtful = balances(told), _named(told[at] for at in told.keys() & set(excused))
        sums = next((one for one in run.world.hq.voucher_sums() if one.template == KIND), None)
        if sums is None:
            return
        put_on = sums.issued + sums.sold + sums.topped_up + sums.refunded + sums.beyond
        gone = sums.used + sums.taken_off + sums.left + sums.expired + sums.revoked
        if put_on != gone:
            raise Violation(f"{put_on} was put on vouchers, and {gone} became of it: {sums}")
        if run.world.strangers:
            return  # they may have put something on vouchers
        on_them = sum(max(0, left) for left in balance.values())
        if sums.left + sums.expired + sums.revoked != on_them:
            raise Violation(f"HQ owes {sums}, and {on_them} is on them")
        in_hq = {str(one.body["txn"]) for at, one in told.items() if one.kind == VOUCHER_CHARGED}
        for txn, given in self.asked.items():
            if given.machine and not given.lost and txn not in in_hq:
                raise Violation(f"{txn}: acknowledged by {given.machine}, and HQ does not have it")
        for till in run.world.terminals.values():
            for coupon, code in self.codes.items():
                found = till.service.find_card(_scanned(code)) if coupon in balance and coupon not in doubtful else None
                if isinstance(found, CardFound) and (found.left, found.sure) != (balance[coupon], True):
                    raise Violation(f"{till.name}: {found.left} is on {coupon}, by the facts {balance[coupon]}")


def _scanned(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0)


def _shares(till: SimTerminal, coupons: Iterable[str]) -> Mapping[str, int]:
    """What a till's ledger says that it may pay by itself."""

    def read(tx: Any) -> dict[str, int]:
        rights = {coupon: tx.right(coupon) for coupon in coupons}
        return {coupon: right.uses for coupon, right in rights.items() if right is not None and right.uses > 0}

    return till.ledger.run(read)


def _named(facts: Iterable[Fact]) -> set[str]:
    """Vouchers that facts are about."""
    found: set[str] = set()
    for fact in facts:
        found |= {fact.body["coupon"]} if "coupon" in fact.body else set()
        found |= {str(row["id"]) for row in fact.body.get("vouchers", ())}
    return found


def balances(told: Mapping[Place, Fact]) -> dict[str, int]:
    """What is on each voucher that tills put something on: rules written a second time."""
    found: dict[str, int] = {}
    charged: set[str] = set()
    taken: set[str] = set()
    paid: dict[str, dict[str, int]] = {}
    back: dict[str, list[Mapping[str, int]]] = defaultdict(list)
    voided: set[str] = set()
    for fact in told.values():
        body: Mapping[str, Any] = fact.body
        txn = str(body["txn"])
        if fact.kind == VOUCHER_CHARGED and txn not in charged:
            charged.add(txn)
            found[body["coupon"]] = found.get(body["coupon"], 0) + body["value"]
        elif fact.kind == CHARGE_VOIDED and txn not in taken:
            taken.add(txn)
            found[body["coupon"]] = found.get(body["coupon"], 0) - body["value"]
        elif fact.kind == SALE_COMPLETED:
            paid[txn] = {row["id"]: row["value"] for row in body.get("vouchers", ())}
        elif fact.kind == SALE_RETURNED:
            back[txn].append({row["id"]: row["value"] for row in body.get("vouchers", ())})
        elif fact.kind == SALE_VOIDED:
            voided.add(txn)
    for txn, rows in paid.items():
        for coupon, value in rows.items():
            came = value if txn in voided else min(value, sum(one.get(coupon, 0) for one in back[txn]))
            if coupon in found:
                found[coupon] -= value - came
    return found
