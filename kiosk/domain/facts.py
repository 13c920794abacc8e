"""All kinds of facts, and what follows from a fact: what it changes, and how campaigns see it.

A kind is declared in the `facts.py` of the capability that owns it (`docs/facts.md`, "Add a fact kind"). The terminal,
HQ and `ledger rebuild --check` all use this one projector. `changes` is pure: it names what a fact changes; each side's
store carries the changes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from kiosk.domain.campaigns import facts as of_campaigns
from kiosk.domain.campaigns.happenings import Happening, HappeningError, HappeningKind, happening_from
from kiosk.domain.coupons import facts as of_coupons
from kiosk.domain.documents import facts as of_documents
from kiosk.domain.journal import kinds as of_journal
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import BodyError, Change, Kind
from kiosk.domain.members import facts as of_members
from kiosk.domain.sales import facts as of_sales
from kiosk.domain.scan import facts as of_scan
from kiosk.domain.staff import facts as of_staff

KINDS: tuple[Kind[Any], ...] = (
    *of_journal.KINDS,
    *of_staff.KINDS,
    *of_sales.KINDS,
    *of_coupons.KINDS,
    *of_scan.KINDS,
    *of_members.KINDS,
    *of_campaigns.KINDS,
    *of_documents.KINDS,
)
"""In the order of docs/facts.md."""

BY_NAME: Mapping[str, Kind[Any]] = {str(kind): kind for kind in KINDS}

HAPPENINGS: Mapping[str, HappeningKind] = {str(kind): HappeningKind(kind.happening) for kind in KINDS if kind.happening}
"""Facts that campaigns look at."""

_SEEN = {name: (BY_NAME[name], seen_as) for name, seen_as in HAPPENINGS.items()}


class ProjectionError(ValueError):
    """A known kind of fact whose body cannot be read."""


def changes(fact: Fact) -> tuple[Change, ...]:
    """What `fact` changes, in order. Unknown kinds, and bodies of a version that is newer than the program, change
    nothing. Raises ProjectionError on an unreadable body."""
    kind = BY_NAME.get(fact.kind)
    if kind is None or kind.changes is None:
        return ()
    try:
        body = kind.read(fact.body)
        return () if body is None else kind.changes(fact, body)
    except BodyError as error:
        raise ProjectionError(f"{fact.kind} {fact.epoch}/{fact.seq}: {error}") from error


def happening_of(fact: Fact, device: str, place: Callable[[str], tuple[str, str]]) -> Happening | None:
    """The happening of a fact, or None if campaigns have no use for it. `place`: device → (store, its IANA zone).
    Raises HappeningError on an unreadable body."""
    found = _SEEN.get(fact.kind)
    if found is None:
        return None
    kind, seen_as = found
    try:
        body = kind.newest(fact.body)
        return None if body is None else happening_from(seen_as, body, fact, device, *place(device))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, msgspec.ValidationError) as error:
        raise HappeningError(f"{fact.kind} {device}/{fact.epoch}/{fact.seq}: {error!r}") from error
