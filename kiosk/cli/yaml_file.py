"""YAML files that people give to commands: small, plain values, no references."""

from __future__ import annotations

from pathlib import Path

from kiosk.files import read_whole

MOST_BYTES = 256 * 1024


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
