"""Cutting a serial stream into scans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.scan.serial_scanner import SerialFramer, SerialSettings

scans = st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1), max_size=8)


@given(scans, st.data())
def test_however_the_bytes_are_cut_the_scans_are_the_same(texts: list[str], data: st.DataObject) -> None:
    stream = "".join(text + "\r" for text in texts).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=10)))
    framer = SerialFramer(SerialSettings("COM3"))
    edges = [0, *cuts, len(stream)]
    got = [text for a, b in pairwise(edges) for text in framer.feed(stream[a:b])]
    assert got == texts


def test_carriage_return_and_line_feed_end_one_scan() -> None:
    assert SerialFramer(SerialSettings("COM3")).feed(b"A1\r\nB2\r\nC") == ["A1", "B2"]
    assert SerialFramer(SerialSettings("COM3", suffix=b"\r\n")).feed(b"A1\r\nB2\r\nC") == ["A1", "B2"]


def test_prefix_is_cut_off_and_empty_scans_are_nothing() -> None:
    framer = SerialFramer(SerialSettings("COM3", prefix=b"\x02", suffix=b"\x03"))
    assert framer.feed(b"\x02KC1:AB\x03\x02\x03\x03plain\x03") == ["KC1:AB", "plain"]


def test_nul_and_bytes_that_are_no_text_survive() -> None:
    assert SerialFramer(SerialSettings("COM3")).feed(b"a\x00b\r\xff\xfe\r") == ["a\x00b", "ÿþ"]


def test_a_stream_without_end_is_dropped_up_to_the_next_suffix() -> None:
    framer = SerialFramer(SerialSettings("COM3", max_bytes=100))
    assert framer.feed(b"x" * 1000) == []
    assert framer.feed(b"y" * 1000) == []
    assert framer.feed(b"z\rgood\r") == ["good"]
    assert framer.feed(b"x" * 101 + b"\rgood\r") == ["good"]


def test_a_scan_has_to_end_with_something() -> None:
    with pytest.raises(ValueError, match="end"):
        SerialSettings("COM3", suffix=b"")
