"""The journal in plain words: what happened, to what, and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.application.journal.outcomes import FactLine, Topic
from kiosk.domain.documents.printers import Trouble
from kiosk.domain.guests.drill import Line, Mark
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.stations import StationRole
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.words.codes import customer_word, void_reason_word, vouched_word
from kiosk.ui.words.drill import line_word, mark_word
from kiosk.ui.words.guests import VERDICTS
from kiosk.ui.words.printing import copy_word, trouble_word, word_of_fact
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.stations import station_word
from kiosk.ui.words.surroundings import Surroundings
from kiosk.ui.words.vouchers import charge_parts, charge_title


@dataclass(frozen=True, slots=True)
class FactWords:
    """What happened in two or three words, and what is to be known besides in one line (may be empty)."""

    title: str
    text: str = ""


def topic_word(topic: Topic) -> str:
    """What a filter is called."""
    return {
        Topic.SALES: translate("Journal", "Sales"),
        Topic.OVERRIDES: translate("Journal", "Overrides"),
        Topic.REFUSALS: translate("Journal", "Refusals"),
        Topic.STAFF: translate("Journal", "Staff"),
        Topic.MEMBERS: translate("Journal", "Members"),
        Topic.TERMINAL: translate("Journal", "Terminal"),
    }[topic]


def who_word(line: FactLine) -> str:
    """Who did it."""
    return {
        "system": translate("Journal", "by itself"),
        "till": translate("Journal", "the till"),
        "customer": translate("Journal", "a customer"),
        "": translate("Journal", "nobody signed in"),
    }.get(line.actor, line.who)


def fact_words(line: FactLine, i18n: I18n) -> FactWords:
    """A fact in plain words; one of a kind that has none is called by its kind."""
    if line.kind in _PLAIN:
        return FactWords(_PLAIN[line.kind](), _about(line))
    words = _TOLD.get(line.kind)
    if words is None:
        return FactWords(line.kind)
    told = words(line, i18n)
    return FactWords(told.title, spaced(told.text))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _about(line: FactLine) -> str:
    """Whom or what a short fact names. A member by their masked name, never by an id: that is in the fact's fields."""
    body = line.body
    return _joined(line.member, *(str(body[name]) for name in ("ref", "part") if isinstance(body.get(name), str)))


def _sale(line: FactLine, i18n: I18n) -> FactWords:
    body, sale = line.body, line.sale
    used = len(body.get("coupons", ()))
    coupons = translate("Journal", "%n coupon(s)", None, used) if used else ""
    money = i18n.money(sale.total, sale.currency) if sale is not None else ""
    name = customer_word(body.get("name"))
    vouched = body.get("vouched")
    how = vouched_word(Vouched(vouched)) if vouched in tuple(Vouched) else ""
    slip = body.get("slip")
    paper = translate("Journal", "from a paper slip") if isinstance(slip, Mapping) else ""
    title = translate("Journal", "Sale")
    return FactWords(title, _joined(_receipt(line), paper, money, name, how, coupons, _approved(line)))


def _receipt(line: FactLine) -> str:
    return line.sale.receipt if line.sale is not None else str(line.body.get("txn", ""))


def _void(line: FactLine, i18n: I18n) -> FactWords:
    sale = line.sale
    money = i18n.money(sale.total, sale.currency) if sale is not None else ""
    reason = void_reason_word(str(line.body.get("reason", "")))
    return FactWords(translate("Journal", "Sale voided"), _joined(_receipt(line), money, reason, _approved(line)))


def _return(line: FactLine, i18n: I18n) -> FactWords:
    money = i18n.money(int(line.body.get("amount", 0)), line.sale.currency if line.sale is not None else None)
    return FactWords(translate("Journal", "Part came back"), _joined(_receipt(line), money, _approved(line)))


def _charge(line: FactLine, i18n: I18n) -> FactWords:
    return FactWords(charge_title(line.kind), _joined(*charge_parts(line.body, i18n), _approved(line)))


def _approved(line: FactLine) -> str:
    return translate("Journal", "approved by {staff}").format(staff=line.approved_by) if line.approved_by else ""


def _refused_title(line: FactLine, i18n: I18n) -> str:
    code = str(line.body.get("code", ""))
    if code not in tuple(RefusalCode):
        return code
    return refusal_words(Refusal(RefusalCode(code), {}), Surroundings(i18n, line.at)).title


def _scan_refused(line: FactLine, i18n: I18n) -> FactWords:
    coupon = str(line.body.get("coupon", ""))
    return FactWords(translate("Journal", "Scan refused"), _joined(_refused_title(line, i18n), coupon))


def _sale_refused(line: FactLine, i18n: I18n) -> FactWords:
    coupon = str(line.body.get("coupon", ""))
    return FactWords(translate("Journal", "Sale refused"), _joined(_refused_title(line, i18n), coupon))


def _signed_in(line: FactLine, _i18n: I18n) -> FactWords:
    how = line.body.get("how")
    by = translate("Journal", "by badge") if how == "badge" else translate("Journal", "by PIN")
    return FactWords(translate("Journal", "Signed in"), by)


def _pin_failed(line: FactLine, _i18n: I18n) -> FactWords:
    return FactWords(translate("Journal", "Wrong PIN"), str(line.body.get("staff", "")))


def _setting(line: FactLine, _i18n: I18n) -> FactWords:
    title = translate("Journal", "Setting changed")
    if line.body.get("setting") in ("printing", "labels"):
        return FactWords(title, _of_printing(line.body))
    if line.body.get("setting") != "station":
        return FactWords(title, str(line.body.get("setting", "")))
    after = str(line.body.get("after", ""))
    station = station_word(StationRole(after)) if after in tuple(StationRole) else after
    return FactWords(title, translate("Journal", "This terminal became: {station}").format(station=station))


def _of_printing(body: Mapping[str, Any]) -> str:
    if body.get("setting") == "printing":
        return translate("Journal", "Printers")
    after = body.get("after")
    if not isinstance(after, int):
        return translate("Journal", "Labels are not counted")
    return translate("Journal", "%n label(s) on the roll", None, after)


def _paper(line: FactLine, _i18n: I18n) -> FactWords:
    body = line.body
    if line.kind == "document.queued":
        copy = body.get("copy")
        receipt = line.sale.receipt if line.sale is not None else ""
        said = (word_of_fact(str(body.get("document", ""))), receipt, copy_word(copy) if isinstance(copy, int) else "")
        title = translate("Journal", "Printed again") if body.get("again") else translate("Journal", "To be printed")
        return FactWords(title, _joined(*said))
    if line.kind == "document.told":
        came_out = body.get("came_out") is True
        text = translate("Journal", "it came out") if came_out else translate("Journal", "it did not come out")
        return FactWords(translate("Journal", "Said about a paper"), text)
    many = "" if body.get("job") else translate("Journal", "all that waited for long")
    if line.kind == "document.withdrawn":
        return FactWords(translate("Journal", "Print withdrawn"), many)
    return FactWords(translate("Journal", "Printed after all"), many)


def _came(line: FactLine, _i18n: I18n) -> FactWords:
    if line.kind == "document.printed":
        sure = line.body.get("sure", True) is True
        return FactWords(
            translate("Journal", "Printed") if sure else translate("Journal", "Sent to the printer"),
        )
    code = line.body.get("trouble")
    trouble = trouble_word(Trouble(code)) if code in tuple(Trouble) else ""
    if line.kind == "document.failed":
        return FactWords(translate("Journal", "Not printed"), trouble)
    return FactWords(translate("Journal", "Printed or not: a person looks"), trouble)


def _slips(line: FactLine, _i18n: I18n) -> FactWords:
    body = line.body
    book = str(body.get("book", ""))
    if line.kind == "slips.book_made":
        first, last = body.get("first"), body.get("last")
        return FactWords(translate("Journal", "Book of slips made"), _joined(book, f"{first}–{last}", _approved(line)))
    lost = body.get("what") == "lost"
    title = translate("Journal", "Slips lost") if lost else translate("Journal", "Slips unused")
    ranges = ", ".join(f"{first}–{last}" if first != last else f"{first}" for first, last in body.get("ranges", ()))
    return FactWords(title, _joined(book, ranges, _approved(line)))


def _series(line: FactLine, _i18n: I18n) -> FactWords:
    first, last = line.body.get("first"), line.body.get("last")
    issued = line.kind == "series.issued"
    title = translate("Journal", "Coupons on paper issued") if issued else translate("Journal", "Coupons taken back")
    numbers = f"{first}–{last}" if last else ""
    return FactWords(title, _joined(str(line.body.get("series", "")), numbers, str(line.body.get("reason", ""))))


def _started(line: FactLine, _i18n: I18n) -> FactWords:
    version = str(line.body.get("version", ""))
    return FactWords(
        translate("Journal", "Program started"), translate("Journal", "version {version}").format(version=version)
    )


def _restarted(line: FactLine, _i18n: I18n) -> FactWords:
    how = {
        "hung": translate("Journal", "it had stopped answering"),
        "failed": translate("Journal", "it could not be opened"),
    }.get(str(line.body.get("how")), translate("Journal", "it had ended by itself"))
    return FactWords(translate("Journal", "Program started again"), _joined(how, str(line.body.get("fault", ""))))


def _door_opened(line: FactLine, _i18n: I18n) -> FactWords:
    left = line.body.get("way") == "leave"
    title = (
        translate("Journal", "Customers’ station left") if left else translate("Journal", "Customers’ station set up")
    )
    return FactWords(title, _approved(line))


def _epoch(line: FactLine, _i18n: I18n) -> FactWords:
    if line.body.get("reason") == "enrolled":
        return FactWords(translate("Journal", "Terminal enrolled"))
    return FactWords(translate("Journal", "Journal restored"), translate("Journal", "a new chapter begins"))


def _clock(line: FactLine, _i18n: I18n) -> FactWords:
    before, after = line.body.get("before_ms") or 0, line.body.get("after_ms") or 0
    seconds = round((after - before) / 1000)
    return FactWords(translate("Journal", "Clock corrected"), translate("Journal", "%n second(s)", None, seconds))


def _rights(line: FactLine, _i18n: I18n) -> FactWords:
    granted, revoked = len(line.body.get("grant", ())), len(line.body.get("revoke", ()))
    text = translate("Journal", "{more} given, {fewer} taken back").format(more=granted, fewer=revoked)
    return FactWords(translate("Journal", "Rights to coupons changed"), text)


def _settled(line: FactLine, _i18n: I18n) -> FactWords:
    verdict = {
        "granted": translate("Journal", "granted"),
        "refused": translate("Journal", "refused"),
        "abandoned": translate("Journal", "no answer"),
    }.get(str(line.body.get("verdict")), "")
    return FactWords(translate("Journal", "HQ answered about a coupon"), verdict)


def _intended(line: FactLine, _i18n: I18n) -> FactWords:
    return FactWords(translate("Journal", "HQ asked for a coupon"), str(line.body.get("coupon", "")))


def _seen(line: FactLine, _i18n: I18n) -> FactWords:
    return FactWords(translate("Journal", "Member here"), line.member)


def _help(line: FactLine, _i18n: I18n) -> FactWords:
    return FactWords(translate("Journal", "Help called"), str(line.body.get("terminal", "")))


def _draw(line: FactLine, _i18n: I18n) -> FactWords:
    title = {
        "draw.frozen": translate("Journal", "Draw: list frozen"),
        "draw.published": translate("Journal", "Draw: list published"),
        "draw.seeded": translate("Journal", "Draw: seed known"),
        "draw.drawn": translate("Journal", "Draw: winners drawn"),
        "draw.passed": translate("Journal", "Draw: prize passed on to an alternate"),
        "draw.voided": translate("Journal", "Draw: void"),
        "draw.closed": translate("Journal", "Draw: over"),
        "draw.refused": translate("Journal", "Draw: result refused by HQ"),
        "draw.rehearsed": translate("Journal", "Draw: rehearsal"),
        "draw.staged": translate("Journal", "Draw: put on the stage"),
        "draw.thrown": translate("Journal", "Draw: dice thrown"),
        "draw.opened": translate("Journal", "Draw: envelope opened"),
        "draw.revealed": translate("Journal", "Draw: winners shown"),
    }[line.kind]
    return FactWords(title, str(line.body.get("draw", "")))


def _wheel(line: FactLine, _i18n: I18n) -> FactWords:
    title = {
        "wheel.opened": translate("Journal", "Wheel: sealed prizes opened"),
        "wheel.shown": translate("Journal", "Wheel: prize shown"),
        "wheel.closed": translate("Journal", "Wheel: sealed prizes closed"),
    }[line.kind]
    j = line.body.get("j")
    return FactWords(title, _joined(str(line.body.get("lease", "")), str(j) if isinstance(j, int) else ""))


def _prize(line: FactLine, _i18n: I18n) -> FactWords:
    title = {
        "claim.due": translate("Journal", "Prize: due"),
        "claim.granted": translate("Journal", "Prize: HQ says who hands it over"),
        "claim.notified": translate("Journal", "Prize: winner written to"),
        "claim.checked": translate("Journal", "Prize: document looked at"),
        "claim.addressed": translate("Journal", "Prize: to be sent by HQ"),
        "claim.handed": translate("Journal", "Prize: handed over"),
        "claim.shipped": translate("Journal", "Prize: shipped"),
        "claim.forfeited": translate("Journal", "Prize: forfeited"),
        "prizes.settled": translate("Journal", "Prizes left over: accounted for"),
    }[line.kind]
    return FactWords(title, str(line.body.get("claim") or line.body.get("prize", "")))


def _drill(line: FactLine, _i18n: I18n) -> FactWords:
    said, took = line.body.get("failed"), line.body.get("p95_ms")
    failed = [line_word(Line(one)) for one in (said if isinstance(said, list) else ()) if one in tuple(Line)]
    return FactWords(
        translate("Journal", "Event desk: checked before opening"),
        _joined(
            mark_word(Mark.PASS if line.body.get("passed") else Mark.FAIL),
            *failed,
            f"{took} ms" if isinstance(took, int) else "",
        ),
    )


def _not_let_in(line: FactLine, _i18n: I18n) -> FactWords:
    code = line.body.get("code")
    why = VERDICTS[VerdictKind(code)].word() if code in tuple(VerdictKind) else ""
    return FactWords(translate("Journal", "Guest: not let in"), why)


_TOLD: dict[str, Callable[[FactLine, I18n], FactWords]] = {
    "sale.completed": _sale,
    "sale.voided": _void,
    "voucher.charged": _charge,
    "voucher.charge_voided": _charge,
    "slips.book_made": _slips,
    "slips.declared": _slips,
    "series.issued": _series,
    "series.revoked": _series,
    "sale.returned": _return,
    "scan.refused": _scan_refused,
    "sale.refused": _sale_refused,
    "staff.signed_in": _signed_in,
    "staff.pin_failed": _pin_failed,
    "setting.changed": _setting,
    "document.queued": _paper,
    "document.told": _paper,
    "document.withdrawn": _paper,
    "document.released": _paper,
    "document.printed": _came,
    "document.failed": _came,
    "document.unknown": _came,
    "terminal.started": _started,
    "program.restarted": _restarted,
    "lockdown.opened": _door_opened,
    "epoch.began": _epoch,
    "clock.jumped": _clock,
    "rights.changed": _rights,
    "op.settled": _settled,
    "op.intended": _intended,
    "member.seen": _seen,
    "help.called": _help,
    "drill.run": _drill,
    "guest.refused": _not_let_in,
    "claim.due": _prize,
    "claim.granted": _prize,
    "claim.notified": _prize,
    "claim.checked": _prize,
    "claim.addressed": _prize,
    "claim.handed": _prize,
    "claim.shipped": _prize,
    "claim.forfeited": _prize,
    "prizes.settled": _prize,
    "wheel.opened": _wheel,
    "wheel.shown": _wheel,
    "wheel.closed": _wheel,
    "draw.frozen": _draw,
    "draw.published": _draw,
    "draw.seeded": _draw,
    "draw.drawn": _draw,
    "draw.passed": _draw,
    "draw.voided": _draw,
    "draw.closed": _draw,
    "draw.refused": _draw,
    "draw.rehearsed": _draw,
    "draw.staged": _draw,
    "draw.thrown": _draw,
    "draw.opened": _draw,
    "draw.revealed": _draw,
}
"""What needs more than a title."""

_PLAIN: dict[str, Callable[[], str]] = {
    "staff.signed_out": lambda: translate("Journal", "Signed out"),
    "staff.locked": lambda: translate("Journal", "Locked"),
    "staff.changed": lambda: translate("Journal", "Staff list changed"),
    "terminal.stopped": lambda: translate("Journal", "Program ended"),
    "lease.changed": lambda: translate("Journal", "Share of quantities changed"),
    "rewards.decided": lambda: translate("Journal", "Campaigns decided"),
    "member.registered": lambda: translate("Journal", "Member registered"),
    "member.consented": lambda: translate("Journal", "Consent given or withdrawn"),
    "phone.proved": lambda: translate("Journal", "Phone proved by a code"),
    "registration.reviewed": lambda: translate("Journal", "Registration looked at by HQ"),
    "members.merged": lambda: translate("Journal", "Two members became one"),
    "member.erased": lambda: translate("Journal", "Member’s data erased"),
    "member.known": lambda: translate("Journal", "Member’s data came"),
    "member.swept": lambda: translate("Journal", "Member looked through"),
    "check_in.done": lambda: translate("Journal", "Checked in"),
    "check_in.made_up": lambda: translate("Journal", "Check-in made up for"),
    "task.done": lambda: translate("Journal", "Task done"),
    "survey.answered": lambda: translate("Journal", "Survey answered"),
    "deposit.paid": lambda: translate("Journal", "Deposit paid"),
    "event.signed_up": lambda: translate("Journal", "Signed up for an event"),
    "event.attended": lambda: translate("Journal", "Came to an event"),
    "event.made": lambda: translate("Journal", "Event made at a desk"),
    "event.changed": lambda: translate("Journal", "Event changed at a desk"),
    "guests.listed": lambda: translate("Journal", "Guests from a list"),
    "guest.added": lambda: translate("Journal", "Guest: added to the list"),
    "guest.signed_in": lambda: translate("Journal", "Guest: signed in"),
    "guest.left": lambda: translate("Journal", "Guest: left"),
    "guest.undone": lambda: translate("Journal", "Guest: taken back"),
    "guest.answered": lambda: translate("Journal", "Guest: answered questions"),
    "guest.seated": lambda: translate("Journal", "Guest: given a seat"),
    "guest.withdrawn": lambda: translate("Journal", "Guest: does not come"),
    "guest.blocked": lambda: translate("Journal", "Guest: blocked"),
    "guest.unblocked": lambda: translate("Journal", "Guest: block lifted"),
    "photo.judged": lambda: translate("Journal", "Guest’s photo looked at"),
    "vote.cast": lambda: translate("Journal", "Voted"),
    "points.spent": lambda: translate("Journal", "Points spent"),
    "wheel.spun": lambda: translate("Journal", "Wheel spun"),
    "wheel.leased": lambda: translate("Journal", "Wheel: HQ signed sealed prizes"),
    "wheel.returned": lambda: translate("Journal", "Wheel: lost prizes given back at HQ"),
    "draw.won": lambda: translate("Journal", "Drawn as a winner"),
    "draw.lost": lambda: translate("Journal", "Prize went on to somebody else"),
    "partner.code": lambda: translate("Journal", "Partner’s code"),
    "reward.chosen": lambda: translate("Journal", "Gift chosen"),
    "document.sent": lambda: translate("Journal", "On its way to the printer"),
    "forms.printed": lambda: translate("Journal", "Registration forms printed"),
    "help.answered": lambda: translate("Journal", "Went to help"),
    "help.ended": lambda: translate("Journal", "Call for help over"),
    "receipt.printed": lambda: translate("Journal", "Receipt printed"),
    "ledger.backed_up": lambda: translate("Journal", "Journal backed up"),
    "ledger.restored": lambda: translate("Journal", "HQ knows more than this journal"),
    "ledger.short": lambda: translate("Journal", "Entries are missing at the end"),
}

WORDED = frozenset(_TOLD) | frozenset(_PLAIN)
"""Kinds that have words; a test holds them against the journal's own list."""
