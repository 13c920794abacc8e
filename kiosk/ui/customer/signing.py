"""Signing on the customer's own screen: a field for finger or pen, what for above it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import Ui
from kiosk.ui.customer.parts import Area, Part
from kiosk.ui.customer.views import Signing
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.widgets.painted import Ground, Words
from kiosk.ui.widgets.sign_field import SignField

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class SignStage(QObject):
    """Keeps the field in its place while somebody is to sign, and away from the screen else.

    Signals:
        signed(list): all strokes so far, after each of them.
    """

    signed = Signal(object)

    def __init__(self, ui: Ui, screen: QWidget) -> None:
        super().__init__(screen)
        self._ui, self._screen = ui, screen
        self.field: SignField | None = None
        screen.installEventFilter(self)

    def show_signing(self, signing: Signing | None) -> None:
        """Ask for a signature, an empty field each time; None: no more, and what was drawn is gone from here."""
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        if signing is not None:
            self.field = SignField(self._ui, 0)
            self.field.setObjectName("customer_sign")
            self.field.setParent(self._screen)
            self.field.setAccessibleName(translate("Prizes", "Field to sign in"))
            self.field.edited.connect(self._on_edited)
            self.field.show()
            self._place()

    def _on_edited(self) -> None:
        if self.field is not None:
            self.signed.emit([list(stroke) for stroke in self.field.strokes])

    def _place(self) -> None:
        if self.field is not None:
            self.field.setGeometry(field_place(Area(self._screen.width(), self._screen.height())).toRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._screen and event.type() == QEvent.Type.Resize:
            self._place()
        return False


def field_place(frame: Area) -> QRectF:
    """Where one signs: low, where a hand reaches; as a signature is kept, three tenths as high as it is wide."""
    inner, unit = frame.inner, frame.unit
    bottom = inner.bottom() - unit * 10
    high = min(inner.width() * 0.3, bottom - inner.center().y())
    return QRectF(inner.left(), bottom - high, inner.width(), high)


def signing_parts(view: Signing, frame: Area, i18n: I18n) -> Iterator[Part]:
    """What stands around the field."""
    unit, inner, field = frame.unit, frame.inner, field_place(frame)
    yield Ground(frame.whole, "bg")
    title = translate("Prizes", "Please sign here")
    yield Words(title, frame.row(inner.top(), unit * 13), unit * 10, "jade", bold=True, align=_CENTRE)
    words = translate("Prizes", "{name} has received: {prize}")
    text = spaced(words.format(name=view.member, prize=i18n.text(view.prize)))
    upper = inner.top() + unit * 15
    place = QRectF(inner.left(), upper, inner.width(), field.top() - upper - unit * 2)
    yield Words(text, place, unit * 6, wrap=True, align=_CENTRE)
    note = translate("Prizes", "The signature is kept with the prize, and is erased with the member’s data.")
    below = QRectF(inner.left(), field.bottom() + unit, inner.width(), inner.bottom() - field.bottom() - unit)
    yield Words(note, below, unit * 3.2, "ink2", wrap=True, align=_CENTRE)
