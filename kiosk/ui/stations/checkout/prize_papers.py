"""The note that a winner signs."""

from __future__ import annotations

from datetime import datetime

from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents import fulfilment_note
from kiosk.domain.documents.blocks import Document
from kiosk.domain.draws.claims import Standing, note_number
from kiosk.ui.words.documents.store import fulfilment_note_words


def handover_note(
    claim: ClaimView, terminal: TerminalInfo, clerk: str, language: str, handed_at: datetime | None = None
) -> Document:
    """What is handed over, what it is worth, what is withheld; a box for the document and a line to sign on. May be
    called on any thread."""
    note = fulfilment_note.FulfilmentNote(
        store=terminal.store_name,
        zone=terminal.zone,
        number=note_number(claim.id),
        reason=claim.source,
        items=(fulfilment_note.DueItem(claim.name, 1, claim.value),),
        currency=claim.currency or terminal.currency,
        due_since=claim.since,
        handed_at=handed_at,
        clerk=clerk,
        member=claim.member_name,
        tax=claim.tax,
        identity=claim.identity,
        by_post=claim.standing is Standing.SHIPPED,
    )
    words = fulfilment_note_words(language, claim.currency or terminal.currency)
    return fulfilment_note.lay_out(note, words, terminal.brand)
