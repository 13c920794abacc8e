"""HQ, asked about batch draws: its signature, its draws for a stage, a member's tickets. A bounded wait, never an
exception."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.draws.stage_tools import DrawsAtHq
from kiosk.adapters.sync.claims import ANSWER_S
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.draw_tickets import HeldTickets
from kiosk.application.ports.stage_draws import HqDraw, HqDrawLine, KeptEntrant
from kiosk.domain.draws.batch import manifest_of
from kiosk.domain.draws.encoding import jcs
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.life import State
from kiosk.domain.draws.published import Signed
from kiosk.domain.time import millis
from kiosk.protocol.rows import DrawRow
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)
_LARGEST = 1 << 30
"""Bytes of a list, unpacked: a million entrants take 120 million."""


class _Signature(msgspec.Struct):
    role: str
    name: str
    key: str
    signature: str


class _List(msgspec.Struct):
    """What HQ sends of a draw."""

    draw: str
    seq: int
    mh: str
    manifest: dict[str, Any]
    signatures: list[_Signature]
    entrants: list[tuple[int, str, str]]


class HqDraws(DrawsAtHq):
    """Asks over a connection of its own. The session token is the sync's; without one HQ counts as out of reach.
    `language`: of titles and prizes' names."""

    def __init__(
        self,
        client: HqClient,
        token: Callable[[], str | None],
        reference: SqlReference,
        language: Callable[[], str],
        *,
        answer_s: float = ANSWER_S,
    ) -> None:
        """`answer_s`: seconds that HQ has for its answer."""
        self._client, self._token, self._reference = client, token, reference
        self._language, self._answer_s = language, answer_s

    def sign(self, body: Mapping[str, Any]) -> Signed | None:
        """HQ's signature of a manifest of this terminal's own. None: no answer, or HQ signs no such list."""
        asked = m.DrawSignRequest(manifest=jcs(body))
        said = self._asked(lambda: self._client.sign_draw(asked, timeout_s=self._answer_s))
        return None if said is None else Signed("hq", said.name, said.key, said.signature)

    def draws(self) -> Sequence[HqDrawLine]:
        """HQ's draws whose list is published, and that are not drawn yet."""
        waits = [row for row in self._reference.draws_told() if row.state == State.PUBLISHED and not row.device]
        return [HqDrawLine(row.draw, row.seq, self._title(row), millis(row.at)) for row in waits]

    def draw(self, draw: str, seq: int) -> HqDraw | None:
        """One of them with its list. None: no answer, or the list is none that can be read."""
        row = next((one for one in self._reference.draws_told() if (one.draw, one.seq) == (draw, seq)), None)
        found = self._asked(lambda: self._fetched(draw, seq)) if row is not None else None
        if row is None or found is None or not _is_of(found, draw, seq):
            return None
        language = self._language()
        return HqDraw(
            draw=draw,
            seq=seq,
            manifest=found.manifest,
            title=self._title(row),
            names={one.code: one.name.get(language) for one in row.prizes},
            signatures=tuple(Signed(one.role, one.name, one.key, one.signature) for one in found.signatures),
            people=[KeptEntrant(i, count, c, name=name) for i, (count, c, name) in enumerate(found.entrants)],
        )

    def held_tickets(self, member: str) -> Sequence[HeldTickets] | None:
        """A member's tickets in published lists, the newest draw first. None: no answer. A list of which this terminal
        was not told yet is left out."""
        asked = m.DrawTicketsRequest(member=member)
        said = self._asked(lambda: self._client.draw_tickets(asked, timeout_s=self._answer_s))
        if said is None:
            return None
        rows = {(row.draw, row.seq): row for row in self._reference.draws_told()}
        held = [(one, rows[one.draw, one.seq]) for one in said.tickets if (one.draw, one.seq) in rows]
        return [
            HeldTickets(one.draw, one.seq, row.name, row.at, one.mh, one.first, one.count, one.token)
            for one, row in held
        ]

    def keep_file(self, packed: bytes) -> bool:
        """Bring the published file of a draw of this terminal's own. False: no answer, or HQ does not take it."""
        return self._asked(lambda: self._client.keep_draw_file(packed, timeout_s=60.0)) is not None

    def _title(self, row: DrawRow) -> str:
        return row.name.get(self._language())

    def _fetched(self, draw: str, seq: int) -> _List | None:
        with tempfile.TemporaryDirectory(prefix="kiosk-draw-") as folder:
            path = Path(folder) / "list.json.zst"
            self._client.download_draw(draw, seq, path)
            try:
                with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as stream:
                    return msgspec.json.decode(stream.read(_LARGEST), type=_List)
            except (zstandard.ZstdError, msgspec.MsgspecError, ValueError) as error:
                log.warning("the list of a draw cannot be read: %s", type(error).__name__)
                return None

    def _asked(self, ask: Callable[[], Any]) -> Any:
        token = self._token()
        if token is None:
            return None
        self._client.token = token
        try:
            return ask()
        except (HqUnreachable, HqRefused) as error:
            log.info("no answer about a draw: %s", error)
            return None


def _is_of(found: _List, draw: str, seq: int) -> bool:
    """Whether it is the list of that draw, and its manifest one that can be drawn from."""
    try:
        manifest = manifest_of(found.manifest)
    except (FieldFault, ValueError):
        return False
    return (manifest.draw_id, manifest.seq, manifest.entrants) == (draw, seq, len(found.entrants))
