"""Slips of the finger in a campaign file: every token of a text, and what becomes of it on a Chinese keyboard, by a
letter too many or too few, or by writing values as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WIDE = {":": "：", ",": "，", "{": "｛", "}": "｝", "[": "［", "]": "］", "-": "－", '"': "“"}
_TOKEN = re.compile(
    r"(?P<key>(?<![\w-])[a-z][a-z_]*(?=: ))|(?P<moment>\d{4}-\d\d-\d\d \d\d:\d\d)|(?P<hours>\d\d:\d\d-\d\d:\d\d)"
    r"|(?P<number>(?<=: )\d+(?:\.\d+)?(?=[,}\n]))|(?P<sign>(?<=\w): |, (?=[a-z_]+: )|[{}\[\]])"
    r"|(?P<name>(?<=: )[a-z][a-z0-9-]{3,}(?=[,}\]\n]))"
)
_TEXTS = re.compile(r"\{zh_TW: .*?(?<=[^,])\}(?=[,}\n])")
"""Texts for people, in which any sign may stand."""


class Slip(NamedTuple):
    """`whole` with the token at `at` changed, which stands at `line`. `names`: it says what something is called."""

    whole: str
    at: int
    line: int
    kind: str
    was: str
    now: str
    names: bool

    @property
    def text(self) -> str:
        """The file with the slip in it: written out when it is asked for, as thousands of them would be a gigabyte."""
        return self.whole[: self.at] + self.now + self.whole[self.at + len(self.was) :]


def slips(text: str) -> Iterator[Slip]:
    """All of them."""
    people = [found.span() for found in _TEXTS.finditer(text)]
    comments = [found.span() for found in re.finditer(r"^#.*$", text, re.MULTILINE)]
    for found in _TOKEN.finditer(text):
        if any(start <= found.start() < end for start, end in (*people, *comments)):
            continue
        line = text.count("\n", 0, found.start()) + 1
        kind, was = found.lastgroup or "", found[0]
        names = kind == "name" and re.search(r"\b(?:id|code|group|theme|shared): $", text[: found.start()]) is not None
        for now in _changed(kind, was):
            yield Slip(text, found.start(), line, kind, was, now, names)


def _changed(kind: str, was: str) -> Iterator[str]:
    middle = len(was) // 2
    if kind in ("key", "name"):
        yield was[:middle] + was[middle + 1 :]
        yield was[:middle] + was[middle] + was[middle:]
        yield was.upper()
    if kind == "moment":
        yield was[:10]
        yield was[:11] + "24:00"
        yield was.replace("-", "/")
    if kind == "hours":
        yield was.replace("-", "~")
        yield was[:6] + "24:00"
        yield was.replace(":", "：")
    if kind == "number":
        yield f"NT${was}"
        yield f"{was}元"
        yield was + "%"
        yield "１" + was
    if kind == "sign":
        yield was.replace(was.strip(), WIDE[was.strip()]).rstrip()
        yield was.replace(was.strip(), "")
