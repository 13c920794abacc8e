"""Every refusal and every fault has words, in every language, with and without its arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.adapters.keys import keystore_faults
from kiosk.adapters.keys.keystore_faults import KeyStoreFault
from kiosk.application.ports import faults as ledger_faults
from kiosk.application.ports.faults import LedgerFault, LedgerFull
from kiosk.application.sales.outcomes import VOID_REASONS
from kiosk.config import ConfigError, load
from kiosk.demo.checkout.stubs import sample
from kiosk.demo.store.clock import NOW
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.keyboard_layouts import KeyboardLayout, LayoutMixup, MixupKind
from kiosk.domain.staff.roles import Role
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.messages import FaultReport, Messages, report_of
from kiosk.ui.theme import load_theme
from kiosk.ui.words.codes import benefit_figure, category_word, role_word, segment_word, tier_word, void_reason_word
from kiosk.ui.words.durations import duration_words
from kiosk.ui.words.faults import FAULT_CODES, UNEXPECTED, fault_words
from kiosk.ui.words.mixups import mixup_words
from kiosk.ui.words.refusal_args import RefusalWords
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.surroundings import Audience, Surroundings

KEYS = re.compile(r"(?<![A-Za-z])(F\d+|Enter|Esc|Alt|Ctrl|Tab)(?![A-Za-z0-9])")
"""Names of keys."""


@pytest.fixture
def i18n(qapp: QApplication) -> Iterator[I18n]:
    made = I18n(load_theme("light"), "zh_TW")
    made.set_store("Asia/Taipei", "TWD")
    yield made
    made.remove()


def around(i18n: I18n) -> Surroundings:
    return Surroundings(i18n, NOW, {"S01": "忠孝店"}, {"c1": "滿 400 減 60"})


def parts(words: RefusalWords) -> tuple[str, str, str]:
    return (words.title, words.reason, words.next_step)


@pytest.mark.parametrize("code", list(RefusalCode))
def test_every_refusal_says_what_why_and_what_next(i18n: I18n, code: RefusalCode) -> None:
    full, bare = sample(code), Refusal(code)
    said = {}
    for language, refusal in product(LANGUAGES, (full, bare)):
        i18n.set_language(language)
        words = parts(refusal_words(refusal, around(i18n)))
        assert all(part.strip() and "{" not in part and "%n" not in part for part in words)
        said[language] = words
    assert said["zh_TW"] != said["en"]
    assert said["zh_CN"] != said["en"]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("code", list(RefusalCode))
def test_every_refusal_says_it_to_everybody(i18n: I18n, code: RefusalCode, audience: Audience) -> None:
    """Title and reason alike; a next step for each; nobody but a clerk is told of keys."""
    for language, refusal in product(LANGUAGES, (sample(code), Refusal(code))):
        i18n.set_language(language)
        clerk = parts(refusal_words(refusal, around(i18n)))
        words = parts(refusal_words(refusal, replace(around(i18n), audience=audience)))
        assert words[:2] == clerk[:2]
        assert all(part.strip() and "{" not in part for part in words)
        if audience is not Audience.CLERK:
            assert not KEYS.search(" ".join(words)), words


def test_a_key_would_be_found(i18n: I18n) -> None:
    i18n.set_language("en")
    told = [" ".join(parts(refusal_words(Refusal(code), around(i18n)))) for code in RefusalCode]
    assert sum(bool(KEYS.search(words)) for words in told) > 5
    assert all(KEYS.search(text) for text in ("按 F3 查詢", "(F12)", "press Enter", "Esc", "Alt 1"))
    assert not KEYS.search("Enterprise NF3")


def test_refusals_say_when_who_and_where(i18n: I18n) -> None:
    def reason(code: RefusalCode) -> str:
        return refusal_words(sample(code), around(i18n)).reason

    assert reason(RefusalCode.ALREADY_USED_HERE) == "今天 10:42 在本店收銀 1 由周建宏核銷。"
    assert reason(RefusalCode.ALREADY_USED_ELSEWHERE) == "今天 10:42 在忠孝店核銷。"
    assert reason(RefusalCode.NOT_YET_VALID) == "11/24 14:26 起可使用。"
    assert reason(RefusalCode.MINIMUM_NOT_REACHED) == "滿 NT$500 可用，還差 NT$38。"
    assert reason(RefusalCode.NOT_STACKABLE) == "不可與「滿 400 減 60」併用。"
    assert reason(RefusalCode.RETURN_TOO_LARGE) == "這筆交易只剩 NT$462 可退，不能退 NT$500。"
    nothing_left = Refusal(RefusalCode.RETURN_TOO_LARGE, {"have": 0, "need": 100})
    assert refusal_words(nothing_left, around(i18n)).reason == "這筆交易的商品已全數退回。"
    i18n.set_language("en")
    assert reason(RefusalCode.ALREADY_USED_ELSEWHERE) == "Redeemed today 10:42 in 忠孝店."
    assert reason(RefusalCode.MEMBER_LIMIT) == "Each member may use this offer 2 times."
    once = Refusal(RefusalCode.MEMBER_LIMIT, {"uses": 1})
    assert refusal_words(once, around(i18n)).reason == "Each member may use this offer once."


def test_a_store_without_a_known_name_is_shown_by_its_id(i18n: I18n) -> None:
    refusal = Refusal(RefusalCode.OTHER_STORE, {"store": "S77"})
    assert "S77" in refusal_words(refusal, around(i18n)).reason


def test_waits_are_told_in_seconds_then_minutes(i18n: I18n) -> None:
    i18n.set_language("en")
    assert [duration_words(s) for s in (0, 1, 5, 119, 120, 121, 900)] == [
        "1 second", "1 second", "5 seconds", "119 seconds", "2 minutes", "3 minutes", "15 minutes",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_of_the_domain_have_words(i18n: I18n, language: str) -> None:
    i18n.set_language(language)
    words = [tier_word(tier) for tier in Tier] + [segment_word(one) for one in Segment]
    words += [role_word(role) for role in Role] + [void_reason_word(reason) for reason in VOID_REASONS]
    assert all(words)
    assert len({tier_word(tier) for tier in Tier}) == len(Tier)
    assert len({void_reason_word(reason) for reason in VOID_REASONS}) == len(VOID_REASONS)
    assert void_reason_word("other: 客人結錯帳") == "客人結錯帳"
    assert category_word("tea") != "tea" or language == "en"
    assert category_word("something new") == "something new"


@pytest.mark.parametrize(
    ("language", "rate", "figure"),
    [
        ("zh_TW", 500, "95 折"),
        ("zh_TW", 2000, "8 折"),
        ("zh_CN", 1250, "87.5 折"),
        ("en", 500, "5% off"),
        ("en", 2000, "20% off"),
    ],
)
def test_percentages_are_named_by_custom(i18n: I18n, language: str, rate: int, figure: str) -> None:
    i18n.set_language(language)
    assert benefit_figure(Benefit(BenefitKind.PERCENT, rate_bp=rate), i18n) == figure
    assert benefit_figure(Benefit(BenefitKind.FIXED, off=6000), i18n) == "NT$60"


# --- faults ----------------------------------------------------------------------------------------------------------


def all_faults() -> list[type[Exception]]:
    found: list[type[Exception]] = []
    for module, kind in ((ledger_faults, LedgerFault), (keystore_faults, KeyStoreFault)):
        found += [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, kind)]
    assert len(found) >= 15
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", all_faults())
def test_every_fault_has_a_page(i18n: I18n, language: str, fault: type[Exception]) -> None:
    i18n.set_language(language)
    code = report_of(fault()).code
    assert code in FAULT_CODES
    words = fault_words(code)
    assert words.title
    assert words.text
    assert words.steps
    assert words != fault_words(UNEXPECTED)
    assert report_of(fault("at /home/x/ledger.db")).details == f"{code} · {fault.__name__}"


def test_unreadable_settings_say_where(i18n: I18n, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('theme = "light"\nlanguage = zh\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file, {})
    report = report_of(caught.value)
    assert report.code == "config_error"
    assert "kiosk.toml" in report.details
    assert "line 2" in report.details
    assert fault_words(report.code).title == "讀不到設定"


def test_a_code_without_words_is_an_unexpected_fault(i18n: I18n) -> None:
    fault = SystemExit(3)  # its `code` is a number
    assert report_of(Exception()).code == UNEXPECTED
    assert report_of(fault).code == UNEXPECTED  # type: ignore[arg-type]


# --- keyboards -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MixupKind)
def test_a_mixup_says_what_is_set_wrongly_and_whether_to_scan_again(i18n: I18n, language: str, kind: MixupKind) -> None:
    i18n.set_language(language)
    again = {"zh_TW": "再掃一次", "zh_CN": "再扫一次", "en": "scan again"}[language]
    layouts = {"computer": KeyboardLayout.FR, "scanner": KeyboardLayout.US}
    lost = mixup_words(LayoutMixup(kind, "x", None, **layouts))
    assert again in lost
    if kind is not MixupKind.INPUT_METHOD:
        read = mixup_words(LayoutMixup(kind, "x", "KC1:AB", **layouts))
        assert again not in read
        assert read != lost
    assert "{" not in lost
    if kind is MixupKind.OTHER_LAYOUT:
        assert {"zh_TW": "法文", "zh_CN": "法文", "en": "French"}[language] in lost


def test_an_unexpected_fault_shows_no_traceback_and_no_message(
    i18n: I18n, allowed_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    allowed_warnings.append("unexpected fault")
    messages = Messages()
    shown: list[FaultReport] = []
    messages.faulted.connect(shown.append)
    try:
        raise ValueError("Chen Mei-Li +886922333444")
    except ValueError as error:
        messages.fault(error)
    assert shown[0].code == UNEXPECTED
    assert "ValueError" in shown[0].details
    assert "test_refusal_words:" in shown[0].details
    assert "Chen" not in shown[0].details
    assert "Traceback" in caplog.text
    messages.fault(LedgerFull("no space"))
    assert shown[1].code == "disk_full"


def test_time_of_refusals_is_the_stores(i18n: I18n) -> None:
    late = Refusal(RefusalCode.EXPIRED, {"since": NOW - timedelta(days=400)})
    assert "2025/10/17" in refusal_words(late, around(i18n)).reason
