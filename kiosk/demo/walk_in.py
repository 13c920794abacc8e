"""The demo's third visit: somebody whom a friend recommends becomes a member while HQ is away, and buys. HQ, once back,
has to know who brought them and that they have bought, and to write to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kiosk.demo.mailbox import Mailbox
from kiosk.demo.play import Play, Until
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.newcomer_sheet import NewcomerSheet
from kiosk.ui.stations.checkout.welcome_sheet import WelcomeSheet
from kiosk.ui.words.rewards import reward_lines

if TYPE_CHECKING:
    from kiosk.station import Station

NAME, PHONE, EMAIL, AMOUNT = "Xiao-An Lin", "0912000517", "an@example.com", "640"
_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(slots=True)
class WalkIn:
    """What is known of it. `member`: of who joined; `referrer`: of who brought them; "" before."""

    member: str = ""
    referrer: str = ""


def walk_in(play: Play, station: Station, card: str, found: WalkIn) -> Iterator[Until]:
    """At the checkout, by keyboard and camera; HQ is away."""
    flow = station.checkout.flow

    def sheet(kind: type[Any]) -> Any:
        shown = play.window.overlay.sheet
        return shown if isinstance(shown, kind) else None

    play.type("\r")
    yield Until("the station is free again", lambda: flow.phase is Phase.ENTRY and play.keys_done)
    play.type(AMOUNT)
    yield Until("the amount is there", lambda: play.keys_done and flow.amount.minor == int(AMOUNT) * 100)
    play.press(Qt.Key.Key_N, _CTRL)
    yield Until("the sheet for a new member", lambda: sheet(NewcomerSheet) is not None)
    play.hold_up(card, "visit-3-referrer")
    yield Until("who recommends is known", lambda: _referrer(sheet(NewcomerSheet)) is not None)
    play.take_away()
    referrer = _referrer(sheet(NewcomerSheet))
    found.referrer = referrer.member
    print(f"  friend   {referrer.masked_name} by camera")
    play.type(PHONE)
    yield Until(
        "the phone is whole, and the name is next", lambda: play.keys_done and sheet(NewcomerSheet).name.focused
    )
    play.type(NAME)
    play.press(Qt.Key.Key_Tab)
    play.press(Qt.Key.Key_Tab)
    play.type(EMAIL)
    yield Until("name and e-mail are there", lambda: play.keys_done and sheet(NewcomerSheet).email.text() == EMAIL)
    play.type("\r11")
    shown = sheet(NewcomerSheet)
    yield Until("both consents are answered", lambda: play.keys_done and shown.focusWidget() is shown.go)
    yield play.at_rest()
    play.picture("visit-3-new-member")
    play.type("\r")
    yield Until("they are a member", lambda: play.keys_done and sheet(WelcomeSheet) is not None)
    made = sheet(WelcomeSheet).made
    found.member = made.member
    print(f"  member   {made.masked_name}, new, recommendation {made.referral.verdict}")
    for line in reward_lines(made.gifts, station.i18n):
        print(f"  gift     {line}")
    yield play.at_rest()
    play.picture("visit-3-welcome")
    play.type("\r")
    yield Until(
        "they stand in the open sale",
        lambda: (
            play.keys_done
            and not play.sheet_shown
            and flow.visit is not None
            and flow.visit.member is not None
            and flow.visit.member.id == found.member
            and flow.visit.quote.amount == int(AMOUNT) * 100
        ),
    )
    assert flow.visit is not None
    quote = flow.visit.quote
    print(f"  amount   {AMOUNT}, to pay {quote.total / 100:.0f} with {len(quote.lines)} coupons")
    play.type("\r")
    yield Until("the sale was made", lambda: flow.phase is Phase.DONE and flow.redemption is not None)
    yield play.at_rest()
    play.picture("visit-3-done")


def _referrer(sheet: NewcomerSheet | None) -> Any:
    return sheet.referrer_found if sheet is not None else None


def arrived(mailbox: Mailbox) -> Until:
    """Wait for HQ's letter to them."""
    return Until("HQ’s welcome reached the mail server", lambda: bool(mailbox.to(EMAIL)))


def settled(found: WalkIn, mailbox: Mailbox, registrations: list[dict[str, Any]]) -> bool:
    """Whether HQ has it as the station showed it, and wrote to them once; says so. `registrations`: as `kiosk hq
    referrals --json` has them."""
    mine = [row for row in registrations if row["member"] == found.member]
    letters = mailbox.to(EMAIL)
    good = len(mine) == 1 and mine[0]["referrer"] == found.referrer and mine[0]["bought_at"] is not None
    if good and len(letters) == 1:
        print(f"HQ holds the recommendation, and that the friend has bought. Its letter: {letters[0]['Subject']}")
        return True
    print(f"FAILED: of the newcomer HQ holds {mine}, and wrote {len(letters)} letters")
    return False
