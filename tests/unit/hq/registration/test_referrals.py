"""Who brought whom, and how well it spreads: reckoned by hand for small trees, by laws for others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.registration.reviewing import Rejected
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.registration.referrals import DAY_MS, Branch, Climb, Joined, climbs, tree
from tests.unit.hq.registration.people import join, somebody
from tests.unit.hq.rig import Terminal, TestClock


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    return Terminal.enrolled(hq)


def arrives(till: Terminal, clock: TestClock, name: str, referrer: str | None = None, **body: object) -> None:
    clock.now += DAY_MS
    till.open_session()
    number = len(till.chain)
    said = {"other": referrer, "how": "invite"} if referrer else {}
    join(till, somebody(name, f"王{name}", f"+8869130{number:05d}"), **{**said, **body})


def test_a_small_tree(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    for name, referrer in (("a", "old"), ("b", "old"), ("c", "a"), ("d", "c"), ("e", None)):
        arrives(till, clock, name, referrer)
    till.sale("t1", member="c")
    till.sale("t2", member="d")
    till.sale("t3", member="e")
    till.void("t2")
    till.push()
    clock.now += 30 * DAY_MS
    people = hq.registration.joined()
    assert climbs(people) == [Climb("a", 1, 1, 3), Climb("old", 2, 0, 1), Climb("c", 1, 0, 1)]
    (root,) = tree(people)
    assert (root.member, [one.member for one in root.friends]) == ("old", ["a", "b"])
    (below,) = root.friends[0].friends
    assert (below.member, below.bought, [one.member for one in below.friends]) == ("c", True, ["d"])
    assert tree(people, "c")[0].friends[0].member == "d"
    found = hq.registration.spread(people)
    assert (found.newcomers, found.referred, found.referrers, found.cohort) == (5, 4, 3, 5)
    assert found.factor == 0.4, "a brought c, c brought d; b, d and e nobody"
    assert (found.bought_referred, found.bought_others) == (0.25, 1.0)
    assert found.generations == (2, 1, 1)
    assert found.by_source == {"checkout": 1, "invite": 4}
    assert found.by_hour == {12: 5}


def test_what_does_not_count(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    arrives(till, clock, "a", "old", part="self_referral")
    arrives(till, clock, "b", "old", held=["too_many"])
    arrives(till, clock, "c", "old")
    hq.registration.reject("c", Rejected.INVENTED, "ann")
    people = {one.member: one for one in hq.registration.joined()}
    assert {name: (one.referrer, one.refused, one.held) for name, one in people.items()} == {
        "a": (None, "self_referral", False),
        "b": ("old", "", True),
        "c": (None, "rejected", False),
    }
    found = hq.registration.spread(list(people.values()))
    assert (found.refused, found.held, found.factor, found.cohort) == (2, 1, None, 0)


def test_of_a_campaign_and_since(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    arrives(till, clock, "a", "old", campaign="autumn")
    arrives(till, clock, "b", "old", campaign="winter")
    assert [one.member for one in hq.registration.joined("winter")] == ["b"]
    assert [one.member for one in hq.registration.joined(since=clock.now)] == ["b"]


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20))
@settings(max_examples=100)
def test_whoever_brought_whom_every_tree_ends(pairs: list[tuple[str, str]]) -> None:
    people = [
        Joined(member, "s1", n, "checkout", referrer, "invite", "", "", False, None)
        for n, (member, referrer) in enumerate(dict(pairs).items())
    ]

    def walk(branch: Branch, above: tuple[str, ...]) -> None:
        assert branch.member not in above
        for friend in branch.friends:
            walk(friend, (*above, branch.member))

    for root in (*tree(people), *(one for name in "abcdefgh" for one in tree(people, name))):
        walk(root, ())
    assert sum(one.registered for one in climbs(people)) == len(people)
