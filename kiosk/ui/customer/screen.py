"""The customer's side of the checkout: what is to be paid, what is saved, what it brings; a poster when nobody is
served.

It has sizes of its own, from its own height: the clerk's window and its scale have nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.ui.context import Ui
from kiosk.ui.customer.draws import DrawStage, drawing_parts
from kiosk.ui.customer.parts import Area, Part, inside, strip
from kiosk.ui.customer.posters import BackdropPainter, Slide, Turns, backdrop_of, slide_parts
from kiosk.ui.customer.signing import SignStage, signing_parts
from kiosk.ui.customer.views import Charging, CustomerView, Drawing, Finished, MemberCode, Serving, Signing
from kiosk.ui.i18n import has_decimals, spaced, translate
from kiosk.ui.widgets.painted import Ground, PlainBrush, Symbol, Words
from kiosk.ui.widgets.qr_view import Modules, modules_of
from kiosk.ui.words.codes import customer_word
from kiosk.ui.words.points import points_short
from kiosk.ui.words.rewards import combined, joined, points_name, reward_word
from kiosk.ui.words.vouchers import voucher_words

FORGET_MS = 45_000
"""A sale that is made stays so long, if nobody else is served: whoever comes next need not read it."""

_DARK, _LIGHT = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_SMALLEST = 0.028
"""Of the shorter side: smaller letters cannot be read across a counter."""


class CustomerScreen(QWidget):
    """What stands on the customer's screen. Nothing on it can be pressed; there may be a field to sign in.

    Signals:
        signed(list): strokes of whoever signs, all so far.
    """

    signed = Signal(object)

    def __init__(self, ui: Ui, *, forget_ms: int = FORGET_MS) -> None:
        super().__init__()
        self.turns = Turns(self)
        self.turns.changed.connect(self._on_turn)
        self._backdrops = BackdropPainter()
        self._ui = ui
        self._view: CustomerView = None
        self._symbol: tuple[str, Modules] | None = None
        self._terminal: TerminalInfo | None = None
        self._stage = DrawStage(ui, self)
        self._signing = SignStage(ui, self)
        self._signing.signed.connect(self.signed)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(forget_ms)
        self._forget.timeout.connect(self._on_forget)
        ui.theme_changed.connect(self.update)
        ui.i18n.changed.connect(self._on_language)
        self._on_language()

    @Slot(object)
    def show_view(self, view: CustomerView) -> None:
        """Another view; None: nobody is served."""
        if view == self._view:
            return
        self._view, self._symbol = view, None
        self._stage.show_drawing(view if isinstance(view, Drawing) else None)
        self._signing.show_signing(view if isinstance(view, Signing) else None)
        if isinstance(view, Finished | MemberCode):
            self._forget.start()
        else:
            self._forget.stop()
        self._go_on()
        self.update()

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Whose store it is, and which campaign runs."""
        self._terminal = terminal
        self.update()

    @property
    def view(self) -> CustomerView:
        """What is shown."""
        return self._view

    @property
    def _slide(self) -> Slide | None:
        """The one that is to be seen; None: a customer is served, or there is none."""
        return self.turns.slide if self._view is None and self.turns.slide != (None, None) else None

    def _go_on(self) -> None:
        self.turns.go_on(self._view is None and self.isVisible())
        if self._view is not None:
            self._backdrops.forget()

    @Slot()
    def _on_turn(self) -> None:
        if self._view is None:
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._go_on()

    @Slot()
    def _on_forget(self) -> None:
        self.show_view(None)

    @Slot()
    def _on_language(self) -> None:
        self.setWindowTitle(translate("Customer", "For the customer"))
        self.setAccessibleName(self.windowTitle())
        self.update()

    # --- what stands where -------------------------------------------------------------------------------------------

    def parts(self) -> list[Part]:
        """Everything that is painted, in this order, at the present size."""
        frame = Area(self.width(), self.height())
        if isinstance(self._view, Serving):
            return [*self._serving(self._view, frame)]
        if isinstance(self._view, Finished):
            return [*self._finished(self._view, frame)]
        if isinstance(self._view, MemberCode):
            return [*self._code(self._view, frame)]
        if isinstance(self._view, Drawing):
            return [*drawing_parts(self._view, frame, self._ui.i18n)]
        if isinstance(self._view, Charging):
            return [*self._charging(self._view, frame)]
        if isinstance(self._view, Signing):
            return [*signing_parts(self._view, frame, self._ui.i18n)]
        if self._slide is not None:
            return [*slide_parts(self._slide, self._store, frame, self._ui)]
        return [*self._poster(frame)]

    @property
    def _store(self) -> str:
        return self._ui.i18n.text(self._terminal.store_name) if self._terminal is not None else ""

    def _poster(self, frame: Area) -> Iterator[Part]:
        terminal, i18n, unit = self._terminal, self._ui.i18n, frame.unit
        yield Ground(frame.whole, "jade")
        for across, down, wide in ((0.04, 0.9, 70), (0.97, 0.05, 95)):
            side = unit * wide
            left, upper = frame.whole.width() * across - side / 2, frame.whole.height() * down - side / 2
            yield Ground(QRectF(left, upper, side, side), "on_jade", side / 2, 22)
        if terminal is None:
            return
        headline = i18n.text(terminal.campaign) if terminal.campaign else translate("Customer", "Welcome")
        middle = frame.inner.height() * 0.5
        top = frame.inner.top() + frame.inner.height() * 0.2
        yield Words(self._store, frame.row(frame.inner.top(), unit * 7), unit * 4.5, "on_jade", align=_CENTRE)
        yield Words(headline, frame.row(top, middle), unit * 13, "on_jade", bold=True, wrap=True, align=_CENTRE)
        below = top + middle
        if terminal.campaign and terminal.day and terminal.days:
            day = translate("Customer", "Day {day} of {days}").format(day=terminal.day, days=terminal.days)
            yield Words(day, frame.row(below, unit * 7), unit * 4.5, "on_jade", align=_CENTRE)
        ask = translate("Customer", "Show your member code when you pay")
        yield Words(
            ask, frame.row(frame.inner.bottom() - unit * 9, unit * 9), unit * 5, "on_jade", wrap=True, align=_CENTRE
        )

    def _serving(self, view: Serving, frame: Area) -> Iterator[Part]:
        i18n, unit = self._ui.i18n, frame.unit
        yield Ground(frame.whole, "bg")
        main, aside = frame.sides(0.56)
        full = has_decimals(
            [view.amount, view.exchanged, *(line.off for line in view.lines), *(line.off for line in view.vouchers)],
            view.currency,
        )
        y = main.top()
        if not view.amount:
            yield from self._welcome(view, main, unit)
            return
        if view.member:
            yield Words(customer_word(view.member), strip(main, y, unit * 7), unit * 5, bold=True)
            y += unit * 7
        if view.points is not None:
            yield Words(self._points(view.points), strip(main, y, unit * 6), unit * 4, "gold")
            y += unit * 6
        foot = main.bottom()
        brings = joined([reward_word(one, i18n) for one in combined(view.brings) if one.quantity > 0])
        if brings:
            words = spaced(translate("Customer", "You receive: {rewards}").format(rewards=brings))
            foot -= unit * 13
            yield Words(words, strip(main, foot + unit, unit * 12), unit * 4, "ink2", wrap=True)
        saved = 0 if view.total is None else view.amount - view.total
        if saved > 0:
            foot -= unit * 9
            words = translate("Customer", "You save {money}").format(money=i18n.money(saved, view.currency, full=full))
            yield Words(words, strip(main, foot, unit * 8), unit * 6, "jade", bold=True)
        height = min(unit * 24, max(unit * 10, foot - y - unit * 6))
        top = y + max(0.0, (foot - y - height - unit * 6) / 2)
        caption = translate("Customer", "To pay") if view.due >= 0 else translate("Customer", "You get back")
        yield Words(caption, strip(main, top, unit * 6), unit * 4.5, "ink2")
        total = "…" if view.total is None else i18n.money(abs(view.due), view.currency, full=full)
        yield Words(total, strip(main, top + unit * 6, height), unit * 20, bold=True)
        yield from self._lines(view, full, aside, unit)

    def _charging(self, view: Charging, frame: Area) -> Iterator[Part]:
        """A voucher that is paid for: which, how much, what is on it then."""
        i18n, unit = self._ui.i18n, frame.unit
        ink = "on_ok" if view.done else "ink"
        yield Ground(frame.whole, "undone" if view.back else "ok" if view.done else "bg")
        place = frame.inner
        heading = translate("Customer", "New voucher") if view.first else translate("Customer", "More on your voucher")
        if view.done:
            heading = translate("Customer", "Money back") if view.back else translate("Customer", "Thank you")
        yield Words(heading, strip(place, place.top(), unit * 13), unit * 10, ink, bold=True)
        name = i18n.text(view.name)
        if view.code:
            name = translate("Customer", "{name} …{code}").format(name=name, code=view.code)
        yield Words(name, strip(place, place.top() + unit * 15, unit * 8), unit * 5, ink)
        full = has_decimals([view.amount, view.left], view.currency)
        caption = translate("Customer", "Paid") if view.done else translate("Customer", "To pay")
        if view.back:
            caption = translate("Customer", "You get back")
        top = place.center().y() - unit * 8
        money = i18n.money(view.amount, view.currency, full=full) if view.amount else "…"
        yield Words(caption, strip(place, top, unit * 6), unit * 4.5, ink)
        yield Words(money, strip(place, top + unit * 6, unit * 22), unit * 20, ink, bold=True)
        if not view.back:
            words = translate("Customer", "{left} on it") if view.done else translate("Customer", "Then {left} on it")
            left = spaced(words.format(left=i18n.money(view.left, view.currency, full=full)))
            yield Words(left, strip(place, top + unit * 31, unit * 8), unit * 6, ink, bold=True)

    def _welcome(self, view: Serving, place: QRectF, unit: float) -> Iterator[Part]:
        """Somebody was recognised, and nothing is keyed in yet."""
        top = place.center().y() - unit * 20
        yield Words(translate("Customer", "Welcome"), strip(place, top, unit * 18), unit * 15, bold=True)
        if view.member:
            yield Words(customer_word(view.member), strip(place, top + unit * 19, unit * 9), unit * 7, bold=True)
        if view.points is not None:
            yield Words(self._points(view.points), strip(place, top + unit * 29, unit * 8), unit * 6, "gold")

    def _points(self, points: int) -> str:
        return points_short(points, self._ui.i18n)

    def _lines(self, view: Serving, full: bool, area: QRectF, unit: float) -> Iterator[Part]:
        """The goods and what comes off, as many as there is room for; how many more there are is said."""
        i18n, currency = self._ui.i18n, view.currency
        rows = [(translate("Customer", "Goods"), i18n.money(view.amount, currency, full=full), "ink")]
        for line in view.lines:
            name = points_name(i18n.text(line.name), line.points, i18n)
            if line.gift is not None:
                rows.append((name, i18n.text(line.gift), "ink"))
            if line.off or line.gift is None:
                rows.append((name, i18n.money(-line.off, currency, full=full), "red"))
        if view.exchanged:
            rows.append((translate("Customer", "Exchanged"), i18n.money(-view.exchanged, currency, full=full), "jade"))
        for voucher in view.vouchers:
            name = voucher_words(i18n.text(voucher.name), voucher.left, i18n)
            rows.append((name, i18n.money(-voucher.off, currency, full=full), "jade"))
        height = unit * 9
        place = inside(area, unit * 3)
        room = max(1, int(place.height() // height))
        used = min(room, len(rows)) * height + unit * 6
        yield Ground(QRectF(area.left(), area.top(), area.width(), used), "surface", unit * 2)
        more = len(rows) - room + 1 if len(rows) > room else 0
        y = place.top()
        for name, value, tone in rows[: len(rows) - more]:
            row = strip(place, y, height)
            wide = row.width() * 0.42
            yield Words(name, QRectF(row.left(), y, row.width() - wide, height), unit * 3.8, "ink", wrap=True)
            yield Words(value, QRectF(row.right() - wide, y, wide, height), unit * 4, tone, True, True, _RIGHT)
            y += height
        if more:
            yield Words(translate("Customer", "and %n more", None, more), strip(place, y, height), unit * 3.6, "ink2")

    def _finished(self, view: Finished, frame: Area) -> Iterator[Part]:
        i18n, unit = self._ui.i18n, frame.unit
        undone = view.back is not None
        yield Ground(frame.whole, "undone" if undone else "ok")
        main, aside = frame.sides(0.6)
        full = has_decimals([view.amount, view.due], view.currency)
        heading = translate("Customer", "Money back") if undone else translate("Customer", "Thank you")
        yield Words(heading, strip(main, main.top(), unit * 16), unit * 13, "on_ok", bold=True)
        y = main.top() + unit * 18
        figure = view.back if view.back is not None else view.due
        # a void of an exchange that was paid out is paid by the customer, who gets back what they brought
        given = (figure < 0) is not undone
        caption = translate("Customer", "You get back") if given else translate("Customer", "Paid")
        figure = abs(figure)
        yield Words(caption, strip(main, y, unit * 6), unit * 4.5, "on_ok")
        yield Words(
            i18n.money(figure, view.currency, full=full), strip(main, y + unit * 6, unit * 17), unit * 15, "on_ok", True
        )
        y += unit * 25
        if not undone and view.amount > view.total:
            saved = i18n.money(view.amount - view.total, view.currency, full=full)
            words = translate("Customer", "You saved {money}").format(money=saved)
            yield Words(words, strip(main, y, unit * 8), unit * 6, "on_ok", bold=True)
            y += unit * 9
        won = joined([reward_word(one, i18n) for one in combined(view.won)])
        if won and main.bottom() - y > unit * 6:
            words = spaced(translate("Customer", "You received: {rewards}").format(rewards=won))
            yield Words(words, QRectF(main.left(), y, main.width(), main.bottom() - y), unit * 4.2, "on_ok", wrap=True)
        side = min(aside.width(), aside.height() - unit * 17, unit * 52)
        left, top = aside.center().x() - side / 2, aside.center().y() - (side + unit * 17) / 2
        yield Symbol(view.code, QRectF(left, top, side, side))
        number = translate("Customer", "Receipt {number}").format(number=view.number)
        yield Words(number, strip(aside, top + side + unit, unit * 5), unit * 3.6, "on_ok", True, align=_CENTRE)
        words = translate("Customer", "Take a photo: with this code we find your purchase again")
        if view.on_phone:
            words = translate("Customer", "Scan it: your receipt on your phone")
        yield Words(
            words, strip(aside, top + side + unit * 6, unit * 11), unit * 3.2, "on_ok", wrap=True, align=_CENTRE
        )

    def _code(self, view: MemberCode, frame: Area) -> Iterator[Part]:
        i18n, unit = self._ui.i18n, frame.unit
        yield Ground(frame.whole, "bg")
        main, aside = frame.sides(0.52)
        heading = translate("Customer", "Bring a friend") if view.invites else translate("Customer", "Welcome")
        yield Words(heading, strip(main, main.top(), unit * 16), unit * 13, "jade", bold=True)
        y = main.top() + unit * 18
        yield Words(customer_word(view.member), strip(main, y, unit * 9), unit * 7, bold=True)
        y += unit * 12
        words = (
            translate("Customer", "Let your friend scan it, or take a photo and send it")
            if view.invites
            else translate("Customer", "Your member code: take a photo of it")
        )
        yield Words(words, strip(main, y, unit * 14), unit * 5, "ink2", wrap=True)
        y += unit * 17
        gifts = joined([reward_word(one, i18n) for one in combined(view.gifts)])
        if gifts and main.bottom() - y > unit * 6:
            words = spaced(translate("Customer", "You received: {rewards}").format(rewards=gifts))
            yield Words(words, QRectF(main.left(), y, main.width(), main.bottom() - y), unit * 5, "gold", wrap=True)
        side = min(aside.width(), aside.height())
        left, top = aside.center().x() - side / 2, aside.center().y() - side / 2
        yield Symbol(view.code, QRectF(left, top, side, side))

    # --- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self.brush()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        slide, parts = self._slide, self.parts()
        for part in parts:
            if slide is not None and isinstance(part, Ground):
                behind = backdrop_of(slide, Area(self.width(), self.height()), parts, brush)
                ratio = self.devicePixelRatioF()
                self._backdrops.paint(painter, part.place, behind, self._ui.theme, ratio)
            elif isinstance(part, Ground):
                brush.ground(painter, part)
            elif isinstance(part, Symbol):
                brush.symbol(painter, part)
            else:
                brush.words(painter, part)

    def brush(self) -> PlainBrush:
        """In the skin's colours, with letters that can be read across a counter."""
        theme, least = self._ui.theme, max(8, round(_SMALLEST * min(self.width(), self.height())))
        return PlainBrush(theme.colour, theme.face(self._ui.i18n.language), least, self._modules)

    def _modules(self, code: str) -> Modules:
        """Kept while the view is shown, and no longer: a code may be a customer's own."""
        if self._symbol is None or self._symbol[0] != code:
            self._symbol = (code, modules_of(code))
        return self._symbol[1]
