"""What a guest is found by, and what a person may type to find them.

A guest is a few short runs of letters: the name as written, as it sounds in pinyin and in zhuyin, its initials, in
Latin letters without accents; the phone's digits; company, seat and number. Each run may be found from several of its
places: a name from every character or word, a phone from every digit. Everything is folded alike on both sides: narrow,
lower case, simplified, without signs. Signs of zhuyin are written with capitals and marks, which nothing folded holds:
a run is one byte a letter then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, product
from typing import Any

from kiosk.adapters.db.guest_letters import COMPOUND, apart, folded, sounded
from kiosk.adapters.db.name_search import readings
from kiosk.domain.members.phones import digits_typed, whole_numbers
from kiosk.domain.typing.syllables import SIGNS, TONES, zhuyin_of

LONGEST = 80
"""Letters of a field by which it is found."""

MOST_WAYS = 4
"""Ways to read one name aloud, likeliest first."""

NAME, SEAT, SPOKEN, INITIALS, PART, NUMBER, COMPANY = 0, 1, 2, 4, 6, 8, 10
"""How likely each is meant, likeliest first: a name's beginning, a seat, how a name sounds, its initials, what stands
in its middle, digits of a phone or a number, the company. One more is for what is read so seldom."""

_ZHUYIN = {ord(sign): letter for sign, letter in zip(SIGNS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ[]{}|^~<>=_;:@!", strict=False)}
_NO_TONES = dict.fromkeys(map(ord, TONES))
_SYLLABLE = frozenset(SIGNS)
_SIGN_I = re.compile(f"(?<=[{SIGNS}])一(?=[{SIGNS}]|$)|^一(?=[{SIGNS}])")
"""The character for one, which looks like the sign ㄧ."""
_ALSO: Mapping[str, tuple[str, ...]] = {
    sound: (sound, f"{sound[0]}u{sound[2:]}", f"{sound[0]}yu{sound[2:]}") for sound in ("lv", "nv", "lve", "nve")
}
"""呂 is lv on a keyboard, lu or lyu in a passport."""

_SURNAMES: Mapping[str, str] = {
    told[0]: told[1:]
    for told in (
        *("万wan", "乐yue", "于yu", "仇qiu", "任ren", "俞yu", "冼xian", "区ou", "华hua", "单shan", "召shao", "员yun"),
        *("宁ning", "尉yu", "强qiang", "折she", "方fang", "曲qu", "曾zeng", "朴piao", "查zha", "沈shen", "洗xian"),
        *("燕yan", "盖ge", "相xiang", "石shi", "祭zhai", "秘bi", "种chong", "繁po", "纪ji", "缪miao", "翟zhai"),
        *("薄bo", "覃qin", "解xie", "谌chen", "车che", "逄pang", "那na", "郇xun", "隗wei", "黑he"),
    )
}
"""How a character is read as a surname, where it is otherwise in words."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search knows of a guest. `id`: within the event; `phone`: E.164 or ""; `codes`: numbers of the ticket or
    the registration that a person could read out."""

    id: str
    name: str = ""
    phone: str = ""
    company: str = ""
    seat: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """`letters` (UTF-8, and a zero byte that ends them), the `starts` from which they are found, a rank for each."""

    letters: bytes
    starts: tuple[int, ...]
    ranks: bytes


def runs_of(guest: Searched) -> Iterator[Run]:
    """Everything a guest is found by."""
    yield from _name_runs(guest.name[:LONGEST])
    if guest.phone:
        yield from _phone_runs(guest.phone)
    if guest.seat:
        yield from _seat_runs(guest.seat[:LONGEST])
    for code in guest.codes:
        if letters := letters_of(folded(code[:LONGEST])):
            yield _run(letters, ((0, NUMBER),))
    if guest.company:
        yield from _company_runs(guest.company[:LONGEST])


def _run(letters: str, starts: Iterable[tuple[int, int]]) -> Run:
    """`starts`: (letter, rank)."""
    found = tuple(starts)
    plain_ascii = letters.isascii()
    return Run(
        letters.encode() + b"\0",
        tuple(at if plain_ascii else len(letters[:at].encode()) for at, _rank in found),
        bytes(rank for _at, rank in found),
    )


_FROM_EACH = tuple(tuple(range(width)) for width in range(LONGEST))


def _phone_runs(phone: str) -> Iterator[Run]:
    """As it is dialled abroad, from its beginning, and as at home, from every digit."""
    digits = phone.lstrip("+")[: LONGEST - 2]
    if not (digits.isascii() and digits.isdigit()):
        return
    home = "0" + digits[_country_code(digits[:3]) :]
    yield Run(digits.encode() + b"\0", (0,), _ONE_NUMBER)
    yield Run(home.encode() + b"\0", _FROM_EACH[len(home)], _ONE_NUMBER * len(home))


_ONE_NUMBER = bytes((NUMBER,))


@cache
def _country_code(begin: str) -> int:
    """How many digits at the beginning of an international number are its country's."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return next((width for width in (1, 2, 3) if int(begin[:width] or 0) in COUNTRY_CODE_TO_REGION_CODE), 0)


@lru_cache(maxsize=8_192)
def _seat_runs(seat: str) -> tuple[Run, ...]:
    letters = letters_of(folded(seat))
    # 7 of A07, and 12 of 第12桌
    turns = [at for at in range(1, len(letters)) if letters[at].isdigit() and not letters[at - 1].isdigit()]
    zeros = [at + 1 for at in turns if letters[at] == "0" and letters[at + 1 : at + 2].isdigit()]
    return (_run(letters, ((0, SEAT), *((at, SEAT) for at in (*turns, *zeros)))),) if letters else ()


def typed_words(text: str, *, loosely: bool = False) -> tuple[tuple[str, ...], ...]:
    """What was typed, as words that all have to be found, each in one of some spellings. Empty when nothing of it is a
    letter or a digit. `loosely`: what is written in several ways within a word is a word each, and titles are none."""
    digits = digits_typed(text)
    if digits is not None:
        abroad = (digits[2:],) if digits[:2] == "00" and len(digits) > 2 else ()
        return (tuple(dict.fromkeys((digits, *abroad, *whole_numbers(digits)))),)
    words = []
    typed = folded(text).split()
    for word in [one for whole in typed for one in apart(whole)] if loosely else typed:
        if letters := letters_of(_zhuyin(word)):
            words.append(tuple(dict.fromkeys((letters, *sounded(letters), _latin(letters)))))
    return tuple(words)


def spellings_of(letter: str) -> Iterator[str]:
    """One folded letter of a name in every way in which it may be typed; nothing for a sign."""
    if letter.isalnum():
        yield letter
        yield from (way for sound in _also(readings(letter)) for way in (sound, _as_zhuyin(sound)))
        yield _latin(letter)


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """Only letters and digits of a folded text (and what stands for signs of zhuyin)."""
    if text.isalnum():
        return text
    return "".join(one for one in text if one.isalnum() or one in _MARKS)


_MARKS = frozenset(letter for letter in _ZHUYIN.values() if not letter.isalnum())


def _zhuyin(word: str) -> str:
    """A folded word with signs of zhuyin, without tones, as they are kept."""
    if "一" in word:
        word = _SIGN_I.sub("ㄧ", word)
    if not any(sign in _SYLLABLE for sign in word):
        # marks are letters of ours only where they stand for signs
        return "".join(one for one in word if one not in _MARKS)
    return word.translate(_NO_TONES).translate(_ZHUYIN)


def _latin(letters: str) -> str:
    """Latin letters without accents, and other alphabets in Latin letters; Chinese characters and zhuyin stay."""
    if letters.isascii():
        return letters
    return "".join(map(_latin_of, letters))


@cache
def _latin_of(letter: str) -> str:
    if letter.isascii() or readings(letter):
        return letter
    return str(_anyascii()(letter)).casefold() or letter


@cache
def _anyascii() -> Any:
    from anyascii import anyascii

    return anyascii


@lru_cache(maxsize=65_536)
def _name_runs(name: str) -> tuple[Run, ...]:
    # names repeat: each is taken apart once
    parts = _parts(folded(name))
    texts = [part.text for part in parts]
    latin = [_latin(text) for text in texts]
    found: dict[Run, None] = {}
    for spelt in (texts, latin) if parts else ():
        found[_joined(spelt, NAME, PART)] = None
    if any(part.sounds for part in parts):
        found.update(dict.fromkeys(_sound_runs(parts)))
    elif len(parts) > 1:
        found[_run("".join(text[0] for text in latin), ((0, INITIALS),))] = None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Part:
    """A Chinese character with its `sounds`, likeliest first, or a word in other letters without any."""

    text: str
    sounds: tuple[str, ...]


def _parts(written: str) -> list[_Part]:
    """A sign ends a part and not a run: O'Brien and Jean-Luc are found as one word, and by each of two."""
    parts: list[_Part] = []
    word = ""
    for letter in written:
        sounds = readings(letter)
        if not sounds and letter.isalnum():
            word += letter
            continue
        if word:
            parts.append(_Part(word, ()))
            word = ""
        if sounds:
            parts.append(_Part(letter, _surname(letter, sounds) if not parts else sounds))
    if word:
        parts.append(_Part(word, ()))
    return parts


def _surname(letter: str, sounds: tuple[str, ...]) -> tuple[str, ...]:
    told = _SURNAMES.get(letter)
    return tuple(dict.fromkeys((told, *sounds))) if told else sounds


def _also(sounds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(way for sound in sounds for way in _ALSO.get(sound, (sound,)))


def _joined(texts: Sequence[str], first: int, later: int) -> Run:
    """One run of the texts, found from each of them: with the rank `first` from its beginning, else `later`."""
    ends = list(accumulate(map(len, texts)))
    return _run("".join(texts), ((at, first if at == 0 else later) for at in (0, *ends[:-1])))


def _sound_runs(parts: Sequence[_Part]) -> Iterator[Run]:
    options: list[tuple[str, ...]] = []
    count = 1
    for part in parts:
        sounds = part.sounds or (_latin(part.text),)
        few = sounds if count * len(sounds) <= MOST_WAYS else sounds[:1]
        count *= len(few)
        options.append(few)
    said: set[str] = set()
    compound = len(parts) > 2 and "".join(part.text for part in parts[:2]) in COMPOUND
    widths = (1, 2) if compound else (1,)
    for number, spoken in enumerate(product(*options)):
        seldom = int(number > 0)
        for sounds in (spoken, tuple(_as_zhuyin(sound) for sound in spoken)):
            initials = [sound[0] for sound in sounds]
            # whole; the initials; the surname whole with the others' initials
            surnames = [[*sounds[:width], *initials[width:]] for width in widths]
            for texts, rank in ((sounds, SPOKEN), (initials, INITIALS), *((one, INITIALS) for one in surnames)):
                if "".join(texts) not in said:
                    said.add("".join(texts))
                    yield _joined(texts, rank + seldom, PART + seldom)


@cache
def _as_zhuyin(sound: str) -> str:
    try:
        return zhuyin_of(sound).translate(_ZHUYIN)
    except ValueError:  # a word in other letters within the name
        return sound


@lru_cache(maxsize=8_192)
def _company_runs(company: str) -> tuple[Run, ...]:
    parts = _parts(folded(company))
    texts = [part.text for part in parts]
    found: dict[Run, None] = {}
    for spelt in (texts, [_latin(text) for text in texts]) if parts else ():
        found[_joined(spelt, COMPANY, COMPANY + 1)] = None
    if any(part.sounds for part in parts):
        found[_run("".join((part.sounds or (part.text,))[0][0] for part in parts), ((0, COMPANY),))] = None
    return tuple(found)
