"""States of draws at the self-service station: every look, before and after, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.ports.draw_tickets import HeldTickets
from kiosk.application.sales.outcomes import MemberFound
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.papers import code_of
from kiosk.demo.store.wheels import CAMPAIGN, WHEEL, publish_wheel
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.channels import Channel
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Customer
from kiosk.domain.texts import LocalText

Play = Callable[[Stage], None]
HELD = tuple(
    HeldTickets(
        f"autumn/{draw}/2026-12-05", 1, name, datetime(2026, 12, 5, 10, tzinfo=UTC), hash_ * 16, first, count,
        code_of("KD1", 160),
    )
    for draw, name, hash_, first, count in (
        ("grand", LocalText("中秋抽月餅", "中秋抽月饼", "Mid-Autumn draw"), "7f3a", 123, 3),
        ("small", LocalText("週末抽茶具", "周末抽茶具", "Weekend draw"), "91c0", 8, 1),
    )
)  # fmt: skip
"""Tickets in two published lists."""


def spin_before(stage: Stage, member: str = "m1", *, shown: bool = False) -> Spun:
    """Somebody took a turn; `shown`: and saw it to the end."""
    api, me = stage.api, Customer()
    event = ScanEvent(stage.store.codes[f"M:{member}"], Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    found = api.scan(api.new_visit(Channel.SELF_SERVICE), event, me)
    assert isinstance(found, MemberFound), found
    spun = api.spin(found.visit, CAMPAIGN, WHEEL, SpinWay.FREE, me)
    assert isinstance(spun, Spun), spun
    if shown:
        api.spin_shown(spun.lease, spun.j, me)
    return spun


def draw_states(home: Play, tap: Callable[..., None]) -> dict[str, Play]:
    """Name → how to get there. `home`: brings a member to their page; `tap`: presses buttons by name."""

    def at_wheel(look: WheelLook, *names: str, slots: int = 40) -> Play:
        def play(stage: Stage) -> None:
            publish_wheel(stage.store, look, slots=slots)
            home(stage)
            tap(stage, "wheel_0", *names)

        return play

    def at_home(stage: Stage) -> None:
        publish_wheel(stage.store)
        home(stage)

    def waiting(stage: Stage) -> None:
        publish_wheel(stage.store, WheelLook.CAPSULE)
        spin_before(stage)
        home(stage)
        tap(stage, "wheel_0")

    def others_won(name: str) -> Play:
        def play(stage: Stage) -> None:
            publish_wheel(stage.store)
            for member in ("m2", "m5", "m7", "m1"):
                spin_before(stage, member, shown=True)
            home(stage)
            tap(stage, "wheel_0", name)

        return play

    def at_tickets(*names: str) -> Play:
        def play(stage: Stage) -> None:
            stage.store.held = HELD
            home(stage)
            tap(stage, "tile_due", "draw_tickets", *names)

        return play

    states: dict[str, Play] = {"self_home_draw": at_home}
    for look in WheelLook:
        states[f"self_draw_{look}"] = at_wheel(look)
        states[f"self_draw_{look}_won"] = at_wheel(look, "wheel_main")
    states["self_draw_proof"] = at_wheel(WheelLook.WHEEL, "wheel_main", "wheel_proof")
    states["self_draw_check"] = others_won("wheel_check")
    states["self_draw_winners"] = others_won("wheel_winners")
    states["self_draw_not_ready"] = at_wheel(WheelLook.WHEEL, slots=0)
    states["self_draw_waiting"] = waiting
    states["self_tickets"] = at_tickets()
    states["self_ticket"] = at_tickets("tickets_0")
    return states
