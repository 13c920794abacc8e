"""A batch draw: the manifest that is published before it, the seed that nobody had then, and who wins by both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kiosk.domain.draws import rfc3797
from kiosk.domain.draws.beacon import Round, round_of
from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.fenwick import Fenwick
from kiosk.domain.draws.fields import FieldFault, Fields
from kiosk.domain.draws.stream import Stream

KD1 = "KD1"
NOTARY = "RFC3797"
DRAND = "drand"
DICE = "dice"
ENVELOPE = "envelope:"
"""How the name of an envelope begins; after it, who holds it."""
FEWEST_DICE = 20


@dataclass(frozen=True, slots=True)
class Prize:
    """So many of a prize, or of a field of a wheel."""

    code: str
    n: int

    def body(self) -> dict[str, Any]:
        """As in a manifest or a lease."""
        return {"code": self.code, "n": self.n}


def prize_of(value: Any, at: str = "") -> Prize:
    """From its body. Raises FieldFault."""
    fields = Fields(value, at)
    found = Prize(fields.text("code"), fields.whole("n"))
    fields.done()
    return found


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is frozen and published. Times: unix seconds. Hashes: hex. `prizes`: in the order of drawing.

    `sources`: what the seed is made of, in order: ("drand",) with `beacon`, or the names of the envelopes and "dice",
    with `envelopes` (name, commitment); with `alg` NOTARY, the names of the public numbers.
    `one_prize_per_entrant`: all tickets of a winner leave; otherwise only the ticket that won."""

    campaign: str
    draw_id: str
    seq: int
    rules_hash: str
    entrants: int
    tickets: int
    entrants_root: str
    prizes: tuple[Prize, ...]
    alternates: int
    exclusions_root: str
    sources: tuple[str, ...]
    freeze_time: int
    publish_deadline: int
    beacon: Round | None = None
    envelopes: tuple[tuple[str, str], ...] = ()
    one_prize_per_entrant: bool = True
    alg: str = KD1

    @property
    def wanted(self) -> int:
        """How many are drawn, as far as there are entrants: prizes and alternates."""
        return sum(prize.n for prize in self.prizes) + self.alternates

    def body(self) -> dict[str, Any]:
        """As it is hashed, signed and published."""
        body: dict[str, Any] = {
            "alg": self.alg,
            "campaign": self.campaign,
            "draw_id": self.draw_id,
            "seq": self.seq,
            "rules_hash": self.rules_hash,
            "entrants": self.entrants,
            "tickets": self.tickets,
            "entrants_root": self.entrants_root,
            "prizes": [prize.body() for prize in self.prizes],
            "alternates": self.alternates,
            "one_prize_per_entrant": self.one_prize_per_entrant,
            "exclusions_root": self.exclusions_root,
            "sources": list(self.sources),
            "freeze_time": self.freeze_time,
            "publish_deadline": self.publish_deadline,
        }
        if self.beacon is not None:
            body["beacon"] = self.beacon.body()
        if self.envelopes:
            body["envelopes"] = dict(self.envelopes)
        return body

    def hash(self) -> bytes:
        """`mh`, 32 bytes."""
        return manifest_hash(self.body())


def manifest_of(value: Any, at: str = "") -> Manifest:
    """A manifest from its body. Raises FieldFault, also where its parts do not fit each other."""
    fields = Fields(value, at)
    manifest = Manifest(
        alg=fields.text("alg"),
        campaign=fields.text("campaign"),
        draw_id=fields.text("draw_id"),
        seq=fields.whole("seq", 1),
        rules_hash=fields.hex("rules_hash", 32),
        entrants=fields.whole("entrants"),
        tickets=fields.whole("tickets"),
        entrants_root=fields.hex("entrants_root", 32),
        prizes=fields.each("prizes", prize_of),
        alternates=fields.whole("alternates"),
        one_prize_per_entrant=fields.flag("one_prize_per_entrant"),
        exclusions_root=fields.hex("exclusions_root", 32),
        sources=fields.texts("sources"),
        freeze_time=fields.whole("freeze_time"),
        publish_deadline=fields.whole("publish_deadline"),
        beacon=fields.part("beacon", round_of) if fields.has("beacon") else None,
        envelopes=fields.part("envelopes", _envelopes) if fields.has("envelopes") else (),
    )
    fields.done()
    unfit = misfit(manifest)
    if unfit is not None:
        raise FieldFault(fields.at(unfit), "shape")
    return manifest


def misfit(manifest: Manifest) -> str | None:
    """The field of a manifest that does not fit the others; None when it is whole."""
    if manifest.alg not in (KD1, NOTARY):
        return "alg"
    if manifest.publish_deadline < manifest.freeze_time:
        return "publish_deadline"
    names = manifest.sources
    if not names or len(set(names)) < len(names):
        return "sources"
    if manifest.alg == NOTARY:
        if manifest.tickets != manifest.entrants:
            return "tickets"
        if min(manifest.entrants, manifest.wanted) > rfc3797.MOST:
            return "prizes"
        return "beacon" if manifest.beacon is not None else "envelopes" if manifest.envelopes else None
    if names == (DRAND,):
        return "beacon" if manifest.beacon is None else "envelopes" if manifest.envelopes else None
    # envelopes and dice: two hands at least, so that no single one chooses
    sealed = [name for name in names if name.startswith(ENVELOPE)]
    if len(sealed) < 2 or sorted([*sealed, DICE]) != sorted(names):
        return "sources"
    if sorted(sealed) != sorted(name for name, _ in manifest.envelopes):
        return "envelopes"
    return "beacon" if manifest.beacon is not None else None


def manifest_hash(body: Mapping[str, Any]) -> bytes:
    """`mh = H("manifest", JCS(manifest))`, 32 bytes."""
    return H("manifest", jcs(body))


def fingerprint(mh: bytes) -> str:
    """What is read off the stage and off paper: half of the manifest's hash, in groups of four digits. Fewer digits
    would let an organiser make two lists with the same ones."""
    return grouped(mh.hex())


def grouped(digits: str, most: int = 32) -> str:
    """The first hex digits of a hash as people compare them, on every screen and paper: 7f3a 91c0 55de …"""
    return " ".join(digits[at : at + 4] for at in range(0, min(most, len(digits)), 4))


def envelope_commitment(value: bytes) -> bytes:
    """What the manifest holds of a sealed envelope (and a lease of the terminal's secret): `H("commit", v)`."""
    return H("commit", value)


def seed_from_beacon(mh: bytes, signature: bytes) -> bytes:
    """The seed of a draw by a beacon's round; `signature`: the 48 bytes of the round."""
    return H("seed", mh, b"drand", signature)


def seed_from_sources(mh: bytes, sources: Iterable[tuple[str, bytes]]) -> bytes:
    """The seed of a draw by envelopes and dice, in the order of the manifest's `sources`. Dice are their text."""
    parts = [part for name, value in sources for part in (name.encode(), value)]
    return H("seed", mh, *parts)


def dice_text(thrown: str) -> str | None:
    """How dice go into the seed: their numbers with a space between ("3 5 1 …"), in the order thrown. Spaces, commas
    and line ends between them do not matter. None where one is not 1 to 6 or there are fewer than FEWEST_DICE."""
    digits = thrown.replace(",", " ").split()
    numbers = [digit for run in digits for digit in run]
    if len(numbers) < FEWEST_DICE or not all(number in "123456" for number in numbers):
        return None
    return " ".join(numbers)


def notary_key(sources: Iterable[str]) -> str | None:
    """The key of RFC 3797 from each source's numbers ("2 5 12 8 10"); None where one is no list of numbers."""
    read = [source.split(" ") for source in sources]
    if not all(number.isascii() and number.isdecimal() and len(number) <= 18 for source in read for number in source):
        return None
    return rfc3797.key_of([int(number) for number in source] for source in read)


class Win(NamedTuple):
    """A prize, the ticket that won it, and whose it is (place in the list)."""

    prize: str
    ticket: int
    entrant: int


class Alternate(NamedTuple):
    """Who takes the place of a winner that does not claim, in this order."""

    ticket: int
    entrant: int


class Drawn(NamedTuple):
    """What a draw comes to. Fewer winners than prizes when the entrants ran out."""

    winners: tuple[Win, ...]
    alternates: tuple[Alternate, ...]

    def body(self) -> dict[str, Any]:
        """As in a published file."""
        return {"winners": [list(win) for win in self.winners], "alternates": [list(one) for one in self.alternates]}

    def hash(self, mh: bytes) -> bytes:
        """A whole result in a fact, with the manifest's hash: 32 bytes."""
        return H("result", jcs(self.body() | {"mh": mh.hex()}))


def draw(manifest: Manifest, counts: Sequence[int], seed: bytes) -> Drawn:
    """Draw the prizes in their order, then the alternates, in one run. `counts`: tickets of each entrant, in the
    order of the list. Raises ValueError when they are not those of the manifest."""
    if len(counts) != manifest.entrants or sum(counts) != manifest.tickets or any(count < 1 for count in counts):
        raise ValueError("these are not the tickets of the manifest")
    return dealt(manifest, draw_tickets(counts, seed, manifest.wanted, all_leave=manifest.one_prize_per_entrant))


def draw_by_notary(manifest: Manifest, key: str) -> Drawn:
    """The same by RFC 3797: every entrant has one chance; `key`: the public numbers as the RFC writes them."""
    found = rfc3797.selected(manifest.entrants, key, min(manifest.entrants, manifest.wanted))
    return dealt(manifest, [Alternate(number - 1, number - 1) for number in found])


def draw_tickets(counts: Sequence[int], seed: bytes, wanted: int, *, all_leave: bool = True) -> list[Alternate]:
    """So many tickets in the order drawn, or all there are. `all_leave`: all tickets of an owner leave with one."""
    left = Fenwick(counts)
    firsts = Fenwick(counts)  # tickets keep their numbers: where an owner's begin is asked of the list as it was
    gone: dict[int, list[int]] = {}
    stream = Stream(seed)
    found: list[Alternate] = []
    while left.total and len(found) < wanted:
        entrant, within = left.find(stream.below(left.total))
        if all_leave:
            left.take(entrant, counts[entrant])
        else:
            left.take(entrant, 1)
            within = _skipping(gone.setdefault(entrant, []), within)
        found.append(Alternate(firsts.before(entrant) + within, entrant))
    return found


def dealt(manifest: Manifest, drawn: Sequence[Alternate]) -> Drawn:
    """The prizes over the tickets drawn, in order; who is left over is an alternate."""
    places = (prize.code for prize in manifest.prizes for _ in range(prize.n))
    winners = tuple(Win(code, one.ticket, one.entrant) for one, code in zip(drawn, places, strict=False))
    return Drawn(winners, tuple(drawn[len(winners) :]))


def _skipping(gone: list[int], within: int) -> int:
    """The `within`-th of an owner's tickets that have not won yet, and note that it has now."""
    for one in gone:
        if one > within:
            break
        within += 1
    gone.append(within)
    gone.sort()
    return within


def _envelopes(value: Any, at: str) -> tuple[tuple[str, str], ...]:
    fields = Fields(value, at)
    found = tuple((name, fields.hex(name, 32)) for name in value)
    fields.done()
    return found
