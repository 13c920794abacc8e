"""How strips come onto pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.documents.strips import Page, Run, Strip, pages, paragraph, together

ROOM = 100


def strip(height: int, *, space: bool = False) -> Strip:
    """One that is only itself."""
    return Strip(height, lambda _painter, _x, _y: None, space=space)


strips = st.builds(strip, st.integers(1, ROOM), space=st.booleans())
runs = st.lists(
    st.builds(
        Run,
        st.lists(strips, max_size=6).map(tuple),
        head=st.lists(st.builds(strip, st.integers(1, 30)), max_size=2).map(tuple),
        glued=st.booleans(),
        cut=st.integers(0, 9).map(lambda at: at == 0),
    ),
    max_size=30,
)


def placed(made: list[Page]) -> list[Strip]:
    return [one for page in made for _, one in page.placed]


@given(runs)
def test_everything_is_placed_once_in_its_order_and_fits(given_runs: list[Run]) -> None:
    made = pages(given_runs, ROOM)
    heads = {id(one) for run in given_runs for one in run.head}
    wanted = [one for run in given_runs if not run.cut for one in run.strips if not one.space]
    assert [id(one) for one in placed(made) if id(one) not in heads and not one.space] == [id(one) for one in wanted]
    for page in made:
        y = 0
        for top, one in page.placed:
            assert top == y
            y += one.height
        assert y == page.height <= ROOM
    assert len(made) == 1 or all(page.placed for page in made[1:])


@given(runs)
def test_a_roll_ends_only_where_it_is_cut(given_runs: list[Run]) -> None:
    made = pages(given_runs, None)
    assert len(made) <= 1 + sum(run.cut for run in given_runs)
    wanted = [one for run in given_runs if not run.cut for one in run.strips if not one.space]
    assert [id(one) for one in placed(made) if not one.space] == [id(one) for one in wanted]


@given(st.lists(st.integers(1, ROOM // 4), min_size=1, max_size=30), st.integers(0, ROOM - 1))
def test_a_run_that_fits_on_a_page_is_on_one(heights: list[int], before: int) -> None:
    run = Run(tuple(strip(height) for height in heights))
    made = pages([Run((strip(before),)) if before else Run(), run], ROOM)
    on = {number for number, page in enumerate(made) for _, one in page.placed if one in run.strips}
    assert len(on) == 1 or run.height > ROOM


def test_a_heading_is_not_left_behind() -> None:
    for before in range(1, ROOM):
        heading, below = strip(10), strip(20)
        made = pages([Run((strip(before),)), Run((heading,), glued=True), Run((below,))], ROOM)
        (page,) = [page for page in made if heading in [one for _, one in page.placed]]
        assert below in [one for _, one in page.placed]


def test_heads_come_again_and_never_alone() -> None:
    head = (strip(10),)
    rows = [Run((strip(9),), head=head) for _ in range(40)]
    made = pages([Run(head, glued=True), *rows], ROOM)
    assert len(made) == 4
    for page in made:
        assert page.placed[0][1] is head[0]
        assert len(page.placed) > 1


def test_no_line_of_a_paragraph_stands_alone() -> None:
    for count in range(1, 30):
        for before in range(1, ROOM, 7):
            lines = [strip(8) for _ in range(count)]
            made = pages([Run((strip(before),)), *paragraph(lines)], ROOM)
            for page in made:
                on = [one for _, one in page.placed if one in lines]
                assert len(on) != 1 or count == 1


def test_what_is_kept_together_flows_where_no_page_holds_it() -> None:
    kept = [Run((strip(60),)), Run((strip(60),))]
    assert together(kept, ROOM) == kept
    assert len(together(kept, 120)) == 1
    assert len(together(kept, None)) == 1
    assert together([], ROOM) == []


def test_many_runs_take_no_longer_for_each_other() -> None:
    made = pages([Run((strip(8),), glued=True) for _ in range(20_000)], ROOM)
    assert len(placed(made)) == 20_000
    (roll,) = pages([Run((strip(8),)) for _ in range(50_000)], None)
    assert roll.height == 400_000
