from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shared.calls import called

DemoData = Callable[[Path, int], None]


@pytest.fixture(scope="module", autouse=True)
def no_key_store_of_the_desktop() -> Iterator[None]:
    """Whoever runs the tests on a desktop keeps their key store as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        yield


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> DemoData:
    """Fills a folder as `kiosk hq demo-data` does with so many members: made once, and copied."""
    made: dict[int, Path] = {}

    def fill(folder: Path, members: int) -> None:
        if members not in made:
            kept = tmp_path_factory.mktemp("demo") / "hq"
            assert called(["hq", "demo-data", "--members", str(members), "--data", str(kept)])[0] == 0
            made[members] = kept
        for of in ("", "-secret"):  # what opens the file of keys lies beside
            shutil.copytree(f"{made[members]}{of}", f"{folder}{of}")

    return fill
