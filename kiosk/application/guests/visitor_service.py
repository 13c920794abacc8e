"""Events for somebody alone at a station, behind one interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.domain.refusals import Refusal, RefusalCode

# use cases are imported when the first is asked for: the window is painted before that
if TYPE_CHECKING:
    from kiosk.application.context import Context
    from kiosk.application.guests.visitor_outcomes import Gathering, SignUpAsked
    from kiosk.application.ports.ledger import LedgerTx
    from kiosk.application.sales.outcomes import Visit
    from kiosk.domain.guests.event import Guest
    from kiosk.domain.scan.events import ScanEvent
    from kiosk.domain.staff.actors import Actor


class VisitorApi(Protocol):
    """Use cases of somebody alone. What is answered after a change is durable."""

    def gatherings(self, visit: Visit | None) -> tuple[Gathering, ...]:
        """Events of this store that concern whoever stands here: those to be judged first. A code only for who proved
        who they are."""

    def place_at(self, event: str, guest: str) -> Gathering | Refusal:
        """How a guest stands to an event now. EVENT_UNKNOWN, GUEST_UNKNOWN."""

    def ticket_shown(self, scan: ScanEvent) -> Gathering | None:
        """Whose ticket or badge was held up; None: it is none of an event here."""

    def new_sign_up(self) -> str:
        """A fresh id for one."""

    def sign_up(self, event: str, asked: SignUpAsked, actor: Actor) -> Gathering | Refusal:
        """Somebody is on the list, for sure once HQ has said so. WALK_INS_CLOSED: nobody can sign up; EVENT_FULL,
        ANSWER_BAD, NAME_BAD, PHONE_BAD."""

    def give_up(self, event: str, guest: str, key: str, actor: Actor) -> Gathering | Refusal:
        """Who signed up does not come; their place is free for others. `key`: of the gathering. EVENT_UNKNOWN,
        GUEST_UNKNOWN, GUEST_CAME."""

    def say_opinion(self, event: str, guest: str, score: int, words: str, actor: Actor) -> Refusal | None:
        """How likely a guest would recommend an event, 0 to 10, and words ("": none), in place of what they said
        before. EVENT_UNKNOWN, GUEST_UNKNOWN, ANSWER_BAD."""


class VisitorService:
    """Implements `VisitorApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def gatherings(self, visit: Visit | None) -> tuple[Gathering, ...]:
        """Those to be judged first."""
        from kiosk.application.guests import visitors

        return self._context.ledger.run(lambda tx: visitors.gatherings(self._context, tx, visit))

    def place_at(self, event: str, guest: str) -> Gathering | Refusal:
        """How a guest stands to it."""
        from kiosk.application.guests import visitors

        return self._context.ledger.run(lambda tx: visitors.standing(self._context, tx, event, guest))

    def ticket_shown(self, scan: ScanEvent) -> Gathering | None:
        """Whose ticket it is."""
        from kiosk.application.guests import visitors

        return self._context.ledger.run(lambda tx: visitors.ticket_shown(self._context, tx, scan))

    def new_sign_up(self) -> str:
        """A fresh id."""
        return self._context.new_id()

    def sign_up(self, event: str, asked: SignUpAsked, actor: Actor) -> Gathering | Refusal:
        """In one transaction, then their row beside HQ's."""
        from kiosk.application.guests import visitors

        def do(tx: LedgerTx) -> tuple[Gathering, Guest] | Refusal:
            return visitors.sign_up(self._context, tx, event, asked, actor)

        done = self._context.ledger.run(do)
        if isinstance(done, Refusal):
            return done
        shown, guest = done
        self._context.reference.guests.put([guest])
        return shown

    def give_up(self, event: str, guest: str, key: str, actor: Actor) -> Gathering | Refusal:
        """In one transaction."""
        from kiosk.application.guests import visitors

        return self._context.ledger.run(lambda tx: visitors.give_up(self._context, tx, event, guest, key, actor))

    def say_opinion(self, event: str, guest: str, score: int, words: str, actor: Actor) -> Refusal | None:
        """In one transaction."""
        from kiosk.application.guests import visitors

        def do(tx: LedgerTx) -> Refusal | None:
            desk = visitors.visitor_desk(self._context, tx, event, guest)
            if isinstance(desk, Refusal):
                return desk
            found = desk.guest(guest)
            if found is None:
                return Refusal(RefusalCode.GUEST_UNKNOWN)
            return visitors.say_opinion(desk, found, score, words, actor)

        return self._context.ledger.run(do)
