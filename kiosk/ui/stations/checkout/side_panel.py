"""The right-hand side: camera, last sales, and the refusal that stands in their place until it is read."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import SaleView
from kiosk.domain.refusals import Refusal
from kiosk.ui.context import Ui
from kiosk.ui.i18n import has_decimals, translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import Button, ElidedText, FitText, Panel, Text, column, row, rule
from kiosk.ui.widgets.camera_view import CameraView
from kiosk.ui.words.codes import customer_word, returned_word
from kiosk.ui.words.refusals import coupon_of, refusal_words
from kiosk.ui.words.surroundings import Surroundings


class SaleLine(QWidget):
    """One of the last sales in a line."""

    def __init__(self) -> None:
        super().__init__()
        line = row(self, gap=12)
        held(self, height=32)
        self.time = Text("strong")
        self.name = ElidedText("body", "ink2")
        self.total = Text("body")
        line.addWidget(self.time)
        line.addWidget(self.name, 1)
        line.addWidget(self.total)


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


LEAST_ROWS, MOST_ROWS = 2, 12
"""Sales in the list: in the lowest window, and in a high one."""
LEAST_HEIGHT, ROW_HEIGHT = 563, 36
"""Design pixels: of the panel that holds LEAST_ROWS beside everything else, and of one row more."""


class SidePanel(Panel):
    """Camera above; below it the last sales or a refusal.

    Signals:
        dismissed(): the refusal was read.
    """

    dismissed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._sales: tuple[SaleView, ...] = ()
        lines = column(self, gap=space["m"])
        scan = Panel(ui, "card")
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

        holder = QWidget()
        self._pages = QStackedLayout(holder)
        card = Panel(ui, "card")
        recent = column(card, margins=(space["l"], space["m"], space["l"], space["l"]), gap=space["xs"])
        head = row(gap=space["s"])
        self.title = Text("strong")
        self.all = Button("plain", "caption", key="F6")
        self.all.setObjectName("recent")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.all)
        recent.addLayout(head)
        recent.addWidget(rule())
        self._rows = LEAST_ROWS
        self.sales = [SaleLine() for _ in range(MOST_ROWS)]
        for line in self.sales:
            recent.addWidget(line)
            line.hide()
        self.none = Text("body", "ink2", wrap=True)
        recent.addWidget(self.none)
        recent.addStretch(1)
        self.services = Button("", "strong", key="F5")
        self.services.setObjectName("actions")
        self.services.setEnabled(False)
        self.find_button = Button("", "strong", key="F3")
        self.find_button.setObjectName("find")
        self.void = Button("", "strong", key="F8")
        self.void.setObjectName("void")
        recent.addWidget(self.services)
        recent.addSpacing(space["xs"])
        recent.addWidget(self.find_button)
        recent.addSpacing(space["xs"])
        recent.addWidget(self.void)
        self.refusal = RefusalCard(ui)
        self.refusal.dismissed.connect(self.dismissed)
        self._pages.addWidget(card)
        self._pages.addWidget(self.refusal)
        lines.addWidget(holder, 1)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        more = (event.size().height() - px(LEAST_HEIGHT)) // px(ROW_HEIGHT)
        rows = max(LEAST_ROWS, min(MOST_ROWS, LEAST_ROWS + more))
        if rows != self._rows:
            self._rows = rows
            self.retranslate()

    def show_sales(self, sales: tuple[SaleView, ...]) -> None:
        """The last sales, newest first."""
        self._sales = sales
        self.retranslate()

    def show_member(self, member: MemberView | None) -> None:
        """Who is at the till: for members of this chain's stores there is something to do."""
        known = member is not None
        if known is not self.services.isEnabled():
            self.services.setEnabled(known)

    def show_refusal(self, refusal: Refusal | None, around: Surroundings) -> None:
        """Put a refusal up, or away with None."""
        if refusal is not None:
            self.refusal.show_refusal(refusal, around)
        # A refusal needs the room: its words must not be cut in any language.
        self._scan_words.setVisible(refusal is None)
        self._pages.setCurrentIndex(0 if refusal is None else 1)

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
        self.find_button.say(translate("Side", "Find member"))
        self.void.say(translate("Side", "Void last sale"))
        self.none.setText(translate("Side", "No sale on this terminal yet today."))
        self.none.setVisible(not self._sales)
        self.void.setEnabled(any(sale.voided_at is None for sale in self._sales))
        full = has_decimals((sale.total for sale in self._sales[: self._rows]), i18n.currency)
        for at, line in enumerate(self.sales):
            shown = at < min(len(self._sales), self._rows)
            if shown:
                sale = self._sales[at]
                line.time.setText(i18n.time(sale.at))
                name = customer_word(sale.masked_name)
                if sale.voided_at is not None:
                    name = translate("Side", "voided") + " · " + name
                elif sale.returned:
                    name = returned_word(sale, i18n)  # there is no room for both
                line.name.setText(name)
                line.total.setText(i18n.money(sale.total, sale.currency, full=full))
                line.total.set_tone("ink3" if sale.voided_at is not None else "ink")
            line.setVisible(shown)

    def sizeHint(self) -> QSize:
        return QSize(self.ui.theme.size["aside"], 600)
