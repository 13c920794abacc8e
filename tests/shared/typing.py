"""How people type names."""

from __future__ import annotations

from kiosk.adapters.db.name_search import plain, readings
from kiosk.domain.typing.syllables import zhuyin_of


def ways_to_type(letter: str) -> list[str]:
    """One Chinese character as written, simplified, in pinyin with every spelling of ü, in capitals, and in zhuyin."""
    sound = readings(plain(letter))[0]
    umlauts = [sound.replace("v", one) for one in ("v", "u", "ü", "yu")] if sound[:2] in ("lv", "nv") else [sound]
    return [letter, plain(letter), *umlauts, umlauts[0].upper(), zhuyin_of(sound), f"{zhuyin_of(sound)}ˊ"]
