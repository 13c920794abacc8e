"""Vouchers of value that tills sold and topped up: how much is on them, and the right of who put it there.

What a terminal put on a voucher it may use at once, without HQ. HQ makes that right its own before anything else
follows from the same facts, and lets nobody else have the money before the terminal has given the right back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED, VOUCHER_CHARGED, ChargeRecorded, ChargeUndone
from kiosk.domain.coupons.facts import RIGHTS_CHANGED, RightRevoked
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.journal.facts import Fact
from kiosk.domain.time import instant
from kiosk.hq.context import Caller
from kiosk.hq.coupons import judging, rights
from kiosk.hq.coupons.charge_tables import charge_voided, voucher_charge
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Live, Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import CouponRow

_FIRST = ("hlc", "device", "epoch", "seq")
_Charge = tuple[Fact, ChargeRecorded]


def _charges(facts: Sequence[ReadFact]) -> list[_Charge]:
    return [(read.fact, one) for read in facts for one in read.changes if isinstance(one, ChargeRecorded)]


def _locks(_tx: Tx, _origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    for _fact, one in _charges(facts):
        yield rights.lock_of(one.coupon)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    found = _charges(facts)
    undone = [(read.fact, one) for read in facts for one in read.changes if isinstance(one, ChargeUndone)]
    known = rights.charges_known(run.tx, [one.txn for _, one in found]) if run.live is not None and found else set()
    run.tx.insert_first(voucher_charge, [_row(origin, fact, one) for fact, one in found], _FIRST)
    run.tx.insert_first(
        charge_voided,
        [{**_place(origin, fact, one.txn), "coupon": one.coupon, "value": one.value} for fact, one in undone],
        _FIRST,
    )
    fresh = [(fact, one) for fact, one in found if (origin.store, one.txn) not in known]
    if run.live is not None and fresh:
        _follow(run.live, run.tx, origin, fresh, facts)


def _place(origin: Caller, fact: Fact, txn: str) -> dict[str, str | int]:
    place: dict[str, str | int] = {"store": origin.store, "device": origin.device}
    return {**place, "epoch": fact.epoch, "seq": fact.seq, "hlc": fact.hlc, "txn": txn}


def _row(origin: Caller, fact: Fact, one: ChargeRecorded) -> dict[str, str | int]:
    return {
        **_place(origin, fact, one.txn),
        "at": one.at,
        "actor": one.actor,
        "coupon": one.coupon,
        "template": one.template,
        "value": one.value,
        "first": int(bool(one.document.get("first", True))),
        "since": one.since,
        "until": one.until,
    }


# -- what HQ does -----------------------------------------------------------------------------------------------------


def _follow(live: Live, tx: Tx, origin: Caller, charges: Sequence[_Charge], facts: Sequence[ReadFact]) -> None:
    now = live.now
    _make(live, tx, origin, [one for _, one in charges])
    back: dict[str, list[int]] = {}
    for read in facts:
        for change in read.changes:
            if isinstance(change, RightRevoked):
                back.setdefault(change.coupon, []).append(read.fact.seq)
    for fact, one in charges:
        revoked = back.get(one.coupon, ())
        # what was given back after it was put there is nobody's
        if one.document.get("right") is not None and not any(seq > fact.seq for seq in revoked):
            rights.charged(tx, origin, one.coupon, one.value, now, anew=bool(revoked))
        tx.touch(f"coupon/{one.coupon}")
    judging.later(tx, {one.coupon for _, one in charges}, now)


def _make(live: Live, tx: Tx, origin: Caller, charges: Sequence[ChargeRecorded]) -> None:
    """Vouchers that the terminal made: their rows, with a code that HQ signs."""
    there = published_rows(tx, "coupons", {one.coupon for one in charges}, CouponRow)
    templates = published_rows(tx, "templates", {one.template for one in charges}, CouponTemplate)
    place, changes = Bucket(origin.store, "coupons"), []
    for one in charges:
        template = templates.get(one.template)
        if one.coupon in there or template is None or not template[1].is_voucher:
            continue
        since, until = instant(one.since), instant(one.until)
        made = Coupon(one.coupon, one.template, since, min(until, template[1].valid_until), worth=0)
        key = keys.signing(live.context, tx)
        row = issue.coupon_row(key, live.context.settings.issuer, made, since)
        changes.append(RowChange(place, one.coupon, row))
        there[one.coupon] = (origin.store, row)
    publish(tx, changes, live.now)


CHARGES = Projection(
    name="charges",
    version=1,
    kinds=frozenset({VOUCHER_CHARGED, CHARGE_VOIDED, RIGHTS_CHANGED}),
    tables=(voucher_charge, charge_voided),
    apply=_apply,
    locks=_locks,
)
