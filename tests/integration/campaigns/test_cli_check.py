"""`kiosk campaign check` from outside: languages, exit codes, JSON, the chain's lists, the version before, drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.__main__ import main
from tests.integration.campaigns.test_cli_campaign import HOLIDAY

TEXT = HOLIDAY.read_text(encoding="utf-8")


def written(folder: Path, text: str, name: str = "c.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def check(*words: str) -> int:
    return main(["campaign", "check", *words])


def test_each_kind_of_trouble_has_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the table of docs/campaign-file.md has it; of several files the highest."""
    good = str(HOLIDAY)
    warned = written(tmp_path, TEXT.replace("percent: 15, most: 900", "percent: 85, most: 900"), "w.yaml")
    wrong = written(tmp_path, TEXT.replace("budget: benefits", "budget: joy", 1), "e.yaml")
    typed = written(tmp_path, TEXT.replace("when: seen", "when：seen", 1), "t.yaml")
    later = written(tmp_path, TEXT.replace("format: 1", "format: 2", 1), "l.yaml")
    code = (tmp_path / "b.yaml", b"name: \xa4\xa4\xa4\xe5")
    code[0].write_bytes(code[1])
    missing = str(tmp_path / "none.yaml")
    cases = [(good, 0), (warned, 0), (wrong, 1), (typed, 1), (later, 2), (str(code[0]), 2), (missing, 2)]
    assert [check(file) for file, _ in cases] == [expected for _, expected in cases]
    told = (paths.root() / "docs" / "campaign-file.md").read_text(encoding="utf-8")
    assert [f"| {number} |" in told for number in (0, 1, 2)] == [True] * 3
    capsys.readouterr()
    assert check(missing, wrong, good) == 2
    said = capsys.readouterr()
    assert "no budget `joy`" in said.out  # the others are looked at, too
    assert f"{HOLIDAY}: holiday version 1" in said.out
    assert said.err.startswith(missing)
    assert check(wrong, good) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh_TW", "錯誤：沒有預算 `joy`，現有的是：benefits, marketing, reserve [unknown_budget]"),
        ("zh_CN", "错误：没有预算 `joy`，现有的是：benefits, marketing, reserve [unknown_budget]"),
        ("en", "error: no budget `joy`; there are: benefits, marketing, reserve [unknown_budget]"),
    ],
)
def test_the_language_is_as_asked_or_as_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    file = written(tmp_path, TEXT.replace("budget: benefits", "budget: joy", 1))
    assert check(file, "--language", language) == 1
    asked = capsys.readouterr().out
    assert words in asked
    monkeypatch.setenv("KIOSK_LANGUAGE", language)
    assert check(file) == 1
    assert capsys.readouterr().out == asked


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (("zh_TW", "UTF-8"), "zh_TW"),
        (("zh_HK", "UTF-8"), "zh_TW"),
        (("zh_CN", "UTF-8"), "zh_CN"),
        (("Chinese (Simplified)_China", "936"), "zh_CN"),
        (("Chinese (Traditional)_Taiwan", "950"), "zh_TW"),
        (("de_DE", "UTF-8"), "en"),
        ((None, None), "en"),
    ],
)
def test_else_the_language_is_the_systems_and_english_when_unknown(
    monkeypatch: pytest.MonkeyPatch, system: tuple[str | None, str | None], expected: str
) -> None:
    from argparse import Namespace

    from kiosk.cli.language import spoken

    monkeypatch.setenv("KIOSK_LANGUAGE", "")
    monkeypatch.setattr("locale.getlocale", lambda: system)
    assert spoken(Namespace(language=None, config=None)) == expected


def test_json_has_codes_arguments_and_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, TEXT.replace("budget: benefits", "budget: joy", 1))
    assert check(file, "--json", "--language", "zh_TW") == 1
    (record,) = json.loads(capsys.readouterr().out)
    (finding,) = record["findings"]
    assert (record["campaign"], record["errors"], record["warnings"]) == ("holiday", 1, 0)
    assert finding["code"] == "unknown_budget"
    assert finding["path"] == "rules[0].budget"
    assert finding["args"] == {"what": "budget", "name": "joy", "known": "benefits, marketing, reserve"}
    assert finding["words"].startswith("沒有預算 `joy`")
    assert TEXT.splitlines()[finding["line"] - 1][finding["column"] - 1 :] == "benefits"


def test_the_chains_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lists = written(tmp_path, "format: 1\ncurrency: TWD\ncategories: [snacks, fresh, family-set]\n", "lists.yaml")
    assert check(str(HOLIDAY), "--catalogue", lists) == 1
    said = capsys.readouterr().out
    assert said.count("no category `gift-box`; there are: family-set, fresh, snacks [unknown_category]") == 2
    assert check(str(HOLIDAY), "--catalogue", written(tmp_path, "- a", "wrong.yaml")) == 2


def test_goods_that_never_carry_a_benefit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lists = written(
        tmp_path,
        "format: 1\ncurrency: TWD\ncategories: [snacks, family-set, gift-box, {id: fresh, within: food}, food]\n"
        "no_benefit: {categories: [food, gift-box]}\n",
        "lists.yaml",
    )
    assert check(str(HOLIDAY), "--catalogue", lists, "--language", "zh_TW") == 0
    said = capsys.readouterr().out
    assert "分類 `gift-box` 在商品目錄裡是不參加優惠的，寫在這裡沒有作用 [no_benefit]" in said
    assert "分類 `fresh`" in said, "what lies within it, too"
    excepted = TEXT.replace("categories: [family-set, gift-box], group", "except: {categories: [gift-box]}, group")
    assert excepted != TEXT
    assert check(written(tmp_path, excepted), "--catalogue", lists) == 0
    assert capsys.readouterr().out.count("`gift-box` never") == 1, "only in the condition: leaving it out is no slip"


def test_the_version_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = TEXT.replace("version: 1", "version: 2", 1)
    new = new.replace(
        "limits: [{most: 10, per: [member]}, {most: 3,", "limits: [{most: 10, per: [household]}, {most: 3,", 1
    )
    assert check(written(tmp_path, new), "--before", str(HOLIDAY)) == 0
    assert "warning: the limit counted as `member`, now as `household`" in capsys.readouterr().out


def test_a_draft_passes_and_is_not_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = TEXT.replace("name: {zh_TW: 團圓年味, zh_CN: 团圆年味, en: Home for the New Year}", "name: 團圓年味", 1)
    assert draft != TEXT
    file = written(tmp_path, draft)
    assert check(file) == 0
    assert (
        "a draft: 1 texts are not in zh_TW, zh_CN, en yet; what is published needs all [draft]"
        in capsys.readouterr().out
    )
    key = written(tmp_path, "11" * 32, "k")
    assert main(["campaign", "sign", file, "--key", key, "--key-id", "hq-1"]) == 2
    assert "in one alone it is a draft [one_language]" in capsys.readouterr().err
