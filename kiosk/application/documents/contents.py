"""What is kept of a job until it is over, and a day longer: the paper it is, and of a copy the first print too."""

from __future__ import annotations

import msgspec

from kiosk.domain.documents.blocks import Document, UnreadableDocument


class Contents(msgspec.Struct, frozen=True, omit_defaults=True):
    """`document`: what is printed. `first`: what it is a copy of, without the marks; None: it is none."""

    document: Document
    first: Document | None = None

    @property
    def unmarked(self) -> Document:
        """What a copy is made of."""
        return self.first or self.document


def written(contents: Contents) -> bytes:
    """As JSON."""
    return msgspec.json.encode(contents)


def read(data: bytes) -> Contents:
    """What `written` wrote. Raises UnreadableDocument."""
    try:
        return msgspec.json.decode(data, type=Contents)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UnreadableDocument(str(error)) from error
