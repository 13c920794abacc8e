"""Guests by what is typed, from the first letter, in memory: over 100,000 a keystroke takes a few milliseconds.

All runs of all guests (`guest_keys`) stand in one text, one after the other, and every place from which a run is found
is in one array, sorted by what stands there (a suffix array of the places that matter). Whatever begins with what was
typed is then one slice of it, found by halving; how likely each is meant, and whose it is, stand beside. A guest who
changes or comes is kept in a small part of the same kind until there are many of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np

from kiosk.adapters.db.guest_keys import Searched, runs_of, typed_words
from kiosk.adapters.db.guest_letters import apart, folded
from kiosk.adapters.db.guest_marks import marks
from kiosk.adapters.db.name_search import readings

SORTED_BY = 16
"""Bytes by which places are in order; what is typed beyond is compared one by one."""
FRESH = 256
"""Guests that changed, before they become a part."""
_LOOKED_AT = 64
"""Guests at most that are looked at one by one."""
MOST_PARTS = 12
"""Small parts, before they become one."""
_OWNER = 27
"""Bits of a guest's number in a part; the rank stands above them."""
_WHOSE = np.uint32((1 << _OWNER) - 1)


@dataclass(frozen=True, slots=True)
class FoundIds:
    """The first `ids`, likeliest first, of `total`."""

    ids: tuple[str, ...] = ()
    total: int = 0


class GuestIndex:
    """Finds guests of one event. Not for two threads at once; making one is for any thread."""

    def __init__(self, guests: Iterable[Searched] = ()) -> None:
        self._parts = [_Part(list(guests))]
        self._fresh: dict[str, Searched] = {}
        self._fresh_part: _Part | None = None

    def put(self, guest: Searched) -> None:
        """A guest who came to the list, or is written otherwise."""
        self.drop(guest.id)
        self._fresh[guest.id] = guest
        self._fresh_part = None
        if len(self._fresh) >= FRESH:
            self._settle()

    def drop(self, guest_id: str) -> None:
        """A guest who is not on the list any more; nothing happens if there is none."""
        if self._fresh.pop(guest_id, None) is not None:
            self._fresh_part = None
        for part in self._parts:
            part.drop(guest_id)

    def find(self, text: str, limit: int) -> FoundIds:
        """Whom `text` may mean: every word of it is found, as a beginning of something the guest is found by."""
        strictly = typed_words(text)
        found = self._find(strictly, limit)
        if found.total or not strictly or (loosely := typed_words(text, loosely=True)) == strictly:
            return found
        found = self._find(loosely, max(limit, _LOOKED_AT))
        if found.total > _LOOKED_AT:
            return FoundIds(found.ids[:limit], found.total)
        # few enough to see that a word stands in one place, however it was typed
        words = [word for word in folded(text).split() if len(apart(word)) > 1]
        fit = tuple(one for one in found.ids if all(self._holds(one, word) for word in words))
        return FoundIds(fit[:limit], len(fit))

    def _holds(self, guest_id: str, word: str) -> bool:
        guest = self._fresh.get(guest_id) or next(found for part in self._parts if (found := part.guest(guest_id)))
        return any(marks(one, word) for one in (guest.name, guest.company))

    def _find(self, typed: Sequence[tuple[str, ...]], limit: int) -> FoundIds:
        words = [tuple(one.encode() for one in spellings) for spellings in typed]
        if not words:
            return FoundIds()
        if self._fresh_part is None:
            self._fresh_part = _Part(list(self._fresh.values()))
        answers = [part.find(words, limit) for part in (*self._parts, self._fresh_part)]
        best = sorted(found for answer in answers for found in answer.best)[:limit]
        return FoundIds(tuple(guest_id for _rank, _order, guest_id in best), sum(answer.total for answer in answers))

    def _settle(self) -> None:
        self._parts.append(_Part(list(self._fresh.values())))
        self._fresh.clear()
        if len(self._parts) > MOST_PARTS:
            small = [guest for part in self._parts[1:] for guest in part.alive()]
            self._parts[1:] = [_Part(small)]


@dataclass(frozen=True, slots=True)
class _Answer:
    """(rank, name, id) of the likeliest, and how many there are."""

    best: list[tuple[int, str, str]]
    total: int


class _Part:
    """Some guests, sorted once."""

    def __init__(self, guests: list[Searched]) -> None:
        # in the order of their names, so that a guest's number is their place among equals
        spelt = sorted((_order(guest.name), guest.id, guest) for guest in guests)
        self._guests = [guest for _name, _id, guest in spelt]
        self._order = [name for name, _id, _guest in spelt]
        self._numbers = {guest.id: number for number, guest in enumerate(self._guests)}
        self._gone = np.zeros(len(self._guests), dtype=bool)
        self._any_gone = False
        text = bytearray()
        places, owners, ranks = array("I"), array("I"), bytearray()
        for number, guest in enumerate(self._guests):
            for run in runs_of(guest):
                begin = len(text)
                text += run.letters
                places.extend([begin + start for start in run.starts])
                ranks += run.ranks
            owners.extend(repeat(number, len(places) - len(owners)))
        self._text = bytes(text) + bytes(SORTED_BY + 8)
        self._letters = np.frombuffer(self._text, dtype=np.uint8)
        at = np.frombuffer(places, dtype=np.uint32)
        order = np.lexsort([self._eight(at, shift) for shift in range(SORTED_BY - 8, -8, -8)])
        self._places = at[order]
        # an exact hit is likelier than a beginning of the same rank: every rank has room for two
        key = np.frombuffer(bytes(ranks), dtype=np.uint8).astype(np.uint32) << np.uint32(_OWNER + 1)
        self._keys = (key | np.frombuffer(owners, dtype=np.uint32))[order]

    def drop(self, guest_id: str) -> None:
        number = self._numbers.pop(guest_id, None)
        if number is not None:
            self._gone[number] = self._any_gone = True

    def guest(self, guest_id: str) -> Searched | None:
        number = self._numbers.get(guest_id)
        return self._guests[number] if number is not None else None

    def alive(self) -> list[Searched]:
        return [self._guests[number] for number in self._numbers.values()]

    def find(self, words: Sequence[tuple[bytes, ...]], limit: int) -> _Answer:
        slices = [self._slice(spellings) for spellings in words]
        # the rarest word says who is likeliest, the others only whether
        slices.sort(key=len)
        keys = slices[0]
        gone = self._gone[keys & _WHOSE] if self._any_gone else None
        for other in slices[1:]:
            has = np.zeros(len(self._guests), dtype=bool)
            has[other & _WHOSE] = True
            missing = ~has[keys & _WHOSE]
            gone = missing if gone is None else gone | missing
        if gone is not None:
            keys = keys[~gone]
        if not len(keys):
            return _Answer([], 0)
        seen = np.zeros(len(self._guests), dtype=bool)
        seen[keys & _WHOSE] = True
        return _Answer(self._likeliest(keys, limit), int(np.count_nonzero(seen)))

    def _likeliest(self, keys: Any, limit: int) -> list[tuple[int, str, str]]:
        """The first `limit` different guests by rank, then by name."""
        best: dict[int, int] = {}
        take = limit * 4
        while True:
            some = keys if take >= len(keys) else np.partition(keys, take)[:take]
            best.clear()
            for key in np.sort(some).tolist():
                number = key & int(_WHOSE)
                if number not in best:
                    best[number] = key >> _OWNER
                    if len(best) == limit:
                        break
            if len(best) == limit or take >= len(keys):
                return [(rank, self._order[number], self._guests[number].id) for number, rank in best.items()]
            take *= 8

    def _slice(self, spellings: tuple[bytes, ...]) -> Any:
        """Keys of what begins with one of the spellings."""
        found = []
        for word in spellings:
            low, high = self._bound(word[:SORTED_BY]), self._bound(word[:SORTED_BY] + b"\xff")
            at, keys = self._places[low:high], self._keys[low:high]
            if len(word) > SORTED_BY:
                same = np.fromiter((self._text.startswith(word, place) for place in at.tolist()), bool, len(at))
                at, keys = at[same], keys[same]
            longer = self._letters[at + np.uint32(len(word))] != 0
            found.append(keys + (longer.astype(np.uint32) << np.uint32(_OWNER)))
        return found[0] if len(found) == 1 else np.concatenate(found)

    def _bound(self, word: bytes) -> int:
        """How many places stand before whatever begins with `word`, or after it when it ends with 0xff."""
        low, high = 0, len(self._places)
        while low < high:
            middle = (low + high) // 2
            place = int(self._places[middle])
            if self._text[place : place + SORTED_BY] < word:
                low = middle + 1
            else:
                high = middle
        return low

    def _eight(self, at: Any, shift: int) -> Any:
        """Eight letters from `shift` behind each place as one number, in whose order they are."""
        windows = np.lib.stride_tricks.sliding_window_view(self._letters[shift:], 8)
        return windows[at].view(">u8").ravel().astype(np.uint64)


def _order(name: str) -> str:
    """By how a name sounds, as a list of names is sorted."""
    written = folded(name)
    return "".join((readings(letter) or (letter,))[0] for letter in written)
