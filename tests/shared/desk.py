"""Desks at an event: tills in memory that hear of each other when they meet, as over the hall's network."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.adapters.db import guest_people
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.db.peers import PeerBatch
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.guests.outcomes import Verdict, WalkIn
from kiosk.application.ports.guests import KeptGuest
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Event, Guest, Tag, TagLook
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.journal.facts import decode
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.texts import LocalText
from kiosk.domain.tokens import EventTicketClaims
from tests.fakes import IDENTITY, KEY
from tests.shared.memory import reference_in_memory
from tests.shared.till import ZONE, Till

NAMES = LocalText("週年慶", "周年庆", "Anniversary")
VOLUNTEER = Staff("s-1", "林怡君", Role.CLERK, Channel.EVENT)
MANAGER = Staff("s-2", "張志豪", Role.MANAGER, Channel.EVENT)
DAY = "2026-03-10"


def at(clock: str, day: str = DAY) -> datetime:
    """A time by the clock on the hall's wall."""
    return datetime.fromisoformat(f"{day} {clock}").replace(tzinfo=ZoneInfo(ZONE))


def gala(**changes: Any) -> Event:
    """An event from ten to six; the desk's clock says noon."""
    event = Event("gala", NAMES, at("10:00"), at("18:00"), ZONE, tags=(Tag("vip", NAMES, TagLook.VIP),))
    return replace(event, **changes)


class EventDesk(Till):
    """One desk. `device`, `name`: its own; `wrong_by`: what its clock is wrong by, and nobody told it."""

    def __init__(
        self,
        device: str = IDENTITY.device,
        name: str = "Door 1",
        *,
        folder: Path | None = None,
        wrong_by: timedelta = timedelta(),
    ) -> None:
        self._identity = replace(IDENTITY, device=device, terminal_name=name)
        self.device = device
        super().__init__(folder)
        self.clock.now += wrong_by // timedelta(milliseconds=1)

    def _opened(self, folder: Path | None, reference: Path | None) -> tuple[SqlLedger, SqlReference]:
        if folder is not None:
            return super()._opened(folder, reference)
        ledger = memory_ledger(KEY, self.clock, threaded=False)
        ledger.run(lambda tx: tx.begin_epoch(self._identity, "enrolled"))
        return ledger, reference_in_memory()

    def has_event(self, event: Event, *guests: Guest) -> None:
        """HQ tells of it, with its list."""
        self.put("store/N01/gatherings", event.id, event)
        for one in guests:
            self.put("store/N01/guests", f"{one.event}/{one.id}", one)

    def ticket(self, guest: str, event: str = "gala", **fields: Any) -> str:
        """A ticket that HQ signed."""
        return self.code(EventTicketClaims, event=event, registration=guest, **fields)

    def reads(self, text: str, event: str = "gala", actor: Actor = VOLUNTEER, **how: Any) -> Verdict:
        """Something is scanned; with `typed`, keyed in."""
        source = ScanSource.TYPED if how.pop("typed", False) else ScanSource.HANDHELD
        scan = ScanEvent(text, Symbology.QR, source, None, None, 0.0)
        self.clock.advance(1_000)
        found = self.service.scan_guest(event, scan, actor, **how)
        assert not isinstance(found, BadgeRead)
        return found

    def comes(self, guest: str, event: str = "gala", **how: Any) -> Verdict:
        """Somebody is chosen from the list."""
        self.clock.advance(1_000)
        return self.service.sign_in_guest(event, guest, how.pop("actor", VOLUNTEER), **how)

    def walks_in(self, name: str, event: str = "gala", **fields: Any) -> Verdict:
        """Somebody who is not on the list."""
        self.clock.advance(1_000)
        done = self.service.add_guest(event, WalkIn(name, **fields), VOLUNTEER)
        assert isinstance(done, Verdict), done
        return done

    def meets(self, other: EventDesk) -> None:
        """Each tells the other its journal and who walked in."""
        for one, two in ((self, other), (other, self)):
            two.hears(one.journal())
            assert guest_people.take(two.ledger, two.reference, one.people()) == ()

    def hears(self, journal: PeerBatch) -> None:
        """Another desk's facts come."""
        self.ledger.run(lambda tx: tx.append_of_peer(journal))

    def people(self) -> list[KeptGuest]:
        """Who walked in, as far as it is known here."""
        return self.ledger.run(
            lambda tx: [kept for event, _count in tx.kept_events() for kept in tx.kept_guests(event)]
        )

    def journal(self) -> PeerBatch:
        """All of it."""
        rows = self.ledger.run(lambda tx: tx.facts_after(1, 0, 100_000))
        return PeerBatch(self.device, 1, 1, tuple(row[1] for row in rows), rows[-1][2])

    def says(self) -> list[str]:
        """Kinds of its facts about guests."""
        rows = self.ledger.run(lambda tx: tx.facts_after(1, 0, 100_000))
        return [fact.kind for _seq, raw, _hash in rows if (fact := decode(raw)).kind.startswith(("guest", "event"))]


def refusal(found: object) -> str:
    """Why not."""
    assert isinstance(found, Refusal), found
    return str(found.code)


def kinds(*verdicts: Verdict) -> list[VerdictKind]:
    """What was said."""
    return [one.kind for one in verdicts]
