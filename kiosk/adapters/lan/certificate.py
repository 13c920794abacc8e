"""TLS between desks: version 1.3 alone, under a certificate that is made when the program starts.

The certificate says nothing about who is at the other end. Both prove that with their device keys, over this
certificate's hash (`handshake`): so the device's key is never in a file, and whoever records what is said and steals
the key afterwards reads nothing.
"""

from __future__ import annotations

import secrets
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.files import write_whole

_FILE = "lan.pem"
_AGES = timedelta(days=36_500)
"""Nobody looks at when it is good: the clock may be years off."""


@dataclass(frozen=True, slots=True)
class Tls:
    """Both sides' contexts, and the SHA-256 of the certificate that this desk shows when it is called."""

    called: ssl.SSLContext
    caller: ssl.SSLContext
    certificate: bytes


def make_tls(folder: Path) -> Tls:
    """With a new key. It lies in `folder`, under a password, for as long as OpenSSL reads it. Raises OSError."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kiosk desk")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _AGES // 4)
        .not_valid_after(now + _AGES)
        .sign(key, hashes.SHA256())
    )
    password = secrets.token_hex(32)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password.encode()),
    )
    called = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    called.minimum_version = ssl.TLSVersion.TLSv1_3
    called.num_tickets = 0
    file = folder / _FILE
    write_whole(file, private + built.public_bytes(serialization.Encoding.PEM))
    try:
        called.load_cert_chain(file, password=password)
    finally:
        file.unlink()
    caller = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    caller.minimum_version = ssl.TLSVersion.TLSv1_3
    caller.check_hostname = False
    caller.verify_mode = ssl.CERT_NONE
    return Tls(called, caller, sha256(built.public_bytes(serialization.Encoding.DER)).digest())
