"""How a referrer was named, and what becomes of a referral. Stable codes; the words are in `ui.words.registration`."""

from __future__ import annotations

from enum import StrEnum


class How(StrEnum):
    """How the referrer was named: the evidence, the best first. Written into facts."""

    INVITE = "invite"  # their signed invite
    PASS = "pass"  # their signed pass
    INVITE_UNPROVED = "invite_unproved"  # an invite whose key was not known here
    PAGE = "page"  # the invite's page at HQ
    CARD = "card"
    PHONE = "phone"


class Verdict(StrEnum):
    """What becomes of a referral."""

    NONE = "none"  # nobody was named
    ACCEPTED = "accepted"
    HELD = "held"  # somebody at HQ looks at it first
    REFUSED = "refused"


class Refused(StrEnum):
    """Why a referral does not count: `part` of `member.registered`."""

    SELF = "self_referral"
    ALREADY_MEMBER = "already_member"
    ALREADY_REFERRED = "already_referred"
    CIRCLE = "circle"
    HOUSEHOLD = "same_household"
    ERASED = "referrer_gone"


class Held(StrEnum):
    """Why somebody looks at a referral before it counts: `held` of `member.registered`."""

    PHONE_FAMILY = "phone_family"
    HOUSEHOLD = "household"
    CLERK_FARMING = "clerk_farming"
    DEVICE_FARMING = "device_farming"
    TOO_MANY = "too_many"


REJECTED = "rejected"
"""HQ did not accept the friend's registration: said of a referral, never written into its fact."""
