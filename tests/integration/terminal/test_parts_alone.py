"""Pushing, pulling, shares and claims fail each on its own: whatever is wrong with one, the others go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from kiosk.application.sync.outcomes import Link
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.hq.store.schema import sale
from kiosk.protocol.wire import encoding as wire
from tests.integration.terminal.local_hq import LocalHq, Trick, half, nothing, status
from tests.integration.terminal.visits import clerk, coupon_of, redeemed, scan, sell
from tests.simulation.promotion import promotion
from tests.simulation.world import SimTerminal, World

_PROBLEM = b'{"type": "no", "title": "no", "status": 400, "time": 1}'
FAULTS: dict[str, Trick] = {
    "500": status(500),
    "no answer": nothing,
    "half": half,
    "garbage": status(200, b"\xc1garbage", wire.MSGPACK),
    "a page": status(200, b"<html>please log in</html>", "text/html"),
    **{str(code): status(code, _PROBLEM, wire.JSON) for code in (400, 401, 403, 429)},
}
PARTS = {"push": "/v1/push", "pull": "/v1/pull", "shares": "/v1/leases/", "claims": "/v1/ops/"}
MANY = 40


@pytest.fixture
def till(enrolled: Callable[..., SimTerminal]) -> SimTerminal:
    return enrolled(answer_s=2.0)


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_what_is_wrong_with_one_stops_none_of_the_others(
    world: World, hq: LocalHq, till: SimTerminal, part: str, torture: bool, allowed_warnings: list[str]
) -> None:
    """Each with half of what can be wrong, two parts with the same half; with --torture each with everything."""
    allowed_warnings.append("of shares")
    wrong = (*FAULTS.items(), ("silence", hq.silent))
    wrong = wrong if torture else wrong[list(PARTS).index(part) % 2 :: 2]
    world.hq.publish_campaign(promotion())
    till.engine.round()
    actor = clerk(till)
    for number, (name, trick) in enumerate(wrong):
        txn = redeemed(till, actor).sale.txn
        taken = f"c-{number}"
        elsewhere = coupon_of(world, "cash100", "zhongxiao", skip=number).token
        world.hq.revoke_coupon(taken)
        hq.seen.clear()
        hq.play(PARTS[part], *[trick] * MANY)
        world.pass_time(13 * 3_600_000)  # the session is over, and shares are to be renewed
        till.engine.round()
        with world.hq.database.read() as tx:
            told = txn in tx.execute(select(sale.c.txn)).scalars().all()
        known = till.reference.revoked_at(taken) is not None
        shared = any(path.startswith(PARTS["shares"]) and code == 200 for _, path, code in hq.seen)
        status_now = till.engine.status()
        assert (told, known, shared or part == "shares") == (part != "push", part != "pull", True), name
        trouble = f"{part}_failed" if part in ("push", "pull") else ""
        assert (status_now.link, status_now.trouble) == (Link.ONLINE, trouble), name
        claimed = sell(till, actor, elsewhere) if part != "claims" or name != "silence" else None
        assert (claimed is not None and not isinstance(claimed, Refusal)) == (part != "claims"), (name, claimed)
        hq.stop_playing()
        for _ in range(4):  # shares that came are told with the next
            world.pass_time(600_000)
            till.engine.round()
        assert (till.engine.status().queue, till.engine.status().trouble) == (0, ""), name
    hq.release()


def test_a_coupon_that_hq_took_back_is_not_sold_though_pushing_fails(
    world: World, hq: LocalHq, till: SimTerminal
) -> None:
    redeemed(till, clerk(till), coupon_of(world, "cash100", "xinyi").token)
    taken = coupon_of(world, "cash100", "xinyi", skip=1)
    world.hq.revoke_coupon(taken.coupon.id)
    hq.play("/v1/push", *[status(500)] * MANY)
    till.engine.round()
    refused = scan(till, till.service.new_visit(), taken.token, clerk(till))
    assert getattr(refused, "code", None) is RefusalCode.REVOKED
    assert till.engine.status().queue > 0
