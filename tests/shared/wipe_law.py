"""The law of the wipe: when somebody's session is over, nothing of them is left in the program.

Plant a name or a phone number (`plant_name`, `plant_phone`: characters of a text that the test itself never holds),
type it, end the session, and ask `traces`. It looks at every widget with everything it says, the clipboards, the files
of settings and logs that are named, the log, every string that Python can still reach, and on Linux the memory of the
process, where what was freed and not written over is found, too (`tests/shared/memory_search.py`).
"""

from __future__ import annotations

import gc
import logging
import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.shared.memory_search import Planted, can_search, in_memory
from tests.shared.set_aside import bring_back

_NAMES = "趙錢孫李周吳鄭王馮陳褚衛蔣沈韓楊朱秦尤許何呂施張孔曹嚴華金魏陶姜"


def plant_phone(seed: int, start: str = "9") -> Planted:
    """Nine digits as in a mobile number of Taiwan, behind +886 or a 0."""
    chance = random.Random(seed)
    return Planted(start if at == 0 else chance.choice("0123456789") for at in range(9))


def plant_name(seed: int) -> Planted:
    """Five characters that stand beside each other in no name of the demo store."""
    chance = random.Random(seed)
    return Planted(chance.choice(_NAMES) for _ in range(5))


class Heard(logging.Handler):
    """Everything that is logged between `start` and `stop`, at every level, with its arguments put in."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self._level = logging.NOTSET

    def start(self) -> Heard:
        """Listen from now on."""
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.DEBUG)
        root.addHandler(self)
        return self

    def stop(self) -> None:
        """Listen no more."""
        root = logging.getLogger()
        root.removeHandler(self)
        root.setLevel(self._level)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


def traces(
    planted: Planted,
    *,
    heard: Heard | None = None,
    files: Iterable[Path] = (),
    known_to: Collection[type] = (),
    memory: bool = False,
) -> list[str]:
    """Every place that still has the text, in words; none is the law. `known_to`: types whose objects may have it, such
    as rows of the members' list, which is not the session's. `memory`: search this process's memory, too, where the
    system lets it; what is freed is written over only in a process started for it (`forgetting`)."""
    gc.collect()
    text = planted.text()
    found = [
        *(f"widget {where}" for where in _in_widgets(text)),
        *(f"clipboard {where}" for where in _in_clipboards(text)),
        *(f"file {path}" for path in files if _in_file(path, planted)),
        *(f"log: {line.replace(text, '…')}" for line in (heard.lines if heard is not None else ()) if text in line),
        *(f"reachable in {where}" for where in _reachable(text, known_to)),
    ]
    del text
    if memory and can_search():
        found += [f"memory {place}" for place in in_memory(planted)]
    return found


# --- widgets ---------------------------------------------------------------------------------------------------------


def _in_widgets(text: str) -> Iterator[str]:
    for widget in QApplication.allWidgets():
        for what, said in _says(widget):
            if text in said:
                yield f"{_path(widget)}: {what}"


def _path(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names[:4])


def _says(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that a widget says, shown or not: all properties that are text, and what fields and lists hold."""
    about = widget.metaObject()
    for at in range(about.propertyCount()):
        one = about.property(at)
        if str(one.typeName()) in ("QString", "QUrl", "QStringList"):
            yield str(one.name()), str(widget.property(str(one.name())))
    for name in widget.dynamicPropertyNames():
        plain = name.toStdString()
        with suppress(RuntimeError):  # Qt's own, of kinds that Python has no word for
            yield plain, str(widget.property(plain))
    if isinstance(widget, QLineEdit):
        yield from _undone(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        if widget.document().isUndoAvailable():
            widget.undo()
            yield "undo", widget.toPlainText()
            widget.redo()
        yield "document", widget.document().toRawText()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(at)) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        yield from (
            ("item", str(model.data(model.index(row, column))))
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        )


def _undone(field: QLineEdit) -> Iterator[tuple[str, str]]:
    """What the field can go back to; it is left as it was found."""
    steps = 0
    field.blockSignals(True)
    while field.isUndoAvailable() and steps < 1_000:
        field.undo()
        steps += 1
        yield "undo", field.text()
    for _ in range(steps):
        field.redo()
    field.blockSignals(False)


def _in_clipboards(text: str) -> Iterator[str]:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer):
        supported = {
            QClipboard.Mode.Selection: clipboard.supportsSelection(),
            QClipboard.Mode.FindBuffer: clipboard.supportsFindBuffer(),
        }.get(mode, True)
        if supported and text in clipboard.text(mode):
            yield mode.name


def _in_file(path: Path, planted: Planted) -> bool:
    """A file, or every file of a folder, in any encoding."""
    for file in path.rglob("*") if path.is_dir() else (path,):
        if file.is_file():
            data = file.read_bytes()
            if any(bytes(pattern) in data for _, pattern in planted.patterns()):
                return True
    return False


# --- what Python can reach -------------------------------------------------------------------------------------------


def _reachable(text: str, known_to: Collection[type]) -> Iterator[str]:
    bring_back()  # what a start has set aside is no secret from this
    everything = gc.get_objects()
    known = tuple(known_to)
    has = _Has(text, {id(everything)})
    for at in range(0, len(everything), _AT_ONCE):
        holders = everything[at : at + _AT_ONCE]
        if not has.among(gc.get_referents(*holders)):  # hardly ever: one by one would take ten times as long
            continue
        for holder in holders:
            if holder is not everything and not isinstance(holder, known):
                for held in gc.get_referents(holder):
                    if has(held):
                        yield f"{_kind(holder)}{_where(holder, held)}, of {_owners(holder, everything)}"


_AT_ONCE = 2_000
_UNLISTED = frozenset((tuple, dict, frozenset))


class _Has:
    """Whether an object is, or holds where the collector keeps no list of it, the text."""

    def __init__(self, text: str, apart_from: set[int]) -> None:
        self._text, self._wide = text, text.encode()
        self._apart = {*apart_from, id(self), id(self._text), id(self._wide)}

    def among(self, many: Sequence[object]) -> bool:
        """Whether one of many may be or hold it: their texts are looked through as one, what the collector keeps no
        list of is opened together. Asking one by one would take five times as long."""
        own = self._text
        if own in "\0".join([one for one in many if type(one) is str and one is not own]):
            return True
        unlisted = [one for one in many if type(one) in _UNLISTED and not gc.is_tracked(one)]
        if unlisted and self.among(gc.get_referents(*unlisted)):
            return True
        telling = {kind for kind in set(map(type, many)) if issubclass(kind, str | bytes | bytearray)} - {str}
        return bool(telling) and any(self(one) for one in many if type(one) in telling)

    def __call__(self, one: object) -> bool:
        kind = type(one)
        if kind is str:
            return self._text in one and id(one) not in self._apart  # type: ignore[operator]
        if kind is bytes or kind is bytearray:
            return one.find(self._wide) >= 0 and id(one) not in self._apart  # type: ignore[attr-defined]
        if kind in _UNLISTED:
            return not gc.is_tracked(one) and any(map(self, gc.get_referents(one)))
        return isinstance(one, str) and self._text in one  # words of Qt, enums and the like


def _kind(one: object) -> str:
    return f"{type(one).__module__}.{type(one).__qualname__}"


def _where(holder: object, held: object) -> str:
    if isinstance(holder, dict):
        return "".join(f"[{key!r}]" for key, value in list(holder.items()) if value is held and isinstance(key, str))
    return ""


def _owners(holder: object, everything: list[object]) -> str:
    """Who holds the holder, to know whose it is."""
    owners = [one for one in gc.get_referrers(holder) if one is not everything]
    return ", ".join(sorted({_kind(one) for one in owners if type(one).__name__ != "frame"})[:5]) or "nobody"
