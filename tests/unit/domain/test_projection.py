"""From facts to changes: every kind, unknown kinds, and bodies nobody can read."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.facts import LEASE_CHANGED, REWARDS_DECIDED, WHEEL_SPUN, SharedChanged, SlotTaken, Spun
from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED, VOUCHER_CHARGED, ChargeRecorded, ChargeUndone
from kiosk.domain.coupons.facts import (
    OP_INTENDED,
    OP_SETTLED,
    RIGHTS_CHANGED,
    SERIES_ISSUED,
    SERIES_REVOKED,
    CouponUsed,
    OpClosed,
    OpOpened,
    RightGranted,
    RightRevoked,
    SeriesBack,
    SeriesMade,
)
from kiosk.domain.documents.facts import (
    DOCUMENT_FAILED,
    DOCUMENT_PRINTED,
    DOCUMENT_QUEUED,
    DOCUMENT_RELEASED,
    DOCUMENT_SENT,
    DOCUMENT_TOLD,
    DOCUMENT_UNKNOWN,
    DOCUMENT_WITHDRAWN,
    JobMoved,
    JobQueued,
    JobsReleased,
)
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.draws import claim_facts as claims
from kiosk.domain.draws import facts as draws
from kiosk.domain.draws import stage_facts as on_stage
from kiosk.domain.draws import wheel_facts as wheels
from kiosk.domain.facts import KINDS, ProjectionError, changes
from kiosk.domain.help.facts import HELP_ANSWERED, HELP_CALLED, HELP_ENDED, HelpSaid, Said
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Kind, MemberTouched
from kiosk.domain.members.facts import MEMBER_REGISTERED, MemberEnrolled, touched
from kiosk.domain.registration.facts import MEMBER_CONSENTED, REGISTRATION_REVIEWED
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED, SaleRecorded, SaleReturned, SaleVoided
from kiosk.domain.slips.facts import SLIPS_BOOK_MADE, SLIPS_DECLARED, BookOpened, SlipsSaid, SlipUsed
from kiosk.domain.staff.facts import STAFF_PIN_FAILED, STAFF_SIGNED_IN, PinCleared, PinFailed
from tests.unit.guests import said as guests


def fact(kind: str, body: dict[str, Any]) -> Fact:
    return Fact(1, 9, kind, 0, 1_000, 20, "boot", 5, "lin", body)


SALE: dict[str, Any] = {
    "txn": "X1",
    "receipt": "R-1",
    "member": "M1",
    "amount": 462_00,
    "total": 402_00,
    "currency": "TWD",
    "coupons": [
        {"id": "C1", "template": "T1", "member": "M1", "value": 60_00, "right": "held"},
        {"id": "C2", "template": "T2", "value": 0, "right": "claimed", "op": "O1"},
    ],
    "lines": [],
    "other": "M2",
    "referrer": "M3",
}
SPUN = {"member": "M1", "ref": "lucky", "part": "cash", "amount": 188, "lease": "L1", "j": 4}
OPENED = {
    "lease": "L1",
    "op": "w-1",
    "campaign": "c",
    "wheel": "lucky",
    "body": "{}",
    "key_id": "ab",
    "signature": "cd",
    "root": "ef" * 32,
    "size": 9,
}
SETTLED = {"campaign": "c", "source": "w", "prize": "tv", "left": 2, "how": "returned", "by": "wang"}
DRAW: dict[str, Any] = {"draw": "autumn/grand/2026-10-01", "seq": 2}
OF_MEMBERS = [kind for kind in KINDS if kind.changes is touched]
CHARGE = {
    "txn": "V1",
    "number": 3,
    "coupon": "v-1",
    "template": "T1",
    "name": {"en": "Voucher"},
    "value": 500_00,
    "fresh": True,
    "since": 1_000,
    "until": 9_000,
    "right": {"uses": 700_00, "fence": 4},
}
BODIES: dict[str, dict[str, Any]] = {
    SALE_COMPLETED: SALE,
    SALE_VOIDED: {"txn": "X1", "reason": "wrong_amount", "approved_by": "wang"},
    **{kind: {"member": "M1"} for kind in OF_MEMBERS},
    MEMBER_CONSENTED: {"member": "M1", "purpose": "marketing", "version": "1", "given": False},
    REGISTRATION_REVIEWED: {"member": "M1", "verdict": "approved"},
    MEMBER_REGISTERED: {"member": "M1", "other": "M2", "form": "F1", "person": "ab"},
    REWARDS_DECIDED: {
        "member": "M1",
        "takes": [["|stock:c/mug", 1], ["total:c/r#0@2026", 2]],
        "coupons": ["r-1", "r-2"],
        "rights": ["r-1"],
        "coupons_back": ["r-0"],
    },
    WHEEL_SPUN: SPUN,
    wheels.WHEEL_OPENED: OPENED,
    wheels.WHEEL_SHOWN: {"lease": "L1", "j": 4},
    wheels.WHEEL_CLOSED: {"lease": "L1", "nt": "ab" * 32, "used": 5, "why": "expired"},
    LEASE_CHANGED: {"op": "l-1", "quantities": {"stock:c/mug": -4}},
    SALE_RETURNED: {"txn": "X1", "amount": 30_00, "reason": "broken", "member": "M1"},
    OP_INTENDED: {"op": "O1", "coupon": "C1", "txn": "X1"},
    OP_SETTLED: {"op": "O1", "verdict": "granted"},
    RIGHTS_CHANGED: {"grant": [{"coupon": "C1", "uses": 2, "fence": 7}], "revoke": ["C2"]},
    SERIES_ISSUED: {"series": "S1", "template": "T1", "first": 1, "last": 9, "since": 1_000, "until": 9_000},
    SERIES_REVOKED: {"series": "S1", "first": 2, "last": 3, "reason": "lost"},
    VOUCHER_CHARGED: CHARGE,
    CHARGE_VOIDED: {"txn": "V1", "coupon": "v-1", "template": "T1", "value": 500_00, "right": "held"},
    SLIPS_BOOK_MADE: {
        "book": "K7MP3QRT",
        "store": "s1",
        "rule": "T1",
        "template": "T1",
        "first": 1,
        "last": 50,
        "uses": 40,
        "most": 60_00,
        "made": 1_000,
        "since": 1_000,
        "until": 9_000,
    },
    SLIPS_DECLARED: {"book": "K7MP3QRT", "ranges": [[3, 9], [12, 12]], "what": "lost"},
    STAFF_PIN_FAILED: {"staff": "lin"},
    STAFF_SIGNED_IN: {"staff": "lin", "how": "pin"},
    DOCUMENT_QUEUED: {
        "job": "J2",
        "document": "receipt",
        "printer": "P",
        "language": "en",
        "about": "X1",
        "copy": 1,
        "again": "J1",
    },
    DOCUMENT_SENT: {"job": "J1", "printer": "P"},
    DOCUMENT_PRINTED: {"job": "J1", "sure": False},
    DOCUMENT_FAILED: {"job": "J1", "trouble": "fault", "retried": False},
    DOCUMENT_UNKNOWN: {"job": "J1", "trouble": "unreachable"},
    DOCUMENT_TOLD: {"job": "J1", "came_out": True},
    DOCUMENT_WITHDRAWN: {"job": "J1", "printer": "P"},
    DOCUMENT_RELEASED: {"printer": "P", "before": 77},
    HELP_CALLED: {"call": "H1", "terminal": "s1-K1"},
    HELP_ANSWERED: {"call": "H1"},
    HELP_ENDED: {"call": "H1"},
    draws.DRAW_FROZEN: {**DRAW, "manifest": {"entrants": 2}, "mh": "ab"},
    draws.DRAW_PUBLISHED: {**DRAW, "mh": "ab", "at": 7},
    draws.DRAW_SEEDED: {**DRAW, "round": 7, "signature": "cd"},
    draws.DRAW_DRAWN: {**DRAW, "result": "ef", "winners": [["mug", 4, 1]], "alternates": [[2, 0]]},
    draws.DRAW_PASSED: {
        **DRAW,
        "place": 0,
        "entrant": 1,
        "reason": "no_show",
        "by": "lin",
        "second": "wang",
        "alternate": 0,
    },
    draws.DRAW_VOIDED: {**DRAW, "reason": "abandoned", "by": "lin", "second": "wang"},
    draws.DRAW_CLOSED: {**DRAW},
    draws.DRAW_REFUSED: {**DRAW, "device": "D", "result": "ef", "code": "other_result"},
    draws.DRAW_REHEARSED: {**DRAW, "step": "drawn", "said": {"winners": []}},
    on_stage.DRAW_STAGED: {**DRAW, "title": "Tea", "names": [["mug", "Mug"]], "shown": "name"},
    on_stage.DRAW_THROWN: {**DRAW, "throws": "126"},
    on_stage.DRAW_OPENED: {**DRAW, "name": "envelope:HQ", "value": "ab"},
    on_stage.DRAW_REVEALED: {**DRAW, "upto": 2},
    claims.CLAIM_DUE: {"claim": "w/L/1", "member": "M1", "source": "w", "prize": "tv", "store": "s1", "until": 9_000},
    claims.CLAIM_GRANTED: {"claim": "w/L/1", "device": "D"},
    claims.CLAIM_NOTIFIED: {"claim": "w/L/1", "how": "mail"},
    claims.CLAIM_CHECKED: {"claim": "w/L/1", "resident": False},
    claims.CLAIM_ADDRESSED: {"claim": "w/L/1", "address": "0f" * 32},
    claims.CLAIM_HANDED: {"claim": "w/L/1", "how": "paper", "tax": 7},
    claims.CLAIM_SHIPPED: {"claim": "w/L/1", "parcel": "P7"},
    claims.CLAIM_FORFEITED: {"claim": "w/L/1", "reason": "declined"},
    claims.PRIZES_SETTLED: SETTLED,
    **guests.BODIES,
}


def claim_said(what: claims.Said) -> claims.ClaimSaid:
    """What a word about a prize changes: it says its body."""
    body = BODIES[claims.BODIES[what]]
    return claims.ClaimSaid("w/L/1", what, 0, 1_020, "lin", claims.read_said(what, body))


def draw_said(kind: Kind[Any]) -> draws.DrawSaid:
    """What a step of a draw changes: it says its body."""
    said = msgspec.convert(BODIES[kind], kind.body)
    return draws.DrawSaid(DRAW["draw"], 2, draws.Step(kind.removeprefix("draw.")), 1_020, "lin", said)


def stage_said(kind: Kind[Any]) -> on_stage.StageSaid:
    """The same on the stage."""
    said = msgspec.convert(BODIES[kind], kind.body)
    return on_stage.StageSaid(DRAW["draw"], 2, on_stage.StageStep(kind.removeprefix("draw.")), 1_020, "lin", said)


EXPECTED: dict[str, tuple[object, ...]] = {
    SALE_COMPLETED: (
        SaleRecorded("X1", 1_020, "lin", "M1", 462_00, 402_00, SALE),
        CouponUsed("C1", "X1", "T1", "M1", 1_020, "lin", 60_00, "held", None),
        CouponUsed("C2", "X1", "T2", None, 1_020, "lin", 0, "claimed", "O1"),
        MemberTouched("M1"),
        MemberTouched("M2"),
        MemberTouched("M3"),
    ),
    **{kind: (MemberTouched("M1"),) for kind in OF_MEMBERS},
    MEMBER_REGISTERED: (MemberTouched("M1"), MemberTouched("M2"), MemberEnrolled("M1", "M2", "F1")),
    REWARDS_DECIDED: (
        MemberTouched("M1"),
        SharedChanged("|stock:c/mug", -1),
        SharedChanged("limit:c/r/day@2026", 2),
        RightGranted("r-1", 1, 0),
        RightRevoked("r-0"),
    ),
    WHEEL_SPUN: (
        MemberTouched("M1"),
        SlotTaken(Spun(member="M1", ref="lucky", part="cash", amount=188, lease="L1", j=4), 1_020, 0),
    ),
    wheels.WHEEL_OPENED: (wheels.LeaseOpened(msgspec.convert(OPENED, wheels.WheelOpened), 0, 1_020, "boot", 5),),
    wheels.WHEEL_SHOWN: (wheels.SlotShown("L1", 4, 1_020),),
    wheels.WHEEL_CLOSED: (wheels.LeaseClosed("L1", "ab" * 32, 5, wheels.Why.EXPIRED, 1_020),),
    LEASE_CHANGED: (SharedChanged("|stock:c/mug", -4),),
    SALE_VOIDED: (SaleVoided("X1", 1_020, "lin", "wrong_amount", "wang"),),
    SALE_RETURNED: (SaleReturned("X1", 30_00), MemberTouched("M1")),
    SERIES_ISSUED: (SeriesMade("S1", "T1", 1, 9, 1_000, 9_000, "", None, ""),),
    SERIES_REVOKED: (SeriesBack("S1", 2, 3, "lost", ""),),
    OP_INTENDED: (OpOpened("O1", "C1", "X1", 1_020),),
    OP_SETTLED: (OpClosed("O1", "granted"),),
    RIGHTS_CHANGED: (RightGranted("C1", 2, 7), RightRevoked("C2")),
    VOUCHER_CHARGED: (
        ChargeRecorded("V1", 1_020, "lin", "v-1", "T1", 500_00, 3, 1_000, 9_000, True, CHARGE),
        RightGranted("v-1", 700_00, 4),
    ),
    CHARGE_VOIDED: (
        ChargeUndone("V1", "v-1", 500_00, 1_020, "lin"),
        CouponUsed("v-1", "V1", "T1", None, 1_020, "lin", 500_00, "held", None, 500_00),
    ),
    SLIPS_BOOK_MADE: (
        BookOpened("K7MP3QRT", "s1", "T1", "T1", 0, 1, 50, 40, 60_00, 1_000, 1_000, 9_000, "", "lin"),
        SharedChanged("|slips:T1", -40),
    ),
    SLIPS_DECLARED: (
        SlipsSaid("K7MP3QRT", 3, 9, "lost", 1_020, "lin"),
        SlipsSaid("K7MP3QRT", 12, 12, "lost", 1_020, "lin"),
    ),
    STAFF_PIN_FAILED: (PinFailed("lin", 1_020),),
    STAFF_SIGNED_IN: (PinCleared("lin"),),
    DOCUMENT_QUEUED: (
        JobMoved("J1", JobState.REPLACED, 1_020),
        JobQueued("J2", "receipt", "P", "en", "X1", 1, 1_020, 0, "lin"),
    ),
    DOCUMENT_SENT: (JobMoved("J1", JobState.SENT, 1_020, "P"),),
    DOCUMENT_PRINTED: (JobMoved("J1", JobState.TAKEN, 1_020),),
    DOCUMENT_FAILED: (JobMoved("J1", JobState.FAILED, 1_020, trouble="fault"),),
    DOCUMENT_UNKNOWN: (JobMoved("J1", JobState.UNKNOWN, 1_020, trouble="unreachable"),),
    DOCUMENT_TOLD: (JobMoved("J1", JobState.CAME_OUT, 1_020),),
    DOCUMENT_WITHDRAWN: (JobMoved("J1", JobState.WITHDRAWN, 1_020),),
    DOCUMENT_RELEASED: (JobsReleased("P", 77, 1_020),),
    HELP_CALLED: (HelpSaid("H1", Said.CALLED, "s1-K1", 1_020, "lin"),),
    HELP_ANSWERED: (HelpSaid("H1", Said.ANSWERED, "", 1_020, "lin"),),
    HELP_ENDED: (HelpSaid("H1", Said.ENDED, "", 1_020, "lin"),),
    **{kind: (stage_said(kind),) for kind in on_stage.KINDS},
    **{kind: (draw_said(kind),) for kind in draws.KINDS if kind != draws.DRAW_REHEARSED},
    **{claims.BODIES[what]: (claim_said(what),) for what in claims.Said},
    claims.PRIZES_SETTLED: (claims.PrizeSettled(msgspec.convert(SETTLED, claims.SettledBody), 1_020),),
    **{kind: guests.changes_of(kind, fact(kind, {}).hlc, 1_020, "lin") for kind in guests.BODIES},
    draws.DRAW_REHEARSED: (draws.DrawRehearsed(DRAW["draw"], 2, "drawn", 1_020, "lin", {"winners": []}),),
}


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_what_a_fact_changes(kind: str) -> None:
    assert changes(fact(kind, BODIES[kind])) == EXPECTED[kind]


def test_a_slip_that_is_keyed_in_happened_when_it_was_written() -> None:
    slip = {"book": "K7MP3QRT", "number": 7, "at": 600, "by": "ada"}
    sale, use, *_, paper = changes(fact(SALE_COMPLETED, SALE | {"slip": slip}))
    assert isinstance(sale, SaleRecorded)
    assert isinstance(use, CouponUsed)
    assert (sale.at, use.at) == (600, 600)
    assert paper == SlipUsed("K7MP3QRT", 7, "X1", 600, 1_020, "ada", "lin", 60_00)


@pytest.mark.parametrize("wrong", [{"uses": 51}, {"uses": 0}, {"last": 1_001}, {"first": -1}, {"until": 999}])
def test_a_book_that_is_none_is_unreadable(wrong: dict[str, int]) -> None:
    with pytest.raises(ProjectionError):
        changes(fact(SLIPS_BOOK_MADE, BODIES[SLIPS_BOOK_MADE] | wrong))


def test_a_badge_does_not_forgive_wrong_pins() -> None:
    assert changes(fact(STAFF_SIGNED_IN, {"staff": "lin", "how": "badge"})) == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=4), JSON, max_size=3))
def test_kinds_of_a_newer_program_change_nothing(kind: str, body: dict[str, Any]) -> None:
    assert changes(fact(f"newer.{kind}", body)) == ()


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(BODIES)))
def test_the_other_kinds_change_nothing(kind: str) -> None:
    assert changes(fact(kind, {})) == ()


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_a_body_without_what_it_needs_is_unreadable(kind: str) -> None:
    with pytest.raises(ProjectionError):
        changes(fact(kind, {}))


@given(st.sampled_from(sorted(BODIES)), st.data())
def test_a_strange_body_is_read_or_said_to_be_unreadable(kind: str, data: st.DataObject) -> None:
    body = dict(BODIES[kind])
    body[data.draw(st.sampled_from(sorted(body)))] = data.draw(JSON)
    try:
        found = changes(fact(kind, body))
    except ProjectionError:
        return
    assert isinstance(found, tuple)


def test_an_endless_amount_is_unreadable() -> None:
    with pytest.raises(ProjectionError):
        changes(fact(SALE_COMPLETED, SALE | {"amount": float("inf")}))
