"""Books of paper slips at HQ: what they take of what was set aside, what stores are told, what is in conflict."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.slips.facts import SLIPS_BOOK_MADE, SLIPS_DECLARED, BookMade
from kiosk.domain.slips.model import BookState, SlipRule, use_of
from kiosk.domain.time import instant
from kiosk.domain.tokens import PaperSlipClaims, ReadToken
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.slips.commands import SlipsRefused, Worth
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from kiosk.protocol.wire.messages import LeaseAnswer, LeaseRequest
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, headquarters, put, template

CASH = Worth("t1")
HOUR = 3_600_000


def made(hq: Headquarters, count: int = 10, store: str = "s1", **more: Any) -> BookMade:
    book = hq.make_slips(store, CASH, count, **more)
    assert isinstance(book, BookMade)
    return book


def slip(till: Terminal, book: str, number: int, txn: str, *, at: int = NOON_MS + HOUR, **more: Any) -> int:
    coupon = {"id": use_of(book, number), "template": "t1", "value": 10_000, "right": "slip"}
    written = {"book": book, "number": number, "at": at, "by": "s-2", **more}
    body = {"txn": txn, "amount": 50_000, "total": 40_000, "currency": "TWD", "coupons": [coupon], "slip": written}
    return till.fact(SALE_COMPLETED, body)


def declare(till: Terminal, book: str, first: int, last: int, what: str) -> int:
    return till.fact(SLIPS_DECLARED, {"book": book, "ranges": [[first, last]], "what": what})


def only(hq: Headquarters) -> BookState:
    (state,) = hq.slips()
    return state


def left(hq: Headquarters) -> tuple[int, int]:
    ((_, whole, free),) = hq.slip_rules()
    return whole, free


def test_a_book_reaches_its_store_signed_and_nobody_elses(hq: Headquarters) -> None:
    book = made(hq)
    here, there = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    row = here.rows("store/s1/slips")[book.book]
    assert there.rows("store/s2/slips") == {}
    assert len(row["codes"]) == 10
    with hq.database.read() as tx:
        reader = TokenReader(KeyRing(trusted_key(one) for one in keys.key_rows(tx)))
    for number, code in enumerate(row["codes"], book.first):
        read = reader.read(code, instant(NOON_MS))
        assert isinstance(read, ReadToken)
        claims = read.claims
        assert isinstance(claims, PaperSlipClaims)
        assert (claims.book, claims.number, claims.template, claims.store) == (book.book, number, "t1", "s1")


def test_numbers_of_a_store_go_on_from_book_to_book(hq: Headquarters) -> None:
    first, second, elsewhere = made(hq, 5), made(hq, 5), made(hq, 5, "s2")
    assert (first.first, first.last, second.first, second.last) == (1, 5, 6, 10)
    assert elsewhere.first == 1


def test_what_was_set_aside_cannot_be_overspent(hq: Headquarters) -> None:
    assert isinstance(hq.allow_slips(CASH, 15), SlipRule)
    made(hq, 10)
    assert left(hq) == (15, 5)
    assert hq.make_slips("s1", CASH, 6) == SlipsRefused("not_set_aside", 5)
    made(hq, 50, uses=5)  # a thick book, of which five may be used
    assert left(hq) == (15, 0)
    assert hq.allow_slips(CASH, 14) == SlipsRefused("less_than_out", 15)


def test_what_cannot_be_made(hq: Headquarters) -> None:
    assert hq.make_slips("nowhere", CASH, 5) == SlipsRefused("store_unknown")
    assert hq.make_slips("s1", Worth("t9"), 5) == SlipsRefused("template_unknown")
    assert hq.make_slips("s1", Worth(), 5) == SlipsRefused("template_unknown")
    assert hq.make_slips("s1", CASH, 0) == SlipsRefused("count")
    assert hq.make_slips("s1", CASH, 1_001) == SlipsRefused("count")
    assert hq.make_slips("s1", CASH, 5, days=0) == SlipsRefused("time")
    hq.publish(
        [
            put("*", "templates", "t2", template("t2", stores=("s2",))),
            put("*", "templates", "t1", template(withdrawn=True)),
        ]
    )
    assert hq.make_slips("s1", Worth("t2"), 5) == SlipsRefused("template_elsewhere")
    assert hq.make_slips("s1", CASH, 5) == SlipsRefused("template_over")


def test_what_terminals_may_make_is_told_to_all_of_them(hq: Headquarters) -> None:
    hq.allow_slips(Worth(off=5_000), 40, share=10, days=3)
    rules = Terminal.enrolled(hq, "s2").rows("chain/slip_rules")
    said = {"id": "off-5000", "template": "", "most": 5_000, "off": 5_000, "share": 10, "days": 3}
    assert rules == {"off-5000": said}


def test_every_slip_counts_once_and_the_worst_case_shrinks(hq: Headquarters) -> None:
    book, till = made(hq), Terminal.enrolled(hq)
    assert (only(hq).open, only(hq).worst) == (10, 100_000)
    for number in (1, 2, 3):
        slip(till, book.book, number, f"x{number}")
    declare(till, book.book, 4, 7, "unused")
    declare(till, book.book, 8, 8, "lost")
    till.push()
    state = only(hq)
    assert (state.used, state.unused, state.lost, state.open, state.off) == (3, 4, 1, 2, 30_000)
    assert state.worst == 30_000
    assert hq.conflicts() == []
    assert till.rows("store/s1/slip_marks")[book.book]["said"] == [
        {"first": 4, "last": 7, "what": "unused"},
        {"first": 8, "last": 8, "what": "lost"},
    ]


def test_what_lies_there_blank_may_be_given_to_others(hq: Headquarters) -> None:
    hq.allow_slips(CASH, 10)
    book, till = made(hq), Terminal.enrolled(hq)
    assert left(hq) == (10, 0)
    declare(till, book.book, 1, 4, "unused")
    till.push()
    assert left(hq) == (10, 4)
    slip(till, book.book, 2, "x2")  # it was not blank after all
    till.push()
    assert left(hq) == (10, 3)
    assert [one.what for one in hq.conflicts()] == ["slip_unused"]


def test_a_number_twice_at_two_tills_is_one_use_and_a_conflict_that_names_both(hq: Headquarters) -> None:
    book, one, other = made(hq), Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    slip(one, book.book, 3, "x1")
    slip(other, book.book, 3, "x2")
    other.push()
    one.push()
    assert only(hq).used == 1
    (found,) = hq.conflicts()
    assert {found.device, found.winner_device} == {one.device, other.device}
    assert (found.what, found.coupon) == ("coupon", use_of(book.book, 3))
    assert {row["txn"] for row in one.rows("store/s1/spent").values()} == {"x1", "x2"}


def test_even_where_a_coupon_is_good_five_times_paper_is_good_once(hq: Headquarters) -> None:
    hq.publish([put("*", "templates", "t1", template(uses_per_coupon=5))])
    book, till = made(hq), Terminal.enrolled(hq)
    slip(till, book.book, 3, "x1")
    slip(till, book.book, 3, "x2")
    till.push()
    assert len(hq.conflicts()) == 1


def test_what_was_keyed_in_wrongly_is_voided_and_keyed_in_again(hq: Headquarters) -> None:
    book, till = made(hq), Terminal.enrolled(hq)
    slip(till, book.book, 3, "x1")
    till.void("x1")
    slip(till, book.book, 3, "x2")
    till.push()
    assert hq.conflicts() == []
    assert (only(hq).used, only(hq).off) == (1, 10_000)


def test_what_stands_against_a_slip_is_on_the_list(hq: Headquarters) -> None:
    book = made(hq, 5, uses=2)
    till, elsewhere = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    declare(till, book.book, 5, 5, "lost")
    slip(till, "NOSUCHBK", 1, "unknown book")
    slip(till, book.book, 99, "unknown number")
    slip(till, book.book, 1, "too early", at=NOON_MS - HOUR)
    slip(till, book.book, 2, "good")
    slip(till, book.book, 3, "one too many")
    slip(till, book.book, 5, "lost")
    till.push()
    slip(elsewhere, book.book, 4, "elsewhere")
    elsewhere.push()
    assert {one.txn: one.what for one in hq.conflicts()} == {
        "unknown book": "slip_unknown",
        "unknown number": "slip_unknown",
        "too early": "slip_time",
        "one too many": "slip_beyond",
        "lost": "slip_lost",
        "elsewhere": "slip_elsewhere",
    }


def test_the_coupon_that_a_slip_stood_for_was_used_elsewhere_too(hq: Headquarters) -> None:
    one, other = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    book = made(hq)
    other.sale("x1", "c1", right="accepted")
    coupons = [
        {"id": use_of(book.book, 1), "template": "t1", "value": 0, "right": "slip"},
        {"id": "c1", "template": "t1", "member": "m1", "value": 10_000, "right": "slip"},
    ]
    written = {"book": book.book, "number": 1, "at": NOON_MS + HOUR, "by": "s-2"}
    body = {"txn": "x2", "amount": 50_000, "total": 40_000, "coupons": coupons, "slip": written}
    one.fact(SALE_COMPLETED, body)
    one.push()
    other.push()
    (found,) = hq.conflicts()
    assert (found.coupon, {found.device, found.winner_device}) == ("c1", {one.device, other.device})


def share(till: Terminal, count: int) -> int:
    wanted = LeaseRequest(op="op1", quantities={"slips:t1": count})
    return till.ok("/v1/leases/acquire", wanted, LeaseAnswer).granted["slips:t1"]


def own_book(till: Terminal, count: int, **more: Any) -> None:
    body = {"book": "TERMNL22", "store": "s1", "rule": "t1", "template": "t1", "first": 1, "last": count, "uses": count}
    times = {"made": NOON_MS, "since": NOON_MS, "until": NOON_MS + 24 * HOUR}
    till.fact(SLIPS_BOOK_MADE, {**body, "most": 10_000, "public": till.public_key.hex(), **times, **more})


def test_a_terminal_makes_a_book_out_of_its_own_share(hq: Headquarters) -> None:
    hq.allow_slips(CASH, 50, share=20)
    till = Terminal.enrolled(hq)
    assert share(till, 500) == 20
    assert left(hq) == (50, 30)
    own_book(till, 12)
    till.push()
    assert left(hq) == (50, 30)  # out of its share, not of the rest
    assert till.rows("store/s1/slips")["TERMNL22"]["public"] == till.public_key.hex()
    declare(till, "TERMNL22", 1, 2, "unused")
    till.push()
    assert left(hq) == (50, 32)


def test_a_terminal_without_a_share_takes_it_from_all(hq: Headquarters) -> None:
    hq.allow_slips(CASH, 5, share=5)
    till = Terminal.enrolled(hq)
    own_book(till, 12)
    till.push()
    assert left(hq) == (5, -7)
    assert hq.make_slips("s1", CASH, 1) == SlipsRefused("not_set_aside", -7)


def test_books_that_no_terminal_may_make_are_left_out(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    own_book(till, 5)  # nothing was allowed
    till.push()
    hq.allow_slips(CASH, 5, share=5)
    own_book(till, 5, store="s2")
    own_book(till, 5, most=10_001)
    own_book(till, 5, off=7)
    till.push()
    assert hq.slips() == []


books = st.integers(2, 9)
steps = st.lists(
    st.tuples(
        st.sampled_from(["use", "use", "use", "unused", "lost", "void"]),
        st.integers(0, 1),
        st.integers(1, 8),
        st.integers(0, 3),
    ),
    max_size=25,
)


@given(steps, st.lists(st.integers(0, 1), max_size=6), st.integers(1, 8))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_number_counts_twice_and_what_is_out_never_passes_what_was_set_aside(
    tmp_path_factory: Any, play: list[tuple[str, int, int, int]], pushes: list[int], uses: int
) -> None:
    """Whatever two tills key in and declare, in whatever order they tell: the same books, the same conflicts."""
    hq = headquarters(tmp_path_factory.mktemp("hq"), TestClock())
    hq.allow_slips(CASH, 20)
    book = made(hq, 8, uses=uses)
    tills = [Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)]
    used: dict[int, list[str]] = {}
    said: set[int] = set()
    for step, (what, who, number, more) in enumerate(play):
        txn = f"x{step}"
        if what == "use":
            slip(tills[who], book.book, number, txn)
            used.setdefault(number, []).append(txn)
        elif what == "void":
            mine = [(n, one) for n, txns in used.items() for one in txns if one.startswith(f"x{more}")]
            for n, one in mine[:1]:
                tills[who].void(one)
                used[n].remove(one)
        else:
            last = min(8, number + more)
            declare(tills[who], book.book, number, last, what)
            said.update(range(number, last + 1))
    for who in [*pushes, 0, 1]:
        tills[who].push()
    state = only(hq)
    standing = {number for number, txns in used.items() if txns}
    assert state.used == len(standing)
    doubles = sum(len(txns) - 1 for txns in used.values() if txns)
    found = hq.conflicts()
    assert sum(one.what == "coupon" for one in found) == doubles
    of_said = {one.coupon for one in found if one.what in ("slip_lost", "slip_unused")}
    assert of_said == {use_of(book.book, number) for number in standing & said}
    whole, free = left(hq)
    assert whole - free == state.out
    assert state.out <= max(uses, len(standing))
    assert hq.verify() == []
    assert hq.check() == []
    hq.database.close()
