"""How soon four desks agree, as processes of their own without HQ: on a sign-in, and after the network was split.

usage: python -m benchmarks.lan [--quick] [--seconds 30] [--splits 10] [--folder DIR] [--json FILE]

Desks sign guests in at a pace, all at once. Of each sign-in is taken how long after it was durable at its own desk it
was durable at the last of the other three. Then the hall's network is split two and two, without anybody being told
(what is sent goes nowhere), guests are signed in on both sides, and it is healed: how long from then until all four
have everything, and say the same. All moments are of the machine's one monotonic clock.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import spread, write_json
from benchmarks.ledger_common import table
from tests.e2e.desks import Hall, guest_id, hall

DEVICES = ("d-1", "d-2", "d-3", "d-4")
SPLIT_S = 6.0
"""Twice as long as silence that ends a connection."""


def measure(folder: Path, seconds: float, pace: float, splits: int) -> dict[str, Any]:
    """The figures. `pace`: sign-ins a second at each desk."""
    each = round(seconds * pace)
    some = 20
    guests = 4 * each + splits * 4 * some
    with hall(folder, DEVICES, guests, whole=True) as desks:
        desks.everybody("together", count=4)
        desks.everybody("sign_in", guests=[])  # what is used first is imported then
        come = [guest_id(number) for number in range(guests)]
        random.Random(4).shuffle(come)
        agreed = _agreed_after(desks, come[: 4 * each], 1 / pace)
        healed = [
            _healed_after(desks, come[4 * (each + turn * some) : 4 * (each + (turn + 1) * some)])
            for turn in range(splits)
        ]
    return {
        "guests": guests,
        "sign-ins a second": 4 * pace,
        "agree (ms)": spread([1_000 * one for one in agreed]),
        "heal (s)": spread(healed, 2),
    }


def _agreed_after(desks: Hall, guests: Sequence[str], gap_s: float) -> list[float]:
    """Seconds from each sign-in until the last desk had it."""
    said: dict[str, list[Any]] = {device: [] for device in DEVICES}
    begin = time.monotonic()
    for number, guest in enumerate(guests):
        # not all at the same moment, as nobody scans
        time.sleep(max(0.0, begin + number * gap_s / 4 - time.monotonic()))
        desks.desks[DEVICES[number % 4]].send("sign_in", guests=[guest])
    for number in range(len(guests)):
        device = DEVICES[number % 4]
        said[device] += desks.desks[device].answer()["said"]
    desks.agree()
    noted = {device: answer["log"] for device, answer in desks.everybody("noted").items()}
    found = []
    for device, verdicts in said.items():
        assert {kind for kind, _seq, _at in verdicts} == {"welcome"}
        others = [sorted((seq, at) for at, of, seq in noted[one] if of == device) for one in DEVICES if one != device]
        for _kind, seq, at in verdicts:
            found.append(max(next(moment for known, moment in log if known >= seq) for log in others) - at)
    return found


def _healed_after(desks: Hall, guests: Sequence[str]) -> float:
    """Seconds from the network's return until all had everything."""
    desks.split(DEVICES[:2], DEVICES[2:])
    time.sleep(SPLIT_S)
    for number, device in enumerate(DEVICES):
        desks.desks[device].send("sign_in", guests=guests[number::4])
    for device in DEVICES:
        desks.desks[device].answer()
    desks.heal()
    begun = time.monotonic()
    said = desks.agree()
    assert len({one["digest"] for one in said.values()}) == 1
    return max(float(one["at"]) for one in said.values()) - begun


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pace", type=float, default=2.0, help="sign-ins a second at each desk")
    parser.add_argument("--splits", type=int, default=10)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    seconds, splits = (8.0, 2) if args.quick else (args.seconds, args.splits)
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        figures = measure(Path(folder), seconds, args.pace, splits)
    flat = {name: value for name, value in figures.items() if not isinstance(value, dict)}
    for name in ("agree (ms)", "heal (s)"):
        flat |= {f"{name} {what}": figures[name][what] for what in ("median", "p95", "max")}
    print(table([flat]))
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
