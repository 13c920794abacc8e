"""Who is at the till, masked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QWidget

from kiosk.application.members.outcomes import MemberView
from kiosk.domain.members.characters import characters
from kiosk.domain.members.member import Tier
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import ElidedText, Panel, Pill, Text, column, restyle, row
from kiosk.ui.words.codes import customer_word, segment_word, tier_word, vouched_word
from kiosk.ui.words.points import points_ahead_words, run_out_soon

TIER_PILL = {Tier.BASIC: "line", Tier.SILVER: "line", Tier.GOLD: "gold", Tier.PLATINUM: "jade"}


class Figure(QWidget):
    """A number with its name above it."""

    def __init__(self, *, gives_way: bool = False) -> None:
        """`gives_way`: the name may be shortened, for the sake of the others."""
        super().__init__()
        lines = column(self, gap=2)
        self.name = ElidedText("caption", "ink3") if gives_way else Text("caption", "ink3")
        self.value = Text("figure")
        for part in (self.name, self.value):
            # none takes room that is over: beside each other they stand on one line
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            lines.addWidget(part)
        lines.addStretch(1)


class MemberPanel(Panel):
    """The member, or an invitation to scan one."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "card")
        space, size = ui.theme.space, ui.theme.size
        self._member: MemberView | None = None
        self._shown: tuple[MemberView | None, int] | None = None
        self._now: datetime | None = None
        self._fitting = False
        held(self, height=160)
        self._pages = QStackedLayout(self)
        known, unknown = QWidget(), QWidget()
        self._pages.addWidget(unknown)
        self._pages.addWidget(known)

        lines = column(known, margins=(18, space["l"], 18, space["m"]), gap=space["m"])
        top = row(gap=14)
        self.avatar = QLabel()
        self.avatar.setProperty("role", "avatar")
        self.avatar.setProperty("type", "title")
        self.avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self.avatar, width=size["avatar"], height=size["avatar"])
        who = column(gap=2)
        names = row(gap=space["s"])
        self.name = ElidedText("figure")
        self.tier = Pill("gold")
        self.birthday = Pill("red")
        names.addWidget(self.name)
        names.addWidget(self.tier)
        names.addWidget(self.birthday)
        names.addStretch(1)
        self.about = ElidedText("body", "ink2")
        who.addLayout(names)
        who.addWidget(self.about)
        top.addWidget(self.avatar)
        top.addLayout(who, 1)
        lines.addLayout(top)
        figures = row(gap=space["s"])
        self.points = Figure(gives_way=True)
        self.tickets, self.streak, self.usable = Figure(), Figure(), Figure()
        for figure in (self.points, self.tickets, self.streak, self.usable):
            figures.addWidget(figure)  # each as wide as its words, then in equal parts
        self.later = Text("body", "ink2", wrap=True)
        figures.addWidget(self.later, 1)
        lines.addLayout(figures)

        empty = row(unknown, margins=(18, space["l"], 18, space["l"]), gap=14)
        self.blank = QLabel()
        self.blank.setProperty("role", "avatar")
        self.blank.setProperty("muted", "true")
        self.blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self.blank, width=size["avatar"], height=size["avatar"])
        words = column(gap=space["xs"])
        self.invite = Text("lead", wrap=True)
        self.invite_more = Text("body", "ink2", wrap=True)
        words.addStretch(1)
        words.addWidget(self.invite)
        words.addWidget(self.invite_more)
        words.addStretch(1)
        empty.addWidget(self.blank)
        empty.addLayout(words, 1)
        self.retheme()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # the words have another font, or are as wide as their style says
            self._fit_names()
        return taken

    def _fit_names(self) -> None:
        """The name comes before the month of the birthday, where there is no room for both."""
        member = self._member
        if member is None or not member.known:
            self.birthday.hide()
            return
        space, size = self.ui.theme.space, self.ui.theme.size
        room = self.width() - px(size["avatar"] + 36 + 14 + 3 * space["s"])
        room -= self.name.sizeHint().width() + self.tier.sizeHint().width() + self.birthday.sizeHint().width()
        # showing lays the panel out and may resize it: hidden in the middle of being shown, a widget is both
        if not self._fitting:
            self._fitting = True
            self.birthday.setVisible(member.birthday_month and room > 0)
            self._fitting = False

    def show_member(self, member: MemberView | None, usable: int, now: datetime) -> None:
        """Show a member with the number of coupons that can be used now, or nobody. The same again changes nothing."""
        # what is near changes with every digit of the amount, and is not shown here
        told = replace(member, near=(), owed=(), coupons=()) if member is not None else None
        if (told, usable) == self._shown:
            return
        self._shown = (told, usable)
        self._member, self._now = member, now
        self.usable.value.setText(str(usable))
        self.retranslate()

    def retheme(self) -> None:
        self.blank.setPixmap(self.ui.icons.pixmap("member", "ink3", 28, self.devicePixelRatioF()))
        if self._member is not None and not self._member.known:
            self._show_stranger()

    def retranslate(self) -> None:
        self.invite.setText(translate("Member", "No member yet"))
        self.invite_more.setText(translate("Member", "Scan a member code, or F3 to find by phone or name."))
        self.points.name.setText(translate("Member", "Points"))
        self.tickets.name.setText(translate("Member", "Tickets"))
        self.streak.name.setText(translate("Member", "Streak"))
        self.usable.name.setText(translate("Member", "Usable"))
        member = self._member
        self._pages.setCurrentIndex(0 if member is None else 1)
        if member is None:
            return
        i18n = self.ui.i18n
        for part in (self.tier, self.points, self.tickets, self.streak):
            part.setVisible(member.known)
        self.later.setVisible(not member.known)
        restyle(self.avatar, muted="false" if member.known else "true")
        if not member.known:
            self._show_stranger()
            return
        self.avatar.setText("".join(characters(member.masked_name)[:1]) or "?")
        self.name.setText(member.masked_name)
        self.tier.set(TIER_PILL[member.tier], tier_word(member.tier))
        self.birthday.setText(translate("Member", "Birthday month"))
        visits = translate("Member", "visit no. {n}").format(n=i18n.number(member.visits + 1))
        home = vouched_word(member.vouched) or segment_word(member.segment)
        self.about.setText(f"{member.masked_phone} · {home} · {visits}")
        if self._now is not None:
            self.points.name.setText(self._points_name(member, self._now))
        owes = member.points < 0
        self.points.value.setText(i18n.number(abs(member.points)))
        self.points.value.set_tone("warn" if owes else "ink")
        self.tickets.value.setText(i18n.number(member.tickets))
        self.streak.value.setText(translate("Member", "%n day(s)", None, member.streak_days))
        self._fit_names()

    def _points_name(self, member: MemberView, now: datetime) -> str:
        """There is room for one thing beside the number: what runs out soon, what waits, what runs out at all."""
        i18n, ahead = self.ui.i18n, member.points_ahead
        if member.points < 0:
            return translate("Member", "Points owed")
        if member.points_held and not run_out_soon(ahead, i18n, now):
            return translate("Member", "Points · held {n}").format(n=i18n.number(member.points_held))
        return points_ahead_words(ahead, i18n, now) or translate("Member", "Points")

    def _show_stranger(self) -> None:
        self.avatar.setPixmap(self.ui.icons.pixmap("member", "ink3", 28, self.devicePixelRatioF()))
        self.name.setText(customer_word(""))
        self.birthday.hide()
        self.later.setText(translate("Member", "Points and tier follow later."))
        self.about.setText(vouched_word(self._member.vouched) if self._member else "")
