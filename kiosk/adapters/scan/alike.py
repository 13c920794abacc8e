"""How alike two pictures, or lines of them, are."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def correlation(
    one: NDArray[np.floating[Any]], other: NDArray[np.floating[Any]], weight: NDArray[np.floating[Any]]
) -> float:
    """Pearson's, weighted: -1 to 1; 0 where nothing varies or weighs. All three have one axis of the same length."""
    total = float(weight.sum())
    if total <= 0:
        return 0.0
    a = one - float(one @ weight) / total
    b = other - float(other @ weight) / total
    both = float(a * a @ weight) * float(b * b @ weight)
    return float(a * b @ weight) / both**0.5 if both > 0 else 0.0
