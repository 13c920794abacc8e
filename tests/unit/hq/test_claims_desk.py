"""What people at HQ see and do of prizes: lists, tables, leftovers that add up; what a winner does not want goes to the
next alternate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kiosk.cli import hq_draws_claims
from kiosk.cli.arguments import Parser
from kiosk.domain.draws.claim_facts import CLAIM_DUE, CLAIM_FORFEITED, CLAIM_HANDED, DueBody, Forfeit
from kiosk.domain.draws.claims import DAY_MS, Claim, Standing, wheel_claim
from kiosk.domain.draws.leftovers import LeftHow, accounts
from kiosk.hq.draws_claims.desk import ClaimFault
from kiosk.hq.headquarters import Headquarters
from tests.unit.campaigns.stage import campaign
from tests.unit.hq.draws_batch.rig import DRAW, at_one, drawn
from tests.unit.hq.rig import Terminal, TestClock

LEASE = "lucky.x"


def won(clock: TestClock, j: int, **more: Any) -> dict[str, Any]:
    worth = {"value": 2_500_000, "currency": "TWD", "jurisdiction": "TW", "percent": 1000}
    body = {"claim": wheel_claim(LEASE, j), "member": "m1", "campaign": "autumn", "source": "lucky", "prize": "tv"}
    return {**body, **worth, "store": "s1", "until": clock.now + 30 * DAY_MS, **more}


def called(hq: Headquarters, *words: str) -> int:
    parser = Parser(prog="kiosk")
    below: Any = parser.add_subparsers()

    def action(name: str, words: str, among: Any) -> Any:
        return among.add_parser(name, help=words)

    hq_draws_claims.add_parsers(below, action)
    args = parser.parse_args(list(words))
    return int(args.draws_run(hq, args))


@pytest.fixture
def kiosk(hq: Headquarters, clock: TestClock) -> Terminal:
    """It won three things and handed one over."""
    made = Terminal.enrolled(hq)
    for j in range(3):
        made.fact(CLAIM_DUE, won(clock, j))
    made.fact(CLAIM_HANDED, {"claim": wheel_claim(LEASE, 0), "how": "receipt", "tax": 250_000})
    made.push()
    return made


def test_the_list_says_what_is_open_and_all_of_it(
    hq: Headquarters, kiosk: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(hq, "claims", "--json") == 0
    assert [one["claim"] for one in json.loads(capsys.readouterr().out)] == [wheel_claim(LEASE, j) for j in (1, 2)]
    assert called(hq, "claims", "--all", "--json") == 0
    found = {one["claim"]: one for one in json.loads(capsys.readouterr().out)}
    assert found[wheel_claim(LEASE, 0)]["tax"] == 250_000
    assert found[wheel_claim(LEASE, 0)]["device"] == kiosk.device
    assert called(hq, "claims", "--all") == 0
    assert "TWD 2,500 withheld" in capsys.readouterr().out.replace("2500", "2,500")


def test_tables_have_the_tax_and_no_whole_name_unless_it_is_asked_for(
    hq: Headquarters, kiosk: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "prizes.xlsx"
    assert called(hq, "claims", "--all", "--to", str(file)) == 0
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    column = {name: at for at, name in enumerate(rows[0])}
    handed = next(row for row in rows if row[column["State"]] == "handed over")
    assert [handed[column[name]] for name in ("Value", "Currency", "Withheld %", "Withheld", "Phone")] == [
        25_000.0, "TWD", 10.0, 2_500.0, "",
    ]  # fmt: skip
    assert called(hq, "claims", "--to", str(tmp_path / "prizes.csv")) == 0
    assert called(hq, "claims", "--to", str(tmp_path / "prizes.pdf")) == 0
    assert (tmp_path / "prizes.pdf").read_bytes().startswith(b"%PDF")
    assert called(hq, "claims", "--to", str(tmp_path / "prizes.doc")) == 2


def test_a_prize_is_freed_and_forfeited_by_two(hq: Headquarters, kiosk: Terminal) -> None:
    claim = wheel_claim(LEASE, 1)
    assert called(hq, "claims", "--free", claim) == 0
    assert called(hq, "claims", "--free", claim) == 1
    assert called(hq, "claims", "--forfeit", claim, "--reason", "ineligible") == 2
    assert called(hq, "claims", "--forfeit", claim, "--reason", "ineligible", "--second", "somebody else") == 0
    assert called(hq, "claims", "--forfeit", claim, "--reason", "ineligible", "--second", "somebody else") == 1
    assert [one.claim.standing for one in hq.claims.every() if one.claim.id == claim] == [Standing.FORFEITED]


def test_what_a_winner_does_not_want_goes_to_the_next_alternate(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock, {f"m{n}": 1 for n in range(1, 8)})
    at_one(hq, clock).settle()
    first = {one.claim.id: one.claim for one in hq.claims.every()}
    assert {claim.due.source for claim in first.values()} == {"grand"}
    assert len(first) == 3
    till = Terminal.enrolled(hq)
    declined = next(iter(sorted(first)))
    till.fact(CLAIM_FORFEITED, {"claim": declined, "reason": Forfeit.DECLINED.value})
    till.push()
    at_one(hq, clock).settle()
    now = {one.claim.id: one.claim for one in hq.claims.every()}
    (new,) = set(now) - set(first)
    assert new.rsplit("/", 1)[0] == declined.rsplit("/", 1)[0]
    assert now[declined].standing is Standing.FORFEITED
    assert not now[new].over
    assert len(hq.draws.show(DRAW).seen.passed) == 1
    assert hq.check() == []


def test_leftovers_are_settled_when_nothing_can_be_fetched_any_more(hq: Headquarters, clock: TestClock) -> None:
    drawn(hq, clock, {f"m{n}": 1 for n in range(1, 8)})
    at_one(hq, clock).settle()
    with pytest.raises(ClaimFault):
        hq.claims.settle("autumn", LeftHow.RETURNED, "it")
    with pytest.raises(ClaimFault):
        hq.claims.left("no-such")
    for _ in range(4):  # each alternate has their days
        clock.now += 31 * DAY_MS
        at_one(hq, clock).settle()
    clock.now += 400 * DAY_MS
    assert all(one.claim.over for one in hq.claims.every())
    found = hq.claims.settle("autumn", LeftHow.GIVEN, "it")
    assert [(one.account.prize, one.account.whole, one.settled, one.how) for one in found] == [
        ("mug", 2, 2, "given"),
        ("bike", 1, 1, "given"),
    ]
    assert hq.check() == []


RULES = campaign("""
wheels:
  - id: lucky
    name: NAME
    prizes:
      - {code: tv, name: NAME, count: 2, value: 30000}
      - {code: mug, name: NAME, count: 9, value: 200}
      - {code: thanks, name: NAME, count: 20, thanks: true}
rules:
  - {id: chance, name: NAME, when: seen, give: [{spins: lucky}]}
""")


DUE = DueBody(claim="w/x/1", member="m", campaign=RULES.id, source="lucky", prize="tv", store="s", until=1)


@given(st.lists(st.tuples(st.sampled_from(["tv", "mug", "thanks"]), st.sampled_from(list(Standing))), max_size=30))
def test_totals_add_up(said: list[tuple[str, Standing]]) -> None:
    """What there was is what was given, what may be fetched and what is left; nothing is counted twice or forgotten."""
    claims = [
        Claim(
            wheel_claim(LEASE, j),
            DueBody(
                claim=wheel_claim(LEASE, j),
                member="m",
                campaign=RULES.id,
                source="lucky",
                prize=prize,
                store="s",
                until=1,
            ),
            0,
            "",
            standing,
        )
        for j, (prize, standing) in enumerate(said)
    ]
    found = accounts(RULES, claims)
    assert [one.prize for one in found] == ["tv", "mug"]
    for one in found:
        of_it = [standing for prize, standing in said if prize == one.prize]
        assert one.whole == one.given + one.open + one.left
        assert len(of_it) == one.given + one.open + one.forfeited
