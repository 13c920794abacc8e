"""Laws of every layout, in every language."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kiosk.demo.documents import DATA, WORDS, example
from kiosk.domain.documents import blocks as b
from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.documents.result_slip import ResultSlip
from kiosk.domain.documents.rules_poster import MissingRules
from kiosk.domain.texts import LANGUAGES
from tests.unit.domain.documents.papers import BRANDS, CODE, TXN, data_class, flat, full, made, said, texts, words_class

_HOLE = re.compile(r"\{\w*\}")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066\u2067\u2028\u2029\ufeff\ud800-\udfff]")
# what is drawn is large: made smaller, it would take minutes
_EXAMPLES = settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@cache
def words_of(kind: DocumentKind, language: str) -> Any:
    return WORDS[kind](language, "TWD")


def laid_out(kind: DocumentKind, data: Any, language: str, brand: Any = None) -> Document:
    lay_out: Callable[..., Document] = import_module(f"kiosk.domain.documents.{kind.value}").lay_out
    return lay_out(data, words_of(kind, language), brand)


def strings(words: Any) -> dict[str, str]:
    """Every word, by where it is."""
    found: dict[str, str] = {}
    for field in dataclasses.fields(words):
        value = getattr(words, field.name)
        if dataclasses.is_dataclass(value):
            found |= {f"{field.name}.{name}": word for name, word in strings(value).items()}
        elif isinstance(value, Mapping):
            found |= {f"{field.name}.{name}": word for name, word in value.items()}
        else:
            found[field.name] = value
    return found


@pytest.mark.parametrize("kind", DocumentKind)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
@_EXAMPLES
def test_every_word_of_the_data_is_on_the_paper_and_nothing_that_harms_it(
    kind: DocumentKind, data: st.DataObject, language: str
) -> None:
    drawn, brand = data.draw(made(data_class(kind))), data.draw(BRANDS)
    try:
        document = laid_out(kind, drawn, language, brand)
    except MissingRules:
        return  # test_rules_poster has them
    assert b.read(b.written(document)) == document
    told = list(texts(document.blocks))
    whole = flat("".join(told))
    lost_with_the_prize = isinstance(drawn, ResultSlip) and drawn.prize is None
    if not lost_with_the_prize:
        for text in said(drawn, language):
            assert flat(clean(text)) in whole
    everything = "\n".join((*told, document.title)).replace("\n", " ")
    assert not _HOLE.search(everything), "a placeholder was left"
    assert not _UNSEEN.search(everything)
    assert TXN not in everything
    if kind is not DocumentKind.TEST_PAGE:  # its code is no secret
        assert CODE not in everything


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DocumentKind)
def test_names_of_100_characters_stand_whole_and_nothing_that_is_known_is_left_out(
    kind: DocumentKind, language: str
) -> None:
    data = full(data_class(kind))
    whole = flat("".join(texts(laid_out(kind, data, language).blocks)))
    assert [text for text in said(data, language) if flat(text) not in whole] == []


@pytest.mark.parametrize("kind", DocumentKind)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
@_EXAMPLES
def test_nothing_empty_is_left(kind: DocumentKind, data: st.DataObject, language: str) -> None:
    drawn = data.draw(made(data_class(kind), st.sampled_from(("", " ", "\u202e", "x"))))
    try:
        document = laid_out(kind, drawn, language, data.draw(BRANDS))
    except MissingRules:
        return
    assert document.title
    _check_nothing_is_empty(document.blocks)


def _check_nothing_is_empty(blocks: tuple[b.AnyBlock, ...]) -> None:
    assert blocks
    gaps = (b.Rule, b.Space, b.PageBreak)
    assert not isinstance(blocks[0], gaps)
    assert not isinstance(blocks[-1], gaps)
    for above, below in pairwise(blocks):
        assert not (isinstance(above, b.Rule) and isinstance(below, b.Rule))
    for block in blocks:
        match block:
            case b.Text(text=text):
                assert text.strip()
            case b.Pair(right=right):
                assert right.strip()
            case b.Table(columns=columns, rows=rows, lined=lined):
                assert rows
                assert all(len(row) == len(columns) for row in rows)
                assert lined or all(any(column) for column in zip(*rows, strict=True))
            case b.Field(label=label):
                assert label.strip()
            case b.Ticks(choices=choices):
                assert all(choices)
            case b.Picture(data=data):
                assert data
            case b.Qr(code=code) | b.Barcode(code=code):
                assert code
            case b.Keep(blocks=inner):
                _check_nothing_is_empty(inner)
            case b.Side(left=left, right=right):
                _check_nothing_is_empty(left)
                _check_nothing_is_empty(right)


PHONES = ("0912345678", "+886 912-345-678", "王０９１２３４５６７８", "138 1234 5678", "(02) 2345 6789", "٠٩١٢٣٤٥٦٧٨")
_PEOPLE = ("member", "name", "referrer")


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("kind", DocumentKind)
def test_no_whole_phone_is_on_a_paper_whatever_people_call_themselves(kind: DocumentKind, phone: str) -> None:
    """The name of a person is a phone number; layouts get it from a caller that does not mask it."""
    data = DATA[kind]
    people = [
        field.name
        for field in dataclasses.fields(data)
        if field.name in _PEOPLE and isinstance(getattr(data, field.name), str | None)
    ]
    data = dataclasses.replace(data, **dict.fromkeys(people, phone))
    if kind is DocumentKind.SIGN_IN_SHEET:
        data = dataclasses.replace(data, guests=tuple(dataclasses.replace(one, name=phone) for one in data.guests))
    digits = _digits(phone)
    for text in texts(laid_out(kind, data, "en").blocks):
        assert digits not in _digits(text)


def _digits(text: str) -> str:
    return "".join(str(int(character)) for character in text if character.isdecimal())


def test_names_in_braces_are_names() -> None:
    data = dataclasses.replace(DATA[DocumentKind.WELCOME_SLIP], member="{day} {0} {")
    assert "{day} {0} {" in "".join(texts(laid_out(DocumentKind.WELCOME_SLIP, data, "en").blocks))


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_document_has_words_in_three_languages(kind: DocumentKind) -> None:
    english = words_of(kind, "en")
    assert isinstance(english, words_class(kind))
    for language in LANGUAGES:
        found = strings(words_of(kind, language))
        assert found.keys() == strings(english).keys()
        for name, word in found.items():
            assert word.strip(), name
            assert sorted(_HOLE.findall(word)) == sorted(_HOLE.findall(strings(english)[name])), name
            if language != "en" and name.rpartition(".")[2] not in ("language", "currency"):
                assert word != strings(english)[name], name


def test_every_kind_is_called_something() -> None:
    for language in LANGUAGES:
        names = words_of(DocumentKind.CLOSING_REPORT, language).kinds
        assert set(names) == set(DocumentKind)
        assert len(set(names.values())) == len(names)


@pytest.mark.parametrize("kind", DocumentKind)
def test_money_goes_into_the_drawer_with_its_own_papers_only(kind: DocumentKind) -> None:
    with_money = {
        DocumentKind.RECEIPT,
        DocumentKind.RETURN_RECEIPT,
        DocumentKind.VOID_RECEIPT,
        DocumentKind.TEST_PAGE,
    }
    assert example(kind, "en").drawer is (kind in with_money)
