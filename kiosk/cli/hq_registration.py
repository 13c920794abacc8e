"""`kiosk hq registration …`, `kiosk hq review …`: how the chain registers, and registrations that somebody looks at."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.cli.arguments import complain, file
from kiosk.cli.hq_staff import caller
from kiosk.domain.registration.reviewing import Asked, Rejected
from kiosk.domain.texts import LANGUAGES

if TYPE_CHECKING:
    from kiosk.cli.hq_words import Names
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.registration.reviews import ReviewSeen

_DONE, _FINDING = 0, 1
_SOON = "terminals know it with their next contact"
REASONS = {
    "same_phone": "members of another name have this phone",
    "unproved_claim": "the terminal says the phone was proved; HQ sent no code",
    "everybody": "the chain looks at everybody",
    "phone_family": "the phone is close to the referrer's",
    "household": "the same household as the referrer's",
    "clerk_farming": "one clerk registered very many referred newcomers",
    "device_farming": "one terminal registered very many referred newcomers",
    "too_many": "the referrer brought very many in an hour",
}
"""Why somebody looks, in words."""
_HOW = {
    "invite": "by their invite",
    "pass": "by their pass",
    "invite_unproved": "by an invite that was not proved",
    "page": "by the invite's page",
    "card": "by a card number",
    "phone": "by a phone",
}
_STATES = {"none": "nothing to look at", "waiting": "waits", "asked": "is asked", "approved": "approved"}


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parsers(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `registration` and `review` to `kiosk hq`."""
    below = actions.add_parser("registration", help="how the chain registers").add_subparsers(
        dest="registration_action", required=True, metavar="WHAT"
    )
    shown = action("show", "what is asked, in which words, and who is looked at", below)
    shown.add_argument("--json", action="store_true", help="print JSON, as a file for `set` may say it")
    action("set", "change it from a YAML file; what it does not name stays", below).add_argument(
        "file", type=file, metavar="FILE"
    )
    below = actions.add_parser("review", help="registrations that somebody looks at").add_subparsers(
        dest="review_action", required=True, metavar="WHAT"
    )
    listed = action("list", "the queue, the oldest first; exits with 1 when there are any", below)
    listed.add_argument("--all", action="store_true", help="also those that were decided")
    listed.add_argument("--json", action="store_true", help="print JSON")
    one = action("show", "one registration, with the person", below)
    one.add_argument("--json", action="store_true", help="print JSON")
    deeds = [one]
    deeds.append(action("approve", "it counts like any other: what was held is given", below))
    reject = action("reject", "it is as if it had not been", below)
    reject.add_argument("--reason", choices=[reason.value for reason in Rejected], required=True)
    ask = action("ask", "ask the customer, by letter and at every terminal", below)
    ask.add_argument("--what", choices=[what.value for what in Asked], required=True)
    deeds += [reject, ask]
    for parser in deeds:
        parser.add_argument("member", metavar="MEMBER", help="as `kiosk hq review list` names them")
    for parser in deeds[1:]:
        parser.add_argument("--by", default="", metavar="NAME", help="who decides (default: this computer's account)")
        parser.add_argument("--note", default="", help="in one's own words; stays at HQ, and goes with the person")


def run_registration(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 a file that makes no sense."""
    from kiosk.cli.yaml_file import YamlFault, read_yaml
    from kiosk.hq.registration.policy import PolicyFault, as_plain

    if args.registration_action == "set":
        try:
            hq.registration.set_policy(read_yaml(args.file), caller())
        except (PolicyFault, YamlFault) as fault:
            complain("kiosk hq registration set", fault)
            return _FINDING
        print(f"newcomers are registered so from now on; {_SOON}")
        return _DONE
    said = as_plain(hq.registration.policy())
    if args.json:
        print(json.dumps(said, ensure_ascii=False))
        return _DONE
    for consent in said.pop("consents"):
        needed = "needed to be a member" if consent.get("required") else "as they like"
        print(f"consent {consent['purpose']}, version {consent['version']}, {needed}:")
        for language in LANGUAGES:
            print(f"    {language}: {consent['text'][language]}")
    for name, value in said.items():
        print(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return _DONE


def run_review(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no, or there is something to look at."""
    from kiosk.hq.registration.reviews import ReviewFault

    try:
        return _REVIEW[args.review_action](hq, args)
    except ReviewFault as fault:
        complain(f"kiosk hq review {args.review_action}", fault)
        return _FINDING


def _list(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.hq_words import names_of

    found = hq.registration.queue(None) if args.all else hq.registration.queue()
    if args.json:
        print(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False))
    else:
        names = names_of(hq, members=[one.referrer for one in found])
        for one in found:
            for line in _lines(names, one):
                print(line)
        print(f"{len(found)} in all")
    return _FINDING if found and not args.all else _DONE


def _show(hq: Headquarters, args: argparse.Namespace) -> int:
    import msgspec

    from kiosk.cli.hq_words import names_of

    seen, who = hq.registration.review(args.member)
    person: dict[str, Any] | None = None if who is None else msgspec.to_builtins(who)
    if args.json:
        print(json.dumps({**dataclasses.asdict(seen), "person": person}, ensure_ascii=False))
        return _DONE
    for line in _lines(names_of(hq, members=[seen.referrer]), seen):
        print(line)
    shown = {name: value for name, value in (person or {}).items() if name not in ("household", "family", "member")}
    for name, value in shown.items():
        if value:
            print(f"    {name}: {json.dumps(value, ensure_ascii=False)}")
    if person is None:
        print("    HQ has not been told who it is")
    return _DONE


def _approve(hq: Headquarters, args: argparse.Namespace) -> int:
    hq.registration.approve(args.member, args.by or caller(), args.note)
    print(f"{args.member} is approved: what was held is given; {_SOON}")
    return _DONE


def _reject(hq: Headquarters, args: argparse.Namespace) -> int:
    hq.registration.reject(args.member, Rejected(args.reason), args.by or caller(), args.note)
    print(f"{args.member} is rejected: what it gave and was not used comes back; {_SOON}")
    return _DONE


def _ask(hq: Headquarters, args: argparse.Namespace) -> int:
    count = hq.registration.ask(args.member, Asked(args.what), args.by or caller(), args.note)
    print(f"{args.member} is asked: {count} letters go out; {_SOON}")
    return _DONE


_REVIEW: dict[str, Callable[[Headquarters, argparse.Namespace], int]] = {
    "list": _list,
    "show": _show,
    "approve": _approve,
    "reject": _reject,
    "ask": _ask,
}


def _lines(names: Names, one: ReviewSeen) -> Iterator[str]:
    where = names.place(one.store, one.device)
    proved = "proved" if one.proved else "not proved"
    by = "customer" if one.actor == "customer" else names.staff.get(one.actor, one.actor)
    yield f"{one.member}  {one.name or 'somebody'}  {one.phone} ({proved})  {_state(names, one)}"
    yield f"    registered {names.time(one.store, one.at)}, {where}, by {by}"
    if one.referrer:
        how = _HOW.get(one.how, one.how or "as it was said")
        held = f"; does not count: {one.part.replace('_', ' ')}" if one.part else ""
        yield f"    recommended by {names.member(one.referrer)}, named {how}{held}"
    if one.reasons:
        yield f"    {_reasons(one.reasons)}"
    if one.note:
        yield f"    note: {one.note}"


def _state(names: Names, one: ReviewSeen) -> str:
    said = _STATES.get(one.state, one.state)
    if one.reason:
        said += f" ({one.reason.replace('_', ' ')})"
    if one.decided_at is not None:
        said += f" since {names.time(one.store, one.decided_at)} by {one.decided_by}"
    return said


def _reasons(reasons: Sequence[str]) -> str:
    return "; ".join(REASONS.get(one, one) for one in reasons)
