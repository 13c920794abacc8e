"""What a symbol looks like, against another library's symbols; and codewords that are left out rather than guessed."""

from __future__ import annotations

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.erasures import SPARE, mended
from kiosk.adapters.scan.fusion.symbol import (
    VERSIONS,
    blocks_of,
    codewords_seen,
    drawn,
    formats_seen,
    frame_of,
)

Modules = NDArray[np.uint8]


def symbol(version: int, level: str, mask: int, text: str = "KC1:7") -> Modules:
    code = segno.make(text, version=version, error=level, mask=mask, boost_error=False, micro=False)
    return np.array([list(row) for row in code.matrix], np.uint8)


def sure(modules: Modules) -> NDArray[np.float32]:
    return np.asarray(modules.astype(np.float32) * 12 - 6, np.float32)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_taken_apart_and_drawn_again(version: int) -> None:
    level, mask = "lmqh"[version % 4], version % 8
    modules, frame = symbol(version, level, mask), frame_of(version)
    assert (modules[frame.known] == frame.fixed[frame.known]).all()
    (format_, best), (_other, next_best), *_rest = formats_seen(frame, sure(modules))
    assert format_ & 7 == mask
    assert best > next_best
    codewords, wrong = codewords_seen(frame, sure(modules), format_)
    assert wrong.max() < 0.05
    assert (drawn(frame, format_, codewords) == modules).all()
    assert sum(len(block.places) for block in blocks_of(version, format_)) == len(codewords)
    again = mended(version, format_, codewords, wrong)
    assert again is not None
    assert (again == codewords).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 11), st.sampled_from("lmqh"), st.integers(0, 7), st.randoms(use_true_random=False))
def test_what_is_left_out_and_what_is_wrong_is_mended_up_to_the_check_and_no_further(
    version: int, level: str, mask: int, chance: object
) -> None:
    import random

    assert isinstance(chance, random.Random)
    frame = frame_of(version)
    format_ = formats_seen(frame, sure(symbol(version, level, mask)))[0][0]
    right, _ = codewords_seen(frame, sure(symbol(version, level, mask)), format_)
    blocks = blocks_of(version, format_)
    seen, wrong = right.copy(), np.full(len(right), 0.001, np.float32)
    for block in blocks:
        room = block.check - min(-(-SPARE // len(blocks)), block.check // 2)
        errors = chance.randint(0, room // 2)
        places = chance.sample(list(block.places), errors + (room - 2 * errors))
        for place in places:
            seen[place] ^= chance.randint(1, 255)
        wrong[places[errors:]] = 0.98  # what is unsure is known to be
    again = mended(version, format_, seen, wrong)
    assert again is not None
    assert (again == right).all()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 11), st.integers(0, 31))
def test_noise_is_never_a_symbol(seed: int, version: int, format_: int) -> None:
    rng = np.random.default_rng(seed)
    frame = frame_of(version)
    votes = rng.normal(0, 4, (frame.size, frame.size)).astype(np.float32)
    assert mended(version, format_, *codewords_seen(frame, votes, format_)) is None


def test_a_block_of_which_too_much_is_unsure_is_not_tried() -> None:
    modules, frame = symbol(5, "m", 3), frame_of(5)
    format_ = formats_seen(frame, sure(modules))[0][0]
    codewords, _ = codewords_seen(frame, sure(modules), format_)
    assert mended(5, format_, codewords, np.full(len(codewords), 0.9, np.float32)) is None
