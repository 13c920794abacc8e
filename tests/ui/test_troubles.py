"""What has to be mended before HQ is reached is said beside the badge."""

from __future__ import annotations

import pytest

from kiosk.adapters.sync.tls import TlsFault
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.header import sync_words
from kiosk.ui.theme import load_theme

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
