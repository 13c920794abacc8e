"""Registration forms on paper: a set is printed, and each is keyed in once."""

from __future__ import annotations

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.registration.outcomes import FormNamed, FormsPrinted
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.facts import FORMS_PRINTED, FormsPrintedBody
from kiosk.domain.registration.forms import MOST_FORMS, form_numbers, form_read
from kiosk.domain.slips.code import book_id
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant


def print_forms(context: Context, tx: LedgerTx, count: int, actor: Actor) -> FormsPrinted | Refusal:
    """A set of so many numbered forms, journalled. NOT_PERMITTED without MANAGE_SLIPS. ValueError for a count that no
    set has."""
    if not actor.may(Permission.MANAGE_SLIPS):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if not 1 <= count <= MOST_FORMS:
        raise ValueError(f"{count} forms")
    here(context, tx)
    made = book_id(context.randomness.bytes(8))
    tx.append(FORMS_PRINTED, actor.id, FORMS_PRINTED.write(FormsPrintedBody(set=made, first=1, last=count)))
    return FormsPrinted(made, form_numbers(made, count), context.reference.registration_policy().consents)


def name_form(tx: LedgerTx, text: str, set_id: str) -> FormNamed | Refusal:
    """Which form is meant. FORM_MISREAD; FORM_KEYED_IN, though the same form with the same person may come again."""
    number = form_read(text, set_id)
    if number is None:
        return Refusal(RefusalCode.FORM_MISREAD, {"read": text.strip()[:24]})
    used = tx.form_used(number)
    if used is not None:
        clerk = tx.staff_member(used.actor)
        who = clerk.name if clerk is not None else used.actor
        return Refusal(RefusalCode.FORM_KEYED_IN, {"at": instant(used.at_ms), "clerk": who})
    return FormNamed(number, number.partition("-")[0])
