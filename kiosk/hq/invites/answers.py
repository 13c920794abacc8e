"""`/q/…`: what is answered to a phone that opens an invitation, and to each of its forms.

Nobody learns here who is a member: a phone that has one gets the same page after the same work, and its owner a message
that says so in place of a code. Only who has proved that a phone is theirs is told on the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain.documents.brand import Brand
from kiosk.domain.ids import ordered_id
from kiosk.domain.registration.newcomers import Newcomer, Wrong
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.documents import phone
from kiosk.hq.documents.phone import Frame
from kiosk.hq.invites import forms, invitation, joining, sealed, views, words
from kiosk.hq.invites.forms import Filled, Kept
from kiosk.hq.invites.invitation import Invitation, Worth
from kiosk.hq.members.reviews import policy as policy_of
from kiosk.hq.registration import codes, persons
from kiosk.hq.registration.codes import CodeRefused
from kiosk.hq.reply import Reply
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import issue, keys

LOGO = "logo/"
_PASS_VALID = timedelta(minutes=15)
_STATUS = {Worth.NOT_YET: 200, Worth.OVER: 410, Worth.EXPIRED: 410, Worth.WITHDRAWN: 410, Worth.NONE: 404}
_OURS = ("same-origin", "none", "")


@dataclass(frozen=True, slots=True)
class Asked:
    """A browser's request. `place`: what stands behind `/q/`; `query`: behind the "?"; `address`: the caller's."""

    place: str
    query: str
    headers: Mapping[str, str]
    address: str
    body: bytes = b""


def opened(context: Context, tx: Tx, asked: Asked) -> Reply:
    """`GET /q/…`."""
    brand = brands.brand(tx)
    if asked.place.startswith(LOGO):
        return phone.logo(brand, asked.place.removeprefix(LOGO))
    frame = _frame(asked, brand)
    invited = invitation.read(context, tx, asked.place)
    if invited.worth is not Worth.GOOD:
        return phone.reply(frame, views.no_use(frame, invited), _STATUS[invited.worth])
    return _Visit(context, tx, frame, invited, policy_of(tx), asked).form(Filled())


def sent(context: Context, tx: Tx, asked: Asked) -> Reply:
    """`POST /q/…`: one of the page's forms."""
    brand = brands.brand(tx)
    frame = _frame(asked, brand)
    if asked.headers.get("sec-fetch-site", "") not in _OURS:
        return phone.reply(frame, views.strange(frame), 403)
    invited = invitation.read(context, tx, asked.place)
    if invited.worth is not Worth.GOOD:
        return phone.reply(frame, views.no_use(frame, invited), _STATUS[invited.worth])
    return _Visit(context, tx, frame, invited, policy_of(tx), asked).step()


def _frame(asked: Asked, brand: Brand | None) -> Frame:
    return Frame(phone.language_of(asked.query, asked.headers), brand, words.PAGE)


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request about an invitation that is good."""

    context: Context
    tx: Tx
    frame: Frame
    invited: Invitation
    policy: RegistrationPolicy
    asked: Asked

    def form(self, form: Filled, wrongs: Sequence[Wrong] = (), notice: str = "", status: int = 200) -> Reply:
        hidden = {"form": sealed.form_token(self.context, self.invited.about)}
        shown = views.invitation(self.frame, self.invited, self.policy, form, hidden, wrongs, notice)
        return self.page(shown, status)

    def page(self, body: bytes, status: int = 200) -> Reply:
        return phone.reply(self.frame, body, status)

    def step(self) -> Reply:
        """What the form that was sent asks for."""
        fields = forms.fields_of(self.asked.body)
        if "kept" in fields:
            said = sealed.opened(self.context, fields["kept"], self.invited.about, Kept)
            if said is None:
                return self.form(Filled(), notice=words.FORM_OLD.get(self.frame.language), status=400)
            return self._second(fields, said)
        form = forms.filled(fields, self.frame.language)
        if not sealed.is_ours(self.context, fields.get("form", ""), self.invited.about):
            return self.form(form, notice=words.FORM_OLD.get(self.frame.language), status=400)
        now = self.context.clock.now_ms()
        return self._send(form, ordered_id(now, self.context.random.bytes(10)))

    def _second(self, fields: Mapping[str, str], said: Kept) -> Reply:
        form = forms.filled_again(said)
        step = fields.get("step", "code")
        if step == "change":
            return self.form(form)
        return self._send(form, said.member) if step == "again" else self._confirm(fields.get("code", ""), form, said)

    def _judged(self, form: Filled, member: str) -> Newcomer | tuple[Wrong, ...]:
        return forms.judged(self.policy, self.invited.country, member, form)

    def _send(self, form: Filled, member: str) -> Reply:
        """Everything is filled in: a code to the phone, or, of a member's phone, the message that it is one."""
        language = self.frame.language
        new = self._judged(form, member)
        if not isinstance(new, Newcomer):
            return self.form(form, new, status=422)
        settings = self.context.settings
        if not self.context.invites.take(
            self.invited.about, settings.codes_of_invite_a_minute, self.context.clock.mono_ms()
        ):
            return self.page(views.in_store(self.frame, self.invited, words.TOO_MANY_CODES.get(language)), 429)
        asked_by = codes.by_address(self.context, self.asked.address)
        phone = new.person.phone
        letter = "already" if persons.having(self.context, self.tx, phone) else "code"
        given = codes.ask(
            self.context, self.tx, phone, "register", language, asked_by,
            letter=letter, most_an_hour=settings.codes_of_address_an_hour,
        )  # fmt: skip
        if isinstance(given, CodeRefused):
            says, status = (words.TOO_MANY_CODES, 429) if given.code == "too_many" else (words.NO_CODES, 503)
            return self.page(views.in_store(self.frame, self.invited, says.get(language)), status)
        return self._ask_code(forms.kept(form, new, given.op, asked_by))

    def _ask_code(self, said: Kept, wrong: str = "", status: int = 200) -> Reply:
        hidden = {"kept": sealed.seal(self.context, said, self.invited.about)}
        return self.page(views.code(self.frame, said.shown, hidden, wrong), status)

    def _confirm(self, digits: str, form: Filled, said: Kept) -> Reply:
        language = self.frame.language
        new = self._judged(form, said.member)
        if not isinstance(new, Newcomer):  # the chain asks for something else since a moment
            return self.form(form, new, status=422)
        typed = "".join(str(int(one)) for one in digits if one.isdecimal())
        if not typed:
            return self._ask_code(said, words.wrong("code", "empty", language), 422)
        tried = codes.check(self.context, self.tx, said.op, typed, said.asked_by)
        if tried is None or not tried.proved or tried.phone != new.person.phone:
            state = "expired" if tried is None else tried.state
            left = str(tried.tries_left) if tried is not None else "0"
            why = {
                "expired": words.OLD_CODE, "spent": words.SPENT_CODE, "undeliverable": words.UNDELIVERABLE,
            }.get(state, words.WRONG_CODE)  # fmt: skip
            return self._ask_code(said, words.say(why, language, tries=left), 422)
        done = joining.join(self.context, self.tx, self.invited, self.policy, new)
        return self.page(views.already(self.frame)) if done is None else self._welcome(done)

    def _welcome(self, done: joining.Joined) -> Reply:
        key, now = keys.signing(self.context, self.tx), self.context.clock.now_ms()
        shown = issue.member_pass(key, self.context.settings.issuer, done.row.id, instant(now), _PASS_VALID)
        until = now + int(_PASS_VALID.total_seconds()) * 1000
        return self.page(views.welcome(self.frame, self.invited, done, shown, until))
