"""HQ for the end-to-end tests: `kiosk hq run` as a process of its own, forked from one that has imported it
(`tests.shared.forks`). How the program starts by itself is tried in tests/integration/hq/test_server.py."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TextIO

import kiosk.hq.web.server  # noqa: F401  (what a fork need not import again)
from kiosk.__main__ import main
from tests.shared.forks import PROCESSES


class HqForked:
    """As much of a `Popen` as whoever stops and kills HQ asks for."""

    def __init__(self, folder: Path, port: int) -> None:
        hears, tells = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=_run, args=(folder, port, tells))
        self._process.start()
        tells.close()
        self._hears: Connection = hears
        self.stdout: TextIO | None = None

    def url(self) -> str:
        """Where it listens. Raises RuntimeError when it does not come up."""
        with os.fdopen(os.dup(self._hears.fileno()), encoding="utf-8") as said:
            for line in said:
                if "http://" in line:
                    return line[line.index("http://") :].split()[0].rstrip(".")
        raise RuntimeError(f"HQ did not start (exit code {self.wait()})")

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        code: int | None = self._process.exitcode
        return code

    def wait(self, timeout: float | None = None) -> int:
        """Until it has ended. Raises TimeoutExpired."""
        self._process.join(timeout)
        if (code := self.poll()) is None:
            raise subprocess.TimeoutExpired("kiosk hq run", timeout or 0.0)
        self._hears.close()
        return code

    def kill(self) -> None:
        """As a power cut would."""
        self._process.kill()


def _run(folder: Path, port: int, tells: Connection) -> None:
    os.dup2(tells.fileno(), 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = (folder / "hq.log").open("a", encoding="utf-8")
    sys.exit(main(["hq", "run", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port)]))


def start_hq(folder: Path, *, port: int = 0) -> tuple[Any, str]:
    """As `kiosk.hq_process.start_hq`."""
    if sys.platform == "win32":
        from kiosk import hq_process

        return hq_process.start_hq(folder, port=port)
    process = HqForked(folder, port)
    return process, process.url()
