"""What can be on the big screen. Scenes are data only: the painter finds the words, so that a scene can be shown in any
language. Names in them are as they may be shown: whoever makes a scene masks them."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.documents.blocks import Frame


class Scene:
    """Something that a room looks at. Each kind is a frozen dataclass; how it is painted is said by its `Kind`."""

    __slots__ = ()

    def season(self) -> Frame:
        """Whose ornaments lie on its ground."""
        return Frame.NONE

    def rehearsed(self) -> bool:
        """Whether it is of a rehearsal, which has another skin, and a band and words across every scene."""
        return False


@dataclass(frozen=True, slots=True)
class Poster(Scene):
    """Nothing goes on yet. `kept`: the season that the campaign keeps."""

    title: str
    line: str = ""
    kept: Frame = Frame.NONE

    def season(self) -> Frame:
        return self.kept
