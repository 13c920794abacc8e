"""Which keys stand where: data for the keyboard on the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class FieldKind(StrEnum):
    """What is typed into a field."""

    NAME = "name"
    WORDS = "words"
    EMAIL = "email"
    PHONE = "phone"
    DIGITS = "digits"


class Layout(StrEnum):
    """A set of keys."""

    ZHUYIN = "zhuyin"
    PINYIN = "pinyin"
    LATIN = "latin"
    CAPITALS = "capitals"
    SIGNS = "signs"
    EMAIL = "email"
    EMAIL_CAPITALS = "email_capitals"
    PHONE = "phone"
    DIGITS = "digits"


class Act(StrEnum):
    """Keys that write nothing."""

    DELETE = "delete"
    CLEAR = "clear"
    LEFT = "left"
    RIGHT = "right"
    SHIFT = "shift"
    DONE = "done"
    TO_ZHUYIN = "to_zhuyin"
    TO_PINYIN = "to_pinyin"
    TO_LATIN = "to_latin"
    TO_SIGNS = "to_signs"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: a sign it writes or what it does, and how many times as wide as others it is."""

    sign: str
    wide: float = 1.0


def _row(signs: str, *more: Key) -> tuple[Key, ...]:
    return (*(Key(sign) for sign in signs), *more)


_DELETE = Key(Act.DELETE, 1.5)
_MOVES = (Key(Act.LEFT), Key(Act.RIGHT), Key(Act.CLEAR, 1.6), Key(Act.DONE, 2.0))
_MODES = (Key(Act.TO_ZHUYIN, 1.2), Key(Act.TO_PINYIN, 1.2), Key(Act.TO_LATIN, 1.2), Key(Act.TO_SIGNS, 1.2))
_BOTTOM = (*_MODES, Key(" ", 1.8), *_MOVES)
_EMAIL_BOTTOM = (Key("@", 1.4), Key(".", 1.2), Key("-"), Key("_"), Key("+"), *_MOVES)


def _latin(capitals: bool) -> tuple[tuple[Key, ...], ...]:
    rows = ("qwertyuiop", "asdfghjkl'", "zxcvbnm-")
    one, two, three = (row.upper() if capitals else row for row in rows)
    return (_row("1234567890"), _row(one), _row(two), (Key(Act.SHIFT, 1.5), *_row(three), _DELETE))


def _email(capitals: bool) -> tuple[tuple[Key, ...], ...]:
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    one, two, three = (row.upper() if capitals else row for row in rows)
    return (_row("1234567890"), _row(one), _row(two), (Key(Act.SHIFT, 1.5), *_row(three), _DELETE), _EMAIL_BOTTOM)


LAYOUTS: Mapping[Layout, tuple[tuple[Key, ...], ...]] = {
    # the order of the keys that everybody in Taiwan knows from keyboards
    Layout.ZHUYIN: (
        _row("ㄅㄉˇˋㄓˊ˙ㄚㄞㄢㄦ"),
        _row("ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣ", Key("ˉ")),
        _row("ㄇㄋㄎㄑㄕㄘㄨㄜㄠㄤ", Key("·")),
        _row("ㄈㄌㄏㄒㄖㄙㄩㄝㄡㄥ", Key(Act.DELETE)),
        _BOTTOM,
    ),
    Layout.PINYIN: (
        _row("1234567890"),
        _row("qwertyuiop"),
        _row("asdfghjkl·"),
        (Key("'", 1.5), *_row("zxcvbnm-"), _DELETE),
        _BOTTOM,
    ),
    Layout.LATIN: (*_latin(False), _BOTTOM),
    Layout.CAPITALS: (*_latin(True), _BOTTOM),
    Layout.SIGNS: (
        _row("1234567890"),
        _row(".,!?:;'\"()"),
        _row("@#&%+-*/=_"),
        _row("，。！？、：；「」", _DELETE),
        _BOTTOM,
    ),
    Layout.EMAIL: _email(False),
    Layout.EMAIL_CAPITALS: _email(True),
    Layout.PHONE: (
        _row("123", Key(Act.DELETE)),
        _row("456", Key(Act.LEFT)),
        _row("789", Key(Act.RIGHT)),
        (Key("+"), Key("0"), Key(Act.CLEAR), Key(Act.DONE)),
    ),
    Layout.DIGITS: (
        _row("123", Key(Act.DELETE)),
        _row("456", Key(Act.LEFT)),
        _row("789", Key(Act.RIGHT)),
        (Key(Act.CLEAR), Key("0"), Key(Act.DONE, 2.0)),
    ),
}

PADS = (Layout.PHONE, Layout.DIGITS)
"""Narrow ones, which stand in the middle."""

CHINESE = (Layout.ZHUYIN, Layout.PINYIN)

MAIL_ENDINGS = ("@gmail.com", "@icloud.com", "@outlook.com", "@yahoo.com.tw", "@hotmail.com", "@qq.com", "@163.com")
"""Offered until there is an @: the providers that most customers have."""

_MARKS = "\u0301\u0300\u0302\u0308\u0303\u030a\u0327\u030c\u0304\u0306\u0309\u0323\u0328\u030b\u031b\u0307"
_WITHOUT_MARK: Mapping[str, str] = {"d": "đð", "o": "øœ", "a": "æ", "s": "ß", "l": "ł", "t": "þ", "i": "ı"}


@cache
def accented(letter: str) -> tuple[str, ...]:
    """The letters that this one with an accent may be: é of e, and ế of ê. Empty of what has none."""
    if len(letter) != 1 or not letter.isalpha() or ord(letter) >= 0x2000:
        return ()
    made = (unicodedata.normalize("NFC", letter + mark) for mark in _MARKS)
    found = [one for one in made if len(one) == 1]
    for sign in _WITHOUT_MARK.get(letter.lower(), ""):
        found.append(sign.upper() if letter.isupper() and len(sign.upper()) == 1 else sign)
    return tuple(dict.fromkeys(found))


DACHEN: Mapping[str, str] = dict(
    zip(
        "1qaz2wsxedcrfv5tgbyhnujm8ik,9ol.0p;/-",
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ",
        strict=True,
    )
) | {"3": "ˇ", "4": "ˋ", "6": "ˊ", "7": "˙"}
"""Zhuyin on the keys of a hardware keyboard, as they are printed on those sold in Taiwan."""
