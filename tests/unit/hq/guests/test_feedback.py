"""How guests liked an event: asked on their phones by their tickets, once each, counted in the report."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

import pytest
from sqlalchemy import select, update

from kiosk.adapters.lists.reading import read_book
from kiosk.cli import hq_events, hq_events_report
from kiosk.domain.guests.facts import GUEST_ANSWERED, GUEST_SIGNED_IN
from kiosk.domain.guests.opinion import IN_WORDS, RECOMMEND
from kiosk.domain.guests.person import commitment_of
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.time import millis
from kiosk.hq.documents import brand as brands
from kiosk.hq.guests.tables import guest_listed
from kiosk.hq.guests_desk.events import EventsFault
from kiosk.hq.guests_desk.feedback_letters import Asked
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.store.people import message
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.rows import Brand
from kiosk.protocol.wire.messages import GuestTextRecord
from tests.unit.hq.guests.test_events import DAY, SALT, brought, came, published, row, told
from tests.unit.hq.rig import NOON, Terminal, TestClock, put, words

ENGLISH = {"accept-language": "en"}


class Phone:
    """A guest's phone with a ticket."""

    def __init__(self, hq: Headquarters, code: str) -> None:
        self.hq = hq
        self.place = f"/f/{quote(code, safe=':$*-.')}"
        self.form = ""

    def open(self, language: str = "en") -> WireResponse:
        page = self.hq.wire.handle("GET", unquote(self.place), {"accept-language": language}, b"")
        found = re.search(rb'name="form" value="([^"]+)"', page.body)
        self.form = found[1].decode() if found else ""
        return page

    def say(self, score: str, text: str = "", **headers: str) -> WireResponse:
        body = urlencode({"form": self.form, "score": score, "words": text, "step": "say"}).encode()
        return self.hq.wire.handle("POST", unquote(self.place), ENGLISH | headers, body)


@pytest.fixture
def phones(hq: Headquarters, clock: TestClock) -> list[Phone]:
    """Of three guests, a member first, an hour after the event began."""
    member = Member("m-9", "1", "李小美", "+886912345678", Tier.BASIC, Segment.NEW, 0, "s1", NOON)
    hq.publish([put("s1", "members", "m-9", member)])
    event = published(hq, name="R & D 晚宴")
    brought(hq, row("李小美", member="m-9"), row("王明"), row("張三"))
    made = {one.guest.name: Phone(hq, one.code) for one in hq.events.tickets("gala")[1]}
    clock.now = millis(event.starts) + 3_600_000
    return [made[name] for name in ("李小美", "王明", "張三")]


def _said(hq: Headquarters) -> list[tuple[int, str]]:
    return sorted((one.score, one.text) for one in hq.events.feedback("gala"))


def test_the_page_is_small_in_three_languages_and_the_ticket_leads_to_it(hq: Headquarters, phones: list[Phone]) -> None:
    for language, says in (("zh-TW", "推薦"), ("zh-CN", "推荐"), ("en", "How likely")):
        page = phones[0].open(language)
        text = page.body.decode()
        assert (page.status, says in text, len(page.body) < 60_000) == (200, True, True)
        assert text.count("type=radio") == 11
        assert "<script" not in text
        assert "script-src" not in page.headers["content-security-policy"]
        assert "R &amp; D 晚宴" in text
        assert "李小美" not in text
    ticket = hq.wire.handle("GET", unquote(phones[0].place).replace("/f/", "/t/"), ENGLISH, b"")
    assert f'href="..{phones[0].place}?lang=en"' in ticket.body.decode()


def test_each_guest_has_one_answer_and_the_last_counts(hq: Headquarters, phones: list[Phone]) -> None:
    for phone, score, text in zip(phones, ("3", "9", "10"), ("太擠", "", "=1+1"), strict=True):
        phone.open()
        assert phone.say(score, text).status == 200
    assert _said(hq) == [(3, "太擠"), (9, ""), (10, "=1+1")]
    again = phones[0].open()
    assert b"answered already" in again.body
    assert "太擠" not in again.body.decode()
    assert phones[0].say("8").status == 200
    assert _said(hq) == [(8, ""), (9, ""), (10, "=1+1")]
    assert hq.check() == []
    hq.rebuild()
    assert len(_said(hq)) == 3


def test_an_answer_at_a_station_and_one_on_the_phone_are_one_guests(
    hq: Headquarters, phones: list[Phone], clock: TestClock
) -> None:
    station = Terminal.enrolled(hq, clock=clock)
    guest = next(one.guest.id for one in hq.events.tickets("gala")[1] if one.guest.name == "王明")
    phones[1].open()
    phones[1].say("2", "太吵")
    clock.now += 60_000
    name = commitment_of(SALT, "其實不錯".encode())
    for turn, score in enumerate(("4", "8"), 1):
        station.fact(GUEST_ANSWERED, came(guest, turn, answers={RECOMMEND: score}, texts={IN_WORDS: name}))
    station.fact(GUEST_ANSWERED, came(guest, 3, answers={RECOMMEND: "11"}))
    station.push()
    assert _said(hq) == [(8, "")]  # the words are on their way
    text = GuestTextRecord(event="gala", guest=guest, question=IN_WORDS, salt=SALT, text="其實不錯")
    assert told(station, texts=[text]).texts_kept == (name,)
    assert _said(hq) == [(8, "其實不錯")]
    assert b"answered already" in phones[1].open().body
    clock.now += 60_000
    phones[1].open()
    assert phones[1].say("10").status == 200
    assert _said(hq) == [(10, "")]
    assert hq.check() == []


def test_what_is_not_an_answer_changes_nothing(hq: Headquarters, phones: list[Phone], clock: TestClock) -> None:
    first, second, _ = phones
    first.open()
    for score in ("", "11", "-1", "５", "1.0"):
        page = first.say(score, "<b>字</b>")
        assert page.status == 422
        assert "&lt;b&gt;字" in page.body.decode()
    assert first.say("5", **{"sec-fetch-site": "cross-site"}).status == 403
    second.form = first.form  # another guest's
    assert second.say("5").status == 400
    clock.now += 3 * 3_600_000
    assert [first.say("5").status for _ in range(7)] == [400] * 6 + [429]
    assert _said(hq) == []


def test_who_may_not_answer_is_told_why(hq: Headquarters, phones: list[Phone], clock: TestClock) -> None:
    first = phones[0]
    assert Phone(hq, "KT1:NONSENSE").open().status == 404
    forged = Phone(hq, "")
    forged.place = first.place[:-4] + ("AAAA" if first.place[-4:] != "AAAA" else "BBBB")
    clock.now += 5 * DAY  # no door reads it any more
    assert (forged.open().status, forged.say("1").status) == (404, 404)
    assert first.open().status == 200
    assert first.say("7", "later").status == 200
    with hq.database.write() as tx:
        tx.execute(update(guest_listed).where(guest_listed.c.member == "m-9").values(guest="gone"))
    assert first.open().status == 410
    hq.events.close("gala", "boss")
    assert (phones[1].open().status, phones[1].say("1").status) == (410, 410)
    assert _said(hq) == [(7, "later")]


def test_before_the_event_nobody_is_asked(hq: Headquarters, phones: list[Phone], clock: TestClock) -> None:
    clock.now -= 2 * 3_600_000
    page = phones[0].open()
    assert (page.status, phones[0].form, b"2026-10-01 10:00" in page.body) == (200, "", True)
    assert phones[0].say("5").status == 200
    assert _said(hq) == []
    ticket = hq.wire.handle("GET", unquote(phones[0].place).replace("/f/", "/t/"), ENGLISH, b"")
    assert b"/f/" not in ticket.body


def test_words_go_with_the_guests_and_with_the_member_and_scores_stay(
    hq: Headquarters, phones: list[Phone], clock: TestClock
) -> None:
    for phone in phones:
        phone.open()
        phone.say("9", "好")
    (given,) = hq.registration.export("m-9")["feedback"]
    assert (given["score"], given["text"]) == (9, "好")
    hq.registration.erase("m-9", "asked", "boss")
    assert _said(hq) == [(9, ""), (9, "好"), (9, "好")]
    clock.now += 40 * DAY
    hq.events.forget_due()
    assert _said(hq) == [(9, "")] * 3


def test_the_report_has_the_score_and_the_words(
    hq: Headquarters, phones: list[Phone], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for phone, score, text in zip(phones, ("3", "9", "10"), ("太擠", "", "=1+1"), strict=True):
        phone.open()
        phone.say(score, text)
    out = tmp_path / "report.xlsx"
    for file in (None, out):
        args = argparse.Namespace(event="gala", out=file, json=file is None, names=True)
        assert hq_events_report.run(hq, args) == 0
    nps = json.loads(capsys.readouterr().out.splitlines()[0])["nps"]
    assert (nps["answers"], nps["score"], nps["promoters"]) == (3, 33, 2)
    sheets = {sheet.name: [[str(cell) for cell in line] for line in sheet.rows()] for sheet in read_book(out).sheets}
    assert ["NPS (-100 to 100)", "33.0"] in [line[:2] for line in sheets["Figures"]]
    assert {(line[2], line[4]) for line in sheets["In words"][1:]} == {("太擠", "李小美"), ("=1+1", "張三")}


def test_cards_lead_to_the_page(
    hq: Headquarters, phones: list[Phone], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    hq_events.add_parser(parser.add_subparsers(), lambda name, words, among: among.add_parser(name, help=words))
    out = tmp_path / "cards.csv"
    args = parser.parse_args(["events", "tickets", "gala", "--feedback", "--out", str(out)])
    assert hq_events.run(hq, args) == 1
    assert "--pages" in capsys.readouterr().err
    with hq.database.write() as tx:
        brands.put(hq.context, tx, Brand(words("Shop"), pages="https://hq.example.org/p/"))
    assert hq_events.run(hq, args) == 0
    sent = parser.parse_args(["events", "tickets", "gala", "--feedback", "--send"])
    assert hq_events.run(hq, sent) == 1
    assert "not over" in capsys.readouterr().err
    sent.again = True
    assert hq_events.run(hq, sent) == 2
    links = re.findall(r"HTTPS://HQ\.EXAMPLE\.ORG(/F/[^,\s\"]+)", out.read_text(encoding="utf-8-sig"))
    assert len(links) == 3
    phones[0].place = links[0]
    assert phones[0].open().status == 200


def test_letters_ask_who_came_once_when_it_is_over(hq: Headquarters, clock: TestClock) -> None:
    desk = Terminal.enrolled(hq)
    event = published(hq)
    mails = {"李小美": "li@x.tw", "王明": "w@x.tw", "張三": "", "李四": "l@x.tw"}
    brought(hq, *(row(name, email=mail) for name, mail in mails.items()))
    made = {one.guest.name: one for one in hq.events.tickets("gala")[1]}
    clock.now = millis(event.starts) + 60_000
    for name in ("李小美", "王明", "張三"):
        desk.fact(GUEST_SIGNED_IN, came(made[name].guest.id))
    desk.push()
    with hq.database.write() as tx:
        brands.put(hq.context, tx, Brand(words("Shop"), pages="https://hq.example.org/p/"))
    with pytest.raises(EventsFault, match="not over"):
        hq.events.ask_feedback("gala", "en")
    clock.now = millis(event.ends)
    with pytest.raises(EventsFault, match="gateway"):
        hq.events.ask_feedback("gala", "en")
    mail = {"host": "127.0.0.1", "sender": "shop@example.org", "tls": "none"}
    hq.messages.set_gateway(Channel.MAIL, mail, None, "boss")
    phone = Phone(hq, made["王明"].code)
    phone.open()
    assert phone.say("9").status == 200
    assert hq.events.ask_feedback("gala", "en") == Asked(1, 1, 1)
    (letter,) = hq.messages.letters()
    assert (letter.kind, letter.to) == ("feedback", "l***@x.tw")
    with hq.database.read() as tx:
        said = json.loads(tx.execute(select(message.c.words)).scalar_one())
    phone.place = said["link"].removeprefix("https://hq.example.org")
    clock.now = millis(event.ends) + 29 * DAY
    assert phone.open().status == 200
    hq.events.ask_feedback("gala", "en")
    assert len(hq.messages.letters()) == 1
    clock.now += DAY
    with pytest.raises(EventsFault, match="month"):
        hq.events.ask_feedback("gala", "en")
    hq.events.close("gala", "boss")
    with pytest.raises(EventsFault, match="closed"):
        hq.events.ask_feedback("gala", "en")
