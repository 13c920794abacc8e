"""States of draws at the self-service station: every look, before and after, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.sales.outcomes import MemberFound
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.wheels import CAMPAIGN, WHEEL, publish_wheel
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.channels import Channel
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Customer

Play = Callable[[Stage], None]


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

    states: dict[str, Play] = {"self_home_draw": at_home}
    for look in WheelLook:
        states[f"self_draw_{look}"] = at_wheel(look)
        states[f"self_draw_{look}_won"] = at_wheel(look, "wheel_main")
    states["self_draw_proof"] = at_wheel(WheelLook.WHEEL, "wheel_main", "wheel_proof")
    states["self_draw_check"] = others_won("wheel_check")
    states["self_draw_winners"] = others_won("wheel_winners")
    states["self_draw_not_ready"] = at_wheel(WheelLook.WHEEL, slots=0)
    states["self_draw_waiting"] = waiting
    return states
