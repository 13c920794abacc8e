"""What `kiosk campaign rehearse` prints, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.config import shown
from kiosk.domain.texts import LocalText

if TYPE_CHECKING:
    from kiosk.domain.campaigns.rehearsal import Rehearsal

_HEAD = LocalText(
    "{id}：{facts:,} 件事，{members:,} 位會員，{took:.1f} 秒（每秒 {rate:,.0f} 件）",
    "{id}：{facts:,} 件事，{members:,} 位会员，{took:.1f} 秒（每秒 {rate:,.0f} 件）",
    "{id}: {facts:,} facts, {members:,} members, {took:.1f} s ({rate:,.0f} facts/s)",
)
_COST = LocalText(
    "成本 {cost} {currency}，營業額 {sales}",
    "成本 {cost} {currency}，营业额 {sales}",
    "cost {cost} {currency} on sales of {sales}",
)
_SPREAD = LocalText(
    "每位會員最多得到（{count:,} 位有得到）{spread}",
    "每位会员最多得到（{count:,} 位有得到）{spread}",
    "a member gets, at most ({count:,} got something) {spread}",
)
_BUDGET, _STOCK = LocalText("預算", "预算", "budget"), LocalText("庫存", "库存", "stock ")
_NONE = LocalText("（無）", "（无）", "(none)")
_OF = LocalText("{part:>12} / {whole}", "{part:>12} / {whole}", "{part:>12} of {whole}")
_NOT = LocalText("無法試算：{id}：{words}", "无法试算：{id}：{words}", "not rehearsed: {id}: {words}")


def print_report(report: Rehearsal, took: float, language: str) -> None:
    """The whole in a few lines. `took`: seconds."""
    from kiosk.adapters.campaigns.words.said import in_words
    from kiosk.domain.money import plain

    def say(words: LocalText, /, **args: object) -> str:
        return words.get(language).format(**args)

    currency = report.campaign.currency
    facts = sum(report.happenings.values())
    print(say(_HEAD, id=report.campaign.id, facts=facts, members=report.members, took=took, rate=facts / took))
    print(say(_COST, cost=plain(report.cost, currency), currency=currency, sales=plain(report.sales, currency)))
    spread = ", ".join(f"{percent} %: {plain(report.percentile(percent), currency)}" for percent in (50, 90, 99))
    print(say(_SPREAD, count=len(report.costs), spread=spread))
    for part in report.budget:
        amounts = say(_OF, part=plain(part.spent, currency), whole=plain(part.amount, currency))
        print(f"  {say(_BUDGET)} {part.category or say(_NONE):<14} {amounts}")
    for item in report.stock:
        print(f"  {say(_STOCK)} {item.stock:<14} {say(_OF, part=f'{item.given:,}', whole=f'{item.quantity:,}')}")
    for one in report.warnings:
        print(shown(f"  {in_words(one, language)} [{one.code}]"))
    for left in report.not_rehearsed:
        print(shown(f"  {say(_NOT, id=left.id, words=in_words(left, language))} [{left.code}]"))
