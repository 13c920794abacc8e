"""What a slip's code says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.domain.slips.model import SlipBook
from kiosk.domain.tokens import PaperSlipClaims


def slip_claims(book: SlipBook, key_id: bytes, issuer: str) -> Iterator[PaperSlipClaims]:
    """Of each slip of a book, in the order of their numbers. `issuer`: HQ, or the device that signs."""
    for number in range(book.first, book.last + 1):
        yield PaperSlipClaims(
            issuer=issuer,
            key_id=key_id,
            issued=_whole(book.made),
            expires=_whole(book.until),
            not_before=_whole(book.since),
            book=book.id,
            number=number,
            first=book.first,
            last=book.last,
            template=book.template or None,
            off=None if book.template else book.off,
            store=book.store,
        )


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)
