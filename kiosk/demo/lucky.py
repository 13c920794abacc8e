"""The demo's fourth visit: a turn of the wheel while HQ is away, from a tape that was sealed and published before. HQ,
once back, has to have that slot; a draw among the ticket holders follows, by envelopes and dice, and its published file
has to hold."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptVerdict
from kiosk.demo import asked
from kiosk.demo.play import Play, Until
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.ui.stations.checkout.draws_sheet import DrawsSheet
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.words.rewards import reward_lines

if TYPE_CHECKING:
    from kiosk.application.draws.wheel_outcomes import Spun
    from kiosk.station import Station

CAMPAIGN, AMOUNT = "lucky", "150"
THROWS = 20


@dataclass(slots=True)
class Turn:
    """What the wheel gave. `spun` None: it was not turned."""

    spun: Spun | None = None


def tape_open(station: Station) -> Until:
    """Wait until this terminal has a tape whose fingerprint HQ has published."""
    service = station.terminal.service

    def ready() -> bool:
        return any(one.campaign == CAMPAIGN and one.root and one.refusal is None for one in service.wheels())

    return Until("a sealed tape of the wheel", ready)


def turn(play: Play, station: Station, card: str, found: Turn) -> Iterator[Until]:
    """At the checkout, by camera and keyboard; HQ is away."""
    flow, service = station.checkout.flow, station.terminal.service

    def sheet() -> DrawsSheet | None:
        shown = play.window.overlay.sheet
        return shown if isinstance(shown, DrawsSheet) else None

    play.type("\r")
    yield Until("the station is free again", lambda: flow.phase is Phase.ENTRY and play.keys_done)
    play.hold_up(card, "visit-4-member")
    yield Until("the member was recognised", lambda: flow.visit is not None and flow.visit.member is not None)
    play.take_away()
    play.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    yield Until("a turn is offered", lambda: (shown := sheet()) is not None and shown.first is not None)
    yield play.at_rest()
    play.picture("visit-4-before-the-turn")
    play.type("\r")
    yield Until("the wheel has stopped", lambda: (shown := sheet()) is not None and _stopped(shown))
    assert flow.visit is not None
    found.spun = service.spins_of(flow.visit, 1)[0]
    print(f"  wheel    slot {found.spun.j} of {found.spun.lease}: {station.i18n.text(found.spun.prize.name)}")
    for line in reward_lines(found.spun.rewards, station.i18n):
        print(f"  reward   {line}")
    yield play.at_rest()
    play.picture("visit-4-the-wheel")
    play.type("\x1b")
    yield Until("the draw is closed", lambda: play.keys_done and not play.sheet_shown)
    play.type(AMOUNT)
    yield Until(
        "the amount was priced", lambda: flow.visit is not None and flow.visit.quote.amount == int(AMOUNT) * 100
    )
    play.type("\r")
    yield Until("the sale was made", lambda: flow.phase is Phase.DONE and flow.redemption is not None)
    yield play.at_rest()


def _stopped(sheet: DrawsSheet) -> bool:
    return not sheet.playing and sheet.look is not None and sheet.look.at_rest and not sheet.prize.isHidden()


def checked(station: Station, found: Turn) -> Until:
    """Wait until this terminal, scanning the slip, can say that the published tape has that slot."""

    def good() -> bool:
        assert found.spun is not None
        answer = station.terminal.service.check_receipt(found.spun.receipt)
        return isinstance(answer, ReceiptCheck) and answer.verdict is ReceiptVerdict.GOOD

    return Until("the slip’s code holds", good)


# -- at HQ ------------------------------------------------------------------------------------------------------------


def kept(folder: Path, found: Turn) -> bool:
    """Whether HQ has the slot that the wheel stopped at; says so."""
    leases = json.loads(_hq(folder, "leases", "--json").stdout)["leases"]
    mine = [one for one in leases if found.spun is not None and one["lease"] == found.spun.lease]
    if found.spun is not None and [(one["told"], sum(one["won"].values())) for one in mine] == [(1, 1)]:
        print(f"HQ holds the turn of the wheel: slot {found.spun.j} of a tape of {mine[0]['slots']}, sealed before.")
        return True
    print(f"FAILED: of the wheel HQ holds {mine}", file=sys.stderr)
    return False


def hold_draw(folder: Path) -> bool:
    """Hold the campaign's draw by two envelopes and dice, and check its published file; says what it does."""
    print("A draw among the ticket holders, by two envelopes and dice:")
    planned = [one["draw"] for one in json.loads(_hq(folder, "list", "--json").stdout)]
    (draw,) = (one for one in planned if one.startswith(f"{CAMPAIGN}/"))
    envelopes = {f"envelope:{name}": secrets.token_bytes(32) for name in ("HQ", "witness")}
    sealed = [f"{name}={envelope_commitment(value).hex()}" for name, value in envelopes.items()]
    opened = [f"{name}={value.hex()}" for name, value in envelopes.items()]
    dice = " ".join(str(secrets.randbelow(6) + 1) for _ in range(THROWS))
    out = folder.parent / "draw.json"
    steps = (
        ("freeze", draw, *_each("--envelope", sealed)),
        ("publish", draw),
        ("draw", draw, *_each("--envelope", opened), "--dice", dice),
        ("file", draw, "--out", str(out)),
    )
    for step in steps:
        done = _hq(folder, *step)
        if done.returncode:
            print(f"FAILED: {' '.join(step[:2])}: {done.stderr or done.stdout}", file=sys.stderr)
            return False
        if step[0] in ("freeze", "draw"):
            print("".join(f"  {line}\n" for line in done.stdout.splitlines()), end="")
    good = asked.call(["verify-draw", str(out), "--language", "en"])
    print(f"  {good.stdout.splitlines()[0] if good.stdout else good.stderr}")
    if good.returncode:
        print(f"FAILED: {out} does not hold: {good.stdout}", file=sys.stderr)
    return good.returncode == 0


def _each(name: str, values: list[str]) -> list[str]:
    return [word for value in values for word in (name, value)]


def _hq(folder: Path, *words: str) -> Any:
    return asked.call(["hq", "draws", *words, "--data", str(folder)])
