"""A rehearsal as one HTML page that needs nothing else: no script, no network, charts as inline SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from statistics import median_low

from kiosk.adapters.campaigns import svg_charts
from kiosk.adapters.campaigns.svg_charts import Against, Range
from kiosk.domain import money
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rehearsal import GroupResult, Rehearsal, RuleResult, ThingResult
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.things import CouponSpec, Draw, Named, Slot, Stock, Voucher, Wheel
from kiosk.domain.findings import Finding
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
) -> str:
    """The page. `source`: where the facts came from, in words. `findings`: of `check`. `others`: the same campaign over
    other made-up facts, for the spread of outcomes. `wanted`: the same facts with stock without end."""
    return _Page(report, source, findings, others, wanted).html()


class _Page:
    def __init__(
        self,
        report: Rehearsal,
        source: str,
        findings: Sequence[Finding],
        others: Sequence[Rehearsal],
        wanted: Rehearsal | None,
    ) -> None:
        self._report, self._source, self._findings, self._others = report, source, findings, others
        self._wanted = {item.stock: item.given for item in wanted.stock} if wanted else {}
        self._currency = report.campaign.currency
        self._names = _names(report.campaign)
        self._rule_names = {rule.id: rule.name.en for rule in report.campaign.rules}
        self._stock_names = self._names[RewardKind.GIFT]
        self._budget_names = {part.id: part.name.en for part in report.campaign.budget}

    def html(self) -> str:
        campaign = self._report.campaign
        title = f"Rehearsal: {campaign.name.en} (version {campaign.version})"
        span = f"{campaign.starts:%Y-%m-%d} – {last_moment(campaign.ends):%Y-%m-%d}"
        sections = [
            f"<h1>{escape(title)}</h1>",
            (
                f"<p class=note>{escape(campaign.name.zh_TW)} · {span} · {escape(self._source)}. "
                f"Money in {escape(self._currency)}.</p>"
            ),
            *(self._tiles(), self._found(), self._budget(), self._stock(), self._days(), self._spread()),
            *(self._seasons(), self._who(), self._rules(), self._facts()),
        ]
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f"<style>{_STYLE}{svg_charts.STYLE}</style></head><body>{''.join(sections)}</body></html>\n"
        )

    def _cash(self, amount: int) -> str:
        return money.plain(amount, self._currency)

    def _coin(self, amount: int) -> str:
        """For the numbers of an axis: no decimals."""
        return f"{amount // money.scale(self._currency):,}"

    def _tiles(self) -> str:
        report = self._report
        took_part = len(report.costs)
        tiles = [
            ("facts", f"{sum(report.happenings.values()):,}"),
            ("members", f"{report.members:,}"),
            ("who got something", f"{took_part:,}"),
            ("sales", self._cash(report.sales)),
            ("cost of all rewards", self._cash(report.cost)),
            ("cost of sales", f"{report.cost * 100 / report.sales:.1f} %" if report.sales else "–"),
            ("get more than they paid", f"{report.above * 100 / took_part:.1f} %" if took_part else "–"),
            ("rewards taken back", f"{report.taken_back:,}"),
        ]
        return (
            '<div class="tiles">'
            + "".join(f'<div class="tile">{name}<b>{escape(value)}</b></div>' for name, value in tiles)
            + "</div>"
        )

    def _found(self) -> str:
        rows = [(str(one.severity), one.words, one.code) for one in (*self._findings, *self._report.warnings)]
        rows.sort(key=lambda row: row[0])
        told = "".join(
            f'<div class="{severity}">{escape(words)} <small>[{code}]</small></div>' for severity, words, code in rows
        )
        return "<h2>Findings</h2>" + (told or '<div class="good">Nothing stands out.</div>') + self._unrehearsed()

    def _unrehearsed(self) -> str:
        names = self._rule_names | self._names[RewardKind.COUPON]
        rows = "".join(
            f"<tr><td>{escape(names.get(one.id, one.id))} <small>{escape(one.id)}</small></td>"
            f"<td>{escape(one.words)} <small>[{escape(one.code)}]</small></td></tr>"
            for one in self._report.not_rehearsed
        )
        if not rows:
            return ""
        note = "<p class=note>What these bring, and cost, is in none of the numbers below.</p>"
        return f"<h2>Not rehearsed</h2>{note}<table>{rows}</table>"

    def _budget(self) -> str:
        rows = []
        for part in self._report.budget:
            name, whole = self._budget_names.get(part.category, ""), self._cash(part.amount)
            words = f"{self._cash(part.spent)} of {whole}{_percent(part.spent, part.amount)}"
            if not part.category:
                name, words = "(no category)", f"{self._cash(part.spent)} in no budget"
            rows.append(Against(name, part.spent, part.amount if part.category else None, words))
        return "<h2>Cost by budget category</h2>" + svg_charts.against(rows)

    def _stock(self) -> str:
        rows = []
        for item in self._report.stock:
            words = f"{item.given:,} of {item.quantity:,}{_percent(item.given, item.quantity)}"
            need = self._wanted.get(item.stock, item.given)
            if item.gone is not None:
                words += f", gone on {date.fromordinal(item.gone):%m-%d}"
                words += f"; {need:,} asked for" if need > item.given else ""
            rows.append(Against(self._stock_names[item.stock], max(need, item.given), item.quantity, words))
        return "<h2>Stock needed</h2><p class=note>Pieces; the mark is what there is.</p>" + svg_charts.against(rows)

    def _days(self) -> str:
        report = self._report
        first = min(report.by_day, default=0)
        days = range(first, max(report.by_day, default=-1) + 1)
        rows = [(date.fromordinal(day).strftime("%m-%d"), report.by_day.get(day, 0)) for day in days]
        marks = [
            (phase.starts.toordinal() - first, phase.name.en)
            for phase in report.campaign.phases
            if phase.starts.toordinal() in days
        ]
        return "<h2>Cost a day</h2>" + svg_charts.columns(
            rows, self._coin, across=f"day; cost in {self._currency}", marks=marks
        )

    def _spread(self) -> str:
        report = self._report
        table = _table(
            ("of the members who got something", *(f"{percent} %" for percent in (10, 50, 90, 99)), "most"),
            [
                (
                    "get at most",
                    *(self._cash(report.percentile(percent)) for percent in (10, 50, 90, 99)),
                    self._cash(report.costs[-1] if report.costs else 0),
                )
            ],
        )
        top = f"The one per cent who get most get {report.share_of_top(1)} % of everything."
        chart = svg_charts.columns(
            self._histogram(), lambda count: f"{count:,}", across=f"what a member gets, {self._currency}; bars: members"
        )
        return f"<h2>Spread: what members get</h2>{chart}{table}<p class=note>{top}</p>"

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
        rows = [self._range("all rewards", [run.cost for run in runs], None, self._cash)]
        for index, part in enumerate(self._report.budget):
            if part.category:
                spent = [run.budget[index].spent for run in runs]
                rows.append(self._range(self._budget_names[part.category], spent, part.amount, self._cash))
        for index, item in enumerate(self._report.stock):
            given = [run.stock[index].given for run in runs]
            rows.append(self._range(self._stock_names[item.stock], given, item.quantity, lambda count: f"{count:,}"))
        note = f"{len(runs)} made-up stories: from the least to the most, the dot is the one in the middle."
        return f"<h2>Spread of outcomes</h2><p class=note>{note}</p>" + svg_charts.ranges(rows)

    @staticmethod
    def _range(label: str, values: Sequence[int], whole: int | None, words: Callable[[int], str]) -> Range:
        least, middle, most = min(values), median_low(values), max(values)
        said = words(middle) if least == most else f"{words(least)} – {words(most)}"
        return Range(label, least, middle, most, whole, said + (f" of {words(whole)}" if whole is not None else ""))

    def _who(self) -> str:
        report = self._report
        things = [
            (
                str(thing.kind),
                self._thing(thing),
                f"{thing.rewards:,}",
                self._quantity(thing),
                f"{len(thing.members):,}",
                self._cash(thing.cost),
            )
            for thing in report.things
        ]
        return (
            "<h2>Who gets what</h2>"
            + self._groups("tier", report.tiers)
            + self._groups("segment", report.segments)
            + _table(("reward", "", "times", "quantity", "members", "cost"), things, words=2)
        )

    def _thing(self, thing: ThingResult) -> str:
        if thing.kind is RewardKind.DISCOUNT:
            return f"group {thing.ref}"
        names = self._names.get(thing.kind, {})
        return " / ".join(names.get(ref, ref) for ref in thing.ref.split("|"))

    def _quantity(self, thing: ThingResult) -> str:
        if thing.kind in _MONEY_KINDS:
            return f"{self._cash(thing.quantity)} {self._currency}"
        return f"{thing.quantity:,}{' months' if thing.kind in _MONTH_KINDS else ''}"

    def _groups(self, what: str, groups: Iterable[GroupResult]) -> str:
        rows = [
            (one.name, f"{one.members:,}", self._cash(one.cost), self._cash(one.cost // one.members)) for one in groups
        ]
        return _table((what, "members", "cost", "each on average"), rows)

    def _rules(self) -> str:
        busiest = sorted(self._report.rules, key=lambda rule: (-rule.cost, -rule.rewards, rule.rule))
        costly = [(self._rule_names[rule.rule], rule.cost, self._cash(rule.cost)) for rule in busiest if rule.cost > 0]
        return (
            f"<h2>Rules</h2><p class=note>The costliest, {self._currency}.</p>"
            + svg_charts.bars(costly[:12])
            + _table(
                ("rule", "", "rewards", "members", "cost", "refused: limit, stock, budget"),
                [self._rule(rule) for rule in busiest],
                words=2,
            )
        )

    def _rule(self, rule: RuleResult) -> tuple[str, ...]:
        counts = f"{rule.rewards:,}", f"{len(rule.members):,}", self._cash(rule.cost), f"{rule.refused:,}"
        return (rule.rule, self._rule_names[rule.rule], *counts)

    def _facts(self) -> str:
        rows = [(kind, f"{count:,}") for kind, count in sorted(self._report.happenings.items())]
        return "<h2>Facts</h2>" + _table(("kind", "count"), rows)


def _names(campaign: Campaign) -> dict[RewardKind, dict[str, str]]:
    """English names of what rewards refer to."""
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
    return {kind: {one.id: one.name.en for one in part} for kind, part in parts.items()}


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
