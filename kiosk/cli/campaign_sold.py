"""`kiosk campaign price --sell`: vouchers of value that the customer pays for beside the goods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kiosk.cli import campaign_answers as answers
from kiosk.cli import campaign_asked
from kiosk.cli.campaign_answers import say
from kiosk.cli.campaign_asked import AskedError, what_it_has
from kiosk.domain.money import decimal, exponent, rounding_unit

if TYPE_CHECKING:
    from datetime import date

    from kiosk.domain.campaigns.model import Campaign
    from kiosk.domain.refusals import Refusal

_SOLD = re.compile(r"([^@]{1,64})@(\d{1,15}(?:\.\d{1,4})?)", re.ASCII)


class SellWords(NamedTuple):
    """A `--sell` as it was typed."""

    coupon: str
    amount: Decimal


class Sold(NamedTuple):
    """Minor units of a voucher that is paid for, and the last day on which it is good; or why it is not sold."""

    coupon: str
    paid: int
    last: date
    why_not: Refusal | None = None


def voucher(text: str) -> SellWords:
    """A `--sell`. Raises AskedError."""
    found = _SOLD.fullmatch(text)
    if found is None:
        raise AskedError(campaign_asked.SELL, "--sell", text=text)
    return SellWords(found[1].strip(), Decimal(found[2]))


def sold(campaign: Campaign, wanted: Sequence[SellWords], wall: int) -> list[Sold]:
    """Each of them at a wall minute. Raises AskedError where the file has no such voucher."""
    from datetime import timedelta

    from kiosk.domain.campaigns.coupons import template_of
    from kiosk.domain.campaigns.localtime import shown
    from kiosk.domain.coupons.charges import good_until, may_be_charged

    at, currency = shown(wall).replace(tzinfo=UTC), campaign.currency
    templates = {spec.id: template_of(campaign, spec) for spec in campaign.coupons if spec.sold is not None}
    found = []
    for one in wanted:
        template = templates.get(one.coupon)
        if template is None:
            raise AskedError(campaign_asked.NO_VOUCHER, f"--sell {one.coupon}", has=what_it_has([*templates]))
        scaled = one.amount.scaleb(exponent(currency))
        if scaled != scaled.to_integral_value():
            option, decimals = f"--sell {one.coupon}", exponent(currency)
            raise AskedError(campaign_asked.DECIMALS, option, price=one.amount, currency=currency, decimals=decimals)
        why_not = may_be_charged(template, int(scaled), 0, rounding_unit(currency), at, "UTC")
        last = (good_until(template, at, "UTC") - timedelta(seconds=1)).date()
        found.append(Sold(one.coupon, int(scaled), last, why_not))
    return found


def in_words(found: Sequence[Sold], total: int, currency: str, language: str) -> list[str]:
    """A line each, and what is to pay in all."""
    from kiosk.cli.campaign_reasons import reason

    lines = [
        say(answers.SOLD, language, name=one.coupon, paid=decimal(one.paid, currency), last=one.last)
        if one.why_not is None
        else say(answers.NOT_SOLD, language, name=one.coupon, why=reason(one.why_not, currency, language))
        for one in found
    ]
    paid = sum(one.paid for one in found if one.why_not is None)
    to_pay = say(answers.TO_PAY, language, money=decimal(total + paid, currency), currency=currency)
    return [*lines, to_pay] if found else []


def as_json(found: Sequence[Sold], currency: str, language: str) -> dict[str, object]:
    """Nothing where none was asked for."""
    from kiosk.cli.campaign_reasons import reason

    rows = [
        {"coupon": one.coupon, "paid": decimal(one.paid, currency), "until": one.last.isoformat()}
        if one.why_not is None
        else {"coupon": one.coupon, "why": reason(one.why_not, currency, language)}
        for one in found
    ]
    return {"sold": rows} if rows else {}
