"""HQ as a process of its own on loopback, for the self-test, the demo and the end-to-end tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def program() -> list[str]:
    """How to call this program again."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]


def start_hq(folder: Path, *, port: int = 0) -> tuple[subprocess.Popen[str], str]:
    """Start HQ over what lies in `folder`: the process and its URL. Raises RuntimeError when it does not come up."""
    log = (folder / "hq.log").open("a", encoding="utf-8")
    process = subprocess.Popen(
        [*program(), "hq", "run", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    log.close()
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            return process, line[line.index("http://") :].split()[0].rstrip(".")
    process.wait()
    raise RuntimeError(f"HQ did not start (exit code {process.returncode}); see {folder / 'hq.log'}")


def stop_process(process: subprocess.Popen[str]) -> None:
    """End a process we started, politely first."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def enroll_code(folder: Path, store: str) -> str:
    """A single-use code from HQ's command line."""
    command = [*program(), "hq", "enroll-code", "--data", str(folder), "--store", store]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return answer.stdout.split()[-1]
