"""The demo's event of today: published at HQ, with a list as an office has it and tickets for its guests."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.demo import asked

EVENT, ZONE = "neighbours", "Asia/Taipei"
FIRST, TYPED, SECOND, WALK_IN = "王小明", "吳曉梅", "林大同", "Anna Song"
PHONE = "0912000518"
PEOPLE = (
    (FIRST, "0912345678", 0, "A-07"),
    (TYPED, "0928111223", 0, "C-21"),
    (SECOND, "0928111222", 1, "B-08"),
    ("魏雪梅", "0955111888", 0, "A-11"),
    ("陳美麗", "0922333444", 2, "A-01"),
    ("Wendy X. Ma", "0966444000", 0, "B-15"),
)


@dataclass(slots=True)
class Arrivals:
    """What the desk showed. `tickets`: codes by name; `came`: people, in the end."""

    tickets: dict[str, str] = field(default_factory=dict)
    came: int = -1
    seconds: float = 0.0
    """From F2 to the walk-in's welcome."""


def invite(hq: Path, folder: Path, store: str) -> Arrivals:
    """An event of today at HQ, with a list as an office has it, and its tickets. Raises CalledProcessError."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(ZoneInfo(ZONE))
    event, guests, tickets = (folder / name for name in ("event.yaml", "event-guests.csv", "event-tickets.csv"))
    starts, ends = now - timedelta(minutes=20), now + timedelta(hours=3)
    event.write_text(
        f"id: {EVENT}\n"
        "name: {zh_TW: 老友新鄰 狂歡派對, zh_CN: 老友新邻 狂欢派对, en: Friends and Neighbours}\n"
        f"place: A\nzone: {ZONE}\nstarts: {starts:%Y-%m-%d %H:%M}\nends: {ends:%Y-%m-%d %H:%M}\n"
        "seats: seats\nexits: true\ntags: [{id: vip, name: VIP}]\n",
        encoding="utf-8",
    )
    with guests.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("姓名", "手機", "同行", "座位"))
        rows.writerows(PEOPLE)
    for words in (
        ("publish", str(event), "--store", store),
        ("guests", EVENT, str(guests), "--yes"),
        ("tickets", EVENT, "--out", str(tickets)),
    ):
        asked.call(["hq", "events", *words, "--data", str(hq)], check=True)
    with tickets.open(encoding="utf-8-sig", newline="") as lines:
        table = list(csv.DictReader(lines))
    return Arrivals({row["name"]: row["ticket code"] for row in table})
