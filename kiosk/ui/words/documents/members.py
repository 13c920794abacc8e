"""The words of papers for members and whoever becomes one."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.documents.coupon import CouponWords
from kiosk.domain.documents.invite_card import InviteCardWords
from kiosk.domain.documents.registration_form import RegistrationFormWords
from kiosk.domain.documents.welcome_slip import WelcomeSlipWords
from kiosk.domain.money import currency_sign
from kiosk.ui.i18n import speaking, translate


def welcome_slip_words(language: str, currency: str, folder: Path | None = None) -> WelcomeSlipWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217), as of every document here. May be called
    on any thread. `folder`: where the translations lie."""
    with speaking(language, folder):
        return WelcomeSlipWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Welcome!"),
            hello=translate("Paper", "{name}, thank you for joining us"),
            show=translate("Paper", "Your member code: show it whenever you shop with us"),
            gifts=translate("Paper", "Your welcome gifts"),
            until=translate("Paper", "Valid through {day}"),
            clerk=translate("Receipt", "Served by"),
            keep=translate("Paper", "Take a photo of this code, and you always have it with you."),
        )


def coupon_words(language: str, currency: str, folder: Path | None = None) -> CouponWords:
    """The words of a coupon."""
    with speaking(language, folder):
        return CouponWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Coupon"),
            show=translate("Paper", "Please show this code before you pay"),
            until=translate("Paper", "Valid through {day}"),
            span=translate("Paper", "Valid {first} to {last}"),
            member=translate("Paper", "Reserved for"),
            once=translate("Paper", "Good for one purchase."),
            uses=translate("Paper", "Number of uses"),
            no_cash=translate("Paper", "Cannot be exchanged for cash."),
        )


def invite_card_words(language: str, currency: str, folder: Path | None = None) -> InviteCardWords:
    """The words of an invitation."""
    with speaking(language, folder):
        return InviteCardWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "You are invited!"),
            invites=translate("Paper", "{name} would like to share something good with you."),
            for_friend=translate("Paper", "For you when you join"),
            show=translate("Paper", "Scan, or show at any of our stores"),
            until=translate("Paper", "Valid through {day}"),
        )


def registration_form_words(language: str, currency: str, folder: Path | None = None) -> RegistrationFormWords:
    """The words of a registration form."""
    with speaking(language, folder):
        return RegistrationFormWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Membership registration"),
            number=translate("Paper", "Form number"),
            intro=translate("Paper", "Please write clearly, a character in each box. Our staff will be glad to help."),
            about_you=translate("Paper", "About you"),
            name=translate("Paper", "Name"),
            phone=translate("Paper", "Mobile number"),
            birthday=translate("Paper", "Birthday (YYYYMMDD, optional)"),
            email=translate("Paper", "E-mail (optional)"),
            recommended=translate("Paper", "Recommended by (optional)"),
            recommended_phone=translate("Paper", "Their mobile number (optional)"),
            questions=translate("Paper", "A few questions"),
            age=translate("Paper", "Your age"),
            adult=translate("Paper", "I am 14 or older"),
            child=translate("Paper", "I am under 14"),
            guardian=translate(
                "Paper", "Under 14, a parent or guardian fills this in and decides on the consents below:"
            ),
            guardian_name=translate("Paper", "Guardian’s name"),
            guardian_relation=translate("Paper", "Relationship"),
            guardian_signature=translate("Paper", "Guardian’s signature"),
            consents=translate("Paper", "Your consent"),
            required=translate("Paper", "Needed for membership"),
            agree=translate("Paper", "I agree"),
            disagree=translate("Paper", "I do not agree"),
            version=translate("Paper", "Text version {version}"),
            withdraw=translate("Paper", "You can withdraw each consent at any time, in every store."),
            signature=translate("Paper", "Signature"),
            dated=translate("Paper", "Date (YYYYMMDD)"),
            staff_only=translate("Paper", "For our staff"),
            clerk=translate("Paper", "Received by"),
            keyed_in=translate("Paper", "Keyed in by, on"),
        )
