"""When a sighting counts as a scan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.scan.events import Debouncer, ScanEvent, ScanSource, Symbology


def sighting(
    text: str,
    at: float,
    symbology: Symbology = Symbology.QR,
    frame: int | None = None,
    source: ScanSource = ScanSource.CAMERA,
) -> ScanEvent:
    return ScanEvent(text, symbology, source, None, round(at * 30) if frame is None else frame, at)


def test_a_code_held_in_view_is_reported_once_and_again_after_it_was_away() -> None:
    debouncer = Debouncer(away_s=1.5)
    assert debouncer.see(sighting("A", 0.0)) is not None
    assert [debouncer.see(sighting("A", t / 10)) for t in range(1, 100)] == [None] * 99
    assert debouncer.see(sighting("A", 9.9 + 1.4)) is None
    assert debouncer.see(sighting("A", 11.3 + 1.5)) is not None


def test_a_different_code_is_reported_at_once() -> None:
    debouncer = Debouncer()
    scans = debouncer.see_all([sighting("A", 0.0), sighting("B", 0.0), sighting("A", 0.03), sighting("C", 0.03)])
    assert [scan.text for scan in scans] == ["A", "B", "C"]


@pytest.mark.parametrize("symbology", [Symbology.EAN13, Symbology.EAN8, Symbology.UPCA, Symbology.CODE128])
def test_a_bar_code_needs_two_frames_that_agree(symbology: Symbology) -> None:
    debouncer = Debouncer()
    assert debouncer.see(sighting("400", 0.0, symbology, frame=1)) is None
    assert debouncer.see(sighting("401", 0.1, symbology, frame=2)) is None
    assert debouncer.see(sighting("400", 0.2, symbology, frame=3)) is not None
    assert debouncer.see(sighting("400", 0.3, symbology, frame=4)) is None


def test_two_readings_of_one_frame_are_one_witness() -> None:
    debouncer = Debouncer()
    assert debouncer.see(sighting("400", 0.0, Symbology.EAN13, frame=7)) is None
    assert debouncer.see(sighting("400", 0.0, Symbology.EAN13, frame=7)) is None
    assert debouncer.see(sighting("400", 0.1, Symbology.EAN13, frame=8)) is not None


def test_agreeing_frames_have_to_be_close_together() -> None:
    debouncer = Debouncer(away_s=1.5)
    assert debouncer.see(sighting("400", 0.0, Symbology.EAN13)) is None
    assert debouncer.see(sighting("400", 2.0, Symbology.EAN13)) is None


def test_each_pull_of_the_trigger_counts_and_the_camera_adds_nothing() -> None:
    debouncer = Debouncer()
    assert debouncer.see(sighting("A", 0.0, source=ScanSource.HANDHELD)) is not None
    assert debouncer.see(sighting("A", 0.2, source=ScanSource.CAMERA)) is None
    assert debouncer.see(sighting("A", 0.4, source=ScanSource.HANDHELD)) is not None


def test_after_forget_everything_in_view_is_new() -> None:
    debouncer = Debouncer()
    assert debouncer.see(sighting("A", 0.0)) is not None
    debouncer.forget()
    assert debouncer.see(sighting("A", 0.1)) is not None


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="away_s"):
        Debouncer(away_s=-1)
    with pytest.raises(ValueError, match="linear_agree"):
        Debouncer(linear_agree=0)


steps = st.lists(st.tuples(st.sampled_from("ABC"), st.floats(0.0, 3.0)), max_size=60)


@given(steps)
def test_reported_exactly_when_it_was_away_long_enough(steps: list[tuple[str, float]]) -> None:
    debouncer, now, last = Debouncer(away_s=1.5), 0.0, dict[str, float]()
    for text, pause in steps:
        now += pause
        expected = text not in last or now - last[text] >= 1.5
        assert (debouncer.see(sighting(text, now)) is not None) == expected
        last[text] = now


@given(steps)
def test_no_bar_code_is_ever_reported_on_one_frame(steps: list[tuple[str, float]]) -> None:
    debouncer, now, frames = Debouncer(away_s=1.5), 0.0, dict[str, int]()
    for index, (text, pause) in enumerate(steps):
        now += pause
        frames[text] = frames.get(text, 0) + 1
        if debouncer.see(sighting(text, now, Symbology.CODE128, frame=index)) is not None:
            assert frames[text] >= 2
            frames[text] = 0


def test_what_is_out_of_view_is_kept_no_longer() -> None:
    debouncer = Debouncer(away_s=1.5)
    debouncer.see(sighting("A", 0.0))
    debouncer.forget_gone(1.4)
    assert debouncer.see(sighting("A", 1.4)) is None, "still held up"
    debouncer.forget_gone(3.0)
    assert debouncer.see(sighting("A", 3.0)) is not None
