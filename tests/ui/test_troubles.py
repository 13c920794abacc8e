"""What has to be mended before HQ is reached is said beside the badge."""

from __future__ import annotations

import pytest

from kiosk.adapters.sync.standing import PLAIN_HTTP
from kiosk.adapters.sync.tls import TlsFault
from kiosk.application.sync.enrolment import EnrolmentRefusal
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.devices import Devices
from kiosk.ui.shell.enrolment import refusal_text
from kiosk.ui.shell.header import sync_words
from kiosk.ui.shell.messages import Messages
from kiosk.ui.shell.sounds import Silence, Speaker
from kiosk.ui.theme import load_theme
from kiosk.ui.words.troubles import trouble_word

NOW = instant(1_795_305_600_000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_tls_has_words_of_its_own(qapp: object, language: str) -> None:
    theme = load_theme("light")
    i18n = I18n(theme, language)
    try:
        ui = Ui(theme, i18n)
        said = {sync_words(ui, SyncStatus(Link.OFFLINE, NOW, 0, trouble=fault))[1] for fault in ("", *TlsFault)}
    finally:
        i18n.remove()
    assert len(said) == 1 + len(TlsFault)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_on_which_others_can_read_is_said_while_it_works(qapp: object, language: str) -> None:
    theme = load_theme("light")
    i18n = I18n(theme, language)
    try:
        ui = Ui(theme, i18n)
        kind, words = sync_words(ui, SyncStatus(Link.ONLINE, NOW, 0, trouble=PLAIN_HTTP))
        assert kind == "warn"
        assert trouble_word(PLAIN_HTTP)
        assert words.endswith(trouble_word(PLAIN_HTTP))
        assert sync_words(ui, SyncStatus(Link.ONLINE, NOW, 0))[0] == "jade"
    finally:
        i18n.remove()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_enrolment_page_names_the_same_faults(qapp: object, language: str) -> None:
    i18n = I18n(load_theme("light"), language)
    try:
        for fault in TlsFault:
            assert refusal_text(EnrolmentRefusal(fault.value)).startswith(trouble_word(fault))
    finally:
        i18n.remove()


def test_an_update_is_advised_once_and_once_to_a_manager(qapp: object) -> None:
    messages, said = Messages(), []
    messages.noticed.connect(lambda text, *_: said.append(text))
    devices = Devices(messages, Speaker(Silence()))
    for manager in (False, False, True, False, True):
        devices.advise_update(manager=manager)
    assert len(said) == 2
