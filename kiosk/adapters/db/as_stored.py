"""A new fact as its bytes and as whoever reads them back sees it, made in one go.

`facts.encode` and `facts.decode` say what the bytes are. This is the quick way to the same result for what a sale
consists of; whatever it is not sure about goes the long way.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact


def _no_float(text: str) -> float:
    raise ValueError(f"{text}: a float is written in more than one way")


_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODER = msgspec.json.Decoder(float_hook=_no_float)


def as_stored(record: dict[str, Any]) -> tuple[bytes, Fact]:
    """Bytes of the fact with the fields in `record`, and the fact that those bytes are. Raises FactError for a body
    that is no object, ValueError or TypeError for one that is not JSON."""
    if type(record["body"]) is dict:
        try:
            raw = _ENCODER.encode(record)
            back = _DECODER.decode(raw)
        except (msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError):
            # half surrogate pairs, keys that are no text, floats, what is no JSON
            pass
        else:
            # msgspec writes more than JSON knows (sets, bytes, dates), but never gets the same back
            if back == record:
                return raw, Fact(**back)
    raw = facts.encode(Fact(**record))
    return raw, facts.decode(raw)
