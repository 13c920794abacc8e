"""The newcomer's age, a guardian's relation, the birthday, the consents."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent

from kiosk.domain.registration.policy import ConsentText
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import px
from kiosk.ui.stations.selfservice.flow import Screen
from kiosk.ui.stations.selfservice.parts import Box, Grid, button
from kiosk.ui.stations.selfservice.registering import Registering
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import Button, Text, column, row
from kiosk.ui.words.registration import purpose_words

LEAP_YEAR = 2000
"""Of birthdays only month and day are known: every one of them is."""
MOTHER, FATHER, OTHER = "mother", "father", "other"


class Choice(Screen):
    """A question of the registration whose answers are buttons."""

    def __init__(self, way: Registering) -> None:
        self.way = way
        super().__init__(way.flow)
        self.lines = column(self, gap=24)

    def heading(self) -> str:
        return translate("SelfService", "Become a member")


class AgeScreen(Choice):
    """Old enough to decide for oneself?"""

    name = "new_age"

    def __init__(self, way: Registering) -> None:
        super().__init__(way)
        self.question = Text("s_title", wrap=True)
        self.adult = button("s_primary", "age_adult", partial(self._choose, False), "s_lead")
        self.child = button("s_second", "age_child", partial(self._choose, True), "s_lead")
        self.lines.addStretch(1)
        for part in (self.question, self.adult, self.child):
            self.lines.addWidget(part)
        self.lines.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        age = self.way.desk.guardian_below
        self.question.setText(translate("SelfService", "How old are you?"))
        self.adult.say(spaced(translate("SelfService", "%n or older", None, age)))
        self.child.say(spaced(translate("SelfService", "younger than %n", None, age)))

    def _choose(self, child: bool) -> None:
        self.way.draft.child = child
        self.way.on_from(self.name)


class RelationScreen(Choice):
    """Who is the guardian to the child?"""

    name = "new_relation"

    def __init__(self, way: Registering) -> None:
        super().__init__(way)
        self.question = Text("s_title", wrap=True)
        self.lines.addStretch(1)
        self.lines.addWidget(self.question)
        self.buttons: dict[str, Button] = {}
        for relation in (MOTHER, FATHER, OTHER):
            made = button("s_second", f"relation_{relation}", partial(self._choose, relation), "s_lead")
            self.buttons[relation] = made
            self.lines.addWidget(made)
        self.lines.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        self.question.setText(translate("SelfService", "The parent or guardian is the child’s"))
        self.buttons[MOTHER].say(translate("SelfService", "mother"))
        self.buttons[FATHER].say(translate("SelfService", "father"))
        self.buttons[OTHER].say(translate("SelfService", "guardian"))

    def _choose(self, relation: str) -> None:
        self.way.draft.relation = self.buttons[relation].words()
        self.way.on_from(self.name)


class BirthdayScreen(Choice):
    """Month, then day; no year."""

    name = "new_birthday"

    def __init__(self, way: Registering) -> None:
        super().__init__(way)
        self._month, self._portrait = 0, False
        self.question = Text("s_lead", wrap=True)
        self.months, self.days = Grid(16), Grid(12)
        self.month_buttons = [self._made(f"month_{at}", partial(self._choose_month, at)) for at in range(1, 13)]
        self.day_buttons = [self._made(f"bday_{at}", partial(self._choose_day, at)) for at in range(1, 32)]
        self.skip = button("s_second", "birthday_skip", self._skip)
        self.lines.addWidget(self.question)
        self.lines.addWidget(self.months)
        self.lines.addWidget(self.days)
        self.lines.addStretch(1)
        self.lines.addWidget(self.skip)
        self.retranslate()

    def _made(self, name: str, pressed: Callable[[], None]) -> Button:
        made = button("s_second", name, pressed, "s_lead")
        made.setParent(self)  # so that it goes with the page, also where it is in no grid yet
        made.hide()  # until a grid shows it
        return made

    def arrange(self, portrait: bool) -> None:
        self._portrait = portrait
        months = self._across(self.month_buttons, 3 if portrait else 6, 16)
        while len(self.month_buttons) % months:
            months -= 1
        self.months.fill(self.month_buttons if not self._month else [], months, 16)
        self.months.setVisible(not self._month)
        self.days.setVisible(bool(self._month))
        last = monthrange(LEAP_YEAR, self._month)[1] if self._month else 0
        self.days.fill(self.day_buttons[:last], self._across(self.day_buttons, 6 if portrait else 11, 12), 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self._portrait)  # how wide the words are is known only now that it stands in its window

    def _across(self, buttons: list[Button], most: int, gap: int) -> int:
        """How many of them have room beside each other and beside a high page’s keys; at most `most`."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, Scroll):
            around = around.parentWidget()
        keys = px(16) + around.up.sizeHint().width() if around is not None else 0
        room = self.window().width() - 2 * px(self.ui.theme.size["s_edge"]) - keys
        wide = max(one.sizeHint().width() for one in buttons)
        return max(1, min(most, (room + px(gap)) // (wide + px(gap))))

    def retranslate(self) -> None:
        self.question.setText(
            translate("SelfService", "Your birthday, if you like: which day?")
            if self._month
            else translate("SelfService", "Your birthday, if you like: which month?")
        )
        locale = QLocale(self.ui.i18n.language)
        for at, made in enumerate(self.month_buttons, 1):
            made.say(spaced(locale.standaloneMonthName(at, QLocale.FormatType.ShortFormat)))
        for at, made in enumerate(self.day_buttons, 1):
            made.say(str(at))
        self.skip.say(translate("SelfService", "Leave it out"))
        self.arrange(self._portrait)  # words of another language are as wide as they are

    def _choose_month(self, month: int) -> None:
        self._month = month
        self.retranslate()

    def _choose_day(self, day: int) -> None:
        self.way.draft.birthday = f"{self._month:02d}-{day:02d}"
        self.way.on_from(self.name)

    def _skip(self) -> None:
        self.way.draft.birthday = None
        self.way.on_from(self.name)


class ConsentBox(Box):
    """One consent: what for, all of its words, yes and no."""

    def __init__(self, screen: ConsentsScreen, consent: ConsentText) -> None:
        super().__init__(gap=16)
        self.consent, self._screen = consent, screen
        self.title = Text("s_lead", wrap=True)
        self.text = Text("s_body", wrap=True)
        answers = row(gap=16)
        purpose = consent.purpose
        self.yes = button("s_second", f"agree_{purpose}", partial(screen.answer, purpose, True))
        self.no = button("s_second", f"refuse_{purpose}", partial(screen.answer, purpose, False))
        for part in (self.yes, self.no):
            part.setCheckable(True)
            answers.addWidget(part, 1)
        self.lines.addWidget(self.title)
        self.lines.addWidget(self.text)
        self.lines.addLayout(answers)

    def say(self) -> None:
        """Its words, and what was answered."""
        i18n, given = self._screen.ui.i18n, self._screen.way.draft.consents.get(self.consent.purpose)
        needed, free = translate("SelfService", "needed"), translate("SelfService", "as you like")
        self.title.setText(f"{purpose_words(self.consent.purpose)} · {needed if self.consent.required else free}")
        self.text.setText(i18n.text(self.consent.text))
        self.yes.say(translate("SelfService", "I agree"))
        self.no.say(translate("SelfService", "I do not agree"))
        self.yes.setChecked(given is True)
        self.no.setChecked(given is False)


class ConsentsScreen(Choice):
    """Each by itself, none answered beforehand."""

    name = "new_consents"

    def __init__(self, way: Registering) -> None:
        super().__init__(way)
        self.list = Scroll(self.ui)
        self.boxes = [ConsentBox(self, consent) for consent in way.desk.consents]
        self.list.fill([*self.boxes])
        self.why = Text("s_body", "red", wrap=True)
        self.go = button("s_primary", "consents_go", self._go)
        self.lines.addWidget(self.list, 1)
        self.lines.addWidget(self.why)
        self.lines.addWidget(self.go)
        self.retranslate()

    def answer(self, purpose: str, given: bool) -> None:
        """What they said to one of them."""
        self.way.draft.consents[purpose] = given
        self.retranslate()

    def retranslate(self) -> None:
        for box in self.boxes:
            box.say()
        said = self.way.draft.consents
        refused = any(one.required and said.get(one.purpose) is False for one in self.way.desk.consents)
        self.why.setText(
            translate("SelfService", "Without this consent nobody can be a member: we may not keep your phone number.")
        )
        self.why.setVisible(refused)
        self.go.say(translate("SelfService", "Go on"))
        self.go.setEnabled(not refused and all(one.purpose in said for one in self.way.desk.consents))

    def _go(self) -> None:
        self.way.on_from(self.name)
