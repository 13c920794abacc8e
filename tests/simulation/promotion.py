"""A campaign whose gifts are few: what terminals and HQ deal out of it must never be more than there is."""

from __future__ import annotations

from tests.shared.campaign_text import NAME, head

CAMPAIGN = "few"
GIFT, TOTAL = f"stock:{CAMPAIGN}/mug", f"limit:{CAMPAIGN}/points/total"


def promotion(*, mugs: int = 40, points: int = 60, version: int = 1, days: int = 60) -> str:
    """The file: a mug with each sale of a member while there are any, ten points for the first `points` sales of 100
    or more, and a coupon for each third sale. `days`: from 2026-11-20, in which it runs."""
    ends = f"{2026 + (10 + days // 30) // 12}-{(10 + days // 30) % 12 + 1:02d}-{days % 28 + 1:02d} 00:00"
    return f"""{head(CAMPAIGN, version=version, ends=ends)}
stock:
  - {{id: mug, name: {NAME}, value: 100, quantity: {mugs}}}
coupons:
  - {{id: ten, name: {NAME}, off: 10, valid_days: 30}}
rules:
  - {{id: mug, name: {NAME}, when: purchased, give: [{{gift: mug}}]}}
  - {{id: points, name: {NAME}, when: purchased, if: {{amount: {{at_least: 100}}}}, give: [{{points: 10}}],
     limits: [{{most: {points}}}]}}
  - {{id: third, name: {NAME}, when: {{event: purchased, n: 3, every: true}}, give: [{{coupon: ten}}]}}
"""
