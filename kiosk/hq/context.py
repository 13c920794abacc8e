"""What every service needs, in one frozen bundle."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.draws.merkle import Tree
from kiosk.domain.ids import Randomness
from kiosk.domain.time import Clock
from kiosk.hq.allowance import Allowance, Failed
from kiosk.hq.newest import Kept, Newest
from kiosk.hq.ports import HqSettings, KeyVault
from kiosk.hq.rows.editions import Rules
from kiosk.hq.store.database import Database
from kiosk.hq.store.probe import WriteProbe

if TYPE_CHECKING:
    from kiosk.hq.projections.projection import Projection


_MARKS = 128
"""Of so many members; one of 8,000 sales is a few megabytes."""
_TREES = 2
"""Of so many draws' lists; one of a million is a hundred megabytes."""


@dataclass(frozen=True, slots=True)
class Context:
    """`folder`: where snapshots lie. `projections`: the read models, in order. `challenge_secret`: by which HQ knows
    its own nonces. `marks`: how far the longest histories have been counted. `trees`: of lists of entrants, of which
    customers ask for their tickets."""

    database: Database
    clock: Clock
    random: Randomness
    vault: KeyVault
    folder: Path
    settings: HqSettings
    projections: tuple[Projection, ...]
    challenge_secret: bytes
    rules: Rules = field(default_factory=Rules)
    lookups: Allowance = field(default_factory=Allowance)
    sessions: Allowance = field(default_factory=Allowance)
    invites: Allowance = field(default_factory=Allowance)
    failed: Failed = field(default_factory=Failed)
    marks: Newest[Kept] = field(default_factory=lambda: Newest(_MARKS))
    trees: Newest[tuple[Tree, list[int]]] = field(default_factory=lambda: Newest(_TREES))
    writes: WriteProbe = field(default_factory=WriteProbe)

    def new_id(self, prefix: str, size: int = 8) -> str:
        """A fresh id: prefix and lower-case base32."""
        return prefix + base64.b32encode(self.random.bytes(size)).decode().rstrip("=").lower()


@dataclass(frozen=True, slots=True)
class Caller:
    """The enrolled device behind a session. `instance`: the program that opened it, "" where it has no name."""

    store: str
    device: str
    epoch: int
    state: str
    instance: str = ""
