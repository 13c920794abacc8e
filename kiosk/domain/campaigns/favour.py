"""What a new version of a campaign with prizes changes, once it has begun: rules that were published change in the
consumers' favour only (規範促銷行為暫行規定). What can be compared is refused where it is worse; words cannot be
compared, and a person has to say that they are no worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kiosk.domain.campaigns.draws import days_of
from kiosk.domain.campaigns.gives import Spins, Tickets
from kiosk.domain.campaigns.model import Campaign, Rule
from kiosk.domain.campaigns.things import Draw, DrawPrize, Wheel, WheelPrize
from kiosk.domain.findings import Finding, error

_TEXTS = ("draw_method", "claim_time", "claim_conditions", "claim_method", "delivery", "forfeiture")


CODE = "legal.favour"


class Worse(NamedTuple):
    """A change that takes something from customers, or (`words`) may."""

    found: Finding
    words: bool = False

    @property
    def text(self) -> str:
        """What it is, in English."""
        return self.found.words


def _worse(path: str, text: str, /, **args: object) -> Worse:
    return Worse(error(CODE, path, text, **args))


def worse(before: Campaign, after: Campaign, today: date) -> list[Worse]:
    """What `after` has less of than `before` for people who take part. `today`: draws held before it are over."""
    if not (before.draws or before.wheels):
        return []
    return [
        *_draws(before, after, today),
        *_wheels(before, after),
        *_rules(before, after),
        *_days(before, after),
        *_words(before, after),
    ]


def _draws(before: Campaign, after: Campaign, today: date) -> Iterator[Worse]:
    there = {one.id: one for one in after.draws}
    for old in before.draws:
        path = f"draws.{old.id}"
        new = there.get(old.id)
        if new is None:
            yield _worse(path, "the draw is not there any more")
            continue
        if new.at != old.at:
            yield _worse(path, "it was to be at {old}, not at {new}", old=f"{old.at:%H:%M}", new=f"{new.at:%H:%M}")
        gone = [day for day in days_of(before, old) if day >= today and day not in days_of(after, new)]
        for day in gone:
            yield _worse(path, "there is none on {day} any more", day=day)
        if new.alternates < old.alternates:
            yield _worse(path, "fewer alternates: {new} instead of {old}", new=new.alternates, old=old.alternates)
        yield from _prizes(path, old, new)


def _wheels(before: Campaign, after: Campaign) -> Iterator[Worse]:
    there = {one.id: one for one in after.wheels}
    for old in before.wheels:
        path = f"wheels.{old.id}"
        new = there.get(old.id)
        if new is None:
            yield _worse(path, "the wheel is not there any more")
            continue
        if new.tickets is not None and (old.tickets is None or new.tickets.count > old.tickets.count):
            yield _worse(path, "a spin costs more tickets")
        yield from _prizes(path, old, new)


def _prizes(path: str, old: Draw | Wheel, new: Draw | Wheel) -> Iterator[Worse]:
    there: dict[str, DrawPrize | WheelPrize] = {one.code: one for one in new.prizes}
    for prize in old.prizes:
        if isinstance(prize, WheelPrize) and prize.thanks:
            continue
        where, found = f"{path}.prizes.{prize.code}", there.get(prize.code)
        if found is None:
            yield _worse(where, "the prize is not there any more")
            continue
        if found.count < prize.count:
            yield _worse(where, "{new} instead of {old}", new=found.count, old=prize.count)
        if found.value < prize.value:
            yield _worse(where, "it is worth less")


def _rules(before: Campaign, after: Campaign) -> Iterator[Worse]:
    """Chances that rules give."""
    there = {rule.id: rule for rule in after.rules}
    for old in before.rules:
        had = _chances(old)
        new = there.get(old.id)
        has = Counter() if new is None else _chances(new)
        for (words, name), count in had.items():
            if has[words, name] < count:
                yield _worse(f"rules.{old.id}", words, new=has[words, name], old=count, name=name)


def _chances(rule: Rule) -> Counter[tuple[str, str]]:
    """How many of what a rule gives: the sentence that would say that it became fewer, and the draw's or wheel's id."""
    found: Counter[tuple[str, str]] = Counter()
    for give in rule.give:
        if isinstance(give, Tickets):
            found["{new} instead of {old} of tickets for {name}", give.draw] += give.count
        elif isinstance(give, Spins):
            found["{new} instead of {old} of spins of {name}", give.wheel] += give.count
    return found


def _days(before: Campaign, after: Campaign) -> Iterator[Worse]:
    if after.ends < before.ends:
        yield _worse("phases", "it ends on {new} instead of {old}", new=after.ends.date(), old=before.ends.date())


def _words(before: Campaign, after: Campaign) -> Iterator[Worse]:
    if after.terms != before.terms:
        yield Worse(error(CODE, "terms", "other words"), words=True)
    for name in _TEXTS:
        if getattr(after.legal, name) != getattr(before.legal, name):
            yield Worse(error(CODE, f"legal.{name}", "other words"), words=True)
