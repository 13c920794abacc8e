"""The ways in that the settings ask for."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from requests.adapters import HTTPAdapter, Retry

from kiosk import till
from kiosk.adapters.clock import SystemRandomness
from kiosk.adapters.till.token import FILE
from kiosk.config import Settings
from kiosk.till import TillDoors
from tests.integration.till.rig import TillRig
from tests.simulation.world import World


class Heard(logging.Handler):
    """Notices that something was logged."""

    def __init__(self) -> None:
        super().__init__()
        self.said = threading.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.said.set()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "terminal", tmp_path / "secret")


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other


@pytest.fixture
def patient() -> Iterator[requests.Session]:
    """Tries again until somebody answers."""
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=Retry(total=500, backoff_factor=0.01, backoff_max=0.2)))
        yield session


def test_without_settings_nothing_is_opened(world: World, settings: Settings) -> None:
    before = threading.active_count()
    doors = TillDoors(settings, TillRig(world, threaded=True).bridge, SystemRandomness())
    threads = threading.active_count()
    doors.start()
    assert threading.active_count() == threads > before  # the ledger's own
    doors.close()
    assert not (settings.data_dir / FILE).exists()


def test_a_port_that_is_taken_is_said_once_and_opened_when_it_is_free(
    world: World,
    settings: Settings,
    taken: socket.socket,
    patient: requests.Session,
    monkeypatch: pytest.MonkeyPatch,
    allowed_warnings: list[str],
) -> None:
    allowed_warnings += ["no till can reach this terminal", "Retrying"]
    handler = Heard()
    till.log.addHandler(handler)
    monkeypatch.setattr(till, "RETRY_S", 0.01)
    port = taken.getsockname()[1]
    doors = TillDoors(replace(settings, till_port=port), TillRig(world, threaded=True).bridge, SystemRandomness())
    doors.start()
    handler.said.wait()
    till.log.removeHandler(handler)
    taken.close()
    token = (settings.data_dir / FILE).read_text("ascii").strip()
    place = f"http://127.0.0.1:{port}/v1/transactions/T-1"
    answer = patient.get(place, headers={"Authorization": f"Bearer {token}"}, timeout=60)
    assert answer.json()["state"] == "unknown"
    doors.close()
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
        raise AssertionError("somebody answers there")


def test_it_closes_while_it_still_waits_for_the_port(
    world: World, settings: Settings, taken: socket.socket, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("no till can reach this terminal")
    port = taken.getsockname()[1]
    doors = TillDoors(replace(settings, till_port=port), TillRig(world, threaded=True).bridge, SystemRandomness())
    doors.start()
    doors.close()


def test_the_folder_is_made_and_answered(world: World, settings: Settings, tmp_path: Path) -> None:
    rig = TillRig(world, threaded=True)
    root = tmp_path / "drop"
    arrived = threading.Event()
    place = root / "in"
    place.mkdir(parents=True)
    basket = {"currency": "TWD", "amount": 1_000}
    (place / "T-1.basket.json").write_text(json.dumps(basket), "utf-8")
    rig.seen.on_basket = arrived.set
    doors = TillDoors(replace(settings, till_drop=str(root)), rig.bridge, SystemRandomness())
    doors.start()
    arrived.wait()
    doors.close()  # what is under way is finished
    said = json.loads((root / "out" / "T-1.basket.json").read_bytes())
    assert said["transaction"]["quote"]["total"] == 1_000
