"""Signs of a Chinese keyboard, tabs and missing gaps in the structure of a campaign file, where YAML sees only that
something is wrong somewhere: each by name and place. Texts for people may hold any sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.protocol.campaigns.advice import narrow
from kiosk.protocol.campaigns.problems import Problem

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_BEGINS = r"(?:^|[\s{\[,，｛［-])"
_WIDE = (
    re.compile(rf"{_BEGINS}[A-Za-z_]+(：)"),  # a key
    re.compile(r"(，)\s*[A-Za-z_]+\s*[:：]"),  # between keys
    re.compile(r"([｛｝［］【】])"),
    re.compile(r"^\s*(－|—|–|・|•)\s*\S"),  # an item of a list
    re.compile(r"^\s*(＃)"),
    re.compile(r"[:：,\[{]\s*([「『“”‘’])"),
    re.compile(r"[：:]\s*[0-9.]+(％)"),
)
_WIDE_GAP = re.compile(r"(?:^|[\s{,-])([A-Za-z_]+):[\u00a0\u2000-\u200b\u202f\u3000]")
_GLUED = re.compile(r"^\s*(?:- )?([a-z_]+):(?=[^\s/])")


def keyboard_problems(text: str) -> Iterator[Problem]:
    """What is found, in the order of the file; only in a file that cannot be read, where something must be wrong."""
    for number, line in enumerate(text.splitlines(), start=1):
        bare = _QUOTED.sub(lambda found: "x" * len(found[0]), line)
        bare = re.sub(r"(^|\s)#.*", "", bare)
        indent = re.match(r"[ \t\u3000\u00a0]*", line)
        for column, sign in enumerate(indent[0] if indent else "", start=1):
            if sign == "\t":
                yield Problem("tab", number, column, "", "a tab: YAML is indented with spaces")
                break
            if sign != " ":
                yield Problem("full_width", number, column, "", "a wide space: YAML is indented with plain spaces")
                break
        places = {found.start(1) for pattern in _WIDE for found in pattern.finditer(bare)}
        yield from (_wide(number, place, bare[place]) for place in sorted(places))
        wide = _WIDE_GAP.search(bare)
        if wide:
            words = "a wide space after `{key}:`: write a plain one"
            yield Problem("full_width", number, wide.end(), "", words, (("key", wide[1]),))
            continue
        glued = _GLUED.search(bare)
        if glued:
            words = "a space is missing after `{key}:`"
            yield Problem("no_space", number, glued.end() + 1, "", words, (("key", glued[1]),))


def _wide(line: int, place: int, sign: str) -> Problem:
    words = "`{sign}` is a sign of a Chinese keyboard: write `{meant}`"
    meant = {"＃": "#", "・": "-", "•": "-"}.get(sign) or narrow(sign)
    return Problem("full_width", line, place + 1, "", words, (("sign", sign), ("meant", meant)))
