"""A form with a file, as a browser sends it (RFC 7578), read with care: whatever it is, it becomes a few short texts
and at most one file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MOST_PARTS = 20
_LONGEST = 2_000
_BOUNDARY = re.compile(r"boundary=(?:\"([^\"]{1,70})\"|([^\s;\"]{1,70}))", re.IGNORECASE)
_NAME = re.compile(rb"\bname=\"([^\"]{1,80})\"", re.IGNORECASE)
_FILE = re.compile(rb"\bfilename\*?=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """Fields by name, and the bytes of the file; b"": none was chosen."""

    fields: dict[str, str] = field(default_factory=dict)
    file: bytes = field(default=b"", repr=False)


def read(content_type: str, body: bytes) -> Form | None:
    """The form; None: that is none."""
    if not content_type.lower().startswith("multipart/form-data"):
        return None
    found = _BOUNDARY.search(content_type)
    if found is None:
        return None
    line = b"--" + (found[1] or found[2]).encode("latin-1", "replace")
    if not body.startswith(line):
        return None
    fields: dict[str, str] = {}
    file = b""
    at, end = len(line), b"\r\n" + line
    for _part in range(MOST_PARTS):
        if body[at : at + 2] != b"\r\n":
            break  # "--": that was the last one
        heads = body.find(b"\r\n\r\n", at)
        stop = body.find(end, heads + 4 - len(b"\r\n") if heads >= 0 else at)
        if heads < 0 or stop < 0:
            return None
        said, value = body[at:heads], body[min(heads + 4, stop) : stop]
        name = _NAME.search(said)
        if name is not None and _FILE.search(said):
            file = value
        elif name is not None:
            text = value[: 4 * _LONGEST].decode("utf-8", "replace").replace("\0", "")
            fields[name[1].decode("utf-8", "replace")] = text[:_LONGEST]
        at = stop + len(end)
    return Form(fields, file)
