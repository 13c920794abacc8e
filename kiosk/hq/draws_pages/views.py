"""What the pages of draws show: the list of them, one of them, a slip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from kiosk.domain import money
from kiosk.domain.documents.cleaning import clean, personal
from kiosk.domain.draws.batch import Manifest
from kiosk.domain.draws.beacon import Chain, time_of
from kiosk.domain.draws.life import NOBODY
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.hq.documents import phone as p
from kiosk.hq.documents.phone import LANG, Frame
from kiosk.hq.draws_batch.planning import thing_of
from kiosk.hq.draws_batch.totals import Shown
from kiosk.hq.draws_pages import parts, words
from kiosk.hq.draws_pages.slips import Held, Slip
from kiosk.hq.invites.words import say
from kiosk.protocol.rows import DrawPlaceRow, DrawRow, WheelRow

_PUBLISHED = ("published", "seeded", "drawn", "closed", "void")
_TICKET = "{:06d}"


@dataclass(frozen=True, slots=True)
class DrawSaid:
    """A draw with what its page says beside its row. `manifest` None: it is not frozen yet; `chain`: of its beacon,
    None where HQ knows no such, `public` whether it is the public one; `zone`: of the campaign's stores; `earlier`:
    lists that are void; `file`: from HQ's root, "" before there is one; `keys`: HQ's public keys, hex."""

    row: DrawRow
    manifest: Manifest | None
    chain: Chain | None
    public: bool
    zone: str
    earlier: Sequence[DrawRow]
    file: str
    keys: Sequence[str]


def listed(
    page: Frame,
    draws: Sequence[tuple[DrawRow, str]],
    wheels: Sequence[tuple[WheelRow, Names]],
    won: Sequence[tuple[Shown, str]],
) -> bytes:
    """All draws, with the zones of their clocks; wheels, with the names of their prizes; who won at them what has to be
    shown, with zones."""
    language = page.language
    title = words.DRAWS.get(language)
    top = p.card(p.heading(title, 1), p.paragraph(words.DRAWS_ABOUT.get(language), "pale"))
    cards = [_entry(page, row, zone) for row, zone in draws] or [p.card(p.paragraph(words.NO_DRAWS.get(language)))]
    slip = p.card(
        p.heading(words.MY_SLIP.get(language)),
        p.paragraph(words.MY_SLIP_ABOUT.get(language)),
        parts.button(words.CHECK.get(language), parts.verify_link("", language), second=True),
    )
    return p.whole(page, title, top, *cards, *_wheels(page, wheels), *_won(page, won), slip, _why(page))


@dataclass(frozen=True, slots=True)
class Names:
    """What a wheel and its prizes are called; prizes that are none are not in it."""

    wheel: LocalText
    prizes: Mapping[str, LocalText]


def _entry(page: Frame, row: DrawRow, zone: str) -> str:
    inside = [parts.state(page, row.state), p.heading(clean(row.name.get(page.language)))]
    inside.append(p.paragraph(parts.when(row.at, zone), "pale"))
    return (
        f'<a class="card target" href="{parts.draw_link("", row.draw, row.seq, page.language)}">{"".join(inside)}</a>'
    )


def _wheels(page: Frame, wheels: Sequence[tuple[WheelRow, Names]]) -> list[str]:
    if not wheels:
        return []
    made = [p.heading(words.WHEELS.get(page.language))]
    for row, names in wheels:
        made.append(p.heading(clean(names.wheel.get(page.language)), 3))
        made.append(
            parts.facts(
                (
                    clean(names.prizes[one.code].get(page.language)),
                    say(words.LEFT, page.language, left=f"{one.left:,}", whole=f"{one.whole:,}"),
                )
                for one in row.prizes
                if one.code in names.prizes
            )
        )
    return [p.card(*made)]


def _won(page: Frame, won: Sequence[tuple[Shown, str]]) -> list[str]:
    if not won:
        return []
    lines = []
    for one, zone in won:
        more = f"{clean(one.prize.get(page.language))} · {parts.when(instant(one.at), zone)}"
        lines.append(f"<li><b>{escape(personal(one.name) or '–')}</b><span>{escape(more)}</span></li>")
    return [p.card(p.heading(words.WHEEL_WINNERS.get(page.language)), f"<ul class=won>{''.join(lines)}</ul>")]


def one(page: Frame, up: str, said: DrawSaid) -> bytes:
    """A draw."""
    row, language = said.row, page.language
    name = clean(row.name.get(language))
    top = [parts.state(page, row.state), p.heading(name, 1), p.paragraph(parts.when(row.at, said.zone), "pale")]
    if row.state == "void":
        reason = words.REASONS.get(row.void)
        top.append(parts.alert(say(words.VOID, language, reason=reason.get(language) if reason else row.void)))
    made = [p.card(*top, parts.facts(_facts(page, said)))]
    if row.winners:
        made.append(_winners(page, row))
    else:
        made.append(_prizes(page, row))
    if row.state in _PUBLISHED and row.mh:
        made.append(_check(page, up, said))
        made.append(_fingerprint(page, said))
    if said.earlier:
        made.append(_earlier(page, up, said.earlier))
    return p.whole(page, name, *made, _why(page), _all(page, up))


def _facts(page: Frame, said: DrawSaid) -> list[tuple[str, str]]:
    language, manifest, row = page.language, said.manifest, said.row
    rows: list[tuple[str, str]] = []
    if manifest is not None:
        rows += [
            (words.ENTRANTS.get(language), f"{manifest.entrants:,}"),
            (words.TICKETS.get(language), f"{manifest.tickets:,}"),
            (words.WHEN.get(language), parts.when(instant(manifest.freeze_time * 1000), said.zone)),
        ]
        if manifest.beacon is None:
            rows.append((words.BEACON.get(language), words.BY_HAND.get(language)))
        else:
            phrase = words.BEACON_ROUND if said.public else words.OTHER_BEACON
            rows.append((words.BEACON.get(language), say(phrase, language, round=str(manifest.beacon.round))))
            if said.chain is not None:
                out = instant(time_of(said.chain, manifest.beacon.round) * 1000)
                rows.append((words.BEACON_OUT.get(language), parts.when(out, said.zone, seconds=True)))
    rows.append((words.LICENCE.get(language), row.licence))
    return rows


def _prizes(page: Frame, row: DrawRow) -> str:
    language = page.language
    lines = [(clean(one.name.get(language)), say(words.PIECES, language, n=f"{one.count:,}")) for one in row.prizes]
    return p.card(p.heading(words.PRIZES.get(language)), parts.facts(lines)) if lines else ""


def _winners(page: Frame, row: DrawRow) -> str:
    language = page.language
    names = {one.code: clean(one.name.get(language)) for one in row.prizes}
    made = [p.heading(words.WINNERS.get(language))]
    for code, places in groupby(row.winners, lambda one: one.prize):
        made.append(p.heading(names.get(code, code), 3))
        made.append(f"<ul class=won>{''.join(_place(page, one) for one in places)}</ul>")
    if sum(one.count for one in row.prizes) > len(row.winners):
        made.append(p.paragraph(say(words.SOME_SHOWN, language, n=f"{len(row.winners):,}"), "pale"))
    return p.card(*made)


def _place(page: Frame, one: DrawPlaceRow) -> str:
    language = page.language
    if one.entrant == NOBODY:
        return f"<li><b>{page.say(words.NOBODY)}</b></li>"
    ticket = say(words.TICKET, language, ticket=_TICKET.format(one.ticket))
    name = personal(one.name) if one.name else ticket
    more = [ticket] if one.name else []
    more += [words.PASSED_ON.get(language)] if one.turn else []
    return f"<li><b>{escape(name)}</b><span>{escape(' · '.join(more))}</span></li>"


def _check(page: Frame, up: str, said: DrawSaid) -> str:
    language = page.language
    made = [p.heading(words.CHECK.get(language)), p.paragraph(words.CHECK_ABOUT.get(language))]
    if said.file:
        made.append(parts.button(words.CHECK_HERE.get(language), parts.verify_link(up, language, file=said.file)))
        text = say(words.DOWNLOAD, language, size=parts.size(said.row.file_size))
        made.append(parts.button(text, up + said.file, second=True, saved=True))
    made.append(parts.button(words.PROGRAM.get(language), f"{up}verify?save", second=True, saved=True))
    return p.card(*made)


def _fingerprint(page: Frame, said: DrawSaid) -> str:
    language = page.language
    made = [p.heading(words.FINGERPRINT.get(language)), parts.fingerprint(said.row.mh)]
    made.append(p.paragraph(words.FINGERPRINT_ABOUT.get(language), "pale"))
    keys = "".join(f"<p class=print>{' '.join(key[at : at + 4] for at in range(0, 16, 4))}</p>" for key in said.keys)
    if keys:
        made.append(p.fold(words.KEYS.get(language), p.paragraph(words.KEYS_ABOUT.get(language), "pale"), keys))
    return p.card(*made)


def _earlier(page: Frame, up: str, rows: Sequence[DrawRow]) -> str:
    language = page.language
    lines = []
    for row in rows:
        reason = words.REASONS.get(row.void)
        link = parts.draw_link(up, row.draw, row.seq, language)
        text = say(words.VERSION, language, seq=str(row.seq))
        why = reason.get(language) if reason else row.void
        lines.append(f'<li><a class="target" href="{escape(link)}">{escape(text)}</a><span>{escape(why)}</span></li>')
    return p.card(p.heading(words.EARLIER.get(language)), f"<ul class=won>{''.join(lines)}</ul>")


def _why(page: Frame) -> str:
    return p.card(
        p.fold(words.HOW.get(page.language), parts.points([one.get(page.language) for one in words.HOW_POINTS]))
    )


# -- slips ------------------------------------------------------------------------------------------------------------


def slip(page: Frame, up: str, token: str, slip: Slip, zone: str, file: str) -> bytes:
    """A ticket or a result slip. `file`: of the draw or the lease, from HQ's root, "" where there is none yet."""
    language = page.language
    wheel = slip.draw is None and slip.claims.code is not None
    title, about = _said(slip, wheel=wheel)
    top = parts.verdict(str(slip.worth), title.get(language), about.get(language))
    body = _of_wheel(page, slip, zone) if wheel else _of_ticket(page, up, slip, zone)
    lines = []
    for name, held in slip.checks.items():
        phrase = words.HELD[name][(Held.GOOD, Held.BAD, Held.OPEN).index(held)]
        lines.append((str(held), phrase.get(language)))
    checked = [p.heading(words.CHECKED.get(language)), parts.checks(lines)]
    if slip.withdrawn:
        checked.append(p.paragraph(words.WITHDRAWN.get(language), "pale"))
    asked = {"code": token, "key": slip.key, "issuer": slip.issuer or slip.claims.issuer, "file": file}
    checked.append(p.paragraph(words.CHECK_ABOUT.get(language), "pale"))
    checked.append(parts.button(words.CHECK_HERE.get(language), parts.verify_link(up, language, **asked)))
    return p.whole(page, words.SLIP.get(language), top, *body, p.card(*checked), _why(page))


def _said(slip: Slip, *, wheel: bool) -> tuple[LocalText, LocalText]:
    """What it comes to, and what that means."""
    if slip.worth is Held.GOOD:
        return words.GENUINE, words.GENUINE_WHEEL if wheel else words.GENUINE_BATCH
    if slip.worth is Held.OPEN:
        return words.UNSURE, words.UNSURE_ABOUT
    return words.NOT_GOOD, next(words.HELD[name][1] for name, held in slip.checks.items() if held is Held.BAD)


def _of_wheel(page: Frame, slip: Slip, zone: str) -> list[str]:
    language, claims = page.language, slip.claims
    code, amount = slip.code
    found = None
    if slip.campaign is not None and slip.lease is not None:
        wheel = next((one for one in slip.campaign.wheels if one.id == slip.lease.wheel), None)
        found = next((one for one in wheel.prizes if one.code == code), None) if wheel is not None else None
    name = code if found is None else clean(found.name.get(language))
    if found is not None and found.thanks:
        name = words.THANKS.get(language)
    if amount and slip.campaign is not None:
        name = f"{name} {money.with_sign(amount, slip.campaign.currency)}"
    rows = [
        (words.SLOT.get(language), say(words.OF, language, j=str(claims.index), size=str(claims.size))),
        (words.LEASE.get(language), claims.draw),
        (words.TERMINAL.get(language), slip.issuer or claims.issuer),
        (words.ISSUED.get(language), parts.when(claims.issued, zone)),
    ]
    phrase = words.RESULT if slip.worth is Held.GOOD else words.SAID
    result, prize = p.paragraph(phrase.get(language), "pale"), p.paragraph(name, "big-prize")
    tape = p.heading(words.FINGERPRINT_TAPE.get(language))
    return [p.card(result, prize, parts.facts(rows)), p.card(tape, parts.fingerprint(claims.root.hex()))]


def _of_ticket(page: Frame, up: str, slip: Slip, zone: str) -> list[str]:
    language, claims = page.language, slip.claims
    assert claims.first is not None
    assert claims.count is not None
    last = claims.first + claims.count - 1
    numbers = _TICKET.format(claims.first) + (f"–{_TICKET.format(last)}" if claims.count > 1 else "")
    made = [p.paragraph(_fate(page, slip), "big-prize")] if slip.worth is Held.GOOD else []
    if slip.draw is not None and slip.draw.voided is not None:
        made = [parts.alert(words.VOID_LIST.get(language))]
    rows = [
        (words.NUMBERS.get(language), numbers),
        (words.ENTRY.get(language), str(claims.index)),
        (words.DRAW.get(language), _draw_name(slip, language)),
        (words.ISSUED.get(language), parts.when(claims.issued, zone)),
    ]
    link = parts.button(words.ALL_OF_DRAW.get(language), parts.draw_link(up, claims.draw, None, language), second=True)
    return [p.card(*made, parts.facts(rows), link if slip.draw is not None else "")]


def _draw_name(slip: Slip, language: str) -> str:
    thing = None if slip.campaign is None else thing_of(slip.campaign, slip.claims.draw)
    return slip.claims.draw if thing is None else f"{clean(thing[0].name.get(language))} · {thing[1]:%Y-%m-%d}"


def _fate(page: Frame, slip: Slip) -> str:
    language = page.language
    if slip.draw is None or slip.draw.drawn is None:
        return words.NOT_DRAWN.get(language)
    if not slip.prizes:
        return words.NOT_WON.get(language)
    draws = slip.campaign.draws if slip.campaign is not None else ()
    names = {prize.code: clean(prize.name.get(language)) for draw in draws for prize in draw.prizes}
    said = words.COMMA.get(language).join(names.get(code, code) for code in slip.prizes)
    return say(words.WON, language, prize=said)


def nothing(page: Frame, up: str, title: LocalText, about: LocalText) -> bytes:
    """No such draw, or no code of ours."""
    said = title.get(page.language)
    return p.whole(page, said, p.card(p.heading(said, 1), p.paragraph(about.get(page.language))), _all(page, up))


def _all(page: Frame, up: str) -> str:
    link = f"{parts.draw_link(up, '').rstrip('/')}?lang={LANG[page.language]}"
    return f'<p><a class="target" href="{escape(link)}">{page.say(words.ALL_DRAWS)}</a></p>'
