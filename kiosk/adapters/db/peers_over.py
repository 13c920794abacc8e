"""Journals of other desks go when nobody needs them any more (ADR 31).

Until then they are what this terminal knows of the others, and the evidence of whatever two desks did to one ticket. A
desk may be lost before it ever met HQ again: then its journal is nowhere but here. So one goes only when HQ has all of
it that changed anything, and when its newest fact is a month old.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.adapters.db import peers
from kiosk.adapters.db.layout import Connection
from kiosk.adapters.db.tables import STATES
from kiosk.domain.facts import ProjectionError, changes
from kiosk.domain.journal import facts, hlc

HQ = "hq"
"""As a peer that has journals of others; no device is called so."""
KEPT_MS = 30 * 86_400_000
_OF_PEERS = tuple(
    table.name for state in STATES if state.carry_of_peers for table in state.tables if "device" in table.columns
)


def note_told(connection: Connection, is_told: Callable[[str, str, str, int], bool]) -> None:
    """Keep how far HQ has each journal that is here: it takes a journal in order, and tells of the words in it
    (`is_told`: event, guest, device, stamp), while their event is open."""
    for device in peers.devices(connection):
        heard = connection.execute("SELECT event, last FROM guest_heard WHERE device = ?", (device,)).fetchall()
        for event, stamp in heard:
            word = connection.execute(
                "SELECT guest FROM guest_said WHERE event = ? AND device = ? AND stamp = ?", (event, device, stamp)
            ).fetchone()
            place = connection.execute(
                "SELECT epoch, seq FROM peer_fact WHERE device = ? AND hlc = ? ORDER BY epoch DESC LIMIT 1",
                (device, stamp),
            ).fetchone()
            if word is None or place is None or tuple(place) <= _at_hq(connection, device):
                continue
            if is_told(event, word[0], device, stamp):
                connection.execute("DELETE FROM peer_cursor WHERE peer = ? AND device = ?", (HQ, device))
                connection.execute(
                    "INSERT INTO peer_cursor (peer, device, epoch, seq) VALUES (?, ?, ?, ?)", (HQ, device, *place)
                )


def forget_over(connection: Connection, now_ms: int) -> tuple[str, ...]:
    """Forget journals that nobody needs, with everything that followed from them; gives whose. Before desks are talked
    to: whoever does has in memory how far they are."""
    gone = tuple(device for device in peers.devices(connection) if _is_over(connection, device, now_ms))
    for device in gone:
        for table in (*_OF_PEERS, "peer_fact", "peer_anchor", "peer_mark", "peer_cursor"):
            connection.execute(f"DELETE FROM {table} WHERE device = ?", (device,))
    return gone


def _at_hq(connection: Connection, device: str) -> tuple[int, int]:
    row = connection.execute(
        "SELECT epoch, seq FROM peer_cursor WHERE peer = ? AND device = ?", (HQ, device)
    ).fetchone()
    return (int(row[0]), int(row[1])) if row is not None else (0, 0)


def _is_over(connection: Connection, device: str, now_ms: int) -> bool:
    (newest,) = connection.execute("SELECT max(hlc) FROM peer_fact WHERE device = ?", (device,)).fetchone()
    if newest is None or hlc.milliseconds(int(newest)) + KEPT_MS > now_ms:
        return False
    later = connection.execute(
        "SELECT raw FROM peer_fact WHERE device = ?1 AND (epoch > ?2 OR (epoch = ?2 AND seq > ?3))",
        (device, *_at_hq(connection, device)),
    )
    return not any(_changes(bytes(raw)) for (raw,) in later)


def _changes(raw: bytes) -> bool:
    try:
        return bool(changes(facts.decode(raw)))
    except (facts.FactError, ProjectionError):
        return True
