"""What can be on the big screen. Scenes are data only: the painter finds the words, so that a scene can be shown in any
language. Names in them are as they may be shown: whoever makes a scene masks them."""

from __future__ import annotations

from dataclasses import dataclass


class Scene:
    """Something that a room looks at. Each kind is a frozen dataclass; how it is painted is said by its `Kind`."""

    __slots__ = ()

    def rehearsed(self) -> bool:
        """Whether it is of a rehearsal, which has another skin, and a band and words across every scene."""
        return False


@dataclass(frozen=True, slots=True)
class Poster(Scene):
    """Nothing goes on yet."""

    title: str
    line: str = ""
