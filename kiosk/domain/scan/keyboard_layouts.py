"""Codes that arrive in the wrong letters because scanner and computer disagree about the keyboard.

A handheld scanner presses keys, not letters: set to the American layout on a computer set to the French one
it turns ``KC1:`` into ``KC&M``. Our tokens make this easy to see, because they start with a known prefix
and then have no letters but Base45's (RFC 9285): digits, capitals, space and ``$%*+-./:``.

A text is repaired only where the way back is one-to-one and no key on the way is a dead key, which would have
swallowed a letter without a trace. Otherwise the mix-up is named and the text is given up.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

BASE45 = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
_TOKEN = re.compile(r"K[A-Z][0-9]:")
_CARD_LENGTHS = frozenset({8, 12, 13})


class KeyboardLayout(StrEnum):
    """A layout of letters on keys."""

    US = "us"
    DE = "de"
    FR = "fr"
    ZHUYIN = "zhuyin"


class MixupKind(StrEnum):
    """What went wrong between scanner and computer."""

    CAPS_LOCK = "caps_lock"
    OTHER_LAYOUT = "other_layout"
    FULL_WIDTH = "full_width"
    INPUT_METHOD = "input_method"


@dataclass(frozen=True, slots=True)
class LayoutMixup:
    """A scan in the wrong letters.

    `received` is what arrived. `repaired` is what the code must have said, None where that is not certain.
    `computer` and `scanner` are the layouts that explain it, None where it is not about layouts.
    """

    kind: MixupKind
    received: str
    repaired: str | None = None
    computer: KeyboardLayout | None = None
    scanner: KeyboardLayout | None = None


# The same 47 keys on each, from the key left of 1 to the one right of the full stop; capitals below.
_KEYS: dict[KeyboardLayout, str] = {
    KeyboardLayout.US: (
        "`1234567890-=" "qwertyuiop[]\\" "asdfghjkl;'" "zxcvbnm,./"
        "~!@#$%^&*()_+" "QWERTYUIOP{}|" 'ASDFGHJKL:"' "ZXCVBNM<>?"
    ),
    KeyboardLayout.DE: (
        "^1234567890ß´" "qwertzuiopü+#" "asdfghjklöä" "yxcvbnm,.-"
        '°!"§$%&/()=?`' "QWERTZUIOPÜ*'" "ASDFGHJKLÖÄ" "YXCVBNM;:_"
    ),
    KeyboardLayout.FR: (
        "²&é\"'(-è_çà)=" "azertyuiop^$*" "qsdfghjklmù" "wxcvbn,;:!"
        "³1234567890°+" "AZERTYUIOP¨£µ" "QSDFGHJKLM%" "WXCVBN?./§"
    ),
}  # fmt: skip
_DEAD = {KeyboardLayout.DE: frozenset("^´`"), KeyboardLayout.FR: frozenset("^¨"), KeyboardLayout.US: frozenset("")}
_ZHUYIN = frozenset("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦˇˋˊ˙")
# What Chinese input methods make of these keys, as far as Base45 has them.
_CHINESE_PUNCTUATION = str.maketrans({"。": ".", "、": "/", "￥": "$", "¥": "$", "\u3000": " "})


@dataclass(frozen=True, slots=True)
class _Pair:
    """A scanner of one layout on a computer of another: the way back, and whether nothing gets lost on it."""

    scanner: KeyboardLayout
    computer: KeyboardLayout
    back: dict[int, int]
    lossless: bool


def _pair(scanner: KeyboardLayout, computer: KeyboardLayout) -> _Pair:
    sent, received = _KEYS[scanner], _KEYS[computer]
    dead = _DEAD[computer]
    lossless = not any(got in dead for want, got in zip(sent, received, strict=True) if want in BASE45)
    return _Pair(scanner, computer, str.maketrans(received, sent), lossless)


_PAIRS = tuple(_pair(scanner, computer) for scanner, computer in permutations(_KEYS, 2))


def find_mixup(received: str) -> LayoutMixup | None:
    """Say how `received` came to be in the wrong letters; None if nothing says that it is.

    Only texts that cannot be a code of ours as they stand are looked at: a token that is read in order, a
    plain number, a web address or a stranger's code is never touched.
    """
    if _TOKEN.match(received) or not received:
        return None
    turned = received.swapcase()
    if _TOKEN.match(turned) and received.isascii():
        return LayoutMixup(MixupKind.CAPS_LOCK, received, turned if _whole(turned) else None)
    if any(char in _ZHUYIN for char in received):
        return LayoutMixup(
            MixupKind.OTHER_LAYOUT, received, None, computer=KeyboardLayout.ZHUYIN, scanner=KeyboardLayout.US
        )
    narrow = unicodedata.normalize("NFKC", received.translate(_CHINESE_PUNCTUATION))
    if narrow != received and _TOKEN.match(narrow):
        return LayoutMixup(MixupKind.FULL_WIDTH, received, narrow if _whole(narrow) else None)
    return _other_layout(received)


def _other_layout(received: str) -> LayoutMixup | None:
    found: list[LayoutMixup] = []
    for pair in _PAIRS:
        original = received.translate(pair.back)
        if _TOKEN.match(original):
            certain = pair.lossless and _whole(original)
        elif pair.computer is KeyboardLayout.FR and _is_card(original) and not received.isdecimal():
            certain = pair.lossless
        else:
            continue
        found.append(
            LayoutMixup(MixupKind.OTHER_LAYOUT, received, original if certain else None, pair.computer, pair.scanner)
        )
    if not found:
        return None
    if len({mixup.repaired for mixup in found}) == 1:
        return found[0]
    # Two layouts explain it and disagree: the likelier one is named, nothing is repaired.
    first = found[0]
    return LayoutMixup(first.kind, received, None, first.computer, first.scanner)


def _whole(token: str) -> bool:
    """True if the text can be a whole token: Base45 letters only, in a length that Base45 can have."""
    body = token[4:]
    return len(body) >= 2 and len(body) % 3 != 1 and BASE45.issuperset(body)


def _is_card(text: str) -> bool:
    """True for a GTIN with its right check digit (GS1 General Specifications, 7.9)."""
    if len(text) not in _CARD_LENGTHS or not (text.isascii() and text.isdecimal()):
        return False
    weighted = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(reversed(text)))
    return weighted % 10 == 0
