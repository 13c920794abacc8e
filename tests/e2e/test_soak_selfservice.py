"""The short form of `make soak-selfservice`: nothing is raised, and nothing stays of a session."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.watchdog.forgetting import environment
from tests.e2e.shop import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process as Linux tells it")
SESSIONS, MEASURED = 40, 20
"""Of all sessions, those after the caches have warmed up."""
_LINE = re.compile(r"^\d+: [\d.]+ MiB, (\d+) widgets, (\d+) objects$", re.MULTILINE)


def test_sessions_leave_no_widget_and_no_object(prepared: Path, tmp_path: Path) -> None:
    (tmp_path / "prepared").symlink_to(prepared)
    command = [sys.executable, "-m", "tests.soak.selfservice", "--folder", str(tmp_path), "--sessions", str(SESSIONS)]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment(os.environ), capture_output=True, encoding="utf-8", check=False
    )
    assert "0 faults" in ran.stdout, ran.stdout + ran.stderr
    measured = [(int(widgets), int(objects)) for widgets, objects in _LINE.findall(ran.stdout)]
    assert len(measured) > 5
    assert len({widgets for widgets, _ in measured}) == 1, measured
    assert measured[-1][1] - measured[0][1] < 20 * MEASURED, measured
