"""docs/plans.md and docs/mechanics.md speak of rules and tests that are there, and of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.campaign.conftest import plan

ROOT = Path(__file__).parents[3]
IN_SCOPE = [*range(3, 9), *range(10, 19), 9, 20, 22, 23, 24]


@pytest.mark.parametrize("name", ["referral-party", "mini-program", "product-welfare", "holiday"])
def test_every_rule_carries_out_a_sentence_and_every_sentence_names_real_rules(name: str) -> None:
    text = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")
    section = text.partition(f"## {name}\n")[2].partition("\n## ")[0]
    campaign = plan(name)
    fields = {"terms", "legal", "budget", "limits", "safety", "substitute", "otherwise", "kiosk campaign check"}
    others = {"evening", "main", "reserve", "Fold.ask"}
    said = set(re.findall(r"`([^`]+)`", section)) - fields - others
    assert said == {rule.id for rule in campaign.rules}


def test_every_mechanic_has_a_row_a_rule_and_a_test() -> None:
    text = (ROOT / "docs" / "mechanics.md").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_mechanics_*.py"))
    rules = {
        mechanic
        for name in ("referral-party", "mini-program", "product-welfare", "holiday")
        for rule in plan(name).rules
        for mechanic in rule.mechanics
    }
    for number in IN_SCOPE:
        assert f"| M{number:02} |" in text
        assert f"M{number:02}" in rules
        counted = len(re.findall(rf"^def test_m{number:02}_", tests, re.MULTILINE))
        row = text.partition(f"| M{number:02} |")[2].partition("\n")[0]
        told = re.search(rf"`test_m{number:02}_\*`(?: \((\d+)\))?", row)
        assert told is not None
        assert counted == int(told[1] or 1), f"M{number:02}"
