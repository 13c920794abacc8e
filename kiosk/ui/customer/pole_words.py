"""What stands on a pole display: two short lines, each with words left and an amount right."""

from __future__ import annotations

from kiosk.domain.money import plain
from kiosk.ui.customer.views import Charging, CustomerView, Drawing, Finished, MemberCode, Signing
from kiosk.ui.i18n import speaking, translate

PoleLine = tuple[str, str]
"""Words, which may be cut, and a figure, which may not."""


def pole_lines(view: CustomerView, store: str, language: str) -> tuple[PoleLine, PoleLine]:
    """The upper and the lower line in a language. Amounts without a currency's sign: poles lack half of them. May be
    called on any thread."""
    with speaking(language):
        # a pole shows no code, nothing that moves, and is no field to sign in
        if view is None or isinstance(view, MemberCode | Drawing | Signing):
            return (translate("Customer", "Welcome"), ""), (store, "")
        if isinstance(view, Charging):
            caption = translate("Customer", "Paid") if view.done else translate("Customer", "To pay")
            caption = translate("Customer", "You get back") if view.back else caption
            return (caption, plain(view.amount, view.currency)), ("", "")
        if isinstance(view, Finished) and view.back is not None:
            caption = translate("Customer", "You get back") if view.back >= 0 else translate("Customer", "To pay")
            return (caption, plain(abs(view.back), view.currency)), ("", "")
        if view.total is None:
            return (translate("Customer", "Goods"), plain(view.amount, view.currency)), ("", "")
        caption = translate("Customer", "To pay") if view.due >= 0 else translate("Customer", "You get back")
        upper = (caption, plain(abs(view.due), view.currency))
        saved = view.amount - view.total
        if saved > 0:
            return upper, (translate("Customer", "Saved"), plain(saved, view.currency))
        return upper, (translate("Customer", "Thank you") if isinstance(view, Finished) else "", "")
