"""The outbox: letters go at their time, as often as it takes; nobody's address stays longer than it must."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages import outbox, texts
from kiosk.hq.messages.gateways import Answer, Channel, Down, Later, Letter, Never, Sent
from kiosk.hq.messages.outbox import NewLetter
from kiosk.hq.messages.postman import Postman, quiet_until
from kiosk.hq.messages.settings import MessagesFault, SmsSettings, is_address, settings_of
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import message
from tests.shared.post.mail_server import mail_server
from tests.unit.hq.rig import NOON_MS, TestClock

HOUR, DAY = 3_600_000, 86_400_000
SMS = {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}, "quiet": ["21:00", "09:00"]}
MAIL = {"host": "127.0.0.1", "sender": "shop@example.tw", "tls": "none", "port": 9}


@dataclass
class Counter:
    """A gateway that answers as it is told, then takes everything."""

    says: list[Answer] = field(default_factory=list)
    got: list[Letter] = field(default_factory=list)
    crashes: bool = False

    def send(self, letter: Letter) -> Answer:
        self.got.append(letter)
        if self.crashes:
            raise KeyboardInterrupt
        return self.says.pop(0) if self.says else Sent("r1")


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def sms(hq: Headquarters, counter: Counter) -> Postman:
    hq.messages.set_gateway(Channel.SMS, SMS, "k", "ann")
    return postman(hq, counter)


def postman(hq: Headquarters, counter: Counter, channel: Channel = Channel.SMS) -> Postman:
    def found(_tx: Tx, _context: Context, _channel: Channel) -> Counter:
        return counter

    return Postman(hq.context, channel, found)


WELCOME = NewLetter(
    Channel.SMS, "welcome", "+886900000001", "zh_TW", {"name": "陳*麗", "card": "9001"}, NOON_MS + 3 * DAY, member="m1"
)
CODE = NewLetter(Channel.SMS, "code", "+886900000002", "en", {"code": "123456", "minutes": "10"}, NOON_MS + 600_000,
                 urgent=True)  # fmt: skip


def put(hq: Headquarters, letter: NewLetter = WELCOME) -> str:
    with hq.database.write() as tx:
        made = outbox.put(hq.context, tx, letter)
    assert made is not None
    return made


def row(hq: Headquarters, letter: str) -> Any:
    with hq.database.read() as tx:
        return tx.execute(select(message).where(message.c.message == letter)).one()


def work(one: Postman, clock: TestClock, until: int) -> None:
    """Everything that happens by itself before then."""
    while True:
        wait = one.once()
        if wait is None or clock.now + wait > until:
            return
        clock.now += wait


def test_a_letter_is_filled_in_sent_and_forgotten(hq: Headquarters, sms: Postman, counter: Counter) -> None:
    with hq.database.write() as tx:
        brands.put(hq.context, tx, Brand(LocalText("信義百貨", "信义百货", "Xinyi")))
    letter = put(hq)
    assert sms.once() == 0
    (sent,) = counter.got
    assert (sent.id, sent.to) == (letter, "+886900000001")
    assert sent.text.startswith("【信義百貨】陳*麗您好")
    assert "9001" in sent.text
    kept = row(hq, letter)
    assert (kept.state, kept.recipient, kept.words, kept.ref, kept.tries) == ("sent", "", "{}", "r1", 1)
    assert kept.shown == "0900***001"
    assert sms.once() is None


def test_nothing_is_kept_for_a_gateway_that_there_is_not(hq: Headquarters) -> None:
    with hq.database.write() as tx:
        assert outbox.put(hq.context, tx, WELCOME) is None
    assert hq.messages.letters() == []


def test_of_two_with_the_same_occasion_one_is_sent(hq: Headquarters, sms: Postman, counter: Counter) -> None:
    once = replace(WELCOME, once="welcome/m1")
    assert put(hq, once) == put(hq, once)
    sms.once()
    put(hq, once)
    assert sms.once() is None
    assert len(counter.got) == 1


def test_codes_go_first_and_at_any_hour(hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock) -> None:
    clock.now += 10 * HOUR  # ten in the evening in Taipei
    put(hq, replace(WELCOME, zone="Asia/Taipei"))
    put(hq, replace(CODE, until=clock.now + 600_000))
    work(sms, clock, clock.now + 1)
    assert [one.to for one in counter.got] == [CODE.to]
    work(sms, clock, NOON_MS + DAY)
    assert [one.to for one in counter.got] == [CODE.to, WELCOME.to]
    assert f"{instant(clock.now):%H:%M}" == "01:00", "nine in the morning in Taipei"


def test_what_is_not_taken_comes_again_later_and_later(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock
) -> None:
    counter.says = [Later("busy")] * 6
    put(hq)
    times: list[int] = []
    while len(counter.got) < 7:
        wait = sms.once()
        assert wait is not None
        if wait == 0:
            times.append(clock.now)
        clock.now += wait
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert all(30_000 << n <= gap <= 1.3 * (30_000 << n) for n, gap in enumerate(gaps)), gaps
    assert len(set(gaps)) == len(gaps), "with jitter"


def test_a_server_that_puts_off_strangers_is_asked_when_it_says(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock
) -> None:
    counter.says = [Later("smtp_450", 300_000)]
    put(hq)
    sms.once()
    wait = sms.once()
    assert wait is not None
    assert 300_000 <= wait <= 390_000
    clock.now += wait
    sms.once()
    assert len(counter.got) == 2


def test_a_gateway_that_is_down_costs_no_letter_a_try(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append('"event": "gateway"')
    counter.says = [Down("unreachable")] * 40
    letters = [put(hq, replace(WELCOME, to=f"+88690000000{n}")) for n in range(3)]
    work(sms, clock, NOON_MS + 2 * HOUR)
    assert [row(hq, one).tries for one in letters] == [0, 0, 0]
    assert len(counter.got) < 25, "it is left alone for longer and longer"
    assert len({one.id for one in counter.got[:3]}) == 3, "each has its turn"
    counter.says = []
    work(sms, clock, clock.now + HOUR)
    assert {row(hq, one).state for one in letters} == {"sent"}


def test_retry_after_is_kept_for_everybody(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append('"event": "gateway"')
    counter.says = [Down("http_429", 20_000)]
    put(hq)
    put(hq, CODE)
    sms.once()
    wait = sms.once()
    assert wait is not None
    assert 20_000 <= wait <= 24_000
    clock.now += wait
    work(sms, clock, clock.now + 60_000)
    assert [one.to for one in counter.got[:2]] == [CODE.to, CODE.to]


def test_a_code_that_comes_too_late_is_not_sent(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock
) -> None:
    counter.says = [Later("busy")] * 400
    code = put(hq, CODE)
    work(sms, clock, NOON_MS + 2 * HOUR)
    kept = row(hq, code)
    assert (kept.state, kept.recipient, kept.words) == ("failed", "", "{}")
    assert clock.now <= NOON_MS + 600_000


def test_what_was_given_up_is_listed_can_be_tried_again_and_is_forgotten_in_a_week(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock
) -> None:
    counter.says = [Never("http_400"), Never("http_400")]
    letter = put(hq)
    sms.once()
    (seen,) = hq.messages.letters(["failed"])
    assert (seen.id, seen.to, seen.why) == (letter, "0900***001", "http_400")
    assert hq.messages.retry([letter]) == 1
    sms.once()
    assert hq.messages.retry() == 1
    sms.once()
    assert row(hq, letter).state == "sent"

    counter.says = [Never("http_400")]
    again = put(hq)
    sms.once()
    clock.now += 8 * DAY
    put(hq, replace(WELCOME, until=clock.now + DAY))
    sms.once()
    assert row(hq, again).recipient == ""
    assert hq.messages.retry([again]) == 0
    clock.now += 30 * DAY
    put(hq, replace(WELCOME, until=clock.now + DAY))
    sms.once()
    assert {one.id for one in hq.messages.letters()}.isdisjoint({letter, again})


def test_after_a_crash_it_is_sent_again_under_the_same_id(
    hq: Headquarters, sms: Postman, counter: Counter, clock: TestClock
) -> None:
    counter.crashes = True
    put(hq)
    with pytest.raises(KeyboardInterrupt):
        sms.once()
    counter.crashes = False
    work(postman(hq, counter), clock, NOON_MS + HOUR)
    assert len(counter.got) == 2
    assert len({one.id for one in counter.got}) == 1


def test_two_postmen_never_carry_the_same_letter(hq: Headquarters, sms: Postman, counter: Counter) -> None:
    other = postman(hq, counter)

    class Meanwhile(Counter):
        def send(self, letter: Letter) -> Answer:
            other.once()
            return super().send(letter)

    first = Meanwhile()
    put(hq)
    postman(hq, first).once()
    assert len(first.got) + len(counter.got) == 1


def test_nobody_empties_the_account_through_hq(
    hq: Headquarters, counter: Counter, clock: TestClock, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("most_a_day")
    hq.messages.set_gateway(Channel.SMS, {**SMS, "most_a_day": 3, "quiet": None}, None, "ann")
    one = postman(hq, counter)
    for n in range(5):
        put(hq, replace(WELCOME, to=f"+88690000000{n}"))
    work(one, clock, NOON_MS + HOUR)
    assert len(counter.got) == 3
    work(one, clock, NOON_MS + DAY + HOUR)
    assert len(counter.got) == 5


def test_who_withdraws_or_is_erased_gets_nothing(hq: Headquarters, sms: Postman, counter: Counter) -> None:
    put(hq)
    put(hq, replace(WELCOME, kind="asked", words={"question": "?"}))
    with hq.database.write() as tx:
        assert outbox.withdraw(tx, "m1", ["welcome"]) == 1
    sms.once()
    assert len(counter.got) == 1
    with hq.database.write() as tx:
        assert outbox.forget(tx, "m1") == 1
    assert hq.messages.letters() == []


def test_no_address_and_no_word_of_a_letter_is_in_the_log(
    hq: Headquarters, sms: Postman, counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk.hq")
    counter.says = [Never("http_400")]
    put(hq)
    put(hq, CODE)
    sms.once()
    sms.once()
    said = caplog.text
    assert '"event": "message"' in said
    for secret in ("900000001", "900000002", "123456", "陳", "9001"):
        assert secret not in said


def test_the_whole_way_to_a_real_mail_server(hq: Headquarters, clock: TestClock) -> None:
    with mail_server() as box:
        hq.messages.set_gateway(Channel.MAIL, {**MAIL, "port": box.port}, None, "ann")
        box.recipients = ["450 greylisted"]
        put(hq, replace(WELCOME, channel=Channel.MAIL, to="mei@example.com"))
        (mail,) = (one for one in hq.messages.postmen() if one.channel is Channel.MAIL)
        work(mail, clock, NOON_MS + HOUR)
        assert box.to == ["mei@example.com"]
        assert hq.messages.test(Channel.MAIL, "ann@example.com", "en") == Sent()
        assert hq.messages.test(Channel.SMS, "+886900000001", "en") is None


def test_a_name_with_braces_says_what_it_is() -> None:
    assert texts.filled("{name} {code} {x}", {"name": "{code}", "code": "1"}) == "{code} 1 {x}"


@given(st.dictionaries(st.sampled_from(("name", "brand", "card")), st.text()), st.text())
@settings(max_examples=60)
def test_filling_in_never_fails(words: dict[str, str], text: str) -> None:
    texts.filled(text, words)


def test_every_usual_text_is_one_that_a_chain_may_set(hq: Headquarters) -> None:
    usual = {key: {one: text.get(one) for one in ("zh_TW", "zh_CN", "en")} for key, text in hq.messages.texts().items()}
    hq.messages.set_texts(usual, "ann")
    assert hq.messages.texts() == texts.USUAL
    hq.messages.set_texts({"welcome.sms.text": dict.fromkeys(("zh_TW", "zh_CN", "en"), "嗨 {name}")}, "ann")
    assert hq.messages.texts()["welcome.sms.text"].en == "嗨 {name}"
    hq.messages.set_texts({}, "ann")
    assert hq.messages.texts() == texts.USUAL


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], "object"),
        ({"welcome.fax.text": {}}, "no such text"),
        ({"welcome.sms.text": {"en": "x"}}, "a text in each of"),
        ({"welcome.sms.text": dict.fromkeys(("zh_TW", "zh_CN", "en"), "x" * 400)}, "1 to 330"),
        ({"welcome.sms.text": dict.fromkeys(("zh_TW", "zh_CN", "en"), "{phone}")}, "{phone} is not known"),
        ({"code.sms.text": dict.fromkeys(("zh_TW", "zh_CN", "en"), "hello")}, "{code} is missing"),
        ({"welcome.mail.subject": dict.fromkeys(("zh_TW", "zh_CN", "en"), "a\nBcc: b")}, "printable"),
        ({"welcome.sms.text": dict.fromkeys(("zh_TW", "zh_CN", "en"), "\u202e")}, "printable"),
    ],
)
def test_texts_that_would_go_wrong_are_refused(hq: Headquarters, said: object, words: str) -> None:
    with pytest.raises(MessagesFault, match=words):
        hq.messages.set_texts(said, "ann")


@pytest.mark.parametrize(
    ("channel", "said", "words"),
    [
        (Channel.MAIL, {}, "host"),
        (Channel.MAIL, {**MAIL, "host": "mail.example"}, "everybody on the way"),
        (Channel.MAIL, {**MAIL, "sender": "shop"}, "no mail address"),
        (Channel.MAIL, {**MAIL, "port": 0}, "port"),
        (Channel.MAIL, {**MAIL, "password": "x"}, "unknown field"),
        (Channel.MAIL, {**MAIL, "timeout_s": 0}, "timeout_s"),
        (Channel.SMS, {**SMS, "url": "http://sms.example/"}, "https"),
        (Channel.SMS, {**SMS, "url": "https://[1"}, "no address"),
        (Channel.SMS, {**SMS, "form": {}}, "json or form"),
        (Channel.SMS, {**SMS, "quiet": ["25:00", "9"]}, "quiet"),
        (Channel.SMS, {**SMS, "headers": {"a b": "c"}}, "header"),
        (Channel.SMS, {**SMS, "sent": {"field": "", "values": []}}, "field"),
        (Channel.SMS, {**SMS, "most_a_day": 0}, "most_a_day"),
        (Channel.SMS, "x", "object"),
    ],
)
def test_settings_that_would_go_wrong_are_refused(hq: Headquarters, channel: Channel, said: object, words: str) -> None:
    with pytest.raises(MessagesFault, match=words):
        hq.messages.set_gateway(channel, said, None, "ann")
    assert hq.messages.gateway(channel) is None


def test_secrets_are_in_the_key_store_alone(hq: Headquarters) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, "hush", "ann")
    assert hq.context.vault.get("hq-sms") == b"hush"
    assert "hush" not in str(hq.messages.gateway(Channel.SMS))
    hq.messages.set_gateway(Channel.SMS, {**SMS, "timeout_s": 3}, None, "ann")
    assert hq.context.vault.get("hq-sms") == b"hush", "as it was"
    hq.messages.set_gateway(Channel.SMS, None, None, "ann")
    assert hq.context.vault.get("hq-sms") == b""
    with hq.database.read() as tx:
        assert settings_of(tx, Channel.SMS, SmsSettings) is None


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("a@example.com", True),
        ("a.b+c@mail.example.tw", True),
        ("美麗@例子.台灣", True),
        ("a@b", False),
        ("@example.com", False),
        ("a@-x.com", False),
        ("a@x..com", False),
        ("a@b@example.com", False),
        ("a b@example.com", False),
        ("a@example.com\nBcc: x", False),
        ("<a@example.com>", False),
        ("a@example.com,b@example.com", False),
        ("x" * 65 + "@example.com", False),
        ("a@" + "x" * 260 + ".com", False),
        ("", False),
    ],
)
def test_what_can_be_a_mail_address(text: str, good: bool) -> None:
    assert is_address(text) is good


@pytest.mark.parametrize(
    ("quiet", "hour", "wakes"),
    [
        (("21:00", "09:00"), 12, None),
        (("21:00", "09:00"), 21, 33),
        (("21:00", "09:00"), 3, 9),
        (("21:00", "09:00"), 9, None),
        (("12:00", "14:00"), 13, 14),
        (("12:00", "14:00"), 14, None),
        (("00:00", "00:00"), 0, None),
    ],
)
def test_hours_in_which_nobody_is_woken(quiet: tuple[str, str], hour: int, wakes: int | None) -> None:
    midnight = NOON_MS - 12 * HOUR  # in Taipei
    found = quiet_until(quiet, "Asia/Taipei", midnight + hour * HOUR)
    assert found == (None if wakes is None else midnight + wakes * HOUR)


def test_a_letter_on_the_day_the_clocks_change(hq: Headquarters) -> None:
    del hq
    # 2026-10-25 in Berlin: 03:00 is 02:00 again; half past two in the night wakes at nine by the wall
    night = 1_792_891_800_000
    assert f"{instant(quiet_until(('21:00', '09:00'), 'Europe/Berlin', night) or 0):%H:%M}" == "08:00"
