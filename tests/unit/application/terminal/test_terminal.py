"""Who this terminal is, with the campaign that its store talks about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.application.ports.faults import LedgerFault
from kiosk.application.sync.outcomes import Link
from kiosk.domain.stores import CampaignHeader
from kiosk.domain.texts import LocalText
from tests.shared.till import Till


def words(text: str) -> LocalText:
    return LocalText(text, text, text)


def header(till: Till, name: str, begin: int, end: int, *, withdrawn: bool = False) -> None:
    now = till.context.now()
    row = CampaignHeader(name, words(name), now + timedelta(days=begin), now + timedelta(days=end), withdrawn=withdrawn)
    till.put("chain/campaigns", name, row)


def test_the_running_campaign_that_ends_first_with_its_day(till: Till) -> None:
    assert till.service.terminal().campaign is None
    header(till, "over", -9, 0)
    header(till, "later", 1, 9)
    header(till, "gone", -1, 1, withdrawn=True)
    header(till, "long", -1, 20)
    header(till, "short", -2, 5)
    info = till.service.terminal()
    assert (info.name, info.store, info.currency, info.device) == ("N01-1", "N01", "TWD", "d-01")
    assert (info.campaign, info.day, info.days) == (words("short"), 3, 8)  # the day in which it ends counts


def test_one_with_rules_is_what_the_clerk_talks_about(till: Till) -> None:
    till.publishes("rules:\n  - {id: p, name: NAME, when: purchased, give: [{points: 7}]}\n")
    header(till, "short", -2, 5)
    header(till, "test", -2, 50)
    assert till.service.terminal().campaign == words("test")


def test_before_hq_told_of_the_store_nothing_works(till: Till) -> None:
    till.put("chain/stores", "N01", None)
    with pytest.raises(LedgerFault, match="N01"):
        till.service.terminal()


def test_the_badge_is_what_the_sync_says(till: Till) -> None:
    till.link = Link.REVOKED
    assert till.service.sync_status().link is Link.REVOKED
