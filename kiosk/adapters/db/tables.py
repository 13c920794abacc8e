"""All tables of `ledger.db`, gathered from the journals and from the capabilities' state, and the projector that
carries a fact's changes out on them."""

from __future__ import annotations

from kiosk.adapters.db import journal, peers
from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state import (
    campaigns,
    charges,
    coupons,
    documents,
    guests,
    registration,
    remarks,
    rows,
    sales,
    slips,
    staff,
    stage_draws,
    wheels,
)
from kiosk.adapters.db.state import claims as prizes
from kiosk.adapters.db.state import help as calls_for_help
from kiosk.adapters.db.state.rows import Carry, CarryOfPeer
from kiosk.domain.facts import changes
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Change

__all__ = ["DERIVED", "STATES", "metadata", "moved", "project", "project_of_peer"]

# in this order: a coupon's use is given back by a sale that is there
STATES = (
    sales.STATE,
    coupons.STATE,
    charges.STATE,
    campaigns.STATE,
    staff.STATE,
    documents.STATE,
    slips.STATE,
    registration.STATE,
    calls_for_help.STATE,
    wheels.STATE,
    stage_draws.STATE,
    prizes.STATE,
    guests.STATE,
)
DERIVED = tuple(table for state in STATES for table in state.tables)
"""State that is derived from facts alone: `ledger rebuild --check` makes it anew and compares."""
KEPT = (
    journal.fact,
    peers.peer_fact,
    peers.peer_cursor,
    peers.peer_anchor,
    peers.peer_mark,
    rows.meta,
    staff.staff,
    documents.print_content,
    registration.person,
    stage_draws.draw_entrant,
    remarks.remark,
    guests.guest_kept,
    guests.guest_text,
)
"""What is kept as it came: the journals, the ledger's settings, HQ's rows, papers to print, who newcomers are, who
stands on the list of a draw, who walked in at an event and what guests wrote."""

_CARRY: dict[type[Change], list[Carry]] = {}
for _state in STATES:
    for _change, _carry in _state.carry.items():
        _CARRY.setdefault(_change, []).append(_carry)
_CARRY_OF_PEERS: dict[type[Change], list[CarryOfPeer]] = {}
for _state in STATES:
    for _change, _carry_of_peer in _state.carry_of_peers.items():
        _CARRY_OF_PEERS.setdefault(_change, []).append(_carry_of_peer)


def project(connection: Connection, fact: Fact) -> None:
    """Carry out everything that a fact of this terminal changes. Raises ProjectionError."""
    for change in changes(fact):
        for carry in _CARRY[type(change)]:
            carry(connection, fact, change)


def project_of_peer(connection: Connection, device: str, fact: Fact) -> None:
    """Carry out what a fact of another terminal changes here. Raises ProjectionError."""
    for change in changes(fact):
        for carry in _CARRY_OF_PEERS.get(type(change), ()):
            carry(connection, device, fact, change)


def moved(connection: Connection, before: Fact, carried: Fact) -> None:
    """A fact was carried into a new epoch: what points to it follows."""
    for state in STATES:
        if state.moved is not None:
            state.moved(connection, before, carried)
