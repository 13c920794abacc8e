"""Nobody is here: the campaigns that run invite, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.selfservice.outcomes import Poster
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.customer.posters import Slide, days_words, slides
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.shell.actions import ENTER
from kiosk.ui.stations.selfservice.art import Art
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.languages import LANGUAGE_WORDS
from kiosk.ui.stations.selfservice.parts import Sides, button
from kiosk.ui.widgets.basics import Button, Text, column, restyle, row
from kiosk.ui.words.documents.campaign_rules import frame_of

HELD_MS = 3000
"""A hand on the store's name for so long is somebody of the store, who wants to leave this station."""
MOST_OFFERS = 6
FEW_OFFERS = 4


class Dots(QWidget):
    """Which of the campaigns is shown."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui, self._count, self._at = ui, 0, 0
        held(self, height=20)

    def show_place(self, at: int, count: int) -> None:
        """The `at`th of `count`."""
        self._at, self._count = at, count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._count < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side, gap = px(14), px(14)
        for at in range(self._count):
            painter.setBrush(self._ui.theme.colour("jade" if at == self._at else "line"))
            painter.drawEllipse(QRectF(at * (side + gap), (self.height() - side) / 2, side, side))


class AttractScreen(Screen):
    """A campaign's picture, name, days and gifts; its rules one tap away. Touching it begins."""

    name = "attract"
    bars = False

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        edge = self.ui.theme.size["s_edge"]
        self._at = 0
        self._sides = Sides(0, stretch=(6, 5))
        column(self).addWidget(self._sides)
        art = column(self._sides.first)
        self.art = Art(self.ui)
        art.addWidget(self.art)
        told = column(self.art, margins=(edge, edge, edge, edge), gap=12)
        self.store = Text("s_strong", "on_jade")
        self.title = Text("s_head", "on_jade", wrap=True)
        self.days = Text("s_lead", "on_jade", wrap=True)
        self.summary = Text("s_body", "on_jade", wrap=True)
        told.addWidget(self.store)
        told.addStretch(1)
        told.addWidget(self.title)
        told.addWidget(self.days)
        told.addWidget(self.summary)
        below = column(self._sides.second, margins=(edge, 32, edge, 40), gap=16)
        self.gifts = Text("s_lead")
        below.addWidget(self.gifts)
        self.offers = [Text("s_body", wrap=True) for _ in range(MOST_OFFERS)]
        for offer in self.offers:
            below.addWidget(offer)
        below.addStretch(1)
        line = row(gap=16)
        self.dots = Dots(self.ui)
        self.rules = button("s_pill", "attract_rules", self._on_rules, "s_strong")
        line.addWidget(self.dots, 1)
        line.addWidget(self.rules)
        below.addLayout(line)
        self.begin = button("s_primary", "attract_begin", flow.start, "s_lead")
        held(self.begin, least_height=120)
        below.addWidget(self.begin)
        languages = row(gap=16)
        self.languages: dict[str, Button] = {}
        for language in LANGUAGES:
            made = button("s_pill", f"attract_{language}", partial(self._begin_in, language), "s_strong")
            made.say(LANGUAGE_WORDS[language])
            self.languages[language] = made
            languages.addWidget(made, 1)
        below.addLayout(languages)
        self._turn = QTimer(self)
        self._turn.setInterval(flow.settings.slide_s * 1000)
        self._turn.timeout.connect(self._on_turn)
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HELD_MS)
        self._held.timeout.connect(flow.shell.exit_wanted)
        self.retranslate()

    @property
    def poster(self) -> Poster | None:
        """The campaign that is shown."""
        return self._slides()[self._at % len(self._slides())][0]

    def _slides(self) -> list[Slide]:
        """Each campaign with each of its pictures, or without where it has none; then those of no campaign."""
        return slides(self.flow.posters, self.flow.pictures or ())

    def shown(self) -> None:
        self._turn.start()
        if self.flow.pictures is None:
            self.ask(self.flow.settings.pictures, self._on_pictures)

    def _on_pictures(self, pictures: Sequence[tuple[str, QImage]]) -> None:
        self.flow.pictures = pictures
        if pictures:
            self.retranslate()

    def rest(self, resting: bool) -> None:
        """The store is closed: nothing moves."""
        self.art.rest(resting)
        if resting:
            self._turn.stop()
        else:
            self._turn.start()

    def renew(self) -> None:
        """HQ said something else about campaigns."""
        self.retranslate()

    def _on_turn(self) -> None:
        count = len(self._slides())
        if count > 1:
            self._at = (self._at + 1) % count
            self.retranslate()

    def _begin_in(self, language: str) -> None:
        self.ui.i18n.set_language(language)
        self.flow.start()

    def _on_rules(self) -> None:
        from kiosk.ui.stations.selfservice.rules import RulesScreen

        poster = self.poster
        if poster is not None:
            self.flow.begin_at(lambda: RulesScreen(self.flow, poster))

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)
        for at, offer in enumerate(self.offers):
            offer.setVisible(bool(offer.text()) and (portrait or at < FEW_OFFERS))

    def retranslate(self) -> None:
        i18n, poster = self.ui.i18n, self.poster
        terminal = self.flow.terminal
        name = i18n.text(terminal.brand.name) if terminal is not None and terminal.brand is not None else ""
        store = i18n.text(terminal.store_name) if terminal is not None else ""
        self.store.setText(" · ".join(part for part in (name, store) if part))
        self.rules.say(translate("SelfService", "Rules"))
        self.rules.setVisible(poster is not None)
        self.begin.say(translate("SelfService", "Touch to begin"))
        all_of_them = self._slides()
        self.dots.show_place(self._at % len(all_of_them), len(all_of_them))
        self.art.show_picture(all_of_them[self._at % len(all_of_them)][1])
        if poster is None:
            self.art.show_season(frame_of(None))
            self.title.setText(translate("SelfService", "Welcome"))
            self.days.setText("")
            self.summary.setText(translate("SelfService", "Your points, coupons and gifts: have a look."))
            offers = [
                translate("SelfService", "Check in every day"),
                translate("SelfService", "See your points and coupons"),
                translate("SelfService", "Invite your friends"),
            ]
        else:
            self.art.show_season(frame_of(poster.theme))
            self.title.setText(i18n.text(poster.name))
            self.days.setText(days_words(poster, i18n))
            self.summary.setText(i18n.text(poster.summary))
            offers = [i18n.text(offer) for offer in poster.offers]
        self.gifts.setText(translate("SelfService", "What there is for you"))
        for at, offer in enumerate(self.offers):
            offer.setText(f"✓  {offers[at]}" if at < len(offers) else "")
            offer.setVisible(bool(offer.text()))
        if self.parentWidget() is not None:
            self.arrange(self.height() > self.width())
            self._fit_title()

    def _fit_title(self) -> None:
        """The largest letters in which the name stands on one line; a long one on two."""
        theme, language = self.ui.theme, self.ui.i18n.language
        room = self.art.width() - 2 * px(theme.size["s_edge"])
        for style in ("s_figure", "s_head", "s_title"):
            if QFontMetrics(theme.font(language, style)).horizontalAdvance(self.title.text()) <= room:
                break
        restyle(self.title, type=style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.flow.start()
        else:
            event.ignore()

    # --- touched -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = self.store.mapTo(self, self.store.rect().bottomLeft()).y()
        if event.position().y() <= top:
            self._held.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stopped = self._held.isActive()
        self._held.stop()
        top = self.store.mapTo(self, self.store.rect().bottomLeft()).y()
        if event.position().y() > top or stopped:
            self.flow.start()

    def retire(self) -> None:
        super().retire()
        self._turn.stop()
        self._held.stop()
