"""Languages: words by Qt Linguist, numbers, money and times by the store's customs; switched on the spot.

Sources are English. `translate("Context", "text")` is the one way to a word; plurals go through the same function with
`n`, because `tr("%n …")` does not resolve through a subclass in PySide6.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol
from zoneinfo import ZoneInfo

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from kiosk import paths, processes
from kiosk.domain.money import currency_sign, exponent, scale
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.domain.time import last_moment
from kiosk.files import put_in_place
from kiosk.ui.theme import Theme

_OTHER: ContextVar[QTranslator | None] = ContextVar("_OTHER", default=None)


def translate(context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
    """Words in the language in use, or in the one of `speaking`."""
    other = _OTHER.get()
    if other is None:
        return QCoreApplication.translate(context, text, disambiguation, n)
    found = other.translate(context, text, disambiguation, n) or text
    return found.replace("%n", str(n)) if n >= 0 else found


@contextmanager
def speaking(language: str, folder: Path | None = None) -> Iterator[None]:
    """In this block, on this thread, `translate` gives the words of another language (one of LANGUAGES): for what is
    printed. FileNotFoundError without its translation."""
    token = _OTHER.set(load_translator(language, folder))
    try:
        yield
    finally:
        _OTHER.reset(token)


def load_translator(language: str, folder: Path | None = None) -> QTranslator:
    """The words of a language. ValueError for one that is not of LANGUAGES, FileNotFoundError without its file."""
    if language not in LANGUAGES:
        raise ValueError(language)
    folder = folder or paths.resources() / "i18n"
    ensure_compiled(folder)
    translator = QTranslator()
    if not translator.load(str(folder / f"kiosk_{language}.qm")):
        raise FileNotFoundError(folder / f"kiosk_{language}.qm")
    return translator


LANGUAGE_NAMES = {"zh_TW": "繁", "zh_CN": "简", "en": "EN"}
"""On the switch, each in its own script: whoever needs it must be able to read it."""


def format_money(minor: int, currency: str, *, sign: bool = False, full: bool = False) -> str:
    """`NT$1,234` or `NT$1,234.50`: decimals only when there are any, or always with `full`, as in a column of amounts
    (see `has_decimals`). `sign`: always with + or −."""
    decimals, symbol = exponent(currency), currency_sign(currency)
    whole, part = divmod(abs(minor), 10**decimals)
    text = f"{symbol}{whole:,}" + (f".{part:0{decimals}d}" if part or (full and decimals) else "")
    mark = "−" if minor < 0 else "+" if sign else ""
    return mark + (" " if mark else "") + text


def has_decimals(amounts: Iterable[int], currency: str) -> bool:
    """Whether any of these amounts in minor units has decimals: then all of their column are written with them, so
    that the points stand below each other."""
    unit = scale(currency)
    return any(amount % unit for amount in amounts)


def next_language(language: str) -> str:
    """The one after this in LANGUAGES, round and round."""
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]


_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN_LATIN = re.compile(f"(?<=[{_HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{_HAN}])")
_HAN_HAN = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")


def spaced(text: str) -> str:
    """A sentence with names and numbers put in, as Chinese is set: a space between Chinese and Latin letters or
    digits, none between Chinese characters."""
    return _HAN_LATIN.sub(" ", _HAN_HAN.sub("", text))


def about(title: str, words: str) -> str:
    """What is said of something: "title: words" with the language's colon."""
    return translate("Refusal", "{title}: {reason}").format(title=title, reason=words)


def aloud(*parts: str) -> str:
    """The parts of a line as a screen reader says them, one after the other; empty ones are left out."""
    return translate("Aloud", ", ").join(part for part in parts if part)


class Writes(Protocol):
    """How things are written in a language and a store: `I18n` for the screen, `Customs` for paper."""

    def text(self, words: LocalText | None) -> str:
        """Words that came as data."""

    def number(self, value: int) -> str:
        """1,234"""

    def money(self, minor: int, currency: str | None = None, *, sign: bool = False, full: bool = False) -> str:
        """An amount in minor units."""

    def short_day(self, instant: datetime) -> str:
        """11/21, or 21 Nov in English"""


@dataclass(frozen=True, slots=True)
class Customs:
    """A language (one of LANGUAGES), an IANA zone and an ISO 4217 currency."""

    language: str
    zone: str
    currency: str

    def text(self, words: LocalText | None) -> str:
        """Words that came as data."""
        return "" if words is None else words.get(self.language)

    def number(self, value: int) -> str:
        """1,234"""
        return f"{value:,}"

    def money(self, minor: int, currency: str | None = None, *, sign: bool = False, full: bool = False) -> str:
        """An amount in minor units."""
        return format_money(minor, currency or self.currency, sign=sign, full=full)

    def short_day(self, instant: datetime) -> str:
        """11/21, or 21 Nov in English"""
        return _short_day(instant.astimezone(ZoneInfo(self.zone)), self.language)


class I18n(QObject):
    """The language in use and how things are written in it.

    Signals:
        changed(str): the language was switched; every widget has had its LanguageChange before.
    """

    changed = Signal(str)

    def __init__(self, theme: Theme, language: str = "zh_TW", folder: Path | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._folder = folder or paths.resources() / "i18n"
        self._translator: QTranslator | None = None
        self._zone = ZoneInfo("UTC")
        self._currency = "TWD"
        self.language = ""
        self.set_language(language)

    @property
    def currency(self) -> str:
        """ISO 4217."""
        return self._currency

    @property
    def zone(self) -> ZoneInfo:
        """The store's zone."""
        return self._zone

    def set_store(self, zone: str, currency: str) -> None:
        """From now on times are shown in `zone` (IANA) and money without a currency of its own is in `currency`."""
        self._zone = ZoneInfo(zone)
        self._currency = currency

    def set_theme(self, theme: Theme) -> None:
        """Fonts come from this skin from now on."""
        self._theme = theme
        self._set_font()

    def set_language(self, language: str) -> None:
        """Switch to one of LANGUAGES. Widgets learn it by QEvent.LanguageChange. ValueError for any other."""
        if language not in LANGUAGES:
            raise ValueError(language)
        if language == self.language:
            return
        translator = load_translator(language, self._folder)
        before = self._translator
        self.language = language
        self._translator = translator
        self._set_font()
        if before is not None:
            QCoreApplication.removeTranslator(before)
        QCoreApplication.installTranslator(translator)
        self.changed.emit(language)

    def remove(self) -> None:
        """Take the language off the application: its words are in English again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _set_font(self) -> None:
        if isinstance(QApplication.instance(), QApplication):
            QApplication.setFont(self._theme.font(self.language))

    def text(self, words: LocalText | None) -> str:
        """Words that came as data, in the language in use."""
        return "" if words is None else words.get(self.language)

    def money(self, minor: int, currency: str | None = None, *, sign: bool = False, full: bool = False) -> str:
        """An amount in minor units, as the store writes it; `full` as for `format_money`."""
        return format_money(minor, currency or self._currency, sign=sign, full=full)

    def number(self, value: int) -> str:
        """1,234"""
        return f"{value:,}"

    def local(self, instant: datetime) -> datetime:
        """An instant on the store's wall clock."""
        return instant.astimezone(self._zone)

    def time(self, instant: datetime) -> str:
        """10:42"""
        return f"{self.local(instant):%H:%M}"

    def day(self, instant: datetime) -> str:
        """2026/11/21, or 21 Nov 2026 in English"""
        at = self.local(instant)
        if self.language == "en":
            return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
        return f"{at.year}/{at.month}/{at.day}"

    def short_day(self, instant: datetime) -> str:
        """11/21, or 21 Nov in English"""
        return _short_day(self.local(instant), self.language)

    def last_day(self, end: datetime) -> str:
        """The last day of a period whose `end` is excluded: 12/12 for one that ends with 12/13, 00:00."""
        return self.short_day(last_moment(end))

    def days_left(self, end: datetime, now: datetime) -> int:
        """Whole days of the store's calendar after today on which a period with that `end`, excluded, still runs; 0:
        today is its last, below 0: it is over."""
        return (self.local(last_moment(end)).date() - self.local(now).date()).days

    def when(self, instant: datetime, now: datetime) -> str:
        """As a person would say it: "today 10:42", "11/20 18:05", with the year when it is another."""
        at, today = self.local(instant), self.local(now)
        if at.date() == today.date():
            return translate("When", "today {time}").format(time=self.time(instant))
        day = self.short_day(instant) if at.year == today.year else self.day(instant)
        return f"{day} {self.time(instant)}"


def _short_day(at: datetime, language: str) -> str:
    return f"{at.day} {_MONTHS[at.month - 1]}" if language == "en" else f"{at.month}/{at.day}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def ensure_compiled(folder: Path) -> None:
    """Compile the translations that have no .qm yet or an older one. A frozen build has them all and no .ts."""
    stale = [ts for ts in sorted(folder.glob("*.ts")) if _is_stale(ts)]
    if stale:
        compile_translations(stale)


def _is_stale(ts: Path) -> bool:
    try:
        return ts.with_suffix(".qm").stat().st_mtime < ts.stat().st_mtime
    except FileNotFoundError:
        return True


def compile_translations(sources: Iterable[Path]) -> list[Path]:
    """Run Qt's lrelease, which comes with PySide6, over .ts files; gives the .qm beside them, each put in place whole:
    other processes may be reading the one before, or compile the same. subprocess.CalledProcessError when one cannot be
    compiled."""
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    candidates = (
        Path(PySide6.__file__).parent / name,
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibraryExecutablesPath)) / name,
    )
    tool = next((path for path in candidates if path.exists()), candidates[0])
    done = []
    for source in sources:
        target = source.with_suffix(".qm")
        with TemporaryDirectory(dir=source.parent, prefix=".qm-") as folder:
            made = Path(folder) / target.name
            processes.call([str(tool), "-silent", str(source), "-qm", str(made)], check=True)
            done.append(put_in_place(made, target))
    return done


if __name__ == "__main__":
    for compiled in compile_translations(sorted((paths.resources() / "i18n").glob("*.ts"))):
        sys.stdout.write(f"{compiled.name}\n")
