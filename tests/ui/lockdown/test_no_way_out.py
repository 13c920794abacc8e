"""No source of a station for customers names what opens something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.lockdown_law import names_never_imported

UI = Path(__file__).resolve().parents[3] / "kiosk" / "ui"


@pytest.mark.parametrize("folder", ["stations/selfservice", "lockdown", "widgets"])
def test_nothing_that_leads_out_is_named(folder: str) -> None:
    assert names_never_imported(UI / folder) == []
