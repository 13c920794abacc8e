"""What the check says stands in three languages: every sentence of the code, its arguments, in good Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.adapters.campaigns.words.of_things import THINGS
from kiosk.adapters.campaigns.words.said import SENTENCES, in_words
from kiosk.domain.findings import error
from tests.shared.chinese import wrong_signs, wrong_words

ROOT = paths.root() / "kiosk"
SPEAKING = [
    *sorted((ROOT / "domain" / "campaigns").glob("check*.py")),
    *(ROOT / "domain" / "campaigns" / f"{name}.py" for name in ("legal", "favour", "rehearsal", "unrehearsed")),
    ROOT / "hq" / "campaigns" / "commands.py",
    ROOT / "hq" / "draws_batch" / "law.py",
    *(ROOT / "protocol" / "campaigns" / f"{name}.py" for name in ("file", "compose", "keyboard", "advice")),
    ROOT / "domain" / "goods" / "catalogue.py",
    ROOT / "protocol" / "goods" / "catalogue_file.py",
]
NAMES = re.compile(r"\{(\w+)\}")
OF_OTHERS = re.compile(
    r"did not find expected .*|found .* (?:stream|token|character)|could not find .*|mapping values are .*"
    r"|block sequence entries are .*|expected a single document .*|not YAML"
)
"""What the YAML library says; our own words for it are looked up by it."""


def sentences(path: Path) -> Iterator[str]:
    """Every text of a module that people read: those with a gap between words, but docstrings and patterns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {
        id(part.value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
        for part in node.body
        if isinstance(part, ast.Expr)
    }
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documents | pieces:
            continue
        text = node.value
        if re.search(r"[a-z`}] [a-z`{0-9]", text) and "\\" not in text.replace("`\\`", "") and "[0-9]" not in text:
            yield text


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.stem)
def test_every_sentence_is_translated(path: Path) -> None:
    known = {*SENTENCES, *THINGS}
    assert [text for text in sentences(path) if text not in known and not OF_OTHERS.fullmatch(text)] == []


def test_no_translation_is_left_over() -> None:
    written = {text for path in SPEAKING for text in sentences(path)}
    others = {"empty", "`{text}`: three capital letters of ISO 4217: write {meant}"}
    assert set(SENTENCES) - written - others == set()


@pytest.mark.parametrize("english", SENTENCES)
def test_a_translation_has_the_same_arguments_and_good_chinese(english: str) -> None:
    for language, text in zip(("zh_TW", "zh_CN"), SENTENCES[english], strict=True):
        assert sorted(set(NAMES.findall(text))) == sorted(set(NAMES.findall(english)))
        assert re.findall(r"`[^`{]*`", text) == [] or set(re.findall(r"`[a-z_]+`", text)) <= set(
            re.findall(r"`[a-z_]+`", english)
        )
        bare = re.sub(r"`[^`]*`|\{\w+\}|\{\{.*?\}\}", "x", text.replace("{what}", "類"))
        assert wrong_words(bare, language) == []
        assert wrong_signs(bare, language) == []


def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    said = error("new", "rules", "something new about `{name}`", name="tea")
    assert in_words(said, "zh_TW") == in_words(said, "en") == "something new about `tea`"
