"""Letters of names, folded so that what a desk can type meets what stands in a list: forms of a character that no input
method offers first, and what people write beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from kiosk.adapters.db.name_search import FORMS, plain
from kiosk.domain.typing.syllables import SIGNS, zhuyin_of

FORMS_OF = {typed: tuple(chr(form) for form, meant in FORMS.items() if meant == typed) for typed in set(FORMS.values())}
"""The same the other way round."""
AGAIN = re.compile("(.)々")
"""A character that is said twice: 佐々木."""
_KINDS = re.compile(rf"[a-zà-öø-ɏ0-9']+|[{SIGNS}]+|[^\Wa-zà-öø-ɏ0-9_{SIGNS}]+")
_TONED = re.compile(r"(?:[a-zü]{2,6}[1-5])+")
_TONE = re.compile(r"([a-zü]+)[1-5]")
_UMLAUT = re.compile(r"([ln])(?:yu|u|ü|v)")
_MOST_UMLAUTS = 4
_TITLES = re.compile(
    r"(?<=.)(?:先生|小姐|女士|太太|夫人|老师|博士|教授|经理|总经理|董事长|总裁|同学|师傅)$|^(?:mr|mrs|ms|miss|dr|prof)\.?$"
)
COMPOUND = frozenset(
    one
    for line in (
        "欧阳 司马 诸葛 上官 皇甫",
        "尉迟 长孙 单于 令狐 夏侯 司徒 司空 东方 公孙 慕容 宇文 端木 南宫 轩辕 澹台 公冶 宗政 濮阳",
        "淳于 太叔 申屠",
        "仲孙 钟离 鲜于 闾丘 亓官 呼延 万俟 闻人 赫连",
        "拓跋 独孤 东郭 西门 百里 左丘 梁丘 公羊 谷梁 第五 张简 范姜 叶刘",
    )
    for one in line.split()
)
"""Surnames of two characters, simplified: their holders are typed by the surname and the initials of the rest."""


def folded(text: str) -> str:
    """The text as names are compared (`name_search.plain`), a character in the form that is typed for it."""
    made = plain(text)
    return made if made.isascii() else AGAIN.sub(r"\1\1", made.translate(FORMS))


def apart(word: str) -> tuple[str, ...]:
    """A folded word that was typed in several ways at once, as one word of each: `wang小明`, `王xm`, `ㄨㄤ小明`;
    without a title behind it."""
    kinds = _KINDS.findall(_TITLES.sub("", word))
    return tuple(one for one in kinds if one)


def sounded(letters: str) -> Iterator[str]:
    """What folded Latin letters may spell besides: without tones in digits, and with v wherever ü is typed as u."""
    if not letters.isascii() and "ü" not in letters:
        return
    bare = _bare(letters) if letters[-1:].isdigit() and _TONED.fullmatch(letters) else letters
    yield bare
    places = list(_UMLAUT.finditer(bare))[:_MOST_UMLAUTS]
    for chosen in product((True, False), repeat=len(places)):
        made, end = "", 0
        for found, umlaut in zip(places, chosen, strict=True):
            made += bare[end : found.start()] + (f"{found[1]}v" if umlaut else found[0])
            end = found.end()
        yield made + bare[end:]


def _bare(toned: str) -> str:
    syllables = _TONE.findall(toned)
    try:
        for one in syllables:
            zhuyin_of(one.replace("ü", "v"))
    except ValueError:
        return toned
    return "".join(syllables)
