"""Calls for help: made here, answered here, and what is known of all of the store's.

A call travels as a fact to HQ and as a row to the store's other terminals; it is made without HQ, too, and is heard by
nobody until HQ has it.
"""

from __future__ import annotations

from kiosk.application.context import Context, here
from kiosk.application.help.outcomes import HelpCall
from kiosk.application.ports.ledger import Identity, LedgerTx
from kiosk.domain.help.facts import HELP_ANSWERED, HELP_CALLED, HELP_ENDED, Called, OfCall
from kiosk.domain.help.model import KEPT_MS, CallForHelp, joined
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.time import instant


def call_help(context: Context, tx: LedgerTx, actor: Actor, page: str) -> HelpCall:
    """Call, unless this terminal does already."""
    identity, _store = here(context, tx)
    now = context.now_ms()
    mine = [one for one in _known(context, tx).values() if one.device == identity.device and one.asks(now)]
    if mine:
        return _view(context, tx, identity, mine[0])
    call = context.new_id()
    body = Called(call=call, terminal=identity.terminal_name, page=page)
    tx.append(HELP_CALLED, actor.id, HELP_CALLED.write(body))
    return _view(context, tx, identity, _known(context, tx)[call])


def end_help(context: Context, tx: LedgerTx, call: str, actor: Actor) -> None:
    """It is over, if it is this terminal's and is not over yet."""
    identity, _store = here(context, tx)
    found = _known(context, tx).get(call)
    if found is not None and found.device == identity.device and not found.ended:
        tx.append(HELP_ENDED, actor.id, HELP_ENDED.write(OfCall(call=call)))


def help_standing(context: Context, tx: LedgerTx, call: str) -> HelpCall | None:
    """What became of it."""
    identity, _store = here(context, tx)
    found = _known(context, tx).get(call)
    return _view(context, tx, identity, found) if found is not None else None


def help_calls(context: Context, tx: LedgerTx) -> tuple[HelpCall, ...]:
    """Those that ask for somebody."""
    identity, _store = here(context, tx)
    now = context.now_ms()
    asking = sorted((one for one in _known(context, tx).values() if one.asks(now)), key=lambda one: one.since)
    return tuple(_view(context, tx, identity, one) for one in asking)


def answer_help(context: Context, tx: LedgerTx, call: str, actor: Staff) -> HelpCall | Refusal:
    """`actor` goes there."""
    identity, _store = here(context, tx)
    found = _known(context, tx).get(call)
    if found is not None and found.answered_by == actor.id and not found.ended:
        return _view(context, tx, identity, found)
    if found is not None and found.answered_by and not found.ended:
        names = _names(tx)
        at, who = instant(found.answered), names.get(found.answered_by, found.answered_by)
        return Refusal(RefusalCode.HELP_ANSWERED, {"at": at, "clerk": who})
    if found is None or not found.asks(context.now_ms()):
        return Refusal(RefusalCode.HELP_OVER)
    tx.append(HELP_ANSWERED, actor.id, HELP_ANSWERED.write(OfCall(call=call)))
    return _view(context, tx, identity, _known(context, tx)[call])


def _known(context: Context, tx: LedgerTx) -> dict[str, CallForHelp]:
    """By id, what HQ told and what was said here; of a call from elsewhere only HQ says when and where."""
    said = tx.help_said(context.now_ms() - KEPT_MS)
    return {call: one for call, one in joined((*context.reference.help_told(), *said)).items() if one.terminal}


def _view(context: Context, tx: LedgerTx, identity: Identity, call: CallForHelp) -> HelpCall:
    heard = call.device != identity.device or any(one.call == call.call for one in context.reference.help_told())
    return HelpCall(
        call=call.call,
        terminal=call.terminal,
        since=instant(call.since),
        here=call.device == identity.device,
        heard=heard,
        answered_by=_names(tx).get(call.answered_by, call.answered_by) if call.answered_by else "",
        answered_at=instant(call.answered) if call.answered_by else None,
        ended=bool(call.ended),
    )


def _names(tx: LedgerTx) -> dict[str, str]:
    return {one.id: one.name for one in tx.staff()}
