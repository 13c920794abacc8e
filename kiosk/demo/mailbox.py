"""A mail server on loopback for the demo: it takes every letter, as a chain's own would, and keeps it in memory.

The part of SMTP (RFC 5321) that a client needs to hand over a letter; nobody signs in, nothing is encrypted, and
nothing of it leaves this machine.
"""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

_LONGEST_LINE = 4_096
_MOST_BYTES = 5_000_000


class Mailbox:
    """What came. Read from any thread."""

    def __init__(self) -> None:
        self.port = 0
        self._letters: list[EmailMessage] = []
        self._lock = threading.Lock()

    def take(self, data: bytes) -> None:
        """A letter came."""
        letter = message_from_bytes(data, policy=default)
        assert isinstance(letter, EmailMessage)
        with self._lock:
            self._letters.append(letter)

    def to(self, address: str) -> list[EmailMessage]:
        """Letters to an address, in the order in which they came."""
        with self._lock:
            return [letter for letter in self._letters if address in str(letter["To"])]


class _Conversation(socketserver.StreamRequestHandler):
    """One client's. Bounded: whoever sends more than a letter ever has is cut off."""

    timeout = 20

    def handle(self) -> None:
        self._say("220 demo")
        while (line := self.rfile.readline(_LONGEST_LINE)) and line.endswith(b"\n"):
            word = line.split(None, 1)[0].upper() if line.strip() else b""
            if word == b"QUIT":
                self._say("221 bye")
                return
            if word in (b"EHLO", b"HELO", b"MAIL", b"RCPT", b"RSET", b"NOOP"):
                self._say("250 OK")
            elif word == b"DATA":
                self._say("354 go on")
                data = self._letter()
                if data is None:
                    return
                mailbox: Mailbox = self.server.mailbox  # type: ignore[attr-defined]
                mailbox.take(data)
                self._say("250 OK")
            else:
                self._say("502 unknown")

    def _letter(self) -> bytes | None:
        """Up to the line with nothing but a full stop; the one that a line of text begins with was doubled."""
        lines: list[bytes] = []
        size = 0
        while line := self.rfile.readline(_LONGEST_LINE):
            if line.rstrip(b"\r\n") == b".":
                return b"".join(lines)
            lines.append((line[1:] if line.startswith(b".") else line).rstrip(b"\r\n") + b"\n")
            size += len(line)
            if size > _MOST_BYTES:
                return None
        return None

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode("ascii"))


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, mailbox: Mailbox) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.mailbox = mailbox
        mailbox.port = self.server_address[1]


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A server on a free port, ended afterwards."""
    mailbox = Mailbox()
    with _Server(mailbox) as server:
        thread = threading.Thread(target=server.serve_forever, name="demo mail", daemon=True)
        thread.start()
        try:
            yield mailbox
        finally:
            server.shutdown()
            thread.join()
