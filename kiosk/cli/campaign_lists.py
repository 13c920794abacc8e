"""The chain's list of goods and stores, as `kiosk campaign check --catalogue` reads it."""

from __future__ import annotations

from pathlib import Path

from kiosk.cli.yaml_file import YamlFault, read_yaml
from kiosk.domain.campaigns.check_goods import ChainLists


def read_lists(path: Path) -> ChainLists:
    """YAML with `stores`, `categories` and `articles`, each where it is known: names in a list, under their `id`, or as
    keys; `parts` of a category and the `category` of an article are categories, too. Raises YamlFault."""
    found = read_yaml(path)
    if not isinstance(found, dict):
        raise YamlFault(f"{path}: keys with lists are expected: stores, categories, articles")
    categories = _names(path, found, "categories")
    articles = _names(path, found, "articles")
    return ChainLists(_names(path, found, "stores"), categories, articles)


def _names(path: Path, found: dict[object, object], key: str) -> frozenset[str] | None:
    part = found.get(key)
    if part is None:
        return None
    if not isinstance(part, (list, dict)):
        raise YamlFault(f"{path}: `{key}` is a list")
    names = set()
    for one in part:
        name = one.get("id") if isinstance(one, dict) else one
        if name is None or isinstance(name, (dict, list)):
            raise YamlFault(f"{path}: `{key}` has an entry without a name")
        names.add(str(name))
    return frozenset(names)
