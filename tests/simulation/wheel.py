"""A campaign with a wheel of few prizes, and a beacon of the simulation's own whose rounds come out by the true
time."""

from __future__ import annotations

from functools import lru_cache

from kiosk.demo.beacon import DemoBeacon
from kiosk.domain.draws.beacon import Chain, round_at
from kiosk.domain.time import Clock
from kiosk.hq.draws.fetching import BeaconFetcher
from kiosk.hq.draws.relays import Missing, Told
from kiosk.hq.headquarters import Headquarters
from tests.shared.campaign_text import NAME, head
from tests.simulation.surroundings import START_MS
from tests.simulation.world import World

CAMPAIGN, WHEEL = "fair", "lucky"


def wheel_campaign(
    grand: int = 1, mugs: int = 12, thanks: int = 87, *, spins: int = 1, version: int = 1, days: int = 60
) -> str:
    """The file: `spins` with each sale of a member. `days`: from 2026-11-20, in which it runs."""
    ends = f"{2026 + (10 + days // 30) // 12}-{(10 + days // 30) % 12 + 1:02d}-{days % 28 + 1:02d} 00:00"
    return f"""{head(CAMPAIGN, version=version, ends=ends)}
wheels:
  - id: {WHEEL}
    name: {NAME}
    prizes:
      - {{code: grand, name: {NAME}, count: {grand}, value: 500}}
      - {{code: mug, name: {NAME}, count: {mugs}, value: 50}}
      - {{code: thanks, name: {NAME}, count: {thanks}, thanks: true}}
rules:
  - {{id: spins, name: {NAME}, when: purchased, give: [{{spins: {{wheel: {WHEEL}, count: {spins}}}}}]}}
  - {{id: w-mug, name: {NAME}, when: {{event: spun, ref: {WHEEL}, part: mug}}, give: [{{points: 10}}], on_void: keep}}
"""


@lru_cache
def beacon() -> DemoBeacon:
    """One key for all worlds: making it takes a moment."""
    return DemoBeacon(b"simulation", START_MS // 1000 - 3_600)


@lru_cache(maxsize=4_096)
def _signature(number: int) -> bytes:
    return beacon().signature(number)


def with_wheel(hq: Headquarters, document: str | None = None) -> None:
    """HQ goes by the beacon, and publishes the campaign."""
    hq.wheels.set_beacon({"relays": ["http://relay.example"], "chain": beacon().chain.body()}, "test")
    hq.publish_campaign(document or wheel_campaign())


def fetch_rounds(world: World) -> int:
    """HQ's thread that fetches rounds has its turn, until there is nothing to do now. Gives how many came."""

    def relay(_address: str, chain: Chain, number: int, _clock: Clock) -> Told | Missing:
        out = number <= round_at(chain, world.true_ms // 1000)
        return Told(_signature(number)) if out and chain == beacon().chain else Missing.NOT_YET

    fetcher = BeaconFetcher(world.hq.context, relay)
    came = 0
    for _ in range(50):
        before = sum(bool(one.signature) for one in world.hq.wheels.rounds())
        if fetcher.once() != 0:
            break
        came += sum(bool(one.signature) for one in world.hq.wheels.rounds()) - before
    return came
