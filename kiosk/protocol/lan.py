"""What desks of one store say to each other (docs/lan.md): frames of msgpack, each behind its length in four bytes.

After TLS both say `Hello` and prove with `Proof` that they are who they say. From then on each tells what it `Have`s of
every journal, sends what the other lacks (`Begin`, `Facts`), and says `Refused` when it cannot take it.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from kiosk.domain.guests.person import MOST_BYTES, SALT_BYTES

VERSION = 1
"""Of the frames. Whoever speaks another one is left alone."""

LENGTH_BYTES = 4
FIRST_FRAMES_MOST = 1_024
"""Bytes of a frame before the other side has proved who it is."""
FRAME_MOST = 2 * 1024 * 1024
"""Bytes of any other: a batch, one fact that is large, people, and what guests wrote."""
PEOPLE_BYTES = 768 * 1024
"""Of the people who go with a batch; who has no place there has no name at the other desk until HQ tells it."""
WRITTEN_BYTES = 256 * 1024
"""Of what guests wrote that goes with a batch; the rest HQ alone is told."""
LONGEST_WRITTEN = 1_000
"""Characters of one answer."""
BATCH_FACTS = 100
"""Facts sent at once: a desk that takes them in has its hands free again after some hundredths of a second."""
NONCE_BYTES = 32
DESKS_MOST = 64
"""Journals that one desk tells of; there are never so many at one event."""

_Device = Annotated[str, Meta(min_length=1, max_length=64)]
_Number = Annotated[int, Meta(ge=0, lt=1 << 40)]
_Millis = Annotated[int, Meta(ge=0, lt=1 << 48)]
_Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
_Salt = Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
_Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
_Nonce = Annotated[bytes, Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
_Port = Annotated[int, Meta(ge=0, lt=65_536)]
_Host = Annotated[str, Meta(max_length=64)]


class Place(msgspec.Struct, frozen=True, array_like=True, order=True):
    """How far a journal is known: epoch, seq, and the chain's hash there."""

    epoch: _Number
    seq: _Number
    hash: _Hash


class Hello(msgspec.Struct, frozen=True, array_like=True, tag="hello"):
    """Who speaks, which store it belongs to, and what the other has to sign. `port`: where it listens, 0: nowhere."""

    version: _Number
    device: _Device
    store: Annotated[str, Meta(max_length=64)]
    nonce: _Nonce
    port: _Port = 0


class Proof(msgspec.Struct, frozen=True, array_like=True, tag="proof"):
    """A signature over `signed_texts.desk_hello`."""

    signature: _Signature


class Have(msgspec.Struct, frozen=True, array_like=True, tag="have"):
    """Up to where the sender has journals: one that it took from the other just now, or all (`whole`), which is said
    every second as well, so that silence means that the other is gone. `now`: its wall clock in ms; `linked`: desks it
    speaks to directly; `near`: where they listen ("host port device")."""

    places: Annotated[dict[_Device, Place], Meta(max_length=DESKS_MOST)]
    whole: bool = False
    now: _Millis | None = None
    linked: Annotated[tuple[_Device, ...], Meta(max_length=DESKS_MOST)] = ()
    near: Annotated[tuple[tuple[_Host, _Port, _Device], ...], Meta(max_length=DESKS_MOST)] = ()


class Begin(msgspec.Struct, frozen=True, array_like=True, tag="begin"):
    """A place after which a journal may be begun, signed by its device (`signed_texts.journal_anchor`)."""

    device: _Device
    epoch: _Number
    seq: _Number
    hash: _Hash
    signature: _Signature


class Person(msgspec.Struct, frozen=True, array_like=True):
    """Who a guest is whom a desk added: canonical bytes and the salt of the commitment in a fact. `at`: of the fact."""

    event: Annotated[str, Meta(min_length=1, max_length=128)]
    guest: Annotated[str, Meta(min_length=1, max_length=128)]
    salt: _Salt
    data: Annotated[bytes, Meta(max_length=MOST_BYTES)]
    at: _Millis


class Written(msgspec.Struct, frozen=True, array_like=True):
    """What a guest answered in words of their own, or with a day, and the salt of the commitment in a fact."""

    event: Annotated[str, Meta(min_length=1, max_length=128)]
    guest: Annotated[str, Meta(min_length=1, max_length=128)]
    question: Annotated[str, Meta(min_length=1, max_length=128)]
    salt: _Salt
    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_WRITTEN)]


class Facts(msgspec.Struct, frozen=True, array_like=True, tag="facts"):
    """Facts of one epoch of a journal, from seq `first`; `hash`: the chain's after them, which its device signed
    (`signed_texts.journal_mark`). `people`: to whom these facts commit, `written`: to what,
    as far as the sender knows it."""

    device: _Device
    epoch: _Number
    first: _Number
    facts: Annotated[tuple[bytes, ...], Meta(min_length=1, max_length=BATCH_FACTS)]
    hash: _Hash
    signature: _Signature
    people: tuple[Person, ...] = ()
    written: tuple[Written, ...] = ()


class Refused(msgspec.Struct, frozen=True, array_like=True, tag="refused"):
    """What was sent of a journal is not taken; it is not sent again before the receiver says that it has something else
    of it. `code`: as `adapters.db.peers.PeerRefused`, and `not_vouched`, `not_signed`, `too_many`."""

    device: _Device
    code: Annotated[str, Meta(max_length=32)]


Frame: TypeAlias = Hello | Proof | Have | Begin | Facts | Refused

_encode = msgspec.msgpack.Encoder().encode
_decoder: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(Frame)


class FrameError(ValueError):
    """Bytes that are no frame, or one that may not come here."""


def packed(frame: Frame) -> bytes:
    """A frame with its length before it."""
    body = _encode(frame)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


def unpacked(body: bytes) -> Frame:
    """A frame from the bytes behind its length. Raises FrameError."""
    try:
        return _decoder.decode(body)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise FrameError(f"no frame: {error}") from error
