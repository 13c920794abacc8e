"""The words of papers about prize draws and the rules of campaigns."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.documents.draw_notice import DrawNoticeWords
from kiosk.domain.documents.draw_ticket import DrawTicketWords
from kiosk.domain.documents.result_slip import ResultSlipWords
from kiosk.domain.documents.rules_poster import Item, RulesPosterWords
from kiosk.domain.money import currency_sign
from kiosk.ui.i18n import speaking, translate


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
            fingerprint=_list_print(),
            check_at=_check_at(),
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
            fingerprint=translate("Paper", "Fingerprint, published before the draw"),
            check_at=_check_at(),
            signature=translate("Paper", "Winner’s signature"),
        )


def draw_notice_words(language: str, currency: str = "", folder: Path | None = None) -> DrawNoticeWords:
    """The words of a notice of a draw before a room."""
    with speaking(language, folder):
        return DrawNoticeWords(
            language=language,
            currency=currency_sign(currency) if currency else "",
            notice=translate("Paper", "Notice of a prize draw"),
            winners=translate("Paper", "Winners of a prize draw"),
            rehearsal=translate("Stage", "REHEARSAL · Nothing here counts, and nobody wins anything"),
            void=translate("Paper", "This draw is void: {reason}"),
            tickets=translate("Paper", "Tickets"),
            people=translate("Paper", "People"),
            published=translate("Paper", "List published"),
            version=translate("Paper", "This is list {version}: those before it are void."),
            chance=translate("Paper", "Chance comes from"),
            beacon=translate("Paper", "round {round} of the public beacon, {time}"),
            foreign=translate("Paper", "round {round} of a beacon that is not the public one, {time}"),
            envelopes=translate("Paper", "dice thrown by the audience, and sealed envelopes opened last"),
            signed=translate("Paper", "Signed by"),
            witness_key=translate("Paper", "The witness’s key"),
            roles={
                "hq": translate("StageDesk", "HQ"),
                "terminal": translate("StageDesk", "this terminal"),
                "witness": translate("StageDesk", "the witness"),
            },
            prizes=translate("Paper", "Prizes in the order drawn"),
            prize=translate("Paper", "Prize"),
            pieces=translate("Paper", "Quantity"),
            winner=translate("Paper", "Winner"),
            ticket=translate("Paper", "Ticket number"),
            nobody=translate("Paper", "Nobody was left"),
            fingerprint=_list_print(),
            whole=translate("Paper", "The whole fingerprint"),
            check_at=_check_at(),
            check=translate("Paper", "Scan to check the draw yourself"),
            draw=translate("Paper", "Draw"),
            printed=translate("Paper", "Printed"),
            compare=translate(
                "Paper",
                "Keep this paper. The published list must have this fingerprint: another list has another one.",
            ),
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
            fingerprint=translate("Paper", "Fingerprint of these rules"),
            check_at=translate("Paper", "Draws, their results and how to check them: {address}"),
            check=translate("Paper", "Scan to check these rules"),
            final=translate(
                "Paper",
                "These rules were fixed before the start. Any change would only be in your favour, and announced.",
            ),
        )


def _list_print() -> str:
    return translate("Paper", "Fingerprint of the list of entrants")


def _check_at() -> str:
    return translate("Paper", "Check the draw at {address}")


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
