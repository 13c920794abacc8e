"""What several terminals together used up beyond its end, each in good faith: limits that are counted over all of them,
and choices that were made twice."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from sqlalchemy import select

from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.limit_keys import limit_key
from kiosk.domain.campaigns.scopes import Scope
from kiosk.hq.campaigns.queries import Overrun
from kiosk.hq.context import Context
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, shared_count

LIMIT = "limit"
"""The kind of an overrun that is no reward's: a limit by household, store, day … that was passed."""
_CHOSEN = "/chosen"


def limits_passed(context: Context, tx: Tx) -> list[Overrun]:
    """Limits that everybody's facts together have passed. Each terminal counted what it knew."""
    most: dict[str, tuple[int, str]] = {}
    for edition in context.rules.of(tx).editions:  # versions in rising order: the last one says
        for rule in edition.campaign.rules:
            for limit in rule.limits:
                if limit.per and Scope.MEMBER not in limit.per:
                    name = f"{edition.campaign.id}/{rule.id}"
                    most[limit_key(edition.campaign.id, rule.id, limit)] = (limit.bound, name)
    if not most:
        return []
    fewest = min(count for count, _name in most.values())
    mine = (shared_count.c.store == CHAIN) & (shared_count.c.count > fewest)
    found: list[Overrun] = []
    for row in tx.execute(select(shared_count).where(mine).order_by(shared_count.c.key)):
        due, name = most.get(row.key.partition("@")[0], (row.count, ""))
        if row.count > due:
            found.append(Overrun(row.key, "", LIMIT, name, int(row.count), due, 0, 0))
    return found


def chosen_twice(happenings: Iterable[Happening]) -> list[Overrun]:
    """Gifts taken from a choice that another terminal had let the member take one of already."""
    taken: dict[str, tuple[str, str]] = {}
    found: list[Overrun] = []
    for happening in sorted(happenings, key=attrgetter("order")):
        if happening.kind is not HappeningKind.DECIDED:
            continue
        for name in happening.given.taken_back:
            taken.pop(name, None)
        for reward in happening.given.granted:
            if not reward.id.endswith(_CHOSEN):
                continue
            first = taken.setdefault(reward.id, (reward.happening, reward.ref))
            if first != (reward.happening, reward.ref):
                again = f"{reward.id}@{reward.happening}"
                what = (str(reward.kind), reward.ref, reward.quantity, 0, max(0, reward.cost), 0)
                found.append(Overrun(again, reward.member, *what))
    return found
