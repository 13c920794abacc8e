"""A draw before a room on paper: the list's fingerprint before the draw, for everybody to take along and compare; the
winners' board after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Column,
    Document,
    DocumentKind,
    Pair,
    Qr,
    Rule,
    Size,
    Table,
    Text,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import clean, personal
from kiosk.domain.documents.composing import document, head, heading, proof, section
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class NoticeWinner:
    """`name`: as it may be shown, or ""; `ticket`: its number from 1, 0 where nobody was left."""

    name: str
    ticket: int


@dataclass(frozen=True, slots=True)
class NoticePrize:
    """A prize, and who has it as far as the room was shown."""

    name: str
    count: int
    winners: tuple[NoticeWinner, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawNotice:
    """`event`, `title`: as the room reads them; `draw`: its id; `version`: above 1, lists before it are void.
    `fingerprint` is what people compare, `whole` all of its digits. `round`: of the beacon that decides, at `round_at`
    (`foreign`: it is not the public one), 0: dice and envelopes do. `signers`: roles. `check_at`: where it is
    published, as people read it; `code`: the same for a phone. Times are UTC. `void`: why, in words."""

    store: LocalText
    zone: str
    event: str
    title: str
    draw: str
    fingerprint: str
    whole: str
    tickets: int
    entrants: int
    prizes: tuple[NoticePrize, ...]
    printed: datetime
    published: datetime | None = None
    version: int = 1
    round: int = 0
    round_at: datetime | None = None
    foreign: bool = False
    signers: tuple[str, ...] = ()
    witness_key: str = ""
    check_at: str = ""
    code: str = ""
    rehearsal: bool = False
    void: str = ""

    @property
    def drawn(self) -> bool:
        """Whether there are winners on it."""
        return any(prize.winners for prize in self.prizes)


@dataclass(frozen=True, slots=True)
class DrawNoticeWords(PaperWords):
    """`beacon`, `foreign` hold "{round}" and "{time}"; `ticket` "{number}"; `check_at` "{address}"; `version`
    "{version}". `roles`: words of who signs."""

    notice: str
    winners: str
    rehearsal: str
    void: str
    tickets: str
    people: str
    published: str
    version: str
    chance: str
    beacon: str
    foreign: str
    envelopes: str
    signed: str
    witness_key: str
    roles: Mapping[str, str]
    prizes: str
    prize: str
    pieces: str
    winner: str
    ticket: str
    nobody: str
    fingerprint: str
    whole: str
    check_at: str
    check: str
    draw: str
    printed: str
    compare: str


def lay_out(notice: DrawNotice, words: DrawNoticeWords, brand: Brand | None = None) -> Document:
    """The notice of a list, or, once the room has seen winners, their board."""
    title = f"{words.winners if notice.drawn else words.notice} {clean(notice.title)}"
    blocks = _blocks(notice, words, brand)
    return document(DocumentKind.DRAW_NOTICE, words.language, title, blocks, brand=brand)


def _blocks(notice: DrawNotice, words: DrawNoticeWords, brand: Brand | None) -> Iterator[AnyBlock]:
    yield from head(notice.store, words.language, brand)
    if notice.rehearsal:
        yield Text(words.rehearsal, Size.LARGE, bold=True, align=Align.CENTRE)
    yield heading(words.winners if notice.drawn else words.notice)
    yield Text(clean(notice.event), align=Align.CENTRE)
    yield Text(clean(notice.title), Size.HUGE, bold=True, align=Align.CENTRE)
    if notice.void:
        yield Text(words.say(words.void, reason=clean(notice.void)), Size.LARGE, bold=True, align=Align.CENTRE)
    yield from proof(words.fingerprint, notice.fingerprint, words.say(words.check_at, address=notice.check_at))
    yield Rule()
    if notice.drawn:
        yield from _winners(notice, words)
    else:
        yield from _prizes(notice, words)
    yield Rule()
    yield Pair(words.people, words.count(notice.entrants))
    yield Pair(words.tickets, words.count(notice.tickets))
    yield Pair(words.published, words.when(notice.published, notice.zone))
    yield Pair(words.chance, _chance(notice, words))
    yield Pair(words.signed, _signers(notice, words))
    if notice.version > 1:
        yield Text(words.say(words.version, version=str(notice.version)), Size.SMALL)
    yield Qr(notice.code, words.check, mm=30)
    yield Text(words.compare, Size.SMALL, pale=True)
    if notice.witness_key:
        yield Text(words.witness_key, Size.SMALL, pale=True)
        yield Text(notice.witness_key, Size.SMALL, pale=True)
    yield Text(words.whole, Size.SMALL, pale=True)
    yield Text(notice.whole, Size.SMALL, pale=True)
    yield Pair(words.draw, clean(notice.draw), Size.SMALL, pale=True)
    yield Pair(words.printed, words.when(notice.printed, notice.zone), Size.SMALL, pale=True)


def _chance(notice: DrawNotice, words: DrawNoticeWords) -> str:
    if not notice.round:
        return words.envelopes
    text = words.foreign if notice.foreign else words.beacon
    return words.say(text, round=str(notice.round), time=words.when(notice.round_at, notice.zone))


def _prizes(notice: DrawNotice, words: DrawNoticeWords) -> tuple[AnyBlock, ...]:
    columns = (Column(words.prize, 8), Column(words.pieces, 2, Align.RIGHT, count=True))
    rows = tuple((clean(one.name), str(one.count)) for one in notice.prizes)
    return section(words.prizes, [Table(columns, rows)])


def _signers(notice: DrawNotice, words: DrawNoticeWords) -> str:
    return " · ".join(filter(None, (clean(words.roles.get(role, role)) for role in notice.signers)))


def _winners(notice: DrawNotice, words: DrawNoticeWords) -> Iterator[AnyBlock]:
    columns = (Column(words.winner, 6), Column(words.ticket, 4, Align.RIGHT, count=True))
    for prize in notice.prizes:
        title = f"{clean(prize.name)} × {prize.count}"
        if not prize.winners:
            yield Pair(title, "—")
        else:
            yield from section(title, [Table(columns, tuple(_row(one, words) for one in prize.winners))])


def _row(winner: NoticeWinner, words: DrawNoticeWords) -> tuple[str, str]:
    if not winner.ticket:
        return personal(winner.name) or words.nobody, ""
    return personal(winner.name), str(winner.ticket)
