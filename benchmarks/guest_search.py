"""How long the event desk takes to find guests, a keystroke.

usage: python -m benchmarks.guest_search [--guests 100000] [--searches 400] [--quick] [--json FILE]

Guests as a hall has them: nine in ten with Chinese names of two or three characters, the others in Latin letters; a
phone, a company out of 500, a seat. A guest is drawn, and what a volunteer would type of them is typed letter by
letter: the name, its pinyin or initials, zhuyin, a part of the phone, the seat, the company. Milliseconds of each
keystroke; "first letter": of the first ones alone, which find most. "made": seconds to make the index, once, when an
event is opened.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import spread, write_json
from kiosk.adapters.db.guest_index import GuestIndex
from kiosk.adapters.db.guest_keys import Searched
from kiosk.adapters.db.name_search import plain, readings
from kiosk.domain.typing.syllables import zhuyin_of

SURNAMES = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓鄧馮曹曾彭蕭蔡潘田董袁于余葉蔣杜蘇魏程呂丁沈任姚盧傅鍾"
    "姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟秦白江閻薛尹段雷黎史龍陶賀顧毛郝龔邵萬錢嚴賴覃洪武莫孔"
)
GIVEN = (
    "小明曉梅大同雅婷俊傑志豪怡君淑芬美玲建宏家佳穎欣宗翰冠宇柏詩涵思妤宜蓁子軒品睿承恩宥翔雨萱語桐妍芷若浩然一諾"
    "梓詠晴沛珊國榮金龍麗華秀英桂蘭玉珍海燕春文博天佑"
)
LATIN = ("Wendy", "José", "Anna", "Łukasz", "Mary Ann", "Ma", "Smith", "O'Brien", "Núñez", "Nguyễn")


def guest(chance: random.Random, number: int, companies: Sequence[str]) -> Searched:
    """Somebody who could come."""
    if chance.random() < 0.9:
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))
    else:
        name = " ".join(chance.sample(LATIN, 2))
    seat = f"{chance.choice('ABCDEF')}-{chance.randrange(60):02}"
    return Searched(str(number), name, f"+8869{chance.randrange(10**8):08}", chance.choice(companies), seat)


def typed(chance: random.Random, who: Searched) -> str:
    """What somebody would type to find a guest."""
    sounds = [(readings(letter) or (letter,))[0] for letter in plain(who.name)]
    pairs = zip(plain(who.name), sounds, strict=True)
    signs = [zhuyin_of(sound) if readings(letter) else letter for letter, sound in pairs]
    phone = f"0{who.phone[4:]}"
    begin = chance.randrange(8)
    options = (
        who.name,
        "".join(sounds),
        "".join(sound[0] for sound in sounds),
        "".join(signs),
        phone,
        phone[begin : begin + 4],
        who.seat,
        who.company,
    )
    return chance.choice(options)


def measure(guests: int, searches: int) -> dict[str, Any]:
    """Seconds, milliseconds, megabytes."""
    import resource  # which only Unix has

    chance = random.Random(5)
    companies = ["".join(chance.choices(GIVEN, k=4)) + "股份有限公司" for _number in range(500)]
    everybody = [guest(chance, number, companies) for number in range(guests)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, began_cpu = time.perf_counter(), time.process_time()
    index = GuestIndex(everybody)
    made, made_cpu = time.perf_counter() - began, time.process_time() - began_cpu
    spent: list[float] = []
    first: list[float] = []
    for _search in range(searches):
        who = chance.choice(everybody)
        text = typed(chance, who)
        for end in range(1, len(text) + 1):
            began = time.perf_counter()
            found = index.find(text[:end], 20)
            spent.append(1000 * (time.perf_counter() - began))
            if end == 1:
                first.append(spent[-1])
            if not found.total:
                sys.exit(f"{text[:end]!r} of {who} found nobody")
    return {
        "guests": guests,
        "made s": round(made, 1),
        "made cpu s": round(made_cpu, 1),
        "peak mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024,
        "keystroke ms": spread(spent, 2),
        "first letter ms": spread(first, 2),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guests", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=400)
    parser.add_argument("--quick", action="store_true", help="a tenth of the guests")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    figures = measure(args.guests // 10 if args.quick else args.guests, args.searches)
    for name, value in figures.items():
        print(f"{name:16} {value}")
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
