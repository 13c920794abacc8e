"""Mistakes in a person's file, a line each, as FILE:LINE:COLUMN, which editors follow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.arguments import system_words
from kiosk.domain.texts import LocalText

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign
    from kiosk.domain.goods.catalogue import Catalogue
    from kiosk.protocol.campaigns.problems import Problem


_NOT_THERE = LocalText("沒有這個檔案", "没有这个文件", "there is no such file")
_FOLDER = LocalText("這是資料夾，不是檔案", "这是文件夹，不是文件", "this is a folder, not a file")
_FORBIDDEN = LocalText("沒有讀取這個檔案的權限", "没有读取这个文件的权限", "reading this file is not permitted")
_FAULTS: dict[type[OSError], LocalText] = {
    FileNotFoundError: _NOT_THERE,
    IsADirectoryError: _FOLDER,
    PermissionError: _FORBIDDEN,
}


def unreadable(error: OSError, language: str) -> str:
    """Why a file cannot be read, or written, in `language` as far as people meet it; else in the system's words."""
    words = _FAULTS.get(type(error))
    if words is None or not error.filename:
        return system_words(error)
    if isinstance(error, PermissionError) and Path(error.filename).is_dir():
        words = _FOLDER  # as Windows says it
    return f"{error.filename}: {words.get(language)}"


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
