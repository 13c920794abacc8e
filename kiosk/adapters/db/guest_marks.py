"""Which letters of a name a search found, so that a screen can show them."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.adapters.db.guest_keys import spellings_of, typed_words
from kiosk.adapters.db.guest_letters import folded


def marks(name: str, text: str) -> tuple[tuple[int, int], ...]:
    """(first, end) of each stretch of a name's letters that a word of `text` found; empty where the guest was found by
    something else. A syllable counts from its first letter: `wxm` marks all three of 王小明, `wangx` two."""
    spelt = [tuple(spellings_of(folded(letter))) for letter in name]
    found: set[int] = set()
    for spellings in typed_words(text):
        for start in range(len(name)):
            end = max((_end(spelt, start, word) for word in spellings), default=start)
            if end > start:
                found.update(range(start, end))
                break
    return _stretches(sorted(found))


def _end(spelt: Sequence[tuple[str, ...]], start: int, word: str) -> int:
    """The letter behind the last one that `word` spells from `start` on, or `start` when it spells others."""
    begins_word = start == 0 or not any(spelt[start - 1]) or any(len(one) > 1 for one in spelt[start])
    if not any(spelt[start]) or not (begins_word or any(not one.isascii() for one in spelt[start])):
        return start
    ends = {(start, 0)}
    while ends:
        nearer: set[tuple[int, int]] = set()
        for at, used in ends:
            if used == len(word):
                return at
            if at < len(spelt):
                nearer.update((at + 1, done) for done in _used(spelt[at], word, used))
        ends = nearer
    return start


def _used(spellings: tuple[str, ...], word: str, used: int) -> set[int]:
    """How far `word` is used when one letter of a name is spelt: whole, by its initial, or as far as the word goes."""
    if not any(spellings):
        return {used}
    rest = word[used:]
    done = {used + len(one) for one in spellings if one and rest.startswith(one)}
    done.update(used + 1 for one in spellings if one and rest.startswith(one[0]))
    if any(one.startswith(rest) for one in spellings):
        done.add(len(word))
    return done


def _stretches(letters: Sequence[int]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for at in letters:
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)
