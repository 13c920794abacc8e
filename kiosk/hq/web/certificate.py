"""HQ's certificate: looked at before anything is served, because granian ends the process over one it cannot read."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path


class CertificateFault(Exception):
    """It cannot be used; the text says which file and why."""


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of HQ's certificate (with the chain) and of its key, both PEM."""

    certificate: Path
    key: Path


def checked(certificate: Path, key: Path) -> Tls:
    """Both files, known to be readable and to belong together. Raises CertificateFault."""
    for file in (certificate, key):
        try:
            file.read_bytes()
        except OSError as error:
            raise CertificateFault(f"{file}: {error.strerror}") from error
    if b"ENCRYPTED" in key.read_bytes():
        raise CertificateFault(f"{key}: the key is encrypted; HQ starts without anybody to type a password")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key)
    except ssl.SSLError as error:
        why = (
            "do not belong together" if error.reason == "KEY_VALUES_MISMATCH" else "hold no certificate and key in PEM"
        )
        raise CertificateFault(f"{certificate} and {key} {why}") from error
    return Tls(certificate, key)
