"""Words of a desk's readiness drill."""

from __future__ import annotations

from kiosk.domain.documents.printers import Trouble
from kiosk.domain.guests.drill import Line, Mark, Result
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.words.printing import trouble_word

MARK_PILL = {Mark.PASS: "jade", Mark.LOOK: "warn", Mark.FAIL: "red"}


def mark_word(mark: Mark) -> str:
    """How a line came out."""
    return {
        Mark.PASS: translate("Drill", "Ready"),
        Mark.LOOK: translate("Drill", "Look at it"),
        Mark.FAIL: translate("Drill", "Not ready"),
    }[mark]


def verdict_word(mark: Mark) -> str:
    """How all of it came out."""
    return {
        Mark.PASS: translate("Drill", "Ready: the doors may open."),
        Mark.LOOK: translate("Drill", "The doors may open; look at what is yellow."),
        Mark.FAIL: translate("Drill", "Not ready: what is red comes first."),
    }[mark]


def line_word(line: Line) -> str:
    """What a line is about."""
    return {
        Line.POWER: translate("Drill", "Power"),
        Line.DISK: translate("Drill", "Disk"),
        Line.CAMERA: translate("Drill", "Camera"),
        Line.PRINTER: translate("Drill", "Badge printer"),
        Line.CLOCK: translate("Drill", "Clock"),
        Line.DATA: translate("Drill", "Guest list"),
        Line.TICKETS: translate("Drill", "Trial tickets"),
        Line.CUT: translate("Drill", "Without HQ"),
        Line.QUEUE: translate("Drill", "Told to HQ"),
        Line.SCANNER: translate("Drill", "Scanner"),
    }[line]


def result_words(result: Result) -> str:
    """Why a line came out as it did, and what to do."""
    if result.line is Line.PRINTER and result.code in tuple(Trouble):
        return spaced(f"{result.name}: {trouble_word(Trouble(result.code))}")
    return spaced(_why()[result.line, result.code].format(name=result.name, **result.figures))


def _why() -> dict[tuple[Line, str], str]:
    return {
        (Line.POWER, "mains"): translate("Drill", "On the mains, no battery."),
        (Line.POWER, "plugged"): translate("Drill", "Plugged in."),
        (Line.POWER, "battery"): translate("Drill", "On battery, {percent}%: plug it in."),
        (Line.POWER, "unknown"): translate("Drill", "The machine does not say: look at the plug."),
        (Line.DISK, "free"): translate("Drill", "{mb} MB free."),
        (Line.DISK, "unknown"): translate("Drill", "The machine does not say."),
        (Line.CAMERA, "none"): translate("Drill", "No camera here; the scanner does it."),
        (Line.CAMERA, "ready"): translate("Drill", "It sees."),
        (Line.CAMERA, "starting"): translate("Drill", "It is still starting: try again."),
        (Line.CAMERA, "lost"): translate("Drill", "It shows nothing: look at cable and lens."),
        (Line.PRINTER, "no_badges"): translate("Drill", "This event gives no badges."),
        (Line.PRINTER, "none"): translate("Drill", "No printer for badges is set up."),
        (Line.PRINTER, "ready"): translate("Drill", "{name} is ready."),
        (Line.PRINTER, "labels"): translate("Drill", "{name}: {labels} labels left."),
        (Line.CLOCK, "backwards"): translate("Drill", "The clock was set back: set it right."),
        (Line.CLOCK, "desk_off"): translate("Drill", "{name} is {seconds} s off: one of the clocks is wrong."),
        (Line.CLOCK, "unknown"): translate("Drill", "HQ has not been met: compare with a watch."),
        (Line.CLOCK, "off"): translate("Drill", "{seconds} s from HQ’s."),
        (Line.DATA, "nobody"): translate("Drill", "Nobody is on the list, and nobody may be added."),
        (Line.DATA, "local"): translate("Drill", "{guests} guests; this event was made at a desk."),
        (Line.DATA, "never"): translate("Drill", "{guests} guests; HQ has not been met since the start."),
        (Line.DATA, "age"): translate("Drill", "{guests} guests; HQ told {minutes} min ago."),
        (Line.TICKETS, "wrong"): translate("Drill", "{wrong} of {count} got a wrong verdict: call for help."),
        (Line.TICKETS, "judged"): translate("Drill", "{count} judged, 95 of 100 within {p95} ms. They do not count."),
        (Line.CUT, "away"): translate("Drill", "HQ is away: the desk works, and tells it later."),
        (Line.CUT, "not_cut"): translate("Drill", "HQ could not be cut off here: not tried."),
        (Line.CUT, "back"): translate("Drill", "HQ was cut off meanwhile, and is back."),
        (Line.CUT, "not_back"): translate("Drill", "HQ did not come back: look at the network."),
        (Line.QUEUE, "empty"): translate("Drill", "HQ has everything."),
        (Line.QUEUE, "waiting"): translate("Drill", "{waiting} still wait for HQ."),
        (Line.SCANNER, "not_tried"): translate("Drill", "Not tried."),
        (Line.SCANNER, "read"): translate("Drill", "It reads tickets. This one was not signed in."),
        (Line.SCANNER, "other"): translate("Drill", "It reads, but this is no code of ours: try a ticket."),
    }
