"""Draws before a room: what the ledger has of them, and what has to be asked of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.domain.draws.beacon import QUICKNET, Chain

if TYPE_CHECKING:
    from kiosk.domain.draws.published import Signed
    from kiosk.domain.draws.stage_facts import Said


@dataclass(frozen=True, slots=True)
class KeptEntrant:
    """Somebody on a draw's list. `i`: their number; `count`: tickets; `c`: their commitment, hex. `salt`, `name`,
    `phone` (E.164), `member`: what it commits to; of a draw of HQ's, or of somebody who was erased, the salt is empty
    and the name masked or empty."""

    i: int
    count: int
    c: str
    salt: bytes = field(default=b"", repr=False)
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    member: str = ""


class StageDrawState(Protocol):
    """Draws of this terminal's stage. `draw`, `seq`: which."""

    def draws_said(self) -> Sequence[Said]:
        """Everything that was journalled here of draws and rehearsals, in order."""

    def draw_said(self, draw: str, seq: int) -> Sequence[Said]:
        """The same of one."""

    def keep_entrants(self, draw: str, seq: int, entrants: Iterable[KeptEntrant]) -> None:
        """Keep a list beside the facts, from where it can be erased."""

    def draw_leaves(self, draw: str, seq: int) -> Sequence[tuple[int, str]]:
        """(tickets, commitment in hex) of everybody on the list, in order."""

    def draw_people(self, draw: str, seq: int, numbers: Iterable[int]) -> Mapping[int, KeptEntrant]:
        """Those of these numbers."""

    def draw_names(self, draw: str, seq: int, most: int) -> Sequence[KeptEntrant]:
        """Some of the list, evenly from all of it."""

    def lists_kept(self) -> Sequence[tuple[str, int]]:
        """Every draw and seq whose list is here."""

    def lists_over(self, before_ms: int) -> Sequence[tuple[str, int, int]]:
        """(draw, seq, people) of lists of which nothing was said since then, and whose people are not erased yet."""

    def drop_entrants(self, draw: str, seq: int, most: int) -> bool:
        """Take some of a list away, the last ones first, so that what is left begins as it did; False: none was left.
        For a list that was never frozen."""

    def forget_entrants(self, draw: str, seq: int, first: int = 0, count: int | None = None) -> None:
        """Erase who the people of a list are, or those from one number on; their commitments stay."""


@dataclass(frozen=True, slots=True)
class HqDraw:
    """A draw that HQ froze, ready to be held on a stage. `people`: with masked names; `names`: of prizes by code."""

    draw: str
    seq: int
    manifest: Mapping[str, Any]
    title: str
    names: Mapping[str, str]
    signatures: tuple[Signed, ...]
    people: Sequence[KeptEntrant]


@dataclass(frozen=True, slots=True)
class HqDrawLine:
    """A draw of HQ's that could be held here. `at`: ms since 1970."""

    draw: str
    seq: int
    title: str
    at: int


class StageTools(Protocol):
    """What a draw needs from outside the ledger. What asks the network may take seconds."""

    def chain(self) -> Chain:
        """The beacon in force."""

    def beacon(self, chain: str, number: int) -> bytes | None:
        """A round's signature as HQ told; None while it has not."""

    def beacon_is_good(self, number: int, signature: bytes) -> bool:
        """Whether it is the signature of that round of the beacon in force."""

    def key(self) -> bytes:
        """The public half of the device's key. Raises LookupError where there is none."""

    def sign_bytes(self, message: bytes) -> bytes:
        """By the device's key, 64 bytes. Raises LookupError where there is none."""

    def sign(self, body: Mapping[str, Any]) -> tuple[str, str]:
        """(public key, signature) by the device's key, hex. Raises LookupError where there is none."""

    def sign_once(self, body: Mapping[str, Any]) -> tuple[str, str]:
        """The same by a key that is made for it and forgotten at once: a witness keeps its public half on paper."""

    def hq_signature(self, body: Mapping[str, Any]) -> Signed | None:
        """HQ's, by the network; None where HQ cannot be asked."""

    def hq_draws(self) -> Sequence[HqDrawLine]:
        """Draws that HQ has frozen and not drawn, as it told."""

    def hq_draw(self, draw: str, seq: int) -> HqDraw | None:
        """One of them with its list, by the network; None where HQ cannot be asked."""

    def hq_keeps(self, file: bytes) -> bool:
        """Bring HQ the published file of a draw of one's own, by the network; whether HQ has it now."""


class NoStageTools(StageTools):
    """A terminal without keys and without HQ."""

    def chain(self) -> Chain:
        """The public one."""
        return QUICKNET

    def beacon(self, chain: str, number: int) -> bytes | None:
        """Nothing."""
        return None

    def beacon_is_good(self, number: int, signature: bytes) -> bool:
        """No: nobody here can tell."""
        return False

    def key(self) -> bytes:
        """Raises LookupError."""
        raise LookupError("no key signs draws here")

    def sign_bytes(self, message: bytes) -> bytes:
        """Raises LookupError."""
        raise LookupError("no key signs draws here")

    def sign(self, body: Mapping[str, Any]) -> tuple[str, str]:
        """Raises LookupError."""
        raise LookupError("no key signs draws here")

    def sign_once(self, body: Mapping[str, Any]) -> tuple[str, str]:
        """Raises LookupError."""
        raise LookupError("no key signs draws here")

    def hq_signature(self, body: Mapping[str, Any]) -> Signed | None:
        """Nothing."""
        return None

    def hq_draws(self) -> Sequence[HqDrawLine]:
        """None."""
        return ()

    def hq_draw(self, draw: str, seq: int) -> HqDraw | None:
        """Nothing."""
        return None

    def hq_keeps(self, file: bytes) -> bool:
        """No."""
        return False
