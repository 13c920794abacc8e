"""An SMS gateway over HTTP on a free port of loopback, with the faults of real ones."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

OK = '{"status": "ok", "message_id": "g-1"}'


@dataclass(frozen=True)
class Fault:
    """One answer that is not the usual one. `loses`: it takes the message, and the line breaks before it says so;
    `hangs`: it takes nothing and never answers."""

    status: int = 200
    body: str = OK
    headers: tuple[tuple[str, str], ...] = ()
    loses: bool = False
    hangs: bool = False
    takes: bool = False


@dataclass
class SmsBox:
    """What came. `taken`: by key, each once, as a gateway does that knows what it has accepted."""

    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def sms_server() -> Iterator[SmsBox]:
    """Serve until the end of the block."""
    box = SmsBox()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["content-length"])).decode()
            form = self.headers["content-type"].startswith("application/x-www-form-urlencoded")
            said = dict(parse_qsl(raw)) if form else json.loads(raw)
            box.asked.append(said)
            box.headers.append({name.lower(): value for name, value in self.headers.items()})
            fault = box.faults.pop(0) if box.faults else Fault(takes=True)
            if fault.hangs:
                box.released.wait()
                return
            key = self.headers.get("Idempotency-Key", f"none-{len(box.asked)}")
            if fault.takes or fault.loses:
                if key in box.taken and not fault.loses:
                    fault = Fault(409, '{"status": "error", "code": "duplicate"}')
                box.taken.setdefault(key, said)
            if fault.loses:
                self.close_connection = True
                return
            body = fault.body.encode()
            self.send_response(fault.status)
            for name, value in fault.headers:
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    box.url = f"http://127.0.0.1:{server.server_port}/send"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="sms-server")
    thread.start()
    try:
        yield box
    finally:
        box.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
