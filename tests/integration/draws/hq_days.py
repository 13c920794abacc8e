"""HQ's days of draws, until it is killed: lists are frozen, published and drawn, winners told, prizes passed on.

It tells of what it has done when that is durable."""

from __future__ import annotations

import json
import os
import random
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from kiosk.domain.draws.facts import PassReason
from kiosk.domain.draws.life import State
from kiosk.domain.journal import facts
from kiosk.hq.draws_batch.passing import DrawFault
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.database import Database
from tests.unit.hq.draws_batch.rig import chain_with, comes_out
from tests.unit.hq.rig import NOON_MS, MemoryVault, TestClock, headquarters

HOUR = 3_600_000
Told = tuple[str, ...]
_HOURS = {"dawn": "09:00", "noon": "13:00", "dusk": "19:00"}


class KeptVault(MemoryVault):
    """Outlives its program."""

    def __init__(self, path: Path) -> None:
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        super().__init__({name: bytes.fromhex(secret) for name, secret in kept.items()})
        self._path = path

    def put(self, name: str, secret: bytes) -> None:
        super().put(name, secret)
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps({one: kept.hex() for one, kept in self.items()}), encoding="utf-8")
        new.replace(self._path)


class Chance:
    """No life draws what another drew."""

    def bytes(self, count: int) -> bytes:
        return os.urandom(count)

    def uniform(self, low: float, high: float) -> float:
        return random.uniform(low, high)


def rules() -> str:
    """Three draws a day, of a thing and of points each."""
    draws = "".join(
        f"""
  - id: {name}
    name: NAME
    at: "{at}"
    alternates: 3
    prizes:
      - {{code: mug, name: NAME, count: 2, value: 50}}
      - {{code: ten, name: NAME, count: 1, value: 10}}"""
        for name, at in _HOURS.items()
    )
    booked = "".join(
        f"\n  - {{id: {name}, name: NAME, when: {{event: won, ref: {name}, part: ten}}, give: [{{points: 10}}]}}"
        for name in _HOURS
    )
    tickets = ", ".join(f"{{tickets: {name}}}" for name in _HOURS)
    return f"""
draws:{draws}
rules:
  - {{id: chance, name: NAME, when: seen, give: [{tickets}]}}{booked}
"""


def prepared(folder: Path) -> None:
    """A chain with members who hold tickets."""
    hq = headquarters(folder)
    chain_with(hq, {f"m{n}": 1 + n % 3 for n in range(8)}, rules(), draws=tuple(_HOURS))
    vault = KeptVault(folder / "vault.json")
    assert isinstance(hq.context.vault, MemoryVault)
    for name, secret in hq.context.vault.items():
        vault.put(name, secret)
    hq.database.close()


def opened(folder: Path) -> tuple[Headquarters, TestClock]:
    """HQ as it lies there, a moment after the last thing that it journalled."""
    clock = TestClock()
    vault = KeptVault(folder / "vault.json")
    hq = Headquarters(Database(folder / "hq.db"), clock, Chance(), vault, folder / "snapshots")
    told = hq.facts("hq", 1)
    clock.now = max(NOON_MS, facts.decode(told[-1]).at if told else 0) + 1_000
    return hq, clock


def live(folder: Path, tells: Connection) -> None:
    """Go on with the days."""
    hq, clock = opened(folder)
    dice = random.Random()
    while True:
        work = hq.draws.clock()
        while work.once():
            tells.send(("did",))
        for seen in hq.draws.every():
            if seen.state is State.PUBLISHED:
                comes_out(hq, seen)
            elif seen.drawn is not None:
                tells.send(("drawn", seen.draw, str(seen.seq), seen.drawn.result))
        drawn = [one for one in hq.draws.every() if one.state is State.DRAWN]
        if drawn:
            of, place = dice.choice(drawn[-4:]), dice.randrange(3)
            with suppress(DrawFault):
                done = hq.draws.pass_on(of.draw, place, dice.choice(list(PassReason)), "s-1", "s-2")
                tells.send(("passed", done.draw, str(done.seq), str(place), str(done.entrant), str(done.alternate)))
        clock.now += dice.choice((0, 1, 1, 2)) * HOUR
