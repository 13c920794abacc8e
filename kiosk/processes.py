"""Other programs, started so that they behave alike on every system: text is UTF-8, and no console window flashes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Windows opens a console for a program that has none, in the middle of the clerk's screen."""


def program(*, console: bool = False) -> list[str]:
    """How to call this program again. `console`: by the one of its two programs on Windows that has streams."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "kiosk"]
    other = Path(sys.executable).with_name("kiosk.exe")
    return [str(other) if console and other.exists() else sys.executable]


def call(command: Sequence[str], *, check: bool = False) -> subprocess.CompletedProcess[str]:
    """Run it to its end and keep what it says. Raises CalledProcessError when it fails and `check` is set."""
    return subprocess.run(command, check=check, capture_output=True, **_how())


def start(command: Sequence[str], *, errors: IO[Any]) -> subprocess.Popen[str]:
    """Start it; what it says can be read from its `stdout`, and what it says on stderr goes into `errors`."""
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, **_how())


def start_fed(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start it to be given bytes (`communicate`); what it says on stderr is kept, the rest is not."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        creationflags=_NO_WINDOW,
    )


def start_heard(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start it to be heard: what it says, on stderr too, can be read from its `stdout` as bytes."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        creationflags=_NO_WINDOW,
    )


def start_watched(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start it with what it needs of its own in its environment; what it says goes where this program's words go."""
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, env=dict(environment), creationflags=_NO_WINDOW)


def _how() -> dict[str, Any]:
    # ours speaks what PYTHONIOENCODING says, and whoever set that did not mean this pipe
    around = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return {
        "stdin": subprocess.DEVNULL,
        "encoding": "utf-8",
        "errors": "replace",
        "env": around,
        "creationflags": _NO_WINDOW,
    }
