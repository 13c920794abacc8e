"""A rehearsal as one HTML page that needs nothing else: no script, no network, charts as inline SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from statistics import median_low

from kiosk.adapters.campaigns import svg_charts
from kiosk.adapters.campaigns.rehearsal_words import Said, happening, reward, say
from kiosk.adapters.campaigns.svg_charts import Against, Range
from kiosk.adapters.campaigns.tell.of_values import VALUES
from kiosk.adapters.campaigns.words.said import in_words
from kiosk.domain import money
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rehearsal import GroupResult, Rehearsal, RuleResult, ThingResult
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.things import CouponSpec, Draw, Named, Slot, Stock, Voucher, Wheel
from kiosk.domain.findings import Finding
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.time import last_moment

_STYLE = """
body{font:15px/1.5 system-ui,"Noto Sans TC","Noto Sans SC","Noto Sans CJK TC",sans-serif;margin:2rem auto;
max-width:64rem;padding:0 1.5rem;color:#1d2433}
h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.2rem;margin:2.4rem 0 .6rem;border-bottom:1px solid #d5dae3;
padding-bottom:.3rem}h3{font-size:1rem;margin:1.4rem 0 .4rem}p.note{color:#5b6475;margin:.2rem 0 .8rem}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem}th,td{padding:.3rem .6rem;text-align:left;
border-bottom:1px solid #e8ebf1;vertical-align:baseline}th{font-size:.85rem;color:#5b6475}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}small{color:#5b6475}
.error,.warning,.good{padding:.5rem .8rem;margin:.3rem 0;border-left:5px solid}
.error{background:#fde8e8;border-color:#c43535}.warning{background:#fff3d6;border-color:#c98a00}
.good{background:#e2f5e6;border-color:#2f8f46}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.8rem;margin-top:1.2rem}
.tile{background:#f3f5f9;padding:.6rem .9rem;border-radius:.5rem;color:#5b6475;font-size:.85rem}
.tile b{display:block;font-size:1.25rem;color:#1d2433;white-space:nowrap}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}svg,table,.tile{break-inside:avoid}}
"""
_BINS = 20
_MONEY_KINDS = {RewardKind.DISCOUNT, RewardKind.REBATE}
_MONTH_KINDS = {RewardKind.TIER, RewardKind.TIER_MONTHS}


def page(
    report: Rehearsal,
    source: str,
    *,
    findings: Sequence[Finding] = (),
    others: Sequence[Rehearsal] = (),
    wanted: Rehearsal | None = None,
    language: str = "en",
) -> str:
    """The page in `language`, one of LANGUAGES. `source`: where the facts came from, in words. `findings`: of `check`.
    `others`: the same campaign over other made-up facts, for the spread of outcomes. `wanted`: the same facts with
    stock without end."""
    return _Page(report, source, findings, others, wanted, language).html()


class _Page:
    def __init__(
        self,
        report: Rehearsal,
        source: str,
        findings: Sequence[Finding],
        others: Sequence[Rehearsal],
        wanted: Rehearsal | None,
        language: str,
    ) -> None:
        self._report, self._source, self._findings, self._others = report, source, findings, others
        self._language = language
        self._wanted = {item.stock: item.given for item in wanted.stock} if wanted else {}
        self._currency = report.campaign.currency
        self._names = _names(report.campaign, language)
        self._rule_names = {rule.id: rule.name.get(language) for rule in report.campaign.rules}
        self._stock_names = self._names[RewardKind.GIFT]
        self._budget_names = {part.id: part.name.get(language) for part in report.campaign.budget}

    def html(self) -> str:
        campaign = self._report.campaign
        name = campaign.name.get(self._language)
        title = self._say(Said.TITLE, name=name, version=campaign.version)
        span = f"{campaign.starts:%Y-%m-%d} – {last_moment(campaign.ends):%Y-%m-%d}"
        note = self._say(Said.NOTE, span=span, source=self._source, currency=self._currency)
        sections = [
            f"<h1>{escape(title)}</h1>",
            f"<p class=note>{escape(note)}</p>",
            *(self._tiles(), self._found(), self._budget(), self._stock(), self._days(), self._spread()),
            *(self._seasons(), self._who(), self._rules(), self._facts()),
        ]
        tag = self._language.replace("_", "-")
        return (
            f'<!doctype html><html lang="{tag}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f"<style>{_STYLE}{svg_charts.STYLE}</style></head><body>{''.join(sections)}</body></html>\n"
        )

    def _say(self, said: Said, /, **args: object) -> str:
        return say(said, self._language, **args)

    def _headed(self, said: Said, *, note: str = "") -> str:
        below = f"<p class=note>{escape(note)}</p>" if note else ""
        return f"<h2>{escape(self._say(said))}</h2>{below}"

    def _cash(self, amount: int) -> str:
        return money.plain(amount, self._currency)

    def _coin(self, amount: int) -> str:
        """For the numbers of an axis: no decimals."""
        return f"{amount // money.scale(self._currency):,}"

    def _tiles(self) -> str:
        report = self._report
        took_part = len(report.costs)
        tiles = [
            (Said.FACTS, f"{sum(report.happenings.values()):,}"),
            (Said.MEMBERS, f"{report.members:,}"),
            (Said.TOOK_PART, f"{took_part:,}"),
            (Said.SALES, self._cash(report.sales)),
            (Said.COST_OF_ALL, self._cash(report.cost)),
            (Said.OF_SALES, f"{report.cost * 100 / report.sales:.1f} %" if report.sales else "–"),
            (Said.ABOVE, f"{report.above * 100 / took_part:.1f} %" if took_part else "–"),
            (Said.TAKEN_BACK, f"{report.taken_back:,}"),
        ]
        return (
            '<div class="tiles">'
            + "".join(
                f'<div class="tile">{escape(self._say(name))}<b>{escape(value)}</b></div>' for name, value in tiles
            )
            + "</div>"
        )

    def _found(self) -> str:
        found = (*self._findings, *self._report.warnings)
        rows = [(str(one.severity), in_words(one, self._language), one.code) for one in found]
        rows.sort(key=lambda row: row[0])
        told = "".join(
            f'<div class="{severity}">{escape(words)} <small>[{code}]</small></div>' for severity, words, code in rows
        )
        good = f'<div class="good">{escape(self._say(Said.NOTHING))}</div>'
        return self._headed(Said.FINDINGS) + (told or good) + self._unrehearsed()

    def _unrehearsed(self) -> str:
        names = self._rule_names | self._names[RewardKind.COUPON]
        rows = "".join(
            f"<tr><td>{escape(names.get(one.id, one.id))} <small>{escape(one.id)}</small></td>"
            f"<td>{escape(in_words(one, self._language))} <small>[{escape(one.code)}]</small></td></tr>"
            for one in self._report.not_rehearsed
        )
        if not rows:
            return ""
        head = self._headed(Said.NOT_REHEARSED, note=self._say(Said.NOT_COUNTED))
        return f"{head}<table>{rows}</table>"

    def _budget(self) -> str:
        rows = []
        for part in self._report.budget:
            name, whole = self._budget_names.get(part.category, ""), self._cash(part.amount)
            words = self._say(Said.PART_OF, part=self._cash(part.spent), whole=whole) + _percent(
                part.spent, part.amount
            )
            if not part.category:
                name = self._say(Said.NO_CATEGORY)
                words = self._say(Said.IN_NO_BUDGET, part=self._cash(part.spent))
            rows.append(Against(name, part.spent, part.amount if part.category else None, words))
        return self._headed(Said.BUDGET) + svg_charts.against(rows)

    def _stock(self) -> str:
        rows = []
        for item in self._report.stock:
            words = self._say(Said.PART_OF, part=f"{item.given:,}", whole=f"{item.quantity:,}")
            words += _percent(item.given, item.quantity)
            need = self._wanted.get(item.stock, item.given)
            if item.gone is not None:
                words += self._say(Said.GONE, day=f"{date.fromordinal(item.gone):%m-%d}")
                words += self._say(Said.ASKED_FOR, need=f"{need:,}") if need > item.given else ""
            rows.append(Against(self._stock_names[item.stock], max(need, item.given), item.quantity, words))
        return self._headed(Said.STOCK, note=self._say(Said.STOCK_NOTE)) + svg_charts.against(rows)

    def _days(self) -> str:
        report = self._report
        first = min(report.by_day, default=0)
        days = range(first, max(report.by_day, default=-1) + 1)
        rows = [(date.fromordinal(day).strftime("%m-%d"), report.by_day.get(day, 0)) for day in days]
        marks = [
            (phase.starts.toordinal() - first, phase.name.get(self._language))
            for phase in report.campaign.phases
            if phase.starts.toordinal() in days
        ]
        across = self._say(Said.DAYS_AXIS, currency=self._currency)
        return self._headed(Said.DAYS) + svg_charts.columns(rows, self._coin, across=across, marks=marks)

    def _spread(self) -> str:
        report = self._report
        table = _table(
            (self._say(Said.OF_MEMBERS), *(f"{percent} %" for percent in (10, 50, 90, 99)), self._say(Said.MOST)),
            [
                (
                    self._say(Said.AT_MOST),
                    *(self._cash(report.percentile(percent)) for percent in (10, 50, 90, 99)),
                    self._cash(report.costs[-1] if report.costs else 0),
                )
            ],
        )
        top = self._say(Said.TOP, share=report.share_of_top(1))
        across = self._say(Said.SPREAD_AXIS, currency=self._currency)
        chart = svg_charts.columns(self._histogram(), lambda count: f"{count:,}", across=across)
        return f"{self._headed(Said.SPREAD)}{chart}{table}<p class=note>{escape(top)}</p>"

    def _histogram(self) -> list[tuple[str, int]]:
        """Members by what they get, in equal round steps up to the 99th percentile; the last bar holds the rest."""
        costs, unit = self._report.costs, money.scale(self._currency)
        if not costs:
            return []
        size = svg_charts.step_of(-(-self._report.percentile(99) // unit), _BINS) * unit
        bins = max(1, -(-self._report.percentile(99) // size))
        counts = [0] * (bins + 1)
        for cost in costs:
            counts[min(bins, max(0, cost) // size)] += 1
        labels = [f"{self._coin(index * size)}–" for index in range(bins)] + [f"{self._coin(bins * size)}+"]
        return list(zip(labels, counts, strict=True))

    def _seasons(self) -> str:
        """The spread over several made-up stories."""
        if not self._others:
            return ""
        runs = [self._report, *self._others]
        rows = [self._range(self._say(Said.ALL_REWARDS), [run.cost for run in runs], None, self._cash)]
        for index, part in enumerate(self._report.budget):
            if part.category:
                spent = [run.budget[index].spent for run in runs]
                rows.append(self._range(self._budget_names[part.category], spent, part.amount, self._cash))
        for index, item in enumerate(self._report.stock):
            given = [run.stock[index].given for run in runs]
            rows.append(self._range(self._stock_names[item.stock], given, item.quantity, lambda count: f"{count:,}"))
        head = self._headed(Said.OUTCOMES, note=self._say(Said.STORIES, count=len(runs)))
        return head + svg_charts.ranges(rows)

    def _range(self, label: str, values: Sequence[int], whole: int | None, words: Callable[[int], str]) -> Range:
        least, middle, most = min(values), median_low(values), max(values)
        said = words(middle) if least == most else f"{words(least)} – {words(most)}"
        if whole is not None:
            said = self._say(Said.PART_OF, part=said, whole=words(whole))
        return Range(label, least, middle, most, whole, said)

    def _who(self) -> str:
        report = self._report
        things = [
            (
                reward(thing.kind, self._language),
                self._thing(thing),
                f"{thing.rewards:,}",
                self._quantity(thing),
                f"{len(thing.members):,}",
                self._cash(thing.cost),
            )
            for thing in report.things
        ]
        said = (Said.TIMES, Said.QUANTITY, Said.MEMBERS, Said.COST)
        head = self._say(Said.REWARD), "", *map(self._say, said)
        return (
            self._headed(Said.WHO)
            + self._groups(Said.TIER, Tier, report.tiers)
            + self._groups(Said.SEGMENT, Segment, report.segments)
            + _table(head, things, words=2)
        )

    def _thing(self, thing: ThingResult) -> str:
        if thing.kind is RewardKind.DISCOUNT:
            return self._say(Said.GROUP, name=thing.ref)
        if thing.kind is RewardKind.POINTS and thing.ref:  # "paid", the only one
            return self._say(Said.PAID)
        names = self._names.get(thing.kind, {})
        return " / ".join(names.get(ref, ref) for ref in thing.ref.split("|"))

    def _quantity(self, thing: ThingResult) -> str:
        if thing.kind in _MONEY_KINDS:
            return f"{self._cash(thing.quantity)} {self._currency}"
        count = f"{thing.quantity:,}"
        return self._say(Said.MONTHS, count=count) if thing.kind in _MONTH_KINDS else count

    def _groups(self, what: Said, kind: type[Tier | Segment], groups: Iterable[GroupResult]) -> str:
        rows = [
            (
                VALUES[kind, one.name].get(self._language) if (kind, one.name) in VALUES else self._say(Said.NONE),
                f"{one.members:,}",
                self._cash(one.cost),
                self._cash(one.cost // one.members),
            )
            for one in groups
        ]
        return _table(tuple(map(self._say, (what, Said.MEMBERS, Said.COST, Said.EACH))), rows)

    def _rules(self) -> str:
        busiest = sorted(self._report.rules, key=lambda rule: (-rule.cost, -rule.rewards, rule.rule))
        costly = [(self._rule_names[rule.rule], rule.cost, self._cash(rule.cost)) for rule in busiest if rule.cost > 0]
        said = (Said.REWARDS, Said.MEMBERS, Said.COST, Said.REFUSED)
        return (
            self._headed(Said.RULES, note=self._say(Said.COSTLIEST, currency=self._currency))
            + svg_charts.bars(costly[:12])
            + _table(
                (self._say(Said.RULE), "", *map(self._say, said)),
                [self._rule(rule) for rule in busiest],
                words=2,
            )
        )

    def _rule(self, rule: RuleResult) -> tuple[str, ...]:
        counts = f"{rule.rewards:,}", f"{len(rule.members):,}", self._cash(rule.cost), f"{rule.refused:,}"
        return (rule.rule, self._rule_names[rule.rule], *counts)

    def _facts(self) -> str:
        told = sorted(self._report.happenings.items())
        rows = [(happening(kind, self._language), f"{count:,}") for kind, count in told]
        return self._headed(Said.HAPPENED) + _table((self._say(Said.KIND), self._say(Said.COUNT)), rows)


def _names(campaign: Campaign, language: str) -> dict[RewardKind, dict[str, str]]:
    """Names of what rewards refer to."""
    parts: dict[RewardKind, Sequence[Named | Stock | CouponSpec | Wheel | Draw | Slot | Voucher]] = {
        RewardKind.COUPON: campaign.coupons,
        RewardKind.GIFT: campaign.stock,
        RewardKind.CHOICE: campaign.stock,
        RewardKind.TICKETS: campaign.draws,
        RewardKind.SPINS: campaign.wheels,
        RewardKind.BADGE: campaign.badges,
        RewardKind.EXPERIENCE: campaign.experiences,
        RewardKind.PARTNER: campaign.partners,
        RewardKind.SLOT: campaign.slots,
        RewardKind.LOCK: campaign.locks,
    }
    return {kind: {one.id: one.name.get(language) for one in part} for kind, part in parts.items()}


def _percent(used: int, whole: int) -> str:
    return f" ({used * 100 // whole} %)" if whole > 0 else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A table; the first `words` columns are words, the others numbers."""

    def cells(tag: str, row: Sequence[str]) -> str:
        return "".join(
            f"<{tag}{' class=n' if index >= words else ''}>{escape(cell)}</{tag}>" for index, cell in enumerate(row)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table><tr>{cells('th', head)}</tr>{body}</table>"
