"""`kiosk campaign tell`: every field of the model is spoken of, in three languages, as people in a shop say it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import EnumType
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.adapters.campaigns.tell.of_values import VALUES, WEEKDAYS
from kiosk.adapters.campaigns.tell.told import FORMS, tell
from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.model import Campaign, Rule
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.campaigns.shape import GIVES, FieldShape, Shape, fields_of
from tests.integration.campaigns.test_cli_campaign import CAMPAIGNS, HOLIDAY
from tests.shared.chinese import wrong_signs, wrong_words
from tests.unit.campaigns.stage import campaign

PLAIN = campaign("rules: [{id: r, name: NAME, when: seen, give: [{points: 5}]}]\n")
NUMBER = 4
HELD = {"holds": ("badge:zzz",), "lacks": ("badge:zzz",)}


def classes() -> list[type]:
    """All parts of the model but texts and hours, which are values."""
    found: list[type] = []

    def walk(kind: type) -> None:
        if kind in found or kind in (LocalText, TimeSpan):
            return
        found.append(kind)
        for field in fields_of(kind).values():
            inner = (field.shape.item or field.shape).type
            for one in GIVES.values() if (field.shape.item or field.shape).gives else [inner]:
                if isinstance(one, type) and dataclasses.is_dataclass(one):
                    walk(one)

    walk(Campaign)
    return found


def value_of(field: FieldShape, shape: Shape) -> Any:
    """A value that is not the default."""
    if shape.item is not None:
        return HELD.get(field.key) or (value_of(field, shape.item),)
    if shape.gives:
        return g.MakeUpCards(NUMBER)
    kind = shape.type
    if kind is LocalText:
        return LocalText(f"{field.key}甲", f"{field.key}甲", f"{field.key}甲")
    if kind is TimeSpan:
        return TimeSpan(time(17, 5), time(18, 7))
    if isinstance(kind, EnumType):
        return [one for one in kind if one != field.default][-1]  # type: ignore[var-annotated]
    if kind is bool:
        return not field.default
    if kind is int:
        return {"money": 98_700, "percent": 12_00, "factor": 17_000}.get(shape.mark, NUMBER)
    if kind in (date, datetime, time):
        return {date: date(2031, 5, 6), datetime: datetime.fromisoformat("2031-05-06 07:08"), time: time(17, 8)}[kind]
    if kind is str:
        return f"zz{field.key}"
    return part_of(kind, every=True)


def part_of(kind: type, *also: str, every: bool = False) -> Any:
    """A part with what it must have, and some or every field beyond that."""
    known = fields_of(kind).values()
    return kind(**{one.name: value_of(one, one.shape) for one in known if one.required or one.key in also or every})


def said(part: Any, language: str) -> str:
    """What is told of a campaign that has the part somewhere."""
    whole = part if isinstance(part, Campaign) else PLAIN
    if not isinstance(part, Campaign):
        rule = part if isinstance(part, Rule) else dataclasses.replace(PLAIN.rules[0], otherwise=(part,))
        whole = dataclasses.replace(PLAIN, rules=(rule,))
    return "\n".join(tell(whole, language))


CASES = [(kind, field.key) for kind in classes() for field in fields_of(kind).values()]


def numbers(field: FieldShape) -> str:
    """How the value of a field shows, where every language shows it alike."""
    shape = field.shape.item or field.shape
    if shape.type is int and field.key not in ("weekdays", "n"):
        return {"money": "987", "percent": "12 %", "factor": "1.7"}.get(shape.mark, str(NUMBER))
    marks = {LocalText: f"{field.key}甲", TimeSpan: "17:05-18:07", date: "2031-05-06", datetime: "2031-05-06 07:08"}
    if shape.type is str:
        return "zz" if field.key in HELD else f"zz{field.key}"
    return marks.get(shape.type, "17:08" if shape.type is time else "")


@pytest.mark.parametrize(("kind", "key"), CASES, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_a_field_that_is_set_is_told(kind: type, key: str) -> None:
    """It changes what is said, its value is there, and it has words of its own in every language."""
    field = fields_of(kind)[key]
    for language in LANGUAGES:
        with_it = said(part_of(kind, key), language)
        assert numbers(field) in with_it
        assert "`" not in with_it  # told by its key, for want of words
        if not field.required:
            assert with_it != said(part_of(kind), language)


@pytest.mark.parametrize("kind", classes(), ids=lambda one: one.__name__)
def test_all_fields_together_have_words(kind: type) -> None:
    for language in LANGUAGES:
        assert "`" not in said(part_of(kind, every=True), language)


def test_the_tables_speak_of_the_model_and_each_form_of_all_its_fields() -> None:
    known = {kind.__name__: fields_of(kind) for kind in classes()}
    assert set(FORMS) - set(known) == {"TimeSpan"} & set(FORMS)
    for name, forms in FORMS.items():
        for form in forms if name in known else ():
            assert set(form.fields) <= set(known[name]), (name, form.fields)
            silent = {key for key, _ in form.wanted}
            for key in set(form.fields) - silent:
                if known[name][key].shape.type is not bool:
                    assert all(
                        f"{{{key}}}" in form.words.get(one) or f"{{{key}_fold}}" in form.words.get(one)
                        for one in LANGUAGES
                    ), (name, form.fields)


def test_every_value_to_choose_has_words() -> None:
    kinds: set[Any] = {
        (field.shape.item or field.shape).type
        for kind in classes()
        for field in fields_of(kind).values()
        if isinstance((field.shape.item or field.shape).type, EnumType)
    }
    told_otherwise = {"Whom", "OnVoid", "Of", "Exclusive"}
    missing = {
        (kind.__name__, str(one.value))
        for kind in kinds
        if kind.__name__ not in told_otherwise
        for one in kind
        if (kind, one.value) not in VALUES
    }
    assert missing == set()


def texts() -> Iterator[tuple[str, str]]:
    for words in (*(form.words for forms in FORMS.values() for form in forms), *VALUES.values()):
        yield from (("zh_TW", words.zh_TW), ("zh_CN", words.zh_CN))
    yield from ((language, one) for language, days in zip(("zh_TW", "zh_CN"), WEEKDAYS, strict=False) for one in days)


def test_the_words_keep_to_the_glossary_and_to_chinese_signs() -> None:
    found = []
    for language, text in texts():
        bare = re.sub(r"(?<= )\{\w+\}|\{\w+\}(?= )", "9", text)  # numbers have a gap beside them
        bare = re.sub(r"\{\w+\}", "字", bare).replace("\n", "")
        found += [(text, one) for one in (*wrong_words(bare, language), *wrong_signs(bare, language))]
    assert found == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("percent: 10", "9 折（減 10 %）"),
        ("percent: 15, most: 100", "85 折（減 15 %）；最多減 NT$100"),
        ("off: 50, spend: 300, each: true", "每滿 NT$300 減 NT$50"),
        ("buy: 2, free: 1, categories: [tea]", "買 2 送 1，最便宜的免費；限分類「tea」"),
        ("bundle: {pieces: 3, price: 99}, items: [a, b]", "任 3 件 NT$99；限商品「a」、「b」"),
        ("bundle: {pieces: 3, percent: 20}, items: [a]", "任 3 件一組 8 折（減 20 %）；限商品「a」"),
        ("bundle: {pieces: 2, off: 5}, items: [a]", "任 2 件一組減 NT$5；限商品「a」"),
        (
            "for_each: {items: [a], pieces: 2, gets: 3}, items: [b], percent: 100",
            "免費；每買 2 件商品「a」，3 件享優惠；限商品「b」",
        ),
        ("for_each: {categories: [x]}, items: [b], price: 1", "每件 NT$1；每買 1 件分類「x」，1 件享優惠；限商品「b」"),
        ("percent: 50, pick: {every: 2}, items: [a]", "5 折（減 50 %）；限商品「a」；只在每第 2 件"),
        (
            "percent: 10, except: {categories: [tobacco]}, not_reduced: true",
            "9 折（減 10 %）；不含分類「tobacco」；不含已降價的商品",
        ),
        ("percent: 20, items: [a], from_pieces: 2, to_pieces: 3", "8 折（減 20 %）；限商品「a」；買 2 至 3 件時"),
        ("percent: 20, items: [a], from_pieces: 2, to_pieces: 2", "8 折（減 20 %）；限商品「a」；買 2 件時"),
        ("off: 1, for_points: 10, with: ['*']", "每 10 積分折抵 NT$1；可和任何組併用"),
    ],
)
def test_discounts_in_the_words_of_a_shop(fields: str, words: str) -> None:
    rules = f"rules: [{{id: d, name: NAME, when: basket, give: [{{discount: {{{fields}}}}}]}}]\n"
    assert f"   給予：{words}" in tell(campaign(rules), "zh_TW")


@pytest.mark.parametrize("path", sorted(CAMPAIGNS.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plans_are_told_rule_by_rule(path: Any, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["campaign", "tell", str(path), "--language", language]) == 0
    told = capsys.readouterr().out
    known = read_campaign(path.read_bytes()).campaign
    assert [f". {rule.name.get(language)}" in told for rule in known.rules] == [True] * len(known.rules)
    names = [one.name for one in known.coupons] + [one.name for one in known.stock]
    assert all(name.get(language) in told for name in names)
    assert "`" not in told


def test_a_draft_is_told_and_what_cannot_be_read_is_not(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "c.yaml"
    text = HOLIDAY.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^name: \{.*\}$", "name: 團圓年味", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    assert main(["campaign", "tell", str(file), "--language", "en"]) == 0
    assert capsys.readouterr().out.startswith("團圓年味 (holiday, version 1)")
    file.write_text(text.replace("when: seen", "when: sean"), encoding="utf-8")
    assert main(["campaign", "tell", str(file), "--language", "zh_TW"]) == 2
    assert "沒有這個值 `sean`，是不是 `seen`？" in capsys.readouterr().err


def test_a_campaign_without_rules_is_told() -> None:
    for language, nothing in (("zh_TW", "（沒有）"), ("zh_CN", "（没有）"), ("en", "(none)")):
        assert nothing in "\n".join(tell(dataclasses.replace(PLAIN, rules=()), language))
