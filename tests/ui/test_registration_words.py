"""Every reason, stage and problem of registrations has words, for clerk and customer, in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.registration.outcomes import ReferralStage, ReviewState
from kiosk.domain.registration.names import NameProblem
from kiosk.domain.registration.phones import PhoneProblem
from kiosk.domain.registration.policy import MARKETING, SERVICE
from kiosk.domain.registration.referral import REJECTED, Held, How, Refused
from kiosk.domain.registration.reviewing import Asked, Rejected
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme
from kiosk.ui.words import registration as words
from kiosk.ui.words.surroundings import Audience


@pytest.fixture
def i18n(qapp: QApplication) -> Iterator[I18n]:
    made = I18n(load_theme("light"), "zh_TW")
    yield made
    made.remove()


def test_every_code_has_its_own_words(i18n: I18n) -> None:
    assert {*Refused, *Held, REJECTED} == words.REASONS
    said: dict[str, list[str]] = {}
    for language in LANGUAGES:
        i18n.set_language(language)
        said[language] = [
            *(
                words.reason_words(code, who)
                for code in (*Refused, *Held, REJECTED)
                for who in (Audience.CLERK, Audience.CUSTOMER)
            ),
            *map(words.stage_words, ReferralStage),
            *map(words.how_words, How),
            *(words.review_words(state) for state in ReviewState if state is not ReviewState.NONE),
            *(words.review_reason_words(code) for code in (*Rejected, *Asked) if code != "other"),
            *map(words.purpose_words, (SERVICE, MARKETING)),
            *map(words.phone_problem_words, PhoneProblem),
            *map(words.name_problem_words, NameProblem),
        ]
        assert all(said[language])
    for one, other, third in zip(*said.values(), strict=True):
        assert one != third
        assert other != third


def test_codes_of_a_newer_program_have_words_too(i18n: I18n) -> None:
    assert words.reason_words("never_heard_of")
    assert words.purpose_words("partners") == "partners"
    assert words.phone_problem_words("never_heard_of")
    assert words.review_words(ReviewState.NONE) == ""
    assert words.review_reason_words("other") == ""
