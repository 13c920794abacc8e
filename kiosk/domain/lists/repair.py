"""What a cell of a list means: phones that a spreadsheet program spoilt, counts in words, who is a guest of honour."""

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
    SWAPPED = "swapped"  # it stood in the name's column


class Phone(NamedTuple):
    """A phone of a list. `e164` "" with a `problem` where it is none; `lost`: digits that no program brings back."""

    e164: str = ""
    repairs: tuple[Repair, ...] = ()
    problem: PhoneProblem | None = None
    lost: bool = False


_PLAIN = re.compile(r"0[\d\- ]+|\+[\d\- ]+")
_NO_ZERO = re.compile(r"[1-9]\d{8}")
_DECIMALS = re.compile(r"(\d{6,15})\.0+")
_EXPONENT = re.compile(r"(\d(?:\.\d+)?)e\+?(\d{1,2})", re.IGNORECASE)
_EXTENSION = re.compile(r"\s*(?:#|＃|ext\.?|x|分機|分机|轉|转|内線|內線)\s*\d{1,6}\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"[/／;；、,，\n|]|\bor\b|或")
_LETTERS = str.maketrans({"O": "0", "o": "0", "Ｏ": "0", "l": "1", "I": "1"})
_LETTER = re.compile(r"(?<=[\d+\- ])[OolI](?=[\d\- ]|$)|^[Oo](?=\d)")


def phone(text: str, home: str) -> Phone:
    """The phone that a cell's text means, dialled in `home` (ISO 3166-1) where it names no country."""
    if _PLAIN.fullmatch(text) and (known := mobile_at_home(text, home)):
        return Phone(known)
    if _NO_ZERO.fullmatch(text) and (known := mobile_at_home(f"0{text}", home)):
        return Phone(known, (Repair.LOST_ZERO,))
    plain, repairs = text.strip(), []
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
    return Phone(read.e164, tuple(repairs))


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
    pieces = [piece for piece in _SEVERAL.split(plain) if piece.strip()]
    if len(pieces) > 1:
        reads = [(piece.strip(), read_phone(piece, home)) for piece in pieces[:6]]
        good = [one for one in reads if one[1].mobile] or [one for one in reads if one[1].e164]
        if good:
            return *good[0], [Repair.FIRST_OF_SEVERAL]
    return plain, first, []


_NUMERALS = {
    **dict(zip("零一二三四五六七八九十", range(11), strict=True)),
    "兩": 2, "两": 2, "〇": 0, "壹": 1, "貳": 2, "叁": 3, "參": 3,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a": 1,
}  # fmt: skip
_NONE = frozenset(
    {
        "",
        "-",
        "--",
        "—",
        "無",
        "无",
        "没有",
        "沒有",
        "否",
        "不",
        "不攜伴",
        "不携伴",
        "none",
        "no",
        "n",
        "n/a",
        "na",
        "nil",
        "x",
        "×",
        "✗",
    }
)
_SOME = frozenset({"有", "是", "yes", "y", "v", "✓", "✔", "○", "o", "true"})
_COUNT = re.compile(r"\+?\s*(-?\d{1,7})(?:\.0+)?\s*(?:位|人|名|個|个|張|张|次|guests?|people|persons?|pax|tickets?)?")
_SUMMED = re.compile(r"(\d{1,3})\s*(?:大人?|小孩?|adults?|child(?:ren)?|kids?|成人|兒童|儿童)")
_IN_WORDS = re.compile(
    r"([零一二兩两三四五六七八九十〇壹貳叁參]|one|two|three|four|five|six)\s*(?:位|人|名|個|个|張|张|次)?"
)


def count(text: str) -> int | None:
    """The number that a cell of a count means; None where it says none. Nothing, "無" and "no" are 0, "有" is 1."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain in _NONE:
        return 0
    if plain in _SOME:
        return 1
    found = _COUNT.fullmatch(plain)
    if found is not None:
        return int(found[1])
    summed = _SUMMED.findall(plain)
    if summed and not _SUMMED.sub("", plain).strip(" +,、和&"):
        return sum(map(int, summed))
    words = _IN_WORDS.fullmatch(plain)
    return _NUMERALS[words[1]] if words is not None else None


_HONOUR = re.compile(r"(?<![a-z])v{1,2}\.?i\.?p(?![a-z])|貴賓|贵宾")
_NOT_OF_HONOUR = re.compile(r"(?:非|不是|not?|non)[\s-]*(?:v{1,2}\.?i\.?p|貴賓|贵宾)")


def honoured(text: str) -> bool:
    """Whether a tag, a kind of ticket or a remark says that the guest is one of honour."""
    if not text:
        return False
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _HONOUR.search(plain) is not None and _NOT_OF_HONOUR.search(plain) is None


def yes(text: str) -> bool:
    """Whether a cell of a column to tick says yes: a tick, a word, or a number above 0."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    return plain in _SOME or (plain not in _NONE and (count(plain) or 0) > 0)
