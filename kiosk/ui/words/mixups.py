"""Words for a scan in the wrong letters: what is set wrongly, and whether the code was read all the same."""

from __future__ import annotations

from kiosk.domain.scan.keyboard_layouts import KeyboardLayout, LayoutMixup, MixupKind
from kiosk.ui.i18n import translate


def layout_word(layout: KeyboardLayout | None) -> str:
    """A keyboard layout's name."""
    return {
        KeyboardLayout.US: translate("Layout", "English (US)"),
        KeyboardLayout.DE: translate("Layout", "German"),
        KeyboardLayout.FR: translate("Layout", "French"),
        KeyboardLayout.ZHUYIN: translate("Layout", "Zhuyin"),
        None: translate("Layout", "another layout"),
    }[layout]


def mixup_words(mixup: LayoutMixup) -> str:
    """What to do about it."""
    repaired = mixup.repaired is not None
    match mixup.kind:
        case MixupKind.CAPS_LOCK:
            return (
                translate("Mixup", "Caps Lock is on. The code was read all the same; please switch Caps Lock off.")
                if repaired
                else translate("Mixup", "Caps Lock is on, so the code came in wrong. Switch it off and scan again.")
            )
        case MixupKind.FULL_WIDTH:
            return (
                translate(
                    "Mixup",
                    "The computer types full-width characters. The code was read all the same; please switch to "
                    "half-width (Shift+Space).",
                )
                if repaired
                else translate(
                    "Mixup",
                    "The computer types full-width characters, so the code came in wrong. Switch to half-width "
                    "(Shift+Space) and scan again.",
                )
            )
        case MixupKind.INPUT_METHOD:
            return translate(
                "Mixup",
                "A Chinese input method caught the scanner’s keys. Switch it to English and scan again.",
            )
        case MixupKind.OTHER_LAYOUT:
            words = (
                translate(
                    "Mixup",
                    "The scanner types {scanner}, the computer expects {computer}. The code was read all the same; "
                    "please set the computer’s keyboard to {scanner}.",
                )
                if repaired
                else translate(
                    "Mixup",
                    "The scanner types {scanner}, the computer expects {computer}, so the code came in wrong. Set the "
                    "computer’s keyboard to {scanner} and scan again.",
                )
            )
            return words.format(scanner=layout_word(mixup.scanner), computer=layout_word(mixup.computer))


def unsure_words() -> str:
    """Keys that a slow scanner or a quick hand may have pressed. They are not repeated: they may be a PIN."""
    return translate(
        "Mixup",
        "Typed or scanned? Nothing was done. If you typed it, press Enter again; if it was scanned, take it back with "
        "Backspace and scan again.",
    )


def num_lock_words() -> str:
    """The number block moves about instead of typing."""
    return translate("Mixup", "Num Lock is off, so the number keys on the right type nothing. Press Num Lock.")


def unreadable_words() -> str:
    """A scan among whose keys were some that are no text."""
    return translate(
        "Mixup",
        "The scanner sent keys that are no text. Nothing was done; reset the scanner’s settings and scan again.",
    )
