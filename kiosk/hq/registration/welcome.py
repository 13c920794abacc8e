"""The welcome to a newcomer, by mail and SMS, in their language; only to who agreed to be served as a member."""

from __future__ import annotations

from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import Person
from kiosk.domain.registration.policy import SERVICE
from kiosk.hq.context import Context
from kiosk.hq.messages import outbox
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.outbox import NewLetter
from kiosk.hq.registration.consents import agreed
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import Store

_TRIED_MS = 3 * 86_400_000
_OLDEST_MS = 7 * 86_400_000
"""A store that was cut off for longer welcomes nobody who has long been there."""


def send(context: Context, tx: Tx, who: Person, row: Member, registered_at: int) -> None:
    """Put the letters into the outbox, each once for each member."""
    now = context.clock.now_ms()
    if registered_at < now - _OLDEST_MS or not agreed(tx, who.member, SERVICE):
        return
    for letter in letters(tx, "welcome", who, row, {"card": row.card_no}, now + _TRIED_MS):
        outbox.put(context, tx, letter)


def letters(
    tx: Tx, kind: str, who: Person, row: Member, words: dict[str, str], until: int, *, once: bool = True
) -> list[NewLetter]:
    """A letter to a member by each way that there is to them. Names are masked: a phone may be keyed in wrong."""
    store = published_row(tx, Bucket(CHAIN, "stores"), row.home_store, Store)
    # a child's letters go to who decides for them
    phone = who.phone if who.guardian is None else who.guardian.phone
    named = store.name.get(who.language) if store is not None else row.home_store
    said = {"name": mask_name(who.name), "store": named, **words}
    made = []
    for channel, to in ((Channel.MAIL, who.email), (Channel.SMS, phone)):
        if to:
            made.append(
                NewLetter(
                    channel,
                    kind,
                    to,
                    who.language,
                    said,
                    until,
                    member=who.member,
                    once=f"{kind}/{channel}/{who.member}" if once else None,
                    zone=store.zone if store is not None else "",
                )
            )
    return made
