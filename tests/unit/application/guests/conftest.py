"""A desk at the anniversary: a list of five, one of them a member."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.guests.event import Guest, Standing
from tests.shared.desk import EventDesk, gala
from tests.shared.till import member

CARD = "20000006"
LIST = (
    Guest("gala", "g-1", "王小明", phone="+886912000001", codes=("secret-1",), seat="3"),
    Guest("gala", "g-2", "李大同", phone="+886912000002", codes=("secret-2",), plus_ones=2, tags=("vip",)),
    Guest("gala", "g-3", "陳美麗", phone="+886912000003", member="m-1"),
    Guest("gala", "g-4", "林候補", phone="+886912000004", standing=Standing.WAITING),
    Guest("gala", "g-5", "吳取消", phone="+886912000002", standing=Standing.CANCELLED),
)


@pytest.fixture
def desk() -> Iterator[EventDesk]:
    """It is noon, and HQ is out of reach."""
    desk = EventDesk()
    desk.has_members(member("m-1", card_no=CARD), member("m-2", phone="+886912000001"))
    desk.has_event(gala(), *LIST)
    yield desk
    desk.close()
