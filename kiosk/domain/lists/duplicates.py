"""Who stands in a list twice."""

from __future__ import annotations

import unicodedata

from kiosk.domain.lists.guests import Doubt, Guest, LeftOut, Why


def name_key(name: str) -> str:
    """The name as two rows of one person share it: any width, any spaces, any case."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(one for one in plain if one.isalnum())


class Seen:
    """The guests so far. One person is who has one ticket code; or one phone and one name; or, where neither of two
    rows has a phone, one name and one e-mail address or member number. The first row counts and gets what only a later
    one says. What one phone or one name shares and may be two people is kept, and doubted."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self._left_out: list[LeftOut] = []
        self._by_code: dict[str, Guest] = {}
        self._by_person: dict[tuple[str, str], Guest] = {}
        self._by_phone: dict[str, Guest] = {}
        self._by_name: dict[str, Guest] = {}

    def leave_out(self, one: LeftOut) -> None:
        """A row that is not taken, for another reason."""
        self._left_out.append(one)

    def take(self, guest: Guest) -> None:
        """The next row's guest."""
        name = name_key(guest.name)
        known = self._known(guest, name)
        if known is not None:
            _fill(known, guest)
            self._left_out.append(
                LeftOut(
                    guest.sheet,
                    guest.row,
                    Why.DUPLICATE,
                    known.row,
                    known.sheet if known.sheet != guest.sheet else "",
                    " · ".join(filter(None, (guest.name, guest.phone))),
                    guest.tickets,
                )
            )
            return
        self.guests.append(guest)
        if guest.code:
            self._by_code[guest.code] = guest
        for key in self._keys(guest, name):
            self._by_person.setdefault(key, guest)
        self._doubt(guest, name)

    def settled(self) -> tuple[tuple[Guest, ...], tuple[LeftOut, ...]]:
        """The guests, and the rows that are not taken, each in the order of the file."""
        return tuple(self.guests), tuple(self._left_out)

    def _known(self, guest: Guest, name: str) -> Guest | None:
        if guest.code:
            # a ticket is a place of its own: one person may hold several
            return self._by_code.get(guest.code)
        for key in self._keys(guest, name):
            known = self._by_person.get(key)
            if known is not None and not known.code:
                return known
        return None

    @staticmethod
    def _keys(guest: Guest, name: str) -> list[tuple[str, str]]:
        own = [guest.phone] if guest.phone else [one for one in (guest.member, guest.email.casefold()) if one]
        return [(name, one) for one in own]

    def _doubt(self, guest: Guest, name: str) -> None:
        if guest.phone:
            other = self._by_phone.setdefault(guest.phone, guest)
            if other is not guest and not guest.code:
                _doubt(guest, Doubt.PHONE_SHARED)
                _doubt(other, Doubt.PHONE_SHARED)
        if name and not (guest.phone or guest.code or guest.email or guest.member):
            other = self._by_name.setdefault(name, guest)
            if other is not guest:
                _doubt(guest, Doubt.NAME_SHARED)
                _doubt(other, Doubt.NAME_SHARED)


def _doubt(guest: Guest, doubt: Doubt) -> None:
    if doubt not in guest.doubts:
        guest.doubts = (*guest.doubts, doubt)


def _fill(known: Guest, other: Guest) -> None:
    """What only the second row says belongs to the person too."""
    for field in ("email", "table", "ticket", "note", "company", "member"):
        if not getattr(known, field):
            setattr(known, field, getattr(other, field))
    if other.answers:
        known.answers = tuple((dict(other.answers) | dict(known.answers)).items())
    known.vip = known.vip or other.vip
    known.plus_ones = max(known.plus_ones, other.plus_ones)
