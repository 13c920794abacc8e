"""A winner of a draw hears of it by a mail server and an SMS gateway as real as can be: once, in their language, what
to fetch by when, or that it is on their account already."""

from __future__ import annotations

import json
from collections.abc import Callable

from kiosk.domain.draws.claim_facts import CLAIM_ADDRESSED
from kiosk.domain.draws.facts import PassReason
from kiosk.domain.draws.life import NOBODY
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from tests.shared.post.mail_server import MailBox, mail_server
from tests.shared.post.sms_server import Fault, SmsBox, sms_server
from tests.shared.wheels import beacon, goes_by
from tests.unit.hq.campaign_rig import published, pushes
from tests.unit.hq.draws_batch.rig import DRAW, HOUR, at_one, comes_out, gives, rules
from tests.unit.hq.draws_batch.test_draws import BOOKED
from tests.unit.hq.registration.people import Newcomer, join, somebody
from tests.unit.hq.rig import Terminal, TestClock

MAY = somebody("m1", "陳美麗", "+886912000001", email="may@example.com")
JIM = somebody("m2", "Jim Young", "+886912000002", email="jim@example.com", language="en")


def drawn_among(hq: Headquarters, clock: TestClock, text: str, *people: Newcomer) -> None:
    """A draw among people who registered, who are of age, and may be written to."""
    published(hq, text)
    goes_by(hq, beacon())
    till = Terminal.enrolled(hq)
    for who in people:
        join(till, who)
        gives(till, who.member, 1)
    pushes(till, queue=5_000)
    made = at_one(hq, clock)
    clock.now += HOUR
    comes_out(hq, hq.draws.every()[-1])
    made.settle()


def posted(hq: Headquarters, clock: TestClock) -> None:
    """HQ's postmen do all that they can, at their times."""
    for one in hq.messages.postmen():
        for _ in range(40):
            wait = one.once()
            if wait is None or wait > HOUR:
                break
            clock.now += wait


def with_post(hq: Headquarters, check: Callable[[MailBox, SmsBox], None]) -> None:
    with mail_server() as mail, sms_server() as sms:
        to = {"host": "127.0.0.1", "sender": "shop@example.tw", "tls": "none", "port": mail.port}
        hq.messages.set_gateway(Channel.MAIL, to, None, "ann")
        body = {"to": "{to}", "text": "{text}"}
        hq.messages.set_gateway(Channel.SMS, {"url": sms.url, "json": body, "timeout_s": 5}, "k", "ann")
        check(mail, sms)


def about(mail: MailBox, sms: SmsBox, words: str) -> tuple[set[str], set[str]]:
    """Who had a letter, or an SMS, that says so."""
    letters = [one for one in mail.letters if words in one.get_content()]
    taken = [one for one in sms.taken.values() if words in json.dumps(one, ensure_ascii=False)]
    assert len({one["To"] for one in letters}) == len(letters), "somebody has it twice"
    assert len({one["to"] for one in taken}) == len(taken), "somebody has it twice"
    return {str(one["To"]) for one in letters}, {one["to"] for one in taken}


def test_a_winner_is_told_what_to_fetch_once_whatever_the_post_does(hq: Headquarters, clock: TestClock) -> None:
    def check(mail: MailBox, sms: SmsBox) -> None:
        mail.recipients = ["450 greylisted"]
        sms.faults = [Fault(503), Fault(loses=True)]
        drawn_among(hq, clock, rules(mugs=1), MAY, JIM)
        posted(hq, clock)
        hq.draws.clock().settle()
        posted(hq, clock)
        for who, words, until in ((MAY, "中獎", "2026-10-31"), (JIM, "you have won", "2026-10-31")):
            letters, texts = about(mail, sms, words)
            assert letters == {who.person.email}
            assert texts == {who.person.phone}
            assert about(mail, sms, until)[0] >= letters
        assert {one.claim.standing.value for one in hq.claims.every()} == {"notified"}
        assert "陳美麗" not in "".join(one.get_content() for one in mail.letters)  # a phone may be keyed in wrong

    with_post(hq, check)


def test_who_has_nothing_to_fetch_is_told_so_and_so_is_who_comes_in(hq: Headquarters, clock: TestClock) -> None:
    def check(mail: MailBox, sms: SmsBox) -> None:
        drawn_among(hq, clock, BOOKED.replace("- {code: ten, name: NAME, count: 1, value: 10}", ""), MAY, JIM)
        posted(hq, clock)
        first = about(mail, sms, "不必領取")[0] | about(mail, sms, "nothing to fetch")[0]
        assert len(first) == 1
        assert hq.draws.pass_on(DRAW, 0, PassReason.INELIGIBLE, "s-1", "s-2").alternate != NOBODY
        hq.draws.clock().settle()
        posted(hq, clock)
        assert about(mail, sms, "不必領取") == ({MAY.person.email}, {MAY.person.phone})
        assert about(mail, sms, "nothing to fetch") == ({JIM.person.email}, {JIM.person.phone})

    with_post(hq, check)


def test_who_wanted_it_sent_is_told_when_it_is_on_its_way(hq: Headquarters, clock: TestClock) -> None:
    def check(mail: MailBox, sms: SmsBox) -> None:
        drawn_among(hq, clock, rules(mugs=1), MAY, JIM)
        for at, one in enumerate(hq.claims.every()):
            till = Terminal.enrolled(hq, seed=20 + at)
            till.fact(CLAIM_ADDRESSED, {"claim": one.claim.id, "address": "ab" * 32})
            till.push()
            assert hq.claims.ship(one.claim.id, "TW-77")
            assert not hq.claims.ship(one.claim.id, "TW-77")
        posted(hq, clock)
        for who, words in ((MAY, "已寄出"), (JIM, "on its way")):
            assert about(mail, sms, words) == ({who.person.email}, {who.person.phone})
        assert all("TW-77" in one.get_content() for one in mail.letters if "已寄出" in one.get_content())

    with_post(hq, check)
