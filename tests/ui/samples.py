"""Views as the use cases give them, made by hand: for what a test shows the screen without a store behind it."""

from __future__ import annotations

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.texts import LocalText

CAMPAIGN = LocalText("老友新鄰", "老友新邻", "Old Friends, New Neighbours")
FEAST = LocalText("團圓年味", "团圆年味", "Home for the New Year")
MOONCAKE = LocalText("月餅兌換券", "月饼兑换券", "Mooncake voucher")
_RULE = LocalText("規則", "规则", "Rule")

TERMINAL = TerminalInfo(
    device="d-01",
    name="收銀 2",
    store="S02",
    store_name=LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship"),
    zone="Asia/Taipei",
    currency="TWD",
    campaign=CAMPAIGN,
    day=9,
    days=30,
    stores=(("S01", LocalText("忠孝店", "忠孝店", "Zhongxiao")),),
)


def reward(
    rule: str, kind: RewardKind, quantity: int = 1, *, name: LocalText | None = None, ref: str = "", **more: object
) -> RewardView:
    """A reward of a campaign."""
    id_ = f"old-friends/{rule}/demo/0"
    return RewardView(id_, kind, quantity, CAMPAIGN, _RULE, ref, name, **more)  # type: ignore[arg-type]
