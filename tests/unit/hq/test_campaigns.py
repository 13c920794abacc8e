"""Publishing campaign files: signed editions, their coupons' templates, headers, refusals, withdrawal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.stores import Store
from kiosk.hq.campaigns.commands import CampaignPublished, CampaignRefused
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.campaigns.purpose import PURPOSE
from kiosk.protocol.campaigns.signature import Verdict, verify
from tests.unit.hq.campaign_rig import RULES, document, published
from tests.unit.hq.rig import NOON, NOON_MS, Terminal, TestClock, put, words


def verdict(till: Terminal, edition: str) -> Verdict:
    """What a terminal makes of an edition's signature with the keys that it pulls."""
    row = till.rows("chain/editions")[edition]
    keys = {
        key["key_id"]: bytes.fromhex(key["public"])
        for key in till.rows("chain/keys").values()
        if PURPOSE in key["purposes"] and key.get("revoked_at") is None
    }
    return verify(read_campaign(row["document"].encode()).campaign, row["signature"].encode(), keys)


def test_a_campaign_is_signed_and_comes_with_its_header_and_templates(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    done = published(hq)
    assert (done.campaign.id, done.since, done.first) == ("autumn", NOON_MS, True)
    row = till.rows("chain/editions")["autumn/1"]
    assert (row["campaign"], row["version"], row["until"]) == ("autumn", 1, None)
    assert datetime.fromisoformat(row["since"]) == NOON
    assert row["document"] == document()
    assert verdict(till, "autumn/1") is Verdict.GOOD
    header = till.rows("chain/campaigns")["autumn"]
    # the wall clock of Taipei
    assert datetime.fromisoformat(header["starts"]) == datetime(2026, 9, 24, 16, tzinfo=UTC)
    assert datetime.fromisoformat(header["ends"]) == datetime(2026, 10, 19, 16, tzinfo=UTC)
    assert till.rows("chain/templates")["autumn/five"]["benefit"]["off"] == 5_000


def test_the_key_of_campaigns_signs_no_tokens_and_the_other_way_round(hq: Headquarters) -> None:
    published(hq)
    till = Terminal.enrolled(hq)
    purposes = [set(key["purposes"]) for key in till.rows("chain/keys").values()]
    assert sorted(PURPOSE in one for one in purposes) == [False, True]
    assert all(one == {PURPOSE} for one in purposes if PURPOSE in one)


def test_a_new_version_ends_the_one_before_it(hq: Headquarters, clock: TestClock) -> None:
    published(hq)
    clock.now += 3_600_000
    later = published(hq, version=2)
    till = Terminal.enrolled(hq)
    rows = till.rows("chain/editions")
    assert datetime.fromisoformat(rows["autumn/1"]["until"]) == datetime.fromisoformat(rows["autumn/2"]["since"])
    assert rows["autumn/2"]["until"] is None
    assert not later.first
    assert verdict(till, "autumn/1") is verdict(till, "autumn/2") is Verdict.GOOD


def test_the_same_file_again_changes_nothing(hq: Headquarters, clock: TestClock) -> None:
    first = published(hq)
    with hq.database.read() as tx:
        before = tx.connection.exec_driver_sql("SELECT value FROM revision").scalar()
    clock.now += 60_000
    assert published(hq) == CampaignPublished(first.campaign, first.since)
    with hq.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT value FROM revision").scalar() == before


def code(hq: Headquarters, text: str, since: int | None = None) -> str:
    done = hq.publish_campaign(text, since, refuse_mistakes=True)
    assert isinstance(done, CampaignRefused)
    return done.code


def test_what_is_not_published(hq: Headquarters) -> None:
    published(hq, version=3)
    assert code(hq, document(version=3) + "# another comment") == "old_version"
    assert code(hq, document(version=2)) == "old_version"
    assert code(hq, document(version=4), NOON_MS - 60_000) == "before_last_edition"
    assert code(hq, "format: 1") == "unreadable"
    assert code(hq, document().replace("rules:", "ruels:")) == "unreadable"
    assert code(hq, document(name="k1")) == "id_taken"  # a campaign of the chain without a file
    other = hq.publish_campaign(document(name="dollars").replace("TWD", "HKD"))
    assert isinstance(other, CampaignRefused)
    assert (other.code, other.words) == (
        "other_currency",
        ("s1 sells in TWD, not in HKD", "s2 sells in TWD, not in HKD"),
    )
    assert code(hq, document(name="first").replace("2026-09-25", "0001-01-01")) == "no_such_time"
    assert code(hq, document(name="back").replace("2026-10-20", "2026-09-20")) == "mistakes"
    assert list(Terminal.enrolled(hq).rows("chain/editions")) == ["autumn/3"]


def test_reasons_name_line_and_column(hq: Headquarters) -> None:
    done = hq.publish_campaign(document().replace("when: purchased", "when: bought"))
    assert isinstance(done, CampaignRefused)
    assert any("unknown value `bought`" in one.words and getattr(one, "line", 0) > 1 for one in done.problems)


@pytest.mark.parametrize("keep", [False, True])
def test_a_campaign_is_withdrawn(hq: Headquarters, clock: TestClock, keep: bool) -> None:
    published(hq)
    clock.now += 60_000
    assert hq.withdraw_campaign("autumn", keep_coupons=keep)
    till = Terminal.enrolled(hq)
    ended = NOON + timedelta(minutes=1)
    assert datetime.fromisoformat(till.rows("chain/editions")["autumn/1"]["until"]) == ended
    assert till.rows("chain/campaigns")["autumn"]["withdrawn"] is not keep
    assert till.rows("chain/templates")["autumn/five"]["withdrawn"] is not keep
    assert not hq.withdraw_campaign("autumn")
    assert not hq.withdraw_campaign("unheard-of")
    published(hq, version=2)
    assert till.rows("chain/campaigns")["autumn"]["withdrawn"] is False


def test_a_campaign_lasts_from_the_first_stores_beginning_to_the_last_ones_end(hq: Headquarters) -> None:
    hq.publish([put(CHAIN, "stores", "la", Store("la", words("la"), "America/Los_Angeles", "TWD", "us"))])
    published(hq)
    header = Terminal.enrolled(hq).rows("chain/campaigns")["autumn"]
    assert datetime.fromisoformat(header["starts"]) == datetime(2026, 9, 24, 16, tzinfo=UTC)
    assert datetime.fromisoformat(header["ends"]) == datetime(2026, 10, 20, 7, tzinfo=UTC)


def test_a_withdrawn_key_has_its_campaigns_signed_again(hq: Headquarters) -> None:
    published(hq)
    till = Terminal.enrolled(hq)
    (old,) = (key for key, row in till.rows("chain/keys").items() if PURPOSE in row["purposes"])
    assert hq.revoke_key(old)
    assert verdict(till, "autumn/1") is Verdict.GOOD
    assert old not in till.rows("chain/editions")["autumn/1"]["signature"]
    new = hq.rotate_key(campaign=True)
    published(hq, RULES, version=2)
    assert new in till.rows("chain/editions")["autumn/2"]["signature"]
