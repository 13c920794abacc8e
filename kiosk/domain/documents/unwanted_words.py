"""Words that a chain does not print on cards which customers write themselves.

The list is the chain's. A word is found however it is written: wide or narrow, in capitals, with marks, blanks or signs
between its characters, in traditional or simplified characters. Latin words are found as whole words only, so that a
town or a name that holds one by chance is not refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

MOST, LONGEST = 500, 40
"""Words in a list, and characters of one."""

_RUNS = re.compile(r"[a-z0-9]+|[^\W_]", re.UNICODE)
"""Latin words, and everything else that is a letter, one by one."""


def unwanted(text: str, words: Iterable[str], simplified: Callable[[str], str]) -> str | None:
    """The first of `words` that stands in `text`, as the chain wrote it; None when none does. `simplified`: traditional
    characters as simplified ones."""
    runs = _runs(text, simplified)
    spelled = _spelled_out(runs)
    written = [f"\0{chr(0).join(one)}\0" for one in (runs, spelled)]
    for word in words:
        wanted = _runs(word, simplified)
        if wanted and any(f"\0{chr(0).join(wanted)}\0" in line for line in written):
            return word
    return None


def _runs(text: str, simplified: Callable[[str], str]) -> list[str]:
    """What is compared: words of Latin letters whole, other characters one by one, signs and blanks left out."""
    flat = unicodedata.normalize("NFKD", simplified(text)).casefold()
    bare = "".join(sign for sign in flat if unicodedata.category(sign)[0] not in "MC" or sign in "\n\t")
    return _RUNS.findall(bare)


def _spelled_out(runs: list[str]) -> list[str]:
    """Single letters in a row as one word: "b a d" is "bad"."""
    joined: list[str] = []
    letters = ""
    for run in [*runs, ""]:
        if len(run) == 1 and run.isascii():
            letters += run
            continue
        if letters:
            joined.append(letters)
            letters = ""
        joined.append(run)
    return joined[:-1]


def is_word(word: str) -> bool:
    """Whether it may stand in a list."""
    return 0 < len(word) <= LONGEST and bool(_runs(word, str))


def word_list(text: str) -> tuple[str, ...]:
    """A list as people keep it: a word a line, # before remarks. Raises ValueError, which names the line, for one that
    is too long or has no letter, and for too many."""
    found: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        word = line.partition("#")[0].strip()
        if not word:
            continue
        if not is_word(word):
            raise ValueError(f"line {number}: a word has 1 to {LONGEST} characters, one of them a letter")
        found[word] = None
    if len(found) > MOST:
        raise ValueError(f"{len(found)} words; at most {MOST}")
    return tuple(found)
