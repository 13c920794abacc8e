"""How Chinese is written here (docs/glossary.md): faults of punctuation and of words in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk import paths
from kiosk.ui.i18n import spaced

GLOSSARY = paths.root() / "docs" / "glossary.md"
_HALF = re.compile(r"[,;:!?()]")
_FULL = "，。：；？！（）、「」『』"
_QUOTES = {"zh_TW": "“”‘’", "zh_CN": "「」『』"}


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the glossary: words by language, and words never used."""

    english: str
    words: dict[str, tuple[str, ...]]
    never: dict[str, tuple[str, ...]]


def terms() -> list[Term]:
    """The glossary's tables."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in GLOSSARY.read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and not line.startswith(("| ---", "| English"))
    ]
    return [
        Term(row[0], {"zh_TW": _list(row[1]), "zh_CN": _list(row[2])}, {"zh_TW": _list(row[3]), "zh_CN": _list(row[4])})
        for row in rows
    ]


def words_of_ours() -> tuple[str, ...]:
    """What no screen says."""
    text = GLOSSARY.read_text(encoding="utf-8")
    quoted = " ".join(re.findall(r"^> (.*)$", text, re.MULTILINE))
    return tuple(word.strip() for word in quoted.split(","))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("、") if word)


def wrong_words(text: str, language: str) -> list[str]:
    """Words that the glossary forbids in this language."""
    return [word for term in terms() for word in term.never[language] if word in text]


def wrong_signs(text: str, language: str) -> list[str]:
    """What is wrong with the punctuation of a Chinese text."""
    found = []
    for hit in _HALF.finditer(text):
        before, after = text[: hit.start()][-1:], text[hit.end() :][:1]
        inside = before.isascii() and after.isascii() and (before + after).strip() and _latin(before) and _latin(after)
        if not inside:
            found.append(f"half-width {hit.group()}")
    if re.search(rf"[{_FULL}] | [{_FULL}]", text):
        found.append("space beside a full-width sign")
    if spaced(text) != text:
        found.append("Latin without a space, or Chinese with one")
    if "..." in text or "。。" in text or '"' in text:
        found.append("… or quotation marks")
    found += [f"{sign} in {language}" for sign in _QUOTES[language] if sign in text]
    return found


def _latin(sign: str) -> bool:
    # the inside of 1,234, 10:42, https://…, a pair of brackets in Latin text
    return sign.isalnum() or sign in "/{}%.-"
