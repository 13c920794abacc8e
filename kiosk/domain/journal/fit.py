"""What may stand in a body wherever it came from: texts that are texts, numbers that every store can hold."""

from __future__ import annotations

from typing import Any

LARGEST = 2**53
"""Of numbers in a body, whatever they count: what every program on the way reads exactly."""
LONGEST = 4096
"""Characters of one text."""
_DEEPEST = 24


def unfit(value: Any) -> str | None:
    """What is wrong with a body's values, as a stable word; None when every store can hold them."""
    waiting: list[tuple[Any, int]] = [([value], -1)]
    while waiting:
        whole, depth = waiting.pop()
        if depth >= _DEEPEST:
            return "too_deep"
        for part in (*whole, *whole.values()) if type(whole) is dict else whole:
            kind = type(part)
            if kind is str:
                if not fit_text(part):
                    return "bad_text"
            elif kind is int:
                if not -LARGEST <= part <= LARGEST:
                    return "out_of_range"
            elif kind is dict or kind is list:
                waiting.append((part, depth + 1))
            elif part is not None and kind is not bool:
                return "no_whole_number"
    return None


def fit_text(text: str, longest: int = LONGEST) -> bool:
    """No NUL, which PostgreSQL's text cannot hold, and no half of a surrogate pair, which is no text at all."""
    return len(text) <= longest and "\0" not in text and (text.isascii() or _encodable(text))


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
