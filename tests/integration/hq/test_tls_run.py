"""`kiosk hq run` on an address that others reach: HTTPS, or a proxy of one's own that speaks it, or not at all."""

from __future__ import annotations

import ipaddress
import os
import socket
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.adapters.sync.transport import HqNotTrusted, RequestsTransport
from kiosk.hosts import is_loopback
from kiosk.hq.ports import HqSettings
from tests.integration.hq.sockets import serving
from tests.integration.hq.test_server import kiosk

_KEY = ec.generate_private_key(ec.SECP256R1())


def _pem(folder: Path, *, password: bytes | None = None) -> tuple[Path, Path]:
    """HQ's own certificate, for 127.0.0.1, and its key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hq")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(_KEY.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=9))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    )
    certificate, key = folder / "hq.pem", folder / "hq.key"
    certificate.write_bytes(built.sign(_KEY, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    locked = serialization.NoEncryption() if password is None else serialization.BestAvailableEncryption(password)
    key.write_bytes(_KEY.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked))
    return certificate, key


def _run(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk", "hq", "run", "--port", "0", "--data", str(folder / "data"), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    )


def _refused(folder: Path, *words: str) -> str:
    with _run(folder, *words) as process:
        said = process.communicate()[1]
    assert process.returncode == 2
    assert "Traceback" not in said
    assert not (folder / "data").exists()  # nothing was begun
    return said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "hq.example"])
def test_an_address_that_others_reach_is_not_served_in_the_open(tmp_path: Path, host: str) -> None:
    said = _refused(tmp_path, "--host", host)
    assert "--tls-cert" in said
    assert "--behind-proxy" in said


def test_files_that_are_no_certificate_are_named(tmp_path: Path) -> None:
    certificate, key = _pem(tmp_path)
    nothing = tmp_path / "nothing.pem"
    assert "go together" in _refused(tmp_path, "--tls-cert", str(certificate))
    assert str(nothing) in _refused(tmp_path, "--tls-cert", str(nothing), "--tls-key", str(key))
    nothing.write_bytes(b"nothing")
    assert "PEM" in _refused(tmp_path, "--tls-cert", str(nothing), "--tls-key", str(key))
    _, locked = _pem(tmp_path, password=b"secret")
    assert "encrypted" in _refused(tmp_path, "--tls-cert", str(certificate), "--tls-key", str(locked))


def test_hq_speaks_https_and_whoever_pinned_its_certificate_believes_no_other(tmp_path: Path) -> None:
    certificate, key = _pem(tmp_path)
    with _run(tmp_path, "--host", "0.0.0.0", "--tls-cert", str(certificate), "--tls-key", str(key)) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline().strip()
            assert line.startswith("HQ listens on https://0.0.0.0:")
            port = line.rpartition(":")[2]
            url = f"https://127.0.0.1:{port}"
            silent = [socket.create_connection(("127.0.0.1", int(port))) for _ in range(100)]  # no handshake
            there = RequestsTransport(url, verify=str(certificate))
            assert there.request("GET", "/healthz", {}, b"", timeout_s=20).status == 200
            there.close()
            old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            old.check_hostname, old.verify_mode, old.maximum_version = False, ssl.CERT_NONE, ssl.TLSVersion.TLSv1_2
            with socket.create_connection(("127.0.0.1", int(port))) as line_, pytest.raises(ssl.SSLError):
                old.wrap_socket(line_)
            stranger = RequestsTransport(url)
            with pytest.raises(HqNotTrusted):
                stranger.request("GET", "/healthz", {}, b"", timeout_s=20)
            stranger.close()
            for each in silent:
                each.close()
        finally:
            kiosk("stop", folder=tmp_path / "data")
            process.communicate()
    assert process.returncode == 0


def test_behind_a_proxy_the_caller_is_whom_it_names(tmp_path: Path) -> None:
    settings = HqSettings(behind_proxy=True, challenges_a_minute=2)
    with serving(tmp_path / "hq", settings) as (_, server):

        def ask(forwarded: str) -> int:
            headers = {"X-Forwarded-For": forwarded, "Content-Type": "application/json"}
            return requests.post(f"{server.url}/v1/session/challenge", b"{}", headers=headers, timeout=60).status_code

        assert [ask("198.51.100.1") for _ in range(3)] == [400, 400, 429]
        assert ask("198.51.100.1, 198.51.100.2") == 400  # what the caller wrote before is passed over
        assert ask("198.51.100.2, 198.51.100.1") == 429


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("LOCALHOST.", True),
        ("a.localhost", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
        ("notlocalhost", False),
        ("", False),
        ("10.0.0.1", False),
    ],
)
def test_which_hosts_are_this_machine(host: str, ours: bool) -> None:
    assert is_loopback(host) == ours
