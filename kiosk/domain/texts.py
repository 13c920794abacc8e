"""Words that travel as data: names of coupons, tiers, campaigns in the product's three languages."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("zh_TW", "zh_CN", "en")


@dataclass(frozen=True, slots=True)
class LocalText:
    """One phrase in every language of the product."""

    zh_TW: str  # noqa: N815  (the language tag is the field's name)
    zh_CN: str  # noqa: N815
    en: str

    def get(self, language: str) -> str:
        """The phrase in `language` (one of LANGUAGES; anything else reads as English)."""
        return {"zh_TW": self.zh_TW, "zh_CN": self.zh_CN}.get(language, self.en)
