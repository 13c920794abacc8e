"""The law of claims: a prize is handed over once, whoever says what in which order; a forfeited one never; totals add
up."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.draws.claim_facts import (
    CheckedBody,
    ClaimSaid,
    DueBody,
    Forfeit,
    ForfeitedBody,
    GrantedBody,
    HandedBody,
    How,
    OfClaim,
    Said,
    ShippedBody,
)
from kiosk.domain.draws.claims import HQ, Claim, Standing, draw_claim, joined, standing, wheel_claim
from kiosk.domain.draws.taxes import needs_identity, usual_percent, withheld

CLAIM = wheel_claim("wheel.a", 3)
DUE = DueBody(claim=CLAIM, member="m1", source="wheel", prize="mug", store="s1", until=10_000)
DEVICES = (HQ, "d-1", "d-2", "d-3")
BODIES: tuple[tuple[Said, OfClaim], ...] = (
    (Said.HANDED, HandedBody(claim=CLAIM, how=How.PAPER)),
    (Said.SHIPPED, ShippedBody(claim=CLAIM)),
    (Said.FORFEITED, ForfeitedBody(claim=CLAIM, reason=Forfeit.DEADLINE)),
    (Said.CHECKED, CheckedBody(claim=CLAIM, resident=False)),
    *((Said.GRANTED, GrantedBody(claim=CLAIM, device=device)) for device in ("", "d-1", "d-2", "d-3")),
)
ENDS = (Said.HANDED, Said.SHIPPED, Said.FORFEITED)


def said(what: Said, body: OfClaim, stamp: int, actor: str = "s-1") -> ClaimSaid:
    return ClaimSaid(CLAIM, what, stamp, stamp, actor, body)


@st.composite
def words(draw: st.DrawFn) -> list[tuple[str, ClaimSaid]]:
    """Anything that terminals and HQ may say of one claim, honest or not."""
    found = [(draw(st.sampled_from(DEVICES)), said(Said.DUE, DUE, draw(st.integers(0, 3))))]
    for stamp, (what, body) in enumerate(draw(st.lists(st.sampled_from(BODIES), max_size=8)), 4):
        who = HQ if what is Said.GRANTED else draw(st.sampled_from(DEVICES))
        # a device never has one stamp twice
        found.append((who, said(what, body, 10 * draw(st.integers(stamp, stamp + 3)) + stamp)))
    return found


@given(words(), st.randoms(use_true_random=False))
def test_the_order_of_hearing_has_no_part_in_it(found: list[tuple[str, ClaimSaid]], chance: object) -> None:
    again = list(found)
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert standing(again) == standing(found)


@given(words())
def test_a_prize_ends_once_and_every_other_end_is_seen(found: list[tuple[str, ClaimSaid]]) -> None:
    claim = standing(found)
    assert claim is not None
    ends = {(who, one.what) for who, one in found if one.what in ENDS}
    assert claim.over is bool(ends)
    if ends:
        # the one that counts, and all others: nothing is lost, nothing counts twice
        assert 1 + len(set(claim.conflicts)) == len(ends)
        assert (claim.device, Said(claim.standing.value)) in ends


@given(words())
def test_what_is_forfeited_is_never_handed_over(found: list[tuple[str, ClaimSaid]]) -> None:
    """Whoever hands it over afterwards is a conflict, whatever comes when."""
    claim = standing(found)
    assert claim is not None
    if claim.standing is Standing.FORFEITED and claim.device == HQ:
        later = [(who, said(Said.HANDED, BODIES[0][1], 10_000)) for who in DEVICES]
        assert standing([*found, *later]) is not None
        assert standing([*found, *later]).standing is Standing.FORFEITED  # type: ignore[union-attr]


class Shop:
    """Terminals that keep to the rule, and HQ: what they hear of each other comes late, or never."""

    def __init__(self) -> None:
        self.heard: dict[str, list[tuple[str, ClaimSaid]]] = {device: [] for device in DEVICES}
        self.stamp = 0
        self.given = 0

    def say(self, who: str, what: Said, body: OfClaim) -> None:
        self.stamp += 1
        self.heard[who].append((who, said(what, body, self.stamp)))

    def sees(self, who: str) -> Claim | None:
        return standing(self.heard[who])

    def hears(self, who: str, whom: str) -> None:
        known = {(device, one.stamp) for device, one in self.heard[who]}
        self.heard[who] += [one for one in self.heard[whom] if (one[0], one[1].stamp) not in known]

    def hand_over(self, who: str, asks: bool) -> None:
        """As `application/draws/claims.py` does it: who holds it, or whom HQ lets."""
        claim = self.sees(who)
        if claim is None or claim.over:
            return
        if claim.holder != who:
            at_hq = self.sees(HQ)
            if not asks or at_hq is None or at_hq.over or at_hq.holder not in ("", who):
                return
            if at_hq.holder == "":
                self.say(HQ, Said.GRANTED, GrantedBody(claim=CLAIM, device=who))
            self.hears(who, HQ)
        self.say(who, Said.HANDED, HandedBody(claim=CLAIM, how=How.PAPER))
        self.given += 1

    def forfeit(self) -> None:
        """HQ waits for whoever holds it."""
        claim = self.sees(HQ)
        if claim is None or claim.over or claim.late(0):
            return
        if claim.holder:
            self.hears(HQ, claim.holder)
        if not self.sees(HQ).over:  # type: ignore[union-attr]
            self.say(HQ, Said.FORFEITED, ForfeitedBody(claim=CLAIM, reason=Forfeit.DEADLINE))
            self.closed = True


@given(
    st.sampled_from(DEVICES),
    st.lists(
        st.one_of(
            st.tuples(st.just("hand"), st.sampled_from(DEVICES[1:]), st.booleans()),
            st.tuples(st.just("hear"), st.sampled_from(DEVICES), st.sampled_from(DEVICES)),
            st.tuples(st.just("forfeit"), st.just(""), st.just("")),
        ),
        max_size=20,
    ),
)
def test_of_terminals_that_keep_the_rule_one_hands_it_over_once(
    won_at: str, acts: list[tuple[str, str, object]]
) -> None:
    shop = Shop()
    shop.say(won_at, Said.DUE, DUE)
    for what, who, other in acts:
        if what == "hand":
            shop.hand_over(who, bool(other))
        elif what == "hear":
            shop.hears(who, str(other))
        elif who == "":
            # after the deadline the holder's own clock stops it
            shop.forfeit()
            if shop.sees(HQ) is not None and shop.sees(HQ).over:  # type: ignore[union-attr]
                break
    for device in DEVICES:
        shop.hears(HQ, device)
    claim = shop.sees(HQ)
    assert claim is not None
    assert shop.given <= 1
    assert claim.conflicts == ()
    ends = Counter(one.what for _, one in shop.heard[HQ] if one.what in ENDS)
    assert shop.given == ends[Said.HANDED] == int(claim.standing is Standing.HANDED)


def test_ids_tell_wheels_from_draws() -> None:
    assert (wheel_claim("l", 3), draw_claim("a/b/2026-01-01", 1, 0, 7)) == ("w/l/3", "d/a/b/2026-01-01/1/0/7")


def test_an_end_here_counts_before_hq_tells_of_it() -> None:
    told = standing([("d-1", said(Said.DUE, DUE, 1))])
    own = standing([("d-1", said(Said.DUE, DUE, 1)), ("d-1", said(Said.HANDED, BODIES[0][1], 2))])
    assert joined(own, told) == own
    assert joined(None, told) == told
    assert joined(told, own) == own


@pytest.mark.parametrize(
    ("place", "currency", "value", "resident", "tax"),
    [
        ("TW", "TWD", 20_000_00, True, 0),
        ("TW", "TWD", 20_001_00, True, 2_000_00),
        ("TW", "TWD", 25_555_00, True, 2_555_00),
        ("TW", "TWD", 900_00, False, 180_00),
        ("CN", "CNY", 499_99, True, 99_99),
        ("HK", "HKD", 90_000_00, True, 0),
        ("", "", 100, True, 0),
    ],
)
def test_what_is_withheld(place: str, currency: str, value: int, resident: bool, tax: int) -> None:
    assert withheld(place, currency, value, usual_percent(place, value), resident=resident).tax == tax


def test_when_a_document_is_looked_at() -> None:
    assert needs_identity("TW", 1_001_00, 0)
    assert not needs_identity("TW", 1_000_00, 0)
    assert needs_identity("CN", 100, 20_00)
    assert not needs_identity("HK", 90_000_00, 0)


@given(st.sampled_from(["TW", "CN", "HK"]), st.integers(0, 10**9), st.booleans())
def test_no_more_is_withheld_than_the_rate_and_never_more_than_the_prize(place: str, value: int, lives: bool) -> None:
    found = withheld(
        place, {"TW": "TWD", "CN": "CNY", "HK": "HKD"}[place], value, usual_percent(place, value), resident=lives
    )
    assert 0 <= found.tax <= value * found.percent // 10_000 <= value
    assert found.reported or not found.tax
