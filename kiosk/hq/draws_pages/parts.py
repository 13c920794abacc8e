"""What pages of draws are made of, beside the parts of all pages for phones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from kiosk.domain.documents.brand import Brand
from kiosk.domain.draws.batch import grouped
from kiosk.hq.documents.phone import LANG, Frame
from kiosk.hq.draws_pages import words

STYLE = """
.state{display:inline-block;font-size:.9375rem;font-weight:700;border-radius:1rem;padding:.125rem .75rem;
background:#ece7dd;color:#4a443c}
.state.drawn,.state.closed{background:#e0f0eb;color:#0a4f43}
.state.published,.state.frozen,.state.seeded{background:#fff1d6;color:#5d3d08}
.state.void{background:#fbe8e4;color:#7c1d12}
a.card{display:block;color:inherit;text-decoration:none;min-height:4rem}
a.card h2{margin:.5rem 0 .25rem;color:ACCENT}
.verdict{display:flex;gap:1rem;align-items:center;border-radius:1rem;padding:1.25rem;margin:0 0 1rem;color:#fff;
background:#0e6b5b}
.verdict.bad{background:#a52a1c}.verdict.open{background:#8a5a12}
.verdict h1{color:#fff;margin:0;font-size:1.5rem}.verdict p{margin:.25rem 0 0}
.verdict>b{flex:none;display:grid;place-items:center;width:3.25rem;height:3.25rem;border:.2rem solid #fff;
border-radius:50%;font-size:1.875rem;line-height:1}
dl{margin:.75rem 0 0}
dl>div{display:flex;gap:1rem;justify-content:space-between;padding:.5rem 0;border-top:1px solid #e6e1d8}
dt{color:#5c564d;flex:none;max-width:45%}
dd{margin:0;text-align:right;font-weight:600;min-width:0}
.won{list-style:none;margin:0 0 1rem;padding:0}
.won li{display:flex;justify-content:space-between;gap:1rem;padding:.5rem 0;align-items:baseline;
border-top:1px solid #e6e1d8}
.won li:first-child{border-top:0}
.won b{font-size:1.125rem}
.won span{color:#5c564d;text-align:right;font-variant-numeric:tabular-nums}
.print{font:600 1.0625rem/1.8 ui-monospace,"DejaVu Sans Mono",monospace;margin:.25rem 0}
.checks{list-style:none;margin:0;padding:0}
.checks li{display:flex;gap:.75rem;padding:.5rem 0;border-top:1px solid #e6e1d8}
.checks li:first-child{border-top:0}
.checks li::before{content:"✓";flex:none;font-weight:700;color:#0e6b5b}
.checks li.bad{color:#a52a1c;font-weight:700}.checks li.bad::before{content:"✗";color:inherit}
.checks li.open::before{content:"–";color:#8a5a12}
a.target:not(.button,.card){display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem;color:ACCENT}
.button{margin:.75rem 0 0}
.button.second{background:#fff;color:ACCENT;border:1.5px solid ACCENT;font-size:1.0625rem}
.big-prize{font-size:1.5rem;line-height:1.3;font-weight:700;margin:.25rem 0}
.points{margin:0;padding-left:1.25rem}.points li{margin:.5rem 0}
"""


def frame(language: str, brand: Brand | None, up: str) -> Frame:
    """The frame of a page. `up`: the way from the page to HQ's root, "" or "../" as often as it takes."""
    return Frame(language, brand, words.PAGE, STYLE, f"{up}q/logo/")


def state(page: Frame, code: str) -> str:
    """How far a draw has come."""
    return f'<span class="state {escape(code)}">{page.say(words.STATES.get(code, words.STATES["planned"]))}</span>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Names and values; those without a value are left out."""
    said = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in rows if value)
    return f"<dl>{said}</dl>" if said else ""


def verdict(kind: str, title: str, about: str) -> str:
    """What it comes to: good, bad or open."""
    sign = {"good": "✓", "bad": "✗", "open": "?"}[kind]
    return (
        f'<section class="verdict {kind}" role=status><b aria-hidden=true>{sign}</b><div><h1>{escape(title)}</h1>'
        f"<p>{escape(about)}</p></div></section>"
    )


def checks(lines: Iterable[tuple[str, str]]) -> str:
    """(good, bad or open; words) of each check."""
    return f"<ul class=checks>{''.join(f'<li class={kind}>{escape(text)}</li>' for kind, text in lines)}</ul>"


def button(text: str, link: str, *, second: bool = False, saved: bool = False) -> str:
    """A link that looks like what it is for. `saved`: the phone keeps what is behind it as a file."""
    kind = "button second target" if second else "button target"
    return f'<a class="{kind}" href="{escape(link)}"{" download" if saved else ""}>{escape(text)}</a>'


def fingerprint(digits: str) -> str:
    """Half of a hash in groups of four, as it is on stage and paper."""
    return f"<p class=print>{escape(grouped(digits))}</p>"


def points(texts: Sequence[str]) -> str:
    """A list that is read."""
    return f"<ul class=points>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def draw_link(up: str, draw: str, seq: int | None = None, language: str = "") -> str:
    """A draw's page."""
    place = f"{up}draws/{quote(draw, safe='/')}" + (f"/{seq}" if seq is not None else "")
    return f"{place}?lang={LANG[language]}" if language else place


def verify_link(up: str, language: str, **asked: str) -> str:
    """The checking program with what it is to open: `file` (from HQ's root), `code`, `key`, `issuer`."""
    said = urlencode({name: value for name, value in asked.items() if value}, quote_via=quote)
    return f"{up}verify?lang={LANG[language]}" + (f"#{said}" if said else "")


def size(count: int) -> str:
    """Bytes as people read them."""
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{max(1, round(count / 1024))} KB"


def when(at: datetime, zone: str, *, seconds: bool = False) -> str:
    """A moment by a store's clock."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"[: None if seconds else -3]


def alert(text: str) -> str:
    """What has to be seen first."""
    return f"<div class=alert role=alert><p>{escape(text)}</p></div>"
