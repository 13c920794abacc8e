"""Documents as hypothesis draws them: every kind of block, whatever stands in it; texts that printers stumble over."""

from __future__ import annotations

from hypothesis import strategies as st

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
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
)

ODD_TEXTS = (
    "\x1b@\x1dV\x00\x10\x14\x01\x00\x08",
    "^XZ~JA^XA^FDx^FS",
    "\r\nPRINT 99,1\r\nCLS\r\n",
    "王𠮷𨋢龘靐齉爩" * 15,
    "🎉👩‍👩‍👧‍👦🏳️‍🌈" * 8,
    "שלום עולם مرحبا بالعالم",
    "e\u0301\u0302\u0303" * 30,
    "NT$1,200 ¥88 €5 £3",
    "・商品―〜～…—·",
    "a" * 100,
    "\u202eabc\u2066def\u200b\ufeff",
    "名\x00字\x7f\x9b31m",
)
WORDS = st.one_of(st.text(max_size=40), st.sampled_from(ODD_TEXTS), st.text(st.characters(max_codepoint=0x7F)))
TABLES = st.integers(1, 4).flatmap(
    lambda n: st.builds(
        Table,
        columns=st.lists(st.builds(Column, WORDS, st.integers(1, 5)), min_size=n, max_size=n).map(tuple),
        rows=st.lists(st.lists(WORDS, min_size=n, max_size=n).map(tuple), max_size=3).map(tuple),
        lined=st.booleans(),
    )
)
PLAIN = st.one_of(
    st.builds(
        Text,
        WORDS,
        st.sampled_from(Size),
        st.booleans(),
        inverse=st.booleans(),
        align=st.sampled_from(Align),
        fit=st.booleans(),
    ),
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
BLOCKS: st.SearchStrategy[AnyBlock] = st.one_of(PLAIN, st.builds(Keep, NESTED), st.builds(Side, NESTED, NESTED))
DOCUMENTS = st.builds(
    Document,
    st.sampled_from(DocumentKind),
    st.sampled_from(["en", "zh_TW", "zh_CN"]),
    WORDS,
    st.lists(BLOCKS, max_size=8).map(tuple),
)
