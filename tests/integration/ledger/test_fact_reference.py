"""docs/facts.md names every kind of fact."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.domain.facts import BY_NAME


def test_every_kind_is_described() -> None:
    text = (Path(__file__).parents[3] / "docs" / "facts.md").read_text("utf-8")
    table = text[text.index("## Kinds") : text.index("## Epochs")]
    described = {
        name
        for line in table.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`([^`]+)`", line.split("|")[1])
    }
    assert described == set(BY_NAME) - {"member.known"}
