"""HQ as a process of its own on loopback, for the self-test, the demo and the end-to-end tests."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kiosk import processes
from kiosk.processes import program
from kiosk.stop_request import StopRequest

_PATIENCE_S = 10.0


def start_hq(folder: Path, *, port: int = 0) -> tuple[subprocess.Popen[str], str]:
    """Start HQ over what lies in `folder`: the process and its URL. Raises RuntimeError when it does not come up."""
    with (folder / "hq.log").open("a", encoding="utf-8") as log:
        command = [*program(), "hq", "run", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port)]
        process = processes.start(command, errors=log)
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            return process, line[line.index("http://") :].split()[0].rstrip(".")
    process.wait()
    raise RuntimeError(f"HQ did not start (exit code {process.returncode}); see {folder / 'hq.log'}")


def stop_hq(process: subprocess.Popen[str], folder: Path) -> None:
    """End an HQ that we started over `folder`, politely first."""
    if process.poll() is None:
        StopRequest(folder).ask(_PATIENCE_S, over=lambda: process.poll() is not None)
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def enroll_code(folder: Path, store: str) -> str:
    """A single-use code from HQ's command line."""
    answer = processes.call([*program(), "hq", "enroll-code", "--data", str(folder), "--store", store], check=True)
    return answer.stdout.split()[-1]
