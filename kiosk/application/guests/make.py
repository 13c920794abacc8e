"""An event made, or changed, on the spot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.application.context import Context
from kiosk.application.guests.listen import find_event, is_local
from kiosk.application.guests.outcomes import EventProblem
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.guests.event import Event, QuestionKind, Source
from kiosk.domain.guests.facts import EVENT_CHANGED, EVENT_MADE, MadeBody
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission

_LONGEST_ID = 64
_LONGEST_NAME = 120


def make_event(context: Context, tx: LedgerTx, event: Event, actor: Actor) -> Refusal | None:
    """Journal it. Without an id it gets one. EVENT_BAD, EVENT_OTHERS."""
    if not actor.may(Permission.SERVE):
        return Refusal(RefusalCode.NOT_PERMITTED)
    problem = problem_of(event)
    if problem is not None:
        return Refusal(RefusalCode.EVENT_BAD, {"other": str(problem)})
    before = find_event(context, tx, event.id)
    if before is not None and not is_local(before):
        return Refusal(RefusalCode.EVENT_OTHERS)
    if before == event:
        return None
    kind = EVENT_MADE if before is None else EVENT_CHANGED
    tx.append(kind, actor.id, kind.write(MadeBody(event=event.id, definition=event)))
    return None


def own(context: Context, event: Event) -> Event:
    """The event as a desk's, with an id."""
    return replace(event, id=event.id or context.new_id(), source=Source.LOCAL)


def problem_of(event: Event) -> EventProblem | None:
    """What is wrong with an event; None when nothing is."""
    if not 0 < len(event.id) <= _LONGEST_ID or not event.id.isprintable() or "/" in event.id:
        return EventProblem.ID
    names = (event.names.zh_TW, event.names.zh_CN, event.names.en)
    if not all(name.strip() and len(name) <= _LONGEST_NAME and name.isprintable() for name in names):
        return EventProblem.NAME
    try:
        ZoneInfo(event.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return EventProblem.ZONE
    if event.starts >= event.ends or event.early_minutes < 0 or event.late_minutes < 0:
        return EventProblem.TIMES
    if any(one.starts >= one.ends for one in event.sessions):
        return EventProblem.SESSION
    if event.quota < 0 or any(one.quota < 0 for one in event.sessions):
        return EventProblem.QUOTA
    for question in event.questions:
        if (question.kind is QuestionKind.CHOICE) != bool(question.choices):
            return EventProblem.QUESTION
    things: tuple[Iterable[str], ...] = (
        (one.id for one in event.sessions),
        (one.id for one in event.zones),
        (one.id for one in event.tags),
        (one.id for one in event.questions),
        *((choice.id for choice in one.choices) for one in event.questions),
    )
    for ids in map(list, things):
        if len(set(ids)) < len(ids) or not all(0 < len(one) <= _LONGEST_ID and one.isprintable() for one in ids):
            return EventProblem.TWICE
    return None
