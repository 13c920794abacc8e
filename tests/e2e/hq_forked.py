"""HQ for the end-to-end tests: `kiosk hq run` as a process of its own, forked from one that has imported it
(`tests.shared.forks`). How the program starts by itself is tried in tests/integration/hq/test_server.py."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import kiosk.hq.web.server  # noqa: F401  (what a fork need not import again)
from tests.shared.forks import Forked


def start_hq(folder: Path, *, port: int = 0) -> tuple[Any, str]:
    """As `kiosk.hq_process.start_hq`. Raises RuntimeError when it does not come up."""
    if sys.platform == "win32":
        from kiosk import hq_process

        return hq_process.start_hq(folder, port=port)
    words = ("hq", "run", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port))
    process = Forked("kiosk.__main__", *words, errors=folder / "hq.log")
    for line in process.stdout:
        if "http://" in line:
            return process, line[line.index("http://") :].split()[0].rstrip(".")
    raise RuntimeError(f"HQ did not start (exit code {process.wait()})")
