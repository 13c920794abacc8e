"""Unit tests stand on nothing but the product, each other, and what all tests share: they stay quick."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
APART = {"pretix": "test-pretix"}
SLOW = ("integration", "e2e", "simulation", "migrations", "ui")


def imported(file: Path) -> set[str]:
    """Every module that a file imports, at the top or within a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


@pytest.mark.parametrize("folder", ["unit", "shared"])
def test_they_import_nothing_of_the_slower_suites(folder: str) -> None:
    files = list((TESTS / folder).rglob("*.py"))
    assert files
    wrong = [
        (str(file.relative_to(TESTS)), name)
        for file in files
        for name in imported(file)
        if name.startswith(tuple(f"tests.{slow}." for slow in SLOW))
    ]
    assert wrong == []


def test_every_folder_of_tests_is_run() -> None:
    """Their order is written down; a folder that is not named there would be left out, but for those that need a server
    of somebody else's: they have a target of their own."""
    said = tomllib.loads((TESTS.parent / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    holding = {path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")}
    assert {f"tests/{name}" for name in holding - set(APART)} == {*said["testpaths"]}
    makefile = (TESTS.parent / "Makefile").read_text("utf-8")
    assert [target for target in APART.values() if f"\n{target}: setup" not in makefile] == []
