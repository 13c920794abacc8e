"""Jobs of the print queue as the ledger has them, and what stands on their paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.documents.jobs import JobState


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A job. `document`: its kind; `printer`: the one it waits for, `sent_to`: the one it went to; `about`: the id of
    what it is about; `copy`: 0, or the how manieth copy; `since_ms`: since when it waits; `left`: some of it may be on
    paper; `trouble`: what held it up last; `actor`: who wanted it."""

    job: str
    document: str
    printer: str
    language: str
    about: str
    copy: int
    state: JobState
    at_ms: int
    since_ms: int
    changed_ms: int
    left: bool
    sent_to: str
    trouble: str
    actor: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many jobs wait at a printer, and since when the oldest of them does."""

    count: int
    oldest_ms: int


class DocumentsState(Protocol):
    """The print queue. Contents go with their job, and are no part of what follows from facts."""

    def print_job(self, job: str) -> PrintJob | None:
        """A job by its id."""

    def next_print_job(self, printer: str, since_ms: int) -> PrintJob | None:
        """The first that waits at a printer, of those that do since `since_ms` or later."""

    def waiting_jobs(self, before_ms: Mapping[str, int] | None = None) -> Mapping[str, Waiting]:
        """By printer: those that wait; with `before_ms` of each printer, those that wait since before then."""

    def print_jobs_in(self, states: Sequence[JobState], limit: int) -> Sequence[PrintJob]:
        """Open jobs in some states, oldest first."""

    def latest_print_jobs(self, since_ms: int, limit: int) -> Sequence[PrintJob]:
        """Those that were queued since then, newest first."""

    def highest_copy(self, document: str, about: str) -> int | None:
        """Of the jobs of one kind about one thing, the highest copy that is on paper or may come there; None: none."""

    def keep_document(self, job: str, document: bytes) -> None:
        """What stands on a job's paper (`blocks.written`)."""

    def kept_document(self, job: str) -> bytes | None:
        """The same; None when it is gone."""

    def forget_document(self, job: str) -> None:
        """What stood on the paper of a job, now."""

    def forget_documents(self, before_ms: int) -> int:
        """Drop what stands on the paper of jobs that have been over since before then. Gives how many it were."""
