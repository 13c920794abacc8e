"""`kiosk hq draws list|show|freeze|publish|draw|pass|void|close|file|exclude|totals|board`: batch draws at HQ."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.cli.arguments import complain, new_file, number
from kiosk.cli.hq_staff import caller
from kiosk.files import write_whole

if TYPE_CHECKING:
    from kiosk.hq.draws.steps import DrawSeen
    from kiosk.hq.draws_batch.desk import DrawShown
    from kiosk.hq.draws_batch.planning import Plan
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING = 0, 1
_PASS = ("no_show", "ineligible", "declined")
_VOID = ("wrong_list", "wrong_prizes", "wrong_rules", "envelope_missing", "abandoned", "by_law")
_WHY = ("employee", "family", "agency", "other")
_STATES = {
    "frozen": "list frozen, not published yet",
    "published": "list published; it waits for its seed",
    "seeded": "the seed is there",
    "drawn": "drawn",
    "closed": "over",
    "void": "void",
}


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parsers(below: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add them to `kiosk hq draws`."""

    def of(name: str, words: str, run: Any, *, draw: bool = True) -> argparse.ArgumentParser:
        parser = action(name, words, below)
        if draw:
            parser.add_argument("draw", metavar="DRAW", help="campaign/draw/day (`kiosk hq draws list`)")
        parser.set_defaults(draws_run=_guarded(run))
        return parser

    def signed_by_two(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--by", default="", metavar="NAME", help="who signs (default: this computer's account)")
        parser.add_argument("--second", required=True, metavar="NAME", help="who else signs")

    of("list", "draws to come, held and void", _list, draw=False).add_argument("--json", action="store_true")
    show = of("show", "one draw: its list, seed, winners and alternates", _show)
    show.add_argument("--seq", type=number(1, 10**6), metavar="N", help="an earlier list of it, which is void")
    show.add_argument("--json", action="store_true")
    freeze = of("freeze", "freeze a draw's list now; after it became void, as the next one", _freeze)
    freeze.add_argument(
        "--envelope",
        action="append",
        default=[],
        metavar="NAME=HEX",
        help="draw by envelopes and dice: who holds one, and the commitment to what is in it",
    )
    of("publish", "publish a frozen list now (HQ's service does it by itself)", _publish)
    draw = of("draw", "draw now, by the beacon's round, or by envelopes and dice", _draw)
    draw.add_argument("--envelope", action="append", default=[], metavar="NAME=HEX", help="what was in it")
    draw.add_argument("--dice", metavar="THROWS", help='at least twenty, as "3 5 1 …"')
    passing = of("pass", "a prize goes to the next alternate, with a reason and two who sign", _pass)
    passing.add_argument("place", type=number(1, 10**6), metavar="PLACE", help="which prize, from 1 in the order drawn")
    passing.add_argument("--reason", choices=_PASS, required=True)
    signed_by_two(passing)
    void = of("void", "a draw does not count; it stays listed", _void)
    void.add_argument("--reason", choices=_VOID, required=True)
    signed_by_two(void)
    of("close", "a draw is over: no prize is passed on any more", _close)
    file = of("file", "the published file, from which anybody recomputes the draw", _file)
    file.add_argument("--seq", type=number(1, 10**6), metavar="N", help="of an earlier list")
    file.add_argument("--out", type=new_file, metavar="FILE", help="write it there (JSON; with .zst: packed)")
    exclude = of("exclude", "who may not win: employees and others", _exclude, draw=False)
    exclude.add_argument("member", nargs="*", metavar="ID|CARD|PHONE", help="put them on the list; none: print it")
    exclude.add_argument("--why", choices=_WHY, default="employee")
    exclude.add_argument("--staff", default="", metavar="STAFF", help="which of the staff it is")
    exclude.add_argument("--no-member", action="append", default=[], metavar="STAFF", help="of the staff, no member")
    exclude.add_argument("--remove", action="store_true", help="take them off the list")
    exclude.add_argument("--json", action="store_true")
    totals = of("totals", "what prizes of a year in Taiwan are worth, and what the law allows", _totals, draw=False)
    totals.add_argument("--year", type=number(2000, 2999), metavar="YEAR")
    totals.add_argument("--turnover", type=number(0, 10**13), metavar="NT$", help="last year's, which the law goes by")
    totals.add_argument("--json", action="store_true")
    of("board", "winners whom the law wants shown, masked", _board, draw=False).add_argument(
        "--json", action="store_true"
    )


def _guarded(run: Any) -> Any:
    """What cannot be done is said, with exit code 1."""

    def guarded(hq: Headquarters, args: argparse.Namespace) -> int:
        from kiosk.hq.draws_batch.exclusions import ExclusionFault
        from kiosk.hq.draws_batch.passing import DrawFault

        try:
            code: int = run(hq, args)
        except (DrawFault, ExclusionFault) as fault:
            complain(f"kiosk hq draws {args.draws_action}", fault)
            return _FINDING
        return code

    return guarded


# -- looking ----------------------------------------------------------------------------------------------------------


def _list(hq: Headquarters, args: argparse.Namespace) -> int:
    held, planned = hq.draws.every(), hq.draws.planned()
    if args.json:
        rows = [{"draw": one.draw, "seq": one.seq, "state": str(one.state), "at": _frozen_at(one)} for one in held]
        rows += [{"draw": one.id, "seq": 0, "state": "planned", "at": one.at} for one in planned]
        print(json.dumps(rows, ensure_ascii=False))
        return _DONE
    for line in _lines(hq, held, planned):
        print(line)
    return _DONE


def _frozen_at(seen: DrawSeen) -> int:
    return min(seen.at.values(), default=0)


def _lines(hq: Headquarters, held: list[DrawSeen], planned: list[Plan]) -> Iterator[str]:
    from kiosk.cli.hq_words import names_of

    names, now = names_of(hq), hq.context.clock.now_ms()
    for one in held:
        manifest = one.manifest
        many = f"{manifest.entrants:,} entrants, {manifest.tickets:,} tickets" if manifest is not None else ""
        why = f" ({one.voided.reason.replace('_', ' ')})" if one.voided is not None else ""
        yield f"{one.draw}  list {one.seq}  {_STATES[one.state]}{why}  {many}  {names.time('', _frozen_at(one))}"
    for plan in planned:
        late = "  NOT HELD: freeze it by hand, or let it be" if plan.at < now else ""
        yield f"{plan.id}  to come  {names.time('', plan.at)}{late}"
    yield f"{len(held)} held, {len(planned)} to come"


def _show(hq: Headquarters, args: argparse.Namespace) -> int:
    shown = hq.draws.show(args.draw, args.seq)
    if args.json:
        print(json.dumps(_plain(shown), ensure_ascii=False))
        return _DONE
    for line in _said(hq, shown):
        print(line)
    return _DONE


def _plain(shown: DrawShown) -> dict[str, Any]:
    seen = shown.seen
    return {
        "draw": seen.draw,
        "seq": seen.seq,
        "state": str(seen.state),
        "manifest": dict(seen.frozen.manifest) if seen.frozen is not None else None,
        "mh": seen.frozen.mh if seen.frozen is not None else "",
        "result": seen.drawn.result if seen.drawn is not None else "",
        "places": [
            {"place": one.place, "prize": one.prize, "ticket": one.ticket, "entrant": one.entrant, "turn": one.turn}
            | {"name": shown.names.get(one.entrant, "")}
            for one in shown.held
        ],
        "file": shown.file.sha256 if shown.file is not None else "",
        "kept_until": shown.kept_until,
    }


def _said(hq: Headquarters, shown: DrawShown) -> Iterator[str]:
    from kiosk.cli.hq_words import names_of

    names, seen = names_of(hq), shown.seen
    manifest = seen.manifest
    yield f"{seen.draw}, list {seen.seq}: {_STATES[seen.state]}"
    if manifest is not None and seen.frozen is not None:
        yield f"    fingerprint {seen.frozen.mh}"
        yield f"    {manifest.entrants:,} entrants, {manifest.tickets:,} tickets"
        if manifest.beacon is not None:
            yield f"    seed: round {manifest.beacon.round} of the beacon {manifest.beacon.chain[:8]}…"
        else:
            yield f"    seed: {', '.join(manifest.sources)}"
    for step, at in sorted(seen.at.items(), key=lambda item: item[1]):
        yield f"    {names.time('', at)}  {step}"
    for one in shown.held:
        turn = f"  passed on {one.turn}×" if one.turn else ""
        whose = f"No. {one.ticket}  {shown.names.get(one.entrant, '')}"
        whose = "nobody: no alternate was left" if one.entrant < 0 else whose
        yield f"    {one.place + 1}. {one.prize}  {whose}{turn}"
    if shown.file is not None:
        yield f"    file {shown.file.sha256} ({shown.file.size:,} bytes)"
    if shown.kept_until is not None:
        yield f"    its record is kept until {names.time('', shown.kept_until)}"


def _file(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.hq.draws_batch.files import unpacked

    made = hq.draws.file(args.draw, args.seq)
    if args.out is None:
        print(made.path)
        return _DONE
    out: Path = args.out
    write_whole(out, made.path.read_bytes() if out.suffix == ".zst" else unpacked(made.path), private=False)
    print(out)
    return _DONE


# -- doing ------------------------------------------------------------------------------------------------------------


def _pairs(said: list[str]) -> list[tuple[str, str]]:
    from kiosk.hq.draws_batch.passing import DrawFault

    found = []
    for one in said:
        name, equals, value = one.partition("=")
        if not equals or not name or not value:
            raise DrawFault("other_sources", f"{one!r}: NAME=HEX")
        found.append((name if name.startswith("envelope:") else f"envelope:{name}", value.lower()))
    return found


def _freeze(hq: Headquarters, args: argparse.Namespace) -> int:
    done = hq.draws.freeze(args.draw, envelopes=_pairs(args.envelope))
    print(f"{done.draw}, list {done.seq}, is frozen: fingerprint {done.mh}")
    _, unsettled = hq.draws.excluded()
    if unsettled:
        complain("kiosk hq draws freeze", f"{len(unsettled)} of the staff are not settled (`kiosk hq draws exclude`)")
    return _DONE


def _publish(hq: Headquarters, args: argparse.Namespace) -> int:
    if hq.draws.publish(args.draw):
        print(f"{args.draw} is published")
        return _DONE
    complain("kiosk hq draws publish", f"{args.draw} is void: the time by which its list was to be published is over")
    return _FINDING


def _draw(hq: Headquarters, args: argparse.Namespace) -> int:
    sources = _pairs(args.envelope)
    if args.dice is not None:
        sources.append(("dice", " ".join(args.dice.split())))
    for line in _said(hq, hq.draws.draw(args.draw, sources)):
        print(line)
    return _DONE


def _pass(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.domain.draws.facts import PassReason

    done = hq.draws.pass_on(args.draw, args.place - 1, PassReason(args.reason), args.by or caller(), args.second)
    whose = "nobody: no alternate is left" if done.alternate < 0 else "the next alternate"
    print(f"place {args.place} goes to {whose}")
    return _DONE


def _void(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.domain.draws.facts import VoidReason

    hq.draws.void(args.draw, VoidReason(args.reason), args.by or caller(), args.second)
    print(f"{args.draw} is void; a correction is frozen anew: kiosk hq draws freeze {args.draw}")
    return _DONE


def _close(hq: Headquarters, args: argparse.Namespace) -> int:
    hq.draws.close(args.draw)
    print(f"{args.draw} is over")
    return _DONE


# -- the law ----------------------------------------------------------------------------------------------------------


def _exclude(hq: Headquarters, args: argparse.Namespace) -> int:
    by = caller()
    if args.no_member:
        hq.draws.no_member(args.no_member, by)
    for said in args.member:
        if args.remove:
            gone = hq.draws.allow(said)
            print(f"{said} {'is not on the list any more' if gone else 'was not on the list'}")
        else:
            print(f"{', '.join(hq.draws.exclude(said, args.why, by, args.staff))} may not win")
    if args.member or args.no_member:
        return _DONE
    listed, unsettled = hq.draws.excluded()
    if args.json:
        print(
            json.dumps(
                {"excluded": [dataclasses.asdict(one) for one in listed], "unsettled_staff": unsettled},
                ensure_ascii=False,
            )
        )
    else:
        for one in listed:
            print(f"{one.member}  {one.why}{f' ({one.staff})' if one.staff else ''}  by {one.by}")
        for staff in unsettled:
            print(f"{staff}  of the staff: which member they are, or that they are none, nobody has said")
        print(f"{len(listed)} may not win")
    return _FINDING if unsettled else _DONE


def _totals(hq: Headquarters, args: argparse.Namespace) -> int:
    if args.turnover is not None:
        hq.draws.set_turnover(args.turnover * 100, caller())
    total = hq.draws.year_total(args.year)
    if args.json:
        print(json.dumps(dataclasses.asdict(total) | {"whole": total.whole}))
    else:
        print(f"{total.year}: NT${total.whole // 100:,} of NT${total.most // 100:,} that the law allows")
        parts = (
            ("draws", total.drawn),
            ("wheels", total.spun),
            ("elsewhere", total.stated),
            ("still to be given", total.promised),
        )
        print("    " + ", ".join(f"{name} NT${minor // 100:,}" for name, minor in parts))
    return _FINDING if total.whole > total.most else _DONE


def _board(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import LANGUAGE, names_of

    shown, names = hq.draws.board(), names_of(hq)
    if args.json:
        print(json.dumps([dataclasses.asdict(one) for one in shown], ensure_ascii=False))
        return _DONE
    for one in shown:
        worth = f"{one.currency} {one.value // 100:,}"
        print(f"{names.time('', one.at)}  {one.name or '–'}  {one.prize.get(LANGUAGE)}  {worth}")
    return _DONE
