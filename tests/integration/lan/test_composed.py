"""A terminal speaks to others while its station is one of an event, and not otherwise."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.application.ports.lan import LanStatus
from kiosk.bootstrap import Terminal, open_terminal
from kiosk.domain.stations import StationRole
from tests.e2e.desks import HUNG_S, prepare, settings_of


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desks")
    prepare(folder, ("d-1", "d-2"), 3)
    return folder


def opened(folder: Path, device: str, **more: object) -> Terminal:
    return open_terminal(replace(settings_of(folder, device), lan_port=0, lan_host="127.0.0.1", **more))  # type: ignore[arg-type]


def until(terminal: Terminal, true: Callable[[LanStatus], bool]) -> LanStatus:
    came = threading.Event()
    terminal.lan.on_change(lambda status: came.set() if true(status) else None)
    if not true(terminal.lan.status()):
        assert came.wait(HUNG_S), terminal.lan.status()
    return terminal.lan.status()


def test_it_begins_and_ends_with_the_station(prepared: Path) -> None:
    one = opened(prepared, "d-1")
    assert not one.lan.status().on  # not before it is started
    one.lan.start()
    port = until(one, lambda status: status.port > 0).port
    two = opened(prepared, "d-2", lan_peers=f"127.0.0.1:{port}")
    two.lan.start()
    (desk,) = until(two, lambda status: status.together == 2).desks
    assert (desk.device, desk.name) == ("d-1", "D-1")
    news = threading.Event()
    one.lan.on_news(news.set)
    two.service.switch_station(StationRole.CHECKOUT, "s-1")  # journalled, so the other hears of it
    assert news.wait(HUNG_S)
    two.lan.start()
    until(two, lambda status: not status.on)
    until(one, lambda status: status.together == 1)
    two.lan.start()
    two.close()
    one.lan.start()  # again is no second time
    assert one.lan.status().port == port
    one.close()
    one.close()


def test_a_till_listens_to_nobody_nor_a_desk_that_is_told_not_to(prepared: Path) -> None:
    for more in ({"station": "checkout"}, {"station": "stage", "lan": False}):
        terminal = opened(prepared, "d-1", **more)
        terminal.lan.start()
        terminal.close()
        assert terminal.lan.status() == LanStatus()


def test_a_desk_without_its_key_says_so(
    prepared: Path, caplog: pytest.LogCaptureFixture, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("speaks to no other")
    one = opened(prepared, "d-1", station="stage")
    one.lan._sign._keys.delete("device-key")
    one.lan.start()
    assert until(one, lambda status: bool(status.trouble)).trouble == "no_key"
    one.close()
