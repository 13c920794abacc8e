"""Guests of events: what the ledger has of them, and what HQ told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.guests.attendance import Word
from kiosk.domain.guests.event import Event, Guest, Standing


@dataclass(frozen=True, slots=True)
class KeptGuest:
    """Who somebody is that a desk put on the list, until HQ has it: what `guest.added` commits to. `data`: canonical
    bytes (`domain.guests.person`); `at_ms`: of the fact; `told_at_ms`: when HQ said that it has them."""

    event: str
    guest: str
    salt: bytes = field(repr=False)
    data: bytes = field(repr=False)
    at_ms: int
    told_at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class KeptText:
    """What a guest wrote, chose as a day or signed, to which `guest.answered` commits. `commitment`: hex."""

    event: str
    guest: str
    question: str
    commitment: str
    salt: bytes = field(repr=False)
    text: str = field(repr=False)
    told_at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class SaidOf:
    """How much this ledger has of what a device said of an event: `count` words, the newest stamped `last`."""

    count: int
    last: int


class GuestsState(Protocol):
    """Events that were made at desks, and words about guests: this terminal's, and those of others whose journals are
    here. (This terminal's own have its device as well.)"""

    def events_made(self) -> Sequence[Event]:
        """Events that desks made, as they are now."""

    def words_heard(self, event: str) -> Mapping[str, SaidOf]:
        """How much is here, by device: what has changed since one looked last."""

    def words_after(self, event: str, device: str, stamp: int) -> Sequence[Word]:
        """A device's words of an event stamped later, in order."""

    def words_of(self, event: str, guest: str) -> Sequence[Word]:
        """All about one guest."""

    def withdrawn(self, event: str) -> Sequence[str]:
        """Guests of whom anybody here said that they do not come, whether it stands or not."""

    def photos_judged(self, event: str) -> Mapping[str, Sequence[tuple[int, str, bool]]]:
        """What was said here of an event's photographs, by photograph: (stamp, device, shown)."""

    def keep_guests(self, kept: Iterable[KeptGuest]) -> None:
        """Keep who they are. Again: nothing changes."""

    def kept_guest(self, event: str, guest: str) -> KeptGuest | None:
        """Who somebody is; None: HQ has it, or they were erased, or another terminal has it."""

    def kept_guests(self, event: str, after: str = "", limit: int = -1) -> Sequence[KeptGuest]:
        """Those of an event, by their ids; after one of them."""

    def kept_ids(self, event: str, *, untold: bool = False) -> Sequence[str]:
        """Who is kept of an event; with `untold`, of whom HQ has not said that it has them."""

    def kept_events(self) -> Sequence[tuple[str, int]]:
        """(event, how many guests and texts are kept) of every event of which any are."""

    def guests_untold(self, limit: int) -> Sequence[KeptGuest]:
        """Those whom HQ has not confirmed."""

    def told_guests(self, event: str, guests: Sequence[str], at_ms: int) -> None:
        """HQ has them."""

    def keep_text(self, kept: KeptText) -> None:
        """Keep what a guest wrote. Again: nothing changes."""

    def kept_texts(self, event: str, guest: str) -> Sequence[KeptText]:
        """What is kept of a guest's."""

    def texts_untold(self, limit: int) -> Sequence[KeptText]:
        """Those that HQ has not confirmed."""

    def told_text(self, commitment: str, at_ms: int) -> None:
        """HQ has it."""

    def erase_told_texts(self, event: str) -> None:
        """Erase what guests of an event wrote, where HQ has it."""

    def erase_guest(self, event: str, guest: str) -> None:
        """Erase who somebody is, and what they wrote. The ledger overwrites what was there."""

    def erase_event(self, event: str) -> None:
        """The same of all guests of an event."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Who is on a list: guests and the people they may bring (themselves among them), of those who are expected;
    `by_tag`, `by_session`: people. `waiting`: guests on the waiting list."""

    guests: int = 0
    people: int = 0
    waiting: int = 0
    by_tag: Mapping[str, int] = field(default_factory=dict)
    by_session: Mapping[str, int] = field(default_factory=dict)

    def without(self, gone: Iterable[Guest]) -> Totals:
        """If these guests of the list were not there."""
        found = list(gone)
        expected = [one for one in found if one.standing is Standing.EXPECTED]
        return Totals(
            self.guests - len(expected),
            self.people - sum(1 + one.plus_ones for one in expected),
            self.waiting - sum(one.standing is Standing.WAITING for one in found),
            _less(self.by_tag, [(tag, 1 + one.plus_ones) for one in expected for tag in set(one.tags)]),
            _less(self.by_session, [(part, 1 + one.plus_ones) for one in expected for part in set(one.sessions)]),
        )


def _less(counts: Mapping[str, int], gone: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    left = dict(counts)
    for name, people in gone:
        left[name] = left.get(name, 0) - people
    return left


@dataclass(frozen=True, slots=True)
class ToldPhoto:
    """A guest's photograph as HQ told of it, without its picture. `name`: as the event shows names in a room; `at_ms`:
    when it came; `shown`, `stamp`, `device`: the newest word about it that HQ knew (None: none)."""

    photo: str
    name: str
    at_ms: int
    votes: int = 0
    shown: bool | None = None
    stamp: int = 0
    device: str = ""


@dataclass(frozen=True, slots=True)
class FoundRows:
    """`guests`: the first ones, what is meant most likely first, each with what of it was meant: (field, first
    character, how many); `total`: how many there are."""

    guests: tuple[tuple[Guest, tuple[tuple[str, int, int], ...]], ...] = ()
    total: int = 0


class Guests(Protocol):
    """Lists of events as HQ told them, with those beside them whom a desk put there (as newcomers stand among
    members)."""

    def events(self) -> Sequence[Event]:
        """Events of this store that are not over for long."""

    def event(self, event: str) -> Event | None:
        """One of them."""

    def guest(self, event: str, guest: str) -> Guest | None:
        """By id."""

    def guests(self, event: str) -> Sequence[Guest]:
        """The whole list."""

    def some(self, event: str, guests: Sequence[str]) -> Sequence[Guest]:
        """Those of these ids who are on the list, and not cancelled there."""

    def by_code(self, event: str, code: str) -> Sequence[Guest]:
        """Whose secret it is."""

    def by_phone(self, event: str, phone: str) -> Sequence[Guest]:
        """Those with a phone (E.164)."""

    def by_member(self, event: str, member: str) -> Sequence[Guest]:
        """Those who are this member."""

    def prepare(self, event: str) -> None:
        """Its guests will be searched: what that needs may take seconds, and is done beside."""

    def by_seat(self, event: str, seat: str) -> Sequence[Guest]:
        """Whose seat it is by the list. Looks at the whole list: a tenth of a second for 100,000."""

    def search(self, event: str, text: str, limit: int) -> FoundRows:
        """By anything that is known of a guest, from the first character on."""

    def totals(self, event: str) -> Totals:
        """How many are on the list."""

    @property
    def told(self) -> int:
        """Grows when HQ told anything of what other desks said."""

    def told_words(self, event: str, after: int) -> tuple[int, Sequence[Word]]:
        """Words that HQ told since revision `after` (0: all), and the revision up to which they go."""

    def told_of(self, event: str, guest: str) -> Sequence[Word]:
        """Words that HQ told of one guest."""

    def is_told(self, event: str, guest: str) -> bool:
        """Whether HQ told of a guest: what a desk put on the list is the desk's until then."""

    def put(self, guests: Iterable[Guest]) -> None:
        """Put guests on the list whom a desk added, until HQ's rows of them come."""

    def erase(self, event: str, guests: Sequence[str] = ()) -> None:
        """Take them away again, where HQ's row has not come; without any, all of the event."""

    def photos(self, event: str) -> Sequence[ToldPhoto]:
        """Photographs that guests sent, by when they came."""

    def picture(self, event: str, photo: str) -> bytes:
        """The picture of one, JPEG; b"": there is none here."""
