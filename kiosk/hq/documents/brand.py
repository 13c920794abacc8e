"""The chain's brand: one row for all terminals."""

from __future__ import annotations

from kiosk.domain.documents.brand import Brand, is_colour, is_logo, is_pages, readable
from kiosk.domain.documents.unwanted_words import LONGEST, MOST, is_word
from kiosk.domain.journal.fit import fit_text
from kiosk.domain.texts import LANGUAGES
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import BRAND_ID

BRAND = Bucket(CHAIN, "brand")
MOST_NAME = 64


class BrandFault(ValueError):
    """It cannot be the brand; the text says why, to a person."""


def brand(tx: Tx) -> Brand | None:
    """What terminals are told."""
    return published_row(tx, BRAND, BRAND_ID, Brand)


def put(context: Context, tx: Tx, row: Brand | None) -> None:
    """Tell terminals of it; None: there is none any more, and papers say the store's name alone. Raises BrandFault."""
    if row is not None:
        for language in LANGUAGES:
            name = row.name.get(language)
            if not (name.strip() and name.isprintable() and fit_text(name, MOST_NAME)):
                raise BrandFault(f"a name has 1 to {MOST_NAME} printable characters in every language")
        if not is_colour(row.colour):
            raise BrandFault(f"'{row.colour}' is no colour such as #0e6b5b")
        if readable(row.colour) != row.colour:
            raise BrandFault(f"{row.colour} is too pale to be read on white paper")
        if not is_pages(row.pages):
            raise BrandFault(f"'{row.pages}' is no https address that ends in /p/")
        if not is_logo(row.logo):
            raise BrandFault("the logo is no PNG, or too long for a row")
        if len(row.unwanted) > MOST or not all(is_word(word) and fit_text(word) for word in row.unwanted):
            raise BrandFault(f"at most {MOST} words of 1 to {LONGEST} characters are kept off cards")
    publish(tx, [RowChange(BRAND, BRAND_ID, row)], context.clock.now_ms())
