"""Whose histories a fact belongs to: of whom it names, of whoever is the same person, of who recommended the buyer, and
what undoes a sale to all of these. The same rows for every order of arrival: what is learned of people later is applied
to what was known of them before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, select

from kiosk.domain.campaigns.happenings import Happening, HappeningError, HappeningKind
from kiosk.domain.campaigns.people import OF_REGISTRATIONS
from kiosk.domain.facts import ProjectionError, body_of, changes, happening_of
from kiosk.domain.journal.facts import Fact, FactError, decode
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.sales.facts import SALE_RETURNED, SALE_VOIDED
from kiosk.hq.context import Caller
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.members.kinship import Kin
from kiosk.hq.members.queries import referrers
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, fact, goods_back, referral, sale

_OF_SALES = (SALE_VOIDED, SALE_RETURNED)
_UTC = "UTC"


@dataclass(slots=True)
class Touch:
    """A fact of a device of a store (CHAIN: HQ's own), how campaigns see it, and whose history it belongs to. `gone`:
    whose it belonged to before, of one that is judged again."""

    store: str
    device: str
    fact: Fact
    happening: Happening
    members: list[str]
    gone: set[str] = field(default_factory=set)

    @property
    def zoned(self) -> bool:
        """Whether the fact says itself by which clock it happened."""
        body = body_of(self.fact) if self.fact.body.get("zone") else None
        return getattr(body, "zone", None) is not None

    @property
    def txn(self) -> str:
        return self.happening.txn

    @property
    def buyer(self) -> str:
        """Whose sale it is; "" for all other facts."""
        return self.happening.member if self.happening.kind is HappeningKind.PURCHASED else ""

    @property
    def referrer(self) -> str:
        """As the fact says."""
        return str(self.happening.detail.get("referrer", ""))

    @property
    def place(self) -> dict[str, Any]:
        return {"store": self.store, "device": self.device, "epoch": self.fact.epoch, "seq": self.fact.seq}

    @property
    def row_id(self) -> str:
        """What its row is called in stores' events."""
        return f"{self.device}/{self.fact.hlc:x}"


def named(read: ReadFact) -> list[str]:
    """Whom a fact names."""
    return [change.member for change in read.changes if isinstance(change, MemberTouched) if change.member]


def remember(tx: Tx, touches: Iterable[Touch]) -> None:
    """What facts that arrive later have to be put together with. Of two who recommended a member the first counts."""
    touches = list(touches)
    undone = [one for one in touches if one.fact.kind in _OF_SALES and one.txn]
    rows = [{**one.place, "txn": one.txn, "hlc": one.fact.hlc} for one in undone]
    tx.insert_first(goods_back, rows, ("epoch", "seq"))
    recommended = [one for one in touches if one.fact.kind == MEMBER_REGISTERED and _counts(one)]
    rows = [
        {
            "store": CHAIN,
            "member": one.happening.member,
            "referrer": one.happening.other,
            "hlc": one.fact.hlc,
            "device": one.device,
        }
        for one in recommended
    ]
    tx.insert_first(referral, rows, ("hlc", "device"))


def _counts(one: Touch) -> bool:
    return one.happening.other not in ("", one.happening.member) and not one.happening.part


def belong(tx: Tx, touches: Sequence[Touch]) -> Kin:
    """Say whose history each of these belongs to, of whom it names, by all that is known of people and sales now."""
    undone = [one for one in touches if one.fact.kind in _OF_SALES]
    others = [one for one in touches if one.fact.kind not in _OF_SALES]
    sales = {(one.store, one.txn): one for one in others if one.buyer}
    stored_sales = list(_sales(tx, {(one.store, one.txn) for one in undone} - sales.keys()))
    judged = [*others, *stored_sales]
    kin = Kin(tx, (member for one in judged for member in one.members))
    known = referrers(tx, kin.all_of(one.buyer for one in judged if one.buyer))
    kin.learn(
        (*known.values(), *(name for one in judged for who in _subjects(one) for name in kin.recommended_by(who)))
    )
    for one in judged:
        found = list(one.members)
        if one.buyer and (not one.referrer or len(kin.same(one.buyer)) > 1):
            found += [known[name] for name in sorted(kin.same(one.buyer)) if name in known]
        found += sorted({name for who in _subjects(one) for name in kin.recommended_by(who)})
        one.members = list(dict.fromkeys((*found, *sorted(kin.all_of(found)))))
    for one in stored_sales:
        sales.setdefault((one.store, one.txn), one)
    for one in undone:
        made = sales.get((one.store, one.txn))
        one.members = list(made.members) if made is not None else []
    return kin


def _subjects(one: Touch) -> list[str]:
    """Whose registration a fact is about; nobody's, of most."""
    if one.happening.kind not in OF_REGISTRATIONS:
        return []
    both = (one.happening.member, one.happening.other if one.happening.kind is HappeningKind.MERGED else "")
    return [who for who in both if who]


def known_anew(kin: Kin, touches: Iterable[Touch]) -> set[str]:
    """Of whom these facts say something that changes to whom other facts belong: who they are, or who recommended
    them."""
    said = [one for one in touches if one.fact.kind == MEMBER_REGISTERED or one.happening.kind is HappeningKind.MERGED]
    found = set()
    for one in said:
        together = kin.same(one.happening.member)
        if one.happening.kind is HappeningKind.MERGED or len(together) > 1 or _counts(one):
            found |= together | {one.happening.member}
    return found


def undone_before(tx: Tx, caller: Caller, touches: Sequence[Touch]) -> list[Touch]:
    """Voids and returns that had arrived before their sales."""
    sales = {one.txn: one.members for one in touches if one.buyer}
    here = {(one.fact.epoch, one.fact.seq) for one in touches if one.fact.kind in _OF_SALES}
    early: list[Touch] = []
    for ids in chunks(sorted(sales)):
        for one in _undone(tx, caller.store, ids):
            if one.device != caller.device or (one.fact.epoch, one.fact.seq) not in here:
                one.members = list(sales[one.txn])
                early.append(one)
    return early


def _undone(tx: Tx, store: str, txns: Sequence[str]) -> Iterator[Touch]:
    """Voids and returns of sales."""
    same = (fact.c.store == goods_back.c.store) & (fact.c.device == goods_back.c.device)
    same &= (fact.c.epoch == goods_back.c.epoch) & (fact.c.seq == goods_back.c.seq)
    query = select(fact.c.device, fact.c.epoch, fact.c.seq, fact.c.raw).join(goods_back, same)
    for row in tx.execute(query.where(goods_back.c.store == store, goods_back.c.txn.in_(txns))).all():
        yield from stored(store, row)


def _sales(tx: Tx, wanted: Iterable[tuple[str, str]]) -> Iterator[Touch]:
    wanted = sorted(wanted)
    for store in sorted({store for store, _ in wanted}):
        for ids in chunks([txn for at, txn in wanted if at == store]):
            same = (fact.c.store == sale.c.store) & (fact.c.device == sale.c.device)
            same &= (fact.c.epoch == sale.c.epoch) & (fact.c.seq == sale.c.seq)
            query = select(sale.c.txn, sale.c.device, fact.c.raw).join(fact, same)
            for row in tx.execute(query.where(sale.c.store == store, sale.c.txn.in_(ids), sale.c.member.is_not(None))):
                yield from stored(store, row)


def stored(store: str, row: Row[Any], place: tuple[str, str] = ("", _UTC)) -> Iterator[Touch]:
    """A fact that is kept, at `place` (store and IANA zone). Whatever a projection let in has passed HQ's reader."""
    try:
        one = decode(bytes(row.raw))
        happening = happening_of(one, row.device, lambda _: place)
        touched = [change.member for change in changes(one) if isinstance(change, MemberTouched) if change.member]
    except (FactError, HappeningError, ProjectionError):
        return
    if happening is not None:
        yield Touch(store, row.device, one, happening, touched)
