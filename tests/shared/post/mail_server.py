"""A real SMTP server (aiosmtpd) on a free port of loopback, with the faults of real ones."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import ssl
import tempfile
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "shop", "a long password"


@dataclass
class MailBox:
    """What came, and how the server behaves. `recipients`: what it says of an address, once for each entry, then 250;
    `data`: of a letter. `breaks`: closes the connection instead of answering a letter that it has taken."""

    port: int = 0
    ca: str = ""
    letters: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    sender: str = ""
    breaks: int = 0

    async def handle_MAIL(self, _server: Any, _session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.sender:
            return self.sender
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.recipients:
            return self.recipients.pop(0)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        if self.data:
            return self.data.pop(0)
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.to.extend(envelope.rcpt_tos)
        if self.breaks:
            self.breaks -= 1
            server.transport.abort()
        return "250 taken"


@contextmanager
def mail_server(
    *, tls: str = "none", login: bool = False, host: str = "127.0.0.1", utf8: bool = False
) -> Iterator[MailBox]:
    """Serve until the end of the block. `tls`: none, starttls or tls; `login`: nobody sends without the password;
    `host`: what its certificate is for."""
    box = MailBox()
    context = None
    if tls != "none":
        context, box.ca = _server_context(host)

    def authenticate(_server: Any, _session: Any, _envelope: Any, mechanism: str, said: Any) -> AuthResult:
        del mechanism
        good = (said.login, said.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    def protocol() -> SMTP:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it advises against what the test wants to see
            return SMTP(
                box,
                loop=loop,
                hostname="mail.test",
                enable_SMTPUTF8=utf8,
                tls_context=context if tls == "starttls" else None,
                require_starttls=tls == "starttls",
                auth_required=login,
                auth_require_tls=False,
                authenticator=authenticate,
            )

    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # it advises against what tests want to see, here too
    loop = asyncio.new_event_loop()
    serving = loop.run_until_complete(
        loop.create_server(protocol, "127.0.0.1", 0, ssl=context if tls == "tls" else None)
    )
    box.port = serving.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, name="mail-server")
    thread.start()
    try:
        yield box
    finally:
        asyncio.run_coroutine_threadsafe(_end(serving), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(serving: asyncio.Server) -> None:
    serving.close()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
    await asyncio.sleep(0)


@cache
def certificate(host: str = "127.0.0.1") -> tuple[bytes, bytes]:
    """A certificate that signs itself, and its key; PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post")])
    now = datetime.now(UTC)
    where: x509.GeneralName = x509.DNSName(host)
    if host[0].isdigit():
        where = x509.IPAddress(ipaddress.ip_address(host))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([where]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return made.public_bytes(serialization.Encoding.PEM), secret


def _server_context(host: str) -> tuple[ssl.SSLContext, str]:
    public, secret = certificate(host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "both.pem"
        file.write_bytes(public + secret)
        context.load_cert_chain(file)
    return context, public.decode()
