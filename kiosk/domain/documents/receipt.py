"""The receipt of a sale: what it says, and how it stands on paper. The words come as `ReceiptWords` from the screen's
side, where all translations live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import beside, document, head
from kiosk.domain.documents.words import PaperWords, wall_time
from kiosk.domain.texts import LocalText

__all__ = ["Receipt", "ReceiptLine", "ReceiptVoucher", "ReceiptWords", "VoidMark", "blocks_of", "lay_out", "wall_time"]
QR_MM = 22


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One coupon, or discount of a campaign. `off`: minor units taken off, 0 for a gift that takes nothing off;
    `points`: points that the customer paid for it."""

    name: LocalText
    off: int
    gift: LocalText | None = None
    points: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptVoucher:
    """A voucher of value that paid `paid` minor units; `left`: what is on it afterwards."""

    name: LocalText
    paid: int
    left: int


@dataclass(frozen=True, slots=True)
class ReceiptBack:
    """Pieces of an article that came back in exchange, for `money` minor units all together; `receipt`: of the sale
    that they are from, where it was named."""

    sku: str
    pieces: int
    money: int
    receipt: str = ""

    @property
    def name(self) -> str:
        """The article, or the category, and where it is from: all that is known of some sales."""
        return f"{self.sku} ({self.receipt})" if self.sku and self.receipt else self.sku or self.receipt


@dataclass(frozen=True, slots=True)
class VoidMark:
    """The sale was undone at `at` (UTC) by `clerk` (display name)."""

    at: datetime
    clerk: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One sale on paper. Money in minor units of `currency` (ISO 4217): amount − sum(off) = total.

    `at` is UTC and shown in `zone` (IANA). `member` is masked already. `unsent`: HQ had not acknowledged the sale when
    the receipt was made. `code` is what the QR symbol carries.
    """

    store: LocalText
    terminal: str
    number: str
    txn: str
    at: datetime
    zone: str
    clerk: str
    currency: str
    amount: int
    total: int
    lines: tuple[ReceiptLine, ...] = ()
    member: str | None = None
    unsent: bool = False
    voided: VoidMark | None = None
    rewards: tuple[LocalText, ...] = ()
    """What the sale brought the member, each in words; on a voided one what was taken back."""
    returned: int = 0
    """Minor units, as paid, of goods that came back."""
    vouchers: tuple[ReceiptVoucher, ...] = ()
    back: tuple[ReceiptBack, ...] = ()
    """What came back in exchange."""

    @property
    def due(self) -> int:
        """Minor units that are paid with money; below zero they are paid out."""
        return self.total - sum(one.money for one in self.back) - sum(one.paid for one in self.vouchers)

    @property
    def saved(self) -> int:
        """Minor units taken off."""
        return self.amount - self.total

    @property
    def code(self) -> str:
        """The transaction id, by which a till finds the sale again (`receipt_code`). People read the number instead."""
        return self.txn


@dataclass(frozen=True, slots=True)
class ReceiptWords(PaperWords):
    """Every word of a receipt in one language. `number` holds "{number}", `gift` "{name}", `voided` "{time}" and
    "{clerk}", `points` "{name}" and "{n}", `voucher` "{name}" and "{left}", `back` "{n}" and "{name}". `won` and
    `taken_back` stand above the rewards."""

    number: str
    clerk: str
    member: str
    goods: str
    gift: str
    to_pay: str
    saved: str
    unsent: str
    voided: str
    thanks: str
    points: str
    won: str
    taken_back: str
    returned: str
    total: str
    voucher: str
    back: str
    paid_out: str

    def pairs(self, receipt: Receipt) -> tuple[tuple[str, str], ...]:
        """The goods and the discounts: what, how much."""
        return tuple((left, right) for left, right, _ in self.priced(receipt))

    def priced(self, receipt: Receipt) -> Iterator[tuple[str, str, bool]]:
        """The same, and whether it comes off."""
        yield self.goods, self.money(receipt.amount, receipt.currency), False
        for line in receipt.lines:
            name = line.name.get(self.language)
            if line.points:
                name = self.say(self.points, name=name, n=f"{line.points:,}")
            gift = "" if line.gift is None else self.say(self.gift, name=line.gift.get(self.language))
            if gift:
                yield name, gift, False
            if line.off or not gift:
                yield name, self.money(-line.off, receipt.currency), line.off > 0

    def rewards(self, receipt: Receipt) -> tuple[str, ...]:
        """The heading and every reward, or nothing."""
        if not receipt.rewards:
            return ()
        heading = self.won if receipt.voided is None else self.taken_back
        return (heading, *(reward.get(self.language) for reward in receipt.rewards))


def lay_out(receipt: Receipt, words: ReceiptWords, brand: Brand | None = None) -> Document:
    """The receipt; of a voided sale the void receipt, which nobody takes for a good one."""
    kind = DocumentKind.RECEIPT if receipt.voided is None else DocumentKind.VOID_RECEIPT
    title = words.say(words.number, number=receipt.number)
    return document(kind, words.language, title, blocks_of(receipt, words, brand), brand=brand)


def blocks_of(receipt: Receipt, words: ReceiptWords, brand: Brand | None = None) -> Iterator[AnyBlock]:
    """What stands on it, from its head to its code."""
    yield from head(receipt.store, words.language, brand)
    if receipt.voided is not None:
        at = wall_time(receipt.voided.at, receipt.zone)
        voided = words.say(words.voided, time=at, clerk=receipt.voided.clerk or "?")
        yield Text(voided, bold=True, inverse=True, align=Align.CENTRE)
    yield beside(wall_time(receipt.at, receipt.zone), receipt.terminal)
    yield Text(words.say(words.number, number=receipt.number), Size.SMALL, pale=True)
    yield Pair(words.clerk, receipt.clerk, Size.SMALL, pale=True)
    yield Pair(words.member, personal(receipt.member or ""), Size.SMALL, pale=True)
    yield Rule()
    for what, how_much, less in words.priced(receipt):
        yield Pair(what, how_much, less=less)
    yield Rule()
    if receipt.vouchers or receipt.back:
        yield Pair(words.total, words.money(receipt.total, receipt.currency), bold=True)
    for row in receipt.back:
        what = words.say(words.back, n=f"{row.pieces:,}", name=row.name)
        yield Pair(what, words.money(-row.money, receipt.currency), less=True)
    for one in receipt.vouchers:
        left = words.money(one.left, receipt.currency)
        name = words.say(words.voucher, name=one.name.get(words.language), left=left)
        yield Pair(name, words.money(-one.paid, receipt.currency), less=True)
    to_pay = words.to_pay if receipt.due >= 0 else words.paid_out
    yield Pair(to_pay, words.money(abs(receipt.due), receipt.currency), Size.HUGE, bold=True)
    if receipt.saved:
        yield Pair(words.saved, words.money(receipt.saved, receipt.currency), bold=True)
    if receipt.returned:
        yield Pair(words.returned, words.money(-receipt.returned, receipt.currency), bold=True, less=True)
    yield Rule()
    won, *rewards = words.rewards(receipt) or ("",)
    yield Text(won, Size.SMALL, pale=True)
    yield from (Text(reward) for reward in rewards)
    yield Rule()
    if receipt.unsent:
        yield Text(words.unsent, Size.SMALL, align=Align.CENTRE)
    yield Text(words.thanks, Size.SMALL, align=Align.CENTRE)
    yield Qr(receipt.code, mm=QR_MM)
