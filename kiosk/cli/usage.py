"""What is said of a call that makes no sense, in the reader's language: the words of argparse and of what arguments may
be, looked up by their English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from kiosk.cli.language import spoken
from kiosk.config import ConfigError
from kiosk.domain.texts import LANGUAGES, LocalText

_ENGLISH = "en"
_MORE = LocalText(
    "{words}（{command} --help 有說明）", "{words}（{command} --help 有说明）", "{words} ({command} --help says more)"
)
_OF = LocalText("{name}：{words}", "{name}：{words}", "argument {name}: {words}")
_SAID = (
    LocalText("缺少 {names}", "缺少 {names}", "the following arguments are required: {names}"),
    LocalText("要有其中一項：{names}", "要有其中一项：{names}", "one of the arguments {names} is required"),
    LocalText("沒有這樣的參數：{names}", "没有这样的参数：{names}", "unrecognized arguments: {names}"),
    LocalText("不能和 {other} 一起用", "不能和 {other} 一起用", "not allowed with argument {other}"),
    LocalText("不帶值，卻寫了 {value}", "不带值，却写了 {value}", "ignored explicit argument {value}"),
    LocalText("要有一個值", "要有一个值", "expected one argument"),
    LocalText("最多一個值", "最多一个值", "expected at most one argument"),
    LocalText("至少要有一個值", "至少要有一个值", "expected at least one argument"),
    LocalText("要有 {count} 個值", "要有 {count} 个值", "expected {count} arguments"),
    LocalText(
        "{option} 不明確，可以是 {matches}",
        "{option} 不明确，可以是 {matches}",
        "ambiguous option: {option} could match {matches}",
    ),
    LocalText("{value} 不能用在這裡", "{value} 不能用在这里", "invalid {kind} value: {value}"),
    LocalText(
        "沒有 {value}，可以是 {choices}",
        "没有 {value}，可以是 {choices}",
        "invalid choice: {value} (choose from {choices})",
    ),
    LocalText("{value} 不是整數", "{value} 不是整数", "{value} is no whole number"),
    LocalText(
        "{value} 不在 {least} 和 {most} 之間",
        "{value} 不在 {least} 和 {most} 之间",
        "{value} is not between {least} and {most}",
    ),
    LocalText("{value} 是資料夾，不是檔案", "{value} 是文件夹，不是文件", "{value} is a folder, not a file"),
    LocalText(
        "{value} 是裝置或管線，不是檔案", "{value} 是设备或管线，不是文件", "{value} is a device or a pipe, not a file"
    ),
    LocalText("沒有 {value} 這個檔案", "没有 {value} 这个文件", "there is no file {value}"),
    LocalText("{value}：沒有資料夾 {folder}", "{value}：没有文件夹 {folder}", "{value}: there is no folder {folder}"),
    LocalText("{value} 不是資料夾", "{value} 不是文件夹", "{value} is no folder"),
    LocalText(
        "{value} 不能是資料夾：{other} 不是資料夾",
        "{value} 不能是文件夹：{other} 不是文件夹",
        "{value} cannot be a folder: {other} is none",
    ),
    LocalText("{value} 不是路徑", "{value} 不是路径", "{value} is no path"),
    LocalText("空的名稱不是路徑", "空的名称不是路径", "an empty name is no path"),
    LocalText("路徑裡不能有 NUL", "路径里不能有 NUL", "no path holds a NUL"),
    LocalText("{value} 不是時間，要像 {such}", "{value} 不是时间，要像 {such}", "{value} is no time such as {such}"),
    LocalText("{value} 不是日期，要像 {such}", "{value} 不是日期，要像 {such}", "{value} is no day such as {such}"),
    LocalText("{value} 不是國家，要像 {such}", "{value} 不是国家，要像 {such}", "{value} is no country such as {such}"),
    LocalText("{value} 不是顏色，要像 {such}", "{value} 不是颜色，要像 {such}", "{value} is no colour such as {such}"),
    LocalText(
        "{value} 不是幣別，要像 {such}", "{value} 不是币种，要像 {such}", "{value} is no currency such as {such}"
    ),
    LocalText(
        "{value} 不是畫面大小，要像 {such}", "{value} 不是画面大小，要像 {such}", "{value} is no screen such as {such}"
    ),
    LocalText(
        "{value} 不是號碼，要像 {such}", "{value} 不是号码，要像 {such}", "{value} are no numbers such as {such}"
    ),
    LocalText(
        "{value} 不是 64 個十六進位數字的公鑰",
        "{value} 不是 64 个十六进制数字的公钥",
        "{value} is no public key of 64 hexadecimal digits",
    ),
)
"""The first that fits a message is meant."""


class WrongCall(SystemExit):
    """Words that are no call: the program ends with exit code 2 when nobody says more about it."""

    def __init__(self, command: str, message: str) -> None:
        super().__init__(2)
        self._command, self._message = command, message

    def said(self, words: Sequence[str]) -> tuple[str, str]:
        """What was called, and what is wrong with it, in the language that its `words` ask for, else the one that is
        set, else the system's."""
        language = _asked(words)
        return self._command, _MORE.get(language).format(words=in_words(self._message, language), command=self._command)


def in_words(message: str, language: str) -> str:
    """A message of argparse or of `arguments` in one of LANGUAGES; one that is not known stays English."""
    if language == _ENGLISH:
        return message
    argument = _pattern(_OF.en).fullmatch(message)
    if argument is not None:
        words = in_words(argument["words"], language)
        return _OF.get(language).format(name=argument["name"], words=words)
    for text in _SAID:
        found = _pattern(text.en).fullmatch(message)
        if found is not None:
            return text.get(language).format(**found.groupdict())
    return message


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """The sentence as argparse fills it."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(english)), re.DOTALL)


def _asked(words: Sequence[str]) -> str:
    for word, value in pairwise([*words, ""]):
        said = value if word == "--language" else word.removeprefix("--language=")
        if word.startswith("--language") and said in LANGUAGES:
            return said
    config = next((value for word, value in pairwise(words) if word == "--config"), None)
    try:
        return spoken(argparse.Namespace(config=None if config is None else Path(config)))
    except ConfigError:
        return _ENGLISH
