"""What a start of the checkout may import before its first page is painted. No times: what is imported decides them."""

from __future__ import annotations

import subprocess
import sys

from tests.e2e.shop import Shop

NOT_BEFORE = (
    "kiosk.application.campaigns.histories",
    "kiosk.application.sales",
    "kiosk.application.service",
    "kiosk.application.draws",
    "kiosk.application.slips",
    "kiosk.application.selfservice",
    "kiosk.application.journal",
    "kiosk.application.till.bridge",
    "kiosk.domain.campaigns.engine",
    "kiosk.domain.campaigns.model",
    "kiosk.domain.draws.published",
    "kiosk.domain.draws.verify",
    "kiosk.protocol.campaigns",
    "kiosk.protocol.draws.bls",
    "kiosk.protocol.draws.published_file",
    "kiosk.hq",
    "kiosk.demo",
    "kiosk.ui.customer.screen",
    "kiosk.ui.draws",
    "kiosk.ui.stage",
    "kiosk.ui.stations",
    "kiosk.ui.words.journal",
    "kiosk.ui.words.refusals",
    "alembic",
    "cv2",
    "numpy",
    "phonenumbers",
    "PIL",
    "py_arkworks_bls12381",
    "python_calamine",
    "requests",
    "serial",
    "xlsxwriter",
    "zxingcpp",
)
"""Modules, and all below them."""
MAY = (
    "kiosk.application.sales",
    "kiosk.application.sales.open_claims",
    "kiosk.protocol.campaigns",
    "kiosk.protocol.campaigns.purpose",
)
"""But these, small ones and the packages they are in."""

PROGRAM = """
import sys
from kiosk.ui.shell.window import ShellWindow

put_up = ShellWindow._put_up
def looked(window, role):
    print(*sys.modules, sep="\\n")
    return put_up(window, role)
ShellWindow._put_up = looked
from kiosk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_start_imports_what_its_first_page_needs(closed_shop: Shop) -> None:
    settings = closed_shop.settings
    command = [sys.executable, "-c", PROGRAM, "run", "--data", str(settings.data_dir), "--timings", "--camera", ""]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout.splitlines()
    painted = next(at for at, line in enumerate(said) if line.startswith("painted "))
    loaded = said[painted + 1 :]
    assert "kiosk.ui.shell.signin.page" in loaded
    wrong = [name for name in loaded if any(f"{name}.".startswith(f"{one}.") for one in NOT_BEFORE)]
    assert [name for name in wrong if name not in MAY] == []
    assert not any(line.startswith("kiosk.") for line in said[:painted])
