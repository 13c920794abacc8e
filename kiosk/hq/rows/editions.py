"""The rules in force at HQ: the editions it has published, ready to be asked."""

from __future__ import annotations

from functools import lru_cache

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.time import millis
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, bucket_state
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.rows import EditionRow

EDITIONS = Bucket(CHAIN, "editions")


def any_published(tx: Tx) -> bool:
    """Whether any campaign was ever published: until then nobody needs histories of members."""
    return bucket_state(tx, EDITIONS).head > 0


@lru_cache(maxsize=64)
def campaign_in(document: str) -> Campaign:
    """The campaign in a file that HQ has published."""
    return read_campaign(document.encode(), published=True).campaign


class Rules:
    """The editions as they are published; made anew when one of them changes."""

    def __init__(self) -> None:
        self._made: tuple[int, Engine] | None = None

    def of(self, tx: Tx) -> Engine:
        """The rules as the transaction sees them. Not to be asked by one that publishes editions itself: it may still
        be undone."""
        head = bucket_state(tx, EDITIONS).head
        made = self._made
        if made is None or made[0] != head:
            editions = [
                Edition(campaign_in(row.document), millis(row.since), None if row.until is None else millis(row.until))
                for row in all_rows(tx, EDITIONS, EditionRow)
            ]
            editions.sort(key=lambda one: (one.campaign.id, one.campaign.version))
            made = self._made = (head, Engine(editions))
        return made[1]

    def campaign(self, tx: Tx, name: str, coupon: str | None = None) -> Campaign | None:
        """The newest edition of a campaign (that knows a coupon of that name); None if there is none."""
        for edition in reversed(self.of(tx).editions):
            campaign = edition.campaign
            if campaign.id == name and (coupon is None or any(spec.id == coupon for spec in campaign.coupons)):
                return campaign
        return None
