"""Whatever the hall's network does, all desks come to say the same; and the check sees it when one does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from kiosk.adapters.db import tables
from kiosk.adapters.db.layout import Connection
from kiosk.adapters.lan.exchange import Exchange
from kiosk.domain.guests.facts import GuestSaid
from kiosk.domain.journal.facts import Fact
from kiosk.protocol.lan import Begin, Facts, Place
from tests.simulation.desks import play

SHORT, LONG = 2, 600


def test_desks_agree(torture: bool) -> None:
    said: Counter[str] = Counter()
    for seed in range(LONG if torture else SHORT):
        said += play(seed).said
    assert said["already_in"] > 0
    assert said["welcome"] > said["already_in"]


def _double_on_one_desk_only(patch: pytest.MonkeyPatch) -> None:
    """A desk that signed somebody in does not keep that another did, too."""
    (carry,) = tables._CARRY_OF_PEERS[GuestSaid]

    def forgetful(connection: Connection, device: str, fact: Fact, change: GuestSaid) -> None:
        own = "SELECT 1 FROM guest_said WHERE device = '' AND guest = ? AND kind = 'guest.signed_in'"
        known = connection.execute(own, (change.guest,)).fetchone() is not None
        if not (known and change.kind == "guest.signed_in"):
            carry(connection, device, fact, change)

    patch.setitem(tables._CARRY_OF_PEERS, GuestSaid, [forgetful])


def _nothing_is_handed_on(patch: pytest.MonkeyPatch) -> None:
    """What third desks journalled stays where it is."""
    piece = Exchange.piece

    def own_alone(self: Exchange, device: str, have: Place | None) -> tuple[Begin | Facts | None, bool]:
        return piece(self, device, have) if device == self.device else (None, False)

    patch.setattr(Exchange, "piece", own_alone)


@pytest.mark.parametrize("plant", [_double_on_one_desk_only, _nothing_is_handed_on])
def test_a_planted_bug_is_seen(plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError, match="seed"):
        all(play(seed) for seed in range(20))
