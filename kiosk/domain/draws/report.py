"""What checking a published file comes to: codes with arguments, for words in three languages and for programs.

A `Check` was made and held or did not. A `Note` is no fault and has to be known. A limit is what no mathematics can
check, whoever runs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Args = Mapping[str, str | int]


class Code(StrEnum):
    """What is checked. Stable: other programs read them."""

    FORMAT = "format"
    """It is a published file of a draw, of a version that is known."""
    FIELDS = "fields"
    """No field is missing, unknown or of another shape (`field`, `problem`)."""
    RULES = "rules"
    """The rules are those whose hash was published (`field`)."""
    VERSIONS = "versions"
    """Every earlier list of the draw is there, as void (`field`)."""
    LEAVES = "leaves"
    """The list has as many entrants and tickets as published (`field`, `expected`, `found`)."""
    ENTRANTS_ROOT = "entrants_root"
    """The list is the one that was published (`field`)."""
    SIGNED = "signed"
    """Headquarters or the terminal signed; for a lease, headquarters."""
    SIGNATURE = "signature"
    """A signature is good (`field`, `role`, `name`)."""
    KEY = "key"
    """A key is one of those handed to the checker (`field`, `key`)."""
    CHAIN = "chain"
    """The beacon is the one that was named (`field`)."""
    BEACON_ROUND = "beacon_round"
    """The round is the one that was named (`field`, `expected`, `found`)."""
    BEACON_TIME = "beacon_time"
    """The round that was named is the first ten minutes after the end of publishing (`field`, `expected`, `found`)."""
    BEACON_SIGNATURE = "beacon_signature"
    """The beacon signed it (`field`)."""
    SOURCES = "sources"
    """Envelopes, dice or numbers are those that were announced, in that order (`field`)."""
    ENVELOPE = "envelope"
    """What was in an envelope is what was sealed (`field`, `name`)."""
    DICE = "dice"
    """At least twenty dice, each one to six (`field`)."""
    NUMBERS = "numbers"
    """A notary's numbers can be read (`field`, `name`)."""
    WINNERS = "winners"
    """Drawn anew, the same win the same (`field`, `place`, `expected`, `found`)."""
    ALTERNATES = "alternates"
    """Drawn anew, the alternates are the same (`field`, `place`, `expected`, `found`)."""
    PASSED = "passed"
    """Each prize that passed on went to the next alternate, with a reason and two signatures (`field`, `problem`)."""
    NAMES = "names"
    """Masked names belong to winners (`field`)."""
    COMMITMENT = "commitment"
    """The terminal's secret is the one it was bound to (`field`)."""
    TAPE_ROOT = "tape_root"
    """The tape made anew has the root that was published (`field`)."""
    TAPE_SIGNATURE = "tape_signature"
    """The terminal signed that root before the first spin (`field`)."""
    JOURNAL = "journal"
    """The spins are the tape's first slots, none left out (`field`, `place`, `problem`)."""
    CLOSED = "closed"
    """As many slots were used as spins are listed (`field`, `expected`, `found`)."""
    SEAL = "seal"
    """Who published it sealed it, and the seal is whole (`field`, `problem`)."""
    ALTERED = "altered"
    """Nothing was changed since (`field`)."""


class NoteCode(StrEnum):
    """What has to be known, and is no fault."""

    REHEARSAL = "rehearsal"
    NOT_PUBLIC_BEACON = "not_public_beacon"
    NOTARY = "notary"
    KEYS_NOT_VOUCHED = "keys_not_vouched"
    NO_WITNESS = "no_witness"
    NO_HQ = "no_hq"
    NOT_DRAWN = "not_drawn"
    VOID = "void"
    FEWER_WINNERS = "fewer_winners"
    OUTSIDE_ITS_TIME = "outside_its_time"


class Limit(StrEnum):
    """What no mathematics can check."""

    PHANTOM_ENTRANTS = "phantom_entrants"
    """Whether everyone on the list is a real customer."""
    LEFT_OUT = "left_out"
    """Whether someone was left off the list: each can check that for oneself."""
    EXCLUDED = "excluded"
    """Whether all who may not win were kept off it."""
    PUBLISHED_IN_TIME = "published_in_time"
    """Whether the list was out before the seed: the fingerprint on the stage and on paper shows that."""
    ENVELOPES_HELD = "envelopes_held"
    """Who held the envelopes, whether they were opened last, whether the dice were thrown."""
    NUMBERS_READ = "numbers_read"
    """Whether the notary's numbers are those that were made public."""
    ABSENT = "absent"
    """Whether a winner who lost a prize was absent or not entitled."""
    HANDED_OVER = "handed_over"
    """Whether the prizes were handed over."""
    PEEKED = "peeked"
    """Whether somebody got at a terminal's secret and knew the order of one tape beforehand."""
    WHO_SPUN = "who_spun"
    """Who stood at the wheel."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked."""

    code: Code
    ok: bool
    args: Args = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that has to be known."""

    code: NoteCode
    args: Args = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. `subject`: what the file is about (kind, draw or lease, seq, fingerprint, …)."""

    checks: tuple[Check, ...]
    notes: tuple[Note, ...] = ()
    limits: tuple[Limit, ...] = ()
    subject: Args = field(default_factory=dict)

    @property
    def good(self) -> bool:
        """Whether everything held."""
        return all(check.ok for check in self.checks)

    @property
    def faults(self) -> tuple[Check, ...]:
        """What did not hold."""
        return tuple(check for check in self.checks if not check.ok)

    def named(self) -> set[str]:
        """Fields that a fault points at."""
        return {str(check.args["field"]) for check in self.faults if "field" in check.args}
