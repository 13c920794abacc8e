"""Registrations and merges: who is who (kiosk/hq/members/kinship.py). Kept from the first fact on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from kiosk.domain.members.facts import MEMBER_REGISTERED, Registered
from kiosk.domain.registration.facts import MEMBERS_MERGED, MergedBody
from kiosk.hq.context import Caller
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.members.kinship import follow_rows, merged, registered
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.store.schema import CHAIN


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    enrolled: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    for read in facts:
        stamp = {"store": CHAIN, "hlc": read.fact.hlc, "device": origin.device}
        if isinstance(read.body, Registered):
            referrer = "" if read.body.part else read.body.other or ""
            enrolled.append({**stamp, "member": read.body.member, "at_store": origin.store, "referrer": referrer})
        elif isinstance(read.body, MergedBody) and read.body.other:
            rests_on = {name: msgspec.json.encode(getattr(read.body, name)).decode() for name in _RESTS_ON}
            words.append({**stamp, "member": read.body.member, "other": read.body.other, **rests_on})
    run.tx.insert_new(registered, enrolled)
    run.tx.insert_new(merged, words)
    if run.live is not None:
        names = {row["member"] for row in (*enrolled, *words)} | {row["other"] for row in words}
        follow_rows(run.tx, names, run.live.now)


_RESTS_ON = ("of_member", "of_other")


KINSHIP = Projection(
    name="kinship",
    version=1,
    kinds=frozenset({str(MEMBER_REGISTERED), str(MEMBERS_MERGED)}),
    tables=(registered, merged),
    apply=_apply,
)
