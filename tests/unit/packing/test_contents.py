"""What goes into the frozen program: names as PyInstaller gives them on both systems."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

import kiosk
from kiosk.cli.self_checks import FORBIDDEN
from packing.contents import EXCLUDED_MODULES, GPL, UNUSED_IN_NUMPY_2, Entry, gpl, needed, wanted


@pytest.mark.parametrize(
    "name",
    [
        "kiosk/__main__.pyc",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6\\Qt6Core.dll",
        "cv2/cv2.abi3.so",
        "cv2\\cv2.pyd",
        "cv2/utils/__init__.py",
        "pyzbar\\libzbar-64.dll",
        "numpy.libs\\libopenblas64_.dll",
        "opencc/clib/opencc_clib.cpython-311-x86_64-linux-gnu.so",
        "opencc/clib/share/opencc/TSCharactersExt.ocd2",
        "opencc\\clib\\share\\opencc\\t2s.json",
        "pypinyin/pinyin_dict.json",
        "resources/i18n/kiosk_zh_TW.qm",
        "resources/sounds/ok.wav",
        "resources/licences/GPL-3.0.txt",
        "migrations/terminal/env.py",
        "_miniaudio.abi3.so",
        "libzbar.so.0",
        "licences/opencv-python-headless/LICENSE-3RD-PARTY.txt",
    ],
)
def test_what_the_product_uses_goes_in(name: str) -> None:
    assert wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6\\plugins\\platforminputcontexts\\qtvirtualkeyboardplugin.dll",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        "PySide6\\plugins\\qmltooling\\qmldbg_server.dll",
        "PySide6\\plugins\\sqldrivers\\qsqlite.dll",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6/Qt/translations/qt_gl.qm",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6\\icuuc.dll",
        "api-ms-win-core-file-l1-2-0.dll",
        "cv2\\opencv_videoio_ffmpeg500_64.dll",
        "cv2/data/haarcascade_eye.xml",
        "opencc/clib/bin/opencc",
        "opencc/clib/lib64/libopencc.a",
        "opencc/clib/share/opencc/STPhrases.ocd2",
        "pypinyin/phrases_dict.json",
        "resources/i18n/kiosk_zh_TW.ts",
        "resources/sounds/make_sounds.py",
        "resources/demo/feast.yaml",
    ],
)
def test_what_nobody_uses_stays_out(name: str) -> None:
    assert not wanted(name)


def test_the_demo_brings_its_campaigns() -> None:
    assert wanted("resources/demo/feast.yaml", demo=True)


LINKED = {
    "QtGui.so": ["libGui.so.6", "libc.so.6"],
    "libGui.so.6": ["libCore.so.6"],
    "libCore.so.6": ["libGui.so.6"],
    "libPdf.so.6": ["libNetwork.so.6"],
    "libqxcb.so": ["libXcb.so.6"],
}
ENTRIES: list[Entry] = [
    ("PySide6/QtGui.so", "QtGui.so", "EXTENSION"),
    ("PySide6/lib/libGui.so.6", "libGui.so.6", "BINARY"),
    ("PySide6/lib/libCore.so.6", "libCore.so.6", "BINARY"),
    ("PySide6/lib/libPdf.so.6", "libPdf.so.6", "BINARY"),
    ("PySide6/lib/libNetwork.so.6", "libNetwork.so.6", "BINARY"),
    ("PySide6/plugins/platforms/libqxcb.so", "libqxcb.so", "BINARY"),
    ("libXcb.so.6", "libXcb.so.6", "BINARY"),
    ("libzbar.so.0", "libzbar.so.0", "BINARY"),
    ("libCore.so.6", "PySide6/lib/libCore.so.6", "SYMLINK"),
    ("libNetwork.so.6", "PySide6/lib/libNetwork.so.6", "SYMLINK"),
    ("resources/a.svg", "a.svg", "DATA"),
]


def test_a_library_goes_in_when_something_needs_it() -> None:
    inside = needed(ENTRIES, lambda file: LINKED.get(file, []))
    assert [name for name, _file, _kind in inside] == [
        "PySide6/QtGui.so",
        "PySide6/lib/libGui.so.6",
        "PySide6/lib/libCore.so.6",
        "PySide6/plugins/platforms/libqxcb.so",
        "libXcb.so.6",
        "libzbar.so.0",
        "resources/a.svg",
        "libCore.so.6",
    ]


def test_libraries_of_windows_are_named_in_any_case() -> None:
    entries = [("PySide6\\QtCore.pyd", "QtCore.pyd", "EXTENSION"), ("MSVCX.dll", "x", "BINARY")]
    assert needed(entries, lambda _file: ["msvcx.DLL"]) == entries


def test_printers_of_the_system_come_with_the_system_s_libraries() -> None:
    plugin = ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "plugin", "BINARY")
    cups = [("libcups.so.2", "cups", "BINARY"), ("libgnutls.so.30", "gnutls", "BINARY")]
    assert wanted(plugin[0])
    assert not wanted(cups[0][0])
    # ldd names what CUPS is linked with, too
    assert needed([plugin, *cups[1:]], lambda _file: ["libcups.so.2", "libgnutls.so.30"]) == [plugin]


def test_nothing_under_the_gpl_alone() -> None:
    names = ["libreadline.so.8", "PySide6/Qt6Charts.dll", "a/qtvirtualkeyboardplugin.dll", "libQt6Core.so.6"]
    assert gpl((name, "", "BINARY") for name in names) == sorted(names[:3])
    assert set(GPL) <= set(FORBIDDEN), "the self-test looks for what the build forbids"
    assert {"readline", "PySide6.QtCharts", "PySide6.QtVirtualKeyboard"} <= set(EXCLUDED_MODULES)


def test_what_is_excluded_is_not_what_the_product_imports() -> None:
    for module in ("PySide6.QtSvg", "zstandard", "structlog", "numpy", "opencc", "pypinyin", "zoneinfo"):
        assert importlib.util.find_spec(module) is not None
        assert module not in EXCLUDED_MODULES


def test_the_product_uses_nothing_of_numpy_that_stays_out() -> None:
    names = "|".join(name.removeprefix("numpy.") for name in UNUSED_IN_NUMPY_2)
    used = re.compile(rf"\b(?:np|numpy)\.(?:{names})\b|from numpy import .*\b(?:{names})\b")
    root = Path(kiosk.__file__).parent
    sources = [path for path in root.rglob("*.py") if path.relative_to(root).parts[0] != "demo"]
    assert len(sources) > 500
    assert [str(path) for path in sources if used.search(path.read_text("utf-8"))] == []
