"""The seal of a published file: a signed hash of each field, so that an altered field is named, whichever it is.

Mathematics alone binds the list, the seed and the result to each other, and not who signed under which name or why a
prize passed on. The seal binds those, and tells where a file was altered instead of only that it was. The leaves are
not in it: their root is in the manifest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.domain.draws.batch import KD1
from kiosk.domain.draws.encoding import DEEPEST, H, jcs, settled, signed_bytes
from kiosk.domain.draws.fields import Fields, is_list
from kiosk.domain.draws.published import KEY_BYTES, SIGNED_BYTES

NOT_SEALED = ("leaves", "seal")


def parts(body: Mapping[str, Any]) -> dict[str, str]:
    """Hash by path of each field of a file: objects are gone into, and lists of objects by place; a list of anything
    else is one field. "" is the hash of a value that has no canonical bytes: no seal has it."""
    return {
        path: _part(value)
        for name, section in body.items()
        if name not in NOT_SEALED
        for path, value in _flat(section, _step(name))
    }


def seal(body: Mapping[str, Any], key: bytes, sign: Callable[[bytes], bytes]) -> dict[str, Any]:
    """The file with its seal, its texts in NFC. `key`: the public key, one of those that signed the manifest or the
    tape's root; `sign`: 64 bytes of Ed25519 over the bytes it is given."""
    order = {name: settled(value) for name, value in body.items() if name not in NOT_SEALED}
    found = parts(order)
    signature = sign(signed_bytes(sealed_body(found)))
    order["seal"] = {"key": key.hex(), "parts": found, "signature": signature.hex()}
    return order | {"leaves": body["leaves"]} if "leaves" in body else order


def sealed_body(found: Mapping[str, str]) -> dict[str, Any]:
    """What the seal's signature is over."""
    return {"alg": KD1, "parts": dict(found)}


class Seal:
    """A seal as a file has it. Raises FieldFault."""

    def __init__(self, value: Any) -> None:
        fields = Fields(value, "seal")
        self.key = fields.hex("key", KEY_BYTES)
        self.signature = fields.hex("signature", SIGNED_BYTES)
        self.parts: dict[str, str] = fields.part("parts", _parts)
        fields.done()

    def message(self) -> bytes:
        """What was signed."""
        return signed_bytes(sealed_body(self.parts))

    def altered(self, body: Mapping[str, Any]) -> list[str]:
        """Paths of fields that are not what they were when the file was sealed, that came, or that went."""
        now = parts(body)
        return sorted(path for path in now.keys() | self.parts.keys() if now.get(path) != self.parts.get(path))


def _parts(value: Any, at: str) -> dict[str, str]:
    fields = Fields(value, at)
    return {path: fields.hex(path, 32) for path in value}


def _flat(value: Any, path: str, depth: int = DEEPEST) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping) and value and depth:
        for name, inner in value.items():
            yield from _flat(inner, f"{path}.{_step(name)}", depth - 1)
    elif is_list(value) and value and depth and all(isinstance(item, Mapping) for item in value):
        for i, item in enumerate(value):
            yield from _flat(item, f"{path}.{i}", depth - 1)
    else:
        yield path, value


def _step(name: Any) -> str:
    """A name within a path; a point of its own must not pass for a step."""
    return str(name).replace("~", "~0").replace(".", "~1")


def _part(value: Any) -> str:
    try:
        return H("part", jcs(value)).hex()
    except ValueError:
        return ""
