"""A greeting card that goes with a gift (M21): the customer's words, a photo if they want one, a frame of the season;
as it will look on paper, before it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from kiosk.domain.documents.blocks import Document, Frame
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.greeting_card import GreetingCard, lay_out
from kiosk.domain.documents.paper import CARD, MM_PER_INCH
from kiosk.domain.texts import LocalText
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held, spaced_out
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import Button, Panel, Text, column, row
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.words.documents.events import greeting_card_words

LONGEST_NAME, LONGEST_MESSAGE = 40, 160
_PREVIEW = 384
"""Design pixels of the card's width on the screen."""
_NOTHING_YET = "…"
"""Stands on the card on the screen until something is written."""
_FRAMES = (Frame.PLAIN, Frame.SPRING, Frame.MID_AUTUMN, Frame.LOVERS, Frame.WINTER, Frame.BIRTHDAY)


def frame_word(frame: Frame) -> str:
    """The name of a frame."""
    return {
        Frame.NONE: translate("Card", "No frame"),
        Frame.PLAIN: translate("Card", "Plain"),
        Frame.SPRING: translate("Card", "Spring Festival"),
        Frame.MID_AUTUMN: translate("Card", "Mid-Autumn"),
        Frame.LOVERS: translate("Card", "For two"),
        Frame.WINTER: translate("Card", "Winter"),
        Frame.BIRTHDAY: translate("Card", "Birthday"),
    }[frame]


class GreetingCardSheet(Sheet):
    """Fields left, the card right. The photo is in memory only, and gone with the sheet.

    Signals:
        photo_wanted(): take one; it comes by `take_photo`.
        print_wanted(Document), phone_wanted(Document): the card, as it was shown, on paper or on their phone.
    """

    photo_wanted = Signal()
    print_wanted = Signal(object)
    phone_wanted = Signal(object)
    wide = True

    def __init__(
        self,
        ui: Ui,
        occasion: LocalText | None,
        brand: Brand | None,
        refused: Callable[[str], str | None],
        *,
        camera: bool,
        phones: bool,
        currency: str,
    ) -> None:
        """`occasion`: the campaign's name, for the card's headline. `refused`: the first word of a text that the chain
        does not print. `camera`: there is one. `phones`: a phone can open it."""
        super().__init__(ui)
        self._brand, self._refused, self._occasion, self._currency = brand, refused, occasion, currency
        self._card = GreetingCard(_NOTHING_YET, occasion=occasion)
        space = ui.theme.space
        self.to = TypedField(ui, "card_to", longest=LONGEST_NAME)
        self.message = TypedField(ui, "card_message", longest=LONGEST_MESSAGE)
        self.signed = TypedField(ui, "card_sender", longest=LONGEST_NAME)
        self._fields = (self.to, self.message, self.signed)
        both = row(gap=space["xl"])
        left = column(gap=space["s"])
        for field in self._fields:
            field.edited.connect(self._on_edited)
            field.pad_shown.connect(self._on_pad)
            left.addWidget(field)
        self._below = QWidget()
        below = column(self._below, gap=space["s"])
        self._frames: dict[Frame, Button] = {}
        chips = QGridLayout()
        spaced_out(chips, (0, 0, 0, 0), space["s"])
        for at, frame in enumerate(_FRAMES):
            chip = Button("chip", "caption_strong")
            chip.setObjectName(f"card_frame_{frame.value}")
            chip.setCheckable(True)
            chip.setChecked(frame is self._card.frame)
            chip.clicked.connect(self._on_frame)
            held(chip, least_height=44)
            self._frames[frame] = chip
            chips.addWidget(chip, at // 2, at % 2)
        below.addLayout(chips)
        self.headline = self._chip("card_headline", self._on_headline)
        self.headline.setChecked(occasion is not None)
        self.consent = self._chip("card_consent", self._on_consent)
        self.photo = self._chip("card_photo", self._on_photo)
        self.photo.setCheckable(False)
        self.about_photo = Text("caption", "ink2", wrap=True)
        for part in (self.headline, self.consent, self.photo, self.about_photo):
            below.addWidget(part)
        self._camera = camera
        left.addWidget(self._below)
        left.addStretch(1)
        both.addLayout(left, 1)
        right = column(gap=space["m"])
        self.preview = QLabel()
        self.preview.setObjectName("card_preview")
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        held(self.preview, width=_PREVIEW, height=round(_PREVIEW * (CARD.height or 0) / CARD.width))
        self.problem = Text("strong", "red", wrap=True)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("card_print")
        self.go.clicked.connect(self._print)
        paper = Panel(ui, "paper")
        column(paper, margins=(1, 1, 1, 1)).addWidget(self.preview)
        right.addWidget(paper)
        right.addWidget(self.problem)
        right.addStretch(1)
        self.phone = Button("", "strong", rank="large")
        self.phone.setObjectName("card_phone")
        self.phone.clicked.connect(self._to_phone)
        right.addWidget(self.phone)
        right.addWidget(self.go)
        both.addLayout(right)
        self.body.addLayout(both)
        self.phone.setVisible(phones)  # only now: by itself it would be a window of its own
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self._show)
        self.retranslate()

    def _chip(self, name: str, on_click: Callable[[], None]) -> Button:
        chip = Button("chip", "caption_strong")
        chip.setObjectName(name)
        chip.setCheckable(True)
        chip.clicked.connect(on_click)
        held(chip, least_height=44)
        return chip

    def start_focus(self) -> QWidget:
        return self.to.field

    @property
    def card(self) -> GreetingCard:
        """As it stands now."""
        return self._card

    # --- what it is made of ------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._card = replace(
            self._card, to=self.to.text(), message=self.message.text() or _NOTHING_YET, sender=self.signed.text()
        )
        self._say_state()
        self._later.start()

    def _on_frame(self) -> None:
        chosen = next(frame for frame, chip in self._frames.items() if chip is self.sender())
        for frame, chip in self._frames.items():
            chip.setChecked(frame is chosen)
        self._card = replace(self._card, frame=chosen)
        self._show()

    def _on_headline(self) -> None:
        self._card = replace(self._card, occasion=self._occasion if self.headline.isChecked() else None)
        self._show()

    def _on_consent(self) -> None:
        if not self.consent.isChecked():
            self._card = replace(self._card, photo=b"")
        self._say_state()
        self._show()

    def _on_photo(self) -> None:
        if self._card.photo:
            self._card = replace(self._card, photo=b"")
            self._say_state()
            self._show()
        else:
            self.photo_wanted.emit()

    @Slot(bytes)
    def take_photo(self, photo: bytes) -> None:
        """A photo (JPEG), which nobody keeps but this sheet."""
        if self.consent.isChecked():
            self._card = replace(self._card, photo=photo)
            self._say_state()
            self._show()

    def show_frame(self, image: QImage) -> None:
        """What the camera sees: shown in the card's place while a photo is about to be taken."""
        if self.consent.isChecked() and not self._card.photo:
            self._put(image)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def document(self) -> Document:
        """The card as it is printed, in the language of the screen."""
        language = self.ui.i18n.language
        return lay_out(self._card, greeting_card_words(language, self._currency), self._brand)

    def _show(self) -> None:
        from kiosk.ui.documents.painting import picture

        dpi = self.preview.width() * self.devicePixelRatioF() / CARD.width * MM_PER_INCH
        self._put(picture(self.document(), CARD, dpi))

    def _put(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        fitted = QPixmap.fromImage(image).scaled(
            self.preview.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self.preview.setPixmap(fitted)

    def _on_pad(self, shown: bool) -> None:
        """One field has its keys open at a time, and what stands below them makes room."""
        if shown:
            for field in self._fields:
                if not field.field.hasFocus():
                    field.close_pad()
        self._below.setVisible(not any(field.keys.isChecked() for field in self._fields))

    def _say_state(self) -> None:
        word = next(filter(None, map(self._refused, (self._card.message, self._card.to, self._card.sender))), None)
        self.problem.setText(
            spaced(
                translate("Card", "“{word}” is not printed on cards here. Please write it another way.").format(
                    word=word
                )
            )
            if word
            else ""
        )
        self.problem.setVisible(word is not None)
        self.go.setEnabled(bool(self.message.text()) and word is None)
        self.phone.setEnabled(self.go.isEnabled())
        self.consent.setVisible(self._camera)
        self.photo.setVisible(self._camera and self.consent.isChecked())
        self.about_photo.setVisible(self._camera)
        self.photo.say(
            translate("Card", "Without the photo") if self._card.photo else translate("Card", "Take the photo")
        )
        self.headline.setVisible(self._occasion is not None)

    def enter(self) -> None:
        self._print()

    def _print(self) -> None:
        if self.go.isEnabled():
            self.print_wanted.emit(self.document())
            self.close_sheet()

    def _to_phone(self) -> None:
        document = self.document()
        self.close_sheet()
        self.phone_wanted.emit(document)

    def retheme(self) -> None:
        self._show()

    def retranslate(self) -> None:
        self.title.setText(translate("Card", "Greeting card"))
        self.close_button.say(translate("Sheet", "Close"))
        self.to.ask(translate("Card", "For whom"))
        self.message.ask(translate("Card", "Message"))
        self.signed.ask(translate("Card", "From whom"))
        for frame, chip in self._frames.items():
            chip.say(frame_word(frame))
        self.headline.say(translate("Card", "The campaign’s name on it"))
        self.consent.say(translate("Card", "A photo, as they agree"))
        self.about_photo.setText(translate("Card", "The photo is deleted once the card is printed."))
        self.go.say(translate("Card", "Print the card"))
        self.phone.say(translate("Card", "To their phone"))
        self._say_state()
        self._show()
