"""How sure it is who a member is, and what is known of them."""

from __future__ import annotations

from enum import StrEnum


class Vouched(StrEnum):
    """Who vouches for a member at this store, the surest first. Written into sales, never renamed."""

    OWN = "own"  # this store's list
    HQ = "hq"  # another store's, and HQ answered for them now
    CACHED = "cached"  # another store's, as HQ answered a while ago
    PASS = "pass"  # another store's: their signed pass alone
    COUPON = "coupon"  # another store's: named by a signed coupon alone

    @property
    def known(self) -> bool:
        """Whether more is known than an id."""
        return self in (Vouched.OWN, Vouched.HQ, Vouched.CACHED)
