"""What a new version of a campaign with prizes changes, once it has begun: rules that were published change in the
consumers' favour only (規範促銷行為暫行規定). What can be compared is refused where it is worse; words cannot be
compared, and a person has to say that they are no worse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kiosk.domain.campaigns.draws import days_of
from kiosk.domain.campaigns.gives import Spins, Tickets
from kiosk.domain.campaigns.model import Campaign, Rule
from kiosk.domain.campaigns.things import Draw, DrawPrize, Wheel, WheelPrize

_TEXTS = ("draw_method", "claim_time", "claim_conditions", "claim_method", "delivery", "forfeiture")


class Worse(NamedTuple):
    """A change that takes something from customers, or (`words`) may: `path` in the file, `text` for a person."""

    path: str
    text: str
    words: bool = False


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
            yield Worse(path, "the draw is not there any more")
            continue
        if new.at != old.at:
            yield Worse(path, f"it was to be at {old.at:%H:%M}, not at {new.at:%H:%M}")
        gone = [day for day in days_of(before, old) if day >= today and day not in days_of(after, new)]
        for day in gone:
            yield Worse(path, f"there is none on {day} any more")
        if new.alternates < old.alternates:
            yield Worse(path, f"fewer alternates: {new.alternates} instead of {old.alternates}")
        yield from _prizes(path, old, new)


def _wheels(before: Campaign, after: Campaign) -> Iterator[Worse]:
    there = {one.id: one for one in after.wheels}
    for old in before.wheels:
        path = f"wheels.{old.id}"
        new = there.get(old.id)
        if new is None:
            yield Worse(path, "the wheel is not there any more")
            continue
        if new.tickets is not None and (old.tickets is None or new.tickets.count > old.tickets.count):
            yield Worse(path, "a spin costs more tickets")
        yield from _prizes(path, old, new)


def _prizes(path: str, old: Draw | Wheel, new: Draw | Wheel) -> Iterator[Worse]:
    there: dict[str, DrawPrize | WheelPrize] = {one.code: one for one in new.prizes}
    for prize in old.prizes:
        if isinstance(prize, WheelPrize) and prize.thanks:
            continue
        where, found = f"{path}.prizes.{prize.code}", there.get(prize.code)
        if found is None:
            yield Worse(where, "the prize is not there any more")
            continue
        if found.count < prize.count:
            yield Worse(where, f"{found.count} instead of {prize.count}")
        if found.value < prize.value:
            yield Worse(where, "it is worth less")


def _rules(before: Campaign, after: Campaign) -> Iterator[Worse]:
    """Chances that rules give."""
    there = {rule.id: rule for rule in after.rules}
    for old in before.rules:
        had = _chances(old)
        new = there.get(old.id)
        has = {} if new is None else _chances(new)
        for what, count in had.items():
            if has.get(what, 0) < count:
                yield Worse(f"rules.{old.id}", f"{has.get(what, 0)} instead of {count} of {what}")


def _chances(rule: Rule) -> dict[str, int]:
    found: dict[str, int] = {}
    for give in rule.give:
        if isinstance(give, Tickets):
            found[f"tickets for {give.draw}"] = found.get(f"tickets for {give.draw}", 0) + give.count
        elif isinstance(give, Spins):
            found[f"spins of {give.wheel}"] = found.get(f"spins of {give.wheel}", 0) + give.count
    return found


def _days(before: Campaign, after: Campaign) -> Iterator[Worse]:
    if after.ends < before.ends:
        yield Worse("phases", f"it ends on {after.ends:%Y-%m-%d} instead of {before.ends:%Y-%m-%d}")


def _words(before: Campaign, after: Campaign) -> Iterator[Worse]:
    if after.terms != before.terms:
        yield Worse("terms", "other words", words=True)
    for name in _TEXTS:
        if getattr(after.legal, name) != getattr(before.legal, name):
            yield Worse(f"legal.{name}", "other words", words=True)
