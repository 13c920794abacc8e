"""Words for public codes of campaigns."""

from __future__ import annotations

from kiosk.application.sales.outcomes import CodeRead
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.words.checks import check_words
from kiosk.ui.words.surroundings import Surroundings


def code_words(code: CodeRead, i18n: I18n, around: Surroundings) -> str:
    """That a code counts, or why it does not yet."""
    name = i18n.text(code.name)
    if code.why is None:
        return spaced(translate("Notice", "Code for “{name}”: it counts.").format(name=name))
    said = translate("Notice", "Code for “{name}”: it does not count ({why}).")
    return spaced(said.format(name=name, why=check_words(code.why, around)))
