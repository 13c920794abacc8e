"""Papers for members: what somebody who has just become one takes home, and the card they hand to a friend."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.registration.outcomes import Invite, Registered
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents import invite_card
from kiosk.domain.documents import welcome_slip as slip
from kiosk.domain.documents.blocks import Document
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import Customs, speaking
from kiosk.ui.words.documents.members import invite_card_words, welcome_slip_words
from kiosk.ui.words.rewards import received, reward_lines


def gift_texts(gifts: Iterable[RewardView], terminal: TerminalInfo) -> tuple[LocalText, ...]:
    """What campaigns gave, in words of every language. May be called on any thread, as what is below."""
    shown = received(gifts)
    said: dict[str, list[str]] = {}
    for language in LANGUAGES if shown else ():
        with speaking(language):
            said[language] = reward_lines(shown, Customs(language, terminal.zone, terminal.currency))
    return tuple(LocalText(*line) for line in zip(*(said[language] for language in said), strict=True))


def welcome_slip(made: Registered, terminal: TerminalInfo, clerk: str, at: datetime, language: str) -> Document:
    """Their card number as a code (a pass would have run out by the time they are home), and their gifts."""
    paper = slip.WelcomeSlip(
        store=terminal.store_name,
        zone=terminal.zone,
        at=at,
        member=made.masked_name,
        code=made.card_no,
        gifts=gift_texts(made.gifts, terminal),
        clerk=clerk,
    )
    return slip.lay_out(paper, welcome_slip_words(language, terminal.currency), terminal.brand)


def invitation(invite: Invite, name: str, terminal: TerminalInfo, language: str) -> Document:
    """A card for a friend: a phone's camera opens the link, our scanners read the code in it."""
    card = invite_card.InviteCard(
        store=terminal.store_name,
        zone=terminal.zone,
        member=name,
        code=invite.link or invite.token,
        until=invite.until,
        campaign=invite.campaign_name,
    )
    return invite_card.lay_out(card, invite_card_words(language, terminal.currency), terminal.brand)
