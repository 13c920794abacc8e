"""Nobody is favoured: exactly where all cases can be counted, by statistics with fixed seeds elsewhere (alpha 1e-6).

A fairness test is worth what it catches. Five ways to draw wrongly that look right are built here, and each must fail
the test that the right way passes.
"""

from __future__ import annotations

import hashlib
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations, product
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from kiosk.domain.draws import batch as batches
from kiosk.domain.draws import stream as streams
from kiosk.domain.draws import wheel as wheels
from kiosk.domain.draws.batch import Alternate, Prize, draw_tickets
from kiosk.domain.draws.stream import Stream, picked
from kiosk.domain.draws.wheel import shuffled, tape

ALPHA = 1e-6
Below = Callable[[int], int]
Pick = Callable[[int, int], int | None]
Shuffle = Callable[[list[str], Below], list[str]]
DrawTickets = Callable[[Sequence[int], bytes, int], list[Alternate]]


class Product(NamedTuple):
    """What the product draws with."""

    picked: Callable[[int, int, int], int | None]
    draw_tickets: DrawTickets
    shuffled: Callable[[Sequence[str], Below], list[str]]


def seeds(words: str, count: int) -> Iterator[bytes]:
    """Seeds that are always the same."""
    for number in range(count):
        yield hashlib.sha256(f"{words} {number}".encode()).digest()


def chi_square_p(observed: Iterable[int], expected: float) -> float:
    """How likely a deviation as large is by chance, by Wilson and Hilferty's approximation; cells equally likely."""
    cells = list(observed)
    freedom = len(cells) - 1
    statistic = sum((cell - expected) ** 2 for cell in cells) / expected
    third = 2 / (9 * freedom)
    z = ((statistic / freedom) ** (1 / 3) - (1 - third)) / math.sqrt(third)
    return math.erfc(z / math.sqrt(2)) / 2


class TestEightBits:
    """Every word of eight bits, every n."""

    def even(self, pick: Pick) -> bool:
        """Whether each number below n comes out of equally many words, for every n."""
        for n in range(1, 257):
            counts = Counter(found for word in range(256) if (found := pick(word, n)) is not None)
            if set(counts) != set(range(n)) or len(set(counts.values())) != 1:
                return False
        return True

    def test_below(self) -> None:
        assert self.even(lambda word, n: picked(word, n, 8))
        assert all(sum(picked(word, n, 8) is None for word in range(256)) < n for n in range(1, 257))

    def test_remainder_without_passing_any_over_is_caught(self) -> None:
        assert not self.even(lambda word, n: word % n)

    def test_rounding_instead_of_floor_is_caught(self) -> None:
        assert not self.even(lambda word, n: round(word * n / 256) % n)

    def test_the_last_never_drawn_is_caught(self) -> None:
        assert not self.even(lambda word, n: picked(word, max(1, n - 1), 8))


class Told:
    """A stream that says what it is told, one way of all there are."""

    def __init__(self, choices: Sequence[int]) -> None:
        self._choices = list(choices)

    def below(self, n: int) -> int:
        """The next choice."""
        choice = self._choices.pop(0)
        assert choice < n
        return choice


class TestShuffles:
    """All ways that a shuffle of up to five can go come to all orders, each as often."""

    def orders(self, n: int, bounds: Sequence[int], shuffle: Shuffle) -> Counter[str]:
        """How often each order comes out."""
        codes = list("abcde"[:n])
        found: Counter[str] = Counter()
        for choices in product(*(range(bound) for bound in bounds)):
            found["".join(shuffle(list(codes), Told(choices).below))] += 1
        return found

    def fair(self, n: int, found: Counter[str]) -> bool:
        """Whether each of the n! orders is there as often as the others."""
        return len(found) == math.factorial(n) and len(set(found.values())) == 1

    @pytest.mark.parametrize("n", range(1, 6))
    def test_the_tape(self, n: int) -> None:
        codes = list("abcde"[:n])
        found: Counter[str] = Counter()
        for choices in product(*(range(i + 1) for i in range(n - 1, 0, -1))):
            found["".join(shuffled(codes, Told(choices).below))] += 1
        assert self.fair(n, found)
        assert set(found.values()) == {1}

    @pytest.mark.parametrize("n", [3, 4, 5])
    def test_swapping_with_any_place_is_caught(self, n: int) -> None:
        def naive(codes: list[str], below: Below) -> list[str]:
            for i in range(n - 1, -1, -1):
                other = below(n)
                codes[i], codes[other] = codes[other], codes[i]
            return codes

        assert not self.fair(n, self.orders(n, [n] * n, naive))

    @pytest.mark.parametrize("n", [2, 3, 4, 5])
    def test_the_last_never_drawn_is_caught(self, n: int) -> None:
        def short(codes: list[str], below: Below) -> list[str]:
            for i in range(n - 1, 0, -1):
                other = below(i)
                codes[i], codes[other] = codes[other], codes[i]
            return codes

        assert not self.fair(n, self.orders(n, list(range(n - 1, 0, -1)), short))


class TestStatistics:
    """With fixed seeds, over whole draws."""

    DRAWS = 4_000

    def winners(self, counts: Sequence[int], words: str, drawing: DrawTickets) -> list[list[Alternate]]:
        """Who wins three prizes, many times."""
        return [drawing(counts, seed, 3) for seed in seeds(words, self.DRAWS)]

    def fair(self, drawing: DrawTickets) -> bool:
        """First prizes by tickets, places of a draw without repetition, and every owner's chance at the second."""
        counts = [3, 1, 2, 1, 1]
        drawn = self.winners(counts, "batch", drawing)
        if any(len({one.entrant for one in draw}) != 3 for draw in drawn):
            return False  # somebody won twice
        tickets = Counter(draw[0].ticket for draw in drawn)
        if chi_square_p([tickets[ticket] for ticket in range(8)], self.DRAWS / 8) < ALPHA:
            return False
        equal = self.winners([1] * 10, "equal", drawing)
        for place in range(3):
            owners = Counter(draw[place].entrant for draw in equal)
            if chi_square_p([owners[owner] for owner in range(10)], self.DRAWS / 10) < ALPHA:
                return False
        return True

    def test_a_draw(self) -> None:
        assert self.fair(draw_tickets)

    def naive(
        self, counts: Sequence[int], seed: bytes, wanted: int, index: Callable[[Stream, int], int]
    ) -> list[Alternate]:
        """A draw written anew, simply; `index` picks among the tickets that are left."""
        stream = Stream(seed)
        left = [(place, ticket) for ticket, place in enumerate(p for p, n in enumerate(counts) for _ in range(n))]
        found = []
        for _ in range(wanted):
            place, ticket = left[index(stream, len(left))]
            found.append(Alternate(ticket, place))
            left = [one for one in left if one[0] != place]
        return found

    def test_a_second_way_of_writing_it_draws_the_same(self) -> None:
        for seed in seeds("same", 200):
            counts = [seed[i] % 4 + 1 for i in range(6)]
            right = self.naive(counts, seed, 5, lambda stream, n: stream.below(n))
            assert draw_tickets(counts, seed, 5) == right

    def test_the_last_never_drawn_is_caught(self) -> None:
        def short(stream: Stream, n: int) -> int:
            return stream.below(max(1, n - 1))

        assert not self.fair(lambda counts, seed, wanted: self.naive(counts, seed, wanted, short))

    def test_rounding_instead_of_floor_is_caught(self) -> None:
        def rounded(stream: Stream, n: int) -> int:
            return min(n - 1, round(stream.word() / 2**64 * n))

        assert not self.fair(lambda counts, seed, wanted: self.naive(counts, seed, wanted, rounded))

    def test_a_byte_and_its_remainder_is_caught(self) -> None:
        def byte(stream: Stream, n: int) -> int:
            return (stream.word() & 0xFF) % n

        # in one draw of five the error is small: among 200 it is plain
        counts = Counter(byte(stream, 200) for stream in map(Stream, seeds("byte", self.DRAWS)))
        assert chi_square_p([counts[one] for one in range(200)], self.DRAWS / 200) < ALPHA
        right = Counter(Stream(seed).below(200) for seed in seeds("byte", self.DRAWS))
        assert chi_square_p([right[one] for one in range(200)], self.DRAWS / 200) >= ALPHA

    def test_the_first_match_wins_twice_is_caught(self) -> None:
        """The owner stays in the drum with what is left of the tickets."""
        assert not self.fair(lambda counts, seed, wanted: draw_tickets(counts, seed, wanted, all_leave=False))

    def tape_is_fair(self, shuffle: Callable[[Sequence[str], Below], list[str]]) -> bool:
        """Whether every order of four slots comes as often."""
        orders = Counter("".join(shuffle("abcd", Stream(seed).below)) for seed in seeds("tape", self.DRAWS))
        return chi_square_p([orders["".join(order)] for order in permutations("abcd")], self.DRAWS / 24) >= ALPHA

    def test_a_tape(self) -> None:
        assert self.tape_is_fair(shuffled)
        codes = tape([Prize("A", 2), Prize("B", 3)], next(seeds("x", 1)))
        assert Counter(codes) == {"A": 2, "B": 3}

    def test_a_naive_shuffle_of_a_tape_is_caught(self) -> None:
        def naive(codes: Sequence[str], below: Below) -> list[str]:
            mixed = list(codes)
            for i in range(len(mixed)):
                other = below(len(mixed))
                mixed[i], mixed[other] = mixed[other], mixed[i]
            return mixed

        assert not self.tape_is_fair(naive)

    def test_words_are_even(self) -> None:
        """Bytes of the stream itself."""
        stream = Stream(next(seeds("words", 1)))
        counts = Counter(byte for _ in range(6_000) for byte in stream.word().to_bytes(8, "big"))
        assert chi_square_p([counts[byte] for byte in range(256)], 6_000 * 8 / 256) >= ALPHA


MUTATIONS = [
    ("last item never drawn", streams, "return word % n if", "return word % max(1, n - 1) if"),
    (
        "round instead of floor",
        streams,
        "word % n if word < span - span % n else None",
        "min(n - 1, round(word * n / span))",
    ),
    ("naive shuffle", wheels, "other = below(i + 1)", "other = below(len(mixed))"),
    ("byte % n", streams, "word % n if word < span - span % n else None", "(word & 0xFF) % n"),
    ("first match wins twice", batches, "left.take(entrant, counts[entrant])", "left.take(entrant, 1)"),
    ("no word is passed over", streams, "word % n if word < span - span % n else None", "word % n"),
    ("the last slot stays", wheels, "range(len(mixed) - 1, 0, -1)", "range(len(mixed) - 2, 0, -1)"),
]


class TestInTheProduct:
    """The product's own source, changed in one place, fails a test of fairness: without a known answer to compare."""

    def fair(self, product: Product) -> bool:
        """All of the above, of these functions."""
        statistics = TestStatistics()
        return (
            TestEightBits().even(lambda word, n: product.picked(word, n, 8))
            and statistics.fair(product.draw_tickets)
            and statistics.tape_is_fair(lambda codes, below: product.shuffled(codes, below))
        )

    def test_as_it_is(self) -> None:
        assert self.fair(Product(streams.picked, batches.draw_tickets, wheels.shuffled))

    @pytest.mark.parametrize(
        ("module", "what", "becomes"), [one[1:] for one in MUTATIONS], ids=[m[0] for m in MUTATIONS]
    )
    def test_changed_in_one_place(
        self, module: ModuleType, what: str, becomes: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        assert source.count(what) == 1
        changed = ModuleType(module.__name__)
        monkeypatch.setitem(sys.modules, module.__name__, changed)  # dataclasses look themselves up there
        exec(compile(source.replace(what, becomes), str(module.__file__), "exec"), changed.__dict__)
        here = vars(changed)
        if module is streams:
            monkeypatch.setattr(batches, "Stream", here["Stream"])
        assert not self.fair(
            Product(
                here.get("picked", streams.picked),
                here.get("draw_tickets", batches.draw_tickets),
                here.get("shuffled", wheels.shuffled),
            )
        )
