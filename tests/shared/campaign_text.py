"""The part of a campaign file that says nothing about what it gives."""

from __future__ import annotations

NAME = "{zh_TW: 規則, zh_CN: 规则, en: Rule}"


def head(campaign: str, *, version: int = 1, starts: str = "2026-11-20 00:00", ends: str = "2027-11-20 00:00") -> str:
    """A campaign in one phase, local times; what it gives follows: stock, coupons, rules."""
    return f"""
format: 1
id: {campaign}
version: {version}
jurisdiction: TW
currency: TWD
name: {NAME}
summary: {NAME}
terms: {NAME}
organiser: {{name: {NAME}, contact: 0800-000-123}}
phases:
  - {{id: main, kind: main, name: {NAME}, starts: {starts}, ends: {ends}}}"""
