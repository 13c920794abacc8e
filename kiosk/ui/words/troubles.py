"""Why HQ is not reached, or one thing does not work with it: short, for beside the badge; the log says what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.ui.i18n import translate

_WORDS: Mapping[str, Callable[[], str]] = {
    "tls_expired": lambda: translate("Sync", "HQ’s certificate has expired"),
    "tls_not_yet_valid": lambda: translate("Sync", "HQ’s certificate is not valid yet"),
    "tls_self_signed": lambda: translate("Sync", "HQ’s certificate is self-signed"),
    "tls_unknown_issuer": lambda: translate("Sync", "HQ’s certificate: unknown issuer"),
    "tls_wrong_name": lambda: translate("Sync", "HQ’s certificate: wrong name"),
    "tls_no_ca_file": lambda: translate("Sync", "CA file missing"),
    "tls_plain_http": lambda: translate("Sync", "no HTTPS at HQ"),
    "tls_not_asked_for": lambda: translate("Sync", "HQ’s address is not HTTPS"),
    "plain_http": lambda: translate("Sync", "not encrypted"),
    "tls_other": lambda: translate("Sync", "no safe connection"),
    "push_failed": lambda: translate("Sync", "HQ does not take what waits"),
    "pull_failed": lambda: translate("Sync", "no news from HQ"),
}


def trouble_word(code: str) -> str:
    """The trouble in the language in use; nothing for a code without words."""
    word = _WORDS.get(code)
    return word() if word is not None else ""
