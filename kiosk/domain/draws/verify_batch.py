"""The checks of a batch draw's file: the list, the seed, the result drawn anew, and what became of the prizes."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.draws.batch import (
    DICE,
    ENVELOPE,
    NOTARY,
    Drawn,
    dice_text,
    draw,
    draw_by_notary,
    envelope_commitment,
    notary_key,
    seed_from_beacon,
    seed_from_sources,
)
from kiosk.domain.draws.beacon import MARGIN_S, first_round_from
from kiosk.domain.draws.checking import Checking
from kiosk.domain.draws.encoding import LARGEST
from kiosk.domain.draws.entrants import entrants_root
from kiosk.domain.draws.fields import is_hex
from kiosk.domain.draws.published import HQ, NOBODY, REASONS, TERMINAL, WITNESS, BatchFile, BeaconSeed, SourcesSeed
from kiosk.domain.draws.report import Code, Limit, NoteCode


def check(checking: Checking, file: BatchFile) -> None:
    """All of them."""
    manifest = file.manifest
    _versions(checking, file)
    listed = _leaves(checking, file)
    checking.signatures(file.signatures, manifest.body(), (HQ, TERMINAL))
    roles = {signed.role for signed in file.signatures}
    if WITNESS not in roles:
        checking.note(NoteCode.NO_WITNESS)
    if HQ not in roles:
        checking.note(NoteCode.NO_HQ)
    if manifest.alg == NOTARY:
        checking.note(NoteCode.NOTARY)
    if file.void:
        checking.note(NoteCode.VOID, reason=file.void)
    drawn = _drawn(checking, file) if file.seed is not None and listed else None
    if file.drawn is None:
        checking.note(NoteCode.NOT_DRAWN)
    elif drawn is not None:
        _result(checking, file.drawn, drawn)
        wanted = sum(prize.n for prize in manifest.prizes)
        if len(drawn.winners) < wanted:
            checking.note(NoteCode.FEWER_WINNERS, prizes=wanted, winners=len(drawn.winners))
    _passed(checking, file)
    _names(checking, file)
    checking.limit(Limit.PHANTOM_ENTRANTS, Limit.LEFT_OUT, Limit.EXCLUDED, Limit.PUBLISHED_IN_TIME)
    if isinstance(file.seed, SourcesSeed):
        checking.limit(Limit.NUMBERS_READ if manifest.alg == NOTARY else Limit.ENVELOPES_HELD)
    if file.passed:
        checking.limit(Limit.ABSENT)
    checking.limit(Limit.HANDED_OVER)


def _versions(checking: Checking, file: BatchFile) -> None:
    manifest = file.manifest
    for place, void in enumerate(file.earlier):
        at = f"earlier.{place}"
        if (void.manifest.draw_id, void.manifest.campaign) != (manifest.draw_id, manifest.campaign):
            checking.say(Code.VERSIONS, False, field=f"{at}.manifest.draw_id")
            return
        if void.manifest.seq != place + 1:
            checking.say(Code.VERSIONS, False, field=f"{at}.manifest.seq")
            return
        if not void.reason:
            checking.say(Code.VERSIONS, False, field=f"{at}.reason")
            return
    field = "manifest.seq" if manifest.seq <= len(file.earlier) else "earlier"
    checking.say(Code.VERSIONS, manifest.seq == len(file.earlier) + 1, field=field)


def _leaves(checking: Checking, file: BatchFile) -> bool:
    # beyond what JSON's numbers hold exactly it is only too many
    manifest, tickets = file.manifest, min(sum(file.counts), LARGEST)
    if len(file.counts) != manifest.entrants:
        args = {"expected": manifest.entrants, "found": len(file.counts)}
        checking.say(Code.LEAVES, False, field="leaves", **args)
        return False
    if tickets != manifest.tickets:
        checking.say(Code.LEAVES, False, field="leaves", expected=manifest.tickets, found=tickets)
        return False
    checking.say(Code.LEAVES, True)
    root = entrants_root(file.counts, file.commitments).hex()
    return checking.say(Code.ENTRANTS_ROOT, root == manifest.entrants_root, field="leaves")


def _drawn(checking: Checking, file: BatchFile) -> Drawn | None:
    """The result drawn anew; None where the seed is not the one that was announced."""
    manifest, seed = file.manifest, file.seed
    if isinstance(seed, BeaconSeed):
        if manifest.beacon is None:
            checking.say(Code.SOURCES, False, field="seed.beacon")
            return None
        chain = checking.beacon(manifest.beacon, file.chain, seed, "seed.beacon")
        if chain is None:
            return None
        due = first_round_from(chain, manifest.publish_deadline + MARGIN_S)
        named = manifest.beacon.round
        checking.say(Code.BEACON_TIME, named == due, field="manifest.beacon.round", expected=due, found=named)
        return draw(manifest, file.counts, seed_from_beacon(manifest.hash(), bytes.fromhex(seed.signature)))
    if not isinstance(seed, SourcesSeed):
        return None
    if tuple(name for name, _ in seed.sources) != manifest.sources:
        checking.say(Code.SOURCES, False, field="seed.sources")
        return None
    checking.say(Code.SOURCES, True)
    return _by_notary(checking, file, seed) if manifest.alg == NOTARY else _by_hand(checking, file, seed)


def _by_hand(checking: Checking, file: BatchFile, seed: SourcesSeed) -> Drawn | None:
    manifest, sealed = file.manifest, dict(file.manifest.envelopes)
    values: list[tuple[str, bytes]] = []
    good = True
    for place, (name, value) in enumerate(seed.sources):
        at = f"seed.sources.{place}"
        if name.startswith(ENVELOPE):
            found = bytes.fromhex(value) if is_hex(value, 32) else b""
            held = bool(found) and envelope_commitment(found).hex() == sealed[name]
            good &= checking.say(Code.ENVELOPE, held, field=at, name=name)
            values.append((name, found))
        else:
            good &= checking.say(Code.DICE, name == DICE and dice_text(value) == value, field=at)
            values.append((name, value.encode()))
    return draw(manifest, file.counts, seed_from_sources(manifest.hash(), values)) if good else None


def _by_notary(checking: Checking, file: BatchFile, seed: SourcesSeed) -> Drawn | None:
    for place, (name, value) in enumerate(seed.sources):
        if notary_key([value]) is None:
            checking.say(Code.NUMBERS, False, field=f"seed.sources.{place}", name=name)
            return None
    key = notary_key([value for _, value in seed.sources])
    checking.say(Code.NUMBERS, key is not None, field="seed.sources")
    return draw_by_notary(file.manifest, key) if key is not None else None


def _result(checking: Checking, said: Drawn, drawn: Drawn) -> None:
    _same(checking, Code.WINNERS, "drawn.winners", said.winners, drawn.winners)
    _same(checking, Code.ALTERNATES, "drawn.alternates", said.alternates, drawn.alternates)


def _same(
    checking: Checking, code: Code, field: str, said: Sequence[tuple[object, ...]], drawn: Sequence[tuple[object, ...]]
) -> None:
    if said == drawn:
        checking.say(code, True)
        return
    longest = max(len(said), len(drawn))
    place = next(at for at in range(longest) if said[at : at + 1] != drawn[at : at + 1])
    expected, found = (" ".join(map(str, one[place])) if place < len(one) else "-" for one in (drawn, said))
    checking.say(code, False, field=field, place=place, expected=expected, found=found)


def _passed(checking: Checking, file: BatchFile) -> None:
    """Prizes that passed on, in order: each from whose it is to the next alternate that has not had one."""
    if not file.passed:
        return
    if file.drawn is None:
        checking.say(Code.PASSED, False, field="passed", problem="not_drawn")
        return
    holders = [win.entrant for win in file.drawn.winners]
    waiting = [one.entrant for one in file.drawn.alternates]
    for at, one in enumerate(file.passed):
        if one.place >= len(holders):
            problem, field = "no_such_place", "place"
        elif holders[one.place] != one.i or one.i == NOBODY:
            problem, field = "not_theirs", "i"
        elif one.reason not in REASONS:
            problem, field = "reason", "reason"
        elif len(set(one.signed_by)) < 2 or not all(one.signed_by):
            problem, field = "two_sign", "signed_by"
        elif one.alternate != (waiting[0] if waiting else NOBODY):
            problem, field = "not_the_next", "alternate"
        else:
            holders[one.place] = waiting.pop(0) if waiting else NOBODY
            continue
        checking.say(Code.PASSED, False, field=f"passed.{at}.{field}", problem=problem)
        return
    checking.say(Code.PASSED, True)


def _names(checking: Checking, file: BatchFile) -> None:
    if not file.names:
        return
    drawn = file.drawn or Drawn((), ())
    known = {win.entrant for win in drawn.winners} | {one.entrant for one in drawn.alternates}
    stray = next((at for at, (i, _) in enumerate(file.names) if i not in known), None)
    checking.say(Code.NAMES, stray is None, field=f"names.{stray}")
