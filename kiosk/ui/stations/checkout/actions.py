"""What can be done at the checkout: one table for keys, footer and buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt

from kiosk.ui.i18n import translate
from kiosk.ui.shell.actions import ALT, Action
from kiosk.ui.shell.station import ShellActions
from kiosk.ui.widgets.keypad import Keypad


@dataclass(frozen=True, slots=True)
class CheckoutActions:
    """By name, for buttons; `keys` has what only the keyboard does (digits, arrows, Alt and a digit)."""

    find: Action
    code: Action
    categories: Action
    services: Action
    recent: Action
    points: Action
    pay: Action
    no_exchange: Action
    void: Action
    why: Action
    card: Action
    newcomer: Action
    file: Action
    prizes: Action
    draws: Action
    slips: Action
    vouchers: Action
    clear: Action
    back: Action
    confirm: Action
    next: Action
    best: Action
    pdf: Action
    text: Action
    paper: Action
    keys: tuple[Action, ...]

    def in_order(self, shell: ShellActions) -> tuple[Action, ...]:
        """All of them with the shell's, as the footer has them."""
        return (
            self.find,
            self.newcomer,
            self.categories,
            self.services,
            self.recent,
            self.points,
            self.pay,
            self.void,
            self.clear,
            shell.clerk,
            shell.lock,
            self.why,
            self.card,
            shell.language,
            self.slips,
            self.vouchers,
            self.prizes,
            self.draws,
            *self.keys,
            self.code,
            self.file,
            self.back,
            self.no_exchange,
            self.confirm,
            self.next,
            self.best,
            self.pdf,
            self.text,
            self.paper,
            shell.station,
            shell.printing,
            shell.help,
        )


def amount_keys(press: Callable[[str], None]) -> tuple[Action, ...]:
    """Digits, the point, Backspace and Delete."""
    named = [
        *((Qt.Key(Qt.Key.Key_0 + digit), str(digit)) for digit in range(10)),
        (Qt.Key.Key_Period, "."),
        (Qt.Key.Key_Comma, "."),
        (Qt.Key.Key_Backspace, Keypad.BACK),
        (Qt.Key.Key_Delete, Keypad.CLEAR),
    ]
    return tuple(Action(partial(press, name), (key,)) for key, name in named)


def coupon_keys(toggle: Callable[[int], None], move: Callable[[int], None]) -> tuple[Action, ...]:
    """Alt and a digit use a coupon or leave it out; arrows walk through them. The footer names all of them once."""

    def handler(number: int) -> Callable[[], None]:
        return lambda: toggle(number)

    keys = [Qt.Key(Qt.Key.Key_0 + number) for number in range(1, 10)]
    return (
        Action(handler(1), (keys[0],), ALT, label=lambda: translate("Footer", "Coupon"), caption="Alt 1–9"),
        *(Action(handler(number), (key,), ALT) for number, key in enumerate(keys[1:], 2)),
        Action(partial(move, 1), (Qt.Key.Key_Down,)),
        Action(partial(move, -1), (Qt.Key.Key_Up,)),
    )
