"""Tells a handheld scanner's keys from a person's.

A handheld scanner is a keyboard: it types the code and ends with Enter or Tab. Nothing in a key says who pressed it, so
the shape of the whole run of keys has to (`burst_shape`). A key is held back for 35 ms. What comes faster than any hand
is held until the run is over and never reaches anybody. What comes at a pace that both have is given on for the time
being, and taken back when the run turns out to be a scan. Enter, Tab and keys that write nothing are never given on
for the time being: what they would decide waits until it is known whose they are.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from kiosk.domain.scan.burst_shape import (
    BEGINS,
    Judgement,
    Paces,
    Stroke,
    Verdict,
    has_hand,
    is_fast,
    judge,
    may_be_fast,
)
from kiosk.domain.scan.keyboard_layouts import LayoutMixup, MixupKind, find_mixup
from kiosk.domain.tokens import TokenKind

_TOKEN_HEAD = tuple(f"{kind.value}:" for kind in TokenKind)
_NEWEST = 5


@dataclass(frozen=True, slots=True)
class KeystrokeSettings:
    """How the store's handheld scanners are set up. Times in seconds.

    `hold_s`: how long a key is held back to see whether another follows at once; no hand presses two keys, one after
    the other, within that time. `slow_s`: the longest time between two keys of the slowest scanner; `hold_s` or less
    says that none is slow. `slow_length`: a run of so many keys at that pace, without any mark of a hand, is a scan; a
    shorter one is asked about. `stumble_s`: a longer pause ends a run. `sure_s`: how long Enter waits for the keys
    before it to be let go, which may say whose they are. `suffixes`: characters that end a scan, one each. `prefix`:
    what the scanner was told to type first, usually nothing; it is cut off. `late_suffix_s`: a suffix that comes so
    soon after a scan's end still belongs to it. `alone_s`: how long an Enter or Tab by itself is held back, for a
    scanner that begins with one; 0 where none does.
    """

    hold_s: float = 0.035
    slow_s: float = 0.120
    slow_length: int = 12
    stumble_s: float = 0.280
    sure_s: float = 0.120
    suffixes: frozenset[str] = frozenset("\r\t")
    prefix: str = ""
    late_suffix_s: float = 0.300
    alone_s: float = 0.027
    max_length: int = 4096

    def __post_init__(self) -> None:
        if not 0 < self.hold_s <= self.sure_s <= self.stumble_s or not 0 < self.slow_s <= self.stumble_s:
            raise ValueError("times must be above zero, and none of them longer than the pause that ends a run")
        if not 0 <= self.alone_s <= self.stumble_s:
            raise ValueError("an Enter by itself is held for no longer than the pause that ends a run")
        if self.slow_length < 2 or self.max_length < self.slow_length:
            raise ValueError("a scan has at least two keys, and no more than the longest")
        if any(len(suffix) != 1 for suffix in self.suffixes):
            raise ValueError("a suffix is one character")

    @property
    def paces(self) -> Paces:
        """What is fast and slow here."""
        return Paces(self.hold_s, self.slow_s, self.slow_length)


@dataclass(frozen=True, slots=True)
class Held:
    """The key is held back. Call `silence` if no key has come `for_s` seconds after it."""

    for_s: float


@dataclass(frozen=True, slots=True)
class Typed:
    """All keys held so far, this one included, are given on, in order. `keys` is what they write; it may be empty.
    With `wait_s` above zero they may still be taken back: call `silence` again if no key comes in that time."""

    keys: str
    wait_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Scanned:
    """All keys held so far, this one included, are a scan: give none of them on, and take the last `back` that were
    given on back.

    `text` is what the code said, without prefix and suffix. With a `mixup` that could be repaired it is the
    repaired text; with one that could not it is None: there is no scan to act upon, only something to
    explain. None without a mixup: keys that write nothing were among them, or more than any code has.
    """

    text: str | None
    mixup: LayoutMixup | None
    back: int = 0


@dataclass(frozen=True, slots=True)
class Swallowed:
    """A suffix that belongs to what came before it: do not give it on."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """The keys held so far are given on to nobody; they stay in the run. Call `silence` if no key comes in `for_s`
    seconds (0: one has come)."""

    for_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Unsure:
    """The Enter or Tab held so far is not to be given on: `keys`, before it, were typed or scanned, and only the person
    there knows."""

    keys: str


Decision = Held | Typed | Scanned | Swallowed | Dropped | Unsure


class KeystrokeAssembler:
    """Puts keys together. Fed with keys and the time each was pressed and let go, in order.

    Times are seconds of any clock that the keys share, best the one of the operating system's key events:
    keys that queue up behind a busy screen keep their distance there.
    """

    def __init__(self, settings: KeystrokeSettings | None = None) -> None:
        self._settings = settings or KeystrokeSettings()
        self._run: list[Stroke] = []
        self._ending = False
        self._too_long = False
        self._fast = False
        self._last_end: float | None = None

    @property
    def holding(self) -> bool:
        """True while keys are held back."""
        return any(not stroke.passed and not stroke.composed and not stroke.dropped for stroke in self._run)

    @property
    def waiting(self) -> bool:
        """True while keys are held back or may still be taken back."""
        return bool(self._run)

    def key(
        self, char: str, at: float, code: Hashable = None, *, assembled: bool = False, presses: bool = False
    ) -> list[Decision]:
        """Take a key that gives `char` ("\\r" for Enter, "\\t" for Tab, `BEGINS`, empty for a key that writes nothing),
        pressed at `at`. `code` names it, so that `release` can. `presses`: a space, and no field has the focus.

        One decision about it, after those about keys before it.
        """
        before = self._until(at)
        end = char in self._settings.suffixes
        stroke = Stroke(char, at, code, assembled=assembled, end=end, presses=presses)
        return [*before, *self._take(stroke)]

    def release(self, code: Hashable, at: float) -> list[Decision]:
        """The key was let go."""
        stroke = next((one for one in reversed(self._run) if one.code == code and one.up is None), None)
        if stroke is None:
            return []
        stroke.up = max(at, stroke.at)
        if not self.holding:
            return []
        judged = self._judge(final=False)
        if judged.verdict is Verdict.SCAN and self._ending:
            return [self._scan(judged)]
        by_hand = judged.verdict is Verdict.TYPED and has_hand(self._run, self._settings.paces)
        return [self._give()] if by_hand or (self._ending and judged.verdict is Verdict.TYPED) else []

    def composed(self, text: str, at: float) -> list[Decision]:
        """An input method took a key and wrote `text`, perhaps nothing yet. Its own event was given on or not; only
        what a scan took part in is told, by `silence` or the next key."""
        before = self._until(at)
        self._run.append(Stroke(text or "\ufffc", at, composed=True, passed=True))
        return before

    def silence(self) -> Decision:
        """No further key came in time: decide about the keys held so far."""
        judged = self._judge(final=True)
        if self._ending:
            if judged.verdict is Verdict.UNSURE:
                return self._ask()
            return self._scan(judged) if judged.verdict is Verdict.SCAN else self._give()
        if self.holding and not self._is_fast():
            return self._give()
        if judged.verdict is Verdict.SCAN:
            return self._scan(judged)
        return self._close()

    def interrupt(self) -> Decision:
        """Something no scanner does happened (a key that repeats, a click): the keys held are a person's, unless they
        came faster than any hand."""
        judged = self._judge(final=True)
        return self._scan(judged) if judged.verdict is Verdict.SCAN else self._close()

    @property
    def is_burst(self) -> bool:
        """Whether what came so far is a scan for sure."""
        return bool(self._run) and self._judge(final=False).verdict is Verdict.SCAN

    def just_ended(self, at: float) -> bool:
        """Whether a suffix at `at` would still belong to the scan before it."""
        return self._last_end is not None and 0 <= at - self._last_end <= self._settings.late_suffix_s

    # -- steps

    def _until(self, at: float) -> list[Decision]:
        """What is to be said of the keys so far, before one at `at`."""
        decisions: list[Decision] = []
        if not self._run:
            return decisions
        gap = at - self._run[-1].at
        if not 0 <= gap <= self._settings.stumble_s:
            while self._run:
                decisions.append(self.silence())
        elif self._ending or (gap > self._settings.hold_s and self.holding and not self._is_fast()):
            if len(self._run) == 1 and self._run[0].presses and gap <= self._settings.slow_s:
                self._run[0].dropped = True
                return [Dropped()]
            decisions.append(self.silence())
        return decisions

    def _take(self, stroke: Stroke) -> list[Decision]:
        settings = self._settings
        if not self._run:
            if stroke.end and self.just_ended(stroke.at):
                self._last_end = stroke.at
                return [Swallowed()]
            self._run.append(stroke)
            alone = settings.alone_s if stroke.end else settings.hold_s
            if stroke.presses:
                alone = max(settings.hold_s, settings.slow_s)
            return [Held(settings.stumble_s if stroke.assembled else alone)]
        close = stroke.at - self._run[-1].at <= settings.hold_s
        if not stroke.writes and not close and not self._is_fast():
            before = self._close_all()
            self._run.append(stroke)
            return [*before, Held(settings.hold_s)]
        if stroke.presses and not close and not self._is_fast():
            if stroke.at - self._run[-1].at > settings.slow_s:
                before = self._close_all()
                self._run.append(stroke)
                return [*before, Held(max(settings.hold_s, settings.slow_s))]
            stroke.dropped = True
            self._run.append(stroke)
            return [Dropped(settings.stumble_s)]
        if len(self._run) >= settings.max_length:
            self._too_long = True
            del self._run[: len(self._run) // 2]
        self._run.append(stroke)
        if stroke.end and close and all(one.end for one in self._run):
            return [Held(settings.hold_s)]  # a scanner that begins with two of them: no hand is so quick
        if stroke.end:
            return self._end(stroke)
        return [Held(settings.stumble_s if self._is_fast() else settings.hold_s)]

    def _end(self, stroke: Stroke) -> list[Decision]:
        judged = self._judge(final=False)
        if judged.verdict is Verdict.SCAN:
            return [self._scan(judged)]
        if judged.verdict is Verdict.UNSURE and self._is_fast():
            self._ending = True
            return [Held(self._settings.sure_s)]
        self._run.pop()
        before: list[Decision] = [self._give()] if self.holding else []
        if judged.verdict is Verdict.UNSURE:
            self._run.append(stroke)
            self._ending = True
            return [*before, Held(self._settings.sure_s)]
        self._reset()
        self._run.append(stroke)
        return [*before, Held(self._settings.hold_s)]

    def _give(self) -> Typed:
        """Give on what is held; it may be taken back as long as nothing in it decides."""
        held = [stroke for stroke in self._run if not stroke.passed and not stroke.dropped]
        keys = "".join(stroke.char for stroke in held)
        if any(stroke.end or stroke.presses or not stroke.writes for stroke in held):
            self._reset()
            return Typed(keys)
        for stroke in held:
            stroke.passed = True
        return Typed(keys, self._settings.stumble_s - self._settings.hold_s)

    def _close(self) -> Typed | Unsure:
        keys = "".join(stroke.char for stroke in self._run if not stroke.passed and not stroke.dropped)
        if not keys and any(stroke.dropped for stroke in self._run):
            return self._ask()
        self._reset()
        return Typed(keys)

    def _close_all(self) -> list[Decision]:
        judged = self._judge(final=True)
        return [self._scan(judged) if judged.verdict is Verdict.SCAN else self._close()]

    def _ask(self) -> Unsure:
        self._last_end = self._run[-1].at
        keys = "".join(stroke.char for stroke in self._run if not stroke.end)
        self._reset()
        return Unsure(keys)

    def _scan(self, judged: Judgement) -> Scanned:
        scan = self._run[judged.start :]
        back = sum(stroke.passed and not stroke.composed and not stroke.dropped for stroke in scan)
        self._last_end = scan[-1].at
        text = "".join(stroke.char for stroke in scan if not stroke.end)
        garbled = self._too_long or any(not stroke.char for stroke in scan)
        composed = any(stroke.composed for stroke in scan)
        self._reset()
        if composed:
            return Scanned(None, LayoutMixup(MixupKind.INPUT_METHOD, text.replace("\ufffc", "")), back)
        text = text.removeprefix(BEGINS).removeprefix(self._settings.prefix)
        if garbled:
            return Scanned(None, None, back)
        mixup = find_mixup(text)
        return Scanned(text if mixup is None else mixup.repaired, mixup, back)

    def _reset(self) -> None:
        self._run = []
        self._ending = self._too_long = self._fast = False

    # -- looking at the run

    def _judge(self, *, final: bool) -> Judgement:
        return judge(self._run, self._settings.paces, head=self._has_head(), final=final)

    def _is_fast(self) -> bool:
        # the newest keys are enough: a run that was fast once is a scan, wherever it began
        newest = self._run[-_NEWEST:]
        self._fast = self._fast or newest[-1].assembled or is_fast(newest, self._settings.paces)
        return self._fast or may_be_fast(newest, self._settings.paces)

    def _has_head(self) -> bool:
        text = "".join(stroke.char for stroke in self._run)
        prefix = self._settings.prefix
        return bool(prefix and text.startswith(prefix)) or text.upper().startswith(_TOKEN_HEAD)
