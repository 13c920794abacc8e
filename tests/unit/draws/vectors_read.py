"""The known answers of KD1, RFC 9162, RFC 3797 and drand, on which independent implementations agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent / "vectors"


def vectors(name: str) -> Any:
    """What a file of known answers says."""
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
