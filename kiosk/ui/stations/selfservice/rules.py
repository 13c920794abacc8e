"""The rules of a campaign, as its poster on the wall has them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.selfservice.outcomes import Poster
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.documents.rules_poster import WRITTEN, Item, RulesPoster
from kiosk.domain.texts import LocalText
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import Box
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import Text, column
from kiosk.ui.words.documents.campaign_rules import poster_of
from kiosk.ui.words.documents.draws import rules_poster_words


class RulesScreen(Screen):
    """All items, one below the other."""

    name = "rules"

    def __init__(self, flow: Flow, poster: Poster) -> None:
        super().__init__(flow)
        self._poster = poster
        self._rules: RulesPoster | None = None
        lines = column(self)
        self.list = Scroll(self.ui)
        lines.addWidget(self.list)

    def heading(self) -> str:
        return translate("SelfService", "Rules")

    def shown(self) -> None:
        campaign, terminal = self._poster.rules, self.flow.terminal
        store = terminal.store_name if terminal is not None else campaign.organiser.name
        self.ask(partial(_made, campaign, store, self.flow.settings.fingerprint), self._on_rules)

    def _on_rules(self, rules: RulesPoster) -> None:
        self._rules = rules
        self.retranslate()

    def retranslate(self) -> None:
        if self._rules is not None:
            name = Text("s_title", wrap=True, text=self.ui.i18n.text(self._poster.name))
            items = said(self._rules, self.ui.i18n.language)
            self.list.fill([name, *(_section(title, text) for title, text in items)])


def _made(campaign: Campaign, store: LocalText, fingerprint: Callable[[Campaign], str]) -> RulesPoster:
    return poster_of(campaign, store, fingerprint(campaign))


def said(rules: RulesPoster, language: str) -> list[tuple[str, str]]:
    """Heading and text of every item that these rules say, in the poster's order."""
    words = rules_poster_words(language, rules.currency)
    found = []
    for item in Item:
        text = ""
        if item is Item.PERIOD:
            text = f"{words.when(rules.starts, rules.zone)} – {words.last_minute(rules.ends, rules.zone)}"
        elif item is Item.PRIZES:
            text = "\n".join(_prizes(rules, language))
        elif item in WRITTEN and item in rules.texts:
            text = rules.texts[item].get(language)
        elif item is Item.ORGANISER:
            text = rules.organiser.get(language)
        elif item is Item.CONTACT:
            text = rules.contact
        elif item is Item.LICENCE:
            text = rules.licence
        elif item is Item.VERSION:
            version = words.say(words.version, version=str(rules.version))
            text = f"{version} · {words.fingerprint} {rules.fingerprint}" if rules.fingerprint else version
        if text.strip():
            found.append((words.items[item], text.strip()))
    return found


def _prizes(rules: RulesPoster, language: str) -> list[str]:
    words = rules_poster_words(language, rules.currency)
    lines = []
    for prize in rules.prizes:
        parts = [prize.grade.get(language) if prize.grade else "", prize.name.get(language)]
        if prize.value:
            parts.append(words.money(prize.value, rules.currency))
        if prize.count:
            parts.append(f"× {words.count(prize.count)}")
        if prize.odds is not None:
            parts.append(prize.odds.get(language))
        lines.append(" · ".join(part for part in parts if part))
    return lines


def _section(title: str, text: str) -> QWidget:
    box = Box(gap=8)
    box.lines.addWidget(Text("s_strong", "jade", wrap=True, text=title))
    box.lines.addWidget(Text("s_body", wrap=True, text=text))
    return box
