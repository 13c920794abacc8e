"""The rules of a campaign on the wall, before it starts (M32): all that the law wants published, or no poster at all.

What is mandatory is the checklist of `campaigns.legal`, by jurisdiction: CN 規範促銷行為暫行規定 (prize kinds,
conditions, manner, draw time and method, value, name, quantity or odds, claim time, conditions and method, delivery,
forfeiture, organiser and contact), 個人信息保護法 (consent); TW 扣繳率標準 (tax); HK Gambling Ordinance (licence
number).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.campaigns.legal import TW_WITHHOLDING_FROM
from kiosk.domain.campaigns.model import Jurisdiction
from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Column,
    Document,
    DocumentKind,
    Frame,
    Keep,
    Pair,
    Qr,
    Rule,
    Size,
    Table,
    Text,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import document, head, paragraphs, proof, section
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


class Item(StrEnum):
    """Something that the rules have to say, in the order in which they say it."""

    CONDITIONS = "conditions"
    """Who takes part, and by what."""
    MANNER = "manner"
    """How the promotion works."""
    PERIOD = "period"
    PRIZES = "prizes"
    """Kinds and names, at least one."""
    PRIZE_VALUE = "prize_value"
    QUANTITY_OR_ODDS = "quantity_or_odds"
    DRAW_TIME = "draw_time"
    DRAW_METHOD = "draw_method"
    CLAIM_TIME = "claim_time"
    CLAIM_CONDITIONS = "claim_conditions"
    CLAIM_METHOD = "claim_method"
    DELIVERY = "delivery"
    FORFEITURE = "forfeiture"
    TAX = "tax"
    INSIDERS = "insiders"
    """Employees take no part."""
    PRIVACY = "privacy"
    """Which data are kept, for what, by which consent, and how it is withdrawn."""
    ORGANISER = "organiser"
    CONTACT = "contact"
    LICENCE = "licence"
    VERSION = "version"
    """The version of the rules and its fingerprint: they are frozen."""


WRITTEN = (
    *(Item.CONDITIONS, Item.MANNER, Item.DRAW_TIME, Item.DRAW_METHOD, Item.CLAIM_TIME, Item.CLAIM_CONDITIONS),
    *(Item.CLAIM_METHOD, Item.DELIVERY, Item.FORFEITURE, Item.TAX, Item.INSIDERS, Item.PRIVACY),
)
"""Items that are a text of their own."""
_OF_CHANCE = frozenset(
    {
        *(Item.PRIZES, Item.PRIZE_VALUE, Item.QUANTITY_OR_ODDS, Item.DRAW_TIME, Item.DRAW_METHOD, Item.CLAIM_TIME),
        *(Item.CLAIM_CONDITIONS, Item.CLAIM_METHOD, Item.DELIVERY, Item.FORFEITURE, Item.INSIDERS),
    }
)
"""Mandatory where chance decides."""


@dataclass(frozen=True, slots=True)
class Prize:
    """`value` in minor units; `count` of them in all, `odds` in words ("1 in 500"): one of them at least."""

    name: LocalText
    value: int
    count: int = 0
    grade: LocalText | None = None
    odds: LocalText | None = None


@dataclass(frozen=True, slots=True)
class RulesPoster:
    """The published rules. `texts`: the items of WRITTEN; `chance`: prizes are drawn. From `starts` until `ends`
    (UTC, excluded). `version` and `fingerprint` are those of the frozen file; `code`: where it can be checked,
    `check_at`: where draws are published and checked, as people read it."""

    campaign: LocalText
    store: LocalText
    jurisdiction: Jurisdiction
    zone: str
    currency: str
    chance: bool
    starts: datetime | None
    ends: datetime | None
    organiser: LocalText
    contact: str
    texts: Mapping[Item, LocalText]
    prizes: tuple[Prize, ...] = ()
    licence: str = ""
    version: int = 0
    fingerprint: str = ""
    code: str = ""
    check_at: str = ""
    summary: LocalText | None = None
    frame: Frame = Frame.NONE


@dataclass(frozen=True, slots=True)
class RulesPosterWords(PaperWords):
    """`items`: the heading of each item; `version` holds "{version}", `check_at` "{address}"; `grade` to `odds` head
    the table of prizes."""

    title: str
    items: Mapping[Item, str]
    grade: str
    prize: str
    value: str
    quantity: str
    odds: str
    version: str
    fingerprint: str
    check_at: str
    check: str
    final: str


class MissingRules(ValueError):
    """A poster without all that is mandatory. `items`: what is missing."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        super().__init__(", ".join(items))
        self.items = items


def mandatory(poster: RulesPoster) -> tuple[Item, ...]:
    """What these rules have to say, where they are in force."""
    needed = {Item.CONDITIONS, Item.MANNER, Item.PERIOD, Item.ORGANISER, Item.CONTACT, Item.PRIVACY, Item.VERSION}
    if poster.chance:
        needed |= _OF_CHANCE
        taxed = poster.jurisdiction is Jurisdiction.CN or (
            poster.jurisdiction is Jurisdiction.TW and any(one.value > TW_WITHHOLDING_FROM for one in poster.prizes)
        )
        if taxed:
            needed.add(Item.TAX)
        if poster.jurisdiction is Jurisdiction.HK:
            needed.add(Item.LICENCE)
    return tuple(item for item in Item if item in needed)


def missing(poster: RulesPoster, language: str) -> tuple[Item, ...]:
    """What is mandatory and not said in this language."""
    prizes = poster.prizes
    said = {item for item, text in poster.texts.items() if item in WRITTEN and text.get(language).strip()}
    holds = {
        Item.PERIOD: poster.starts is not None and poster.ends is not None and poster.starts < poster.ends,
        Item.PRIZES: bool(prizes) and all(one.name.get(language).strip() for one in prizes),
        Item.PRIZE_VALUE: bool(prizes) and all(one.value > 0 for one in prizes),
        Item.QUANTITY_OR_ODDS: bool(prizes)
        and all(one.count > 0 or (one.odds is not None and one.odds.get(language).strip()) for one in prizes),
        Item.ORGANISER: bool(poster.organiser.get(language).strip()),
        Item.CONTACT: bool(poster.contact.strip()),
        Item.LICENCE: bool(poster.licence.strip()),
        Item.VERSION: poster.version > 0 and bool(poster.fingerprint.strip()),
    }
    said |= {item for item, held in holds.items() if held}
    return tuple(item for item in mandatory(poster) if item not in said)


def lay_out(poster: RulesPoster, words: RulesPosterWords, brand: Brand | None = None) -> Document:
    """The poster, for A4 or A3. Raises MissingRules, which names what is missing: rules that say too little are not
    hung up."""
    if gaps := missing(poster, words.language):
        raise MissingRules(gaps)
    title = f"{words.title} {poster.campaign.get(words.language)}"
    blocks = _blocks(poster, words, brand)
    return document(DocumentKind.RULES_POSTER, words.language, title, blocks, brand=brand, frame=poster.frame)


def _blocks(poster: RulesPoster, words: RulesPosterWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, poster.zone
    yield from head(poster.store, language, brand, mm=40)
    campaign = poster.campaign.get(language)
    yield Text(campaign, Size.HUGE, bold=True, accent=True, align=Align.CENTRE)
    yield Text(words.title, Size.LARGE, align=Align.CENTRE)
    if poster.summary is not None:
        yield Text(poster.summary.get(language), align=Align.CENTRE)
    yield Rule()
    for item in Item:
        if item is Item.PERIOD:
            ends = words.last_minute(poster.ends, zone)
            yield from section(words.items[item], [Text(f"{words.when(poster.starts, zone)} – {ends}")])
        elif item is Item.PRIZES:
            yield from section(words.items[item], [_prizes(poster, words)])
        elif item in WRITTEN and item in poster.texts:
            yield from section(words.items[item], paragraphs(poster.texts[item].get(language)))
    yield Rule()
    yield Keep(
        (
            Pair(words.items[Item.ORGANISER], poster.organiser.get(language)),
            Pair(words.items[Item.CONTACT], poster.contact),
            Pair(words.items[Item.LICENCE], poster.licence),
            Pair(words.items[Item.VERSION], words.say(words.version, version=str(poster.version))),
            *proof(words.fingerprint, poster.fingerprint, words.say(words.check_at, address=poster.check_at)),
            Qr(poster.code, words.check, mm=30),
            Text(words.final, Size.SMALL, pale=True),
        )
    )


def _prizes(poster: RulesPoster, words: RulesPosterWords) -> Table:
    language = words.language
    columns = (
        Column(words.grade, 3),
        Column(words.prize, 6),
        Column(words.value, 3, Align.RIGHT, count=True),
        Column(words.quantity, 2, Align.RIGHT, count=True),
        Column(words.odds, 3, Align.RIGHT),
    )

    def text(words_of: LocalText | None) -> str:
        return "" if words_of is None else words_of.get(language)

    def value(prize: Prize) -> str:
        return words.money(prize.value, poster.currency) if prize.value else ""

    rows = [
        (text(one.grade), one.name.get(language), value(one), words.count(one.count), text(one.odds))
        for one in poster.prizes
    ]
    return Table(columns, tuple(rows))
