"""`kiosk hq draws …`: what people type, and what they are told."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from kiosk.cli import hq as command
from kiosk.cli import hq_draws
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.draws_batch.rig import DRAW, chain_with, drawn
from tests.unit.hq.rig import TestClock

NINE = {f"m{n}": 1 for n in range(9)}


def runs(hq: Headquarters, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    return hq_draws.run(hq, parser.parse_args(["hq", "draws", *words]))


def test_a_draw_by_hand_from_the_list_to_the_file(
    hq: Headquarters, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chain_with(hq, NINE)
    values = {"HQ": "11" * 32, "witness": "22" * 32}
    sealed = [f"{name}={envelope_commitment(bytes.fromhex(value)).hex()}" for name, value in values.items()]
    opened = [f"--envelope={name}={value}" for name, value in values.items()]
    assert runs(hq, "list") == 0
    assert f"{DRAW}  to come" in capsys.readouterr().out
    assert runs(hq, "show", DRAW) == 1
    assert runs(hq, "freeze", DRAW, *(f"--envelope={one}" for one in sealed)) == 0
    assert runs(hq, "publish", DRAW) == 0
    assert runs(hq, "draw", DRAW, *opened, "--dice", "1 2 3") == 1
    assert "too few dice" in capsys.readouterr().err
    assert runs(hq, "draw", DRAW, *opened, "--dice", "  ".join("123456" * 4)) == 0
    assert runs(hq, "pass", DRAW, "1", "--reason", "no_show", "--by", "lin", "--second", "lin") == 1
    assert runs(hq, "pass", DRAW, "1", "--reason", "no_show", "--by", "lin", "--second", "wang") == 0
    capsys.readouterr()
    assert runs(hq, "show", DRAW) == 0
    assert "passed on 1×" in capsys.readouterr().out
    assert runs(hq, "file", DRAW, "--out", str(tmp_path / "draw.json")) == 0
    assert json.loads((tmp_path / "draw.json").read_text("utf-8"))["passed"][0]["signed_by"] == ["lin", "wang"]
    assert runs(hq, "void", DRAW, "--reason", "abandoned", "--by", "lin", "--second", "wang") == 1
    assert runs(hq, "close", DRAW) == 0
    capsys.readouterr()
    assert runs(hq, "show", DRAW, "--json") == 0
    assert json.loads(capsys.readouterr().out)["state"] == "closed"
    assert runs(hq, "list", "--json") == 0
    assert [one["state"] for one in json.loads(capsys.readouterr().out)] == ["closed"]


def test_the_law_by_hand(hq: Headquarters, clock: TestClock, capsys: pytest.CaptureFixture[str]) -> None:
    drawn(hq, clock, NINE)
    assert runs(hq, "totals") == 0
    assert "NT$5,100 of NT$150,000,000" in capsys.readouterr().out
    assert runs(hq, "totals", "--turnover", "10000000000", "--json") == 0
    assert json.loads(capsys.readouterr().out)["most"] == 600_000_000_00
    assert runs(hq, "board") == 0
    assert runs(hq, "exclude", "m1", "--why", "family") == 0
    assert runs(hq, "exclude", "nobody") == 1
    capsys.readouterr()
    assert runs(hq, "exclude") == 0
    assert "m1  family" in capsys.readouterr().out
    assert runs(hq, "exclude", "m1", "--remove") == 0
    assert runs(hq, "exclude", "--json") == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["excluded"] == []
