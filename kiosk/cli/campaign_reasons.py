"""Why a rule or a coupon gives nothing, in a line: the stable code, and what there was and what was needed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kiosk.domain.money import decimal

if TYPE_CHECKING:
    from kiosk.domain.campaigns.rewards import Check
    from kiosk.domain.refusals import Refusal

_AMOUNTS = frozenset({"amount", "categories", "spend", "spend_reached", "budget"})
_SAID = {
    "member": "for members; nobody is known at the till",
    "use_points": "the customer does not pay with points",
    "code": "the code was not given",
    "exchange": "what came back cost as much as what was bought",
    "kept": "the member kept it from a sale that was undone",
    "nothing_to_give": "it would give nothing",
    "no_benefit": "it would take nothing off",
    "reward_gone": "there is no more of it",
    "referral": "nobody recommended this member",
    "refused_before": "it was refused before",
}
_AMONG = frozenset(
    {
        *("phases", "stores", "channels", "segments", "tiers", "tags", "without_tags", "weekdays", "month_days"),
        *("pay", "times", "dates", "period", "in_force", "referred", "holds", "lacks", "ref", "part", "tier"),
    }
)
_REFUSED_MONEY = ("need", "have", "value")


def reason(why: Check | Refusal, currency: str) -> str:
    """`code: words`, in English as all of the command line. `currency`: of amounts."""
    from kiosk.domain.campaigns.rewards import Check

    return _of_check(why, currency) if isinstance(why, Check) else _of_refusal(why, currency)


def _of_check(check: Check, currency: str) -> str:
    if check.code in _SAID:
        return f"{check.code}: {_SAID[check.code]}"
    if check.code == "n":
        return f"n: number {check.have} of {check.need}"
    if check.code == "any_of":
        return f"any_of: none holds ({', '.join(check.have)})"
    if check.code == "largest_multiplier":
        return "largest_multiplier: a larger multiplier counts"
    if check.have is None and check.need is None:
        return check.code
    have, need = (_shown(value, check.code, currency) for value in (check.have, check.need))
    if check.code.startswith("limit."):
        return f"{check.code}: {have} of {need} are used up"
    return f"{check.code}: {have or 'none'}, not {need}" if check.code in _AMONG else f"{check.code}: {have} of {need}"


def _of_refusal(refusal: Refusal, currency: str) -> str:
    args: dict[str, str] = {}
    for name, value in refusal.args.items():
        if name in _REFUSED_MONEY and isinstance(value, int):
            args[name] = decimal(value, currency)
        elif isinstance(value, datetime):
            args[name] = f"{value:%Y-%m-%d %H:%M}"
        else:
            args[name] = str(value)
    if "other" in args:
        other = args["other"].rpartition("/")[2].partition("#")[0]
        return f"{refusal.code}: not together with {other}"
    if str(refusal.code) in _SAID:
        return f"{refusal.code}: {_SAID[str(refusal.code)]}"
    if "need" in args and "have" in args:
        return f"{refusal.code}: {args['have']} of {args['need']}"
    told = ", ".join(f"{name} {value}" for name, value in args.items())
    return f"{refusal.code}: {told}" if told else str(refusal.code)


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
