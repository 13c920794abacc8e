"""What is withheld of a prize, and when a document is looked at, by jurisdiction (draws.md, the law's checklist).

TW, 各類所得扣繳率標準: of a resident 10 % when a prize is above NT$20,000; of who does not live there 20 % of any.
Whole dollars; what is below one is left. CN, 個人所得稅法 偶然所得: 20 % of any. HK: none. A campaign may say another
rate of a prize of a draw (`tax_percent`)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.campaigns.legal import CN_RATE, CN_SHOWN_FROM, TW_RATE, TW_WITHHOLDING_FROM
from kiosk.domain.money import rounding_unit

TW_ABROAD_RATE = 20_00
TW_REPORTED_FROM = 1_000_00
"""Above NT$1,000 the organiser reports the winner's income by name, and needs their document for it."""
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Withheld:
    """`percent`: hundredths of a percent; `tax`: minor units; `pays`: what the winner pays before they get goods, the
    same; `reported`: the winner is named to the tax office."""

    percent: int
    tax: int
    reported: bool

    @property
    def of_anything(self) -> bool:
        """Whether anything is withheld."""
        return self.tax > 0


def usual_percent(jurisdiction: str, value: int) -> int:
    """What is withheld of a resident's prize worth `value` minor units, in hundredths of a percent."""
    match jurisdiction:
        case "TW":
            return TW_RATE if value > TW_WITHHOLDING_FROM else 0
        case "CN":
            return CN_RATE
        case _:
            return 0


def withheld(jurisdiction: str, currency: str, value: int, percent: int, *, resident: bool = True) -> Withheld:
    """What is withheld of a prize. `percent`: of a resident, as it was when the prize was won."""
    rate = percent if resident or jurisdiction != "TW" else max(percent, TW_ABROAD_RATE)
    unit = rounding_unit(currency) if currency else 1
    tax = value * rate // _WHOLE
    return Withheld(rate, tax - tax % unit, _reported(jurisdiction, value) or tax > 0)


def needs_identity(jurisdiction: str, value: int, percent: int) -> bool:
    """Whether a document is looked at before such a prize is handed over: where the winner is named to the tax office,
    or shown on the winners' board."""
    return percent > 0 or _reported(jurisdiction, value)


def _reported(jurisdiction: str, value: int) -> bool:
    match jurisdiction:
        case "TW":
            return value > TW_REPORTED_FROM
        case "CN":
            return value > CN_SHOWN_FROM
        case _:
            return False
