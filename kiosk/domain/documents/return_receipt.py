"""Goods came back: what was paid back for them, and what the sale still comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Field, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import beside, bullets, document, head, heading
from kiosk.domain.documents.receipt import QR_MM
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """Something that came back with its price by the tags, or a discount with what the rest has less of it (below zero:
    more). Minor units."""

    name: LocalText
    money: int


@dataclass(frozen=True, slots=True)
class ReturnReceipt:
    """`number`, `txn`, `sold_at`: of the sale. Minor units of `currency`: `back` is paid back now, `paid` was paid for
    the sale, `returned` is all that was paid back of it with this. `goods`: what came back, where it is known, with its
    price by the tags; `less`: why less than that is paid back (by which discount, below zero: more). `onto_vouchers`:
    what of `back` is on vouchers of value again; the rest is money. `taken_back`: rewards. `member` is masked. Instants
    are UTC."""

    store: LocalText
    terminal: str
    number: str
    txn: str
    sold_at: datetime
    at: datetime
    zone: str
    clerk: str
    currency: str
    paid: int
    back: int
    returned: int
    goods: tuple[ReturnLine, ...] = ()
    less: tuple[ReturnLine, ...] = ()
    member: str = ""
    taken_back: tuple[LocalText, ...] = ()
    onto_vouchers: int = 0

    @property
    def remains(self) -> int:
        """Minor units that the sale still comes to."""
        return self.paid - self.returned


@dataclass(frozen=True, slots=True)
class ReturnReceiptWords(PaperWords):
    """`number` holds "{number}". `goods` stands above what came back, `rule` below where less is paid back than it
    cost."""

    title: str
    number: str
    sold: str
    clerk: str
    member: str
    goods: str
    rule: str
    paid: str
    back: str
    before: str
    onto: str
    in_money: str
    remains: str
    taken_back: str
    signature: str
    thanks: str


def lay_out(returned: ReturnReceipt, words: ReturnReceiptWords, brand: Brand | None = None) -> Document:
    """The return receipt, with a line for the customer's signature."""
    title = f"{words.title} {returned.number}"
    return document(DocumentKind.RETURN_RECEIPT, words.language, title, _blocks(returned, words, brand), brand=brand)


def _blocks(returned: ReturnReceipt, words: ReturnReceiptWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, returned.zone

    def money(amount: int) -> str:
        return words.money(amount, returned.currency)

    yield from head(returned.store, language, brand)
    yield heading(words.title)
    yield beside(words.when(returned.at, zone), returned.terminal)
    yield Text(words.say(words.number, number=returned.number), Size.SMALL, pale=True)
    yield Pair(words.sold, words.when(returned.sold_at, zone), Size.SMALL, pale=True)
    yield Pair(words.clerk, returned.clerk, Size.SMALL, pale=True)
    yield Pair(words.member, personal(returned.member), Size.SMALL, pale=True)
    yield Rule()
    if returned.goods:
        yield Text(words.goods, Size.SMALL, pale=True)
    for line in returned.goods:
        yield Pair(line.name.get(language), money(line.money))
    for line in returned.less:
        yield Pair(line.name.get(language), money(-line.money), less=line.money > 0)
    if returned.less:
        yield Text(words.rule, Size.SMALL, pale=True)
    if returned.goods or returned.less:
        yield Rule()
    yield Pair(words.paid, money(returned.paid))
    if returned.returned > returned.back:
        yield Pair(words.before, money(returned.back - returned.returned), less=True)
    yield Pair(words.back, money(returned.back), Size.HUGE, bold=True)
    if returned.onto_vouchers:
        yield Pair(words.onto, money(returned.onto_vouchers), bold=True)
        yield Pair(words.in_money, money(returned.back - returned.onto_vouchers), bold=True)
    yield Pair(words.remains, money(returned.remains))
    yield Rule()
    if taken := bullets(one.get(language) for one in returned.taken_back):
        yield Text(words.taken_back, Size.SMALL, pale=True)
        yield from taken
        yield Rule()
    yield Field(words.signature)
    yield Text(words.thanks, Size.SMALL, align=Align.CENTRE)
    yield Qr(returned.txn, mm=QR_MM)
