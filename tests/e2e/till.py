"""A till that works without end, for tests that kill it: `python -m tests.e2e.till FOLDER HQ-URL FIRST`.

Before each sale somebody becomes a member (`joined N MEMBER`; after a death by the same press again). It scans coupons
into its real window, gives an amount, presses Enter, and prints one line for everything that matters: `ready` (signed
in), `try N` (the next coupon is about to be scanned), `shown COUPON TXN` (a coupon that a success names which has been
painted), `refused CODE` (a refusal has been painted), `over` (no coupon is left).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, Qt, QTimer

from kiosk.application.registration.outcomes import Agreed, NewMember, Registered
from kiosk.bootstrap import open_terminal
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.station import application
from kiosk.ui.stations.checkout.machine import Phase
from tests.e2e.hands import Hands
from tests.e2e.shop import CLERK, settings_of

AMOUNT = 50_000
STAFF = Staff(CLERK, "", Role.CLERK)


def say(*words: str) -> None:
    """One line, out of this process's hands when the call returns."""
    os.write(1, (" ".join(words) + "\n").encode())


def main(words: Sequence[str]) -> int:
    """Work until killed, or until no coupon is left."""
    folder, url, first = Path(words[0]), words[1], int(words[2])
    app = application()
    tick = QTimer()
    tick.start(20)

    def wait(come_true: Callable[[], bool]) -> None:
        while not come_true():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    visits = json.loads((folder / "visits.json").read_text("utf-8"))
    demo = json.loads((folder / "hq" / "demo.json").read_text("utf-8"))
    hands = Hands(wait, open_terminal(settings_of(folder), hq_url=url))
    hands.scan(next(row["badge"] for row in demo["staff"] if row["id"] == CLERK))
    hands.until(lambda: hands.window.actor is not None)
    say("ready")
    for number, (coupon, token) in list(enumerate(visits))[first:]:
        say("try", str(number))
        made = hands.station.terminal.service.register(newcomer(number), STAFF)
        assert isinstance(made, Registered), made
        say("joined", str(number), made.member)
        _visit(hands, coupon, token)
    say("over")
    hands.close()
    return 0


def newcomer(number: int) -> NewMember:
    """Whoever comes before the sale of that number."""
    agreed = (Agreed(SERVICE, "1", given=True),)
    return NewMember("陳美麗", f"+88697{number:07d}", agreed, registration=f"{number:032x}")


def _visit(hands: Hands, coupon: str, token: str) -> None:
    side = hands.page.side
    hands.verdicts = 0
    hands.scan(token)
    hands.until(lambda: hands.has_scanned(coupon) or side.refusal_shown)
    if not side.refusal_shown:
        hands.type(str(AMOUNT // 100))
        hands.until(lambda: hands.priced(AMOUNT))
        hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.verdicts > 0)
    redemption = hands.flow.redemption
    if hands.flow.phase is Phase.DONE and redemption is not None:
        for line in redemption.sale.lines:
            say("shown", line.coupon, redemption.sale.txn)
        hands.click(hands.page.success.next)
    else:
        refusal = side.refusal.refusal
        say("refused", refusal.code.value if refusal is not None else "?")
        hands.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    hands.until(lambda: hands.flow.phase is Phase.ENTRY and hands.flow.empty)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
