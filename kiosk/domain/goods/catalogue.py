"""The chain's goods file: categories, one within another, articles, and goods that never carry a benefit.

Tills know articles and prices better than anybody; the catalogue says what promotions have to know beside that. What it
does not name is goods like all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from kiosk.domain.findings import Finding, error
from kiosk.domain.texts import LocalText

Line = Annotated[str, "line"]
Money = Annotated[int, "money"]
"""How they are written in a file, as in campaign files."""

FORMAT = 1
DEEPEST = 10
"""Categories one within another, at most."""
MOST_ARTICLES = 200_000
MOST_CATEGORIES = 5_000
LONGEST = 64
"""Characters of an id, as of those that tills send."""


@dataclass(frozen=True, slots=True)
class Category:
    """`within`: the category that it lies in; "": none. What holds for that one holds for it."""

    id: Line
    within: Line = ""
    name: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """`category`: where its till tells none; `price`: what a piece usually costs, minor units; `floor`: what a piece
    costs at least, whatever is taken off; `no_benefit`: nothing is taken off, it earns nothing and counts for
    nothing."""

    id: Line
    category: Line = ""
    name: Line = ""
    price: Money | None = None
    floor: Money = 0
    no_benefit: bool = False


@dataclass(frozen=True, slots=True)
class NoBenefit:
    """Goods that never carry a benefit (tobacco, infant formula, gift cards): all of a category, or single articles."""

    categories: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """What every terminal keeps in memory: `categories`, which never go round, and what carries no benefit.
    `currency`: of floors; "": nobody said, and there are none."""

    categories: tuple[Category, ...] = ()
    no_benefit: NoBenefit = field(default_factory=NoBenefit)
    currency: str = ""

    def above(self) -> Mapping[str, tuple[str, ...]]:
        """The categories in which each one lies, nearest first; only those that lie in any."""
        within = {one.id: one.within for one in self.categories if one.within}
        return {name: tuple(_up(name, within)) for name in within}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole file. `stores`: ids of all stores, where somebody wants campaign files to be checked for them."""

    format: int
    currency: Line
    categories: tuple[Category, ...] = ()
    articles: tuple[Article, ...] = ()
    no_benefit: NoBenefit = field(default_factory=NoBenefit)
    stores: tuple[Line, ...] = ()

    @property
    def tree(self) -> Tree:
        """The part that every terminal keeps in memory."""
        return Tree(self.categories, self.no_benefit, self.currency)

    def problems(self) -> Iterator[Finding]:
        """What is wrong with it; paths name places in the file."""
        yield from _too_many(self)
        known = {one.id for one in self.categories}
        within = {one.id: one.within for one in self.categories if one.within}
        yield from _ids("categories", [one.id for one in self.categories])
        for at, category in enumerate(self.categories):
            path = f"categories[{at}].within"
            if category.within and category.within not in known:
                yield _no_category(path, category.within)
            elif len(list(_up(category.id, within))) >= DEEPEST:
                text = "`{id}`: categories go round, or lie more than {most} deep"
                yield error("deep_category", path, text, id=category.id, most=DEEPEST)
        yield from _articles(self, known)
        items = {one.id for one in self.articles}
        for at, name in enumerate(self.no_benefit.categories):
            if known and name not in known:
                yield _no_category(f"no_benefit.categories[{at}]", name)
        for at, name in enumerate(self.no_benefit.items):
            if items and name not in items:
                yield error("unknown_article", f"no_benefit.items[{at}]", "no article `{name}`", name=name)


def sound(name: str) -> bool:
    """Whether a till can send it."""
    return 0 < len(name) <= LONGEST and name.isprintable()


def _too_many(catalogue: Catalogue) -> Iterator[Finding]:
    for name, most in (("categories", MOST_CATEGORIES), ("articles", MOST_ARTICLES)):
        found = len(getattr(catalogue, name))
        if found > most:
            yield error("too_many", name, "{found} {what}: {most} at most", found=found, what=name, most=most)


def _ids(part: str, ids: Sequence[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, name in enumerate(ids):
        path = f"{part}[{at}].id"
        if not sound(name):
            yield error("bad_id", path, "`{id}`: 1 to {most} letters", id=name[:LONGEST], most=LONGEST)
        if name in seen:
            yield error("twice", path, "`{id}` is there twice", id=name)
        seen.add(name)


def _articles(catalogue: Catalogue, known: set[str]) -> Iterator[Finding]:
    yield from _ids("articles", [one.id for one in catalogue.articles])
    for at, article in enumerate(catalogue.articles):
        if article.category and known and article.category not in known:
            yield _no_category(f"articles[{at}].category", article.category)
        if article.price is not None and article.floor > article.price:
            yield error("floor", f"articles[{at}].floor", "`{id}`: it costs less than its floor", id=article.id)


def _no_category(path: str, name: str) -> Finding:
    return error("unknown_category", path, "no category `{name}`", name=name)


def _up(name: str, within: Mapping[str, str]) -> Iterator[str]:
    """Where a category lies, and where that lies, as far as `DEEPEST`."""
    for _ in range(DEEPEST):
        name = within.get(name, "")
        if not name:
            return
        yield name
