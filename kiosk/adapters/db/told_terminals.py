"""Keys of the chain's terminals, as HQ told them, read from `ref.db`: only those that it vouches for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from kiosk.adapters.db.unreadable import RowReader
from kiosk.protocol.key_trust import is_vouched_for
from kiosk.protocol.rows import KeyRow, TerminalRow


class ToldTerminals:
    """Reads them."""

    def __init__(
        self,
        rows: Callable[[str, tuple[Any, ...]], Sequence[Any]],
        reader: RowReader,
        keys: Callable[[], Sequence[KeyRow]],
        withdrawn: Callable[[], Collection[str]],
    ) -> None:
        """`keys`: of HQ's, which are believed; `withdrawn`: ids of rows that do not come back, whatever is sent."""
        self._rows, self._reader, self._keys, self._withdrawn = rows, reader, keys, withdrawn

    def having(self, key_id: str) -> Sequence[TerminalRow]:
        """Those with this key id (hex), those that were withdrawn among them."""
        return self._vouched("id > ?1 || '/' AND id < ?1 || '0'", key_id)

    def in_service(self, device: str) -> TerminalRow | None:
        """The key of a terminal that is in service."""
        return next((row for row in self.of(device) if row.revoked_at is None), None)

    def of(self, device: str) -> Sequence[TerminalRow]:
        """All keys of a terminal, those that were withdrawn among them."""
        return self._vouched("json_extract(data, '$.device') = ?1", device)

    def _vouched(self, condition: str, value: str) -> Sequence[TerminalRow]:
        told = self._rows(f"SELECT id, data FROM terminal WHERE {condition} ORDER BY id", (value,))
        if not told:
            return ()
        keys, withdrawn = self._keys(), self._withdrawn()
        found = []
        for row_id, data in told:
            row = self._reader.read("terminal", str(row_id), str(data), TerminalRow)
            if row is not None and is_vouched_for(row, keys) and not (row.revoked_at is None and row_id in withdrawn):
                found.append(row)
        return found
