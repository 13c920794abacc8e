"""`kiosk campaign price` under every wrong call, and at the ends of what a basket may be."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.sample import Sample, first_minute, price_sample
from kiosk.domain.members.member import Tier
from kiosk.domain.texts import LANGUAGES
from tests.shared.calls import called
from tests.unit.campaigns.stage import HEAD, NAME, PHASES, campaign

RULES = """
coupons:
  - {id: ten, name: NAME, off: 10, min_spend: 100}
rules:
  - {id: two-one, name: NAME, when: basket, give: [{discount: {buy: 2, free: 1, categories: [tea]}}]}
  - {id: points, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "c.yaml"
    path.write_text((HEAD + PHASES + RULES).replace("NAME", NAME), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--item", "tea"], "'tea' is no line of a basket such as tea:3@59.90"),
        (["--item", "tea:x@5"], "is no line of a basket"),
        (["--item", "tea:1@5,90"], "is no line of a basket"),
        (["--item", "tea:1@5.12345"], "is no line of a basket"),
        (["--item", ":1@5"], "is no line of a basket"),
        (["--item", " :1@5"], "names have 1 to 64 letters"),
        (["--item", "t\x07:1@5"], "names have 1 to 64 letters"),
        (["--item", f"{'t' * 65}:1@5"], "names have 1 to 64 letters"),
        (["--item", "tea:0@5"], "0 pieces; a line has 1 to 10,000"),
        (["--item", "tea:-1@5"], "everything comes back and nothing is bought"),
        (["--item", "tea:10001@5"], "10001 pieces; a line has 1 to 10,000"),
        (["--item", "tea:1@-5"], "the price of a piece is below zero"),
        (["--item", "tea:1@5000000000000"], "no piece costs that much"),
        (["--item", "tea:1@5.005"], "--item tea: 5.005 has more decimals than TWD (2)"),
        (["--item", "tea:1@5"] * 1001, "1001 items; a basket has 1,000 at most"),
        ([], "there is nothing in the basket; write --item"),
        (["--item", "tea:1@5", "--member", "gol"], "--member: there is no tier 'gol'; it is one of basic"),
        (["--item", "tea:1@5", "--coupon", "tne"], "--coupon tne: the file has no such coupon; it has ten"),
        (["--item", "tea:1@5", *["--coupon", "ten"] * 101], "101 coupons; nobody has more than 100"),
        (["--item", "tea:1@5", "--at", "tomorrow"], "'tomorrow' is no day and time such as 2026-12-20T19:30"),
        (["--item", "tea:1@5", "--at", "2026-02-30T10:00"], "is no day and time"),
        (["--item", "tea:1@5", "--at", "2026-02-20"], "is no day and time"),
        (["--item", "tea:1@5", "--points", "-3"], "-3 is not between 0"),
        (["--item", "tea:1@5", "--points", "1e3"], "'1e3' is no whole number"),
        (["--item", "tea：1＠5"], "has a full-width '：'; write tea:1@5"),
        (["--item", "tea:1@5", "--sell", "card"], "'card' is no voucher and amount such as card@500"),
        (
            ["--item", "tea:1@5", "--sell", "card@5"],
            "--sell card: the file has no such voucher that tills sell; it has",
        ),
        (["--item", "tea:1@5", "--points", "3", "--member", "none"], "--points are a member's"),
    ],
)
def test_a_wrong_call_is_said_in_a_line_and_ends_with_2(file: str, words: list[str], said: str) -> None:
    heard_in = {}
    for language in LANGUAGES:
        code, out, heard_in[language] = called(["campaign", "price", file, *words, "--language", language])
        assert (code, out, heard_in[language].count("\n")) == (2, "", 1)
    assert said in heard_in["en"]
    assert len(set(heard_in.values())) == 3


@pytest.mark.parametrize("action", ["check", "price", "tell"])
def test_a_file_that_cannot_be_read_is_said_in_the_language_asked_for(tmp_path: Path, action: str) -> None:
    words = ["--item", "tea:1@5"] if action == "price" else []
    for name, said in (("", "資料夾"), ("none.yaml", "沒有這個檔案")):
        where = str(tmp_path / name)
        code, out, heard = called(["campaign", action, where, *words, "--language", "zh_TW"])
        assert (code, out, heard.count("\n")) == (2, "", 1)
        assert said in heard


def test_what_the_answer_does_not_show_is_named_beside_it(file: str, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    rule = "  - {id: hello, name: NAME, when: checked_in, give: [{points: 5}]}\n".replace("NAME", NAME)
    other.write_text(Path(file).read_text(encoding="utf-8") + rule, encoding="utf-8")
    code, _said, heard = called(["campaign", "price", str(other), "--item", "cup:1@1000000000"])
    assert code == 0
    assert heard.splitlines() == [
        "kiosk campaign price: not looked at, for they wait for something else than a sale: hello",
        "kiosk campaign price: no rule names: cup",
        "kiosk campaign price: a till takes no more than 100000000.00",
    ]


PARTS = """
coupons:
  - {id: ten, name: NAME, off: 10, group: v, with: [v], per_member: 1, until: 2026-06-10}
  - {id: pot, name: NAME, price: 10, items: [pot], until: 2026-06-10}
rules:
  - id: set
    name: NAME
    when: basket
    give: [{discount: {set: {parts: [{items: [cup]}, {categories: [tea]}], price: 50}}}]
  - {id: one, name: NAME, when: basket, give: [{discount: {for_each: {items: [pan]}, items: [lid], percent: 100}}]}
  - {id: bin, name: NAME, when: basket, give: [{discount: {percent: 5, except: {items: [rice]}}}]}
"""


@pytest.mark.parametrize(("at", "total"), [("2026-06-10T23:59", "90.00"), ("2026-06-11T00:00", "95.00")])
def test_a_coupon_is_good_to_the_last_minute_of_its_last_day_and_so_often_a_member(
    tmp_path: Path, at: str, total: str
) -> None:
    path = tmp_path / "c.yaml"
    path.write_text((HEAD + PHASES + PARTS).replace("NAME", NAME), encoding="utf-8")
    words = ["--item", "any:1@100", "--coupon", "ten", "--coupon", "ten", "--at", at, "--json"]
    code, said, _ = called(["campaign", "price", str(path), *words])
    assert (code, json.loads(said)["total"]) == (0, total)


def test_goods_that_any_part_of_the_file_names_are_known(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text((HEAD + PHASES + PARTS).replace("NAME", NAME), encoding="utf-8")
    goods = ("pot:1@5", "cup:1@5", "pan:1@5", "lid:1@5", "rice:1@5", "oolong:1@5:tea", "any:1@5")
    words = [word for item in goods for word in ("--item", item)]
    _, _, heard = called(["campaign", "price", str(path), *words])
    assert "no rule names: any\n" in heard


@pytest.mark.parametrize(
    ("reward", "code"),
    [
        ("gift: mgu", "unknown_stock"),
        ("coupon: tne", "unknown_coupon"),
        ("coupon: ten", "unknown_stock"),  # which is for a gift that is none
        ("choice: {of: [mgu, pen]}", "unknown_stock"),
        ("experience: x", "unknown_experience"),
        ("partner: x", "unknown_partner"),
    ],
)
@pytest.mark.parametrize("action", [["price", "--item", "a:1@5"], ["rehearse", "--synthetic", "50"]])
def test_names_of_nothing_are_told_with_their_place(tmp_path: Path, reward: str, code: str, action: list[str]) -> None:
    path = tmp_path / "c.yaml"
    things = "coupons: [{id: ten, name: NAME, gift: mgu}]\n"
    rules = f"rules: [{{id: r, name: NAME, when: purchased, give: [{{{reward}}}]}}]"
    path.write_text((HEAD + PHASES + things + rules).replace("NAME", NAME), encoding="utf-8")
    end, _, heard = called(["campaign", action[0], str(path), *action[1:]])
    assert end == 2
    assert f"[{code}]" in heard
    assert heard.startswith(f"{path}:")


@pytest.mark.parametrize("price", ["0", "0.01", "1000000000"])
def test_the_ends_of_prices_and_pieces(file: str, price: str) -> None:
    code, said, _heard = called(["campaign", "price", file, "--item", f"oolong:10000@{price}:tea", "--json"])
    found = json.loads(said)
    # whole dollars: what is taken off never has cents
    assert (code, found["total"]) == (0, {"0": "0.00", "0.01": "67.00"}.get(price, "6667000000000.00"))
    assert list(found) == ["currency", "total", "lines", "discounts", "points", "left_out"]


def test_five_hundred_lines_and_an_article_at_two_prices(file: str) -> None:
    lines = [word for number in range(498) for word in ("--item", f"a{number}:1@{number + 1}:tea")]
    twice = ["--item", "x:1@5:tea", "--item", "x:1@7:tea"]
    code, said, _heard = called(["campaign", "price", file, *lines, *twice, "--json"])
    found = json.loads(said)
    assert code == 0
    assert len(found["lines"]) == 500
    # the cheapest 166 of 500 pieces: 1 to 164, 5 and 7 once more
    assert Decimal(found["discounts"][0]["off"]) == sum(sorted([*range(1, 499), 5, 7])[:166])


@given(
    st.lists(
        st.builds(
            Item,
            st.sampled_from("abc"),
            st.sampled_from(["tea", "", "cups"]),
            st.integers(1, 9),
            st.integers(0, 9_999),
            barred=st.just(False),
            paid=st.none(),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([None, *Tier]),
    st.integers(0, 2),
)
def test_what_is_paid_by_line_adds_up_and_every_candidate_is_accounted_for(
    items: list[Item], tier: Tier | None, coupons: int
) -> None:
    said = campaign(RULES)
    items = [item._replace(price=item.price * 100) for item in items]
    found = price_sample(said, Sample(tuple(items), first_minute(said), tier, ("ten",) * coupons))
    assert sum(found.paid) == found.total == found.amount - sum(off for _, off, _ in found.discounts)
    assert all(0 <= paid <= item.price * item.pieces for paid, item in zip(found.paid, items, strict=True))
    named = [name for name, _, coupon in found.discounts if coupon] + [one.id for one in found.left_out if one.coupon]
    assert named == ["ten"] * coupons
    assert found.points == (found.total // 1000 if tier is not None else 0)


WRONG = [
    "bundle: {pieces: 0, price: 3}, items: [tea]",
    "percent: 50, pick: {nth: 0}",
    "percent: 50, pick: {every: 0}",
    "set: {parts: [{items: [tea], pieces: 0}, {items: [cup]}], price: 3}",
    "percent: 100, for_each: {items: [cup], pieces: 0}, items: [tea]",
    "percent: 100, for_each: {items: [cup], gets: 0}, items: [tea]",
    "free: 1, items: [tea]",
    "buy: 1, items: [tea]",
    "percent: 10, for_points: 10",
    "set: {parts: [{items: [tea]}, {items: [cup]}], price: 300}, for_each: {items: [pot]}",
    "percent: 10, pieces: 0, from_pieces: 3, to_pieces: 1",
]


@pytest.mark.parametrize("discount", WRONG)
def test_what_the_check_refuses_is_priced_without_harm_and_the_answer_says_so(tmp_path: Path, discount: str) -> None:
    """Groups of no pieces give nothing, rather than everything or a fault."""
    path = tmp_path / "c.yaml"
    rules = f"rules: [{{id: a, name: NAME, when: basket, give: [{{discount: {{{discount}}}}}]}}]\n"
    path.write_text((HEAD + PHASES + rules).replace("NAME", NAME), encoding="utf-8")
    code, said, heard = called(["campaign", "price", str(path), "--item", "tea:4@60", "--item", "cup:2@30", "--json"])
    assert code == 0
    if discount != "free: 1, items: [tea]":
        assert json.loads(said)["total"] == "300.00"
    assert "errors in the file" in heard
    assert called(["campaign", "tell", str(path)])[0] == 0
