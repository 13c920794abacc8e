"""The demo chain in a folder of HQ's, made by a process of its own as `kiosk hq demo-data` does it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from kiosk import processes
from kiosk.hq_process import start_hq
from kiosk.processes import program


def make_chain(folder: Path, *, members: int, campaigns: Sequence[str] = ()) -> None:
    """Make or renew the chain, with these campaigns (names or files). Raises CalledProcessError, whose `stderr` says
    why."""
    command = [*program(), "hq", "demo-data", "--data", str(folder), "--members", str(members)]
    command += [word for name in campaigns for word in ("--campaign", name)]
    processes.call(command, check=True)


def start_chain(
    folder: Path, *, members: int, campaigns: Sequence[str] = (), port: int = 0
) -> tuple[subprocess.Popen[str], str]:
    """Make the chain and start HQ over it: the process and its URL."""
    make_chain(folder, members=members, campaigns=campaigns)
    return start_hq(folder, port=port)
