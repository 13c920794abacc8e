"""Nothing that is shipped is under the GPL alone, and everything brings its licence along."""

from __future__ import annotations

import importlib.util
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


def shipped(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """What the program needs at run time, HQ included, on this platform."""
    key = name.lower().replace("_", "-")
    if key not in found:
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            return found
        for line in found[key].requires or ():
            need = Requirement(line)
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", "hq")):
                shipped(need.name, found)
    return found


SHIPPED = shipped("kiosk", {})


def words(package: Distribution) -> str:
    """Everything its metadata say about its licence; the head of its licence file where they say nothing."""
    fields = package.metadata.get_all("License-Expression") or []
    fields += [line for line in package.metadata.get_all("Classifier") or [] if line.startswith("License")]
    fields += [text.splitlines()[0] for text in package.metadata.get_all("License") or [] if text.strip()]
    if not fields:
        texts = [file for file in package.files or () if file.name.upper().startswith("LICENSE")]
        fields = [text.read_text(encoding="utf-8")[:200].replace("\n", " ") for text in texts]
    return " | ".join(fields)


@pytest.mark.parametrize("name", sorted(set(SHIPPED) - {"kiosk"}))
def test_no_package_is_gpl_only(name: str) -> None:
    said = words(SHIPPED[name])
    assert said, "its metadata do not say"
    choices = re.split(r"\bOR\b|\|", said)
    gpl = [choice for choice in choices if re.search(r"(?<!L)(?<!Lesser )\bA?GPL|General Public", choice)]
    free = [choice for choice in choices if choice not in gpl or "Lesser" in choice]
    assert free, said


def test_qt_comes_without_its_gpl_modules() -> None:
    for module in ("QtCharts", "QtDataVisualization", "QtGraphs", "QtVirtualKeyboard"):
        assert importlib.util.find_spec(f"PySide6.{module}") is None, module


def test_qts_own_licence_is_there() -> None:
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "README.md"):
        assert (ROOT / "resources" / "licences" / name).stat().st_size > 500
