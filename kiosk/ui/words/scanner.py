"""Words for what a few scans said about the handheld scanner."""

from __future__ import annotations

from kiosk.domain.scan.keyboard_layouts import find_mixup
from kiosk.domain.scan.scanner_learning import Learned, NotLearned, Why
from kiosk.ui.i18n import translate
from kiosk.ui.words.mixups import layout_word


def why_words(fault: NotLearned) -> str:
    """Why nothing was learned, and what to do."""
    match fault.why:
        case Why.TOO_FEW | Why.DIFFERENT:
            return translate("Scanner", "The scans differ. Scan this code, and nothing else, three times.")
        case Why.TOO_SHORT | Why.OTHER_TEXT:
            mixup = find_mixup(fault.text)
            if mixup is not None and mixup.scanner is not None:
                return translate(
                    "Scanner",
                    "The scanner types {scanner}, the computer expects {computer}. Set both to the same keyboard, then "
                    "scan again.",
                ).format(scanner=layout_word(mixup.scanner), computer=layout_word(mixup.computer))
            return translate(
                "Scanner",
                "Something else was read: “{text}”. Scan the code on this screen; if you did, scanner and computer are "
                "set to different keyboards, or Caps Lock is on.",
            ).format(text=fault.text[:24])
        case Why.TOO_SLOW:
            return translate(
                "Scanner", "The scanner is too slow. Set its delay between characters to 0 and scan again."
            )
        case Why.SLOW_AND_BEGINS:
            return translate(
                "Scanner",
                "The scanner is slow and presses Enter before the code. Take that prefix away, or set its delay to 0, "
                "then scan again.",
            )


def learned_lines(learned: Learned) -> tuple[tuple[str, str], ...]:
    """What was learned: names and values."""
    ends = {"\r": "Enter", "\t": "Tab"}.get(learned.end[:1])
    ms = translate("Scanner", "{usual} ms, at most {longest} ms").format(
        usual=round(learned.usual_gap_s * 1000), longest=round(learned.longest_gap_s * 1000)
    )
    if learned.by_alt:
        way = translate("Scanner", "with Alt and the number block")
    else:
        way = translate("Scanner", "slow, like a hand") if learned.slow else translate("Scanner", "fast, like no hand")
    nothing = translate("Scanner", "nothing")
    return (
        (translate("Scanner", "How it types"), way),
        (translate("Scanner", "Time between keys"), ms),
        (translate("Scanner", "Before a code"), learned.settings.prefix or nothing),
        (translate("Scanner", "After a code"), ends or nothing),
    )


def advice(learned: Learned) -> str:
    """What the scanner itself should be set to; empty when it is well as it is."""
    if learned.stays_digits:
        return translate(
            "Scanner",
            "A slow scanner that presses nothing after a code: short codes would stay as typed digits. Set the scanner "
            "to press Enter after each code, then learn again.",
        )
    if learned.slow:
        return translate(
            "Scanner",
            "It works, but short codes will be asked about. If you can, set the scanner’s delay between characters to "
            "0 and learn again.",
        )
    return ""
