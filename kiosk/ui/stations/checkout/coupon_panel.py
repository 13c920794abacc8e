"""The coupons that may be used, by value, each with what it gives or why it cannot be used now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from kiosk.application.members.outcomes import CouponView
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, translate
from kiosk.ui.measure import held, px
from kiosk.ui.stations.checkout.say_panel import SOON_DAYS
from kiosk.ui.widgets.basics import (
    Button,
    ElidedText,
    KeyCap,
    ListArea,
    Panel,
    RowButton,
    Text,
    column,
    restyle,
    row,
    set_share,
)
from kiosk.ui.words.codes import benefit_figure
from kiosk.ui.words.coupon_terms import TermNames, coupon_terms
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.surroundings import Surroundings

TOGGLEABLE = frozenset({RefusalCode.NOT_STACKABLE, RefusalCode.NO_BENEFIT})
"""Refusals that only say that the best combination does without: the clerk may insist."""


@dataclass(frozen=True, slots=True)
class CouponLine:
    """A coupon as the list shows it."""

    coupon: CouponView
    used: bool
    off: int
    refusal: Refusal | None

    @property
    def waiting(self) -> bool:
        """Good, as soon as there is an amount."""
        return self.refusal is not None and self.refusal.code is RefusalCode.AMOUNT_MISSING

    @property
    def can_toggle(self) -> bool:
        """Whether pressing it makes sense."""
        return self.used or self.refusal is None or self.refusal.code in TOGGLEABLE


def coupon_lines(visit: Visit) -> list[CouponLine]:
    """What to show, in order: used ones first, then usable ones, then the rest; each part as the visit has them,
    which is by value."""
    used = {line.coupon: line.off for line in visit.quote.lines}
    used |= {line.coupon: line.off for line in visit.quote.vouchers}
    left = {out.coupon: out.refusal for out in visit.quote.left_out}
    lines = [
        CouponLine(
            coupon,
            coupon.id in used,
            used.get(coupon.id, 0),
            None if coupon.id in used else left.get(coupon.id, coupon.refusal),
        )
        for coupon in visit.coupons
    ]
    return sorted(lines, key=lambda line: (not line.used, not (line.can_toggle or line.waiting)))


class CouponCard(RowButton):
    """One coupon. Pressing it uses it or leaves it out."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui.theme.size["coupon"])
        space = ui.theme.space
        self._ui = ui
        self.coupon = ""
        self._note = ""
        self._more: tuple[str, ...] = ()  # what it may say where there is room, the most first
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.usable = True
        self.line = line = row(self, margins=(space["m"], 6, space["m"], 6), gap=space["m"])
        self.figure = Text("lead", "red")
        self.figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self.figure, least_width=76)
        words = column(gap=1)
        self.name = ElidedText("strong")
        self.note = Text("caption", "ink2", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.note)
        words.addWidget(self.progress)
        words.addStretch(1)
        self.mark = Text("strong", "jade")
        self.cap = KeyCap("")
        line.addWidget(self.figure)
        line.addLayout(words, 1)
        line.addWidget(self.mark)
        line.addWidget(self.cap)
        self.seal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A reason may need a second line; rows have a fixed height, so the card finds its own.
        self.line.activate()
        room, metrics = self.note.width(), self.note.fontMetrics()
        self.note.setText(next((one for one in self._more if metrics.horizontalAdvance(one) <= room), self._note))
        words = self.name.sizeHint().height() + self.note.heightForWidth(self.note.width())
        bar = px(self._ui.theme.size["bar"] + 2) if not self.progress.isHidden() else 0
        self.set_row_height(max(px(self._ui.theme.size["coupon"]), words + bar + px(18)))
        # A height set while the card is being resized reaches the card, but not always what is inside.
        self.line.setGeometry(self.rect())

    def show_marked(self, marked: bool) -> None:
        """Whether this is the one that was scanned last."""
        restyle(self, marked=marked)
        if marked and self.mark.isHidden():
            self.mark.setText("✓ " + translate("Coupon", "Scanned"))
            self.mark.show()
            self._fit()

    def show_line(self, line: CouponLine, number: int, around: Surroundings) -> None:
        """Show a coupon as the `number`th of the list (from 1)."""
        coupon, i18n = line.coupon, self._ui.i18n
        self.coupon = coupon.id
        self.setObjectName(f"coupon_{coupon.id}")
        self.figure.setText(benefit_figure(coupon.benefit, i18n))
        self.name.setText(i18n.text(coupon.name))
        until = translate("Coupon", "until {day}").format(day=i18n.last_day(coupon.expires))
        left = i18n.days_left(coupon.expires, around.now)
        ending = 0 <= left <= SOON_DAYS and coupon.expires > around.now
        if ending:
            last = translate("Coupon", "%n day(s) left", None, left) if left else translate("Coupon", "last day")
            until = f"{last} · {until}"
        if coupon.left is not None:
            until = f"{translate('Coupon', '{money} on it').format(money=i18n.money(coupon.left))} · {until}"
        note, share = until, 0
        terms = coupon_terms(coupon.kind, i18n, TermNames(around.stores), coupon.stores) if coupon.kind else []
        named = [i18n.text(coupon.campaign)] if coupon.campaign is not None else []
        self._more = tuple(" · ".join(said) for said in ([until, *terms, *named], [until, *terms], [until, *named]))
        if line.refusal is not None and not line.waiting:
            words = refusal_words(line.refusal, around)
            self._more = ()
            need, have = line.refusal.args.get("need"), line.refusal.args.get("have")
            note = words.reason if line.refusal.code is not RefusalCode.NO_BENEFIT else words.title
            if line.refusal.code is RefusalCode.MINIMUM_NOT_REACHED and isinstance(need, int) and isinstance(have, int):
                share = 100 * have // need if need else 0
        self._note = note
        self.progress.setVisible(share > 0)
        set_share(self.progress, share)
        usable = line.can_toggle
        self.usable = usable
        restyle(self, unusable=not usable)
        self.setChecked(line.used)
        good = usable or line.waiting
        self.name.set_tone("ink" if good else "ink3")
        self.figure.set_tone("red" if good else "ink3")
        warns = ending and (line.refusal is None or line.waiting)
        self.note.set_tone("warn" if warns else "ink2" if good else "ink3")
        self.mark.setVisible(line.used)
        self.mark.setText("✓ " + translate("Coupon", "Used"))
        self.cap.setVisible(usable and not line.used and number <= 9)
        self.cap.setText(f"Alt {number}")
        state = translate("Coupon", "used") if line.used else translate("Coupon", "not used")
        if not good:
            state = translate("Coupon", "cannot be used now")
        self.setAccessibleName(aloud(self.figure.text(), self.name.text(), state))
        self.setAccessibleDescription(aloud(note, *terms) if good else note)
        self._fit()


class CouponPanel(Panel):
    """The list with its heading.

    Signals:
        toggled(str): a coupon's id.
    """

    toggled = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._visit: Visit | None = None
        self._told: tuple[object, ...] | None = None
        self._marked = ("", "")
        self._around: Surroundings | None = None
        self.cards: list[CouponCard] = []
        lines = column(self, gap=space["s"])
        head = row(gap=space["s"])
        self.title = Text("strong")
        self.hint = ElidedText("caption", "ink3")
        self.best = Button("chip", "caption_strong")
        self.best.setObjectName("best")
        self.code = Button("chip", "caption_strong")
        self.code.setObjectName("code")
        head.addWidget(self.title)
        head.addWidget(self.code)
        # whatever is left is the hint's: the button's words come first
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.hint, 1)
        head.addStretch(0)
        head.addWidget(self.best)
        lines.addLayout(head)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._area = ListArea(space["s"])
        self._list = self._area.rows
        empty = Panel(ui, "well")
        empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # a list asks for less
        blank = column(empty, margins=(space["xl"],) * 4, gap=space["s"])
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none = Text("body", "ink2", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        blank.addStretch(1)
        blank.addWidget(self._sign)
        blank.addWidget(self.none)
        blank.addStretch(1)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._area)
        lines.addWidget(holder, 1)
        self.retheme()

    def show_visit(self, visit: Visit | None, now: datetime, around: Surroundings) -> None:
        """Show the coupons of a visit. The same again changes nothing: while an amount is keyed in every digit comes by
        twice, before and after its price."""
        self._visit, self._around = visit, around
        told: tuple[object, ...] = (around.coupons, self.ui.i18n.local(now).date())
        if visit is not None:
            told += (coupon_lines(visit), visit.chosen is None, bool(visit.quote.lines), visit.member is None)
        told += (self._marked,)
        if told != self._told:
            self._told = told
            self.retranslate()

    def mark(self, coupon: str) -> None:
        """This one was scanned just now: it stands out until another is, or the next customer comes."""
        if self._visit is None:
            return
        self._marked = (self._visit.txn, coupon)
        self.retranslate()
        for card in self.cards[: self._shown()]:
            if card.coupon == coupon:
                self._area.ensureWidgetVisible(card)

    def toggle_number(self, number: int) -> None:
        """Press the `number`th coupon (from 1), if there is one that can be used."""
        if 1 <= number <= self._shown() and self.cards[number - 1].usable:
            self.toggled.emit(self.cards[number - 1].coupon)

    def move_focus(self, step: int) -> None:
        """Arrow keys: to the next coupon that can be pressed, or the one before."""
        stops = [card for card in self.cards[: self._shown()] if card.usable]
        if stops:
            at = next((i for i, card in enumerate(stops) if card.hasFocus()), -1 if step > 0 else 0)
            stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(stops[(at + step) % len(stops)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where both buttons have no room beside the title, the one for codes is without its key."""
        gap = px(self.ui.theme.space["s"])
        rest = self.best.sizeHint().width() + gap if not self.best.isHidden() else 0
        self.code.fit_key(self.width() - self.title.sizeHint().width() - gap - rest)

    def _shown(self) -> int:
        return len(self._visit.coupons) if self._visit is not None else 0

    def retheme(self) -> None:
        self._sign.setPixmap(self.ui.icons.pixmap("coupon", "ink3", 32, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        visit = self._visit
        lines = coupon_lines(visit) if visit is not None else []
        usable = sum(line.can_toggle or line.waiting for line in lines)
        self.title.setText(translate("Coupon", "Coupons") + (f" {usable}" if lines else ""))
        chosen = visit is not None and visit.chosen is not None
        self.hint.setText(translate("Coupon", "Best combination chosen"))
        self.hint.setVisible(bool(lines) and not chosen and bool(visit and visit.quote.lines))
        self.code.say(translate("Coupon", "Code"))
        self.best.say(translate("Coupon", "Best combination"))
        self.best.setVisible(chosen)
        self._fit()
        self.none.setText(
            translate("Coupon", "This member has no coupon at present.")
            if visit is not None and visit.member is not None
            else translate("Coupon", "Coupons appear here when a member or a coupon is scanned.")
        )
        self._pages.setCurrentIndex(1 if lines else 0)
        while len(self.cards) < len(lines):
            card = CouponCard(self.ui)
            card.clicked.connect(self._on_card)
            self._list.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for at, card in enumerate(self.cards):
            if at < len(lines) and self._around is not None:
                card.show_line(lines[at], at + 1, self._around)
                card.show_marked(visit is not None and self._marked == (visit.txn, card.coupon))
            card.setVisible(at < len(lines))

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, CouponCard):
            card.setChecked(not card.isChecked())  # the answer of the pricing decides, not the click
            self._area.ensureWidgetVisible(card)
            if card.usable:
                self.toggled.emit(card.coupon)
            else:
                self.ui.voice.say(card, card.accessibleName(), card.accessibleDescription())
