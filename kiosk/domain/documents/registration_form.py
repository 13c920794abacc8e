"""Registration by hand, when screens are down or taken: keyed in afterwards with the same checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.documents.blocks import (
    AnyBlock,
    Document,
    DocumentKind,
    Field,
    Keep,
    Pair,
    Qr,
    Rule,
    Side,
    Size,
    Text,
    Ticks,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import clean, personal
from kiosk.domain.documents.composing import document, head, heading, paragraphs, section
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LANGUAGES, LocalText

GATE_AGE = 14
"""Below it, a parent or guardian decides (個人信息保護法, article 31)."""


@dataclass(frozen=True, slots=True)
class PaperConsent:
    """One consent, asked for by itself: a text in every language (ValueError without). `version`: of its text;
    `required`: without it there is no membership."""

    text: LocalText
    version: str
    required: bool = False

    def __post_init__(self) -> None:
        if not all(clean(self.text.get(language)) for language in LANGUAGES):
            raise ValueError("nobody agrees to nothing")


@dataclass(frozen=True, slots=True)
class Question:
    """One more question, with boxes to tick, or without choices a line to write on."""

    text: LocalText
    choices: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """`number` and `code` name the form, so that it is keyed in once; `consents`: at least one (ValueError without).
    `phone_boxes`: digits of a phone in the store's country; `referrer`: the masked name of who recommends, where the
    form was handed out by them."""

    store: LocalText
    campaign: LocalText | None
    consents: tuple[PaperConsent, ...]
    number: str = ""
    code: str = ""
    phone_boxes: int = 10
    referrer: str = ""
    questions: tuple[Question, ...] = ()

    def __post_init__(self) -> None:
        if not self.consents:
            raise ValueError("nobody is registered without being asked")
        if not 6 <= self.phone_boxes <= 15:  # E.164
            raise ValueError(f"a phone of {self.phone_boxes} digits")


@dataclass(frozen=True, slots=True)
class RegistrationFormWords(PaperWords):
    """`version` holds "{version}". `adult`, `child`: the two answers of the gate; `agree`, `disagree`: of a consent."""

    title: str
    number: str
    intro: str
    about_you: str
    name: str
    phone: str
    birthday: str
    email: str
    recommended: str
    recommended_phone: str
    questions: str
    age: str
    adult: str
    child: str
    guardian: str
    guardian_name: str
    guardian_relation: str
    guardian_signature: str
    consents: str
    required: str
    agree: str
    disagree: str
    version: str
    withdraw: str
    signature: str
    dated: str
    staff_only: str
    clerk: str
    keyed_in: str


def lay_out(form: RegistrationForm, words: RegistrationFormWords, brand: Brand | None = None) -> Document:
    """The form."""
    title = f"{words.title} {form.number}"
    return document(DocumentKind.REGISTRATION_FORM, words.language, title, _blocks(form, words, brand), brand=brand)


def _blocks(form: RegistrationForm, words: RegistrationFormWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language = words.language
    yield from head(form.store, language, brand)
    yield heading(words.title)
    campaign = form.campaign.get(language) if form.campaign is not None else ""
    told = (Text(campaign, bold=True), Pair(words.number, form.number), Text(words.intro, Size.SMALL))
    yield Side(told, (Qr(form.code, mm=20),), (4, 1))
    yield from section(words.about_you, _about(form, words))
    yield from section(words.questions, _questions(form, language))
    yield from section(words.age, _gate(words))
    yield from section(words.consents, _consents(form, words))
    yield Keep((Text(words.withdraw, Size.SMALL), Side((Field(words.signature),), (Field(words.dated, 8),), (2, 3))))
    yield Rule()
    yield Keep(
        (
            Text(words.staff_only, Size.SMALL, bold=True),
            Side((Field(words.clerk),), (Field(words.keyed_in),)),
        )
    )


def _about(form: RegistrationForm, words: RegistrationFormWords) -> Iterator[AnyBlock]:
    yield Field(words.name)
    yield Field(words.phone, form.phone_boxes)
    yield Field(words.birthday, 8)
    yield Field(words.email)
    yield Field(words.recommended, value=personal(form.referrer))
    if not form.referrer:
        yield Field(words.recommended_phone, form.phone_boxes)


def _questions(form: RegistrationForm, language: str) -> Iterator[AnyBlock]:
    for question in form.questions:
        text = question.text.get(language)
        choices = tuple(filter(None, (clean(choice.get(language)) for choice in question.choices)))
        yield Ticks(text, choices) if choices else Field(text)


def _gate(words: RegistrationFormWords) -> Iterator[AnyBlock]:
    """Who is younger than GATE_AGE needs somebody who signs for them."""
    yield Ticks("", (words.adult, words.child))
    yield Keep(
        (
            Text(words.guardian, Size.SMALL),
            Side((Field(words.guardian_name),), (Field(words.guardian_relation),)),
            Field(words.guardian_signature),
        )
    )


def _consents(form: RegistrationForm, words: RegistrationFormWords) -> Iterator[AnyBlock]:
    for consent in form.consents:
        version = words.say(words.version, version=consent.version)
        yield Keep(
            (
                *paragraphs(consent.text.get(words.language), size=Size.SMALL),
                Text(version, Size.SMALL, pale=True),
                Ticks(words.required if consent.required else "", (words.agree, words.disagree)),
            )
        )
