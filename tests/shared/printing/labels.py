"""Label printers on paper: what ZPL and TSPL bytes look like when a strict printer has obeyed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from tests.shared.printing.escpos import Ink
from tests.shared.printing.streams import NoCommand, TsplStream, ZplStream, whole


def zpl_printed(data: bytes) -> list[Ink]:
    """The labels of a ZPL job. Raises NoCommand for what means nothing or does not fit."""
    labels: list[Ink] = []
    paper: Ink | None = None
    width = length = 0
    at = (0, 0)
    for command in whole(ZplStream(), data):
        said = command.arguments.decode("ascii")
        match command.name:
            case "space" | "^FS" | "~HS":
                pass
            case "^XA":
                paper, width, length = None, 0, 0
            case "^PW":
                width = _number(said, 2, 32_000)
            case "^LL":
                length = _number(said, 1, 32_000)
                paper = np.zeros((length, width), bool)
            case "^LH" | "^FO":
                at = _pair(said)
            case "^LT" | "^LS":
                _number(said, -120, 9_999)
            case "^PO":
                _among(said, "N", "I")
            case "^MM":
                _among(said, "T", "C", "P", "R")
            case "^MN":
                _among(said, "N", "Y", "W", "M")
            case "^PQ":
                _number(said, 1, 99_999_999)
            case "^GF":
                if paper is None:
                    raise NoCommand("a picture before the label has a size")
                _put(paper, _zpl_picture(said), at)
            case "^XZ":
                if paper is None:
                    raise NoCommand("a label without size")
                labels.append(paper)
            case _:
                raise NoCommand(f"nothing is done for {command.name}")
    return labels


def _zpl_picture(said: str) -> Ink:
    """^GFA, hexadecimal digits in Zebra's short form."""
    found = re.fullmatch(r"A,(\d+),(\d+),(\d+),([0-9A-Za-z,:!]*)", said)
    if found is None or found[1] != found[2]:
        raise NoCommand(f"^GF{said[:20]}")
    size, stride = int(found[1]), int(found[3])
    rows = list(_zpl_rows(found[4], stride * 2))
    if not stride or len(rows) * stride != size:
        raise NoCommand(f"{len(rows)} rows of {stride} bytes are not {size}")
    return np.unpackbits(np.frombuffer(bytes.fromhex("".join(rows)), np.uint8).reshape(-1, stride), axis=1).astype(bool)


def _zpl_rows(said: str, digits: int) -> Iterator[str]:
    row, before, times = "", None, 0
    for character in said:
        if character == ":":
            if row or times or before is None:
                raise NoCommand("a row as before within a row, or as the first")
            yield before
            continue
        if character in ",!":
            if times:
                raise NoCommand("a count of nothing")
            row = row.ljust(digits, "0" if character == "," else "F")
        elif "G" <= character <= "Y":
            times += ord(character) - ord("F")
        elif "g" <= character <= "z":
            times += (ord(character) - ord("f")) * 20
        elif character in "0123456789ABCDEF":
            row += character * max(1, times)
            times = 0
        else:
            raise NoCommand(f"{character!r} in a picture")
        if len(row) > digits:
            raise NoCommand("a row too long")
        if len(row) == digits:
            yield row
            row, before = "", row
    if row or times:
        raise NoCommand("a row too short")


_SIZE = re.compile(r"([\d.]+) mm,([\d.]+) mm")


def tspl_printed(data: bytes, dots_per_mm: float = 8) -> list[Ink]:
    """The labels of a TSPL job. Raises NoCommand for what means nothing or does not fit."""
    labels: list[Ink] = []
    paper: Ink | None = None
    size: tuple[int, int] | None = None
    for command in whole(TsplStream(), data):
        if command.name == "BITMAP":
            if paper is None:
                raise NoCommand("a picture before CLS")
            _put(paper, *_tspl_picture(command.arguments))
            continue
        said = command.arguments.removesuffix(b"\r\n").decode("ascii")
        match command.name:
            case "space" | "ESC ! ?":
                pass
            case "SIZE":
                wide, high = _millimetres(said)
                size = round(wide * dots_per_mm), round(high * dots_per_mm)
            case "GAP" | "OFFSET":
                _millimetres(said)
            case "DIRECTION":
                _among(said, "0", "1")
            case "REFERENCE":
                _pair(said)
            case "SET":
                _among(said, "CUTTER OFF", "CUTTER 1", "CUTTER BATCH")
            case "CLS":
                if size is None:
                    raise NoCommand("no SIZE")
                paper = np.zeros((size[1], size[0]), bool)
            case "PRINT":
                if paper is None:
                    raise NoCommand("nothing to print")
                labels += [paper.copy()] * _number(said.split(",")[0], 1, 99_999)
            case _:
                raise NoCommand(f"nothing is done for {command.name}")
    return labels


def _tspl_picture(arguments: bytes) -> tuple[Ink, tuple[int, int]]:
    head = re.match(rb"(\d+),(\d+),(\d+),(\d+),([012]),", arguments)
    assert head is not None
    x, y, stride, high, mode = map(int, head.groups())
    if mode or not stride or not high:
        raise NoCommand(f"BITMAP {head[0]!r}")
    bits = np.frombuffer(arguments[head.end() : -2], np.uint8).reshape(high, stride)
    return ~np.unpackbits(bits, axis=1).astype(bool), (x, y)


def _put(paper: Ink, ink: Ink, at: tuple[int, int]) -> None:
    """Dots on a label; a dot beyond its edge is a fault, the empty rest of a byte is none."""
    (high, wide), (x, y) = paper.shape, at
    if ink[high - y :].any() or ink[:, wide - x :].any():
        raise NoCommand("dots beyond the label")
    part = ink[: high - y, : wide - x]
    paper[y : y + part.shape[0], x : x + part.shape[1]] |= part


def _number(said: str, least: int, most: int) -> int:
    if not re.fullmatch(r"-?\d+", said) or not least <= int(said) <= most:
        raise NoCommand(f"{said!r} is not between {least} and {most}")
    return int(said)


def _pair(said: str) -> tuple[int, int]:
    x, _, y = said.partition(",")
    return _number(x, 0, 32_000), _number(y, 0, 32_000)


def _among(said: str, *allowed: str) -> None:
    if said not in allowed:
        raise NoCommand(f"{said!r} is none of {allowed}")


def _millimetres(said: str) -> tuple[float, float]:
    if (found := _SIZE.fullmatch(said)) is None:
        raise NoCommand(f"{said!r} is no size")
    return float(found[1]), float(found[2])
