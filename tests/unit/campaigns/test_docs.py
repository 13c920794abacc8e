"""docs/plans.md and docs/mechanics.md speak of rules and tests that are there, and of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.campaigns.conftest import plan

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
PLANS = ("referral-party", "mini-program", "product-welfare", "holiday")
IN_SCOPE = [*range(3, 19), 20, 22, 23, 24]


@pytest.mark.parametrize("name", PLANS)
def test_every_rule_carries_out_a_sentence_and_every_sentence_names_real_rules(name: str) -> None:
    text = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")
    section = text.partition(f"## {name}\n")[2].partition("\n## ")[0]
    campaign = plan(name)
    fields = {
        "terms",
        "legal",
        "budget",
        "limits",
        "safety",
        "substitute",
        "otherwise",
        "kiosk campaign check",
        "kiosk campaign poster",
        "kiosk explain",
    }
    others = {"evening", "main", "reserve"}
    said = set(re.findall(r"`([^`]+)`", section)) - fields - others
    assert said == {rule.id for rule in campaign.rules}


def functions_of(folder: Path) -> str:
    """The source of all tests of mechanics in a folder."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("test_mechanics_*.py")))


def counted(column: str, number: int) -> int:
    """How many tests a column of docs/mechanics.md tells of."""
    told = re.fullmatch(rf"`test_m{number:02}_\*`(?: \((\d+)\))?", column.strip())
    assert told is not None, column
    return int(told[1] or 1)


@pytest.mark.parametrize("number", IN_SCOPE)
def test_every_mechanic_has_a_row_a_rule_and_its_tests_in_both_places(number: int) -> None:
    text = (ROOT / "docs" / "mechanics.md").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if row.startswith(f"| M{number:02} |")]
    assert len(rows) == 1
    _, _, name, files, rules, till, now, ready, _ = rows[0].split("|")
    assert all(part.strip() for part in (name, now, ready))
    for told, folder in ((rules, HERE), (till, ROOT / "tests" / "integration" / "campaigns")):
        found = re.findall(rf"^def test_m{number:02}_", functions_of(folder), re.MULTILINE)
        assert counted(told, number) == len(found)
    plans = {one: plan(one) for one in PLANS}
    assert any(f"M{number:02}" in rule.mechanics for campaign in plans.values() for rule in campaign.rules)
    for part in files.split(";"):
        file, _, listed = part.strip().partition(": ")
        names = {rule.id for rule in plans[file].rules} if file in plans else set()
        for rule in re.findall(r"[a-z][a-z0-9-]*\*?", listed) if names else ():
            assert any(one == rule or (rule.endswith("*") and one.startswith(rule[:-1])) for one in names), rule


def test_the_events_rewards_are_tested_in_both_places() -> None:
    for folder in (HERE, ROOT / "tests" / "integration" / "campaigns"):
        assert "def test_m19_" in functions_of(folder)
