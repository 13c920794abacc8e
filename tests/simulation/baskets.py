"""Goods in drawn worlds: articles and a public code that is good so often, and goods that come back line by line. What
is paid back is never more than was paid, all of it when all has come back; the code takes off no oftener than it is
good for."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kiosk.application.sales.outcomes import CodeRead, MemberFound, Returned, SaleView, Voided
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.hq.campaigns.commands import CampaignPublished
from tests.shared.campaign_text import NAME, head
from tests.simulation.invariants import Violation, journal
from tests.simulation.told import told_anywhere
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run

HAPPENS = 0.35
"""How likely somebody comes for goods after a step, or brings some back."""
CODE, RULE, MOST = "SUMMER24", "shelf/summer", 9
_SHELF = (("tea", "drink", 6_000), ("cup", "table", 10_000), ("pot", "table", 18_000), ("bag", "paper", 500))
_KINDS = (SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED)
Places = Collection[tuple[str, int]]


def campaign() -> str:
    """Discounts whose parts depend on what else is bought, the code, and points for what was paid."""
    return f"""{head("shelf")}
rules:
  - {{id: tea, name: {NAME}, for: everyone, when: basket,
     give: [{{discount: {{buy: 2, free: 1, categories: [drink]}}}}]}}
  - {{id: off, name: {NAME}, for: everyone, when: basket, if: {{amount: 150}}, give: [{{discount: {{off: 60}}}}]}}
  - {{id: summer, name: {NAME}, for: everyone, when: basket, if: {{code: [{CODE}], amount: 100}},
     give: [{{discount: {{off: 75}}}}], limits: [{{most: {MOST}}}]}}
  - {{id: paid, name: {NAME}, when: purchased, if: {{categories: {{any: [table]}}}},
     give: [{{points_per: {{amount: 20, points: 1}}}}]}}
"""


@dataclass
class Back:
    """A return that a till was asked for, under an id of the till's own. `machine`: which one said that it is done."""

    txn: str
    till: str
    machine: str = ""


@dataclass
class Sold:
    """A sale with articles, and what became of it, by what its device told."""

    total: int
    items: Counter[str]
    offers: frozenset[str]
    places: set[tuple[str, int]]
    back: Counter[str] = field(default_factory=Counter)
    paid_back: list[int] = field(default_factory=list)
    voided: bool = False


class Baskets:
    """Who buys, and brings back. `doubtful`: sales of which a return was lost with a disk, or was made at a machine of
    which there were two: the goods may come back a second time."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.asked: dict[str, Back] = {}
        self.doubtful: set[str] = set()
        self.returns = 0
        done = run.world.hq.publish_campaign(campaign())
        assert isinstance(done, CampaignPublished), done

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps somebody comes to a till."""
        till = self._run.till(dice) if dice.random() < HAPPENS else None
        if till is not None:
            self._run.survive(till, lambda: self._comes(till, dice), dice)

    def _comes(self, till: SimTerminal, dice: random.Random) -> None:
        actor = self._run.actor(till, dice)
        if actor is None:
            return
        sales = [one for one in till.service.recent_sales(20) if any(row.left for row in one.goods)]
        if sales and dice.random() < 0.45:
            self._brings_back(till, dice.choice(sales), actor, dice)
        else:
            self._buys(till, actor, dice)

    def _buys(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        run = self._run
        run.world.pass_time(1_000)
        visit = till.service.new_visit()
        if dice.random() < 0.5:
            member = dice.choice([one for one in run.members[:9] if one.home_store == till.store])
            found = till.service.scan(visit, _scanned(member.card_no), actor)
            visit = found.visit if isinstance(found, MemberFound) else visit
        rows = dice.sample(_SHELF, dice.choice((1, 2, 3)))
        items = tuple(Item(sku, category, dice.choice((1, 1, 2, 3)), price) for sku, category, price in rows)
        amount = sum(item.cost for item in items)
        visit = till.service.price(replace(visit, items=items, amount=amount, by_category=()))
        if dice.random() < 0.6:
            read = till.service.scan(visit, _scanned(CODE), actor)
            visit = read.visit if isinstance(read, CodeRead) else visit
        run.say(f"  {till.name} {' '.join(f'{one.pieces} {one.sku}' for one in items)} {' '.join(visit.codes)}")
        run.confirm(till, visit, actor, dice)

    def _brings_back(self, till: SimTerminal, sale: SaleView, actor: Staff, dice: random.Random) -> None:
        row = dice.choice([row for row in sale.goods if row.left])
        if row.sku:
            goods = Returned(items=(Item(row.sku, row.category, dice.randint(1, row.left), row.price),))
        else:
            goods = Returned(by_category=((row.category, row.left),))
        told = f"{self._run.seed}-{len(self.asked)}"
        asked = self.asked[told] = Back(sale.txn, told)
        if self._run.clones.has(till):
            self.doubtful.add(sale.txn)
        approval = self._run.manager(till, Permission.APPROVE_VOID)
        for _ in range(dice.choice((1, 1, 2))):
            done = till.service.return_goods(sale.txn, replace(goods, till=told), "wrong_amount", actor, approval)
            if isinstance(done, Voided):
                asked.machine = till.name
                self.returns += 1
            elif asked.machine:
                raise Violation(f"{till.name}: {told} came back, and then not: {done}")
            self._run.say(f"  {till.name} takes back of {sale.receipt}: {type(done).__name__} {told}")

    def disk_is_another(self, till: SimTerminal, before: list[Fact], now: list[Fact]) -> None:
        """A till's disk was replaced: what it told of returns since the backup it does not know any more."""
        kept = {fact.hlc for fact in now}
        for fact in before:
            if fact.kind == SALE_RETURNED and fact.hlc not in kept:
                self.doubtful.add(str(fact.body["txn"]))
                self.asked.pop(str(fact.body.get("till")), None)

    # --- what is true --------------------------------------------------------------------------------

    def check(self, excused: Places) -> None:
        """By what HQ was told and what tills have yet to tell."""
        told = told_anywhere(self._run.world, _KINDS)
        sales = _sales(told)
        for txn, sale in sales.items():
            if txn in self.doubtful or sale.places & set(excused):
                continue
            if min(sale.paid_back, default=0) < 0 or sum(sale.paid_back) > sale.total:
                raise Violation(f"{txn}: {sale.paid_back} paid back of {sale.total}")
            if over := sale.back - sale.items:
                raise Violation(f"{txn}: more came back than was sold: {dict(over)}")
            if sale.items and sale.back == sale.items and sum(sale.paid_back) != sale.total:
                raise Violation(f"{txn}: all came back, and {sum(sale.paid_back)} of {sale.total} was paid back")
        used = [txn for txn, sale in sales.items() if RULE in sale.offers and not sale.voided]
        if len([txn for txn in used if not sales[txn].places & set(excused)]) > MOST:
            raise Violation(f"{CODE} took off {len(used)} times and is good for {MOST}: {used}")
        self._check_kept()

    def _check_kept(self) -> None:
        """What a till said is back is in its journal, once."""
        for till in self._run.world.terminals.values():
            if not till.running:
                continue
            there = Counter(str(fact.body.get("till")) for fact in journal(till) if fact.kind == SALE_RETURNED)
            if twice := [one for one, times in there.items() if one in self.asked and times > 1]:
                raise Violation(f"{till.name}: taken back twice: {twice}")
            for told, asked in self.asked.items():
                if asked.machine == till.name and not there[told] and asked.txn not in self.doubtful:
                    raise Violation(f"{till.name}: the return {told} of {asked.txn}, which it acknowledged, is gone")


def _scanned(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)


def _sales(told: Mapping[tuple[str, int], Fact]) -> dict[str, Sold]:
    found: dict[str, Sold] = {}
    later: dict[str, list[tuple[tuple[str, int], Fact]]] = defaultdict(list)
    for place, fact in told.items():
        body: Mapping[str, Any] = fact.body
        if fact.kind == SALE_COMPLETED:
            items = Counter({str(row["sku"]): int(row["pieces"]) for row in body.get("items", ())})
            offers = frozenset(str(row["rule"]) for row in body.get("offers", ()))
            found[str(body["txn"])] = Sold(int(body["total"]), items, offers, {place})
        else:
            later[str(body["txn"])].append((place, fact))
    for txn in found.keys() & later.keys():
        sale = found[txn]
        for place, fact in later[txn]:
            sale.places.add(place)
            sale.voided |= fact.kind == SALE_VOIDED
            if fact.kind == SALE_RETURNED:
                sale.paid_back.append(int(fact.body["amount"]))
                sale.back.update({str(row["sku"]): int(row["pieces"]) for row in fact.body.get("items", ())})
    return found
