"""HQ's signature on a campaign: Ed25519 over what the file says, not over how it is laid out.

The signed bytes are `H("sig", JCS({"campaign": …}))` as in draws.md: canonical JSON (RFC 8785) of the campaign without
the values that equal their defaults, texts in NFC. Comments, order of keys and a re-saved file do not break it. The
signature stands beside the file, as `<file>.sig`:

    {"alg": "Ed25519", "key": "<key id>", "campaign": "<id>", "version": 1, "signature": "<hex>"}
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.campaigns.model import Campaign
from kiosk.protocol.campaigns.shape import to_plain

ALGORITHM = "Ed25519"
PURPOSE = "campaign"
"""What a key of HQ has among its purposes when it may sign campaigns."""
LARGEST_SIGNATURE_FILE = 4096


class Verdict(StrEnum):
    """What a signature file says about a campaign. Only GOOD lets it run."""

    GOOD = "good"
    UNSIGNED = "unsigned"
    MALFORMED = "malformed"
    OTHER_CAMPAIGN = "other_campaign"
    UNKNOWN_KEY = "unknown_key"
    FORGED = "forged"


def digest(tag: str, *parts: bytes) -> bytes:
    """`H(tag, p1..pn)` of draws.md: 32 bytes."""
    name = f"KD1/{tag}".encode()
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hashlib.sha256(len(name).to_bytes(1, "big") + name + framed).digest()


def canonical(campaign: Campaign) -> bytes:
    """RFC 8785 bytes of what a campaign says. Keys are ASCII and numbers whole, so sorted keys are all it takes."""
    return json.dumps(
        _nfc({"campaign": to_plain(campaign)}), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def rules_hash(campaign: Campaign) -> str:
    """64 hex digits that name these rules: for draws, leases and the posted terms."""
    return digest("rules", canonical(campaign)).hex()


def sign(campaign: Campaign, key_id: str, key: Ed25519PrivateKey) -> bytes:
    """The content of the signature file."""
    body = {
        "alg": ALGORITHM,
        "key": key_id,
        "campaign": campaign.id,
        "version": campaign.version,
        "signature": key.sign(digest("sig", canonical(campaign))).hex(),
    }
    return (json.dumps(body, indent=2) + "\n").encode()


def verify(campaign: Campaign, signature: bytes | None, keys: Mapping[str, bytes]) -> Verdict:
    """Whether HQ signed this campaign. `keys`: key id → 32 bytes of a public key that may sign campaigns. Whatever is
    in `signature`, the answer is a verdict."""
    if signature is None:
        return Verdict.UNSIGNED
    if len(signature) > LARGEST_SIGNATURE_FILE:
        return Verdict.MALFORMED
    try:
        body = json.loads(signature)
        if body["alg"] != ALGORITHM:
            return Verdict.MALFORMED
        if (body["campaign"], body["version"]) != (campaign.id, campaign.version):
            return Verdict.OTHER_CAMPAIGN
        raw, key_id = bytes.fromhex(body["signature"]), body["key"]
        public = keys.get(key_id)
    except (ValueError, KeyError, TypeError, RecursionError):
        return Verdict.MALFORMED
    if public is None:
        return Verdict.UNKNOWN_KEY
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw, digest("sig", canonical(campaign)))
    except (InvalidSignature, ValueError):
        return Verdict.FORGED
    return Verdict.GOOD


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_nfc(item) for item in value]
    return {key: _nfc(item) for key, item in value.items()} if isinstance(value, dict) else value
