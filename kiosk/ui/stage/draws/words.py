"""What the big screen says of a draw."""

from __future__ import annotations

from datetime import datetime

from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.stage.draws.scenes import Around, PrizeShown, Source, WhyPassed, Winner


def counts_words(around: Around, i18n: I18n) -> str:
    """How many tickets and people."""
    tickets = translate("Stage", "%n ticket(s)", None, around.tickets).replace(
        str(around.tickets), i18n.number(around.tickets), 1
    )
    people = translate("Stage", "%n person(s)", None, around.entrants).replace(
        str(around.entrants), i18n.number(around.entrants), 1
    )
    return f"{tickets} · {people}"


def prize_words(prize: PrizeShown) -> str:
    """What is drawn, and how many of it."""
    return f"{prize.name} × {prize.count}"


def winner_detail(winner: Winner) -> str:
    """Below a winner's name."""
    ticket = translate("Stage", "Ticket {number}").format(number=winner.ticket)
    return (
        f"{ticket} · {winner.detail}" if winner.detail and winner.name else winner.detail if not winner.name else ticket
    )


def winner_name(winner: Winner) -> str:
    """A winner's name, or the ticket's number where no names are shown."""
    return winner.name or translate("Stage", "Ticket {number}").format(number=winner.ticket)


def proof_lead(around: Around) -> str:
    """The words before the proof."""
    if around.rehearsal:
        return translate("Stage", "This is a rehearsal.")
    return translate("Stage", "Anyone can check.")


def proof_words(around: Around, i18n: I18n) -> str:
    """How one can know that nobody chose the winners: what has been done so far, no more than that."""
    if around.rehearsal:
        return translate("Stage", "It takes other chance than the draw, and nobody wins anything.")
    if around.published is None:
        return translate("Stage", "The list is published before the draw, and cannot be changed after that.")
    time = i18n.time(around.published)
    said = [spaced(translate("Stage", "The list was published at {time}.").format(time=time))]
    if around.source is Source.BEACON:
        said.append(_beacon(around))
    else:
        said.append(_envelopes(around))
    if around.seeded:
        said.append(check_words(around))
    said = [one for one in said if one]
    return "".join(said) if i18n.language != "en" else " ".join(said)


def check_words(around: Around) -> str:
    """What to do with the code, where there is one."""
    return translate("Stage", "Scan the code and work it out again on your own phone.") if around.link else ""


def _beacon(around: Around) -> str:
    if around.foreign:
        text = translate("Stage", "Chance comes from round {round} of a beacon that is not the public one.")
    elif around.seeded:
        text = translate("Stage", "Chance came from round {round} of the public beacon, which did not exist then.")
    else:
        text = translate("Stage", "Chance will come from round {round} of the public beacon, which does not exist yet.")
    return spaced(text.format(round=around.round))


def _envelopes(around: Around) -> str:
    if around.seeded:
        text = translate("Stage", "Chance came from {n} dice that you threw, and from sealed envelopes opened last.")
        return spaced(text.format(n=around.thrown))
    return translate("Stage", "Chance comes from dice that you throw, and from sealed envelopes opened last.")


def why_passed_word(why: WhyPassed) -> str:
    """Why a winner does not get the prize, for the room."""
    return {
        WhyPassed.NO_SHOW: translate("Stage", "not here"),
        WhyPassed.INELIGIBLE: translate("Stage", "may not take part"),
        WhyPassed.DECLINED: translate("Stage", "gave the prize up"),
    }[why]


def left_words(at: datetime, now: datetime) -> str:
    """Minutes and seconds until then, as on a clock."""
    seconds = max(0, -int((now - at).total_seconds() // 1))
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
