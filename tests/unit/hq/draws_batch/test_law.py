"""What the law asks of HQ: changes in the consumers' favour only, the year's total, the winners' board, the list of who
may not win."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.favour import worse
from kiosk.domain.staff.roles import Role
from kiosk.hq.campaigns.commands import CampaignPublished, CampaignRefused
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.staff.commands import StaffChange
from kiosk.protocol.campaigns.file import read_campaign
from tests.unit.hq.campaign_rig import document
from tests.unit.hq.draws_batch.rig import RULES, chain_with, drawn, rules
from tests.unit.hq.rig import NOON, TestClock

LEGAL = """
legal:
  draw_method: TEXT
  odds_published: true
  claim_time: TEXT
  claim_conditions: TEXT
  claim_method: TEXT
  delivery: TEXT
  forfeiture: TEXT
  insiders_excluded: true
  winners_board: true
  archive_years: 2
  yearly_prizes_so_far: 0
""".replace("TEXT", "{zh_TW: 說明, zh_CN: 说明, en: Words}")
WHOLE = rules() + LEGAL
CHANGES = [
    ("count: 2, value: 50}", "count: 1, value: 50}", "1 instead of 2"),
    ("value: 5000}", "value: 4000}", "it is worth less"),
    ('at: "13:00"', 'at: "14:00"', "it was to be at 13:00"),
    ("days: [2026-10-01]", "days: [2026-10-02]", "none on 2026-10-01"),
    ("alternates: 2", "alternates: 1", "fewer alternates"),
    ("      - {code: mug, name: NAME, count: 2, value: 50}\n", "", "the prize is not there"),
    ("{tickets: grand}", "{points: 1}", "0 instead of 1 of tickets for grand"),
    ("forfeiture: {zh_TW: 說明", "forfeiture: {zh_TW: 另外", "other words"),
]


def publishes(hq: Headquarters, text: str, version: int, favour: str = "") -> CampaignPublished | CampaignRefused:
    return hq.publish_campaign(document(text, version=version), refuse_mistakes=True, favour_by=favour)


@pytest.mark.parametrize(("old", "new", "why"), CHANGES)
def test_rules_change_in_the_consumers_favour_only(old: str, new: str, why: str) -> None:
    assert old in WHOLE
    before = read_campaign(document(WHOLE).encode()).campaign
    after = read_campaign(document(WHOLE.replace(old, new)).encode()).campaign
    found = worse(before, after, NOON.date())
    assert any(why in one.text for one in found)
    better = [one for one in worse(after, before, NOON.date()) if not one.words]
    if new and "days" not in old and "at:" not in old:
        assert better == []


def test_a_version_that_is_worse_is_refused_and_changed_words_need_a_name(hq: Headquarters) -> None:
    assert isinstance(publishes(hq, WHOLE, 1), CampaignPublished)
    done = publishes(hq, WHOLE.replace("count: 2", "count: 1"), 2)
    assert isinstance(done, CampaignRefused)
    assert done.code == "not_in_favour", done
    assert isinstance(publishes(hq, WHOLE.replace("count: 2", "count: 3"), 2), CampaignPublished)
    words = WHOLE.replace("count: 2", "count: 3").replace("forfeiture: {zh_TW: 說明", "forfeiture: {zh_TW: 另外")
    done = publishes(hq, words, 3)
    assert isinstance(done, CampaignRefused)
    assert "--favour" in done.words[-1]
    assert isinstance(publishes(hq, words, 3, "Lawyer"), CampaignPublished)
    assert any(b"rules_in_favour" in raw and b"Lawyer" in raw for raw in hq.facts("hq", 1))


def test_before_it_begins_a_campaign_may_change_as_it_likes(hq: Headquarters, clock: TestClock) -> None:
    clock.now -= 30 * 24 * 3_600_000
    assert isinstance(publishes(hq, WHOLE, 1), CampaignPublished)
    assert isinstance(publishes(hq, WHOLE.replace("count: 2", "count: 1"), 2), CampaignPublished)


def test_the_year_in_taiwan_adds_up_and_stands_against_more(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock, {f"m{n}": 1 for n in range(5)})
    total = hq.draws.year_total()
    assert (total.year, total.drawn, total.spun, total.most) == (2026, 5_100_00, 0, 150_000_000_00)
    hq.draws.set_turnover(1_000_000_000_00, "test")
    assert hq.draws.year_total().most == 200_000_000_00
    hq.draws.set_turnover(9_000_000_000_00, "test")
    assert hq.draws.year_total().most == 600_000_000_00
    assert hq.draws.year_total(2025).whole == 0
    large = document((RULES.replace("MUGS", "200000") + LEGAL).replace("ALTERNATES", "1"), name="winter")
    large = large.replace("value: 50}", "value: 4000}")
    done = hq.publish_campaign(large, refuse_mistakes=True)
    assert isinstance(done, CampaignRefused)
    assert done.code == "yearly_total", done


def test_what_campaigns_promise_counts_before_anybody_has_won_it(hq: Headquarters, clock: TestClock) -> None:
    def worth(millions: int, name: str, version: int = 1) -> str:
        text = WHOLE.replace("count: 2, value: 50}", f"count: {millions}00, value: 10000}}")
        return document(text, name=name, version=version)

    def code(text: str) -> str:
        done = hq.publish_campaign(text, refuse_mistakes=True)
        return done.code if isinstance(done, CampaignRefused) else ""

    assert code(worth(90, "spring")) == ""
    assert hq.draws.year_total().promised // 100 // 1_000_000 == 90
    assert code(worth(70, "summer")) == "yearly_total", "together more than 150 million"
    assert code(worth(50, "summer")) == ""
    assert code(worth(70, "summer", 2)) == "yearly_total", "more of the same, too"
    assert code(worth(55, "summer", 2)) == ""
    assert hq.withdraw_campaign("spring")
    assert code(worth(90, "autumn")) == ""
    assert hq.draws.year_total(2027).whole == 0
    clock.now += 400 * 24 * 3_600_000
    assert hq.draws.year_total(2026).promised == 0, "what nobody won is nobody's"


def test_winners_of_more_than_500_are_shown_masked(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock, {f"m{n}": 1 for n in range(5)}, WHOLE)
    (shown,) = hq.draws.board()
    assert (shown.value, shown.name, shown.campaign) == (5_000_00, "*", "autumn")
    for one in range(5):
        hq.registration.erase(f"m{one}", "asked", "test")
    assert [one.name for one in hq.draws.board()] == [""]


def test_staff_are_settled_one_by_one(hq: Headquarters) -> None:
    chain_with(hq, {"m1": 1, "m2": 1})
    for staff in ("s-101", "s-102"):
        hq.staff.add(staff, StaffChange(name="林", role=Role.CLERK, stores=("s1",)), "it")
    assert hq.draws.excluded() == ([], ["s-101", "s-102"])
    hq.draws.exclude("m1", "employee", "test", "s-101")
    hq.draws.no_member(["s-102"], "test")
    listed, unsettled = hq.draws.excluded()
    assert [(one.member, one.staff) for one in listed] == [("m1", "s-101")]
    assert unsettled == []
