"""Mistakes in a person's file, a line each, as FILE:LINE:COLUMN, which editors follow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign
    from kiosk.domain.goods.catalogue import Catalogue
    from kiosk.protocol.campaigns.problems import Problem


def lines(path: Path, problems: Iterable[Problem], language: str) -> list[str]:
    """What is wrong with the file at `path`, in `language`."""
    from kiosk.adapters.campaigns.words.said import in_words

    return [f"{path}:{one.line}:{one.column}: {in_words(one, language)} [{one.code}]" for one in problems]


def goods(path: Path, currency: str, language: str) -> Catalogue:
    """The chain's goods file at `path`; `currency`: of a CSV's prices. Raises ValueError with every mistake, and
    OSError when it cannot be read."""
    from kiosk.protocol.goods.catalogue_file import CatalogueFileError, load_catalogue

    try:
        return load_catalogue(path, currency)
    except CatalogueFileError as error:
        raise ValueError("\n".join(lines(path, error.problems, language))) from error


def campaign(path: Path, language: str) -> Campaign:
    """The campaign in the file at `path`. Raises ValueError with every mistake, and OSError when it cannot be read."""
    from kiosk.protocol.campaigns.file import load_campaign
    from kiosk.protocol.campaigns.problems import CampaignFileError

    try:
        return load_campaign(path).campaign
    except CampaignFileError as error:
        raise ValueError("\n".join(lines(path, error.problems, language))) from error
