"""`kiosk explain …` as a person types it, on a till's own ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.adapters.db.reading import newest_facts
from kiosk.adapters.keys.keystore import LEDGER_KEY
from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.config import load, with_data_dir
from kiosk.installation import key_store
from tests.integration.ledger.samples import KEY
from tests.shared.till import Till, member

# the command makes do with a QCoreApplication; where one process runs all tests, those of the screen come after it
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """A till in the main phase of the holiday plan, in an installation's data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    # whatever key store this machine has, tests leave it alone
    (folder / "keystore.json").write_text('{"store": "file"}', encoding="utf-8")
    settings = with_data_dir(load(environment={}), folder)
    key_store(settings).put(LEDGER_KEY, KEY)
    till = Till(folder, reference=settings.reference_path).plays("holiday", "2027-01-31 10:00")
    till.has_members(member("m-1", bought=(("2027-01-10", 100_00),)))
    yield till
    till.close()


def explain(till: Till, *words: str) -> int:
    return main(["explain", *words, "--data", str(till.path.parent)])


def test_a_receipt_explains_itself_in_the_language_that_is_wanted(
    till: Till, capsys: pytest.CaptureFixture[str]
) -> None:
    sale = till.buys("m-1", 462_00).sale
    before = len(till.kinds())
    till.close()
    assert explain(till, sale.receipt, "--language", "en") == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == f"Purchase · 31 Jan 2027 10:00 · {sale.receipt}"
    assert "    Double points — given — 46 points" in said
    assert "        +" in said  # what it brought
    assert "New Year's Eve delivery — nearly — bought for NT$462, needs NT$800" in said
    assert "d-01/1/" not in said  # numbers of the journal are for who asks for everything
    assert explain(till, sale.txn, "--language", "zh_TW") == 0
    chinese = capsys.readouterr().out
    assert "節日積分翻倍" in chinese
    assert len(chinese.splitlines()) == len(said.splitlines())
    assert explain(till, sale.txn, "--language", "zh_TW", "--all") == 0
    assert len(capsys.readouterr().out.splitlines()) > len(chinese.splitlines())
    assert len(newest_facts(till.path, KEY, 1_000)) == before  # an explanation is no fact


def test_a_member_explains_themselves_newest_first(till: Till, capsys: pytest.CaptureFixture[str]) -> None:
    first = till.buys("m-1", 462_00).sale
    till.acts("m-1", ActionKind.SURVEY, "taste", 5)
    till.voids(first.txn)
    till.close()
    for name in ("m-1", "91"):
        assert explain(till, name, "--json") == 0
        record = json.loads(capsys.readouterr().out)
        assert record["member"]["id"] == "m-1"
        assert [one["kind"] for one in record["explained"]] == ["survey_answered"]  # the void left nothing of the sale
        rules = {rule["rule_id"]: rule for rule in record["explained"][0]["rules"]}
        given = rules["holiday/opinion"]
        assert (given["outcome"], given["rewards"][0]["name"]["en"]) == ("granted", "25 off fresh food")
    assert explain(till, "m-1", "--language", "en") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "王*明 · Member"
    assert said[2].startswith("Survey answered · 31 Jan 2027 10:00")


def test_what_cannot_be_explained_says_so(till: Till, capsys: pytest.CaptureFixture[str]) -> None:
    till.buys("m-1", 462_00)
    assert explain(till, "m-1") == 2  # the terminal runs
    assert "is running" in capsys.readouterr().err
    till.close()
    for name in ("nobody", "N01-000009", "x-000001", "9" * 40, ""):
        assert explain(till, name) == 1
        assert "No sale" in capsys.readouterr().err
    assert main(["explain", "m-1", "--data", str(till.path.parent / "elsewhere")]) == 2
    assert "there is no ledger" in capsys.readouterr().err
