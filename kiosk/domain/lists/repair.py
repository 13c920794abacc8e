"""What a phone in a list means that people and spreadsheet programs spoilt."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.registration.phones import PhoneProblem, PhoneRead, mobile_at_home, read_phone


class Repair(StrEnum):
    """What was done to a phone number that was written otherwise than people write one. Stable codes."""

    LOST_ZERO = "lost_zero"  # the spreadsheet took it for a number
    WIDE = "wide"  # digits of full width
    APOSTROPHE = "apostrophe"
    DECIMALS = "decimals"  # 912345678.0, 9.12345678E8
    LETTERS = "letters"  # O for 0, l for 1
    EXTENSION = "extension"  # what stood behind it was cut off
    FIRST_OF_SEVERAL = "first_of_several"
    WORDS = "words"  # that stood beside it
    SWAPPED = "swapped"  # it stood in the name's column


class Phone(NamedTuple):
    """A phone of a list. `e164` "" with a `problem` where it is none; `lost`: digits that no program brings back;
    `mobile`: it may get a message."""

    e164: str = ""
    repairs: tuple[Repair, ...] = ()
    problem: PhoneProblem | None = None
    lost: bool = False
    mobile: bool = False


_PLAIN = re.compile(r"0[\d\- ]+|\+[\d\- ]+")
_NO_ZERO = re.compile(r"[1-9]\d{8}")
_DECIMALS = re.compile(r"(\d{6,15})\.0+")
_EXPONENT = re.compile(r"(\d(?:\.\d+)?)e\+?(\d{1,2})", re.IGNORECASE)
_EXTENSION = re.compile(r"\s*(?:#|＃|ext\.?|x|分機|分机|轉|转|内線|內線)\s*\d{1,6}\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"[/／;；、,，\n|]|\bor\b|或")
_FORMULA = re.compile(r"""=\s*["“”']([^"“”']*)["“”']\s*""")
_SIGNS = str.maketrans(dict.fromkeys("_~/\\·•*.:|", " "))
_SIGNED = re.compile(r"[\d\s()+\-_~/\\·•*.:|]+")
_RUN = re.compile(r"\+?\(?\+?\d[\d\s()\-.]{4,}\d")
_BY_ITSELF = re.compile(r"\+?[\d\-.()]{8,}")
_BEYOND = re.compile(r"[^\d\s+()\-./#]")
_FEWEST = 6
"""Digits of a phone."""
_LETTERS = str.maketrans({"O": "0", "o": "0", "Ｏ": "0", "l": "1", "I": "1"})
_LETTER = re.compile(r"(?<=[\d+\- ])[OolI](?=[\d\- ]|$)|^[Oo](?=\d)")


def phone(text: str, home: str) -> Phone:
    """The phone that a cell's text means, dialled in `home` (ISO 3166-1) where it names no country."""
    if _PLAIN.fullmatch(text) and (known := mobile_at_home(text, home)):
        return Phone(known, mobile=True)
    if _NO_ZERO.fullmatch(text) and (known := mobile_at_home(f"0{text}", home)):
        return Phone(known, (Repair.LOST_ZERO,), mobile=True)
    formula = _FORMULA.fullmatch(text)
    plain, repairs = (formula[1] if formula is not None else text).strip(), []
    if plain[:1] in ("'", "’", "‘", "`"):
        plain, repairs = plain.lstrip("'’‘` "), [Repair.APOSTROPHE]
    narrow = unicodedata.normalize("NFKC", plain)
    if any(wide.isdigit() and not wide.isascii() for wide in plain):
        repairs.append(Repair.WIDE)
    plain = narrow.strip()
    if not plain:
        return Phone(problem=PhoneProblem.EMPTY)
    decimals = _DECIMALS.fullmatch(plain)
    exponent = _EXPONENT.fullmatch(plain)
    if decimals is not None:
        plain = decimals[1]
        repairs.append(Repair.DECIMALS)
    elif exponent is not None:
        digits, power = exponent[1].replace(".", ""), int(exponent[2])
        if power > 15 or len(digits) != power + 1:
            return Phone(problem=PhoneProblem.NOT_A_NUMBER, lost=True)
        plain = digits
        repairs.append(Repair.DECIMALS)
    letters = _LETTER.sub(lambda found: found[0].translate(_LETTERS), plain)
    read = read_phone(letters, home)
    if letters != plain and read.e164:
        repairs.append(Repair.LETTERS)
    if not read.e164:
        plain, read, more = _otherwise(plain, home, read)
        repairs += more
    if not read.e164:
        return Phone(problem=read.problem)
    if read.country == home and plain.isdigit() and plain == _national(read):
        repairs.append(Repair.LOST_ZERO)
    return Phone(read.e164, tuple(repairs), mobile=read.mobile)


def _national(read: PhoneRead) -> str:
    """The digits as dialled at home, without the 0 in front; "" where a country has none."""
    shown = "".join(one for one in read.shown if one.isdigit())
    return shown[1:] if shown.startswith("0") else ""


def _otherwise(plain: str, home: str, first: PhoneRead) -> tuple[str, PhoneRead, list[Repair]]:
    """Another reading of what is no phone as it stands."""
    cut = _EXTENSION.sub("", plain)
    if cut != plain:
        read = read_phone(cut, home)
        if read.e164:
            return cut, read, [Repair.EXTENSION]
    several = [piece.strip() for piece in _SEVERAL.split(plain) if piece.strip()]
    # two with a space or a line's end between them; or whatever looks like one, with words around
    for pieces in (several, _BY_ITSELF.findall(plain), _RUN.findall(plain)):
        if len(pieces) > 1 and (good := _good(pieces, home)):
            several_phones = sum(sum(map(str.isdigit, piece)) >= _FEWEST for piece in pieces) > 1
            return *good[0], [Repair.FIRST_OF_SEVERAL if several_phones else Repair.WORDS]
    if _SIGNED.fullmatch(plain) and (read := read_phone(plain.translate(_SIGNS), home)).e164:
        return plain, read, []
    for piece in _RUN.findall(plain):
        if _BEYOND.search(plain) and (read := read_phone(piece, home)).e164:
            return piece, read, [Repair.WORDS]
    return plain, first, []


_LABELS = re.compile(
    r"(?:手機|手机|電話|电话|行動|聯絡|联系|連絡|tel(?:ephone)?|phone|mobile|cell|m|t)\s*(?:號碼|号码|no\.?)?\s*[.:：]",
    re.IGNORECASE,
)


def beside_phone(text: str) -> tuple[str, str]:
    """What stands beside a phone in one cell, where that has letters: a name, most likely, and, where the phone stands
    between, what is said behind it; "" for nothing."""
    pieces = [_worded(one) for one in _RUN.split(unicodedata.normalize("NFKC", text))]
    said = [one for one in pieces if any(map(str.isalpha, one))]
    return (said[0] if said else "", " ".join(said[1:]))


def _worded(text: str) -> str:
    plain = _LABELS.sub(" ", text).strip(" \t,，、;；:：/|-–—_.")
    for opens, closes in ("()", "（）", "[]"):
        # half of a pair stood around the phone
        if plain.startswith(closes) or plain.count(opens) < plain.count(closes):
            plain = plain.replace(closes, " ")
        elif plain.count(opens) > plain.count(closes):
            plain = plain.replace(opens, " ")
    return " ".join(plain.split())


_ABROAD = {
    "香港": "HK", "hong kong": "HK", "hk": "HK", "hongkong": "HK", "港": "HK", "澳門": "MO", "澳门": "MO",
    "macau": "MO",
    "macao": "MO", "mo": "MO", "台灣": "TW", "臺灣": "TW", "台湾": "TW", "taiwan": "TW", "tw": "TW", "中國": "CN",
    "中国": "CN",
    "中國大陸": "CN", "中国大陆": "CN", "大陸": "CN", "大陆": "CN", "內地": "CN", "内地": "CN", "china": "CN",
    "cn": "CN",
    "日本": "JP", "japan": "JP", "jp": "JP", "新加坡": "SG", "singapore": "SG", "sg": "SG", "馬來西亞": "MY",
    "马来西亚": "MY",
    "malaysia": "MY", "my": "MY", "韓國": "KR", "韩国": "KR", "korea": "KR", "kr": "KR", "美國": "US",
    "美国": "US", "usa": "US",
    "us": "US", "英國": "GB", "英国": "GB", "uk": "GB", "gb": "GB",
}  # fmt: skip
"""Where the guests of these stores have their phones, as a column of places says it."""
_DIAL = re.compile(r"[(（]?(?:\+|00)?(\d{1,4})[)）]?")
_AREA = re.compile(r"[(（]?(0\d{1,3})[)）]?")


def phone_from(text: str, place: str, home: str) -> Phone:
    """The same with what a column beside it says of where it is dialled: a country's code, an area's, a country."""
    place = unicodedata.normalize("NFKC", place).strip()
    if not place or not text or text.lstrip("(（'").startswith(("+", "＋", "00")):
        return phone(text, home)
    numbered = re.search(r"\+\s*(\d{1,4})", place)
    country = _ABROAD.get(place.casefold()) or _ABROAD.get(re.sub(r"[\s(+\d)].*", "", place.casefold()))
    if (area := _AREA.fullmatch(place)) is not None and not place.startswith("00"):
        tried = phone(f"{area[1]}{text}", home)
    elif (code := _DIAL.fullmatch(place) or numbered) is not None:
        tried = phone(f"+{code[1]} {text}", home)
    elif country is not None:
        tried = phone(text, country)
    else:
        return phone(text, home)
    return tried if tried.e164 else phone(text, home)


def _good(pieces: list[str], home: str) -> list[tuple[str, PhoneRead]]:
    """Those of the pieces that are phones; the mobiles only, where there are some."""
    reads = [(piece, read_phone(piece, home)) for piece in pieces[:6]]
    return [one for one in reads if one[1].mobile] or [one for one in reads if one[1].e164]
