"""YAML in, a tree of nodes with their places out. Anchors, aliases, tags and merge keys are refused: they make files
that grow a thousandfold when they are read, and that people cannot follow."""

from __future__ import annotations

import re
from typing import Any

import yaml

from kiosk.protocol.campaigns.keyboard import keyboard_problems
from kiosk.protocol.campaigns.problems import CampaignFileError, Problem

LARGEST_FILE = 1_000_000
"""Bytes. The plans of the chain take some tens of thousands."""
DEEPEST = 24

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_COLON = "a `:` is missing in this line"
_INDENT = "this line does not fit the indentation of those above"
_STRAY = "a `:` where none can be: is a text with `:` without quotes, or the line above not finished?"
_NO_VALUE = re.compile(r"\s*(?:- )?([a-zA-Z_]+) [^:]+$")
_SAID = {
    "did not find expected ',' or '}'": "`{{` begins here; a `,` or the closing `}}` is missing before line {line}",
    "did not find expected ',' or ']'": "`[` begins here; a `,` or the closing `]` is missing before line {line}",
    "could not find expected ':'": _NO_COLON,
    "did not find expected key": _INDENT,
    "did not find expected '-' indicator": _INDENT,
    "found unexpected end of stream": "a quote is not closed",
    "mapping values are not allowed in this context": _STRAY,
    "block sequence entries are not allowed in this context": "a `-` where no list can begin",
    "found character that cannot start any token": "no value begins like this: put it in quotes",
    "did not find expected alphabetic or numeric character": 'no value begins with `*` or `&`: put it in quotes: `"*"`',
    "found unknown escape character": "a `\\` in double quotes: use single quotes",
    "did not find expected <document start>": "nothing more is expected here: is this line indented too little?",
    "expected a single document in the stream": "one campaign a file: no line of `---`",
}
"""What the parser says, as somebody who writes campaigns understands it."""
_OF_THE_BEGINNING = {
    "could not find expected ':'",
    "did not find expected ',' or '}'",
    "did not find expected ',' or ']'",
    "found unexpected end of stream",
}
"""Troubles that are found late; where it began is nearer to the mistake."""


def compose(raw: bytes, largest: int = LARGEST_FILE) -> yaml.Node | None:
    """The tree of a file of `largest` bytes at most, after a look at the events it would be made of. Raises
    CampaignFileError."""
    text = _text(raw, largest)
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            mark = event.start_mark
            tagged = getattr(event, "tag", None) not in (None, "!") and not isinstance(event, yaml.AliasEvent)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                words = "anchors and aliases are not allowed; repeat the lines, or put a text with & or * in quotes"
                raise CampaignFileError([at("alias", mark, words)])
            if tagged:
                raise CampaignFileError([at("tag", mark, "YAML tags are not allowed")])
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise CampaignFileError([at("too_deep", mark, "more than {most} levels deep", most=DEEPEST)])
        found: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise CampaignFileError(_not_yaml(text, error)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, CampaignFileError):
            raise
        raise CampaignFileError([_cannot(text, error)]) from error
    return found


def at(code: str, mark: Any, words: str, /, **args: object) -> Problem:
    """A problem where a mark of the parser stands."""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(code, line, column, "", words, tuple((name, str(value)) for name, value in args.items()))


def _text(raw: bytes, largest: int) -> str:
    if len(raw) > largest:
        words = "larger than {most} bytes"
        raise CampaignFileError([at("too_large", None, words, most=f"{largest:,}")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        words = "not UTF-8: save the file again as UTF-8"
        raise CampaignFileError([Problem("not_utf8", line, 1, "", words)]) from error


def _not_yaml(text: str, error: yaml.MarkedYAMLError) -> list[Problem]:
    """What a keyboard explains up to where the parser gave up, else what the parser says."""
    stopped = error.problem_mark or error.context_mark
    until = stopped.line + 1 if stopped else len(text)
    explained = [one for one in keyboard_problems(text) if one.line <= until]
    if explained:
        return explained
    problem = error.problem or ""
    above = _without_colon(text, until) if _SAID.get(problem) == _STRAY else None
    if above is not None:
        return [above]
    began = error.context_mark if problem in _OF_THE_BEGINNING and error.context_mark else stopped
    words = _SAID.get(problem)
    if words is None:
        return [at("not_yaml", began, "this cannot be read: {what}", what=problem or "not YAML")]
    return [at("not_yaml", began, words, line=until + 1 if stopped and stopped.column else until)]


def _without_colon(text: str, line: int) -> Problem | None:
    """The line above `line`, when it says a key and a value without the colon between them."""
    lines = text.splitlines()
    found = _NO_VALUE.match(lines[line - 2]) if 2 <= line <= len(lines) + 1 else None
    return Problem("not_yaml", line - 1, found.end(1) + 1, "", _NO_COLON) if found else None


def _cannot(text: str, error: Exception) -> Problem:
    """A sign that no text may hold, with its place; or what the parser says."""
    position = getattr(error, "position", None)
    if isinstance(position, int) and isinstance(getattr(error, "character", None), (int, str)):
        signs = [
            place for place, sign in enumerate(text) if not sign.isprintable() and sign not in "\n\r\t\u3000\ufeff"
        ]
        place = signs[0] if signs else min(position, len(text))
        before = text[:place]
        line, column = before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1
        sign = ord(text[place]) if place < len(text) else 0
        words = "an invisible sign (U+{code}): delete it"
        return Problem("not_yaml", line, column, "", words, (("code", f"{sign:04X}"),))
    return at("not_yaml", None, "this cannot be read: {what}", what=" ".join(str(error).split()))
