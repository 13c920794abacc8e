"""The journal of a day, read a stretch at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.application.context import Context, here
from kiosk.application.journal.outcomes import (
    FactInFull,
    FactLine,
    JournalDays,
    JournalPage,
    JournalQuery,
    SaleRef,
    Topic,
)
from kiosk.application.ports.journal import Place
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.facts import BY_NAME
from kiosk.domain.journal import hlc
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.domain.members.masking import mask_name
from kiosk.domain.money import plain
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_REFUSED, SALE_RETURNED, SALE_VOIDED
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.facts import STAFF_PIN_FAILED
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant, millis

STRETCH = 200
"""Facts looked at in one call: some 5 ms, so that searches and PINs come in between."""

_TOPICS: dict[str, Topic] = {
    SALE_COMPLETED: Topic.SALES,
    SALE_VOIDED: Topic.OVERRIDES,
    SALE_RETURNED: Topic.OVERRIDES,
    SETTING_CHANGED: Topic.OVERRIDES,
    SCAN_REFUSED: Topic.REFUSALS,
    SALE_REFUSED: Topic.REFUSALS,
    STAFF_PIN_FAILED: Topic.REFUSALS,
    LEASE_CHANGED: Topic.TERMINAL,
}
_OWNERS = {"staff": Topic.STAFF, "members": Topic.MEMBERS, "campaigns": Topic.MEMBERS}
"""Of the other kinds, those of these capabilities; what is left is about the terminal."""


def topic_of(kind: str, body: Mapping[str, Any]) -> Topic:
    """What a fact is about. A sale that a manager stood by for is an override."""
    if kind == SALE_COMPLETED and _approvers(body):
        return Topic.OVERRIDES
    known = BY_NAME.get(kind)
    return _TOPICS.get(kind) or _OWNERS.get(known.owner if known is not None else "", Topic.TERMINAL)


def journal_days(context: Context, tx: LedgerTx) -> JournalDays:
    """From which day to which, by the store's calendar."""
    zone = _zone(context, tx)
    today = context.now().astimezone(zone).date()
    first = tx.first_stamp()
    return JournalDays(_day(first, zone) if first else today, today)


def journal_page(
    context: Context, tx: LedgerTx, query: JournalQuery, actor: Actor, start: Place | None
) -> JournalPage | Refusal:
    """The next stretch of a day. A day is told by stamps, which never go back as a clock may."""
    if not actor.may(Permission.VIEW_JOURNAL):
        return Refusal(RefusalCode.NOT_PERMITTED)
    zone = _zone(context, tx)
    start = start or tx.newest_before(_midnight(query.day + timedelta(days=1), zone))
    if start is None:
        return JournalPage((), None)
    begins = _midnight(query.day, zone)
    names, members = {one.id: one.name for one in tx.staff()}, cache(partial(_masked, context))
    facts = tx.facts_from(start, STRETCH + 1)
    lines: list[FactLine] = []
    for fact in facts[:STRETCH]:
        if fact.hlc < begins:
            return JournalPage(tuple(lines), None)
        line = _line(tx, fact, names, members)
        if (query.topic is None or line.topic is query.topic) and _says(line, query.text):
            lines.append(line)
    following = Place(facts[STRETCH].epoch, facts[STRETCH].seq) if len(facts) > STRETCH else None
    return JournalPage(tuple(lines), following)


def journal_fact(context: Context, tx: LedgerTx, place: Place, actor: Actor) -> FactInFull | Refusal | None:
    """One fact with everything that stands in it."""
    if not actor.may(Permission.VIEW_JOURNAL):
        return Refusal(RefusalCode.NOT_PERMITTED)
    found = tx.fact_at(place)
    if found is None:
        return None
    fact, link = found
    identity, _store = here(context, tx)
    names = {one.id: one.name for one in tx.staff()}
    line = _line(tx, fact, names, partial(_masked, context))
    return FactInFull(line, identity.device, tuple(_fields(fact.body)), link)


def _line(tx: LedgerTx, fact: Fact, names: Mapping[str, str], members: Callable[[str], str]) -> FactLine:
    identity, member = tx.identity(), fact.body.get("member")
    now = identity.epoch if identity is not None else 0
    return FactLine(
        place=Place(fact.epoch, fact.seq),
        kind=fact.kind,
        topic=topic_of(fact.kind, fact.body),
        at=instant(fact.corrected_ms),
        actor=fact.actor,
        who=names.get(fact.actor, fact.actor),
        body=fact.body,
        at_hq=fact.epoch < now or fact.seq <= int(tx.meta("acked") or 0),
        sale=_sale(tx, fact),
        approved_by=", ".join(names.get(one, one) for one in _approvers(fact.body)),
        member=members(member) if isinstance(member, str) else "",
    )


def _masked(context: Context, member: str) -> str:
    """A member as they may be shown; "" for one that HQ has told nothing about."""
    found = context.member(member)
    return mask_name(found.name) if found is not None else ""


def _approvers(body: Mapping[str, Any]) -> list[str]:
    """Who stood by for it, each once."""
    asked = [body, *(one for one in body.get("coupons", ()) if isinstance(one, Mapping))]
    return list(dict.fromkeys(str(one["approved_by"]) for one in asked if one.get("approved_by")))


def _sale(tx: LedgerTx, fact: Fact) -> SaleRef | None:
    txn = fact.body.get("about" if fact.kind == DOCUMENT_QUEUED else "txn")
    if not fact.kind.startswith(("sale.", DOCUMENT_QUEUED)) or not isinstance(txn, str):
        return None
    body: Mapping[str, Any] = fact.body
    if fact.kind != SALE_COMPLETED:
        sale = tx.sale(txn.partition("/")[0])  # behind it: which return of the sale
        if sale is None:
            return None
        body = sale.document
    return SaleRef(str(body["receipt"]), int(body["total"]), str(body["currency"]))


def _says(line: FactLine, text: str) -> bool:
    """Receipt, amount, clerk, or anything that stands in the fact."""
    wanted = text.strip().casefold().replace(",", "")
    if not wanted:
        return True
    said = [line.who, line.actor, line.approved_by, line.member, line.kind, json.dumps(line.body, ensure_ascii=False)]
    if line.sale is not None:
        amounts = [line.sale.total, *(line.body[name] for name in ("amount", "total") if name in line.body)]
        said += [line.sale.receipt, *(plain(amount, line.sale.currency) for amount in amounts)]
    return any(wanted in one.casefold().replace(",", "") for one in said)


def _fields(body: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in body.items():
        yield from _field(f"{above}{name}", value)


def _field(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and value:
        yield from _fields(value, f"{name}.")
    elif isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        for at, one in enumerate(value, 1):
            yield from _field(f"{name} {at}", one)
    elif isinstance(value, list):
        yield name, ", ".join(str(one) for one in value) or "–"
    else:
        yield name, "–" if value in (None, "", {}) else str(value)


def _zone(context: Context, tx: LedgerTx) -> ZoneInfo:
    _identity, store = here(context, tx)
    return ZoneInfo(store.zone)


def _day(stamp: int, zone: ZoneInfo) -> date:
    return instant(hlc.milliseconds(stamp)).astimezone(zone).date()


def _midnight(day: date, zone: ZoneInfo) -> int:
    """The first stamp of a day."""
    begins = datetime(day.year, day.month, day.day, tzinfo=zone)
    return millis(begins) << hlc.COUNTER_BITS
