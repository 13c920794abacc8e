"""Texts of a campaign file that are not in every language yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.domain.findings import Finding, warning
from kiosk.domain.texts import LANGUAGES


def draft_findings(drafts: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """One for all of them, at the first. `drafts`: place → the languages that lack."""
    if drafts:
        lacking = [one for one in LANGUAGES if any(one in languages for languages in drafts.values())]
        words = "a draft: {count} texts are not in {languages} yet; what is published needs all"
        yield warning("draft", next(iter(drafts)), words, count=len(drafts), languages=", ".join(lacking))
