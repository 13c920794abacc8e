"""The public keys a terminal believes. Several at a time, so that HQ can change keys without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from kiosk.domain.tokens import HQ_PURPOSES, TERMINAL_PASS_LIFE, TERMINAL_PURPOSES, TokenKind, TrustedKey
from kiosk.protocol.rows import KeyRow, TerminalRow
from kiosk.protocol.tokens.cose import key_id_of

_ALWAYS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))


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


def terminal_key(row: TerminalRow) -> TrustedKey:
    """A terminal's key, of a row that is believed: it speaks for itself alone, of what terminals sign. Good at any time
    until it is withdrawn; its tokens say themselves from when until when. Raises ValueError as `trusted_key` does."""
    public = bytes.fromhex(row.public)
    return TrustedKey(
        key_id=key_id_of(public),
        public=public,
        not_before=_ALWAYS[0],
        not_after=_ALWAYS[1],
        revoked_at=row.revoked_at,
        purposes=TERMINAL_PURPOSES,
        issuer=row.device,
        pass_life=TERMINAL_PASS_LIFE,
        empty_coupons=True,
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
