"""The rules poster of a campaign file: what the file says, and in words what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.documents.rules_poster import Item, Prize, RulesPoster
from kiosk.domain.documents.words import filled
from kiosk.domain.draws.batch import grouped
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import speaking, translate

ZONE = "UTC"
"""The file's times are those of every store's wall clock; the poster says them as they stand there."""


def poster_of(campaign: Campaign, store: LocalText, fingerprint: str, check_at: str = "") -> RulesPoster:
    """The poster for a store (or for all: the organiser's name). `fingerprint`: of the frozen rules, in hex;
    `check_at`: where draws are published and checked, as people read it. May be called on any thread."""
    legal = campaign.legal
    texts = {
        Item.CONDITIONS: campaign.terms,
        Item.MANNER: campaign.summary,
        Item.DRAW_METHOD: legal.draw_method,
        Item.CLAIM_TIME: legal.claim_time,
        Item.CLAIM_CONDITIONS: legal.claim_conditions,
        Item.CLAIM_METHOD: legal.claim_method,
        Item.DELIVERY: legal.delivery,
        Item.FORFEITURE: legal.forfeiture,
        Item.DRAW_TIME: _said(lambda language: "\n".join(_times(campaign, language))),
        Item.TAX: _said(lambda language: "\n".join(_taxes(campaign, language))),
        Item.INSIDERS: _said(lambda _: _insiders() if legal.insiders_excluded else ""),
        Item.PRIVACY: _said(lambda language: "\n".join(_privacy(campaign, language))),
    }
    return RulesPoster(
        campaign=campaign.name,
        store=store,
        jurisdiction=campaign.jurisdiction,
        zone=ZONE,
        currency=campaign.currency,
        chance=bool(campaign.wheels or campaign.draws),
        starts=campaign.starts.replace(tzinfo=UTC),
        ends=campaign.ends.replace(tzinfo=UTC),
        organiser=campaign.organiser.name,
        contact=campaign.organiser.contact,
        texts={item: text for item, text in texts.items() if text is not None},
        prizes=tuple(_prizes(campaign)),
        licence=legal.licence_number or "",
        version=campaign.version,
        fingerprint=grouped(fingerprint),
        check_at=check_at,
        frame=frame_of(campaign.theme),
    )


def frame_of(theme: str | None) -> Frame:
    """The frame that goes with a campaign's theme; a plain one where none does."""
    known = {frame.value: frame for frame in Frame}
    return known.get((theme or "").replace("-", "_")) or Frame.PLAIN


def _said(say: Callable[[str], str]) -> LocalText:
    said = {}
    for language in LANGUAGES:
        with speaking(language):
            said[language] = say(language)
    return LocalText(**said)


def _prizes(campaign: Campaign) -> Iterator[Prize]:
    for wheel in campaign.wheels:
        for field in wheel.prizes:
            if not field.thanks:
                yield Prize(field.name, field.best, field.count, grade=wheel.name)
    for draw in campaign.draws:
        for prize in draw.prizes:
            yield Prize(prize.name, prize.value, prize.count * max(1, len(draw.days)), grade=draw.name)


def _times(campaign: Campaign, language: str) -> Iterator[str]:
    for draw in campaign.draws:
        days = ", ".join(f"{day:%Y-%m-%d}" for day in draw.days)
        values = {"draw": draw.name.get(language), "time": f"{draw.at:%H:%M}", "days": days}
        if days:
            yield filled(translate("Paper", "{draw}: {time} on {days}"), values)
        else:
            del values["days"]
            yield filled(translate("Paper", "{draw}: {time} on each day of the main phase"), values)
    for wheel in campaign.wheels:
        yield filled(translate("Paper", "{wheel}: at once, when it stops"), {"wheel": wheel.name.get(language)})


def _taxes(campaign: Campaign, language: str) -> Iterator[str]:
    for draw in campaign.draws:
        for prize in draw.prizes:
            if prize.tax_percent:
                percent = f"{prize.tax_percent / 100:g}%"
                values = {"percent": percent, "prize": prize.name.get(language)}
                yield filled(translate("Paper", "{prize}: {percent} of its value is withheld as tax"), values)


def _insiders() -> str:
    return translate("Paper", "Employees of the organiser")


def _privacy(campaign: Campaign, language: str) -> Iterator[str]:
    yield translate(
        "Paper",
        "Your data are used for this campaign alone. Names are published masked. Consents can be withdrawn at any time,"
        " and your data are erased when you ask for it.",
    )
    if campaign.legal.marketing_consent is not None:
        yield campaign.legal.marketing_consent.get(language)
