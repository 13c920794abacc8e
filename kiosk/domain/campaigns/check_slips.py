"""What a campaign file says and its author hardly means: percentages that look like 折, a price for every piece in the
shop, an end at 23:59."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.check_discounts import ways_of
from kiosk.domain.campaigns.coupons import as_discount
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.findings import Finding, error, warning
from kiosk.domain.money import plain, rounding_unit

_ONE, _HALF, _ALL = 1_00, 50_00, 100_00
_LAST = time(23, 59)


def slips(campaign: Campaign) -> Iterator[Finding]:
    """All of them."""
    yield from _minutes(campaign)
    for index, spec in enumerate(campaign.coupons):
        path = f"coupons[{index}]"
        yield from _discount(campaign, as_discount(spec), path)
    for index, rule in enumerate(campaign.rules):
        for place, give in enumerate(rule.give):
            if isinstance(give, g.Discount):
                yield from _discount(campaign, give, f"rules[{index}].give[{place}].{give.KEY}")


def _discount(campaign: Campaign, give: g.Discount, at: str) -> Iterator[Finding]:
    yield from _percent(give.percent, f"{at}.percent")
    yield from _percent(give.most_percent or 0, f"{at}.most_percent", high=False)
    if not give.for_points:
        yield from _coin(campaign, give.off, f"{at}.off")
    yield from _coin(campaign, give.off_piece, f"{at}.off_piece")
    yield from _whole(campaign, give.price, f"{at}.price")
    for name, group in (("bundle", give.bundle), ("set", give.set_)):
        if group is not None:
            yield from _whole(campaign, group.price, f"{at}.{name}.price")
            yield from _percent(group.percent, f"{at}.{name}.percent")
            yield from _coin(campaign, group.off, f"{at}.{name}.off")
    if give.buy and give.free > give.buy:
        words = "of {all} pieces {free} are free: more than are paid. Are `buy` and `free` the other way round?"
        yield warning("mostly_free", f"{at}.free", words, all=give.buy + give.free, free=give.free)
    if give.items or give.categories:
        return
    if give.price is not None and give.pick is None and give.piece_price is None:
        words = "no goods are named: every piece in the shop costs {price}. Add `items` or `categories`"
        yield error("whole_shop", f"{at}.price", words, price=plain(give.price, campaign.currency))
    elif give.bundle is not None and give.piece_price is None:
        yield warning("whole_shop", f"{at}.bundle", "no goods are named: any pieces in the shop make a bundle")
    elif give.free and give.piece_price is None:
        words = "no goods are named: the cheapest pieces of the whole basket are free. Is that meant?"
        yield warning("whole_shop", f"{at}.buy", words)
    elif ways_of(give) and (give.for_each is not None or (give.percent == _ALL and give.pieces)):
        yield warning("whole_shop", at, "no goods are named: it is given on any piece in the shop")
    elif give.percent == _ALL and _unbounded(give):
        yield warning("whole_shop", f"{at}.percent", "100 % off, and no goods are named: everything is free")


def _unbounded(give: g.Discount) -> bool:
    """Whether a percentage is one of everything that is bought."""
    return give.most is None and give.most_percent is None and give.pick is None and give.piece_price is None


def _percent(share: int, path: str, *, high: bool = True) -> Iterator[Finding]:
    """`share` in basis points of what is taken off. 9 折 leaves 90 %."""
    said = f"{share / 100:g}"
    if 0 < share < _ONE:
        tenths = share / 10  # 0.8 is 8 折
        words = "{percent} % is less than one in a hundred; if {fold} 折 is meant, write {meant}"
        yield warning("fold", path, words, percent=said, fold=f"{tenths:g}", meant=f"{100 - share:g}")
    elif high and _HALF < share < _ALL:
        words = "{percent} % is taken off and the customer pays {rest} %; if {fold} 折 is meant, write {rest}"
        fold = share / 1_000 if share % 1_000 == 0 else share / 100
        yield warning("fold", path, words, percent=said, rest=f"{100 - share / 100:g}", fold=f"{fold:g}")


def _coin(campaign: Campaign, amount: int, path: str) -> Iterator[Finding]:
    unit = rounding_unit(campaign.currency)
    if 0 < amount < unit:
        words = "less than {coin} {currency}, which is the smallest that is paid: it takes nothing off"
        coin = plain(unit, campaign.currency)
        yield error("no_effect", path, words, coin=coin, currency=campaign.currency)
    yield from _whole(campaign, amount, path)


def _whole(campaign: Campaign, amount: int | None, path: str) -> Iterator[Finding]:
    """An amount that no coins make up."""
    unit = rounding_unit(campaign.currency)
    if amount is not None and amount > unit and amount % unit:
        words = (
            "{amount} {currency} cannot be paid: the smallest coin is {coin}, and what is taken off is cut down to it"
        )
        coin, said = plain(unit, campaign.currency), plain(amount, campaign.currency)
        yield warning("no_coin", path, words, amount=said, currency=campaign.currency, coin=coin)


def _minutes(campaign: Campaign) -> Iterator[Finding]:
    """Ends that are excluded, written as if they were the last minute."""
    for index, phase in enumerate(campaign.phases):
        if phase.ends.time() == _LAST:
            meant = f"{_midnight_after(phase.ends.date())} 00:00"
            words = "the end is excluded, so the last minute is lost: write {meant}"
            yield warning("last_minute", f"phases[{index}].ends", words, meant=meant)
    for path, spans in _hours(campaign):
        for place, span in enumerate(spans):
            if span.since == span.until:
                words = "from {time} to {time} is the whole day, around the clock: leave it out, or write other hours"
                yield warning("whole_day", f"{path}.times[{place}]", words, time=f"{span.since:%H:%M}")
            if span.until == _LAST:
                words = "the end is excluded, so the last minute is lost: write {meant}"
                meant = f"{span.since:%H:%M}-00:00"
                yield warning("last_minute", f"{path}.times[{place}]", words, meant=meant)


def _hours(campaign: Campaign) -> Iterator[tuple[str, tuple[TimeSpan, ...]]]:
    """All hours of the day that the file names, with what they stand in."""
    for index, spec in enumerate(campaign.coupons):
        yield f"coupons[{index}]", spec.times
    for index, rule in enumerate(campaign.rules):
        path = f"rules[{index}].if"
        yield path, rule.if_.times
        for name, groups in (("any_of", rule.if_.any_of), ("all_of", rule.if_.all_of)):
            for place, group in enumerate(groups):
                yield f"{path}.{name}[{place}]", group.times


def _midnight_after(day: date) -> date:
    return (datetime.combine(day, time()) + timedelta(days=1)).date() if day < date.max else day
