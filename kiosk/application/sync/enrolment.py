"""Becoming a terminal of the chain: what is typed, tidied, and why HQ may not take it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from urllib.parse import urlsplit

MAX_CODE = 64
"""Characters of a code; HQ's have 8 with a dash in the middle."""

_LABEL = re.compile(r"(?!-)[^\W_](?:[\w-]{0,61}[^\W_])?")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class EnrolmentRefusal(StrEnum):
    """Why this machine is no terminal yet. Stable codes; the words live in the screen's language files."""

    HQ_UNREACHABLE = "hq_unreachable"
    NOT_HQ = "not_hq"  # something answers there, but not HQ
    # no safe connection, by what is wrong (adapters/sync/tls.py)
    TLS_EXPIRED = "tls_expired"
    TLS_NOT_YET_VALID = "tls_not_yet_valid"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_UNKNOWN_ISSUER = "tls_unknown_issuer"
    TLS_WRONG_NAME = "tls_wrong_name"
    TLS_NO_CA_FILE = "tls_no_ca_file"
    TLS_PLAIN_HTTP = "tls_plain_http"
    TLS_NOT_ASKED_FOR = "tls_not_asked_for"
    TLS_OTHER = "tls_other"
    CODE_UNKNOWN = "code_unknown"
    CODE_EXPIRED = "code_expired"
    CODE_USED = "code_used"
    REFUSED = "refused"  # HQ said no for another reason


EnrolPort = Callable[[str, str], EnrolmentRefusal | None]
"""Takes HQ's address and a code as `address_of` and `code_of` give them; None when the machine is a terminal now.
Takes seconds; a fault of disk or key store is raised."""


def address_of(typed: str) -> str | None:
    """HQ's address as a URL without a slash at the end; None for what cannot be one. Full-width letters are narrowed,
    `https://` is added, `http://` for this very computer."""
    text = unicodedata.normalize("NFKC", typed).strip()
    if not text.isprintable() or " " in text or "\\" in text:
        return None
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment or "@" in parts.netloc or port == 0:
        return None
    if not _is_host(host):
        return None
    scheme = "http" if not typed.strip().lower().startswith("http") and host in _LOOPBACK else parts.scheme
    return f"{scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"


def _is_host(host: str) -> bool:
    if not host or len(host) > 253:
        return False
    if ":" in host:  # urlsplit has looked at the address in brackets
        return True
    return all(_LABEL.fullmatch(label) for label in host.split("."))


def code_of(typed: str) -> str | None:
    """The code as HQ wrote it; None for what cannot be one. Blanks, width and case do not matter."""
    text = "".join(unicodedata.normalize("NFKC", typed).split()).upper()
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    if not 1 <= len(text) <= MAX_CODE or not text.isascii() or not text.isprintable():
        return None
    return text
