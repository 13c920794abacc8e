"""Ten thousand random and mutated texts through the real parser: an answer every time, a wrong one never."""

from __future__ import annotations

import random
import string
import zlib
from collections import Counter
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import Claims, ReadToken, TokenProblem, TokenRefusal
from kiosk.protocol.tokens import text_form
from kiosk.protocol.tokens.classify import NotOurs, Token, classify
from kiosk.protocol.tokens.codec import sign_token
from tests.unit.tokens.samples import HQ, NOON, base45_of, one_of_each

TRIES = 10_000
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def _answer(text: str, genuine: dict[str, Claims]) -> str:
    """Send a text all the way through and return a word for the answer."""
    what = classify(text, Symbology.QR)
    assert isinstance(what, Token | MemberCard | NotOurs)
    read = HQ.reader.read(text, NOON)
    if isinstance(read, TokenRefusal):
        assert len(read.shown) <= 48
        assert read.shown.isprintable()
        return read.problem
    assert isinstance(read, ReadToken)
    # A mutation may have hit nothing that is signed (a blank at the end, a letter's case), never the claims.
    assert read.claims in genuine.values()
    return "read"


def _flip_bytes(dice: random.Random, text: str) -> str:
    data = bytearray(text_form.to_bytes(text[4:]))
    for _ in range(dice.randint(1, 4)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    packed = bytes(data) if dice.random() < 0.5 else zlib.compress(bytes(data))
    return text[:4] + base45_of(packed)


def _cut(dice: random.Random, text: str) -> str:
    return text[: dice.randrange(len(text))]


def _swap_characters(dice: random.Random, text: str) -> str:
    place = dice.randrange(len(text))
    return text[:place] + dice.choice(_ALPHABET + "é中\0") + text[place + 1 :]


def _insert(dice: random.Random, text: str) -> str:
    place = dice.randrange(len(text))
    return text[:place] + dice.choice(_ALPHABET) * dice.randint(1, 60) + text[place:]


def _random_bytes(dice: random.Random, text: str) -> str:
    return text[:4] + base45_of(dice.randbytes(dice.randint(0, 300)))


def _random_zlib(dice: random.Random, text: str) -> str:
    return text[:4] + base45_of(b"\x78\xda" + dice.randbytes(dice.randint(0, 300)))


def _random_text(dice: random.Random, text: str) -> str:
    return "".join(chr(dice.randrange(0x20000)) for _ in range(dice.randint(0, 200)))


def _random_printable(dice: random.Random, text: str) -> str:
    return dice.choice(["", text[:4], "https://x.example/q/"]) + "".join(
        dice.choices(string.printable, k=dice.randint(0, 200))
    )


def _other_prefix(dice: random.Random, text: str) -> str:
    return dice.choice(["KC1", "KM1", "KT1", "KI1", "KD1", "KS1", "KB1", "KC9", "KZ1"]) + text[3:]


def _halves(dice: random.Random, text: str) -> str:
    return text[: len(text) // 2] + text[dice.randrange(len(text)) :]


_MUTATIONS: list[Callable[[random.Random, str], str]] = [
    _flip_bytes,
    _cut,
    _swap_characters,
    _insert,
    _random_bytes,
    _random_zlib,
    _random_text,
    _random_printable,
    _other_prefix,
    _halves,
]


def test_ten_thousand_random_and_mutated_texts_get_an_answer() -> None:
    dice = random.Random(20250321)
    genuine = {sign_token(claims, HQ.key): claims for claims in one_of_each()}
    genuine_texts = list(genuine)
    answers: Counter[str] = Counter()
    for number in range(TRIES):
        mutate = _MUTATIONS[number % len(_MUTATIONS)]
        answers[_answer(mutate(dice, dice.choice(genuine_texts)), genuine)] += 1
    assert sum(answers.values()) == TRIES
    # The mutations reach every gate of the parser that a stranger can reach.
    reached = {TokenProblem.NOT_OURS, TokenProblem.UNREADABLE, TokenProblem.UNKNOWN_KEY, TokenProblem.FORGED}
    assert reached <= set(answers)
    assert TokenProblem.MALFORMED not in answers


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_any_text_gets_an_answer(text: str) -> None:
    assert _answer(text, {}) != "read"


@given(st.text(alphabet=_ALPHABET, max_size=300), st.sampled_from(["KC1:", "KM1:", "km1:", "kD1:"]))
@settings(max_examples=200)
def test_any_base45_behind_a_prefix_gets_an_answer(body: str, prefix: str) -> None:
    assert _answer(prefix + body, {}) in (
        TokenProblem.UNREADABLE,
        TokenProblem.UNKNOWN_KEY,
        TokenProblem.FORGED,
    )


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_any_bytes_behind_a_prefix_get_an_answer(data: bytes) -> None:
    text = "KC1:" + base45_of(data)
    assert _answer(text, {}) in (TokenProblem.UNREADABLE, TokenProblem.UNKNOWN_KEY, TokenProblem.FORGED)


def test_lone_surrogates_and_nul_get_an_answer() -> None:
    for text in ("\ud800", "KC1:\ud800", "KC1:\0", "\0KC1:", "https://x.example/q/%ff%fe%00", "KC1:%"):
        assert _answer(text, {}) in (TokenProblem.NOT_OURS, TokenProblem.UNREADABLE)
