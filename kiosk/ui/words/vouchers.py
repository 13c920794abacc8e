"""Words for vouchers of value."""

from __future__ import annotations

from kiosk.ui.i18n import Customs, I18n, spaced, translate


def voucher_words(name: str, left: int, i18n: I18n | Customs) -> str:
    """A voucher that pays, with the minor units that are on it afterwards."""
    return spaced(translate("Voucher", "{name}, {left} left on it").format(name=name, left=i18n.money(left)))
