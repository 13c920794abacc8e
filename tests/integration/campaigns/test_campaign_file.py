"""Campaign files: every mistake with its line, hostile files, the schema, signatures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.campaigns.schema import campaign_schema
from kiosk.protocol.campaigns.file import LARGEST_FILE, CampaignFileError, Problem, load_campaign, read_campaign
from kiosk.protocol.campaigns.shape import to_plain
from kiosk.protocol.campaigns.signature import Verdict, canonical, rules_hash, sign, verify

CAMPAIGNS = sorted((Path(__file__).parents[3] / "resources" / "campaigns").glob("*.yaml"))
TEXT = next(path for path in CAMPAIGNS if path.stem == "holiday").read_text(encoding="utf-8")
SCHEMA = campaign_schema()


class Yaml12(yaml.SafeLoader):
    """YAML 1.2's idea of plain words, as editors have it: days and times are texts."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag.rpartition(":")[2] in ("int", "float", "null")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(CampaignFileError) as caught:
        read_campaign(text.encode() if isinstance(text, str) else text)
    return caught.value.problems


def with_line(old: str, new: str) -> tuple[str, int]:
    """The holiday campaign with one thing changed, and the line it stands in."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    return text, text[: TEXT.index(old)].count("\n") + 1


def test_there_are_four_plans() -> None:
    assert len(CAMPAIGNS) == 4


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_the_plans_files_meet_the_schema_and_the_reader(path: Path) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(yaml.load(path.read_text(encoding="utf-8"), Loader=Yaml12))
    assert load_campaign(path).campaign.id == path.stem


def test_drafts_meet_the_schema() -> None:
    draft = yaml.load(TEXT, Loader=Yaml12)
    draft |= {"name": "團圓年味", "summary": {"zh_TW": "回家"}}
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.validate(draft)
    for wrong in ({}, "", {"fr": "Bonjour"}):
        assert not validator.is_valid(draft | {"name": wrong})


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("mechanics: [M15]", "mecanics: [M15]", "unknown_key", "did you mean `mechanics`?"),
        ("when: first_purchase", "when: first_purchas", "unknown_value", "did you mean `first_purchase`?"),
        ("give: [{gift: envelopes}]", "give: [{git: envelopes}]", "unknown_reward", "did you mean `gift`?"),
        ("give: [{gift: envelopes}]", "give: {gift: envelopes}", "not_a_list", "a list"),
        ("id: first-order-150", "id: First Order", "not_an_id", "small letters"),
        ("amount: {at_least: 150,", "amount: {at_least: -150,", "not_a_number", "not negative"),
        ("amount: {at_least: 150,", "amount: {at_least: 1e9,", "not_a_number", "a number"),
        ("amount: {at_least: 150,", "amount: {at_least: 150.005,", "too_fine", "decimals"),
        ("amount: {at_least: 150,", "amount: {at_least: 999999999999999999,", "too_big", "too large"),
        ("starts: 2027-01-22 00:00", "starts: 2027-02-30 00:00", "not_a_time", "calendar"),
        ("starts: 2027-01-22 00:00", "starts: 2027-01-22", "not_a_time", "write 2027-01-22 00:00"),
        ("hours: 14:00-19:00", "hours: 14-19", "not_hours", "write 14:00-19:00"),
        ("hours: 14:00-19:00", "hours: 14:00-35:00", "not_hours", "no clock"),
        ("on_void: keep", "on_void: maybe", "unknown_value", "claw_back"),
        ("insiders_excluded: true", "insiders_excluded: on", "not_a_bool", "true or false"),
        ("currency: TWD", "currency: dollars", "not_a_currency", "ISO 4217"),
        ("zh_CN: 预热期, ", "", "missing", "`zh_CN`"),
        ("version: 1", "version: 1\nversion: 2", "twice", "twice"),
        ("jurisdiction: TW", "jurisdiction: &x TW", "alias", "anchors"),
        ("jurisdiction: TW", "jurisdiction: !!python/name:os.system TW", "tag", "tags"),
        ("en: Warm-up", "en: Warm-up, and more", "unknown_key", "in quotes"),
        ("rules:", "rules: [", "not_yaml", ""),
    ],
)
def test_mistakes_are_named_with_their_line(old: str, new: str, code: str, words: str) -> None:
    text, line = with_line(old, new)
    found = problems(text)
    assert code in [one.code for one in found]
    problem = next(one for one in found if one.code == code)
    assert words in problem.words
    if code not in ("not_yaml", "twice"):
        assert problem.line == line
    assert str(problem).startswith(f"{problem.line}:{problem.column}: ")


def test_all_mistakes_come_at_once_in_the_files_order() -> None:
    text = TEXT.replace("version: 1", "version: one").replace("when: seen", "when: sean")
    found = problems(text)
    assert len(found) == 3
    assert [one.line for one in found] == sorted(one.line for one in found)


def test_a_later_format_is_refused_as_such() -> None:
    (problem,) = problems(TEXT.replace("format: 1", "format: 2").replace("rules:", "spells:"))
    assert (problem.code, problem.line) == ("future_format", 2)


def test_bombs_and_monsters_are_refused() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert problems(bomb)[0].code == "alias"
    assert problems("[" * 5000)[0].code in ("too_deep", "not_yaml")
    assert problems(b"#" * (LARGEST_FILE + 1))[0].code == "too_large"
    assert problems(b"\xff\xfe\x00")[0].code == "not_utf8"
    assert problems("")[0].code == "not_a_mapping"
    assert problems("- 1")[0].code == "not_a_mapping"
    assert problems("a: 1\x00")[0].code == "not_yaml"
    assert problems("a: 1\n--- \nb: 2")[0].code == "not_yaml"


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_problems_never_a_fault(raw: bytes) -> None:
    assert problems(raw)


@given(st.integers(0, len(TEXT) - 1), st.sampled_from(["", " ", "\n", "{", "]", ": ", "0", "*a", "\t", "'"]))
@settings(max_examples=150, deadline=None)
def test_a_slip_of_the_finger_gives_a_campaign_or_problems(index: int, slip: str) -> None:
    changed = (TEXT[:index] + slip + TEXT[index + 1 :]).encode()
    try:
        found: object = read_campaign(changed)
    except CampaignFileError as error:
        found = error.problems
    assert found


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_what_is_signed_is_what_the_file_says_not_its_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    campaign = read_campaign(text.encode()).campaign
    resaved: Any = yaml.load(text, Loader=yaml.BaseLoader)
    again = read_campaign(yaml.dump(resaved, allow_unicode=True, sort_keys=True).encode()).campaign
    assert again == campaign
    assert canonical(again) == canonical(campaign)
    assert rules_hash(again) == rules_hash(campaign)
    assert to_plain(again) == to_plain(campaign)


def test_signatures_good_and_bad() -> None:
    campaign = read_campaign(TEXT.encode()).campaign
    key, other = Ed25519PrivateKey.from_private_bytes(b"k" * 32), Ed25519PrivateKey.from_private_bytes(b"o" * 32)
    keys = {"hq-1": key.public_key().public_bytes_raw()}
    good = sign(campaign, "hq-1", key)
    assert verify(campaign, good, keys) is Verdict.GOOD
    assert verify(campaign, None, keys) is Verdict.UNSIGNED
    assert verify(campaign, sign(campaign, "hq-1", other), keys) is Verdict.FORGED
    assert verify(campaign, sign(campaign, "hq-9", key), keys) is Verdict.UNKNOWN_KEY
    changed = read_campaign(TEXT.replace("points: 800", "points: 8").encode()).campaign
    assert verify(changed, good, keys) is Verdict.FORGED
    later = read_campaign(TEXT.replace("version: 1", "version: 2").encode()).campaign
    assert verify(later, good, keys) is Verdict.OTHER_CAMPAIGN
    assert verify(campaign, sign(changed, "hq-1", key), keys) is Verdict.FORGED


@given(st.binary(max_size=80))
def test_any_signature_file_has_a_verdict(raw: bytes) -> None:
    campaign = read_campaign(TEXT.encode()).campaign if not _CACHE else _CACHE[0]
    _CACHE[:] = [campaign]
    assert verify(campaign, raw, {}) in (Verdict.MALFORMED, Verdict.OTHER_CAMPAIGN)


_CACHE: list[Any] = []
