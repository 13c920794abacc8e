"""A list's other columns answer the event's questions, where they are headed with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.adapters.lists.texts import read_text
from kiosk.domain.guests.event import Choice, Question, QuestionKind
from kiosk.domain.guests.from_list import guests_in
from kiosk.domain.guests.list_answers import ListAnswers
from kiosk.domain.lists.guests import Doubt, Understood
from kiosk.domain.lists.understand import understand
from kiosk.domain.texts import LocalText
from tests.unit.guests.test_from_list import EVENT

MEAL = Question(
    "meal",
    QuestionKind.CHOICE,
    LocalText("您的餐點？", "您的餐点？", "Your meal?"),
    (Choice("beef", LocalText("牛肉", "牛肉", "Beef")), Choice("veg", LocalText("素食", "素食", "Vegetarian"))),
)
ASKED = replace(
    EVENT,
    questions=(
        MEAL,
        Question("bus", QuestionKind.YES_NO, LocalText("搭接駁車", "搭接驳车", "Shuttle bus")),
        Question("day", QuestionKind.DATE, LocalText("抵達日", "抵达日", "Day of arrival")),
        Question("wish", QuestionKind.TEXT, LocalText("想聽什麼", "想听什么", "What would you like to hear")),
        Question("photo", QuestionKind.CONSENT, LocalText("同意拍照", "同意拍照", "Photos")),
        Question("sign", QuestionKind.SIGNATURE, LocalText("簽名", "签名", "Signature")),
    ),
)


def read(text: str) -> Understood:
    return understand(read_text(text.encode()), questions=ListAnswers(ASKED))


@pytest.mark.parametrize(
    "head", ["您的餐點？", "您的餐点", "YOUR MEAL", "您的餐點（必填）", "Your meal? [required]", " 您的 餐點？*"]
)
def test_a_heading_is_the_questions_text_in_any_of_its_languages(head: str) -> None:
    found = read(f"姓名,手機,{head},鞋號\n王明,0912345678,素食,42\n")
    assert [one.answers for one in found.guests] == [(("meal", "veg"),)]
    assert ([asked for _, asked in found.sheets[0].answers], found.sheets[0].unused) == (["meal"], ("鞋號",))


@pytest.mark.parametrize(
    ("head", "text", "answer"),
    [
        ("您的餐點", "Vegetarian", "veg"),
        ("您的餐點", "牛 肉", "beef"),
        ("您的餐點", "beef", "beef"),
        ("您的餐點", "魚", ""),
        ("搭接駁車", "是", "yes"),
        ("搭接駁車", "V", "yes"),
        ("搭接駁車", "否", "no"),
        ("搭接駁車", "也許", ""),
        ("抵達日", "2026/12/5", "2026-12-05"),
        ("抵達日", "2026年12月5日", "2026-12-05"),
        ("抵達日", "2026-02-30", ""),
        ("抵達日", "週五", ""),
        ("想聽什麼", "鄧麗君", "鄧麗君"),
    ],
)
def test_an_answer_is_kept_as_the_desk_keeps_it_or_doubted(head: str, text: str, answer: str) -> None:
    (guest,) = read(f"姓名,手機,{head}\n王明,0912345678,{text}\n").guests
    assert [said for _, said in guest.answers] == ([answer] if answer else [])
    assert guest.doubts == (() if answer else (Doubt.ANSWER_UNREADABLE,))


def test_consents_and_signatures_are_never_taken() -> None:
    found = read("姓名,手機,同意拍照,簽名\n王明,0912345678,是,王明\n")
    assert (found.guests[0].answers, found.sheets[0].unused) == ((), ("同意拍照", "簽名"))


def test_answers_reach_the_guest_and_a_row_that_says_them_again_fills_in() -> None:
    found = read("姓名,手機,您的餐點,搭接駁車\n王明,0912345678,素食,\n王明,0912345678,牛肉,是\n陳真,0987654321,,\n")
    assert [dict(one.answers) for one in guests_in(ASKED, found.guests)] == [{"meal": "veg", "bus": "yes"}, {}]


def test_without_an_event_nothing_is_an_answer() -> None:
    found = understand(read_text("姓名,手機,搭接駁車\n王明,0912345678,是\n".encode()))
    assert (found.guests[0].answers, found.sheets[0].answers, found.sheets[0].unused) == ((), (), ("搭接駁車",))
