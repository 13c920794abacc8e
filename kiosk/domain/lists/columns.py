"""What a column is, by its heading: in the words of offices in Chinese (both scripts) and English, and of what pretix,
Eventbrite and Indico export in any of their languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kiosk.domain.lists.heading_words import FOREIGN, WORDS


class Column(StrEnum):
    """What the product takes out of a list. Stable codes."""

    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    PHONE = "phone"
    EMAIL = "email"
    PLUS_ONES = "plus_ones"  # beside the guest
    PARTY = "party"  # the guest included
    ADULTS = "adults"  # of a party, the guest among them
    CHILDREN = "children"
    COMPANIONS = "companions"  # who comes along, by their names
    COUNTRY = "country"  # or area, where the phone is dialled
    TABLE = "table"
    VIP = "vip"
    TAGS = "tags"
    TICKET = "ticket"  # what kind of one
    CODE = "code"  # of the ticket, as it is scanned
    TICKETS = "tickets"  # how many chances in a draw
    NOTE = "note"
    COMPANY = "company"
    STATUS = "status"
    COMING = "coming"  # whether they do, as they said themselves
    MEMBER = "member"


IDENTITY = frozenset({Column.NAME, Column.FAMILY, Column.PHONE, Column.EMAIL, Column.CODE, Column.MEMBER})
"""A list without any of these is none of people."""

_NOT_A_GUESTS = re.compile(
    r"緊急|紧急|emergency|推薦|推荐|介紹|介绍|邀請|邀请|referr|invited ?by|承辦|承办|業務員|业务员|經手"
    r"|经手|負責|负责|organi[sz]er|銷售|销售|活動|活动|\bevent|檔案|文件|file ?name|user ?name|帳號|账号"
    r"|銀行|银行|\bbank|城市|\bcity|傳真|传真|\bfax|訂單代|订单代|order|發票|发票|invoice|統編|統一編號"
    r"|verified|驗證|验证|\blabel$|- type$|(?:partner|spouse|plus one|companion|guest \d)s?'? (?:last|family|sur)"
)
"""Of somebody else, or of something else: no column of a guest's own."""
_PAYS = re.compile(
    r"付款|付費|付费|購買|购买|訂購|订购|訂票|订票|買家|买家|購票|购票|代表人|buyer|purchaser|payer|billing|bill to"
)
"""Of who paid: the guest's own only where the list names no other."""
_NOT_A_NAME = re.compile(
    r"公司|單位|单位|機構|机构|company|organi[sz]ation|school|學校|学校|座位|seat|桌|table|商品|產品|产品"
    r"|product|ticket|票|店|store|團|隊|team|group|組|组|數|数|種|种|類|类|編號|编号|代碼|代码|識別|\bid\b"
    r"|id$|地址|address|日|date|性別|性别|gender|時間|时间|攜伴|携伴|同行|隨行|随行|陪同|眷屬|家屬"
    r"|companion|partner|spouse|配偶|伴侶|伴侣|plus|#|guest ?list"
)
_WITH_ONESELF = re.compile(r"不含本人|不含自己|除本人|本人以外|excluding|besides|not including")
_ONESELF_TOO = re.compile(r"含本人|含自己|連同本人|连同本人|including|incl\.? ")
_NOT_PEOPLE = re.compile(r"椅|餐|票|車|床|chair|meal|menu|ticket|seat|bed|under|age|歲|岁")
_PEOPLE = frozenset({"adults", "children"})
_NAMED = re.compile(r"姓名|名字|\bname")
_COMING = re.compile(
    r"(?:請問)?(?:您|你|貴賓|贵宾)?(?:是否|能否|可否|會否|会否)(?:會|会|能|可以?|將|将|確定|确定|方便)?(?:親自|亲自)?"
    r"(?:出席|參加|参加|赴宴|到場|到场|前來|前来)(?:.{0,6}(?:活動|活动|晚宴|典禮|典礼|宴會|宴会|聚會|聚会|婚宴|婚禮|婚礼|春酒|尾牙|論壇|论坛|發表會|研討會))?"
    r"(?:嗎|吗)?"
    r"|(?:出席|參加|参加|赴宴)(?:與否|与否|意願|意愿|回覆|回函|回复|回條|回条)"
    r"|(?:出席|參加|参加|赴宴|到場|到场|出欠|會來|会来)(?:嗎|吗)?"
    r"|(?:will |are )?(?:you |be )*(?:attend(?:ing)?|com(?:e|ing)|going)|rsvp(?: status| reply| response)?",
)
"""Asks whether they come: nothing else may stand in it, since one may also be asked whether one joins a draw."""
_HOW_MANY = {
    Column.PLUS_ONES: re.compile(
        r"how many .*(?:bring|with you|accompany|besides you|excluding)"
        r"|.*[攜携帶带](?:幾|几|多少)(?:位|人|個|个).*|.*(?:幾|几|多少)(?:位|人|個|个)(?:同行|陪同|攜伴|携伴|親友|亲友)"
    ),
    Column.PARTY: re.compile(
        r"how many (?:people|persons|guests|of you)\b(?!.*(?:bring|with you)).*"
        r"|(?:請問|请问)?(?:您|你)?(?:們|们)?(?:共|總共|总共|一共|會|会|預計|预计)?(?:來|来|有)?"
        r"(?:幾|几|多少)(?:位|人|個人|个人)(?:出席|參加|参加|前來|前来|來|来|赴宴|用餐)?"
    ),
}
"""Questions that ask for a number of people."""
_NO_PIECES = {"first": Column.GIVEN, "last": Column.FAMILY, "中文": Column.NAME}
"""Headings by themselves, and nothing as a part of one."""
_COUNTS = frozenset({Column.PLUS_ONES, Column.PARTY})
_BY_THE_WAY = 600
"""How much less a heading says that is of who paid."""
_PARENTHESES = re.compile(r"[(\[{【「<].*?[)\]}】」>]")
_PIECES = re.compile(r"[a-z0-9+#]+|[^\W\d_a-z]+")
_WHOLE, _PIECE, _WITHIN = 3000, 2000, 1000


class Match(NamedTuple):
    """What a heading says. `score`: how plainly; higher is better, a whole heading is 2,900 or more."""

    column: Column
    score: int

    @property
    def whole(self) -> bool:
        """The heading is the word, and nothing besides."""
        return self.score > _PIECE


def _key(text: str) -> str:
    """Lower case, without marks and signs; words of letters one space apart."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_PIECES.findall(plain.replace("'", "")))


def _known() -> dict[str, Match]:
    known: dict[str, Match] = {}
    for code, words in WORDS.items():
        for rank, word in enumerate(words):
            known.setdefault(_key(word), Match(Column(code), _WHOLE - rank))
    for code, words in FOREIGN.items():
        for word in words:
            known.setdefault(_key(word), Match(Column(code), _WHOLE - 90))
    return known


_KNOWN = _known()
_CJK = tuple(sorted((word for word in _KNOWN if len(word) > 1 and not word.isascii() and " " not in word), key=len))


def is_exact(heading: str) -> bool:
    """Whether a heading is one of the words that head a column, and nothing besides."""
    found = match(heading)
    return found is not None and found.score > _WHOLE - 100


def is_payers(heading: str) -> bool:
    """Whether a heading is of who paid, or of who spoke for them, and not of who comes."""
    return _PAYS.search(unicodedata.normalize("NFKC", heading).casefold()) is not None


def may_head(texts: Sequence[str]) -> bool:
    """Whether a row may be headings, as cheaply as it can be said: two of its texts are words that head a column."""
    known = 0
    for one in texts:
        known += one.casefold() in _KNOWN
        if known > 1:
            return True
    return False


@lru_cache(maxsize=4096)
def match(heading: str) -> Match | None:
    """The column that a heading names; None: none of those the product takes."""
    lowered = unicodedata.normalize("NFKC", heading).casefold()
    if not lowered.strip() or len(lowered) > 120:
        return None
    main = _PARENTHESES.sub(" ", lowered).strip()
    if _COMING.fullmatch(main.strip(" *?:.。")):
        return Match(Column.COMING, _WHOLE)
    plain = main.strip(" *?:.。？")
    asked = next((column for column, question in _HOW_MANY.items() if question.fullmatch(plain)), _NO_PIECES.get(plain))
    found = Match(asked, _WHOLE - 80) if asked is not None else _of(main) or _of(lowered)
    if found is not None and is_payers(heading):
        found = Match(found.column, found.score - _BY_THE_WAY)
    if found is not None and found.column in _COUNTS:
        if _WITH_ONESELF.search(lowered):
            return Match(Column.PLUS_ONES, found.score)
        if _ONESELF_TOO.search(lowered):
            return Match(Column.PARTY, found.score)
    return found


def _of(text: str) -> Match | None:
    key = _key(text)
    whole = _KNOWN.get(key) or _KNOWN.get(key.replace(" ", ""))
    if whole is not None:
        return whole
    if not key or _NOT_A_GUESTS.search(text):
        return None
    pieces = key.split(" ")
    best: Match | None = None
    for first in range(len(pieces)):
        for last in range(len(pieces), first, -1):
            found = _KNOWN.get(" ".join(pieces[first:last]))
            if found is not None and _may(found.column, text):
                # the head of a heading stands at its end; more words say more
                score = _PIECE + 10 * (last - first) + last + found.score // 300 - _WHOLE // 300
                best = max(best, Match(found.column, score), key=_score) if best else Match(found.column, score)
    if best is not None:
        return best
    joined = key.replace(" ", "")
    ends: list[tuple[int, int, Match]] = []
    for word in _CJK:
        at = joined.rfind(word)
        if at >= 0 and _may(_KNOWN[word].column, text):
            ends.append((at + len(word), len(word), _KNOWN[word]))
    if not ends:
        return None
    end, length, found = max(ends, key=lambda one: one[:2])
    return Match(found.column, _WITHIN + 10 * length + end)


def _score(found: Match) -> int:
    return found.score


def _may(column: Column, text: str) -> bool:
    if column in _COUNTS:
        return _NAMED.search(text) is None
    if column in _PEOPLE:
        return _NAMED.search(text) is None and _NOT_PEOPLE.search(text) is None
    return column not in (Column.NAME, Column.GIVEN, Column.FAMILY) or _NOT_A_NAME.search(text) is None
