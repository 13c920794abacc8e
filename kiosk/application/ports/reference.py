"""What HQ told us last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from kiosk.application.ports.campaigns import ForeignFact
from kiosk.application.ports.guests import Guests
from kiosk.application.ports.help import HelpReference
from kiosk.application.ports.prizes import PrizeReference
from kiosk.application.ports.slips import SlipReference
from kiosk.application.ports.wheels import WheelReference
from kiosk.domain.campaigns.chain_goods import Goods
from kiosk.domain.coupons.model import Coupon, CouponTemplate, PastUse
from kiosk.domain.documents.brand import Brand
from kiosk.domain.members.found import Found
from kiosk.domain.members.member import Member
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.stores import CampaignHeader, Store

if TYPE_CHECKING:
    from kiosk.domain.campaigns.compiled import Edition


class Reference(SlipReference, HelpReference, WheelReference, PrizeReference, Protocol):
    """What HQ told us last: replaceable, read-only for use cases."""

    def store(self, store: str) -> Store | None:
        """A store."""

    def stores(self) -> Sequence[Store]:
        """All stores of the chain."""

    def brand(self) -> Brand | None:
        """The chain's name, logo and colour; None: HQ told of none, and papers say the store's name alone."""

    def goods(self, currency: str) -> Goods:
        """The chain's goods file, as promotions look at goods in a sale of this currency; without one, nothing is said
        of them."""

    def registration_policy(self) -> RegistrationPolicy:
        """How the chain registers; a default where HQ told of nothing."""

    @property
    def guests(self) -> Guests:
        """Events and who is expected."""

    def template(self, template: str) -> CouponTemplate | None:
        """A coupon template."""

    def templates(self) -> Sequence[CouponTemplate]:
        """All coupon templates."""

    def campaign(self, campaign: str) -> CampaignHeader | None:
        """A campaign's header."""

    def campaigns(self) -> Sequence[CampaignHeader]:
        """All campaigns."""

    def member(self, member: str) -> Member | None:
        """By member id."""

    def member_by_card(self, card_no: str) -> Member | None:
        """By card number."""

    def members_with_phone(self, phone: str) -> Sequence[Member]:
        """This store's members with a phone (E.164), newcomers among them."""

    def guests_with_phone(self, phone: str, now_ms: int) -> Sequence[Member]:
        """Members of other stores with it, as HQ told lately."""

    def put_newcomers(self, rows: Sequence[Member]) -> None:
        """Members whom this terminal registered, beside HQ's: found and served like all others until HQ's own row of
        them comes. The one thing that use cases write here; those whom HQ has told of stay as it says."""

    def guest(self, member: str, now_ms: int) -> Member | None:
        """A member of another store, as HQ told when it was asked lately. What `coupons_of`, `spent`, `spent_by_member`
        and `events_of` know of them comes with it."""

    def guest_by_card(self, card_no: str, now_ms: int) -> Member | None:
        """The same by card number."""

    def find_members(self, text: str, limit: int, store: str = "") -> Found:
        """By phone digits, card number, or part of a name; what is meant most likely, and `store`'s, first."""

    def coupon(self, coupon: str) -> Coupon | None:
        """By coupon id."""

    def coupons_of(self, member: str) -> Sequence[Coupon]:
        """All coupons HQ gave a member."""

    def outstanding(self, templates: Collection[str], now: datetime) -> Sequence[tuple[str, str, int]]:
        """(template, coupon, uses anywhere as far as HQ told) of coupons of some templates that HQ gave, and that have
        not run out and were not taken back. Looks at every coupon: some 0.4 s for 100,000."""

    def members_with_points(self) -> int:
        """How many of the store's members may have points: their row says some, or something is in their history."""

    def conflicts(self, device: str, since: datetime, until: datetime) -> int:
        """How many uses of coupons at this device, from `since` to before `until`, HQ found to be too many. Looks at
        every use that is known."""

    def spent(self, coupon: str) -> Sequence[PastUse]:
        """Uses anywhere, as far as HQ told."""

    def spent_by_member(self, member: str, template: str) -> Sequence[PastUse]:
        """Uses of a template by a member anywhere, as far as HQ told."""

    @property
    def unread(self) -> int:
        """Rows that were met and hold something this program cannot read: a reason to update it."""

    @property
    def generation(self) -> int:
        """Grows with every change, so that a reader knows when to look again."""

    @property
    def campaign_generation(self) -> int:
        """Grows with every change of what campaigns look at: editions, events, members, stores."""

    def editions(self) -> Sequence[Edition]:
        """Campaigns whose signature is good, every version that is known."""

    def events_of(self, member: str) -> Sequence[ForeignFact]:
        """Facts in a member's history as far as HQ told: other terminals', HQ's own (device "hq"), and this
        terminal's, which the ledger has too."""

    def revoked_at(self, coupon: str) -> datetime | None:
        """When HQ took a coupon back."""
