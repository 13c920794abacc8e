"""What `kiosk campaign` says of a call, and answers, in three languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.cli import campaign_answers, campaign_asked, campaign_reasons, usage
from kiosk.domain.texts import LANGUAGES, LocalText
from tests.shared.calls import called
from tests.shared.chinese import wrong_signs, wrong_words
from tests.unit.campaigns.stage import HEAD, NAME, PHASES

CHINESE = re.compile(r"[\u4e00-\u9fff]")
CLI = paths.root() / "kiosk" / "cli"
RULES = """
coupons:
  - {id: ten, name: NAME, off: 10, min_spend: 100}
  - {id: card, name: NAME, value: 100, sold: {most: 10000, least: 100, amounts: [100]}, valid_days: 100}
rules:
  - {id: two-one, name: NAME, when: basket, for: everyone, give: [{discount: {buy: 2, free: 1, categories: [tea]}}]}
  - {id: much, name: NAME, when: basket, if: {amount: 500}, give: [{discount: {off: 50}}]}
  - {id: friday, name: NAME, when: basket, if: {weekdays: [5]}, give: [{discount: {off: 1}}]}
  - {id: gold, name: NAME, when: basket, if: {tiers: [gold]}, give: [{discount: {off: 2}}]}
  - {id: points, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
  - {id: welcome, name: NAME, when: registered, give: [{points: 5}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "c.yaml"
    path.write_text((HEAD + PHASES + RULES).replace("NAME", NAME), encoding="utf-8")
    return str(path)


CALLS = [
    ("", "required"),
    ("chekc", "invalid choice"),
    ("price", "required"),
    ("price FILE --item", "expected one argument"),
    ("price FILE --frob", "unrecognized arguments"),
    ("price FILE --json=1", "ignored explicit argument"),
    ("price FILE --catalogue /", "is a folder, not a file"),
    ("check FILE --before nowhere.yaml", "there is no file"),
    ("check FILE --catalogue=", "an empty name is no path"),
    ("rehearse FILE", "one of the arguments"),
    ("rehearse FILE --synthetic ten", "is no whole number"),
    ("rehearse FILE --synthetic 0", "is not between"),
    ("rehearse FILE --synthetic 5 --facts FILE", "not allowed with argument"),
    ("rehearse FILE --synthetic 5 --html /nowhere/at/all.html", "there is no folder"),
    ("rehearse FILE --facts FILE", "not a fact"),
    ("tell", "required"),
]


@pytest.mark.parametrize(("words", "english"), CALLS)
def test_a_wrong_call_is_said_in_the_language_asked_for(file: str, words: str, english: str) -> None:
    typed = ["campaign", *(file if word == "FILE" else word for word in words.split())]
    for language in LANGUAGES:
        code, said, heard = called(typed, {"KIOSK_LANGUAGE": language})
        assert (code, said, heard.count("\n")) == (2, "", 1)
        assert (english in heard) == (language == "en")
        assert bool(CHINESE.search(heard)) == (language != "en")
    if len(typed) > 2 and not words.endswith("--item"):
        assert called([*typed, "--language", "zh_TW"], {"KIOSK_LANGUAGE": "en"})[2] != heard


def test_an_answer_is_in_the_language_asked_for(file: str) -> None:
    goods = "--item oolong:2@60:tea --item shirt:1@400 --item cup:-1@20"
    basket = f"{goods} --sell card@100 --sell card@70 --coupon ten --pay x"
    answers = {}
    for language in LANGUAGES:
        code, said, heard = called(["campaign", "price", file, *basket.split(), "--language", language])
        assert code == 0
        answers[language] = said.splitlines() + heard.splitlines()
    assert len({len(lines) for lines in answers.values()}) == 1
    for line in answers["en"]:
        assert not CHINESE.search(line)
    for language in ("zh_TW", "zh_CN"):
        for line in answers[language]:
            assert CHINESE.search(line), line
    assert answers["zh_TW"] != answers["zh_CN"]


def _texts() -> Iterator[tuple[str, LocalText]]:
    for module in (campaign_answers, campaign_asked, campaign_reasons, usage):
        for name, value in vars(module).items():
            found = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
            yield from ((f"{module.__name__}.{name}", one) for one in found if isinstance(one, LocalText))


def test_the_words_are_good_chinese_with_the_same_fields() -> None:
    texts = list(_texts())
    assert len(texts) > 60
    for name, text in texts:
        fields = sorted(re.findall(r"\{(\w+)", text.en))
        for language in ("zh_TW", "zh_CN"):
            said = text.get(language)
            if text not in usage.__dict__["_SAID"]:
                assert sorted(re.findall(r"\{(\w+)", said)) == fields, name
            assert set(re.findall(r"\{(\w+)", said)) <= set(fields), name
            plain = re.sub(r"\{\w+\}", "X", re.sub(r"\{(what|has|words)\}", "字", said.replace("{where}", "")))
            assert wrong_words(plain, language) == [], name
            assert wrong_signs(plain, language) == [], name


def _refused() -> Iterator[str]:
    """Whatever an argument may be refused with, its fields filled with words in quotes."""
    for path in sorted(CLI.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "ArgumentTypeError":
                for said in (
                    [node.args[0]] if not isinstance(node.args[0], ast.IfExp) else ast.iter_child_nodes(node.args[0])
                ):
                    if isinstance(said, ast.JoinedStr):
                        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "x y" for p in said.values)
                    elif isinstance(said, ast.Constant):
                        yield str(said.value)


def test_whatever_an_argument_is_refused_with_is_known() -> None:
    refused = {one for one in _refused() if re.search("[a-wz]{2}", one)}
    assert len(refused) >= 15
    assert [one for one in sorted(refused) if usage.in_words(one, "zh_TW") == one] == []
