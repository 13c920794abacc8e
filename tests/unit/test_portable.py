"""What works on one system and not on the other stays in the one place that knows both."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("kiosk", "migrations")
EVERYTHING = (*PRODUCT, "tests", "benchmarks", "docs", "resources")

_UNIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
_READS_AND_WRITES = {"open", "read_text", "write_text", "fdopen", "NamedTemporaryFile", "TemporaryFile", "FileHandler"}
_RUNS = {"run", "Popen", "call", "check_call", "check_output", "create_subprocess_exec", "create_subprocess_shell"}
_INSTANTS = {"fromtimestamp", "utcfromtimestamp", "localtime", "gmtime", "mktime", "ctime"}
_MOVES = {"replace", "rename", "renames", "move"}
_LOOKED_AT = {
    *(*_READS_AND_WRITES, *_RUNS, *_INSTANTS, *_MOVES),
    *("timestamp", "astimezone", "system", "popen", "startfile", "chmod", "mkdir", "makedirs", "bind"),
}
"""What the tests below ask for; of other calls nothing is kept."""


@dataclass(frozen=True, slots=True)
class _File:
    """What the tests below ask about a source file. Trees are not kept: those of all files take a gigabyte."""

    name: str
    calls: list[tuple[ast.Call, str]]
    """Calls of _LOOKED_AT, and the name of what is called, without what stands before the dot."""
    imports: list[str]
    unix_names: list[str]
    of_wine: list[tuple[int, str]]


@cache
def _files(places: tuple[str, ...]) -> list[_File]:
    if len(places) > 1:
        return [one for place in places for one in _files((place,))]
    return [_looked_through(file) for file in sorted((ROOT / places[0]).rglob("*.py"))]


def _looked_through(file: Path) -> _File:
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    unix_only = 'pytestmark = pytest.mark.skipif(sys.platform == "win32"' in text
    return _File(
        file.relative_to(ROOT).as_posix(),
        [
            (node, name)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and (name := _called(node)) in _LOOKED_AT
        ],
        list(_imports(tree)),
        [] if unix_only or not re.search(r"\b(os|signal)\.", text) else list(_unix_names(tree)),
        list(_said_of_wine(tree)) if "not_under_wine" in text else [],
    )


def _called(node: ast.Call) -> str:
    called = node.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _calls(places: tuple[str, ...], *, but: tuple[str, ...] = ()) -> Iterator[tuple[str, ast.Call, str]]:
    """Where it is, a call, and the name of what is called; of those in _LOOKED_AT."""
    for file in _files(places):
        if file.name not in but:
            yield from ((f"{file.name}:{node.lineno}", node, name) for node, name in file.calls)


def _of(node: ast.Call) -> str:
    """What stands before the dot, when it is a name."""
    called = node.func
    return getattr(called.value, "id", "") if isinstance(called, ast.Attribute) else ""


def _texts(node: ast.Call) -> list[str]:
    words = [*node.args, *(word.value for word in node.keywords)]
    return [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]


def _given(node: ast.Call) -> set[str | None]:
    return {word.arg for word in node.keywords}


def test_instants_are_made_in_one_place() -> None:
    """`datetime.fromtimestamp` and its like fail on Windows before 1970 and after the year 3000, where a coupon that
    never ends does: `kiosk.domain.time` reckons over the whole range of the calendar."""
    wrong = [
        where
        for where, node, name in _calls(EVERYTHING, but=("kiosk/adapters/clock.py", "kiosk/domain/time.py"))
        if name in _INSTANTS
        or (name == "timestamp" and not node.args and _of(node) != "event")  # an event of Qt has one of its own
        or (name == "astimezone" and not node.args)
    ]
    assert wrong == []


def _without_encoding(node: ast.Call, name: str) -> bool:
    if name in _READS_AND_WRITES:
        if _of(node) in ("os", "webbrowser", "Image", "tarfile", "zipfile"):
            return name == "fdopen" and "encoding" not in _given(node) and "b" not in "".join(_texts(node)[:1])
        if name == "open":
            modes = [text for text in _texts(node) if text and set(text) <= set("rwxabt+")]
            binary = any("b" in text for text in modes)
            # what is no file: a camera, a sheet, a store
            looks_like_a_file = isinstance(node.func, ast.Name) or modes or "encoding" in _given(node)
            return bool(looks_like_a_file) and not binary and "encoding" not in _given(node)
        if name == "read_text":
            return not node.args and "encoding" not in _given(node)
        if name == "write_text":
            return len(node.args) < 2 and "encoding" not in _given(node)
        if name in ("NamedTemporaryFile", "TemporaryFile"):
            modes = [text for text in _texts(node) if text in ("w", "w+", "r", "r+")]
            return bool(modes) and "encoding" not in _given(node)
        return "encoding" not in _given(node)
    asks_for_text = any(
        word.arg in ("text", "universal_newlines") and getattr(word.value, "value", None) is True
        for word in node.keywords
    )
    return name in _RUNS and asks_for_text and "encoding" not in _given(node)


def test_text_has_a_named_encoding() -> None:
    """Without one, Windows takes its code page."""
    # `write_text` of the receipts takes no encoding: it is ours
    ours = ("kiosk/ui/documents/receipt_files.py",)
    wrong = [where for where, node, name in _calls(EVERYTHING, but=ours) if _without_encoding(node, name)]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("path.read_text()", True),
        ("path.read_text('utf-8')", False),
        ("path.write_text('x')", True),
        ("path.write_text('x', 'utf-8')", False),
        ("open('x')", True),
        ("open('x', 'rb')", False),
        ("path.open('w')", True),
        ("path.open('ab')", False),
        ("path.open('a', encoding='utf-8')", False),
        ("camera.open()", False),
        ("os.fdopen(handle)", True),
        ("os.fdopen(handle, 'wb')", False),
        ("logging.FileHandler('x')", True),
        ("subprocess.run(x, text=True)", True),
        ("subprocess.run(x, text=True, encoding='utf-8')", False),
        ("subprocess.run(x)", False),
    ],
)
def test_the_test_of_encodings_sees_what_it_should(text: str, wrong: bool) -> None:
    node = ast.parse(text).body[0]
    assert isinstance(node, ast.Expr)
    call = node.value
    assert isinstance(call, ast.Call)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    assert _without_encoding(call, name) is wrong


def _product_calls(wanted: Callable[[ast.Call, str], bool], *, but: tuple[str, ...]) -> list[str]:
    return [where for where, node, name in _calls(PRODUCT, but=but) if wanted(node, name)]


def test_other_programs_are_started_without_a_window() -> None:
    """Only by `kiosk.processes`. The demo starts its virtual display itself, which only Linux has."""
    wrong = _product_calls(
        lambda node, name: (
            name == "Popen"
            or (name in _RUNS and _of(node) == "subprocess")
            or (name in ("system", "popen", "startfile") and _of(node) == "os")
        ),
        but=("kiosk/processes.py", "kiosk/demo/command.py"),
    )
    assert wrong == []


def test_files_are_put_in_place_by_one_function() -> None:
    """Windows refuses to replace a file that somebody has open: `kiosk.files.put_in_place` tries again."""

    def moves(node: ast.Call, name: str) -> bool:
        of_a_path = isinstance(node.func, ast.Attribute) and len(node.args) == 1 and not node.keywords
        in_os = _of(node) in ("os", "shutil") and name in _MOVES
        # text is replaced by two words, fields by names, and SQLAlchemy renames with a dot before it too
        return in_os or (of_a_path and name in ("rename", "replace"))

    assert _product_calls(moves, but=("kiosk/files.py",)) == []


def test_rights_are_set_by_one_module() -> None:
    """Modes mean nothing on Windows: `kiosk.owner_only` knows access lists too."""
    wrong = _product_calls(
        lambda node, name: name == "chmod" or (name in ("mkdir", "makedirs") and "mode" in _given(node)),
        but=("kiosk/owner_only.py",),
    )
    assert wrong == []


def test_sockets_are_bound_by_one_function() -> None:
    """Windows lets another program bind beside us unless we say otherwise, as `kiosk.listening` does."""
    of_a_socket = {"made", "probe", "sock", "server", "socket", "listener"}
    wrong = _product_calls(
        lambda node, name: name == "bind" and (_of(node) in of_a_socket or isinstance(node.args[0], ast.Tuple)),
        but=("kiosk/listening.py",),
    )
    assert wrong == []


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_module_needs_unix() -> None:
    wrong = [f"{file.name}: {name}" for file in _files(EVERYTHING) for name in file.imports if name in _UNIX]
    assert wrong == []


_UNIX_NAMES = {
    "os": {"fork", "getuid", "geteuid", "getgid", "getegid", "killpg", "setsid", "getpgid", "mkfifo", "mknod", "uname"}
    | {"openpty", "forkpty", "chown", "chroot", "fchmod", "fchown", "statvfs", "wait", "wait3", "nice"},
    "signal": {"SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "SIGPIPE", "SIGQUIT", "SIGSTOP"}
    | {"SIGCONT", "SIGXFSZ", "alarm", "setitimer", "pause", "sigwait", "pthread_kill"},
}


def _unix_names(tree: ast.AST) -> Iterator[str]:
    """Uses of what `os` and `signal` have on Unix only, but where a test or a branch is not for Windows."""
    for node in ast.iter_child_nodes(tree):
        for_some = getattr(node, "decorator_list", []) or ([node.test] if isinstance(node, ast.If) else [])
        if any("win32" in ast.unparse(words) for words in for_some):
            continue
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module, name = node.value.id, node.attr
            if name in _UNIX_NAMES.get(module, ()):
                yield f"{module}.{name} in line {node.lineno}"
        yield from _unix_names(node)


def test_nothing_calls_what_only_unix_has() -> None:
    assert [f"{file.name}: {name}" for file in _files(EVERYTHING) for name in file.unix_names] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("os.kill(1, signal.SIGKILL)", 1),
        ("def f():\n    return [os.getuid() for _ in x]", 1),
        ("@pytest.mark.skipif(sys.platform == 'win32', reason='')\ndef f():\n    os.getuid()", 0),
        ("if sys.platform != 'win32':\n    os.fork()", 0),
        ("os.kill(1, signal.SIGTERM)", 0),
    ],
)
def test_the_test_of_unix_names_sees_what_it_should(text: str, found: int) -> None:
    assert len(list(_unix_names(ast.parse(text)))) == found


def _said_of_wine(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines in which a test is marked `not_under_wine`, and the reason it gives."""
    named = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "not_under_wine":
            (reason,) = node.args
            said = named.get(reason.id) if isinstance(reason, ast.Name) else getattr(reason, "value", None)
            yield node.lineno, str(said)


def test_what_wine_cannot_do_is_in_the_documentation() -> None:
    """Each reason by which a test does not run there, word for word: nothing is passed over in silence."""
    page = " ".join((ROOT / "docs" / "windows.md").read_text(encoding="utf-8").split())
    said = [(f"{file.name}:{line}", reason) for file in _files(("tests",)) for line, reason in file.of_wine]
    assert said
    assert [(where, reason) for where, reason in said if reason not in page] == []
