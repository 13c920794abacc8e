"""The law of slips: a file with one token changed says the same, or is told about in that line; never a fault.

`--torture` tries every slip of every plan.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.check import check
from kiosk.protocol.campaigns.file import CampaignFileError, read_campaign
from tests.shared.slips_of_the_finger import Slip, slips
from tests.unit.campaigns.conftest import CAMPAIGNS

PLANS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(CAMPAIGNS.glob("*.yaml"))}
SLIPS = {name: list(slips(text)) for name, text in PLANS.items()}
# by number: a choice among thousands of whole files is read through by hypothesis before each draw
CASES = st.sampled_from(sorted(PLANS)).flatmap(
    lambda name: st.tuples(st.just(name), st.integers(0, len(SLIPS[name]) - 1))
)


def lines_told(plan: str, slip: Slip) -> set[int] | None:
    """Where something is told; None: it says the same."""
    try:
        source = read_campaign(slip.text.encode())
    except CampaignFileError as error:
        return {one.line for one in error.problems}
    if source.campaign == read_campaign(PLANS[plan].encode()).campaign:
        return None
    return {source.place(one.path)[0] for one in check(source.campaign)}


def holds(plan: str, slip: Slip) -> bool:
    """A name that says what something is called may be any; where it is used, the slip is told."""
    told = lines_told(plan, slip)
    return told is None or slip.line in told or slip.names


@given(CASES)
@settings(max_examples=120, deadline=None)
def test_a_slip_is_told_in_its_line_or_changes_nothing(case: tuple[str, int]) -> None:
    plan, number = case
    slip = SLIPS[plan][number]
    assert holds(plan, slip), (plan, slip.line, slip.was, slip.now)


@pytest.mark.parametrize("plan", sorted(PLANS))
def test_every_slip_of_a_plan(plan: str, pytestconfig: pytest.Config) -> None:
    every = SLIPS[plan] if pytestconfig.getoption("--torture") else SLIPS[plan][::97]
    assert [(slip.line, slip.was, slip.now) for slip in every if not holds(plan, slip)] == []


def test_there_are_many_slips_of_each_kind() -> None:
    kinds = {slip.kind for some in SLIPS.values() for slip in some}
    assert kinds == {"key", "moment", "hours", "number", "sign", "name"}
    assert sum(map(len, SLIPS.values())) > 5_000
