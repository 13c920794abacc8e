"""Peers' journals in an open transaction (`adapters.db.peers` says what they change here)."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.adapters.db import peers
from kiosk.adapters.db.state.rows import Rows


class PeerRows(Rows):
    """Reads and hands on peers' journals, and keeps how far each peer has got."""

    def peer_head(self, device: str) -> tuple[int, int]:
        """Newest epoch of a peer's journal here, and its length; (0, 0) when nothing is known of the device."""
        return peers.last_of(self._connection, device)

    def peer_facts_after(self, device: str, epoch: int, seq: int, limit: int) -> Sequence[tuple[int, bytes, bytes]]:
        """(seq, bytes, hash) of the next facts of a peer's epoch, to hand them on."""
        return list(peers.peer_chain(self._connection, device, epoch, after=seq, limit=limit))

    def peer_cursor(self, peer: str, device: str, epoch: int) -> int:
        """Up to which seq `peer` is known to have an epoch of `device`; 0 when nothing is known."""
        row = self._connection.execute(
            "SELECT seq FROM peer_cursor WHERE peer = ? AND device = ? AND epoch = ?", (peer, device, epoch)
        ).fetchone()
        return int(row[0]) if row else 0

    def peer_cursors(self, device: str, epoch: int) -> Sequence[tuple[str, int]]:
        """(peer, seq) of all that are known to have some of an epoch of `device`."""
        rows = self._connection.execute(
            "SELECT peer, seq FROM peer_cursor WHERE device = ? AND epoch = ?", (device, epoch)
        )
        return [(str(peer), int(seq)) for peer, seq in rows]

    def set_peer_cursor(self, peer: str, device: str, epoch: int, seq: int) -> None:
        """`peer` has an epoch of `device` up to `seq`. It may have less than before: it came back from a backup."""
        self._connection.execute(
            "INSERT INTO peer_cursor (peer, device, epoch, seq) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (peer, device, epoch) DO UPDATE SET seq = excluded.seq",
            (peer, device, epoch, seq),
        )

    def peers_here(self) -> Sequence[str]:
        """All devices whose journals are here."""
        return peers.devices(self._connection)

    def peer_hash(self, device: str, epoch: int, seq: int) -> bytes | None:
        """The hash of a peer's chain after `seq`; None when it is not here."""
        return peers.hash_of(self._connection, device, epoch, seq)

    def peer_anchors(self, device: str) -> Sequence[peers.Anchor]:
        """Where its journal may be begun, oldest first."""
        return peers.anchors(self._connection, device)

    def peer_epoch_after(self, device: str, epoch: int) -> int | None:
        """The next epoch of a peer's journal of which there are facts here."""
        return peers.epoch_after(self._connection, device, epoch)

    def peer_mark(self, device: str, epoch: int, after: int, most: int) -> tuple[int, bytes] | None:
        """(seq, signature) of the last mark up to `most` facts after a place, or else of the first behind it."""
        return peers.mark_within(self._connection, device, epoch, after, most)
