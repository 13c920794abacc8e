"""The commands that prove an installation: `kiosk demo --play` and `kiosk self-test`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli.self_test import CHECKS
from kiosk.demo.command import MADE, MARK, NotOurs, begin_anew, same_redemptions, same_rewards
from kiosk.processes import program

CAMPAIGNS = Path(__file__).parents[2] / "resources" / "campaigns"


def test_the_demo_plays_its_visits_and_leaves_what_it_says(tmp_path: Path) -> None:
    said = played(tmp_path / "demo", "holiday")
    assert "Visit 1 (HQ online)" in said
    assert "Visit 2 (HQ stopped)" in said
    assert "(offline)" in said
    assert "Visit 3 (a walk-in whom a friend recommends, HQ stopped)" in said
    assert "recommendation accepted" in said
    assert "HQ holds the recommendation, and that the friend has bought. Its letter: Welcome to" in said
    assert "Visit 4 (a turn of the wheel, HQ stopped)" in said
    assert "HQ holds the turn of the wheel" in said
    assert "60 people with 120 tickets, frozen and published" in said
    assert "Visit 6 (guests arrive at an event, HQ online and stopped)" in said
    assert "HQ holds 4 arrivals, as the desk showed them." in said
    holds = "Good: everything that can be checked holds."
    assert said.count(holds) == 2, "the stage’s draw, and HQ’s among the ticket holders"
    assert "exactly the same" in said
    for kind in ("picture", "receipt"):
        paths = [Path(line.split()[1]) for line in said.splitlines() if line.split()[:1] == [kind]]
        assert len(paths) >= 4
        assert all(path.stat().st_size > 200 for path in paths)


def played(folder: Path, campaign: str) -> str:
    """What the demo says that runs a campaign, from its first sale to HQ, and counts what the campaign gave."""
    command = [*program(), "demo", "--play", "--members", "60", "--data", str(folder), "--campaign", campaign]
    command += ["--language", "en"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=_environment())
    assert done.returncode == 0, done.stdout + done.stderr
    counted = re.search(
        r"gave (\d+) rewards: (\d+) shown .*, (\d+) beside .* HQ holds (\d+), .*; (\d+) too many", done.stdout
    )
    assert counted is not None
    given, shown, beside, held, over = map(int, counted.groups())
    assert shown > 0
    assert given == shown + beside == held
    assert over == 0
    assert (folder / "pictures" / "visit-5-why.png").stat().st_size > 20_000
    return done.stdout


def test_every_campaign_runs_from_the_first_sale_to_hq(tmp_path: Path, torture: bool) -> None:
    """Those that the demo's own test does not run."""
    if not torture:
        pytest.skip("the long form: --torture")
    names = {path.stem for path in CAMPAIGNS.glob("*.yaml")} - {"holiday"}
    assert names
    for campaign in sorted(names):
        played(tmp_path / campaign, campaign)


@pytest.mark.parametrize(
    ("shown", "given", "held", "over", "good"),
    [
        (["a"], ["a", "b"], {"a": "d-1", "b": "d-1", "w": "hq"}, [], True),
        (["a"], ["a"], {"a": "d-1", "b": "d-1"}, [], False),
        (["a"], ["a", "b"], {"a": "d-1"}, [], False),
        (["a", "c"], ["a", "b"], {"a": "d-1", "b": "d-1"}, [], False),
        (["a"], ["a"], {"a": "d-1"}, ["a"], False),
    ],
)
def test_the_demo_fails_when_hq_has_other_rewards(
    shown: list[str], given: list[str], held: dict[str, str], over: list[str], good: bool
) -> None:
    assert same_rewards(shown, given, held, over) is good


def test_the_demo_deletes_only_what_a_demo_made(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    begin_anew(ours)
    (ours / "hq").mkdir()
    (ours / "hq" / "hq.db").write_bytes(b"1")
    begin_anew(ours)
    assert [path.name for path in ours.iterdir()] == [MARK]
    theirs.mkdir()
    (theirs / "diary.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(NotOurs, match="theirs"):
        begin_anew(theirs)
    assert (theirs / "diary.txt").read_text("utf-8") == "dear"
    (ours / "hq").mkdir()
    (ours / "diary.txt").write_text("dear", encoding="utf-8")
    begin_anew(ours)
    assert sorted(path.name for path in ours.iterdir()) == sorted([MARK, "diary.txt"])
    for name in MADE:  # of the same name as what a demo makes, and yet not made by one
        (ours / name).write_text("mine", encoding="utf-8")
        with pytest.raises(NotOurs, match=name):
            begin_anew(ours)
        (ours / name).unlink()
    assert (theirs / "diary.txt").read_text("utf-8") == "dear"
    (tmp_path / "empty").mkdir()
    begin_anew(tmp_path / "empty")


@pytest.mark.not_under_wine("Wine 8 makes no links: it says that it did, and there is none")
def test_the_demo_follows_no_link(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    begin_anew(ours)
    theirs.mkdir()
    (theirs / "diary.txt").write_text("dear", encoding="utf-8")
    (ours / "link").symlink_to(theirs, target_is_directory=True)
    begin_anew(ours)
    assert sorted(path.name for path in ours.iterdir()) == sorted([MARK, "link"])
    for name in MADE:
        (ours / name).symlink_to(theirs, target_is_directory=True)
        with pytest.raises(NotOurs, match=name):
            begin_anew(ours)
        (ours / name).unlink()
    assert (theirs / "diary.txt").read_text("utf-8") == "dear"


def _environment() -> dict[str, str]:
    """Without the offscreen platform of the tests, so that the demo looks for a screen by itself."""
    return {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}


@pytest.mark.parametrize(
    "at_hq",
    [
        [("c1", "t1")],
        [("c1", "t1"), ("c2", "t1"), ("c3", "t2")],
        [("c1", "t1"), ("c2", "t1"), ("c2", "t1")],
        [("c1", "t1"), ("c2", "t2")],
    ],
)
def test_the_demo_fails_when_hq_counts_anything_else(at_hq: list[tuple[str, str]]) -> None:
    shown = [("c2", "t1"), ("c1", "t1")]
    assert same_redemptions(shown, [("c1", "t1"), ("c2", "t1")])
    assert not same_redemptions(shown, at_hq)


WITHOUT_DEMO = """
import sys

class NoDemo:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "kiosk" and (name + ".").startswith("kiosk.demo."):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoDemo())
"""


@pytest.fixture
def without_demo(tmp_path: Path) -> dict[str, str]:
    """The surroundings of a program that was built without the demo, as the frozen one is."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_DEMO, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(Path(__file__).parents[2])))
    return {**os.environ, "PYTHONPATH": path}


_NO_PATH = "Python's embeddable package, which runs there, takes no PYTHONPATH; kiosk.exe is such a program"


@pytest.mark.not_under_wine(_NO_PATH)
@pytest.mark.parametrize("command", ["demo --play", "screenshots --out here", "hq demo-data --members 5 --data here"])
def test_a_program_without_the_demo_says_so(without_demo: dict[str, str], tmp_path: Path, command: str) -> None:
    call = [*program(), *command.split()]
    done = subprocess.run(
        call, capture_output=True, text=True, check=False, env=without_demo, cwd=tmp_path, encoding="utf-8"
    )
    assert done.returncode == 2
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert "is not in this program" in done.stderr
    assert not (tmp_path / "here").exists()


@pytest.mark.not_under_wine(_NO_PATH)
def test_the_self_test_needs_no_demo(without_demo: dict[str, str]) -> None:
    done = subprocess.run(
        [*program(), "self-test"], capture_output=True, text=True, encoding="utf-8", check=False, env=without_demo
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok ") == len(CHECKS)
    assert "without demo, screenshots" in done.stdout


def test_the_self_test_passes(torture: bool) -> None:
    if not torture and sys.platform != "win32":
        pytest.skip("every check is tried without the demo; with it: --torture")
    done = subprocess.run([*program(), "self-test"], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAIL" not in done.stdout
    assert done.stdout.count("ok ") == len(CHECKS)
