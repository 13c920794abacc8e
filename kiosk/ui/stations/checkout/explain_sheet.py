"""Why: rule by rule what the campaigns made of a sale, what is in its price, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from kiosk.application.campaigns.outcomes import RuleExplained
from kiosk.application.sales.outcomes import AppliedLine, Explained, LeftOut
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, has_decimals, spaced, translate
from kiosk.ui.measure import held, px
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Panel, Pill, RowButton, Text, column, row
from kiosk.ui.words.campaigns import OUTCOME_PILL, kind_word, outcome_word, progress_of, ranked
from kiosk.ui.words.checks import check_words
from kiosk.ui.words.lists import shown_of
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.rewards import points_name, reward_lines, reward_sentence
from kiosk.ui.words.surroundings import Surroundings

ROWS_AT_ONCE = 4
"""Rows made in one turn of the event loop, so that two hundred rules hold nothing up."""

ROWS_AT_FIRST = 60
"""More are made when they are asked for: nobody reads them all, and each costs a little more than the one before."""

GIVEN = frozenset({Outcome.GRANTED, Outcome.SUBSTITUTED})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sheet: a heading, or something with a verdict and what is behind it. `details`: tone and words.
    `share`: how near it is, in percent."""

    name: str
    note: str = ""
    pill: str = ""
    state: str = ""
    tone: str = "ink2"
    share: int = 0
    details: tuple[tuple[str, str], ...] = ()
    heading: bool = False


def entries_of(explained: Explained, around: Surroundings) -> Iterator[Entry]:
    """The price first, then each campaign with its rules: given, nearly, not; the facts at the end."""
    i18n = around.i18n
    names = {line.coupon: i18n.text(line.name) for line in explained.price}
    names |= {out.coupon: i18n.text(out.name) for out in explained.left_out if out.name is not None}
    around = replace(around, coupons={**around.coupons, **names})
    if explained.price or explained.left_out:
        yield Entry(translate("Explain", "Price"), heading=True)
    full = has_decimals((line.off for line in explained.price), i18n.currency)
    for line in explained.price:
        yield _priced(line, around, full=full)
    for out in explained.left_out:
        yield _left_out(out, around)
    for campaign, rules in _by_campaign(explained.rules):
        yield Entry(i18n.text(campaign), heading=True)
        for rule in ranked(rules):
            yield _rule(rule, around)
    if explained.facts:
        yield Entry(translate("Explain", "Journal"), heading=True)
        yield Entry(
            translate("Explain", "%n journal entry(s) behind this", None, len(explained.facts)),
            details=tuple(("ink2", _entry(kind, place)) for kind, place in explained.facts),
        )


def lines_in(explained: Explained) -> int:
    """How many entries there are, without the headings."""
    rules = sum(len(rules) for _campaign, rules in _by_campaign(explained.rules))
    return len(explained.price) + len(explained.left_out) + rules + bool(explained.facts)


def _entry(kind: str, place: str) -> str:
    """What was journalled, and its number there; which journal is known: this terminal's."""
    words = translate("Explain", "{what} · journal entry {number}")
    return spaced(words.format(what=kind_word(kind), number=place.rpartition("/")[2]))


def _by_campaign(rules: tuple[RuleExplained, ...]) -> list[tuple[LocalText, tuple[RuleExplained, ...]]]:
    """Campaigns that gave something first, those that are not running last."""
    found: dict[LocalText, list[RuleExplained]] = {}
    for rule in rules:
        part = found.setdefault(rule.campaign, [])
        if rule.rule is not None or all(one.rule is not None for one in part):  # why it is not running, once
            part.append(rule)

    def rank(part: list[RuleExplained]) -> int:
        if any(one.outcome in GIVEN for one in part):
            return 0
        return 2 if all(one.rule is None for one in part) else 1

    return [(campaign, tuple(part)) for campaign, part in sorted(found.items(), key=lambda item: rank(item[1]))]


def _priced(line: AppliedLine, around: Surroundings, *, full: bool) -> Entry:
    i18n = around.i18n
    name = points_name(i18n.text(line.name), line.points, i18n)
    what = i18n.text(line.gift) if line.gift is not None else i18n.money(-line.off, full=full)
    return Entry(name, what, "jade", translate("Explain", "in the price"), "red" if line.gift is None else "jade")


def _left_out(out: LeftOut, around: Surroundings) -> Entry:
    words = refusal_words(out.refusal, around)
    name = around.coupons.get(out.coupon) or translate("Explain", "A coupon")
    return Entry(
        name,
        words.reason,
        "line",
        translate("Explain", "left out"),
        details=(("ink", in_a_sentence(words)), ("ink2", words.next_step)),
    )


def _rule(rule: RuleExplained, around: Surroundings) -> Entry:
    i18n = around.i18n
    given = rule.outcome in GIVEN
    checks = tuple(
        ("jade" if check.ok else "red", f"{'✓' if check.ok else '✗'} {check_words(check, around)}")
        for check in rule.checks
    )
    brought = tuple(("ink", f"+ {line}") for line in reward_lines(rule.rewards, i18n))
    decided = check_words(rule.checks[-1], around) if rule.checks else ""
    near = progress_of(rule)
    state = outcome_word(rule.outcome)
    if near and rule.outcome is Outcome.NOT_MET:
        state = translate("Explain", "nearly")
    return Entry(
        i18n.text(rule.rule) if rule.rule is not None else translate("Explain", "The campaign as a whole"),
        (reward_sentence(rule.rewards, i18n) or decided) if given else decided,
        "gold" if near else OUTCOME_PILL[rule.outcome],
        state,
        "jade" if given else "ink2",
        near,
        (*checks, *brought),
    )


class EntryButton(RowButton):
    """Left and right open and close what is behind it: by itself a button would only pass the focus on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class EntryRow(QWidget):
    """An entry; pressing it shows or hides what is behind it."""

    def __init__(self, ui: Ui, entry: Entry) -> None:
        super().__init__()
        space = ui.theme.space
        self._ui, self.entry = ui, entry
        self._details: Panel | None = None
        lines = column(self, gap=space["xs"])
        self.button = EntryButton(64 if entry.note else 48)
        self.button.setCheckable(bool(entry.details))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = row(self.button, margins=(space["l"], 4, space["m"], 4), gap=space["m"])
        words = column(gap=2)
        words.addStretch(1)
        words.addWidget(ElidedText("strong", "ink", entry.name))
        if entry.note:
            words.addWidget(ElidedText("body", entry.tone, entry.note))
        if entry.share:
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setValue(entry.share)
            words.addWidget(bar)
        words.addStretch(1)
        line.addLayout(words, 1)
        if entry.state:
            line.addWidget(Pill(entry.pill, entry.state))
        self.caret = Text("strong", "ink3")
        held(self.caret, width=16)
        line.addWidget(self.caret)
        self.button.seal()
        self.button.clicked.connect(self._on_clicked)
        self.button.setAccessibleName(aloud(entry.name, entry.state, entry.note))
        lines.addWidget(self.button)
        self._show_caret()

    @property
    def open(self) -> bool:
        """Whether what is behind it is shown."""
        return self._details is not None and not self._details.isHidden()

    def set_open(self, wanted: bool) -> None:
        """Show or hide it."""
        if not self.entry.details or wanted is self.open:
            return
        if self._details is None:
            self._details = self._made()
        self._details.setVisible(wanted)
        self.button.setChecked(wanted)
        self._show_caret()

    def _made(self) -> Panel:
        space = self._ui.theme.space
        panel = Panel(self._ui, "well")
        lines = column(panel, margins=(space["l"], space["m"], space["l"], space["m"]), gap=space["xs"])
        for tone, words in self.entry.details:
            lines.addWidget(Text("body", tone, wrap=True, text=words))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(panel)
        return panel

    def _show_caret(self) -> None:
        self.caret.setText(("▾" if self.open else "▸") if self.entry.details else "")

    def _on_clicked(self) -> None:
        self.set_open(not self.open)
        self.button.setChecked(self.open)


class ExplainSheet(Sheet):
    """Everything that decided, in plain words. `ask` is called on the database thread."""

    wide = True
    on_scan = OnScan.CLOSE

    def __init__(
        self, ui: Ui, tasks: TaskRunner, ask: Callable[[], Explained | Refusal], around: Callable[[], Surroundings]
    ) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._around = around
        self._answer: Explained | Refusal | None = None
        head = row(gap=space["m"])
        self.about = ElidedText("body", "ink2")
        self.voided = Pill("red")
        self.hint = Text("caption", "ink3")
        self.count = Text("caption", "ink2")
        self.count.hide()
        head.addWidget(self.about, 1)
        head.addWidget(self.count)
        head.addWidget(self.voided)
        head.addWidget(self.hint)
        self.body.addLayout(head)
        self._area = ListArea(space["xs"], right=space["s"])
        self._area.prefer(540)
        self.body.addWidget(self._area, 1)
        self.more = Button("", "strong")
        self.more.setObjectName("entries_more")
        self.more.clicked.connect(self._want_more)
        self.more.hide()
        self._area.rows.insertWidget(0, self.more)
        self.rows: list[EntryRow] = []
        self._widgets: list[QWidget] = []
        self._waiting: Iterator[Entry] = iter(())
        self._wanted = ROWS_AT_FIRST
        self._opened: set[int] = set()
        self._at: int | None = 0
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._make_rows)
        self._look = QTimer(self)  # once what was opened has its place
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_focused)
        self.retranslate()
        tasks.run(ask, self._on_answer)

    def start_focus(self) -> QWidget:
        return self.rows[0].button if self.rows else self

    def _on_answer(self, answer: Explained | Refusal) -> None:
        self._answer = answer
        self.retranslate()

    def retranslate(self) -> None:
        answer, i18n, around = self._answer, self.ui.i18n, self._around()
        self.title.setText(translate("Explain", "Why?"))
        self.close_button.say(translate("Sheet", "Close"))
        self.voided.set("red", translate("Explain", "voided"))
        self.voided.setVisible(isinstance(answer, Explained) and answer.voided)
        self.more.say(translate("Explain", "Show more"))
        self.hint.setText(translate("Explain", "↑ ↓ choose, Enter shows everything"))
        self.hint.setVisible(isinstance(answer, Explained))
        if isinstance(answer, Explained):
            when = i18n.when(answer.at, around.now)
            self.about.setText(" · ".join(part for part in (kind_word(answer.kind), when, answer.title) if part))
            self._begin(entries_of(answer, around))
        elif answer is None:
            self.about.setText(translate("Explain", "Looking it up…"))
        else:
            self.about.setText(in_a_sentence(refusal_words(answer, around)))

    # --- rows --------------------------------------------------------------------------------------------------------

    def _begin(self, entries: Iterator[Entry]) -> None:
        """From the first row on; rows that were open open again, and the one with the focus has it again."""
        self._at = max(0, self._focused())
        self._opened = {at for at, one in enumerate(self.rows) if one.open}
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets, self.rows = [], []
        self._waiting = entries
        self.more.hide()
        self._more.start()  # not at once: a switch of the language is not held up by it

    def _make_rows(self) -> None:
        entries = list(islice(self._waiting, ROWS_AT_ONCE))
        for entry in entries:
            self._add(entry)
        going_on = len(entries) == ROWS_AT_ONCE
        if going_on and len(self._widgets) < self._wanted:
            self._more.start()
        self.more.setVisible(going_on and len(self._widgets) >= self._wanted)
        self._show_count()
        if self._at is not None and len(self.rows) > self._at and self.isVisible():
            self.rows[self._at].button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._at = None
            self._look.start()

    def _show_count(self) -> None:
        """How many there are, where not all of them are made."""
        total = lines_in(self._answer) if isinstance(self._answer, Explained) else 0
        words = shown_of(len(self.rows), total, self.ui.i18n, narrow=False) if not self.more.isHidden() else ""
        self.count.setText(words)
        self.count.setVisible(bool(words))

    def _want_more(self) -> None:
        self._wanted += ROWS_AT_FIRST
        self.more.hide()
        self._more.start()

    def _add(self, entry: Entry) -> None:
        widget: QWidget
        if entry.heading:
            widget = Text("strong", "ink2", text=entry.name)
            widget.setContentsMargins(px(4), px(self.ui.theme.space["s"]), 0, 0)
        else:
            widget = line = EntryRow(self.ui, entry)
            line.button.setObjectName(f"entry_{len(self.rows)}")
            line.button.clicked.connect(self._look.start)
            self.rows.append(line)
            if len(self.rows) - 1 in self._opened:
                line.set_open(True)
        self._area.rows.insertWidget(len(self._widgets), widget)
        widget.show()  # by itself the layout would show it only later, and give it no room until then
        self._widgets.append(widget)

    # --- keys --------------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        at = self._focused()
        if at < 0 or event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        self.rows[at].set_open(event.key() == Qt.Key.Key_Right)
        self._look.start()
        return True

    def enter(self) -> None:
        at = self._focused()
        if at >= 0:  # it is open, or Enter would have pressed it
            self.rows[at].set_open(False)
            self._look.start()

    def step(self, event: QKeyEvent) -> bool:
        key, at = event.key(), self._focused()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_PageUp: -6,
            Qt.Key.Key_End: len(self.rows),
            Qt.Key.Key_Home: -len(self.rows),
        }
        if key not in steps or not self.rows:
            return False
        self._focus(at + steps[Qt.Key(key)] if at >= 0 else 0)
        return True

    def _look_at_focused(self) -> None:
        at = self._focused()
        if at >= 0:
            self._area.ensureWidgetVisible(self.rows[at])

    def _focused(self) -> int:
        return next((at for at, one in enumerate(self.rows) if one.button.hasFocus()), -1)

    def _focus(self, at: int) -> None:
        if at >= len(self.rows) and self.more.isVisible():
            self._want_more()
        line = self.rows[max(0, min(len(self.rows) - 1, at))]
        line.button.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(line)
