"""Read the chain's goods file: YAML (docs/goods.md), or its articles as CSV with a line of headings."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path

from kiosk.domain.goods.catalogue import FORMAT, Article, Catalogue, Category
from kiosk.domain.money import exponent
from kiosk.protocol.campaigns.file import CampaignFileError, nearest_place, read_as

LARGEST = 32_000_000
"""Bytes. 200,000 articles take half of it."""
MOST_PROBLEMS = 20
COLUMNS = ("id", "category", "name", "price", "floor", "no_benefit")
_YES = {"yes": True, "true": True, "1": True, "x": True, "是": True, "": False, "no": False, "false": False, "0": False}
_YES["否"] = False
_TALLEST = 10**12


class CatalogueFileError(ValueError):
    """The file is no catalogue; the text has a line a mistake, each with its place in the file."""


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
    except CampaignFileError as error:
        raise CatalogueFileError("\n".join(map(str, error.problems[:MOST_PROBLEMS]))) from error
    if wrong := list(catalogue.problems()):
        found = sorted((nearest_place(places, place), place, words) for place, words in wrong)[:MOST_PROBLEMS]
        raise CatalogueFileError(
            "\n".join(f"{line}:{column}: {place}: {words}" for (line, column), place, words in found)
        )
    return catalogue


def read_articles(raw: bytes, currency: str) -> Catalogue:
    """A catalogue of CSV: comma, semicolon or tab; `id`, and of `COLUMNS` what there is, in any order. `category` may
    be a path: `food/fresh/milk` is milk, within fresh, within food. Raises CatalogueFileError."""
    if len(raw) > LARGEST:
        raise CatalogueFileError(f"1:1: larger than {LARGEST:,} bytes")
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CatalogueFileError(f"{raw.count(10, 0, error.start) + 1}:1: not UTF-8") from error
    if not lines:
        raise CatalogueFileError("1:1: empty")
    delimiter = max(",;\t", key=lines[0].count)
    headings = [name.strip().lower() for name in next(csv.reader(lines[:1], delimiter=delimiter))]
    strange = [name for name in headings if name not in COLUMNS]
    if "id" not in headings or strange or len(set(headings)) < len(headings):
        said = f"`{strange[0][:40]}`: " if strange else ""
        raise CatalogueFileError(f"1:1: {said}the first line has headings, each once: {', '.join(COLUMNS)}")
    return _Rows(headings, currency).read(csv.reader(lines[1:], delimiter=delimiter))


class _Rows:
    def __init__(self, headings: list[str], currency: str) -> None:
        self._headings, self._currency = headings, currency
        self._within: dict[str, str] = {}
        self._named: dict[str, None] = {}
        self._problems: list[str] = []

    def read(self, rows: Iterator[list[str]]) -> Catalogue:
        told = [(number, row) for number, row in enumerate(rows, 2) if any(map(str.strip, row))]
        articles = [self._article(number, row) for number, row in told]
        categories = tuple(Category(name, self._within.get(name, "")) for name in {**self._within, **self._named})
        catalogue = Catalogue(FORMAT, self._currency, categories, tuple(articles))
        for place, words in catalogue.problems():
            at = int(place.partition("[")[2].partition("]")[0] or 0)
            line = told[at][0] if place.startswith("articles") and at < len(told) else 1
            self._problems.append(f"{line}:1: {words}")
        if self._problems:
            raise CatalogueFileError("\n".join(self._problems[:MOST_PROBLEMS]))
        return catalogue

    def _article(self, line: int, row: list[str]) -> Article:
        if len(row) > len(self._headings):
            self._problems.append(f"{line}:1: more columns than headings")
        told = {name: cell.strip() for name, cell in zip(self._headings, row, strict=False)}
        never = _YES.get(told.get("no_benefit", "").lower())
        if never is None:
            self._problems.append(f"{line}:1: `{told['no_benefit'][:20]}`: yes or no")
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
                words = f"`{part}` lies within {above or 'nothing'} here, before within {known or 'nothing'}"
                self._problems.append(f"{line}:1: {words}")
        return parts[-1] if parts else ""

    def _money(self, line: int, text: str) -> int | None:
        if not text:
            return None
        if not self._currency:
            self._problems.append(f"{line}:1: a price, and nobody said in which currency")
            return None
        try:
            amount = Decimal(text).scaleb(exponent(self._currency))
            if amount == amount.to_integral_value() and 0 <= amount <= _TALLEST:
                return int(amount)
        except InvalidOperation:
            pass  # said below, as every price that is none
        self._problems.append(f"{line}:1: `{text[:20]}` is no price in {self._currency}")
        return None
