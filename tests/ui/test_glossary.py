"""Words: one for one thing, none of ours, the shop's own in each language; Chinese with Chinese signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.ui.ts_files import read_ts
from tests.shared.chinese import terms, words_of_ours, wrong_signs, wrong_words

CHINESE = ("zh_TW", "zh_CN")
GUIDES = sorted((paths.root() / "docs" / "guides").glob("*.md"))
CAMPAIGNS = sorted(path for name in ("campaigns", "demo") for path in (paths.resources() / name).glob("*.yaml"))


def translations(language: str) -> Iterator[tuple[str, str]]:
    for entry in read_ts(paths.resources() / "i18n" / f"kiosk_{language}.ts"):
        for form in entry.forms:
            yield entry.source.text, form


def test_the_glossary_is_read() -> None:
    assert len(terms()) > 50
    assert {"fact", "lease", "settle"} <= set(words_of_ours())
    assert wrong_words("请点击屏幕", "zh_CN") == []
    assert wrong_words("請點擊屏幕", "zh_TW") == ["屏幕", "點擊"]


@pytest.mark.parametrize("language", CHINESE)
def test_every_text_keeps_to_the_glossary(language: str) -> None:
    found = {form: words for _, form in translations(language) if (words := wrong_words(form, language))}
    assert found == {}


def test_no_word_of_ours_is_on_a_screen() -> None:
    ours = re.compile(rf"\b({'|'.join(map(re.escape, words_of_ours()))})\b")
    english = {re.sub(r"\{\w+\}", "", text) for pair in translations("en") for text in pair}
    assert sorted(text for text in english if ours.search(text)) == []


@pytest.mark.parametrize("language", CHINESE)
def test_signs_are_chinese(language: str) -> None:
    found = {form: signs for _, form in translations(language) if (signs := wrong_signs(form, language))}
    assert found == {}


@pytest.mark.parametrize("language", CHINESE)
def test_a_sentence_stays_a_sentence(language: str) -> None:
    other = [
        (source, form)
        for source, form in translations(language)
        if source.endswith(".") != form.endswith("。") and not source.endswith(("}", "…"))
    ]
    assert other == []


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("掃描槍用的是英文（美式）鍵盤，再掃一次。", "zh_TW", False),
        ("掃描槍用的是英文(美式)鍵盤，再掃一次。", "zh_TW", True),
        ("再買 NT$1,234，10:42 前到 https://hq.example.com。", "zh_TW", False),
        ("再買NT$21，送「券」", "zh_TW", True),
        ("再买 NT$21,送“券”", "zh_CN", True),
        ("再买 NT$21， 送“券”", "zh_CN", True),
        ("送「券」", "zh_CN", True),
        ("送“券”", "zh_TW", True),
        ("讀取中...", "zh_TW", True),
    ],
)
def test_a_wrong_sign_would_be_found(text: str, language: str, wrong: bool) -> None:
    assert bool(wrong_signs(text, language)) is wrong


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_campaigns_of_ours_have_chinese_signs(path: Path) -> None:
    half = re.compile("[\u4e00-\u9fff][(),:;!?](?! )|[(),:;!?][\u4e00-\u9fff]")
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if half.search(line)] == []


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_campaigns_of_ours_keep_to_the_glossary(path: Path, language: str) -> None:
    texts = re.findall(rf"{language}: (\"[^\"]*\"|[^,}}\n]*)", path.read_text(encoding="utf-8"))
    assert {text: words for text in texts if (words := wrong_words(text, language))} == {}
    if path.parent.name == "campaigns":
        assert texts


@pytest.mark.parametrize("path", [path for path in GUIDES if ".en" not in path.name], ids=lambda path: path.stem)
def test_guides_keep_to_the_glossary(path: Path) -> None:
    language = path.stem.split(".")[1]
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"`[^`]*`", "V", text)).replace("**", "")
    assert wrong_words(text, language) == []
    pieces = [re.sub(r"^(#+|\d+\.|-) ", "", piece.strip()) for piece in re.split(r"[|\n]", text)]
    assert {piece: signs for piece in pieces if (signs := wrong_signs(piece, language))} == {}


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_what_guides_quote_stands_on_the_screen(path: Path) -> None:
    language = path.stem.split(".")[1]
    said = [
        ".+".join(map(re.escape, re.split(r"\{\w+\}|%n", form)))
        for _, form in translations(language)
        if form != "“{name}”"
    ]
    quoted = re.findall("「([^」]+)」|“([^”]+)”", path.read_text(encoding="utf-8"))
    assert [text for one in quoted for text in one if text and not any(re.fullmatch(form, text) for form in said)] == []
