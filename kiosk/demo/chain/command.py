"""`kiosk hq demo-data`: a believable chain in HQ's folder, and a file of what a demonstration holds up to the till."""

from __future__ import annotations

import argparse
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kiosk.cli.arguments import complain, number
from kiosk.domain.time import instant

if TYPE_CHECKING:
    from kiosk.demo.chain.build import DemoChain
    from kiosk.hq.headquarters import Headquarters

DEMO_FILE = "demo.json"
_VISITS = 12


def add_arguments(demo: argparse.ArgumentParser) -> None:
    """What it can be told."""
    demo.add_argument("--seed", type=number(0, 10**12), default=1)
    demo.add_argument("--members", type=number(1, 10_000_000), default=2_000)
    demo.add_argument(
        "--campaign",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="publish a campaign (of resources/campaigns, or a file), moved in time so that it runs; may be repeated",
    )


def run(hq: Headquarters, args: argparse.Namespace) -> int:
    """Make or renew the chain. 0: done; 1: a campaign cannot be read or published."""
    from kiosk.adapters.keys.passwords import Argon2PinHasher
    from kiosk.cli.hq import DONE, FINDING, campaign_file
    from kiosk.demo.chain.build import build_demo

    try:
        campaigns = [campaign_file(name).read_text(encoding="utf-8") for name in args.campaign]
        chain = build_demo(hq, Argon2PinHasher().hash_pin, seed=args.seed, members=args.members, campaigns=campaigns)
    except (OSError, ValueError) as fault:
        complain("kiosk hq demo-data", f"{fault.filename}: {fault.strerror}" if isinstance(fault, OSError) else fault)
        return FINDING
    file = hq.context.folder.parent / DEMO_FILE
    file.write_text(json.dumps(demo_document(hq, chain), ensure_ascii=False, indent=1), encoding="utf-8")
    print(
        f"{len(chain.stores)} stores, {len(chain.members)} members, {len(chain.coupons)} coupons, "
        f"{len(chain.staff)} staff; codes to scan and PINs: {file}"
    )
    return DONE


def demo_document(hq: Headquarters, chain: DemoChain) -> dict[str, Any]:
    """What a demonstration needs: PINs and badges of the staff, and of each store some members with a pass (good for
    a day), a card, their coupons and, where a campaign runs, where HQ shows their invitation to it."""
    from kiosk.demo.chain.build import PINS
    from kiosk.hq.tokens import issue, keys

    with hq.database.write() as tx:
        key = keys.signing(hq.context, tx)
        campaigns = [edition.campaign.id for edition in hq.context.rules.of(tx).editions]
    now = instant(hq.context.clock.now_ms())
    issuer = hq.context.settings.issuer

    def invite(member: str) -> str:
        if not campaigns:
            return ""
        until = now + timedelta(days=30)
        return "/q/" + quote(issue.invitation(key, issuer, member, campaigns[0], now, until), safe=":$*-.")

    staff = [
        {
            "id": person.id,
            "name": person.name,
            "role": person.role.value,
            "stores": person.stores,
            "pin": PINS[person.role],
            "badge": chain.badges[person.id],
        }
        for person in chain.staff
    ]
    visits = {
        store.id: [
            {
                "member": member.id,
                "card_no": member.card_no,
                "pass": issue.member_pass(key, issuer, member.id, now, timedelta(days=1)),
                "invite": invite(member.id),
                "coupons": [
                    {"id": row.coupon.id, "template": row.coupon.template, "token": row.token}
                    for row in chain.coupons_of(member.id)
                ],
            }
            for member in [member for member in chain.members if member.home_store == store.id][:_VISITS]
        ]
        for store in chain.stores
    }
    return {"staff": staff, "visits": visits}
