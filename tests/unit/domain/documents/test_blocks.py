"""Documents survive being kept in a file, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.documents.blocks import (
    Barcode,
    Block,
    Document,
    Field,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Space,
    Table,
    Text,
    Ticks,
    UnreadableDocument,
    read,
    written,
)
from kiosk.domain.documents.paper import PAPERS, paper_named
from tests.shared.printing.documents import DOCUMENTS


@given(DOCUMENTS)
def test_a_document_is_read_as_it_was_written(document: Document) -> None:
    assert read(written(document)) == document


@given(st.binary(max_size=200))
def test_bytes_that_are_no_document_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read(data)


def test_every_kind_of_block_is_among_the_drawn_ones() -> None:
    drawn = {Text, Pair, Table, Rule, Space, Qr, Barcode, Picture, Field, Ticks, Keep, Side, PageBreak}

    assert set(Block.__subclasses__()) == drawn


def test_papers_are_found_by_their_name() -> None:
    assert all(paper_named(paper.name) is paper for paper in PAPERS)
    assert paper_named("foolscap") is None
