"""A rehearsal as one HTML page that needs nothing else: no script, no network, charts as inline SVG.

Bars are all the charts it takes, so they are drawn here: chart libraries are ten to a hundred times this page (see
docs/adr/0010-campaigns-as-data.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape

from kiosk.domain import money
from kiosk.domain.campaign.rehearse import Rehearsal

_STYLE = """
body{font:15px/1.5 system-ui,"Noto Sans TC","Noto Sans SC",sans-serif;margin:2rem auto;max-width:64rem;color:#1d2433}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2.2rem;border-bottom:1px solid #d5dae3;padding-bottom:.3rem}
table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;text-align:left;
border-bottom:1px solid #e8ebf1}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.warn{background:#fff3d6;padding:.5rem .8rem;margin:.3rem 0}
.good{background:#e2f5e6;padding:.5rem .8rem}.tiles{display:flex;flex-wrap:wrap;gap:1rem}
.tile{background:#f3f5f9;padding:.7rem 1rem;border-radius:.5rem}.tile b{display:block;font-size:1.35rem}
svg text{font:12px system-ui,"Noto Sans TC",sans-serif;fill:#1d2433}
"""
_BAR, _LINE = "#3566c4", "#c43535"
_WIDTH, _ROW, _LABEL = 960, 24, 240
_BINS = 20


def page(report: Rehearsal, source: str) -> str:
    """The page. `source`: where the facts came from, in words."""
    campaign = report.campaign
    currency = campaign.currency

    def cash(amount: int) -> str:
        return f"{money.plain(amount, currency)} {escape(currency)}"

    title = f"Rehearsal: {campaign.name.en} (version {campaign.version})"
    took_part = len(report.costs)
    span = f"{campaign.starts:%Y-%m-%d} – {campaign.ends:%Y-%m-%d}"
    tiles = [
        ("facts", f"{sum(report.events.values()):,}"),
        ("members", f"{report.members:,}"),
        ("who got something", f"{took_part:,}"),
        ("sales", cash(report.sales)),
        ("cost", cash(report.cost)),
        ("cost of sales", f"{report.cost * 100 / report.sales:.1f} %" if report.sales else "–"),
        ("median a member", cash(report.percentile(50))),
        ("95th percentile", cash(report.percentile(95))),
        ("taken back", f"{report.taken_back:,}"),
    ]
    busiest = sorted(report.rules, key=lambda rule: (-rule.cost, -rule.rewards, rule.rule))
    sections = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(campaign.name.zh_TW)} · {span} · {escape(source)}</p>",
        '<div class="tiles">'
        + "".join(f'<div class="tile">{name}<b>{value}</b></div>' for name, value in tiles)
        + "</div>",
        "<h2>Findings</h2>",
        "".join(f'<div class="warn">{escape(words)} <small>[{code}]</small></div>' for code, words in report.warnings)
        or '<div class="good">Nothing stands out.</div>',
        "<h2>Budget</h2>",
        _against(
            [(part.category or "(no category)", part.spent, part.amount) for part in report.budget], cash, "spent of"
        ),
        "<h2>Stock needed</h2>",
        _against([(item.stock, item.given, item.quantity) for item in report.stock], lambda count: f"{count:,}", "of"),
        _stock_table(report),
        "<h2>Cost a day</h2>",
        _columns([(date.fromordinal(day).strftime("%m-%d"), cost) for day, cost in report.by_day.items()], cash),
        "<h2>Spread: what members get</h2>",
        _columns(_histogram(report.costs, currency), lambda count: f"{count:,} members"),
        "<h2>Who gets what</h2>",
        _table(
            ("tier", "members", "cost", "each"),
            [(tier, f"{count:,}", cash(cost), cash(cost // count)) for tier, (count, cost) in report.tiers.items()],
        ),
        _table(
            ("reward", "times", "quantity"),
            [(kind, f"{times:,}", f"{quantity:,}") for kind, (times, quantity) in report.kinds.items()],
        ),
        "<h2>Rules</h2>",
        _bars([(rule.rule, rule.cost, cash(rule.cost)) for rule in busiest if rule.cost > 0][:20]),
        _table(
            ("rule", "rewards", "members", "cost", "refused (limit, stock, budget)"),
            [
                (rule.rule, f"{rule.rewards:,}", f"{len(rule.members):,}", cash(rule.cost), f"{rule.refused:,}")
                for rule in busiest
            ],
        ),
        "<h2>Facts</h2>",
        _table(("kind", "count"), [(kind, f"{count:,}") for kind, count in sorted(report.events.items())]),
    ]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(sections)}</body></html>\n"
    )


def _tile(name: str, value: str) -> str:
    return f'<div class="tile">{name}<b>{value}</b></div>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    def cells(tag: str, row: Sequence[str]) -> str:
        return "".join(f"<{tag}{' class=n' if index else ''}>{escape(cell)}</{tag}>" for index, cell in enumerate(row))

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table><tr>{cells('th', head)}</tr>{body}</table>"


def _stock_table(report: Rehearsal) -> str:
    gone = [item for item in report.stock if item.gone is not None]
    rows = [(item.stock, date.fromordinal(item.gone or 1).isoformat()) for item in gone]
    return _table(("ran out", "on"), rows) if rows else ""


def _bars(rows: Sequence[tuple[str, int, str]]) -> str:
    """Horizontal bars with a label and a value each."""
    if not rows:
        return "<p>–</p>"
    most = max(value for _, value, _ in rows) or 1
    room = _WIDTH - _LABEL - 160
    parts = []
    for index, (label, value, words) in enumerate(rows):
        y = index * _ROW
        wide = max(1, value * room // most)
        parts.append(
            f'<text x="0" y="{y + 16}">{escape(label)}</text>'
            f'<rect x="{_LABEL}" y="{y + 4}" width="{wide}" height="{_ROW - 8}" fill="{_BAR}"/>'
            f'<text x="{_LABEL + wide + 6}" y="{y + 16}">{escape(words)}</text>'
        )
    return _svg(len(rows) * _ROW, parts)


def _against(rows: Sequence[tuple[str, int, int]], words: Callable[[int], str], between: str) -> str:
    """Bars with a line at what there is."""
    if not rows:
        return "<p>–</p>"
    room = _WIDTH - _LABEL - 260
    parts = []
    for index, (label, used, whole) in enumerate(rows):
        y = index * _ROW
        scale = max(used, whole, 1)
        wide, line = used * room // scale, _LABEL + whole * room // scale
        parts.append(
            f'<text x="0" y="{y + 16}">{escape(label)}</text>'
            f'<rect x="{_LABEL}" y="{y + 4}" width="{room}" height="{_ROW - 8}" fill="#eef1f6"/>'
            f'<rect x="{_LABEL}" y="{y + 4}" width="{wide}" height="{_ROW - 8}" fill="{_BAR}"/>'
            f'<rect x="{line}" y="{y + 1}" width="2" height="{_ROW - 2}" fill="{_LINE}"/>'
            f'<text x="{_LABEL + room + 8}" y="{y + 16}">{escape(f"{words(used)} {between} {words(whole)}")}</text>'
        )
    return _svg(len(rows) * _ROW, parts)


def _columns(rows: Sequence[tuple[str, int]], words: Callable[[int], str]) -> str:
    """Upright bars; every so many carry a label, each its value as a tool tip."""
    if not rows:
        return "<p>–</p>"
    most = max(value for _, value in rows) or 1
    high, step = 180, _WIDTH / len(rows)
    every = max(1, -(-len(rows) // 16))
    parts = []
    for index, (label, value) in enumerate(rows):
        tall = max(0, value) * high // most
        x = index * step
        parts.append(
            f'<rect x="{x:.1f}" y="{high - tall}" width="{max(step - 2, 1):.1f}" height="{tall}" fill="{_BAR}">'
            f"<title>{escape(f'{label}: {words(value)}')}</title></rect>"
        )
        if index % every == 0:
            parts.append(f'<text x="{x:.1f}" y="{high + 16}">{escape(label)}</text>')
    return _svg(high + 22, parts)


def _histogram(costs: Sequence[int], currency: str) -> list[tuple[str, int]]:
    """Members by what they get, in equal steps up to the 99th percentile; the last bar holds the rest."""
    if not costs:
        return []
    top = max(1, costs[min(len(costs) - 1, len(costs) * 99 // 100)])
    counts = [0] * (_BINS + 1)
    for cost in costs:
        counts[min(_BINS, max(0, cost) * _BINS // top)] += 1
    return [(money.plain(index * top // _BINS, currency), count) for index, count in enumerate(counts)]


def _svg(high: int, parts: Iterable[str]) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {high}" width="100%" role="img">{"".join(parts)}</svg>'
