"""Whether two people who share a phone are called the same: then they are one person who registered twice."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any


def same_name(one: str, other: str) -> bool:
    """陳美麗 and 陈美丽 are, as are "Ann  LEE" and "ann lee": width, case, blanks, script do not count."""
    plain = _plain(one)
    return plain != "" and plain == _plain(other)


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(one for one in folded if unicodedata.category(one)[0] in "LMNS" or unicodedata.category(one) == "Co")
    return str(_simplified().convert(bare))


@cache
def _simplified() -> Any:
    from opencc import OpenCC  # its tables take a moment, and most chains have few that share a phone

    return OpenCC("t2s")
