"""Whatever is done at a stage in whatever order: what was said first counts, a result never changes, nobody wins
twice."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.application.draws.stage_outcomes import StageView
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.domain.draws.stage import Phase
from kiosk.domain.draws.typed import read_beacon, read_hex
from kiosk.domain.refusals import Refusal
from tests.shared.stage_room import DICE, HQS, LIN, WANG, WITNESSES, Room, good
from tests.shared.till import MANAGER

ACTS = (
    "publish", "dice", "less", "hq", "witness", "wrong", "beacon", "draw", "show", "all", "pass", "void", "close",
    "restart",
)  # fmt: skip


def act(room: Room, name: str, view: StageView, chance: random.Random) -> StageView | Refusal:
    api, draw = room.api, view.draw
    if name == "restart":
        return room.restarted().stage_draw(draw, 1)
    if name in ("dice", "less"):
        return api.throw_dice(draw, 1, DICE[: 20 if name == "dice" else chance.randrange(20)], MANAGER)
    if name in ("hq", "witness", "wrong"):
        envelope = "envelope:HQ" if name == "hq" else "envelope:witness"
        value = {"hq": HQS, "witness": WITNESSES, "wrong": bytes(32)}[name]
        return api.open_envelope(draw, 1, envelope, value.hex(), MANAGER)
    if name == "beacon":
        return api.take_beacon(draw, 1, "ab" * 48, MANAGER)
    if name in ("show", "all"):
        return api.reveal_winners(draw, 1, view.revealed + 1 if name == "show" else 99, MANAGER)
    if name == "pass":
        return api.pass_prize_on(draw, 1, chance.randrange(3), chance.choice(list(PassReason)), LIN, WANG)
    if name == "void":
        return api.void_draw(draw, 1, VoidReason.ABANDONED, LIN, WANG)
    step = {"publish": api.publish_draw, "draw": api.draw_winners, "close": api.close_draw}[name]
    return step(draw, 1, MANAGER)


@given(st.lists(st.sampled_from(ACTS), max_size=30), st.integers(0, 9))
@settings(max_examples=12, deadline=None)
def test_no_order_of_steps_changes_what_counts(names: list[str], seed: int) -> None:
    room, chance = Room(), random.Random(seed)
    view = room.frozen(beacon=False)
    for name in ("publish", "dice", *names, "hq", "witness", "draw", *names):
        before = view
        answer = act(room, name, view, chance)
        view = good(room.api.stage_draw(view.draw, 1))
        if isinstance(answer, Refusal):
            assert view == before, (name, answer)
        assert view.fingerprint == before.fingerprint
        assert view.revealed >= before.revealed
        assert before.phase is not Phase.VOID or view.phase is Phase.VOID
        assert not before.seeded or (view.seeded and view.throws == before.throws and not view.voided)
        held = [one for prize in view.prizes for one in prize.winners if one.entrant >= 0]
        assert len({one.entrant for one in held}) == len(held), "nobody has two prizes"
        if name != "pass":
            was = [one for prize in before.prizes for one in prize.winners]
            assert [one for prize in view.prizes for one in prize.winners][: len(was)] == was
    if view.published_at is not None:
        report = room.checked(view.draw)
        assert report.good, report
    room.till.close()


@given(st.text(max_size=300) | st.binary(max_size=80).map(bytes.hex))
@settings(max_examples=100, deadline=None)
def test_whatever_is_typed_is_a_value_or_none(text: str) -> None:
    found = read_beacon(text)
    assert found is None or len(found[1]) == 48
    value = read_hex(text, 32)
    assert value is None or len(value) == 32
