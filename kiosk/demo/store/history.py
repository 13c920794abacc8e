"""What happened in the demo store before its window is opened: done by the service, as people do it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Acted, CouponAdded, MemberFound, Redemption, ShareRead, Visit, Voided
from kiosk.application.staff.outcomes import SignedIn
from kiosk.demo.store.clock import NOW
from kiosk.demo.store.offers import SOLD
from kiosk.demo.store.people import PIN, STORE
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor, Staff

if TYPE_CHECKING:
    from kiosk.demo.store.store import DemoStore

CLERK, MANAGER = "1001", "1010"
CHECKED_IN_DAYS = 5
"""So many days in a row m1 has checked in, up to yesterday."""

_SALES = (
    (73, ("C:p5",), 35000),
    (55, ("K:m7", "C:s3"), 46000),
    (41, ("K:m3", "C:c31"), 124000),
    (11, ("K:m4",), 89900),
    (8, (), 5600),
    (5, ("I:m1", "K:m2", "C:s1"), 18000),
)
"""Minutes ago, what was scanned, the amount."""
_WRONG = 2
"""Which of them was voided, and when."""
_VOIDED_MINUTES_AGO = 30


def live_through(store: DemoStore) -> None:
    """The days before, and today until now."""
    for days in range(CHECKED_IN_DAYS, 0, -1):
        store.clock.set(NOW - timedelta(days=days))
        _check_in(store, signed_in(store, CLERK), "M:m1")
    store.clock.set(NOW - timedelta(hours=4, minutes=56))
    clerk = signed_in(store, CLERK)
    for at, (minutes, texts, amount) in enumerate(_SALES):
        store.clock.set(NOW - timedelta(minutes=minutes))
        txn = _sell(store, clerk, texts, amount)
        if at == _WRONG:
            store.clock.set(NOW - timedelta(minutes=_VOIDED_MINUTES_AGO))
            _void(store, txn, signed_in(store, MANAGER))
    # HQ takes what was used off the list, and the sales of a week into its accounts
    for coupon in SOLD:
        store.publish(f"store/{STORE}/coupons", coupon, None)
    store.clock.set(NOW - timedelta(minutes=1))
    store.service.sign_out(clerk)
    store.clock.set(NOW)


def signed_in(store: DemoStore, staff: str) -> Staff:
    """Somebody of the store, by PIN."""
    done = store.service.sign_in(staff, PIN)
    assert isinstance(done, SignedIn), done
    return done.actor


def scanned(store: DemoStore, clerk: Actor, visit: Visit, text: str) -> Visit:
    """The visit with what a code brought. `text`: a short name of `offers.Codes`."""
    event = ScanEvent(store.codes[text], Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    found = store.service.scan(visit, event, clerk)
    assert isinstance(found, MemberFound | CouponAdded | ShareRead), (text, found)
    return found.visit


def _check_in(store: DemoStore, clerk: Actor, who: str) -> None:
    visit = scanned(store, clerk, store.service.new_visit(), who)
    action = next(one for one in store.service.actions(visit) if one.kind is ActionKind.CHECK_IN)
    done = store.service.act(visit, action, clerk)
    assert isinstance(done, Acted), done


def _sell(store: DemoStore, clerk: Actor, texts: tuple[str, ...], amount: int) -> str:
    visit = store.service.new_visit()
    for text in texts:
        visit = scanned(store, clerk, visit, text)
    coupons = tuple(text[2:] for text in texts if text.startswith("C:"))
    visit = store.service.price(replace(visit, amount=amount, chosen=coupons))
    done = store.service.confirm(visit, clerk)
    assert isinstance(done, Redemption), done
    return done.sale.txn


def _void(store: DemoStore, txn: str, manager: Actor) -> None:
    done = store.service.void(txn, "wrong_amount", manager)
    assert isinstance(done, Voided), done
