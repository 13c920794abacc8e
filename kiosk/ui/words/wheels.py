"""Words of draws that are played at once: wheels, scratch cards, grids, capsules, red packets."""

from __future__ import annotations

from kiosk.application.draws.wheel_outcomes import PrizeView, SpinWay, Spun, WayView, WheelView, Winner
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.draws.batch import grouped
from kiosk.ui.i18n import I18n, spaced, translate


def won_name(spun: Spun, i18n: I18n, currency: str) -> str:
    """The prize's name; with the amount of a red packet."""
    name = i18n.text(spun.prize.name)
    return spaced(f"{name} {i18n.money(spun.amount, currency)}") if spun.amount else name


def winner_name(winner: Winner, i18n: I18n) -> str:
    """What somebody won."""
    name = i18n.text(winner.prize)
    return spaced(f"{name} {i18n.money(winner.amount)}") if winner.amount else name


def verb(look: WheelLook) -> str:
    """What is done to play."""
    return {
        WheelLook.WHEEL: translate("Wheels", "Spin the wheel"),
        WheelLook.SCRATCH: translate("Wheels", "Take a card"),
        WheelLook.GRID: translate("Wheels", "Start the light"),
        WheelLook.CAPSULE: translate("Wheels", "Turn the knob"),
        WheelLook.RAIN: translate("Wheels", "Let it rain"),
    }[look]


def along(look: WheelLook) -> str:
    """What a key does for whoever plays; empty where there is nothing to do."""
    return {
        WheelLook.SCRATCH: translate("Wheels", "Scratch it for me"),
        WheelLook.RAIN: translate("Wheels", "Catch one for me"),
    }.get(look, "")


def price_words(way: WayView, i18n: I18n) -> str:
    """“50 points”, “2 tickets”; empty for a spin that they have."""
    n = way.price
    if way.way is SpinWay.POINTS:
        return spaced(translate("Wheels", "{n} point(s)", None, n).format(n=i18n.number(n)))
    if way.way is SpinWay.TICKET:
        return spaced(translate("Wheels", "%n draw ticket(s)", None, n))
    return ""


def way_words(way: WayView, look: WheelLook, i18n: I18n) -> str:
    """The button of a way to play."""
    price = price_words(way, i18n)
    return (
        spaced(translate("Wheels", "{play} for {price}").format(play=verb(look), price=price)) if price else verb(look)
    )


def way_short(way: WayView, i18n: I18n) -> str:
    """The same beside another way."""
    price = price_words(way, i18n)
    return spaced(translate("Wheels", "for {price}").format(price=price)) if price else have_words(way, i18n)


def have_words(way: WayView, i18n: I18n) -> str:
    """What they have of what it takes."""
    n, number = way.have, i18n.number(way.have)
    return {
        SpinWay.FREE: spaced(translate("Wheels", "%n turn(s) for you", None, n)),
        SpinWay.TICKET: spaced(translate("Wheels", "you have %n ticket(s)", None, n)),
        SpinWay.POINTS: spaced(translate("Wheels", "you have {n} point(s)", None, n).format(n=number)),
    }[way.way]


def chance_words(wheel: WheelView, i18n: I18n) -> str:
    """The one line about a wheel on a page with other things: what can be had here now."""
    open_ways = [way for way in wheel.ways if way.refusal is None]
    if wheel.refusal is not None:
        return translate("Wheels", "not open at the moment")
    if not open_ways:
        return translate("Wheels", "see what there is to win")
    best = open_ways[0]
    left = sum(field.left for field in wheel.fields if not field.thanks)
    words = price_words(best, i18n) or spaced(translate("Wheels", "%n turn(s)", None, best.have))
    prizes = spaced(translate("Wheels", "{n} prize(s) left", None, left).format(n=i18n.number(left)))
    return f"{words} · {prizes}"


def left_title(wheel: WheelView, i18n: I18n) -> str:
    """What the counts beside the prizes are: here, and in the whole chain as of when HQ was heard last."""
    if wheel.told_at is None:
        return translate("Wheels", "Still to be won at this machine")
    as_of = f"{i18n.short_day(wheel.told_at)} {i18n.time(wheel.told_at)}"
    words = translate("Wheels", "Still to be won here / in the whole chain ({time})")
    return spaced(words.format(time=as_of))


def left_words(wheel: WheelView, field: PrizeView, i18n: I18n) -> str:
    """How many of a prize there still are: here, and in the whole chain where HQ told."""
    here = f"× {i18n.number(field.left)}"
    return here if wheel.told_at is None or field.everywhere is None else f"{here} / {i18n.number(field.everywhere)}"


def result_title(spun: Spun) -> str:
    """The first word about a result."""
    if spun.prize.thanks:
        return translate("Wheels", "Not this time")
    return translate("Wheels", "Congratulations!")


def not_public() -> str:
    """What every screen says where the beacon is a store's own."""
    return translate("Wheels", "For practice: the random number is not from the public beacon.")


def check_paragraphs(root: str) -> list[str]:
    """How it is made sure that nobody chooses who wins. `root`: fingerprint (hex) of the tape, "" where there is
    none."""
    words = [
        translate(
            "Wheels",
            "Everything that can be won lies on a sealed list. A public random number, which nobody could know before, "
            "put it in its order.",
        ),
        translate(
            "Wheels",
            "Each turn takes the next place of the list. It is written down before anything moves: the screen only "
            "shows it, and nobody here can choose, repeat or undo a result.",
        ),
        translate(
            "Wheels",
            "All fields are alike in size and do not show the chances. How many of each are left stands beside them.",
        ),
    ]
    if root:
        fingerprint = translate("Wheels", "Fingerprint of the list, published before the first turn: {fingerprint}")
        words.append(fingerprint.format(fingerprint=grouped(root)))
    return words


def proof_steps() -> list[str]:
    """What to do with the code of a result."""
    return [
        translate("Wheels", "Scan it with your phone. The page recomputes the result on your phone itself."),
        translate("Wheels", "Or hold the code to any of our terminals: each of them can check it."),
        translate("Wheels", "When the list is used up it is published whole, and everybody can recompute all of it."),
    ]
