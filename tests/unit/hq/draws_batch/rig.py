"""A campaign with a draw, members with tickets, and a beacon of the test's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.hq.draws.steps import DrawSeen
from kiosk.hq.draws_batch.clock import DrawClock
from kiosk.hq.draws_batch.files import unpacked
from kiosk.hq.draws_batch.rows import BUCKET
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.publish import all_rows
from kiosk.protocol.rows import DrawRow
from tests.shared.wheels import beacon, goes_by
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal, TestClock

DRAW = "autumn/grand/2026-10-01"
HOUR = 3_600_000
RULES = """
stock:
  - {id: mug, name: NAME, value: 50, quantity: 500}
  - {id: bike, name: NAME, value: 5000, quantity: 5}
draws:
  - id: grand
    name: NAME
    at: "13:00"
    days: [2026-10-01]
    alternates: ALTERNATES
    prizes:
      - {code: mug, name: NAME, count: MUGS, value: 50}
      - {code: bike, name: NAME, count: 1, value: 5000}
rules:
  - {id: chance, name: NAME, when: seen, give: [{tickets: grand}]}
  - {id: mug, name: NAME, when: {event: won, ref: grand, part: mug}, give: [{points: 10}]}
  - {id: bike, name: NAME, when: {event: won, ref: grand, part: bike}, give: [{points: 100}]}
  - {id: mug-itself, name: NAME, when: {event: won, ref: grand, part: mug}, give: [{gift: mug}]}
  - {id: bike-itself, name: NAME, when: {event: won, ref: grand, part: bike}, give: [{gift: bike}]}
"""


def rules(mugs: int = 2, alternates: int = 2) -> str:
    """One bike and so many mugs, mugs first."""
    return RULES.replace("MUGS", str(mugs)).replace("ALTERNATES", str(alternates))


def chain_with(
    hq: Headquarters, tickets: dict[str, int], text: str | None = None, *, draws: Sequence[str] = ("grand",)
) -> Terminal:
    """The campaign, a beacon, and these members with tickets for `draws`, told by a till."""
    published(hq, rules() if text is None else text)
    goes_by(hq, beacon())
    with_members(hq, *(member(name) for name in tickets))
    till = Terminal.enrolled(hq)
    for draw in draws:
        for name, count in tickets.items():
            gives(till, name, count, draw)
    pushes(till, queue=5_000)
    return till


def gives(till: Terminal, name: str, count: int, draw: str = "grand") -> Any:
    """A member gets tickets at a till, and nothing of it is pushed yet."""
    stamp = buys(till, name, f"x-{name}-{len(till.chain)}")
    made = reward(till, name, "chance", stamp, RewardKind.TICKETS, draw, count)
    decides(till, name, made)
    return made


def comes_out(hq: Headquarters, seen: DrawSeen) -> None:
    """The round that a draw waits for."""
    manifest = seen.manifest
    assert manifest is not None
    assert manifest.beacon is not None
    assert hq.wheels.put_round(manifest.beacon.round, beacon().signature(manifest.beacon.round))


def at_one(hq: Headquarters, clock: TestClock) -> DrawClock:
    """It is one o'clock, and HQ has done what is due."""
    clock.now += HOUR
    made = hq.draws.clock()
    made.settle()
    return made


def drawn(hq: Headquarters, clock: TestClock, tickets: dict[str, int], text: str | None = None) -> DrawSeen:
    """A draw that was held."""
    chain_with(hq, tickets, text)
    made = at_one(hq, clock)
    clock.now += HOUR
    comes_out(hq, hq.draws.every()[-1])
    made.settle()
    return hq.draws.every()[-1]


def file_of(hq: Headquarters, name: str = DRAW, seq: int | None = None) -> Any:
    """The published file, as it is."""
    path: Path = hq.draws.file(name, seq).path
    return json.loads(unpacked(path))


def rows(hq: Headquarters) -> list[DrawRow]:
    """What terminals are told, by draw and seq."""
    with hq.database.read() as tx:
        return sorted(all_rows(tx, BUCKET, DrawRow), key=lambda row: (row.draw, row.seq))
