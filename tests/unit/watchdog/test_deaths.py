"""Deaths are kept until they are journalled, each of them once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.journal.facts import decode
from kiosk.domain.journal.kinds import PROGRAM_RESTARTED
from kiosk.watchdog import deaths
from kiosk.watchdog.deaths import Death, How
from tests.shared.till import Till


def _restarts(till: Till) -> list[tuple[str, str]]:
    rows = till.ledger.run(lambda tx: list(tx.facts_after(1, 0, 1_000)))
    facts = [decode(raw) for _seq, raw, _hash in rows]
    return [(fact.body["how"], fact.body["fault"]) for fact in facts if fact.kind == PROGRAM_RESTARTED]


def test_each_death_is_journalled_once_also_when_the_file_stays(tmp_path: Path) -> None:
    till = Till()
    deaths.keep(tmp_path, Death("a", 1_000, How.CRASHED, -9, "", 12))
    deaths.keep(tmp_path, Death("b", 2_000, How.FAILED, 70, "disk_full", 1))
    till.ledger.run(lambda tx: deaths.journal(tx, tmp_path))
    till.ledger.run(lambda tx: deaths.journal(tx, tmp_path))  # killed before the file was removed
    assert _restarts(till) == [("crashed", ""), ("failed", "disk_full")]
    deaths.forget(tmp_path)
    assert deaths.read(tmp_path) == []
    deaths.keep(tmp_path, Death("c", 3_000, How.HUNG))
    till.ledger.run(lambda tx: deaths.journal(tx, tmp_path))
    assert [how for how, _ in _restarts(till)] == ["crashed", "failed", "hung"]


@pytest.mark.parametrize(
    "text",
    ["", "[", "{}", "[1]", '[{"id": 1, "at": 1, "how": "hung"}]', '[{"id": "a", "at": 1.5, "how": "hung"}]', "\xff"],
)
def test_a_file_that_is_no_list_of_deaths_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "deaths.json").write_text(text, encoding="latin-1")
    assert deaths.read(tmp_path) == []
    deaths.keep(tmp_path, Death("a", 1, How.HUNG))
    assert [one.id for one in deaths.read(tmp_path)] == ["a"]


def test_an_endless_row_is_cut(tmp_path: Path) -> None:
    for at in range(210):
        deaths.keep(tmp_path, Death(str(at), at, How.CRASHED))
    assert [one.at for one in deaths.read(tmp_path)] == list(range(10, 210))


def test_a_disk_that_takes_nothing_is_said(tmp_path: Path, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("cannot be written")
    (tmp_path / "file").touch()
    deaths.keep(tmp_path / "file", Death("a", 1, How.HUNG))
