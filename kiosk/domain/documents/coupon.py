"""A coupon on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Keep, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import bullets, document, head
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class PrintedCoupon:
    """`worth`: what it gives, in a few words; `code`: its token (KC1). Good from `since` until `until` (UTC, excluded).
    `member`: the masked name of whom it belongs to, empty where whoever holds the paper may use it; `uses`: how often
    it is good."""

    store: LocalText
    zone: str
    name: LocalText
    worth: LocalText
    code: str
    until: datetime
    since: datetime | None = None
    conditions: tuple[LocalText, ...] = ()
    member: str = ""
    uses: int = 1


@dataclass(frozen=True, slots=True)
class CouponWords(PaperWords):
    """`until` holds "{day}", `span` "{first}" and "{last}"; `uses` stands before a number, `once` alone."""

    title: str
    show: str
    until: str
    span: str
    member: str
    once: str
    uses: str
    no_cash: str


def lay_out(coupon: PrintedCoupon, words: CouponWords, brand: Brand | None = None) -> Document:
    """The coupon."""
    title = f"{words.title} {coupon.name.get(words.language)}"
    return document(DocumentKind.COUPON, words.language, title, _blocks(coupon, words, brand), brand=brand)


def _blocks(coupon: PrintedCoupon, words: CouponWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, coupon.zone
    yield from head(coupon.store, language, brand)
    yield Rule(torn=True)
    yield Text(coupon.name.get(language), Size.LARGE, bold=True, align=Align.CENTRE)
    yield Text(coupon.worth.get(language), Size.HUGE, bold=True, accent=True, align=Align.CENTRE)
    first, last = words.day(coupon.since, zone), words.last_day(coupon.until, zone)
    valid = words.say(words.span, first=first, last=last) if first else words.say(words.until, day=last)
    yield Keep((Text(valid, bold=True, align=Align.CENTRE), Qr(coupon.code, words.show, mm=30)))
    yield Pair(words.member, personal(coupon.member))
    if coupon.uses > 1:
        yield Pair(words.uses, words.count(coupon.uses))
    yield Rule()
    yield from bullets((one.get(language) for one in coupon.conditions), size=Size.SMALL)
    yield from bullets([words.once if coupon.uses == 1 else "", words.no_cash], size=Size.SMALL)
