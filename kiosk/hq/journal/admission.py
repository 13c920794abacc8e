"""Facts that can be read and that no terminal of ours would have journalled: nothing follows from them.

A signature proves who wrote a fact, not that it may have happened. What is judged here is judged once, when a fact
arrives, by what HQ has then; the verdict is kept beside the fact, and whoever derives anew goes by it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from kiosk.domain.campaigns.facts import DRAW_LOST, Spun, Won
from kiosk.domain.coupons.charge_facts import VoucherCharged
from kiosk.domain.draws.claim_facts import HQS_OWN
from kiosk.domain.draws.facts import DRAW_REFUSED
from kiosk.domain.draws.lease_facts import WHEEL_LEASED, WHEEL_RETURNED
from kiosk.domain.draws.wheel_facts import WheelClosed, WheelOpened, WheelShown
from kiosk.domain.journal.facts import FactError, decode
from kiosk.domain.journal.registry import Body
from kiosk.domain.registration.facts import MEMBER_ERASED, MEMBERS_MERGED, REGISTRATION_REVIEWED
from kiosk.domain.sales.facts import SaleCompleted
from kiosk.domain.slips.facts import BookMade
from kiosk.domain.slips.model import SlipRule
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons.charge_tables import voucher_charge
from kiosk.hq.draws.leases import body_of, rows_of
from kiosk.hq.journal.authority import beyond, newcomers_of_others
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.leases.commands import SLIP_RULES
from kiosk.hq.rows.editions import any_published
from kiosk.hq.rows.publish import chunks, published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import fact, sale

SALE_KNOWN = "sale_known"
"""Another sale, or another sale of a voucher, has its id."""
NOT_ITS_BOOK = "not_its_book"
"""A book of paper slips for another store, of a kind that HQ does not allow, or worth more than it says."""
_OF_LEASES = Spun | WheelOpened | WheelShown | WheelClosed
LAST_STAMP = 32_472_144_000_000 << 16
"""The beginning of the year 2999: what comes later could not be answered any more."""
NOT_ITS_WORD = "not_its_word"
"""Only HQ says it: that a registration was looked at, that two members are one, that one is erased, that somebody won
in a draw, what it does not take of one."""
OUT_OF_RANGE = "out_of_range"
STAMP_KNOWN = "stamp_known"
"""Another fact of its device has its stamp."""

NOT_ITS_LEASE = "not_its_lease"
"""It opens, spins or closes a lease of a wheel that HQ gave to somebody else, or to nobody."""

_HQS_WORDS = (
    frozenset(
        map(
            str,
            (
                REGISTRATION_REVIEWED,
                MEMBERS_MERGED,
                MEMBER_ERASED,
                WHEEL_LEASED,
                WHEEL_RETURNED,
                DRAW_REFUSED,
                DRAW_LOST,
            ),
        )
    )
    | HQS_OWN
)


def refused(context: Context, tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> dict[int, str]:
    """Facts of a device, of those that have just arrived, that are left out: by seq, why."""
    found = beyond(context, tx, origin, facts) if any_published(tx) else newcomers_of_others(tx, origin, facts)
    found |= {one.fact.seq: OUT_OF_RANGE for one in facts if one.fact.hlc >= LAST_STAMP}
    found |= dict(_books_of_others(tx, origin, facts))
    found |= {one.fact.seq: NOT_ITS_WORD for one in facts if _is_hqs_word(one)}
    found |= dict(_leases_of_others(tx, origin, facts))
    found |= sales_known(tx, origin, [one for one in facts if one.fact.seq not in found])
    found |= dict(_charges_known(tx, origin, [one for one in facts if one.fact.seq not in found]))
    found |= dict(_stamps_known(tx, origin, facts, found.keys()))
    return found


def _is_hqs_word(one: ReadFact) -> bool:
    return one.fact.kind in _HQS_WORDS or (isinstance(one.body, Won) and bool(one.body.draw))


def _books_of_others(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> Iterable[tuple[int, str]]:
    """A terminal makes books of slips for its own store, of what HQ allows."""
    for one in facts:
        if isinstance(one.body, BookMade):
            rule = published_row(tx, SLIP_RULES, one.body.rule, SlipRule)
            same = rule is not None and (rule.template, rule.off) == (one.body.template, one.body.off)
            if rule is None or not same or one.body.store != origin.store or one.body.most > rule.most:
                yield one.fact.seq, NOT_ITS_BOOK


def _leases_of_others(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> Iterable[tuple[int, str]]:
    """A terminal spins by its own leases, and no slots that they do not have."""
    said = [(one.fact.seq, one.body) for one in facts if isinstance(one.body, _OF_LEASES)]
    named = [(seq, body) for seq, body in said if body.lease]
    rows = rows_of(tx, {body.lease for _, body in named}) if named else {}
    for seq, body in named:
        row = rows.get(body.lease)
        if row is None or (row.store, row.device) != (origin.store, origin.device) or not _has_slot(row, body):
            yield seq, NOT_ITS_LEASE


def _has_slot(row: Row[Any], body: Body) -> bool:
    return not isinstance(body, Spun) or (row.wheel == body.ref and body.j < body_of(row).size)


def sales_known(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> dict[int, str]:
    """A sale is told once. Carried into a new epoch it is the same one, with the stamp it had."""
    sales = [(one, one.body) for one in facts if isinstance(one.body, SaleCompleted)]
    known: dict[str, tuple[str, str, int | None]] = {}
    same = (fact.c.store == sale.c.store) & (fact.c.device == sale.c.device)
    same &= (fact.c.epoch == sale.c.epoch) & (fact.c.seq == sale.c.seq)
    for ids in chunks(sorted({body.txn for _, body in sales})):
        query = select(sale.c.txn, sale.c.store, sale.c.device, fact.c.hlc).join(fact, same, isouter=True)
        known |= {row.txn: (row.store, row.device, row.hlc) for row in tx.execute(query.where(sale.c.txn.in_(ids)))}
    found: dict[int, str] = {}
    for one, body in sales:
        mine = (origin.store, origin.device, one.fact.hlc)
        if known.setdefault(body.txn, mine) != mine:
            found[one.fact.seq] = SALE_KNOWN
    return found


def _charges_known(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> Iterable[tuple[int, str]]:
    """Money is put on a voucher once, by one terminal: told again, by another one too, it is no more money."""
    charges = [(one, one.body) for one in facts if isinstance(one.body, VoucherCharged)]
    known: dict[str, tuple[str, str, int]] = {}
    for ids in chunks(sorted({body.txn for _, body in charges})):
        query = select(voucher_charge).where(voucher_charge.c.txn.in_(ids))
        known |= {row.txn: (row.store, row.device, row.hlc) for row in tx.execute(query)}
    for one, body in charges:
        mine = (origin.store, origin.device, one.fact.hlc)
        if known.setdefault(body.txn, mine) != mine:
            yield one.fact.seq, SALE_KNOWN


def _stamps_known(
    tx: Tx, origin: Caller, facts: Sequence[ReadFact], refused: Collection[int]
) -> Iterable[tuple[int, str]]:
    """Facts of a device are known by their stamps, in histories and in what stores are told. What was carried into a
    new epoch has the stamp it had, and is the same fact. `refused`: what is left out anyway takes nobody's stamp."""
    if not facts:
        return
    out = set(refused)
    judged = {one.fact.seq: one.fact for one in facts}
    one, other = fact.alias(), fact.alias()
    mine = (one.c.store == origin.store) & (one.c.device == origin.device) & (one.c.epoch == origin.epoch)
    mine &= one.c.seq.between(min(judged), max(judged))
    same = (other.c.store == one.c.store) & (other.c.device == one.c.device) & (other.c.hlc == one.c.hlc)
    before = (other.c.epoch < one.c.epoch) | (other.c.epoch == one.c.epoch) & (other.c.seq < one.c.seq)
    query = select(one.c.seq, other.c.epoch, other.c.seq.label("known"), other.c.raw).join(other, same & before)
    query = query.where(mine, other.c.unread.is_(None)).order_by(one.c.seq, other.c.epoch, other.c.seq)
    for row in tx.execute(query):
        mine_now = row.epoch == origin.epoch
        if row.seq not in judged or row.seq in out or (mine_now and row.known in out):
            continue
        if mine_now or _said(row.raw) != (judged[row.seq].kind, judged[row.seq].body):
            out.add(row.seq)
            yield row.seq, STAMP_KNOWN


def _said(raw: bytes) -> tuple[str, Mapping[str, Any]] | None:
    try:
        one = decode(bytes(raw))
    except FactError:
        return None
    return one.kind, one.body
