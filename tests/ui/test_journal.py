"""The readable journal on the screen: for auditors, in plain words, smooth however long the day is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.application.journal.outcomes import FactLine, Topic
from kiosk.application.ports.journal import Place
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.journal_states import AUDITOR_NUMBER, JOURNAL_STATES
from kiosk.demo.store import printers
from kiosk.demo.store.store import TERMINAL
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.facts import KINDS
from kiosk.domain.staff.facts import STAFF_LOCKED
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.documents.document_files import DocumentFiles
from kiosk.ui.stations.journal.lines import TONES
from kiosk.ui.words.journal import fact_words
from tests.ui.conftest import MakeStage
from tests.ui.hands import ENTER, ESC, F3, notice, press
from tests.ui.screen_law import problems

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    return make_stage(role=StationRole.JOURNAL)


def told(stage: Stage) -> list[str]:
    """Every line of the list, as it is read out."""
    lines = stage.journal.page.lines
    return [str(lines.data(lines.index(row))) for row in range(lines.rowCount())]


def test_an_auditor_reads_the_day(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    assert stage.window.windowTitle() == "流水"
    assert told(stage)[0] == "14:26 登入 用 PIN 碼 Grace Lin"
    assert f"14:21 交易 {TERMINAL}-000006 · NT$120 · 李* · 優惠券 1 張 林雅婷" in told(stage)
    assert any(line.startswith(f"13:56 交易已撤銷 {TERMINAL}-000003 · NT$") for line in told(stage))
    fact = stage.journal.page.fact
    assert fact.title.text() == "登入"
    assert "d-01" in fact.place.text()


def test_topics_search_and_days_by_keyboard(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    page = stage.journal.page
    everything = len(told(stage))
    stage.key(F3)
    QTest.keyClicks(page.field, "000003")
    stage.key(ENTER)
    assert len(told(stage)) == 2
    assert all(f"{TERMINAL}-000003" in line for line in told(stage))
    stage.key(ESC)
    assert (page.field.text(), len(told(stage))) == ("", everything)
    stage.key(LEFT)
    assert page.day.text() == "2026/11/20"
    assert any("簽到" in line for line in told(stage))
    stage.key(RIGHT)
    assert page.day.text() == "今天"
    stage.key(RIGHT)
    assert page.day.text() == "今天"
    stage.key(Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1
    assert page.fact.title.text() == "登出"


def test_topics_by_mouse(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    press(stage, "topic_sales")
    assert len(told(stage)) == 6
    press(stage, "topic_refusals")
    assert told(stage) == []
    assert stage.journal.page.none.isVisible()
    assert "沒有符合" in stage.journal.page.none.text()
    press(stage, "topic_all")
    assert not stage.journal.page.none.isVisible()
    press(stage, "day_before")
    assert "2026" in stage.journal.page.day.text()


def test_what_happens_meanwhile_comes_by_itself(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    before = len(told(stage))
    stage.store.ledger.run(lambda tx: tx.append(STAFF_LOCKED, "1001", {"staff": "1001"}))
    stage.window.on_sync_status(stage.api.sync_status())
    stage.settle()
    assert len(told(stage)) == before  # nothing waits that did not wait before
    status = stage.api.sync_status()
    stage.window.on_sync_status(type(status)(status.link, status.since, status.queue + 1, status.last_sync))
    stage.settle()
    assert len(told(stage)) == before + 1
    assert "鎖定" in told(stage)[0]


def test_a_clerk_is_turned_away_and_hears_why(stage: Stage) -> None:
    stage.sign_in(1)
    assert stage.window.actor is None
    assert not stage.journal.page.isVisible()
    assert "不能使用" in stage.window.sign_in.entry.problem.text()
    assert [fact.kind for fact in stage.store.facts()] == ["staff.signed_in", "staff.signed_out"]


def test_nothing_but_badges_is_scanned(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    stage.scan("M:m1")
    assert "只掃員工證" in notice(stage)
    stage.scan("S:1010")
    assert stage.window.actor is not None
    assert stage.window.actor.name == "許志豪"
    stage.scan("S:1001")
    assert stage.window.actor.name == "許志豪"
    assert "不能使用" in notice(stage)


def test_a_long_day_is_read_as_far_as_somebody_scrolls(stage: Stage) -> None:
    def many(tx: object) -> None:
        for _ in range(900):
            tx.append(STAFF_LOCKED, "1001", {"staff": "1001"})  # type: ignore[attr-defined]  # a LedgerTx

    stage.store.ledger.run(many)
    stage.sign_in(AUDITOR_NUMBER)
    page = stage.journal.page
    assert len(told(stage)) < 500
    for _ in range(8):
        page.list.scrollToBottom()
        stage.settle()
    assert len(told(stage)) > 900
    assert len({line.place for line in page.lines.lines}) == len(page.lines.lines)
    stage.key(Qt.Key.Key_End)
    assert page.list.currentIndex().row() == len(page.lines.lines) - 1


def test_nothing_is_left_for_who_comes_next(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    stage.journal.page.choose_topic(Topic.SALES)
    stage.settle()
    stage.key(Qt.Key.Key_F10)
    assert not stage.journal.page.isVisible()
    stage.key(ESC)
    stage.sign_in(4)
    assert len(told(stage)) > 6
    assert stage.journal.page.query is not None
    assert stage.journal.page.query.topic is None


def test_an_answer_to_an_older_question_is_not_shown(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    stage.journal.page.choose_topic(Topic.STAFF)
    stage.journal.page.choose_topic(Topic.SALES)
    stage.settle()
    assert {line.topic for line in stage.journal.page.lines.lines} == {Topic.SALES}


@pytest.mark.parametrize("state", JOURNAL_STATES)
def test_nothing_is_cut_off(make_stage: MakeStage, state: str) -> None:
    stage = make_stage(role=StationRole.JOURNAL)
    JOURNAL_STATES[state](stage)
    for language in LANGUAGES:
        stage.i18n.set_language(language)
        stage.settle()
        assert problems(stage.window) == [], language


def test_the_skin_changes_and_everything_is_painted(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    light = stage.window.grab().toImage().pixelColor(45, 240)
    assert light.lightness() > 200
    press(stage, "theme")
    dark = stage.window.grab().toImage().pixelColor(45, 240)
    assert dark.lightness() < 60
    assert set(TONES) == set(Topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_has_words(make_stage: MakeStage, language: str) -> None:
    """Also one whose body lacks what it should have: an old program's, a newer one's."""
    stage = make_stage(language=language, role=StationRole.JOURNAL)
    for kind in KINDS:
        line = FactLine(Place(1, 1), str(kind), Topic.TERMINAL, stage.store.now(), "1001", "林雅婷", {}, True)
        assert fact_words(line, stage.i18n).title not in ("", str(kind)), kind
    unknown = FactLine(Place(1, 1), "moon.landed", Topic.TERMINAL, stage.store.now(), "", "", {}, True)
    assert fact_words(unknown, stage.i18n).title == "moon.landed"


def test_no_members_id_is_in_the_words(stage: Stage) -> None:
    """Of any kind of fact, however many members it names; a masked name is, where the fact is about one alone."""
    member, others = "mbr-7741", {"other": "mbr-7742", "referrer": "mbr-7743", "sharer": "mbr-7744"}
    reward = {"member": member, "campaign": "c", "rule": "r", "kind": "points", "quantity": 1, "wall": 1}
    body = {"member": member, **others, "granted": [reward], "coupons": [reward], "quantities": {f"points:{member}": 1}}
    named = set()
    for kind in KINDS:
        line = FactLine(Place(1, 1), str(kind), Topic.MEMBERS, stage.store.now(), "1001", "林雅婷", body, True)
        words = fact_words(line, stage.i18n)
        assert "mbr-" not in words.title + words.text, kind
        words = fact_words(replace(line, member="李*"), stage.i18n)
        if words.text.startswith("李*"):
            named.add(str(kind))
    assert {"rewards.decided", "member.seen", "check_in.done", "points.spent"} <= named


def test_the_days_of_the_store_show_masked_names(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    known = [member.id for member in stage.store.reference.first_members(200)]
    shown = []
    for _ in range(3):
        shown += told(stage)
        stage.key(LEFT)
    about = [line for line in shown if "活動" in line or "簽到" in line]
    assert about
    assert all("*" in line for line in about)
    assert not [(one, line) for line in shown for one in known if one in line.split()]


def test_tab_reaches_everything(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    names = set()
    for _ in range(40):
        stage.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        names.add(focus.objectName() if focus is not None else "")
    assert {"station", "clerk", "journal_search", "day_before", "topic_sales", "topic_overrides"} <= names


P = Qt.Key.Key_P
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_report_of_the_day_goes_to_the_printer(stage: Stage) -> None:
    printers.set_up(stage.store.context)
    stage.sign_in(AUDITOR_NUMBER)
    stage.key(P, modifiers=CTRL)
    stage.settle()
    (job,) = [one for one in stage.api.print_desk().jobs if one.document is DocumentKind.CLOSING_REPORT]
    assert (job.state, job.copy) == (JobState.QUEUED, 0)
    assert printers.COUNTER.name in notice(stage)
    stage.key(P, modifiers=CTRL)
    stage.settle()
    assert [one.copy for one in stage.api.print_desk().jobs] == [0, 0], "the second is a report of its own"


def test_without_a_printer_it_is_saved_or_said_that_there_is_none(stage: Stage, tmp_path: Path) -> None:
    stage.sign_in(AUDITOR_NUMBER)
    stage.key(P, modifiers=CTRL)
    stage.settle()
    assert "印表機" in notice(stage)
    stage.journal._report._papers._files = DocumentFiles(tmp_path)
    stage.key(P, modifiers=CTRL)
    stage.settle()
    (saved,) = tmp_path.iterdir()
    assert saved.read_bytes().startswith(b"%PDF")
    assert saved.name in notice(stage)


def test_a_report_that_cannot_be_saved_is_said(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    stage.journal._report._papers._files = DocumentFiles(tmp_path / "taken")
    stage.sign_in(AUDITOR_NUMBER)
    stage.key(P, modifiers=CTRL)
    stage.settle()
    assert "無法儲存" in notice(stage)
