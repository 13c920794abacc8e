"""Addresses of other desks, as somebody types them, and which of those that are told of may be called."""

from __future__ import annotations

import ipaddress
import re

Address = tuple[str, int]
"""Host and port."""

_PLACE = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^\s:\[\],]+))(?::(?P<port>[0-9]{1,5}))?")


def read_addresses(text: str, usual_port: int) -> tuple[Address, ...]:
    """Addresses parted by commas or spaces: "desk2.local, 10.0.0.7:47801, [fe80::1]". Raises ValueError."""
    found = []
    for word in re.split(r"[\s,]+", text.strip()):
        if not word:
            continue
        match = _PLACE.fullmatch(word)
        port = int(match["port"] or usual_port) if match else 0
        if match is None or not 0 < port < 65_536:
            raise ValueError(word)
        found.append((match["six"] or match["host"], port))
    return tuple(found)


def plain(host: str) -> str:
    """An address as it is called by: IPv4 that came over IPv6 as IPv4."""
    try:
        mapped = getattr(ipaddress.ip_address(host), "ipv4_mapped", None)
    except ValueError:
        return host
    return str(mapped) if mapped else host


def of_a_lan(host: str) -> bool:
    """Whether a desk that is told of may be called there: an address of a local network, good on every machine of it;
    no name."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_private and not (address.version == 6 and address.is_link_local)
