"""Every document has an example, in every language."""

from __future__ import annotations

import pytest

from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import DocumentKind, read, written
from kiosk.domain.texts import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DocumentKind)
def test_every_document_has_an_example_in_every_language(kind: DocumentKind, language: str) -> None:
    for branded in (True, False):
        document = example(kind, language, branded=branded)
        assert (document.kind, document.language) == (kind, language)
        assert document.title
        assert len(document.blocks) > 2
        assert read(written(document)) == document
