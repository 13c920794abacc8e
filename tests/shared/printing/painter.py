"""A painter without fonts: every block is a pattern of dots that only that block has."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass, field

import numpy as np

from kiosk.application.ports.printing import Dots
from kiosk.domain.documents.blocks import AnyBlock, Document, PageBreak, Space
from kiosk.domain.documents.paper import Paper, dots_per_mm
from tests.shared.printing.escpos import Ink

HIGH = 20
"""Rows of each block."""


@dataclass
class PatternPainter:
    """Paints as wide as the paper's room and `HIGH` rows a block. `painted`: what it was asked for."""

    painted: list[AnyBlock] = field(default_factory=list)

    def paint(self, document: Document, paper: Paper, dpi: int) -> tuple[Dots, ...]:
        """See `Painter`."""
        self.painted += document.blocks
        roll = paper.height is None
        width = math.ceil((paper.room if roll else paper.width) * dots_per_mm(dpi))
        height = None if paper.height is None else round(paper.height * dots_per_mm(dpi))
        pages: list[list[AnyBlock]] = [[]]
        for block in document.blocks:
            if isinstance(block, PageBreak):
                pages.append([])
            else:
                pages[-1].append(block)
        return tuple(dots(_page(document, page, width, height)) for page in pages)


def pattern(block: AnyBlock, width: int, height: int = HIGH) -> Ink:
    """The pattern of a block; the same each time."""
    if isinstance(block, Space):
        return np.zeros((height, width), bool)
    seed = zlib.crc32(repr(block).encode("utf-8", "backslashreplace"))
    ink = np.random.default_rng(seed).random((height, width)) < 0.5
    ink[0, 0] = ink[-1, -1] = True
    return ink


def _page(document: Document, blocks: list[AnyBlock], width: int, height: int | None) -> Ink:
    parts = [pattern(block, width) for block in blocks] or [np.zeros((1, width), bool)]
    ink = np.concatenate(parts)
    if height is None:
        return ink
    page = np.zeros((height, width), bool)
    page[: min(height, len(ink))] = ink[:height]
    return page


def dots(ink: Ink) -> Dots:
    """An image as printers take it."""
    height, width = ink.shape
    return Dots(width, height, np.packbits(ink, axis=1).tobytes())


def ink_of(painted: Dots) -> Ink:
    """What printers take as an image."""
    bits = np.unpackbits(np.frombuffer(painted.rows, np.uint8).reshape(painted.height, painted.stride), axis=1)
    return bits[:, : painted.width].astype(bool)
