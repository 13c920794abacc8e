"""Which characters are read so, the likeliest first. Made from resources/typing/characters.txt, by whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, zip_longest

from kiosk.domain.typing.syllables import zhuyin_of


class Script(StrEnum):
    """How Chinese is written where the customer comes from."""

    TRADITIONAL = "zh_TW"
    SIMPLIFIED = "zh_CN"


class Place(StrEnum):
    """What is typed: how a name begins, how it goes on, or any words."""

    SURNAME = "surname"
    GIVEN = "given"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class NameWord:
    """A surname or given name of several characters, and how it is spelt, without tones."""

    text: str
    syllables: tuple[str, ...]


_SYLLABLE = re.compile(r"([a-z]+)([1-5])$")
_GIVEN, _COMMON, _RARE = 1_000, 4_000, 1_000_000
"""Where each kind begins in the order of candidates."""


MOST_BEGUN = 3_000
"""How many characters of a list, from the likeliest on, are offered for the beginning of a syllable."""


class Characters:
    """Every character by its sounds. Takes some 20 ms to make and 5 MB to keep: made when it is first wanted.

    Nothing is left out in any script: who is named with a character of the other one, or with a rare one, finds it
    behind those that are in use.
    """

    def __init__(self, text: str) -> None:
        """`text`: the table. ValueError when it is none."""
        self._signs: dict[str, dict[int, tuple[str, str]]] = {}
        lists: dict[tuple[str, str], str] = {}
        for line in text.splitlines():
            if line.startswith("#"):
                continue
            name, first, *rest = line.split(" ")
            found = _SYLLABLE.match(name)
            if found is not None:
                mains = "" if first == "-" else first
                self._signs.setdefault(found[1], {})[int(found[2])] = (mains, "".join(rest))
            else:
                lists[name, first] = " ".join(rest)
        if not self._signs or ("common", Script.TRADITIONAL) not in lists:
            raise ValueError("not a table of characters")
        self.syllables = frozenset(self._signs)
        self.zhuyin = {zhuyin_of(one): one for one in sorted(self._signs, reverse=True)}
        self._ranks = {
            (kind, script): {sign: at for at, sign in enumerate(lists[kind, script])}
            for kind in ("common", "surnames", "given")
            for script in Script
        }
        self._words = {
            (Place.SURNAME if kind == "compounds" else Place.GIVEN, script): _words(lists[kind, script])
            for kind in ("compounds", "names")
            for script in Script
        }
        written = self._ranks["common", Script.TRADITIONAL].keys() | self._ranks["common", Script.SIMPLIFIED].keys()
        self._first_read: dict[str, tuple[str, ...]] = {}
        for syllable, tones in self._signs.items():
            for mains, _others in tones.values():
                for sign in written.intersection(mains):
                    self._first_read[sign] = (*self._first_read.get(sign, ()), syllable)
        pairs = (one.split("=") for one in lists["read", "-"].split(","))
        self._surnames_read = {sign: frozenset(read.split("/")) for sign, read in pairs}

    def beginning(self, letters: str) -> tuple[str, ...]:
        """The syllables that begin with these letters."""
        return tuple(sorted(one for one in self.syllables if one.startswith(letters)))

    def beginning_zhuyin(self, signs: str) -> tuple[str, ...]:
        """The syllables whose zhuyin begins with these signs."""
        return tuple(pinyin for zhuyin, pinyin in sorted(self.zhuyin.items()) if zhuyin.startswith(signs))

    def read(self, syllables: Iterable[str], tone: int | None, script: Script | None, place: Place) -> list[str]:
        """The characters that are read as one of the syllables, in this tone or in any, the likeliest first. `script`
        None: both scripts, by how often each character is written."""
        best: dict[str, int] = {}
        for syllable in syllables:
            for said, groups in self._signs.get(syllable, {}).items():
                if tone is not None and said != tone:
                    continue
                for main, signs in ((True, groups[0]), (False, groups[1])):
                    for sign in signs:
                        order = self._order(sign, f"{syllable}{said}", main, script, place)
                        if order < best.get(sign, _RARE * 100):
                            best[sign] = order
        return sorted(best, key=lambda sign: (best[sign], sign))

    def begun(self, syllables: Iterable[str], script: Script | None, place: Place) -> list[str]:
        """The characters in use that may be meant while only the beginning of a syllable is typed. Rare ones are found
        once it is whole."""
        wanted = frozenset(syllables)
        kinds = {Place.SURNAME: ("surnames", "given", "common"), Place.GIVEN: ("given", "common")}.get(
            place, ("common",)
        )
        found: dict[str, None] = {}
        for kind in kinds:
            for sign in self._listed(kind, script):
                if not wanted.isdisjoint(self._first_read.get(sign, ())):
                    found.setdefault(sign)
        return list(found)

    def words(self, syllables: Iterable[str], script: Script | None, place: Place) -> list[NameWord]:
        """Names of several characters that may stand there and begin with one of the syllables, the likeliest first."""
        scripts = tuple(Script) if script is None else (script,)
        found = {
            word.text: word
            for one in scripts
            for first in syllables
            for word in self._words.get((place, one), {}).get(first, ())
        }
        return list(found.values())

    def _listed(self, kind: str, script: Script | None) -> Iterable[str]:
        if script is not None:
            return islice(self._ranks[kind, script], MOST_BEGUN)
        both = zip_longest(*(islice(self._ranks[kind, one], MOST_BEGUN) for one in Script))
        return (sign for pair in both for sign in pair if sign is not None)

    def _order(self, sign: str, reading: str, main: bool, script: Script | None, place: Place) -> int:
        if place is Place.SURNAME:
            rank = self._rank("surnames", sign, script)
            read = self._surnames_read.get(sign)
            if rank is not None and (main if read is None else reading in read):
                return rank
        if place is not Place.WORDS:
            rank = self._rank("given", sign, script)
            if rank is not None:
                return _GIVEN + rank if main else _COMMON + 100 + 2 * rank
        rank = self._rank("common", sign, script)
        if rank is not None:
            return _COMMON + (rank if main else 200 + 8 * rank)
        other = self._rank("common", sign, None)
        return _RARE * (1 if other is not None else 2 if main else 3) + (ord(sign) if other is None else other)

    def _rank(self, kind: str, sign: str, script: Script | None) -> int | None:
        if script is not None:
            return self._ranks[kind, script].get(sign)
        ranks = [rank for one in Script if (rank := self._ranks[kind, one].get(sign)) is not None]
        return min(ranks, default=None)


def _words(line: str) -> dict[str, list[NameWord]]:
    """By their first syllable."""
    found: dict[str, list[NameWord]] = {}
    for one in line.split(","):
        text, _, spelt = one.partition("=")
        word = NameWord(text, tuple(spelt.split(" ")))
        found.setdefault(word.syllables[0], []).append(word)
    return found
