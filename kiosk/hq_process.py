"""HQ as a process of its own on loopback, for the demo, the self-test and the end-to-end tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


def program() -> list[str]:
    """How to call this program again."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]


@contextmanager
def loopback_hq(
    folder: Path, *, members: int, port: int = 0, fresh: bool = True, campaigns: Sequence[str] = ()
) -> Iterator[tuple[str, Callable[[str], str]]]:
    """HQ with demo data as a process of its own: its URL, and a function that gives an enrolment code for a store.
    `campaigns`: names or files of campaigns to publish. Ended on leaving."""
    process, url = start_hq(folder, members=members if fresh else None, port=port, campaigns=campaigns)
    try:
        yield url, lambda store: enroll_code(folder, store)
    finally:
        stop_process(process)


def start_hq(
    folder: Path, *, members: int | None, port: int = 0, campaigns: Sequence[str] = ()
) -> tuple[subprocess.Popen[str], str]:
    """Start HQ over `folder`, with new demo data (and these campaigns, names or files) when `members` is given. Raises
    RuntimeError when it does not come up."""
    if members is not None:
        command = [*program(), "hq", "demo-data", "--data", str(folder), "--members", str(members)]
        command += [word for name in campaigns for word in ("--campaign", name)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
