"""Which encoding a text file is in. Its mark says it, or it is UTF-8; else it is told by which characters come out:
those that people write every day, or rare ones."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_TOLD_BY = 65536
_FEW_BROKEN = 0.002
_WORDS = re.compile(
    "姓名|名字|手機|手机|電話|电话|人數|人数|座位|票種|票种|備註|备注|公司|單位|单位|桌|報名|报名|會員|会员|氏名|이름|전화|先生|小姐|女士"
    "|陳|林|黃|張|李|王|吳|劉|蔡|楊|陈|黄|张|吴|刘|杨|赵|周|徐|孙|김|이|박|佐藤|鈴木|高橋|田中"
)


class Decoded(NamedTuple):
    """A text, the name of its encoding, and how many of its characters could not be read in it."""

    text: str
    encoding: str
    broken: int = 0


def decode(data: bytes) -> Decoded:
    """The text of a file."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], name)
    if (wide := _unmarked_utf16(data)) is not None:
        return _read(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    broken = _read(data, "utf-8")
    high = sum(1 for one in data if one >= 0x80)
    if broken.broken <= _FEW_BROKEN * high:
        return broken
    sample = data[:_TOLD_BY]
    best = max(("cp950", "gb18030", "cp932", "cp949", "cp1252"), key=lambda name: _likely(sample, name))
    # characters of Hong Kong and of names that Windows' code page has not
    return _read(data, "big5hkscs" if best == "cp950" and _read(data, "cp950").broken else best)


def _read(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, "big5" if encoding in ("cp950", "big5hkscs") else encoding, text.count("\ufffd"))


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: half of the bytes of separators, digits and line ends are zero."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) <= len(sample) // 16:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _likely(sample: bytes, encoding: str) -> float:
    """How likely the bytes are text in the encoding: everyday characters for it, broken and rare ones against."""
    text = sample.decode(encoding, "replace")
    high = [one for one in text if one > "\x7f"]
    if not high:
        return 0.0
    good = sum(_everyday(one, encoding) for one in high) / len(high)
    words = min(1.0, sum(len(one) for one in _WORDS.findall(text)) / len(high) * 3) if encoding != "cp1252" else 0.0
    return good + words


def _everyday(one: str, encoding: str) -> float:
    if one == "\ufffd":
        return -3.0
    if "\ue000" <= one <= "\uf8ff" or one < "\xa0":
        return -1.5
    if encoding == "cp1252":
        # a letter with a mark now and then; runs of signs are another encoding's bytes
        return 0.35 if one.isalpha() else -0.5
    code = one.encode(encoding, "replace")
    if len(code) != 2:
        return 0.0 if encoding != "cp932" else -0.4  # half-width kana
    lead, trail = code
    if encoding == "cp950":
        return 1.0 if 0xA4 <= lead <= 0xC6 else 0.6 if 0xA1 <= lead <= 0xA3 else -0.2
    if encoding == "gb18030":
        return (
            (1.0 if 0xB0 <= lead <= 0xD7 else 0.6 if lead <= 0xA9 else -0.1) if trail >= 0xA1 and lead >= 0xA1 else -0.4
        )
    if encoding == "cp949":
        return 1.0 if 0xB0 <= lead <= 0xC8 and trail >= 0xA1 else -0.4
    return 1.0 if 0x82 <= lead <= 0x83 or 0x88 <= lead <= 0x97 else -0.1
