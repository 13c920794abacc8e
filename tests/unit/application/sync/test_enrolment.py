"""What is typed as an address or a code."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.application.sync.enrolment import address_of, code_of


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hq.example.com", "https://hq.example.com"),
        (" HTTPS://HQ.Example.com/ ", "https://hq.example.com"),
        ("http://10.0.0.7:8080", "http://10.0.0.7:8080"),
        ("localhost:8080", "http://localhost:8080"),
        ("https://localhost:8080", "https://localhost:8080"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("hq.example.com/chain", "https://hq.example.com/chain"),
        ("總部.example.com", "https://總部.example.com"),
        ("ｈｑ．ｅｘａｍｐｌｅ．ｃｏｍ", "https://hq.example.com"),
        ("", None),
        ("https://", None),
        ("ftp://hq", None),
        ("hq example", None),
        ("hq\u202eexample", None),
        ("user:secret@hq", None),
        ("hq:99999", None),
        ("hq:0", None),
        ("hq?x=1", None),
        ("-hq.example", None),
        ("[::1", None),
        ("'; DROP TABLE device; --", None),
    ],
)
def test_addresses(typed: str, address: str | None) -> None:
    assert address_of(typed) == address


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_an_address_or_nothing(typed: str) -> None:
    address = address_of(typed)
    if address is not None:
        parts = urlsplit(address)
        assert parts.scheme in ("http", "https")
        assert parts.hostname
        assert address_of(address) == address


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" abcd - 1234 ", "ABCD-1234"),
        ("ＡＢＣＤ－１２３４", "ABCD-1234"),
        ("abcd–1234", "ABCD-1234"),
        ("", None),
        ("   ", None),
        ("代碼", None),
        ("A\x00B", None),
        ("A" * 65, None),
    ],
)
def test_codes(typed: str, code: str | None) -> None:
    assert code_of(typed) == code
