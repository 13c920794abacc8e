"""States in which somebody becomes a member at the till."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import offers
from kiosk.demo.store.newcomers import RIGHT
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.registration.forms import form_numbers
from kiosk.protocol.campaigns.file import read_campaign

_CTRL = Qt.KeyboardModifier.ControlModifier
NAME, PHONE = "林小安", "0912000517"


def publish_newcomers(stage: Stage) -> None:
    """HQ publishes the campaign that thanks newcomers and who brings them, and gives this terminal its share of it."""
    for bucket, id_, row in offers.campaign_rows(offers.NEWCOMERS):
        stage.store.publish(bucket, id_, row)
    campaign = read_campaign(offers.document(offers.NEWCOMERS).encode()).campaign
    body = {"op": "l-2", "quantities": whole_quantities(campaign)}
    stage.store.ledger.run(lambda tx: tx.append(LEASE_CHANGED, "system", body))


def open_newcomer(stage: Stage, *, amount: str = "") -> None:
    """Somebody signed in, maybe an amount keyed in, and Ctrl N."""
    publish_newcomers(stage)
    stage.sign_in()
    if amount:
        stage.type(amount)
    stage.key(Qt.Key.Key_N, modifiers=_CTRL)


def write(stage: Stage, name: str, text: str) -> None:
    """Type, or compose with an input method, where people do."""
    field = stage.window.findChild(QLineEdit, name)
    assert field is not None, name
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.setText(text)
    field.textEdited.emit(text)
    stage.settle()


def fill_in(stage: Stage, *, referrer: str = "I:m1", phone: str = PHONE, name: str = NAME) -> None:
    """Scan who recommends, phone, name, Enter."""
    if referrer:
        stage.scan(referrer)
    stage.type(phone)
    write(stage, "new_name", name)
    stage.key(Qt.Key.Key_Return)


def agree(stage: Stage) -> None:
    """Both consents: yes, and no to offers."""
    stage.key(Qt.Key.Key_1, "1")
    stage.key(Qt.Key.Key_2, "2")


def register(
    stage: Stage, *, amount: str = "520", referrer: str = "I:m1", phone: str = PHONE, name: str = NAME
) -> None:
    """A whole registration, as a clerk does it."""
    open_newcomer(stage, amount=amount)
    fill_in(stage, referrer=referrer, phone=phone, name=name)
    agree(stage)
    stage.key(Qt.Key.Key_Return)


def _new(stage: Stage) -> None:
    open_newcomer(stage, amount="520")


def _typed(stage: Stage) -> None:
    open_newcomer(stage, amount="520")
    fill_in(stage)


def _child(stage: Stage) -> None:
    _typed(stage)
    stage.key(Qt.Key.Key_2, "2")
    write(stage, "new_guardian", "林怡君")
    write(stage, "new_guardian_phone", "0912000518")
    stage.key(Qt.Key.Key_Return)


def _code(stage: Stage) -> None:
    open_newcomer(stage)
    stage.type(PHONE)
    stage.key(Qt.Key.Key_F4)
    write(stage, "new_code", RIGHT)


def _known(stage: Stage) -> None:
    open_newcomer(stage, amount="520")
    stage.scan("I:m1")
    stage.type("0933555128")


def _missing(stage: Stage) -> None:
    open_newcomer(stage)
    stage.type("091200")
    stage.key(Qt.Key.Key_Return)


def _refused(stage: Stage) -> None:
    open_newcomer(stage)
    stage.scan("C:p1")


def _keys(stage: Stage) -> None:
    open_newcomer(stage)
    write(stage, "new_name", "")
    tap(stage, "new_keys", "letter_l", "letter_i", "letter_n")


def _by_sound(stage: Stage, method: str, *keys: str) -> None:
    """A name by its sound. Which method comes first is the language's."""
    open_newcomer(stage)
    write(stage, "new_name", "")
    tap(stage, "new_keys", "letter_method")
    switch = (stage.window.overlay.sheet or stage.window).findChild(QAbstractButton, "letter_method")
    if switch is not None and switch.text() != method:
        tap(stage, "letter_method")
    tap(stage, *keys)


def _pinyin(stage: Stage) -> None:
    """In letters."""
    _by_sound(stage, "拼音", "letter_l", "letter_i", "letter_n")


def _zhuyin(stage: Stage) -> None:
    """On the places of a keyboard in Taiwan."""
    _by_sound(stage, "注音", "letter_x", "letter_u", "letter_p", "letter_6")


def _welcome(stage: Stage) -> None:
    register(stage)


def _welcome_offline(stage: Stage) -> None:
    """Nobody recommends themselves, and HQ is away."""
    stage.store.offline()
    register(stage, referrer="")


def _welcome_refused(stage: Stage) -> None:
    """The member at the till shares the phone with whom they brought."""
    register(stage, referrer="I:m2", phone="0933555129")


def _welcome_other(stage: Stage) -> None:
    """The open sale is the referrer's."""
    publish_newcomers(stage)
    stage.basket()
    stage.key(Qt.Key.Key_N, modifiers=_CTRL)
    tap(stage, "new_referrer_extra")
    fill_in(stage, referrer="")
    agree(stage)
    stage.key(Qt.Key.Key_Return)


def _proof(stage: Stage) -> None:
    register(stage)
    stage.key(Qt.Key.Key_F4)
    write(stage, "phone_code", "111111")
    stage.key(Qt.Key.Key_Return)


def open_file(stage: Stage) -> None:
    """The file of somebody who has just joined."""
    register(stage)
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_M, modifiers=_CTRL)


def _file_old(stage: Stage) -> None:
    """Of an old member, who has brought two friends."""
    publish_newcomers(stage)
    stage.sign_in()
    for number, name in enumerate(("林小安", "何大同")):
        stage.key(Qt.Key.Key_N, modifiers=_CTRL)
        fill_in(stage, phone=f"091200051{number}", name=name)
        agree(stage)
        stage.key(Qt.Key.Key_Return)
        stage.key(Qt.Key.Key_Return)
        stage.type("520")
        stage.key(Qt.Key.Key_Return)
        stage.clock.move(1_000)
        stage.key(Qt.Key.Key_Return)
    stage.scan("M:m1")
    stage.key(Qt.Key.Key_F5)
    tap(stage, "actions_file")


def _forms(stage: Stage) -> None:
    """Paper forms are keyed in."""
    publish_newcomers(stage)
    stage.sign_in()
    stage.key(Qt.Key.Key_K, modifiers=_CTRL)
    stage.key(Qt.Key.Key_F6)


def _form(stage: Stage) -> None:
    _forms(stage)
    write(stage, "form_number", form_numbers("K7MP3QRT", 1)[0])
    stage.key(Qt.Key.Key_Return)
    fill_in(stage, referrer="")


NEWCOMER_STATES: dict[str, Callable[[Stage], None]] = {
    "newcomer": _new,
    "newcomer_typed": _typed,
    "newcomer_child": _child,
    "newcomer_code": _code,
    "newcomer_known": _known,
    "newcomer_missing": _missing,
    "newcomer_refused": _refused,
    "newcomer_keys": _keys,
    "newcomer_pinyin": _pinyin,
    "newcomer_zhuyin": _zhuyin,
    "welcome": _welcome,
    "welcome_offline": _welcome_offline,
    "welcome_refused": _welcome_refused,
    "welcome_other": _welcome_other,
    "phone_proof": _proof,
    "forms": _forms,
    "form": _form,
    "member_file": open_file,
    "member_file_friends": _file_old,
}
