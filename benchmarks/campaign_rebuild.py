"""How fast state is rebuilt from the bytes of 1,000,000 facts: `python -m benchmarks.campaign_rebuild [facts]`.

The facts are those of a rehearsal, rewards included as journalled: bytes are decoded, made into events and applied, as
`ledger rebuild` would. Processor time of one core.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import Any

from benchmarks.campaign_common import plans
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.shared import one_pool, whole_quantities
from kiosk.domain.campaigns.synthetic import synthetic
from kiosk.domain.facts import HAPPENINGS, happening_of
from kiosk.domain.journal.facts import Fact, decode, encode

FACTS = 1_000_000
_NAMES = {kind: name for name, kind in HAPPENINGS.items()}


def fact_of(happening: Happening, seq: int, after: int, kind: str, body: dict[str, Any]) -> bytes:
    """Bytes as a terminal stores them; `after`: how many facts of the same happening come before it."""
    return encode(
        Fact(1, seq, kind, (happening.order[0] << 4) + after, happening.at, 0, "boot", 0, happening.clerk, body)
    )


def body_of(happening: Happening) -> dict[str, Any]:
    """The body of the fact behind a happening."""
    body: dict[str, Any] = {"member": happening.member, "channel": happening.channel, **happening.detail}
    for name in ("txn", "other", "ref", "part", "value", "amount"):
        if getattr(happening, name):
            body[name] = getattr(happening, name)
    if happening.categories:
        body["by_category"] = happening.categories
    return body


def main() -> None:
    """Print facts a second, and that the rebuilt state is the state."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    campaign = next(one for one in plans() if one.id == "product-welfare")
    pools = whole_quantities(campaign)
    engine = Engine([Edition(campaign)])
    fold = Fold(engine, pool_of=one_pool, pools=pools)
    gc.disable()
    journal: list[tuple[str, bytes]] = []
    for happening in synthetic(campaign, wanted):
        journal.append(
            (happening.device, fact_of(happening, len(journal), 0, _NAMES[happening.kind], body_of(happening)))
        )
        for after, effect in enumerate(fold.add(happening), start=1):
            if not effect.empty:
                raw = fact_of(happening, len(journal), after, "rewards.decided", effect.body())
                journal.append((happening.device, raw))
        if len(journal) >= wanted:
            break
    size = sum(len(raw) for _, raw in journal)
    began = time.process_time()
    again = Fold(engine, pool_of=one_pool, pools=pools, decide=False)
    for device, raw in journal:
        found = happening_of(decode(raw), device, lambda _: ("s1", "UTC"))
        if found is not None:
            again.add(found)
    took = time.process_time() - began
    same = all(again.member(member).points == state.points for member, state in fold.members.items())
    sys.stdout.write(
        f"{len(journal):,} facts ({size / len(journal):.0f} bytes each) of {len(fold.members):,} members in "
        f"{took:.1f} s: {len(journal) / took:,.0f} facts/s; points agree: {same}\n"
    )


if __name__ == "__main__":
    main()
