"""Ways to type a member's name beyond those that `member_key` holds whole: the same as at the event desk, by the same
letters (`guest_letters`) and the same judge (`guest_marks`). What stands in the table says who may be meant; the judge
says who is.
"""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import islice, product

from kiosk.adapters.db.guest_letters import AGAIN, COMPOUND, FORMS_OF, apart, folded, sounded
from kiosk.adapters.db.guest_marks import marks
from kiosk.adapters.db.name_search import readings
from kiosk.domain.typing.syllables import SIGNS, TONES, zhuyin_syllables

MOST = 2_000
"""Members who may be meant that are looked at one by one."""
_MOST_FORMS = 16
_FEWEST = 3
"""Letters of a word that is looked for with any accents, among names without Chinese characters."""
_TWICE = re.compile(r"(.)\1")
_SIGNS = frozenset(SIGNS)
_TONES = frozenset(TONES)
_FIRST_LETTERS = dict(
    zip(
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ",
        "bpmfdtnlgkhjqxzcsrzcsywyaoeeaeaoaeaee",
        strict=True,
    )
)
"""Of a syllable in pinyin, by its first sign."""
_ACCENTED = frozenset("aeiouycnszl")
_WILD = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})


def condition(text: str, first: int) -> tuple[str, list[str]]:
    """What has to hold in `member_key` of whom `text` may mean, and what its marks from ?`first` on stand for; "" where
    nothing can be looked for."""
    made: list[str] = []
    told: list[str] = []

    def mark(value: str) -> str:
        told.append(value)
        return f"?{first + len(told) - 1}"

    def spoken(letters: str) -> str:
        return f"instr(k.sounds, {mark(chr(10) + letters)})"

    for piece in (piece for word in folded(text).split() for piece in apart(word)):
        ways: list[str] = []
        if any(sign in _SIGNS for sign in piece):
            ways.append(spoken(_initials(piece)))
        elif readings(piece[0]):
            ways += [f"instr(k.name, {mark(one)})" for one in _forms(piece)]
        else:
            for letters in dict.fromkeys((piece, *sounded(piece))):
                ways.append(f"instr(k.name, {mark(letters)})")
                ways.append(spoken(letters))
                ways += [f"({spoken(one)} AND {spoken(letters[len(one) :])})" for one in _surnames(letters)]
            if len(piece) >= _FEWEST:
                accented = "".join("_" if one in _ACCENTED else one.translate(_WILD) for one in piece)
                ways.append(f"(k.sounds = '' AND k.name LIKE {mark(f'%{accented}%')} ESCAPE '\\')")
        made.append(f"({' OR '.join(ways)})")
    return " AND ".join(made), told


def means(text: str, data: str) -> bool:
    """Whether `text` spells the name of a member's row (JSON), every word of it in one place."""
    name = json.loads(data).get("name")
    if not isinstance(name, str):
        return False
    name = AGAIN.sub(r"\1\1", name)
    for word in folded(text).split():
        pieces = apart(word)
        # a title behind a name is none of its letters
        if pieces and not marks(name, word if len(pieces) > 1 else pieces[0]):
            return False
    return True


def _initials(zhuyin: str) -> str:
    bare = "".join(one for one in zhuyin if one in _SIGNS and one not in _TONES)
    return "".join(_FIRST_LETTERS.get(syllable[0], "") for syllable in zhuyin_syllables(bare))


def _forms(characters: str) -> list[str]:
    """The characters in every form in which a name may be written with them."""
    ways = product(*((one, *FORMS_OF.get(one, ())) for one in characters))
    made = ["".join(one) for one in islice(ways, _MOST_FORMS)]
    return [*made, *(_TWICE.sub(r"\1々", one) for one in made if _TWICE.search(one))]


def _surnames(letters: str) -> list[str]:
    """The compound surnames that letters begin with, and go on behind."""
    return [one for one in _compound_sounds() if letters.startswith(one) and len(letters) > len(one)]


@cache
def _compound_sounds() -> tuple[str, ...]:
    said = ("".join(sounds) for one in COMPOUND for sounds in product(*map(readings, one)))
    return tuple(dict.fromkeys(said))
