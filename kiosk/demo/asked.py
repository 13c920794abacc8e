"""The command line, asked within this process. Each of the demo's two dozen questions to HQ would take a second and
more as a program of its own, nearly all of it to import what is here already."""

from __future__ import annotations

import contextlib
import io
import subprocess
from collections.abc import Sequence

from kiosk.__main__ import main


def call(words: Sequence[str], *, check: bool = False) -> subprocess.CompletedProcess[str]:
    """`kiosk WORDS`, as `kiosk.processes.call` does it. Raises CalledProcessError when it fails and `check` is set.
    What other threads print meanwhile would be taken for its own; the demo's print nothing."""
    said, heard = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(heard):
        try:
            code = main(words)
        except SystemExit as end:  # of arguments that are none
            code = int(end.code or 0)
    done = subprocess.CompletedProcess(["kiosk", *words], code, said.getvalue(), heard.getvalue())
    if check:
        done.check_returncode()
    return done
