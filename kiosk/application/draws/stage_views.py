"""A draw before a room as both screens show it."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.application.context import Context
from kiosk.application.draws.stage_outcomes import EnvelopeView, PrizeView, StageView, WinnerView
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.stage_draws import KeptEntrant
from kiosk.application.registration.passes import page_beside
from kiosk.domain.draws.batch import ENVELOPE, Drawn
from kiosk.domain.draws.beacon import QUICKNET, time_of
from kiosk.domain.draws.facts import LOCAL
from kiosk.domain.draws.stage import REHEARSAL, Holder, Phase, StageDraw, holders
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.members.masking import mask_name, mask_phone
from kiosk.domain.time import instant

NAMES_THAT_ROLL = 200
"""So many names are enough for what rolls past."""


def shown_name(person: KeptEntrant, shown: Shown) -> str:
    """The name as the room may see it; "" where none is shown, or it was erased."""
    if shown is Shown.TICKET:
        return ""
    # what HQ sends is masked already, and is not masked twice
    return person.name if shown is Shown.FULL or not person.salt else mask_name(person.name)


def shown_detail(person: KeptEntrant, shown: Shown) -> str:
    """What is seen of the phone number."""
    return mask_phone(person.phone) if shown is Shown.MASKED and person.phone else ""


def view(context: Context, tx: LedgerTx, draw: StageDraw, drawn: Drawn | None) -> StageView:
    """The draw as it stands. `drawn`: its result, once there is one."""
    manifest = draw.manifest
    chain = context.stage.chain()
    beacon = manifest.beacon if draw.by_beacon and not draw.rehearsal else None
    local = draw.draw.startswith((LOCAL, REHEARSAL))
    page = "" if draw.rehearsal else _page(context, tx)
    return StageView(
        draw=draw.draw,
        seq=draw.seq,
        rehearsal=draw.rehearsal,
        title=draw.title,
        event=draw.event,
        phase=draw.phase,
        fingerprint=draw.mh.hex(),
        entrants=manifest.entrants,
        tickets=manifest.tickets,
        prizes=_prizes(tx, draw, drawn),
        shown=draw.shown,
        frozen_at=instant(draw.frozen_at),
        publish_until=instant(manifest.publish_deadline * 1000),
        published_at=instant(draw.published_at) if draw.published_at else None,
        by_beacon=draw.by_beacon,
        round=beacon.round if beacon is not None else 0,
        round_at=instant(time_of(chain, beacon.round) * 1000) if beacon is not None else None,
        own_beacon=beacon is not None and beacon.chain != QUICKNET.hash,
        throws=tuple(int(digit) for digit in draw.throws),
        envelopes=tuple(
            EnvelopeView(name, name.removeprefix(ENVELOPE), name in draw.opened) for name in draw.envelopes
        ),
        signers=tuple(one.role for one in draw.signatures),
        witness_key=next((one.key for one in draw.signatures if one.role == "witness"), ""),
        seeded=draw.seeded,
        revealed=min(draw.revealed, draw.prizes),
        to_reveal=draw.prizes,
        alternates_left=_left(draw, drawn),
        voided=draw.voided,
        names=_names(tx, draw),
        link=f"{page}/{draw.draw}" if page else "",
        address=page.partition("://")[2],
        local=local,
        correctable=local and draw.phase is Phase.VOID and not tx.draw_said(draw.draw, draw.seq + 1),
    )


def _page(context: Context, tx: LedgerTx) -> str:
    """Where phones find all draws: at the address that HQ gave for its pages, else where this terminal reaches HQ."""
    brand, identity = context.reference.brand(), tx.identity()
    if brand is not None and (page := page_beside(brand.pages, "/draws")):
        return page
    return f"{identity.hq_url.rstrip('/')}/draws" if identity is not None and identity.hq_url else ""


def _left(draw: StageDraw, drawn: Drawn | None) -> int:
    if drawn is None:
        return min(draw.manifest.alternates, max(0, draw.manifest.entrants - draw.prizes))
    return len(drawn.alternates) - sum(1 for one in draw.passed if one.alternate >= 0)


def _names(tx: LedgerTx, draw: StageDraw) -> tuple[str, ...]:
    if draw.shown is Shown.TICKET:
        step = max(1, draw.manifest.tickets // NAMES_THAT_ROLL)
        return tuple(str(ticket + 1) for ticket in range(0, draw.manifest.tickets, step))[:NAMES_THAT_ROLL]
    found = tx.draw_names(draw.draw, draw.seq, NAMES_THAT_ROLL)
    return tuple(name for one in found if (name := shown_name(one, draw.shown)))


def _prizes(tx: LedgerTx, draw: StageDraw, drawn: Drawn | None) -> tuple[PrizeView, ...]:
    held: Sequence[Holder] = holders(draw, drawn)[: draw.revealed] if drawn is not None else ()
    people = tx.draw_people(draw.draw, draw.seq, (one.entrant for one in held if one.entrant >= 0))
    found, first = [], 0
    for prize in draw.manifest.prizes:
        here = tuple(_winner(one, people.get(one.entrant), draw.shown) for one in held[first : first + prize.n])
        name = draw.names.get(prize.code, prize.code)
        there_are = max(0, min(prize.n, draw.prizes - first))
        found.append(PrizeView(prize.code, name, prize.n, first, there_are, here))
        first += prize.n
    return tuple(found)


def _winner(holder: Holder, person: KeptEntrant | None, shown: Shown) -> WinnerView:
    name = shown_name(person, shown) if person is not None else ""
    detail = shown_detail(person, shown) if person is not None else ""
    return WinnerView(holder.place, name, holder.ticket, detail, holder.entrant, holder.instead)
