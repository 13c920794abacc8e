"""Where something happens."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """Where something happens, as facts and campaign files write it. A fact that does not say it, as those of older
    programs, happened at the checkout."""

    CHECKOUT = "checkout"
    SELF_SERVICE = "self_service"
    EVENT = "event"  # at the event desk
    TILL = "till"  # at the store's own till, through the bridge
    ONLINE = "online"
    HQ = "hq"
