"""What a customer alone at a station is told: campaigns, their own things; and what only proof opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.registration.outcomes import Proved
from kiosk.application.sales.outcomes import Acted, MemberFound, Visit
from kiosk.application.selfservice.outcomes import DueState
from kiosk.demo.store.offers import campaign_rows, season_rows
from kiosk.demo.store.store import DemoStore
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Customer

CUSTOMER = Customer()
TODAY = date(2026, 11, 21)


@pytest.fixture
def store() -> Iterator[DemoStore]:
    made = DemoStore()
    yield made
    made.close()


def shows(store: DemoStore, code: str) -> Visit:
    """Somebody holds a code up."""
    event = ScanEvent(store.codes[code], Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    found = store.service.scan(store.service.new_visit(Channel.SELF_SERVICE), event, CUSTOMER)
    assert isinstance(found, MemberFound)
    return found.visit


def test_what_ends_first_invites_first_with_what_it_gives(store: DemoStore) -> None:
    posters = store.service.posters()
    assert [poster.ends for poster in posters] == sorted(poster.ends for poster in posters)
    old_friends = next(poster for poster in posters if poster.campaign == "old-friends")
    assert old_friends.phase is not None
    assert old_friends.phase.en == "Main phase"
    assert [offer.en for offer in old_friends.offers[:2]] == ["Daily check-in", "Seven days in a row"]
    assert old_friends.rules.id == "old-friends"


def test_offers_of_now_are_told_without_a_basket(store: DemoStore) -> None:
    def offered(code: str) -> list[str]:
        return [one.name.en for one in store.service.mine(shows(store, code), CUSTOMER).offers]

    assert offered("M:m1") == [], "platinum's, and what points pay, are not theirs"
    for bucket, row_id, row in campaign_rows("tea-days"):
        store.publish(bucket, row_id, row)
    assert offered("M:m1") == ["Tea 2+1", "Mug and cake", "50 off 1,000 by card"]
    found = store.service.mine(shows(store, "M:m1"), CUSTOMER).offers
    assert [name.en for name in found[2].pay] == ["Bank card", "Phone"]
    assert found[2].kind.min_spend == 100_000


def test_a_season_is_told(store: DemoStore) -> None:
    for row_id, row in season_rows("mid-autumn"):
        store.publish("chain/editions", row_id, row)
    assert "mid-autumn" in [poster.theme for poster in store.service.posters()]


def test_days_say_the_streak_and_what_the_next_check_in_brings(store: DemoStore) -> None:
    visit = shows(store, "M:m1")
    days = store.service.mine(visit, CUSTOMER).days
    assert days is not None
    assert (days.today, days.streak, days.done_today) == (TODAY, 5, False)
    assert days.done == {TODAY - timedelta(days=ago) for ago in range(1, 6)}
    assert [one.quantity for one in days.today_brings] == [5]
    assert {one.kind.value for one in days.tomorrow_brings} == {"points", "gift"}, "tomorrow is the seventh day"
    action = next(one for one in store.service.mine(visit, CUSTOMER).actions if one.kind is ActionKind.CHECK_IN)
    done = store.service.act(visit, action, CUSTOMER)
    assert isinstance(done, Acted)
    after = store.service.mine(done.visit, CUSTOMER).days
    assert after is not None
    assert (after.streak, after.done_today, after.today_brings) == (6, True, ())


def test_points_say_where_they_came_from(store: DemoStore) -> None:
    lines = store.service.points_history(shows(store, "M:m1"))
    assert not isinstance(lines, Refusal)
    assert [(line.points, line.kind) for line in lines[:2]] == [(120, "share_bought"), (5, "checked_in")]
    assert lines[0].settles is not None
    assert lines[1].settles is None


def test_rewards_say_how_they_stand(store: DemoStore) -> None:
    due = store.service.mine(shows(store, "M:m3"), CUSTOMER).due
    assert [one.state for one in due] == [DueState.TO_CHOOSE]


def test_stock_is_what_this_terminal_may_still_give(store: DemoStore) -> None:
    stock = store.service.mine(shows(store, "M:m1"), CUSTOMER).stock
    assert stock["cup"] == 200


def test_without_proof_nothing_of_theirs_is_told(store: DemoStore) -> None:
    visit = shows(store, "K:m3")
    own = store.service.mine(visit, CUSTOMER)
    assert (own.due, own.badges, own.friends) == ((), (), 0)
    assert {one.kind for one in own.actions} <= {
        ActionKind.CHECK_IN, ActionKind.MAKE_UP, ActionKind.MALL, ActionKind.SURVEY, ActionKind.SIGN_UP,
        ActionKind.VOTE, ActionKind.SPIN,
    }  # fmt: skip
    for answer in (store.service.points_history(visit), store.service.why(visit)):
        assert isinstance(answer, Refusal)
        assert answer.code is RefusalCode.MEMBER_NOT_PROVEN


def test_who_proved_their_phone_enters_as_with_a_pass(store: DemoStore) -> None:
    found = store.service.enter(store.service.new_visit(Channel.SELF_SERVICE), Proved("m3"), CUSTOMER)
    assert isinstance(found, MemberFound)
    assert found.visit.member is not None
    assert found.visit.member.proven
    unknown = store.service.enter(store.service.new_visit(Channel.SELF_SERVICE), Proved("nobody"), CUSTOMER)
    assert isinstance(unknown, Refusal)
    assert unknown.code is RefusalCode.MEMBER_UNKNOWN


def test_why_tells_what_decided(store: DemoStore) -> None:
    found = store.service.why(shows(store, "M:m1"))
    assert not isinstance(found, Refusal)
    assert found[0].rules
