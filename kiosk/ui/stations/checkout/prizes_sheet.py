"""Prizes that somebody has to get: the list left, the chosen one right, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.domain.draws.claim_facts import How
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import about, aloud, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Panel, Pill, RowButton, Text, column, row
from kiosk.ui.words.prizes import (
    ended_words,
    last_day_words,
    standing_tone,
    standing_word,
    tax_words,
    until_words,
    worth_words,
)
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

MOST_ROWS = 60


class PrizeRow(RowButton):
    """One prize of the list."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(62)
        space = ui.theme.space
        self._ui = ui
        self.setCheckable(True)
        line = row(self, margins=(space["l"], 4, space["m"], 4), gap=space["m"])
        words = column(gap=2)
        self.title = ElidedText("strong")
        self.note = ElidedText("caption", "ink2")
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addStretch(1)
        line.addLayout(words, 1)
        self.state = Pill("gold")
        line.addWidget(self.state)
        self.seal()

    def show_claim(self, claim: ClaimView) -> None:
        """Show it, in the language in use."""
        i18n = self._ui.i18n
        self.setObjectName(f"prize_{claim.id}")
        self.title.setText(i18n.text(claim.name))
        self.title.set_tone("ink3" if claim.over else "ink")
        self.note.setText(" · ".join(filter(None, (claim.member_name, last_day_words(claim, i18n)))))
        self.state.set(standing_tone(claim), standing_word(claim))
        self.setAccessibleName(aloud(self.title.text(), self.note.text(), self.state.text()))


class PrizesSheet(Sheet):
    """Of one member, or all that are due at this store.

    Signals:
        print_wanted(ClaimView): the note to sign.
        send_wanted(ClaimView): where it is to be sent.
        sign_wanted(ClaimView): the winner signs on the screen.
        done(ClaimView): a prize was handed over, declined, or a document looked at.
        refused(Refusal), faulted(Exception): it was not.
    """

    wide = True
    print_wanted = Signal(object)
    send_wanted = Signal(object)
    sign_wanted = Signal(object)
    done = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        actor: Staff,
        around: Callable[[], Surroundings],
        *,
        member: str = "",
        named: str = "",
        claim: str = "",
        receipt: bool = False,
        prints: bool = True,
    ) -> None:
        """`member`, `named`: whose prizes, and their masked name; "": everybody's. `claim`: chosen to begin with;
        `receipt`: its slip's code was scanned and holds. `prints`: there is a printer for notes."""
        super().__init__(ui)
        self._api, self._tasks, self._actor, self._around = api, tasks, actor, around
        self._member, self._named, self._wanted, self._receipt, self._prints = member, named, claim, receipt, prints
        self._claims: tuple[ClaimView, ...] = ()
        self._at = 0
        self._loaded = self._asked = False
        self._refusal: Refusal | None = None
        self.rows: list[PrizeRow] = []
        space = ui.theme.space
        sides = row(gap=space["l"])
        self._area = ListArea(space["xs"], right=space["s"])
        self._area.prefer(460)
        self.none = Text("body", "ink2", wrap=True)
        self._area.rows.insertWidget(0, self.none)
        sides.addWidget(self._area, 5)
        self.pane = Panel(ui, "card")
        inside = column(self.pane, margins=(space["l"], space["l"], space["l"], space["l"]), gap=space["s"])
        self.state = Pill("gold")
        self.prize = Text("lead", wrap=True)
        self.won = Text("body", "ink2", wrap=True)
        self.worth = Text("strong", wrap=True)
        self.tax = Text("body", "warn", wrap=True)
        self.where = Text("strong", "warn", wrap=True)
        self.problem = Text("strong", "red", wrap=True)
        head = row(gap=space["s"])
        head.addWidget(self.state)
        head.addStretch(1)
        inside.addLayout(head)
        for part in (self.prize, self.won, self.worth, self.tax, self.where, self.problem):
            inside.addWidget(part)
        inside.addStretch(1)
        self.document = self._button("prize_document", "F4", self._on_document)
        self.abroad = Button("chip", "caption_strong")
        self.abroad.setObjectName("prize_abroad")
        self.abroad.setCheckable(True)
        self.abroad.clicked.connect(self._on_abroad)
        held(self.abroad, least_height=44)
        self.note = self._button("prize_note", "F6", self._on_note)
        self.sign = self._button("prize_sign_on_screen", "F5", self._on_sign)
        self.send = self._button("prize_send", "F7", self._on_send)
        self.decline = self._button("prize_decline", "F8", self._on_decline)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("prize_hand_over")
        self.go.clicked.connect(self.enter)
        inside.addWidget(self.abroad)
        inside.addWidget(self.document)
        inside.addWidget(self.send)
        pair = row(gap=space["s"])
        pair.addWidget(self.note, 1)
        pair.addWidget(self.decline, 1)
        inside.addLayout(pair)
        inside.addWidget(self.sign)
        inside.addWidget(self.go)
        sides.addWidget(self.pane, 4)
        self.body.addLayout(sides, 1)
        self.retranslate()
        self.load()

    def _button(self, name: str, key: str, on_click: Callable[[], None]) -> Button:
        button = Button("", "strong", key=key, rank="large")
        button.setObjectName(name)
        button.clicked.connect(on_click)
        return button

    def start_focus(self) -> QWidget:
        return self.rows[self._at] if self._at < len(self.rows) else self

    @property
    def claim(self) -> ClaimView | None:
        """The chosen one."""
        return self._claims[self._at] if self._at < len(self._claims) else None

    # --- what there is -----------------------------------------------------------------------------------------------

    def load(self) -> None:
        """As it stands now."""
        work = partial(self._api.claims_of, self._member) if self._member else self._api.claims_due
        self._tasks.run(work, self._on_claims, self._on_fault)

    def _on_claims(self, claims: tuple[ClaimView, ...]) -> None:
        chosen = self.claim.id if self.claim is not None else self._wanted
        self._claims, self._loaded = claims[:MOST_ROWS], True
        ids = [one.id for one in self._claims]
        self._at = ids.index(chosen) if chosen in ids else 0
        self.retranslate()
        if self.isVisible():
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, at: int) -> None:
        self._at, self._asked, self._refusal = at, False, None
        self._show_chosen()

    def step(self, event: QKeyEvent) -> bool:
        moved = super().step(event)
        focused = self.focusWidget()
        if isinstance(focused, PrizeRow) and focused in self.rows:
            self._choose(self.rows.index(focused))
        return moved

    # --- what is shown -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        if self._named:
            self.title.setText(spaced(translate("Prizes", "{name}: prizes").format(name=self._named)))
        else:
            self.title.setText(translate("Prizes", "Prizes to hand over"))
        self.close_button.say(translate("Sheet", "Close"))
        while len(self.rows) < len(self._claims):
            line = PrizeRow(self.ui)
            line.clicked.connect(partial(self._choose, len(self.rows)))
            self._area.rows.insertWidget(len(self.rows) + 1, line)
            self.rows.append(line)
        for at, line in enumerate(self.rows):
            line.setVisible(at < len(self._claims))
            if at < len(self._claims):
                line.show_claim(self._claims[at])
        self.none.setText(
            translate("Prizes", "Nothing to hand over. A prize comes here when somebody wins it.")
            if self._loaded
            else translate("Prizes", "Looking it up…")
        )
        self.none.setVisible(not self._claims)
        self._show_chosen()

    def _show_chosen(self) -> None:
        claim, i18n, now = self.claim, self.ui.i18n, self._around().now
        self.pane.setVisible(claim is not None)
        if claim is None:
            return
        for at, line in enumerate(self.rows):
            line.setChecked(at == self._at)
        self.state.set(standing_tone(claim), standing_word(claim))
        self.prize.setText(spaced(i18n.text(claim.name)))
        source = " · ".join(dict.fromkeys(filter(None, (i18n.text(claim.campaign), i18n.text(claim.source)))))
        self.won.setText(
            spaced(" · ".join(filter(None, (claim.member_name, source, i18n.when(claim.since, now)))))
            + "\n"
            + (ended_words(claim, i18n, now) if claim.over else until_words(claim, i18n, now))
        )
        worth = worth_words(claim, i18n)
        self.worth.setText(spaced(translate("Prizes", "Worth {money}").format(money=worth)) if worth else "")
        self.worth.setVisible(bool(worth))
        self.tax.setText(tax_words(claim, i18n))
        self.tax.setVisible(bool(self.tax.text()) and not claim.over)
        self.where.setText(
            spaced(translate("Prizes", "Handed over at {terminal} only.").format(terminal=claim.elsewhere))
            if claim.elsewhere
            else ""
        )
        self.where.setVisible(bool(claim.elsewhere) and not claim.over)
        self.problem.setVisible(self._refusal is not None)
        if self._refusal is not None:
            self.problem.setText(in_a_sentence(refusal_words(self._refusal, self._around())))
        here = not claim.over and not claim.late and not claim.elsewhere
        possible = here and not claim.sent
        needs = possible and claim.identity
        self.document.setVisible(needs and not claim.checked)
        self.document.say(translate("Prizes", "I have seen a document"))
        self.abroad.setVisible(needs and claim.jurisdiction == "TW")
        self.abroad.say(translate("Prizes", "Lives abroad (20 % are withheld)"))
        self.abroad.setChecked(not claim.resident)
        self.send.setVisible(here and (claim.checked or not claim.identity))
        self.send.say(translate("Prizes", "Another address") if claim.sent else translate("Prizes", "Send it to them"))
        self.note.say(translate("Prizes", "Print note"))
        self.note.setVisible(not claim.late and not claim.sent)
        self.note.setEnabled(self._prints)
        self.decline.setVisible(possible)
        self.decline.say(
            translate("Prizes", "Really? Press again") if self._asked else translate("Prizes", "Does not want it")
        )
        self.sign.setVisible(possible and not self._by_receipt(claim) and (claim.checked or not claim.identity))
        self.sign.say(translate("Prizes", "Signs on the screen"))
        self.go.setVisible(possible)
        self.go.setEnabled(not needs or claim.checked)
        self.go.say(
            translate("Prizes", "Hand over: slip scanned")
            if self._by_receipt(claim)
            else translate("Prizes", "Handed over, signed")
        )
        self.pane.setAccessibleName(about(self.prize.text(), self.state.text()))

    def _by_receipt(self, claim: ClaimView) -> bool:
        return self._receipt and claim.id == self._wanted

    # --- what is done ------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        claim = self.claim
        if claim is None or not self.go.isVisible() or not self.go.isEnabled():
            return
        how = How.RECEIPT if self._by_receipt(claim) else How.PAPER
        self._work(partial(self._api.hand_over, claim.id, how, self._actor))

    def _on_document(self) -> None:
        self._check(resident=not self.abroad.isChecked())

    def _on_abroad(self) -> None:
        claim = self.claim
        if claim is not None and claim.checked:
            self._check(resident=not self.abroad.isChecked())

    def _check(self, *, resident: bool) -> None:
        claim = self.claim
        if claim is not None and self.abroad.isVisible() | self.document.isVisible():
            self._work(partial(self._api.check_identity, claim.id, self._actor, resident=resident))

    def _on_note(self) -> None:
        if self.claim is not None:
            self.print_wanted.emit(self.claim)

    def _on_sign(self) -> None:
        if self.claim is not None:
            self.sign_wanted.emit(self.claim)

    def _on_send(self) -> None:
        if self.claim is not None:
            self.send_wanted.emit(self.claim)

    def _on_decline(self) -> None:
        claim = self.claim
        if claim is None:
            return
        if not self._asked:
            self._asked = True
            self._show_chosen()
            return
        self._asked = False
        self._work(partial(self._api.decline, claim.id, self._actor))

    def _work(self, work: Callable[[], ClaimView | Refusal]) -> None:
        self._refusal = None
        self._tasks.ask_hq(work, self._on_done, self._on_fault)

    def _on_done(self, answer: ClaimView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refusal = answer
            self._show_chosen()
            self.refused.emit(answer)
            return
        self.done.emit(answer)
        self.load()

    def _on_fault(self, fault: Exception) -> None:
        self.faulted.emit(fault)

    def own_key(self, event: QKeyEvent) -> bool:
        keys: dict[int, Button] = {
            Qt.Key.Key_F4: self.document,
            Qt.Key.Key_F5: self.sign,
            Qt.Key.Key_F6: self.note,
            Qt.Key.Key_F7: self.send,
            Qt.Key.Key_F8: self.decline,
        }
        button = keys.get(event.key())
        if button is None:
            return False
        if button.isVisible() and button.isEnabled():
            button.click()
        return True
