"""Every condition the engine can name, every reward and every outcome has words, in every language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.campaigns.outcomes import CheckView, NearReward, RewardView, RuleExplained
from kiosk.demo.store.clock import NOW
from kiosk.domain.campaigns import conditions, engine, giving, limits, set_off
from kiosk.domain.campaigns.gives import Points
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.model import Limit, Rule, Trigger, When
from kiosk.domain.campaigns.rewards import Outcome, RewardKind
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.facts import HAPPENINGS
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme
from kiosk.ui.words.campaigns import event_word, kind_word, outcome_word, progress_of, ranked
from kiosk.ui.words.checks import check_words, has_words, nearly
from kiosk.ui.words.rewards import near_words, reward_lines, reward_sentence, reward_word
from kiosk.ui.words.surroundings import Surroundings

MAKERS = {"Check", "_equal", "_among", "_least", "_most", "_range", "_window", "_in_range", "_holds"}
"""Calls of the engine that make checks; the code is their first argument."""


def codes_in(path: Path) -> set[str]:
    """Every code that a module of the engine writes, also those chosen between (`"a" if x else "b"`)."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == "code" for one in node.targets):
            found |= {text for one in ast.walk(node.value) if (text := _literal(one))}
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "MemberLimit" or name == "SharedLimit":
            found |= {text for one in node.args if (text := _literal(one))}
        elif name in MAKERS | {"_new"} and node.args:
            first = node.args[0]
            if name == "_new":  # a tuple's own way of making a Check, which is faster: _new(Check, (code, …))
                made = node.args[1]
                if not (isinstance(first, ast.Name) and first.id == "Check" and isinstance(made, ast.Tuple)):
                    continue
                first = made.elts[0]
            if isinstance(first, ast.Constant):
                found.add(_literal(first))
            elif name != "_holds":  # its first argument is the thing
                assert isinstance(first, ast.Name | ast.Attribute), ast.dump(first)
                assert "code" in ast.dump(first), ast.dump(first)
    return found


def _literal(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


CODES = sorted(
    set().union(*(codes_in(Path(module.__file__ or "")) for module in (conditions, engine, limits, giving, set_off)))
)

LIMITS = sorted(
    code
    for size in range(4)
    for scopes in combinations(Scope, size)
    for limit in (Limit(3, scopes), Limit(per=scopes, points=3), Limit(per=scopes, saved=3))
    for one in limits.compile_limits(
        Rule("r", LocalText("", "", ""), When(Trigger.PURCHASED), (Points(1),), limits=(limit,)), "c"
    )
    for code in (part.code for part in one)
)


@pytest.fixture
def i18n(qapp: QApplication) -> Iterator[I18n]:
    made = I18n(load_theme("light"), "zh_TW")
    made.set_store("Asia/Taipei", "TWD")
    yield made
    made.remove()


def around(i18n: I18n) -> Surroundings:
    return Surroundings(i18n, NOW, {"S01": "忠孝店", "S02": "信義旗艦店"})


def test_the_engines_codes_are_found() -> None:
    assert {"amount", "segments", "holds", "lacks", "times", "period", "n", "stock", "budget", "slot", "choice"} <= set(
        CODES
    )
    assert {"limit.once", "spend_reached", "referral", "idle_days", "largest_multiplier", "in_price"} <= set(CODES)
    assert len(CODES) > 40
    assert "limit.total" in LIMITS
    assert "limit.member.day" in LIMITS
    assert len(LIMITS) > 100


DAY_IN_2027 = date(2027, 2, 3).toordinal()
VALUES: tuple[tuple[object, object], ...] = (
    (None, None), (26200, 30000), (50000, 30000), (0, 0), (1 << 60, 1), ("", "x"), ("a", ("a", "b")),
    (DAY_IN_2027, ((DAY_IN_2027 - 3, DAY_IN_2027 - 1),)), (600, [[1080, 1260]]), (DAY_IN_2027 * DAY, (1, 1 << 60)),
    (Segment.NEW, (Segment.DORMANT,)), ("gold", ["silver"]), (["vip"], ["staff"]), (3, "month"), (True, False),
    (LocalText("名", "名", "name"), LocalText("名", "名", "name")), ("S03", ("S01",)), (2, (1, 7)),
)  # fmt: skip


@pytest.mark.parametrize("code", sorted({*CODES, *LIMITS[::7], "limit.total"}))
def test_every_condition_has_words(i18n: I18n, code: str) -> None:
    assert has_words(code)
    said = {}
    for language in LANGUAGES:
        i18n.set_language(language)
        for (have, need), ok in product(VALUES, (True, False)):
            words = check_words(CheckView(code, ok, have, need), around(i18n))
            assert words.strip(), (have, need)
            assert "{" not in words, words
            assert "%n" not in words
        met, unmet = (check_words(CheckView(code, ok, 26200, 30000), around(i18n)) for ok in (True, False))
        said[language] = unmet
        assert met != unmet or code in (
            "n",
            "spins",
            "nothing_to_give",
            "kept",
            "exchange",
            "refused_before",
            "largest_multiplier",
            "in_price",
        )
    assert len(set(said.values())) == len(LANGUAGES) or said["zh_TW"] != said["en"]


def test_conditions_say_what_there_was_and_what_was_needed(i18n: I18n) -> None:
    def says(code: str, have: object, need: object, *, ok: bool = False, money: bool = False) -> str:
        return check_words(CheckView(code, ok, have, need, money), around(i18n))

    i18n.set_language("en")
    assert says("amount", 26200, 30000, money=True) == "bought for NT$262, needs NT$300"
    assert says("amount", 90000, 39999, money=True) == "bought for NT$900, at most NT$399.99"
    assert says("amount", 36200, 30000, ok=True) == "bought for NT$362 (from NT$300)"
    assert (
        says("tiers", Tier.SILVER, (Tier.GOLD, Tier.PLATINUM))
        == "members of tier Gold, Platinum only (this one: Silver)"
    )
    assert says("limit.member.day", 1, 1) == "limit reached: once per member a day"
    assert says("limit.member", 3, 3) == "limit reached: 3 times per member"
    assert says("limit.member.day.points", 500, 500) == "limit reached: 500 points per member a day"
    assert says("dates", DAY_IN_2027, ((DAY_IN_2027 - 3, DAY_IN_2027 - 1),)) == "wrong day: only 31 Jan to 2 Feb"
    assert says("times", 600, ((1080, 1260),)) == "wrong time: only 18:00–21:00"
    assert says("weekdays", 6, (1, 2)) == "wrong day: only Monday, Tuesday"
    assert says("stock", 0, LocalText("杯", "杯", "Mug")) == "nothing left in stock here: Mug"
    assert says("limit.total", 500, 500) == "limited to 500 in all: the share of this till is used up"
    assert says("purchases", 4, 0) == "not the first purchase: 4 before"
    assert says("stores", "S02", ("S01", "S03")) == "only in: 忠孝店, S03"
    assert says("period", (DAY_IN_2027 - 9) * DAY, (DAY_IN_2027 * DAY, (DAY_IN_2027 + 9) * DAY)) == (
        "the campaign begins on 3 Feb"
    )
    assert says("period", (DAY_IN_2027 + 9) * DAY, (DAY_IN_2027 * DAY, (DAY_IN_2027 + 9) * DAY)) == (
        "the campaign ended on 11 Feb"
    )
    assert says("holds", "", "price_lock:dinner-lock") == "needs “dinner-lock”, which this member has not"
    assert says("something new", 1, 2) == "condition “something new”"
    i18n.set_language("zh_TW")
    assert says("amount", 26200, 30000, money=True) == "消費 NT$262，需滿 NT$300"
    assert says("tiers", "silver", ("gold",)) == "限金卡會員（這位是銀卡）"
    assert says("limit.member.day", 1, 1) == "已達上限：每位會員每天 1 次"
    assert says("segments", "", (Segment.DORMANT,)) == "限「久未光臨」（這位是「尚未分類」）"


def test_nearly_is_about_what_can_be_reached() -> None:
    assert nearly(CheckView("amount", False, 26200, 30000, money=True)) == 87
    assert nearly(CheckView("streak_reached", False, 6, 7)) == 85
    assert nearly(CheckView("weekdays", False, 6, 7)) == 0
    assert nearly(CheckView("spend_reached", False, 82000, 1000000, money=True)) == 0, "a long way to go"
    assert nearly(CheckView("amount", False, 0, 30000, money=True)) == 0
    assert nearly(CheckView("amount", True, 36200, 30000, money=True)) == 0


# --- rewards ---------------------------------------------------------------------------------------------------------


NAME = LocalText("月餅禮盒", "月饼礼盒", "Mooncake box")
RULE = LocalText("規則", "规则", "Rule")


def reward(kind: RewardKind, quantity: int = 1, **more: object) -> RewardView:
    return RewardView("r1", kind, quantity, RULE, RULE, **{"name": NAME, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", RewardKind)
def test_every_reward_has_words(i18n: I18n, kind: RewardKind, language: str) -> None:
    i18n.set_language(language)
    said = set()
    for quantity, named, back in product((1, 3, 1200), (True, False), (True, False)):
        one = reward(kind, quantity, ref="gold", name=NAME if named else None)
        words = reward_word(one, i18n, back=back)
        assert words
        assert "{" not in words
        said.add(words)
    assert len(said) > 1 or kind in (RewardKind.CHOICE, RewardKind.BADGE, RewardKind.SLOT, RewardKind.LOCK)


def test_rewards_are_said_plainly(i18n: I18n) -> None:
    i18n.set_language("en")
    points = reward(RewardKind.POINTS, 46, name=None)
    assert reward_word(points, i18n) == "46 points"
    assert reward_word(points, i18n, back=True) == "46 points"
    assert reward_word(reward(RewardKind.POINTS, 1, name=None), i18n) == "1 point"
    paid = reward(RewardKind.POINTS, -1200, name=None)
    assert reward_word(paid, i18n) == "− 1,200 points"
    assert reward_word(paid, i18n, back=True) == "1,200 points paid are given back"
    assert reward_word(reward(RewardKind.REBATE, 2000), i18n) == "NT$20 cash back, owed by HQ"
    assert reward_word(reward(RewardKind.TIER, 1, ref="gold"), i18n) == "Gold for 1 month"
    choices = (("cup", LocalText("杯", "杯", "Cup")), ("bag", LocalText("袋", "袋", "Bag")))
    assert reward_word(reward(RewardKind.CHOICE, 1, name=None, choices=choices), i18n) == "a gift to choose: Cup or Bag"
    twice = [points, reward(RewardKind.COUPON), points, reward(RewardKind.COUPON), paid]
    assert reward_sentence(twice, i18n) == "92 points, 2 coupons “Mooncake box”, − 1,200 points"
    held = reward(RewardKind.POINTS, 100, name=None, provisional_until=NOW + timedelta(days=7))
    assert reward_lines([held], i18n) == ["100 points (credited 28 Nov)"]
    i18n.set_language("zh_TW")
    assert reward_sentence(twice[:2], i18n) == "46 積分、優惠券「月餅禮盒」"
    assert reward_word(reward(RewardKind.TICKETS, 2, name=None), i18n) == "抽獎券 2 張"


def near(code: str, have: int, need: int, *, money: bool = False, **more: object) -> NearReward:
    return NearReward(RULE, RULE, code, have, need, money, (reward(RewardKind.COUPON),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_whatever_is_near_can_be_said(i18n: I18n, code: str, language: str) -> None:
    i18n.set_language(language)
    for have, need in ((2, 3), (0, 1), (5, 3), (0, 0)):
        words = near_words(near(code, have, need), i18n, NOW)
        assert words.text
        assert "{" not in words.text
        assert 0 <= words.share <= 100


def test_the_clerk_is_told_what_to_say(i18n: I18n) -> None:
    i18n.set_language("en")
    missing = near("amount", 46200, 50000, money=True, until=NOW + timedelta(days=9))
    words = near_words(missing, i18n, NOW)
    assert words.text == "NT$38 more for “Mooncake box”"
    assert (words.share, words.until) == (92, "until 30 Nov")
    assert near_words(near("streak_reached", 6, 7), i18n, NOW).text == "Check-in day 6 of 7: “Mooncake box”"
    assert near_words(near("referrals", 2, 3), i18n, NOW).text == "1 more friend for “Mooncake box”"
    assert near_words(near("purchases", 1, 3), i18n, NOW).text == "2 more purchases for “Mooncake box”"
    assert near_words(near("points", 3480, 3600), i18n, NOW).text == "120 more points for “Mooncake box”"
    assert near_words(near("n", 2, 3, until=NOW), i18n, NOW).until == "last day"
    bare = NearReward(RULE, RULE, "n", 2, 3, False, ())
    assert near_words(bare, i18n, NOW).text == "1 more time for Rule"
    i18n.set_language("zh_TW")
    assert near_words(missing, i18n, NOW).text == "再買 NT$38，送「月餅禮盒」"


# --- outcomes and events ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_outcomes_and_events_have_words(i18n: I18n, language: str) -> None:
    i18n.set_language(language)
    assert len({outcome_word(one) for one in Outcome}) == len(Outcome)
    assert len({event_word(one) for one in HappeningKind}) == len(HappeningKind)
    assert all(kind_word(kind) != kind for kind in HAPPENINGS)
    assert kind_word("shift.opened") == "shift.opened"


def rule(outcome: Outcome, *checks: CheckView) -> RuleExplained:
    return RuleExplained(RULE, RULE, outcome.value, outcome, checks)


def test_what_was_given_stands_first_then_what_is_near() -> None:
    far = rule(Outcome.NOT_MET, CheckView("weekdays", False, 6, (1,)))
    near_one = rule(Outcome.NOT_MET, CheckView("amount", False, 26200, 30000, money=True))
    nearer = rule(Outcome.COUNTED, CheckView("n", False, 9, 10))
    full, given = rule(Outcome.LIMIT, CheckView("limit.member", False, 1, 1)), rule(Outcome.GRANTED)
    assert ranked((far, full, near_one, given, nearer)) == [given, nearer, near_one, full, far]
    assert [progress_of(one) for one in (given, nearer, near_one, full, far)] == [0, 90, 87, 0, 0]
