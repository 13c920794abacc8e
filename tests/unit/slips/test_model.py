"""Laws of books: what is out, what it may cost, and how numbers are written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.slips.code import BOOK_LETTERS, SlipCode, book_id, check_digit, code_of, read_code
from kiosk.domain.slips.model import Declared, Range, SlipBook, rule_of_key, share_key, slip_of, state_of, use_of

MADE = datetime(2026, 10, 1, tzinfo=UTC)
book_ids = st.binary(min_size=8, max_size=8).map(book_id)


@st.composite
def _books(draw: st.DrawFn) -> SlipBook:
    first, count = draw(st.integers(0, 5_000)), draw(st.integers(1, 60))
    uses = draw(st.integers(1, count))
    most = draw(st.integers(0, 10**6))
    times = (MADE, MADE, MADE + timedelta(days=7))
    return SlipBook(draw(book_ids), "s1", "t1", "t1", 0, first, first + count - 1, uses, most, *times)


numbers = st.integers(0, 5_100)
said = st.builds(lambda a, b, what: Range(min(a, b), max(a, b), what), numbers, numbers, st.sampled_from(Declared))


@given(_books(), st.lists(numbers), st.lists(said, max_size=5))
def test_every_slip_is_used_declared_or_open_and_no_more_is_out_than_was_set_aside(
    book: SlipBook, used: list[int], declared: list[Range]
) -> None:
    state = state_of(book, used, declared)
    assert state.used + state.unused + state.lost + state.open == book.count
    assert state.used <= state.out <= max(book.uses, state.used)
    assert state.worst == state.risk * book.most
    assert state.risk <= state.open + state.lost


@given(_books(), st.lists(numbers), said)
def test_what_is_declared_never_makes_more_be_out(book: SlipBook, used: list[int], one: Range) -> None:
    assert state_of(book, used, [one]).out <= state_of(book, used, []).out


@given(_books(), st.lists(numbers), st.lists(said, max_size=4), st.randoms())
def test_the_order_in_which_it_was_said_does_not_matter(
    book: SlipBook, used: list[int], declared: list[Range], chance: object
) -> None:
    turned = list(reversed(declared))
    assert state_of(book, used, declared) == state_of(book, list(reversed(used)), turned)


@given(book_ids, st.integers(0, 999_999))
def test_a_code_is_read_as_it_was_printed_however_it_is_keyed_in(book: str, number: int) -> None:
    printed = code_of(book, number)
    for text in (printed, printed.lower(), printed.replace("-", " "), f" {printed[:4]} {printed[4:]} "):
        code = read_code(text)
        assert code is not None
        assert (code.book, code.number, code.holds(book)) == (book, number, True)
    short = read_code(printed.partition("-")[2])
    assert short is not None
    assert (short.book, short.number, short.holds(book)) == ("", number, True)


@given(book_ids, st.integers(0, 99_999), st.data())
def test_no_single_wrong_digit_is_another_slip(book: str, number: int, data: st.DataObject) -> None:
    digits = code_of(book, number).partition("-")[2]
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[place]]))
    wrong = digits[:place] + other + digits[place + 1 :]
    assert not SlipCode(book, wrong).holds(book)


def test_what_is_no_code() -> None:
    for text in ("", "5", "KC1:ABC", "K7MP3QRT", "K7MP3QR-00314", "KIMP3QRT-00314x", "1234567890123", "О0314"):
        assert read_code(text) is None
    assert len(BOOK_LETTERS) == 31
    assert check_digit("K7MP3QRT", 31) != check_digit("K7MP3QRT", 13)


@given(book_ids, st.integers(0, 10**9))
def test_a_use_names_its_slip(book: str, number: int) -> None:
    assert slip_of(use_of(book, number)) == (book, number)
    assert slip_of(f"c-{book}-{number}") is None
    assert rule_of_key(share_key("t1")) == "t1"
    assert rule_of_key("stock:k/t") is None
