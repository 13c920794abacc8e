"""Words for goods, stores and tags: those that the chain does not know, those that are written once and nearly like
another, and two in one with a Chinese comma between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import NamedTuple
from unicodedata import category

from kiosk.domain.campaigns.chain_goods import Goods
from kiosk.domain.campaigns.check_names import unknown
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.findings import Finding, error, warning
from kiosk.domain.goods.catalogue import Catalogue

_KINDS = {
    "categories": "category",
    "items": "article",
    "stores": "store",
    "tags": "tag",
    "without_tags": "tag",
}
_BOTH = {"Categories": "category", "Items": "article"}
"""Conditions that name their goods under `any`."""
_WIDE = re.compile("[，、；]")
_QUOTES = re.compile("[“”「『‘](.+)[“”」』’]")
_LEAVES_OUT = re.compile(r"\bexcept\.|^floors\[")
"""Places where naming goods that nothing is taken off is true, though it changes nothing."""
_LEAST = 3


@dataclass(frozen=True, slots=True)
class ChainLists:
    """What the chain has. None: not known, and not asked about."""

    stores: frozenset[str] | None = None
    categories: frozenset[str] | None = None
    articles: frozenset[str] | None = None
    barred: frozenset[tuple[str, str]] = frozenset()
    """(kind, id) of the categories and articles of which nothing ever carries a benefit."""

    @staticmethod
    def of_file(catalogue: Catalogue) -> ChainLists:
        """What a goods file lists; of what it does not list at all nothing is known."""
        goods = Goods.in_file(catalogue, catalogue.currency)
        categories = {one.id for one in catalogue.categories}
        barred = {("category", name) for name in (*categories, *catalogue.no_benefit.categories) if goods.never(name)}
        articles = {one.id for one in catalogue.articles}
        named = (Item(name, "", 1, 0) for name in (*articles, *catalogue.no_benefit.items))
        barred |= {("article", one.sku) for one in map(goods.filled, named) if one.barred}
        stores = frozenset(catalogue.stores)
        return ChainLists(stores or None, frozenset(categories) or None, frozenset(articles) or None, frozenset(barred))

    def of(self, kind: str) -> frozenset[str] | None:
        """`kind`: store, category or article."""
        return {"store": self.stores, "category": self.categories, "article": self.articles}.get(kind)


class Word(NamedTuple):
    """`kind`: store, category, article or tag; `path`: where it stands."""

    kind: str
    path: str
    word: str


def goods_findings(campaign: Campaign, chain: ChainLists) -> Iterator[Finding]:
    """All of them."""
    words = [*words_of(campaign)]
    for kind, path, word in words:
        known = chain.of(kind)
        if _WIDE.search(word):
            found = "`{word}` is one {what} with a Chinese comma in it: write two, with `,` between them"
            yield error("full_width", path, found, word=word, what=kind)
        elif (plain := _unquoted(word)) != word:
            found = "`{word}` stands in the quotes of a Chinese keyboard, which are a part of it: write {meant}"
            yield error("full_width", path, found, word=word, meant=plain)
        elif (sign := next((one for one in word if category(one) == "Cf"), None)) is not None:
            found = "`{word}` has an invisible sign (U+{sign}): write it anew"
            yield error("invisible", path, found, word=word, sign=f"{ord(sign):04X}")
        elif known is not None and word not in known:
            yield unknown(kind, word, known, path)
        elif (kind, word) in chain.barred and not _LEAVES_OUT.search(path):
            found = "the {what} `{word}` never carries a benefit, says the goods file: here it brings nothing"
            yield warning("no_benefit", path, found, what=kind, word=word)
    counts = Counter((kind, word) for kind, _, word in words)
    for kind, path, word in words:
        if counts[kind, word] > 1 or word in (chain.of(kind) or ()):
            continue
        others = sorted(other for its, other in counts if its == kind and other != word and _slip(word, other))
        if others and (counts[kind, others[0]] > 1 or others[0] < word):
            said = "the {what} `{word}` is written once; elsewhere it is `{near}`"
            yield warning("written_once", path, said, what=kind, word=word, near=others[0])


def _unquoted(word: str) -> str:
    """A word without the quotes of a Chinese keyboard around it."""
    found = _QUOTES.fullmatch(word)
    return found[1] if found else word


def words_of(part: object, path: str = "") -> Iterator[Word]:
    """Every word for goods, stores and tags in a part of the model, with its place."""
    for field in fields(part):  # type: ignore[arg-type]
        value = getattr(part, field.name)
        key = field.name.rstrip("_")
        here = f"{path}.{key}" if path else key
        kind = _BOTH.get(type(part).__name__) if field.name == "any" else _KINDS.get(field.name)
        if not isinstance(value, tuple):
            if is_dataclass(value):
                yield from words_of(value, here)
            continue
        for index, one in enumerate(value):
            if kind is not None and isinstance(one, str):
                yield Word(kind, f"{here}[{index}]", one)
            elif is_dataclass(one):
                name = getattr(type(one), "KEY", None)
                yield from words_of(one, f"{here}[{index}].{name}" if name else f"{here}[{index}]")


def _slip(one: str, other: str) -> bool:
    """Whether one is the other with a slip of the finger: a letter too many, too few, another, or two changed about.
    Numbers that differ are other numbers."""
    if min(len(one), len(other)) < _LEAST or re.sub("[0-9]", "", one) == re.sub("[0-9]", "", other):
        return False
    if one.casefold() == other.casefold():
        return True
    shorter, longer = sorted((one, other), key=len)
    start = next((at for at, sign in enumerate(shorter) if sign != longer[at]), len(shorter))
    rest, more = shorter[start:], longer[start:]
    if len(longer) - len(shorter) == 1:
        return more[1:] == rest
    same = len(longer) == len(shorter)
    return same and (rest[1:] == more[1:] or (rest[:2] == more[:2][::-1] and rest[2:] == more[2:]))
