"""`kiosk hq messages …`: how HQ reaches people by mail and SMS, and what became of its letters. Secrets come from the
first line of standard input, never as arguments."""

from __future__ import annotations

import argparse
import dataclasses
import getpass
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.cli.arguments import complain, file
from kiosk.cli.hq_staff import caller
from kiosk.domain.texts import LANGUAGES
from kiosk.files import read_whole

if TYPE_CHECKING:
    from kiosk.hq.headquarters import Headquarters
    from kiosk.hq.messages.gateways import Channel
    from kiosk.hq.messages.outbox import LetterSeen

_DONE, _FINDING, _FAULT = 0, 1, 2
_WHYS = {
    "login": "the gateway does not let HQ sign in",
    "no_tls_or_login": "the server offers no TLS, or no way to sign in",
    "certificate": "the certificate is not good",
    "timeout": "no connection in time",
    "unreachable": "nobody answers there",
    "no_answer": "the connection broke; it may have arrived",
    "odd_answer": "the answer makes no sense",
    "refused": "the gateway refuses this number",
    "malformed": "it cannot be written as a letter",
    "smtputf8": "the mail server does not take such an address",
    "no_gateway": "there is no gateway any more",
    "most_a_day": "as many went out in a day as may (most_a_day)",
    "busy": "the gateway is busy",
    "malformed_header": "a header cannot be sent",
}


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(
        self, name: str, words: str, among: argparse._SubParsersAction[argparse.ArgumentParser]
    ) -> argparse.ArgumentParser: ...


def add_parser(actions: argparse._SubParsersAction[argparse.ArgumentParser], action: _Action) -> None:
    """Add `messages` and what can be done with it to `kiosk hq`."""
    below = actions.add_parser("messages", help="mail and SMS: gateways, texts, letters").add_subparsers(
        dest="messages_action", required=True, metavar="WHAT"
    )
    shown = action("show", "the gateways as they are set, without secrets, and how many letters there are", below)
    shown.add_argument("--json", action="store_true", help="print JSON")
    for name, words in (("mail", "the mail server"), ("sms", "the SMS gateway")):
        parser = action(name, f"set {words} from a YAML file (docs/operations.md)", below)
        parser.add_argument("file", type=file, metavar="FILE")
        parser.add_argument("--ca", type=file, metavar="PEM", help="believe these certificates, not the computer's")
        parser.add_argument("--secret", action="store_true", help="read its password or key from standard input")
    off = action("off", "there is no such gateway any more; its secret is forgotten", below)
    off.add_argument("channel", choices=("mail", "sms"))
    test = action("test", "send a test letter now and say what the gateway answers", below)
    test.add_argument("channel", choices=("mail", "sms"))
    test.add_argument("to", help="a mail address, or a phone as +886…")
    test.add_argument("--language", choices=LANGUAGES, default="zh_TW")
    listed = action("list", "letters and what became of them, the newest first", below)
    listed.add_argument("--failed", action="store_true", help="only those that were given up, or wait after a failure")
    listed.add_argument("--json", action="store_true", help="print JSON")
    retry = action("retry", "try letters now that wait, or were given up in the last seven days", below)
    retry.add_argument("id", nargs="*", metavar="LETTER", help="as `kiosk hq messages list` names them; none: all")
    texts = action("texts", "what messages say, as YAML; with --file: the chain's own words", below)
    either = texts.add_mutually_exclusive_group()
    either.add_argument("--file", type=file, metavar="FILE", help="YAML of texts that replace the usual ones")
    either.add_argument("--usual", action="store_true", help="the usual texts again")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no: not taken by the gateway, a setting that makes no sense; 2 called wrongly."""
    from kiosk.adapters.keys.keystore_faults import KeyStoreFault
    from kiosk.cli.yaml_file import YamlFault
    from kiosk.hq.messages.settings import MessagesFault

    try:
        return _ACTIONS[args.messages_action](hq, args)
    except (MessagesFault, YamlFault) as fault:
        complain(f"kiosk hq messages {args.messages_action}", fault)
        return _FINDING
    except KeyStoreFault as fault:
        complain(f"kiosk hq messages {args.messages_action}", f"the key store does not work: {fault}")
        return _FAULT


def _channel(name: str) -> Channel:
    from kiosk.hq.messages.gateways import Channel

    return Channel(name)


def _show(hq: Headquarters, args: argparse.Namespace) -> int:
    found = {name: hq.messages.gateway(_channel(name)) for name in ("mail", "sms")}
    counts = hq.messages.counts()
    if args.json:
        print(json.dumps({**found, "letters": counts}, ensure_ascii=False))
        return _DONE
    for name, said in found.items():
        if said is None:
            print(f"{name}: none (kiosk hq messages {name} FILE)")
            continue
        print(f"{name}:")
        for key, value in said.items():
            shown = "its own certificates" if key == "ca" and value else value
            if shown not in ("", None, {}):
                print(f"    {key}: {json.dumps(shown, ensure_ascii=False)}")
    letters = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    print(f"letters: {letters or 'none'}")
    return _DONE


def _set(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.cli.yaml_file import YamlFault, read_yaml

    channel = _channel(args.messages_action)
    said = read_yaml(args.file)
    if args.ca is not None and isinstance(said, dict):
        try:
            said = {**said, "ca": read_whole(Path(args.ca)).decode("ascii")}
        except (OSError, UnicodeDecodeError) as fault:
            raise YamlFault(f"{args.ca}: no certificates in PEM") from fault
    secret = _secret() if args.secret else None
    if args.secret and secret is None:
        complain(f"kiosk hq messages {channel}", "no secret: standard input is empty")
        return _FAULT
    hq.messages.set_gateway(channel, said, secret, caller())
    print(f"{channel} is set; try it: kiosk hq messages test {channel} …")
    return _DONE


def _off(hq: Headquarters, args: argparse.Namespace) -> int:
    hq.messages.set_gateway(_channel(args.channel), None, None, caller())
    print(f"there is no {args.channel} gateway any more; nothing is sent by it")
    return _DONE


def _test(hq: Headquarters, args: argparse.Namespace) -> int:
    from kiosk.hq.messages.gateways import Down, Sent
    from kiosk.hq.messages.settings import is_address

    good = is_address(args.to) if args.channel == "mail" else args.to[:1] == "+" and args.to[1:].isdecimal()
    if not good:
        complain("kiosk hq messages test", f"'{args.to}' is no mail address, or phone as +886900000001")
        return _FAULT
    answer = hq.messages.test(_channel(args.channel), args.to, args.language)
    if answer is None:
        complain("kiosk hq messages test", f"there is no {args.channel} gateway (kiosk hq messages {args.channel})")
        return _FINDING
    if isinstance(answer, Sent):
        print("the gateway has taken it" + (f" as {answer.ref}" if answer.ref else ""))
        return _DONE
    whose = "the gateway cannot be used" if isinstance(answer, Down) else "it was not taken"
    complain("kiosk hq messages test", f"{whose}: {_why(answer.why)}")
    return _FINDING


def _list(hq: Headquarters, args: argparse.Namespace) -> int:
    found = hq.messages.letters(("failed", "waiting") if args.failed else None)
    if args.failed:
        found = [one for one in found if one.state == "failed" or one.why]
    if args.json:
        print(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False))
    else:
        for line in _lines(hq, found):
            print(line)
        print(f"{len(found)} in all")
    return _FINDING if args.failed and found else _DONE


def _lines(hq: Headquarters, found: Sequence[LetterSeen]) -> Iterator[str]:
    from kiosk.cli.hq_words import names_of

    names = names_of(hq)
    some = next(iter(names.stores), "")
    for one in found:
        what = f"{names.time(some, one.at)}  {one.id}  {one.channel}  {one.kind}  {one.to}  {one.state}"
        if one.state == "waiting":
            what += f"  again {names.time(some, one.next_at)}"
        yield what + (f"  {one.tries} tries" if one.tries else "") + (f"  {_why(one.why)}" if one.why else "")


def _why(code: str) -> str:
    return f"{_WHYS[code]} [{code}]" if code in _WHYS else f"it answers {code.replace('_', ' ')}"


def _retry(hq: Headquarters, args: argparse.Namespace) -> int:
    count = hq.messages.retry(args.id or None)
    if args.id and not count:
        complain("kiosk hq messages retry", "none of these letters waits or was given up")
        return _FINDING
    print(f"{count} letters are tried now")
    return _DONE


def _texts(hq: Headquarters, args: argparse.Namespace) -> int:
    import yaml

    from kiosk.cli.yaml_file import read_yaml

    if args.file is not None or args.usual:
        hq.messages.set_texts(read_yaml(args.file) if args.file is not None else {}, caller())
        print("messages say so from now on")
        return _DONE
    said = {key: {one: text.get(one) for one in LANGUAGES} for key, text in hq.messages.texts().items()}
    print(yaml.safe_dump(said, allow_unicode=True, sort_keys=True, width=110), end="")
    return _DONE


def _secret() -> str | None:
    """The first line of standard input; typed without an echo where somebody sits there."""
    if sys.stdin is None:
        return None
    if sys.stdin.isatty():
        return getpass.getpass("Its password or key: ") or None
    try:
        return sys.stdin.readline().rstrip("\r\n").removeprefix("\ufeff") or None
    except UnicodeDecodeError:
        return None


_ACTIONS: dict[str, Callable[[Headquarters, argparse.Namespace], int]] = {
    "show": _show,
    "mail": _set,
    "sms": _set,
    "off": _off,
    "test": _test,
    "list": _list,
    "retry": _retry,
    "texts": _texts,
}
