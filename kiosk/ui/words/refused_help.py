"""Words for calls for help that need nobody any more."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _answered(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Somebody goes there already"),
        translate("Refusal", "{clerk} said so {at}.").format(clerk=a.word("clerk", ""), at=a.time("at"))
        if a.has("at", "clerk")
        else translate("Refusal", "A colleague was first."),
        translate("Refusal", "Nothing to do: go on."),
    )


def _over(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nobody is wanted any more"),
        translate("Refusal", "Whoever called went away, or has been helped."),
        translate("Refusal", "Nothing to do: go on."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.HELP_ANSWERED: _answered,
    RefusalCode.HELP_OVER: _over,
}
