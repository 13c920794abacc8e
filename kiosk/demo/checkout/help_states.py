"""States in which somebody at a station without staff calls for help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.clock import NOW
from kiosk.demo.store.people import STORE
from kiosk.protocol.rows import HelpRow


def call(
    stage: Stage,
    call_id: str = "h-1",
    *,
    device: str = "d-09",
    name: str = "S02-K1",
    since: datetime = NOW,
    **more: object,
) -> None:
    """HQ tells of a call of a self-service station of the store. `more`: of the row."""
    row = HelpRow(call_id, device, name, since, **more)  # type: ignore[arg-type]
    stage.store.publish(f"store/{STORE}/help", call_id, row)
    stage.window.on_reference_changed()
    stage.settle()


def _called(stage: Stage) -> None:
    stage.basket()
    call(stage, since=NOW - timedelta(minutes=2))
    call(stage, "h-2", name="S02-K2")


def _called_at_the_door(stage: Stage) -> None:
    call(stage, since=NOW - timedelta(minutes=2))


HELP_STATES: dict[str, Callable[[Stage], None]] = {
    "help_called": _called,
    "help_called_locked": _called_at_the_door,
}
