"""The poster of a campaign file says what the file says; what the legal checklist misses, the poster misses too."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.domain.campaigns.legal import legal_gaps
from kiosk.domain.campaigns.model import Campaign, Jurisdiction
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.documents.rules_poster import Item, MissingRules, lay_out, missing
from kiosk.domain.draws.batch import grouped
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.campaigns.file import load_campaign
from kiosk.protocol.campaigns.signature import rules_hash
from kiosk.ui.words.documents.campaign_rules import frame_of, poster_of
from kiosk.ui.words.documents.draws import rules_poster_words
from tests.shared.calls import called
from tests.unit.domain.documents.papers import flat, texts

FILES = sorted((paths.resources() / "campaigns").glob("*.yaml"))
STORE = LocalText("信義", "信义", "Xinyi")
WRITTEN_BY_HAND = ("draw_method", "claim_time", "claim_conditions", "claim_method", "delivery", "forfeiture")


@cache
def campaign_of(path: Path) -> Campaign:
    return load_campaign(path).campaign


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_our_campaigns_have_posters_that_say_what_their_files_say(path: Path, language: str) -> None:
    campaign = campaign_of(path)
    assert not [gap for gap in legal_gaps(campaign) if gap.mandatory]
    poster = poster_of(campaign, STORE, rules_hash(campaign))
    whole = flat("".join(texts(lay_out(poster, rules_poster_words(language, campaign.currency)).blocks)))
    legal = campaign.legal
    said = [campaign.name, campaign.terms, campaign.summary, campaign.organiser.name, legal.delivery, legal.forfeiture]
    said += [prize.name for draw in campaign.draws for prize in draw.prizes]
    said += [prize.name for wheel in campaign.wheels for prize in wheel.prizes if not prize.thanks]
    for text in said:
        if text is not None:
            assert flat(text.get(language)) in whole
    for fact in (campaign.organiser.contact, f"{campaign.starts:%Y-%m-%d}", flat(grouped(rules_hash(campaign)))):
        assert flat(fact) in whole
    for draw in campaign.draws:
        assert f"{draw.at:%H:%M}" in whole


@pytest.mark.parametrize("name", WRITTEN_BY_HAND)
def test_what_the_checklist_misses_the_poster_misses(name: str) -> None:
    campaign = next(one for one in map(campaign_of, FILES) if one.draws)
    gone: Any = {name: None}
    less = replace(campaign, legal=replace(campaign.legal, **gone))
    assert f"legal.{name}" in {gap.code for gap in legal_gaps(less)}
    for language in LANGUAGES:
        assert missing(poster_of(less, STORE, "ab" * 8), language) == (Item(name),)


def test_insiders_tax_and_licence_follow_the_place() -> None:
    campaign = next(one for one in map(campaign_of, FILES) if one.draws)
    insiders = replace(campaign, legal=replace(campaign.legal, insiders_excluded=False))
    assert missing(poster_of(insiders, STORE, "ab"), "en") == (Item.INSIDERS,)
    draws = tuple(
        replace(draw, prizes=tuple(replace(one, tax_percent=None) for one in draw.prizes)) for draw in campaign.draws
    )
    mainland = replace(campaign, jurisdiction=Jurisdiction.CN, draws=draws)
    assert missing(poster_of(mainland, STORE, "ab"), "en") == (Item.TAX,)
    hong_kong = replace(campaign, jurisdiction=Jurisdiction.HK)
    assert missing(poster_of(hong_kong, STORE, "ab"), "en") == (Item.LICENCE,)
    taxed = replace(draws[0], prizes=(replace(draws[0].prizes[0], tax_percent=20_00),))
    poster = poster_of(replace(mainland, draws=(taxed, *draws[1:])), STORE, "ab")
    assert "20%" in poster.texts[Item.TAX].en


def test_a_theme_chooses_the_frame() -> None:
    assert [frame_of(theme) for theme in ("spring", "mid-autumn", "wheel", "", None)] == [
        Frame.SPRING, Frame.MID_AUTUMN, Frame.PLAIN, Frame.PLAIN, Frame.PLAIN,
    ]  # fmt: skip


def test_the_command_writes_a_poster_or_says_what_it_lacks(tmp_path: Path) -> None:
    file, out = tmp_path / "campaign.yaml", tmp_path / "rules.pdf"
    text = next(path for path in FILES if campaign_of(path).draws).read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    words = ["campaign", "poster", str(file), "--out", str(out)]
    code, said, heard = called([*words, "--paper", "A5", "--language", "en", "--store", "Xinyi"])
    assert (code, said, heard) == (0, f"{out}\n", "")
    assert out.read_bytes().startswith(b"%PDF")
    out.unlink()
    file.write_text(text.replace("  delivery:", "  # delivery:"), encoding="utf-8")
    code, said, heard = called(words)
    assert (code, said) == (1, "")
    assert heard == "kiosk campaign poster: the rules do not say in zh_TW: delivery\n"
    assert not out.exists()


def test_the_poster_of_a_campaign_that_says_too_little_is_refused() -> None:
    campaign = campaign_of(FILES[0])
    poster = poster_of(replace(campaign, terms=LocalText("", "", "")), STORE, "")
    with pytest.raises(MissingRules) as refused:
        lay_out(poster, rules_poster_words("en", campaign.currency))
    assert refused.value.items == (Item.CONDITIONS, Item.VERSION)
