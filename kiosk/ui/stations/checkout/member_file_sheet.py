"""A member's file: how their registration stands, what they agreed to, how far their friends are, their invitation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.members.outcomes import MemberView
from kiosk.application.registration.outcomes import (
    Consented,
    Referrals,
    RegistrationDesk,
    RegistrationState,
    ReviewState,
)
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.policy import ConsentText
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import about, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Panel, Pill, Text, clear, column, row
from kiosk.ui.words.registration import purpose_words, reason_words, review_words, stage_words
from kiosk.ui.words.rewards import reward_sentence

_MOST_FRIENDS = 30


class ConsentLine(Panel):
    """One consent as it stands, and the button that gives or withdraws it.

    Signals:
        changed(str, bool): the purpose, and whether it shall be given from now on.
    """

    changed = Signal(str, bool)

    def __init__(self, ui: Ui, consent: ConsentText) -> None:
        super().__init__(ui)
        self._consent = consent
        self._given: bool | None = None
        line = row(self, gap=ui.theme.space["s"])
        self.words = ElidedText("body")
        self.state = Pill("line")
        self.button = Button("", "caption_strong")
        self.button.setObjectName(f"file_consent_{consent.purpose}")
        held(self.button, least_height=44)
        self.button.clicked.connect(self._on_clicked)
        line.addWidget(self.words, 1)
        line.addWidget(self.state)
        line.addWidget(self.button)
        self.retranslate()

    def show_given(self, given: bool | None) -> None:
        """None: nobody has asked them here, as far as is known."""
        self._given = given
        self.retranslate()

    def _on_clicked(self) -> None:
        self.changed.emit(self._consent.purpose, not self._given)

    def retranslate(self) -> None:
        given = self._given
        self.words.setText(purpose_words(self._consent.purpose))
        kind = {True: "jade", False: "red", None: "line"}[given]
        self.state.set(
            kind,
            {
                True: translate("File", "agreed"),
                False: translate("File", "not agreed"),
                None: translate("File", "not known here"),
            }[given],
        )
        self.button.say(translate("File", "Withdraw") if given else translate("File", "Agrees now"))
        self.button.setAccessibleName(about(self.words.text(), self.button.words()))


class MemberFileSheet(Sheet):
    """State and consents left, friends right.

    Signals:
        proof_wanted(), invite_wanted(), card_wanted(): a code for their phone, their invitation on the customer's
            screen, and on paper.
        end_wanted(str): withdrawing this consent (its purpose) ends the membership: ask first.
        told(str): what was done, for a notice.
        refused(Refusal): it was not.
        faulted(Exception): it could not be recorded.
    """

    wide = True
    on_scan = OnScan.CLOSE
    proof_wanted = Signal()
    invite_wanted = Signal()
    card_wanted = Signal()
    end_wanted = Signal(str)
    consented = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        actor: Staff,
        member: MemberView,
        *,
        codes: bool,
        prints: Callable[[], bool],
    ) -> None:
        """`codes`: HQ can send one now. `prints`: there is a printer for invitations."""
        super().__init__(ui)
        self._api, self._tasks, self._actor, self._member = api, tasks, actor, member
        self._codes, self._prints = codes, prints
        self._state: RegistrationState | None = None
        self._friends: Referrals | None = None
        self._lines: list[ConsentLine] = []
        space = ui.theme.space
        sides = row(gap=space["xl"])
        left = column(gap=space["s"])
        self.since = Text("body", "ink2", wrap=True)
        self.phone = Text("strong", wrap=True)
        self.review = Text("strong", "ink", wrap=True)
        self.brought = Text("body", "ink2", wrap=True)
        for part in (self.since, self.phone, self.review, self.brought):
            left.addWidget(part)
        self.consents_title = Text("caption_strong", "ink2")
        left.addWidget(self.consents_title)
        self._consents = column(gap=space["xs"])
        left.addLayout(self._consents)
        self.end = Text("caption", "ink2", wrap=True)
        left.addWidget(self.end)
        left.addStretch(1)
        sides.addLayout(left, 1)
        right = column(gap=space["s"])
        self.friends_title = Text("caption_strong", "ink2")
        right.addWidget(self.friends_title)
        area = ListArea(space["xs"], right=space["s"])
        area.prefer(320)
        self.friends = Text("body", "ink", wrap=True)
        area.rows.insertWidget(0, self.friends)
        right.addWidget(area, 1)
        sides.addLayout(right, 1)
        self.body.addLayout(sides, 1)
        foot = row(gap=space["m"])
        self.proof, self.invite, self.card = (
            Button("", "strong", key=key, rank="large") for key in ("F4", "F6", "F11")
        )
        for button, name, signal in (
            (self.proof, "file_proof", self.proof_wanted),
            (self.invite, "file_invite", self.invite_wanted),
            (self.card, "file_card", self.card_wanted),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
            foot.addWidget(button, 1)
        self.body.addLayout(foot)
        self.retranslate()
        tasks.run(api.registration_desk, self._on_desk, self._on_fault)
        self.load()

    def start_focus(self) -> QWidget:
        return self

    def load(self) -> None:
        """As it stands now."""
        self._tasks.run(partial(self._api.registration_state, self._member.id), self._on_state, self._on_fault)
        self._tasks.run(partial(self._api.referrals_of, self._member.id), self._on_friends, self._on_fault)

    def _on_desk(self, desk: RegistrationDesk) -> None:
        clear(self._consents)
        self._lines = [ConsentLine(self.ui, consent) for consent in desk.consents]
        for line in self._lines:
            line.changed.connect(self._on_consent)
            self._consents.addWidget(line)
            line.show()
        self.retranslate()

    def _on_state(self, state: RegistrationState) -> None:
        self._state = state
        self.retranslate()

    def _on_friends(self, friends: Referrals) -> None:
        self._friends = friends
        self.retranslate()

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        state, i18n = self._state, self.ui.i18n
        self.title.setText(spaced(translate("File", "{name}: file").format(name=self._member.masked_name)))
        self.close_button.say(translate("Sheet", "Close"))
        self.since.setText(
            spaced(translate("File", "Registered here {day}").format(day=i18n.day(state.registered_at)))
            if state is not None and state.registered_at is not None
            else translate("File", "A member from before, or registered elsewhere")
        )
        unproved = state is not None and state.registered_at is not None and not state.proved
        self.phone.setText(
            translate("File", "Phone not proved: points wait") if unproved else translate("File", "Phone proved")
        )
        self.phone.set_tone("warn" if unproved else "jade")
        self.phone.setVisible(state is not None and (unproved or state.proved))
        self.review.setText(self._review())
        self.review.setVisible(bool(self.review.text()))
        by = self._friends.invited_by if self._friends is not None else ""
        self.brought.setText(spaced(translate("File", "Recommended by {name}").format(name=by)) if by else "")
        self.brought.setVisible(bool(by))
        self.consents_title.setText(translate("File", "What they agreed to"))
        known = {one.purpose: one.given for one in state.consents} if state is not None else {}
        for line in self._lines:
            line.show_given(known.get(line._consent.purpose))
        self.end.setText(
            translate("File", "Who withdraws membership ends it: headquarters erases their name, phone and birthday.")
        )
        self.friends_title.setText(translate("File", "Friends they brought"))
        self.friends.setText(self._friends_words())
        self.proof.say(translate("File", "Prove phone now"))
        self.proof.setEnabled(unproved and self._codes)
        self.invite.say(translate("File", "Invitation: show"))
        self.card.say(translate("File", "Invitation: print"))
        self.card.setEnabled(self._prints())

    def _review(self) -> str:
        state = self._state
        if state is None:
            return ""
        if state.erased:
            return translate("File", "Erased")
        if state.merged_into:
            return translate("File", "Merged: this person is another member")
        said = review_words(state.review)
        if state.review in (ReviewState.ASKED, ReviewState.REJECTED) and state.reason:
            said = about(said, state.reason)
        return spaced(said)

    def _friends_words(self) -> str:
        found, i18n = self._friends, self.ui.i18n
        if found is None:
            return translate("File", "Looking it up…")
        lines = []
        for step in found.ladder:
            words = translate("File", "{have} of {need} friends: {rewards}").format(
                have=i18n.number(step.have), need=i18n.number(step.need), rewards=reward_sentence(step.gifts, i18n)
            )
            lines.append(spaced(words))
        for friend in found.friends[:_MOST_FRIENDS]:
            stage = stage_words(friend.stage)
            stage = about(stage, reason_words(friend.reasons[0])) if friend.reasons else stage
            lines.append(f"{friend.masked_name} · {i18n.short_day(friend.since)} · {stage}")
        more = len(found.friends) - _MOST_FRIENDS
        if more > 0:
            lines.append(translate("File", "and %n more", None, more))
        if not found.friends:
            lines.append(translate("File", "Nobody yet. Show or print their invitation."))
        return "\n".join(lines)

    # --- what is done ------------------------------------------------------------------------------------------------

    def _on_consent(self, purpose: str, given: bool) -> None:
        line = next(line for line in self._lines if line._consent.purpose == purpose)
        if not given and line._consent.required:
            self.end_wanted.emit(purpose)
            return
        work = partial(self._api.consent, self._member.id, purpose, given, self._actor)
        self._tasks.run(work, self._on_consented, self._on_fault)

    def _on_consented(self, answer: Consented | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self.consented.emit(answer)
            self.load()

    def own_key(self, event: QKeyEvent) -> bool:
        keys: dict[int, Button] = {
            Qt.Key.Key_F4: self.proof,
            Qt.Key.Key_F6: self.invite,
            Qt.Key.Key_F11: self.card,
        }
        button = keys.get(event.key())
        if button is None:
            return False
        if button.isEnabled():
            button.click()
        return True

    def _on_fault(self, fault: Exception) -> None:
        self.faulted.emit(fault)
