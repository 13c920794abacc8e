"""Words for what cannot be done in a draw before a room."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.draws.stage import AT_HQ, WITNESS, Phase
from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def phase_word(phase: Phase) -> str:
    """Where a draw stands."""
    return {
        Phase.FROZEN: translate("Draw", "list frozen"),
        Phase.AWAITED: translate("Draw", "waiting for the beacon"),
        Phase.DICE: translate("Draw", "throwing dice"),
        Phase.ENVELOPES: translate("Draw", "opening envelopes"),
        Phase.READY: translate("Draw", "ready to draw"),
        Phase.DRAWN: translate("Draw", "drawn"),
        Phase.SHOWN: translate("Draw", "winners shown"),
        Phase.CLOSED: translate("Draw", "over"),
        Phase.VOID: translate("Draw", "void"),
    }[phase]


def holder_word(holder: str) -> str:
    """Whose envelope it is."""
    return {AT_HQ: translate("Draw", "HQ"), WITNESS: translate("Draw", "the witness")}.get(holder, holder)


def _unknown(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Draw not found"),
        translate("Refusal", "This terminal has no draw of that name."),
        translate("Refusal", "Choose one from the list."),
    )


def _not_now(a: Args) -> RefusalWords:
    stands = a.word("other", "")
    word = phase_word(Phase(stands)) if stands in Phase.__members__.values() else translate("Draw", "elsewhere")
    return RefusalWords(
        translate("Refusal", "Not at this step of the draw"),
        translate("Refusal", "The draw stands at: {state}. A step that is over cannot be done again.").format(
            state=word
        ),
        translate("Refusal", "Do what the large button says."),
    )


def _empty(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nobody on the list"),
        translate("Refusal", "A draw needs at least one entrant."),
        translate("Refusal", "Choose a list with names or tickets in it."),
    )


def _no_prizes(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No prize to draw"),
        translate("Refusal", "Every prize needs a name and a number; 10,000 at most."),
        translate("Refusal", "Write the prizes down, in the order in which they are drawn."),
    )


def _unsigned(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This terminal cannot sign"),
        translate("Refusal", "Its key is missing, so nobody could check who published the list."),
        translate("Refusal", "Use another terminal, or have this one enrolled again."),
    )


def _late(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too late to publish"),
        translate("Refusal", "The list says that it is published by {until}.").format(until=a.time("until")),
        translate("Refusal", "Declare the draw void, and freeze the list again."),
    )


def _no_hq_list(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "HQ’s list did not come"),
        translate("Refusal", "The list of this draw is at HQ, and HQ cannot be reached now."),
        translate("Refusal", "Try again when the badge above says online, or use a phone’s network."),
    )


def _other_list(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The list is not the published one"),
        translate("Refusal", "Its fingerprint is another than the one HQ signed."),
        translate("Refusal", "Do not draw. Tell HQ."),
    )


def _beacon_unreadable(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "That is no number of the beacon"),
        translate("Refusal", "It has 96 digits from 0 to 9 and a to f, or is the code that the phone shows."),
        translate("Refusal", "Scan it again, or look for a digit that is missing."),
    )


def _other_round(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Another round of the beacon"),
        translate("Refusal", "The list names round {need}; this is round {have}.").format(
            need=a.count("need"), have=a.count("have")
        ),
        translate("Refusal", "Open the round that the list names."),
    )


def _not_yet(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The round is not there yet"),
        translate("Refusal", "It comes out {until}.").format(until=a.time("until")),
        translate("Refusal", "Wait for it; without a network here, scan it from a phone."),
    )


def _decided(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The draw can no longer be called off"),
        translate("Refusal", "The number that decides is out, so anybody could know by now who wins."),
        translate("Refusal", "Draw. Who may not win gives way to an alternate."),
    )


def _long(a: Args) -> RefusalWords:
    said = translate("Refusal", "It has {have} people; at most {need} can be drawn among here.")
    return RefusalWords(
        translate("Refusal", "The list is too long"),
        said.format(have=a.count("have"), need=a.count("need")),
        translate("Refusal", "Hold the draw at HQ, or split the list."),
    )


def _beacon_forged(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not the beacon’s own number"),
        translate("Refusal", "Its signature is wrong, so anybody could have made it up."),
        translate("Refusal", "Scan or type it again. If it stays wrong, ask another phone."),
    )


def _dice_few(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "More dice are needed"),
        translate("Refusal", "{have} of {need} have been thrown.").format(have=a.count("have"), need=a.count("need")),
        translate("Refusal", "Let the audience throw more."),
    )


def _dice_unreadable(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No die shows that"),
        translate("Refusal", "A die shows 1 to 6, and 200 dice are enough."),
        translate("Refusal", "Type what the die shows."),
    )


def _dice_closed(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The dice are closed"),
        translate("Refusal", "An envelope is open: whoever has read it could choose the next die."),
        translate("Refusal", "Open the other envelope."),
    )


def _envelope_unreadable(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "That is not what an envelope holds"),
        translate("Refusal", "It has 64 digits from 0 to 9 and a to f, different in each envelope."),
        translate("Refusal", "Scan the code in the envelope, or look for a digit that is missing."),
    )


def _envelope_other(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not the envelope that was sealed"),
        translate("Refusal", "It does not fit what was published for “{name}” before the dice.").format(
            name=holder_word(a.word("name", translate("Refusal", "this envelope")))
        ),
        translate("Refusal", "Look for a wrong digit. If the envelope is lost, the draw can only be declared void."),
    )


def _envelope_known(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This envelope has been opened before"),
        translate("Refusal", "What is in it is known from a draw before, so it keeps nobody from guessing."),
        translate("Refusal", "Have a new envelope sealed."),
    )


def _same_person(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Two people have to sign"),
        translate("Refusal", "The second signature is by the same person as the first."),
        translate("Refusal", "Ask somebody else of the staff for their PIN."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.DRAW_UNKNOWN: _unknown,
    RefusalCode.DRAW_NOT_NOW: _not_now,
    RefusalCode.DRAW_LIST_EMPTY: _empty,
    RefusalCode.DRAW_LIST_LONG: _long,
    RefusalCode.DRAW_PRIZES_MISSING: _no_prizes,
    RefusalCode.DRAW_UNSIGNED: _unsigned,
    RefusalCode.DRAW_LATE: _late,
    RefusalCode.DRAW_DECIDED: _decided,
    RefusalCode.DRAW_NOT_FROM_HQ: _no_hq_list,
    RefusalCode.DRAW_LIST_OTHER: _other_list,
    RefusalCode.BEACON_UNREADABLE: _beacon_unreadable,
    RefusalCode.BEACON_OTHER_ROUND: _other_round,
    RefusalCode.BEACON_NOT_YET: _not_yet,
    RefusalCode.BEACON_FORGED: _beacon_forged,
    RefusalCode.DICE_FEW: _dice_few,
    RefusalCode.DICE_UNREADABLE: _dice_unreadable,
    RefusalCode.DICE_CLOSED: _dice_closed,
    RefusalCode.ENVELOPE_UNREADABLE: _envelope_unreadable,
    RefusalCode.ENVELOPE_OTHER: _envelope_other,
    RefusalCode.ENVELOPE_KNOWN: _envelope_known,
    RefusalCode.SAME_PERSON: _same_person,
}
