"""Whatever a camera is shown, what is read was there: never a mixture of two codes, never one that nobody wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.scan.decoder import Decoder
from kiosk.domain.scan.events import Debouncer, ScanEvent, ScanSource
from tests.unit.scan.odd_bursts import KINDS, Burst, odd_burst


def scanned(burst: Burst) -> list[str]:
    """The texts that the camera would report; all that single frames gave was shown by then."""
    decoder, debouncer = Decoder(), Debouncer()
    seen: set[str] = set()
    scans = []
    for number, (frame, shown) in enumerate(zip(burst.frames, burst.shown, strict=True)):
        seen |= shown
        readings = decoder.decode(frame, number)
        sightings = [
            ScanEvent(r.text, r.symbology, ScanSource.CAMERA, r.outline, number, number / 30) for r in readings
        ]
        for one in readings:
            if not one.symbology.linear:
                assert one.text in seen, f"{burst.kind}: {one}"
        scans += [scan.text for scan in debouncer.see_all(sightings)]
    assert set(scans) <= seen, burst.kind
    return scans


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_what_is_read_was_shown(kind: str, seed: int) -> None:
    scanned(odd_burst(seed, kind))
