"""Making somebody a member: one transaction with the fact, the person beside it, and what campaigns give for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.registration import KeptPerson
from kiosk.application.registration.judge import judge_referral
from kiosk.application.registration.known import having, known, member_of, online
from kiosk.application.registration.outcomes import (
    AlreadyMember,
    NewMember,
    ReferralOutcome,
    Registered,
)
from kiosk.application.registration.passes import pass_of
from kiosk.domain.journal.facts import Fact
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.members.facts import Registered as RegisteredBody
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.newcomers import Field, Given, Newcomer, Typed, Wrong, check
from kiosk.domain.registration.person import (
    SALT_BYTES,
    Person,
    canonical,
    card_of,
    commitment,
    member_row,
)
from kiosk.domain.registration.phones import country_of
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.registration.referral import Refused, Verdict
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stores import Store
from kiosk.domain.time import instant

_OUR_ID = re.compile(r"[0-9a-f]{32}")


def register(context: Context, new: NewMember, actor: Actor) -> Registered | AlreadyMember | Refusal:
    """Make somebody a member, or say who has their phone already, or why not. The same registration twice is one,
    whoever asks again."""
    member = new.registration if _OUR_ID.fullmatch(new.registration) else context.new_id()
    again = context.ledger.run(lambda tx: _once_more(context, tx, member))
    if again is not None:
        return again
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    _identity, store = context.ledger.run(lambda tx: here(context, tx))
    ready = _checked(context, store, new, member)
    if isinstance(ready, Refusal):
        return ready
    proved = _proved(context, new, ready.person.phone)
    if isinstance(proved, Refusal):
        return proved
    outcome = context.ledger.run(lambda tx: _enrol(context, tx, store, new, ready, actor, proved=proved))
    if not isinstance(outcome, _Enrolled):
        return outcome
    context.reference.put_newcomers([outcome.row])
    return outcome.registered


@dataclass(frozen=True, slots=True)
class _Enrolled:
    registered: Registered
    row: Member


# -- what was typed ---------------------------------------------------------------------------------------------------


def _checked(context: Context, store: Store, new: NewMember, member: str) -> Newcomer | Refusal:
    """Everything that was typed, as it is kept; or the first thing that is wrong."""
    policy, signs = context.reference.registration_policy(), new.guardian
    typed = Typed(
        new.name,
        new.phone,
        new.birthday or "",
        new.email or "",
        new.language,
        new.child,
        signs is not None,
        signs.name if signs is not None else "",
        signs.phone if signs is not None else "",
        signs.relation if signs is not None else "",
        tuple(Given(one.purpose, one.version, one.given) for one in new.consents),
        on_paper=new.form is not None,
    )
    found = check(policy, country_of(store.currency), member, typed)
    return found if isinstance(found, Newcomer) else _refusal(policy, found[0])


def _refusal(policy: RegistrationPolicy, wrong: Wrong) -> Refusal:
    match wrong.field:
        case Field.PHONE | Field.GUARDIAN_PHONE:
            return Refusal(RefusalCode.PHONE_BAD, {"other": wrong.code})
        case Field.NAME | Field.GUARDIAN_NAME:
            return Refusal(RefusalCode.NAME_BAD, {"other": wrong.code})
        case Field.BIRTHDAY:
            return Refusal(RefusalCode.BIRTHDAY_BAD)
        case Field.EMAIL:
            return Refusal(RefusalCode.EMAIL_BAD)
        case Field.CONSENT:
            code = RefusalCode.CONSENT_CHANGED if wrong.code == "changed" else RefusalCode.CONSENT_MISSING
            return Refusal(code, {"other": wrong.purpose})
        case _:
            return Refusal(RefusalCode.GUARDIAN_MISSING, {"need": policy.guardian_below})


def _proved(context: Context, new: NewMember, phone: str) -> bool | Refusal:
    """Whether a code came back from the phone. Without an answer of HQ it did not, and that can be made good later."""
    if new.code is None:
        needed = context.reference.registration_policy().code_needed and online(context)
        return Refusal(RefusalCode.CODE_NEEDED) if needed else False
    checked = context.one_time.check(new.code.op, new.code.digits)
    if checked is None or isinstance(checked, Refusal):
        return False if checked is None else checked
    if not checked.proved:
        return Refusal(RefusalCode.CODE_WRONG, {"uses": checked.tries_left})
    return True if checked.phone == phone else Refusal(RefusalCode.CODE_OVER)


# -- the transaction --------------------------------------------------------------------------------------------------


def _enrol(
    context: Context, tx: LedgerTx, store: Store, new: NewMember, ready: Newcomer, actor: Actor, *, proved: bool
) -> _Enrolled | Registered | AlreadyMember | Refusal:
    person = ready.person
    again = _once_more(context, tx, person.member)  # two presses that came together
    if again is not None:
        return again
    form = new.form
    if form is not None and (used := tx.form_used(form.number)) is not None:
        return _same_form(context, tx, used.member, person)
    there = having(context, tx, person.phone)
    if there:
        return AlreadyMember(known(there[0], store), _too_late(context, tx, there[0], new))
    salt = context.randomness.bytes(SALT_BYTES)
    kept = KeptPerson(person.member, salt, canonical(person), context.now_ms())
    tx.keep_person(kept, person.phone)
    campaigns = context.campaigns(tx)
    campaigns.state(person.member)
    referral = ReferralOutcome()
    if new.referrer is not None:
        campaigns.state(new.referrer.member)
        referral = judge_referral(context, tx, campaigns, person, new.referrer.member, actor)
    body = _told(new, ready, referral, actor, commitment(salt, person), proved=proved)
    fact = tx.append(MEMBER_REGISTERED, actor.id, MEMBER_REGISTERED.write(body))
    tx.date_person(person.member, fact.corrected_ms)
    effects = campaigns.journal_rewards(fact)
    gifts = reward_views(campaigns, [one for effect in effects for one in effect.granted], person.member)
    row = member_row(person, store.id, instant(fact.corrected_ms))
    token = pass_of(context, tx, person.member, proved=proved)
    return _Enrolled(
        Registered(person.member, mask_name(person.name), row.card_no, token, gifts, referral, provisional=not proved),
        row,
    )


def _told(
    new: NewMember, ready: Newcomer, referral: ReferralOutcome, actor: Actor, commits: str, *, proved: bool
) -> RegisteredBody:
    """The fact's body: of the person it has no more than a commitment."""
    referrer, form = new.referrer, new.form
    return RegisteredBody(
        member=ready.person.member,
        channel=str(actor.channel),
        person=commits,
        proved=proved,
        consents=ready.consents,
        guardian=ready.person.guardian is not None,
        other=referrer.member if referrer is not None else None,
        how=str(referrer.how) if referrer is not None else None,
        campaign=(referrer.campaign or None) if referrer is not None else None,
        part=referral.reasons[0] if referral.verdict is Verdict.REFUSED else None,
        held=referral.reasons if referral.verdict is Verdict.HELD else (),
        form=form.number if form is not None else None,
        form_day=form.day.isoformat() if form is not None and form.day is not None else None,
    )


def _same_form(context: Context, tx: LedgerTx, member: str, person: Person) -> Registered | Refusal:
    """A form that was keyed in before: the same again does nothing, another person's number is a mistake."""
    row, used = member_of(context, tx, member), tx.enrolled(member)
    assert used is not None
    if row is not None and row.phone == person.phone:
        again = _once_more(context, tx, member)
        if again is not None:
            return again
    clerk = tx.staff_member(used.actor)
    return Refusal(
        RefusalCode.FORM_KEYED_IN, {"at": instant(used.at_ms), "clerk": clerk.name if clerk is not None else used.actor}
    )


def _too_late(context: Context, tx: LedgerTx, member: Member, new: NewMember) -> ReferralOutcome:
    """What is said of a recommendation of somebody who is a member already."""
    if new.referrer is None:
        return ReferralOutcome()
    if new.referrer.member == member.id:
        reason = Refused.SELF
    else:
        referred = context.campaigns(tx).state(member.id).referrer
        reason = Refused.ALREADY_REFERRED if referred else Refused.ALREADY_MEMBER
    return ReferralOutcome(Verdict.REFUSED, (reason,), new.referrer.masked_name)


# -- the same again ---------------------------------------------------------------------------------------------------


def _once_more(context: Context, tx: LedgerTx, member: str) -> Registered | None:
    """What was answered when this member was registered here; None when nobody of that id was."""
    if tx.enrolled(member) is None:
        return None
    identity, _store = here(context, tx)
    fact = next((one for one in tx.member_facts(member) if one.kind == MEMBER_REGISTERED and _is_of(one, member)), None)
    body = MEMBER_REGISTERED.read(fact.body) if fact is not None else None
    row = member_of(context, tx, member)
    if fact is None or body is None or row is None:
        return None
    campaigns = context.campaigns(tx)
    named = f"{identity.device}/{fact.hlc:x}"
    gifts = [one for one in campaigns.state(member).rewards.values() if one.happening.partition("+")[0] == named]
    return Registered(
        member,
        mask_name(row.name),
        row.card_no or card_of(member),
        pass_of(context, tx, member, proved=body.proved),
        reward_views(campaigns, gifts, member),
        referral_in(context, tx, body),
        provisional=not body.proved,
        again=True,
    )


def referral_in(context: Context, tx: LedgerTx, body: RegisteredBody) -> ReferralOutcome:
    """What a registration's fact says of its recommendation."""
    if not body.other:
        return ReferralOutcome()
    row = member_of(context, tx, body.other)
    verdict = Verdict.REFUSED if body.part else Verdict.HELD if body.held else Verdict.ACCEPTED
    reasons = (body.part,) if body.part else body.held
    return ReferralOutcome(verdict, reasons, mask_name(row.name) if row is not None else "")


def _is_of(fact: Fact, member: str) -> bool:
    return bool(fact.body.get("member") == member)
