"""States of the checkout beside a till that tells its articles: what is worth adding, and how it is paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import offers
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.channels import Channel
from kiosk.domain.goods.catalogue import Article, Tree
from kiosk.protocol.rows import GOODS_ID

_CTRL = Qt.KeyboardModifier.ControlModifier
_CAMPAIGN = "tea-days"
# as labels on the shelf, in the store's own language
_NAMES = {"oolong": "烏龍茶", "cake": "鳳梨酥", "mug": "馬克杯"}
_GOODS = (Item("oolong", "tea", 2, 320_00), Item("mug", "home", 1, 180_00))


def _near(stage: Stage) -> None:
    for bucket, id_, row in offers.campaign_rows(_CAMPAIGN):
        stage.store.publish(bucket, id_, row)
    stage.store.publish("chain/goods", GOODS_ID, Tree(currency=offers.CURRENCY))
    for article, name in _NAMES.items():
        stage.store.publish("chain/articles", article, Article(article, name=name, price=60_00))
    stage.sign_in()
    amount = sum(item.cost for item in _GOODS)
    visit = replace(stage.api.new_visit(Channel.TILL), till="T-17", amount=amount, items=_GOODS)
    by_category = (("home", 180_00), ("tea", 640_00))
    stage.checkout.flow.basket_arrived(stage.api.price(replace(visit, by_category=by_category)))
    stage.settle()


def _paid_by(stage: Stage) -> None:
    _near(stage)
    stage.key(Qt.Key.Key_Y, modifiers=_CTRL)


GOODS_STATES: dict[str, Callable[[Stage], None]] = {"near_offers": _near, "paid_by": _paid_by}
"""Name → how to get there from a freshly opened window."""
