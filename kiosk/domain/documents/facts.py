"""Facts of documents: what was to be printed, and what became of it. Ids only: what stands on the paper is not
journalled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.documents.jobs import JobState
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "documents"


class Printed(Body, frozen=True, kw_only=True):
    """Free."""


class Queued(Body, frozen=True, kw_only=True):
    """`document`: what kind of one; `printer`: id; `about`: the id of what it is about (a sale's, a member's); `copy`:
    0, or the how manieth copy it is marked as; `again`: the job that it is printed again for."""

    job: str
    document: str
    printer: str
    language: str
    about: str = ""
    copy: int = 0
    again: str = ""


class Sent(Body, frozen=True, kw_only=True):
    """Its first byte goes next, to this `printer`, which may stand in for its own."""

    job: str
    printer: str


class CameOut(Body, frozen=True, kw_only=True):
    """`sure`: the printer says so; else it took everything and cannot tell more."""

    job: str
    sure: bool = True


class Failed(Body, frozen=True, kw_only=True):
    """Nothing left. `retried`: it waits for the printer; else for a person."""

    job: str
    trouble: str = ""
    retried: bool = True


class Lost(Body, frozen=True, kw_only=True):
    """Part of it left. `trouble`: why no more did."""

    job: str
    trouble: str = ""


class Said(Body, frozen=True, kw_only=True):
    """By a person who looked."""

    job: str
    came_out: bool


class Chosen(Body, frozen=True, kw_only=True):
    """One `job` at a `printer`; without it, all that wait there since before a time (ms since 1970)."""

    printer: str
    job: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class JobQueued(Change):
    """A job is there. `stamp`: what tells the order of jobs."""

    job: str
    document: str
    printer: str
    language: str
    about: str
    copy: int
    at: int
    stamp: int
    actor: str


@dataclass(frozen=True, slots=True)
class JobMoved(Change):
    """A job stands elsewhere, if it can come there (`jobs.FROM`). `printer`: that it is sent to; `trouble`: what holds
    it up."""

    job: str
    to: JobState
    at: int
    printer: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class JobsWithdrawn(Change):
    """Those that wait at a printer since before a time."""

    printer: str
    before: int
    at: int


@dataclass(frozen=True, slots=True)
class JobsReleased(Change):
    """The same wait since now."""

    printer: str
    before: int
    at: int


def _queued(fact: Fact, body: Queued) -> tuple[Change, ...]:
    at = fact.corrected_ms
    before = (JobMoved(body.again, JobState.REPLACED, at),) if body.again else ()
    queued = JobQueued(
        body.job, body.document, body.printer, body.language, body.about, body.copy, at, fact.hlc, fact.actor
    )
    return (*before, queued)


def _sent(fact: Fact, body: Sent) -> tuple[Change, ...]:
    return (JobMoved(body.job, JobState.SENT, fact.corrected_ms, body.printer),)


def _printed(fact: Fact, body: CameOut) -> tuple[Change, ...]:
    return (JobMoved(body.job, JobState.PRINTED if body.sure else JobState.TAKEN, fact.corrected_ms),)


def _failed(fact: Fact, body: Failed) -> tuple[Change, ...]:
    to = JobState.QUEUED if body.retried else JobState.FAILED
    return (JobMoved(body.job, to, fact.corrected_ms, trouble=body.trouble),)


def _lost(fact: Fact, body: Lost) -> tuple[Change, ...]:
    return (JobMoved(body.job, JobState.UNKNOWN, fact.corrected_ms, trouble=body.trouble),)


def _said(fact: Fact, body: Said) -> tuple[Change, ...]:
    to = JobState.CAME_OUT if body.came_out else JobState.WITHDRAWN
    return (JobMoved(body.job, to, fact.corrected_ms),)


def _withdrawn(fact: Fact, body: Chosen) -> tuple[Change, ...]:
    at = fact.corrected_ms
    if body.job:
        return (JobMoved(body.job, JobState.WITHDRAWN, at),)
    return (JobsWithdrawn(body.printer, body.before, at),)


def _released(fact: Fact, body: Chosen) -> tuple[Change, ...]:
    at = fact.corrected_ms
    return (JobMoved(body.job, JobState.QUEUED, at),) if body.job else (JobsReleased(body.printer, body.before, at),)


RECEIPT_PRINTED = Kind("receipt.printed", owner=_OWNER, body=Printed, says="none")
DOCUMENT_QUEUED = Kind(
    "document.queued",
    owner=_OWNER,
    body=Queued,
    says="a job that waits; the job it is printed again for is over",
    changes=_queued,
)
DOCUMENT_SENT = Kind("document.sent", owner=_OWNER, body=Sent, says="the job is on its way", changes=_sent)
DOCUMENT_PRINTED = Kind("document.printed", owner=_OWNER, body=CameOut, says="the job is over", changes=_printed)
DOCUMENT_FAILED = Kind(
    "document.failed", owner=_OWNER, body=Failed, says="the job waits, for its printer or for a person", changes=_failed
)
DOCUMENT_UNKNOWN = Kind(
    "document.unknown", owner=_OWNER, body=Lost, says="the job waits for a person's word", changes=_lost
)
DOCUMENT_TOLD = Kind("document.told", owner=_OWNER, body=Said, says="the job is over", changes=_said)
DOCUMENT_WITHDRAWN = Kind(
    "document.withdrawn", owner=_OWNER, body=Chosen, says="the job, or each of them, is over", changes=_withdrawn
)
DOCUMENT_RELEASED = Kind(
    "document.released",
    owner=_OWNER,
    body=Chosen,
    says="the job, or each of them, waits since now and is printed",
    changes=_released,
)

KINDS: tuple[Kind[Any], ...] = (
    RECEIPT_PRINTED,
    DOCUMENT_QUEUED,
    DOCUMENT_SENT,
    DOCUMENT_PRINTED,
    DOCUMENT_FAILED,
    DOCUMENT_UNKNOWN,
    DOCUMENT_TOLD,
    DOCUMENT_WITHDRAWN,
    DOCUMENT_RELEASED,
)
