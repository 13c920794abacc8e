"""The look as data: tokens from resources/themes/*.toml, turned into a QPalette, one style sheet and fonts.

`base.toml` has what all skins share (type, spacing, radii, durations), a skin's own file only its colours. Nothing
outside these files names a colour or a size. Contrast is checked by `tests/ui/test_theme.py` over TEXT_PAIRS and
SHAPE_PAIRS: WCAG 2.2 success criteria 1.4.3 (4.5:1 for text) and 1.4.11 (3:1 for what marks a control or its state).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtGui import QColor, QFont, QPalette

from kiosk import paths

THEMES = ("light", "dark")
FESTIVE = "festive"
"""The skin that the self-service station wears while a campaign of a season runs."""
SKINS = (*THEMES, FESTIVE)
"""All of them."""

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("bg", "surface", "surface2")),
    *((ink, ground) for ink in ("ink", "ink2") for ground in ("hover", "press")),
    *((ink, "jade_soft") for ink in ("ink", "ink2", "jade", "jade_ink", "warn")),
    *(("on_jade", ground) for ground in ("jade", "jade_hover", "jade_press")),
    *((ink, "red_soft") for ink in ("ink", "ink2", "red", "red_ink")),
    *(("on_red", ground) for ground in ("red", "red_ink")),
    *((ink, "surface") for ink in ("jade", "red", "gold", "warn", "info")),
    *((ink, "surface2") for ink in ("jade", "red")),
    *((ink, "gold_soft") for ink in ("gold", "ink", "ink2")),
    ("warn", "warn_soft"),
    ("ink", "warn_soft"),
    ("info", "info_soft"),
    ("on_ok", "ok"),
    ("on_ok", "ok_deep"),
    ("surface", "ink"),
    ("on_camera", "camera"),
    ("on_camera", "camera_lift"),
    ("jade", "bg"),
    *((f"on_draw_{at}", f"draw_{at}") for at in "abc"),
    ("on_draw_a", "packet_deep"),
    *(("on_stage", ground) for ground in ("stage", "stage_deep")),
    *(("gild_light", ground) for ground in ("stage", "stage_deep", "packet", "packet_deep")),
    ("on_foil", "foil"),
    *(("on_guest", f"guest_{verdict}") for verdict in ("in", "again", "day", "session", "unknown", "blocked", "out")),
    ("on_guest_ask", "guest_ask"),
    ("ink", "mark"),
    ("ink2", "mark"),
)
"""(text, ground) as they meet on some screen."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("focus", ground) for ground in ("bg", "surface", "surface2", "hover", "jade_soft", "red_soft")),
    ("control", "surface"),
    ("jade", "surface"),
    ("jade", "jade_soft"),
    ("red", "bg"),
    ("ok", "surface"),
    ("outline", "camera"),
)
"""(shape, ground): focus rings, borders of fields, marks of a state."""


KEPT = 3
"""Pixels of the style sheet up to which a size is a line's width and is not scaled."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A step of the type scale: size in pixels, weight 100–900."""

    px: int
    weight: int


@dataclass(frozen=True, slots=True)
class Shadow:
    """A shadow: blur and downward offset in pixels, alpha 0–255."""

    blur: int
    drop: int
    alpha: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One skin. Pixels, milliseconds, `#RRGGBB`."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    type: Mapping[str, TypeStyle]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    duration: Mapping[str, int]
    shadow: Mapping[str, Shadow]
    fonts: Mapping[str, tuple[str, ...]]
    scale: float = 1.0
    """Of the window; sizes above are in design pixels (`measure.py`)."""
    letters: float = 1.0
    """What letters are larger by than they are designed, for who reads badly (`comfort.py`)."""
    least_type: int = 0
    """Logical pixels below which no letters go, however small the window is."""

    def type_px(self, style: str) -> int:
        """Logical pixels of a type style."""
        return max(int(self.type[style].px * self.scale * self.letters), self.least_type)

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """A colour token as QColor. KeyError when there is no such token."""
        colour = QColor(self.colours[name])
        colour.setAlpha(alpha)
        return colour

    def font(self, language: str, style: str = "body") -> QFont:
        """The font of a type style for a language, with tabular figures so that columns of money line up."""
        font = self.face(language)
        font.setPixelSize(self.type_px(style))
        font.setWeight(QFont.Weight(self.type[style].weight))
        return font

    def face(self, language: str) -> QFont:
        """What a language asks of a font, without size and weight: its families and features."""
        font = QFont()
        font.setFamilies(list(self.fonts[language]))
        font.setFeature(QFont.Tag("tnum"), 1)
        # Chinese faces draw ’ and · as wide as a character; in English they belong close to the letters. Off is said
        # too: a new QFont begins with the application's features, and one left unsaid would stay as it was.
        font.setFeature(QFont.Tag("pwid"), 1 if language == "en" else 0)
        return font

    def palette(self) -> QPalette:
        """For what Qt paints itself: selections, placeholder texts, disabled controls."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, token in (
            (role.Window, "bg"),
            (role.WindowText, "ink"),
            (role.Base, "surface"),
            (role.AlternateBase, "surface2"),
            (role.Text, "ink"),
            (role.PlaceholderText, "ink3"),
            (role.Button, "surface"),
            (role.ButtonText, "ink"),
            (role.Highlight, "jade"),
            (role.HighlightedText, "on_jade"),
            (role.ToolTipBase, "ink"),
            (role.ToolTipText, "surface"),
            (role.Link, "jade"),
        ):
            palette.setColor(target, self.colour(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("ink3"))
        return palette

    def style_sheet(self) -> str:
        """The application's one style sheet: resources/themes/app.qss with the tokens filled in, then a rule for each
        type style and tone, chosen by a widget's `type` and `tone` properties."""
        values: dict[str, Any] = {f"c_{name}": value for name, value in self.colours.items()}
        for letter, group in (("s", self.space), ("r", self.radius), ("z", self.size)):
            values.update({f"{letter}_{name}": value for name, value in group.items()})
        ring = self.size["focus"] - 1  # what the ring of the focus is wider than the border
        # in design pixels that come out whole: what has the focus is as large as without
        values["s_l_focused"] = (round(self.space["l"] * self.scale) - ring) / self.scale
        # a chip's ring is 2 px where its edge is 1: it is as wide with the focus as without
        values["s_m_focused"] = (round(self.space["m"] * self.scale) - 1) / self.scale
        for name in ("target", "key", "action", "field", "s_target"):
            values[f"z_{name}_focused"] = (round(self.size[name] * self.scale) - 2 * ring) / self.scale
        values["avatar_half"] = self.size["avatar"] // 2
        template = (paths.resources() / "themes" / "app.qss").read_text(encoding="utf-8")
        rules = [_scaled(Template(template).substitute(values), self.scale)]
        rules += [
            f'*[type="{name}"] {{ font-size: {self.type_px(name)}px; font-weight: {style.weight}; }}'
            for name, style in self.type.items()
        ]
        rules += [f'QLabel[tone="{name}"] {{ color: {value}; }}' for name, value in self.colours.items()]
        return "\n".join(rules)


def _scaled(sheet: str, scale: float) -> str:
    """A style sheet for another scale. Lines and rings keep their width; radii are rounded down, for Qt paints no round
    corner at all where the radius is more than half of the height."""

    def shown(match: re.Match[str]) -> str:
        size = float(match[2])
        if size <= KEPT:
            return match[0]
        return f"{match[1]}{int(size * scale)}px" if match[1] else f"{round(size * scale)}px"

    return re.sub(r"(border-radius: )?\b(\d+(?:\.\d+)?)px", shown, sheet)


def load_theme(name: str, folder: Path | None = None) -> Theme:
    """Read a skin (one of SKINS, or the stem of any other .toml in `folder`). OSError, KeyError or
    tomllib.TOMLDecodeError when the file is not what it should be."""
    folder = folder or paths.resources() / "themes"
    base = tomllib.loads((folder / "base.toml").read_text(encoding="utf-8"))
    skin = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(
        name=name,
        dark=bool(skin["dark"]),
        colours=skin["colour"],
        type={key: TypeStyle(**value) for key, value in base["type"].items()},
        space=base["space"],
        radius=base["radius"],
        size=base["size"],
        duration=base["duration"],
        shadow={key: Shadow(**value) for key, value in base["shadow"].items()},
        fonts={language: tuple(families) for language, families in base["fonts"].items()},
    )


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, "relative luminance" and "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
