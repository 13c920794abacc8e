"""A process that was started to forget has nothing left of what it freed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kiosk.watchdog.forgetting import environment
from tests.shared.memory_search import can_search

_LIVES = """
import gc, sys
from kiosk.watchdog.forgetting import write_over_what_is_freed
from tests.shared.memory_search import Planted, in_memory
assert not {wanted} or write_over_what_is_freed()
planted = Planted(str((7 * at + 3) % 10) for at in range(24))

class Somebody:
    pass

somebody = Somebody()
somebody.name = planted.text()
somebody.wide = somebody.name.encode("utf-16-le")
somebody.lines = [somebody.name + str(at) for at in range(50)]
assert in_memory(planted)
del somebody
gc.collect()
print(len(in_memory(planted)))
"""


@pytest.mark.skipif(not can_search(), reason="the memory of a process is shown by Linux alone")
@pytest.mark.parametrize("wanted", [True, False])
def test_what_was_freed_is_written_over(wanted: bool) -> None:
    around = environment(os.environ) if wanted else dict(os.environ)
    command = [sys.executable, "-c", _LIVES.format(wanted=wanted)]
    answer = subprocess.run(command, env=around, capture_output=True, text=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stderr
    left = int(answer.stdout)
    assert left == 0 if wanted else left > 0, "and without it the search would find something"


def test_what_somebody_set_is_kept() -> None:
    assert environment({"PYTHONMALLOC": "debug", "A": "b"})["PYTHONMALLOC"] == "debug"
