"""Cutting a serial stream into scans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import config
from kiosk.adapters.scan.serial_scanner import PARITIES, SerialFramer, SerialSettings

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


ENDS = st.sampled_from((b"\r", b"\n", b"\r\n", b"\t", b"\x03"))
plain = st.lists(
    st.text(st.characters(exclude_characters="\r\n\t\x03\x02", exclude_categories=["Cs"]), min_size=1), max_size=6
)


@given(plain, ENDS, st.data())
def test_without_a_suffix_any_usual_end_ends_a_scan(texts: list[str], end: bytes, data: st.DataObject) -> None:
    stream = b"".join(text.encode() + end for text in texts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    framer = SerialFramer(SerialSettings("COM3", suffix=b""))
    got = [text for a, b in pairwise([0, *cuts, len(stream)]) for text in framer.feed(stream[a:b])]
    assert got == texts
    assert framer.pause() == []


@given(plain)
def test_without_a_suffix_a_pause_ends_a_scan(texts: list[str]) -> None:
    framer = SerialFramer(SerialSettings("COM3", suffix=b""))
    got = []
    for text in texts:
        got += framer.feed(text.encode())
        got += framer.pause()
    assert got == texts


def test_a_pause_is_no_end_where_a_suffix_is_set() -> None:
    framer = SerialFramer(SerialSettings("COM3", suffix=b"\x03"))
    assert framer.feed(b"KC1:") == framer.pause() == []
    assert framer.feed(b"AB\x03") == ["KC1:AB"]


def test_frames_of_stx_and_etx_need_no_settings() -> None:
    assert SerialFramer(SerialSettings("COM3", suffix=b"")).feed(b"\x02A1\x03\x02B2\x03") == ["A1", "B2"]


def test_what_is_too_long_is_dropped_by_a_pause_too() -> None:
    framer = SerialFramer(SerialSettings("COM3", suffix=b"", max_bytes=100))
    assert framer.feed(b"x" * 1000) == framer.pause() == []
    assert framer.feed(b"good") + framer.pause() == ["good"]


@pytest.mark.parametrize("wrong", [{"baud": 0}, {"parity": "strange"}, {"data_bits": 9}, {"stop_bits": 3}])
def test_what_no_line_can_be_set_to(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"is no|is none|a scanner"):
        SerialSettings("COM3", **wrong)  # type: ignore[arg-type]


def test_the_settings_know_the_same_parities() -> None:
    assert set(config.PARITIES) == set(PARITIES)
