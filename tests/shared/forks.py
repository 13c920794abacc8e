"""Processes of tests that are forked, where that can be, from one that has imported already what they need, and does
nothing else: importing takes each of them two seconds and more. There is one such process for all tests of a run."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import IO, Any

CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
PROCESSES: Any = multiprocessing.get_context("forkserver" if CAN_FORK else "spawn")

if CAN_FORK:
    PROCESSES.set_forkserver_preload(
        [
            "tests.e2e.desk",
            "tests.e2e.hq_forked",
            "tests.e2e.start",
            "tests.e2e.till",
            "tests.integration.draws.hq_days",
        ],
    )


class Forked:
    """As much of a `Popen` as tests ask for: a module's `main` in a process of its own, whose output is in `stdout` and
    whose faults are in the file `errors`."""

    def __init__(self, module: str, *words: str, errors: Path) -> None:
        hears, tells = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=_run, args=(module, words, errors, tells))
        self._process.start()
        tells.close()
        self.stdout: IO[str] = os.fdopen(os.dup(hears.fileno()), encoding="utf-8")
        hears.close()

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        code: int | None = self._process.exitcode
        return code

    def wait(self, timeout: float | None = None) -> int:
        """Until it has ended. Raises TimeoutExpired."""
        self._process.join(timeout)
        if (code := self.poll()) is None:
            raise subprocess.TimeoutExpired("a process of a test", timeout or 0.0)
        return code

    def kill(self) -> None:
        """As a power cut would."""
        self._process.kill()

    def __enter__(self) -> Forked:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stdout.close()
        self.wait()


def _run(module: str, words: tuple[str, ...], errors: Path, tells: Connection) -> None:
    os.dup2(tells.fileno(), 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = errors.open("a", encoding="utf-8", buffering=1)
    os.dup2(sys.stderr.fileno(), 2)
    sys.exit(import_module(module).main(words))


def begun(module: str, *words: str, errors: Path) -> Forked | subprocess.Popen[str]:
    """`python -m MODULE WORDS…` of this project, forked where that can be."""
    if not CAN_FORK:
        command, root = [sys.executable, "-m", module, *words], Path(__file__).parents[2]
        with errors.open("a", encoding="utf-8") as file:
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=file, text=True, encoding="utf-8", cwd=root)
    return Forked(module, *words, errors=errors)
