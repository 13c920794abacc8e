"""Published files as bytes: read as written, in every packing; refused in one line where two readers could differ."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.protocol.draws.published_file import PublishedFileError, read_published, write_published
from tests.unit.draws.published_samples import checked, envelope_file, sealed

FILE = sealed(envelope_file())


def packings(file: dict[str, Any]) -> list[bytes]:
    """A file as it may come."""
    plain = write_published(file)
    pretty = json.dumps(file, indent=2).encode()  # with \\u escapes
    return [plain, pretty, b"\xef\xbb\xbf" + plain, gzip.compress(plain), write_published(file, compress=True)]


@pytest.mark.parametrize("raw", packings(FILE), ids=["plain", "pretty", "byte order mark", "gzip", "zstd"])
def test_it_is_read_as_it_was_written(raw: bytes) -> None:
    found = read_published(raw)
    assert found == FILE
    assert checked(found).good


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"a": 1, "a": 2}', "'a' twice"),
        (b'{"a": 1.0}', "not whole"),
        (b'{"a": NaN}', "not whole"),
        (b"[" * 200_000, "layers"),
        (b"1" * 5_000, "too long"),
        (packings(FILE)[3][:200], "unpacked"),
        (packings(FILE)[3][:-4] + b"0000", "unpacked"),
        (packings(FILE)[4][:-4] + b"0000", "unpacked"),
        (b"\x28\xb5\x2f\xfd" + b"\xff" * 40, "unpacked"),
    ],
)
def test_what_cannot_be_read(raw: bytes, reason: str) -> None:
    with pytest.raises(PublishedFileError, match=reason) as fault:
        read_published(raw)
    assert "\n" not in str(fault.value)


def test_a_file_that_unpacks_to_too_much() -> None:
    for raw in (gzip.compress(b" " * 3_000_000), zstandard.compress(b" " * 3_000_000), b" " * 3_000_000):
        with pytest.raises(PublishedFileError, match="larger than 2 MB"):
            read_published(raw, most=2_000_000)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400), st.sampled_from(packings(FILE)))
def test_damage_is_a_refusal_or_another_value(put: bytes, at: int, raw: bytes) -> None:
    damaged = raw[:at] + put + raw[at + len(put) :]
    try:
        found = read_published(damaged)
    except PublishedFileError:
        return
    assert checked(found).good == (found == FILE)
