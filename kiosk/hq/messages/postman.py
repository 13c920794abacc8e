"""Sends what waits in the outbox: one thread of HQ's process for each channel, so that slow mail holds up no code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import func, select, update

from kiosk.domain.time import instant, millis
from kiosk.hq import logs
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.messages import outbox, texts
from kiosk.hq.messages.gateways import Answer, Channel, Down, Gateway, Later, Letter, Never, Sent
from kiosk.hq.messages.outbox import State
from kiosk.hq.messages.settings import MailSettings, SmsSettings, minutes, secret_of, settings_of, topic
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import message
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.worker import Worker

_LEASE_MS = 10 * 60_000
"""A letter that somebody began to send and said no more about is tried again: longer than any gateway's time-outs."""
_FIRST_MS, _FIRST_URGENT_MS, _MOST_MS = 30_000, 4_000, 2 * 3_600_000
_PAUSE_MS, _MOST_PAUSE_MS = 10_000, 10 * 60_000
_DAY_MS = 86_400_000


def gateway(tx: Tx, context: Context, channel: Channel) -> Gateway | None:
    """The channel's gateway as it is set now; None where there is none."""
    if channel is Channel.MAIL:
        mail = settings_of(tx, channel, MailSettings)
        if mail is None:
            return None
        from kiosk.hq.messages.smtp import SmtpGateway

        chain = brands.brand(tx)
        return SmtpGateway(mail, secret_of(context, channel), context.clock, chain.name.zh_TW if chain else "")
    sms = settings_of(tx, channel, SmsSettings)
    if sms is None:
        return None
    from kiosk.hq.messages.sms import SmsGateway

    return SmsGateway(sms, secret_of(context, channel), context.clock)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A letter that is being sent, with what is needed to say what became of it."""

    row: Any
    letter: Letter
    gateway: Gateway


class Postman(Worker):
    """One channel's. `gateway_of`: how its gateway is found; another one in tests of its own.

    What becomes of a letter is told in transactions of their own, before and after it is handed over: nobody waits at
    the database for a gateway. After a crash in between it is sent again under the same id.
    """

    def __init__(
        self,
        context: Context,
        channel: Channel,
        gateway_of: Callable[[Tx, Context, Channel], Gateway | None] = gateway,
    ) -> None:
        self.channel, self._gateway_of = channel, gateway_of
        super().__init__(context, channel=channel.value)
        self._paused_until = 0
        """ms, monotonic: the gateway is not asked before."""
        self._pauses = 0

    def heeds(self, topics: frozenset[str]) -> bool:
        """A letter of the channel."""
        return topic(self.channel) in topics

    def once(self) -> int | None:
        """Send one letter, the most urgent that is due. Gives how long there is nothing to do (ms; 0: go on at once;
        None: as far as is known, for ever)."""
        context = self._context
        with context.database.read() as tx:  # who has nothing to send keeps nobody from writing
            due = self._next_at(tx)
        now = context.clock.now_ms()
        paused = self._paused_until - context.clock.mono_ms()
        if due is None:
            return None
        if due > now or paused > 0:
            return max(due - now, paused)
        with context.database.write() as tx:
            taken = self._take(tx)
        if taken is None:
            return 0
        if isinstance(taken, int):
            return taken
        answer = taken.gateway.send(taken.letter)
        with context.database.write() as tx:
            self._note(tx, taken.row, answer)
        return 0

    # -- taking --------------------------------------------------------------------------------------------------------

    def _mine(self) -> Any:
        return (message.c.store == CHAIN) & (message.c.channel == self.channel.value)

    def _open(self) -> Any:
        return self._mine() & message.c.state.in_((State.WAITING, State.SENDING))

    def _next_at(self, tx: Tx) -> int | None:
        query = select(func.min(message.c.next_at), func.min(message.c.until)).where(self._open())
        first, late = tx.execute(query).one()
        return None if first is None else min(int(first), int(late))

    def _take(self, tx: Tx) -> _Taken | int | None:
        """A letter that is due, noted as being sent. None: none is; a number: not for so long."""
        context, now = self._context, self._context.clock.now_ms()
        tx.hold([f"messages/{self.channel}"])
        outbox.forget_old(tx, now)
        self._give_up(tx, now)
        due = self._open() & (message.c.next_at <= now)
        query = select(message).where(due).order_by(message.c.urgent.desc(), message.c.next_at, message.c.message)
        found = self._gateway_of(tx, context, self.channel)
        row = tx.execute(query.limit(1)).one_or_none()
        if row is None:
            return None
        if found is None:  # there was one when the letter was written
            self._put_off(tx, row, "no_gateway", now + _MOST_PAUSE_MS)
            return 0
        wakes = self._quiet_until(tx, row, now)
        if wakes is not None:
            self._put_off(tx, row, row.why, wakes)
            return 0
        if self._spent(tx, now):
            self._put_off(tx, row, "most_a_day", now + _MOST_PAUSE_MS)
            return self._pause(_MOST_PAUSE_MS, "most_a_day")
        letter = _written(tx, row)
        tx.execute(
            update(message)
            .where(message.c.store == CHAIN, message.c.message == row.message)
            .values(state=State.SENDING.value, next_at=now + _LEASE_MS)
        )
        return _Taken(row, letter, found)

    def _give_up(self, tx: Tx, now: int) -> None:
        """What would come too late."""
        late = self._open() & (message.c.until <= now)
        done: dict[str, Any] = {"state": State.FAILED.value, "done_at": now}
        tx.execute(update(message).where(late, message.c.urgent == 0).values(done))
        tx.execute(update(message).where(late).values(_over(State.FAILED, now)))

    def _put_off(self, tx: Tx, row: Any, why: str, until: int) -> None:
        mine = (message.c.store == CHAIN) & (message.c.message == row.message)
        tx.execute(update(message).where(mine).values(next_at=until, why=why, state=State.WAITING.value))

    def _quiet_until(self, tx: Tx, row: Any, now: int) -> int | None:
        """When the hours in which nobody is woken are over; None outside of them."""
        if row.urgent or not row.zone or self.channel is not Channel.SMS:
            return None
        said = settings_of(tx, Channel.SMS, SmsSettings)
        if said is None or said.quiet is None:
            return None
        return quiet_until(said.quiet, row.zone, now)

    def _spent(self, tx: Tx, now: int) -> bool:
        """Whether as many went out in a day as may."""
        if self.channel is not Channel.SMS:
            return False
        said = settings_of(tx, Channel.SMS, SmsSettings)
        sent = self._mine() & (message.c.state == State.SENT) & (message.c.done_at > now - _DAY_MS)
        count = tx.execute(select(func.count()).select_from(message).where(sent)).scalar_one()
        return said is not None and int(count) >= said.most_a_day

    # -- what became of it ---------------------------------------------------------------------------------------------

    def _note(self, tx: Tx, row: Any, answer: Answer) -> None:
        now = self._context.clock.now_ms()
        mine = (message.c.store == CHAIN) & (message.c.message == row.message)
        if isinstance(answer, Down):
            wait = self._pause(answer.after_ms, answer.why)
            # behind others that are due: were it this letter after all, it would not hold them up
            tx.execute(
                update(message).where(mine).values(state=State.WAITING.value, next_at=now + wait, why=answer.why)
            )
            return
        self._pauses = 0
        tries = row.tries + 1
        said: dict[str, Any] = {"tries": tries}
        if isinstance(answer, Sent):
            said |= _over(State.SENT, now) | {"ref": answer.ref, "why": ""}
        elif isinstance(answer, Never):
            over: dict[str, Any] = {"state": State.FAILED.value, "done_at": now}
            said |= (_over(State.FAILED, now) if row.urgent else over) | {"why": answer.why}
        else:
            again = now + self._later(row, tries, answer)
            said |= {"state": State.WAITING.value, "next_at": again, "why": answer.why}
        tx.execute(update(message).where(mine).values(said))
        logs.logger().info(
            "message",
            message=row.message,
            channel=self.channel.value,
            kind=row.kind,
            state=said["state"],
            why=said["why"],
            tries=tries,
        )

    def _later(self, row: Any, tries: int, answer: Later) -> int:
        """In how many ms it is tried again: twice as long each time, never all at once."""
        first = _FIRST_URGENT_MS if row.urgent else _FIRST_MS
        usual = min(first << min(tries - 1, 12), _MOST_MS)
        if row.urgent and answer.after_ms is not None:
            usual = min(answer.after_ms, 60_000)
        elif answer.after_ms is not None:
            usual = max(usual, answer.after_ms)
        return int(usual * self._context.random.uniform(1.0, 1.3))

    def _pause(self, after_ms: int | None, why: str) -> int:
        """Leave the gateway alone for a while; gives for how long."""
        self._pauses += 1
        wait = min(_PAUSE_MS << min(self._pauses - 1, 10), _MOST_PAUSE_MS) if after_ms is None else after_ms
        wait = max(1000, int(wait * self._context.random.uniform(1.0, 1.2)))
        self._paused_until = self._context.clock.mono_ms() + wait
        if self._pauses == 1:  # once for each time it goes down
            logs.logger().warning("gateway", channel=self.channel.value, why=why)
        return wait


def send_now(context: Context, channel: Channel, to: str, language: str) -> Answer | None:
    """A test letter, past the outbox. None where there is no gateway. Raises what the key store raises."""
    with context.database.read() as tx:
        found = gateway(tx, context, channel)
        said = texts.texts(tx)
        words = {"brand": _brand(tx, language)}
    if found is None:
        return None
    subject = said[f"test.{channel}.subject"].get(language) if channel is Channel.MAIL else ""
    text = said[f"test.{channel}.text"].get(language)
    letter = Letter(context.new_id("m", 12), to, texts.filled(text, words), texts.filled(subject, words))
    return found.send(letter)


def quiet_until(quiet: tuple[str, str], zone: str, now: int) -> int | None:
    """The end (ms) of the quiet hours that `now` lies in; None where it lies in none."""
    begins, ends = (minutes(text) or 0 for text in quiet)
    if begins == ends:
        return None
    local = instant(now).astimezone(ZoneInfo(zone))
    at = local.hour * 60 + local.minute
    if not (begins <= at < ends if begins < ends else at >= begins or at < ends):
        return None
    day = local.date() + timedelta(days=1 if at >= ends else 0)
    return millis(datetime.combine(day, time(ends // 60, ends % 60), local.tzinfo))


def _over(state: State, now: int) -> dict[str, Any]:
    """Nobody needs to know any more whom it went to, nor what it said."""
    return {"state": state.value, "done_at": now, "next_at": now, "recipient": "", "words": "{}"}


def _written(tx: Tx, row: Any) -> Letter:
    said = texts.texts(tx)
    words = {"brand": _brand(tx, row.language), **msgspec.json.decode(row.words, type=dict[str, str])}
    text = said[f"{row.kind}.{row.channel}.text"].get(row.language)
    made = Letter(row.message, row.recipient, texts.filled(text, words))
    if row.channel == Channel.MAIL:
        subject = texts.filled(said[f"{row.kind}.mail.subject"].get(row.language), words)
        made = replace(made, subject=" ".join(subject.split()))
    return made


def _brand(tx: Tx, language: str) -> str:
    found = brands.brand(tx)
    return found.name.get(language) if found is not None else ""
