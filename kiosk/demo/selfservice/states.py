"""States of the self-service station, for pictures and tests: every page, reached by touches and codes as people do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.application.ports.faults import LedgerFault
from kiosk.demo.checkout.help_states import call as hq_tells_of_a_call
from kiosk.demo.checkout.prize_states import win
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.voucher_states import owing, voucher_code
from kiosk.demo.selfservice.draw_states import draw_states
from kiosk.demo.selfservice.event_states import event_states
from kiosk.demo.store import offers
from kiosk.demo.store.history import CLERK, signed_in
from kiosk.demo.store.newcomers import RIGHT
from kiosk.demo.store.store import DEVICE
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.stations import StationRole
from kiosk.ui.comfort import Comfort
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.help import HelpScreen

SIZES = ((1080, 1920), (1920, 1080), (1366, 768))
"""Windows that the station is made for: upright, and two lying ones."""


def selfservice_stage(
    theme: str = "light", language: str = "zh_TW", size: tuple[int, int] = SIZES[0], *, festive: bool = False
) -> Stage:
    """The station with nobody there. `festive`: a campaign of a season runs."""
    stage = Stage(theme, language, size, role=StationRole.SELF_SERVICE)
    for row_id, row in offers.season_rows("mid-autumn" if festive else ""):
        stage.store.publish("chain/editions", row_id, row)
    stage.window.ui.set_comfort(Comfort(calm=True))  # pictures are taken of what stands still
    return stage


def tap(stage: Stage, *names: str) -> None:
    """Press buttons by their object names, one after the other, where they are seen."""
    for name in names:
        found = [one for one in stage.window.findChildren(QAbstractButton, name) if one.isVisible()]
        assert found, name
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=found[0].rect().center())
        stage.settle()


def _attract(stage: Stage) -> None:
    stage.window.on_sync_status(stage.api.sync_status())
    stage.window.devices.on_camera_status(CameraStatus.READY)
    stage.settle()


def attract_picture(stage: Stage) -> None:
    """A picture of the store's own behind the campaign."""
    from kiosk.demo.store.photos import photograph  # made of numbers, which takes a while

    _attract(stage)
    flow = stage.selfservice.flow
    flow.pictures = [(flow.posters[0].campaign, QImage.fromData(photograph(1, 1600, 1200)))]
    assert flow.screen is not None
    flow.screen.retranslate()
    stage.settle()


def _rules(stage: Stage) -> None:
    _attract(stage)
    tap(stage, "attract_rules")


def _identify(stage: Stage) -> None:
    _attract(stage)
    tap(stage, "attract_begin")
    stage.frame()


def _identify_dark(stage: Stage) -> None:
    _attract(stage)
    tap(stage, "attract_begin")
    stage.window.devices.on_camera_status(CameraStatus.LOST)
    stage.settle()


def _refused(stage: Stage) -> None:
    _identify(stage)
    stage.scan("X:forged")


def _voucher(stage: Stage) -> None:
    """Somebody wants to know what is left on it."""
    _identify(stage)
    stage.scan(voucher_code(stage))


def home(stage: Stage) -> None:
    """A gold member who showed the code in the app."""
    _attract(stage)
    stage.scan("M:m1")


def _home_card(stage: Stage) -> None:
    _attract(stage)
    stage.scan("K:m3")


def _page(*names: str) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        home(stage)
        tap(stage, *names)

    return play


def _other(stage: Stage) -> None:
    home(stage)
    stage.scan("M:m3")


def _idle(stage: Stage) -> None:
    home(stage)
    stage.clock.move(50_000)
    stage.selfservice.flow.session.look()
    stage.settle()


def _prizes(stage: Stage) -> None:
    win(stage, member="m3")
    _due(stage)


def _address(stage: Stage) -> None:
    _prizes(stage)
    tap(stage, "prize_2")


def _on_offer(stage: Stage) -> None:
    for bucket, id_, row in offers.campaign_rows("tea-days"):
        stage.store.publish(bucket, id_, row)
    home(stage)
    tap(stage, "tile_on_offer")


def _owed(stage: Stage) -> None:
    owing(stage)
    home(stage)


def _owed_points(stage: Stage) -> None:
    _owed(stage)
    tap(stage, "tile_points")


def _due(stage: Stage) -> None:
    _attract(stage)
    stage.scan("M:m3")
    tap(stage, "tile_due")


def _offline(stage: Stage) -> None:
    stage.store.offline()
    home(stage)
    stage.window.on_sync_status(stage.api.sync_status())
    tap(stage, "tile_mall", "mall_1")


def _trouble(stage: Stage) -> None:
    home(stage)
    stage.selfservice.flow.stumble(LedgerFault("nobody sees this"))
    stage.settle()


def _phone(stage: Stage) -> None:
    _identify(stage)
    tap(stage, "identify_phone")


def _phone_offline(stage: Stage) -> None:
    stage.store.offline()
    _phone(stage)


def _code(stage: Stage) -> None:
    _phone(stage)
    type_in(stage, "0922333444")
    tap(stage, "phone_go")


def _code_wrong(stage: Stage) -> None:
    _code(stage)
    type_in(stage, "111111")


def type_in(stage: Stage, text: str) -> None:
    """Type on a keyboard where the focus is."""
    for sign in text:
        stage.key(Qt.Key.Key_unknown if ord(sign) > 127 else Qt.Key(ord(sign.upper())), sign)


def registering(stage: Stage, until: str = "") -> None:
    """Somebody new answers one question after the other, up to the page `until`."""
    _identify(stage)
    tap(stage, "identify_register")

    def phone() -> None:
        type_in(stage, "0912000111")
        tap(stage, "new_phone_go")

    def name() -> None:
        _name(stage)
        tap(stage, "new_name_go")

    def friend() -> None:
        stage.scan("I:m1")
        tap(stage, "referrer_go")

    answers: tuple[tuple[str, Callable[[], None]], ...] = (
        ("new_phone", phone),
        ("new_code", partial(type_in, stage, RIGHT)),
        ("new_name", name),
        ("new_age", partial(tap, stage, "age_adult")),
        ("new_birthday", partial(tap, stage, "month_3", "bday_8")),
        ("new_email", partial(tap, stage, "new_email_skip")),
        ("new_consents", partial(tap, stage, "agree_service", "refuse_marketing", "consents_go")),
        ("new_referrer", friend),
        ("new_summary", partial(tap, stage, "register_go")),
    )
    for page, answer in answers:
        screen = stage.selfservice.flow.screen
        if page == until:
            return
        assert screen is not None
        assert screen.name == page, (screen.name, page)
        answer()


def _name(stage: Stage) -> None:
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, FieldScreen)
    screen.field.set_text("林小安")


def _at(page: str) -> Callable[[Stage], None]:
    return lambda stage: registering(stage, page)


def _days(stage: Stage) -> None:
    registering(stage, "new_birthday")
    tap(stage, "month_2")


def _child(stage: Stage) -> None:
    registering(stage, "new_age")
    tap(stage, "age_child")


def _known(stage: Stage) -> None:
    registering(stage, "new_phone")
    type_in(stage, "0922333444")
    tap(stage, "new_phone_go")


def _refused_consent(stage: Stage) -> None:
    registering(stage, "new_consents")
    tap(stage, "refuse_service")


def _welcome_offline(stage: Stage) -> None:
    stage.store.offline()
    _identify(stage)
    stage.window.on_sync_status(stage.api.sync_status())
    tap(stage, "identify_register")
    type_in(stage, "0912000111")
    tap(stage, "new_phone_go")
    _name(stage)
    tap(stage, "new_name_go", "age_adult", "birthday_skip", "new_email_skip")
    tap(stage, "agree_service", "agree_marketing", "consents_go", "referrer_nobody", "register_go", "welcome_print")


def _help_called(stage: Stage) -> None:
    home(stage)
    tap(stage, "help")
    own = stage.selfservice.flow.help_call
    assert own is not None
    hq_tells_of_a_call(stage, own.call, device=DEVICE, name=own.terminal, since=own.since)
    _look_again(stage)


def _help_answered(stage: Stage) -> None:
    _help_called(stage)
    call = stage.selfservice.flow.help_call
    assert call is not None
    stage.api.answer_help(call.call, signed_in(stage.store, CLERK))
    _look_again(stage)


def _look_again(stage: Stage) -> None:
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, HelpScreen)
    screen.look()
    stage.settle()


def _comfort(stage: Stage) -> None:
    home(stage)
    tap(stage, "comfort")


SELFSERVICE_STATES: dict[str, Callable[[Stage], None]] = {
    "self_attract": _attract,
    "self_attract_picture": attract_picture,
    "self_rules": _rules,
    "self_identify": _identify,
    "self_camera_lost": _identify_dark,
    "self_refused": _refused,
    "self_voucher": _voucher,
    "self_home": home,
    "self_home_card": _home_card,
    "self_language": _page("language"),
    "self_coupons": _page("tile_coupons"),
    "self_points": _page("tile_points"),
    "self_check_in": _page("day_5"),
    "self_calendar": _page("home_calendar"),
    "self_mall": _page("tile_mall"),
    "self_mall_offer": _page("tile_mall", "mall_1"),
    "self_mall_gone": _page("tile_mall", "mall_2"),
    "self_mall_won": _page("tile_mall", "mall_1", "offer_go"),
    "self_mall_offline": _offline,
    "self_tasks": _page("tile_tasks"),
    "self_task": _page("tile_tasks", "tasks_0"),
    "self_surveys": _page("tile_surveys"),
    "self_survey": _page("tile_surveys", "surveys_0", "score_4"),
    "self_remark": _page("tile_surveys", "surveys_0", "score_4", "offer_go"),
    "self_events": _page("tile_events"),
    "self_on_offer": _on_offer,
    "self_points_owed": _owed_points,
    "self_home_owed": _owed,
    "self_due": _due,
    "self_prizes": _prizes,
    "self_address": _address,
    "self_why": _page("tile_why"),
    "self_reasons": _page("tile_why", "why_0"),
    "self_help": _page("help"),
    "self_help_called": _help_called,
    "self_help_answered": _help_answered,
    "self_invite": _page("tile_invite"),
    "self_agreed": _page("tile_agreed"),
    "self_comfort": _comfort,
    "self_phone": _phone,
    "self_phone_offline": _phone_offline,
    "self_code": _code,
    "self_code_wrong": _code_wrong,
    "self_new_phone": _at("new_phone"),
    "self_new_known": _known,
    "self_new_code": _at("new_code"),
    "self_new_name": _at("new_name"),
    "self_new_age": _at("new_age"),
    "self_new_guardian": _child,
    "self_new_birthday": _at("new_birthday"),
    "self_new_birthday_day": _days,
    "self_new_email": _at("new_email"),
    "self_new_consents": _at("new_consents"),
    "self_new_consent_refused": _refused_consent,
    "self_new_referrer": _at("new_referrer"),
    "self_new_summary": _at("new_summary"),
    "self_welcome": _at("welcome"),
    "self_welcome_offline": _welcome_offline,
    "self_other_member": _other,
    "self_still_there": _idle,
    "self_trouble": _trouble,
    **draw_states(home, tap),
    **event_states(home, _identify, tap),
}
"""Name → how to get there from `selfservice_stage`."""
