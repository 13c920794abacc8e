"""Campaigns: files that HQ signs and publishes, every version of each as an edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.coupons import template_id, template_of
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.findings import Finding, Severity, error
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.coupons import judging
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.editions import EDITIONS, any_published, campaign_in
from kiosk.hq.rows.publish import RowChange, all_rows, publish, published_row, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import keys
from kiosk.protocol.campaigns.file import CampaignFileError, read_campaign
from kiosk.protocol.campaigns.problems import Problem
from kiosk.protocol.campaigns.signature import sign
from kiosk.protocol.rows import EditionRow

HEADERS = Bucket(CHAIN, "campaigns")
TEMPLATES = Bucket(CHAIN, "templates")
STORES = Bucket(CHAIN, "stores")
_LOCK = "campaigns"
_FIRST_YEAR, _LAST_YEAR = 1971, 9998


@dataclass(frozen=True, slots=True)
class CampaignPublished:
    """In force from `since` (ms since 1970). `first`: no edition of any campaign had been published before."""

    campaign: Campaign
    since: int
    first: bool = False


@dataclass(frozen=True, slots=True)
class CampaignRefused:
    """`code`: unreadable, mistakes, id_taken, old_version, before_last_edition,
    no_such_time or other_currency. `problems`: mistakes in the writing with line and column, or
    findings."""

    code: str
    problems: tuple[Problem | Finding, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What is wrong, in English."""
        return tuple(one.words for one in self.problems)


def publish_campaign(
    context: Context, tx: Tx, document: str, since: int | None = None, *, refuse_mistakes: bool = False
) -> CampaignPublished | CampaignRefused:
    """Sign a campaign file and publish it, in force from `since` (ms since 1970; now when not given); that ends the
    edition before it. The file that is in force already is left as it is. `refuse_mistakes`: what `campaign check`
    calls an error is one here too."""
    tx.hold([_LOCK])
    now = context.clock.now_ms()
    since = (now if since is None else since) // 1000 * 1000
    try:
        campaign = read_campaign(document.encode()).campaign
    except CampaignFileError as fault:
        return CampaignRefused("unreadable", fault.problems)
    mistakes = [one for one in check(campaign) if one.severity is Severity.ERROR] if refuse_mistakes else []
    if mistakes:
        return CampaignRefused("mistakes", tuple(mistakes))
    before = [row for row in all_rows(tx, EDITIONS, EditionRow) if row.campaign == campaign.id]
    last = max(before, key=lambda row: row.version, default=None)
    if last is not None and last.until is None and last.document == document:
        return CampaignPublished(campaign, millis(last.since))
    refused = _refused(tx, campaign, last, since)
    if refused is not None:
        return refused
    first = not any_published(tx)
    began = instant(since)
    row = EditionRow(campaign.id, campaign.version, began, None, document, _signature(context, tx, campaign))
    changes = [_edition(row)]
    if last is not None and (last.until is None or last.until > began):
        changes.append(_edition(replace(last, until=began)))
    changes.append(RowChange(HEADERS, campaign.id, _header(tx, campaign)))
    templates = [template_of(campaign, spec) for spec in campaign.coupons]
    judging.limits_change(tx, {one.id: one.units for one in templates}, now)
    changes += [RowChange(TEMPLATES, template.id, template) for template in templates]
    publish(tx, changes, now)
    return CampaignPublished(campaign, since, first)


def withdraw_campaign(context: Context, tx: Tx, name: str, *, keep_coupons: bool = False) -> Campaign | None:
    """End a campaign now. Its coupons are refused from now on, unless they are to be kept. None if no such campaign is
    in force or still to come."""
    now = context.clock.now_ms()
    tx.hold([_LOCK])
    ended = instant(now)
    editions = [row for row in all_rows(tx, EDITIONS, EditionRow) if row.campaign == name]
    running = [row for row in editions if row.until is None or row.until > ended]
    if not running:
        return None
    campaign = campaign_in(running[-1].document)
    changes = [_edition(replace(row, until=max(ended, row.since))) for row in running]
    header = _header(tx, campaign)
    if not keep_coupons:
        header = replace(header, withdrawn=True)
        ids = {template_id(name, spec.id) for row in editions for spec in campaign_in(row.document).coupons}
        found = published_rows(tx, "templates", ids, CouponTemplate)
        changes += [RowChange(TEMPLATES, one, replace(row, withdrawn=True)) for one, (_, row) in found.items()]
    elif header.ends > ended:
        header = replace(header, starts=min(header.starts, ended), ends=ended)
    changes.append(RowChange(HEADERS, name, header))
    publish(tx, changes, now)
    return campaign


def sign_again(context: Context, tx: Tx, key_id: str) -> None:
    """A key was withdrawn: what it signed is signed by another, or terminals would leave it out."""
    signed = [row for row in all_rows(tx, EDITIONS, EditionRow) if f'"{key_id}"' in row.signature]
    changes = [_edition(replace(row, signature=_signature(context, tx, campaign_in(row.document)))) for row in signed]
    publish(tx, changes, context.clock.now_ms())


def _signature(context: Context, tx: Tx, campaign: Campaign) -> str:
    key = keys.signing(context, tx, keys.CAMPAIGNS)
    return sign(campaign, key.key_id.hex(), Ed25519PrivateKey.from_private_bytes(key.private)).decode()


def _refused(tx: Tx, campaign: Campaign, last: EditionRow | None, since: int) -> CampaignRefused | None:
    if last is None and published_row(tx, HEADERS, campaign.id, CampaignHeader) is not None:
        return _no("id_taken", "id", "a campaign `{id}` without a file is published already", id=campaign.id)
    if last is not None and campaign.version <= last.version:
        words = "version {version} is published already: give it a higher one"
        return _no("old_version", "version", words, version=last.version)
    if last is not None and since < millis(last.since):
        words = "version {version} is in force from {since} on"
        return _no("before_last_edition", "version", words, version=last.version, since=last.since)
    if campaign.starts.year < _FIRST_YEAR or campaign.ends.year > _LAST_YEAR:
        words = "from {starts} to {ends}: such years are not reckoned with"
        return _no("no_such_time", "phases", words, starts=campaign.starts, ends=campaign.ends)
    stores = [store for store in _stores(tx, campaign) if store.currency != campaign.currency]
    words = "{store} sells in {theirs}, not in {ours}"
    problems = [
        error("other_currency", "currency", words, store=store.id, theirs=store.currency, ours=campaign.currency)
        for store in stores
    ]
    return CampaignRefused("other_currency", tuple(problems)) if problems else None


def _no(code: str, path: str, words: str, /, **args: object) -> CampaignRefused:
    return CampaignRefused(code, (error(code, path, words, **args),))


def _stores(tx: Tx, campaign: Campaign) -> Sequence[Store]:
    return [store for store in all_rows(tx, STORES, Store) if not campaign.stores or store.id in campaign.stores]


def _header(tx: Tx, campaign: Campaign) -> CampaignHeader:
    """From when it begins in the first store until it has ended in the last."""
    zones = {ZoneInfo(store.zone) for store in _stores(tx, campaign)} or {ZoneInfo("UTC")}

    def instants(wall: datetime) -> list[datetime]:
        return [wall.replace(tzinfo=zone).astimezone(UTC) for zone in zones]

    return CampaignHeader(campaign.id, campaign.name, min(instants(campaign.starts)), max(instants(campaign.ends)))


def _edition(row: EditionRow) -> RowChange:
    return RowChange(EDITIONS, f"{row.campaign}/{row.version}", row)
