"""Ways to be refused, by the code they end in. `refusals_of_coupons` and `refusals_of_people` fill the list."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import Refusal, RefusalCode
from tests.integration.terminal.shop import Shop

Case = Callable[[Shop], Refusal]
CASES: dict[RefusalCode, list[Case]] = {}


def case(code: RefusalCode) -> Callable[[Case], Case]:
    def keep(work: Case) -> Case:
        CASES.setdefault(code, []).append(work)
        return work

    return keep


def expect(refusal: object, **args: object) -> Refusal:
    assert isinstance(refusal, Refusal), refusal
    said = {name: value for name, value in refusal.args.items() if name in args}
    assert said == args
    return refusal
