"""Words of customers (`POST /v1/remarks`): kept when the fact that commits to them is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from kiosk.domain.campaigns.facts import SURVEY_ANSWERED
from kiosk.domain.draws.claim_facts import Said
from kiosk.domain.journal.facts import FactError, decode
from kiosk.domain.remarks.remark import SALT_BYTES, commitment, read_remark
from kiosk.hq.context import Caller, Context
from kiosk.hq.projections.prizes import committed
from kiosk.hq.registration.persons import is_erased
from kiosk.hq.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import remark
from kiosk.hq.store.schema import fact, member_fact
from kiosk.protocol.wire.messages import RemarkRecord, RemarksAnswer, RemarksRequest

AT_ONCE = 50
ADDRESS, SIGNATURE = "~address", "~signature"
"""In the place of a survey's id, which has no "~": where a prize is sent, and what was drawn when one was fetched."""
_OF_CLAIM = {Said.ADDRESSED: ADDRESS, Said.HANDED: SIGNATURE}


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of a member, with the score they gave (1 to 5). `at`: ms since 1970, UTC."""

    store: str
    member: str
    survey: str
    score: int
    at: int
    text: str


def told(context: Context, tx: Tx, caller: Caller, request: RemarksRequest) -> Reply:
    """`POST /v1/remarks`."""
    now = context.clock.now_ms()
    if len(request.remarks) > AT_ONCE:
        return problem(413, "too_many", f"at most {AT_ONCE} at a time", now)
    kept: list[str] = []
    refused: dict[str, str] = {}
    for record in request.remarks:
        name = _commitment(record)
        if name is None:
            continue  # nobody could say which was meant
        why = _take(tx, caller.store, record, name)
        if why:
            refused[name] = why
        else:
            kept.append(name)
    return Reply(200, RemarksAnswer(kept=tuple(dict.fromkeys(kept)), refused=refused, time=now))


def _commitment(record: RemarkRecord) -> str | None:
    return commitment(record.salt, record.text) if len(record.salt) == SALT_BYTES else None


def _take(tx: Tx, store: str, record: RemarkRecord, name: str) -> str:
    """Keep it; "", or why not."""
    if is_erased(tx, record.member):
        return "erased"
    if read_remark(record.text) != record.text or not record.text:
        return "unreadable"
    said = _said(tx, store, record.member, name)
    if said is None:
        return _take_of_claim(tx, store, record, name)
    at, body = said
    row = {
        "store": store, "commitment": name, "member": record.member, "survey": str(body.get("ref", ""))[:64],
        "score": int(body.get("value", 0)), "at": at, "text": record.text,
    }  # fmt: skip
    tx.insert_new(remark, [row])
    return ""


def _take_of_claim(tx: Tx, store: str, record: RemarkRecord, name: str) -> str:
    """Where a prize is sent, or who signed for it: words of a member like others, and read by who needs them alone."""
    prize = committed(tx, record.member, name)
    if prize is None:
        return "unknown"
    row = {
        "store": store, "commitment": name, "member": record.member, "survey": _OF_CLAIM[prize[0]], "score": 0,
        "at": prize[1], "text": record.text,
    }  # fmt: skip
    tx.insert_new(remark, [row])
    return ""


def address(tx: Tx, commitment: str) -> str:
    """Where to send what commits to it; "": HQ has not been told yet, or the member was erased."""
    query = select(remark.c.text).where(remark.c.commitment == commitment, remark.c.survey == ADDRESS)
    return str(tx.execute(query).scalar() or "")


def signature(tx: Tx, commitments: Sequence[str]) -> str:
    """What was drawn; "": HQ has not been told yet, it was on paper, or the member was erased."""
    query = select(remark.c.text).where(remark.c.commitment.in_(commitments), remark.c.survey == SIGNATURE)
    return str(tx.execute(query.limit(1)).scalar() or "")


def _said(tx: Tx, store: str, member: str, name: str) -> tuple[int, dict[str, Any]] | None:
    """When, and what, the fact says that commits to it; None: there is none of this store."""
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    mine = (member_fact.c.member == member) & (member_fact.c.store == store) & (fact.c.kind == str(SURVEY_ANSWERED))
    for raw in tx.execute(select(fact.c.raw).join(member_fact, same).where(mine)).scalars():
        try:
            one = decode(bytes(raw))
        except FactError:
            continue
        if one.body.get("remark") == name:
            return one.corrected_ms, dict(one.body)
    return None


def remarks(tx: Tx, *, survey: str | None = None, since: int = 0) -> list[Remark]:
    """What was said since then (ms), newest first."""
    query = select(remark).where(remark.c.at >= since, remark.c.survey.not_in((ADDRESS, SIGNATURE)))
    if survey is not None:
        query = query.where(remark.c.survey == survey)
    rows = tx.execute(query.order_by(remark.c.at.desc(), remark.c.commitment))
    return [Remark(row.store, row.member, row.survey, row.score, row.at, row.text) for row in rows]
