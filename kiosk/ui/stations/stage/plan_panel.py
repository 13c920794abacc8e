"""A new draw among a list of one's own: what is drawn, who takes part, what the room sees, where chance comes from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from kiosk.application.draws.stage_outcomes import DrawPlan, Entrant, StageView
from kiosk.domain.draws.stage import AT_HQ, WITNESS
from kiosk.domain.draws.stage_facts import Shown
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.stage.parts import Field, Lines
from kiosk.ui.stations.stage.settings import ListRead
from kiosk.ui.stations.stage.typed import people_of, prizes_of
from kiosk.ui.stations.stage.words import shown_word
from kiosk.ui.widgets.basics import Button, Panel, Text, column, row
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.words.refused_stage import holder_word

ALTERNATES = (0, 1, 3, 5, 10, 20)
MINUTES = (1, 5, 15, 30, 60)
LONG_LIST, FROZEN_A_SECOND = 100_000, 20_000
"""People above whom it is said beforehand how long it takes, and how many are frozen in a second (docs/figures.md)."""


class PlanPanel(Panel):
    """The form.

    Signals:
        frozen(DrawPlan, people): freeze this.
        file_chosen(Path): read that list.
        envelope_wanted(int): make the content of the first or second envelope here.
    """

    frozen = Signal(object, object)
    file_chosen = Signal(object)
    envelope_wanted = Signal(int)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        self._read: ListRead | None = None
        self._corrects: StageView | None = None
        self._file = ""
        lines = column(self, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=space["m"])
        head = row(gap=space["m"])
        self.title = Text("title")
        self.counted = Text("body", "ink2", wrap=True)
        self.counted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.browse = Button("", "strong", key="F3")
        self.browse.setObjectName("plan_browse")
        self.browse.clicked.connect(self.choose_file)
        head.addWidget(self.title)
        head.addWidget(self.counted, 1)
        head.addWidget(self.browse)
        lines.addLayout(head)
        heads = row(gap=space["m"])
        self.occasion, self.name = Field(ui, "plan_event", 60), Field(ui, "plan_title", 60)
        heads.addWidget(self.occasion, 1)
        heads.addWidget(self.name, 1)
        lines.addLayout(heads)
        texts = row(gap=space["m"])
        self.prizes = Lines(ui, "plan_prizes", 96)
        self.people = Lines(ui, "plan_people", 96)
        texts.addWidget(self.prizes, 1)
        texts.addWidget(self.people, 1)
        lines.addLayout(texts, 1)
        self.shown = Choice(ui, "plan_shown", self._shown_label, tuple(Shown), shown_word, Shown.MASKED)
        self.alternates = Choice(ui, "plan_alternates", self._alternates_label, ALTERNATES, str, 3)
        self.source = Choice(ui, "plan_source", self._source_label, (True, False), _source_word, value=True)
        self.publish = Choice(ui, "plan_publish", self._publish_label, MINUTES, _minutes_word, 5)
        self.rehearsal = Choice(
            ui, "plan_rehearsal", self._rehearsal_label, (False, True), _rehearsal_word, value=False
        )
        self.choices = (self.shown, self.alternates, self.source, self.publish, self.rehearsal)
        for pair in ((self.shown, self.alternates), (self.source, self.publish)):
            line = row(gap=space["m"])
            for choice in pair:
                line.addWidget(choice, 1)
            lines.addLayout(line)
        self.seals = row(gap=space["m"])
        self.make = (Button("", "strong"), Button("", "strong"))
        self.commitments = (
            Field(ui, "plan_commitment_0", 100, self.make[0]),
            Field(ui, "plan_commitment_1", 100, self.make[1]),
        )
        for at in (0, 1):
            self.make[at].setObjectName(f"plan_seal_{at}")
            self.seals.addWidget(self.commitments[at], 1)
        self.make[0].clicked.connect(self._want_first)
        self.make[1].clicked.connect(self._want_second)
        lines.addLayout(self.seals)
        last = row(gap=space["m"])
        last.addWidget(self.rehearsal, 1)
        self.go = Button("primary", "action", rank="action")
        self.go.setObjectName("plan_freeze")
        self.go.clicked.connect(self._on_go)
        last.addWidget(self.go, 1)
        lines.addLayout(last)
        for part in (self.prizes, self.people):
            part.edited.connect(self._count)
        for choice in self.choices:
            choice.tells.changed.connect(self._on_choice)
        self.retranslate()

    def clear(self) -> None:
        """A blank form."""
        for field in (self.occasion, self.name, *self.commitments):
            field.field.clear()
        self.prizes.field.clear()
        self.people.field.clear()
        self._read, self._file = None, ""
        self._count()

    def correct(self, view: StageView | None) -> None:
        """The form is for a list that takes a void one's place, or (None) for a new draw. People have to be right this
        time: they are those of the form, if it was filled in here, or come anew."""
        self._corrects = view
        if view is not None and self.name.text() != view.title:
            self.occasion.field.setText(view.event)
            self.name.field.setText(view.title)
            self.prizes.field.setPlainText("\n".join(f"{prize.name} {prize.count}" for prize in view.prizes))
        if view is not None:
            self.rehearsal.value, self.shown.value = view.rehearsal, view.shown
            self.source.value = view.by_beacon or view.rehearsal
        self.retranslate()

    def plan(self) -> DrawPlan:
        """What the form says."""
        sealed = not self.source.value and not self.rehearsal.value
        first, second = (field.text() for field in self.commitments)
        return DrawPlan(
            title=self.name.text(),
            event=self.occasion.text(),
            prizes=prizes_of(self.prizes.text()),
            alternates=self.alternates.value,
            shown=self.shown.value,
            beacon=self.source.value,
            commitments=(first, second) if sealed else None,
            rehearsal=self.rehearsal.value,
            publish_s=self.publish.value * 60,
        )

    def entrants(self) -> tuple[Entrant, ...]:
        """Who takes part: those of the file and those written down."""
        return (*(self._read.people if self._read is not None else ()), *people_of(self.people.text()))

    def show_list(self, file: Path, read: ListRead) -> None:
        """What a file holds."""
        self._read, self._file = read, file.name
        self._count()

    def show_commitment(self, at: int, commitment: str) -> None:
        """Of an envelope that was made here."""
        self.commitments[at].field.setText(commitment)

    @Slot()
    def choose_file(self) -> None:
        """Look for a file; nothing waits for it."""
        dialog = QFileDialog(self, translate("StageDesk", "List of people"))
        dialog.setNameFilter("*.xlsx *.xls *.ods *.csv *.txt")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self.file_chosen.emit(Path(name))

    @Slot()
    def _want_first(self) -> None:
        self.envelope_wanted.emit(0)

    @Slot()
    def _want_second(self) -> None:
        self.envelope_wanted.emit(1)

    @Slot()
    def _on_go(self) -> None:
        self.frozen.emit(self.plan(), self.entrants())

    @Slot()
    def _on_choice(self) -> None:
        sealed = not self.source.value and not self.rehearsal.value
        for part in (*self.commitments, *self.make):
            part.setVisible(sealed)
        self.publish.setVisible(not self.rehearsal.value)

    @Slot()
    def _count(self) -> None:
        prizes, written, number = prizes_of(self.prizes.text()), people_of(self.people.text()), self.ui.i18n.number
        read = self._read or ListRead()
        people = len(read.people) + len(written)
        said = spaced(
            translate("StageDesk", "{people} people with {tickets} tickets, {prizes} prizes.").format(
                people=number(people),
                tickets=number(read.tickets + sum(one.tickets for one in written)),
                prizes=number(sum(prize.count for prize in prizes)),
            )
        )
        if people > LONG_LIST:
            takes = translate("StageDesk", "Freezing takes about %n second(s).", None, -(-people // FROZEN_A_SECOND))
            said = f"{said} {takes}"
        if self._read is not None and self._read.trouble:
            said = spaced(translate("StageDesk", "{file} holds no list that can be read.").format(file=self._file))
        elif self._read is not None:
            left = translate("StageDesk", "{file}: %n row(s) left out.", None, self._read.left_out)
            said = f"{spaced(left.format(file=self._file))} {said}"
        self.counted.setText(said)

    def retranslate(self) -> None:
        corrects = self._corrects is not None
        self.title.setText(
            translate("StageDesk", "The corrected list") if corrects else translate("StageDesk", "A new draw")
        )
        self.rehearsal.setEnabled(not corrects)
        self.occasion.say(translate("StageDesk", "Event"))
        self.name.say(translate("StageDesk", "Title of the draw"))
        self.prizes.say(
            translate("StageDesk", "Prizes in the order drawn, one a line"), translate("StageDesk", "Speaker 2")
        )
        self.people.say(
            translate("StageDesk", "People, one a line; or a file"), translate("StageDesk", "Name, tickets")
        )
        self.browse.say(translate("StageDesk", "List from a file"))
        self.go.say(translate("StageDesk", "Freeze the list"))
        for at, holder in enumerate((holder_word(AT_HQ), holder_word(WITNESS))):
            words = translate("StageDesk", "Commitment of the envelope of {name}").format(name=holder)
            self.commitments[at].say(spaced(words), translate("StageDesk", "64 digits"))
            self.make[at].say(translate("StageDesk", "Make one"))
        for choice in self.choices:
            choice.retranslate()
        self._on_choice()
        self._count()

    def _shown_label(self) -> str:
        return translate("StageDesk", "The room sees")

    def _alternates_label(self) -> str:
        return translate("StageDesk", "Alternates")

    def _source_label(self) -> str:
        return translate("StageDesk", "Chance")

    def _publish_label(self) -> str:
        return translate("StageDesk", "Published within")

    def _rehearsal_label(self) -> str:
        return translate("StageDesk", "Kind")


def _source_word(beacon: bool) -> str:
    return translate("StageDesk", "Public beacon") if beacon else translate("StageDesk", "Dice and envelopes")


def _minutes_word(minutes: int) -> str:
    return translate("StageDesk", "%n minute(s)", None, minutes)


def _rehearsal_word(rehearsal: bool) -> str:
    return translate("StageDesk", "Rehearsal") if rehearsal else translate("StageDesk", "The real draw")
