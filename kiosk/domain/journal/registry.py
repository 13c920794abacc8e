"""What a kind of fact is, declared once: its name, the form of its body, what it changes, how campaigns see it.

Each capability declares the kinds it owns (`domain/<capability>/facts.py`); `kiosk.domain.facts` puts them together.
A body is a JSON object. Its form has a version, written as `"v"` when it is above 1. A reader sees the newest form:
older ones are raised by the kind's `older`, one version each. A version that is newer than the program changes
nothing, like a kind it does not know; the fact is kept and sent as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from kiosk.domain.journal.facts import Fact


class Body(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The body of a kind of fact in its newest form. Keys that are not in it are left alone: a newer program may add
    some. Fields with a default may be missing; what equals its default is not written."""


class Change:
    """Something that a fact changes in the state of a terminal or of HQ. Frozen dataclasses; each side's store carries
    them out."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class MemberTouched(Change):
    """The fact is part of a member's history (their own, or as referrer or sharer)."""

    member: str


class BodyError(ValueError):
    """A body that does not fit its kind."""


B = TypeVar("B", bound=Body)
Raise = Callable[[Mapping[str, Any]], dict[str, Any]]


class Kind(str, Generic[B]):
    """A kind of fact; as a text, its stable name.

    `owner`: the capability. `body`: its form, at `version`. `says`: what it changes, in words, for docs/facts.md.
    `changes`: what it changes, in order; None: nothing, and the body may be anything. `happening`: the `HappeningKind`
    as which campaigns see it, "" if they do not. `older`: from each older version to the next, from 1 on.
    """

    owner: str
    body: type[B]
    version: int
    says: str
    changes: Callable[[Fact, B], tuple[Change, ...]] | None
    happening: str
    older: tuple[Raise, ...]

    def __new__(
        cls,
        name: str,
        *,
        owner: str,
        body: type[B],
        says: str,
        changes: Callable[[Fact, B], tuple[Change, ...]] | None = None,
        happening: str = "",
        older: tuple[Raise, ...] = (),
    ) -> Kind[B]:
        """Its version is one above those that can be raised."""
        kind = super().__new__(cls, name)
        kind.owner, kind.body, kind.says, kind.changes, kind.happening = owner, body, says, changes, happening
        kind.older, kind.version = older, len(older) + 1
        return kind

    def newest(self, body: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """A body in its newest form; None for one of a newer program. Raises BodyError."""
        version = body.get("v", 1)
        return body if version == self.version else self._raised(body, version)

    def _raised(self, body: Mapping[str, Any], version: Any) -> Mapping[str, Any] | None:
        if type(version) is not int or version < 1:
            raise BodyError(f"version {version!r}")
        if version > self.version:
            return None
        try:
            for step in self.older[version - 1 :]:
                body = step(body)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError, OverflowError) as error:
            raise BodyError(repr(error)) from error
        return body

    def read(self, body: Mapping[str, Any]) -> B | None:
        """What a body says, in its newest form; None for one of a newer program. Raises BodyError."""
        found = self.newest(body)
        if found is None:
            return None
        try:
            return msgspec.convert(found, self.body)
        except (msgspec.ValidationError, ValueError, TypeError, RecursionError, OverflowError) as error:
            # a ValueError: half a surrogate pair where one of several words is expected
            raise BodyError(ascii(error)) from error

    def write(self, body: B) -> dict[str, Any]:
        """A body as it is journalled."""
        made: dict[str, Any] = msgspec.to_builtins(body)
        return made if self.version == 1 else {"v": self.version, **made}
