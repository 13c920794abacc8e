"""What the real store cannot be brought to say when it is wanted: any refusal, with everything that refusals carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.outcomes import ScanOutcome, Visit
from kiosk.application.service import CheckoutService
from kiosk.demo.store.clock import NOW
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor

REFUSED = "R:"


class RefusalStub(CheckoutService):
    """The real service, but for the text "R:<code>", which is no code of ours: it is answered by that refusal."""

    def scan_at_once(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome | Ask:
        """A sample of the refusal that was asked for; everything else is judged."""
        code = event.text.removeprefix(REFUSED)
        if code != event.text and code in RefusalCode.__members__.values():
            return sample(RefusalCode(code))
        return super().scan_at_once(visit, event, actor)


def sample(code: RefusalCode) -> Refusal:
    """A refusal with every argument that any refusal carries."""
    args: Mapping[str, ArgValue] = {
        "at": NOW - timedelta(hours=3, minutes=44),
        "since": NOW - timedelta(days=2),
        "until": NOW + timedelta(days=3),
        "store": "S01",
        "clerk": "周建宏",
        "terminal": "收銀 1",
        "need": 50000,
        "have": 46200,
        "value": 80000,
        "seconds": 30,
        "uses": 2,
        "read": "0922 333",
        "other": "amount" if code is RefusalCode.CONDITION_NOT_MET else "c1",
        "name": "環保袋",
    }
    return Refusal(code, args)
