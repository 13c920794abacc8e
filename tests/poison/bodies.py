"""Bodies of every kind of fact, sound ones and broken ones, and histories made of them; all drawn from one seed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.facts import KINDS
from tests.poison.filled import filled

MEMBERS = ("m1", "m2", "m3", "m4", "m9", *(f"n{number}" for number in range(30)))
COUPONS = tuple(f"c{number}" for number in range(10))
BOOKS = ("K7MP3QRT", "W4XN8HCE")
_BEFORE = 1_796_900_000_000
TXNS = tuple(f"x{number}" for number in range(200))
_CAMPAIGNS = (
    ("autumn", "points", RewardKind.POINTS, ""),
    ("autumn", "second", RewardKind.COUPON, "five"),
    ("autumn", "other", RewardKind.TIER, "gold"),
    ("nobody", "knows", RewardKind.GIFT, "mug"),
)

_deep: Any = []
for _ in range(90):
    _deep = [_deep]

NASTY: Sequence[Any] = (
    *(None, True, False, 0, 1, -1, 7, 65, 1_000_000, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**30),
    *(10**400, 1.5, -0.0, 1e308, "", " ", "a", "0", "1", "-1", "1e3", "NaN", "m1", "m3", "c1", "x1", "UTC", "gold"),
    *("Asia/Taipei", "Nowhere/None", "../../etc/passwd", "/", ".", "..", "02-30", "13-45", "02-29", "checkout", "hq"),
    *("a" * 65, "a" * 300, "a" * 5000, "\0", "x\0y", "\ud800", "🎉", "名", "|", "a|b", "a/b/c/d", "@", "'", "%", "\n"),
    *([], [1], ["m1"], [["a", 1]], [["a"]], [None], [[]], [{}], {}, {"a": 1}, {"m1": "m1"}, {"": ""}, _deep),
    *(["r-aaaaaaaaaaaaaaaaaaaa-0"], [["limit:autumn/points/member.day", 2**62]], ["c1", "c2"], [["stock|x", -5]]),
)
"""What stands where something else should."""

_HEAD_NASTY: Mapping[str, Sequence[Any]] = {
    "hlc": (0, -1, 1, 2**62, 2**63 - 1, 2**63, 2**70, "1", 1.5, None, True, []),
    "at": (0, -1, 1, 253_402_300_799_999, 253_402_300_800_000, 10**18, 2**63, "5", None, 1.5, -(10**15)),
    "off": (None, 0, -1, 10**15, -(10**15), 2**63, "x", 1.5, [1]),
    "mono": (-1, 2**63, "x", None),
    "actor": ("", None, 1, "a" * 65, "\0", "\ud800", []),
    "boot": ("", None, 1, "a" * 5000, {}),
    "kind": ("", None, 1, "nobody.knows", "a" * 300, "\0", "\ud800"),
    "epoch": (0, 2, "1", None),
    "seq": (0, 2**63, "1", None),
    "body": (None, [], "x", 1, {}),
}


def sound(dice: random.Random, kind: str) -> dict[str, Any]:
    """A body of this kind that can be read, about somebody of any store."""
    who, other = dice.choice(MEMBERS), dice.choice(MEMBERS)
    txn = dice.choice(TXNS)
    of_member = {"member": who, "other": other, "referrer": dice.choice(MEMBERS), "channel": "checkout"}
    of_member |= {"store": "s1", "zone": "Asia/Taipei"} if dice.random() < 0.3 else {}
    done = {**of_member, "ref": "wheel", "part": "a", "value": 5, "amount": 100}
    goods = [{"sku": "a", "category": "food", "pieces": 2, "price": 5_000}]
    match kind:
        case "sale.completed":
            coupon = {"id": dice.choice(COUPONS), "template": "t1", "value": 10_000, "right": "held", "member": who}
            return {
                "v": 2,
                "txn": txn,
                "number": 1,
                "receipt": "R1",
                "amount": 50_000,
                "total": 40_000,
                "currency": "TWD",
                "clerk": "C",
                "member": who,
                "name": "某",
                "vouched": "hq",
                "other": other,
                "referrer": dice.choice(MEMBERS),
                "channel": "checkout",
                "coupons": [coupon],
                "lines": [],
                "by_category": [["food", 40_000]],
                "items": goods,
                "till": "t-1",
                "offers": [{"rule": "autumn/points", "off": 5, "pieces": 1}],
                "slip": {"book": dice.choice(BOOKS), "number": dice.randrange(60), "at": _BEFORE, "by": "s-2"},
            }
        case "sale.voided":
            return {"txn": txn, "reason": "wrong", "approved_by": "s-2"}
        case "sale.returned":
            body = {"v": 2, "txn": txn, "amount": 10_000, "reason": "back", "approved_by": "s-2", "items": goods}
            why = {"less": [["autumn/points", 5]], "till": "r-1"}
            return {**body, **why, "by_category": [["food", 10_000]], "member": who, "other": other, "referrer": who}
        case "sale.refused":
            return {"code": "coupon_used", "txn": txn, "coupon": "c1"}
        case "voucher.charged" | "voucher.charge_voided":
            return charged(dice, kind, txn)
        case "op.intended":
            return {"op": "o1", "coupon": dice.choice(COUPONS), "txn": txn}
        case "op.settled":
            return {"op": "o1", "verdict": dice.choice(("granted", "refused", "abandoned"))}
        case "rights.changed":
            grant = [{"coupon": dice.choice(COUPONS), "uses": 1, "fence": 1}]
            return {"grant": grant, "revoke": [dice.choice(COUPONS)]}
        case "member.registered":
            about = {"part": None, "household": "h", "birthday": "02-28", "tags": ["a", "b"]}
            told = {"person": "ab" * 32, "how": "card", "proved": dice.random() < 0.5, "consents": [["service", "1"]]}
            return of_member | (about if dice.random() < 0.4 else told | {"held": ["too_many"], "guardian": False})
        case "member.consented":
            return of_member | {"purpose": "marketing", "version": "1", "given": dice.random() < 0.5}
        case "phone.proved":
            return of_member | {"how": "code"}
        case "registration.reviewed":
            return of_member | {"verdict": dice.choice(("approved", "rejected", "asked")), "reason": "r", "by": "p"}
        case "members.merged":
            return {"member": who, "other": other, "why": "same_phone", "of_member": [f"d-x/{dice.randrange(99):x}"]}
        case "member.erased":
            return {"member": who, "why": "asked", "by": "p"}
        case "check_in.made_up":
            return of_member | {"days_ago": 1}
        case "rewards.decided":
            return decided(dice, who)
        case "lease.changed":
            return {"v": 2, "op": "l-1", "quantities": {"stock:autumn/mug": 5}}
        case "epoch.began":
            return {"reason": "enrolled", "device": "d", "store": "s1", "previous": None}
        case "staff.signed_in":
            return {"staff": "s-1", "how": "pin"}
        case "staff.signed_out" | "staff.locked" | "staff.pin_failed":
            return {"staff": "s-1"}
        case "staff.changed":
            return {"staff": "s-1", "what": "pin", "by": "it", "role": "clerk", "stores": ["s1"]}
        case "slips.book_made":
            book = {"book": dice.choice(BOOKS), "store": "s1", "rule": "t1", "template": "t1", "first": 1, "last": 50}
            times = {"made": _BEFORE, "since": _BEFORE, "until": _BEFORE + 10**9}
            return {**book, "uses": 40, "most": 10_000, "public": "ab" * 32, "approved_by": "s-2", **times}
        case "series.issued":
            numbers = {"series": "s", "template": "t1", "first": 1, "last": dice.choice((1, 500))}
            return numbers | {"since": _BEFORE, "until": _BEFORE + 10**9, "store": "s1", "by": "p"}
        case "series.revoked":
            return {"series": "s", "first": 1, "last": 2, "reason": "r", "by": "p"}
        case "slips.declared":
            return {"book": dice.choice(BOOKS), "ranges": [[3, 9], [12, 12]], "what": dice.choice(("unused", "lost"))}
        case "help.called":
            return {"call": "h1", "terminal": "s1-K1", "page": "coupons"}
        case "help.answered" | "help.ended":
            return {"call": "h1"}
        case _ if kind.startswith("wheel."):
            return wheel_step(dice, kind, done)
        case _ if kind.startswith("draw.") and kind not in ("draw.won", "draw.lost"):
            return draw_step(dice, kind)
        case "draw.won" | "draw.lost" if dice.random() < 0.5:
            return done | {"draw": "autumn/grand/2026-10-01", "seq": 1}
        case _ if kind.startswith("claim.") or kind == "prizes.settled":
            return claim_step(dice, kind)
        case "event.made" | "event.changed" | "guests.listed" | "drill.run":
            return event_step(kind)
        case "photo.judged":
            return {"event": "gala", "photo": dice.choice(("p1", "p2")), "shown": dice.random() < 0.5}
        case _ if kind.startswith("guest."):
            return guest_step(dice, kind, who)
        case "document.queued":
            return {"job": "j1", "document": "receipt", "printer": "p1", "language": "en", "about": txn}
        case "document.told":
            return {"job": "j1", "came_out": True}
        case _ if kind.startswith("document."):
            return {"job": "j1", "printer": "p1"}
        case "scan.refused":
            return {"code": "not_ours", "source": "camera", "symbology": "qr", "coupon": "c1"}
        case _:
            return done


def charged(dice: random.Random, kind: str, txn: str) -> dict[str, Any]:
    """Money that is put on a voucher, or taken off again."""
    coupon, template = dice.choice([*((one, "t1") for one in COUPONS[:2]), ("v2", "v"), (f"w{txn}", "v")])
    body = {"txn": txn, "coupon": coupon, "template": template, "value": 10_000}
    if kind == "voucher.charge_voided":
        return {**body, "right": "held", "reason": "wrong"}
    span = {"since": _BEFORE, "until": _BEFORE + 86_400_000, "fresh": True, "right": {"uses": 10_000, "fence": 0}}
    return {**body, "name": {"en": "Voucher"}, "number": 1, "receipt": "V1", "currency": "TWD", **span}


def event_step(kind: str) -> dict[str, Any]:
    """An event that a desk made, its list, and that the desk was tried before the doors opened."""
    if kind == "guests.listed":
        return {"event": "gala", "list": "L1", "guests": [{"event": "gala", "guest": "g-1", "how": "import"}]}
    if kind == "drill.run":
        return {"event": "gala", "passed": False, "failed": ["disk"], "p95_ms": 12}
    names = {"zh_TW": "週年慶", "zh_CN": "周年庆", "en": "Anniversary"}
    times = {"starts": "2026-09-20T10:00:00Z", "ends": "2026-09-20T14:00:00Z", "zone": "Asia/Taipei"}
    return {"event": "gala", "definition": {"id": "gala", "names": names, **times}}


def guest_step(dice: random.Random, kind: str, member: str) -> dict[str, Any]:
    """What a desk says of a guest."""
    said: dict[str, dict[str, Any]] = {
        "added": {"how": "walk_in", "member": member, "tags": ["vip"]},
        "signed_in": {"people": 2, "how": "ticket", "tags": ["vip"], "desk": "Door 1"},
        "undone": {"of": "d-2/1f", "reason": "twice"},
        "answered": {"answers": {"food": "veg"}, "texts": {"note": "c1"}},
        "seated": {"seat": "7"},
        "refused": {"code": "forged"},
    }
    of = {"event": "gala", "guest": dice.choice(("g-1", "g-2"))}
    turn = {} if kind == "guest.refused" else {"turn": dice.choice((1, 2))}
    return of | turn | said.get(kind.removeprefix("guest."), {})


def wheel_step(dice: random.Random, kind: str, done: dict[str, Any]) -> dict[str, Any]:
    """A tape that is opened, a slot that is taken or shown, a tape that is closed."""
    lease, j = dice.choice(("wheel.a", "wheel.b")), dice.randrange(4)
    sealed = {
        "op": "w-1",
        "campaign": "autumn",
        "wheel": "wheel",
        "body": '{"alg":"KD1"}',
        "root": "ab" * 32,
        "size": 4,
    }
    said: dict[str, dict[str, Any]] = {
        "wheel.opened": {**sealed, "key_id": "cd" * 8, "signature": "ef" * 64, "beacon": "01" * 48},
        "wheel.spun": {**done, "j": j} if dice.random() < 0.7 else {**done, "j": j, "ticket": "d", "tickets": 2},
        "wheel.shown": {"j": j},
        "wheel.closed": {"nt": "ab" * 32, "used": 4, "why": dice.choice(("empty", "expired", "restored"))},
        "wheel.leased": {**sealed, "device": "d-x", "store": "s1", "key_id": "cd" * 8, "signature": "ef" * 64},
        "wheel.returned": {"by": "it"},
    }
    return {"lease": lease, **said[kind]}


def claim_step(dice: random.Random, kind: str) -> dict[str, Any]:
    """Something that is said of a prize."""
    claim = {"claim": dice.choice(("w/wheel.a/1", "d/autumn/grand/2026-10-01/1/0/3"))}
    where = {"campaign": "autumn", "source": "wheel", "prize": "mug"}
    worth = {"value": 2_500_000, "currency": "TWD", "jurisdiction": "TW", "percent": 1000, "identity": True}
    said: dict[str, dict[str, Any]] = {
        "claim.due": {"member": dice.choice(MEMBERS), **where, "store": "s1", **worth, "until": _BEFORE + 10**10},
        "claim.granted": {"device": "d-x"},
        "claim.notified": {"how": "mail+sms"},
        "claim.checked": {"resident": False},
        "claim.addressed": {"address": "0f" * 32},
        "claim.handed": {"how": dice.choice(("paper", "receipt")), "tax": 250_000},
        "claim.shipped": {"parcel": "TW123", "tax": 0},
        "claim.forfeited": {"reason": dice.choice(("deadline", "declined", "ineligible"))},
    }
    if kind == "prizes.settled":
        return {**where, "left": 2, "how": "returned", "by": "it"}
    return claim | said[kind]


def draw_step(dice: random.Random, kind: str) -> dict[str, Any]:
    """A step of HQ's draw, or of the terminal's own."""
    names = {"draw": dice.choice(("autumn/grand/2026-10-01", "local/d-x/1")), "seq": dice.choice((1, 1, 2))}
    hashes = {"mh": "ab" * 32}
    said: dict[str, dict[str, Any]] = {
        "frozen": {"manifest": {"entrants": 3, "prizes": [{"code": "mug", "n": 1}]}, **hashes, "name": "Tea"},
        "published": {**hashes, "at": _BEFORE, "signatures": []},
        "seeded": {"round": 7, "signature": "cd" * 48, "sources": []},
        "drawn": {"result": "ef" * 32, "winners": [["mug", 4, 1]], "alternates": [[2, 0]]},
        "passed": {"place": 0, "entrant": 1, "reason": "no_show", "by": "s-1", "second": "s-2", "alternate": 0},
        "voided": {"reason": "abandoned", "by": "s-1", "second": "s-2"},
        "closed": {},
        "staged": {"title": "Tea", "event": "Party", "names": [["mug", "Mug"]], "shown": "name", "rules": "{}"},
        "thrown": {"throws": "".join(dice.choice("123456") for _ in range(20))},
        "opened": {"name": "envelope:HQ", "value": "ab" * 32},
        "revealed": {"upto": 1},
        "refused": {"device": "d-x", "result": "ef" * 32, "code": "other_result"},
    }
    step = dice.choice(tuple(said)) if kind == "draw.rehearsed" else kind.removeprefix("draw.")
    return names | ({"step": step, "said": said[step]} if kind == "draw.rehearsed" else said[step])


def decided(dice: random.Random, who: str) -> dict[str, Any]:
    """A decision with a reward of some rule for some happening, in the newest form."""
    campaign, rule, what, ref = dice.choice(_CAMPAIGNS)
    happening = f"d-x/{dice.randrange(1 << 20):x}"
    reward = Reward(f"{campaign}/{rule}/{happening}/0", campaign, rule, happening, who, what, ref, dice.choice((1, 3)))
    coupons = list(coupon_ids(reward))
    row = {"campaign": campaign, "rule": rule, "kind": str(what), "ref": ref, "quantity": reward.quantity}
    return {
        "v": 2,
        "member": who,
        "happening": happening,
        "granted": [{**row, "wall": 1_065_504_720}],
        "taken_back": [],
        "counters": [["limit:autumn/points/member.day@739000", 1]],
        "refused": [],
        "takes": [["limit:autumn/points/total", 1], ["|stock:autumn/mug", 1]],
        "store": None,
        "coupons": coupons,
        "rights": coupons,
        "coupons_back": [dice.choice(COUPONS)],
    }


def _paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [here] if here else []
    if isinstance(value, dict):
        for key, part in value.items():
            found += _paths(part, (*here, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            found += _paths(part, (*here, index))
    return found


def broken(dice: random.Random, body: dict[str, Any]) -> dict[str, Any]:
    """The body with one to three things in it changed, left out or added."""
    body = copy.deepcopy(body)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        paths = _paths(body)
        what = dice.random()
        if not paths or what < 0.1:
            names = ("v", "zone", "store", "event", "takes", "coupons", "amount", "items", "detail", "points", "tier")
            body[dice.choice(names)] = copy.deepcopy(dice.choice(NASTY))
            continue
        path = dice.choice(paths)
        place: Any = body
        for key in path[:-1]:
            place = place[key]
        last = path[-1]
        if what < 0.25:
            del place[last]
        elif what < 0.35 and isinstance(place, list):
            place.append(copy.deepcopy(dice.choice((place[last], *NASTY))))
        else:
            place[last] = copy.deepcopy(dice.choice(NASTY))
    return body


def record(dice: random.Random, device_now: int, seq: int, *, kind: str | None = None, sane: float = 0.2) -> bytes:
    """A fact's bytes at its place in epoch 1. `sane`: how many of the bodies are left as they should be; 1: nothing
    of the fact is broken."""
    kind = kind or str(dice.choice(KINDS))
    body = filled(dice, kind, sound(dice, kind))
    if dice.random() >= sane:
        body = broken(dice, body)
    now = device_now + dice.randrange(-3_600_000, 3_600_000)
    made: dict[str, Any] = {
        "epoch": 1,
        "seq": seq,
        "kind": kind,
        "hlc": (device_now << 16) + seq,
        "at": now,
        "off": 0,
        "boot": "b",
        "mono": now,
        "actor": "s-1",
        "body": body,
    }
    if sane < 1 and dice.random() < 0.08:
        name = dice.choice(tuple(_HEAD_NASTY))
        made[name] = dice.choice(_HEAD_NASTY[name])
    text = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    raw = text.encode(errors="backslashreplace")
    if sane < 1 and dice.random() < 0.01:  # no JSON at all
        at = dice.randrange(len(raw))
        raw = raw[:at] + bytes([dice.randrange(256)]) + raw[at + dice.randrange(3) :]
    return raw
