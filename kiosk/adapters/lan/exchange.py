"""What desks say to each other once they know who they are: no sockets and no clock of its own here, so that laws and
the simulator can lose, repeat and reorder it as they please.

`Exchange` is this terminal's side of all conversations, `Conversation` one of them. Each side tells what it has of
every journal, and sends what it sees the other lack, one piece of a journal at a time: the other's word of what it has
then is the acknowledgement. Nothing depends on frames arriving: what all have is told again every second, and begins
anew with every connection. All of it runs on one thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.peers import Anchor, PeerBatch, PeerRefused
from kiosk.adapters.lan.budget import Budget
from kiosk.adapters.lan.journals import FACTS_MOST, Journal, OwnJournal, PeerJournal, Sign, next_piece
from kiosk.adapters.lan.people import People
from kiosk.adapters.lan.trust import Trust
from kiosk.domain.guests.event import Guest
from kiosk.domain.time import Clock
from kiosk.protocol import signed_texts
from kiosk.protocol.lan import DESKS_MOST, Begin, Facts, Frame, FrameError, Have, Hello, Place, Proof, Refused

log = logging.getLogger(__name__)

NOT_VOUCHED, NOT_SIGNED, TOO_MANY, FORK = "not_vouched", "not_signed", "too_many", "fork"

Answer = Sequence[Frame]


@dataclass(slots=True)
class Known:
    """What is known of another desk, while the program runs. `own`: its journal, as it says; `of_ours`: how much it
    has of this terminal's; `trouble`: why its facts do not come in."""

    own: Place | None = None
    of_ours: Place | None = None
    clock_ahead_ms: int | None = None
    trouble: str = ""
    heard_ms: int | None = None
    talking: int = 0


class Exchange:
    """This terminal's journals, given and taken."""

    def __init__(
        self,
        ledger: SqlLedger,
        device: str,
        trust: Trust,
        sign: Sign,
        clock: Clock,
        people: People | None = None,
    ) -> None:
        """`sign`: by the key of `device`, which is this terminal. Raises LedgerFault."""
        self._people = people or People()
        self.device, self.trust, self.clock = device, trust, clock
        self._ledger, self._sign = ledger, sign
        self.known: dict[str, Known] = {}
        self.taken = 0
        """Facts of others that came in since the program started."""
        self._budget = Budget(clock)
        self._peers = ledger.run(lambda tx: {of: PeerJournal(tx, of).last() for of in tx.peers_here()})

    def places(self) -> Mapping[str, Place]:
        """Up to where every journal is here: this terminal's own first, then those that had news last."""
        head = self._ledger.head
        own = {self.device: Place(head.epoch, head.seq, head.hash)} if head.epoch else {}
        return own | dict(reversed(self._peers.items()))

    def place(self, device: str) -> Place | None:
        """The same of one."""
        return self.places().get(device) if device == self.device else self._peers.get(device)

    def of(self, device: str) -> Known:
        """What is known of a desk."""
        return self.known.setdefault(device, Known())

    def piece(self, device: str, have: Place | None) -> tuple[Begin | Facts | None, bool]:
        """What to send of a journal to a desk that has it up to `have`; and whether that is another road than the
        one that is here. Raises LedgerFault."""

        def read(tx: LedgerTransaction) -> tuple[Begin | Facts | None, bool]:
            own = device == self.device
            journal: Journal = OwnJournal(tx, device, self._sign) if own else PeerJournal(tx, device)
            # in an epoch that is over others may have facts that this desk lost: they are left behind
            if have is not None and have.epoch == journal.last().epoch:
                here = journal.hash(have.epoch, have.seq)
                if here is not None and here != have.hash:
                    return None, True
            piece = next_piece(journal, have)
            if isinstance(piece, Facts):
                piece = structs.replace(
                    piece, people=self._people.known(tx, piece.facts), written=self._people.written(tx, piece.facts)
                )
            return piece, False

        return self._ledger.run(read)

    def milestone(self, have: Place | None) -> Begin | None:
        """Where this terminal's journal may be begun now, for a desk that is further already: it hands it on from
        there. Raises LedgerFault."""

        def read(tx: LedgerTransaction) -> Begin | None:
            begin = OwnJournal(tx, self.device, self._sign).beginning(None)
            further = begin and have and have.epoch == begin.epoch and have.seq >= begin.seq
            return begin if further else None

        return self._ledger.run(read)

    def take_anchor(self, begin: Begin, *, by: str) -> str:
        """Keep a beginning that the desk `by` handed on. Why not, or "". Raises LedgerFault."""
        text = signed_texts.journal_anchor(begin.device, begin.epoch, begin.seq, begin.hash)
        if why := self._unsigned(begin.device, begin.signature, text):
            return why
        here = self._peers.get(begin.device)
        # only its own desk may leave out a little: others could hide facts by it
        far = here is None or begin.epoch != here.epoch or begin.seq - here.seq > FACTS_MOST
        anchor = Anchor(begin.device, begin.epoch, begin.seq, begin.hash, begin.signature)
        return self._carried_out(begin.device, lambda tx: tx.begin_peer(anchor, leap=by == begin.device or far))

    def take_facts(self, facts: Facts) -> str:
        """Take in a batch. Why not, or "". Raises LedgerFault."""
        here = self._peers.get(facts.device)
        last = facts.first + len(facts.facts) - 1
        if here is not None and (facts.epoch, last) <= (here.epoch, here.seq):
            # told late, or twice; whether it is another road is seen where the journals end
            return FORK if (facts.epoch, last) == (here.epoch, here.seq) and here.hash != facts.hash else ""
        text = signed_texts.journal_mark(facts.device, facts.epoch, last, facts.hash)
        if why := self._unsigned(facts.device, facts.signature, text):
            return why
        if not self._budget.spend(facts.device, len(facts.facts)):
            return TOO_MANY
        batch = PeerBatch(facts.device, facts.epoch, facts.first, facts.facts, facts.hash)
        came: list[Guest] = []

        def take(tx: LedgerTransaction) -> None:
            tx.append_of_peer(batch, facts.signature)
            came.extend(self._people.keep(tx, facts.people, facts.facts))
            self._people.keep_written(tx, facts.written, facts.facts)

        why = self._carried_out(facts.device, take)
        if not why:
            self._people.put(came)
            self.taken += len(facts.facts)
        return why

    def remember(self, device: str, of_ours: Place | None) -> None:
        """Keep how much of this terminal's journal a desk has, for as long as it is away. Raises LedgerFault."""
        if of_ours is None:
            return
        self._ledger.run(lambda tx: _keep_cursor(tx, device, self.device, of_ours))

    def _unsigned(self, device: str, signature: bytes, text: bytes) -> str:
        holds = self.trust.holds(device, signature, text)
        return "" if holds else NOT_VOUCHED if holds is None else NOT_SIGNED

    def _carried_out(self, device: str, work: Callable[[LedgerTransaction], None]) -> str:
        def carry(tx: LedgerTransaction) -> Place | None:
            work(tx)
            return PeerJournal(tx, device).last() if tx.peer_head(device) != (0, 0) else None

        try:
            place = self._ledger.run(carry)
        except PeerRefused as refused:
            if refused.code != "gap" and self.of(device).trouble != refused.code:
                log.warning("facts of %s are refused: %s", device, refused)
            return refused.code
        if place is not None:
            self._peers.pop(device, None)
            self._peers[device] = place
        return ""


def _keep_cursor(tx: LedgerTransaction, peer: str, device: str, place: Place) -> None:
    if place.epoch <= tx.head.epoch and tx.hash_at(device, place.epoch, place.seq) == place.hash:
        tx.set_peer_cursor(peer, device, place.epoch, place.seq)


@dataclass(slots=True)
class Conversation:
    """With `peer`, who has proved to be that. `linked`: whom this terminal speaks to."""

    exchange: Exchange
    peer: str
    linked: Callable[[], Sequence[str]] = tuple
    near: Callable[[], Sequence[tuple[str, int, str]]] = tuple
    heard_near: Callable[[Sequence[tuple[str, int, str]]], None] = lambda _near: None
    _theirs: dict[str, Place] = field(default_factory=dict)
    _told: bool = False
    _milestone_told: bool = False
    _set_back_said: bool = False
    _their_links: frozenset[str] = frozenset()
    _flying: set[str] = field(default_factory=set)
    _stuck: set[str] = field(default_factory=set)

    def have(self) -> Have:
        """All that is here: the first that is said, and every second."""
        places = dict(list(self.exchange.places().items())[:DESKS_MOST])
        linked = tuple(self.linked())[:DESKS_MOST]
        return Have(places, True, self.exchange.clock.now_ms(), linked, tuple(self.near())[:DESKS_MOST])

    def heard(self, frame: Frame) -> Answer:
        """What to answer. Raises FrameError for what nobody says here, LedgerFault."""
        self.exchange.of(self.peer).heard_ms = self.exchange.clock.mono_ms()
        match frame:
            case Have():
                self._heard_have(frame)
                return ()
            case Begin():
                return self._taken(frame.device, self.exchange.take_anchor(frame, by=self.peer))
            case Facts():
                return self._taken(frame.device, self.exchange.take_facts(frame))
            case Refused():
                if frame.device in self._flying:  # else nobody asked
                    self._flying.discard(frame.device)
                    self._stuck.add(frame.device)
                return ()
            case Hello() | Proof():
                raise FrameError("said already")

    def more(self) -> Answer:
        """What the other lacks, and is not on its way. Raises LedgerFault."""
        if not self._told:
            return ()
        found: list[Frame] = []
        if not self._milestone_told:
            self._milestone_told = True
            milestone = self.exchange.milestone(self._theirs.get(self.exchange.device))
            found += [milestone] if milestone is not None else []
        for device, place in self.exchange.places().items():
            # what its desk tells it by itself need not be told twice
            if device == self.peer or device in self._their_links or device in self._flying or device in self._stuck:
                continue
            theirs = self._theirs.get(device)
            if theirs is not None and (theirs == place or (theirs.epoch, theirs.seq) > (place.epoch, place.seq)):
                continue
            piece, forked = self.exchange.piece(device, theirs)
            if piece is None:
                self._stuck.add(device)
                if forked and device == self.exchange.device and not self._set_back_said:
                    self._set_back_said = True
                    log.warning("%s has other facts of this terminal than are here: it was set back", self.peer)
                continue
            self._flying.add(device)
            found.append(piece)
        return found

    def ended(self) -> None:
        """The connection is gone. Raises LedgerFault."""
        self.exchange.remember(self.peer, self._theirs.get(self.exchange.device))

    def _heard_have(self, have: Have) -> None:
        exchange, known = self.exchange, self.exchange.of(self.peer)
        for device, place in have.places.items():
            if device not in self._theirs and len(self._theirs) >= DESKS_MOST:
                continue
            if self._theirs.get(device) != place:
                self._theirs[device] = place
                self._stuck.discard(device)
            self._flying.discard(device)
        if have.whole:
            # told anew: what was on its way may be lost, and a ledger that was set back has less than before
            self._theirs = {device: place for device, place in self._theirs.items() if device in have.places}
            self._flying.clear()
            self._their_links = frozenset(have.linked) - {exchange.device}
            self.heard_near(have.near)
            if have.now is not None:
                known.clock_ahead_ms = have.now - exchange.clock.now_ms()
        self._told = self._told or have.whole
        known.own, known.of_ours = self._theirs.get(self.peer), self._theirs.get(exchange.device)
        self._look_for_forks()

    def _look_for_forks(self) -> None:
        """The same number of facts, and others: nothing will be sent, and somebody has to know."""
        for device, theirs in self._theirs.items():
            here = self.exchange.place(device)
            if here is not None and (here.epoch, here.seq) == (theirs.epoch, theirs.seq) and here.hash != theirs.hash:
                self.exchange.of(device).trouble = FORK

    def _taken(self, device: str, why: str) -> Answer:
        # of devices that are none of ours nothing is kept: anybody may be named
        ours = device in self.exchange.known or self.exchange.trust.knows(device)
        if device != self.exchange.device and ours and why != "gap":
            self.exchange.of(device).trouble = why
        here = self.exchange.place(device)
        answer: list[Frame] = [Have({device: here})] if here is not None else []
        if why:
            answer.append(Refused(device, why))
        return answer


def first_words(conversation: Conversation) -> Answer:
    """What is said when a connection stands. Raises LedgerFault."""
    return (conversation.have(),)
