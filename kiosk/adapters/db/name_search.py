"""What a member's name is searched by: however wide, in whatever case, in traditional or simplified characters, or as
it sounds (pinyin, whole or initials).

Names hold no phrases, so every character is taken by itself: then a part of a name is turned into the same as the whole
name. Characters with several readings are found by each of them (曾 is céng, and zēng as a surname).
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from itertools import product
from typing import Any

MOST_READINGS = 3
MOST_WAYS = 12
"""Ways to read one name aloud."""

FORMS = str.maketrans(
    dict(
        zip(
            "髙𠮷㐂﨑嵜邉辺濵嶋嶌峯桒栁斉斎黒恵沢竜広徳戸啓渕塚穂桜歩亜瀬滝栄関姫顔頼曽呉郞凃栢槇増郷砕",
            "高吉喜崎崎边边滨岛岛峰桑柳齐斋黑惠泽龙广德户启渊冢穗樱步亚濑泷荣关姬颜赖曾吴郎涂柏槙增乡碎",
            strict=True,
        )
    )
)
"""Forms of old registers and of Japan, to the simplified character that is typed for them."""

_LEFT_OUT = str.maketrans("", "", " '’-·.")


def plain(text: str) -> str:
    """The text as names are compared: narrow, lower case, simplified characters, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    # marks of writing direction come along when text is copied, and are seen by nobody
    seen = folded if folded.isascii() else "".join(one for one in folded if unicodedata.category(one) != "Cf")
    return " ".join("".join(map(_simplified, seen)).split())


def sounds(name: str) -> str:
    """How a name that was made `plain` sounds, one way a line and a line break before each: for every character the
    pinyin from there to the end and its initials, and the first whole with the others' initials. Empty for a name
    without Chinese characters."""
    parts = _parts(name)
    if not any(len(readings) > 1 or readings[0] != part for part, readings in parts):
        return ""
    ways: dict[str, None] = {}
    for spoken in _ways([readings for _part, readings in parts]):
        initials = "".join(syllable[0] for syllable in spoken)
        for start in range(len(spoken)):
            ways["".join(spoken[start:])] = None
            ways[initials[start:]] = None
        ways[spoken[0] + initials[1:]] = None
    # one letter is found as the beginning of its syllable
    ways = {way: None for way in ways if len(way) > 1}
    return "".join(f"\n{way}" for way in ways)


def as_sound(text: str) -> str | None:
    """What to look for in `sounds` when somebody typed `text`; None when it is not pinyin."""
    typed = unicodedata.normalize("NFKC", text).casefold().replace("ü", "v").translate(_LEFT_OUT)
    return f"\n{typed}" if typed.isascii() and typed.isalpha() else None


def _ways(readings: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Every way to read the characters, as far as that stays few; the first reading of the rest."""
    taken: list[tuple[str, ...]] = []
    count = 1
    for options in readings:
        few = options if count * len(options) <= MOST_WAYS else options[:1]
        count *= len(few)
        taken.append(few)
    return list(product(*taken))


def _parts(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Characters with their readings; what is not read as a syllable is one with the letters beside it."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    letters = ""
    for character in name:
        found = readings(character)
        if found:
            if letters:
                parts.append((letters, (letters,)))
                letters = ""
            parts.append((character, found))
        elif character.isalnum():
            letters += character
    if letters:
        parts.append((letters, (letters,)))
    return parts


def simplified(text: str) -> str:
    """Traditional characters as simplified ones."""
    return "".join(map(_simplified, text))


@cache
def _simplified(character: str) -> str:
    return character if character.isascii() else str(_opencc().convert(character))


@cache
def readings(character: str) -> tuple[str, ...]:
    """How a Chinese character is read, in pinyin without tones (v for ü); empty for any other."""
    if character.isascii():
        return ()
    pinyin = _pypinyin()
    (found,) = pinyin.pinyin(character, style=pinyin.Style.NORMAL, heteronym=True, errors="ignore") or [[]]
    if not found and (form := FORMS.get(ord(character))):
        return readings(form)  # 𠮷 is read as 吉
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


@cache
def _opencc() -> Any:
    # both are loaded with the first name: the window is painted before that
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _pypinyin() -> Any:
    # its phrases are five times as large as its characters, and no names
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    import pypinyin

    return pypinyin
