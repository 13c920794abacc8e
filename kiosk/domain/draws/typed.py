"""What people type of a draw's seed, and what the codes on their phones hold."""

from __future__ import annotations

import json
import re

_SPOKEN = re.compile(r"(?<![0-9a-fA-F])(\d{1,12})\D.*?(?<![0-9a-fA-F])([0-9a-fA-F]{96})(?![0-9a-fA-F])", re.DOTALL)


def read_hex(text: str, size: int) -> bytes | None:
    """`size` bytes as hex digits, with spaces, dashes or line breaks between them as people write them."""
    digits = "".join(sign for sign in text if not sign.isspace() and sign not in "-:·")
    try:
        value = bytes.fromhex(digits)
    except ValueError:
        return None
    return value if len(value) == size else None


def read_beacon(text: str) -> tuple[int, bytes] | None:
    """(round, signature) of what a phone shows or somebody types: the relay's JSON, also behind an address, or the
    signature alone, and then the round is 0."""
    alone = read_hex(text, 48)
    if alone is not None:
        return 0, alone
    begins, ends = text.find("{"), text.rfind("}")
    if 0 <= begins < ends <= 4_000:
        try:
            said = json.loads(text[begins : ends + 1])
            number, signature = said["round"], bytes.fromhex(said["signature"])
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return (number, signature) if type(number) is int and number > 0 and len(signature) == 48 else None
    # "round 12345, signature 9f…": a round before a signature, however they are put
    found = _SPOKEN.search(text)
    return (int(found[1]), bytes.fromhex(found[2])) if found else None
