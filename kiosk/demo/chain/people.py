"""Names, phones and birthdays for the demo chain. Nobody in it exists."""

from __future__ import annotations

import random

from kiosk.domain.members.card import luhn_digit

SURNAMES = (
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜"
)
DOUBLE_SURNAMES = ("歐陽", "司徒", "張簡", "范姜")
FIRST = "怡雅淑美志建俊家冠宗承柏詩欣惠佳心宜嘉明文子品宥思芷佩孟育偉雨語若筱婉哲彥翊書曉立秀玉春國"
SECOND = "君婷芬玲豪宏傑銘宇翰恩儒涵妤雯慧蓉穎真華芳萱瑜潔如琪樺霖睿廷安瑋軒凱誠澤勳蓁璇霓薇瑄娟珍貞雄義賢"


def name(chance: random.Random) -> str:
    """A Chinese name as it is written in Taiwan: surname first; now and then a double surname or a single given
    character."""
    surname = chance.choice(DOUBLE_SURNAMES) if chance.random() < 0.01 else chance.choice(SURNAMES)
    given = chance.choice(FIRST) + (chance.choice(SECOND) if chance.random() < 0.96 else "")
    return surname + given


def phone(number: int) -> str:
    """The E.164 phone of member `number` (below 100,000): +886 900 0… , counted up, so that no real subscriber's
    number is made up by chance among them."""
    return f"+8869000{number:05d}"


def card_no(number: int) -> str:
    """A card of ten digits with its Luhn digit."""
    body = f"88{number:07d}"
    return body + luhn_digit(body)


def birthday(chance: random.Random) -> str | None:
    """ "MM-DD", or None: not everybody tells."""
    if chance.random() < 0.15:
        return None
    month = chance.randint(1, 12)
    days = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return f"{month:02d}-{chance.randint(1, days):02d}"
