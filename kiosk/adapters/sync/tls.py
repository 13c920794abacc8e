"""Why HQ's certificate is not accepted, in the words of who has to mend it."""

from __future__ import annotations

import ssl
from enum import StrEnum
from pathlib import Path


class TlsFault(StrEnum):
    """What is wrong between this terminal and HQ's certificate. Stable codes."""

    EXPIRED = "tls_expired"
    NOT_YET_VALID = "tls_not_yet_valid"
    SELF_SIGNED = "tls_self_signed"
    UNKNOWN_ISSUER = "tls_unknown_issuer"
    WRONG_NAME = "tls_wrong_name"
    NO_CA_FILE = "tls_no_ca_file"
    PLAIN_HTTP = "tls_plain_http"
    NOT_ASKED_FOR = "tls_not_asked_for"
    OTHER = "tls_other"


WORDS = {
    TlsFault.EXPIRED: "HQ's certificate has expired: renew it (or this computer's clock is ahead)",
    TlsFault.NOT_YET_VALID: "HQ's certificate is not valid yet: this computer's clock is behind, or it is dated ahead",
    TlsFault.SELF_SIGNED: "HQ's certificate is signed by itself: name it, or its CA, in ca_bundle",
    TlsFault.UNKNOWN_ISSUER: "nobody this computer trusts issued HQ's certificate: name the CA's file in ca_bundle, or "
    "have HQ send the whole chain",
    TlsFault.WRONG_NAME: "HQ's certificate is for another name than the address: use that name, or have it reissued",
    TlsFault.NO_CA_FILE: "the CA file of ca_bundle cannot be read, or holds no certificate",
    TlsFault.PLAIN_HTTP: "what answers there speaks HTTP, not HTTPS: use HTTPS before HQ, or the right port",
    TlsFault.NOT_ASKED_FOR: "HQ's address begins with http://, which everybody on the way can read and change: use "
    "https:// (or set plain_http where the way is safe)",
    TlsFault.OTHER: "no safe connection can be made",
}

_VERIFY = {
    # OpenSSL, x509_vfy.h: X509_V_ERR_…
    2: TlsFault.UNKNOWN_ISSUER,
    9: TlsFault.NOT_YET_VALID,
    10: TlsFault.EXPIRED,
    18: TlsFault.SELF_SIGNED,
    19: TlsFault.UNKNOWN_ISSUER,  # the root came along, and is not ours
    20: TlsFault.UNKNOWN_ISSUER,
    21: TlsFault.UNKNOWN_ISSUER,
    62: TlsFault.WRONG_NAME,
    64: TlsFault.WRONG_NAME,
}
_NOT_TLS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "PACKET_LENGTH_TOO_LONG")


def tls_fault(error: BaseException) -> TlsFault | None:
    """What is wrong with TLS, from whatever the HTTP library made of it; None when something else is."""
    for inner in inside(error, set()):
        if isinstance(inner, ssl.SSLCertVerificationError):
            return _VERIFY.get(inner.verify_code, TlsFault.OTHER)
    for inner in inside(error, set()):
        if isinstance(inner, ssl.SSLError):
            return TlsFault.PLAIN_HTTP if inner.reason in _NOT_TLS else TlsFault.OTHER
    return None


def ca_file_fault(verify: bool | str) -> TlsFault | None:
    """Whether the named CA file can be used at all."""
    if isinstance(verify, bool):
        return None
    path = Path(verify)
    try:
        ssl.create_default_context(cafile=None if path.is_dir() else path, capath=path if path.is_dir() else None)
    except (OSError, ValueError):  # an SSLError, where it holds no certificate, is an OSError
        return TlsFault.NO_CA_FILE
    return None


def inside(error: BaseException, seen: set[int]) -> list[BaseException]:
    """The error and all that is wrapped in it: by `raise … from`, as an argument, or as urllib3's `reason`. `seen`: ids
    of those looked at before; an empty set at first."""
    if id(error) in seen:
        return []
    seen.add(id(error))
    wrapped = (error.__cause__, error.__context__, getattr(error, "reason", None), *error.args)
    return [error, *(one for part in wrapped if isinstance(part, BaseException) for one in inside(part, seen))]
