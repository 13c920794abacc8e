"""What a customer should hear of the goods before them: one more is free, add this for so much, so much more for so
much off."""

from __future__ import annotations

from kiosk.domain.campaigns.near_offers import NearOffer
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.words.codes import category_word


def near_offer_words(offer: NearOffer, i18n: I18n) -> tuple[str, str]:
    """What to add, with the rule that makes it worth it; and what that is worth."""
    return spaced(f"{_add(offer, i18n)} · {i18n.text(offer.name)}"), spaced(_worth(offer, i18n))


def _add(offer: NearOffer, i18n: I18n) -> str:
    goods = offer.called or (offer.items[0] if offer.items else "")
    if not goods and offer.categories:
        goods = category_word(offer.categories[0])
    if offer.missing:
        money = i18n.money(offer.missing)
        if goods:
            return translate("Near", "{money} more of {goods}").format(money=money, goods=goods)
        return translate("Near", "{money} more").format(money=money)
    return translate("Near", "One more {goods}").format(goods=goods) if goods else translate("Near", "One more piece")


def _worth(offer: NearOffer, i18n: I18n) -> str:
    if offer.free:
        return translate("Near", "free")
    if offer.missing:
        return translate("Near", "{money} off").format(money=i18n.money(offer.saves or 0))
    return translate("Near", "for {money} more").format(money=i18n.money(offer.extra))
