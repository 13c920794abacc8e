"""Prizes that somebody has to get: what was said of them at this terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Column, Index, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.prizes import PrizeState
from kiosk.domain.draws.claim_facts import BODIES, ClaimSaid, DueBody, PrizeSettled, Said, read_said
from kiosk.domain.draws.claims import Claim, standing
from kiosk.domain.journal.facts import Fact

prize_said = Table(
    "prize_said",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("stamp", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("member", Text, nullable=False),  # of the fact that it is due; else empty
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("said", Text, nullable=False),
    Index("ix_prize_said_member", "member"),
    Index("ix_prize_said_at", "at"),
    sqlite_with_rowid=False,
)


def _say(connection: Connection, _fact: Fact, change: ClaimSaid) -> None:
    """A word that a restored ledger brings along is the same one."""
    member = change.said.member if isinstance(change.said, DueBody) else ""
    connection.execute(
        "INSERT INTO prize_said (claim, stamp, what, member, at, actor, said) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (
            change.claim,
            change.stamp,
            change.what.value,
            member,
            change.at,
            change.actor,
            json.dumps(BODIES[change.what].write(change.said), ensure_ascii=False, sort_keys=True),
        ),
    )


def _settle(_connection: Connection, _fact: Fact, _change: PrizeSettled) -> None:
    """HQ's alone."""


STATE = State(tables=(prize_said,), carry={ClaimSaid: _say, PrizeSettled: _settle})


class PrizeRows(Rows, PrizeState):
    """Reads them."""

    def prizes_said(self, claims: Sequence[str]) -> Sequence[Claim]:
        device = self.meta("device") or ""
        found = []
        for claim in claims:
            rows = self._connection.execute(
                "SELECT what, stamp, at, actor, said FROM prize_said WHERE claim = ?", (claim,)
            )
            said = [
                (device, ClaimSaid(claim, Said(what), stamp, at, actor, read_said(Said(what), json.loads(body))))
                for what, stamp, at, actor, body in rows
            ]
            one = standing(said)
            if one is not None:
                found.append(one)
        return found

    def prizes_ended(self, claim: str) -> str:
        row = self._connection.execute(
            "SELECT what FROM prize_said WHERE claim = ? AND what IN ('handed', 'shipped', 'forfeited') ORDER BY stamp",
            (claim,),
        ).fetchone()
        return str(row[0]) if row is not None else ""

    def prizes_checked(self, claim: str) -> bool | None:
        row = self._connection.execute(
            "SELECT said FROM prize_said WHERE claim = ? AND what = 'checked' ORDER BY stamp DESC LIMIT 1", (claim,)
        ).fetchone()
        return bool(json.loads(row[0]).get("resident", True)) if row is not None else None

    def prizes_addressed(self, claim: str) -> str:
        row = self._connection.execute(
            "SELECT said FROM prize_said WHERE claim = ? AND what = 'addressed' ORDER BY stamp DESC LIMIT 1", (claim,)
        ).fetchone()
        return str(json.loads(row[0])["address"]) if row is not None else ""

    def prizes_of(self, member: str) -> Sequence[str]:
        rows = self._connection.execute(
            "SELECT claim FROM prize_said WHERE member = ? AND what = 'due' ORDER BY at, claim", (member,)
        )
        return [row[0] for row in rows]

    def prizes_due(self, most: int) -> Sequence[str]:
        rows = self._connection.execute(
            "SELECT claim FROM prize_said AS due WHERE what = 'due' AND NOT EXISTS (SELECT 1 FROM prize_said AS over"
            " WHERE over.claim = due.claim AND over.what IN ('handed', 'shipped', 'forfeited'))"
            " ORDER BY at, claim LIMIT ?",
            (most,),
        )
        return [row[0] for row in rows]
