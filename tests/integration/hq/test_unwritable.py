"""HQ's process while nothing can be written, and after."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.integration.hq.test_server import Process, WebTerminal, kiosk, served, stop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs prlimit")


def lives_on(process: Process) -> None:
    """For a moment."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.popen.wait(0.2)


def test_health_and_pushes_say_that_nothing_can_be_written_and_it_goes_on_afterwards(tmp_path: Path) -> None:
    import resource

    folder = tmp_path / "data"
    kiosk("demo-data", "--members", "20", folder=folder)
    (folder / "hq.toml").write_text("idle_s = 5\n", "utf-8")
    process = served(folder, tmp_path / "hq.log")
    try:
        till = WebTerminal.through(process)
        assert requests.get(f"{process.url}/healthz", timeout=60).status_code == 200
        till.sale("t1", "some-coupon", right="accepted")
        _, most = resource.prlimit(process.popen.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(process.popen.pid, resource.RLIMIT_FSIZE, (0, most))
        assert till.call("POST", "/v1/push", till.batch(1, 1)).status == 503
        while (answer := requests.get(f"{process.url}/healthz", timeout=60)).status_code == 200:
            lives_on(process)  # what it found out a moment ago holds for five seconds
        assert answer.status_code == 503
        assert answer.json()["type"] == "disk_fault"
        assert till.pull("chain/stores") is not None  # what only reads goes on
        resource.prlimit(process.popen.pid, resource.RLIMIT_FSIZE, (most, most))
        assert till.push().acked == 1
        while requests.get(f"{process.url}/healthz", timeout=60).status_code != 200:
            lives_on(process)
    finally:
        assert stop(process) == 0
    assert "no flaw" in kiosk("verify", folder=folder)
