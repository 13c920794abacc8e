"""States of the self-service station's pages of events, for pictures and tests."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import party
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.staff.actors import Customer
from kiosk.ui.stations.selfservice.fields import FieldScreen

Play = Callable[[Stage], None]
Tap = Callable[..., None]


def event_states(home: Play, identify: Play, tap: Tap) -> dict[str, Play]:
    """`home`: a member's own page; `identify`: who are you?; `tap`: presses buttons by name."""

    def invited(stage: Stage) -> None:
        """HQ tells of events, one of which the member came to."""
        stage.store.invite()
        stage.api.sign_in_guest(party.PARTY, "g7", Customer())

    def listed(stage: Stage) -> None:
        invited(stage)
        home(stage)
        tap(stage, "tile_events")

    def alone(stage: Stage) -> None:
        invited(stage)
        identify(stage)
        tap(stage, "identify_events")

    def one(stage: Stage) -> None:
        listed(stage)
        tap(stage, "gathering_gala")

    def gala(stage: Stage) -> None:
        listed(stage)
        tap(stage, "gathering_gala", "gathering_go")

    def name(stage: Stage) -> None:
        alone(stage)
        tap(stage, "gathering_gala", "gathering_go")

    def meal(stage: Stage) -> None:
        gala(stage)
        tap(stage, "choice_2")

    def allergy(stage: Stage) -> None:
        meal(stage)
        tap(stage, "choice_1")

    def signed_up(stage: Stage) -> None:
        allergy(stage)
        tap(stage, "sign_up_words_skip")

    def sure(stage: Stage) -> None:
        signed_up(stage)
        _told(stage)

    def offline(stage: Stage) -> None:
        stage.store.offline()
        name(stage)
        stage.window.on_sync_status(stage.api.sync_status())
        screen = stage.selfservice.flow.screen
        assert isinstance(screen, FieldScreen)
        screen.field.set_text("林小安")
        tap(stage, "guest_name_go", "guest_phone_skip", "choice_0", "choice_0", "sign_up_words_skip")

    def opinion(stage: Stage) -> None:
        listed(stage)
        tap(stage, "gathering_party", "score_9")

    def words(stage: Stage) -> None:
        opinion(stage)
        tap(stage, "opinion_go")

    def thanks(stage: Stage) -> None:
        words(stage)
        tap(stage, "opinion_words_skip")

    def ticket(stage: Stage) -> None:
        alone(stage)
        tap(stage, "gathering_party")
        stage.window.devices.on_camera_status(CameraStatus.READY)
        stage.frame()

    def mine(stage: Stage) -> None:
        sure(stage)
        tap(stage, "signed_up_on", "tile_events", "gathering_gala")

    def give_up(stage: Stage) -> None:
        mine(stage)
        tap(stage, "gathering_give_up")

    def given_up(stage: Stage) -> None:
        give_up(stage)
        tap(stage, "layer_give_up")

    return {
        "self_gatherings": listed,
        "self_gatherings_alone": alone,
        "self_gathering": one,
        "self_gathering_mine": mine,
        "self_gathering_give_up": give_up,
        "self_gathering_given_up": given_up,
        "self_guest_name": name,
        "self_companions": gala,
        "self_event_meal": meal,
        "self_event_words": allergy,
        "self_signed_up": signed_up,
        "self_signed_up_sure": sure,
        "self_signed_up_offline": offline,
        "self_opinion": opinion,
        "self_opinion_words": words,
        "self_opinion_thanks": thanks,
        "self_opinion_ticket": ticket,
    }


def _told(stage: Stage) -> None:
    """HQ has heard of the sign-up, and there is a place."""
    from kiosk.ui.stations.selfservice.events.signing_up import SignedUpScreen

    screen = stage.selfservice.flow.screen
    assert isinstance(screen, SignedUpScreen)
    shown = screen.gathering
    found = stage.store.context.reference.guests.guest(shown.event.id, shown.guest)
    stage.store.tell_guest(found)
    screen.look()
    stage.settle()
