"""Makes characters.txt beside it, from which names are typed by sound: `make_characters.py FOLDER`.

What it reads, and under which licence (texts in resources/licences/typing):

- `Unihan_Readings.txt` and `Unihan_OtherMappings.txt` of Unicode 15.0 (Unicode licence): readings of some 44,000
  characters, which of them are in use in mainland China (kTGH).
- `BPMFBase.txt`, `heterophony1.list` and `phrase.occ` of McBopomofo (MIT): readings as they are taught in Taiwan, which
  of them comes first, and how often a character is written there.
- `dict.txt` of jieba 0.42.1 (MIT): how often words, and among them names, are written in mainland China.
- Faker 40 (MIT), which has to be installed: surnames and given names by how common they are.

FOLDER holds the files under the names above. The result is sorted and has no dates: the same input, the same bytes.
"""

from __future__ import annotations

import importlib
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from opencc import OpenCC

TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
READING_FIELDS = ("kMandarin", "kTGHZ2013", "kHanyuPinlu", "kXHC1983", "kHanyuPinyin")
NOT_SPELT = {"ê"}
"""Interjections that neither keyboard can spell; whoever is read so has another reading, too."""

SURNAMES_READ: Mapping[str, tuple[str, ...]] = {
    "单": ("shan4",),
    "單": ("shan4",),
    "解": ("xie4",),
    "仇": ("qiu2",),
    "区": ("ou1",),
    "區": ("ou1",),
    "查": ("zha1",),
    "任": ("ren2",),
    "华": ("hua4", "hua2"),
    "華": ("hua4", "hua2"),
    "曾": ("zeng1",),
    "朴": ("piao2", "pu2"),
    "盖": ("ge3", "gai4"),
    "蓋": ("ge3", "gai4"),
    "乐": ("yue4", "le4"),
    "樂": ("yue4", "le4"),
    "覃": ("qin2", "tan2"),
    "缪": ("miao4",),
    "繆": ("miao4",),
    "翟": ("zhai2", "di2"),
    "冼": ("xian3",),
    "洗": ("xian3",),
    "召": ("shao4",),
    "种": ("chong2",),
    "折": ("she2",),
    "繁": ("po2",),
    "员": ("yun4",),
    "員": ("yun4",),
    "尉": ("wei4",),
    "宁": ("ning2", "ning4"),
    "甯": ("ning2", "ning4"),
    "曲": ("qu1",),
    "祭": ("zhai4",),
    "万": ("wan4",),
    "萬": ("wan4",),
    "葛": ("ge3", "ge2"),
    "盛": ("sheng4",),
    "那": ("na1", "na4"),
    "应": ("ying1",),
    "應": ("ying1",),
    "燕": ("yan1",),
    "相": ("xiang4",),
    "过": ("guo1",),
    "過": ("guo1",),
    "牟": ("mou2", "mu4"),
    "车": ("che1",),
    "車": ("che1",),
    "石": ("shi2",),
    "沈": ("shen3",),
    "重": ("chong2",),
    "行": ("xing2",),
    "尹": ("yin3",),
    "和": ("he2",),
    "都": ("du1",),
    "强": ("qiang2",),
    "強": ("qiang2",),
    "少": ("shao4",),
    "要": ("yao1",),
    "谷": ("gu3",),
    "卜": ("bu3",),
    "柏": ("bo2", "bai3"),
    "便": ("pian2",),
    "长": ("chang2", "zhang3"),
    "長": ("chang2", "zhang3"),
    "句": ("gou1",),
    "干": ("gan1",),
}
"""Surnames that are read otherwise than the word: facts of the language, collected by hand."""

COMPOUND_READ: Mapping[str, str] = {
    "尉迟": "yu chi",
    "尉遲": "yu chi",
    "长孙": "zhang sun",
    "長孫": "zhang sun",
    "万俟": "mo qi",
    "澹台": "tan tai",
    "澹臺": "tan tai",
    "令狐": "ling hu",
    "单于": "chan yu",
    "單于": "chan yu",
    "呼延": "hu yan",
}
COMPOUNDS = (
    *(
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "司徒",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "夏侯",
        "长孙",
        "宇文",
        "独孤",
    ),
    *(
        "南宫",
        "端木",
        "百里",
        "呼延",
        "东郭",
        "万俟",
        "公羊",
        "闻人",
        "淳于",
        "单于",
        "申屠",
        "太史",
        "澹台",
        "钟离",
        "轩辕",
    ),
    *("鲜于", "赫连", "濮阳", "拓跋", "西门", "第五", "即墨", "司空", "完颜", "叶赫", "纳兰", "张简", "范姜"),
)
"""Surnames of two characters, simplified. The last two pairs are written so in Manchu families and in Taiwan."""


def numbered(marked: str) -> tuple[str, int] | None:
    """`lǜ` as (`lv`, 4); None of what cannot be spelt."""
    plain, tone = "", 5
    for sign in unicodedata.normalize("NFD", marked.strip().lower()):
        if sign in TONES:
            tone = TONES[sign]
        else:
            plain += sign
    plain = unicodedata.normalize("NFC", plain)
    if plain in NOT_SPELT or not re.fullmatch(r"[a-z]*[aeiouü][a-zü]*", plain):
        return None
    return latin(plain), tone


def latin(pinyin: str) -> str:
    """As it is typed: v for ü, where it is one."""
    plain = pinyin.replace("ü", "v")
    return f"{plain[0]}ve" if plain in ("lue", "nue") else plain


def unihan(folder: Path, file: str) -> Iterator[tuple[str, str, str]]:
    for line in (folder / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("U+"):
            code, field, value = line.split("\t")
            yield chr(int(code[2:], 16)), field, value


def readings(folder: Path) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """All readings of each character, and which of them come to mind first."""
    known: dict[str, list[str]] = defaultdict(list)
    first: dict[str, set[str]] = defaultdict(set)

    def add(sign: str, marked: str, main: bool) -> None:
        found = numbered(marked)
        if found is not None:
            reading = f"{found[0]}{found[1]}"
            if reading not in known[sign]:
                known[sign].append(reading)
            if main:
                first[sign].add(reading)

    by_field: dict[str, dict[str, str]] = {field: {} for field in READING_FIELDS}
    for sign, field, value in unihan(folder, "Unihan_Readings.txt"):
        if field in by_field:
            by_field[field][sign] = value
    for field in READING_FIELDS:
        for sign, value in by_field[field].items():
            if field == "kMandarin":
                for marked in value.split():
                    add(sign, marked, True)
            elif field == "kHanyuPinlu":
                for said in value.split():
                    marked, often = said.rstrip(")").split("(")
                    add(sign, marked, int(often) >= 300)
            else:
                for part in value.split():
                    for marked in part.split(":")[-1].split(","):
                        add(sign, marked, False)
    in_china = {
        sign: {
            read[0] for part in value.split() for marked in part.split(":")[1].split(",") if (read := numbered(marked))
        }
        for sign, value in by_field["kTGHZ2013"].items()
    }
    taught = {}
    for line in (folder / "heterophony1.list").read_text(encoding="utf-8").splitlines():
        if len(line.split()) == 2:
            taught[line.split()[0]] = line.split()[1]
    spelt: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sign, zhuyin, pinyin in taught_readings(folder):
        tone = {"ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5}.get(zhuyin[-1], 1)
        spelt[sign].append((zhuyin, f"{latin(pinyin)}{tone}"))
    for sign, ways in spelt.items():
        for zhuyin, reading in ways:
            if reading not in known[sign]:
                known[sign].append(reading)
            # 广 is another character in Taiwan than the simplified 廣, and read otherwise
            if taught.get(sign, zhuyin if len(ways) == 1 else "") == zhuyin and (
                sign not in in_china or reading[:-1] in in_china[sign]
            ):
                first[sign].add(reading)
    for sign, all_of in known.items():
        if all_of and not first[sign]:
            first[sign].add(all_of[0])
    return known, first


def taught_readings(folder: Path) -> Iterator[tuple[str, str, str]]:
    for line in (folder / "BPMFBase.txt").read_text(encoding="utf-8").splitlines():
        sign, zhuyin, pinyin, *_rest = line.split()
        plain = re.sub(r"\d", "", pinyin)
        if is_character(sign) and re.search("[aeiouvü]", plain) and not zhuyin.startswith("ㄝ"):
            yield sign, zhuyin, plain


def is_character(sign: str) -> bool:
    return len(sign) == 1 and unicodedata.name(sign, "").startswith("CJK")


def written_in_taiwan(folder: Path) -> Counter[str]:
    lines = (folder / "BPMFBase.txt").read_text(encoding="utf-8").splitlines()
    big5 = {line.split()[0] for line in lines if line.endswith(" big5") and is_character(line.split()[0])}
    often: Counter[str] = Counter(dict.fromkeys(big5, 0))
    for line in (folder / "phrase.occ").read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) == 2 and parts[0] in big5:
            often[parts[0]] = int(parts[1])
    return often


def written_in_china(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Characters, and given names among words that name people."""
    often: Counter[str] = Counter(
        {sign: 0 for sign, field, _value in unihan(folder, "Unihan_OtherMappings.txt") if field == "kTGH"}
    )
    names: Counter[str] = Counter()
    for line in (folder / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        for sign in word:
            if sign in often:
                often[sign] += int(count)
        if kind == "nr" and 2 <= len(word) <= 3:
            names[word] += int(count)
    return often, names


def people(language: str) -> tuple[dict[str, float], dict[str, float]]:
    """Surnames and given names with weights."""
    provider = importlib.import_module(f"faker.providers.person.{language}").Provider

    def weighted(names: object) -> dict[str, float]:
        return dict(names) if isinstance(names, Mapping) else dict.fromkeys(names, 1.0)  # type: ignore[call-overload]

    given: Counter[str] = Counter()
    for group in (provider.first_names_male, provider.first_names_female):
        for name, weight in weighted(group).items():
            given[name] += weight
    return weighted(provider.last_names), dict(given)


def ordered(often: Mapping[str, float]) -> list[str]:
    return sorted(often, key=lambda one: (-often[one], one))


def given_signs(given: Mapping[str, float], names: Mapping[str, int], surnames: Iterable[str]) -> list[str]:
    """Characters of given names: those of the lists first, then those that many people's names have."""
    signs: Counter[str] = Counter()
    for name, weight in given.items():
        for sign in name:
            signs[sign] += 1 + weight  # type: ignore[assignment]
    family = set(surnames)
    in_names: Counter[str] = Counter()
    for name in names:
        if name[0] in family:
            in_names.update(set(name[1:]))
    top = max(in_names.values())
    total = {
        sign: 3 * math.log1p(signs[sign]) + 10 * math.log1p(in_names[sign]) / math.log1p(top)
        for sign in {*signs, *in_names}
        if sign in signs or in_names[sign] >= 8
    }
    return ordered(total)[:1500]


def spelling(word: str, first: Mapping[str, set[str]]) -> str:
    if word in COMPOUND_READ:
        return COMPOUND_READ[word]
    return " ".join(sorted(first[sign])[0].rstrip("12345") for sign in word)


def main(folder: Path, target: Path) -> None:
    known, first = readings(folder)
    taiwan = written_in_taiwan(folder)
    china, names = written_in_china(folder)
    to_taiwan = OpenCC("s2tw").convert
    surnames_tw, given_tw = people("zh_TW")
    surnames_cn, given_cn = people("zh_CN")
    to_china = OpenCC("t2s").convert
    given_tw, given_cn = (
        {**{to_taiwan(name): 0.001 for name in given_cn}, **given_tw},
        {**{to_china(name): 0.001 + weight / 1e3 for name, weight in given_tw.items()}, **given_cn},
    )
    for sign, weight in surnames_cn.items():
        surnames_tw.setdefault(to_taiwan(sign), weight / 1e6)
    names_tw: Counter[str] = Counter()
    for name, count in names.items():
        names_tw[to_taiwan(name)] += count
    lines = [__doc__.split("\n", 1)[0].split(",")[0].replace("Makes characters.txt beside it", "# Characters by sound")]
    lines[0] += "; made by make_characters.py, which says from what. Licences: resources/licences/typing."
    for language, often, surnames, given, people_of in (
        ("zh_TW", taiwan, surnames_tw, given_tw, names_tw),
        ("zh_CN", china, surnames_cn, given_cn, names),
    ):
        usable = [sign for sign in ordered(often) if sign in known]
        lines.append(f"common {language} {''.join(usable)}")
        single = [name for name in ordered(surnames) if len(name) == 1]
        lines.append(f"surnames {language} {''.join(single)}")
        lines.append(f"given {language} {''.join(given_signs(given, people_of, single))}")
        compounds = [to_taiwan(name) if language == "zh_TW" else name for name in COMPOUNDS]
        words = [f"{name}={spelling(name, first)}" for name in compounds]
        lines.append(f"compounds {language} {','.join(words)}")
        family = set(single)
        pairs: Counter[str] = Counter()
        for name in people_of:
            if len(name) == 3 and name[0] in family:
                pairs[name[1:]] += 1
        wanted = [name for name in ordered(given) if len(name) == 2]
        wanted += [name for name in ordered(pairs) if pairs[name] >= 4 and name not in given][:1500]
        words = [f"{name}={spelling(name, first)}" for name in wanted if all(sign in first for sign in name)]
        lines.append(f"names {language} {','.join(words)}")
    irregular = {sign: read for sign, read in SURNAMES_READ.items() if sign in known}
    lines.append("read - " + ",".join(f"{sign}={'/'.join(read)}" for sign, read in sorted(irregular.items())))
    for sign, read in irregular.items():
        known[sign] += [one for one in read if one not in known[sign]]
    by_sound: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for sign in sorted(known):
        for reading in known[sign]:
            by_sound[reading][0 if reading in first[sign] else 1].append(sign)
    for reading in sorted(by_sound):
        mains, others = by_sound[reading]
        lines.append(f"{reading} {''.join(mains) or '-'} {''.join(others)}".rstrip())
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).with_name("characters.txt"))
