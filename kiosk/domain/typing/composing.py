"""What is being typed by sound and is no text yet. Values, not widgets: every press makes another composition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.typing.characters import Characters, Place, Script
from kiosk.domain.typing.syllables import ALSO_TYPED, LETTERS, SIGNS, TONES, is_initial, zhuyin_syllables

LONGEST = 36
"""Signs of a composition; six syllables of pinyin."""


class Method(StrEnum):
    """How sounds are spelt."""

    PINYIN = "pinyin"
    ZHUYIN = "zhuyin"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be meant, and how many of the typed signs it stands for."""

    text: str
    signs: int


@dataclass(frozen=True, slots=True)
class Part:
    """A syllable as it was typed: what it may be, in pinyin, and how many signs it took."""

    spellings: tuple[str, ...]
    tone: int | None
    signs: int
    whole: bool
    """False: only its beginning was typed."""


@dataclass(frozen=True, slots=True)
class Composition:
    """Signs that were typed and not chosen yet."""

    method: Method
    typed: str = ""

    def add(self, sign: str) -> Composition:
        """With one sign more. The same when the sign is none of the method, or there is no room for more."""
        signs = LETTERS if self.method is Method.PINYIN else SIGNS
        if len(sign) != 1 or sign not in signs or len(self.typed) >= LONGEST or (sign == "'" and not self.typed):
            return self
        return replace(self, typed=self.typed + sign)

    def delete(self) -> Composition:
        """Without the sign that was typed last."""
        return replace(self, typed=self.typed[:-1])

    def choose(self, candidate: Candidate) -> Composition:
        """What is left to be chosen once a candidate was."""
        return replace(self, typed=self.typed[candidate.signs :].lstrip("'"))

    def shown(self, characters: Characters) -> str:
        """As it is shown beside the text: its syllables apart, ü for v. Its signs are all there, in their order."""
        if self.method is Method.ZHUYIN:
            return " ".join(zhuyin_syllables(self.typed))
        parts = next(_pinyin_ways(characters, self.typed), None)
        if parts is None:
            return self.typed.replace("v", "ü")
        cut, at = [], 0
        for part in parts:
            cut.append(self.typed[at : at + part.signs])
            at += part.signs
        return " ".join(one.strip("'") for one in cut if one.strip("'")).replace("v", "ü")

    def candidates(self, characters: Characters, script: Script | None, place: Place) -> tuple[Candidate, ...]:
        """What may be meant, the likeliest first, each once: names of several characters, then characters."""
        found: dict[str, Candidate] = {}
        for at, parts in enumerate(self._ways(characters)):
            first = parts[0]
            for word in characters.words(first.spellings, script, place) if at == 0 else ():
                signs = _signs_of(word.syllables, parts)
                if signs:
                    found.setdefault(word.text, Candidate(word.text, signs))
            if first.whole:
                meant = characters.read(first.spellings, first.tone, script, place)
            else:
                meant = characters.begun(first.spellings, script, place)
            for sign in meant:
                found.setdefault(sign, Candidate(sign, first.signs))
        return tuple(found.values())

    def _ways(self, characters: Characters) -> Iterator[tuple[Part, ...]]:
        """The ways to cut what was typed into syllables, one for each first syllable, the longest first."""
        if self.method is Method.ZHUYIN:
            return _zhuyin_ways(characters, self.typed)
        return _pinyin_ways(characters, self.typed)


def _pinyin_ways(characters: Characters, typed: str) -> Iterator[tuple[Part, ...]]:
    """Initials stand for syllables (`wml`) only where what was typed cannot be read otherwise."""
    for initials in (False, True):
        dead: set[str] = set()
        found = False
        for part in _pinyin_parts(characters, typed, initials):
            rest = _cut(characters, typed[part.signs :], initials, dead)
            if rest is not None:
                found = True
                yield (part, *rest)
        if found:
            return


def _cut(characters: Characters, typed: str, initials: bool, dead: set[str]) -> tuple[Part, ...] | None:
    """The first way to cut what was typed, None when there is none. `dead`: what is known to have none."""
    if not typed:
        return ()
    if typed in dead:
        return None
    for part in _pinyin_parts(characters, typed, initials):
        rest = _cut(characters, typed[part.signs :], initials, dead)
        if rest is not None:
            return (part, *rest)
    dead.add(typed)
    return None


def _pinyin_parts(characters: Characters, typed: str, initials: bool) -> Iterator[Part]:
    """What the first syllable may be, the longest first."""
    for width in range(min(6, len(typed)), 0, -1):
        letters, after = typed[:width], typed[width : width + 1]
        if "'" in letters:
            continue
        signs = width + (after == "'")
        spelt = ALSO_TYPED.get(letters, letters)
        if spelt in characters.syllables:
            yield Part((spelt,), None, signs, True)
        elif signs == len(typed) or (initials and is_initial(letters)):
            begun = characters.beginning(letters)
            if begun:
                yield Part(begun, None, signs, False)


def _zhuyin_ways(characters: Characters, typed: str) -> Iterator[tuple[Part, ...]]:
    parts: list[Part] = []
    for cut in zhuyin_syllables(typed):
        tone = TONES.get(cut[-1])
        spelt = cut.rstrip("".join(TONES))
        exact = characters.zhuyin.get(spelt)
        if exact is not None:
            parts.append(Part((exact,), tone, len(cut), True))
        else:
            parts.append(Part(characters.beginning_zhuyin(spelt) if spelt else (), tone, len(cut), False))
    if not parts:
        return
    yield tuple(parts)
    first = parts[0]
    spelt = next(zhuyin_syllables(typed))
    if first.whole and first.tone is None and len(parts) == 1:
        # ㄔ is a syllable, and how others begin
        more = tuple(one for one in characters.beginning_zhuyin(spelt) if one not in first.spellings)
        if more:
            yield (replace(first, spellings=more, whole=False),)


def _signs_of(syllables: tuple[str, ...], parts: tuple[Part, ...]) -> int:
    """How many signs a name of several syllables takes, 0 when it is not what was typed."""
    if len(parts) < len(syllables):
        return 0
    matched = parts[: len(syllables)]
    if all(one in part.spellings for one, part in zip(syllables, matched, strict=True)):
        return sum(part.signs for part in matched)
    return 0
