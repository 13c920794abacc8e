"""Keeps resources/i18n/*.ts in step with the code: `python -m kiosk.ui.ts_files` after words were added or changed.

Qt's lupdate reads Python too, but misses plurals given as `translate(context, text, None, n)`; this reads the code with
Python's own parser. Sources and contexts must be literals. New words come as unfinished; words no longer used go.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from kiosk import paths
from kiosk.domain.texts import LANGUAGES


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Words in the code. `plural`: they depend on a number."""

    context: str
    text: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a .ts file. `forms`: its translation, or one for each plural form."""

    source: Source
    forms: tuple[str, ...]
    finished: bool


def sources_in_code(folder: Path) -> list[Source]:
    """Every `translate("Context", "text"[, None, n])` under `folder`, sorted. ValueError for one that is no literal."""
    found: set[Source] = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                found.add(_source(node, path))
    return sorted(found)


def _source(call: ast.Call, path: Path) -> Source:
    words = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args[:2]]
    context, text = (*words, None, None)[:2]
    if not isinstance(context, str) or not isinstance(text, str):
        raise ValueError(f"{path}:{call.lineno}: translate() needs literals")
    return Source(context, text, plural=len(call.args) == 4)


def plural_forms(language: str) -> int:
    """Chinese has one form, English two."""
    return 2 if language == "en" else 1


def read_ts(path: Path) -> list[Entry]:
    """The messages of a .ts file. An absent file has none."""
    if not path.exists():
        return []
    entries = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            forms: tuple[str, ...] = ()
            if translation is not None:
                forms = tuple(form.text or "" for form in translation) if plural else (translation.text or "",)
            finished = translation is not None and translation.get("type") is None and all(forms)
            source = Source(context.findtext("name", ""), message.findtext("source", ""), plural)
            entries.append(Entry(source, forms, finished))
    return entries


def write_ts(path: Path, language: str, entries: Iterable[Entry]) -> None:
    """Write messages, sorted, in the form that Qt Linguist reads."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for entry in sorted(entries, key=lambda one: one.source):
        name = entry.source.context
        if name not in contexts:
            contexts[name] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[name], "name").text = name
        message = ElementTree.SubElement(contexts[name], "message", {"numerus": "yes"} if entry.source.plural else {})
        ElementTree.SubElement(message, "source").text = entry.source.text
        state = {} if entry.finished else {"type": "unfinished"}
        translation = ElementTree.SubElement(message, "translation", state)
        if entry.source.plural:
            for form in entry.forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = entry.forms[0] if entry.forms else ""
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def update(sources: list[Source], folder: Path) -> int:
    """Bring all .ts files up to `sources`; gives how many messages are unfinished."""
    unfinished = 0
    for language in LANGUAGES:
        path = folder / f"kiosk_{language}.ts"
        known = {entry.source: entry for entry in read_ts(path)}
        entries = []
        for source in sources:
            blank = ("",) * (plural_forms(language) if source.plural else 1)
            plain_english = language == "en" and not source.plural
            new = Entry(source, (source.text,) if plain_english else blank, finished=plain_english)
            entries.append(known.get(source, new))
        unfinished += sum(not entry.finished for entry in entries)
        write_ts(path, language, entries)
    return unfinished


if __name__ == "__main__":
    left = update(sources_in_code(paths.root() / "kiosk"), paths.resources() / "i18n")
    sys.stdout.write(f"{left} unfinished\n")
