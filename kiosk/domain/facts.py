"""All kinds of facts, and what follows from a fact: what it changes, and how campaigns see it.

A kind is declared in the `facts.py` of the capability that owns it (`docs/facts.md`, "Add a fact kind"). The terminal,
HQ and `ledger rebuild --check` all use this one projector. `changes` is pure: it names what a fact changes; each side's
store carries the changes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kiosk.domain.campaigns import facts as of_campaigns
from kiosk.domain.campaigns.happenings import Happening, HappeningError, HappeningKind, happening_from
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.coupons import charge_facts as of_charges
from kiosk.domain.coupons import facts as of_coupons
from kiosk.domain.documents import facts as of_documents
from kiosk.domain.draws import claim_facts as of_claims
from kiosk.domain.draws import facts as of_draws
from kiosk.domain.draws import lease_facts as of_leases
from kiosk.domain.draws import stage_facts as of_stage_draws
from kiosk.domain.draws import wheel_facts as of_wheels
from kiosk.domain.guests import facts as of_guests
from kiosk.domain.guests import photos as of_photos
from kiosk.domain.help import facts as of_help
from kiosk.domain.journal import kinds as of_journal
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.fit import unfit
from kiosk.domain.journal.hlc import COUNTER_BITS
from kiosk.domain.journal.registry import Body, BodyError, Change, Kind
from kiosk.domain.lockdown import facts as of_lockdown
from kiosk.domain.members import facts as of_members
from kiosk.domain.members.facts import MEMBER_KNOWN
from kiosk.domain.registration import facts as of_registration
from kiosk.domain.sales import facts as of_sales
from kiosk.domain.scan import facts as of_scan
from kiosk.domain.slips import facts as of_slips
from kiosk.domain.staff import facts as of_staff

KINDS: tuple[Kind[Any], ...] = (
    *of_journal.KINDS,
    *of_staff.KINDS,
    *of_sales.KINDS,
    *of_coupons.KINDS,
    *of_charges.KINDS,
    *of_scan.KINDS,
    *of_lockdown.KINDS,
    *of_members.KINDS,
    *of_registration.KINDS,
    *of_campaigns.KINDS,
    *of_draws.KINDS,
    *of_wheels.KINDS,
    *of_stage_draws.KINDS,
    *of_claims.KINDS,
    *of_leases.KINDS,
    *of_documents.KINDS,
    *of_slips.KINDS,
    *of_help.KINDS,
    *of_guests.KINDS,
    *of_photos.KINDS,
)
"""In the order of docs/facts.md."""

BY_NAME: Mapping[str, Kind[Any]] = {str(kind): kind for kind in KINDS}

HAPPENINGS: Mapping[str, HappeningKind] = {str(kind): HappeningKind(kind.happening) for kind in KINDS if kind.happening}
"""Facts that campaigns look at."""


NEVER_JOURNALLED = frozenset({str(MEMBER_KNOWN)})
"""Kinds that only rehearsals make: in a journal they say nothing."""

_LAST_MS = 32_503_680_000_000  # the end of the year 2999: whatever is reckoned from there is still a date
_FIRST_WALL, _LAST_WALL = (date(year, 1, 1).toordinal() * DAY for year in (1970, 3000))
_NEVER = date.max.toordinal() * DAY
_LONGEST_ID, _LONGEST_NAME, _MOST_DAYS = 64, 300, 3_660


class ProjectionError(ValueError):
    """A known kind of fact whose body cannot be read."""


def kind_of(name: str) -> Kind[Any] | None:
    """The kind of that name; None for one that this program does not know."""
    return BY_NAME.get(name)


def body_of(fact: Fact) -> Body | None:
    """What a fact says, by its kind's reader; None for unknown kinds, for those that change nothing (their bodies may
    be anything), and for bodies of a version that is newer than the program. Raises ProjectionError on an unreadable
    body."""
    kind = BY_NAME.get(fact.kind)
    try:
        return None if kind is None or kind.changes is None else kind.read(fact.body)
    except BodyError as error:
        raise ProjectionError(f"{fact.kind} {fact.epoch}/{fact.seq}: {error}") from error


def changes(fact: Fact) -> tuple[Change, ...]:
    """What `fact` changes, in order. Unknown kinds, and bodies of a version that is newer than the program, change
    nothing. Raises ProjectionError on an unreadable body."""
    return changes_of(fact, body_of(fact))


def changes_of(fact: Fact, body: Body | None) -> tuple[Change, ...]:
    """The same where the body has been read."""
    kind = BY_NAME.get(fact.kind)
    return () if kind is None or body is None or kind.changes is None else kind.changes(fact, body)


def happening_of(fact: Fact, device: str, place: Callable[[str], tuple[str, str]]) -> Happening | None:
    """The happening of a fact, or None if campaigns have no use for it. `place`: device → (store, its IANA zone).
    Raises HappeningError on an unreadable body."""
    if fact.kind not in HAPPENINGS:
        return None
    try:
        return _seen(fact, body_of(fact), device, place)
    except ProjectionError as error:
        raise HappeningError(f"{fact.kind} {device}/{fact.epoch}/{fact.seq}: {error}") from error


def told_happening(fact: Fact, device: str, place: Callable[[str], tuple[str, str]]) -> Happening | None:
    """`happening_of` for a fact that somebody else journalled: what histories are made of. Whatever it gives, a fold
    can take in; what only rehearsals make gives None. Raises HappeningError on everything else: one such fact would
    stop the history of its member."""
    if fact.kind in NEVER_JOURNALLED or fact.kind not in HAPPENINGS:
        return None
    wrong = unfit(fact.body)
    if wrong is not None or not 0 <= fact.hlc < _LAST_MS << COUNTER_BITS or not 0 <= fact.corrected_ms < _LAST_MS:
        raise HappeningError(f"{fact.kind} {device}/{fact.epoch}/{fact.seq}: {wrong or 'at no time'}")
    try:
        body = body_of(fact)
    except ProjectionError as error:
        raise HappeningError(str(error)) from error
    return read_happening(fact, body, device, place)


def read_happening(
    fact: Fact, body: Body | None, device: str, place: Callable[[str], tuple[str, str]]
) -> Happening | None:
    """The same where the body has been read, its values fit, and the fact is of a time. Raises HappeningError."""
    from kiosk.domain.campaigns.state import MemberState, apply  # the rules' model behind it is large

    happening = None if fact.kind not in HAPPENINGS else _seen(fact, body, device, place)
    if happening is None:
        return None
    try:
        if not _sound(happening):
            raise ValueError("out of bounds")
        apply(MemberState(happening.member), happening)
    except (ValueError, LookupError, OverflowError) as error:
        raise HappeningError(f"{fact.kind} {device}/{fact.epoch}/{fact.seq}: {error!r}") from error
    return happening


def _seen(fact: Fact, body: Body | None, device: str, place: Callable[[str], tuple[str, str]]) -> Happening | None:
    try:
        return None if body is None else happening_from(HAPPENINGS[fact.kind], body, fact, device, *place(device))
    except (ValueError, LookupError, OverflowError, OSError) as error:  # a zone's name may be that of a folder
        raise HappeningError(f"{fact.kind} {device}/{fact.epoch}/{fact.seq}: {error!r}") from error


def _sound(happening: Happening) -> bool:
    """Ids that are ids, days and minutes of the calendar."""
    ids = (happening.member, happening.other, happening.txn, happening.clerk, str(happening.detail.get("referrer", "")))
    return (
        all(len(one) <= _LONGEST_ID and (not one or one.isprintable()) for one in ids)
        and 1 <= happening.detail.get("days_ago", 1) <= _MOST_DAYS
        and all(
            len(one.id) <= _LONGEST_NAME
            and _FIRST_WALL <= one.wall <= _LAST_WALL
            and 0 <= one.settles <= _LAST_WALL
            and 0 <= one.until <= _NEVER
            and not 0 < one.settles < _FIRST_WALL
            and not 0 < one.until < _FIRST_WALL
            for one in happening.given.granted
        )
    )
