"""A letter before points run out: HQ looks at every member once a day of their store, and writes to those who are about
to lose some; at most once a month, to who agreed to be served as a member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from kiosk.domain.campaigns.localtime import DAY, minutes, wall_minutes
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import person_of
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.time import instant
from kiosk.hq.campaigns.points import standing_points
from kiosk.hq.context import Context
from kiosk.hq.messages import outbox
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.settings import is_set
from kiosk.hq.projections import histories
from kiosk.hq.registration import welcome
from kiosk.hq.registration.consents import agreed
from kiosk.hq.registration.persons import person_row
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, published
from kiosk.hq.worker import Worker
from kiosk.protocol.rows import Store

KIND = "points"
AT_ONCE = 25
"""Members looked at in one transaction: others want to write too."""
_OF_USE_MS = 7 * 86_400_000
_HOUR_MS, _PAUSE_MS = 3_600_000, 500


class PointsLetters(Worker):
    """Goes through the members of each store once a day. How far it is lives in memory: after a restart it begins the
    day anew, and a letter that was written is not written again."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, worker="points letters")
        self._looked: dict[str, tuple[int, str | None]] = {}
        """By store: the day (ordinal, by its clock), and up to which member; None: all of them."""

    def heeds(self, topics: frozenset[str]) -> bool:
        """A day comes by itself."""
        return False

    def once(self) -> int | bool | None:
        """The next members of a store whose day is not looked through."""
        context = self._context
        with context.database.read() as tx:
            if not context.settings.points_letter_days or not _anything_runs_out(context, tx):
                return _HOUR_MS
            now = context.clock.now_ms()
            for store in all_rows(tx, Bucket(CHAIN, "stores"), Store):
                day = wall_minutes(now, histories.zone_of(tx, store.id)) // DAY
                looked, after = self._looked.get(store.id, (0, ""))
                if looked == day and after is None:
                    continue
                members = _members(tx, store.id, after if looked == day and after else "")
                due = [(member, words) for member in members if (words := _due(context, tx, member)) is not None]
                self._looked[store.id] = (day, members[-1] if len(members) == AT_ONCE else None)
                break
            else:
                return _HOUR_MS
        if due:
            with context.database.write() as tx:
                for member, words in due:
                    _write(context, tx, member, words)
        return _PAUSE_MS


def _write(context: Context, tx: Tx, member: str, words: dict[str, str]) -> None:
    """A letter by each way that there is to a member, if they have had none this month."""
    kept = person_row(tx, member)
    found = published_rows(tx, "members", [member], Member).get(member)
    if kept is None or found is None or not agreed(tx, member, SERVICE):
        return
    now = context.clock.now_ms()
    month = f"{instant(now):%Y-%m}"
    for one in welcome.letters(tx, KIND, person_of(bytes(kept.data)), found[1], words, now + _OF_USE_MS, once=False):
        outbox.put(context, tx, replace(one, once=f"{KIND}/{one.channel}/{member}/{month}"))


def _due(context: Context, tx: Tx, member: str) -> dict[str, str] | None:
    """How many points run out soon, and the last day of those that go first; None where none do."""
    found = published_rows(tx, "members", [member], Member).get(member)
    if found is None:
        return None
    standing = standing_points(context, tx, member)
    wall = wall_minutes(context.clock.now_ms(), histories.zone_of(tx, found[1].home_store))
    end = wall + context.settings.points_letter_days * DAY
    soon = [(until, points) for until, points in standing.ahead if minutes(until) <= end]
    points = min(standing.points, sum(points for _, points in soon))
    if points <= 0:
        return None
    return {"points": f"{points:,}", "until": f"{soon[0][0] - timedelta(minutes=1):%Y-%m-%d}"}


def _anything_runs_out(context: Context, tx: Tx) -> bool:
    """Whether there is a way to write, and a campaign of which points run out."""
    if not any(is_set(tx, channel) for channel in Channel):
        return False
    return any(edition.campaign.points.expire is not None for edition in context.rules.of(tx).editions)


def _members(tx: Tx, store: str, after: str) -> Sequence[str]:
    mine = (published.c.store == store) & (published.c.subject == "members") & published.c.data.is_not(None)
    query = select(published.c.id).where(mine, published.c.id > after).order_by(published.c.id).limit(AT_ONCE)
    return list(tx.execute(query).scalars())
