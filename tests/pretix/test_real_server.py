"""Against a real pretix server (`make test-pretix`): what the server of the unit tests does is what pretix does.

The server has been seeded; where, is in PRETIX_SEED (JSON), its address in PRETIX_URL.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.clock import SystemClock
from kiosk.domain.guests.facts import GUEST_LEFT, GUEST_SIGNED_IN, GUEST_UNDONE
from kiosk.hq.guests_pretix import links, pushing
from kiosk.hq.guests_pretix.api import Fault, Link, Pretix, PretixFault
from kiosk.hq.guests_pretix.clock import PretixClock
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.guests.test_events import came, published
from tests.unit.hq.rig import Terminal, TestClock, headquarters

SEED = os.environ.get("PRETIX_SEED", "")
pytestmark = pytest.mark.skipif(not SEED, reason="needs a pretix server: make test-pretix")


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    said: dict[str, Any] = json.loads(Path(SEED).read_text("utf-8"))
    return said


@pytest.fixture(scope="module")
def link(seed: dict[str, Any]) -> Link:
    return Link(url=os.environ["PRETIX_URL"], organizer=seed["organizer"], event=seed["event"], list=seed["list_main"])


@pytest.fixture(scope="module")
def hq(tmp_path_factory: pytest.TempPathFactory, link: Link, seed: dict[str, Any]) -> Iterator[Headquarters]:
    made = headquarters(tmp_path_factory.mktemp("hq"), TestClock(SystemClock().now_ms()))
    published(made, starts="2026-12-05 18:00", ends="2030-12-05 22:00")
    with made.database.write() as tx:
        links.put(made.context, tx, "gala", link, seed["token"], "boss")
    yield made
    made.database.close()


def api(link: Link, token: str) -> Pretix:
    return Pretix(link, token, SystemClock(), lambda ms: time.sleep(ms / 1000))


def inside(pretix: Pretix, secret: str) -> list[str]:
    """The check-ins that count of a ticket, by type."""
    rows = pretix._pages(f"{pretix._event}checkinlists/{pretix._link.list}/positions/?search={secret}")
    return [one["type"] for row in rows for one in row["checkins"]]


def test_a_wrong_token_and_a_wrong_list(link: Link, seed: dict[str, Any]) -> None:
    for token, number, fault in (("nonsense", link.list, Fault.TOKEN), (seed["token"], 999_999, Fault.NOT_FOUND)):
        asked = api(Link(url=link.url, organizer=link.organizer, event=link.event, list=number), token)
        with pytest.raises(PretixFault) as raised:
            asked.list_name()
        assert raised.value.fault is fault


def test_the_list_comes_whole_and_who_came_goes_back_once(hq: Headquarters, link: Link, seed: dict[str, Any]) -> None:
    pretix, clock = api(link, seed["token"]), hq.context.clock
    assert isinstance(clock, TestClock)
    taken = PretixClock(hq.context).now("gala")
    assert taken is not None
    assert taken.new > 1_000
    again = PretixClock(hq.context).now("gala")
    assert again is not None
    assert (again.new, again.changed, again.cancelled, again.same) == (0, 0, 0, taken.new)
    guests = {one.codes[0]: one for one in hq.events.attended("gala").guests.values()}
    fresh = (one for one in seed["secrets"]["gen"] if not inside(pretix, one))
    first, second, third = (guests[secret] for secret in islice(fresh, 3))
    assert first.phone.startswith("+886")
    desk = Terminal.enrolled(hq)

    def say(kind: str, guest: str, **more: Any) -> str:
        clock.now = max(clock.now + 1_000, SystemClock().now_ms())
        desk.open_session()
        seq = desk.fact(kind, came(guest, **more))
        desk.push()
        PretixClock(hq.context).once()
        return f"{desk.device}/{json.loads(desk.chain[seq - 1][0])['hlc']:x}"

    word = say(GUEST_SIGNED_IN, first.id)
    assert inside(pretix, first.codes[0]) == ["entry"]
    # the answer was lost: the same nonce again counts nothing twice
    device, _, stamp = word.rpartition("/")
    nonce = pushing.nonce(device, int(stamp, 16))
    assert pretix.came(first.codes[0], nonce, "2026-12-05T10:00:00+00:00").taken
    assert inside(pretix, first.codes[0]) == ["entry"]
    say(GUEST_UNDONE, first.id, of=word, reason="twice")
    assert inside(pretix, first.codes[0]) == []
    assert pretix.annul(nonce, "2026-12-05T10:00:00+00:00").reason == "not_in"
    assert pretix.annul("never-told", "2026-12-05T10:00:00+00:00").reason == "not_there"
    say(GUEST_SIGNED_IN, second.id)
    say(GUEST_LEFT, second.id, turn=2)
    say(GUEST_SIGNED_IN, second.id, turn=3)
    assert sorted(inside(pretix, second.codes[0])) == ["entry", "entry", "exit"]
    say(GUEST_SIGNED_IN, third.id)
    say(GUEST_SIGNED_IN, third.id)  # a desk that had not heard
    with hq.database.read() as tx:
        assert [why for _guest, _what, why, _at in pushing.refused(tx, "gala")] == ["already_redeemed"]
        assert links.links(tx, "gala")[0].waiting == 0
    assert pretix.came("nonsense", "n-1", "2026-12-05T10:00:00+00:00").reason == "invalid"
    pretix.close()
