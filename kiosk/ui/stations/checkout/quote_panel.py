"""The price: what was keyed in, what comes off and why, what is to be paid; the keypad; the confirmation."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kiosk.application.sales.outcomes import CameBack, Visit
from kiosk.ui.context import Ui
from kiosk.ui.i18n import has_decimals, spaced, translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import Button, ElidedText, FitText, ListArea, Panel, Pill, Text, column, row, rule
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.words.codes import category_word
from kiosk.ui.words.near_offers import near_offer_words
from kiosk.ui.words.rewards import combined, held_back, joined, points_name, received, reward_short
from kiosk.ui.words.vouchers import voucher_words

LINE = 29
"""Design pixels of a line."""
LEAST_NAME = 120
"""Design pixels that a line's name keeps, if it needs them, however much stands beside it."""


class QuoteLine(QWidget):
    """A name and its amount."""

    def __init__(self) -> None:
        super().__init__()
        line = row(self, gap=12)
        held(self, height=LINE)
        self.name = ElidedText("line", "ink2")
        self.amount = ElidedText("line", "red")
        self.amount.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.name, 1)
        line.addWidget(self.amount)

    def say(self, name: str, amount: str, name_tone: str, amount_tone: str) -> None:
        """Show both."""
        self.name.setText(name)
        self.amount.setText(amount)
        # many rewards may want the whole line: what they are is said all the same
        self.name.ensurePolished()
        self.name.setMinimumWidth(min(px(LEAST_NAME), self.name.fontMetrics().horizontalAdvance(name) + 2))
        self.name.set_tone(name_tone)
        self.amount.set_tone(amount_tone)


def came_back_words(one: CameBack) -> str:
    """What comes back in exchange, and of which sale, where articles are not known."""
    what = one.item.sku or (category_word(one.item.category) if one.item.category else one.receipt)
    return translate("Quote", "Exchanged: {n} × {name}").format(n=f"{one.item.pieces:,}", name=what)


def what_confirm_does(visit: Visit | None) -> str:
    """The words of the main button: what it does with what is in the price now."""
    lines = visit.quote.lines if visit is not None else ()
    coupons = sum(not line.rule and not line.points for line in lines)
    coupons += len(visit.quote.vouchers) if visit is not None else 0
    points = any(line.points for line in lines)
    if coupons and points:
        return translate("Quote", "Redeem %n coupon(s) and points", None, coupons)
    if coupons:
        return translate("Quote", "Redeem %n coupon(s)", None, coupons)
    return translate("Quote", "Pay with points") if points else translate("Quote", "Record the sale")


class QuotePanel(Panel):
    """The middle of the page.

    Signals:
        keyed(str): a key of the keypad.
    """

    keyed = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._visit: Visit | None = None
        self._typed = ""
        self._amount = 0
        self._busy = False
        self._categories = False
        lines = column(self, gap=space["m"])
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(card, margins=(22, space["m"], 22, space["m"]), gap=0)
        head = row(gap=space["s"])
        self.caption = Text("body", "ink2")
        head.addWidget(self.caption)
        head.addStretch(1)
        inside.addLayout(head)
        top = row(gap=space["m"])
        self.total = FitText(ui, ("total", "headline", "title"))
        held(self.total, height=70)
        self.saved = Pill("jade")
        top.addWidget(self.total, 1)
        top.addWidget(self.saved)
        inside.addLayout(top)
        inside.addSpacing(space["xs"])
        inside.addWidget(rule())
        inside.addSpacing(space["xs"])
        goods = row(gap=space["m"])
        self.goods = Text("line")
        self.category_button = Button("chip", "caption_strong")
        self.category_button.setObjectName("categories")
        self.amount = Text("line_strong")
        goods.addWidget(self.goods)
        goods.addWidget(self.category_button)
        goods.addStretch(1)
        goods.addWidget(self.amount)
        holder = QWidget()
        held(holder, height=44)
        holder.setLayout(goods)
        inside.addWidget(holder)
        self._area = ListArea(0, line=LINE)
        self._list = self._area.rows
        self.lines: list[QuoteLine] = []
        inside.addWidget(self._area, 1)
        self._choices = QWidget()
        choices = row(self._choices, gap=space["s"])
        self.points = Button("chip", "caption_strong")
        self.points.setObjectName("points")
        self.points.setCheckable(True)
        self.points.clicked.connect(self._on_points)
        self.pay = Button("chip", "caption_strong")
        self.pay.setObjectName("pay")
        self.pay.hide()
        self.why = Button("chip", "caption_strong")
        self.why.setObjectName("why")
        self.back = Button("chip", "caption_strong")
        self.back.setObjectName("take_back")
        self.back.hide()
        self.exchange = Button("chip", "caption_strong")
        self.exchange.setObjectName("no_exchange")
        self.exchange.hide()
        choices.addWidget(self.exchange)
        choices.addWidget(self.points)
        choices.addWidget(self.pay)
        choices.addWidget(self.back)
        choices.addStretch(1)
        choices.addWidget(self.why)
        inside.addWidget(self._choices)
        self.keypad = Keypad(ui)
        self.keypad.pressed.connect(self.keyed)
        inside.addWidget(self.keypad)
        lines.addWidget(card, 1)
        self.confirm = Button("primary", "action", key="Enter", rank="action")
        self.confirm.setObjectName("confirm")
        lines.addWidget(self.confirm)
        self.retranslate()

    def show_visit(self, visit: Visit | None, amount: int, typed: str, *, categories: bool) -> None:
        """Show a price. `amount` (minor units) is what is keyed in now and may be ahead of the visit's quote; `typed`
        is how it was keyed in; `categories`: amounts of goods categories can be given."""
        self._visit, self._amount, self._typed, self._categories = visit, amount, typed, categories
        self.retranslate()

    def show_aside(self, there: bool) -> None:
        """Whether a sale that was put aside can be taken back."""
        self.back.setVisible(there)

    def show_busy(self, busy: bool) -> None:
        """While a confirmation is under way."""
        self._busy = busy
        self._show_confirm()

    def _show_confirm(self) -> None:
        self.confirm.say(translate("Quote", "Recording…") if self._busy else what_confirm_does(self._visit))
        self.confirm.setEnabled(not self._busy)

    def retranslate(self) -> None:
        i18n, visit = self.ui.i18n, self._visit
        quote = visit.quote if visit is not None else None
        current = quote is not None and quote.amount == self._amount
        total = quote.due if quote is not None and current else self._amount
        self.caption.setText(translate("Quote", "To pay") if total >= 0 else translate("Quote", "To pay out"))
        self.total.setText(i18n.money(abs(total)))
        self.total.set_tone("ink" if self._amount else "ink3")
        saved = quote.saved if quote is not None and current else 0
        self.saved.setText(translate("Quote", "Saves {money}").format(money=i18n.money(saved)))
        self.saved.setVisible(saved > 0)
        self.goods.setText(translate("Quote", "Goods"))
        self.category_button.setVisible(self._categories)
        self.back.say(translate("Quote", "Take back the sale"))
        self.category_button.say(translate("Quote", "By category"))
        amounts = [self._amount]
        if visit is not None and quote is not None and current:
            amounts += [line.off for line in quote.lines] + [part for _category, part in visit.by_category]
            amounts += [quote.back, *(line.off for line in quote.vouchers)]
        full = has_decimals(amounts, i18n.currency)
        typed = i18n.money(self._amount, full=full and not self._typed.endswith("."))
        if self._typed.endswith("."):
            typed += "."
        self.amount.setText(typed if self._typed else translate("Quote", "key in the amount"))
        self.amount.set_tone("ink" if self._typed else "ink3")
        shown = self._lines_of(visit, full=full) if visit is not None and current else []
        while len(self.lines) < len(shown):
            added = QuoteLine()
            self._list.insertWidget(len(self.lines), added)
            self.lines.append(added)
        for at, view in enumerate(self.lines):
            if at < len(shown):
                view.say(*shown[at])
            view.setVisible(at < len(shown))
        if current or visit is None:  # else the price is on its way: nothing is hidden to be shown again at once
            self._show_choices(visit)
        self._show_confirm()

    def _lines_of(self, visit: Visit, *, full: bool) -> list[tuple[str, str, str, str]]:
        """Name, amount and their tones: what comes off, what it is made of, what it brings."""
        i18n, shown = self.ui.i18n, []
        campaigns = {coupon.id: i18n.text(coupon.campaign) for coupon in visit.coupons if coupon.campaign is not None}
        for line in visit.quote.lines:
            name = i18n.text(line.name)
            if line.points:
                name = points_name(name, line.points, i18n)
            elif campaigns.get(line.coupon):
                name = f"{name} · {campaigns[line.coupon]}"
            elif line.rule:
                name = translate("Quote", "{name} · campaign").format(name=name)
            if line.gift is not None:
                shown.append((name, f"+ {i18n.text(line.gift)}", "ink2", "jade"))
            if line.off or line.gift is None:
                shown.append((name, i18n.money(-line.off, full=full), "ink2", "red"))
        for one in visit.came_back:
            name = came_back_words(one)
            shown.append((name, i18n.money(-one.item.cost, full=full), "ink2", "jade"))
        for voucher in visit.quote.vouchers:
            name = voucher_words(i18n.text(voucher.name), voucher.left, i18n)
            shown.append((name, i18n.money(-voucher.off, full=full), "ink2", "jade"))
        shown += [(*near_offer_words(offer, i18n), "jade", "jade") for offer in visit.quote.near]
        if visit.quote.held_back is not None:
            shown += [(name, value, "ink3", "ink3") for name, value in held_back(visit.quote.held_back, i18n)]
        for category, part in visit.by_category:
            words = translate("Quote", "of which {category}").format(category=category_word(category))
            shown.append((words, i18n.money(part, full=full), "ink3", "ink3"))
        brings = received(visit.quote.rewards)
        if brings:
            words = joined(reward_short(one, i18n) for one in combined(brings))
            shown.append((translate("Quote", "Brings"), f"+ {words}", "ink2", "jade"))
        return shown

    def _show_choices(self, visit: Visit | None) -> None:
        """Points as money, and why."""
        i18n = self.ui.i18n
        offer = visit.quote.pay_points if visit is not None else None
        self._choices.setVisible(self._visit is not None)
        self.exchange.setVisible(visit is not None and bool(visit.returns) and visit.till is None)
        self.exchange.say(translate("Quote", "Exchange nothing"))
        self.points.setVisible(offer is not None)
        if offer is not None and visit is not None:
            self.points.setChecked(visit.use_points)
            words = translate("Quote", "Pay {money} ({n} points)").format(
                money=i18n.money(offer.off), n=i18n.number(offer.points)
            )
            self.points.say(("✓ " if visit.use_points else "") + spaced(words))
        self._show_payment(visit)
        left = len(visit.quote.left_out) if visit is not None and visit.amount else 0
        why = translate("Quote", "%n left out: why?", None, left) if left else translate("Quote", "Why?")
        self.why.say(why)
        have = self.width() - px(44 + self.ui.theme.space["s"])
        chips = [one for one in (self.exchange, self.points, self.pay, self.why) if not one.isHidden()]
        gaps = self.ui.theme.space["s"] * (len(chips) - 1)
        if len(chips) > 1 and sum(one.sizeHint().width() for one in chips) + px(gaps) > have:
            self.why.say(translate("Quote", "Why?"))

    def _show_payment(self, visit: Visit | None) -> None:
        """How the rest is paid, where a running campaign asks for it."""
        ways = dict(visit.quote.payments) if visit is not None else {}
        self.pay.setVisible(bool(ways))
        name = ways.get(visit.pay) if visit is not None else None
        if name is None:
            self.pay.say(translate("Quote", "Paid by: ?"))
        else:
            self.pay.say(translate("Quote", "Paid by: {way}").format(way=self.ui.i18n.text(name)))

    def _on_points(self) -> None:
        self.points.setChecked(not self.points.isChecked())  # the answer of the pricing decides, not the click

    def sizeHint(self) -> QSize:
        return QSize(self.ui.theme.size["middle"], 600)
