"""Papers that a phone opens: kept once, read by whoever has the name, never a script, and gone after a while."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from sqlalchemy import select

from kiosk.demo.documents import example
from kiosk.domain.documents import blocks
from kiosk.domain.documents.blocks import Document, DocumentKind, Pair, Picture, Qr, Table, Text
from kiosk.domain.texts import LANGUAGES
from kiosk.hq.documents import html, pages
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import page
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.wire.messages import PageKept, PageRequest
from tests.shared.printing.documents import DOCUMENTS
from tests.unit.hq.rig import Terminal, TestClock, read

NAME = "0123456789abcdef" * 2
PAPER = blocks.written(Document(DocumentKind.RECEIPT, "en", "Receipt 7", (Text("Thank you"),)))


def keep(till: Terminal, document: bytes = PAPER, name: str = NAME) -> WireResponse:
    return till.call("POST", "/v1/pages", PageRequest(page=name, document=document))


def opened(hq: Headquarters, name: str = NAME) -> WireResponse:
    return hq.wire.handle("GET", f"/p/{name}", {}, b"")


def test_a_page_is_opened_by_its_name_alone(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    kept = read(keep(till), PageKept)
    assert kept.until == kept.time + pages.KEPT_MS

    found = opened(hq)
    assert found.status == 200
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert found.headers["content-security-policy"].startswith("default-src 'none'")
    assert found.headers["cache-control"] == "private, no-store"
    assert "Thank you" in found.body.decode()


def test_what_is_not_there_looks_the_same_whyever(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    keep(till)
    never = opened(hq, "f" * 32)
    odd = opened(hq, "../../etc/passwd")
    clock.now += pages.KEPT_MS
    over = opened(hq)
    assert {(one.status, one.body) for one in (never, odd, over)} == {(404, html.nothing_there())}
    till.open_session()
    assert keep(till, name="1" * 32).status == 200
    with hq.database.read() as tx:
        assert tx.execute(select(page.c.page)).scalars().all() == ["1" * 32], "the old one is deleted"


def test_the_same_page_again_changes_nothing_and_another_is_refused(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq)
    assert keep(till).status == 200
    assert keep(till).status == 200
    assert keep(till, blocks.written(example(DocumentKind.COUPON, "en"))).status == 409
    assert keep(other).status == 409
    assert "Thank you" in opened(hq).body.decode()


@pytest.mark.parametrize("name", ["", "0123", "G" * 32, "0" * 33, f"{NAME[:-1]}\n"])
def test_a_name_that_could_be_guessed_is_refused(hq: Headquarters, name: str) -> None:
    assert keep(Terminal.enrolled(hq), name=name).status == 400


@pytest.mark.parametrize("document", [b"", b"{}", b"\xff", b"<script>", PAPER + b" " * pages.MOST_BYTES])
def test_what_is_no_document_is_refused(hq: Headquarters, document: bytes) -> None:
    assert keep(Terminal.enrolled(hq), document).status in (400, 413)


def test_a_terminal_keeps_so_many_a_day(hq: Headquarters, clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_A_DAY", 2)
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq)
    assert [keep(till, name=f"{n:032x}").status for n in range(3)] == [200, 200, 429]
    assert keep(other, name="a" * 32).status == 200
    clock.now += 86_400_001
    till.open_session()
    assert keep(till, name="b" * 32).status == 200


class Seen(HTMLParser):
    """What a browser would find in a page: elements, attributes, words."""

    def __init__(self, html_page: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html_page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in ("meta", "hr", "img", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements are closed in order"

    def handle_data(self, data: str) -> None:
        self.words.append(data)


OURS = {
    "html", "head", "meta", "title", "style", "body", "main", "p", "div", "span", "table", "tr", "th", "td", "hr",
    "figure", "figcaption", "svg", "path", "img", "section",
}  # fmt: skip


@given(DOCUMENTS)
def test_no_text_becomes_an_element_and_every_text_is_there(document: Document) -> None:
    seen = Seen(html.page(document))
    assert seen.open == []
    assert seen.tags <= OURS
    assert not any(name.startswith("on") or name in ("href", "action") for name, _ in seen.attributes)
    assert all((value or "").startswith("data:image/") for name, value in seen.attributes if name == "src")
    said = "".join(seen.words)
    for part in document.blocks:
        if isinstance(part, Text):
            assert part.text.replace("\r\n", "\n").replace("\r", "\n") in said.replace("\r\n", "\n").replace("\r", "\n")


def test_what_looks_like_markup_is_words() -> None:
    evil = "<script>alert(1)</script>\"'&"
    document = Document(
        DocumentKind.RECEIPT,
        "en",
        evil,
        (
            Text(evil, accent=True),
            Pair(evil, evil),
            Table((blocks.Column(evil),), ((evil,),)),
            Qr("https://example.org", evil),
            Picture(b"\x89PNG", 20, evil),
            blocks.Field(evil, value=evil),
            blocks.Ticks(evil, (evil,)),
        ),
        accent=f"red;{evil}",
    )
    seen = Seen(html.page(document))
    assert "script" not in seen.tags
    assert "".join(seen.words).count("alert(1)") >= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DocumentKind)
def test_every_document_is_a_page(kind: DocumentKind, language: str) -> None:
    made = html.page(example(kind, language))
    assert len(made) < 600_000
    assert Seen(made).open == []
