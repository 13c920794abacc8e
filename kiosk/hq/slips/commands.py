"""What a person at HQ does with paper slips: allow a kind of them, and make a book for a store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.slips.code import book_id
from kiosk.domain.slips.facts import BookMade
from kiosk.domain.slips.model import MOST_SLIPS, SlipRule, most_of, rule_id, share_key
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.leases import commands as leases
from kiosk.hq.leases.commands import SLIP_RULES
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_row
from kiosk.hq.slips.books import books
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import Store

_STORES, _TEMPLATES = Bucket(CHAIN, "stores"), Bucket(CHAIN, "templates")
MOST_DAYS = 366
_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Worth:
    """What a slip is good for: one use of `template`, or `off` minor units off. `most`: what it takes off at most;
    None: what the template says."""

    template: str = ""
    off: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class SlipsRefused:
    """A stable code of why not: store_unknown, template_unknown, template_elsewhere, template_over, template_voucher,
    no_most, count, time, less_than_out (`left`: what is out), not_set_aside (`left`: what there is still)."""

    code: str
    left: int = 0


def allow(context: Context, tx: Tx, worth: Worth, whole: int, share: int, days: int) -> SlipRule | SlipsRefused:
    """Slips of this kind may be out, or used, `whole` times in the chain; each terminal keeps `share` of that for books
    of its own, good for `days`. Again: other numbers from now on."""
    most = _most(tx, worth)
    if isinstance(most, SlipsRefused):
        return most
    if not (0 <= share <= MOST_SLIPS and whole >= 0 and 1 <= days <= MOST_DAYS):
        return SlipsRefused("count")
    rule = SlipRule(rule_id(worth.template, worth.off), worth.template, most, worth.off, share, days)
    if not leases.set_aside(tx, share_key(rule.id), whole):
        there = leases.left_of(tx, share_key(rule.id))
        return SlipsRefused("less_than_out", there[0] - there[1] if there else 0)
    publish(tx, [RowChange(SLIP_RULES, rule.id, rule)], context.clock.now_ms())
    return rule


def make_book(
    context: Context,
    tx: Tx,
    store: str,
    worth: Worth,
    count: int,
    *,
    uses: int | None = None,
    since: datetime | None = None,
    days: int = 31,
) -> BookMade | SlipsRefused:
    """A book of `count` slips for a store, to be journalled in the same transaction (`SLIPS_BOOK_MADE`): that signs it
    and tells the store. `uses`: how many of them may be used, all where nothing is said. It is taken out of what was
    set aside for its kind; where nothing was, that much is set aside with it."""
    now = context.clock.now_ms()
    if published_row(tx, _STORES, store, Store) is None:
        return SlipsRefused("store_unknown")
    most = _most(tx, worth, store)
    if isinstance(most, SlipsRefused):
        return most
    uses = count if uses is None else uses
    if not 0 < uses <= count <= MOST_SLIPS:
        return SlipsRefused("count")
    now = now // _MINUTE * _MINUTE  # what is written on paper has no seconds
    begins = max(now, millis(since)) if since is not None else now
    if not 1 <= days <= MOST_DAYS:
        return SlipsRefused("time")
    rule = rule_id(worth.template, worth.off)
    refused = _take(tx, rule, uses)
    if refused is not None:
        return refused
    last = max((book.last for book in books(tx).values() if book.store == store), default=0)
    return BookMade(
        book=book_id(context.random.bytes(8)),
        store=store,
        rule=rule,
        template=worth.template,
        off=worth.off,
        first=last + 1,
        last=last + count,
        uses=uses,
        most=most,
        made=now,
        since=begins,
        until=millis(instant(begins) + timedelta(days=days)),
    )


def _take(tx: Tx, rule: str, uses: int) -> SlipsRefused | None:
    key = share_key(rule)
    there = leases.left_of(tx, key)
    allowed = published_row(tx, SLIP_RULES, rule, SlipRule) is not None
    if allowed and (there is None or there[1] < uses):
        return SlipsRefused("not_set_aside", there[1] if there else 0)
    if not allowed:
        leases.set_aside(tx, key, (there[0] if there else 0) + uses)
    return None


def _most(tx: Tx, worth: Worth, store: str = "") -> int | SlipsRefused:
    """Minor units a slip takes off at most."""
    if not worth.template:
        return worth.off if worth.off > 0 else SlipsRefused("template_unknown")
    template = published_row(tx, _TEMPLATES, worth.template, CouponTemplate)
    if template is None:
        return SlipsRefused("template_unknown")
    if template.withdrawn:
        return SlipsRefused("template_over")
    if template.is_voucher:
        return SlipsRefused("template_voucher")
    place = published_row(tx, _STORES, store, Store)
    if place is not None and template.stores is not None and not {store, place.region} & set(template.stores):
        return SlipsRefused("template_elsewhere")
    most = most_of(template.benefit)
    if worth.most is not None and worth.most > 0:
        return worth.most if most is None else min(most, worth.most)
    return most if most is not None else SlipsRefused("no_most")
