"""Whether somebody on a list comes: by the state that its program says, by their own answer, by how many come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from kiosk.domain.lists import counts
from kiosk.domain.lists.book import Sheet, text_of
from kiosk.domain.lists.columns import Column
from kiosk.domain.lists.headings import Headings

_CANCELLED = re.compile(
    r"取消|作廢|作废|退票|退款|過期|过期|逾期|不克|不出席|未錄取|未录取|婉拒|谢绝"
    r"|(?:臨時|临时|確定|确定|因故)不(?:能|會|会|克)?(?:來|来|到|出席|參加|参加)"
    r"|(?:審核|审核)?(?:拒絕|拒绝|駁回|驳回)|(?:未|不)(?:通過|通过|予錄取|獲准)"
    r"|(?:nimmt|nehme) nicht|no asist|ne (?:participe|vient) pas|non partecip|não (?:vai|comparec)|wyklucz"
    r"|cancel|withdrawn|reject|declin|not (?:attending|going)|transferred"
    r"|refund|expired|void|deleted|storniert|abgelaufen|annul|キャンセル|취소|отмен|hủy|huỷ"
    r"|zrušen|anulowan|geannuleerd|peru(?:ttu|utettu)|eliminato|törölve|otkazano|dibatalkan|iptal",
    re.IGNORECASE,
)
_NOT_COMING = re.compile(
    r"\s*(?:否|不|不會|不会|不要|不行|不可|不能|不便|不克|無法|无法|沒空|没空|缺席|未出席"
    r"|(?:不|不能|不克|無法|无法|不會|不会|未)(?:來|来|到|出席|參加|参加|前來|前来|赴宴)"
    r"|n|no|nope|false|0|x|✗|✘|×|❌|absent|regrets?|not \w+|no (?!problem|worries|doubt)\w+"
    r"|(?:can ?not|can'?t|won'?t)(?: \w+)*)"
    r"\s*(?:[。.!！]?\s*|[\s,，;；:：。.(（–—-](?!.*(?:\byes\b|will (?:come|attend|be there)|會來|会来)).*)",
    re.IGNORECASE,
)
_NO_SHOW = re.compile(
    r"no[\s-]?show|缺席|爽約|爽约|放鳥|放鸽子|未出席|未參加|未参加|absent|did ?n[o']t (?:attend|come|show)",
    re.IGNORECASE,
)
_NOT_ARRIVED = re.compile(r"未到(?:場|场)?")
_ARRIVED = re.compile(r"(?:已|準時|准时)?(?:到|簽到|签到|報到|报到|到場|到场|入場|入场)(?:了)?")
_ATTENDING = re.compile(r"出席|參加|参加|到場|到场|attend|coming", re.IGNORECASE)


def does_not_come(texts: Mapping[Column, list[str]], headings: Headings, *, absent: bool) -> bool:
    """Whether a row says that its guest does not come, or did not."""
    for state in texts.get(Column.STATUS, ()):
        if _CANCELLED.search(state) or _NO_SHOW.search(state) or (absent and _NOT_ARRIVED.fullmatch(state)):
            return True
    if any(_CANCELLED.search(said) or _NOT_COMING.fullmatch(said) for said in texts.get(Column.COMING, ())):
        return True
    return any(
        said and _ATTENDING.search(headings.places.get(at, "")) and counts.count(said) == 0
        for at, said in zip(headings.columns.get(Column.PARTY, ()), texts.get(Column.PARTY, ()), strict=False)
    )


def absent_are_left_out(sheet: Sheet, headings: Headings) -> bool:
    """Whether "未到" means that somebody did not come. Where others have arrived, or nobody has, it means "not yet"."""
    places = headings.columns.get(Column.STATUS, ())
    if not places:
        return False
    states = {
        text_of(row[at]).strip() for row in islice(sheet.rows(), headings.first, None) for at in places if at < len(row)
    }
    others = {one for one in states if one and not _NOT_ARRIVED.fullmatch(one)}
    return bool(others) and not any(_ARRIVED.fullmatch(one) for one in others)
