"""Words for the codes of the domain: tiers, segments, roles, void reasons, goods categories, benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.staff.roles import Role
from kiosk.ui.i18n import Customs, I18n, translate

if TYPE_CHECKING:
    from kiosk.application.sales.outcomes import SaleView


def tier_word(tier: Tier) -> str:
    """A member's tier."""
    return {
        Tier.BASIC: translate("Word", "Member"),
        Tier.SILVER: translate("Word", "Silver"),
        Tier.GOLD: translate("Word", "Gold"),
        Tier.PLATINUM: translate("Word", "Platinum"),
    }[tier]


def segment_word(segment: Segment) -> str:
    """A customer segment."""
    return {
        Segment.NEW: translate("Word", "new"),
        Segment.ACTIVE: translate("Word", "regular"),
        Segment.DORMANT: translate("Word", "away for long"),
    }[segment]


def role_word(role: Role) -> str:
    """A staff role."""
    return {
        Role.CLERK: translate("Word", "Clerk"),
        Role.MANAGER: translate("Word", "Manager"),
        Role.AUDITOR: translate("Word", "Auditor"),
        Role.VOLUNTEER: translate("Word", "Volunteer"),
    }[role]


def vouched_word(vouched: Vouched) -> str:
    """How another store's member is known; empty for one's own."""
    return {
        Vouched.OWN: "",
        Vouched.HQ: translate("Member", "another store’s member"),
        Vouched.CACHED: translate("Member", "another store’s, as HQ said earlier"),
        Vouched.PASS: translate("Member", "another store’s, by signed pass"),
        Vouched.COUPON: translate("Member", "another store’s, by their coupon"),
    }[vouched]


def customer_word(masked_name: str | None) -> str:
    """Whose sale it is: a masked name, nobody known (None), or a member of another store (empty)."""
    if masked_name is None:
        return translate("Word", "no member")
    return masked_name or translate("Word", "Member of another store")


def returned_word(sale: SaleView, i18n: I18n) -> str:
    """How much of a sale came back."""
    return translate("Word", "returned {money}").format(money=i18n.money(sale.returned, sale.currency))


def void_reason_word(reason: str) -> str:
    """A code of VOID_REASONS, or "other: " and what the clerk wrote, which is shown as written."""
    code, _, written = reason.partition(": ")
    words = {
        "customer_changed_mind": translate("VoidReason", "Customer changed their mind"),
        "wrong_amount": translate("VoidReason", "Wrong amount"),
        "wrong_coupon": translate("VoidReason", "Wrong coupon"),
        "goods_returned": translate("VoidReason", "Goods returned"),
        "training": translate("VoidReason", "Training or test"),
        "till_cancelled": translate("VoidReason", "The till cancelled it"),
        "other": translate("VoidReason", "Other"),
    }
    return written or words.get(code, code)


def category_word(category: str) -> str:
    """A goods category; one without words of its own is shown as HQ wrote it."""
    words = {
        "food": translate("Category", "Food"),
        "fresh": translate("Category", "Fresh food"),
        "drinks": translate("Category", "Drinks"),
        "tea": translate("Category", "Tea"),
        "bakery": translate("Category", "Bakery"),
        "mooncake": translate("Category", "Mooncakes"),
        "gift": translate("Category", "Gifts"),
        "home": translate("Category", "Home"),
        "beauty": translate("Category", "Beauty"),
        "baby": translate("Category", "Baby"),
        "electronics": translate("Category", "Electronics"),
        "appliance": translate("Category", "Appliances"),
        "clothing": translate("Category", "Clothing"),
    }
    return words.get(category, category)


def benefit_figure(benefit: Benefit, i18n: I18n | Customs) -> str:
    """A coupon's benefit in the fewest signs: NT$60, 95 折 (5% off), or a word for a gift."""
    if benefit.kind is BenefitKind.GIFT:
        return translate("Benefit", "Gift")
    if benefit.kind is BenefitKind.DEAL and not benefit.off and not benefit.rate_bp:
        return translate("Benefit", "Offer")
    if benefit.rate_bp:
        return percent_figure(benefit.rate_bp, i18n)
    if benefit.kind is BenefitKind.UNKNOWN:
        return "?"
    return i18n.money(benefit.value if benefit.kind is BenefitKind.VALUE else benefit.off)


def percent_figure(rate_bp: int, i18n: I18n | Customs) -> str:
    """A discount of `rate_bp` basis points. Chinese names what is left to pay in tenths (95 折), English what is taken
    off (5% off)."""
    if i18n.language == "en":
        return translate("Benefit", "{off}% off").format(off=f"{rate_bp / 100:g}")
    left_percent = (10_000 - rate_bp) / 100
    left = f"{left_percent / 10:g}" if left_percent % 10 == 0 else f"{left_percent:g}"
    return translate("Benefit", "pay {left}").format(left=left)
