"""A draw before a room as the paper that people take along."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.application.draws.stage_outcomes import StageView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.draw_notice import DrawNotice, NoticePrize, NoticeWinner, lay_out
from kiosk.domain.draws.batch import grouped
from kiosk.domain.draws.stage_facts import Shown
from kiosk.ui.words.documents.draws import draw_notice_words


def notice_of(view: StageView, terminal: TerminalInfo, now: datetime, void: str = "") -> DrawNotice:
    """What is known of it, and no winner whom the room has not seen. Whole names were for the room: paper that people
    take along has tickets' numbers instead. `void`: why, in words."""
    named = view.shown is not Shown.FULL
    prizes = tuple(
        NoticePrize(
            one.name,
            one.count,
            tuple(NoticeWinner(winner.name if named else "", winner.ticket + 1) for winner in one.winners),
        )
        for one in view.prizes
    )
    return DrawNotice(
        store=terminal.store_name,
        zone=terminal.zone,
        event=view.event,
        title=view.title,
        draw=view.draw,
        fingerprint=grouped(view.fingerprint),
        whole=grouped(view.fingerprint, 64),
        tickets=view.tickets,
        entrants=view.entrants,
        prizes=prizes,
        printed=now,
        published=view.published_at,
        version=view.seq,
        round=view.round,
        round_at=view.round_at,
        foreign=view.own_beacon,
        signers=view.signers,
        witness_key=grouped(view.witness_key, 64),
        check_at=view.address,
        code=view.link,
        rehearsal=view.rehearsal,
        void=void,
    )


def notice_document(notice: DrawNotice, language: str, terminal: TerminalInfo, folder: Path | None = None) -> Document:
    """As a document, in the language of whoever reads it. May be called on any thread."""
    return lay_out(notice, draw_notice_words(language, terminal.currency, folder), terminal.brand)
