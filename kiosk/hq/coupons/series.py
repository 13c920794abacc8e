"""What a person at HQ does with coupons on paper: issue a numbered series, take some back, see what became of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from kiosk.domain.coupons.facts import SeriesIssued, SeriesRevoked
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.coupons.series import LONGEST_NAME, MOST, coupon_id, stem_in, stem_of
from kiosk.domain.journal.fit import fit_text
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.coupons.series_tables import coupon_series, coupon_series_back
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_row, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, redemption
from kiosk.hq.tokens import issue as tokens
from kiosk.hq.tokens import keys
from kiosk.protocol.rows import CouponRow, RevocationRow, Store

AT_ONCE = 500
"""Coupons that are signed in one transaction."""
_LOCK = "series"
_TEMPLATES, _STORES = Bucket(CHAIN, "templates"), Bucket(CHAIN, "stores")
_REVOCATIONS = Bucket(CHAIN, "revocations")


@dataclass(frozen=True, slots=True)
class SeriesWanted:
    """`count` coupons of a template, good from `since` to `until` (ms since 1970, the end excluded). `store`: there
    alone; `worth`: minor units of vouchers of value that are not worth what their template says."""

    series: str
    template: str
    count: int
    since: int
    until: int
    store: str = ""
    worth: int | None = None


@dataclass(frozen=True, slots=True)
class SeriesRefused:
    """A stable code of why not: name, count, time, template_unknown, template_over, store_unknown, worth,
    other_series (there is one of that name, of another kind), series_unknown, number."""

    code: str


@dataclass(frozen=True, slots=True)
class SeriesSeen:
    """A series and what became of it. `used`: how many coupons were used at all; `revoked`: how many were taken
    back."""

    series: str
    template: str
    count: int
    since: int
    until: int
    store: str
    at: int
    by: str
    worth: int | None = None
    used: int = 0
    revoked: int = 0


def begin(context: Context, tx: Tx, wanted: SeriesWanted, by: str) -> SeriesIssued | SeriesRefused | None:
    """What is to be journalled in the same transaction (`SERIES_ISSUED`); None: it was there already, just so: then it
    is gone on with."""
    tx.hold([_LOCK])
    row = _series(tx, wanted.series)
    if row is not None:
        same = (row.template, row.last, row.since, row.until, row.home, row.worth)
        asked = (wanted.template, wanted.count, wanted.since, wanted.until, wanted.store, wanted.worth)
        return None if same == asked else SeriesRefused("other_series")
    no = _refused(context, tx, wanted)
    if no is not None:
        return SeriesRefused(no)
    return SeriesIssued(
        series=wanted.series,
        template=wanted.template,
        first=1,
        last=wanted.count,
        since=wanted.since,
        until=wanted.until,
        store=wanted.store,
        worth=wanted.worth,
        by=by,
    )


def _refused(context: Context, tx: Tx, wanted: SeriesWanted) -> str | None:
    template = published_row(tx, _TEMPLATES, wanted.template, CouponTemplate)
    named = 0 < len(wanted.series) <= LONGEST_NAME and fit_text(wanted.series)
    reasons = (
        ("name", not named),
        ("count", not 1 <= wanted.count <= MOST),
        ("time", not context.clock.now_ms() < wanted.until or wanted.since >= wanted.until),
        ("template_unknown", template is None),
        (
            "template_over",
            template is not None and (template.withdrawn or millis(template.valid_until) <= wanted.since),
        ),
        ("store_unknown", bool(wanted.store) and published_row(tx, _STORES, wanted.store, Store) is None),
        ("worth", wanted.worth is not None and (_no_worth(wanted.worth, template))),
    )
    return next((code for code, holds in reasons if holds), None)


def _no_worth(worth: int, template: CouponTemplate | None) -> bool:
    """Cards on which nothing is are for tills, which sell them."""
    least = 0 if template is not None and template.sold is not None else 1
    return worth < least or template is None or not template.is_voucher


def _series(tx: Tx, series: str) -> Row[Any] | None:
    mine = (coupon_series.c.store == CHAIN) & (coupon_series.c.series == series)
    found: Row[Any] | None = tx.execute(select(coupon_series).where(mine)).one_or_none()
    return found


def go_on(context: Context, tx: Tx, series: str, first: int) -> list[CouponRow]:
    """The next coupons of a series, from a number on, with their codes: signed now, or as they were signed before."""
    row = _series(tx, series)
    if row is None:
        return []
    ids = [coupon_id(series, number) for number in range(first, min(row.last, first + AT_ONCE - 1) + 1)]
    there = {name: one for name, (_, one) in published_rows(tx, "coupons", ids, CouponRow).items()}
    key = keys.signing(context, tx)
    stores = (row.home,) if row.home else None
    issued = instant(min(row.at, row.since))
    fresh = {
        name: tokens.coupon_row(
            key,
            context.settings.issuer,
            Coupon(name, row.template, instant(row.since), instant(row.until), None, stores, worth=row.worth),
            issued,
        )
        for name in ids
        if name not in there
    }
    place = Bucket(row.home or CHAIN, "coupons")
    publish(tx, [RowChange(place, name, one) for name, one in fresh.items()], context.clock.now_ms())
    return [(there | fresh)[name] for name in ids]


def revoke(
    context: Context, tx: Tx, series: str, numbers: tuple[int, int] | None, reason: str, by: str
) -> SeriesRevoked | SeriesRefused:
    """Take a whole series back (`numbers` None), or those from one number to another; gives what is to be journalled in
    the same transaction (`SERIES_REVOKED`)."""
    tx.hold([_LOCK])
    row = _series(tx, series)
    if row is None:
        return SeriesRefused("series_unknown")
    first, last = numbers or (0, 0)
    if numbers is not None and not 1 <= first <= last <= row.last:
        return SeriesRefused("number")
    now = context.clock.now_ms()
    ids = [stem_of(series)] if numbers is None else [coupon_id(series, number) for number in range(first, last + 1)]
    publish(tx, [RowChange(_REVOCATIONS, name, RevocationRow(name, instant(now), reason)) for name in ids], now)
    return SeriesRevoked(series=series, first=first, last=last, reason=reason[:200], by=by)


def all_series(tx: Tx) -> list[SeriesSeen]:
    """Every series, by the time at which it was issued."""
    back: dict[str, set[int]] = defaultdict(set)
    rows = tx.execute(select(coupon_series).order_by(coupon_series.c.at, coupon_series.c.series)).all()
    whole = {row.series: row.last for row in rows}
    for one in tx.execute(select(coupon_series_back)).all():
        span = range(one.first, one.last + 1) if one.first else range(1, whole.get(one.series, 0) + 1)
        back[one.series].update(span)
    used = Counter(
        stem_in(coupon)
        for coupon in tx.execute(
            select(redemption.c.coupon)
            .where(redemption.c.coupon.like("p-%"), redemption.c.state != "voided")
            .distinct()
        ).scalars()
    )
    return [
        SeriesSeen(
            row.series,
            row.template,
            row.last - row.first + 1,
            row.since,
            row.until,
            row.home,
            row.at,
            row.by,
            row.worth,
            used[stem_of(row.series)],
            len(back[row.series]),
        )
        for row in rows
    ]
