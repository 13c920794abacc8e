"""What HQ needs from outside, and its settings. Nothing here or below asks the operating system for time or chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.protocol.wire import limits


class KeyVault(Protocol):
    """Where private keys live: the OS key store or an encrypted file, never the database."""

    def get(self, name: str) -> bytes | None:
        """The secret under `name`."""

    def put(self, name: str, secret: bytes) -> None:
        """Keep `secret` under `name`."""


@dataclass(frozen=True, slots=True)
class HqSettings:
    """HQ's limits. Times in ms unless said."""

    issuer: str = "HQ"
    code_ttl: int = 10 * 60_000
    challenge_ttl: int = 60_000
    session_ttl_s: int = 3600
    claim_ttl: int = 96 * 3_600_000
    """How long a granted claim stays taken when the terminal tells neither of a sale nor that it gave up: the terminal
    may have sold and lost the network. As long as a lease: 24 h and 72 h of grace."""
    recall_wait: int = limits.CLAIM_WAIT_MS
    """How long a claim waits for another terminal to give the right back."""
    recall_hold: int = limits.CLAIM_HOLD_MS
    """How long one request of such a claim is kept open."""
    push_facts: int = limits.PUSH_FACTS
    push_bytes: int = limits.PUSH_BYTES
    pull_rows: int = limits.PULL_ROWS_MOST
    pull_wait_s: int = 25
    snapshot_above: int = 5_000
    """A bucket with more rows than this is not pulled from nothing: a snapshot comes first."""
    tombstones_kept: int = 30 * 24 * 3_600_000
    """How long a deleted row is remembered for terminals that were away."""
    lease_ttl_s: int = 24 * 3600
    """Seconds for which a terminal's shares of stock, budgets and totals are good."""
    lease_grace: int = 72 * 3_600_000
    """How long after that HQ waits for what a terminal did while they were good."""
    forks_an_hour: int = 3
    """How often a terminal may begin anew in an hour after it was set back; then a person has to decide."""
    count_members: int = 60
    """Members whose rewards are counted anew after a push; the others' are at the next one, or in an hour."""
    sweep_members: int = 25
    """Members of the store looked at after a push, until the day's look is done."""
    unconfirmed_coupons_a_day: int = 200
    """Coupons of one rule that HQ signs for a terminal in a day on its word alone; before it signs more of them its own
    count of the rules has to give them. Honest tills give few beyond it, and those are signed as soon as they are
    counted, with the push that told of them or one of the next."""
    lookups_a_minute: int = 60
    """Members a terminal may look up in a minute, all at once or one after the other: a shop's day has no more, and
    whoever tries numbers out gets nowhere."""
    pages_a_minute: int = 60
    """Papers for phones that one address may open in a minute: a shop's guests, but nobody who tries names."""
    codes_a_minute: int = 60
    """One-time codes that may be asked for, or tried, from one address in a minute."""
    codes_of_phone_an_hour: int = 5
    codes_of_phone_a_day: int = 10
    codes_of_asker_an_hour: int = 60
    """That one terminal may have sent."""
    codes_of_address_an_hour: int = 300
    """That may be sent for browsers behind one address: a hall full of guests, or a mobile network's many phones."""
    codes_of_invite_a_minute: int = 60
    """That may be sent for one invitation."""
    invites_a_minute: int = 600
    """Pages of invitations and their forms that one address may ask for in a minute."""
    draw_publish_s: int = 300
    """Seconds within which a draw's list is published once it is frozen; ten minutes after that its beacon is due."""
    draw_plan_days: int = 60
    """So far ahead terminals are told of draws to come."""
    draw_late_h: int = 48
    """A draw of which HQ hears so late (it was off) is held all the same; of older ones a person decides."""
    guests_kept_days: int = 30
    points_letter_days: int = 30
    """So many days before points run out a member is written to, at most once a month; 0: nobody is."""
    """Days after an event for which its guests are kept, unless the event says otherwise."""
    draws_a_minute: int = 600
    photos_a_minute: int = 6_000
    """Small pictures of photo walls, of one address: a page has up to 60."""
    """Pages and files of draws that one address may ask for in a minute: a hall that checks a result at once."""
    lookup_keep_s: int = 12 * 3600
    """Seconds for which a terminal may keep another store's member: for the hours in which HQ cannot be asked."""
    wheel_lease_s: int = 7 * 24 * 3600
    """Seconds for which a terminal may spin by a lease of a wheel, at most; no longer than its campaign."""
    wheel_beacon_ahead_s: int = 30
    """The tape of a lease follows from the first round of the beacon so many seconds after it was signed: it has to be
    public before anybody can know it."""
    wheel_missing_after: int = 72 * 3_600_000
    """How long after its time is over a lease that nobody closed counts as missing."""
    push_after: int = 0
    pull_after: int = 0

    # --- what HQ stands (docs/hq.md, "Under attack") ---
    connections: int = 8_000
    """Open at once, by each process; fewer where the system gives it fewer descriptors. Further ones wait."""
    idle_s: int = 20
    """Seconds in which a connection has to send the whole head of a request, its first or the next."""
    body_s: int = 10
    """Seconds for a body, and as many more as it has come to at `body_rate`."""
    body_rate: int = 8_192
    """Bytes a second that a body has to come at once its first seconds are over."""
    answer_piece_s: int = 30
    """Seconds in which whoever gets a long answer has to take the next 64 KiB of it."""
    requests_of_device: int = 16
    """Of one device at a time, long polls among them. For one more the one that has waited longest is let go."""
    bodies_of_device: int = 16 * 1024 * 1024
    bodies: int = 128 * 1024 * 1024
    """Bytes of bodies held at a time, of one device and of all; the first 64 KiB of each are not counted."""
    enrolments_a_minute: int = 30
    """Codes that may be tried from one address (of IPv6: one /64) in a minute, all at once or one after the other."""
    challenges_a_minute: int = 600
    """Challenges and sessions that may be asked for from one address in a minute: a large shop behind one address asks
    for some dozens after a power cut."""
    sessions_a_minute: int = 30
    """Sessions that a device may open in a minute; it needs one an hour."""
    behind_proxy: bool = False
    """A reverse proxy stands before HQ: the address counted is the last one in its X-Forwarded-For."""
