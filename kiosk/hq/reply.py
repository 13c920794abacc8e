"""What a service answers: a status, a message of the wire, and whether it is worth waiting for another answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kiosk.protocol.wire.messages import Problem


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a file that never changes."""

    path: Path
    span: range

    def read(self) -> bytes:
        """All of them. Raises OSError."""
        with self.path.open("rb") as file:
            file.seek(self.span.start)
            return file.read(len(self.span))


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer in the making. `hold_ms`: the caller would rather wait this long (since the request came) for a
    change of one of `topics` than get this answer. `raw`, or `file`: a body that is no message, of `content_type`.
    `queue_empty`: a terminal has told all it had, and what follows from it may be counted."""

    status: int
    message: msgspec.Struct | None = None
    hold_ms: int = 0
    topics: frozenset[str] = frozenset()
    raw: bytes | None = None
    file: Piece | None = None
    content_type: str = "application/octet-stream"
    headers: Mapping[str, str] = field(default_factory=dict)
    queue_empty: bool = False


def problem(status: int, code: str, title: str, now: int) -> Reply:
    """An answer that says what is wrong; `code` is stable."""
    return Reply(status, Problem(type=code, title=title, time=now))
