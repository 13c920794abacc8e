"""The examples of docs/promotions.md: a heading, lines of a campaign file, calls and their answers.

`python -m tests.shared.promotions` writes what the calls answer into the document.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.shared.calls import called

DOCUMENT = Path(__file__).parents[2] / "docs" / "promotions.md"
_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"^\$ kiosk (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Example(NamedTuple):
    """One kind: `file` is a whole campaign file; `calls`: words of a call, with FILE for its name, and the answer."""

    title: str
    file: str
    calls: tuple[tuple[str, str], ...]


def examples(text: str) -> list[Example]:
    """All of them. The first part of the document with YAML is the head of every file."""
    found: list[Example] = []
    head = ""
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        blocks = _BLOCK.findall(part)
        yaml = "".join(body for kind, body in blocks if kind == "yaml")
        if not head:
            head = yaml
            continue
        calls = tuple(call for kind, body in blocks if kind == "console" for call in _CALL.findall(body))
        found.append(Example(part.partition("\n")[0], head + yaml, calls))
    return found


def answer(words: str, file: Path) -> tuple[int, str]:
    """What `kiosk WORDS` says, and its exit code."""
    code, said, _heard = called([str(file) if word == "FILE" else word for word in shlex.split(words)])
    return code, said


def _written(text: str, folder: Path) -> str:
    """The document with the answers as they are now."""
    at = 0
    for example in examples(text):
        file = folder / "example.yaml"
        file.write_text(example.file, encoding="utf-8")
        for words, old in example.calls:
            _code, said = answer(words, file)
            call = f"$ kiosk {words}\n"
            start = text.index(call + old, at)  # the same call may stand under several headings
            text = text[:start] + call + said + text[start + len(call + old) :]
            at = start + len(call + said)
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        DOCUMENT.write_text(_written(DOCUMENT.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
