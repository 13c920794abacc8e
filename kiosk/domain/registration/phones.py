"""A phone number as anybody types it, as the one E.164 form that it is known by everywhere.

Whatever is typed (any script's digits, of any width, any signs between them, with or without the country) is read in
the countries a store has to do with, the store's own first, and must be a number that the country really gives out
(libphonenumber's tables).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kiosk.domain.members.phones import digits_typed

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

COUNTRIES = ("TW", "CN", "HK", "MO")
"""Tried in this order, after the store's own, for a number that does not say its country (ISO 3166-1)."""
LONGEST_TYPED = 60
_FEWEST, _MOST = 6, 17
"""Digits of any number in the world, a prefix to dial abroad included."""
_LONGEST_AT_HOME = 10
_LABEL = re.compile(r"^[^\d+]{1,12}?[:：.]?\s*(?=[+\d(])")
"""What people paste in front of one: "Tel:", "手機：", "☎"."""
_DIAL_OUT = re.compile(r"^(?:00|011|0011|002|005|006|007|009|016|017|019)(?=[1-9])")
"""Prefixes to dial abroad: the world's, and those of TW, HK, JP, KR, AU."""
_APART = str.maketrans("", "", " -")
_COUNTRY_OF = {
    "TWD": "TW", "CNY": "CN", "HKD": "HK", "MOP": "MO", "JPY": "JP", "KRW": "KR", "SGD": "SG", "VND": "VN",
    "MYR": "MY", "THB": "TH", "PHP": "PH", "IDR": "ID", "USD": "US", "CAD": "CA", "AUD": "AU", "NZD": "NZ",
    "GBP": "GB",
}  # fmt: skip
"""Currency of a store (ISO 4217) → its country: where a number without one is dialled."""


class PhoneProblem(StrEnum):
    """Why a text is no phone number. Stable codes."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"  # letters, or something else that no number holds
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_SUCH_NUMBER = "no_such_number"  # as long as one, but nobody has such a number


@dataclass(frozen=True, slots=True)
class PhoneRead:
    """A phone that was typed. `e164`: "" when it is none; `shown`: how people write it, with the country's code when it
    is another country's than the store's; `country`: ISO 3166-1; `mobile`: it may get a message."""

    e164: str = field(default="", repr=False)
    shown: str = field(default="", repr=False)
    country: str = ""
    mobile: bool = False
    problem: PhoneProblem | None = None


def mobile_at_home(typed: str, home: str) -> str:
    """The E.164 form of a mobile number of `home`, read by one look at the country's table: digits, spaces and dashes,
    with or without the country or the 0 in front. "" for everything else, which `read_phone` may still know."""
    code, front, pattern = _mobiles_of(home)
    plain = typed.translate(_APART)
    digits = plain.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return ""
    if digits != plain or (digits.startswith(code) and len(digits) > _LONGEST_AT_HOME):
        national = digits.removeprefix(code) if digits.startswith(code) else ""
    else:
        national = digits.removeprefix(front)
    return f"+{code}{national}" if national and pattern.fullmatch(national) else ""


@lru_cache(maxsize=8)
def _mobiles_of(home: str) -> tuple[str, str, re.Pattern[str]]:
    """Its code, what is dialled in front at home (Hong Kong dials nothing), and what its mobiles look like."""
    found = _lib().PhoneMetadata.metadata_for_region(home)
    if found is None or found.national_prefix not in (None, "0"):
        return "0", "", re.compile("(?!)")
    return str(found.country_code), found.national_prefix or "", re.compile(found.mobile.national_number_pattern)


def country_of(currency: str) -> str:
    """The country of a store by its currency; "" where that does not tell."""
    return _COUNTRY_OF.get(currency, "")


def read_phone(text: str, home: str = "", countries: tuple[str, ...] = COUNTRIES) -> PhoneRead:
    """The phone that `text` means. `home`: the store's country (ISO 3166-1), where one without a country is dialled;
    `countries`: tried after it. Nothing is remembered: what was typed is somebody's."""
    typed = _typed(text)
    if not typed:
        return PhoneRead(problem=PhoneProblem.EMPTY)
    digits = digits_typed(typed) if len(typed) <= LONGEST_TYPED else None
    if digits is None:
        return PhoneRead(problem=PhoneProblem.NOT_A_NUMBER)
    if not _FEWEST <= len(digits) <= _MOST:
        return PhoneRead(problem=PhoneProblem.TOO_SHORT if len(digits) < _FEWEST else PhoneProblem.TOO_LONG)
    order = tuple(dict.fromkeys(one for one in (home, *countries) if one))
    international = typed.lstrip("( ").startswith("+")
    fixed: PhoneNumber | None = None
    for number, said in _meant(digits, order, international=international):
        if _is_mobile(number):
            return _read(number, home, mobile=True)
        # a digit too many makes a mobile of one country a landline in some town of another
        fixed = fixed or (number if said else None)
    if fixed is not None:
        return _read(fixed, home, mobile=False)
    return PhoneRead(problem=_why(digits, order, international=international))


def _typed(text: str) -> str:
    """Without what cannot be seen, and without a label in front."""
    plain = unicodedata.normalize("NFKC", text[: 4 * LONGEST_TYPED])
    plain = "".join(one for one in plain if unicodedata.category(one) not in ("Cf", "Cc", "Mn", "Me")).strip()
    return _LABEL.sub("", plain) if not plain.startswith(("+", "(")) else plain


def _meant(digits: str, countries: Sequence[str], *, international: bool) -> Iterator[tuple[PhoneNumber, bool]]:
    """Numbers in use that the digits may be, the likeliest first; True: the country was said, or is the store's."""
    abroad = _DIAL_OUT.sub("", digits, count=1) if not international else digits
    if international or abroad != digits:
        yield from _valid(f"+{abroad}", None, said=True)
        if international:
            return
    for country in countries:
        yield from _valid(digits, country, said=country == countries[0])
    if len(digits) > _LONGEST_AT_HOME or any(digits.startswith(_code_of(country)) for country in countries):
        yield from _valid(f"+{digits}", None, said=True)


def _valid(text: str, country: str | None, *, said: bool) -> Iterator[tuple[PhoneNumber, bool]]:
    lib = _lib()
    try:
        number = lib.parse(text, country)
    except lib.NumberParseException:
        return
    if lib.is_valid_number(number) and (country is None or lib.region_code_for_number(number) == country):
        yield number, said


def _code_of(country: str) -> str:
    return str(_lib().country_code_for_region(country))


def _is_mobile(number: PhoneNumber) -> bool:
    kinds = _lib().PhoneNumberType
    return _lib().number_type(number) in (kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE)


def _read(number: PhoneNumber, home: str, *, mobile: bool) -> PhoneRead:
    lib = _lib()
    country = lib.region_code_for_number(number) or ""
    form = lib.PhoneNumberFormat
    shown = lib.format_number(number, form.NATIONAL if country == home else form.INTERNATIONAL)
    return PhoneRead(lib.format_number(number, form.E164), shown, country, mobile)


def _why(digits: str, countries: Sequence[str], *, international: bool) -> PhoneProblem:
    """Which way it is wrong, by the first country it may belong to."""
    lib = _lib()
    for country in [None] if international else [*countries, None]:
        try:
            number = lib.parse(f"+{digits}" if country is None else digits, country)
        except lib.NumberParseException:
            continue
        reason = lib.is_possible_number_for_type_with_reason(number, lib.PhoneNumberType.MOBILE)
        if reason == lib.ValidationResult.TOO_SHORT:
            return PhoneProblem.TOO_SHORT
        if reason == lib.ValidationResult.TOO_LONG:
            return PhoneProblem.TOO_LONG
        return PhoneProblem.NO_SUCH_NUMBER
    return PhoneProblem.NO_SUCH_NUMBER


def shown(e164: str, home: str = "") -> str:
    """A stored number as people write it."""
    lib = _lib()
    try:
        return _read(lib.parse(e164, None), home, mobile=False).shown
    except lib.NumberParseException:
        return e164


def _lib() -> Any:
    # its tables are read with the first number: the window is painted before that
    import phonenumbers

    return phonenumbers
