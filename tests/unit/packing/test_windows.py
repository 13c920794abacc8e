"""What Windows shows of the program's version."""

from __future__ import annotations

import pytest

from packing.windows import numbers


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("0.1.0", (0, 1, 0, 0)),
        ("12", (12, 0, 0, 0)),
        ("1.2.3.4.5", (1, 2, 3, 4)),
        ("1.2.3rc1", (1, 2, 3, 0)),
        ("", (0, 0, 0, 0)),
    ],
)
def test_four_numbers(version: str, expected: tuple[int, int, int, int]) -> None:
    assert numbers(version) == expected
