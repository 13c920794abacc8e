"""Campaign files of a few lines, and terminals that decide by them as the checkout does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import msgspec

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.wire.messages import Health, PushAnswer
from tests.unit.hq.rig import NOON, Terminal, put

NAME = "{zh_TW: 規則, zh_CN: 规则, en: Rule}"
HEAD = """
format: 1
id: autumn
version: VERSION
jurisdiction: TW
currency: TWD
name: {zh_TW: 秋, zh_CN: 秋, en: Autumn}
summary: {zh_TW: 秋, zh_CN: 秋, en: Autumn}
terms: {zh_TW: 條款全文, zh_CN: 条款全文, en: All the terms}
organiser: {name: {zh_TW: 總部, zh_CN: 总部, en: HQ}, contact: 0800-000-123}
phases:
  - {id: main, kind: main, name: NAME, starts: 2026-09-25 00:00, ends: 2026-10-20 00:00}
"""
RULES = """
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
rules:
  - {id: points, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 5, per: [member, day]}]}
  - {id: second, name: NAME, when: {event: purchased, n: 2}, give: [{coupon: five}]}
"""


def document(rules: str = RULES, *, version: int = 1, name: str = "autumn") -> str:
    """A campaign file; `NAME` stands for a name in three languages."""
    text = (HEAD + rules).replace("NAME", NAME).replace("VERSION", str(version))
    return text.replace("id: autumn", f"id: {name}")


def published(hq: Headquarters, rules: str = RULES, **more: Any) -> CampaignPublished:
    done = hq.publish_campaign(document(rules, **more))
    assert isinstance(done, CampaignPublished), done
    return done


def member(name: str, home: str = "s1", **more: Any) -> Member:
    fields: dict[str, Any] = {"joined": NOON - timedelta(days=400), "tier": Tier.BASIC, **more}
    return Member(
        name, "8800000016", "某", "+886900000001", segment=Segment.ACTIVE, points=0, home_store=home, **fields
    )


def with_members(hq: Headquarters, *rows: Member) -> None:
    hq.publish([put(row.home_store, "members", row.id, row) for row in rows])


def buys(till: Terminal, who: str, txn: str, total: int = 40_000, **more: Any) -> int:
    """Journal a sale of a member; gives its stamp."""
    body = {"txn": txn, "receipt": "R1", "member": who, "amount": total, "total": total, "currency": "TWD", **more}
    till.fact(SALE_COMPLETED, {**body, "coupons": [], "lines": []})
    return last_stamp(till)


def last_stamp(till: Terminal) -> int:
    return (till.clock.now_ms() + till.fast << 16) + len(till.chain)


def reward(till: Terminal, who: str, rule: str, stamp: int, kind: RewardKind, ref: str, count: int) -> Reward:
    """A reward of the campaign's rule for the fact with a stamp."""
    happening = f"{till.device}/{stamp:x}"
    wall = 1065504720  # any day will do
    return Reward(f"autumn/{rule}/{happening}/0", "autumn", rule, happening, who, kind, ref, count, wall=wall)


def decides(till: Terminal, who: str, *rewards: Reward, back: Iterable[Reward] = (), **more: Any) -> int:
    """Journal a decision as the checkout does; gives its seq."""
    back = list(back)
    body = {
        "member": who,
        "event": rewards[0].happening if rewards else "",
        "granted": [list(one)[:15] for one in rewards],  # as version 1 wrote them
        "taken_back": [one.id for one in back],
        "counters": [],
        "takes": [],
        "refused": [],
        "coupons": [coupon for one in rewards for coupon in coupon_ids(one)],
        "rights": [coupon for one in rewards for coupon in coupon_ids(one)],
        "coupons_back": [coupon for one in back for coupon in coupon_ids(one)],
    }
    return till.fact(REWARDS_DECIDED, body | more)


def pushes(till: Terminal, *, queue: int | None = None) -> PushAnswer:
    """Push everything, with the queue's length as terminals tell it (`queue`: as if there were more)."""
    first, last = till.acked + 1, len(till.chain)
    health = Health(app_version="1", queue=last - till.acked if queue is None else queue)
    answer = till.ok("/v1/push", msgspec.structs.replace(till.batch(first, last), health=health), PushAnswer)
    till.acked = answer.acked
    return answer


def quantities(rules: str) -> dict[str, int]:
    """What a campaign shares out."""
    return dict(whole_quantities(read_campaign(document(rules).encode()).campaign))
