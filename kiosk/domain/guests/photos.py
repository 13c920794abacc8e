"""Photographs that guests send from their phones: let through, or refused, by somebody. Facts hold a photograph's id
and the word about it; the picture lies beside them, where it can be erased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.guests.facts import OWNER, OfEvent, fits
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Change, Kind

MOST = 500
"""Photographs of one event."""


class JudgedBody(OfEvent, frozen=True, kw_only=True):
    """`photo`: its id; `shown`: everybody may see it; of several words about one photograph the newest counts."""

    photo: str
    shown: bool

    def __post_init__(self) -> None:
        """Raises ValueError for no photograph."""
        OfEvent.__post_init__(self)
        fits("photo", self.photo)


@dataclass(frozen=True, slots=True)
class PhotoJudged(Change):
    """A photograph may be seen, or not. `stamp`: the fact's; of several words the newest counts."""

    event: str
    photo: str
    shown: bool
    stamp: int


def newest(words: Iterable[tuple[int, str, bool]]) -> bool | None:
    """Whether it is shown, by what was said of it: (stamp, device, shown); None: nobody has looked at it."""
    said = max(words, default=None)
    return None if said is None else said[2]


PHOTO_JUDGED = Kind(
    "photo.judged",
    owner=OWNER,
    body=JudgedBody,
    says="a guest's photograph is on the wall, or is not",
    changes=lambda fact, body: _judged(fact, body),
)


def _judged(fact: Fact, body: JudgedBody) -> tuple[Change, ...]:
    return (PhotoJudged(body.event, body.photo, body.shown, fact.hlc),)


KINDS = (PHOTO_JUDGED,)
