"""Coupons on paper: series that HQ issued, and numbers that it took back. What a terminal says of them is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.domain.coupons.facts import SERIES_ISSUED, SERIES_REVOKED, SeriesBack, SeriesMade
from kiosk.domain.journal.facts import Fact
from kiosk.hq.context import Caller
from kiosk.hq.coupons.series_tables import coupon_series, coupon_series_back
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.store.schema import CHAIN

_FIRST = ("hlc", "device", "epoch", "seq")


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    if origin.store != CHAIN:
        return
    found = list(_of(facts))
    made = [
        {
            **_place(origin, fact, one.series),
            "template": one.template,
            "first": one.first,
            "last": one.last,
            "since": one.since,
            "until": one.until,
            "home": one.store,
            "worth": one.worth,
            "by": one.by,
        }
        for fact, one in found
        if isinstance(one, SeriesMade)
    ]
    run.tx.insert_first(coupon_series, made, _FIRST)
    back = [
        {
            **_place(origin, fact, one.series),
            "first": one.first,
            "last": one.last,
            "reason": one.reason,
            "by": one.by,
        }
        for fact, one in found
        if isinstance(one, SeriesBack)
    ]
    run.tx.insert_first(coupon_series_back, back, _FIRST)


def _of(facts: Sequence[ReadFact]) -> Iterator[tuple[Fact, SeriesMade | SeriesBack]]:
    for read in facts:
        for change in read.changes:
            if isinstance(change, SeriesMade | SeriesBack):
                yield read.fact, change


def _place(origin: Caller, fact: Fact, series: str) -> dict[str, str | int | None]:
    place: dict[str, str | int | None] = {
        "store": origin.store,
        "device": origin.device,
        "epoch": fact.epoch,
        "seq": fact.seq,
    }
    return {**place, "series": series, "hlc": fact.hlc, "at": fact.corrected_ms}


SERIES = Projection(
    name="series",
    version=1,
    kinds=frozenset({SERIES_ISSUED, SERIES_REVOKED}),
    tables=(coupon_series, coupon_series_back),
    apply=_apply,
)
