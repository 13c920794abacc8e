"""Promotions as shops and other programs have them: what baskets cost was reckoned by hand before ours was asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shared.calls import called
from tests.shared.promotions import DOCUMENT, examples
from tests.unit.campaigns.stage import NAME

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("reckoned_by_hand.yaml").read_text("utf-8"))
HEAD = examples(DOCUMENT.read_text(encoding="utf-8"))[0].file.partition("rules:")[0]


@pytest.mark.parametrize("case", CASES, ids=[one["title"] for one in CASES])
def test_the_till_says_what_was_reckoned(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(HEAD + case["file"].replace("NAME", NAME), encoding="utf-8")
    for basket in case["baskets"]:
        words = [word for item in basket["goods"].split() for word in ("--item", item)]
        words += basket.get("said", "").split()
        code, said, heard = called(["campaign", "price", str(path), *words, "--json"])
        found = json.loads(said)
        assert (code, found["total"]) == (0, basket["total"]), (basket["goods"], heard)
        assert found["points"] == basket.get("points", found["points"]), basket["goods"]
