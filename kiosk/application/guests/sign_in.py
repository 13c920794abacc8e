"""A guest comes in: judged, and signed in within the same transaction, with what campaigns give a member for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.guests.listen import Desk
from kiosk.application.guests.outcomes import Verdict
from kiosk.application.guests.views import guest_view, in_already
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.campaigns.facts import EVENT_ATTENDED
from kiosk.domain.channels import Channel
from kiosk.domain.guests.attendance import GuestState, Word
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import (
    GUEST_LEFT,
    GUEST_REFUSED,
    GUEST_SIGNED_IN,
    GUESTS_LISTED,
    Despite,
    How,
    LeftBody,
    ListedBody,
    OfGuest,
    RefusedBody,
    SignedInBody,
)
from kiosk.domain.guests.verdict import LETS_IN, NEEDS_MANAGER, Judged, VerdictKind, judge, judge_leaving
from kiosk.domain.journal.registry import Kind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant

B = TypeVar("B", bound=OfGuest)


@dataclass(frozen=True, slots=True)
class Entry:
    """How somebody comes in. `session`, `zone`: what the desk signs in to; `despite`: verdicts that are set aside;
    `approval`: a manager's word for those that need it."""

    session: str = ""
    zone: str = ""
    how: How = How.NAME
    people: int = 1
    despite: Sequence[str] = ()
    approval: Approval | None = None


def say(desk: Desk, kind: Kind[B], body: B, actor: Actor) -> Word:
    """Journal a word, and hear it."""
    fact = desk.tx.append(kind, actor.id, kind.write(body))
    word = Word(desk.device, fact.hlc, fact.corrected_ms, fact.actor, body)
    desk.attendance.hear(word)
    return word


def say_list(desk: Desk, body: ListedBody, actor: Actor) -> None:
    """Journal guests of a list, and hear of each."""
    fact = desk.tx.append(GUESTS_LISTED, actor.id, GUESTS_LISTED.write(body))
    for said in body.guests:
        desk.attendance.hear(Word(desk.device, fact.hlc, fact.corrected_ms, fact.actor, said))


def come_in(desk: Desk, guest: Guest, entry: Entry, actor: Actor) -> Verdict:
    """Sign them in, if nothing stands against it that is not set aside."""
    if not actor.may(Permission.ACT_FOR_ONESELF) or (entry.despite and not actor.may(Permission.SERVE)):
        return not_permitted(desk)
    state, event = desk.state(guest.id), desk.event
    allowed = _allowed(entry, actor)
    judged = judge(
        event,
        guest,
        state,
        desk.context.now(),
        session=entry.session,
        zone=entry.zone,
        despite=allowed,
        free=desk.free(),
    )
    if judged.kind is not VerdictKind.WELCOME:
        return refused(desk, guest, judged, entry, actor)
    crowd = entry.people > 1 + guest.plus_ones
    if crowd and Despite.FULL not in allowed:
        left = Judged(VerdictKind.FULL, judged.session, free=1 + guest.plus_ones)
        return refused(desk, guest, left, entry, actor)
    stood = _stood_against(desk, guest, state, entry, allowed)
    if crowd:
        stood = tuple(dict.fromkeys((*stood, str(Despite.FULL))))
    body = SignedInBody(
        event=event.id,
        guest=guest.id,
        turn=desk.turn(guest.id),
        people=entry.people,
        how=entry.how,
        session=judged.session,
        zone=entry.zone,
        tags=guest.tags,
        desk=desk.name,
        despite=stood,
        approved_by=entry.approval.staff if entry.approval is not None and stood else "",
    )
    word = say(desk, GUEST_SIGNED_IN, body, actor)
    given = attended(desk, guest, state, entry.zone, actor)
    return welcome(desk, guest, judged, entry, word, given)


def come_along(
    desk: Desk, guest: Guest, session: str, more: int, actor: Actor, despite: Collection[str] = ()
) -> Verdict:
    """Companions of somebody who is in."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return not_permitted(desk)
    state = desk.state(guest.id)
    entry = Entry(session, how=How.PLUS_ONE, people=more)
    first = state.first
    if first is None:
        return come_in(desk, guest, replace(entry, people=more + 1, despite=tuple(despite)), actor)
    free = 1 + guest.plus_ones - state.inside
    if more > free and Despite.FULL not in despite:
        return refused(desk, guest, Judged(VerdictKind.FULL, session, free=max(0, free)), entry, actor)
    body = SignedInBody(
        event=desk.event.id,
        guest=guest.id,
        turn=desk.turn(guest.id),
        people=more,
        plus=True,
        how=How.PLUS_ONE,
        session=session or first.session,
        tags=guest.tags,
        desk=desk.name,
        despite=(Despite.FULL,) if more > free else (),
    )
    word = say(desk, GUEST_SIGNED_IN, body, actor)
    return welcome(desk, guest, Judged(VerdictKind.WELCOME, body.session), entry, word, ())


def go_out(desk: Desk, guest: Guest, people: int, actor: Actor) -> Verdict:
    """They leave, and may come again."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return not_permitted(desk)
    state = desk.state(guest.id)
    judged = judge_leaving(state)
    if judged.kind is not VerdictKind.GOODBYE:
        return _verdict(desk, guest, judged, Entry())
    body = LeftBody(event=desk.event.id, guest=guest.id, turn=desk.turn(guest.id), people=people, desk=desk.name)
    word = say(desk, GUEST_LEFT, body, actor)
    return replace(_verdict(desk, guest, judged, Entry()), ref=word.id, people=people or state.inside)


def refused(desk: Desk, guest: Guest, judged: Judged, entry: Entry, actor: Actor) -> Verdict:
    """They do not come in, which is journalled."""
    body = RefusedBody(event=desk.event.id, guest=guest.id, code=judged.kind)
    desk.tx.append(GUEST_REFUSED, actor.id, GUEST_REFUSED.write(body))
    return _verdict(desk, guest, judged, entry)


def welcome(
    desk: Desk, guest: Guest, judged: Judged, entry: Entry, word: Word, given: tuple[RewardView, ...]
) -> Verdict:
    """They are in."""
    assert isinstance(word.said, SignedInBody)
    shown = _verdict(desk, guest, judged, entry)
    return replace(
        shown, at=instant(word.at), ref=word.id, people=word.said.people, given=given, badge=desk.event.badge
    )


def not_permitted(desk: Desk) -> Verdict:
    """Whoever asks may not."""
    return Verdict(VerdictKind.UNREADABLE, desk.context.now(), refusal=Refusal(RefusalCode.NOT_PERMITTED))


def attended(desk: Desk, guest: Guest, before: GuestState, zone: str, actor: Actor) -> tuple[RewardView, ...]:
    """A member came, for the first time to the event or to a zone of it: what campaigns give for it."""
    if not guest.member or any(one.zone == zone for one in before.came):
        return ()
    campaigns = desk.context.campaigns(desk.tx)
    campaigns.state(guest.member)
    ref = desk.event.campaign_event or desk.event.id
    body = {"member": guest.member, "channel": str(at_event(actor).channel), "ref": ref} | (
        {"part": zone} if zone else {}
    )
    effects = campaigns.journal_rewards(desk.tx.append(EVENT_ATTENDED, actor.id, body))
    return reward_views(campaigns, [one for effect in effects for one in effect.granted], guest.member)


def at_event(actor: Actor) -> Actor:
    """Whoever acts, where they act: staff at the desk of an event, a customer at their own station."""
    return replace(actor, channel=Channel.EVENT) if isinstance(actor, Staff) else actor


def _allowed(entry: Entry, actor: Actor) -> tuple[str, ...]:
    """What may be set aside by whoever asks."""
    manager = entry.approval is not None or actor.may(Permission.LET_IN)
    return tuple(one for one in entry.despite if manager or one not in NEEDS_MANAGER)


def _stood_against(
    desk: Desk, guest: Guest, state: GuestState, entry: Entry, allowed: Collection[str]
) -> tuple[str, ...]:
    """Of what was set aside, what did stand against it: each alone would have kept them out."""
    found = []
    for one in dict.fromkeys(allowed):
        others = [other for other in allowed if other != one]
        without = judge(
            desk.event,
            guest,
            state,
            desk.context.now(),
            session=entry.session,
            zone=entry.zone,
            despite=others,
            free=desk.free(),
        )
        if without.kind is not VerdictKind.WELCOME and LETS_IN.get(without.kind) == one:
            found.append(str(one))
    return tuple(found)


def _verdict(desk: Desk, guest: Guest, judged: Judged, entry: Entry) -> Verdict:
    aside = LETS_IN.get(judged.kind)
    state = desk.state(guest.id)
    return Verdict(
        judged.kind,
        desk.context.now(),
        guest_view(desk, guest),
        judged.session,
        entry.zone,
        0,
        entry.how,
        first=in_already(desk, judged.first) if judged.first is not None else None,
        entries=sum(not one.double and not one.plus for one in state.came),
        since=judged.since,
        until=judged.until,
        right_session=judged.right_session,
        questions=judged.questions,
        free=judged.free,
        reason=judged.reason,
        sets_aside=str(aside) if aside is not None else "",
        manager=aside in NEEDS_MANAGER,
        offline=not desk.online,
    )
