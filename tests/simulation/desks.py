"""Desks of an event over a network that loses, repeats, reorders and falls apart: the product's use cases, ledgers and
exchange, with clocks hours apart, programs that die, disks that are set back into new epochs. HQ is never there."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.lan.exchange import Exchange
from kiosk.adapters.lan.people import People
from kiosk.application.guests.outcomes import Arrival
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import GUEST_SIGNED_IN, GUEST_UNDONE
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.journal.facts import decode
from tests.integration.lan.desks import Vouched, Wire, key_of, settle, whims
from tests.shared.desk import VOLUNTEER, EventDesk, gala

NAMES = ("d-1", "d-2", "d-3", "d-4")
GUESTS = 12
EVENT = "gala"


class SimDesk(EventDesk):
    """A desk with its side of the exchange."""

    def __init__(self, device: str, trust: Vouched, wrong_by: timedelta, guests: list[Guest]) -> None:
        super().__init__(device, f"Door {device}", wrong_by=wrong_by)
        self.trust = trust
        self.context.randomness._next = NAMES.index(device) << 20  # type: ignore[attr-defined]  # nobody's ids are another's
        self.has_event(gala(), *guests)
        self.walked_in = 0
        self.start()

    def start(self) -> None:
        """The program starts, again."""
        sign = key_of(self.device).sign
        self.exchange = Exchange(self.ledger, self.device, self.trust, sign, self.clock, People(self.reference))

    def set_back(self, rng: random.Random) -> None:
        """HQ gave it a new epoch, into which goes what HQ had not acknowledged."""

        def begin(tx: LedgerTransaction) -> None:
            identity = tx.identity()
            assert identity is not None
            tx.set_meta("acked", str(rng.randrange(tx.head.seq + 1)))
            tx.begin_epoch(replace(identity, epoch=identity.epoch + 1), "restored")

        self.ledger.run(begin)


@dataclass
class Hall:
    """One world."""

    rng: random.Random
    desks: list[SimDesk] = field(default_factory=list)
    wires: dict[tuple[int, int], Wire] = field(default_factory=dict)
    said: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        trust = Vouched(NAMES)
        guests = [Guest(EVENT, f"g-{number}", f"王小{number}") for number in range(GUESTS)]
        for device in NAMES:
            wrong_by = timedelta(minutes=self.rng.choice((-120, -59, 0, 0, 1, 90)))
            self.desks.append(SimDesk(device, trust, wrong_by, guests))

    def step(self) -> None:
        """Something happens, and the network carries some of what is said."""
        rng = self.rng
        desk = rng.choice(self.desks)
        match rng.randrange(10):
            case 0 | 1 | 2:
                verdict = desk.comes(f"g-{rng.randrange(GUESTS)}")
                self.said[verdict.kind.value] += 1
            case 3:
                desk.walked_in += 1
                desk.walks_in(f"林走進{desk.walked_in}")
            case 4:
                self._undo(desk)
            case 5 | 6:
                pair = (rng.randrange(4), rng.randrange(4))
                if pair[0] < pair[1]:
                    self.wires[pair] = Wire(self.desks[pair[0]], self.desks[pair[1]], whims(rng))
            case 7 if self.wires:
                self.wires.pop(rng.choice(sorted(self.wires))).end()
            case 8 if rng.random() < 0.5:
                at = self.desks.index(desk)
                if rng.random() < 0.3:
                    desk.set_back(rng)
                desk.start()
                self.wires = {pair: wire for pair, wire in self.wires.items() if at not in pair}
            case 9 if self.wires:
                rng.choice(list(self.wires.values())).told_all()
        for wire in list(self.wires.values()):
            for _ in range(rng.randrange(5)):
                wire.step()

    def _undo(self, desk: SimDesk) -> None:
        """Somebody's last arrival was a mistake."""
        seen: list[Arrival] = [one for one in desk.service.arrivals(EVENT) if not one.undone and one.guest[0] == "g"]
        if seen and self.rng.random() < 0.3:
            desk.service.undo_guest(EVENT, self.rng.choice(seen).ref, "wrong_guest", VOLUNTEER)

    def heal(self) -> None:
        """All are in a row, and nothing is lost any more."""
        settle([Wire(one, other) for one, other in pairwise(self.desks)])

    def check(self) -> None:
        """All have everything, and say what the facts say, read here by rules of our own."""
        whole = {desk.device: (desk.ledger.head.epoch, desk.ledger.head.seq) for desk in self.desks}
        came, twice = self._by_the_facts()
        walked_in = sum(desk.walked_in for desk in self.desks)
        for desk in self.desks:
            places = desk.exchange.places()
            assert {device: (place.epoch, place.seq) for device, place in places.items()} == whole, desk.device
            told = desk.service.doubles(EVENT)
            assert sorted((one.guest, tuple(sorted(side.ref for side in one.sides))) for one in told) == twice, (
                desk.device
            )
            state = desk.service.counts(EVENT)
            assert (state.came, state.walk_ins, state.doubles) == (came + walked_in, walked_in, len(twice)), desk.device  # type: ignore[union-attr]
            names = {one.name for one in desk.service.arrivals(EVENT, most=10_000) if one.guest[0] != "g"}
            assert len(names) == len({name for other in self.desks for name in _walked_in(other)}), desk.device
        assert self.said.keys() <= {VerdictKind.WELCOME.value, VerdictKind.ALREADY_IN.value}

    def _by_the_facts(self) -> tuple[int, list[tuple[str, tuple[str, ...]]]]:
        """How many of the list came, and whose tickets came in at desks that had not heard of each other: whoever has
        two sign-ins that stand, since a desk that knows of one makes no other."""
        signed: dict[str, set[str]] = {}
        undone: set[str] = set()
        for desk in self.desks:
            for epoch in range(1, desk.ledger.head.epoch + 1):
                for _seq, raw, _hash in desk.ledger.run(lambda tx, epoch=epoch: tx.facts_after(epoch, 0, -1)):  # type: ignore[misc]
                    fact = decode(raw)
                    if fact.kind == GUEST_SIGNED_IN and fact.body["guest"][0] == "g":
                        signed.setdefault(fact.body["guest"], set()).add(f"{desk.device}/{fact.hlc:x}")
                    elif fact.kind == GUEST_UNDONE:
                        undone.add(fact.body["of"])
        stand = {guest: tuple(sorted(refs - undone)) for guest, refs in signed.items() if refs - undone}
        return len(stand), sorted((guest, refs) for guest, refs in stand.items() if len(refs) > 1)

    def close(self) -> None:
        for desk in self.desks:
            desk.close()


def _walked_in(desk: SimDesk) -> list[str]:
    return [f"林走進{number + 1}" for number in range(desk.walked_in)]


def play(seed: int, steps: int = 120) -> Hall:
    """A world, to its end. Raises AssertionError with the seed."""
    hall = Hall(random.Random(seed))
    try:
        for _ in range(steps):
            hall.step()
        hall.heal()
        hall.check()
    except AssertionError as error:
        raise AssertionError(f"seed {seed}: {error}") from error
    finally:
        hall.close()
    return hall
