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
_BLOCK = re.compile(r"^```(yaml|yaml goods|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"^\$ kiosk (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Example(NamedTuple):
    """One kind: `file` is a whole campaign file, `goods` a goods file; `calls`: words of a call, FILE and GOODS for
    their names, and the answer."""

    title: str
    file: str
    calls: tuple[tuple[str, str], ...]
    goods: str = ""

    def put(self, folder: Path) -> None:
        """Write the files."""
        (folder / "example.yaml").write_text(self.file, encoding="utf-8")
        (folder / "goods.yaml").write_text(self.goods, encoding="utf-8")


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
        goods = "".join(body for kind, body in blocks if kind == "yaml goods")
        found.append(Example(part.partition("\n")[0], head + yaml, calls, goods))
    return found


def answer(words: str, folder: Path) -> tuple[int, str]:
    """What `kiosk WORDS` says of the files in a folder, and its exit code."""
    names = {"FILE": str(folder / "example.yaml"), "GOODS": str(folder / "goods.yaml")}
    code, said, _heard = called([names.get(word, word) for word in shlex.split(words)])
    return code, said


def _written(text: str, folder: Path) -> str:
    """The document with the answers as they are now."""
    at = 0
    for example in examples(text):
        example.put(folder)
        for words, old in example.calls:
            _code, said = answer(words, folder)
            call = f"$ kiosk {words}\n"
            start = text.index(call + old, at)  # the same call may stand under several headings
            text = text[:start] + call + said + text[start + len(call + old) :]
            at = start + len(call + said)
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        DOCUMENT.write_text(_written(DOCUMENT.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
