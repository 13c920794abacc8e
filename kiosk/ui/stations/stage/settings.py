"""What the stage's console is told from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.application.draws.stage_outcomes import Entrant
from kiosk.domain.progress import Progress
from kiosk.domain.time import Clock
from kiosk.ui.documents.document_files import DocumentOutput


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list of people from a file. `tickets`: of all of them; `left_out`: rows that are nobody's; `doubts`: what was
    read and is odd; `trouble`: why nothing could be read, a code of the importer's, "" when it could."""

    people: tuple[Entrant, ...] = ()
    tickets: int = 0
    left_out: int = 0
    doubts: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class StageSettings:
    """`read_list`: reads a file on the tasks' thread, for a store of that currency; Cancelled when the progress says
    so. `save`: writes a published file
    (its name, its bytes) and gives where; OSError when it cannot."""

    clock: Clock
    read_list: Callable[[Path, str, Progress], ListRead]
    save: Callable[[str, bytes], Path]
    documents: DocumentOutput | None = None
    """Where papers go that no printer prints."""
    seed: int | None = None
    """Of what rolls past, for pictures and tests."""
