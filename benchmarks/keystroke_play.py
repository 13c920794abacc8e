"""Plays keys into the real assembler and keeps what would have reached the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.keystroke_corpus import ENTER, TAB, Key
from kiosk.domain.scan.keystrokes import (
    Decision,
    Held,
    KeystrokeAssembler,
    KeystrokeSettings,
    Scanned,
    Swallowed,
    Typed,
    Unsure,
)


@dataclass(slots=True)
class Page:
    """What a page has seen. `entry`: what stands in its field; `decided`: what stood there at each Enter or Tab that
    reached it; `asked`: how often the person was asked; `scans`: texts of the scans (None: explained, not acted on)."""

    entry: str = ""
    decided: list[str] = field(default_factory=list)
    asked: int = 0
    scans: list[str | None] = field(default_factory=list)

    def take(self, decision: Decision) -> None:
        """Do what the window would."""
        match decision:
            case Typed(keys):
                for char in keys:
                    if char in (ENTER, TAB):
                        self.decided.append(self.entry)
                    else:
                        self.entry += char
            case Scanned(text, _, back):
                self.entry = self.entry[: len(self.entry) - back]
                self.scans.append(text)
            case Unsure():
                self.asked += 1
            case Held() | Swallowed():
                pass


def play(keys: Iterable[Key], settings: KeystrokeSettings | None = None, *, entry: str = "") -> Page:
    """Play keys, silences between them included, to a page where `entry` stood already."""
    assembler, page = KeystrokeAssembler(settings), Page(entry)
    due: float | None = None

    def take(decisions: Iterable[Decision], at: float) -> None:
        nonlocal due
        for decision in decisions:
            page.take(decision)
            wait = decision.for_s if isinstance(decision, Held) else getattr(decision, "wait_s", 0.0)
            due = at + wait if wait else (due if assembler.waiting else None)

    def quiet_until(at: float) -> None:
        while due is not None and due < at and assembler.waiting:
            take([assembler.silence()], due)

    pressed = [(key.at, 1, index, key) for index, key in enumerate(keys)]
    let_go = [(key.up, 0, index, key) for _, _, index, key in pressed]
    for at, press, index, key in sorted([*pressed, *let_go], key=lambda event: event[:3]):
        quiet_until(at)
        if press:
            take(assembler.key(key.char, at, index, assembled=key.alt), at)
        else:
            take(assembler.release(index, at), at)
    quiet_until(float("inf"))
    return page
