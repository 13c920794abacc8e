"""How the sheet for a new member looks: fields left; right what is read aloud, keys, or who they are already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.application.members.outcomes import MemberView
from kiosk.application.registration.outcomes import KnownHere, Referrer, RegistrationDesk
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.names import LONGEST_NAME, NameProblem, NameRead
from kiosk.domain.registration.phones import PhoneProblem, PhoneRead
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.i18n import LANGUAGE_NAMES, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.newcomer_draft import Draft
from kiosk.ui.stations.checkout.newcomer_parts import Answer, ConsentCard
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Panel, Text, clear, column, row
from kiosk.ui.widgets.letter_pad import LetterPad
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.registration import how_words, name_problem_words, phone_problem_words
from kiosk.ui.words.surroundings import Surroundings

_SIDE, _KEYS = 400, 480
"""Design pixels of the right-hand side: for what is asked, and for ten keys beside each other."""


class NewcomerView(Sheet):
    """Shows a draft and what is known of it; `newcomer_sheet.py` does what is pressed."""

    wide = True
    on_scan = OnScan.TAKE

    def __init__(self, ui: Ui, draft: Draft, at_till: MemberView | None, around: Callable[[], Surroundings]) -> None:
        """`at_till`: the member of the open sale, who may be who recommends."""
        super().__init__(ui)
        self._draft, self._at_till, self._around = draft, at_till, around
        self._desk: RegistrationDesk | None = None
        self._phone = PhoneRead()
        self._name = NameRead()
        self._known: tuple[KnownHere, ...] = ()
        self._asked_phone = ""
        self._refusal: Refusal | None = None
        self._missing = ""
        self._busy = False
        self._looking = False
        self._cards: list[ConsentCard] = []
        space = ui.theme.space
        sides = row(gap=space["xl"])
        self._left = ListArea(space["s"], right=space["s"])
        self._left.prefer(480)
        self.referrer = AskedField(ui, "new_referrer", longest=200)
        self.phone = AskedField(ui, "new_phone", longest=80, digits=True)
        self.code = AskedField(ui, "new_code", longest=12, digits=True)
        self.name = AskedField(ui, "new_name", longest=2 * LONGEST_NAME)
        self.birthday = AskedField(ui, "new_birthday", longest=16)
        self.email = AskedField(ui, "new_email", longest=254)
        self.guardian = AskedField(ui, "new_guardian", longest=2 * LONGEST_NAME)
        self.guardian_phone = AskedField(ui, "new_guardian_phone", longest=80, digits=True)
        self.fields = (
            self.referrer, self.phone, self.code, self.name, self.birthday, self.email, self.guardian,
            self.guardian_phone,
        )  # fmt: skip
        holder = QWidget()
        lines = column(holder, gap=space["s"])
        for parts in (
            (self.referrer,),
            (self.phone, self.code),
            (self.name,),
            (self.guardian, self.guardian_phone),
            (self.birthday, self.email),
        ):
            line = row(gap=space["m"])
            for part in parts:
                line.addWidget(part, 1)
            lines.addLayout(line)
        self._left.rows.insertWidget(0, holder)
        sides.addWidget(self._left, 1)
        self._right = QWidget()
        held(self._right, width=_SIDE)
        right = column(self._right, gap=space["s"])
        self.pad = LetterPad(ui)
        self.pad.hide()
        right.addWidget(self.pad)
        self._known_card = Panel(ui, "say")
        words = column(self._known_card, margins=(space["l"], space["l"], space["l"], space["l"]), gap=space["xs"])
        self.known_title = Text("lead", wrap=True)
        self.known_name = ElidedText("figure")
        self.known_about = Text("body", "ink2", wrap=True)
        for said in (self.known_title, self.known_name, self.known_about):
            words.addWidget(said)
        right.addWidget(self._known_card)
        self._asking = QWidget()
        asking = column(self._asking, gap=space["s"])
        spoken = row(gap=space["xs"])
        self.read_in = Text("caption_strong", "ink2", wrap=True)
        spoken.addWidget(self.read_in, 1)
        self.languages: dict[str, Button] = {}
        for language in LANGUAGES:
            chip = Button("chip", "caption_strong")
            chip.setObjectName(f"new_language_{language}")
            chip.setCheckable(True)
            chip.say(LANGUAGE_NAMES[language])
            self.languages[language] = chip
            spoken.addWidget(chip)
        asking.addLayout(spoken)
        self._consents = ListArea(space["s"], right=space["s"])
        self._consents.prefer(430)
        asking.addWidget(self._consents, 1)
        right.addWidget(self._asking, 1)
        right.addStretch(0)
        sides.addWidget(self._right)
        self.body.addLayout(sides, 1)
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        foot = row(gap=space["m"])
        self.again = Button("plain", "strong", key="F8")
        self.again.setObjectName("new_again")
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("new_go")
        self.keys = Button("", "strong", rank="action")
        self.keys.setObjectName("new_keys")
        self.keys.setProperty("shared_keys", True)
        self.keys.setCheckable(True)
        held(self.keys, least_width=96)
        foot.addWidget(self.again)
        foot.addWidget(self.keys)
        foot.addWidget(self.go, 1)
        self.body.addLayout(foot)

    def start_focus(self) -> QWidget:
        return self.phone.field

    @property
    def referrer_found(self) -> Referrer | None:
        """Who recommends, as far as it was said."""
        return self._draft.referrer

    @property
    def _language(self) -> str:
        """What is read to them, and written to them later."""
        return self._draft.language or self.ui.i18n.language

    # --- consents ----------------------------------------------------------------------------------------------------

    def _show_desk(self, desk: RegistrationDesk) -> None:
        """What is asked, in which words."""
        self._desk = desk
        clear(self._consents.rows)
        self._cards = []
        for at, consent in enumerate(desk.consents):
            card = ConsentCard(self.ui, consent, desk.guardian_below if _tells_age(desk, at) else 0)
            card.read_in(self._draft.language)
            self._cards.append(card)
            self._consents.rows.addWidget(card)
        self._consents.rows.addStretch(1)
        for card in self._cards:
            card.show()
        self.retranslate()

    def _see_focused(self) -> None:
        """What is typed into, or answered, is in sight; the rest from its beginning, as in a sheet just opened."""
        focused = self.focusWidget()
        for area in (self._left, self._consents):
            area.verticalScrollBar().setValue(0)
            if focused is not None and area.isAncestorOf(focused):
                area.ensureWidgetVisible(focused)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self._see_focused)  # once the words of the other language are laid out

    def _chips(self) -> Sequence[Answer]:
        return [chip for card in self._cards for chip in card.chips]

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        draft, desk = self._draft, self._desk
        paper = draft.form is not None
        form = draft.form
        self.title.setText(
            spaced(translate("Newcomer", "Form {number}").format(number=form.number))
            if form is not None
            else translate("Newcomer", "New member")
        )
        self.close_button.say(translate("Sheet", "Close"))
        self.referrer.say(translate("Newcomer", "Recommended by"), translate("Newcomer", "Scan, or phone, card number"))
        self.phone.say(translate("Newcomer", "Mobile number"), "")
        self.code.say(translate("Newcomer", "Code"), "")
        self.name.say(translate("Newcomer", "Name"), "")
        self.birthday.say(translate("Newcomer", "Birthday (optional)"), "1214")
        self.email.say(translate("Newcomer", "E-mail (optional)"), "")
        self.guardian.say(translate("Newcomer", "Guardian’s name"), "")
        self.guardian_phone.say(translate("Newcomer", "Guardian’s phone"), "")
        self.read_in.setText(translate("Newcomer", "Read it to them, or show it"))
        for language, chip in self.languages.items():
            chip.setChecked(language == self._language)
        self.code.setVisible(draft.code is not None)
        self.guardian.setVisible(draft.child)
        self.guardian_phone.setVisible(draft.child)
        self.birthday.setVisible(desk is None or desk.ask_birthday)
        self.email.setVisible((desk is None or desk.ask_email) and not draft.child)
        self.keys.say(translate("Keypad", "Keys"))
        self.keys.setAccessibleName(translate("Keypad", "Keys on the screen"))
        self.again.say(translate("Newcomer", "Clear"))
        self.again.setEnabled(not draft.empty and not self._busy)
        self._mean()
        self._show_right()
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.go.say(self._main_words(paper))
        self.go.setEnabled(not self._busy)

    def _main_words(self, paper: bool) -> str:
        if self._busy:
            return translate("Newcomer", "Recording…")
        if self._known:
            return translate("Newcomer", "Take them into the sale")
        return translate("Newcomer", "Register this form") if paper else translate("Newcomer", "Register")

    def _mean(self) -> None:
        """What was typed, as it is understood."""
        draft = self._draft
        found = draft.referrer
        if found is not None:
            self.referrer.mean(spaced(f"{found.masked_name} · {how_words(found.how)}"), "jade")
            self.referrer.offer(translate("Newcomer", "Remove"))
        elif self._looking:
            self.referrer.mean(translate("Newcomer", "Looking…"))
            self.referrer.offer("")
        else:
            self.referrer.mean("")
            who = self._at_till
            offered = who is not None and who.known and not self.referrer.text()
            words = translate("Newcomer", "{name} at the till").format(name=who.masked_name if who else "")
            self.referrer.offer(spaced(words) if offered else "")
        if self._phone.e164:
            self.phone.mean(self._phone.shown if draft.code is None else "", "jade")
        elif self._phone.problem is not None and self._asked_phone and not self.phone.focused:
            self.phone.mean(phone_problem_words(self._phone.problem), "red")
        else:
            self.phone.mean("")
        can_send = self._desk is not None and self._desk.codes and self._phone.mobile and not self._known
        self.phone.offer(
            translate("Newcomer", "Send code  F4") if can_send and draft.code is None and draft.form is None else ""
        )
        self.code.offer(translate("Newcomer", "Skip"))
        problem = self._name.problem
        if problem is not None and self.name.text() and not self.name.focused:
            self.name.mean(name_problem_words(problem), "red")
        else:
            self.name.mean("")

    def _show_right(self) -> None:
        pad = self.keys.isChecked()
        self.pad.setVisible(pad)
        held(self._right, width=_KEYS if pad else _SIDE)
        known = bool(self._known) and not pad
        self._known_card.setVisible(known)
        self._asking.setVisible(not pad and not known)
        if self._known:
            one = self._known[0]
            place = self._around().stores.get(one.home, "")
            self.known_title.setText(translate("Newcomer", "A member already"))
            self.known_name.setText(one.masked_name)
            self.known_about.setText(" · ".join(filter(None, (one.masked_phone, place))))
        for card in self._cards:
            card.show_answer(self._draft.answers.get(card.consent.purpose), child=self._draft.child)

    def _problem(self) -> str:
        if self._refusal is not None:
            return in_full(refusal_words(self._refusal, self._around()))
        return {
            "phone": phone_problem_words(self._phone.problem or PhoneProblem.EMPTY),
            "name": name_problem_words(self._name.problem or NameProblem.EMPTY),
            "consent": translate("Newcomer", "Ask, and say what they answered: 1 agrees, the last number does not."),
            "guardian": translate("Newcomer", "Who is younger needs a guardian: their name and phone, please."),
            "code": translate("Newcomer", "Key in the six digits that they received, or skip the code."),
        }.get(self._missing, "")


def _tells_age(desk: RegistrationDesk, at: int) -> bool:
    """The first consent without which there is no membership is the one that says how old they are."""
    needed = [number for number, one in enumerate(desk.consents) if one.required] or [0]
    return at == needed[0]
