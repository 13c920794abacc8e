"""How many people a cell means, in figures and in words; and whether a cell of a column to tick says yes.

A count is made of pieces that follow each other: numbers with their units ("2位", "兩位大人"), people in words ("太太",
"with wife"), the guest ("本人"), a whole household ("夫妻", "一家四口"). A text with anything else in it is no count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_ONES = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    "〇": 0, "兩": 2, "两": 2, "壹": 1, "貳": 2, "贰": 2, "叁": 3, "參": 3, "叄": 3, "肆": 4, "伍": 5,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}
_ENGLISH = {
    "a": 1, "an": 1, "my": 1, "his": 1, "her": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_DIGIT = "[零一二兩两三四五六七八九〇壹貳贰叁參叄肆伍]"
_NUMBER = rf"(?:\d{{1,7}}(?:\.0+)?(?![\d.])|{_DIGIT}?[十拾廿卅]{_DIGIT}?|{_DIGIT}|(?:{'|'.join(_ENGLISH)})(?![a-z\d]))"
_UNIT = (
    r"(?:位|人|名|個|个|口|張|张|次|份|席|guests?(?![a-z])|people|persons?(?![a-z])|pax|tickets?(?![a-z])"
    r"|additional|more|extra|other)"
)
_SOMEBODY = (
    r"(?:大人|小孩|大|小|成人|兒童|儿童|孩童|孩子|寶寶|宝宝|嬰兒|婴儿|家眷|眷屬|眷属|眷|家屬|家属|家人|親友|亲友|朋友|友人|友|同伴|同事|伴侶|伴侣|伴|太太|老婆"
    r"|妻子|妻|夫人|老公|丈夫|先生|配偶|女友|男友|女朋友|男朋友|女兒|女儿|兒子|儿子|父親|父亲|母親|母亲|爸爸|媽媽|妈妈|助理|司機|司机|秘書|秘书|陪同者?|同行者?|隨行者?|随行者?"
    r"|adults?|child(?:ren)?|kids?|bab(?:y|ies)|wife|husband|spouse|partner|girlfriend|boyfriend|friends?|companions?"
    r"|colleagues?|assistants?|family members?|plus ones?|guests?)(?![a-z])"
)
_HOUSEHOLD = r"(?:夫妻|夫婦|夫妇|伉儷|伉俪|couple)(?:檔|倆|俩)?|(?:一家|全家|闔家|阖家|全戶|family of)(?:共|大小)*"
_ONESELF = (
    r"(?:只有|僅|仅|只|就)?(?:含|包含|包括|連同|连同|連|连|加)?(?:本人|自己|我)(?:一人|1人)?"
    r"|(?:(?:just|only|including|incl\.?) )?(?:my ?self|me)(?: only| alone)?(?![a-z])|alone|單獨|单独|獨自|独自"
)
_BRINGS = (
    r"(?:攜帶|携带|攜|携|偕同|偕|連同|连同|帶|带|另外?|陪同|陪|隨行|随行|同行|與|与|跟|和|及|還有|还有|以及"
    r"|plus(?! ones?)|with|and|bring(?:ing|s)?|accompanied by|\+|&)"
)
_FILLS = r"(?:[\s、,;:·]|有|共計|共计|總共|总共|一共|共|含|加|約|约|來|来|會|会|要|出席|參加|参加|total|of)"
_PIECES = re.compile(
    rf"(?P<oneself>{_ONESELF})"
    rf"|(?P<household>{_HOUSEHOLD})\s*(?P<h_number>{_NUMBER})?\s*{_UNIT}?"
    rf"|(?P<number>{_NUMBER})\s*(?:{_UNIT}\s*)*(?:{_SOMEBODY})?(?:\s*{_UNIT})?"
    rf"|(?P<somebody>{_SOMEBODY})\s*(?P<s_number>{_NUMBER})?\s*(?:{_UNIT}\s*)*"
    rf"|(?P<brings>{_BRINGS})|(?P<fills>{_FILLS})"
)
_NOBODY = re.compile(
    rf"(?:不克|不會|不会|不用|不需|不|無須|無|无|沒有|没有|沒|没|未|免|no|not|without|none)(?![a-z])"
    rf"(?:{_BRINGS}|{_FILLS}|{_SOMEBODY}|人|any(?:body|one)?)*"
)
_ONE_AND = re.compile(r"1\s*\+\s*(\d{1,2})")
"""The guest and who comes along, as people write it in short."""
_ASIDE = re.compile(r"[(\[【「][^)\]】」]*[)\]】」]?")
NO = frozenset(
    {"", "-", "--", "—", "/", "無", "无", "没有", "沒有", "否", "不", "非", "none", "no", "n", "n/a", "na", "nil"}
    | {"x", "×", "✗", "false", "f", "0"}
)  # fmt: skip
_YES = frozenset(
    {"有", "是", "對", "对", "yes", "y", "v", "o", "t", "true", "ok", "貴", "贵", "嘉賓", "嘉宾", "上賓", "上宾"}
)
_SOME = frozenset({"有", "是", "yes", "y", "v", "✓", "✔", "○", "o", "true"})
_NO_TICKS = frozenset("☐□✗✘✖❌⬜◻▢△▲🚫❎╳")
_LONGEST = 60


class Heads(NamedTuple):
    """People of a cell. `whole`: the guest is among them; None: the heading has to say."""

    number: int
    whole: bool | None


def beside(text: str, *, party: bool) -> int | None:
    """Who comes along with the guest, by a cell of a column that counts those (`party`: that counts the guest, too);
    None where it says no number. May be below 0."""
    read = heads(text)
    if read is None:
        return None
    whole = read.whole if read.whole is not None else party
    return max(0, read.number - 1) if whole and read.number >= 0 else read.number


def count(text: str) -> int | None:
    """The number that a cell means; None where it says none. Nothing, "無" and "no" are 0, "有" is 1."""
    read = heads(text)
    return read.number if read is not None else None


def heads(text: str) -> Heads | None:
    """The people that a cell means; None where it says none."""
    if text.isascii() and text.isdigit() and len(text) <= 7:
        return Heads(int(text), None)
    return _heads(text[: 4 * _LONGEST])


@lru_cache(maxsize=1024)
def _heads(text: str) -> Heads | None:
    plain = _plain(text)
    if plain in NO:
        return Heads(0, None)
    if plain in _SOME:
        return Heads(1, False)
    if re.fullmatch(r"-\d{1,7}", plain):
        return Heads(int(plain), None)
    plain = (_ASIDE.sub(" ", plain).strip() or plain).rstrip(" .!。")
    if len(plain) > _LONGEST:
        return None
    return Heads(0, False) if _NOBODY.fullmatch(plain) else _summed(plain)


def _summed(plain: str) -> Heads | None:
    if (more := _ONE_AND.fullmatch(plain)) is not None:
        return Heads(1 + int(more[1]), True)
    others, household, oneself, brings, at = 0, 0, False, False, 0
    counted = False
    while at < len(plain):
        found = _PIECES.match(plain, at)
        if found is None:
            return None
        at = found.end()
        if found["household"] is not None:
            number = (
                _number(found["h_number"]) if found["h_number"] else 2 if found["household"][0] in "夫伉c" else None
            )
            if number is None:
                return None
            household += number
        elif found["oneself"] is not None:
            oneself = True
        elif found["number"] is not None:
            others += _number(found["number"])
            counted = True
        elif found["somebody"] is not None:
            others += _number(found["s_number"]) if found["s_number"] else 1
            brings = brings or not found["s_number"]
            counted = True
        elif found["brings"] is not None:
            brings = True
    if household:
        return Heads(household + others, True)
    if oneself:
        # "含本人2位" counts them, "本人及太太" adds them
        return Heads(others if counted and not brings else others + 1, True)
    return Heads(others, False if brings else None) if counted else None


def _number(text: str) -> int:
    if text[0].isascii() and text[0].isdigit():
        return int(text.partition(".")[0])
    if text in _ENGLISH:
        return _ENGLISH[text]
    ten = next((at for at, one in enumerate(text) if one in _TENS), None)
    if ten is None:
        return _ONES[text]
    front = _ONES[text[0]] if ten else 1
    return front * _TENS[text[ten]] + (_ONES[text[ten + 1]] if ten + 1 < len(text) else 0)


@lru_cache(maxsize=1024)
def yes(text: str) -> bool:
    """Whether a cell of a column to tick says yes: a tick or another mark, a word, or a number above 0."""
    plain = _plain(text).rstrip(".。!")
    if plain in NO:
        return False
    if plain in _YES or (count(plain) or 0) > 0:
        return True
    return not _NO_TICKS.intersection(plain) and all(unicodedata.category(one) == "So" or one == "√" for one in plain)


def _plain(text: str) -> str:
    """Lower case, without what cannot be seen and without what only says how a sign is drawn."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in folded if unicodedata.category(one) not in ("Mn", "Cf")).strip()
