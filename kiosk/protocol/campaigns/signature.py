"""HQ's signature on a campaign: Ed25519 over what the file says, not over how it is laid out.

The signed bytes are `H("sig", JCS({"campaign": …}))` as in draws.md: canonical JSON (RFC 8785) of the campaign without
the values that equal their defaults, texts in NFC. Comments, order of keys and a re-saved file do not break it. The
signature stands beside the file, as `<file>.sig`:

    {"alg": "Ed25519", "key": "<key id>", "campaign": "<id>", "version": 1, "signature": "<hex>"}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws.encoding import H, jcs
from kiosk.protocol.campaigns.shape import to_plain
from kiosk.protocol.ed25519 import is_good

ALGORITHM = "Ed25519"
LARGEST_SIGNATURE_FILE = 4096


class Verdict(StrEnum):
    """What a signature file says about a campaign. Only GOOD lets it run."""

    GOOD = "good"
    UNSIGNED = "unsigned"
    MALFORMED = "malformed"
    OTHER_CAMPAIGN = "other_campaign"
    UNKNOWN_KEY = "unknown_key"
    FORGED = "forged"


def canonical(campaign: Campaign) -> bytes:
    """RFC 8785 bytes of what a campaign says."""
    return jcs({"campaign": to_plain(campaign)})


def rules_hash(campaign: Campaign) -> str:
    """64 hex digits that name these rules: for draws, leases and the posted terms."""
    return H("rules", canonical(campaign)).hex()


def sign(campaign: Campaign, key_id: str, key: Ed25519PrivateKey) -> bytes:
    """The content of the signature file."""
    body = {
        "alg": ALGORITHM,
        "key": key_id,
        "campaign": campaign.id,
        "version": campaign.version,
        "signature": key.sign(H("sig", canonical(campaign))).hex(),
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
    return Verdict.GOOD if is_good(public, H("sig", canonical(campaign)), raw) else Verdict.FORGED
