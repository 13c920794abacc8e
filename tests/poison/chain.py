"""A chain of two stores with campaigns, to which a terminal pushes facts that no terminal of ours would journal."""

from __future__ import annotations

import logging
import random
import shutil
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kiosk import paths
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.time import millis
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.wire.messages import Health, PushAnswer
from tests.poison.bodies import record
from tests.simulation.promotion import promotion
from tests.unit.hq.campaign_rig import document, member, with_members
from tests.unit.hq.rig import Terminal, TestClock, coupon, headquarters, put, read, template

NOW = datetime(2026, 12, 20, 4, 0, tzinfo=UTC)
RULES = """
budget:
  - {id: gifts, name: NAME, amount: 900}
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
  - {id: money, name: NAME, value: 20, valid_days: 90}
rules:
  - {id: points, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 5, per: [member, day]}]}
  - {id: second, name: NAME, when: {event: purchased, n: 2}, give: [{coupon: five}],
     limits: [{most: 3, per: [household]}]}
  - {id: back, name: NAME, when: purchased, give: [{coupon: {template: money, percent_of_purchase: 10}}]}
  - {id: summer, name: NAME, for: everyone, when: basket, if: {code: [SUMMER24]}, give: [{discount: {off: 15}}],
     limits: [{most: 100}, {most: 9, per: [day]}]}
  - {id: streak, name: NAME, when: checked_in, give: [{points: 3}], limits: [{most: 9, per: [clerk, day]}]}
  - {id: total, name: NAME, when: purchased, give: [{points: 1}], limits: [{most: 200}], budget: gifts}
"""
VOUCHERS = (("v1", "m1"), ("v2", None))
SHIPPED = ("mini-program", "product-welfare", "referral-party")


@dataclass
class Told:
    """What came of it."""

    facts: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)

    def add(self, other: Told) -> None:
        self.facts += other.facts
        self.unread += other.unread
        self.faults += other.faults


def published(hq: Headquarters) -> None:
    autumn = document(RULES).replace("2026-09-25", "2026-11-20").replace("2026-10-20", "2027-01-20")
    files = [paths.resources() / "campaigns" / f"{name}.yaml" for name in SHIPPED]
    for text in (autumn, promotion(), *(file.read_text(encoding="utf-8") for file in files)):
        done = hq.publish_campaign(text)
        assert isinstance(done, CampaignPublished), done


def with_vouchers(hq: Headquarters) -> None:
    """A voucher of value of m1, and one of whoever holds it."""
    worth = template("v", benefit=Benefit(BenefitKind.VALUE, value=50_000), campaign="")
    rows = [put(CHAIN, "templates", "v", worth)]
    rows += [
        put("s1", "coupons", name, CouponRow(coupon(name, template="v", member=of), "KC1:")) for name, of in VOUCHERS
    ]
    hq.publish(rows)


class _Faults(logging.Handler):
    """Where HQ broke, out of its log."""

    def __init__(self, told: Told) -> None:
        super().__init__(logging.ERROR)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        line = msgspec.json.decode(record.getMessage())
        self._told.faults[f"{line.get('event')} {line.get('error')} {'|'.join(line.get('where', ())[-2:])}"] += 1


@contextmanager
def chain(folder: Path, told: Told) -> Iterator[tuple[Headquarters, TestClock]]:
    """Members of both stores, campaigns in force. HQ's faults are counted in `told` and not logged."""
    clock = TestClock(millis(NOW))
    log = logging.getLogger("kiosk.hq")
    handler, before = _Faults(told), log.propagate
    log.addHandler(handler)
    log.propagate = False
    hq = headquarters(folder, clock)
    try:
        with_members(hq, member("m1"), member("m2"), member("m3", "s2"), member("m4", "s2"))
        published(hq)
        with_vouchers(hq)
        yield hq, clock
    finally:
        hq.database.close()
        log.removeHandler(handler)
        log.propagate = before


def play(seed: int, batches: int, *, at_once: int = 100, check: bool = True) -> Told:
    """Push so many batches of broken facts in correct chains. Raises AssertionError at an answer of 5xx, a fact that
    is not acknowledged, or read models that are not what all facts give."""
    told = Told()
    dice = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kiosk-poison-"))
    try:
        with chain(folder, told) as (hq, clock):
            tills = [Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")]
            for _ in range(batches):
                clock.now += dice.randrange(60_000)
                till = dice.choice(tills)
                for _ in range(at_once):
                    till.raw(record(dice, clock.now, len(till.chain) + 1))
                answer = _pushed(till, seed, told_all=dice.random() < 0.25)
                told.facts += at_once
                told.unread.update(f"{one.kind}: {one.detail.get('reason')}" for one in answer.results)
            if check:
                flaws = hq.verify()
                assert flaws == [], f"seed {seed}: {flaws[:5]}"
    except Exception as fault:  # noqa: BLE001  (counted, and told at the end)
        told.faults[f"{type(fault).__name__}: {str(fault)[:300]} {traceback.format_exc(limit=-3)[-600:]}"] += 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return told


def _pushed(till: Terminal, seed: int, *, told_all: bool) -> PushAnswer:
    """`told_all`: HQ counts rewards after it, and looks at members."""
    first, last = till.acked + 1, len(till.chain)
    queue = last - till.acked if told_all else 2**31
    batch = msgspec.structs.replace(till.batch(first, last), health=Health(app_version="1", queue=queue))
    response = till.call("POST", "/v1/push", batch)
    assert response.status == 200, f"seed {seed}: facts {first} to {last} of {till.device}: {response.status}"
    answer = read(response, PushAnswer)
    assert answer.acked == last
    till.acked = last
    return answer
