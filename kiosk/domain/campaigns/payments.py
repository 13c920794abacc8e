"""Ways to pay that campaigns ask for."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.texts import LocalText

Payment = tuple[str, LocalText]
"""Its id, as tills and campaign files write it, and its name."""

_SALES = frozenset(
    {Trigger.BASKET, Trigger.PURCHASED, Trigger.FIRST_PURCHASE, Trigger.SPEND_REACHED, Trigger.PIECES_REACHED}
)


def payments_of(campaign: Campaign) -> tuple[Payment, ...]:
    """Those that a campaign's rules for sales ask for, in the order of the file; one without a name is called by its
    id."""
    names = {payment.id: payment.name for payment in campaign.payments}
    sales = (rule.if_ for rule in campaign.rules if rule.when.event in _SALES)
    asked = dict.fromkeys(pay for if_ in sales for part in if_.parts for pay in part.pay)
    ordered = [*(one for one in names if one in asked), *(one for one in asked if one not in names)]
    return tuple((one, names.get(one, LocalText(one, one, one))) for one in ordered)


def merged(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """Of several campaigns' each once, by the first one's name."""
    found: dict[str, LocalText] = {}
    for name, text in payments:
        found.setdefault(name, text)
    return tuple(found.items())
