"""Public randomness: which round of a drand chain a moment has, and by what a chain is known.

A chain's hash is made of its public key, genesis and period (drand's own way), so that a manifest which names the hash
has named the key. The signature of a round is checked by `protocol/draws/bls.py`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from kiosk.domain.draws.fields import Fields

SCHEME = "bls-unchained-g1-rfc9380"
"""The one scheme that is understood: unchained, signatures of 48 bytes in G1, hashed to the curve by RFC 9380."""
SIGNATURE_BYTES = 48
KEY_BYTES = 96
LONGEST_S = 2**31
"""A period above this is none; drand writes it in 32 bits."""
MARGIN_S = 600
"""A batch draw takes the first round at or after the end of publishing and this."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A drand chain. `public_key`, `group_hash`: hex; `genesis`: unix seconds of round 1; `period`: seconds."""

    public_key: str
    genesis: int
    period: int
    group_hash: str
    beacon_id: str
    scheme: str = SCHEME

    @property
    def hash(self) -> str:
        """64 hex digits, drand's name of the chain."""
        given = self.period.to_bytes(4, "big") + self.genesis.to_bytes(8, "big")
        name = b"" if self.beacon_id in ("", "default") else self.beacon_id.encode()
        return hashlib.sha256(
            given + bytes.fromhex(self.public_key) + bytes.fromhex(self.group_hash) + name
        ).hexdigest()

    def body(self) -> dict[str, Any]:
        """As in a published file."""
        return {
            "public_key": self.public_key,
            "genesis": self.genesis,
            "period": self.period,
            "group_hash": self.group_hash,
            "beacon_id": self.beacon_id,
            "scheme": self.scheme,
        }


QUICKNET = Chain(
    public_key="83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c"
    "8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb"
    "5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
    genesis=1692803367,
    period=3,
    group_hash="f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e",
    beacon_id="quicknet",
)
"""The League of Entropy's public beacon, pinned. Draws by any other chain say "not the public beacon"."""


def chain_of(value: Any, at: str = "") -> Chain:
    """A chain from its body. Raises FieldFault."""
    fields = Fields(value, at)
    chain = Chain(
        public_key=fields.hex("public_key", KEY_BYTES),
        genesis=fields.whole("genesis"),
        period=fields.whole("period", 1, LONGEST_S),
        group_hash=fields.hex("group_hash", 32),
        beacon_id=fields.text("beacon_id"),
        scheme=fields.text("scheme"),
    )
    fields.done()
    return chain


def round_at(chain: Chain, unix: int) -> int:
    """The latest round that is out at a moment (unix seconds); 0 before the first."""
    return max(0, (unix - chain.genesis) // chain.period + 1)


def first_round_from(chain: Chain, unix: int) -> int:
    """The first round that comes out at the moment or after it."""
    return max(1, -((chain.genesis - unix) // chain.period) + 1)


def time_of(chain: Chain, number: int) -> int:
    """When a round comes out, unix seconds."""
    return chain.genesis + (number - 1) * chain.period


def signed_message(number: int) -> bytes:
    """What the chain signs for a round: `SHA256(u64be(round))`."""
    return hashlib.sha256(number.to_bytes(8, "big")).digest()


@dataclass(frozen=True, slots=True)
class Round:
    """A round that a body names before it is out. `chain`: its hash."""

    chain: str
    round: int

    def body(self) -> dict[str, Any]:
        """As in a manifest or a lease."""
        return {"chain": self.chain, "round": self.round}


def round_of(value: Any, at: str = "") -> Round:
    """A named round from its body. Raises FieldFault."""
    fields = Fields(value, at)
    found = Round(fields.hex("chain", 32), fields.whole("round", 1))
    fields.done()
    return found
