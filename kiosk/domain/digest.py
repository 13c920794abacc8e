"""Row digests by which terminal and HQ compare whole buckets (sync.md, "Cursors")."""

from __future__ import annotations

import hashlib

MODULUS = 1 << 63


def row_digest(row_id: str, rev: int) -> int:
    """A row's share of its bucket's checksum; shares are added modulo MODULUS."""
    return int.from_bytes(hashlib.sha256(f"{row_id}\n{rev}".encode()).digest()[:8], "big") % MODULUS
