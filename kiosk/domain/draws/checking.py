"""What both kinds of published files have checked: who signed, and the beacon."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from kiosk.domain.draws.beacon import QUICKNET, Chain, Round
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.published import HQ, TERMINAL, BeaconSeed, Signed
from kiosk.domain.draws.report import Args, Check, Code, Limit, Note, NoteCode, Report

SignatureCheck = Callable[[bytes, bytes, bytes], bool]
"""(public key, message, signature) → whether it is good (Ed25519)."""
BeaconCheck = Callable[[Chain, int, bytes], bool]
"""(chain, round, signature) → whether the chain signed the round."""


class Checking:
    """Gathers what is checked. `publishers`: keys that may seal the file."""

    def __init__(
        self, signature_is_good: SignatureCheck, beacon_is_good: BeaconCheck, trusted: Collection[str] | None
    ) -> None:
        self.signature_is_good, self.beacon_is_good = signature_is_good, beacon_is_good
        self.trusted = trusted
        self.publishers: set[str] = set()
        self._checks: list[Check] = []
        self._notes: list[Note] = []
        self._limits: list[Limit] = []

    def say(self, code: Code, ok: bool, **args: str | int) -> bool:
        """A check was made; what it points at matters only where it failed, and whose it was always."""
        told = {name: value for name, value in args.items() if not ok or name in ("role", "name", "key")}
        self._checks.append(Check(code, ok, told))
        return ok

    def made(self, code: Code, ok: bool, **args: str | int) -> tuple[Check, ...]:
        """All checks, with one more."""
        self.say(code, ok, **args)
        return tuple(self._checks)

    def note(self, code: NoteCode, **args: str | int) -> None:
        """Something has to be known."""
        self._notes.append(Note(code, args))

    def limit(self, *limits: Limit) -> None:
        """Something cannot be checked."""
        self._limits += limits

    def report(self, subject: Args) -> Report:
        """All of it."""
        return Report(tuple(self._checks), tuple(self._notes), tuple(self._limits), subject)

    def signatures(self, signatures: Iterable[Signed], body: Any, needed: tuple[str, ...]) -> None:
        """Each signature of the manifest or lease; one of a role that is needed has to be among them."""
        signatures = list(signatures)
        message = signed_bytes(body)
        for i, signed in enumerate(signatures):
            at = f"signatures.{i}"
            good = self.signature_is_good(bytes.fromhex(signed.key), message, bytes.fromhex(signed.signature))
            twice = any(other.key == signed.key for other in signatures[:i])
            field = f"{at}.key" if twice else f"{at}.signature"
            self.say(Code.SIGNATURE, good and not twice, field=field, role=signed.role, name=signed.name)
            if good:
                self.vouched(f"{at}.key", signed.key, signed.role)
            if signed.role in (HQ, TERMINAL):
                self.publishers.add(signed.key)
        self.say(Code.SIGNED, any(signed.role in needed for signed in signatures), field="signatures")

    def vouched(self, field: str, key: str, role: str) -> None:
        """Whether a key is one that was handed in; when none were, the reader has to compare it."""
        if self.trusted is None:
            self.note(NoteCode.KEYS_NOT_VOUCHED, role=role, key=key)
        else:
            self.say(Code.KEY, key in self.trusted, field=field, key=key)

    def beacon(self, named: Round, given: Chain | None, seed: BeaconSeed, field: str) -> Chain | None:
        """The round that came out: of the chain that was named, the round that was named, signed by it. None where no
        key of that chain is known."""
        chain = QUICKNET if named.chain == QUICKNET.hash else given
        if chain is None or chain.hash != named.chain or (given is not None and given.hash != named.chain):
            self.say(Code.CHAIN, False, field="chain")
            return None
        self.say(Code.CHAIN, True)
        if chain != QUICKNET:
            self.note(NoteCode.NOT_PUBLIC_BEACON, chain=chain.hash)
        if self.say(
            Code.BEACON_ROUND, seed.round == named.round, field=f"{field}.round", expected=named.round, found=seed.round
        ):
            good = self.beacon_is_good(chain, seed.round, bytes.fromhex(seed.signature))
            self.say(Code.BEACON_SIGNATURE, good, field=f"{field}.signature")
        return chain
