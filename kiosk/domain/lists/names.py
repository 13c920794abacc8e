"""What a name in a list means: without its number, marks and who comes along with it; who is a guest of honour; and
what stands where a name is still to come."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from kiosk.domain.lists import counts
from kiosk.domain.lists.guests import Guest

_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿➀-➓⓫-⓴⓵-⓾"
_BEFORE = re.compile(
    rf"^\s*(?:(?:no\.?\s*)?\d{{1,4}}\s*[.．、)）:：]\s*(?=[^\s\d])|[(（]\d{{1,3}}[)）]\s*(?=[^\s\d])|[{_CIRCLED}⑴-⒛]\s*"
    r"|(?:\d\ufe0f?\u20e3)+\s*|\d{1,3}[ \u3000]+(?=[\u4e00-\u9fff]{2}))",
    re.IGNORECASE,
)
"""The number of a line, as people and chats write it."""
_PARTY_BEHIND = re.compile(
    r"(?P<own>.*[^\W\d].*?)[\s\u3000,，、:：]+(?P<said>(?:(?:一?共|總共|总共|合計|合计)\s*)?\d{1,2}\s*(?:[位人]|大(?:人)?\s*(?:\d{1,2}\s*小(?:孩)?)?|pax))"
    r"\s*(?P<rest>[(（].*[)）])?"
)
"""A party with its number behind the name: 張三 2人."""
_PARTY_ASIDE = re.compile(r"(?:一?共|總共|总共)?\s*(\d{1,2})\s*[位人]")
"""The same in brackets, which stay with the name: 李四(3人)."""
_HONOUR = re.compile(r"(?<![a-z])s?v{1,3}\.?i\.?p(?![a-z])|貴賓|贵宾")
_NOT_OF_HONOUR = re.compile(r"(?:非|不是|not?|non)[\s-]*(?:v{1,2}\.?i\.?p|貴賓|贵宾)")


def honoured(text: str) -> bool:
    """Whether a tag, a kind of ticket or a remark says that the guest is one of honour."""
    if not text:
        return False
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _HONOUR.search(plain) is not None and _NOT_OF_HONOUR.search(plain) is None


class Bare(NamedTuple):
    """A name as it was meant. `honour`: it said VIP; `star`: a star stood beside it, which mostly means the same;
    `more`: who comes along by what stood beside it; None: some do, and nobody said how many."""

    name: str
    honour: bool = False
    star: bool = False
    more: int | None = 0


_STARS = "★☆♛♕👑⭐🌟✪"
_MARKS = _STARS + "*＊※◎●○▲△◆◇■□✓✔√"
_DRAWN = "\ufe0f"
"""Says that the sign before it is drawn as a picture."""
_MARK_DRAWN = re.compile(rf"^[{_MARKS}\s]*[{_MARKS}]{_DRAWN}[{_MARKS}{_DRAWN}\s]*|[{_MARKS}\s]*[{_MARKS}]{_DRAWN}$")
_VIP = r"(?:[sS]?[vV]{1,3}\.?[iI]\.?[pP]\.?\d?|ＶＩＰ|貴賓|贵宾|嘉賓|嘉宾)"
_HONOURED = re.compile(rf"[(（\[【〔「]\s*(?:{_VIP}|V{{1,2}})\s*[)）\]】〕」]")
_OPENS = frozenset("(（[【〔「")
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
_FIRST_HONOURED = re.compile(rf"{_VIP}\s*(?:[-–—:：·・/|]\s*|\s+)(?=\S)|V{{1,2}}[\s.:：·・-]+(?={_WIDE})")
_LAST_HONOURED = re.compile(
    r"(?<=\S)(?:[\s\-–—/|·・,，]+(?:[vV]{1,2}\.?[iI]\.?[pP]\.?\d?|ＶＩＰ)|(?<=[^\x00-\xff])V\.?I\.?P\.?)$"
)
_CONNECTS = re.compile(
    r"[(（\[【]?\s*(?P<word>[賢贤]?(?:夫婦|夫妇|夫妻|伉儷|伉俪)|全家|一家|闔家|阖家|闔府|阖府|全戶"
    r"|等(?=共?\s*[\d一二兩两三四五六七八九十])"
    r"|[+＋&＆攜携帶带偕暨]|同行|陪同|[與与和及跟]|\b(?:with|and|plus|bringing)\b)",
    re.IGNORECASE,
)
"""Where what stands beside a name may begin."""
_NAMES_TOO = frozenset({*"與与和及跟帶带", "全家", "一家"})
"""Which may be a part of a name, right behind the family's: 王與友."""
_AND_OTHERS = re.compile(r"等(?:共)?\s*(.+)")
_HOUSE = re.compile(r"(?:全家|一家|闔家|阖家|闔府|阖府|全戶)(?:共|大小)*")
_MR_AND_MRS = re.compile(r"m(?:r|s|rs)\.?\s*(?:&|and|\+)\s*m(?:r|s|rs)\.?\s+\S.*", re.IGNORECASE)


_NO_PLAIN = re.compile(r"\b(?:and|with|plus|bringing)\b|vip\b", re.IGNORECASE)


def bare_name(written: str) -> Bare:
    """A name without its number in the list, without stars and ticks, "(VIP)" and "V", and without who comes along:
    "夫婦", "+2", "等三人". A name of signs alone, the line that somebody drew, is none."""
    name = unnumbered(written)
    if name.isascii() and name.replace(" ", "").isalpha() and _NO_PLAIN.search(name) is None:
        return Bare(name)
    honour = False
    if not _OPENS.isdisjoint(name):
        name, found = _HONOURED.subn(" ", name)
        name, honour = name.strip() if found else name, bool(found)
    star = bool(name) and (name[0] in _STARS or name.rstrip("\ufe0f")[-1:] in _STARS)
    if name and (name[0] in _MARKS or name[-1] in _MARKS):
        name = name.strip(_MARKS + " \u3000") or name
    if _DRAWN in name:
        name = _MARK_DRAWN.sub("", name).strip() or name
    for said in (_FIRST_HONOURED, _LAST_HONOURED):
        bare = said.sub("", name, count=1) if said is _LAST_HONOURED or said.match(name) else name
        honour, name = honour or bare != name, bare
    name, more = _alone(name)
    return Bare("" if name and all(one in _LINE for one in name) else name, honour, star, more)


def _alone(name: str) -> tuple[str, int | None]:
    """A name without who comes along, and how many those are."""
    if _MR_AND_MRS.fullmatch(name):
        return name, 1
    if name[-1:] in ")）" and (aside := _PARTY_ASIDE.fullmatch(re.split("[(（]", name)[-1][:-1].strip())) is not None:
        return name, max(0, int(aside[1]) - 1)
    behind = _PARTY_BEHIND.fullmatch(name)
    if behind is not None and (more := counts.beside(behind["said"], party=True)) is not None:
        return f"{behind['own'].strip()}{behind['rest'] or ''}", more
    for found in _CONNECTS.finditer(name):
        own = name[: found.start()].rstrip(" \u3000、,，-–—(（")
        alone = found[0] in _NAMES_TOO and len(own) < 2
        if alone or not any(map(str.isalpha, own)):
            continue
        more = _coming(name[found.start() :].strip(" \u3000()（）[]【】"))
        if more is None or more > 0:
            return own, more
    return name, 0


def _coming(said: str) -> int | None:
    """How many come along by what stands beside a name; 0: it is no such thing; None: some, nobody said how many."""
    others = _AND_OTHERS.fullmatch(said)
    if others is not None:
        return max(0, (counts.count(others[1]) or 0) - 1)
    house = _HOUSE.match(said)
    if house is not None:
        rest = said[house.end() :].rstrip("口人位")
        number = counts.count(rest) if rest else None
        return number - 1 if number else 0 if house[0] == "一家" else None
    read = counts.beside(said.lstrip("賢贤"), party=False)
    return read if read and 0 < read < 100 else 0


_BETWEEN_NAMES = re.compile(r"[,，、;；/／&＆+＋\n]|\s(?:and|und|et)\s|(?<=[^\s])[與与和及](?=[^\s])", re.IGNORECASE)


def unnumbered(written: str) -> str:
    """A line without the number that stands before it."""
    return _BEFORE.sub("", written).strip()


def is_numbered(text: str) -> bool:
    """Whether a number stands before what a line says."""
    return _BEFORE.match(text) is not None


def how_many(text: str) -> int:
    """How many people a cell names, of a column that says who comes along; a number says it itself."""
    told = counts.beside(text, party=False)
    if told is not None:
        return max(0, told)
    pieces = [one.strip() for one in _BETWEEN_NAMES.split(text)]
    return sum(1 for one in pieces if any(map(str.isalpha, one)) and not is_to_come(one))


_LINE = frozenset("-_=*.~—–－＿＝…/／\\|｜+·。、, \u3000")

_NOT_YET = (
    r"待[補补定確确認认填通知訂订提供公布告]{1,3}|未[定填知詳详]|(?:尚)?未(?:提供|填寫|填写|確認|确认|決定|决定|公布)|不詳|不详"
    r"|另行?通知|後補|后补|暫定|暂定|暫無|暂无|[保預预]留(?:席|位|座|名額|名额)?|空(?:位|席|白|缺)|無名氏|无名氏|缺額|某某"
    r"|xx+|○+|〇〇+|\?+|t\.?b\.?[acdn]\.?|n(?:\.|/)\s?a\.?"
    r"|to be (?:confirmed|announced|advised|determined|decided|named|filled)"
    r"|(?:name )?to follow|reserved?(?: seat)?|unknown|unnamed|no ?name|anonymous|vacant|pending"
    r"|placeholder|plus ?one|\+1"
    r"|not (?:provided|known|yet known|given|available)"
    r"|(?:guest|attendee|participant|來賓|来宾|貴賓|贵宾|嘉賓|嘉宾|賓客|宾客)\s*[#\-]?\s*\d{1,4}(?:號|号)?"
)
_TO_COME = re.compile(
    r"[\s(\[{<【〔「*\-–—~]*(?:姓名|名字|名單|名单|來賓|来宾|貴賓|贵宾|人員|人员|座位|席位|位子|桌位|待)*\s*"
    rf"(?:{_NOT_YET})[\s)\]}}>】〕」*\-–—~.。]*\d{{0,3}}[\s)\]}}>】〕」]*"
)
_FIRST = frozenset("姓名來来貴贵人座席位桌待未尚不另後后暫暂無无保預预空缺某x○〇?？tnruvapg+嘉賓宾")
"""What such a text begins with: most names do not."""


def is_to_come(text: str) -> bool:
    """Whether a cell says that its value is still to come, or that there is none: "(待補)", "TBD", "N/A", "Guest 3".
    Not "Null", who may be somebody."""
    if not text or len(text) > 30 or text.lstrip(" ([{<*-–—~（【［〔「")[:1].casefold() not in _FIRST:
        return False
    return _TO_COME.fullmatch(unicodedata.normalize("NFKC", text).casefold()) is not None


_STAR_MEANS = re.compile(
    rf"[{_STARS}]\s*(?:號|号|記號|標記|标记|者|註記)?\s*[:：=＝\-－–—]?\s*(?:為|为|是|表示|代表)?\s*(\S.*)"
)


class Star:
    """What a star beside a name means in a sheet: a guest of honour, where no legend says otherwise."""

    def __init__(self) -> None:
        self._other = False

    def hear(self, text: str) -> None:
        """A remark, a title."""
        found = _STAR_MEANS.match(text)
        if found is not None and not honoured(found[1]):
            self._other = True

    def settle(self, guests: Iterable[Guest]) -> None:
        """The sheet's guests."""
        for one in guests:
            one.vip = one.vip or (one.starred and not self._other)
