"""The right-hand side: camera, last sales, and the refusal that stands in their place until it is read."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QWidget

from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import SaleView
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, has_decimals, translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import Button, ElidedText, FitText, Panel, RowButton, Text, column, row, rule
from kiosk.ui.widgets.camera_view import CameraView
from kiosk.ui.words.codes import customer_word, returned_word
from kiosk.ui.words.refusals import coupon_of, refusal_words
from kiosk.ui.words.surroundings import Surroundings

MOST_ROWS = 12
"""Sales in the list, in a high window."""

INSET = 8
"""Design pixels between the edge of a line that can be pressed and its words."""


class SaleLine(RowButton):
    """One of the last sales in a line; pressed, its receipt."""

    def __init__(self, ui: Ui, *, short: bool = False) -> None:
        """`short`: without whose it was."""
        super().__init__(ui.theme.size["target"])
        self.setProperty("kind", "line")
        self._ui = ui
        line = row(self, margins=(INSET, 0, INSET, 0), gap=12)
        self.time = Text("strong")
        self.name = ElidedText("body", "ink2")
        self.total = Text("body")
        line.addWidget(self.time)
        line.addWidget(self.name, 1)
        self.name.setVisible(not short)
        line.addWidget(self.total)
        self.seal()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.sizeHint().width() if layout is not None else 0, super().sizeHint().height())

    def show_sale(self, sale: SaleView, *, full: bool) -> None:
        """Show it; `full`: with decimals."""
        i18n = self._ui.i18n
        self.time.setText(i18n.time(sale.at))
        name = customer_word(sale.masked_name)
        if sale.voided_at is not None:
            name = translate("Side", "voided") + " · " + name
        elif sale.returned:
            name = returned_word(sale, i18n)  # there is no room for both
        self.name.setText(name)
        self.total.setText(i18n.money(sale.net, sale.currency, full=full))
        self.total.set_tone("ink3" if sale.voided_at is not None else "ink")
        said = (self.time.text(), name, self.total.text())
        self.setAccessibleName(aloud(*said))
        self.setAccessibleDescription(translate("Side", "Shows the receipt"))


class LastSales(QWidget):
    """As many of the last sales as there is room for.

    Signals:
        pressed(SaleView): this one's receipt is wanted.
    """

    pressed = Signal(object)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self._sales: tuple[SaleView, ...] = ()
        lines = column(self, gap=0)
        self.lines = [SaleLine(ui) for _ in range(MOST_ROWS)]
        for at, line in enumerate(self.lines):
            line.setObjectName(f"last_{at}")
            line.clicked.connect(self._on_pressed)
            lines.addWidget(line)
            line.hide()
        lines.addStretch(1)

    def show_sales(self, sales: tuple[SaleView, ...]) -> None:
        """The last sales, newest first."""
        self._sales = sales
        self._show()

    @property
    def _room(self) -> int:
        return max(1, self.height() // px(self._ui.theme.size["target"]))

    def _show(self) -> None:
        sales, room = self._sales, self._room
        full = has_decimals((sale.net for sale in sales[:room]), self._ui.i18n.currency)
        for at, line in enumerate(self.lines):
            shown = at < min(len(sales), room)
            if shown:
                line.show_sale(sales[at], full=full)
            line.setVisible(shown)
        if room != self._room:  # what is shown is laid out at once, and with it this
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def sizeHint(self) -> QSize:
        # the room decides about the lines, never the lines about the room
        return QSize(0, px(self._ui.theme.size["target"]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_pressed(self) -> None:
        for at, line in enumerate(self.lines):
            if line is self.sender():
                self.pressed.emit(self._sales[at])


class Strip(Panel):
    """What is left of the side panel where the page is tall and somebody is at the till: the camera in words, the last
    sale."""

    def __init__(self, ui: Ui, camera: CameraView) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._camera = camera
        line = row(self, margins=(space["l"], 6, 6, 6), gap=space["s"])
        self._sign = QLabel()
        held(self._sign, width=24, height=24)
        self.camera = ElidedText("body", "ink2")
        self.sale = SaleLine(ui, short=True)
        self.sale.setObjectName("last_sale")
        self.sale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(self._sign)
        line.addWidget(self.camera, 1)
        line.addWidget(self.sale)
        camera.status_changed.connect(self.retheme)
        camera.status_changed.connect(self.retranslate)
        self.retheme()
        self.retranslate()

    @property
    def _lost(self) -> bool:
        return self._camera.status in (CameraStatus.LOST, CameraStatus.NONE)

    def retheme(self) -> None:
        icon, tone = ("camera_off", "warn") if self._lost else ("camera", "ink2")
        self._sign.setPixmap(self.ui.icons.pixmap(icon, tone, 24, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        self.camera.setText(self._camera.words)
        self.camera.set_tone("warn" if self._camera.status is CameraStatus.LOST else "ink2")


class RefusalCard(Panel):
    """A verdict: colour, symbol, word, then why and what to do next.

    Signals:
        painted(): the card has been on screen.
        dismissed(): it was read.
    """

    painted = Signal()
    dismissed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "refusal")
        space = ui.theme.space
        self._refusal: Refusal | None = None
        self._around: Surroundings | None = None
        self._announce = False
        lines = column(self, margins=(space["m"], space["s"], space["m"], space["m"]), gap=space["s"])
        head = row(gap=space["xs"])
        self._sign = QLabel()
        held(self._sign, width=40, height=40)
        self.verdict = FitText(ui, ("refusal", "headline", "title"), "red_ink")
        head.addWidget(self._sign)
        head.addWidget(self.verdict, 1)
        lines.addLayout(head)
        self.title = Text("lead", "red_ink", wrap=True)
        self.subject = ElidedText("strong", "ink")
        self.reason = Text("body", "ink", wrap=True)
        self.next_title = Text("caption_strong", "ink2")
        self.next_step = Text("body", "ink", wrap=True)
        lines.addWidget(self.title)
        lines.addWidget(self.subject)
        self.subject.hide()
        lines.addWidget(self.reason)
        lines.addSpacing(space["xs"])
        lines.addWidget(self.next_title)
        lines.addWidget(self.next_step)
        lines.addStretch(1)
        self.dismiss = Button("", "strong", key="Esc")
        self.dismiss.setObjectName("dismiss")
        self.dismiss.clicked.connect(self.dismissed)
        lines.addWidget(self.dismiss)
        self.retheme()
        self.retranslate()

    @property
    def refusal(self) -> Refusal | None:
        """What is shown."""
        return self._refusal

    def show_refusal(self, refusal: Refusal, around: Surroundings) -> None:
        """Show it and say when it was painted."""
        self._refusal, self._around = refusal, around
        self._announce = True
        self.retranslate()
        said = (self.verdict, self.title, self.subject, self.reason, self.next_step)
        self.ui.voice.say(self, *(part.text() for part in said), now=True)
        self.update()

    def retheme(self) -> None:
        self._sign.setPixmap(self.ui.icons.pixmap("cross", "red", 40, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        self.verdict.setText(translate("Verdict", "Refused"))
        self.next_title.setText(translate("Verdict", "What to do"))
        self.dismiss.say(translate("Verdict", "Understood"))
        if self._refusal is not None and self._around is not None:
            words = refusal_words(self._refusal, self._around)
            self.title.setText(words.title)
            self.subject.setText(coupon_of(self._refusal, self._around))
            self.subject.setVisible(bool(self.subject.text()))
            self.reason.setText(words.reason)
            self.next_step.setText(words.next_step)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._announce:
            self._announce = False
            QTimer.singleShot(0, self.painted.emit)


class SidePanel(Panel):
    """Camera above; below it the last sales or a refusal. On a tall page it is a strip while somebody is at the till.

    Signals:
        dismissed(): the refusal was read.
        sale_pressed(SaleView): its receipt is wanted.
    """

    dismissed = Signal()
    sale_pressed = Signal(object)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._sales: tuple[SaleView, ...] = ()
        self._tall = self._low = False
        lines = column(self, gap=space["m"])
        self._scan = scan = Panel(ui, "card")
        inside = column(scan, margins=(1, 1, 1, 14), gap=0)
        self.camera = CameraView(ui)
        inside.addWidget(self.camera)
        self._scan_words = QWidget()
        words = column(self._scan_words, margins=(space["l"], space["m"], space["l"], 0), gap=2)
        self.scan_title = Text("strong", wrap=True)
        self.scan_more = Text("caption", "ink2", wrap=True)
        words.addWidget(self.scan_title)
        words.addWidget(self.scan_more)
        inside.addWidget(self._scan_words)
        lines.addWidget(scan)

        self._holder = holder = QWidget()
        self._pages = QStackedLayout(holder)
        card = Panel(ui, "card")
        edge = space["l"] - INSET  # what the lines have between their edge and their words, everything else has too
        recent = column(card, margins=(edge, space["s"], edge, space["l"]), gap=space["xs"])
        head = row(margins=(INSET, 0, INSET, 0), gap=space["s"])
        self.title = Text("strong")
        self.all = Button("plain", "caption", key="F6")
        self.all.setObjectName("recent")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.all)
        recent.addLayout(head)
        line = row(margins=(INSET, 0, INSET, 0))
        line.addWidget(rule())
        recent.addLayout(line)
        self.last = LastSales(ui)
        self.last.pressed.connect(self.sale_pressed)
        self.none = Text("body", "ink2", wrap=True)
        empty = row(margins=(INSET, 0, INSET, 0))
        empty.addWidget(self.none)
        recent.addLayout(empty)
        recent.addWidget(self.last, 1)
        self.services = Button("", "strong", key="F5")
        self.services.setObjectName("actions")
        self.newcomer = Button("", "strong", key="Ctrl N")
        self.newcomer.setObjectName("newcomer")
        self.find_button = Button("", "strong", key="F3")
        self.find_button.setObjectName("find")
        self.void = Button("", "strong", key="F8")
        self.void.setObjectName("void")
        self._errands = QWidget()
        errands = column(self._errands, margins=(INSET, 0, INSET, 0), gap=space["s"])
        for button in (self.newcomer, self.services, self.find_button, self.void):
            errands.addWidget(button)
        recent.addWidget(self._errands)
        self.services.hide()
        self.refusal = RefusalCard(ui)
        self.refusal.dismissed.connect(self.dismissed)
        self._pages.addWidget(card)
        self._pages.addWidget(self.refusal)
        lines.addWidget(holder, 1)
        self.strip = Strip(ui, self.camera)
        self.strip.sale.clicked.connect(self._on_last)
        self.strip.hide()
        lines.addWidget(self.strip)
        self.retranslate()

    @property
    def sales(self) -> list[SaleLine]:
        """The lines of the last sales, hidden ones too."""
        return self.last.lines

    def arrange(self, *, tall: bool, low: bool) -> None:
        """`tall`: below the member instead of beside the price; what the footer has is not repeated there. `low`: there
        is room for a strip only, unless there is a refusal to be read."""
        if (tall, low) != (self._tall, self._low):
            self._tall, self._low = tall, low
            self._show_parts()

    def _show_parts(self) -> None:
        refusal, strip = self.refusal_shown, self._low and not self.refusal_shown
        # A refusal needs the room: its words must not be cut in any language.
        self._scan.setVisible(not self._tall or not (refusal or strip))
        self._scan_words.setVisible(not refusal)
        self._holder.setVisible(not strip)
        self.strip.setVisible(strip)
        self._errands.setVisible(not self._tall)
        upright = QSizePolicy.Policy.Fixed if strip else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)

    def show_sales(self, sales: tuple[SaleView, ...]) -> None:
        """The last sales, newest first."""
        self._sales = sales
        self.retranslate()

    def show_member(self, member: MemberView | None) -> None:
        """Who is at the till: for members of this chain's stores there is something to do; nobody may become one."""
        known = member is not None
        if known is self.services.isHidden():
            self.services.setVisible(known)
            self.newcomer.setVisible(not known)

    def show_refusal(self, refusal: Refusal | None, around: Surroundings) -> None:
        """Put a refusal up, or away with None."""
        if refusal is not None:
            self.refusal.show_refusal(refusal, around)
        self._pages.setCurrentIndex(0 if refusal is None else 1)
        self._show_parts()

    @property
    def refusal_shown(self) -> bool:
        """Whether a refusal is up."""
        return self._pages.currentIndex() == 1

    def retranslate(self) -> None:
        i18n = self.ui.i18n
        self.scan_title.setText(translate("Side", "Scan a member code or coupon"))
        self.scan_more.setText(translate("Side", "Camera or scanner, at any time"))
        self.title.setText(translate("Side", "Recent"))
        self.all.say(translate("Side", "All"))
        self.services.say(translate("Side", "For this member"))
        self.newcomer.say(translate("Side", "New member"))
        self.find_button.say(translate("Side", "Find member"))
        self.void.say(translate("Side", "Void last sale"))
        self.none.setText(translate("Side", "No sale on this terminal yet today."))
        self.none.setVisible(not self._sales)
        self.void.setEnabled(any(sale.voided_at is None for sale in self._sales))
        self.last.show_sales(self._sales)
        self.strip.sale.setVisible(bool(self._sales))
        if self._sales:
            self.strip.sale.show_sale(self._sales[0], full=has_decimals((self._sales[0].net,), i18n.currency))

    def _on_last(self) -> None:
        if self._sales:
            self.sale_pressed.emit(self._sales[0])

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self._low else QSize(self.ui.theme.size["aside"], 600)
