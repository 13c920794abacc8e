"""The words of papers about prize draws and the rules of campaigns."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.documents.draw_ticket import DrawTicketWords
from kiosk.domain.documents.result_slip import ResultSlipWords
from kiosk.domain.documents.rules_poster import Item, RulesPosterWords
from kiosk.ui.i18n import currency_sign, speaking, translate


def draw_ticket_words(language: str, currency: str, folder: Path | None = None) -> DrawTicketWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217), as of every document here. May be called
    on any thread. `folder`: where the translations lie."""
    with speaking(language, folder):
        return DrawTicketWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Draw ticket"),
            numbered=translate("Paper", "No. {number}"),
            drawn=translate("Paper", "Draw on"),
            where=translate("Paper", "Place"),
            member=translate("Receipt", "Member"),
            tickets=translate("Paper", "Tickets"),
            check=translate("Paper", "Scan to see that your ticket is in the draw"),
            fingerprint=translate("Paper", "Fingerprint"),
            issued=translate("Paper", "Issued"),
            keep=translate("Paper", "Please keep this ticket until you have received your prize. Good luck!"),
        )


def result_slip_words(language: str, currency: str, folder: Path | None = None) -> ResultSlipWords:
    """The words of a draw's result."""
    with speaking(language, folder):
        return ResultSlipWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Draw result"),
            won=translate("Paper", "Congratulations, you have won"),
            nothing=translate("Paper", "No prize this time. Thank you for taking part!"),
            value=translate("Paper", "Prize value"),
            tax=translate("Paper", "Tax withheld"),
            until=translate("Paper", "Please claim it by {day}"),
            ticket=translate("Paper", "Ticket number"),
            drawn=translate("Paper", "Drawn"),
            member=translate("Receipt", "Member"),
            check=translate("Paper", "Scan to check the result yourself"),
            fingerprint=translate("Paper", "Fingerprint"),
            signature=translate("Paper", "Winner’s signature"),
        )


def rules_poster_words(language: str, currency: str, folder: Path | None = None) -> RulesPosterWords:
    """The words of a rules poster."""
    with speaking(language, folder):
        return RulesPosterWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Rules"),
            items={item: item_word(item) for item in Item},
            grade=translate("Paper", "Grade"),
            prize=translate("Paper", "Prize"),
            value=translate("Paper", "Value"),
            quantity=translate("Paper", "Quantity"),
            odds=translate("Paper", "Odds"),
            version=translate("Paper", "version {version}"),
            fingerprint=translate("Paper", "Fingerprint"),
            check=translate("Paper", "Scan to check these rules"),
            final=translate(
                "Paper",
                "These rules were fixed before the start. Any change would only be in your favour, and announced.",
            ),
        )


def item_word(item: Item) -> str:
    """An item that rules have to say: its heading, and its name where it is missing."""
    return {
        Item.CONDITIONS: translate("RulesItem", "Who can take part"),
        Item.MANNER: translate("RulesItem", "How it works"),
        Item.PERIOD: translate("RulesItem", "Period"),
        Item.PRIZES: translate("RulesItem", "Prizes"),
        Item.PRIZE_VALUE: translate("RulesItem", "Value of each prize"),
        Item.QUANTITY_OR_ODDS: translate("RulesItem", "Quantity or odds of each prize"),
        Item.DRAW_TIME: translate("RulesItem", "When we draw"),
        Item.DRAW_METHOD: translate("RulesItem", "How we draw"),
        Item.CLAIM_TIME: translate("RulesItem", "When to claim"),
        Item.CLAIM_CONDITIONS: translate("RulesItem", "Conditions for claiming"),
        Item.CLAIM_METHOD: translate("RulesItem", "How to claim"),
        Item.DELIVERY: translate("RulesItem", "Delivery"),
        Item.FORFEITURE: translate("RulesItem", "Unclaimed prizes"),
        Item.TAX: translate("RulesItem", "Tax"),
        Item.INSIDERS: translate("RulesItem", "Who cannot take part"),
        Item.PRIVACY: translate("RulesItem", "Your personal data"),
        Item.ORGANISER: translate("RulesItem", "Organiser"),
        Item.CONTACT: translate("RulesItem", "Contact"),
        Item.LICENCE: translate("RulesItem", "Licence number"),
        Item.VERSION: translate("RulesItem", "Version of the rules"),
    }[item]
