"""Words for an event as somebody stands to it."""

from __future__ import annotations

from kiosk.application.guests.visitor_outcomes import Gathering, Place
from kiosk.domain.guests.event import Event, Session
from kiosk.ui.i18n import I18n, spaced, translate


def when_words(part: Event | Session, i18n: I18n) -> str:
    """Its day and hours."""
    starts, ends = i18n.local(part.starts), i18n.local(part.ends)
    until = i18n.time(part.ends)
    if starts.date() != ends.date():
        until = f"{i18n.short_day(part.ends)} {until}"
    return spaced(f"{i18n.day(part.starts)} {i18n.time(part.starts)} – {until}")


def where_words(event: Event, i18n: I18n) -> str:
    """When, and where."""
    return " · ".join(part for part in (when_words(event, i18n), event.place) if part)


def left_words(gathering: Gathering) -> str:
    """How many places nobody needs; "" where there is no end to them."""
    if gathering.left is None:
        return ""
    if gathering.left > 0:
        return spaced(translate("SelfService", "%n place(s) left", None, gathering.left))
    if gathering.event.waiting_list:
        return translate("SelfService", "all taken; you can wait for one")
    return translate("SelfService", "all places are taken")


def place_word(gathering: Gathering) -> str:
    """How they stand to it, in a word."""
    match gathering.place:
        case Place.SURE:
            return translate("SelfService", "on the list")
        case Place.PROVISIONAL:
            return translate("SelfService", "on the list for now")
        case Place.WAITING:
            return translate("SelfService", "waiting list")
        case Place.CLOSED:
            return translate("SelfService", "ask our staff")
        case _:
            return ""


def place_words(gathering: Gathering, i18n: I18n, *, online: bool) -> tuple[str, str]:
    """What came of it, and what is to be known of it."""
    match gathering.place:
        case Place.SURE:
            title = translate("SelfService", "You are on the list!")
            text = spaced(translate("SelfService", "See you on {when}.")).format(when=when_words(gathering.event, i18n))
        case Place.WAITING:
            title = translate("SelfService", "You are on the waiting list")
            text = translate(
                "SelfService",
                "All places are taken. Whoever signed up first gets the next one that is free, and is written to if we"
                " have a phone or an address. Or come: if some stay free, you are let in at the door.",
            )
        case Place.CLOSED:
            title = translate("SelfService", "Please ask our staff")
            text = translate("SelfService", "Your place at this event was cancelled.")
        case _ if online:
            title = translate("SelfService", "One moment…")
            text = translate("SelfService", "Headquarters is asked whether there is a place for you.")
        case _:
            title = translate("SelfService", "You are on the list for now")
            text = translate(
                "SelfService",
                "Headquarters cannot be reached. Your place is sure once it can; if all are taken by then, you are on"
                " the waiting list. Ask here again, or at the door.",
            )
    return title, text
