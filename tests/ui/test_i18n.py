"""Languages: complete, consistent, switched on the spot; money and times as the store writes them."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kiosk import paths
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import I18n, compile_translations, format_money
from kiosk.ui.theme import load_theme
from kiosk.ui.ts_files import Entry, Source, plural_forms, read_ts, sources_in_code, update, write_ts

FOLDER = paths.resources() / "i18n"
_PLACEHOLDER = re.compile(r"\{\w+\}|%n")


@cache
def sources() -> list[Source]:
    """Every word in the code."""
    return sources_in_code(paths.root() / "kiosk")


def test_the_code_has_words() -> None:
    assert len(sources()) > 250
    assert Source("Quote", "Record the sale", plural=False) in sources()
    assert Source("Sync", "%n waiting", plural=True) in sources()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated(language: str) -> None:
    entries = read_ts(FOLDER / f"kiosk_{language}.ts")
    assert [entry.source for entry in entries] == sources(), "run python -m kiosk.ui.ts_files, then translate"
    assert [entry.source for entry in entries if not entry.finished] == []
    wanted = plural_forms(language)
    assert [entry.source for entry in entries if entry.source.plural and len(entry.forms) != wanted] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: str) -> None:
    for entry in read_ts(FOLDER / f"kiosk_{language}.ts"):
        expected = sorted(_PLACEHOLDER.findall(entry.source.text))
        for form in entry.forms:
            found = sorted(_PLACEHOLDER.findall(form))
            # "once" needs no number in English.
            assert found == expected or (entry.source.plural and "once" in form), entry.source


def test_chinese_is_chinese_and_simplified_is_simplified() -> None:
    traditional = {entry.source: entry.forms[0] for entry in read_ts(FOLDER / "kiosk_zh_TW.ts")}
    simplified = {entry.source: entry.forms[0] for entry in read_ts(FOLDER / "kiosk_zh_CN.ts")}
    latin = [source for source, form in traditional.items() if not re.search(r"[\u4e00-\u9fff]", form)]
    assert {source.text for source in latin} == {
        "PDF",
        "{money} · {time} · {name}",
        "{said} {more}",
        "{title}: {reason}",
        "{coupon}: {words}",
        "{title}. {step}",
        "{title}: {reason} {next_step}",
        ", ",
        "{reward} ({note})",
        "{pieces} × {name}",
        "{printer}: {trouble}. {do}",
        "“{name}”",
        "{question} “{answer}”",
        "{clerk}, {at}.",
    }
    assert not re.search("[優惠員號碼鏡頭掃撤銷網總請輸這張應]", "".join(simplified.values()).translate(_SHARED))


_SHARED = str.maketrans("", "", "惠员号码头扫撤请这张应")


def test_ts_files_go_round(tmp_path: Path) -> None:
    sources = [Source("A", "one & <two>", plural=False), Source("B", "%n thing(s)", plural=True)]
    assert update(sources, tmp_path) == 2 + 3  # two words in two Chinese files, the plural in English
    path = tmp_path / "kiosk_en.ts"
    entries = [Entry(sources[0], ("one & <two>",), True), Entry(sources[1], ("%n thing", "%n things"), True)]
    write_ts(path, "en", entries)
    assert read_ts(path) == entries
    assert update(sources[:1], tmp_path) == 2
    assert [entry.source for entry in read_ts(path)] == sources[:1]


def test_words_must_be_literals(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text('translate("A", f"{x}")\n', encoding="utf-8")
    with pytest.raises(ValueError, match="literals"):
        sources_in_code(tmp_path)


def test_qm_files_are_made_when_they_are_missing(qapp: QApplication, tmp_path: Path) -> None:
    source = Source("Quote", "Record the sale", plural=False)
    write_ts(tmp_path / "kiosk_en.ts", "en", [Entry(source, ("Go",), True)])
    i18n = I18n(load_theme("light"), "en", tmp_path)
    assert (tmp_path / "kiosk_en.qm").exists()
    assert qapp.translate("Quote", "Record the sale") == "Go"
    i18n.remove()
    with pytest.raises(FileNotFoundError):
        I18n(load_theme("light"), "zh_TW", tmp_path)
    with pytest.raises(ValueError, match="fr"):
        i18n.set_language("fr")
    assert compile_translations([tmp_path / "kiosk_en.ts"]) == [tmp_path / "kiosk_en.qm"]


_AT_ONCE = """
import sys
from pathlib import Path
from kiosk.ui.i18n import load_translator
folder = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(8):
    assert load_translator("en", folder).translate("Quote", "Record the sale") == "Go"
    (folder / "kiosk_en.ts").touch()  # stale again, for everybody
"""


def test_processes_that_compile_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    source = Source("Quote", "Record the sale", plural=False)
    write_ts(tmp_path / "kiosk_en.ts", "en", [Entry(source, ("Go",), True)])
    pipe, command = subprocess.PIPE, [sys.executable, "-c", _AT_ONCE, str(tmp_path)]
    several = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8") for _ in range(3)]
    for one in several:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in several:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.communicate()[1] for one in several] == ["", "", ""]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kiosk_en.qm", "kiosk_en.ts"]


# --- how things are written ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (37890, "TWD", "NT$378.90"),
        (46200, "TWD", "NT$462"),
        (123456700, "TWD", "NT$1,234,567"),
        (5, "CNY", "¥0.05"),
        (0, "TWD", "NT$0"),
        (-6000, "TWD", "− NT$60"),
        (1200, "JPY", "JP¥1,200"),
        (150, "XTS", "XTS 1.50"),
    ],
)
def test_money(minor: int, currency: str, text: str) -> None:
    assert format_money(minor, currency) == text


@given(st.integers(-(10**12), 10**12), st.sampled_from(["TWD", "CNY", "JPY", "KRW"]))
def test_money_can_be_read_back(minor: int, currency: str) -> None:
    digits = re.sub(r"[^0-9.]", "", format_money(minor, currency))
    whole, _, part = digits.partition(".")
    decimals = 0 if currency in ("JPY", "KRW") else 2
    assert int(whole) * 10**decimals + (int(part) if part else 0) == abs(minor)
    assert format_money(minor, currency).startswith("−") == (minor < 0)


def test_times_are_the_stores(qapp: QApplication) -> None:
    i18n = I18n(load_theme("light"), "zh_TW")
    i18n.set_store("Asia/Taipei", "TWD")
    now = datetime(2026, 11, 21, 6, 26, tzinfo=UTC)
    assert i18n.time(now) == "14:26"
    assert i18n.when(datetime(2026, 11, 20, 16, 5, tzinfo=UTC), now) == "今天 00:05"
    assert i18n.when(datetime(2026, 11, 20, 15, 59, tzinfo=UTC), now) == "11/20 23:59"
    assert i18n.when(datetime(2027, 1, 1, 0, 0, tzinfo=UTC), now) == "2027/1/1 08:00"
    i18n.set_language("en")
    assert i18n.when(datetime(2027, 1, 1, 0, 0, tzinfo=UTC), now) == "1 Jan 2027 08:00"
    assert i18n.text(LocalText("券", "券", "coupon")) == "coupon"
    assert i18n.text(None) == ""
    i18n.remove()


# --- on the spot: `test_languages_round.py` has more -----------------------------------------------------------------


def test_f2_goes_through_the_languages(stage: Stage) -> None:
    STATES["main"](stage)
    seen = []
    for _ in LANGUAGES:
        seen.append(stage.checkout.page.quote.confirm.words())
        stage.window.next_language()
        stage.settle()
    assert seen == ["核銷 2 張券", "核销 2 张券", "Redeem 2 coupons"]
    assert stage.i18n.language == "zh_TW"
