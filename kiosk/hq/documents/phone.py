"""Pages that customers open on their phones, as HTML: calm, large, without a script, every text escaped.

Parts are strings of markup; whatever is not ours goes through `escape`. The style is named by its hash in the policy of
the page, so that no other style and no script at all is ever run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qs

from kiosk.domain.documents.brand import BLACK, Brand
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.hq.reply import Reply

TYPE = "text/html; charset=utf-8"
LANG = {"zh_TW": "zh-Hant-TW", "zh_CN": "zh-Hans-CN", "en": "en"}
_SELF = {"zh_TW": "繁體中文", "zh_CN": "简体中文", "en": "English"}
_LANGUAGES = LocalText("語言", "语言", "Languages")
_MOST_RANGES = 20
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", re.ASCII)
_INK = "#3a352f"
"""The page's colour where the chain has none: black buttons look like mourning."""

_STYLE = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#f5f2ec;color:#1d1b19;font:1.0625rem/1.6 system-ui,"Noto Sans TC","Noto Sans SC",sans-serif;
overflow-wrap:anywhere}
header,main,footer{max-width:30rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;align-items:center;gap:.75rem;padding-top:1rem;padding-bottom:1rem;min-height:4.5rem}
header img{max-height:2.5rem;max-width:9rem;object-fit:contain}
header b{font-size:1.125rem}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .5rem;color:ACCENT}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}
.card{background:#fff;border-radius:1rem;padding:1.25rem;margin:0 0 1rem;box-shadow:0 1px 3px #0000001f}
.from{font-size:1.125rem;margin:0;font-weight:600}
.pale,.hint{color:#5c564d}
.hint{font-size:.9375rem;margin:.125rem 0 .25rem}
.gifts{list-style:none;margin:0;padding:0}
.gifts>li{display:flex;gap:.75rem;padding:.75rem 0;border-top:1px solid #e6e1d8;align-items:baseline}
.gifts>li:first-child{border-top:0;padding-top:0}
.gifts>li::before{content:"";flex:none;width:.625rem;height:.625rem;border-radius:50%;background:ACCENT}
.field{margin:0 0 1.25rem}
label,legend{display:block;font-weight:600;padding:0}
input[type=text],input[type=tel],input[type=email],select{display:block;width:100%;min-height:3.25rem;
padding:.5rem .875rem;font:inherit;font-size:1.125rem;color:inherit;background:#fff;border:1.5px solid #8a8377;
border-radius:.625rem}
select{appearance:none;background-image:linear-gradient(45deg,#0000 50%,#5c564d 50%),
linear-gradient(135deg,#5c564d 50%,#0000 50%);background-size:.4rem .4rem;background-repeat:no-repeat;
background-position:right 1.15rem center,right .8rem center;padding-right:2rem}
input:focus-visible,select:focus-visible,button:focus-visible,summary:focus-visible,a:focus-visible
{outline:3px solid ACCENT;outline-offset:2px}
[aria-invalid=true]{border-color:#b93323;border-width:2px}
.wrong{color:#a52a1c;font-weight:600;margin:.375rem 0 0}
.alert{background:#fdeeea;border-left:.3rem solid #b93323;border-radius:.5rem;padding:.875rem 1rem;margin:0 0 1.25rem}
.alert p{margin:0}.alert ul{margin:.25rem 0 0;padding-left:1.125rem}.alert a{color:#8c2216}
fieldset{border:0;margin:0 0 1.25rem;padding:0;min-width:0}
legend{margin-bottom:.25rem}
.two{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
.two label,.choice{font-weight:400}
.choice{display:flex;gap:.75rem;align-items:flex-start;padding:.75rem 0;min-height:3rem;cursor:pointer}
.choice+.choice{border-top:1px solid #e6e1d8}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:.125rem 0 0;accent-color:ACCENT}
.tag{display:inline-block;font-size:.8125rem;font-weight:600;border-radius:1rem;padding:0 .625rem;
background:#ece7dd;color:#4a443c}
.inner{border-left:3px solid #e6e1d8;padding-left:1rem;margin-top:.75rem}
@supports selector(:has(a)){form:not(:has(#child:checked)) .guardian{display:none}}
button,.button{display:block;width:100%;min-height:3.5rem;padding:.75rem 1rem;border:0;border-radius:.75rem;
background:ACCENT;color:#fff;font:inherit;font-size:1.1875rem;font-weight:700;text-align:center;text-decoration:none;
cursor:pointer}
button.second{background:#fff;color:ACCENT;border:1.5px solid ACCENT;font-size:1.0625rem;min-height:3rem}
.code{font-size:1.75rem!important;letter-spacing:.35em;text-align:center;font-variant-numeric:tabular-nums}
.card>:last-child{margin-bottom:0}
.day{white-space:nowrap}
.card>details,.card>details:last-child{margin:-.625rem 0}
.card>p:first-child{margin-top:0}
details[open]>summary{margin-bottom:.25rem}
summary{padding:.75rem 0;min-height:3rem;font-weight:700;cursor:pointer}
figure{margin:1rem 0;text-align:center}
figure svg{max-width:100%;height:auto}
figcaption{font-size:1rem}
.big{font-size:1.25rem;font-weight:700;font-variant-numeric:tabular-nums;letter-spacing:.04em}
.jump{margin:0 0 1rem}
footer{padding-top:.5rem;padding-bottom:2rem}
nav{display:flex;flex-wrap:wrap;gap:.5rem}
nav a{display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem;padding:0 .75rem;color:#1d1b19;
border-radius:.5rem}
nav a[aria-current]{font-weight:700;text-decoration:none;background:#e9e4da}
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has: its language, the chain's brand, what it is called where there is none, and what its style
    has beside that of all pages. `logo`: where the chain's logo lies, as a link from the page."""

    language: str
    brand: Brand | None
    called: LocalText
    more: str = ""
    logo: str = "logo/"

    def say(self, phrase: LocalText) -> str:
        """A phrase, escaped."""
        return escape(phrase.get(self.language))


def headers(frame: Frame) -> Mapping[str, str]:
    """What goes with the page: nothing runs in it, nothing is loaded but the chain's logo, nobody frames it, and its
    form goes nowhere else."""
    hashed = base64.b64encode(hashlib.sha256(style(frame.brand, frame.more).encode()).digest()).decode()
    return {
        "content-security-policy": f"default-src 'none'; style-src 'sha256-{hashed}'; img-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
        "cache-control": "private, no-store",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "vary": "accept-language",
    }


def style(brand: Brand | None, more: str = "") -> str:
    """The page's style in the chain's colour, which is dark enough for white letters on it."""
    colour = brand.colour if brand is not None and brand.colour != BLACK else _INK
    return (_STYLE + more).replace("ACCENT", colour)


def logo_name(brand: Brand) -> str:
    """Under which name the logo lies: another logo has another."""
    return f"{hashlib.sha256(brand.logo).hexdigest()[:16]}.png"


def logo(brand: Brand | None, name: str) -> Reply:
    """The chain's logo, under the name that it has now."""
    if brand is None or not brand.logo or name != logo_name(brand):
        return Reply(404, raw=b"", content_type="text/plain", headers={"x-content-type-options": "nosniff"})
    kept = {"cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff"}
    return Reply(200, raw=brand.logo, content_type="image/png", headers=kept)


def whole(frame: Frame, title: str, *parts: str) -> bytes:
    """The page, UTF-8. `title`: plain text; `parts`: markup."""
    brand = frame.brand
    name = clean(brand.name.get(frame.language)) if brand is not None else ""
    head = " · ".join(filter(None, (title, name)))
    picture = ""
    if brand is not None and brand.logo:
        picture = f'<img src="{frame.logo}{logo_name(brand)}" alt="{escape(name)}" height="40">'
    banner = picture or (f"<b>{escape(name)}</b>" if name else f"<b>{frame.say(frame.called)}</b>")
    return (
        f'<!doctype html><html lang="{LANG[frame.language]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        '<meta name="format-detection" content="telephone=no"><meta name="color-scheme" content="light">'
        f"<title>{escape(head)}</title><style>{style(brand, frame.more)}</style></head><body>"
        f"<header>{banner}</header><main>{''.join(parts)}</main>"
        f'<footer><nav aria-label="{frame.say(_LANGUAGES)}">{_languages(frame)}</nav></footer></body></html>'
    ).encode("utf-8", "replace")


def _languages(frame: Frame) -> str:
    return "".join(
        f'<a href="?lang={LANG[one]}" lang="{LANG[one]}" hreflang="{LANG[one]}"'
        f"{' aria-current=true' if one == frame.language else ''}>{_SELF[one]}</a>"
        for one in LANGUAGES
    )


def reply(frame: Frame, body: bytes, status: int = 200) -> Reply:
    """The answer that a page is."""
    return Reply(status, raw=body, content_type=TYPE, headers=headers(frame))


def language_of(query: str, headers: Mapping[str, str]) -> str:
    """The page's language: the one that was chosen, else the phone's; English where we speak none of its own."""
    chosen = parse_qs(query[:200]).get("lang", [""])[0]
    for language, tag in LANG.items():
        if chosen == tag:
            return language
    ranges = []
    for place, part in enumerate(headers.get("accept-language", "")[:500].split(",")[:_MOST_RANGES]):
        tag, _, rest = part.strip().partition(";")
        spoken = _spoken(tag.strip().lower())
        if spoken:
            ranges.append((-_weight(rest), place, spoken))
    best = min(ranges, default=None)
    return best[2] if best is not None and best[0] < 0 else LANGUAGES[-1]


def _spoken(tag: str) -> str:
    """By BCP 47: the script says it, else the region, else the language itself."""
    primary, *parts = tag.replace("_", "-").split("-")
    if primary == "en":
        return "en"
    if primary not in _CHINESE:
        return ""
    for known, language in _WRITTEN:
        if known.intersection(parts):
            return language
    # of Chinese without a script only the language of the state is written in simplified characters
    return "zh_CN" if primary in _OF_THE_STATE and not parts else "zh_TW"


_OF_THE_STATE = frozenset({"zh", "cmn", "wuu", "hsn", "cjy"})
_CHINESE = _OF_THE_STATE | {"yue", "nan", "hak", "gan", "lzh"}
_WRITTEN = (
    (frozenset({"hant"}), "zh_TW"),
    (frozenset({"hans"}), "zh_CN"),
    (frozenset({"tw", "hk", "mo"}), "zh_TW"),
    (frozenset({"cn", "sg", "my"}), "zh_CN"),
)


def _weight(rest: str) -> float:
    said = next((one for part in rest.split(";") if (one := part.replace(" ", "")).startswith("q=")), None)
    if said is None:
        return 1.0
    return float(said[2:]) if _WEIGHT.fullmatch(said[2:]) else 0.0


_WEIGHT = re.compile(r"1(?:\.0{0,3})?|0?\.[0-9]{1,3}|0\.?")


# -- parts ------------------------------------------------------------------------------------------------------------


def card(*parts: str, name: str = "") -> str:
    """A white card. `name`: its id, to jump to."""
    return f"<section{f' id={name}' if name else ''} class=card>{''.join(parts)}</section>"


def heading(text: str, level: int = 2) -> str:
    """A heading of plain text."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str, kind: str = "") -> str:
    """Plain text; no day in it is broken in two."""
    said = _DAY.sub(r"<span class=day>\g<0></span>", escape(text))
    return f"<p{f' class={kind}' if kind else ''}>{said}</p>"


def bullets(items: Iterable[str], kind: str = "gifts") -> str:
    """A list of plain texts; nothing where there are none."""
    said = "".join(f"<li><span>{escape(item)}</span></li>" for item in items)
    return f"<ul class={kind}>{said}</ul>" if said else ""


def jump(name: str, text: str) -> str:
    """To another place of the page."""
    return f'<p class=jump><a class="button target" href="#{name}">{escape(text)}</a></p>'


def fold(title: str, *parts: str, opened: bool = False) -> str:
    """What is read by who wants to."""
    return f"<details{' open' if opened else ''}><summary>{escape(title)}</summary>{''.join(parts)}</details>"
