"""Digests by which buckets are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.digest import MODULUS, row_digest


@given(st.text(), st.integers(0, 2**63 - 1))
def test_it_fits_the_modulus(row_id: str, rev: int) -> None:
    assert 0 <= row_digest(row_id, rev) < MODULUS


def test_id_and_revision_do_not_run_together() -> None:
    assert len({row_digest("a", 11), row_digest("a1", 1), row_digest("a", 1), row_digest("b", 1)}) == 4


def test_it_is_what_the_protocol_says() -> None:
    """First 8 bytes of SHA-256 of "M1\\n7", from `printf 'M1\\n7' | sha256sum`."""
    assert row_digest("M1", 7) == int("68084eb6b936eaab", 16) % 2**63
