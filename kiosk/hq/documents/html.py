"""A document as a page that a phone reads: no script, no address of anything else, every text escaped."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from kiosk.domain.documents import blocks
from kiosk.domain.documents.blocks import AnyBlock, Document
from kiosk.hq.documents.symbols import symbol

HEADERS: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "private, no-store",
}
TYPE = "text/html; charset=utf-8"

_LANG = {"zh_TW": "zh-Hant-TW", "zh_CN": "zh-Hans-CN", "en": "en"}
_STYLE = """
*{box-sizing:border-box}body{margin:0;background:#f5f2ec;color:#1d1b19;font:16px/1.5 system-ui,"Noto Sans TC",
"Noto Sans SC",sans-serif}main{max-width:30rem;margin:0 auto;padding:1.25rem;background:#fff;min-height:100vh;
overflow-wrap:anywhere}p{margin:.15rem 0;white-space:pre-line}.small{font-size:.85rem}.large{font-size:1.25rem}
.huge{font-size:1.7rem;line-height:1.25}.bold{font-weight:700}.pale{color:#5c564d}.centre{text-align:center}
.right{text-align:right}.inverse{background:#1d1b19;color:#fff;padding:.3rem .5rem}.pair{display:flex;gap:1rem;
justify-content:space-between;margin:.15rem 0}.pair>:last-child{text-align:right;font-variant-numeric:tabular-nums}
.less>:last-child{color:#b93323}hr{border:0;border-top:1px solid #1d1b19;margin:.6rem 0}hr.torn{border-top-style:dashed}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.2rem .4rem .2rem 0;vertical-align:top}
.lined th,.lined td{border:1px solid #8a8377;padding:.3rem .4rem}figure{margin:.8rem auto;text-align:center}
svg,img{max-width:100%;height:auto}figcaption{font-size:.85rem;color:#5c564d}
"""


def page(document: Document) -> bytes:
    """The whole page, UTF-8."""
    body = "".join(_blocks(document.blocks, document.accent))
    return _whole(document.language, document.title, body)


def nothing_there() -> bytes:
    """What is answered whether a page never was, is over, or is on its way: nobody learns which."""
    words = (
        ("zh-Hant-TW", "找不到這一頁", "可能還在傳送，請過一會再試；超過 30 天的頁面已刪除。"),
        ("zh-Hans-CN", "找不到这一页", "可能还在传送，请过一会再试；超过 30 天的页面已删除。"),
        ("en", "No such page", "It may still be on its way: try again in a while. After 30 days a page is deleted."),
    )
    said = "".join(
        f'<section lang="{lang}"><p class="large bold">{title}</p><p>{text}</p></section><hr>'
        for lang, title, text in words
    )
    return _whole("zh_TW", "404", said)


def trouble(status: int) -> bytes:
    """What a browser is told when HQ cannot answer: too many asked, or it is not well."""
    words = (
        ("zh-Hant-TW", "請稍後再試", "現在使用的人太多，或系統暫時無法回應。過一分鐘再試一次。"),
        ("zh-Hans-CN", "请稍后再试", "现在使用的人太多，或系统暂时无法回应。过一分钟再试一次。"),
        (
            "en",
            "Please try again later",
            "Many people are here at the moment, or the system is resting. Try in a minute.",
        ),
    )
    said = "".join(
        f'<section lang="{lang}"><p class="large bold">{title}</p><p>{text}</p></section><hr>'
        for lang, title, text in words
    )
    return _whole("zh_TW", str(status), said)


def _whole(language: str, title: str, body: str) -> bytes:
    lang = _LANG.get(language, "en")
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>{body}</main></body></html>"
    ).encode("utf-8", "replace")


def _blocks(parts: tuple[AnyBlock, ...], accent: str) -> Iterator[str]:
    for part in parts:
        yield _MAKERS[type(part)](part, accent)


def _text(part: blocks.Text, accent: str) -> str:
    names = [part.size.value, part.align.value]
    names += [name for name in ("bold", "pale", "inverse") if getattr(part, name)]
    colour = f' style="color:{escape(accent)}"' if part.accent else ""
    return f'<p class="{" ".join(names)}"{colour}>{escape(part.text)}</p>'


def _pair(part: blocks.Pair, _accent: str) -> str:
    names = ["pair", part.size.value, *(name for name in ("bold", "pale", "less") if getattr(part, name))]
    return f'<div class="{" ".join(names)}"><span>{escape(part.left)}</span><span>{escape(part.right)}</span></div>'


def _table(part: blocks.Table, _accent: str) -> str:
    def cells(row: tuple[str, ...], tag: str) -> str:
        sides = (column.align.value for column in part.columns)
        said = (f'<{tag} class="{side}">{escape(cell)}</{tag}>' for side, cell in zip(sides, row, strict=False))
        return f"<tr>{''.join(said)}</tr>"

    head = tuple(column.heading for column in part.columns)
    rows = "".join(cells(row, "td") for row in part.rows)
    names = ' class="lined"' if part.lined else ""
    return f"<table{names}>{cells(head, 'th') if any(head) else ''}{rows}</table>"


def _rule(part: blocks.Rule, _accent: str) -> str:
    return '<hr class="torn">' if part.torn else "<hr>"


def _space(part: blocks.Space, _accent: str) -> str:
    return f'<div style="height:{max(0, min(part.mm, 60))}mm"></div>'


def _qr(part: blocks.Qr, _accent: str) -> str:
    picture = symbol(part.code)
    if not picture:
        return ""
    said = " ".join(filter(None, (part.caption, part.readable)))
    return f"<figure>{picture}<figcaption>{escape(said)}</figcaption></figure>"


def _barcode(part: blocks.Barcode, _accent: str) -> str:
    return f'<p class="centre bold">{escape(part.code)}</p>'


def _picture(part: blocks.Picture, _accent: str) -> str:
    kind = "png" if part.data.startswith(b"\x89PNG") else "jpeg"
    if not part.data:
        return ""
    data = base64.b64encode(part.data).decode()
    return f'<figure><img alt="{escape(part.words)}" src="data:image/{kind};base64,{data}"></figure>'


def _field(part: blocks.Field, _accent: str) -> str:
    return f'<div class="pair"><span>{escape(part.label)}</span><span>{escape(part.value)}</span></div>'


def _ticks(part: blocks.Ticks, _accent: str) -> str:
    return f"<p>{escape(part.label)} {' '.join(f'☐ {escape(choice)}' for choice in part.choices)}</p>"


def _keep(part: blocks.Keep, accent: str) -> str:
    return "".join(_blocks(part.blocks, accent))


def _side(part: blocks.Side, accent: str) -> str:
    return "".join((*_blocks(part.left, accent), *_blocks(part.right, accent)))


def _break(_part: blocks.PageBreak, _accent: str) -> str:
    return "<hr>"


_MAKERS: Mapping[type[Any], Callable[[Any, str], str]] = {
    blocks.Text: _text,
    blocks.Pair: _pair,
    blocks.Table: _table,
    blocks.Rule: _rule,
    blocks.Space: _space,
    blocks.Qr: _qr,
    blocks.Barcode: _barcode,
    blocks.Picture: _picture,
    blocks.Field: _field,
    blocks.Ticks: _ticks,
    blocks.Keep: _keep,
    blocks.Side: _side,
    blocks.PageBreak: _break,
}
