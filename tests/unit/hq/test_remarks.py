"""What members said in words of their own: kept when a fact commits to it, gone with the member."""

from __future__ import annotations

from dataclasses import asdict

from kiosk.domain.remarks.remark import commitment
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.wire.messages import RemarkRecord, RemarksAnswer, RemarksRequest
from tests.unit.hq.campaign_rig import published as campaign
from tests.unit.hq.registration.people import join, somebody
from tests.unit.hq.rig import Terminal

SALT, WORDS = b"r" * 32, "店員很親切，下次還來"


def answered(till: Terminal, member: str, words: str = WORDS, *, salt: bytes = SALT) -> str:
    name = commitment(salt, words)
    till.fact("survey.answered", {"member": member, "ref": "visit", "value": 4, "remark": name})
    till.push()
    return name


def tell(till: Terminal, member: str, *words: str, salt: bytes = SALT) -> RemarksAnswer:
    records = tuple(RemarkRecord(member=member, salt=salt, text=one) for one in words)
    return till.ok("/v1/remarks", RemarksRequest(remarks=records), RemarksAnswer)


def test_words_are_kept_once_with_their_score(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    campaign(hq)
    join(till, somebody("n1"))
    name = answered(till, "n1")
    assert tell(till, "n1", WORDS, WORDS).kept == (name,)
    assert tell(till, "n1", WORDS).kept == (name,)
    (kept,) = hq.remarks("visit")
    assert {**asdict(kept), "at": 0} == {
        "store": "s1", "member": "n1", "survey": "visit", "score": 4, "at": 0, "text": WORDS,
    }  # fmt: skip
    assert hq.remarks("another") == []
    assert hq.remarks(since=kept.at + 1) == []


def test_words_to_which_no_fact_commits_are_not_kept(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    campaign(hq)
    join(till, somebody("n1"))
    name = answered(till, "n1")
    strange = commitment(SALT, "buy gold")
    assert tell(till, "n1", "buy gold").refused == {strange: "unknown"}
    assert tell(till, "n2", WORDS).refused == {name: "unknown"}, "it was not they who said it"
    assert tell(other, "n1", WORDS).refused == {name: "unknown"}, "it was not said there"
    assert tell(till, "n1", WORDS, salt=b"short") == RemarksAnswer(time=till.clock.now_ms())
    hidden = "a\u202eb"
    assert tell(till, "n1", hidden).refused == {commitment(SALT, hidden): "unreadable"}
    assert hq.remarks() == []


def test_they_go_with_the_member(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    campaign(hq)
    join(till, somebody("n1"))
    name = answered(till, "n1")
    tell(till, "n1", WORDS)
    assert hq.registration.export("n1")["remarks"][0]["text"] == WORDS
    hq.registration.erase("n1", "asked", "ann")
    assert hq.remarks() == []
    assert tell(till, "n1", WORDS).refused == {name: "erased"}
    assert hq.check() == []
