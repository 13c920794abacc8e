"""Documents survive being kept in a file, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.documents.blocks import (
    Align,
    Barcode,
    Block,
    Column,
    Document,
    DocumentKind,
    Field,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Size,
    Space,
    Table,
    Text,
    Ticks,
    UnreadableDocument,
    read,
    written,
)
from kiosk.domain.documents.paper import PAPERS, paper_named

WORDS = st.text(max_size=40)
TABLES = st.integers(1, 4).flatmap(
    lambda n: st.builds(
        Table,
        columns=st.lists(st.builds(Column, WORDS, st.integers(1, 5)), min_size=n, max_size=n).map(tuple),
        rows=st.lists(st.lists(WORDS, min_size=n, max_size=n).map(tuple), max_size=3).map(tuple),
        lined=st.booleans(),
    )
)
PLAIN = st.one_of(
    st.builds(Text, WORDS, st.sampled_from(Size), st.booleans(), align=st.sampled_from(Align), fit=st.booleans()),
    st.builds(Pair, WORDS, WORDS, st.sampled_from(Size), less=st.booleans()),
    TABLES,
    st.builds(Rule, st.booleans()),
    st.builds(Space, st.integers(0, 50)),
    st.builds(Qr, WORDS, WORDS),
    st.builds(Barcode, WORDS),
    st.builds(Picture, st.binary(max_size=50), st.integers(1, 100)),
    st.builds(Field, WORDS, st.integers(0, 20)),
    st.builds(Ticks, WORDS, st.lists(WORDS, max_size=3).map(tuple)),
    st.just(PageBreak()),
)
NESTED = st.lists(PLAIN, max_size=3).map(tuple)
BLOCKS = st.one_of(PLAIN, st.builds(Keep, NESTED), st.builds(Side, NESTED, NESTED))
DOCUMENTS = st.builds(
    Document,
    st.sampled_from(DocumentKind),
    st.sampled_from(["en", "zh_TW", "zh_CN"]),
    WORDS,
    st.lists(BLOCKS, max_size=8).map(tuple),
)


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
