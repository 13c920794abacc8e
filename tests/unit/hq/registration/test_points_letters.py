"""Who is about to lose points hears of it in time, once a month, and only if they want letters."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.store.people import message
from tests.unit.hq.campaign_rig import published
from tests.unit.hq.registration.people import join, somebody
from tests.unit.hq.registration.test_persons import MAIL, SMS
from tests.unit.hq.rig import Terminal, TestClock

DAY = 86_400_000
RULES = """
points: {expire: {days: 40}}
rules:
  - {id: task, name: NAME, when: {event: task_done, ref: look}, give: [{points: 120}]}
tasks: [{id: look, name: NAME}]
"""


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    published(hq, RULES)
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")
    hq.messages.set_gateway(Channel.MAIL, MAIL, None, "ann")
    return Terminal.enrolled(hq)


def earns(hq: Headquarters, who: str) -> None:
    assert [one.quantity for one in hq.record("task.done", {"member": who, "ref": "look"})] == [120]


def written(hq: Headquarters) -> list[tuple[str, str, str]]:
    """(channel, member, points) of the letters, after HQ's look of the day."""
    letters = hq.registration.points_letters()
    for _ in range(10):
        letters.once()
    with hq.database.read() as tx:
        rows = tx.execute(select(message).where(message.c.kind == "points").order_by(message.c.channel)).all()
    return [(row.channel, row.member, msgspec.json.decode(row.words)["points"]) for row in rows]


def test_a_letter_in_time_once_a_month(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    join(till, somebody("n1", email="mei@example.com"))
    join(till, somebody("n2", phone="+886912000002"))
    earns(hq, "n1")
    assert written(hq) == [], "forty days are long"
    clock.now += 12 * DAY
    both = [("mail", "n1", "120"), ("sms", "n1", "120")]
    assert written(hq) == both
    clock.now += 3 * DAY
    assert written(hq) == both, "not again"
    with hq.database.read() as tx:
        words = tx.execute(select(message.c.words).where(message.c.kind == "points")).scalars().first()
    assert msgspec.json.decode(words or "")["until"] == "2026-11-09"


def test_who_agreed_to_no_letters_and_what_is_switched_off(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    join(till, somebody("n1", email="mei@example.com"), consents=[["marketing", "1"]])
    earns(hq, "n1")
    clock.now += 20 * DAY
    assert written(hq) == []


def test_without_a_gateway_or_points_that_run_out_nobody_is_looked_at(hq: Headquarters) -> None:
    letters = hq.registration.points_letters()
    assert letters.once() == letters.once() == 3_600_000
