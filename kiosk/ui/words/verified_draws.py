"""What checking a published draw came to, in words: each check that held, each that did not, what has to be known, and
what no mathematics can show. The codes are those of `domain/draws/report.py`; `docs/draws.md` explains them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain.draws.report import Check, Code, Limit, Note, NoteCode, Report
from kiosk.ui.i18n import translate

_Say = Callable[[], str]


def verdict_words(report: Report) -> str:
    """The whole of it, in a sentence."""
    if report.good:
        return translate("VerifyDraw", "Good: everything that can be checked holds.")
    return translate("VerifyDraw", "NOT GOOD: this file does not show what was published, or what was drawn.")


def subject_words(report: Report) -> list[str]:
    """What the file is about, in lines; none where it could not be read."""
    said = report.subject
    if "draw" in said:
        entrants = translate("VerifyDraw", "{entrants} entrants with {tickets} tickets").format(**said)
        name = translate("VerifyDraw", "Draw {draw}, list {seq}").format(**said)
    elif "lease" in said:
        entrants = translate("VerifyDraw", "{slots} slots at terminal {terminal}").format(**said)
        name = translate("VerifyDraw", "Wheel’s tape {lease}").format(**said)
    else:
        return []
    print_ = translate("VerifyDraw", "fingerprint {fingerprint}").format(**said)
    return [name, entrants, print_]


def check_words(check: Check) -> str:
    """A check in a sentence; of one that did not hold, what that means and where."""
    held, broken = _CHECKS[check.code]
    words = (held if check.ok else broken)()
    if check.code is Code.SIGNATURE:
        words = words.format(role=_role(str(check.args.get("role", ""))), name=check.args.get("name", ""))
    return words if check.ok else words + _where(check.args)


def note_words(note: Note) -> str:
    """What has to be known."""
    args = dict(note.args)
    if "role" in args:
        args["role"] = _role(str(args["role"]))
    return _NOTES[note.code]().format(**args)


def limit_words(limit: Limit) -> str:
    """What cannot be checked."""
    return _LIMITS[limit]()


def _where(args: Mapping[str, str | int]) -> str:
    words = f" — {args['field']}" if "field" in args else ""
    if "place" in args:
        # people count from one
        words += translate("VerifyDraw", ", no. {place}").format(place=int(args["place"]) + 1)
    if "expected" in args:
        words += translate("VerifyDraw", ": {expected} expected, {found} found").format(**args)
    problem = _PROBLEMS.get(str(args.get("problem", "")))
    return (
        words if problem is None else translate("VerifyDraw", "{title}: {reason}").format(title=words, reason=problem())
    )


def _role(role: str) -> str:
    known = {
        "hq": lambda: translate("VerifyDraw", "headquarters"),
        "terminal": lambda: translate("VerifyDraw", "terminal"),
        "witness": lambda: translate("VerifyDraw", "witness"),
    }
    return known[role]() if role in known else role


_CHECKS: Mapping[Code, tuple[_Say, _Say]] = {
    Code.FORMAT: (
        lambda: translate("VerifyDraw", "It is the published file of a draw."),
        lambda: translate("VerifyDraw", "It is not the published file of a draw, or of a newer kind."),
    ),
    Code.FIELDS: (
        lambda: translate("VerifyDraw", "No field is missing or unknown."),
        lambda: translate("VerifyDraw", "A field is not as it should be"),
    ),
    Code.RULES: (
        lambda: translate("VerifyDraw", "The rules are those that were published."),
        lambda: translate("VerifyDraw", "The rules are not those that were published"),
    ),
    Code.VERSIONS: (
        lambda: translate("VerifyDraw", "Every earlier list of this draw is shown, as void."),
        lambda: translate("VerifyDraw", "An earlier list of this draw is missing or not its own"),
    ),
    Code.LEAVES: (
        lambda: translate("VerifyDraw", "There are as many entrants and tickets as was said."),
        lambda: translate("VerifyDraw", "There are more or fewer entrants or tickets than was said"),
    ),
    Code.ENTRANTS_ROOT: (
        lambda: translate("VerifyDraw", "The list of entrants is the one that was published."),
        lambda: translate("VerifyDraw", "The list of entrants is not the one that was published"),
    ),
    Code.SIGNED: (
        lambda: translate("VerifyDraw", "Who has to sign has signed."),
        lambda: translate("VerifyDraw", "Who has to sign has not signed"),
    ),
    Code.SIGNATURE: (
        lambda: translate("VerifyDraw", "The signature of {role} ({name}) is good."),
        lambda: translate("VerifyDraw", "The signature of {role} ({name}) is forged, or of something else"),
    ),
    Code.KEY: (
        lambda: translate("VerifyDraw", "A key is one of those you trust."),
        lambda: translate("VerifyDraw", "A key is none of those you trust"),
    ),
    Code.CHAIN: (
        lambda: translate("VerifyDraw", "The random beacon is the one that was named."),
        lambda: translate("VerifyDraw", "The random beacon is not the one that was named"),
    ),
    Code.BEACON_ROUND: (
        lambda: translate("VerifyDraw", "The beacon’s round is the one that was named beforehand."),
        lambda: translate("VerifyDraw", "The beacon’s round is not the one that was named beforehand"),
    ),
    Code.BEACON_TIME: (
        lambda: translate("VerifyDraw", "The round follows from the time of publishing; nobody chose it."),
        lambda: translate("VerifyDraw", "The round is not the one that follows from the time of publishing"),
    ),
    Code.BEACON_SIGNATURE: (
        lambda: translate("VerifyDraw", "The beacon itself signed the random number."),
        lambda: translate("VerifyDraw", "The beacon did not sign this random number"),
    ),
    Code.SOURCES: (
        lambda: translate("VerifyDraw", "The random number comes from where it was said to."),
        lambda: translate("VerifyDraw", "The random number does not come from where it was said to"),
    ),
    Code.ENVELOPE: (
        lambda: translate("VerifyDraw", "An envelope held what was sealed in it."),
        lambda: translate("VerifyDraw", "An envelope did not hold what was sealed in it"),
    ),
    Code.DICE: (
        lambda: translate("VerifyDraw", "At least twenty dice were thrown."),
        lambda: translate("VerifyDraw", "Fewer than twenty dice, or one that is none"),
    ),
    Code.NUMBERS: (
        lambda: translate("VerifyDraw", "The notary’s numbers can be read."),
        lambda: translate("VerifyDraw", "The notary’s numbers cannot be read"),
    ),
    Code.WINNERS: (
        lambda: translate("VerifyDraw", "Drawn again, the same win the same prizes."),
        lambda: translate("VerifyDraw", "Drawn again, others win"),
    ),
    Code.ALTERNATES: (
        lambda: translate("VerifyDraw", "Drawn again, the alternates are the same."),
        lambda: translate("VerifyDraw", "Drawn again, the alternates are others"),
    ),
    Code.PASSED: (
        lambda: translate("VerifyDraw", "Each prize that passed on went to the next alternate, and two people signed."),
        lambda: translate("VerifyDraw", "A prize did not pass on by the rule"),
    ),
    Code.NAMES: (
        lambda: translate("VerifyDraw", "The masked names belong to winners and alternates."),
        lambda: translate("VerifyDraw", "A masked name belongs to nobody who was drawn"),
    ),
    Code.COMMITMENT: (
        lambda: translate("VerifyDraw", "The terminal’s secret is the one it was bound to."),
        lambda: translate("VerifyDraw", "The terminal’s secret is missing, or not the one it was bound to"),
    ),
    Code.TAPE_ROOT: (
        lambda: translate("VerifyDraw", "Mixed again, the sealed tape is the one that was published."),
        lambda: translate("VerifyDraw", "Mixed again, the sealed tape is not the one that was published"),
    ),
    Code.TAPE_SIGNATURE: (
        lambda: translate("VerifyDraw", "The terminal signed the sealed tape."),
        lambda: translate("VerifyDraw", "The terminal did not sign this tape"),
    ),
    Code.JOURNAL: (
        lambda: translate("VerifyDraw", "Every spin got the next slot of the tape; none is left out."),
        lambda: translate("VerifyDraw", "A spin is left out, or did not get the next slot of the tape"),
    ),
    Code.CLOSED: (
        lambda: translate("VerifyDraw", "As many slots were used as spins are listed."),
        lambda: translate("VerifyDraw", "More or fewer slots were used than spins are listed"),
    ),
    Code.SEAL: (
        lambda: translate("VerifyDraw", "Who signed the list or the tape sealed this file."),
        lambda: translate("VerifyDraw", "The seal of this file is missing, broken or somebody else’s"),
    ),
    Code.ALTERED: (
        lambda: translate("VerifyDraw", "Nothing was changed since it was sealed."),
        lambda: translate("VerifyDraw", "Changed since it was sealed"),
    ),
}

_NOTES: Mapping[NoteCode, _Say] = {
    NoteCode.REHEARSAL: lambda: translate("VerifyDraw", "THIS IS A REHEARSAL. Nobody wins anything by it."),
    NoteCode.NOT_PUBLIC_BEACON: lambda: translate(
        "VerifyDraw", "This is NOT the public beacon: whoever runs it could know its numbers beforehand."
    ),
    NoteCode.NOTARY: lambda: translate(
        "VerifyDraw", "Drawn by a notary’s numbers (RFC 3797): each entrant has one chance."
    ),
    NoteCode.KEYS_NOT_VOUCHED: lambda: translate(
        "VerifyDraw", "Compare this key ({role}) with the one on the notice: {key}"
    ),
    NoteCode.NO_WITNESS: lambda: translate("VerifyDraw", "No witness signed."),
    NoteCode.NO_HQ: lambda: translate("VerifyDraw", "Headquarters did not sign; the terminal had no connection."),
    NoteCode.NOT_DRAWN: lambda: translate("VerifyDraw", "Nothing has been drawn yet: this is the list."),
    NoteCode.VOID: lambda: translate("VerifyDraw", "This draw is void and does not count: {reason}"),
    NoteCode.FEWER_WINNERS: lambda: translate(
        "VerifyDraw", "There are {prizes} prizes and only {winners} who could win one."
    ),
    NoteCode.OUTSIDE_ITS_TIME: lambda: translate(
        "VerifyDraw", "Spins outside the time of the tape, by the terminal’s clock: {spins}"
    ),
}

_LIMITS: Mapping[Limit, _Say] = {
    Limit.PHANTOM_ENTRANTS: lambda: translate("VerifyDraw", "whether everyone on the list is a real customer"),
    Limit.LEFT_OUT: lambda: translate(
        "VerifyDraw", "whether somebody was left off the list (each can check their own ticket)"
    ),
    Limit.EXCLUDED: lambda: translate("VerifyDraw", "whether all who may not win (staff) were kept off the list"),
    Limit.PUBLISHED_IN_TIME: lambda: translate(
        "VerifyDraw", "whether it was published before the random number was out (compare the fingerprint on paper)"
    ),
    Limit.ENVELOPES_HELD: lambda: translate(
        "VerifyDraw", "who held the envelopes, whether they were opened last, and whether the dice were thrown fairly"
    ),
    Limit.NUMBERS_READ: lambda: translate("VerifyDraw", "whether the notary’s numbers are those that were made public"),
    Limit.ABSENT: lambda: translate(
        "VerifyDraw", "whether a winner whose prize passed on was really absent or not entitled"
    ),
    Limit.HANDED_OVER: lambda: translate("VerifyDraw", "whether the prizes were handed over"),
    Limit.PEEKED: lambda: translate(
        "VerifyDraw", "whether somebody got at the terminal’s secret and knew the order of this tape beforehand"
    ),
    Limit.WHO_SPUN: lambda: translate("VerifyDraw", "who stood at the wheel"),
}

_PROBLEMS: Mapping[str, _Say] = {
    "missing": lambda: translate("VerifyDraw", "missing"),
    "unknown": lambda: translate("VerifyDraw", "unknown"),
    "shape": lambda: translate("VerifyDraw", "of another form"),
    "no_such_place": lambda: translate("VerifyDraw", "there is no such prize"),
    "not_theirs": lambda: translate("VerifyDraw", "the prize was not theirs"),
    "reason": lambda: translate("VerifyDraw", "the rules know no such reason"),
    "two_sign": lambda: translate("VerifyDraw", "two different people have to sign"),
    "not_the_next": lambda: translate("VerifyDraw", "it was not the next alternate’s turn"),
    "not_drawn": lambda: translate("VerifyDraw", "nothing was drawn"),
    "gap": lambda: translate("VerifyDraw", "a spin is left out"),
    "other_code": lambda: translate("VerifyDraw", "this slot holds another prize"),
    "beyond": lambda: translate("VerifyDraw", "the tape has no such slot"),
    "no_publisher": lambda: translate("VerifyDraw", "not a key that signed the list or the tape"),
    "signature": lambda: translate("VerifyDraw", "the signature is not good"),
}


def has_words(problem: str) -> bool:
    """Whether a check's `problem` has words of its own."""
    return problem in _PROBLEMS
