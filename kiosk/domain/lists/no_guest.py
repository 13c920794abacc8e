"""Rows that name nobody who comes: sums below a list, and names that are marked as cancelled."""

from __future__ import annotations

import re
import unicodedata

_SUM = r"合計|總計|合计|总计|小計|小计|總數|总数|共計|共计|總共|总共|總人數|总人数"
_COUNTED = (
    r"(?:[\d.,\s:：=()\[\]/+-]|位|人|名|席|桌|張|张|份|筆|笔"
    r"|guests?|people|persons?|pax|attendees|tickets?|of|number)*"
)
_TOTAL = re.compile(
    rf"[^\W\d]{{0,6}}\s*(?:{_SUM})(?:人數|人数|桌數|桌数|金額|金额|張數|张数|出席|報名|报名|來賓|来宾|共|約|约)*"
    r"(?:[\s\d:=(\[一二三四五六七八九十百千兩两].*)?"
    rf"|(?:全部|共)\s*\d[\d,]*\s*(?:位|人|名|席|桌|張|张|份|筆|笔).*"
    rf"|(?:number of |sum )?(?:grand |sub-?)?(?:total|sum)s?{_COUNTED}",
    re.IGNORECASE,
)

_BRACKETS = re.compile(r"[(\[{<【〔〈《「『](.{1,40}?)(?:[)\]}>】〕〉》」』]|$)")
_OPENS = frozenset("(（[［{｛<＜【〔〈《「『")
_DAY = r"[\d/.\-年月日號号:\s]{0,12}"
_COME = r"出席|參加|参加|前來|前来|到場|到场|赴宴|來|来|到"
_CANCELLED = re.compile(
    rf"{_DAY}(?:已經|已经|已|臨時|临时|確定|确定|因故|有事|本人|[*※!！])*\s*"
    rf"(?:取消|作廢|作废|退票|退款|退出|婉拒|謝絕|谢绝|辭退|辞退|缺席|請假|请假|不克|(?:不|不能|不會|不会|無法|无法|沒辦法|没办法)(?:{_COME}))"
    rf"(?:{_COME}|報名|报名|訂位|订位|了)*[!！]?{_DAY}"
    r"|(?:has |is |was |now |already )*(?:cancel(?:l?ed|s|lation)?|cxl(?:l?e?d)?|canx|withdrawn|withdrew|withdrawal"
    r"|declined?|refunded|void(?:ed)?|annulled|regrets?"
    r"|(?:is |will |does |do )?not (?:be )?(?:coming|come|attend(?:ing)?|going)|no longer (?:coming|attending)"
    r"|(?:can ?not|can'?t|won'?t|unable to) (?:come|attend|make it))"
    rf"(?: (?:by|on|at|per) .*)?[!.]?{_DAY}",
    re.IGNORECASE,
)


def is_total(text: str) -> bool:
    """Whether a cell heads a sum: "合計", "總共 8 位", "Total: 8 guests"; not "Total Energies", who may come."""
    return _TOTAL.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def is_cancelled(name: str) -> bool:
    """Whether a mark in brackets beside a name says that they do not come: "溫心怡（取消）", "Amy [cancelled]"."""
    if not _OPENS.intersection(name):
        return False
    plain = unicodedata.normalize("NFKC", name).replace("’", "'")
    return any(_CANCELLED.fullmatch(found[1].strip()) for found in _BRACKETS.finditer(plain))
