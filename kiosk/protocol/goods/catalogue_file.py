"""Read the chain's goods file: YAML (docs/goods.md), or its articles as CSV with a line of headings."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path

from kiosk.domain.findings import Finding, error
from kiosk.domain.goods.catalogue import FORMAT, Article, Catalogue, Category
from kiosk.domain.money import exponent
from kiosk.protocol.campaigns.file import nearest_place, read_as
from kiosk.protocol.campaigns.problems import CampaignFileError, Problem

LARGEST = 32_000_000
"""Bytes. 200,000 articles take half of it."""
MOST_PROBLEMS = 20
COLUMNS = ("id", "category", "name", "price", "floor", "no_benefit")
_YES = {"yes": True, "true": True, "1": True, "x": True, "是": True, "": False, "no": False, "false": False, "0": False}
_YES["否"] = False
_TALLEST = 10**12


class CatalogueFileError(ValueError):
    """The file is no catalogue. `problems`: the first `MOST_PROBLEMS` of its mistakes, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        ordered = sorted(problems, key=lambda one: (one.line, one.column))
        self.problems = tuple(ordered[:MOST_PROBLEMS])
        super().__init__("\n".join(map(str, self.problems)))


def load_catalogue(path: Path, currency: str = "") -> Catalogue:
    """The catalogue in a file, by its name: `.csv`, else YAML. `currency`: of a CSV's prices. Raises
    CatalogueFileError, and OSError when it cannot be read."""
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if path.suffix.lower() == ".csv":
        return read_articles(raw, currency)
    return read_catalogue(raw)


def read_catalogue(raw: bytes) -> Catalogue:
    """A catalogue of YAML. Raises CatalogueFileError."""
    try:
        catalogue, places = read_as(raw, Catalogue, largest=LARGEST)
    except CampaignFileError as fault:
        raise CatalogueFileError(fault.problems) from fault
    if wrong := list(catalogue.problems()):
        raise CatalogueFileError(_problem(one, *nearest_place(places, one.path)) for one in wrong)
    return catalogue


def read_articles(raw: bytes, currency: str) -> Catalogue:
    """A catalogue of CSV: comma, semicolon or tab; `id`, and of `COLUMNS` what there is, in any order. `category` may
    be a path: `food/fresh/milk` is milk, within fresh, within food. Raises CatalogueFileError."""
    if len(raw) > LARGEST:
        raise _only("too_large", 1, "larger than {most} bytes", most=f"{LARGEST:,}")
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as fault:
        line = raw.count(10, 0, fault.start) + 1
        raise _only("not_utf8", line, "not UTF-8: save the file again as UTF-8") from fault
    if not lines:
        raise _only("empty", 1, "the file is empty")
    delimiter = max(",;\t", key=lines[0].count)
    headings = [name.strip().lower() for name in next(csv.reader(lines[:1], delimiter=delimiter))]
    strange = [name for name in headings if name not in COLUMNS]
    if "id" not in headings or strange or len(set(headings)) < len(headings):
        text = "the first line has headings, each once: {columns}"
        if strange:
            text = "`{name}`: the first line has headings, each once: {columns}"
        raise _only("headings", 1, text, name="".join(strange[:1])[:40], columns=", ".join(COLUMNS))
    return _Rows(headings, currency).read(csv.reader(lines[1:], delimiter=delimiter))


class _Rows:
    def __init__(self, headings: list[str], currency: str) -> None:
        self._headings, self._currency = headings, currency
        self._within: dict[str, str] = {}
        self._named: dict[str, None] = {}
        self._problems: list[Problem] = []

    def read(self, rows: Iterator[list[str]]) -> Catalogue:
        told = [(number, row) for number, row in enumerate(rows, 2) if any(map(str.strip, row))]
        articles = [self._article(number, row) for number, row in told]
        categories = tuple(Category(name, self._within.get(name, "")) for name in {**self._within, **self._named})
        catalogue = Catalogue(FORMAT, self._currency, categories, tuple(articles))
        for one in catalogue.problems():
            at = int(one.path.partition("[")[2].partition("]")[0] or 0)
            self._problems.append(_problem(one, told[at][0] if one.path.startswith("articles[") else 1))
        if self._problems:
            raise CatalogueFileError(self._problems)
        return catalogue

    def _article(self, line: int, row: list[str]) -> Article:
        if len(row) > len(self._headings):
            self._wrong("columns", line, "more columns than headings")
        told = {name: cell.strip() for name, cell in zip(self._headings, row, strict=False)}
        never = _YES.get(told.get("no_benefit", "").lower())
        if never is None:
            self._wrong("yes_or_no", line, "`{value}`: yes or no", value=told["no_benefit"][:20])
        return Article(
            told.get("id", ""),
            self._category(line, told.get("category", "")),
            told.get("name", ""),
            self._money(line, told.get("price", "")),
            self._money(line, told.get("floor", "")) or 0,
            bool(never),
        )

    def _category(self, line: int, path: str) -> str:
        parts = [part.strip() for part in path.split("/") if part.strip()]
        if len(parts) == 1:  # which says nothing of where it lies
            self._named[parts[0]] = None
            return parts[0]
        for above, part in pairwise(["", *parts]):
            known = self._within.setdefault(part, above)
            if known != above:
                text = "`{id}` lies at `{path}` here, before at `{other}`"
                self._wrong("two_places", line, text, id=part, path=f"{above}/{part}", other=f"{known}/{part}")
        return parts[-1] if parts else ""

    def _money(self, line: int, text: str) -> int | None:
        if not text:
            return None
        if not self._currency:
            self._wrong("no_currency", line, "a price, and nobody said in which currency")
            return None
        try:
            amount = Decimal(text).scaleb(exponent(self._currency))
            if amount == amount.to_integral_value() and 0 <= amount <= _TALLEST:
                return int(amount)
        except InvalidOperation:
            pass  # said below, as every price that is none
        self._wrong("bad_price", line, "`{value}` is no price in {currency}", value=text[:20], currency=self._currency)
        return None

    def _wrong(self, code: str, line: int, text: str, **args: object) -> None:
        self._problems.append(_problem(error(code, "", text, **args), line))


def _only(code: str, line: int, text: str, **args: object) -> CatalogueFileError:
    """Nothing more of the file can be read."""
    return CatalogueFileError([_problem(error(code, "", text, **args), line)])


def _problem(found: Finding, line: int, column: int = 1) -> Problem:
    return Problem(found.code, line, column, found.path, found.text, found.args)
