"""Public codes of campaigns: short words on a poster, which many people type. What a code is good for, a rule says that
asks for it (`if: {code: [SUMMER24]}`), with limits as every rule has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from kiosk.domain.campaigns.model import Campaign, Rule

CODES = "codes"
"""The key of `Happening.detail` that holds the codes a customer gave, as `same` writes them."""
SHORTEST, LONGEST = 3, 32
MOST = 10
"""Codes in one sale."""


def same(text: str) -> str:
    """A code as it is compared: capitals or not, wide or narrow, with blanks and dashes or without is all the same."""
    narrow = unicodedata.normalize("NFKC", text[: 4 * LONGEST])
    return "".join(sign for sign in narrow.casefold() if not sign.isspace() and sign not in "-‐‑–—_")


def may_be_one(text: str) -> bool:
    """Whether a text could be a code that somebody mistyped: short, of letters and digits, with a letter in it."""
    code = same(text)
    return SHORTEST <= len(code) <= LONGEST and code.isalnum() and any(sign.isalpha() for sign in code)


def rules_of(campaign: Campaign) -> Iterator[tuple[str, Rule]]:
    """(code, as compared; a rule that asks for it)."""
    for rule in campaign.rules:
        for code in rule.if_.code:
            yield same(code), rule


def codes_of(campaigns: Iterable[Campaign]) -> frozenset[str]:
    """All codes that some rule asks for."""
    return frozenset(code for campaign in campaigns for code, _rule in rules_of(campaign))
