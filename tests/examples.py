"""How many examples a law is tried with. What a law says, or else hypothesis's hundred, stands between two lengths:
`make test` takes a quarter of it, but five at least; `--torture` takes five times as many. A machine of states is tried
as often as it says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import is_hypothesis_test, settings

_SAID = "_hypothesis_internal_use_settings"
_FEW = 5


def shorter(said: int) -> int:
    """For `make test`."""
    return max(said // 4, min(said, _FEW))


def longer(said: int) -> int:
    """For `--torture`."""
    return said * 5


def scale(items: Iterable[pytest.Item], *, torture: bool) -> None:
    """Give every law that was collected its length of this run."""
    laws = {getattr(item.obj, "__func__", item.obj) for item in items if isinstance(item, pytest.Function)}
    for law in laws:
        said: settings | None = getattr(law, _SAID, None)
        if is_hypothesis_test(law) and said is not None:
            examples = longer(said.max_examples) if torture else shorter(said.max_examples)
            setattr(law, _SAID, settings(said, max_examples=examples))
