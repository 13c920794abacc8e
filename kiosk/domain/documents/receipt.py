"""A receipt as a document without a language: what it says, not how. The words come as `ReceiptWords` from the screen's
side, where all translations live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain import money
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One coupon, or discount of a campaign. `off`: minor units taken off, 0 for a gift that takes nothing off;
    `points`: points that the customer paid for it."""

    name: LocalText
    off: int
    gift: LocalText | None = None
    points: int = 0


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

    @property
    def saved(self) -> int:
        """Minor units taken off."""
        return self.amount - self.total

    @property
    def code(self) -> str:
        """The transaction id, by which a till finds the sale again (`receipt_code`). People read the number instead."""
        return self.txn


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """Every word of a receipt in one language. `number` holds "{number}", `gift` "{name}", `voided` "{time}" and
    "{clerk}", `points` "{name}" and "{n}"; `currency` is the sign before amounts. `won` and `taken_back` stand above
    the rewards."""

    language: str
    currency: str
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

    def money(self, amount: int, currency: str) -> str:
        """An amount as the receipt writes it."""
        sign = "-" if amount < 0 else ""
        return f"{sign}{self.currency}{money.plain(abs(amount), currency)}"

    def pairs(self, receipt: Receipt) -> tuple[tuple[str, str], ...]:
        """The goods and the discounts: what, how much."""
        rows = [(self.goods, self.money(receipt.amount, receipt.currency))]
        for line in receipt.lines:
            name = line.name.get(self.language)
            if line.points:
                name = self.points.format(name=name, n=f"{line.points:,}")
            if line.gift is not None:
                rows.append((name, self.gift.format(name=line.gift.get(self.language))))
            if line.off or line.gift is None:
                rows.append((name, self.money(-line.off, receipt.currency)))
        return tuple(rows)

    def rewards(self, receipt: Receipt) -> tuple[str, ...]:
        """The heading and every reward, or nothing."""
        if not receipt.rewards:
            return ()
        heading = self.won if receipt.voided is None else self.taken_back
        return (heading, *(reward.get(self.language) for reward in receipt.rewards))


def wall_time(at: datetime, zone: str) -> str:
    """An instant as receipts print it, in every language: 2026-09-22 14:26 on the store's wall clock (in the order of
    ISO 8601, so that day and month cannot be mixed up)."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
