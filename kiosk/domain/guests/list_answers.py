"""Answers that a list brings along: columns whose heading is a question of the event, in any of its languages.

A consent and a signature are a person's own and are never taken from a file."""

from __future__ import annotations

import re
from datetime import date

from kiosk.domain.guests.event import Event, Question, QuestionKind
from kiosk.domain.lists import counts
from kiosk.domain.lists.duplicates import name_key
from kiosk.domain.remarks.remark import read_remark
from kiosk.domain.texts import LocalText

_OWN = frozenset({QuestionKind.CONSENT, QuestionKind.SIGNATURE})
_NEEDED = re.compile(r"[(（\[【]\s*(?:必填|必答|選填|选填|可不填|required|optional)\s*[)）\]】]", re.IGNORECASE)
_NO = frozenset({"no", "n", "false", "0", "否", "不", "不是", "無", "无", "沒有", "没有", "×", "x", "✗"})
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ].*)?")


class ListAnswers:
    """What an event's questions make of a list's other columns."""

    def __init__(self, event: Event) -> None:
        self._questions = {one.id: one for one in event.questions if one.kind not in _OWN}
        self._by_text: dict[str, str] = {}
        for one in self._questions.values():
            for text in _texts(one.names):
                self._by_text.setdefault(name_key(text), one.id)
        self._choices = {one.id: _choices(one) for one in self._questions.values()}

    def question(self, heading: str) -> str:
        """The question whose text a heading is; "": none."""
        key = name_key(_NEEDED.sub("", heading))
        return self._by_text.get(key, "") if key else ""

    def answer(self, question: str, text: str) -> str:
        """The answer as it is kept; "": it is none of this question's."""
        asked = self._questions[question]
        match asked.kind:
            case QuestionKind.CHOICE:
                return self._choices[question].get(name_key(text), "")
            case QuestionKind.YES_NO:
                return "no" if text.strip().casefold() in _NO else "yes" if counts.yes(text) else ""
            case QuestionKind.DATE:
                return _day(text)
            case _:
                return read_remark(text)

    def chosen(self, asked: Question, listed: str) -> str:
        """A choice as a list or another system's answer names it, by its id or in words; "": it was written."""
        if asked.kind is QuestionKind.CHOICE:
            return listed if any(one.id == listed for one in asked.choices) else self.answer(asked.id, listed)
        if asked.kind is QuestionKind.YES_NO:
            return self.answer(asked.id, listed)
        return listed if asked.kind is QuestionKind.CONSENT and listed in ("yes", "no") else ""


def _texts(names: LocalText) -> tuple[str, ...]:
    return (names.zh_TW, names.zh_CN, names.en)


def _choices(asked: Question) -> dict[str, str]:
    """Choices by their names; where a name is another one's id, the name counts."""
    known = {name_key(one.id): one.id for one in asked.choices}
    return known | {name_key(text): one.id for one in asked.choices for text in _texts(one.names) if name_key(text)}


def _day(text: str) -> str:
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""
