"""The likeliest digits of lines across an EAN code."""

from __future__ import annotations

import numpy as np
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.scan.bars.digits import fit_of, likeliest
from kiosk.adapters.scan.bars.patterns import EAN8, EAN13, QUIET, Kind, Line, drawn, picture_of, states_of


def with_check_digit(digits: str) -> str:
    total = sum(int(digit) * (3 if (len(digits) - place) % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


KINDS = {12: EAN13, 7: EAN8}
texts = st.sampled_from([12, 7]).flatmap(
    lambda length: st.text("0123456789", min_size=length, max_size=length).map(with_check_digit)
)


def line_of(kind: Kind, text: str, blur: float) -> Line:
    margin = (0,) * QUIET
    return drawn((*margin, *kind.symbol(states_of(kind, text)), *margin), blur)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_what_is_drawn_is_what_zxing_reads(text: str) -> None:
    kind = KINDS[len(text) - 1]
    (read,) = zxingcpp.read_barcodes(picture_of(kind.symbol(states_of(kind, text))))
    assert read.text.zfill(len(text)) == text


@settings(max_examples=100, deadline=None)
@given(texts, st.floats(0.2, 1.2), st.floats(0, 0.15), st.integers(0, 999))
def test_the_likeliest_text_is_the_one_that_is_there(text: str, blur: float, noise: float, seed: int) -> None:
    kind = KINDS[len(text) - 1]
    seen = line_of(kind, text, blur)
    seen = seen + np.random.default_rng(seed).normal(0, noise, seen.shape).astype(np.float32)
    blurs = (0.25, 0.5, 0.75, 1.0, 1.3)
    fits = [likeliest(kind, fit_of(kind, seen, np.ones_like(seen), one)) for one in blurs]
    best = min(fits, key=lambda one: one.cost)
    assert best.text == text
    assert best.states == states_of(kind, text)
    assert best.cost < best.next_cost


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([EAN13, EAN8]), st.integers(0, 2**31))
def test_whatever_is_seen_the_check_digit_holds_and_the_next_text_is_less_likely(kind: Kind, seed: int) -> None:
    rng = np.random.default_rng(seed)
    seen = rng.normal(0, 1, (kind.modules + 2 * QUIET) * 4).astype(np.float32)
    found = likeliest(kind, fit_of(kind, seen, np.ones_like(seen), 0.5))
    assert with_check_digit(found.text[:-1]) == found.text
    assert states_of(kind, found.text) == found.states
    off = seen - line_of(kind, found.text, 0.5)
    # blur reaches no further than a digit's neighbours, so the sums of parts are the whole's
    assert abs(float(off @ off) - found.cost) < 0.02 * found.cost
    assert found.cost <= found.next_cost
