"""A copy of a terminal's folder, started beside its original as a process of its own: noticed within three syncs, and
both say so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import datetime

from tests.e2e.beside import Watch
from tests.e2e.shop import HUNG_S, ROOT, Shop, in_step, wait_for_sync

SYNCS = 3


def test_a_copied_folder_is_noticed_within_three_syncs_of_each(shop: Shop) -> None:
    copy = shop.folder.with_name("copy")
    for part in ("terminal", "terminal-secret"):
        shutil.copytree(shop.folder / part, copy / part)
    original = shop.open()
    watch = Watch(original)
    try:
        wait_for_sync(original, in_step)
        command = [sys.executable, "-m", "tests.e2e.beside", str(copy), shop.url]
        beside = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=2 * HUNG_S, check=False
        )
        assert beside.returncode == 0, beside.stderr
        assert watch.two.wait(HUNG_S), original.service.sync_status()
    finally:
        original.close()
    first, syncs = beside.stdout.split()
    assert int(syncs) <= SYNCS
    met = [done for done in watch.syncs if first != "-" and done > datetime.fromisoformat(first)]
    assert len(met) <= SYNCS
    (seen,) = shop.ask_hq("terminals")
    assert seen["state"] == "copied"
