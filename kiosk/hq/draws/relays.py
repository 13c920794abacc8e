"""Relays that hand out rounds of the beacon over HTTP, as drand's public ones do. What they say is believed by the
chain's key alone: a relay can be slow, or silent, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import msgspec

from kiosk.domain.draws.beacon import SIGNATURE_BYTES, Chain
from kiosk.domain.time import Clock

USUAL = (
    "https://api.drand.sh",
    "https://drand.cloudflare.com",
    "https://api2.drand.sh",
    "https://api3.drand.sh",
)
MOST_RELAYS = 16
_PATIENCE_S = 5.0
_MOST_ANSWER = 16 * 1024
_HEX = re.compile(r"[0-9a-f]+", re.ASCII)


class Missing(StrEnum):
    """Why a relay gave no signature."""

    NOT_YET = "not_yet"
    UNREACHABLE = "unreachable"
    ODD_ANSWER = "odd_answer"


@dataclass(frozen=True, slots=True)
class Told:
    """What a relay says a round's signature is; not verified yet."""

    signature: bytes


class RelayFault(ValueError):
    """An address that is none; the text says which."""


def checked(address: str) -> str:
    """A relay's address without a slash at its end. Raises RelayFault."""
    try:
        parts = urlsplit(address.strip())
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
        good = good and not parts.query and not parts.fragment and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good or len(address) > 200:
        raise RelayFault(f"no address of a relay: {address[:80]!r}")
    return address.strip().rstrip("/")


class _Answer(msgspec.Struct):
    """Of both versions of drand's HTTP; the rest of it is passed over."""

    round: int
    signature: str


def fetch(relay: str, chain: Chain, number: int, clock: Clock) -> Told | Missing:
    """A round from one relay. Waits some seconds at most."""
    found: Told | Missing = Missing.UNREACHABLE
    # relays of the older kind know the second path alone
    for path in (f"/v2/chains/{chain.hash}/rounds/{number}", f"/{chain.hash}/public/{number}"):
        found = _asked(relay + path, number, clock)
        if isinstance(found, Told) or found is Missing.UNREACHABLE:
            return found
    return found


def _asked(url: str, number: int, clock: Clock) -> Told | Missing:
    import requests

    began = clock.mono_ms()
    body = b""
    try:
        with requests.Session() as session:
            session.trust_env = False
            with session.get(url, timeout=_PATIENCE_S, allow_redirects=False, stream=True) as answer:
                if answer.status_code in (404, 425):
                    return Missing.NOT_YET
                if answer.status_code != 200:
                    return Missing.UNREACHABLE if answer.status_code >= 500 else Missing.ODD_ANSWER
                for piece in answer.iter_content(4096):
                    body += piece
                    if len(body) > _MOST_ANSWER:
                        return Missing.ODD_ANSWER
                    if clock.mono_ms() - began > 2_000 * _PATIENCE_S:  # byte by byte it could go on for ever
                        return Missing.UNREACHABLE
    except (requests.exceptions.RequestException, TimeoutError):
        return Missing.UNREACHABLE
    return read(body, number)


def read(body: bytes, number: int) -> Told | Missing:
    """The signature in a relay's JSON of this round."""
    try:
        said = msgspec.json.decode(body, type=_Answer)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Missing.ODD_ANSWER
    text = said.signature.lower()
    if said.round != number or len(text) != 2 * SIGNATURE_BYTES or not _HEX.fullmatch(text):
        return Missing.ODD_ANSWER
    return Told(bytes.fromhex(text))
