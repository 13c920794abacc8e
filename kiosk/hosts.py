"""Names and addresses of this very machine."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether `host` (a name, an address, an address in brackets) is this machine, whatever the network says. Of names
    only `localhost` and what is below it (RFC 6761, 6.3)."""
    name = host.strip().strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)


def in_the_open(url: str) -> bool:
    """Whether what is said to `url` can be read and changed on its way: not HTTPS, and not to this machine."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() != "https" and not is_loopback(parts.hostname or "")
    except ValueError:
        return True
