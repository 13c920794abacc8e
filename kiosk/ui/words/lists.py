"""How much of a list is shown: said the same way wherever a list is longer than what stands there."""

from __future__ import annotations

from kiosk.ui.i18n import I18n, spaced, translate


def shown_of(shown: int, total: int, i18n: I18n, *, narrow: bool = True) -> str:
    """ "The first 20 of 67", and that more can be typed where `narrow`; empty when all of them are shown."""
    if shown >= total:
        return ""
    words = translate("List", "The first {shown} of {total}.")
    if narrow:
        words = translate("List", "The first {shown} of {total}: type more to narrow it down.")
    return spaced(words.format(shown=i18n.number(shown), total=i18n.number(total)))
