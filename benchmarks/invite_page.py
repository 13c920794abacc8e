"""How long the invite's page takes under fifty phones: the real process, with a campaign that runs.

    python -m benchmarks.invite_page [--phones 50] [--seconds 20] [--json FILE]

Each phone opens an invitation, reads for a second and opens it again, all of them for so many seconds, each on a
connection of its own; the time is until the last byte is here. Beside it: one press of the form, which asks for a code,
of each phone, with a gateway that never answers.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from benchmarks.common import spread, write_json
from kiosk.cli.hq import open_hq
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.settings_file import FILE
from kiosk.hq_process import start_hq, stop_hq
from kiosk.processes import program

_CAMPAIGN = "referral-party"
_READS_S = 1.0
_FORM = re.compile(r'name="form" value="([^"]+)"')


def invitation(data: Path) -> str:
    """Where a member's invitation is; with a gateway that nobody listens to."""
    hq = open_hq(data)
    try:
        hq.messages.set_gateway(Channel.SMS, {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}}, None, "bench")
    finally:
        hq.database.close()
    demo = json.loads((data / "demo.json").read_text("utf-8"))
    return str(demo["visits"]["xinyi"][0]["invite"])


class Phone:
    """A browser with a connection of its own."""

    def __init__(self, url: str, path: str, number: int) -> None:
        parts = urlsplit(url)
        self._line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self._path = path
        self._number = number
        self.opened: list[float] = []
        self.pressed: list[float] = []
        self._form = ""

    def ask(self, method: str, body: str = "") -> str:
        """One request; the page."""
        headers = {"Accept-Language": ("zh-TW", "zh-CN", "en")[self._number % 3]}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        self._line.request(method, self._path, body or None, headers)
        answer = self._line.getresponse()
        page = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"{answer.status}: {page[:200]}")
        return page

    def visits(self, begin: float, until: float) -> None:
        """Open it again and again."""
        time.sleep(max(0.0, begin - time.perf_counter()))
        while time.perf_counter() < until:
            began = time.perf_counter()
            page = self.ask("GET")
            self.opened.append((time.perf_counter() - began) * 1000)
            self._form = _FORM.findall(page)[0]
            time.sleep(_READS_S)

    def presses(self) -> None:
        """Ask for a code."""
        fields = {
            "form": self._form, "step": "details", "phone": f"+88691{self._number:07d}", "name": "林大文",
            "who": "adult", "consent.service": "1",
        }  # fmt: skip
        began = time.perf_counter()
        self.ask("POST", urlencode(fields))
        self.pressed.append((time.perf_counter() - began) * 1000)


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as name:
        data = Path(name) / "hq"
        making = [*program(), "hq", "demo-data", "--members", "500", "--campaign", _CAMPAIGN, "--data", str(data)]
        subprocess.run(making, check=True, capture_output=True)
        # one machine stands for fifty phones
        (data / FILE).write_text("invites_a_minute = 1000000\ncodes_of_invite_a_minute = 1000000\n", "utf-8")
        path = invitation(data)
        process, url = start_hq(data)
        try:
            phones = [Phone(url, path, number) for number in range(args.phones)]
            size = len(phones[0].ask("GET").encode())
            now = time.perf_counter()
            begins = [now + _READS_S * number / args.phones for number in range(args.phones)]
            lines = [
                threading.Thread(target=phone.visits, args=(begin, now + args.seconds))
                for phone, begin in zip(phones, begins, strict=True)
            ]
            for line in lines:
                line.start()
            for line in lines:
                line.join()
            for phone in phones:
                phone.presses()
        finally:
            stop_hq(process, data)
        figures = {
            "figure": f"the invite's page under {args.phones} phones",
            "page bytes": size,
            "opened ms": spread([ms for phone in phones for ms in phone.opened]),
            "form ms": spread([ms for phone in phones for ms in phone.pressed]),
        }
        print(json.dumps(figures))
        write_json(args.json, figures)


if __name__ == "__main__":
    main()
