"""YAML files that people give to commands: small, plain values, no references."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.files import read_whole

if TYPE_CHECKING:
    import yaml

MOST_BYTES = 256 * 1024


_OTHER = re.compile(r"[-+]?(0[0-9_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)")
"""Digits that YAML reads as eighths or sixtieths: 010 is 8, and 1:30 is 90."""


class YamlFault(ValueError):
    """The file cannot be read; the text says where."""


def read_yaml(path: Path) -> object:
    """What a file says. Raises YamlFault."""
    import yaml

    try:
        text = read_whole(path, MOST_BYTES).decode("utf-8-sig")
        # a few lines that refer to each other can stand for gigabytes
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
            raise YamlFault(f"{path}: references (*name) are not read")
        if told := _other_numbers(yaml.compose(text, Loader=yaml.SafeLoader)):
            raise YamlFault("\n".join(f"{path}:{line}: {words}" for line, words in told))
        said: object = yaml.safe_load(text)
        if said is None:  # to code it would be the word for "none", which nobody said
            raise YamlFault(f"{path}: it says nothing")
        return said
    except UnicodeDecodeError as fault:
        raise YamlFault(f"{path}: not UTF-8") from fault
    except OSError as fault:
        raise YamlFault(f"{path}: {fault.strerror}") from fault
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark is not None else str(path)
        raise YamlFault(f"{where}: {getattr(fault, 'problem', None) or 'no YAML'}") from fault
    except ValueError as fault:
        if isinstance(fault, YamlFault):
            raise
        raise YamlFault(f"{path}: a value that makes no sense") from fault


def _other_numbers(node: yaml.Node | None) -> list[tuple[int, str]]:
    """Numbers that would be read as others than people read, each with its line. The tree has no loops: references are
    not read."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        number = node.tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
        if not (number and node.style is None and _OTHER.fullmatch(node.value)):
            return []
        read = yaml.safe_load(node.value)
        return [
            (node.start_mark.line + 1, f'`{node.value}` is read as {read}: write {read}, or "{node.value}" as a word')
        ]
    if isinstance(node, yaml.MappingNode):
        return [told for pair in node.value for part in pair for told in _other_numbers(part)]
    return [told for part in node.value for told in _other_numbers(part)] if isinstance(node, yaml.SequenceNode) else []
