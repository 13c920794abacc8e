"""What the screen says of the four plans as the real till judges them: names, no ids; words for every condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.sales.outcomes import Explained, Redemption, Visit
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.members.member import Tier
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.ui.i18n import I18n
from kiosk.ui.stations.checkout.explain_sheet import entries_of
from kiosk.ui.theme import load_theme
from kiosk.ui.words.campaigns import action_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import near_words, reward_lines
from kiosk.ui.words.surroundings import Surroundings
from tests.shared.till import CAMPAIGNS, CLERK, ZONE, Till, member

DAYS = (
    ("holiday", "2027-01-25 12:00"),
    ("holiday", "2027-02-03 12:00"),
    ("holiday", "2027-02-08 12:00"),
    ("mini-program", "2026-12-20 20:30"),
    ("product-welfare", "2027-05-21 19:00"),
    ("product-welfare", "2027-02-13 12:00"),
    ("referral-party", "2026-12-12 12:00"),
    ("referral-party", "2026-12-20 12:00"),
)


@pytest.fixture
def i18n(qapp: QApplication) -> Iterator[I18n]:
    made = I18n(load_theme("light"), "zh_TW")
    made.set_store(ZONE, "TWD")
    yield made
    made.remove()


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    made = Till(tmp_path)
    yield made
    made.close()


def ids_of(campaign: Campaign) -> set[str]:
    """Ids that nobody at a till should have to read: those that are no words of English."""
    lists = (
        campaign.phases, campaign.stock, campaign.coupons, campaign.slots, campaign.locks, campaign.tasks,
        campaign.surveys, campaign.events, campaign.mall, campaign.wheels, campaign.draws, campaign.partners,
        campaign.experiences, campaign.badges, campaign.rules,
    )  # fmt: skip
    return {thing.id for things in lists for thing in things if re.search("[-0-9]", thing.id)}


def said_of(explained: Explained, around: Surroundings) -> Iterator[str]:
    for entry in entries_of(explained, around):
        yield from (entry.name, entry.note, *(words for _tone, words in entry.details))


def said_of_actions(actions: tuple[MemberAction, ...], around: Surroundings) -> Iterator[str]:
    for action in actions:
        yield action_words(action, around.i18n).title
        yield from reward_lines(action.rewards, around.i18n)
        if action.refusal is not None:
            words = refusal_words(action.refusal, around)
            yield from (words.title, words.reason)


def said_of_visit(visit: Visit, around: Surroundings) -> Iterator[str]:
    assert visit.member is not None
    for near in visit.member.near:
        yield near_words(near, around.i18n, around.now).text
    yield from reward_lines((*visit.quote.rewards, *visit.brought, *visit.member.owed), around.i18n)


@pytest.mark.parametrize(("plan", "wall"), DAYS)
def test_a_clerk_reads_no_ids(till: Till, i18n: I18n, plan: str, wall: str) -> None:
    till.plays(plan, wall)
    till.has_members(member("m-1", tier=Tier.GOLD, points=1500, birthday="02-04"), member("m-2"))
    campaign = read_campaign((CAMPAIGNS / f"{plan}.yaml").read_bytes()).campaign
    ids = ids_of(campaign)
    around = Surroundings(i18n, instant(till.clock.now))
    for who in ("m-1", "m-2"):
        visit = till.visit(who, 820_00)
        before, actions = till.service.explain_visit(visit), till.service.actions(visit)
        sold = till.service.confirm(visit, CLERK)
        assert isinstance(sold, Redemption)
        after = till.service.explain_sale(visit.txn)
        assert isinstance(after, Explained)
        assert before.rules
        for language in LANGUAGES:
            i18n.set_language(language)
            said = [
                *said_of(before, around), *said_of(after, around), *said_of_actions(actions, around),
                *said_of_visit(visit, around), *reward_lines(sold.sale.rewards, i18n),
            ]  # fmt: skip
            for words in said:
                assert "{" not in words, words
                assert "condition “" not in words, words
                assert "條件「" not in words, words
                assert not {token for token in re.split(r"[^A-Za-z0-9-]+", words) if token in ids}, words


def test_a_rule_that_gave_says_on_the_screen_what_it_gave(till: Till, i18n: I18n) -> None:
    till.plays("holiday", "2027-02-03 12:00")
    till.has_members(member("m-1", tier=Tier.GOLD, birthday="02-04"))
    sold = till.buys("m-1", 820_00)
    explained = till.service.explain_sale(sold.sale.txn)
    assert isinstance(explained, Explained)
    given = {entry.name: entry.note for entry in entries_of(explained, Surroundings(i18n, instant(till.clock.now)))}
    assert given["消費積分"] == "77 積分"
    assert given["金卡免費配送"] == "體驗券「免費配送」"
