"""Why did I (not) get this: what happened last, and what the rules made of it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.campaigns.outcomes import RuleExplained
from kiosk.application.sales.outcomes import Explained
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.refusals import Refusal
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.words.campaigns import kind_word, outcome_word, ranked
from kiosk.ui.words.checks import check_words
from kiosk.ui.words.rewards import reward_sentence

_GIVEN = (Outcome.GRANTED, Outcome.SUBSTITUTED)


class WhyScreen(ListScreen):
    """What happened last; each leads to its rules."""

    name = "why"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._found: tuple[Explained, ...] | None = None
        self.waiting()

    def heading(self) -> str:
        return translate("SelfService", "Why?")

    def shown(self) -> None:
        visit = self.flow.session.visit
        if visit is not None:
            self.ask(partial(self.flow.api.why, visit), self._on_found)

    def _on_found(self, answer: tuple[Explained, ...] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.flow.say(refused(self.flow, answer))
            return
        self._found = answer
        self.retranslate()

    def retranslate(self) -> None:
        if self._found is None:
            return
        self.say_above(translate("SelfService", "Touch what you would like to know more about."))
        self.put(self._lines(self._found), none=translate("SelfService", "Nothing has happened here yet."))

    def _lines(self, found: tuple[Explained, ...]) -> Iterator[QWidget]:
        i18n, now = self.ui.i18n, self.flow.around().now
        for at, one in enumerate(found):
            line = Line(f"why_{at}", partial(self._open, one))
            rewards = [reward for rule in one.rules if rule.outcome in _GIVEN for reward in rule.rewards]
            brought = reward_sentence(rewards, i18n) or translate("SelfService", "nothing this time")
            line.say(spaced(f"{kind_word(one.kind)} · {i18n.when(one.at, now)}"), spaced(brought))
            yield line

    def _open(self, one: Explained) -> None:
        self.flow.go(lambda: ReasonsScreen(self.flow, one))


class ReasonsScreen(ListScreen):
    """One happening: every rule with what decided."""

    name = "reasons"

    def __init__(self, flow: Flow, explained: Explained) -> None:
        super().__init__(flow)
        self._explained = explained
        self.retranslate()

    def heading(self) -> str:
        return kind_word(self._explained.kind)

    def retranslate(self) -> None:
        one = self._explained
        self.say_above(spaced(self.ui.i18n.when(one.at, self.flow.around().now)))
        self.put(self._lines(ranked(one.rules)), none=translate("SelfService", "No campaign looked at it."))

    def _lines(self, rules: list[RuleExplained]) -> Iterator[QWidget]:
        for at, rule in enumerate(rules):
            line = Line(f"reason_{at}")
            given = rule.outcome in _GIVEN
            line.say(
                self.ui.i18n.text(rule.rule or rule.campaign),
                spaced(self._note(rule)),
                outcome_word(rule.outcome),
                tone="jade" if given else "ink2",
            )
            yield line

    def _note(self, rule: RuleExplained) -> str:
        if rule.outcome in _GIVEN:
            return reward_sentence(rule.rewards, self.ui.i18n)
        return check_words(rule.checks[-1], self.flow.around()) if rule.checks else ""
