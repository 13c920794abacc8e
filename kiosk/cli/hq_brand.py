"""`kiosk hq brand`: the chain's name, logo and colour, as all papers wear them."""

from __future__ import annotations

import argparse
import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.cli.arguments import complain, file
from kiosk.domain.documents.brand import Brand, is_colour, readable
from kiosk.domain.documents.unwanted_words import word_list
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.files import read_whole

if TYPE_CHECKING:
    from kiosk.hq.headquarters import Headquarters

_DONE, _FINDING = 0, 1
_SOON = "terminals know it with their next contact"


class _Action(Protocol):
    """Makes the parser of an action."""

    def __call__(self, name: str, words: str) -> argparse.ArgumentParser: ...


def add_parser(action: _Action) -> None:
    """Add `brand` to `kiosk hq`."""
    parser = action("brand", "the chain's name, logo and colour on all papers; without an option: what they are")
    parser.add_argument("--name", help="in every language that has no name of its own")
    for language in LANGUAGES:
        parser.add_argument(f"--name-{language.lower().replace('_', '-')}", metavar="NAME", dest=f"name_{language}")
    logo = parser.add_mutually_exclusive_group()
    logo.add_argument("--logo", type=file, metavar="FILE", help="PNG, JPEG, BMP or SVG, of any size")
    logo.add_argument("--no-logo", action="store_true")
    parser.add_argument("--colour", type=_colour, metavar="#RRGGBB", help="darkened where it is too pale for letters")
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--unwanted-words", type=file, metavar="FILE", help="no greeting card has them; a word a line")
    words.add_argument("--no-unwanted-words", action="store_true")
    parser.add_argument("--pages", metavar="URL", help='where phones open papers: https://…/p/; "": nowhere')
    parser.add_argument("--remove", action="store_true", help="no brand: papers say the store's name alone")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """0 done; 1 the answer is no: a picture that is none, a brand without a name."""
    from kiosk.cli.logo_file import LogoFault, read_logo
    from kiosk.hq.documents.brand import BrandFault

    if args.remove:
        hq.put_brand(None)
        print(f"no brand: papers say the store's name alone; {_SOON}")
        return _DONE
    before = hq.brand()
    if not _asked(args):
        _show(before, as_json=args.json)
        return _DONE
    brand = before or Brand(LocalText("", "", ""))
    try:
        brand = replace(brand, name=_name(brand.name, args))
        if args.logo is not None:
            brand = replace(brand, logo=read_logo(args.logo))
        if args.no_logo:
            brand = replace(brand, logo=b"")
        if args.colour is not None:
            brand = replace(brand, colour=readable(args.colour))
        if args.unwanted_words is not None:
            brand = replace(brand, unwanted=_words(args.unwanted_words))
        if args.no_unwanted_words:
            brand = replace(brand, unwanted=())
        if args.pages is not None:
            brand = replace(brand, pages=args.pages)
        if not brand.name.en.strip():
            complain("kiosk hq brand", "the brand needs a name first: --name")
            return _FINDING
        hq.put_brand(brand)
    except (LogoFault, BrandFault) as fault:
        complain("kiosk hq brand", fault)
        return _FINDING
    except _UnreadableWords as fault:
        complain("kiosk hq brand", fault)
        return _FINDING
    except OSError as error:
        complain("kiosk hq brand", f"'{args.logo}' cannot be read: {error.strerror or error}")
        return _FINDING
    if args.colour is not None and brand.colour != args.colour:
        print(f"{args.colour} is too pale for letters on white paper: darkened to {brand.colour}")
    _show(brand, as_json=args.json)
    if not args.json:
        print(_SOON)
    return _DONE


def _asked(args: argparse.Namespace) -> bool:
    names = (args.name, *(getattr(args, f"name_{language}") for language in LANGUAGES))
    given = (args.logo, args.colour, args.unwanted_words, args.pages, *names)
    return args.no_logo or args.no_unwanted_words or any(one is not None for one in given)


class _UnreadableWords(ValueError):
    """No list of words; the text says why."""


def _words(path: Path) -> tuple[str, ...]:
    try:
        return word_list(read_whole(path).decode("utf-8-sig"))
    except OSError as error:
        raise _UnreadableWords(f"'{path}' cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # no UTF-8, or no list
        raise _UnreadableWords(f"'{path}': {error}") from error


def _name(before: LocalText, args: argparse.Namespace) -> LocalText:
    """Names given for a language; else the one given for all; else as it was. A language without any has another's."""
    chosen = {}
    for language in LANGUAGES:
        given = (getattr(args, f"name_{language}"), args.name, before.get(language))
        chosen[language] = next((one for one in given if one is not None), "").strip()
    some = next((name for name in (chosen["en"], *chosen.values()) if name), "")
    return LocalText(**{language: name or some for language, name in chosen.items()})


def _show(brand: Brand | None, *, as_json: bool) -> None:
    if as_json:
        shown = None
        if brand is not None:
            names = {language: brand.name.get(language) for language in LANGUAGES}
            logo = base64.b64encode(brand.logo).decode() or None
            shown = {
                "name": names,
                "colour": brand.colour,
                "logo": logo,
                "unwanted_words": brand.unwanted,
                "pages": brand.pages or None,
            }
        print(json.dumps(shown, ensure_ascii=False))
        return
    if brand is None:
        print("no brand: papers say the store's name alone")
        return
    print(" · ".join(dict.fromkeys(brand.name.get(language) for language in LANGUAGES)))
    print(f"colour {brand.colour}")
    print(f"logo of {len(brand.logo):,} bytes" if brand.logo else "no logo")
    if brand.pages:
        print(f"phones open papers at {brand.pages}")
    if brand.unwanted:
        print(f"{len(brand.unwanted):,} words that no greeting card has")


def _colour(text: str) -> str:
    """ "#RRGGBB", with or without its sign."""
    read = f"#{text.removeprefix('#').lower()}"
    if not is_colour(read):
        raise argparse.ArgumentTypeError(f"'{text}' is no colour such as #0e6b5b")
    return read
