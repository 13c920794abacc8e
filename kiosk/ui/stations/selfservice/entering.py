"""From the number of a phone and the code that was sent to it to a member's visit; on the thread that may wait."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.registration.outcomes import CodeGiven, CodeSent, KnownHere, Proved
from kiosk.application.sales.outcomes import MemberFound
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


@dataclass(frozen=True, slots=True)
class Sent:
    """A code is on its way to a phone. `known`: whose it is, None: nobody's so far."""

    code: CodeSent
    known: KnownHere | None
    phone: str


def find_and_send(api: SelfServiceApi, phone: str, language: str) -> Sent | Refusal:
    """Whose phone it is, and a code to it: the same for a member's and for anybody's, so that nobody learns here whose
    it is."""
    known = api.who_has(phone)
    sent = api.send_code_to(known[0].member, language) if known else api.send_code(phone, language)
    return sent if isinstance(sent, Refusal) else Sent(sent, known[0] if known else None, phone)


def prove_and_enter(api: SelfServiceApi, member: str, code: CodeGiven, actor: Actor) -> MemberFound | Refusal:
    """Whether it is the code; then the member's visit."""
    proved = api.prove_phone(member, code.op, code.digits, actor)
    if isinstance(proved, Refusal):
        return proved
    return api.enter(api.new_visit(Channel.SELF_SERVICE), proved, actor)


def entered(api: SelfServiceApi, member: str, actor: Actor) -> MemberFound | Refusal:
    """The visit of somebody whose phone was proved while they registered."""
    return api.enter(api.new_visit(Channel.SELF_SERVICE), Proved(member), actor)
