"""Names to type: the most common surnames and given names, and characters that people are named with though no list of
words has them. Their readings come from a library that our table is not made from."""

from __future__ import annotations

import unicodedata
from functools import cache

from pypinyin import Style, pinyin

from kiosk.domain.typing.characters import Script

_SURNAMES_TW = (
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊江呂何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方"
    "宋鄧杜傅侯曹薛丁卓馬阮董溫唐藍石蔣古紀姚連馮歐程湯黃田康姜汪白鄒尤巫鐘黎涂龔嚴韓袁金童陸夏柳凃邵"
)
_GIVEN_TW = (
    "家豪 志明 俊傑 建宏 俊宏 志豪 志偉 文雄 承翰 冠宇 宗翰 彥廷 柏翰 宇軒 睿恩 品睿 宥廷 淑芬 美玲 淑惠 "
    "麗華 雅婷 怡君 欣怡 佳穎 詩涵 郁婷 宜蓁 品妍 語彤 子晴 芯語 苡安 咏晴 思妤 鈺婷 靜宜 玟瑄 筱涵 巧芸 綺 "
    "媛 璇 蓉 萱 珮 瑜 祐 佑 暐 瀚 勛 勳 昱 叡 晟 昇 彰 峻 嶽 鎧 鑫 麒 霖 靖 楷 樺 瓊 瑩 馨 嫻 翊 羿 甯 絜 "
    "沂 沛 沅 涓 玥 珺 琬"
)
_SURNAMES_CN = (
    "王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"
    "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_GIVEN_CN = (
    "伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 浩宇 子轩 梓涵 欣怡 雨桐 "
    "一诺 奕辰 宇轩 沐宸 若汐 艺涵 依诺 俊熙 梓萱 诗涵 可馨 雨泽 皓轩 思源 梦琪 忆柳 之桃 慕青 问兰 尔岚 "
    "元香 初夏 沛菡 傲珊 曼文 乐菱 痴珊 恨玉 惜文 香寒 新柔 语蓉 海安 夜蓉 涵柏 水桃 醉蓝 春儿 语琴 从彤 "
    "傲晴 语兰 又菱 碧彤 元霜 怜梦 紫寒 妙彤 曼易 南莲 紫翠 雨寒"
)
NAMES = {
    Script.TRADITIONAL: [*_SURNAMES_TW, *("陳" + name for name in _GIVEN_TW.split())],
    Script.SIMPLIFIED: [*_SURNAMES_CN, *("王" + name for name in _GIVEN_CN.split())],
}
"""A single character is a surname; of the others the first one is."""

RARE = [
    *(("喆", "zhe"), ("堃", "kun"), ("淼", "miao"), ("垚", "yao"), ("犇", "ben"), ("骉", "biao"), ("翀", "chong")),
    *(("昶", "chang"), ("煊", "xuan"), ("㛃", "jie"), ("䶮", "yan"), ("龑", "yan"), ("嫚", "man"), ("妏", "wen")),
    *(("𠮷", "ji"), ("𣲗", "wei"), ("𫖯", "fu"), ("𬱖", "di"), ("𬍛", "li"), ("𡐓", "kang"), ("𬀩", "wei")),
]
"""Characters that terminals of other makers refuse, some of them beyond U+FFFF, and how they are read."""


@cache
def pinyin_of(sign: str) -> list[tuple[str, int | None]]:
    """How a character is read: syllable (v for ü) and tone, the usual reading first."""
    found: list[tuple[str, int | None]] = []
    for read in pinyin(sign, style=Style.TONE3, heteronym=False, neutral_tone_with_five=True)[0]:
        plain = unicodedata.normalize("NFC", read)
        tone = int(plain[-1]) if plain[-1].isdigit() else None
        found.append((plain.rstrip("12345").replace("ü", "v"), tone))
    return found
