"""From a list that was understood (`domain/lists`) to guests of an event: who is new, who changed, who is gone.

Nothing is taken here. A guest keeps their id however often a list is brought: they are told by their code, else by
phone and name, e-mail and name, member number; by the name alone where the list says nothing else of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from kiosk.domain.guests.event import Event, Guest, Standing, Tag, TagLook
from kiosk.domain.lists.duplicates import name_key
from kiosk.domain.lists.guests import Guest as Row
from kiosk.domain.lists.understand import STEP
from kiosk.domain.progress import Cancelled, Progress
from kiosk.domain.texts import LocalText

Key = tuple[str, str]
PREFIX_BYTES = 6
VIP = Tag("vip", LocalText("貴賓", "贵宾", "VIP"), TagLook.VIP)
"""What an event gets whose list names some, and which has no such tag."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a list changes. `event`: with a tag that its guests need. `gone`: those who are on the event's list
    and not in this one; they are taken off only where somebody says that this is the whole list."""

    event: Event

    new: tuple[Guest, ...] = field(repr=False)
    changed: tuple[Guest, ...] = field(repr=False)
    same: int
    gone: tuple[Guest, ...] = field(repr=False)
    more_than_quota: int = 0
    """So many people more than the event has places."""

    def put(self) -> Iterator[Guest]:
        """Rows to be written."""
        yield from self.new
        yield from self.changed


def plan(
    event: Event,
    guests: Iterable[Guest],
    known: Iterable[Guest],
    new_id: Callable[[], str],
    *,
    standing: bool = False,
    progress: Progress | None = None,
    total: int = 0,
) -> Plan:
    """What a list would change: `guests` as it says them, without ids. `known`: the event's guests so far. `standing`:
    the list knows who is cancelled, blocked or waits. Raises Cancelled."""
    before = list(known)
    taken = {one.id for one in before}
    by_key: dict[Key, list[Guest]] = {}
    for one in before:
        for key in keys_of(one):
            by_key.setdefault(key, []).append(one)
    new: list[Guest] = []
    changed: list[Guest] = []
    same = 0
    seen: set[str] = set()
    for number, made in enumerate(guests, 1):
        if progress is not None and number % STEP == 0 and not progress(number, total):
            raise Cancelled
        old = next((one for key in keys_of(made) for one in by_key.get(key, ()) if one.id not in seen), None)
        if old is None:
            name = new_id()
            while name in taken:
                name = new_id()
            taken.add(name)
            new.append(replace(made, id=name))
            continue
        seen.add(old.id)
        merged = merged_guest(old, made)
        if standing:
            merged = replace(merged, standing=made.standing, reason=made.reason)
        if merged == old:
            same += 1
        else:
            changed.append(merged)
    gone = tuple(one for one in before if one.id not in seen)
    needs = any(VIP.id in one.tags for one in (*new, *changed)) and all(tag.id != VIP.id for tag in event.tags)
    if needs:
        event = replace(event, tags=(*event.tags, VIP))
    people = sum(1 + one.plus_ones for one in (*new, *before))
    over = max(0, people - event.quota) if event.quota else 0
    return Plan(event, tuple(new), tuple(changed), same, gone, over)


def guests_in(event: Event, rows: Iterable[Row]) -> Iterator[Guest]:
    """The rows of a list that was understood as guests, who have no ids yet."""
    tags = tags_of(event)
    return (_guest(event, row, tags) for row in rows)


def list_ids(prefix: bytes) -> Callable[[], str]:
    """Ids for the guests of a list, one after the other: they lie beside each other wherever they are kept, which is
    what makes a long list quick. `prefix`: six random bytes, no other list's."""
    numbers = count(1)
    return lambda: f"g{prefix.hex()}{next(numbers):06x}"


def keys_of(guest: Guest) -> Iterator[Key]:
    """By what they are told from others, the surest first."""
    if guest.codes:
        for code in guest.codes:
            yield "code", code
        return  # a ticket is a place of its own: one person may hold several
    name = name_key(guest.name)
    if guest.phone:
        yield name, guest.phone
    if guest.email:
        yield name, guest.email.casefold()
    if guest.member:
        yield "member", guest.member
    if name and not (guest.phone or guest.email or guest.member):
        yield name, ""


def merged_guest(old: Guest, new: Guest) -> Guest:
    """What a newer list says of somebody; what it does not say stays, and so does what a desk or a person said:
    standing, sessions, sounds, answers to other questions."""
    answers = dict(old.answers) | dict(new.answers)
    return replace(
        old,
        name=new.name or old.name,
        phone=new.phone or old.phone,
        email=new.email or old.email,
        company=new.company or old.company,
        seat=new.seat or old.seat,
        tags=tuple(dict.fromkeys((*old.tags, *new.tags))),
        ticket=new.ticket or old.ticket,
        codes=tuple(dict.fromkeys((*new.codes, *old.codes))),
        plus_ones=new.plus_ones,
        note=new.note or old.note,
        member=new.member or old.member,
        answers=tuple(answers.items()),
    )


def _guest(event: Event, row: Row, tags: Mapping[str, str]) -> Guest:
    found = [tag for words in (row.ticket, row.note) if (tag := tags.get(name_key(words)))]
    if row.vip and (vip := tags.get("vip")):
        found.append(vip)
    return Guest(
        event.id,
        "",
        row.name,
        phone=row.phone,
        email=row.email,
        company=row.company,
        seat=row.table,
        tags=tuple(dict.fromkeys(found)),
        ticket=row.ticket,
        codes=(row.code,) if row.code else (),
        plus_ones=row.plus_ones,
        note=row.note,
        member=row.member,
        standing=Standing.EXPECTED,
        answers=row.answers,
    )


def tags_of(event: Event) -> Mapping[str, str]:
    """Words of a list → the event's tag: its names in any language, its id; "vip": the first that looks like one."""
    found = {"vip": next((tag.id for tag in event.tags if tag.look is TagLook.VIP), VIP.id)}
    for tag in event.tags:
        names = (tag.id, tag.names.zh_TW, tag.names.zh_CN, tag.names.en)
        found |= {name_key(words): tag.id for words in names}
    return found
