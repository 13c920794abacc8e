"""What is wrong with HQ's certificate is named; against real TLS servers of this test's own."""

from __future__ import annotations

import errno
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
import requests.adapters
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.adapters.sync.tls import TlsFault
from kiosk.adapters.sync.transport import HqNotTrusted, HqUnreachable, RequestsTransport

NOW = datetime.now(UTC)
_KEY = ec.generate_private_key(ec.SECP256R1())
_ROOT = ec.generate_private_key(ec.SECP256R1())


def _certificate(*, begins: int, ends: int, host: str = "127.0.0.1", by_root: bool = True, ca: bool = False) -> bytes:
    """PEM; `begins`, `ends`: days from now."""
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "root" if ca else "hq")])
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "root")]) if by_root else own
    key = _ROOT if ca else _KEY
    name = x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
    built = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=begins))
        .not_valid_after(NOW + timedelta(days=ends))
        .add_extension(x509.SubjectAlternativeName([name]), critical=False)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    signed = built.sign(_ROOT if by_root else key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM)


@contextmanager
def _server(folder: Path, certificate: bytes | None) -> Iterator[int]:
    """Answers 200 to everything on a port of loopback, over TLS with `certificate` (None: plain HTTP)."""
    listening = socket.create_server(("127.0.0.1", 0))
    context = None
    if certificate is not None:
        pem = folder / "server.pem"
        key = _KEY.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        pem.write_bytes(key + certificate)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)

    ending = threading.Event()

    def serve() -> None:
        while True:
            peer, _ = listening.accept()
            if ending.is_set():
                peer.close()
                return
            try:
                with context.wrap_socket(peer, server_side=True) if context else peer as line:
                    line.recv(65_536)
                    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
            except OSError:
                peer.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        ending.set()
        socket.create_connection(listening.getsockname()).close()  # wakes it
        thread.join()
        listening.close()


def _ask(url: str, ca: str) -> int:
    transport = RequestsTransport(url, verify=ca)
    try:
        return transport.request("GET", "/", {}, b"", timeout_s=20).status
    finally:
        transport.close()


@pytest.fixture
def ca(tmp_path: Path) -> str:
    file = tmp_path / "ca.pem"
    file.write_bytes(_certificate(begins=-9, ends=9, ca=True))
    return str(file)


@pytest.mark.parametrize(
    ("certificate", "fault"),
    [
        (_certificate(begins=-5, ends=-1), TlsFault.EXPIRED),
        (_certificate(begins=1, ends=5), TlsFault.NOT_YET_VALID),
        (_certificate(begins=-1, ends=5, by_root=False), TlsFault.SELF_SIGNED),
        (_certificate(begins=-1, ends=5, host="other.example"), TlsFault.WRONG_NAME),
        (None, TlsFault.PLAIN_HTTP),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, ca: str, certificate: bytes | None, fault: TlsFault) -> None:
    with _server(tmp_path, certificate) as port, pytest.raises(HqNotTrusted) as caught:
        _ask(f"https://127.0.0.1:{port}", ca)
    assert caught.value.fault is fault
    assert fault.value in str(caught.value)


def test_a_good_one_is_taken_and_a_stranger_s_is_not(tmp_path: Path, ca: str) -> None:
    with _server(tmp_path, _certificate(begins=-1, ends=5)) as port:
        assert _ask(f"https://127.0.0.1:{port}", ca) == 200
        other = tmp_path / "other.pem"
        other.write_bytes(_certificate(begins=-1, ends=5, by_root=False))
        with pytest.raises(HqNotTrusted) as caught:
            _ask(f"https://127.0.0.1:{port}", str(other))
        assert caught.value.fault is TlsFault.UNKNOWN_ISSUER


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_a_ca_file_that_is_none(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "missing.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(HqNotTrusted) as caught:
        _ask("https://127.0.0.1:9", str(file))
    assert caught.value.fault is TlsFault.NO_CA_FILE


def test_plain_http_on_a_port_of_https_names_the_other_scheme(tmp_path: Path, ca: str) -> None:
    with (
        _server(tmp_path, _certificate(begins=-1, ends=5)) as port,
        pytest.raises(HqUnreachable, match="begins with https://"),
    ):
        _ask(f"http://127.0.0.1:{port}", ca)


class _Failing(requests.adapters.HTTPAdapter):
    """Answers nothing: what the library says there comes from the test."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self._fault = fault

    def send(self, *_: Any, **__: Any) -> requests.Response:
        raise requests.ConnectionError(self._fault)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), "no computer of that name"),
        (ConnectionRefusedError(111, "Connection refused"), "nothing listens there"),
        (OSError(errno.EHOSTUNREACH, "No route to host"), "no way leads there"),
        (requests.Timeout(), "no answer in time"),
        (OSError(5, "?"), "ConnectionError"),
    ],
)
def test_why_nothing_answers_is_said_in_words(fault: Exception, words: str) -> None:
    transport = RequestsTransport("http://hq.example", plain_http=True)
    transport._session.mount("http://", _Failing(fault))
    with pytest.raises(HqUnreachable, match=words):
        transport.request("GET", "/healthz", {}, b"", timeout_s=1)


def test_a_port_on_which_nothing_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, and listening to nobody
        transport = RequestsTransport(f"http://127.0.0.1:{free.getsockname()[1]}")
        with pytest.raises(HqUnreachable, match="nothing listens there"):
            transport.request("GET", "/healthz", {}, b"", timeout_s=5)


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("http://hq.example", True),
        ("HTTP://HQ.example:8765/x", True),
        ("http://192.168.1.5:8765", True),
        ("http://127.0.0.1.hq.example", True),
        ("http://localhost.hq.example", True),
        ("http://[2001:db8::1]", True),
        ("http://[", True),
        ("https://hq.example", False),
        ("http://127.0.0.1:1", False),
        ("http://127.9.9.9:1", False),
        ("http://localhost:1", False),
        ("http://[::1]:1", False),
    ],
)
def test_plain_http_is_spoken_to_this_machine_alone(url: str, refused: bool) -> None:
    transport = RequestsTransport(url)
    for scheme in ("http://", "https://"):
        transport._session.mount(scheme, _Failing(OSError(5, "?")))
    with pytest.raises(HqUnreachable) as caught:
        transport.request("POST", "/v1/enroll", {}, b"a code", timeout_s=1)
    assert (isinstance(caught.value, HqNotTrusted) and caught.value.fault is TlsFault.NOT_ASKED_FOR) == refused
