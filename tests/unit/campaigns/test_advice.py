"""What people write in place of a value, and what is advised."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.gives import Discount, PointsPer
from kiosk.domain.campaigns.model import Conditions, Limit
from kiosk.protocol.campaigns import advice
from kiosk.protocol.campaigns.file import MOST_PROBLEMS, CampaignFileError, Problem, read_campaign
from kiosk.protocol.campaigns.other_words import meant_by
from kiosk.protocol.campaigns.shape import fields_of
from tests.unit.campaigns.stage import HEAD, NAME, PHASES

RULES = 'rules: [{id: r, name: NAME, when: basket, give: [{discount: {percent: 10, items: ["tea"]}}]}]\n'


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(CampaignFileError) as caught:
        read_campaign(text.replace("NAME", NAME).encode())
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "mark", "key", "meant"),
    [
        ("100,000", "money", "amount", "100000"),
        ("1,234,567.50", "money", "amount", "1234567.5"),
        ("NT$100", "money", "off", "100"),
        ("$ 99.90", "money", "off", "99.9"),
        ("100元", "money", "off", "100"),
        ("￥50", "money", "off", "50"),
        ("100 TWD", "money", "off", "100"),
        ("3萬", "money", "amount", "30000"),
        ("1.5k", "money", "amount", "1500"),
        ("50點", "", "points", "50"),
        ("10%", "percent", "percent", "10"),
        ("12.5 %", "percent", "percent", "12.5"),
        ("10% off", "percent", "percent", "10"),
        ("9折", "percent", "percent", "10"),
        ("85折", "percent", "percent", "15"),
        ("8.5 折", "percent", "percent", "15"),
        ("九折", "percent", "percent", "10"),
        ("八五折", "percent", "percent", "15"),
        ("半價", "percent", "percent", "50"),
        ("10%", "money", "off", "10"),
        ("9折", "money", "off", "10"),
        ("Sat", "", "weekdays", "6"),
        ("sunday", "", "weekdays", "7"),
        ("週六", "", "weekdays", "6"),
        ("星期日", "", "weekdays", "7"),
        ("周一", "", "weekdays", "1"),
        ("禮拜三", "", "weekdays", "3"),
        ("6-7", "", "weekdays", "6, 7"),
        ("Mon-Fri", "", "weekdays", "1, 2, 3, 4, 5"),
        ("週五到週一", "", "weekdays", "1, 5, 6, 7"),
        ("六、日", "", "weekdays", "6, 7"),
        ("週末", "", "weekdays", "6, 7"),
        ("三百", "money", "off", "300"),
        ("兩千零五十元", "money", "off", "2050"),
        ("一萬二千", "money", "off", "12000"),
        ("十", "", "points", "10"),
        ("0", "", "weekdays", "7"),
        ("+5", "", "points", "5"),
        (".5", "money", "off", "0.5"),
        ("10 000", "money", "off", "10000"),
    ],
)
def test_a_number_that_was_meant(text: str, mark: str, key: str, meant: str) -> None:
    said = advice.number_advice(text, mark, key)
    assert said is not None
    assert said.meant == meant


@pytest.mark.parametrize("text", ["", "abc", "--", "1,2,,3", "9折9", "0折", "100折", "一百折折", "NT$", "-5"])
def test_of_what_is_no_number_nothing_is_guessed(text: str) -> None:
    for mark, key in (("money", "off"), ("percent", "percent"), ("", "weekdays"), ("", "points")):
        assert advice.number_advice(text, mark, key) is None


@pytest.mark.parametrize(
    ("text", "kind", "key", "meant"),
    [
        ("2027-01-22", datetime, "starts", "2027-01-22 00:00"),
        ("2027-01-31", datetime, "ends", "2027-02-01 00:00"),
        ("2027-01-31 24:00", datetime, "ends", "2027-02-01 00:00"),
        ("2027/1/2 9:05", datetime, "starts", "2027-01-02 09:05"),
        ("2027-01-22 09:00:00", datetime, "starts", "2027-01-22 09:00"),
        ("2027-01-22T09:00+08:00", datetime, "starts", "2027-01-22 09:00"),
        ("2027年1月22日 下午3點", datetime, "starts", "2027-01-22 15:00"),
        ("2027/01/31 23:59", datetime, "ends", "2027-02-01 00:00"),
        ("2027-01-31 23:59:59", datetime, "ends", "2027-02-01 00:00"),
        ("2027-01-31 23:59:59", datetime, "starts", "2027-01-31 23:59"),
        ("116-01-22 09:00", datetime, "starts", "2027-01-22 09:00"),
        ("民國116年1月22日", datetime, "starts", "2027-01-22 00:00"),
        ("116/1/22", date, "day", "2027-01-22"),
        ("2027/01/22", date, "day", "2027-01-22"),
        ("20270122", date, "day", "2027-01-22"),
        ("2027-01-22 00:00", date, "day", "2027-01-22"),
        ("24:00", time, "at", "00:00"),
        ("8:00", time, "at", "08:00"),
        ("8pm", time, "at", "20:00"),
        ("2000", time, "at", "20:00"),
        ("20點30分", time, "at", "20:30"),
    ],
)
def test_a_moment_that_was_meant(text: str, kind: type, key: str, meant: str) -> None:
    said = advice.moment_advice(text, kind, key)
    assert said is not None
    assert said.meant == meant
    kind.fromisoformat(said.meant)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("18:00-24:00", "18:00-00:00"),
        ("18:00~21:00", "18:00-21:00"),
        ("9:00 - 12:30", "09:00-12:30"),
        ("18-21", "18:00-21:00"),
        ("１８：００－２１：００", "18:00-21:00"),
        ("6pm-9pm", "18:00-21:00"),
        ("18:00至21:00", "18:00-21:00"),
        ("晚上6點-9點", "18:00-21:00"),
        ("下午2點到4點半", None),
        ("晚上10點-2點", "22:00-02:00"),
        ("6-9pm", "18:00-21:00"),
        ("9-5pm", "09:00-17:00"),
        ("22:00-26:00", "22:00-02:00"),
        ("24:00-02:00", "00:00-02:00"),
        ("22:00-30:00", None),
    ],
)
def test_hours_that_were_meant(text: str, meant: str | None) -> None:
    said = advice.hours_advice(text)
    assert (said.meant if said is not None else None) == meant


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("rate", "off percent free", "percent"),
        ("max", "most per shared", "most"),
        ("user", "member year day", "member"),
        ("paid", "deposit_paid purchased", "purchased"),
        ("所有人", "everyone members", "everyone"),
        ("get", "set buy free", "free"),
        ("expires", "pieces until", "until"),
        ("zh-TW", "zh_TW zh_CN en", "zh_TW"),
        ("cn", "zh_TW zh_CN en", "zh_CN"),
        ("fromPieces", "from_pieces to_pieces", "from_pieces"),
        ("categries", "categories items", "categories"),
        ("user", "year day", None),
        ("or", "amount pay any_of", "any_of"),
        ("pos", "checkout till", "till"),
        ("stackable", "stage with", "with"),
        ("金卡", "basic silver gold", "gold"),
        ("cheapest", "price pick", "pick"),
    ],
)
def test_words_of_elsewhere_are_known(word: str, known: str, meant: str | None) -> None:
    assert meant_by(word, known.split()) == meant


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("if: {weekdays: 6, 7}", "write `[6, 7]`"),
        ("if: {weekdays: weekend}", "write `[6, 7]`"),
        ("give: [{discount: {percent: 10,5}}]", "write 10.5"),
        ("give: [{discount: {percent: , items: [tea]}}]", "empty"),
        ("give: [{discount: {percent: 5, with: '*'}}]", 'write `["*"]`'),
        ("give: [{discount: {percent: 5, with: *}}]", "put it in quotes"),
        ("give: [{discount: {percent: 5, pick: 2}}]", "cheapest, dearest, nth, every"),
        ("give: [{percent: 10, items: [tea]}]", "write `discount: {percent: …}`"),
        ("give: [{percent: 10}]", "write `discount: {percent: …}`"),
        ("if: {dates: [2026-03-10]}", "write `{since: 2026-03-10, until: 2026-03-10}`"),
        ("if: {dates: [2026-03-10~2026-03-12]}", "write `{since: 2026-03-10, until: 2026-03-12}`"),
        ("if: {categories: [tea]}", "write `{any: [tea]}`"),
        ("if: {items: tea}", "write `{any: [tea]}`"),
        ("if: {amount: 100-200}", "write `{at_least: 100, at_most: 200}`"),
        ("give: [{discount: {percent: 5, piece_price: 50-100}}]", "write `{at_least: 50, at_most: 100}`"),
        ("give: [{discount: {percent: 5, except: [tea]}}]", "write `{categories: [tea]}` / `{items: [tea]}`"),
        ("give: [{discount: {percent: 5, most: 10%}}]", "write `most_percent: 10`"),
        ("give: [{discount: {off: 5, each: 100}}]", "`spend: 100, each: true`"),
        ("give: [{discount: {percent: 5, with: all}}]", 'write `["*"]`'),
        ("give: {discount: {percent: 10}}", "`[ ]` around it"),
    ],
)
def test_what_is_written_beside_the_brackets(fields: str, said: str) -> None:
    given = "" if "give:" in fields else ", give: [{discount: {percent: 10}}]"
    rules = f"rules: [{{id: r, name: NAME, when: basket, {fields}{given}}}]\n"
    found = problems(f"{HEAD.lstrip()}{PHASES.lstrip()}{rules}")
    assert [said in one.words for one in found] == [True]


@pytest.mark.parametrize(("said", "meant"), [("NTD", "TWD"), ("RMB", "CNY"), ("nt$", "TWD"), ("usd", "USD")])
def test_what_people_call_a_currency(said: str, meant: str) -> None:
    found = problems(f"{HEAD.lstrip().replace('TWD', said)}{PHASES.lstrip()}{RULES}")
    assert [(one.code, dict(one.args)["meant"]) for one in found] == [("not_a_currency", meant)]


@given(st.text(max_size=20), st.sampled_from(["money", "percent", "factor", ""]), st.sampled_from(["off", "weekdays"]))
def test_whatever_is_written_advice_is_plain_or_none(text: str, mark: str, key: str) -> None:
    found = [advice.number_advice(text, mark, key), advice.hours_advice(text), advice.bool_advice(text)]
    found += [advice.moment_advice(text, kind, key) for kind in (date, datetime, time)] + [advice.id_advice(text)]
    for said in found:
        assert said is None or (said.meant and said.meant.isascii())


@pytest.mark.parametrize(
    ("line", "code", "words", "column"),
    [
        ("id：test", "full_width", "`：`", 3),
        ("id: test\nversion：1", "full_width", "`：`", 8),
        ("stock: [{id: mug，name: NAME, value: 1, quantity: 1}]", "full_width", "`，`", 17),
        ("stock: ［{id: mug, name: NAME, value: 1, quantity: 1}]", "full_width", "`［`", 8),
        ("stock:\n\t- {id: mug, name: NAME, value: 1, quantity: 1}", "tab", "a tab", 1),
        ("stock:\n　- {id: mug, name: NAME, value: 1, quantity: 1}", "full_width", "a wide space", 1),
        ("version:1", "no_space", "after `version:`", 9),
        ("point_cost: １０", "full_width", "write `10`", 13),
        ("point_cost: 10％", "full_width", "write `10%`", 15),
        ("stock: [{id：mug, name: NAME, value: 1, quantity: 1}]", "full_width", "write `id:mug`", 12),
        ("theme: 「spring」", "full_width", "write `spring`", 8),
        (
            'stock: [{id: mug, name: {zh_TW: "甲, zh_CN: 乙, en: C}, value: 1, quantity: 1}]',
            "not_yaml",
            "begins here",
            25,
        ),
    ],
)
def test_a_chinese_keyboard_is_named_with_the_place(line: str, code: str, words: str, column: int) -> None:
    """At the sign itself, in the line that has it."""
    text = f"{HEAD.lstrip()}{PHASES.lstrip()}{line}\n{RULES}"
    found = problems(text)
    where = text[: text.index(line)].count("\n") + 1 + line.count("\n")
    assert (code, where, column) in {(one.code, one.line, one.column) for one in found}, [str(one) for one in found]
    assert any(words in one.words for one in found if one.code == code)


def test_a_comma_in_a_number_inside_braces_is_told_as_such() -> None:
    """`{amount: 100,000}` is to YAML an amount and a key `000`."""
    text = HEAD + PHASES + "budget: [{id: a, name: NAME, amount: 100,000}]\n" + RULES
    (problem,) = problems(text)
    assert (problem.code, problem.words) == ("not_a_number", "`100,000`: a number without commas: write 100000")


def test_what_was_written_is_echoed_as_it_was() -> None:
    text = HEAD + PHASES + RULES.replace("percent: 10", "off: 99.999")
    (problem,) = problems(text)
    assert "`99.999`" in problem.words


def test_expected_keys_are_listed() -> None:
    (problem,) = problems(HEAD + PHASES + RULES.replace("when: basket", "when: basket, wen: seen"))
    assert problem.words.startswith("unknown key `wen`; did you mean `when`? Expected: id, name, when, give, if, ")


def test_texts_for_people_may_hold_any_sign() -> None:
    text = HEAD.replace("summary: {zh_TW: 測試", "summary: {zh_TW: 滿三百，送「杯子」（限量）：１０％") + PHASES + RULES
    campaign = read_campaign(text.replace("NAME", NAME).encode()).campaign
    assert campaign.summary.zh_TW == "滿三百，送「杯子」（限量）：１０％"


def test_a_draft_has_its_texts_in_one_language() -> None:
    text = (
        (HEAD + PHASES + RULES)
        .replace(NAME, "NAME")
        .replace("summary: {zh_TW: 測試, zh_CN: 测试, en: Test}", "summary: 試")
    )
    text = text.replace("terms: {zh_TW: 測試, zh_CN: 测试, en: Test}", "terms: {zh_TW: 試}")
    source = read_campaign(text.replace("NAME", NAME).encode(), draft=True)
    assert source.drafts == {"summary": ("zh_TW", "zh_CN", "en"), "terms": ("zh_CN", "en")}
    assert (source.campaign.summary.en, source.campaign.terms.zh_CN) == ("試", "試")
    found = problems(text)
    assert [one.code for one in found] == ["one_language", "missing", "missing"]


def _said(rule: str) -> list[tuple[str, int, str]]:
    """What is said of a rule on the last line of a file that has nothing else wrong: code, column, words."""
    found = problems(f"{HEAD}{PHASES}rules: [{{id: r, name: NAME, when: basket, {rule}}}]\n")
    assert {one.line for one in found} == {(HEAD + PHASES).count("\n") + 1}
    return [(one.code, one.column, one.words) for one in found]


TEA = "give: [{discount: {percent: 10, items: [tea]}}]"


def _lists_of_rules() -> list[str]:
    """Each list and each mapping of a rule's condition, of a discount, of points and of limits, with nothing in it."""
    found = []
    for kind, around in (
        (Conditions, f"if: {{HERE}}, {TEA}"),
        (Discount, "give: [{discount: {HERE}}]"),
        (PointsPer, "give: [{points_per: {HERE}}]"),
        (Limit, f"limits: [{{HERE}}], {TEA}"),
    ):
        for field in fields_of(kind).values():
            inner = field.shape.type
            if field.shape.item is not None:
                found.append(around.replace("HERE", f"{field.key}: []"))
            elif dataclasses.is_dataclass(inner) and not any(one.required for one in fields_of(inner).values()):  # type: ignore[arg-type]
                found.append(around.replace("HERE", f"{field.key}: {{}}"))
            if not field.required:
                found.append(around.replace("HERE", f"{field.key}: ~"))
    return found


def test_what_says_nothing_is_told() -> None:
    """`weekdays: []` is no day at all to a reader, and every day to a program: neither is taken for what was meant."""
    rows, most = _lists_of_rules(), MOST_PROBLEMS // 2
    for some in (rows[at : at + most] for at in range(0, len(rows), most)):
        rules = "".join(f"  - {{id: r{at}, name: NAME, when: basket, {rule}}}\n" for at, rule in enumerate(some))
        found = [one for one in problems(f"{HEAD}{PHASES}rules:\n{rules}") if one.code != "missing"]
        first = (HEAD + PHASES).count("\n") + 2
        assert [(one.code, one.line) for one in found] == [("says_nothing", first + at) for at in range(len(some))]


def test_the_lists_of_a_file_may_be_empty() -> None:
    read_campaign(f"{HEAD}{PHASES}coupons: []\nstock: []\nrules: []\n".replace("NAME", NAME).encode())
    assert [one.code for one in problems(f"{HEAD}{PHASES}stores: []\nrules: []\n")] == ["says_nothing"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("percent: 012", "begins with a 0, which some programs read as another number: write 12"),
        ("percent: 010.50", "begins with a 0, which some programs read as another number: write 10.50"),
        ("percent: '08'", "begins with a 0, which some programs read as another number: write 8"),
        ("percent: 0x10", "a number in digits: write 16"),
        ("percent: 0o17", "a number in digits: write 15"),
        ("percent: 0b101", "a number in digits: write 5"),
        ("percent: 1_0", "a number without gaps: write 10"),
        ("percent: 1e1", "a number in digits: write 10"),
        ("percent: 1:30", "is a time, and a number is expected here"),
        ("off: 190:20:30", "is a time, and a number is expected here"),
        ("percent: 2026-12-01", "is a day, and a number is expected here"),
        ("percent: .inf", "a number"),
        ("percent: yes", "a number"),
        ("percent: 10, with: [no]", "is true or false to many programs: put it in quotes if it is a name"),
        ("percent: 10, items: [On]", "is true or false to many programs: put it in quotes if it is a name"),
        ("percent: 10, items: [4.71E+12]", "is a long number that a spreadsheet cut short: write all its digits"),
    ],
)
def test_what_yaml_reads_as_something_else_is_named(written: str, words: str) -> None:
    ((_code, column, said),) = _said(f"give: [{{discount: {{{written}}}}}]")
    assert words in said
    line = f"rules: [{{id: r, name: {NAME}, when: basket, give: [{{discount: {{{written}"
    assert line[column - 1 :].strip("'")  # the place is in what was written
    assert column > line.index("discount")


def test_a_missing_comma_over_two_lines_is_told() -> None:
    text = f"{HEAD}{PHASES}rules:\n  - id: r\n    name: NAME\n    when: basket\n"
    text += "    give:\n      - discount:\n          percent: 10\n          items: [tea\n            cake]\n"
    (one,) = problems(text)
    assert one.words == "`tea cake` goes on over a line: is a `,` or a `- ` missing? Else put it in quotes"


def test_names_are_read_as_they_are_written() -> None:
    """Numbers of articles keep their zeros, whatever YAML would make of them."""
    names = ["0471", "1_000", "0x1F", "12:30", "2026-12-01", "1.0", "4710088412345", "=1", "yes"]
    listed = ", ".join(f'"{name}"' if name == "yes" else name for name in names)
    give = f"give: [{{discount: {{percent: 10, items: [{listed}]}}}}]"
    text = f"{HEAD}{PHASES}rules: [{{id: r, name: NAME, when: basket, {give}}}]"
    (rule,) = read_campaign(text.replace("NAME", NAME).encode()).campaign.rules
    assert rule.give[0].items == tuple(names)  # type: ignore[union-attr]


def test_what_was_published_goes_on_meaning_what_it_did() -> None:
    """Terminals and HQ read the signed text again after each renewal of the program: nothing of it may be lost."""
    rules = """rules:
  - {id: a, name: NAME, when: basket, if: {weekdays: [], tags: [yes]}, limits: [], give: [{discount: {percent: 012,
      items: [4.71E+12, green
      tea], except: {}}}]}
"""
    raw = f"{HEAD}stores: []\n{PHASES}{rules}".replace("NAME", NAME).encode()
    assert len({one.code for one in problems(raw.decode())}) > 3
    (rule,) = read_campaign(raw, published=True).campaign.rules
    assert (rule.if_, rule.limits) == (Conditions(tags=("yes",)), ())
    assert rule.give == (Discount(percent=12_00, items=("4.71E+12", "green tea")),)


@pytest.mark.parametrize("written", ['" tea"', '"tea "', '"tea\\n"', '"green\\ntea"', "' '"])
def test_a_name_has_no_gap_around_it(written: str) -> None:
    ((code, _, _),) = _said(f"give: [{{discount: {{percent: 10, items: [{written}]}}}}]")
    assert code in ("two_lines", "empty")
