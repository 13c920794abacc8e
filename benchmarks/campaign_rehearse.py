"""How many facts a second a rehearsal takes on one core: `python -m benchmarks.campaign_rehearse`.

Processor time, so that what else runs on the machine does not count. As in the command, the collector of cycles rests:
a rehearsal makes none, and keeps all it makes.
"""

from __future__ import annotations

import gc
import sys
import time

from benchmarks.campaign_common import plans
from kiosk.domain.campaigns.rehearse import rehearse
from kiosk.domain.campaigns.synthetic import synthetic

FACTS = 40_000


def main() -> None:
    """Print a row a plan."""
    sys.stdout.write(f"{'campaign':<18} facts    facts/s   members  rewards\n")
    gc.disable()
    for campaign in plans():
        events = list(synthetic(campaign, FACTS))
        began = time.process_time()
        report = rehearse(campaign, events)
        took = time.process_time() - began
        rewards = sum(result.rewards for result in report.rules)
        rate = len(events) / took
        sys.stdout.write(f"{campaign.id:<18} {len(events):6,} {rate:9,.0f} {report.members:9,} {rewards:8,}\n")


if __name__ == "__main__":
    main()
