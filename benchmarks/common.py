"""What benchmarks share: how figures are written, percentiles, machine."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0–1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-round(share * 1e6) * len(ordered) // 1_000_000) - 1))]


def spread(values: Sequence[float], digits: int = 1) -> dict[str, float]:
    """Count, median, p95, p99 and maximum."""
    return {
        "count": len(values),
        "median": round(percentile(values, 0.5), digits),
        "p95": round(percentile(values, 0.95), digits),
        "p99": round(percentile(values, 0.99), digits),
        "max": round(max(values), digits),
    }


def machine() -> dict[str, Any]:
    """Where the figures come from."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
    }


def write_json(path: Path | None, figures: Mapping[str, Any]) -> None:
    """Save the figures, if a file was asked for."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**figures, "machine": machine()}, ensure_ascii=False, indent=1) + "\n", "utf-8")


class NoPins:
    """Nobody signs in here."""

    def hash_pin(self, pin: str) -> str:
        """Never asked."""
        raise AssertionError

    def verify_pin(self, encoded: str, pin: str) -> bool:
        """Never asked."""
        raise AssertionError
