"""What words for refusals are made of: three parts, and a refusal's arguments as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.application.campaigns.outcomes import CheckView
from kiosk.domain.refusals import Refusal
from kiosk.ui.i18n import translate
from kiosk.ui.words.checks import check_words
from kiosk.ui.words.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """`title` in a few words, `reason` in a sentence, `next_step` that the clerk can do now."""

    title: str
    reason: str
    next_step: str


class Args:
    """A refusal's arguments as text; an absent one reads as a neutral word, never as a hole in the sentence."""

    def __init__(self, refusal: Refusal, around: Surroundings) -> None:
        self._args = refusal.args
        self._around = around

    def has(self, *names: str) -> bool:
        return all(name in self._args for name in names)

    def time(self, name: str) -> str:
        value = self._args.get(name)
        if not isinstance(value, datetime):
            return translate("Refusal", "earlier")
        return self._around.i18n.when(value, self._around.now)

    def money(self, name: str) -> str:
        value = self._args.get(name)
        return self._around.i18n.money(value) if isinstance(value, int) else translate("Refusal", "the amount")

    def missing(self) -> str:
        need, have = self._args.get("need"), self._args.get("have")
        if isinstance(need, int) and isinstance(have, int):
            return self._around.i18n.money(max(0, need - have))
        return translate("Refusal", "a little")

    def number(self, name: str) -> int:
        value = self._args.get(name)
        return value if isinstance(value, int) else 1

    def store(self) -> str:
        store = str(self._args.get("store", ""))
        return self._around.stores.get(store, store) or translate("Refusal", "another store")

    def coupon(self, name: str) -> str:
        coupon = str(self._args.get(name, ""))
        return self._around.coupons.get(coupon) or translate("Refusal", "a coupon that saves more")

    def word(self, name: str, otherwise: str) -> str:
        return str(self._args.get(name) or otherwise)

    def count(self, name: str) -> str:
        value = self._args.get(name)
        return self._around.i18n.number(value) if isinstance(value, int) else "?"

    def condition(self) -> str:
        """The condition that decided, in words; empty when none is named."""
        code = self.word("other", "")
        view = CheckView(code, False, self._args.get("have"), self._args.get("need"))
        return check_words(view, self._around) if code else ""
