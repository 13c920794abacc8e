"""The queue: what is in it, who says what, and what follows for rewards, letters and the customer."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from kiosk.domain.registration.reviewing import Asked, Rejected
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.registration.merging import Merged
from kiosk.hq.registration.policy import PolicyFault
from kiosk.hq.registration.reviews import ReviewFault
from kiosk.hq.store.people import message
from kiosk.protocol.rows import REGISTRATION_ID
from tests.unit.hq.campaign_rig import buys, published
from tests.unit.hq.registration.people import PHONE, join, members, register, somebody, tell
from tests.unit.hq.rig import Terminal, TestClock

SMS = {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}, "quiet": None}
REFERRALS = """
rules:
  - {id: brought, name: NAME, when: {event: referee_bought, amount: 100}, give: [{points: 50}]}
"""
THREE = ("zh_TW", "zh_CN", "en")


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    return Terminal.enrolled(hq)


def points(hq: Headquarters) -> dict[str, int]:
    return {one.member: one.quantity for one in hq.rewards()}


def states(hq: Headquarters) -> dict[str, str]:
    return {one.member: one.state for one in hq.registration.queue(None)}


def test_the_queue_says_who_where_and_why_without_saying_who(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"), other="m1", how="invite", campaign="autumn", held=["too_many"])
    join(till, somebody("n2", "王小明", "+886912000002"))
    (seen,) = hq.registration.queue()
    assert (seen.member, seen.name, seen.phone, seen.store) == ("n1", "陳*麗", "0912***001", "s1")
    assert (seen.referrer, seen.how, seen.campaign, seen.reasons) == ("m1", "invite", "autumn", ("too_many",))
    assert (seen.state, seen.proved, seen.decided_at) == ("waiting", False, None)
    alone, who = hq.registration.review("n1")
    assert (alone.name, alone.phone) == ("陳美麗", PHONE)
    assert who == somebody("n1").person
    assert hq.registration.review("n2")[0].state == "none"
    with pytest.raises(ReviewFault, match="no such"):
        hq.registration.review("nobody")


def test_each_word_is_a_fact_with_the_name_of_who_said_it(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"), held=["too_many"])
    hq.registration.ask("n1", Asked.PHONE, "ann", "陳小姐請回電 0912345678")
    hq.registration.approve("n1", "bob", "called her")
    assert hq.registration.queue() == []
    (seen,) = hq.registration.queue(None)
    assert (seen.state, seen.decided_by, seen.note) == ("approved", "bob", "called her")
    told = [msgspec.json.decode(raw)["body"] for raw in hq.facts("hq", 1) if b"registration.reviewed" in raw]
    assert [(one["verdict"], one["reason"], one["by"]) for one in told] == [
        ("asked", "phone", "ann"),
        ("approved", "", "bob"),
    ]
    assert "0912345678" not in str(told), "free words are in no fact"
    events = [row["fact"] for row in till.rows("store/s1/events").values()]
    del events  # told to stores once a campaign runs
    with pytest.raises(ReviewFault, match="approved already, by bob"):
        hq.registration.approve("n1", "cat")


@pytest.mark.parametrize("by", ["", "  ", "a\nb", "x" * 65])
def test_nobody_decides_without_a_name(hq: Headquarters, till: Terminal, by: str) -> None:
    join(till, somebody("n1"))
    with pytest.raises(ReviewFault, match="who decides"):
        hq.registration.approve("n1", by)


def test_notes_that_are_none(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"))
    for note in ("x" * 501, "a\u202eb"):
        with pytest.raises(ReviewFault, match="at most 500"):
            hq.registration.approve("n1", "ann", note)
    with pytest.raises(ReviewFault, match="--note"):
        hq.registration.ask("n1", Asked.OTHER, "ann")


def test_a_held_referral_gives_nothing_before_somebody_approves(hq: Headquarters, till: Terminal) -> None:
    published(hq, REFERRALS)
    join(till, somebody("m1", "林志明", "+886912000009"), proved=False)
    join(till, somebody("n1"), other="m1", held=["too_many"])
    buys(till, "n1", "t1")
    till.push()
    assert points(hq) == {}
    hq.registration.approve("n1", "ann")
    assert points(hq) == {"m1": 50}
    hq.registration.reject("n1", Rejected.FOR_REWARDS, "bob")
    assert points(hq) == {}
    (row,) = [row for row in till.rows("store/s1/events").values() if "registration.reviewed" in row["fact"]][-1:]
    assert "n1" in row["members"]


def test_a_question_goes_by_letter_in_the_customers_language(hq: Headquarters, till: Terminal) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")
    join(till, somebody("n1", language="en"), held=["too_many"])
    assert hq.registration.ask("n1", Asked.REFERRER, "ann") == 1
    assert hq.registration.ask("n1", Asked.OTHER, "ann", "Which store?") == 1
    join(till, somebody("n2", "王", "+886912000002"), consents=[])
    assert hq.registration.ask("n2", Asked.PHONE, "ann") == 0, "did not agree to letters"
    with hq.database.read() as tx:
        rows = tx.execute(select(message.c.words).where(message.c.kind == "asked").order_by(message.c.at)).scalars()
        asked = {msgspec.json.decode(one)["question"] for one in rows}
    assert asked == {"who recommended us to you?", "Which store?"}


def test_who_is_rejected_is_not_welcomed(hq: Headquarters, till: Terminal) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")
    join(till, somebody("n1"))
    assert hq.messages.counts() == {"waiting": 1}
    hq.registration.reject("n1", Rejected.INVENTED, "ann")
    assert hq.messages.counts() == {}


def test_what_was_approved_is_looked_at_again_for_a_new_reason_only(hq: Headquarters, till: Terminal) -> None:
    register(till, somebody("n1"), proved=True, held=["too_many"])
    hq.registration.approve("n1", "ann")
    tell(till, somebody("n1"))
    assert states(hq) == {"n1": "waiting"}, "no code was sent"
    hq.registration.reject("n1", Rejected.OTHER, "ann")
    join(till, somebody("n2", "王小明"), other="m1")
    assert states(hq) == {"n1": "rejected", "n2": "waiting"}


@pytest.mark.parametrize(("review", "looked_at"), [("none", set()), ("suspicious", {"n1"}), ("all", {"n1", "n2"})])
def test_whom_the_chain_looks_at(hq: Headquarters, till: Terminal, review: str, looked_at: set[str]) -> None:
    hq.registration.set_policy({"review": review}, "ann")
    join(till, somebody("n1"), held=["too_many"])
    join(till, somebody("n2", "王小明", "+886912000002"))
    assert set(states(hq)) == looked_at


# -- the same person --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", [(0, 2, 1), (1, 0, 2), (2, 1, 0)])
def test_the_same_phone_at_three_stores_offline_with_three_referrers(
    hq: Headquarters, till: Terminal, clock: TestClock, told: tuple[int, ...]
) -> None:
    """Nobody could know of the others; whatever comes first at HQ, who registered first stays, and one referrer is
    rewarded."""
    published(hq, REFERRALS)
    tills = [till, Terminal.enrolled(hq, "s2"), Terminal.enrolled(hq, "s1", seed=9)]
    for n, one in enumerate(tills):
        join(one, somebody(f"r{n}", f"林{'甲乙丙'[n]}", f"+88691200001{n}"))
    people = [somebody("n0"), somebody("n1", "陈美丽"), somebody("n2", " 陳 美麗".strip())]
    for n in (1, 2, 0):  # n1 registers first
        clock.now += 60_000
        who = people[n]
        said = {"member": who.member, "other": f"r{n}", "how": "invite", "consents": [["service", "1"]]}
        from kiosk.domain.registration.person import commitment

        tills[n].fact("member.registered", {**said, "person": commitment(who.salt, who.person)})
        buys(tills[n], who.member, f"t{n}")
    for n in told:
        tills[n].push()
        assert tell(tills[n], people[n]).kept == (f"n{n}",)
    for one in tills:
        one.push()
    rows = {**members(hq, tills[0]), **members(hq, tills[1])}
    assert {name: rows[name].get("merged_into", "") for name in ("n0", "n1", "n2")} == {
        "n0": "n1",
        "n1": "",
        "n2": "n1",
    }
    assert points(hq) == {"r1": 50}, "the first referrer, once"
    assert hq.verify() == []
    assert hq.check() == []


def test_an_old_member_who_registers_again_stays_who_they_are(hq: Headquarters, till: Terminal) -> None:
    from kiosk.domain.members.member import Member, Segment, Tier
    from tests.unit.hq.rig import NOON, put

    old = Member("m7", "9001", "陳美麗", PHONE, Tier.GOLD, Segment.ACTIVE, 500, "s2", NOON)
    hq.publish([put("s2", "members", "m7", old)])
    join(till, somebody("n1"))
    assert members(hq, till)["n1"]["merged_into"] == "m7"


def test_two_are_one_by_hand(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"))
    join(till, somebody("n2", "陳大文", "+886912000002"))
    assert hq.registration.merge("n2", "n1", "ann") == ("n1", "n2")
    assert members(hq, till)["n2"]["merged_into"] == "n1"
    assert Merged("n1", "n2").stays == "n1"


# -- how the chain registers ------------------------------------------------------------------------------------------


def test_the_key_of_households_is_made_once_and_shown_to_nobody_but_terminals(hq: Headquarters, till: Terminal) -> None:
    first = till.rows("chain/registration")[REGISTRATION_ID]
    assert len(first["household_key"]) == 64
    hq.registration.set_policy({"code_needed": True, "most_an_hour": {"referrer": 3}}, "ann")
    second = till.rows("chain/registration")[REGISTRATION_ID]
    assert second["household_key"] == first["household_key"]
    assert second["code_needed"] is True
    assert second["most_an_hour"] == {"referrer": 3, "clerk": 20, "device": 20}


def test_other_words_are_another_version(hq: Headquarters) -> None:
    words = dict.fromkeys(THREE, "新條款")
    with pytest.raises(PolicyFault, match="another version than 1"):
        hq.registration.set_policy({"consents": [{"purpose": "service", "version": "1", "text": words}]}, "ann")
    hq.registration.set_policy(
        {"consents": [{"purpose": "service", "version": "2", "text": words, "required": True}]}, "ann"
    )
    with pytest.raises(PolicyFault, match="another version"):
        (
            hq.registration.set_policy({"consents": [{"purpose": "service", "version": "1", "text": words}]}, "ann"),
            "the texts of before are remembered",
        )
    assert [one.version for one in hq.registration.policy().consents] == ["2"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], "object"),
        ({"household_key": "00"}, "unknown field"),
        ({"consents": []}, "1 to 6"),
        ({"consents": [{"purpose": "marketing", "version": "9", "text": dict.fromkeys(THREE, "x")}]}, "'service'"),
        (
            {
                "consents": [
                    {"purpose": one, "version": "9", "required": True, "text": dict.fromkeys(THREE, "x")}
                    for one in ("service", "marketing")
                ]
            },
            "nobody has to agree",
        ),
        ({"consents": [{"purpose": "service", "version": "9", "text": {"en": "x"}}]}, "each of"),
        ({"consents": [{"purpose": "service", "version": "9", "text": dict.fromkeys(THREE, " ")}]}, "printable"),
        ({"consents": [{"purpose": "a/b", "version": "9", "text": dict.fromkeys(THREE, "x")}]}, "without '/'"),
        ({"guardian_below": 99}, "age"),
        ({"countries": ["XX"]}, "unknown: XX"),
        ({"countries": []}, "1 to 20"),
        ({"most_an_hour": {"clerk": -1}}, "numbers"),
        ({"review": "sometimes"}, "sometimes"),
    ],
)
def test_policies_that_would_go_wrong_are_refused(hq: Headquarters, said: object, words: str) -> None:
    before = hq.registration.policy()
    with pytest.raises(PolicyFault, match=words):
        hq.registration.set_policy(said, "ann")
    assert hq.registration.policy() == before
