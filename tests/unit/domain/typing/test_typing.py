"""Typing Chinese by sound: every name that people have can be typed, nothing typed is lost, deleting undoes typing."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import paths
from kiosk.domain.typing.characters import Characters, Place, Script
from kiosk.domain.typing.composing import LONGEST, Candidate, Composition, Method
from kiosk.domain.typing.syllables import LETTERS, SIGNS, zhuyin_of, zhuyin_syllables
from tests.unit.domain.typing.names import NAMES, RARE, pinyin_of


@cache
def table() -> Characters:
    return Characters((paths.resources() / "typing" / "characters.txt").read_text(encoding="utf-8"))


def typed(method: Method, signs: str) -> Composition:
    composition = Composition(method)
    for sign in signs:
        composition = composition.add(sign)
    return composition


def offered(
    method: Method, signs: str, script: Script | None = Script.TRADITIONAL, place: Place = Place.GIVEN
) -> list[str]:
    return [one.text for one in typed(method, signs).candidates(table(), script, place)]


SIGNS_OF = {Method.PINYIN: LETTERS, Method.ZHUYIN: SIGNS}
METHODS = st.sampled_from(list(Method))
TYPED = METHODS.flatmap(lambda method: st.tuples(st.just(method), st.text(SIGNS_OF[method], max_size=LONGEST + 4)))
SCRIPTS = st.sampled_from([*Script, None])
PLACES = st.sampled_from(list(Place))


@pytest.mark.parametrize("script", list(Script))
def test_every_character_of_common_names_is_offered_by_its_pinyin_and_its_zhuyin(script: Script) -> None:
    missing = []
    for name in NAMES[script]:
        for at, sign in enumerate(name):
            place = Place.GIVEN if at else Place.SURNAME
            for syllable, tone in pinyin_of(sign):
                if syllable not in table().syllables:
                    continue  # ń, hm: nobody is called so
                if sign not in offered(Method.PINYIN, syllable, script, place):
                    missing.append(f"{sign} {syllable}")
                marked = zhuyin_of(syllable) + ("" if tone is None else "ˉˊˇˋ˙"[tone - 1])
                if sign not in offered(Method.ZHUYIN, marked, script, place):
                    missing.append(f"{sign} {marked}")
    assert missing == []


@pytest.mark.parametrize("script", list(Script))
def test_most_characters_of_common_names_stand_on_the_first_two_lines(script: Script) -> None:
    """Of nine at a portrait screen: by the bare syllable most of them, by the syllable with its tone nearly all."""
    by_pinyin, by_zhuyin = [], []
    for name in NAMES[script]:
        for at, sign in enumerate(name):
            place = Place.GIVEN if at else Place.SURNAME
            syllable, tone = pinyin_of(sign)[0]
            by_pinyin.append(offered(Method.PINYIN, syllable, script, place).index(sign) < 18)
            if tone is not None:
                signs = zhuyin_of(syllable) + "ˉˊˇˋ˙"[tone - 1]
                by_zhuyin.append(offered(Method.ZHUYIN, signs, script, place).index(sign) < 18)
    assert sum(by_pinyin) / len(by_pinyin) > 0.93
    assert sum(by_zhuyin) / len(by_zhuyin) > 0.98


@pytest.mark.parametrize(
    ("name", "signs"), [("歐陽", "ouyang"), ("司馬", "simashi"), ("尉遲", "yuchi"), ("范姜", "fanjiang")]
)
def test_surnames_of_two_characters_come_whole(name: str, signs: str) -> None:
    assert offered(Method.PINYIN, signs, place=Place.SURNAME)[0] == name


@pytest.mark.parametrize(
    ("signs", "first"),
    [
        ("shan", "單"),
        ("qiu", "邱"),
        ("ou", "歐"),
        ("zeng", "曾"),
        ("xie", "謝"),
        ("chen", "陳"),
        ("lv", "呂"),
        ("lyu", "呂"),
    ],
)
def test_a_surname_comes_first_where_a_name_begins(signs: str, first: str) -> None:
    assert offered(Method.PINYIN, signs, place=Place.SURNAME)[0] == first


@pytest.mark.parametrize(
    ("sign", "signs"), [("單", "shan"), ("仇", "qiu"), ("區", "ou"), ("解", "xie"), ("查", "zha"), ("翟", "zhai")]
)
def test_surnames_that_are_read_otherwise_than_the_word(sign: str, signs: str) -> None:
    assert sign in offered(Method.PINYIN, signs, place=Place.SURNAME)[:9]


@pytest.mark.parametrize(("sign", "signs"), RARE)
def test_rare_characters_are_reached(sign: str, signs: str) -> None:
    for script in (*Script, None):
        assert sign in offered(Method.PINYIN, signs, script)
        assert sign in offered(Method.ZHUYIN, zhuyin_of(signs), script)


def test_what_can_be_read_in_two_ways_offers_both_the_longer_one_first() -> None:
    found = offered(Method.PINYIN, "xian", Script.SIMPLIFIED)
    assert found.index("先") < found.index("西")
    assert "西" in offered(Method.PINYIN, "xi'an", Script.SIMPLIFIED)
    assert "先" not in offered(Method.PINYIN, "xi'an", Script.SIMPLIFIED)


def test_initials_stand_for_syllables_only_where_nothing_else_is_meant() -> None:
    assert offered(Method.PINYIN, "wml", place=Place.SURNAME)[0] == "王"
    assert all(one not in offered(Method.PINYIN, "shan") for one in ("詩涵", "上"))


def test_the_script_of_the_language_comes_first_and_the_other_one_is_there() -> None:
    traditional, simplified = (offered(Method.PINYIN, "wei", script) for script in Script)
    assert traditional.index("偉") < traditional.index("伟")
    assert simplified.index("伟") < simplified.index("偉")
    both = offered(Method.PINYIN, "wei", None)
    assert max(both.index("偉"), both.index("伟")) < 12


def test_choosing_leaves_the_rest_to_be_chosen() -> None:
    composition = typed(Method.PINYIN, "chenmeiling")
    chen = next(one for one in composition.candidates(table(), Script.TRADITIONAL, Place.SURNAME) if one.text == "陳")
    rest = composition.choose(chen)
    assert rest.typed == "meiling"
    whole = rest.candidates(table(), Script.TRADITIONAL, Place.GIVEN)[0]
    assert whole == Candidate("美玲", 7)
    assert rest.choose(whole).typed == ""


def test_a_damaged_table_is_an_error() -> None:
    with pytest.raises(ValueError):
        Characters("")


def test_every_syllable_has_a_zhuyin_of_its_own_signs() -> None:
    assert all(set(zhuyin) <= set(SIGNS) and len(zhuyin) <= 3 for zhuyin in table().zhuyin)
    assert len(table().zhuyin) > 400
    with pytest.raises(ValueError):
        zhuyin_of("xqz")


@given(TYPED)
def test_what_is_typed_is_never_lost(given_: tuple[Method, str]) -> None:
    method, signs = given_
    composition = Composition(method)
    for sign in signs:
        after = composition.add(sign)
        assert after.typed in (composition.typed, composition.typed + sign)
        assert len(composition.typed) >= LONGEST or sign == "'" or after is not composition
        composition = after
    shown = composition.shown(table())
    assert shown.replace(" ", "").replace("'", "") == composition.typed.replace("v", "ü").replace("'", "")


@given(TYPED)
def test_deleting_undoes_typing(given_: tuple[Method, str]) -> None:
    method, signs = given_
    steps = [Composition(method)]
    for sign in signs:
        after = steps[-1].add(sign)
        if after is not steps[-1]:
            steps.append(after)
    for before in reversed(steps[:-1]):
        assert steps.pop().delete() == before
    assert Composition(method).delete() == Composition(method)


@given(TYPED, SCRIPTS, PLACES)
def test_every_offer_stands_for_signs_that_were_typed(
    given_: tuple[Method, str], script: Script | None, place: Place
) -> None:
    composition = typed(*given_)
    offers = composition.candidates(table(), script, place)
    assert len({one.text for one in offers}) == len(offers)
    for offer in (*offers[:20], *offers[-5:]):
        assert 1 <= offer.signs <= len(composition.typed)
        rest = composition.choose(offer)
        assert composition.typed.endswith(rest.typed)
        assert len(rest.typed) <= len(composition.typed) - offer.signs


@given(st.text(SIGNS, max_size=24))
def test_zhuyin_is_cut_between_its_signs(signs: str) -> None:
    cut = list(zhuyin_syllables(signs))
    assert "".join(cut) == signs
    assert all(len(one) <= 4 for one in cut)


@given(
    st.sampled_from(
        [(sign, read) for script in Script for name in NAMES[script] for sign in name for read in pinyin_of(sign)]
    )
)
def test_a_tone_leaves_out_only_other_tones(given_: tuple[str, tuple[str, int | None]]) -> None:
    sign, (syllable, tone) = given_
    if tone is None or syllable not in table().syllables:
        return
    without = offered(Method.ZHUYIN, zhuyin_of(syllable))
    narrowed = offered(Method.ZHUYIN, zhuyin_of(syllable) + "ˉˊˇˋ˙"[tone - 1])
    assert sign in narrowed
    assert set(narrowed) <= set(without)
