"""`kiosk hq draws leases|beacons` on a real data folder, with a real beacon on loopback."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import yaml

from kiosk.adapters.clock import SystemClock
from kiosk.cli import hq as cli_hq
from kiosk.demo.beacon import BeaconServer, beacon_server
from tests.integration.hq.test_cli_hq import data, hq
from tests.shared import wheels
from tests.shared.wheels import leased
from tests.unit.hq.campaign_rig import document
from tests.unit.hq.rig import Terminal

__all__ = ["data"]


def goes_by(data: Path, server: BeaconServer) -> None:
    file = data.parent / "beacon.yaml"
    file.write_text(yaml.safe_dump(server.settings()), encoding="utf-8")
    assert hq("draws", "beacons", "--set", str(file), data=data) == 0


def test_leases_are_listed_and_given_back(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with beacon_server(b"cli", time.time) as server:
        goes_by(data, server)
        assert "not the public beacon" in capsys.readouterr().out
        office = cli_hq.open_hq(data)
        text = document(wheels.rules()).replace("2026-09-25", "2020-01-01").replace("2026-10-20", "2999-01-01")
        assert office.publish_campaign(text)
        till = Terminal.enrolled(office, "xinyi", clock=SystemClock())  # type: ignore[arg-type]
        tape = leased(till, "w-1")
        signature = server.beacon.signature(tape.lease.beacon.round)
        office.database.close()
        number = str(tape.lease.beacon.round)
        assert hq("draws", "beacons", "--round", number, "--signature", "00" * 48, data=data) == 1
        assert hq("draws", "beacons", "--round", number, "--signature", "00", data=data) == 2
        assert hq("draws", "beacons", "--signature", "00", data=data) == 2
        assert hq("draws", "beacons", "--round", number, "--signature", signature.hex(), data=data) == 0
        assert hq("draws", "beacons", "--ask", data=data) == 0
        assert f"{server.url}: good" in capsys.readouterr().out
    assert hq("draws", "beacons", "--ask", data=data) == 1
    assert hq("draws", "beacons", data=data) == 0
    assert f"round {number}" in capsys.readouterr().out
    assert hq("draws", "beacons", "--json", data=data) == 0
    assert json.loads(capsys.readouterr().out)["rounds"][0]["signature"] == signature.hex()
    assert hq("draws", "leases", data=data) == 0
    listed = capsys.readouterr().out
    assert f"{tape.id}" in listed
    assert "mug: 9 = 0 won + " in listed
    assert hq("draws", "leases", "--give-back", tape.id, data=data) == 1
    assert "Say --yes" in capsys.readouterr().out
    assert hq("draws", "leases", "--give-back", tape.id, "--by", "it", "--yes", data=data) == 0
    assert hq("draws", "leases", "--give-back", tape.id, "--yes", data=data) == 1
    capsys.readouterr()
    assert hq("draws", "leases", "--json", data=data) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(one["state"], one["decided_by"]) for one in said["leases"]] == [("returned", "it")]
    assert all(prize["open"] == 0 for one in said["wheels"] for prize in one["prizes"])


def test_settings_that_are_none_say_why(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data.parent / "beacon.yaml"
    for text, why in (("relays: [ftp://x]", "no address"), ("x: 1", "`relays`"), ("{", "beacon.yaml")):
        file.write_text(text, encoding="utf-8")
        assert hq("draws", "beacons", "--set", str(file), data=data) == 2
        assert why in capsys.readouterr().err
    assert hq("draws", "beacons", "--usual", data=data) == 0
    assert "api.drand.sh" in capsys.readouterr().out
