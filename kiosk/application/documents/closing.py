"""What this terminal did on a day, from its journal: the figures of the daily report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.application.context import Context, here
from kiosk.application.documents.setup import read_setup
from kiosk.application.ports.journal import Place
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED, VOUCHER_CHARGED
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.closing_report import ClosingReport, CouponCount, LabelsLeft, PrintCount, VoidLine
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.journal import hlc
from kiosk.domain.journal.facts import Fact, FactError, decode
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.domain.time import instant, millis

STRETCH = 200
"""Facts looked at in one transaction, so that a sale comes in between."""
_CAME_OUT = (JobState.PRINTED, JobState.TAKEN, JobState.CAME_OUT)
_FAILED = (JobState.FAILED, JobState.UNKNOWN, JobState.WITHDRAWN)


@dataclass(slots=True)
class DayFigures:
    """What was counted so far of a day, from its last fact backwards."""

    day: date
    following: Place | None = None
    sales: int = 0
    amount: int = 0
    off: int = 0
    by_voucher: int = 0
    for_vouchers: int = 0
    receipts: dict[int, str] = field(default_factory=dict)
    returns: int = 0
    returned: int = 0
    voids: list[VoidLine] = field(default_factory=list)
    coupons: dict[LocalText, tuple[int, int]] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)
    given: int = 0
    used: int = 0
    registered: int = 0
    prints: dict[DocumentKind, list[int]] = field(default_factory=dict)


def begin(context: Context, tx: LedgerTx, day: date) -> DayFigures:
    """A day of the store's calendar, nothing of it counted yet."""
    zone = _zone(context, tx)
    return DayFigures(day, tx.newest_before(_first_stamp(day + timedelta(days=1), zone)))


def go_on(context: Context, tx: LedgerTx, figures: DayFigures) -> None:
    """Count the next stretch. Nothing follows when the day is over."""
    start, figures.following = figures.following, None
    if start is None:
        return
    begins = _first_stamp(figures.day, _zone(context, tx))
    names = {one.id: one.name for one in tx.staff()}
    facts = tx.facts_from(start, STRETCH + 1)
    for fact in facts[:STRETCH]:
        if fact.hlc < begins:
            return
        _count(tx, figures, fact, names)
    if len(facts) > STRETCH:
        figures.following = Place(facts[STRETCH].epoch, facts[STRETCH].seq)


def finish(context: Context, tx: LedgerTx, figures: DayFigures, by: str) -> ClosingReport:
    """The report; reasons of voids are codes still, which the paper's words replace. What has not reached HQ, what is
    in conflict and how many labels are left is as it is now."""
    identity, store = here(context, tx)
    zone = ZoneInfo(store.zone)
    numbers = sorted(figures.receipts)
    waiting = context.sync_status().queue
    day, next_day = (_midnight(one, zone) for one in (figures.day, figures.day + timedelta(days=1)))
    return ClosingReport(
        store=store.name,
        terminal=identity.terminal_name,
        zone=store.zone,
        day=figures.day,
        made=context.now(),
        by=next((one.name for one in tx.staff() if one.id == by), by),
        currency=store.currency,
        sales=figures.sales,
        amount=figures.amount,
        off=figures.off,
        by_voucher=figures.by_voucher,
        for_vouchers=figures.for_vouchers,
        first=figures.receipts[numbers[0]] if numbers else "",
        last=figures.receipts[numbers[-1]] if numbers else "",
        returns=figures.returns,
        returned=figures.returned,
        voids=tuple(reversed(figures.voids)),
        coupons=tuple(CouponCount(name, *counted) for name, counted in sorted(figures.coupons.items(), key=_most)),
        points_given=figures.given,
        points_taken=figures.used,
        registered=figures.registered,
        conflicts=context.reference.conflicts(identity.device, day, next_day),
        unsent=waiting,
        unsent_since=_oldest_unsent(tx) if waiting else None,
        prints=tuple(PrintCount(kind, *figures.prints[kind]) for kind in DocumentKind if kind in figures.prints),
        labels=tuple(LabelsLeft(one.name, one.labels) for one in read_setup(tx).printers if one.labels is not None),
    )


def _count(tx: LedgerTx, figures: DayFigures, fact: Fact, names: Mapping[str, str]) -> None:
    body = fact.body
    if fact.kind == SALE_COMPLETED:
        _count_sale(tx, figures, body)
    elif fact.kind == SALE_VOIDED:
        _count_void(tx, figures, fact, names)
    elif fact.kind == SALE_RETURNED:
        figures.returns += 1
        figures.returned += int(body["amount"])
        figures.by_voucher -= _onto_vouchers(body)
    elif fact.kind == VOUCHER_CHARGED:
        figures.for_vouchers += int(body["value"])
    elif fact.kind == CHARGE_VOIDED:
        figures.for_vouchers -= int(body["value"])
    elif fact.kind == MEMBER_REGISTERED:
        figures.registered += 1
    elif fact.kind == REWARDS_DECIDED:
        decided = REWARDS_DECIDED.read(body)
        if decided is None:
            return  # of a newer program
        figures.taken_back |= set(decided.taken_back)
        points = [
            one.quantity
            for one in decided.rewards()
            if one.kind is RewardKind.POINTS and one.id not in figures.taken_back
        ]
        figures.given += sum(one for one in points if one > 0)
        figures.used -= sum(one for one in points if one < 0)
    elif fact.kind == DOCUMENT_QUEUED:
        _count_print(tx, figures, body)


def _count_sale(tx: LedgerTx, figures: DayFigures, body: Mapping[str, Any]) -> None:
    figures.sales += 1
    figures.amount += int(body["amount"])
    figures.off += int(body["amount"]) - int(body["total"])
    figures.by_voucher += _onto_vouchers(body)
    figures.returned += _for_back(body)
    if body.get("number") is not None:
        figures.receipts[int(body["number"])] = str(body["receipt"])
    stored = tx.sale(str(body["txn"]))
    if stored is not None and stored.voided_at_ms is not None:
        return  # its coupons can be used again
    for line in body.get("lines", ()):
        name = _local(line["name"])
        count, off = figures.coupons.get(name, (0, 0))
        figures.coupons[name] = (count + 1, off + int(line["off"]))


def _count_void(tx: LedgerTx, figures: DayFigures, fact: Fact, names: Mapping[str, str]) -> None:
    sale = tx.sale(str(fact.body["txn"]))
    if sale is None:
        return
    figures.by_voucher -= _onto_vouchers(fact.body)
    paid_back = int(sale.document["total"]) - _for_back(sale.document) - sale.returned
    who, reason = names.get(fact.actor, fact.actor), str(fact.body["reason"])
    receipt = str(sale.document["receipt"])
    figures.voids.append(
        VoidLine(receipt, paid_back, instant(fact.corrected_ms), who, LocalText(reason, reason, reason))
    )


def _for_back(body: Mapping[str, Any]) -> int:
    """Minor units for what came back in exchange in a sale; a return that was made with it is a fact of its own."""
    return sum(int(row["pieces"]) * int(row["price"]) for row in body.get("back", ()) if not row.get("of"))


def _onto_vouchers(body: Mapping[str, Any]) -> int:
    """Minor units that vouchers paid, or that went back onto them, by a fact."""
    return sum(int(row["value"]) for row in body.get("vouchers", ()))


def _count_print(tx: LedgerTx, figures: DayFigures, body: Mapping[str, Any]) -> None:
    kind, job = body["document"], tx.print_job(str(body["job"]))
    if kind not in tuple(DocumentKind) or job is None:
        return
    counted = figures.prints.setdefault(DocumentKind(kind), [0, 0, 0])
    came_out = job.state in _CAME_OUT
    counted[0] += came_out
    counted[1] += came_out and int(body.get("copy", 0)) > 0
    counted[2] += job.state in _FAILED


def _most(counted: tuple[LocalText, tuple[int, int]]) -> tuple[int, str]:
    name, (count, _off) = counted
    return -count, name.en


def _local(name: Mapping[str, str]) -> LocalText:
    return LocalText(**{language: str(name.get(language, "")) for language in LANGUAGES})


def _oldest_unsent(tx: LedgerTx) -> datetime | None:
    """When the oldest fact happened that HQ has not acknowledged."""
    identity = tx.identity()
    if identity is None:
        return None
    waiting = tx.facts_after(identity.epoch, int(tx.meta("acked") or 0), 1)
    try:
        return instant(decode(waiting[0][1]).corrected_ms) if waiting else None
    except FactError:
        return None


def _zone(context: Context, tx: LedgerTx) -> ZoneInfo:
    _identity, store = here(context, tx)
    return ZoneInfo(store.zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _first_stamp(day: date, zone: ZoneInfo) -> int:
    return millis(_midnight(day, zone)) << hlc.COUNTER_BITS
