"""What people write where the file wants a value of a certain kind, and what they mean by it: amounts with commas and
currency signs, percent signs and 折, weekdays by name, 24:00, days without a time, signs of a Chinese keyboard.

Everything here only advises: the file must be mended by whoever wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple


class Advice(NamedTuple):
    """What is wrong with a value, as a sentence with {text} and {meant}; and what was meant, as the file wants it."""

    words: str
    meant: str


_MORE = {
    "、": ",", "。": ".", "「": '"', "」": '"', "『": '"', "』": '"', "“": '"', "”": '"', "‘": "'", "’": "'",
    "\u3000": " ", "〜": "~", "—": "-", "–": "-", "−": "-", "【": "[", "】": "]", "〔": "[", "〕": "]",
}  # fmt: skip
_WIDE = re.compile(r"[\uff01-\uff5e\uffe0-\uffe6\u3000]|[、。「」『』“”‘’〜—–−【】〔〕]")
_NUMBER = re.compile(r"[0-9]{1,18}(\.[0-9]{1,4})?")
_CURRENCY = r"NT\$|HK\$|US\$|NTD|TWD|HKD|RMB|CNY|USD|[$¥￥€£]|新臺幣|新台幣|新台币|港幣|港币|人民幣|人民币"
_UNITS = r"元整|元|圓|塊錢|块钱|塊|块|dollars?|yuan"
_COUNTS = r"積分|积分|點|点|分|個月|个月|個|个|件|張|张|次|天|日|人|位|歲|岁|pcs|pieces?|points?|days?|months?"
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"兩": 2, "两": 2, "〇": 0}
_DAYS = {
    name: number
    for number, names in enumerate(
        (
            ("一", "mon", "monday"),
            ("二", "tue", "tues", "tuesday"),
            ("三", "wed", "wednesday"),
            ("四", "thu", "thur", "thurs", "thursday"),
            ("五", "fri", "friday"),
            ("六", "sat", "saturday"),
            ("日", "天", "sun", "sunday"),
        ),
        start=1,
    )
    for name in names
}
_ALL_WEEK = {
    "weekend": "6, 7", "weekends": "6, 7", "週末": "6, 7", "周末": "6, 7",
    "weekday": "1, 2, 3, 4, 5", "weekdays": "1, 2, 3, 4, 5", "workdays": "1, 2, 3, 4, 5", "平日": "1, 2, 3, 4, 5",
    "工作日": "1, 2, 3, 4, 5", "週間": "1, 2, 3, 4, 5",
}  # fmt: skip
_TRUE, _FALSE = (
    {"yes", "on", "y", "1", "true", "是", "對", "对", "有"},
    {"no", "off", "n", "0", "false", "否", "不", "無", "无"},
)


def wide_sign(text: str) -> int | None:
    """Where in `text` the first sign of a Chinese keyboard stands."""
    found = _WIDE.search(text)
    return found.start() if found else None


def narrow(text: str) -> str:
    """The text in plain signs, without quotes around it."""
    found = unicodedata.normalize("NFKC", "".join(_MORE.get(sign, sign) for sign in text))
    return found[1:-1] if len(found) > 2 and found[0] == found[-1] and found[0] in "\"'" else found


def number_advice(text: str, mark: str, key: str) -> Advice | None:
    """`mark`: "money", "percent", "factor" or "". `key`: of the field."""
    plain = text.strip()
    if key == "weekdays":
        return _weekday(plain) or _other_notation(plain)
    share = _share(plain)
    if share is not None:
        words, meant = share
        if mark == "percent":
            return Advice(words, meant)
        if key == "off":
            return Advice("`{text}` is no amount: write `percent: {meant}` in place of `off`", meant)
        if key == "most" and "%" in plain:
            return Advice("`{text}` is no amount: write `most_percent: {meant}` in place of `most`", meant)
    spoken = _spoken(plain)
    if spoken:
        return Advice("`{text}`: a number in digits: write {meant}", str(spoken))
    if other := _other_notation(plain):
        return other
    for pattern, words in (
        (r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", "`{text}`: a number without commas: write {meant}"),
        (rf"(?:{_CURRENCY})\s*[0-9.,]+|[0-9.,]+\s*(?:{_UNITS}|{_CURRENCY})",
         "`{text}`: a number alone, without currency: write {meant}"),
        (rf"[0-9.,]+\s*(?:{_COUNTS})", "`{text}`: a number alone, without what is counted: write {meant}"),
        (r"[0-9][0-9 _']*[0-9](\.[0-9]+)?", "`{text}`: a number without gaps: write {meant}"),
        (r"[0-9.]+\s*[萬万千百kK]", "`{text}`: a number in digits: write {meant}"),
        (r"[0-9]{1,6}(\.[0-9]+)?[eE]\+?[0-9]{1,2}", "`{text}`: a number in digits: write {meant}"),
        (r"\+[0-9.]+|\.[0-9]+|[0-9]+\.", "`{text}`: a number: write {meant}"),
    ):  # fmt: skip
        if re.fullmatch(pattern, plain, re.IGNORECASE):
            number = _digits(plain)
            return Advice(words, number) if number is not None else None
    return None


def _other_notation(text: str) -> Advice | None:
    """What YAML and programs read as another number than people do: 010, 0x10, 0o17, 0b11, 1:30; and days."""
    if re.fullmatch(r"0+[0-9]+(\.[0-9]{1,4})?", text):
        whole, _, decimals = text.partition(".")
        meant = f"{whole.lstrip('0') or '0'}{'.' if decimals else ''}{decimals}"
        return Advice("`{text}` begins with a 0, which some programs read as another number: write {meant}", meant)
    if re.fullmatch(r"0(x[0-9a-f]{1,12}|o[0-7]{1,16}|b[01]{1,48})", text, re.IGNORECASE):
        return Advice("`{text}`: a number in digits: write {meant}", str(int(text, 0)))
    if re.fullmatch(rf"{_CLOCK}|[0-9]+(:[0-9]{{2}})+", text, re.IGNORECASE) and ":" in text:
        return Advice("`{text}` is a time, and a number is expected here", "")
    if re.fullmatch(r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}", text):
        return Advice("`{text}` is a day, and a number is expected here", "")
    return None


def _spoken(text: str) -> int:
    """A number below a hundred million in Chinese words: 三百, 兩千五百, 一萬二千. 0 when it is none."""
    words = re.sub(rf"\s*(?:{_UNITS}|{_COUNTS})$", "", text)
    if not re.fullmatch(f"[{''.join(_DIGITS)}十百千萬万]+", words):
        return 0
    *high, low = re.split("[萬万]", words)
    if len(high) > 1:
        return 0
    tens = (10**4 * _below_ten_thousand(high[0]) if high else 0) + (_below_ten_thousand(low) if low or not high else 0)
    return tens if not high or high[0] else 0


def _below_ten_thousand(words: str) -> int:
    found, digit = 0, None
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            found += (1 if digit is None else digit) * 10 ** ("十百千".index(sign) + 1)
            digit = None
    return found + (digit or 0)


def _digits(text: str) -> str | None:
    times = next(
        (10**power for sign, power in {"萬": 4, "万": 4, "千": 3, "k": 3, "百": 2}.items() if sign in text.lower()), 1
    )
    kept = re.sub(r"[^0-9.]", "", text).rstrip(".")
    if re.fullmatch(r"[0-9.]+e\+?[0-9]+", text, re.IGNORECASE):
        kept = text
    try:
        value = Decimal("0" + kept if kept.startswith(".") else kept) * times
    except InvalidOperation:
        return None
    written = f"{value:f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return written if _NUMBER.fullmatch(written) else None


def _share(text: str) -> tuple[str, str] | None:
    """A percentage with its sign, or what is left of the price in tenths: 9折, 85 折, 八五折, 半價."""
    found = re.fullmatch(
        r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:%|percent|pct|趴|per cent)(?:\s*off)?", text, re.IGNORECASE
    )
    if found:
        return "`{text}`: a percentage without its sign: write {meant}", found[1]
    if text in ("半價", "半价"):
        return "`{text}` takes off {meant} %: write {meant}", "50"
    found = re.fullmatch(r"([0-9.]{1,4}|[〇零一二三四五六七八九]{1,2})\s*折", text)
    if not found:
        return None
    kept = "".join(str(_DIGITS.get(sign, sign)) for sign in found[1])
    try:
        left = Decimal(kept)
    except InvalidOperation:
        return None
    left = left * 10 if left < 10 else left  # 9 折 is 90 %, 85 折 is 85 %
    if not 0 < left < 100:
        return None
    return "`{text}` takes off {meant} %: write {meant}", f"{(100 - left).normalize():f}"


def _weekday(text: str) -> Advice | None:
    days = weekdays_advice(text)
    if days is None or days == text:
        return None
    return Advice("`{text}`: weekdays are numbers, 1 Monday to 7 Sunday: write {meant}", days)


def weekdays_advice(text: str) -> str | None:
    """The numbers of a day, of several or of those from one to another, with commas: "1, 2, 3"."""
    plain = text.strip().lower()
    if plain in _ALL_WEEK:
        return _ALL_WEEK[plain]
    found: list[int] = []
    for part in re.split(r"\s*(?:[,，、/&+]|和|and)\s*", plain):
        ends = [_one_day(day) for day in re.split(r"\s*(?:-|–|~|～|至|到|to)\s*", part, maxsplit=1)]
        if None in ends:
            return None
        first, last = ends[0] or 0, ends[-1] or 0
        found += range(first, last + 1) if last >= first else [*range(first, 8), *range(1, last + 1)]
    return ", ".join(map(str, sorted(set(found))))


def _one_day(text: str) -> int | None:
    name = re.sub(r"^(星期|禮拜|礼拜|週|周)", "", text.strip().rstrip("."))
    return int(name) if re.fullmatch("[1-7]", name) else 7 if name == "0" else _DAYS.get(name)


def bool_advice(text: str, key: str = "") -> Advice | None:
    """Yes and no in other words; an amount where `each` is to repeat one."""
    if key == "each" and _NUMBER.fullmatch(text.strip()) and text.strip() not in ("0", "1"):
        return Advice("`{text}`: true or false; for every {text} is {meant}", f"`spend: {text.strip()}, each: true`")
    low = text.strip().lower()
    meant = "true" if low in _TRUE else "false" if low in _FALSE else None
    return Advice("`{text}`: true or false: write {meant}", meant) if meant else None


def id_advice(text: str) -> Advice | None:
    """An id in small letters and dashes."""
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")  # nobody sees them
    meant = re.sub(r"[^a-z0-9._-]+", "-", narrow(text).lower()).strip("-._")
    if not meant or (not text.isascii() and not narrow(text).isascii()):
        return None
    return Advice("`{text}`: an id has small letters, digits, dots, dashes and underscores: write {meant}", meant[:64])


# -- days and times ---------------------------------------------------------------------------------------------------

_DAY = (
    r"(?:中華民國|中华民国|民國|民国)?\s*(?P<y>[0-9]{4}|1[0-9]{2})\s*[-/.年]?\s*(?P<m>[0-9]{1,2})\s*[-/.月]?"
    r"\s*(?P<d>[0-9]{1,2})\s*[日號号]?"
)
_BEFORE_THE_REPUBLIC = 1911
"""Years of the Republic of China, as Taiwan counts them, begin with 1912; those of three digits are told by that."""
_CLOCK = (
    r"(?P<half>上午|早上|下午|晚上|中午)?\s*(?P<H>[0-9]{1,2})\s*(?:[:.點点時时]\s*(?P<M>[0-9]{2})?\s*分?)?"
    r"(?::[0-9]{2})?\s*(?P<ap>[ap]\.?m\.?)?"
)
_ZONE = r"\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?"


def moment_advice(text: str, kind: type, key: str) -> Advice | None:
    """`kind`: date, datetime or time; `key`: of the field."""
    known: dict[type, Callable[[str, str], Advice | None]] = {date: _day, datetime: _day_and_time, time: _time}
    return known[kind](text.strip(), key)


def _day(text: str, _key: str) -> Advice | None:
    found = re.fullmatch(rf"{_DAY}(?P<rest>[T ].*)?", text)
    day = _date(found) if found else None
    if day is None or found is None:
        return None
    words = "`{text}`: a day without a time: write {meant}" if found["rest"] else "`{text}`: a day: write {meant}"
    return Advice(words, day.isoformat())


def _day_and_time(text: str, key: str) -> Advice | None:
    whole = re.fullmatch(_DAY, text)
    day = _date(whole) if whole else None
    if day is not None:
        if key != "ends":
            return Advice("`{text}` has no time: write {meant}", f"{day} 00:00")
        words = "`{text}` has no time, and the end is excluded: for that whole day write {meant}"
        return Advice(words, f"{_next(day)} 00:00")
    found = re.fullmatch(rf"{_DAY}[T ,]*{_CLOCK}{_ZONE}", text, re.IGNORECASE)
    day, clock = (_date(found), _minutes(found)) if found else (None, None)
    if day is None or clock is None:
        return None
    if clock == 24 * 60 or (key == "ends" and clock == 24 * 60 - 1):  # ends are excluded
        words = "`{text}`: a day ends at 00:00 of the next: write {meant}"
        return Advice(words, f"{_next(day)} 00:00")
    return Advice("`{text}`: a day and a time, by the store's clock: write {meant}", f"{day} {_hhmm(clock)}")


def dates_advice(text: str) -> str | None:
    """A day, or from one to another, as the file wants it."""
    days = [_date(found) for found in re.finditer(_DAY, text)]
    between = re.sub(_DAY, "|", text).strip()
    if None in days or not re.fullmatch(r"\|(?:\s*(?:-|–|~|～|至|到|to|\.\.)\s*\|)?", between):
        return None
    return f"{{since: {days[0]}, until: {days[-1]}}}"


def range_advice(text: str) -> str | None:
    """From a number to another, as the file wants it."""
    found = re.fullmatch(r"\s*([0-9.]+)\s*(?:-|–|~|～|至|到|to)\s*([0-9.]+)\s*", text)
    return f"{{at_least: {found[1]}, at_most: {found[2]}}}" if found else None


def _time(text: str, _key: str) -> Advice | None:
    found = re.fullmatch(_CLOCK, text, re.IGNORECASE) or re.fullmatch(r"(?P<H>[0-9]{2})(?P<M>[0-9]{2})", text)
    clock = _minutes(found) if found else None
    if clock is None:
        return None
    if clock == 24 * 60:
        return Advice("`{text}`: midnight is 00:00: write {meant}", "00:00")
    return Advice("`{text}`: a time: write {meant}", _hhmm(clock))


def hours_advice(text: str) -> Advice | None:
    """Hours from and until."""
    parts = re.split(r"\s*(?:-|~|to|至|到)\s*", narrow(text).strip(), maxsplit=1)
    if len(parts) != 2:
        return None
    ends = [re.fullmatch(_CLOCK, part, re.IGNORECASE) for part in parts]
    clocks = [_past_midnight(one) if one else None for one in ends]
    if ends[0] is None or ends[1] is None or clocks[0] is None or clocks[1] is None:
        return None
    since, until = _both_halves(ends[0], ends[1], clocks[0], clocks[1])
    if until == 24 * 60 and since < until:
        return Advice("`{text}`: the end of the day is 00:00: write {meant}", f"{_hhmm(since)}-00:00")
    day = 24 * 60
    if since >= day or until >= day:
        words = "`{text}`: hours past midnight begin again at 00:00: write {meant}"
        return Advice(words, f"{_hhmm(since % day)}-{_hhmm(until % day)}")
    return Advice("`{text}`: hours: write {meant}", f"{_hhmm(since)}-{_hhmm(until)}")


def _both_halves(first: re.Match[str], last: re.Match[str], since: int, until: int) -> tuple[int, int]:
    """晚上6點-9點 is in the evening to its end, and 6-9pm from its beginning; 晚上10點-2點 and 9-5pm are not."""
    noon = 12 * 60
    if _late(first) and not _half(last) and since < until + noon <= 24 * 60:
        return since, until + noon
    if _late(last) and not _half(first) and since < noon and since + noon < until:
        return since + noon, until
    return since, until


def _late(found: re.Match[str]) -> bool:
    return (found["ap"] or "").lower().startswith("p") or found["half"] in ("下午", "晚上")


def _half(found: re.Match[str]) -> bool:
    return bool(found["ap"] or found["half"])


def _past_midnight(found: re.Match[str]) -> int | None:
    """Minutes of the day, or, as 26:00 is written, of the night after it."""
    hour = int(found["H"])
    minutes = _minutes(found)
    return hour * 60 + int(found["M"] or 0) if minutes is None and 24 <= hour < 30 and not _half(found) else minutes


def _date(found: re.Match[str]) -> date | None:
    try:
        year = int(found["y"])
        return date(year if year >= 1_000 else year + _BEFORE_THE_REPUBLIC, int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _minutes(found: re.Match[str]) -> int | None:
    """Of the day; 1440 for 24:00."""
    groups = found.groupdict()
    hour, minute = int(groups["H"]), int(groups["M"] or 0)
    hour += 12 if "half" in groups and _late(found) and hour < 12 else 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return hour * 60 + minute


def _hhmm(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
