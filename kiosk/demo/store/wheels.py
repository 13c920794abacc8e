"""Draws in the demo store: what HQ would have published, with a tape that is sealed as real ones are.

Everything is real but HQ, whose part (the lease, its signature, the publication) is played here. The beacon's round is
one of drand quicknet's own.
"""

from __future__ import annotations

from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.demo.store import offers
from kiosk.demo.store.store import DEVICE, DemoStore, demo_secret
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.draws.batch import Prize
from kiosk.domain.draws.beacon import QUICKNET, Round
from kiosk.domain.draws.encoding import jcs, signed_bytes
from kiosk.domain.draws.wheel import Lease, opening_body, tape, tape_root, tape_seed, terminal_commitment
from kiosk.domain.draws.wheel_facts import WHEEL_OPENED, WheelOpened
from kiosk.domain.draws.wheel_stock import stock_of
from kiosk.domain.time import millis
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.rows import PrizeLeft, WheelRow

CAMPAIGN, WHEEL = "lucky", "lucky"
_ROUND = 657413
_BEACON = bytes.fromhex(
    "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"
)
"""A round of drand quicknet, and its signature."""
_NAMES = {
    WheelLook.WHEEL: "{zh_TW: 幸運大轉盤, zh_CN: 幸运大转盘, en: Lucky wheel}",
    WheelLook.SCRATCH: "{zh_TW: 好運刮刮樂, zh_CN: 好运刮刮乐, en: Scratch card}",
    WheelLook.GRID: "{zh_TW: 九宮格抽獎, zh_CN: 九宫格抽奖, en: Lucky grid}",
    WheelLook.CAPSULE: "{zh_TW: 好運扭蛋機, zh_CN: 好运扭蛋机, en: Capsule machine}",
    WheelLook.RAIN: "{zh_TW: 紅包雨, zh_CN: 红包雨, en: Red-packet rain}",
}
_HQ, _TERMINAL = (Ed25519PrivateKey.from_private_bytes(bytes([at]) * 32) for at in (3, 5))


def publish_wheel(store: DemoStore, look: WheelLook = WheelLook.WHEEL, *, slots: int = 40, seq: int = 1) -> str:
    """HQ publishes the campaign with a wheel of this look, and signs a lease of so many slots (0: none), whose tape the
    terminal opens and publishes; gives the lease's id."""
    text = offers.document(CAMPAIGN).replace("look: wheel", f"look: {look.value}")
    text = text.replace(_NAMES[WheelLook.WHEEL], _NAMES[look])
    for bucket, id_, row in offers.rows_of(text):
        store.publish(bucket, id_, row)
    trusted = offers.all_purpose_key()
    store.publish("chain/keys", trusted.key_id, trusted)
    campaign = read_campaign(text.encode()).campaign
    left = tuple(PrizeLeft(code, many, many) for code, many in stock_of(campaign, campaign.wheels[0]).items())
    store.publish("chain/wheels", f"{CAMPAIGN}/{WHEEL}", WheelRow(CAMPAIGN, WHEEL, left))
    shares = {"op": f"l-wheel-{seq}", "quantities": whole_quantities(campaign)}
    store.ledger.run(lambda tx: tx.append(LEASE_CHANGED, "system", shares))
    if not slots:
        return ""
    stock = stock_of(campaign, campaign.wheels[0])
    counts = tuple(Prize(code, n) for code, many in stock.items() if (n := many * slots // sum(stock.values()) or 1))
    return _open(store, counts, seq)


def _open(store: DemoStore, counts: tuple[Prize, ...], seq: int) -> str:
    """The lease comes, its tape is made, and HQ has the root."""
    op = f"wheel-{seq}"
    secret, now = demo_secret(op), store.now()
    lease = Lease(
        campaign=CAMPAIGN,
        lease_id=f"{WHEEL}.{seq}",
        terminal=DEVICE,
        seq=seq,
        counts=counts,
        commit_terminal=terminal_commitment(secret).hex(),
        beacon=Round(QUICKNET.hash, _ROUND),
        valid_from=millis(now - timedelta(days=1)) // 1000,
        valid_to=millis(now + timedelta(days=9)) // 1000,
        rules_hash=bytes(32).hex(),
    )
    codes = tape(lease.counts, tape_seed(lease.hash(), secret, _BEACON))
    root = tape_root(lease.lease_id, codes, secret)
    said = WheelOpened(
        lease=lease.lease_id,
        op=op,
        campaign=CAMPAIGN,
        wheel=WHEEL,
        body=jcs(lease.body()).decode(),
        key_id="aa",
        signature=_HQ.sign(signed_bytes(lease.body())).hex(),
        beacon=_BEACON.hex(),
        root=root.hex(),
        root_signature=_TERMINAL.sign(signed_bytes(opening_body(lease, root))).hex(),
        size=lease.size,
    )
    store.ledger.run(lambda tx: tx.append(WHEEL_OPENED, "system", WHEEL_OPENED.write(said)))
    store.acknowledge()
    return lease.lease_id
