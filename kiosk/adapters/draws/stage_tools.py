"""What a draw before a room needs from outside the ledger: keys, the beacon, HQ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.application.ports.stage_draws import HqDraw, HqDrawLine, StageTools
from kiosk.domain.draws.beacon import QUICKNET, Chain
from kiosk.domain.ids import Randomness

if TYPE_CHECKING:
    from kiosk.domain.draws.published import Signed


class Beacons(Protocol):
    """What HQ told of beacons."""

    def beacon_chain(self) -> Chain:
        """The one in force."""

    def beacon(self, chain: str, number: int) -> bytes | None:
        """A round's signature, once HQ has told it."""


class DrawsAtHq(Protocol):
    """HQ, asked about draws by the network."""

    def sign(self, body: Mapping[str, Any]) -> Signed | None:
        """HQ's signature of a manifest; None where HQ cannot be asked."""

    def draws(self) -> Sequence[HqDrawLine]:
        """Draws that are frozen and not drawn, as HQ told."""

    def draw(self, draw: str, seq: int) -> HqDraw | None:
        """One of them with its list; None where HQ cannot be asked."""

    def keep_file(self, packed: bytes) -> bool:
        """Bring the published file (zstd) of a draw of this terminal's own; whether HQ has it now."""


class DeviceStageTools(StageTools):
    """By the device's key; `seed` gives its private half (32 bytes) and is asked when something is signed: a key store
    may be slow, and its owner away."""

    def __init__(self, seed: Callable[[], bytes], beacons: Beacons, hq: DrawsAtHq, randomness: Randomness) -> None:
        self._seed, self._beacons, self._hq, self._randomness = seed, beacons, hq, randomness

    def chain(self) -> Chain:
        """As HQ set it, or the public one."""
        return self._beacons.beacon_chain()

    def beacon(self, chain: str, number: int) -> bytes | None:
        """As HQ told."""
        return self._beacons.beacon(chain, number)

    def beacon_is_good(self, number: int, signature: bytes) -> bool:
        """By the pairing on the curve, without a network."""
        from kiosk.protocol.draws.bls import beacon_signature_is_good

        return beacon_signature_is_good(self.chain(), number, signature)

    def key(self) -> bytes:
        """The device's. Raises a KeyStoreFault."""
        return Ed25519PrivateKey.from_private_bytes(self._seed()).public_key().public_bytes_raw()

    def sign_bytes(self, message: bytes) -> bytes:
        """By the device's key. Raises a KeyStoreFault."""
        return Ed25519PrivateKey.from_private_bytes(self._seed()).sign(message)

    def sign(self, body: Mapping[str, Any]) -> tuple[str, str]:
        """By the device's key. Raises a KeyStoreFault."""
        return _signed(self._seed(), body)

    def sign_once(self, body: Mapping[str, Any]) -> tuple[str, str]:
        """By a key that nobody has afterwards."""
        return _signed(self._randomness.bytes(32), body)

    def hq_signature(self, body: Mapping[str, Any]) -> Signed | None:
        """HQ's."""
        return self._hq.sign(body)

    def hq_draws(self) -> Sequence[HqDrawLine]:
        """HQ's."""
        return self._hq.draws()

    def hq_draw(self, draw: str, seq: int) -> HqDraw | None:
        """HQ's."""
        return self._hq.draw(draw, seq)

    def hq_keeps(self, file: bytes) -> bool:
        """Packed, by the network."""
        import zstandard

        return self._hq.keep_file(zstandard.ZstdCompressor(write_checksum=True).compress(file))


def _signed(seed: bytes, body: Mapping[str, Any]) -> tuple[str, str]:
    from kiosk.protocol.draws.signatures import sign_body

    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key.public_key().public_bytes_raw().hex(), sign_body(key, body).hex()


class PublicBeacon(Beacons):
    """The public beacon, of which HQ tells nothing: its rounds come by a phone."""

    def beacon_chain(self) -> Chain:
        """Pinned in the program."""
        return QUICKNET

    def beacon(self, chain: str, number: int) -> bytes | None:
        """Nothing."""
        return None


class DrawsWhenMet(DrawsAtHq):
    """HQ once the sync has started: `way` gives who asks it, None before."""

    def __init__(self, way: Callable[[], DrawsAtHq | None]) -> None:
        self._way = way

    def sign(self, body: Mapping[str, Any]) -> Signed | None:
        """HQ's signature."""
        way = self._way()
        return None if way is None else way.sign(body)

    def draws(self) -> Sequence[HqDrawLine]:
        """As HQ told."""
        way = self._way()
        return () if way is None else way.draws()

    def draw(self, draw: str, seq: int) -> HqDraw | None:
        """By the network."""
        way = self._way()
        return None if way is None else way.draw(draw, seq)

    def keep_file(self, packed: bytes) -> bool:
        """By the network."""
        way = self._way()
        return way is not None and way.keep_file(packed)


class NoDrawsAtHq(DrawsAtHq):
    """HQ is never asked."""

    def sign(self, body: Mapping[str, Any]) -> Signed | None:
        """Nothing."""
        return None

    def draws(self) -> Sequence[HqDrawLine]:
        """None."""
        return ()

    def draw(self, draw: str, seq: int) -> HqDraw | None:
        """Nothing."""
        return None

    def keep_file(self, packed: bytes) -> bool:
        """No."""
        return False
