"""Rows that name nobody who comes: sums below a list, what else stands on a page of it, and names that are marked as
cancelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SUM = r"合計|總計|合计|总计|小計|小计|總數|总数|共計|共计|總共|总共|總人數|总人数"
_COUNTED = (
    r"(?:[\d.,\s:：=()\[\]/+-]|位|人|名|席|桌|張|张|份|筆|笔"
    r"|guests?|people|persons?|pax|attendees|tickets?|of|number)*"
)
_TOTAL = re.compile(
    r"(?:應到|应到|實到|实到|已到|未到|缺席|預計|预计)(?:出席)?(?:人數|人数|數|数)(?:[\s\d:=(].*)?|"
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


_FURNITURE = re.compile(
    r"[\s(\[*<\-–—~=.·]*(?:以下(?:空白|無|无)|以下無正文|下空|空白|(?:接|續|续)?(?:下|次)[頁页]|(?:續|续)[前上][頁页]|完|結束|结束"
    r"|全文完|end(?: of (?:the )?(?:list|report|file|page))?|the end|\(?continued\)?|(?:intentionally )?blank)"
    r"[\s)\]*>\-–—~=.·]*"
    r"|[\s\-–—(]*(?:第\s*[\d一二三四五六七八九十]+\s*[頁页]|page\s*\d+|p\.?\s*\d+|\d+\s*/\s*\d+\s*[頁页])"
    r"(?:[\s,，、/／(]*(?:共|of|total)?\s*\d*\s*[頁页]?)[\s\-–—)]*"
    r"|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|.{0,30}(?:名單|名单|名冊|名册|一覽表|一览表|簽到表|签到表|報到表|签到单"
    r"|接龍|接龙|座位表|座次表|桌次表|桌位表|guest list)"
    r"|[【〔《<「\[][^】〕》>」\]]{1,20}[】〕》>」\]]"
    r"|(?:應到|应到|實到|实到)\s*[:：].*"
    r"|[^\d:：]{1,20}[:：]"
    r"|(?:製表|制表|列印|打印|填表|審核|审核|核准|覆核|複核|承辦|承办|主辦|主办|經辦|经办|製作|制作|更新|匯出|导出|匯總|printed|exported|prepared|approved)"
    r"(?:人|者|日期|日|時間|时间|單位|单位| by| on| at)?\s*[:：].*",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,5}|[a-z]{1,2}-?\d{0,3})"
_SECTION = re.compile(
    rf"[\s【\[(《<*★●■#]*(第?\s*{_NUMBER}\s*[桌席枱檯](?:次|號|号)?|(?:主|貴賓|贵宾|親友|亲友|男方|女方|同事|媒體|媒体|工作人員)\s*桌"
    rf"|桌[次號号]?\s*[:：]?\s*{_NUMBER}|table\s*(?:no\.?|number|#)?\s*{_NUMBER})[\s】\])》>:：]*"
    r"(?:[(（\[]?\s*(?:共\s*)?\d{1,3}\s*[人位名]?\s*[)）\]]?)?",
    re.IGNORECASE,
)


_FORM = re.compile(
    r"[\s(\[*]*(?:必[填選选]|[選选]填|非必[填選选]|可不填|可?免填|必須|必须|自動帶入|自动带入|required|optional|mandatory)[\s)\]*]*",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"[\s(\[【（]*(?:範例|范例|示例|樣例|样例|舉例|举例|例如?|填寫範例|example|sample|e\.g\.)"
    r"(?:\s*[:：)\]】）].*|\s*\d{0,2})"
    r"|.+[(\[【（](?:範例|范例|示例|樣例|样例|例|example|sample)[)\]】）]",
    re.IGNORECASE,
)
_CLASS = (
    r"s?v{1,3}\.?i\.?p\.?|貴賓|贵宾|嘉賓|嘉宾|上賓|上宾|一般|普通|其他|其它|員工|员工|同仁|媒體|媒体|記者|记者|工作人員|工作人员"
    r"|家屬|家属|親友|亲友|男方|女方|長官|长官|會員|会员|非會員|客戶|客户|廠商|厂商|regular|general|standard|staff|press|media|others?"
)
_GROUP = re.compile(
    rf"[\s【\[(《<*★●■◆#＃—–-]*((?:(?:{_CLASS})[\s/／、&＆及與]*)+)"
    r"(?:admission|來賓|来宾|貴賓|贵宾|賓客|宾客|嘉賓|嘉宾|人員|人员|名單|名单|名冊|客人|親友|亲友|席|區|区|組|组|guests?|list|attendees?|section|s)*"
    r"[\s】\])》>:：—–-]*(?:[(（\[]?\s*(?:共\s*)?\d{1,4}\s*[人位名]?\s*[)）\]]?)?",
    re.IGNORECASE,
)
_OF_HONOUR = re.compile(r"v\.?i\.?p|貴賓|贵宾|嘉賓|嘉宾|上賓|上宾|長官|长官", re.IGNORECASE)
_ORDINARY = re.compile(r"一般|普通|其[他它]|regular|general|standard|other", re.IGNORECASE)


def is_of_the_form(texts: Sequence[str]) -> bool:
    """Whether a row says what has to be filled in, or shows how, and names nobody."""
    if not texts:
        return False
    if all(map(_FORM.fullmatch, texts)):
        return True
    return any(one and _EXAMPLE.fullmatch(one) is not None for one in texts[:3])


def group(text: str) -> bool | None:
    """Whether guests of honour stand below a row that says nothing else ("VIP貴賓"), or others ("一般來賓（20人）");
    None: it heads no group."""
    found = _GROUP.fullmatch(unicodedata.normalize("NFKC", text)) if len(text) <= 40 else None
    if found is None:
        return None
    return _OF_HONOUR.search(found[1]) is not None and _ORDINARY.search(found[1]) is None


def is_furniture(text: str) -> bool:
    """Whether a row that says nothing else belongs to the page and not to the list: "以下空白", "第 2 頁，共 3 頁",
    "製表人：林小姐"."""
    return _FURNITURE.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def section(text: str) -> str:
    """The table whose guests stand below a row that says nothing else: "第三桌（10人）", "Table 5"; "": it is none."""
    found = _SECTION.fullmatch(text.strip())
    return found[1].strip() if found is not None else ""
