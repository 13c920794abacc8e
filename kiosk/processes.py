"""Other programs, started so that they behave alike on every system: text is UTF-8, and no console window flashes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import IO, Any

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Windows opens a console for a program that has none, in the middle of the clerk's screen."""


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
