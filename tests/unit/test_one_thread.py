"""Numbers are reckoned on one thread, whoever imports the product."""

from __future__ import annotations

import subprocess
import sys


def test_numpy_starts_no_threads_of_its_own() -> None:
    asked = "import kiosk, numpy, pathlib; print(len(list(pathlib.Path('/proc/self/task').iterdir())))"
    if sys.platform != "linux":
        asked = "import kiosk, os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert found.stdout.strip() == "1"
