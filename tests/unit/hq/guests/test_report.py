"""`kiosk hq events report`: what an event brought, on the screen and in a file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from kiosk.adapters.lists.reading import read_book
from kiosk.cli import hq_events_report
from kiosk.domain.guests.facts import GUEST_SIGNED_IN
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.guests.test_events import brought, came, names, published, row
from tests.unit.hq.rig import Terminal


def _report(hq: Headquarters, out: Path | None = None, *, as_json: bool = False, names: bool = False) -> int:
    return hq_events_report.run(hq, argparse.Namespace(event="gala", out=out, json=as_json, names=names))


@pytest.fixture
def held(hq: Headquarters) -> Headquarters:
    """One of two guests came, with somebody."""
    desk = Terminal.enrolled(hq, seed=1)
    published(hq)
    brought(hq, row("李小美"), row("王明"))
    desk.fact(GUEST_SIGNED_IN, came(sorted(names(desk))[0], people=2))
    desk.push()
    return hq


def test_it_is_said_on_the_screen_and_as_json(held: Headquarters, capsys: pytest.CaptureFixture[str]) -> None:
    assert _report(held) == 0
    said = dict(line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert (said["guests on the list"], said["of them came"], said["people who came"]) == ("2", "1", "2")
    assert _report(held, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["no_shows"] == 1


@pytest.mark.parametrize("named", [False, True])
def test_a_workbook_has_all_of_it_and_names_only_on_request(held: Headquarters, tmp_path: Path, named: bool) -> None:
    file = tmp_path / "report.xlsx"
    assert _report(held, file, names=named) == 0
    sheets = {sheet.name: [[str(cell) for cell in line] for line in sheet.rows()] for sheet in read_book(file).sheets}
    assert set(sheets) == {"Figures", "Arrivals", "Desks", "Did not come", "Recommend", "In words"}
    assert ["of them did not come", "1.0"] in [line[:2] for line in sheets["Figures"]]
    (missing,) = sheets["Did not come"][1:]
    assert bool(missing[1] not in ("", "None")) is named


def test_a_file_of_another_kind_is_refused(held: Headquarters, tmp_path: Path) -> None:
    assert _report(held, tmp_path / "report.docx") == 2
    assert not (tmp_path / "report.docx").exists()
