"""What a terminal did on a day, for the folder behind the counter and whoever checks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Column,
    Document,
    DocumentKind,
    Field,
    Keep,
    Pair,
    Rule,
    Side,
    Size,
    Table,
    Text,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import document, head, heading, section
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class CouponCount:
    """How often a coupon (or a campaign's discount) was redeemed, and what it took off, in minor units."""

    name: LocalText
    count: int
    off: int


@dataclass(frozen=True, slots=True)
class VoidLine:
    """A voided sale: the number of its receipt, what was given back for it in minor units, when (UTC), by whom, why."""

    number: str
    total: int
    at: datetime
    clerk: str
    reason: LocalText | None = None


@dataclass(frozen=True, slots=True)
class PrintCount:
    """Documents of a kind: how many came out, how many of them were copies, how many failed or were withdrawn."""

    kind: DocumentKind
    printed: int
    copies: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class LabelsLeft:
    """Labels on a printer's roll."""

    printer: str
    left: int


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """One day of the store's calendar. Minor units of `currency`: `amount` of goods, `off` taken off, `returned` paid
    back, `by_voucher` paid by vouchers of value and still on none of them, `for_vouchers` paid with money for vouchers
    that were sold or topped up, less what was paid back for them. `returns`: how many; `conflicts`: coupons
    that HQ found used too often; `unsent`: facts that HQ has not acknowledged, the oldest from `unsent_since` (UTC).
    `first`, `last`: numbers of the receipts."""

    store: LocalText
    terminal: str
    zone: str
    day: date
    made: datetime
    by: str
    currency: str
    sales: int
    amount: int
    off: int
    first: str = ""
    last: str = ""
    returns: int = 0
    returned: int = 0
    voids: tuple[VoidLine, ...] = ()
    coupons: tuple[CouponCount, ...] = ()
    points_given: int = 0
    points_taken: int = 0
    registered: int = 0
    conflicts: int = 0
    unsent: int = 0
    unsent_since: datetime | None = None
    prints: tuple[PrintCount, ...] = ()
    labels: tuple[LabelsLeft, ...] = ()
    by_voucher: int = 0
    for_vouchers: int = 0

    @property
    def net(self) -> int:
        """Minor units that were paid and stayed. Sales of the day that were voided stand on both sides."""
        return self.amount - self.off - self.returned - self.voided

    @property
    def taken(self) -> int:
        """Minor units of money that were taken and stayed."""
        return self.net - self.by_voucher + self.for_vouchers

    @property
    def voided(self) -> int:
        """Minor units given back for voided sales, of whatever day."""
        return sum(one.total for one in self.voids)


@dataclass(frozen=True, slots=True)
class ClosingReportWords(PaperWords):
    """Labels and headings. `since` holds "{time}"; `kinds`: what each document is called."""

    title: str
    dated: str
    terminal: str
    made: str
    by: str
    sales: str
    number: str
    receipts: str
    goods: str
    off: str
    returns: str
    returned: str
    net: str
    by_voucher: str
    for_vouchers: str
    taken: str
    coupons: str
    coupon: str
    used: str
    worth: str
    voids: str
    receipt: str
    amount: str
    voided: str
    reason: str
    members: str
    points_given: str
    points_taken: str
    registered: str
    open_matters: str
    conflicts: str
    unsent: str
    since: str
    nothing_open: str
    prints: str
    document: str
    printed: str
    copies: str
    failed: str
    labels: str
    checked: str
    manager: str
    signature: str
    kinds: Mapping[DocumentKind, str]


def lay_out(report: ClosingReport, words: ClosingReportWords, brand: Brand | None = None) -> Document:
    """The report. A figure of nothing is 0 where its absence would leave a doubt: sales, voids, conflicts, unsent."""
    title = f"{words.title} {report.day:%Y-%m-%d} {report.terminal}"
    return document(DocumentKind.CLOSING_REPORT, words.language, title, _blocks(report, words, brand), brand=brand)


def _blocks(report: ClosingReport, words: ClosingReportWords, brand: Brand | None) -> Iterator[AnyBlock]:
    yield from head(report.store, words.language, brand)
    yield heading(words.title)
    yield Pair(words.dated, f"{report.day:%Y-%m-%d}", bold=True)
    yield Pair(words.terminal, report.terminal)
    yield Pair(words.made, words.when(report.made, report.zone))
    yield Pair(words.by, report.by)
    yield Rule()
    yield from section(words.sales, _sales(report, words))
    yield from section(words.coupons, [_coupons(report, words)])
    yield from section(words.voids, _voids(report, words))
    yield from section(words.members, _members(report, words))
    yield from section(words.open_matters, _open(report, words))
    yield from section(words.prints, [_prints(report, words)])
    yield from section(words.labels, [Pair(one.printer, f"{one.left:,}") for one in report.labels])
    yield Rule()
    signed = Side((Field(words.manager),), (Field(words.signature),))
    yield Keep((Text(words.checked, Size.SMALL), signed))


def _sales(report: ClosingReport, words: ClosingReportWords) -> Iterator[AnyBlock]:
    money = report.currency
    yield Pair(words.number, f"{report.sales:,}")
    span = report.first if report.first == report.last else f"{report.first} – {report.last}"
    yield Pair(words.receipts, span if report.first and report.last else report.first or report.last)
    yield Pair(words.goods, words.money(report.amount, money))
    if report.off:
        yield Pair(words.off, words.money(-report.off, money), less=True)
    if report.returns or report.returned:
        yield Pair(words.returns, f"{report.returns:,}")
        yield Pair(words.returned, words.money(-report.returned, money), less=True)
    if report.voided:
        yield Pair(words.voids, words.money(-report.voided, money), less=True)
    yield Pair(words.net, words.money(report.net, money), Size.LARGE, bold=True)
    if report.by_voucher:
        yield Pair(words.by_voucher, words.money(-report.by_voucher, money), less=report.by_voucher > 0)
    if report.for_vouchers:
        yield Pair(words.for_vouchers, words.money(report.for_vouchers, money), less=report.for_vouchers < 0)
    if report.by_voucher or report.for_vouchers:
        yield Pair(words.taken, words.money(report.taken, money), Size.LARGE, bold=True)


def _coupons(report: ClosingReport, words: ClosingReportWords) -> AnyBlock:
    columns = (
        Column(words.coupon, 6),
        Column(words.used, 2, Align.RIGHT, count=True),
        Column(words.worth, 3, Align.RIGHT, count=True),
    )
    rows = [
        (one.name.get(words.language), f"{one.count:,}", words.money(-one.off, report.currency))
        for one in report.coupons
    ]
    return Table(columns, tuple(rows))


def _voids(report: ClosingReport, words: ClosingReportWords) -> Iterator[AnyBlock]:
    yield Pair(words.number, f"{len(report.voids):,}")
    columns = (
        Column(words.receipt, 4),
        Column(words.amount, 3, Align.RIGHT, count=True),
        Column(words.voided, 4),
        Column(words.reason, 4),
    )
    rows = [
        (
            one.number,
            words.money(one.total, report.currency),
            f"{words.when(one.at, report.zone)} {one.clerk}",
            "" if one.reason is None else one.reason.get(words.language),
        )
        for one in report.voids
    ]
    yield Table(columns, tuple(rows))


def _members(report: ClosingReport, words: ClosingReportWords) -> Iterator[AnyBlock]:
    yield Pair(words.registered, words.count(report.registered))
    yield Pair(words.points_given, words.count(report.points_given))
    yield Pair(words.points_taken, words.count(report.points_taken))


def _open(report: ClosingReport, words: ClosingReportWords) -> Iterator[AnyBlock]:
    yield Pair(words.conflicts, f"{report.conflicts:,}", bold=report.conflicts > 0)
    yield Pair(words.unsent, f"{report.unsent:,}", bold=report.unsent > 0)
    if report.unsent:
        yield Text(words.say(words.since, time=words.when(report.unsent_since, report.zone)), Size.SMALL)
    if not report.conflicts and not report.unsent:
        yield Text(words.nothing_open, Size.SMALL, pale=True)


def _prints(report: ClosingReport, words: ClosingReportWords) -> AnyBlock:
    columns = (
        Column(words.document, 5),
        *(Column(one, 2, Align.RIGHT, count=True) for one in (words.printed, words.copies, words.failed)),
    )
    rows = [
        (words.kinds[one.kind], f"{one.printed:,}", words.count(one.copies), words.count(one.failed))
        for one in report.prints
    ]
    return Table(columns, tuple(rows))
