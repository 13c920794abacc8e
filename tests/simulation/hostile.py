"""A terminal of another store with a key of its own, in the hands of somebody who means harm: it tells of what others
told, word for word or broken, as its own. Nothing of it may stop HQ, or an honest till."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.db.reading import newest_facts
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.protocol import signed_texts
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m
from tests.poison.bodies import broken
from tests.simulation.invariants import Violation

if TYPE_CHECKING:
    from tests.simulation.world import World

STORE = "banqiao"
_HEARD = 40


class Hostile:
    """It knows every journal; what HQ answers, it looks at only to go on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._key = Ed25519PrivateKey.from_private_bytes(random.Random(f"{world.seed}/hostile").randbytes(32))
        code = world.hq.enroll_code(STORE, name="stolen")
        assert code is not None
        public = self._key.public_key().public_bytes_raw()
        answer = self._ask("/v1/enroll", m.EnrollRequest(code=code, public_key=public, app_version="sim"))
        self.device = wire.decode(answer.body, m.EnrollAnswer, answer.headers["content-type"]).device
        self._hash, self._seq = facts.genesis(self.device, 1), 0
        self._open: m.PushRequest | None = None
        self.told = 0

    def _ask(self, path: str, message: Any, **headers: str) -> Any:
        sent = {"content-type": wire.MSGPACK, **headers}
        return self._world.hand_over("POST", path, sent, wire.encode(message))

    def _session(self) -> str:
        answer = self._ask("/v1/session/challenge", m.ChallengeRequest(device=self.device))
        nonce = wire.decode(answer.body, m.ChallengeAnswer, answer.headers["content-type"]).nonce
        proof = self._key.sign(signed_texts.session(self.device, nonce))
        opened = self._ask("/v1/session", m.SessionRequest(device=self.device, nonce=nonce, signature=proof))
        return wire.decode(opened.body, m.SessionAnswer, opened.headers["content-type"]).token

    def tell(self, dice: random.Random) -> int:
        """Push a few facts in one batch, first what may have been lost. Gives how many. Raises HqUnreachable,
        and Violation when HQ does not keep and acknowledge them."""
        if self._open is None:
            self._open = self._batch(dice)
        self._push(self._open)
        told = len(self._open.facts)
        self._hash, self._seq, self._open = self._open.last_hash, self._seq + told, None
        self.told += told
        return told

    def _batch(self, dice: random.Random) -> m.PushRequest:
        said: list[Fact] = []
        for terminal in self._world.terminals.values():
            said += [fact for fact, _hash in newest_facts(terminal.path, terminal.key, _HEARD)]
        raw, before, seq = [], self._hash, self._seq
        for one in dice.sample(said, min(len(said), dice.randint(1, 6))):
            seq += 1
            body = broken(dice, dict(one.body)) if dice.random() < 0.7 else one.body
            made = Fact(1, seq, one.kind, one.hlc + dice.choice((0, 1, 1 << 20)), one.at, 0, "boot", seq, "s-1", body)
            raw.append(facts.encode(made))
            before = facts.link(before, seq, raw[-1])
        return m.PushRequest(
            device=self.device,
            epoch=1,
            first=self._seq + 1,
            prev_hash=self._hash,
            last_hash=before,
            facts=tuple(raw),
            health=m.Health(app_version="sim", queue=0),
        )

    def _push(self, request: m.PushRequest) -> None:
        answer = self._ask("/v1/push", request, authorization=f"Bearer {self._session()}")
        if answer.status != 200:
            raise Violation(f"HQ answered {answer.status} to facts in a correct chain: {answer.body[:200]!r}")
        acked, last = wire.decode(answer.body, m.PushAnswer, answer.headers["content-type"]).acked, request.first - 1
        if acked != last + len(request.facts):
            raise Violation(f"HQ acknowledged {acked - last} of {len(request.facts)} facts in a correct chain")
