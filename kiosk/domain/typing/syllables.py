"""How a syllable is spelt: in pinyin as it is typed (v for ü, no tone), and in zhuyin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

TONES: Mapping[str, int] = {"ˉ": 1, "ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5}
"""Marks of zhuyin; the first tone, which paper leaves out, has a key of its own."""

_INITIALS: Mapping[str, str] = {
    "b": "ㄅ",
    "p": "ㄆ",
    "m": "ㄇ",
    "f": "ㄈ",
    "d": "ㄉ",
    "t": "ㄊ",
    "n": "ㄋ",
    "l": "ㄌ",
    "g": "ㄍ",
    "k": "ㄎ",
    "h": "ㄏ",
    "j": "ㄐ",
    "q": "ㄑ",
    "x": "ㄒ",
    "zh": "ㄓ",
    "ch": "ㄔ",
    "sh": "ㄕ",
    "r": "ㄖ",
    "z": "ㄗ",
    "c": "ㄘ",
    "s": "ㄙ",
}
_FINALS: Mapping[str, str] = {
    "a": "ㄚ",
    "o": "ㄛ",
    "e": "ㄜ",
    "ai": "ㄞ",
    "ei": "ㄟ",
    "ao": "ㄠ",
    "ou": "ㄡ",
    "an": "ㄢ",
    "en": "ㄣ",
    "ang": "ㄤ",
    "eng": "ㄥ",
    "er": "ㄦ",
    "i": "ㄧ",
    "ia": "ㄧㄚ",
    "io": "ㄧㄛ",
    "ie": "ㄧㄝ",
    "iai": "ㄧㄞ",
    "iao": "ㄧㄠ",
    "iu": "ㄧㄡ",
    "ian": "ㄧㄢ",
    "in": "ㄧㄣ",
    "iang": "ㄧㄤ",
    "ing": "ㄧㄥ",
    "iong": "ㄩㄥ",
    "u": "ㄨ",
    "ua": "ㄨㄚ",
    "uo": "ㄨㄛ",
    "uai": "ㄨㄞ",
    "ui": "ㄨㄟ",
    "uan": "ㄨㄢ",
    "un": "ㄨㄣ",
    "uang": "ㄨㄤ",
    "ong": "ㄨㄥ",
    "v": "ㄩ",
    "ve": "ㄩㄝ",
    "van": "ㄩㄢ",
    "vn": "ㄩㄣ",
}
_WITHOUT_INITIAL: Mapping[str, str] = {
    "yi": "i",
    "ya": "ia",
    "yo": "io",
    "ye": "ie",
    "yai": "iai",
    "yao": "iao",
    "you": "iu",
    "yan": "ian",
    "yin": "in",
    "yang": "iang",
    "ying": "ing",
    "yong": "iong",
    "yu": "v",
    "yue": "ve",
    "yuan": "van",
    "yun": "vn",
    "wu": "u",
    "wa": "ua",
    "wo": "uo",
    "wai": "uai",
    "wei": "ui",
    "wan": "uan",
    "wen": "un",
    "wang": "uang",
    "weng": "ong",
    "wong": "ong",
}
_BARE = frozenset({"zhi", "chi", "shi", "ri", "zi", "ci", "si"})
"""Their vowel is not written in zhuyin."""

ALSO_TYPED: Mapping[str, str] = {
    "lue": "lve",
    "nue": "nve",
    "lyu": "lv",
    "nyu": "nv",
    "lyue": "lve",
    "nyue": "nve",
    "jv": "ju",
    "qv": "qu",
    "xv": "xu",
    "yv": "yu",
}
"""Other ways in which people type a syllable: as passports spell ü, and v where a u would do."""

LETTERS = "abcdefghijklmnopqrstuvwxyz'"
"""What pinyin is typed with; ' parts two syllables that could be one."""

SIGNS = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ" + "".join(TONES)
"""What zhuyin is typed with."""

_PLACES: Mapping[str, int] = {
    **dict.fromkeys("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ", 0),
    **dict.fromkeys("ㄧㄨㄩ", 1),
    **dict.fromkeys("ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ", 2),
    **dict.fromkeys(TONES, 3),
}


def zhuyin_of(pinyin: str) -> str:
    """A syllable without its tone: `lv` is ㄌㄩ. ValueError when it is none."""
    if pinyin in _WITHOUT_INITIAL:
        return _FINALS[_WITHOUT_INITIAL[pinyin]]
    for width in (2, 1, 0):
        initial, final = pinyin[:width], pinyin[width:]
        if len(initial) == width and (not width or initial in _INITIALS):
            if pinyin in _BARE:
                return _INITIALS[initial]
            if initial in ("j", "q", "x") and final.startswith("u"):
                final = f"v{final[1:]}"
            if final in _FINALS:
                return _INITIALS.get(initial, "") + _FINALS[final]
    raise ValueError(f"not a syllable: {pinyin}")


def is_initial(letters: str) -> bool:
    """Whether letters are what a syllable begins with, so that they may stand for one: `zh`, `y`."""
    return letters in _INITIALS or letters in ("y", "w")


def zhuyin_syllables(typed: str) -> Iterator[str]:
    """Zhuyin signs cut into syllables: a sign that cannot follow begins another one."""
    begun = ""
    for sign in typed:
        if begun and _PLACES[sign] <= _PLACES[begun[-1]]:
            yield begun
            begun = ""
        begun += sign
    if begun:
        yield begun
