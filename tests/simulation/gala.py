"""A campaign whose tickets are drawn at HQ: several draws a day, each of three prizes, two of which somebody has to
fetch."""

from __future__ import annotations

from tests.shared.campaign_text import NAME, head

CAMPAIGN = "gala"
THINGS = ("tv", "mug")
BOOKED, POINTS = "hundred", 100
"""A prize that the rules book: there is nothing to fetch, and it is taken back when it passes on."""
_HOURS = {"dusk": "18:00", "night": "22:00"}
"""Local times; worlds begin at eight."""
_DAYS = "2026-11-22, 2026-11-24"
ALTERNATES = 3
CLAIM_DAYS = 1


def gala() -> str:
    """The file. A ticket for each draw with each sale of a member."""
    draws = "".join(_draw(name, at) for name, at in _HOURS.items())
    tickets = ", ".join(f"{{tickets: {name}}}" for name in _HOURS)
    booked = "".join(
        f"  - {{id: {name}-{BOOKED}, name: {NAME}, when: {{event: won, ref: {name}, part: {BOOKED}}}, "
        f"give: [{{points: {POINTS}}}]}}\n"
        for name in _HOURS
    )
    return f"""{head(CAMPAIGN, ends="2026-12-20 00:00")}
legal: {{claim_days: {CLAIM_DAYS}}}
draws:
{draws}rules:
  - {{id: chance, name: {NAME}, when: purchased, give: [{tickets}]}}
{booked}"""


def _draw(name: str, at: str) -> str:
    return f"""  - id: {name}
    name: {NAME}
    at: "{at}"
    days: [{_DAYS}]
    alternates: {ALTERNATES}
    prizes:
      - {{code: tv, name: {NAME}, count: 1, value: 30000}}
      - {{code: mug, name: {NAME}, count: 1, value: 200}}
      - {{code: {BOOKED}, name: {NAME}, count: 1, value: 100}}
"""
