"""`kiosk demo`: HQ with demo data on loopback, a terminal enrolled with it, and the checkout.

With no screen it says so, runs on a virtual display and plays complete visits: one online, three with HQ stopped, of
somebody who becomes a member then, and of somebody who turns the wheel; then a draw on the stage, and guests who arrive
at an event, online and with HQ stopped. HQ comes back, and has to end with exactly the
redemptions that the station showed, to know who recommended the newcomer and to have written to them, and to hold the
slot of the wheel; then the terminal becomes a stage and holds a draw of its own, HQ one among the ticket holders, and
the published file of each is checked.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk import paths
from kiosk.cli.arguments import complain, folder, number
from kiosk.config import ConfigError, Settings, load, with_data_dir
from kiosk.demo import asked
from kiosk.demo.beacon import BeaconServer, beacon_server
from kiosk.demo.chain.hq_folder import start_chain
from kiosk.demo.mailbox import Mailbox, mail_server
from kiosk.domain.texts import LANGUAGES
from kiosk.hq_process import enroll_code, start_hq, stop_hq

if TYPE_CHECKING:
    from kiosk.demo.evening import Evening
    from kiosk.demo.invitations import Arrivals
    from kiosk.demo.lucky import Turn
    from kiosk.demo.play import Play, Until
    from kiosk.demo.walk_in import WalkIn
    from kiosk.station import Station

STORE = "xinyi"
CLERK, PIN = "s-102", "1357"
HQ = "hq"
_RUNNING = tuple(str(paths.resources() / "demo" / name) for name in ("newcomers.yaml", "lucky.yaml"))
MARK = "made-by-kiosk-demo.txt"
MADE = ("hq", "terminal", "frames", "pictures")
"""What a demo puts into its folder."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `demo` to the command line."""
    parser = subparsers.add_parser("demo", help="HQ with demo data and a terminal enrolled with it")
    parser.add_argument("--data", type=folder, help="folder for the demo (default: a folder of its own, kept)")
    parser.add_argument(
        "--members",
        type=number(1, 10_000_000),
        default=2000,
        help="members of the demo chain (default: 2000)",
    )
    parser.add_argument(
        "--campaign",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="run a campaign of resources/campaigns, or a file, moved in time so that it runs now; may be repeated",
    )
    parser.add_argument("--play", action="store_true", help="play the visits even with a screen, then end")
    parser.add_argument("--language", choices=LANGUAGES, default=None)
    parser.add_argument("--camera", default=None, help="camera for the interactive demo (default: the settings')")


def run(args: argparse.Namespace) -> int:
    """0 when the demo did what it should."""
    try:
        settings = load(args.config)
    except ConfigError as error:
        complain("kiosk demo", error)
        return 2
    place = args.data or settings.data_dir.with_name("kiosk-demo")
    try:
        begin_anew(place)
    except NotOurs as problem:
        complain("kiosk demo", problem)
        return 2
    with screen() as real:
        play = args.play or not real
        campaigns = f" and the campaign {', '.join(args.campaign)}" if args.campaign else ""
        print(f"Starting HQ with {args.members} members{campaigns} …", flush=True)
        try:
            _quick_beacon(place / "hq")
            process, url = start_chain(place / "hq", members=args.members, campaigns=[*args.campaign, *_RUNNING])
        except subprocess.CalledProcessError as error:
            print(f"kiosk: HQ could not be made: {error.stderr or error}", file=sys.stderr)
            return 2
        hq = DemoHq(place / "hq", process, url)
        with mail_server() as mailbox, beacon_server(secrets.token_bytes(16), time.time) as beacon, hq:
            hq.writes_to(mailbox)
            hq.goes_by(beacon)
            terminal = replace(
                with_data_dir(settings, place / "terminal"),
                sounds=settings.sounds and real,
                lan=settings.lan and real,
                language=args.language or settings.language or "zh_TW",
            )
            return _with_hq(terminal, hq, mailbox, place, play=play, camera=args.camera, campaigns=bool(args.campaign))


def _quick_beacon(folder: Path) -> None:
    """A wheel's tape waits for a round of the beacon that is not out when it is leased: for the next, in the demo."""
    from kiosk.hq.settings_file import FILE

    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text("wheel_beacon_ahead_s = 3\n", encoding="utf-8")


class NotOurs(Exception):
    """A folder holds what no demo made."""


def begin_anew(folder: Path) -> None:
    """A folder for the demo, without what the last one made: known by a file that it leaves there, and by name. What
    somebody else put beside it stays. Raises NotOurs, OSError."""
    mark = folder / MARK
    if folder.is_symlink() or (folder.exists() and any(folder.iterdir()) and not mark.is_file()):
        raise NotOurs(f"{folder} holds something that no demo made: name another folder, or empty this one")
    for path in (folder / name for name in MADE):
        if path.is_symlink() or path.is_file():
            raise NotOurs(f"{path} is no folder that a demo made: move it elsewhere, or name another folder")
        if path.is_dir():
            shutil.rmtree(path)
    folder.mkdir(parents=True, exist_ok=True)
    mark.write_text(f"`kiosk demo` makes {', '.join(MADE)} here, and makes them anew when it starts.\n", "utf-8")


class DemoHq:
    """The demo's HQ, which can be stopped and started again."""

    def __init__(self, folder: Path, process: subprocess.Popen[str], url: str) -> None:
        self.folder = folder
        self.url = url
        self._process: subprocess.Popen[str] | None = process

    def __enter__(self) -> DemoHq:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def writes_to(self, mailbox: Mailbox) -> None:
        """Its letters go there."""
        settings = self.folder / "mail.yaml"
        settings.write_text(
            f"host: 127.0.0.1\nport: {mailbox.port}\ntls: none\nsender: shop@example.com\n", encoding="utf-8"
        )
        asked.call(["hq", "messages", "mail", str(settings), "--data", str(self.folder)], check=True)

    def goes_by(self, beacon: BeaconServer) -> None:
        """Its draws go by that beacon."""
        settings = self.folder / "beacon.yaml"
        settings.write_text(json.dumps(beacon.settings()), encoding="utf-8")
        asked.call(["hq", "draws", "beacons", "--set", str(settings), "--data", str(self.folder)], check=True)

    def registrations(self) -> list[dict[str, Any]]:
        """Who registered, by whom they were brought, and whether they have bought."""
        answer = asked.call(["hq", "referrals", "--json", "--data", str(self.folder)])
        found: list[dict[str, Any]] = json.loads(answer.stdout)["registrations"]
        return found

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            stop_hq(self._process, self.folder)
            self._process = None

    def start_again(self) -> None:
        """Over the same data, on the same port."""
        self._process, self.url = start_hq(self.folder, port=int(self.url.rpartition(":")[2]))

    def redemptions(self) -> list[tuple[str, str]]:
        """(coupon, txn) of everything HQ counts as redeemed."""
        return [(row["coupon"], row["txn"]) for row in self._rows("redemptions")]

    def rewards(self) -> dict[str, str]:
        """Ids of rewards that stand, and who gave each: a device, or "hq"."""
        return {row["id"]: row["device"] for row in self._rows("rewards")}

    def overruns(self) -> list[str]:
        """Ids of rewards that HQ, counting again, would not give."""
        return [row["reward"] for row in self._rows("overruns")]

    def _rows(self, what: str) -> list[dict[str, str]]:
        answer = asked.call(["hq", what, "--json", "--data", str(self.folder)])
        rows: list[dict[str, str]] = json.loads(answer.stdout)
        return rows


def _with_hq(
    settings: Settings, hq: DemoHq, mailbox: Mailbox, folder: Path, *, play: bool, camera: str | None, campaigns: bool
) -> int:
    from kiosk.bootstrap import open_terminal
    from kiosk.cli.run import show
    from kiosk.demo.invitations import invite
    from kiosk.enrolment import enroll
    from kiosk.station import Station, application, language_of

    arrivals = invite(hq.folder, folder / "frames", STORE)
    identity = enroll(settings, hq.url, enroll_code(hq.folder, STORE))
    print(f"HQ is at {hq.url}; this terminal is {identity.terminal_name} of store {identity.store}.")
    if not play:
        print(f"Sign in as 陳柏翰 with PIN {PIN} (manager 林怡君: 2469). Demo data: {folder}", flush=True)
        return show(settings if camera is None else replace(settings, camera=camera))
    from kiosk.adapters.scan.frames import HandedFrames
    from kiosk.demo.arrivals import held
    from kiosk.demo.evening import Evening, holds
    from kiosk.demo.lucky import Turn, hold_draw, kept
    from kiosk.demo.play import Play
    from kiosk.demo.walk_in import WalkIn, settled

    app = application()
    frames = HandedFrames()
    station = Station(open_terminal(settings), language_of(settings), source=frames)
    try:
        performance = Play(station, frames, folder, lambda text: print(text, flush=True))
        station.window.whole.connect(station.start)
        station.window.show()
        newcomer, turned, evening = WalkIn(), Turn(), Evening()
        script = _script(performance, station, hq, mailbox, newcomer, turned, campaigns=campaigns)
        script = _then_on_stage(script, performance, station, folder, evening)
        performance.start(_then_at_the_desk(script, performance, station, hq, arrivals))
        app.exec()
        outcome = performance.outcome
    finally:
        station.close()
    if outcome.problem is not None:
        print(f"FAILED: {outcome.problem}", file=sys.stderr)
        return 1
    if not same_redemptions(outcome.redeemed, hq.redemptions()):
        return 1
    if not settled(newcomer, mailbox, hq.registrations()):
        return 1
    if not same_rewards(outcome.rewards, given_here(settings), hq.rewards(), hq.overruns()):
        return 1
    if not held(hq.folder, arrivals):
        return 1
    if not kept(hq.folder, turned) or not holds(evening) or not hold_draw(hq.folder):
        return 1
    print("Shown and held are exactly the same. Pictures, receipts and data are in " + str(folder))
    return 0


def same_redemptions(shown: list[tuple[str, str]], at_hq: list[tuple[str, str]]) -> bool:
    """Whether HQ counts each (coupon, txn) that the station showed, once, and no other; says so."""
    print(f"The station showed {len(shown)} redemptions, HQ holds {len(at_hq)}.")
    if sorted(at_hq) == sorted(shown):
        return True
    print(f"FAILED: HQ holds {sorted(at_hq)}, the station showed {sorted(shown)}", file=sys.stderr)
    return False


def given_here(settings: Settings) -> list[str]:
    """Ids of all rewards that this terminal's own journal gives, whoever they were for, and that stand."""
    from kiosk.adapters.db.reading import newest_facts
    from kiosk.adapters.keys.keystore import LEDGER_KEY
    from kiosk.domain.campaigns.facts import REWARDS_DECIDED
    from kiosk.installation import key_store

    key = key_store(settings).get(LEDGER_KEY)
    assert key is not None
    facts = [fact for fact, _ in newest_facts(settings.ledger_path, key, 1_000_000)]
    decided = [body for fact in facts if fact.kind == REWARDS_DECIDED and (body := REWARDS_DECIDED.read(fact.body))]
    back = {reward for body in decided for reward in body.taken_back}
    return [reward.id for body in decided for reward in body.rewards() if reward.id not in back]


def same_rewards(shown: list[str], given: list[str], at_hq: Mapping[str, str], overruns: list[str]) -> bool:
    """Whether HQ holds exactly the rewards that this station gave, and would give the same by its own count; says so.
    `shown`: with its sales; `given`: by its journal, those included; `at_hq`: who gave each (a device, or HQ)."""
    beside = set(given) - set(shown)
    held = {reward for reward, device in at_hq.items() if device != HQ}
    print(
        f"The station gave {len(given)} rewards: {len(shown)} shown with its sales, {len(beside)} beside them (for "
        f"being there, or to who recommended the customer). HQ holds {len(held)}, and gave {len(at_hq) - len(held)} "
        f"itself; {len(overruns)} too many."
    )
    if set(shown) <= set(given) and held == set(given) and not overruns:
        return True
    wrong = f"missing at HQ {sorted(set(given) - held)}, not given here {sorted(held - set(given))}"
    print(f"FAILED: {wrong}, too many {overruns}", file=sys.stderr)
    return False


def _script(
    play: Play, station: Station, hq: DemoHq, mailbox: Mailbox, newcomer: WalkIn, turned: Turn, *, campaigns: bool
) -> Iterator[Until]:
    """Four visits and what lies between them; with campaigns a fifth, with what a clerk does beside the sale."""
    from kiosk.application.sync.outcomes import Link
    from kiosk.demo.lucky import checked, tape_open, turn
    from kiosk.demo.play import Until
    from kiosk.demo.walk_in import arrived, walk_in

    window = station.window
    yield Until("the first sync", play.in_step)
    names = [name.id for name in station.terminal.service.staff()]
    play.type(f"{names.index(CLERK) + 1}")
    yield Until("the clerk's tile", lambda: play.keys_done)
    play.type(PIN + "\r")
    yield Until("the clerk signed in", lambda: window.actor is not None)
    print(f"Signed in by PIN: {window.actor.name if window.actor else ''}", flush=True)
    visits = _members_with_coupons(station)
    for count, (title, amount) in enumerate((("HQ online", "1200"), ("HQ stopped", "860")), start=1):
        card, coupon = next(visits)
        if title == "HQ stopped":
            yield tape_open(station)
            hq.stop()
            yield Until("the station noticed that HQ is away", lambda: play.link_is(Link.OFFLINE))
        print(f"Visit {count} ({title}):", flush=True)
        yield from _visit(play, station, card, coupon, amount, f"visit-{count}")
    print("Visit 3 (a walk-in whom a friend recommends, HQ stopped):", flush=True)
    yield from walk_in(play, station, next(visits)[0], newcomer)
    print("Visit 4 (a turn of the wheel, HQ stopped):", flush=True)
    yield from turn(play, station, next(visits)[0], turned)
    hq.start_again()
    print("HQ is back.", flush=True)
    station.terminal.service.drill_mend()  # who looks on need not wait until it is tried again
    yield Until("the station is in step with HQ again", play.in_step)
    yield play.at_rest()
    play.picture("in-step-again")
    yield arrived(mailbox)
    yield checked(station, turned)
    if campaigns:
        print("Visit 5 (why, and what else the clerk can do):", flush=True)
        yield from _services(play, station, next(visits)[0])


def _then_on_stage(
    visits: Iterator[Until], play: Play, station: Station, folder: Path, evening: Evening
) -> Iterator[Until]:
    """The visits, and then a draw before a room."""
    from kiosk.demo.evening import hold

    yield from visits
    print("A draw on the stage, by two envelopes and dice:", flush=True)
    yield from hold(play, station, folder, evening)


def _then_at_the_desk(
    before: Iterator[Until], play: Play, station: Station, hq: DemoHq, arrivals: Arrivals
) -> Iterator[Until]:
    """All that, and then guests at an event."""
    from kiosk.demo.arrivals import arrive

    yield from before
    print("Visit 6 (guests arrive at an event, HQ online and stopped):", flush=True)
    yield from arrive(play, station, hq, next(_members_with_coupons(station))[0], arrivals)


def _put_away(play: Play, what: str) -> Iterator[Until]:
    """Close the sheet by Esc, once more where the first one was a notice's."""
    from kiosk.demo.play import Until

    play.type("\x1b")
    yield Until(what, lambda: play.keys_done)
    yield play.at_rest()
    if play.sheet_shown:
        play.type("\x1b")
    yield Until(what, lambda: play.keys_done and not play.sheet_shown)


def _services(play: Play, station: Station, card: str) -> Iterator[Until]:
    """The reasons of a price, and what else can be done for a member: by keyboard."""
    from PySide6.QtCore import Qt

    from kiosk.demo.play import Until
    from kiosk.ui.stations.checkout.machine import Phase

    flow = station.checkout.flow
    play.type("\r")
    yield Until("the station is free again", lambda: flow.phase is Phase.ENTRY and play.keys_done)
    play.hold_up(card, "visit-5-member")
    yield Until("the member was recognised", lambda: flow.visit is not None and flow.visit.member is not None)
    play.take_away()
    play.type("560")
    yield Until("the amount was priced", lambda: flow.visit is not None and flow.visit.quote.amount == 56_000)
    assert flow.visit is not None
    assert flow.visit.member is not None
    for near in flow.visit.member.near:
        print(f"  near     {near.rule.zh_TW}: {near.have} / {near.need} ({near.code})")
    play.press(Qt.Key.Key_F1)
    yield Until("the reasons are shown", lambda: play.keys_done and play.sheet_shown)
    yield play.at_rest()
    play.picture("visit-5-why")
    yield from _put_away(play, "the reasons are closed")
    play.press(Qt.Key.Key_F5)
    yield Until("the member's services are shown", lambda: play.keys_done and play.sheet_shown)
    yield play.at_rest()
    play.picture("visit-5-services")
    actions = station.terminal.service.actions(flow.visit)
    print(f"  services {len(actions)}, {sum(one.refusal is None for one in actions)} of them now")
    yield from _put_away(play, "the services are closed")
    play.type("\r")
    yield Until("the sale was made", lambda: flow.phase is Phase.DONE and flow.redemption is not None)
    _say_rewards(station)
    yield play.at_rest()
    play.picture("visit-5-done")
    yield Until("the station is in step with HQ", play.in_step)


def _say_rewards(station: Station) -> None:
    from kiosk.ui.words.rewards import reward_lines

    redemption = station.checkout.flow.redemption
    assert redemption is not None
    for line in reward_lines(redemption.sale.rewards, station.i18n):
        print(f"  reward   {line}")


def _visit(play: Play, station: Station, card: str, coupon: str, amount: str, name: str) -> Iterator[Until]:
    from kiosk.demo.play import Until
    from kiosk.ui.stations.checkout.machine import Phase

    flow = station.checkout.flow
    play.hold_up(card, f"{name}-member")
    yield Until(
        "the member was recognised",
        lambda: flow.phase is Phase.ENTRY and flow.visit is not None and flow.visit.member is not None,
    )
    member = flow.visit.member if flow.visit else None
    print(f"  member   {member.masked_name if member else ''} by camera")
    play.hold_up(coupon, f"{name}-coupon")
    yield Until("the coupon was recognised", lambda: flow.visit is not None and len(flow.visit.scanned) == 1)
    print("  coupon   by camera")
    play.take_away()
    play.type(amount)
    yield Until(
        "the amount was priced",
        lambda: play.keys_done and flow.visit is not None and flow.visit.quote.amount == int(amount) * 100,
    )
    yield play.at_rest()
    play.picture(f"{name}-before-confirming")
    assert flow.visit is not None
    quote = flow.visit.quote
    print(f"  amount   {amount}, to pay {quote.total / 100:.0f} with {len(quote.lines)} coupons")
    play.type("\r")
    yield Until("the sale was redeemed", lambda: flow.phase is Phase.DONE and flow.redemption is not None)
    assert flow.redemption is not None
    print(f"  done     {flow.redemption.sale.receipt}{' (offline)' if flow.redemption.offline else ''}")
    _say_rewards(station)
    yield play.at_rest()
    play.picture(f"{name}-done")
    play.save_receipt()


def _members_with_coupons(station: Station) -> Iterator[tuple[str, str]]:
    """(card number, signed coupon) of members who have a cash coupon that can be used now."""
    reference = station.terminal.reference
    for member in reference.first_members(50):
        for row in reference.coupon_rows(member.id):
            template = reference.template(row.coupon.template)
            if template is not None and template.id == "cash100" and reference.revoked_at(row.coupon.id) is None:
                yield member.card_no, row.token
                break


@contextmanager
def screen() -> Iterator[bool]:
    """A display: the real one (yields True), or a virtual one that is ended afterwards (yields False)."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal")
        return
    if shutil.which("Xvfb") is None:
        print("There is no screen and no Xvfb here: painting offscreen.", flush=True)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield False
        return
    with tempfile.TemporaryFile() as errors:
        reading, writing = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
            stderr=errors,
        )
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as answer:
            number = answer.readline().strip()
        print(f"There is no screen here: running on the virtual display :{number}.", flush=True)
        os.environ["DISPLAY"] = f":{number}"
        os.environ.pop("QT_QPA_PLATFORM", None)
        try:
            yield False
        finally:
            server.terminate()
            server.wait()
