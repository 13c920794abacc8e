"""People who come as business cards (vCard 2.1, 3.0 and 4.0) or as the addresses of a letter, as rows with headings."""

from __future__ import annotations

import quopri
import re
from email.utils import getaddresses

from kiosk.domain.lists.book import Row

_CARD = re.compile(r"\s*BEGIN:VCARD\s", re.IGNORECASE)
_FOLDED = re.compile(r"\n[ \t]")
_SOFT_ENDS = re.compile(r"=\n(?=[^\n]*)")
_LINE = re.compile(r"(?:[\w-]+\.)?([\w-]+)((?:;[^:;\"]*(?:\"[^\"]*\")?)*):(.*)")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_HEADINGS = ("Name", "Phone", "Email", "Company", "Note")
_MANY = 2
"""Addresses that are a list, and not somebody's signature."""
_LONGEST = 1 << 16


def are_cards(text: str) -> bool:
    """Whether a text is such cards."""
    return _CARD.match(text) is not None


def rows_of_cards(text: str) -> list[Row]:
    """A row for each card. Of several phones the mobile is told by whoever reads the cell."""
    lines = _FOLDED.sub("", _SOFT_ENDS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))).split("\n")
    rows: list[Row] = [_HEADINGS]
    card: dict[str, list[str]] = {}
    for line in lines:
        found = _LINE.fullmatch(line.strip())
        if found is None:
            continue
        field, said = found[1].upper(), _said(found[3], found[2].upper())
        if field == "BEGIN":
            card = {}
        elif field == "END":
            rows.append(_row(card))
        elif said:
            card.setdefault(field, []).append(said)
    return rows


def _said(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        charset = re.search(r"CHARSET=([\w-]+)", parameters)
        raw = quopri.decodestring(value.encode("utf-8", "replace"))
        try:
            value = raw.decode(charset[1] if charset else "utf-8", "replace")
        except LookupError:
            value = raw.decode("utf-8", "replace")
    return value.strip()


def _row(card: dict[str, list[str]]) -> Row:
    name = _plain(card.get("FN", [""])[0]) or _of_parts(card.get("N", [""])[0])
    phones = [_plain(one).removeprefix("tel:") for one in card.get("TEL", ())]
    company = re.split(r"(?<!\\);", card.get("ORG", [""])[0])[0]
    return (
        name,
        " / ".join(phones),
        _plain(card.get("EMAIL", [""])[0]).removeprefix("mailto:"),
        _plain(company),
        _plain(card.get("NOTE", [""])[0]),
    )


def _of_parts(said: str) -> str:
    """Family, given and more names, as the field N parts them."""
    family, given, *_more = [*map(_plain, re.split(r"(?<!\\);", said)), "", ""]
    wide = (family + given)[:1] > "\u2e80"
    return f"{family}{given}" if wide else f"{given} {family}".strip()


def _plain(said: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], said).strip()


def rows_of_addresses(text: str) -> list[Row]:
    """A row for each of the addresses that somebody copied out of a letter's head; none where the text is no such
    thing: it has an address in brackets for each of its names, and nothing else."""
    if text.count("@") < _MANY or len(text) > _LONGEST or "\t" in text:
        return []
    spread = re.sub(r"[;\r\n；]+", ",", text).strip(" ,")
    made = getaddresses([spread])
    if len(made) < _MANY or not all("@" in mail for _name, mail in made) or not any(name for name, _mail in made):
        return []
    if spread.count("@") != len(made) or spread.count("<") < len(made) - 1:
        return []
    return [("Name", "Email"), *made]
