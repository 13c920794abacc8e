"""How guests liked an event: how likely they would recommend it, 0 to 10, and words.

At a station it is an answer like others (`guest.answered`): the score stands in the fact, the words beside it. No
question of an event's file has a "~" in its id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.guests.attendance import Word, order
from kiosk.domain.guests.facts import AnsweredBody, UndoneBody

RECOMMEND, IN_WORDS = "~recommend", "~words"
MOST = 10


@dataclass(frozen=True, slots=True)
class Opinion:
    """A guest's last answer at a station. `at`: ms since 1970; `words`: the commitment to them, hex, "": none."""

    score: int
    at: int
    words: str = ""


def opinion_of(words: Iterable[Word]) -> Opinion | None:
    """Of one guest, by all that was said of them, in any order. A score that is none is nobody's."""
    known = list(words)
    undone = {one.said.of for one in known if isinstance(one.said, UndoneBody)}
    said = [
        (one, one.said)
        for one in known
        if isinstance(one.said, AnsweredBody) and one.id not in undone and _score(one.said) is not None
    ]
    if not said:
        return None
    word, body = max(said, key=lambda one: order(one[0]))
    score = _score(body)
    assert score is not None
    return Opinion(score, word.at, body.texts.get(IN_WORDS, ""))


def _score(body: AnsweredBody) -> int | None:
    said = body.answers.get(RECOMMEND, "")
    return int(said) if said in _SCORES else None


_SCORES = frozenset(map(str, range(MOST + 1)))
