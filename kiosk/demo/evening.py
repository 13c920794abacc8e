"""The demo's last part: the terminal becomes a stage and holds a draw of its own among people of a file, by envelopes
that were sealed before and dice. Its published file has to hold for anybody, and HQ has to have signed the list."""

from __future__ import annotations

import csv
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kiosk.demo import asked
from kiosk.demo.play import Play, Until
from kiosk.demo.switching import MANAGER, PIN, become
from kiosk.domain.draws.batch import FEWEST_DICE, fingerprint
from kiosk.domain.draws.stage import Phase
from kiosk.domain.stations import StationRole
from kiosk.ui.stage.draws.words import winner_name
from kiosk.ui.stations.stage.sheets import EnvelopeSheet
from kiosk.ui.stations.stage.show import winner_of
from kiosk.ui.stations.stage.station import StageStation

if TYPE_CHECKING:
    from kiosk.station import Station

TITLE, OCCASION, PRIZES = "尾牙抽獎", "歲末尾牙", "電視 1\n音箱 2\n保溫杯 5"
GUESTS = 60
ROOM = (1920, 1080)


@dataclass(slots=True)
class Evening:
    """What came of it. `file`: the published one, None: the draw was not held."""

    file: Path | None = None
    fingerprint: str = ""
    signers: tuple[str, ...] = ()
    winners: list[str] = field(default_factory=list)


def hold(play: Play, station: Station, folder: Path, found: Evening) -> Iterator[Until]:
    """By keyboard and fingers, at the stage's console."""
    window = station.window
    yield from _become_stage(play, station)
    stage = window.made(StationRole.STAGE)
    assert isinstance(stage, StageStation)
    desk = stage.desk

    def at(phase: Phase) -> Until:
        return Until(
            f"the draw is {phase}", lambda: not desk.busy and desk.view is not None and desk.view.phase is phase
        )

    play.press(Qt.Key.Key_F4)
    yield Until("the form of a new draw", lambda: stage.page.planning)
    plan = stage.page.plan
    plan.occasion.field.setText(OCCASION)
    plan.name.field.setText(TITLE)
    plan.prizes.field.setPlainText(PRIZES)
    plan.source.choose(1)
    stage.read_list(_list(folder))
    yield Until("the list was read", lambda: len(plan.entrants()) == GUESTS)
    envelopes = []
    for number in range(2):
        _press(stage, f"plan_seal_{number}")
        yield Until("an envelope’s content is shown", lambda: isinstance(window.overlay.sheet, EnvelopeSheet))
        sheet = window.overlay.sheet
        assert isinstance(sheet, EnvelopeSheet)
        envelopes.append(sheet.digits.text())  # its holder writes it down
        play.type("\r")
        yield Until("the envelope is sealed", lambda: play.keys_done and not play.sheet_shown)
    _press(stage, "plan_freeze")
    yield at(Phase.FROZEN)
    _press(stage, "draw_go")
    yield at(Phase.DICE)
    assert desk.view is not None
    found.fingerprint, found.signers = fingerprint(bytes.fromhex(desk.view.fingerprint)), desk.view.signers
    print(f"  list     {desk.view.entrants} people with {desk.view.tickets} tickets, frozen and published")
    print(f"  print    {found.fingerprint}, signed by {', '.join(found.signers)}")
    picture_of_room(play, stage, folder, "stage-list")
    throws = [secrets.randbelow(6) for _ in range(FEWEST_DICE)]
    for count, shows in enumerate(throws, 1):
        stage.page.step.keys[shows].click()
        yield _until(stage, "the die counts", _dice, count)
    picture_of_room(play, stage, folder, "stage-dice")
    for text in envelopes:
        _entry(stage).setText(text)
        more = _opened(stage) + 1
        _press(stage, "draw_go")
        yield _until(stage, "the envelope is open", _opened, more)
    _press(stage, "draw_go")
    yield at(Phase.DRAWN)
    print(f"  chance   {''.join(str(one + 1) for one in throws)} by the audience’s dice, and two sealed envelopes")
    while desk.view is not None and desk.view.phase is not Phase.SHOWN:
        shown = desk.view.revealed
        _press(stage, "draw_go")  # the prize
        _press(stage, "draw_go")  # its winners
        yield Until("names roll", lambda: not desk.busy and stage.big.rolling)
        picture_of_room(play, stage, folder, f"stage-rolling-{shown}")
        stage.forward()  # they come to rest
        yield Until("names are at rest", lambda: not stage.big.rolling and not desk.busy)
    stage.desk.board()
    picture_of_room(play, stage, folder, "stage-board")
    yield play.at_rest()
    play.picture("stage-console")
    for prize in desk.view.prizes if desk.view is not None else ():
        names = [winner_name(winner_of(one, desk.view.shown)) for one in prize.winners] if desk.view else []
        found.winners += names
        print(f"  winners  {prize.name}: {', '.join(names)}")
    receipts = station.terminal.settings.receipts_dir
    play.press(Qt.Key.Key_F12)
    yield Until("the published file is saved", lambda: any(receipts.glob("draw-local-*.json")))
    (found.file,) = receipts.glob("draw-local-*.json")


def holds(found: Evening) -> bool:
    """Whether anybody can work that draw out again, and HQ signed its list before; says so."""
    if found.file is None or "hq" not in found.signers:
        print(f"FAILED: the stage’s list was signed by {found.signers}, its file is {found.file}", file=sys.stderr)
        return False
    done = asked.call(["verify-draw", str(found.file), "--language", "en"])
    print(f"  {done.stdout.splitlines()[0] if done.stdout else done.stderr}")
    if done.returncode or found.fingerprint not in done.stdout:
        print(f"FAILED: {found.file} does not hold: {done.stdout}", file=sys.stderr)
        return False
    return True


def picture_of_room(play: Play, stage: StageStation, folder: Path, name: str) -> None:
    """Keep a picture of what the room sees, as large as it sees it."""
    if stage.big.size().width() < ROOM[0]:
        stage.big.resize(*ROOM)
    path = folder / "pictures" / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    stage.big.grab().save(str(path))
    play.outcome.pictures.append(path)


def _become_stage(play: Play, station: Station) -> Iterator[Until]:
    window = station.window
    yield from become(play, StationRole.STAGE)
    staff = [one.id for one in station.terminal.service.staff()]
    play.type(f"{staff.index(MANAGER) + 1}{PIN}\r")
    yield Until("the manager signed in", lambda: window.actor is not None and window.actor.id == MANAGER)
    print(f"  stage    {window.actor.name if window.actor else ''} holds it")


def _list(folder: Path) -> Path:
    """Synthetic guests, as somebody's spreadsheet has them."""
    path = folder / "frames" / "guests.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("姓名", "手機", "券數"))
        family, given = "陳林黃張李王吳劉蔡楊", ("美麗", "志同", "光華", "婷婷", "家豪", "雅雯")
        rows.writerows(
            (f"{family[at % 10]}{given[at % 6]}", f"09{12_000_000 + at * 7919:08}", 1 + at % 3) for at in range(GUESTS)
        )
    return path


def _press(stage: StageStation, name: str) -> None:
    button = stage.page.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def _entry(stage: StageStation) -> QLineEdit:
    found = stage.page.findChild(QLineEdit, "draw_entry")
    assert found is not None
    return found


def _dice(stage: StageStation) -> int:
    return len(stage.desk.view.throws) if stage.desk.view is not None else 0


def _opened(stage: StageStation) -> int:
    return sum(one.opened for one in stage.desk.view.envelopes) if stage.desk.view is not None else 0


def _until(stage: StageStation, what: str, count: Callable[[StageStation], int], wanted: int) -> Until:
    return Until(what, lambda: not stage.desk.busy and count(stage) == wanted)
