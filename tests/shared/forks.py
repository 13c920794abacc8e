"""Processes of tests that are forked, where that can be, from one that has imported already what they need, and does
nothing else: importing takes each of them a second and more. There is one such process for all tests of a run."""

from __future__ import annotations

import multiprocessing
import sys
from typing import Any

PROCESSES: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")

if sys.platform != "win32":
    PROCESSES.set_forkserver_preload(
        ["tests.e2e.desk", "tests.e2e.hq_forked", "tests.integration.draws.hq_days"],
    )
