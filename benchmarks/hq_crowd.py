"""How long an honest terminal's pushes take beside a crowd that says nothing, or nothing whole: the real process.

    python -m benchmarks.hq_crowd [--pushes 200] [--silent 2000] [--slow 500] [--json FILE]

One terminal pushes ten sales at a time, first alone, then beside so many silent connections and bodies that never end,
none of which HQ lets go for its time meanwhile. Both figures are taken in the same run. The descriptors of this process
and of HQ have to suffice (`ulimit -n 4096`).
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import requests

from benchmarks.common import write_json
from benchmarks.hq_push import Load
from kiosk.hq.settings_file import FILE
from kiosk.hq_process import enroll_code, start_hq, stop_hq
from kiosk.processes import program

_KINDS = (("/v1/enroll", ""), ("/v1/push", "Authorization: Bearer guessed\r\n"), ("/v1/session", ""))
_SALES = 10


def crowd(port: int, silent: int, slow: int) -> list[socket.socket]:
    """So many connections of each kind."""
    lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(silent + slow)]
    for number, line in enumerate(lines[silent:]):
        path, token = _KINDS[number % len(_KINDS)]
        head = f"POST {path} HTTP/1.1\r\nHost: hq\r\n{token}Content-Length: 8000\r\n\r\n"
        with suppress(ConnectionError):  # where HQ has closed it already
            line.sendall(head.encode() + b"x" * 4_000)
    return lines


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pushes", type=int, default=200)
    parser.add_argument("--silent", type=int, default=2_000)
    parser.add_argument("--slow", type=int, default=500)
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    lines: list[socket.socket] = []
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as name:
        data = Path(name) / "hq"
        making = [*program(), "hq", "demo-data", "--members", "50", "--data", str(data)]
        subprocess.run(making, check=True, capture_output=True)
        (data / FILE).write_text("idle_s = 600\nbody_s = 600\n", "utf-8")
        process, url = start_hq(data)
        try:
            load = Load(url, enroll_code(data, "xinyi"), "sales")
            bodies = load.batches(2 * args.pushes, _SALES)
            load.run(bodies[: args.pushes], float("inf"))
            alone, load.taken = sorted(load.taken), []
            port = urlsplit(url).port or 0
            lines += crowd(port, args.silent, args.slow)
            requests.get(f"{url}/healthz", timeout=60).raise_for_status()  # the crowd has come in
            load.run(bodies[args.pushes :], float("inf"))
        finally:
            for line in lines:
                line.close()
            stop_hq(process, data)
        crowded = sorted(load.taken)
        figures = {
            "figure": f"hq push of {_SALES} sales beside {args.silent} silent connections and {args.slow} slow bodies",
            "alone_ms_p50": round(alone[len(alone) // 2] * 1000, 1),
            "alone_ms_p99": round(alone[int(len(alone) * 0.99)] * 1000, 1),
            "crowded_ms_p50": round(crowded[len(crowded) // 2] * 1000, 1),
            "crowded_ms_p99": round(crowded[int(len(crowded) * 0.99)] * 1000, 1),
        }
        print(json.dumps(figures))
        write_json(args.json, figures)


if __name__ == "__main__":
    main()
