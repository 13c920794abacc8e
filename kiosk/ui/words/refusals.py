"""Words for every refusal: what is refused, why (since when, until when, who, where), and what to do next.

The codes and their arguments are in kiosk/domain/refusals.py. Title and reason are the same for everybody; what to do
next depends on who reads it: a clerk at the checkout has keys, a customer has none (`refusal_steps.py`). Every code has
its words for everybody, in every language, and `tests/ui/test_refusal_words.py` holds it to that.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.ui.i18n import about, spaced, translate
from kiosk.ui.words import (
    refused_charges,
    refused_codes,
    refused_coupons,
    refused_guests,
    refused_help,
    refused_prizes,
    refused_registration,
    refused_sales,
    refused_slips,
    refused_staff,
    refused_stage,
    refused_wheels,
)
from kiosk.ui.words.refusal_args import Args, RefusalWords
from kiosk.ui.words.refusal_steps import next_step
from kiosk.ui.words.surroundings import Audience, Surroundings

_WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    **refused_charges.WORDS,
    **refused_codes.WORDS,
    **refused_coupons.WORDS,
    **refused_guests.WORDS,
    **refused_help.WORDS,
    **refused_prizes.WORDS,
    **refused_sales.WORDS,
    **refused_registration.WORDS,
    **refused_slips.WORDS,
    **refused_stage.WORDS,
    **refused_staff.WORDS,
    **refused_wheels.WORDS,
}


def refusal_words(refusal: Refusal, around: Surroundings) -> RefusalWords:
    """The words for a refusal, in the language in use, for whoever reads them."""
    words = _WORDS[refusal.code](Args(refusal, around))
    step = words.next_step if around.audience is Audience.CLERK else next_step(refusal.code, around.audience)
    return RefusalWords(spaced(words.title), spaced(words.reason), spaced(step))


def in_a_sentence(words: RefusalWords) -> str:
    """Title and reason in one line, where there is no room for a card."""
    return about(words.title, words.reason)


def in_full(words: RefusalWords) -> str:
    """Title, reason and next step in one paragraph."""
    return translate("Refusal", "{title}: {reason} {next_step}").format(
        title=words.title, reason=words.reason, next_step=words.next_step
    )


def coupon_of(refusal: Refusal, around: Surroundings) -> str:
    """The name of the coupon that was refused, when the refusal is about one that is known here; else empty."""
    return around.coupons.get(str(refusal.args.get("coupon", "")), "")
