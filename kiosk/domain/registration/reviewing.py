"""What a person at HQ looks at in a registration, and says of it. Stable codes, written into facts; never anybody's
words about anybody: those could not be erased."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What HQ says."""

    APPROVED = "approved"
    REJECTED = "rejected"
    ASKED = "asked"


class Rejected(StrEnum):
    """Why a registration is as if it had not been."""

    INVENTED = "invented"  # nobody is called so, or has such a phone
    WRONG_PHONE = "wrong_phone"  # the phone is somebody else's
    SAME_PERSON = "same_person"  # a member already
    FOR_REWARDS = "for_rewards"  # made for what it gives
    NO_GUARDIAN = "no_guardian"  # a child without anybody who decides
    NOT_WANTED = "not_wanted"  # they say that they never registered
    OTHER = "other"


class Asked(StrEnum):
    """What the customer is asked."""

    PHONE = "phone"  # prove it in the store
    NAME = "name"
    REFERRER = "referrer"  # who recommended the store
    GUARDIAN = "guardian"  # who decides for the child
    OTHER = "other"


class Suspicion(StrEnum):
    """What HQ itself finds, beside what a terminal held a referral for (`referral.Held`)."""

    SAME_PHONE = "same_phone"  # members of another name have the phone
    UNPROVED_CLAIM = "unproved_claim"  # the terminal says that the phone was proved, and HQ sent no code
    EVERYBODY = "everybody"  # the chain looks at all registrations
