"""What goes into the frozen program and what stays out: names, as PyInstaller lists them, and no files.

Three rules. Of Qt's plugins only those named here go in. What is never wanted is named, with the reason. A library goes
in only if something that is in it needs it, so that what was left out takes its own libraries along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""Name inside the program, file it is made from, PyInstaller's kind (EXTENSION, BINARY, DATA, SYMLINK)."""

EXCLUDED_MODULES = (
    # Qt: what is GPL or commercial only, and what widgets do not need
    *(f"PySide6.Qt{name}" for name in ("Charts", "DataVisualization", "Graphs", "VirtualKeyboard")),
    *(f"PySide6.Qt{name}" for name in ("Qml", "Quick", "QuickWidgets", "OpenGL", "OpenGLWidgets", "Network", "Sql")),
    # GPL: GNU readline, which an interactive interpreter would use
    "readline",
    "rlcompleter",
    # of zstandard its C module is used
    "zstandard._cffi",
    "zstandard.backend_cffi",
    # tools of whoever builds or tests
    *("tkinter", "idlelib", "lib2to3", "ensurepip", "pydoc_data", "turtledemo", "test"),
    *("pytest", "_pytest", "hypothesis", "mypy", "IPython", "matplotlib", "setuptools", "pkg_resources", "pip"),
    # of the tests; qrcode would take it if it is there, and draws nothing in the product
    *("PIL", "escpos", "barcode"),
    # what structlog colours with on a developer's console, if it is there
    *("rich", "pygments", "markdown_it", "colorama"),
    *("numpy.testing", "numpy.array_api"),
    "numpy.f2py",
    "numpy.distutils",
)

UNUSED_IN_NUMPY_2 = ("numpy.random", "numpy.fft")
"""3 MB that NumPy 2 imports when they are asked for, which the product never does (the demo does); 1.26 imports them at
its start."""

PLUGINS = {
    "platforms": {"windows", "xcb", "wayland", "offscreen"},
    "imageformats": {"jpeg", "svg", "ico"},
    "iconengines": {"svgicon"},
    "styles": {"modernwindowsstyle"},
    # Chinese input on Linux
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"xdgdesktopportal"},
    # on Windows it is in Qt's library
    "printsupport": {"cupsprintersupport"},
    "xcbglintegrations": {"xcb-glx-integration", "xcb-egl-integration"},
    "wayland-shell-integration": {"xdg-shell", "wl-shell-plugin"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}
"""Qt's plugins that go in, by folder, without `lib`, `q` and the ending."""

OPENCC = frozenset(
    {"t2s.json", "TSPhrases.ocd2", "TSCharacters.ocd2", "TSCharactersExt.ocd2", "CJK_Compatibility_Ideographs.ocd2"}
)
"""Of OpenCC's dictionaries those from traditional to simplified, with which names are compared (`t2s.json`)."""

NEVER = (
    # 31 MB that only video files need, and cameras do not
    r"cv2/opencv_videoio_ffmpeg",
    r"cv2/(data|gapi|typing|aruco|barcode|cuda|detail|dnn|fisheye|ml|ocl|ogl|parallel|samples|segmentation)/",
    # 20 MB of OpenGL in software; widgets are painted without OpenGL
    r"pyside6/opengl32sw\.dll",
    r"pyside6/(qt/)?translations/",
    r"pyside6/(qt/)?(qml|resources|libexec|metatypes|typesystems)/",
    # of the system, as are the printers: who has none there has no CUPS either
    r"(.*/)?libcups\.so",
    # phrases hold no names (PYPINYIN_NO_PHRASES)
    r"pypinyin/phrases_dict",
    r"resources/i18n/.*\.ts$",
    r"resources/sounds/.*\.py$",
    r"resources/typing/.*\.py$",
    r"setuptools/",
    # the system's own on Windows 10 and 11; a stand-in beside Qt would be taken instead
    r"(.*/)?(icuuc|icuin|bcryptprimitives|ucrtbase|api-ms-win-.*)\.dll$",
    r".*\.(pyi|lib|a|h|hpp|cmake|pc|pdb)$",
)
"""Patterns of names, small letters, from the beginning of the name."""

LOADED_BY_NAME = ("libpython", "python3", "libzbar", "libiconv", "libdbus-1", "vcruntime", "msvcp", "concrt")
"""Beginnings of the names of libraries that are loaded without being linked."""

_NEVER = re.compile("|".join(f"(?:{pattern})" for pattern in NEVER))
_PLUGIN = re.compile(r"pyside6/(?:qt/)?plugins/([^/]+)/(?:lib)?(?:q(?!ml))?([^/]+)\.(?:so|dll)")


def wanted(name: str, *, demo: bool = False) -> bool:
    """Whether a file of this name inside the program is of use. `demo`: in a program with the demo."""
    path = name.replace("\\", "/")
    small = path.lower()
    if small.startswith("resources/demo/"):
        return demo
    if small.startswith("opencc/clib/") and not re.search(r"opencc_clib[^/]*\.(so|pyd)$|__init__\.py$", small):
        return PurePosixPath(path).name in OPENCC
    if plugin := _PLUGIN.fullmatch(small):
        folder, stem = plugin.groups()
        return stem in PLUGINS.get(folder, ())
    return _NEVER.match(small) is None


def needed(entries: Sequence[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Without the libraries that nothing needs. `imports`: base names of the libraries that a file is linked with."""
    libraries = {_base(name): file for name, file, kind in entries if kind == "BINARY" and not _is_root(name)}
    waiting = [
        file
        for name, file, kind in entries
        if kind == "EXTENSION" or (kind == "BINARY" and _is_root(name) and not _is_of_the_system(name))
    ]
    reached: set[str] = set()
    while waiting:
        for library in map(str.lower, imports(waiting.pop())):
            if library in libraries and library not in reached:
                reached.add(library)
                waiting.append(libraries[library])

    files = [
        (name, file, kind)
        for name, file, kind in entries
        if kind != "SYMLINK" and (kind != "BINARY" or _is_root(name) or _base(name) in reached)
    ]
    # links of PyInstaller's to a library that lies deeper
    there = {_base(name) for name, _file, _kind in files}
    return files + [entry for entry in entries if entry[2] == "SYMLINK" and _base(entry[1]) in there]


def _is_root(name: str) -> bool:
    """Whether a library is loaded by name: a plugin, or one of those known."""
    small = name.replace("\\", "/").lower()
    return "/plugins/" in small or _base(name).startswith(LOADED_BY_NAME)


def _is_of_the_system(name: str) -> bool:
    """Whether a plugin stands on libraries that the system has, or has no use for it: CUPS, and what CUPS needs."""
    return "/plugins/printsupport/" in name.replace("\\", "/").lower()


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name.lower()


GPL = ("qtcharts", "qt6charts", "virtualkeyboard", "qtdatavis", "qt6datavis", "qtgraphs", "qt6graphs", "libreadline")
"""What nothing that goes in may be called: Qt's modules under the GPL or a commercial licence, GNU readline."""


def gpl(entries: Iterable[Entry]) -> list[str]:
    """Names of what must not be shipped."""
    return sorted({name for name, _file, _kind in entries if any(word in name.lower() for word in GPL)})
