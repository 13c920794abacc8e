"""The registry of kinds of facts: docs, versions, names."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.facts import BY_NAME, HAPPENINGS, KINDS
from kiosk.domain.journal.registry import Body, BodyError, Kind
from tests.unit.domain.facts_table import DOCS, page


def test_docs_and_registry_say_the_same() -> None:
    text = DOCS.read_text("utf-8")
    assert page(text) == text, "run `python -m tests.unit.domain.facts_table`"


def test_every_kind_has_a_name_of_its_own_and_an_owner() -> None:
    assert len(BY_NAME) == len(KINDS)
    assert {kind.owner for kind in KINDS} == {
        "journal", "staff", "sales", "coupons", "scan", "members", "campaigns", "documents", "slips", "registration",
        "lockdown", "help", "draws", "guests",
    }  # fmt: skip


def test_every_happening_that_comes_from_facts_has_one_kind() -> None:
    made = {
        HappeningKind.BASKET,
        HappeningKind.REFEREE_REGISTERED,
        HappeningKind.REFEREE_BOUGHT,
        HappeningKind.REFEREE_PROVED,
        HappeningKind.SHARE_BOUGHT,
        HappeningKind.TIER_REACHED,
    }
    assert sorted(HAPPENINGS.values()) == sorted(set(HappeningKind) - made)


class Note(Body, frozen=True, kw_only=True):
    """A note."""

    words: str
    by: str = ""


def _from_text(body: Any) -> dict[str, Any]:
    return {"text": body["note"].strip()}


def _from_words(body: Any) -> dict[str, Any]:
    return {"words": body["text"]}


NOTE = Kind("note.written", owner="notes", body=Note, says="a note", older=(_from_text, _from_words))


def test_older_bodies_are_raised_step_by_step() -> None:
    assert NOTE.version == 3
    for body in ({"note": " hello "}, {"v": 1, "note": "hello"}, {"v": 2, "text": "hello"}, {"v": 3, "words": "hello"}):
        assert NOTE.read(body) == Note(words="hello")


def test_a_body_is_written_with_its_version_and_without_what_goes_without_saying() -> None:
    assert NOTE.write(Note(words="hello")) == {"v": 3, "words": "hello"}
    first = Kind("note.read", owner="notes", body=Note, says="none")
    assert first.write(Note(words="hello", by="lin")) == {"words": "hello", "by": "lin"}


def test_what_a_newer_program_adds_is_left_alone_and_its_versions_are_not_read() -> None:
    assert NOTE.read({"v": 3, "words": "hello", "colour": "green"}) == Note(words="hello")
    assert NOTE.read({"v": 4, "said": "hello"}) is None
    assert NOTE.newest({"v": 4, "said": "hello"}) is None


@pytest.mark.parametrize(
    "body",
    [{}, {"v": 2}, {"v": 3}, {"v": 0, "note": "x"}, {"v": "3", "words": "x"}, {"v": 3, "words": 5}, {"note": 5}],
)
def test_a_body_that_does_not_fit_is_said_to(body: dict[str, Any]) -> None:
    with pytest.raises(BodyError):
        NOTE.read(body)
