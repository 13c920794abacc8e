"""The print queue: jobs, and what stands on their paper for as long as it may be wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.documents import DocumentsState, PrintJob, Waiting
from kiosk.domain.documents.facts import JobMoved, JobQueued, JobsReleased, JobsWithdrawn
from kiosk.domain.documents.jobs import FROM, OPEN, JobState
from kiosk.domain.journal.facts import Fact

_OPEN = "state IN ('queued', 'sent', 'unknown', 'failed')"

# `stamp`: of the fact that queued it, which tells the order; `left`: some of it may be on paper
print_job = Table(
    "print_job",
    metadata,
    Column("job", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("printer", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("since", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("stamp", Integer, nullable=False),
    Column("left", Integer, nullable=False),
    Column("sent_to", Text, nullable=False),
    Column("trouble", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Index("ix_print_job_open", "state", "printer", "stamp", sqlite_where=text(_OPEN)),
    Index("ix_print_job_about", "about", "document"),
    sqlite_with_rowid=False,
)

# not derived: what stands on the paper is nobody's business in a journal
print_content = Table(
    "print_content",
    metadata,
    Column("job", Text, primary_key=True),
    Column("document", LargeBinary, nullable=False),
)


def _queue(connection: Connection, _fact: Fact, change: JobQueued) -> None:
    connection.execute(
        "INSERT INTO print_job (job, document, printer, language, about, copy, state, at, since, changed, stamp,"
        " \"left\", sent_to, trouble, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', ?)"
        " ON CONFLICT DO NOTHING",
        (
            change.job,
            change.document,
            change.printer,
            change.language,
            change.about,
            change.copy,
            JobState.QUEUED.value,
            change.at,
            change.at,
            change.at,
            change.stamp,
            change.actor,
        ),
    )


def _among(states: frozenset[JobState]) -> str:
    return ", ".join(f"'{state.value}'" for state in sorted(states))


_MOVE = {
    to: f"UPDATE print_job SET state = '{to.value}', changed = ?1, trouble = ?2 {{more}}"
    f" WHERE job = ?3 AND state IN ({_among(FROM[to])})"
    for to in JobState
}
_MORE = {
    # sent: some of it may be on paper from now on; queued again: it is known that nothing is
    JobState.SENT: ', "left" = 1, sent_to = ?4',
    JobState.QUEUED: ", \"left\" = 0, sent_to = '', since = CASE state WHEN 'failed' THEN ?1 ELSE since END",
    JobState.FAILED: ", \"left\" = 0, sent_to = ''",
}


def _move(connection: Connection, _fact: Fact, change: JobMoved) -> None:
    terms: tuple[Any, ...] = (change.at, change.trouble, change.job)
    if change.to is JobState.SENT:
        terms = (*terms, change.printer)
    connection.execute(_MOVE[change.to].format(more=_MORE.get(change.to, "")), terms)


def _withdraw(connection: Connection, _fact: Fact, change: JobsWithdrawn) -> None:
    connection.execute(
        "UPDATE print_job SET state = 'withdrawn', changed = ?, trouble = ''"
        f" WHERE state = 'queued' AND {_OPEN} AND printer = ? AND since < ?",
        (change.at, change.printer, change.before),
    )


def _release(connection: Connection, _fact: Fact, change: JobsReleased) -> None:
    connection.execute(
        "UPDATE print_job SET since = ?1, changed = ?1"
        f" WHERE state = 'queued' AND {_OPEN} AND printer = ?2 AND since < ?3",
        (change.at, change.printer, change.before),
    )


STATE = State(
    tables=(print_job,),
    carry={JobQueued: _queue, JobMoved: _move, JobsWithdrawn: _withdraw, JobsReleased: _release},
)

_JOB = (
    'SELECT job, document, printer, language, about, copy, state, at, since, changed, "left", sent_to, trouble, actor'
    " FROM print_job"
)
# SQLite takes a partial index for what says the same as it does
_NEXT = f"{_JOB} WHERE state = 'queued' AND {_OPEN} AND printer = ? AND since >= ? ORDER BY stamp LIMIT 1"
_WAITING = (
    f"SELECT count(*), min(since) FROM print_job WHERE state = 'queued' AND {_OPEN} AND printer = ? AND since < ?"
)
_PRINTERS = f"SELECT DISTINCT printer FROM print_job WHERE state = 'queued' AND {_OPEN}"
_EVER = 2**62
# of those that were withdrawn with nothing on paper, none counts
_HIGHEST = (
    "SELECT max(copy) FROM print_job WHERE about = ? AND document = ? AND (\"left\" OR state IN ('queued', 'failed'))"
)
_OVER = (
    "DELETE FROM print_content WHERE job IN (SELECT c.job FROM print_content c LEFT JOIN print_job j USING (job)"
    f" WHERE j.job IS NULL OR (j.changed < ? AND NOT j.{_OPEN}))"
)


class DocumentsRows(Rows, DocumentsState):
    """Reads them, and keeps contents."""

    def print_job(self, job: str) -> PrintJob | None:
        row = self._connection.execute(f"{_JOB} WHERE job = ?", (job,)).fetchone()
        return _job(row) if row else None

    def next_print_job(self, printer: str, since_ms: int) -> PrintJob | None:
        row = self._connection.execute(_NEXT, (printer, since_ms)).fetchone()
        return _job(row) if row else None

    def waiting_jobs(self, before_ms: Mapping[str, int] | None = None) -> Mapping[str, Waiting]:
        if before_ms is None:
            before_ms = {printer: _EVER for (printer,) in self._connection.execute(_PRINTERS).fetchall()}
        found = {}
        for printer, before in before_ms.items():
            count, oldest = self._connection.execute(_WAITING, (printer, before)).fetchone()
            if count:
                found[printer] = Waiting(count, oldest)
        return found

    def print_jobs_in(self, states: Sequence[JobState], limit: int) -> Sequence[PrintJob]:
        assert set(states) <= set(OPEN)  # the index has no others
        among = _among(frozenset(states))
        rows = self._connection.execute(f"{_JOB} WHERE state IN ({among}) AND {_OPEN} ORDER BY stamp LIMIT ?", (limit,))
        return [_job(row) for row in rows]

    def latest_print_jobs(self, since_ms: int, limit: int) -> Sequence[PrintJob]:
        # a job's id begins with its time
        rows = self._connection.execute(f"{_JOB} ORDER BY job DESC LIMIT ?", (limit,))
        return [job for job in map(_job, rows) if job.at_ms >= since_ms]

    def highest_copy(self, document: str, about: str) -> int | None:
        (found,) = self._connection.execute(_HIGHEST, (about, document)).fetchone()
        return None if found is None else int(found)

    def keep_document(self, job: str, document: bytes) -> None:
        self._connection.execute("INSERT INTO print_content (job, document) VALUES (?, ?)", (job, document))

    def kept_document(self, job: str) -> bytes | None:
        row = self._connection.execute("SELECT document FROM print_content WHERE job = ?", (job,)).fetchone()
        return bytes(row[0]) if row else None

    def forget_documents(self, before_ms: int) -> int:
        return int(self._connection.execute(_OVER, (before_ms,)).rowcount)

    def forget_document(self, job: str) -> None:
        self._connection.execute("DELETE FROM print_content WHERE job = ?", (job,))


def _job(row: Any) -> PrintJob:
    job, document, printer, language, about, copy, state, at, since, changed, left, sent_to, trouble, actor = row
    return PrintJob(
        job, document, printer, language, about, copy, JobState(state), at, since, changed, bool(left), sent_to,
        trouble, actor,
    )  # fmt: skip
