"""The legal checklist of draws.md, by jurisdiction. A checklist, not advice.

Sources, as draws.md names them:
CN: 反不正當競爭法 (top prize at most ¥50,000; clear terms; no insiders), 規範促銷行為暫行規定 (what is published
before the start; results over ¥500 shown; record kept two years), 個人信息保護法 (consent).
TW: 公平交易法 with 贈品贈獎額度辦法 (top prize at most NT$5m, a yearly total), 扣繳率標準 (10 % when a prize exceeds
NT$20,000).
HK: Gambling Ordinance (trade promotion competition licence).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.campaigns.gives import Spins, Tickets
from kiosk.domain.campaigns.model import Campaign, Jurisdiction, Trigger
from kiosk.domain.campaigns.things import Wheel
from kiosk.domain.findings import filled, named

CN_TOP_PRIZE = 50_000_00
CN_SHOWN_FROM = 500_00
TW_TOP_PRIZE = 5_000_000_00
TW_WITHHOLDING_FROM = 20_000_00
TW_RATE = 10_00
CN_RATE = 20_00
YEARS_KEPT = 2

CURRENCY = {Jurisdiction.CN: "CNY", Jurisdiction.TW: "TWD", Jurisdiction.HK: "HKD"}


class Gap(NamedTuple):
    """Something that the checklist asks for and the campaign has not. `mandatory`: it must not start without."""

    code: str
    path: str
    text: str
    args: tuple[tuple[str, str], ...] = ()
    mandatory: bool = True

    @property
    def words(self) -> str:
        """In English."""
        return filled(self.text, self.args)


def _gap(code: str, path: str, text: str, /, *, mandatory: bool = True, **args: object) -> Gap:
    return Gap(code, path, text, named(args), mandatory)


def legal_gaps(campaign: Campaign) -> list[Gap]:
    """What is missing. The caps are in the currency of the place; a campaign in another currency is a gap itself."""
    found = [*_everywhere(campaign)]
    if campaign.wheels or campaign.draws:
        found += _prizes_published(campaign)
        found += {Jurisdiction.CN: _cn, Jurisdiction.TW: _tw, Jurisdiction.HK: _hk}[campaign.jurisdiction](campaign)
    return found


def prizes(campaign: Campaign) -> list[tuple[str, str, int, int, int | None]]:
    """(path, code, value, count, tax) of everything that chance gives."""
    wheels = [
        (f"wheels[{index}]", prize.code, prize.best, prize.count, None)
        for index, wheel in enumerate(campaign.wheels)
        for prize in wheel.prizes
        if not prize.thanks
    ]
    draws = [
        (f"draws[{index}]", prize.code, prize.value, prize.count * max(1, len(draw.days)), prize.tax_percent)
        for index, draw in enumerate(campaign.draws)
        for prize in draw.prizes
    ]
    return [*wheels, *draws]


_OF_A_PURCHASE = frozenset(
    {Trigger.PURCHASED, Trigger.FIRST_PURCHASE, Trigger.SPEND_REACHED, Trigger.PIECES_REACHED, Trigger.CAME_BACK}
)


def highest_chance(campaign: Campaign) -> int:
    """Minor units: the most that one purchase can win, if it meets every rule's conditions, each once. Several chances
    on one purchase add up: of each draw the best prize, whatever rules give tickets for it (nobody wins twice in one);
    of each wheel the best prizes of as many spins as all rules give."""
    drawn: set[str] = set()
    spins: Counter[str] = Counter()
    for rule in campaign.rules:
        if rule.when.event in _OF_A_PURCHASE:
            drawn |= {give.draw for give in rule.give if isinstance(give, Tickets)}
            for give in rule.give:
                if isinstance(give, Spins):
                    spins[give.wheel] += give.count
    best = sum(max((one.value for one in draw.prizes), default=0) for draw in campaign.draws if draw.id in drawn)
    best += sum(_best_of(wheel, spins[wheel.id]) for wheel in campaign.wheels)
    return max(best, max((value for _, _, value, _, _ in prizes(campaign)), default=0))


def _best_of(wheel: Wheel, spins: int) -> int:
    """Minor units: what so many spins of a wheel win at best."""
    best = 0
    for prize in sorted(wheel.prizes, key=lambda one: one.best, reverse=True):
        won = min(spins, max(0, prize.count))
        best, spins = best + won * prize.best, spins - won
    return best


def _everywhere(campaign: Campaign) -> Iterator[Gap]:
    legal = campaign.legal
    if campaign.currency != CURRENCY[campaign.jurisdiction]:
        words = "{place} counts in {theirs}, the file in {ours}"
        theirs = CURRENCY[campaign.jurisdiction]
        yield _gap(
            "legal.currency", "currency", words, place=campaign.jurisdiction, theirs=theirs, ours=campaign.currency
        )
    tells = any(rule.when.event in (Trigger.SWEPT, Trigger.DORMANT) for rule in campaign.rules)
    if tells and legal.marketing_consent is None:
        yield _gap("legal.marketing_consent", "legal", "follow-up offers need a text on consent and opt-out")
    if campaign.terms.zh_TW.strip() == campaign.name.zh_TW.strip():
        yield _gap("legal.terms", "terms", "the terms say no more than the name")


def _prizes_published(campaign: Campaign) -> Iterator[Gap]:
    """Before the start: kinds, conditions, manner, time and method of the draw, value, name, quantity or odds, claim
    time, conditions and method, delivery, forfeiture, organiser and contact."""
    legal = campaign.legal
    for name in ("draw_method", "claim_time", "claim_conditions", "claim_method", "delivery", "forfeiture"):
        if getattr(legal, name) is None:
            yield _gap(f"legal.{name}", "legal", "chance decides, and `{name}` is not said", name=name)
    if not legal.odds_published:
        yield _gap("legal.odds", "legal", "quantities or odds must be published: `odds_published: true`")
    if not legal.insiders_excluded:
        yield _gap("legal.insiders", "legal", "employees must be excluded: `insiders_excluded: true`")
    for path, code, value, count, _ in prizes(campaign):
        if value <= 0 or count <= 0:
            yield _gap("legal.prize_value", path, "prize `{prize}` needs a value and a quantity", prize=code)


def _cn(campaign: Campaign) -> Iterator[Gap]:
    top = highest_chance(campaign)
    if top > CN_TOP_PRIZE:
        yield _gap("legal.cn.top_prize", "draws", "more than ¥50,000 can be won with one purchase")
    if not campaign.legal.winners_board and any(prize[2] > CN_SHOWN_FROM for prize in prizes(campaign)):
        yield _gap("legal.cn.winners_board", "legal", "results over ¥500 are shown continuously: `winners_board: true`")
    if campaign.legal.archive_years < YEARS_KEPT:
        yield _gap("legal.cn.archive", "legal", "the record is kept for two years: `archive_years: 2`")
    for path, code, value, _, tax in prizes(campaign):
        if path.startswith("draws") and value > 0 and tax != CN_RATE:
            words = "prize `{prize}`: 偶然所得 20 %: `tax_percent: 20`"
            yield _gap("legal.cn.tax", path, words, mandatory=False, prize=code)


def _tw(campaign: Campaign) -> Iterator[Gap]:
    if highest_chance(campaign) > TW_TOP_PRIZE:
        yield _gap("legal.tw.top_prize", "draws", "a prize is above NT$5,000,000")
    if campaign.legal.yearly_prizes_so_far is None:
        yield _gap("legal.tw.yearly_total", "legal", "the yearly total so far: `yearly_prizes_so_far`")
    for path, code, value, _, tax in prizes(campaign):
        if value > TW_WITHHOLDING_FROM and tax != TW_RATE:
            yield _gap("legal.tw.tax", path, "prize `{prize}` is above NT$20,000: `tax_percent: 10`", prize=code)
    if campaign.wheels and not campaign.legal.winners_board:
        yield _gap(
            "legal.tw.remaining", "legal", "remaining prizes are shown at once: `winners_board: true`", mandatory=False
        )


def _hk(campaign: Campaign) -> Iterator[Gap]:
    if campaign.legal.licence_number is None:
        yield _gap("legal.hk.licence", "legal", "a trade promotion competition licence number is mandatory")
