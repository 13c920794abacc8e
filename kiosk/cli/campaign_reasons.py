"""Why a rule or a coupon gives nothing, in a line: the stable code, and what there was and what was needed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kiosk.cli.campaign_answers import say
from kiosk.domain.money import decimal
from kiosk.domain.texts import LocalText

if TYPE_CHECKING:
    from kiosk.domain.campaigns.rewards import Check
    from kiosk.domain.refusals import Refusal

_AMOUNTS = frozenset({"amount", "categories", "spend", "spend_reached", "budget"})
_SAID = {
    "member": LocalText(
        "限會員；收銀台不知道是誰", "限会员；收银台不知道是谁", "for members; nobody is known at the till"
    ),
    "use_points": LocalText("顧客沒有用積分付款", "顾客没有用积分付款", "the customer does not pay with points"),
    "code": LocalText("沒有給代碼", "没有给代码", "the code was not given"),
    "exchange": LocalText("退回的和買的一樣多", "退回的和买的一样多", "what came back cost as much as what was bought"),
    "kept": LocalText(
        "會員已從取消的交易留下它", "会员已从取消的交易留下它", "the member kept it from a sale that was undone"
    ),
    "nothing_to_give": LocalText("沒有可給的", "没有可给的", "it would give nothing"),
    "no_benefit": LocalText("一點也不會減", "一点也不会减", "it would take nothing off"),
    "reward_gone": LocalText("已經沒有了", "已经没有了", "there is no more of it"),
    "referral": LocalText("沒有人推薦這位會員", "没有人推荐这位会员", "nobody recommended this member"),
    "refused_before": LocalText("之前已被拒絕", "之前已被拒绝", "it was refused before"),
    "largest_multiplier": LocalText("用較大的倍數", "用较大的倍数", "a larger multiplier counts"),
}
_NUMBER = LocalText("第 {have} 次，要 {need}", "第 {have} 次，要 {need}", "number {have} of {need}")
_NONE_HOLDS = LocalText("沒有一項成立（{names}）", "没有一项成立（{names}）", "none holds ({names})")
_USED_UP = LocalText("{need} 已用掉 {have}", "{need} 已用掉 {have}", "{have} of {need} are used up")
_OTHER = LocalText("是 {have}，不是 {need}", "是 {have}，不是 {need}", "{have}, not {need}")
_NOTHING = LocalText("無", "无", "none")
_TOO_LITTLE = LocalText("有 {have}，要 {need}", "有 {have}，要 {need}", "{have} of {need}")
_NOT_TOGETHER = LocalText("不能和 {other} 一起用", "不能和 {other} 一起用", "not together with {other}")
_AMONG = frozenset(
    {
        *("phases", "stores", "channels", "segments", "tiers", "tags", "without_tags", "weekdays", "month_days"),
        *("pay", "times", "dates", "period", "in_force", "referred", "holds", "lacks", "ref", "part", "tier"),
    }
)
_REFUSED_MONEY = ("need", "have", "value")


def reason(why: Check | Refusal, currency: str, language: str) -> str:
    """`code: words`, the words in one of LANGUAGES. `currency`: of amounts."""
    from kiosk.domain.campaigns.rewards import Check

    words = _of_check(why, currency, language) if isinstance(why, Check) else _of_refusal(why, currency, language)
    return f"{why.code}: {words}" if words else str(why.code)


def _of_check(check: Check, currency: str, language: str) -> str:
    if check.code in _SAID:
        return _SAID[check.code].get(language)
    if check.code == "n":
        return say(_NUMBER, language, have=check.have, need=check.need)
    if check.code == "any_of":
        return say(_NONE_HOLDS, language, names=", ".join(check.have))
    if check.have is None and check.need is None:
        return ""
    have, need = (_shown(value, check.code, currency) for value in (check.have, check.need))
    if check.code.startswith("limit."):
        return say(_USED_UP, language, have=have, need=need)
    if check.code in _AMONG:
        return say(_OTHER, language, have=have or _NOTHING.get(language), need=need)
    return say(_TOO_LITTLE, language, have=have, need=need)


def _of_refusal(refusal: Refusal, currency: str, language: str) -> str:
    args: dict[str, str] = {}
    for name, value in refusal.args.items():
        if name in _REFUSED_MONEY and isinstance(value, int):
            args[name] = decimal(value, currency)
        elif isinstance(value, datetime):
            args[name] = f"{value:%Y-%m-%d %H:%M}"
        else:
            args[name] = str(value)
    if "other" in args:
        return say(_NOT_TOGETHER, language, other=args["other"].rpartition("/")[2].partition("#")[0])
    if str(refusal.code) in _SAID:
        return _SAID[str(refusal.code)].get(language)
    if "need" in args and "have" in args:
        return say(_TOO_LITTLE, language, have=args["have"], need=args["need"])
    return ", ".join(f"{name} {value}" for name, value in args.items())


def _shown(value: Any, code: str, currency: str) -> str:
    from kiosk.domain.campaigns.localtime import shown

    if isinstance(value, (tuple, list)):
        if code in ("times", "dates", "period", "in_force") and value and not isinstance(value[0], (tuple, list)):
            return "-".join(_shown(part, code, currency) for part in value)
        return ", ".join(_shown(part, code, currency) for part in value)
    if (code in _AMOUNTS or code.endswith(".saved")) and isinstance(value, int):
        return decimal(value, currency)
    if code == "times" and isinstance(value, int):
        return f"{value // 60:02}:{value % 60:02}"
    if code == "dates" and isinstance(value, int):
        return date.fromordinal(value).isoformat()
    if code == "period" and isinstance(value, int):
        return f"{shown(value):%Y-%m-%d %H:%M}"
    return str(value)
