"""The published file of a draw or of a closed lease: one JSON object from which anyone recomputes the result.

docs/draws.md says what each field is. It holds no personal data: entrants stand behind commitments, winners' names are
masked, staff are named by id. `body` of a file is what is written; `seal.py` closes it; `verify.py` checks it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.draws.batch import Alternate, Drawn, Manifest, Win, manifest_of
from kiosk.domain.draws.beacon import SIGNATURE_BYTES, Chain, chain_of
from kiosk.domain.draws.encoding import H
from kiosk.domain.draws.fields import FieldFault, Fields, is_hex, is_list, is_text, is_whole
from kiosk.domain.draws.wheel import Lease, lease_of

FORMAT = "KD1/1"
BATCH, WHEEL = "batch", "wheel"
HQ, TERMINAL, WITNESS = "hq", "terminal", "witness"
ROLES = (HQ, TERMINAL, WITNESS)
REASONS = ("no_show", "ineligible", "declined")
"""Why a prize passes to the next alternate."""
NOBODY = -1
"""Whose a prize is when it passed on and no alternate was left."""
KEY_BYTES, SIGNED_BYTES = 32, 64


def rules_hash(text: str) -> str:
    """What a manifest or a lease says of its rules: `H("rules", text)` in hex. `text`: as it is in the file; for a
    campaign its canonical JSON."""
    return H("rules", text.encode()).hex()


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature of the manifest or the lease. `role`: hq, terminal, witness; `name`: whose, for people; hex."""

    role: str
    name: str
    key: str
    signature: str

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {"role": self.role, "name": self.name, "key": self.key, "signature": self.signature}


@dataclass(frozen=True, slots=True)
class Void:
    """A manifest that a later one took the place of: it stays listed, with the reason (a code)."""

    manifest: Manifest
    reason: str

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {"manifest": self.manifest.body(), "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Passed:
    """A prize that passed on: `place` among the winners (from 0), whose it was, and the entrant whose it is now
    (NOBODY when no alternate was left). `signed_by`: ids of the two who signed."""

    place: int
    i: int
    reason: str
    signed_by: tuple[str, ...]
    alternate: int

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {
            "place": self.place,
            "i": self.i,
            "reason": self.reason,
            "signed_by": list(self.signed_by),
            "alternate": self.alternate,
        }


@dataclass(frozen=True, slots=True)
class BeaconSeed:
    """The round that came out, and its signature in hex."""

    round: int
    signature: str

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {"round": self.round, "signature": self.signature}


@dataclass(frozen=True, slots=True)
class SourcesSeed:
    """Envelopes (hex), dice (their text) or a notary's numbers ("2 5 12 8 10"), in the manifest's order."""

    sources: tuple[tuple[str, str], ...]

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {"sources": [list(source) for source in self.sources]}


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A batch draw. Without `seed` it is the list before the draw, without `drawn` the result is still to come.

    `counts` and `commitments` (hex): the leaves. `rules`: the text. `names`: (entrant, masked name) of winners.
    `chain`: of a beacon that is not the public one. `void`: why the draw does not count, "" when it does."""

    manifest: Manifest
    signatures: tuple[Signed, ...]
    counts: Sequence[int]
    commitments: Sequence[str]
    rules: str
    seed: BeaconSeed | SourcesSeed | None = None
    drawn: Drawn | None = None
    passed: tuple[Passed, ...] = ()
    earlier: tuple[Void, ...] = ()
    names: tuple[tuple[int, str], ...] = ()
    chain: Chain | None = None
    void: str = ""
    rehearsal: bool = False

    def body(self) -> dict[str, Any]:
        """As in the file, without the seal."""
        body = {
            "format": FORMAT,
            "kind": BATCH,
            "rehearsal": self.rehearsal,
            "manifest": self.manifest.body(),
            "signatures": [signed.body() for signed in self.signatures],
            "earlier": [void.body() for void in self.earlier],
            "passed": [passed.body() for passed in self.passed],
            "names": [list(name) for name in self.names],
            "void": self.void,
            "rules": {"hash": self.manifest.rules_hash, "text": self.rules},
        }
        if self.seed is not None:
            seed = self.seed.body()
            body["seed"] = {"beacon": seed} if isinstance(self.seed, BeaconSeed) else seed
        if self.drawn is not None:
            body["drawn"] = self.drawn.body()
        if self.chain is not None:
            body["chain"] = self.chain.body()
        # the longest part comes last, so that a reader's eye finds the others
        body["leaves"] = [list(leaf) for leaf in zip(self.counts, self.commitments, strict=True)]
        return body


@dataclass(frozen=True, slots=True)
class TapeRoot:
    """The root of the tape, its size, and the terminal's signature of `opening_body`; hex."""

    root: str
    size: int
    key: str
    signature: str

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {"root": self.root, "size": self.size, "key": self.key, "signature": self.signature}


@dataclass(frozen=True, slots=True)
class Closing:
    """How a lease ended: slots used, why (a code), when (unix seconds)."""

    used: int
    why: str
    at: int

    def body(self) -> dict[str, Any]:
        """As in the file."""
        return {"used": self.used, "why": self.why, "at": self.at}


@dataclass(frozen=True, slots=True)
class WheelFile:
    """A closed lease of a wheel. `nt`: the terminal's secret in hex, "" when it is lost. `journal`: (slot, code, unix
    seconds) of each spin."""

    lease: Lease
    signatures: tuple[Signed, ...]
    tape_root: TapeRoot
    nt: str
    beacon: BeaconSeed
    journal: Sequence[tuple[int, str, int]]
    closed: Closing
    rules: str
    chain: Chain | None = None
    rehearsal: bool = False

    def body(self) -> dict[str, Any]:
        """As in the file, without the seal."""
        body = {
            "format": FORMAT,
            "kind": WHEEL,
            "rehearsal": self.rehearsal,
            "lease": self.lease.body(),
            "signatures": [signed.body() for signed in self.signatures],
            "tape_root": self.tape_root.body(),
            "nT": self.nt,
            "beacon": self.beacon.body(),
            "journal": [list(slot) for slot in self.journal],
            "closed": self.closed.body(),
            "rules": {"hash": self.lease.rules_hash, "text": self.rules},
        }
        if self.chain is not None:
            body["chain"] = self.chain.body()
        return body


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules as the file has them."""

    hash: str
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: what it says, and what it says of its rules."""

    file: BatchFile | WheelFile
    rules: Rules = field(default_factory=lambda: Rules("", ""))


def read(value: Mapping[str, Any]) -> Read:
    """A published file from its JSON object, seal aside. Raises FieldFault for the first field that is not as it
    should be; whether they are true is for `verify`."""
    fields = Fields({name: part for name, part in value.items() if name != "seal"})
    if fields.text("format") != FORMAT:
        raise FieldFault("format", "shape")
    kind = fields.text("kind")
    if kind not in (BATCH, WHEEL):
        raise FieldFault("kind", "shape")
    rules = fields.part("rules", _rules)
    file = _batch(fields, rules) if kind == BATCH else _wheel(fields, rules)
    fields.done()
    return Read(file, rules)


def _batch(fields: Fields, rules: Rules) -> BatchFile:
    counts, commitments = fields.part("leaves", _leaves)
    seed = fields.part("seed", _seed) if fields.has("seed") else None
    if fields.has("drawn") and seed is None:
        raise FieldFault("seed", "missing")
    return BatchFile(
        rehearsal=fields.flag("rehearsal"),
        manifest=fields.part("manifest", manifest_of),
        signatures=fields.each("signatures", _signed),
        counts=counts,
        commitments=commitments,
        rules=rules.text,
        seed=seed,
        drawn=fields.part("drawn", _drawn) if fields.has("drawn") else None,
        passed=fields.each("passed", _passed),
        earlier=fields.each("earlier", _void),
        names=fields.each("names", _name),
        chain=fields.part("chain", chain_of) if fields.has("chain") else None,
        void=fields.text("void"),
    )


def _wheel(fields: Fields, rules: Rules) -> WheelFile:
    return WheelFile(
        rehearsal=fields.flag("rehearsal"),
        lease=fields.part("lease", lease_of),
        signatures=fields.each("signatures", _signed),
        tape_root=fields.part("tape_root", _tape_root),
        nt=fields.text("nT"),
        beacon=fields.part("beacon", _round),
        journal=fields.each("journal", _slot),
        closed=fields.part("closed", _closing),
        rules=rules.text,
        chain=fields.part("chain", chain_of) if fields.has("chain") else None,
    )


def _rules(value: Any, at: str) -> Rules:
    fields = Fields(value, at)
    rules = Rules(fields.hex("hash", 32), fields.text("text"))
    fields.done()
    return rules


def _signed(value: Any, at: str) -> Signed:
    fields = Fields(value, at)
    role = fields.text("role")
    if role not in ROLES:
        raise FieldFault(fields.at("role"), "shape")
    signed = Signed(role, fields.text("name"), fields.hex("key", KEY_BYTES), fields.hex("signature", SIGNED_BYTES))
    fields.done()
    return signed


def _void(value: Any, at: str) -> Void:
    fields = Fields(value, at)
    void = Void(fields.part("manifest", manifest_of), fields.text("reason"))
    fields.done()
    return void


def _passed(value: Any, at: str) -> Passed:
    fields = Fields(value, at)
    passed = Passed(
        place=fields.whole("place"),
        i=fields.whole("i"),
        reason=fields.text("reason"),
        signed_by=fields.texts("signed_by"),
        alternate=fields.whole("alternate", NOBODY),
    )
    fields.done()
    return passed


def _leaves(value: Any, at: str) -> tuple[list[int], list[str]]:
    if not is_list(value):
        raise FieldFault(at, "shape")
    for i, leaf in enumerate(value):
        if not (is_list(leaf) and len(leaf) == 2 and is_whole(leaf[0], 1) and is_hex(leaf[1], 32)):
            raise FieldFault(f"{at}.{i}", "shape")
    return [leaf[0] for leaf in value], [leaf[1] for leaf in value]


def _seed(value: Any, at: str) -> BeaconSeed | SourcesSeed:
    fields = Fields(value, at)
    seed = fields.part("beacon", _round) if fields.has("beacon") else SourcesSeed(fields.each("sources", _source))
    fields.done()
    return seed


def _round(value: Any, at: str) -> BeaconSeed:
    fields = Fields(value, at)
    found = BeaconSeed(fields.whole("round", 1), fields.hex("signature", SIGNATURE_BYTES))
    fields.done()
    return found


def _source(value: Any, at: str) -> tuple[str, str]:
    if not (is_list(value) and len(value) == 2 and all(map(is_text, value))):
        raise FieldFault(at, "shape")
    return value[0], value[1]


def _drawn(value: Any, at: str) -> Drawn:
    fields = Fields(value, at)
    drawn = Drawn(fields.each("winners", _win), fields.each("alternates", _alternate))
    fields.done()
    return drawn


def _win(value: Any, at: str) -> Win:
    if not (is_list(value) and len(value) == 3 and is_text(value[0]) and all(map(is_whole, value[1:]))):
        raise FieldFault(at, "shape")
    return Win(*value)


def _alternate(value: Any, at: str) -> Alternate:
    if not (is_list(value) and len(value) == 2 and all(map(is_whole, value))):
        raise FieldFault(at, "shape")
    return Alternate(*value)


def _name(value: Any, at: str) -> tuple[int, str]:
    if not (is_list(value) and len(value) == 2 and is_whole(value[0]) and is_text(value[1])):
        raise FieldFault(at, "shape")
    return value[0], value[1]


def _slot(value: Any, at: str) -> tuple[int, str, int]:
    if not (is_list(value) and len(value) == 3 and is_whole(value[0]) and is_text(value[1])):
        raise FieldFault(at, "shape")
    if not is_whole(value[2]):
        raise FieldFault(at, "shape")
    return value[0], value[1], value[2]


def _tape_root(value: Any, at: str) -> TapeRoot:
    fields = Fields(value, at)
    found = TapeRoot(
        root=fields.hex("root", 32),
        size=fields.whole("size"),
        key=fields.hex("key", KEY_BYTES),
        signature=fields.hex("signature", SIGNED_BYTES),
    )
    fields.done()
    return found


def _closing(value: Any, at: str) -> Closing:
    fields = Fields(value, at)
    found = Closing(fields.whole("used"), fields.text("why"), fields.whole("at"))
    fields.done()
    return found
