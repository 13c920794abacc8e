"""What a customer sees of campaigns and of themselves, alone at a station."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.application.campaigns.outcomes import MemberAction, RewardView
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.guests.visitor_outcomes import Gathering
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.on_offer import OnOffer
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Poster:
    """A campaign that runs, as it invites. `starts`, `ends` (UTC, the end excluded); `phase`: the one it is in;
    `offers`: what it gives, a rule's name each; `rules`: all of it, for whoever asks; `fingerprint`: of the rules as
    they are posted, hex, empty where it is not known."""

    campaign: str
    name: LocalText
    summary: LocalText
    starts: datetime
    ends: datetime
    phase: LocalText | None
    theme: str
    offers: tuple[LocalText, ...]
    rules: Campaign
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class CheckInDays:
    """A member's check-ins (M07). `done`: days with one, or made up for; `streak`: in a row, up to today or yesterday;
    `today_brings`, `tomorrow_brings`: what checking in gives then; `cards`: make-up cards."""

    today: date
    done: frozenset[date]
    streak: int
    today_brings: tuple[RewardView, ...] = ()
    tomorrow_brings: tuple[RewardView, ...] = ()
    cards: int = 0

    @property
    def done_today(self) -> bool:
        """Whether they have checked in today."""
        return self.today in self.done


@dataclass(frozen=True, slots=True)
class PointsLine:
    """Points that came or went. `kind`: a HappeningKind; `rule`: which gave or took them; `settles`: they can be spent
    from then on, None: now; `until`: what is not spent by then runs out, or ran out, None: it does not."""

    at: datetime
    kind: str
    campaign: LocalText
    rule: LocalText
    points: int
    settles: datetime | None = None
    until: datetime | None = None


class DueState(StrEnum):
    """How a reward stands (M25)."""

    PROVISIONAL = "provisional"
    """A return may still take it back."""
    TO_CHOOSE = "to_choose"
    """One of several, and none was chosen yet."""
    READY = "ready"
    """Theirs: they get it in the store, if they have not got it already."""
    CHOSEN = "chosen"
    """One was chosen, and handed over."""
    BY_HQ = "by_hq"
    """Headquarters pays or ships it."""
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class DueReward:
    """A reward that is a thing, and how it stands. `until`: it can be had so long, None: without end."""

    reward: RewardView
    state: DueState
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything a member may see of themselves, beside points, tier and coupons (`MemberView`). `actions`: what they
    may do alone, and what needs somebody of the store; `stock`: pieces left here, by the `ref` of what is had for
    points; `prizes`: what they won and have to get, or got; `offers`: what comes off goods at the checkout now;
    `gatherings`: the store's events."""

    days: CheckInDays | None
    actions: tuple[MemberAction, ...]
    stock: Mapping[str, int]
    due: tuple[DueReward, ...]
    badges: tuple[RewardView, ...]
    friends: int = 0
    friends_bought: int = 0
    prizes: tuple[ClaimView, ...] = ()
    offers: tuple[OnOffer, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
