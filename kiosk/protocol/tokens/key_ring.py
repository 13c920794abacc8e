"""The public keys a terminal believes. Several at a time, so that HQ can change keys without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from kiosk.domain.tokens import HQ_PURPOSES, TokenKind, TrustedKey
from kiosk.protocol.rows import KeyRow


class KeyRing:
    """Trusted keys by their id. Immutable: a new state of the feed is a new ring.

    Raises ValueError when two different keys have the same id.
    """

    def __init__(self, keys: Iterable[TrustedKey] = ()) -> None:
        self._keys: dict[bytes, TrustedKey] = {}
        for key in keys:
            known = self._keys.setdefault(key.key_id, key)
            if known.public != key.public:
                raise ValueError(f"two keys with the id {key.key_id.hex()}")
            self._keys[key.key_id] = key

    def get(self, key_id: bytes) -> TrustedKey | None:
        """The key with this id, whatever its state."""
        return self._keys.get(key_id)

    def __iter__(self) -> Iterator[TrustedKey]:
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)


def trusted_key(row: KeyRow) -> TrustedKey:
    """The key of a row of the feed. Purposes this program does not know are passed over; none given means
    all that HQ signs. Raises ValueError when the row's hex digits or lengths are wrong."""
    known = frozenset(TokenKind(p) for p in row.purposes if p in set(TokenKind))
    return TrustedKey(
        key_id=bytes.fromhex(row.key_id),
        public=bytes.fromhex(row.public),
        not_before=row.not_before,
        not_after=row.not_after,
        revoked_at=row.revoked_at,
        purposes=known if row.purposes else HQ_PURPOSES,
    )


def read_key_file(data: bytes) -> KeyRing:
    """The ring of a key file: a JSON list of rows as in the feed's bucket `chain/keys`.

    Raises ValueError when it is not such a file.
    """
    try:
        rows = msgspec.json.decode(data, type=list[KeyRow])
    except msgspec.DecodeError as fault:
        raise ValueError(str(fault)) from fault
    return KeyRing(trusted_key(row) for row in rows)
