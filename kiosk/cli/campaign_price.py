"""`kiosk campaign price`: what a basket costs by a campaign file, and why, without a till."""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kiosk.cli import campaign_answers as answers
from kiosk.cli import campaign_asked, campaign_sold, file_mistakes
from kiosk.cli.arguments import complain, file
from kiosk.cli.campaign_answers import say
from kiosk.cli.campaign_asked import AskedError, what_it_has
from kiosk.cli.language import add_language, spoken
from kiosk.domain.members.member import Tier
from kiosk.domain.money import decimal, exponent, largest_amount

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign
    from kiosk.domain.campaigns.near_offers import NearOffer
    from kiosk.domain.campaigns.sample import Left, Sample, SamplePrice
    from kiosk.domain.goods.catalogue import Catalogue
    from kiosk.domain.texts import LocalText

PRICED, WRONG = 0, 2
MOST_ITEMS, MOST_PIECES, MOST_COUPONS = 1_000, 10_000, 100
"""As many as the till bridge takes; coupons: as many as one reward makes."""

_COMMAND = "kiosk campaign price"
_NOBODY = "none"
_TIERS = [str(tier) for tier in Tier]
_WHO = [*_TIERS, _NOBODY]
_MOST_PRICE = 10**12
_ITEM = re.compile(r"([^:@]+):(-?\d{1,9})@(-?\d{1,15}(?:\.\d{1,4})?)(?::(.+))?", re.ASCII | re.DOTALL)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", re.ASCII)
_LONGEST_NAME = 64


class ItemWords(NamedTuple):
    """An `--item` as it was typed; what its price is in minor units depends on the file's currency."""

    sku: str
    pieces: int
    price: Decimal
    category: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes beside the campaign file."""
    parser.add_argument(
        "--item",
        action="append",
        default=[],
        metavar="ID:PIECES@PRICE[:CATEGORY]",
        help="goods, the price of a piece in whole units: tea:3@59.90:drinks; again for the next line; pieces below "
        "zero come back in exchange",
    )
    who = f"who buys: {', '.join(_WHO)} (default: a member of tier basic)"
    parser.add_argument("--member", metavar="TIER", default=_TIERS[0], help=who)
    parser.add_argument("--points", default="0", metavar="N", help="points the member has and pays with")
    parser.add_argument(
        "--coupon",
        action="append",
        default=[],
        metavar="ID",
        help="a coupon of the file that the customer has, or a public code",
    )
    parser.add_argument(
        "--sell",
        action="append",
        default=[],
        metavar="ID@AMOUNT",
        help="a voucher of value of the file that the customer pays for beside the goods",
    )
    parser.add_argument("--catalogue", type=file, metavar="FILE", help="the chain's goods file (docs/goods.md)")
    parser.add_argument("--pay", default="", metavar="METHOD", help="how the rest is paid, as the file calls it")
    parser.add_argument(
        "--at",
        metavar="2026-12-20T19:30",
        help="by the store's wall clock (default: as the main phase begins)",
    )
    parser.add_argument("--store", default="", metavar="ID", help="where (default: the first store the file names)")
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(campaign: Campaign, args: argparse.Namespace) -> int:
    """0: priced; 2: what was asked makes no sense, which is said."""
    from kiosk.domain.campaigns.sample import price_sample

    language = spoken(args)
    try:
        catalogue = None
        if args.catalogue is not None:
            catalogue = file_mistakes.goods(args.catalogue, campaign.currency, language)
        sample = _sample(campaign, catalogue, args)
        sold = campaign_sold.sold(campaign, [campaign_sold.voucher(text) for text in args.sell], sample.wall)
    except AskedError as error:
        complain(_COMMAND, error.said(language))
        return WRONG
    except ValueError as error:
        for line in str(error).splitlines():
            complain(_COMMAND, line)
        return WRONG
    found = price_sample(campaign, sample)
    if args.json:
        record = _record(campaign, sample, found, language)
        record |= campaign_sold.as_json(sold, campaign.currency, language)
        print(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        due = found.total - sum(paid for _name, paid, _left in found.vouchers)
        lines = _in_words(campaign, sample, found, language)
        for line in (*lines, *campaign_sold.in_words(sold, due, campaign.currency, language)):
            print(line)
    for remark in _remarks(campaign, catalogue, sample, language):
        print(f"{_COMMAND}: {remark}", file=sys.stderr)
    return PRICED


# --- what was typed --------------------------------------------------------------------------------------------------


def _item(text: str) -> ItemWords:
    """Raises AskedError."""
    found = _ITEM.fullmatch(text)
    if found is None:
        raise _no_item(text)
    sku, pieces, price, category = found[1].strip(), int(found[2]), Decimal(found[3]), (found[4] or "").strip()
    if not sku or len(sku) > _LONGEST_NAME or len(category) > _LONGEST_NAME or not (sku + category).isprintable():
        raise AskedError(campaign_asked.NAMES, "--item", text=text, most=_LONGEST_NAME)
    if not 1 <= abs(pieces) <= MOST_PIECES:
        raise AskedError(campaign_asked.PIECES, "--item", text=text, pieces=pieces, most=f"{MOST_PIECES:,}")
    if price < 0:
        raise AskedError(campaign_asked.PRICE_BELOW, "--item", text=text, sku=sku)
    if price > _MOST_PRICE:
        raise AskedError(campaign_asked.PRICE_HIGH, "--item", text=text)
    return ItemWords(sku, pieces, price, category)


def _no_item(text: str) -> AskedError:
    """Signs of a Chinese keyboard are named, where they are all that is wrong."""
    narrow = unicodedata.normalize("NFKC", text)
    if _ITEM.fullmatch(narrow):
        sign = next(sign for sign in text if unicodedata.normalize("NFKC", sign) != sign)
        return AskedError(campaign_asked.SIGNS, "--item", text=text, sign=sign, better=narrow)
    return AskedError(campaign_asked.ITEM, "--item", text=text)


def _moment(text: str) -> datetime:
    """Raises AskedError."""
    try:
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass  # in no calendar, or on no clock: said as every other nonsense
    raise AskedError(campaign_asked.MOMENT, "--at", text=text)


def _sample(campaign: Campaign, catalogue: Catalogue | None, args: argparse.Namespace) -> Sample:
    """Raises AskedError where the options are nonsense, or do not fit the file."""
    from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
    from kiosk.domain.campaigns.codes import codes_of, same
    from kiosk.domain.campaigns.happenings import Item
    from kiosk.domain.campaigns.localtime import minutes
    from kiosk.domain.campaigns.sample import Sample, first_minute

    if not args.item:
        raise AskedError(campaign_asked.NO_ITEM)
    if len(args.item) > MOST_ITEMS:
        raise AskedError(campaign_asked.MANY_ITEMS, count=len(args.item), most=f"{MOST_ITEMS:,}")
    if len(args.coupon) > MOST_COUPONS:
        raise AskedError(campaign_asked.MANY_COUPONS, count=len(args.coupon), most=MOST_COUPONS)
    if args.member not in _WHO:
        raise AskedError(campaign_asked.MEMBER, "--member", text=args.member, tiers=", ".join(_WHO))
    points = campaign_asked.whole(args.points, "--points", 0, 10**9)
    known = [spec.id for spec in campaign.coupons]
    codes = codes_of([campaign])
    for name in args.coupon:
        if name not in known and same(name) not in codes:
            raise AskedError(campaign_asked.NO_COUPON, f"--coupon {name}", has=what_it_has(known))
    if points and args.member == _NOBODY:
        raise AskedError(campaign_asked.POINTS)
    items = tuple(
        Item(one.sku, one.category, one.pieces, _minor(one.price, campaign.currency, one.sku))
        for one in map(_item, args.item)
    )
    if all(item.pieces < 0 for item in items):
        raise AskedError(campaign_asked.RETURN)
    wall = minutes(_moment(args.at)) if args.at is not None else first_minute(campaign)
    coupons = tuple(name for name in args.coupon if name in known)
    given = tuple(dict.fromkeys(same(name) for name in args.coupon if name not in known))
    tier = None if args.member == _NOBODY else Tier(args.member)
    store = args.store or next(iter(campaign.stores), "")
    goods = NO_GOODS if catalogue is None else Goods.in_file(catalogue, campaign.currency)
    return Sample(items, wall, tier, coupons, points, store, args.pay, goods, given)


def _minor(price: Decimal, currency: str, sku: str) -> int:
    scaled = price.scaleb(exponent(currency))
    if scaled != scaled.to_integral_value():
        decimals = exponent(currency)
        raise AskedError(campaign_asked.DECIMALS, f"--item {sku}", price=price, currency=currency, decimals=decimals)
    return int(scaled)


# --- what is answered ------------------------------------------------------------------------------------------------


def _record(campaign: Campaign, sample: Sample, found: SamplePrice, language: str) -> dict[str, object]:
    """The answer as JSON; docs/promotions.md tells its form."""

    def money(amount: int) -> str:
        return decimal(amount, campaign.currency)

    rows = zip(sample.items, found.paid, strict=True)
    return {
        "currency": campaign.currency,
        "total": money(found.total),
        "lines": [{"item": item.sku, "pieces": item.pieces, "paid": money(paid)} for item, paid in rows],
        "discounts": [{_what(coupon): name, "off": money(off)} for name, off, coupon in found.discounts],
        "points": found.points,
        "left_out": [{_what(one.coupon): one.id, "why": _why(one, campaign, language)} for one in found.left_out],
        **({"bound": money(found.bound)} if found.bound else {}),
    }


def _what(coupon: bool) -> str:
    return "coupon" if coupon else "rule"


def _in_words(campaign: Campaign, sample: Sample, found: SamplePrice, language: str) -> list[str]:
    def money(amount: int) -> str:
        return decimal(amount, campaign.currency)

    def words(text: LocalText, **fields: object) -> str:
        return say(text, language, **fields)

    def what(coupon: bool) -> str:
        return (answers.COUPON if coupon else answers.RULE).get(language)

    lines = [
        words(answers.ITEM, item=item.sku, pieces=item.pieces, price=money(item.price), paid=money(paid))
        + (words(answers.COMES_BACK) if item.pieces < 0 else "")
        + (words(answers.BARRED) if sample.goods.filled(item).barred else "")
        for item, paid in zip(sample.items, found.paid, strict=True)
    ]
    lines += [words(answers.OFF, what=what(coupon), name=name, off=money(off)) for name, off, coupon in found.discounts]
    total = words(answers.TOTAL, total=money(found.total), currency=campaign.currency)
    lines.append(total + (words(answers.PAID_OUT) if found.total < 0 else ""))
    if found.bound:
        lines.append(words(answers.BOUND, money=money(found.bound)))
    for name, paid, left in found.vouchers:
        lines.append(words(answers.VOUCHER, name=name, paid=money(paid), left=money(left)))
    if found.points:
        lines.append(words(answers.POINTS, points=found.points))
    for given in found.rewards:
        lines.append(words(answers.GIVES, kind=given.kind, ref=given.ref, quantity=given.quantity, rule=given.rule))
    lines += [_near_words(one, campaign, language) for one in found.near]
    for one in found.left_out:
        lines.append(words(answers.NOT, what=what(one.coupon), name=one.id, why=_why(one, campaign, language)))
    return lines


def _near_words(one: NearOffer, campaign: Campaign, language: str) -> str:
    """What the customer should hear while there is still time."""
    rule = one.rule.rpartition("/")[2]
    if one.missing:
        more, off = decimal(one.missing, campaign.currency), decimal(one.saves or 0, campaign.currency)
        where = say(answers.WHERE, language, goods=", ".join(one.categories)) if one.categories else ""
        return say(answers.NEAR_AMOUNT, language, rule=rule, more=more, where=where, off=off)
    goods = ", ".join(one.items or one.categories) or answers.ANYTHING.get(language)
    if one.free:
        return say(answers.NEAR_FREE, language, rule=rule, goods=goods)
    return say(answers.NEAR_PRICE, language, rule=rule, goods=goods, price=decimal(one.extra, campaign.currency))


def _why(left: Left, campaign: Campaign, language: str) -> str:
    from kiosk.cli.campaign_reasons import reason

    return reason(left.why, campaign.currency, language)


def _remarks(campaign: Campaign, catalogue: Catalogue | None, sample: Sample, language: str) -> Sequence[str]:
    """What the answer does not show, and what may be a slip of the pen."""
    from kiosk.domain.campaigns.check import check
    from kiosk.domain.campaigns.payments import payments_of
    from kiosk.domain.campaigns.sample import looked_at, named_goods
    from kiosk.domain.findings import Severity

    def words(text: LocalText, **fields: object) -> str:
        return say(text, language, **fields)

    found = []
    wrong = sum(one.severity is Severity.ERROR and not one.code.startswith("legal.") for one in check(campaign))
    if wrong:
        found.append(words(answers.WRONG_FILE, count=wrong))
    others = [rule.id for rule in campaign.rules if not looked_at(rule)]
    if others:
        found.append(words(answers.NOT_LOOKED_AT, names=", ".join(others)))
    articles, categories = named_goods(campaign)
    goods = [sample.goods.filled(item) for item in sample.items]
    strange = sorted(
        {item.sku for item in goods if item.sku not in articles and categories.isdisjoint(sample.goods.line(item))}
    )
    if strange and (articles or categories):
        found.append(words(answers.NO_RULE_NAMES, names=", ".join(strange)))
    if catalogue is not None:
        known = {one.id for one in catalogue.articles}
        unknown = sorted({item.sku for item in sample.items if item.sku not in known})
        found += [words(answers.NOT_LISTED, names=", ".join(unknown))] if unknown and known else []
    if sample.pay and sample.pay not in {name for name, _ in payments_of(campaign)}:
        found.append(words(answers.NO_RULE_PAYS, pay=sample.pay))
    most = largest_amount(campaign.currency)
    if sum(item.cost for item in sample.items if item.pieces > 0) > most:
        found.append(words(answers.TOO_MUCH, most=decimal(most, campaign.currency)))
    return found
