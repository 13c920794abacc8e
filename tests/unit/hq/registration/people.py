"""People who register at terminals of a test."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kiosk.domain.registration.person import Person, canonical, commitment
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.wire.messages import PersonRecord, PersonsAnswer, PersonsRequest
from tests.unit.hq.rig import Terminal

PHONE = "+886912000001"


@dataclass(frozen=True)
class Newcomer:
    """Somebody, and the salt of their terminal."""

    person: Person
    salt: bytes = b"s" * 32

    @property
    def member(self) -> str:
        return self.person.member

    @property
    def record(self) -> PersonRecord:
        return PersonRecord(member=self.member, salt=self.salt, data=canonical(self.person))


def somebody(member: str, name: str = "陳美麗", phone: str = PHONE, **more: Any) -> Newcomer:
    return Newcomer(Person(member, name, phone, **more))


def register(till: Terminal, who: Newcomer, **body: Any) -> None:
    """Journal and push that they registered there."""
    said = {"member": who.member, "person": commitment(who.salt, who.person), "consents": [["service", "1"]], **body}
    till.fact("member.registered", said)
    till.push()


def tell(till: Terminal, *people: Newcomer) -> PersonsAnswer:
    """Tell HQ who they are."""
    return till.ok("/v1/persons", PersonsRequest(persons=tuple(one.record for one in people)), PersonsAnswer)


def join(till: Terminal, who: Newcomer, **body: Any) -> None:
    """Both."""
    register(till, who, **body)
    assert tell(till, who).kept == (who.member,)


def members(hq: Headquarters, till: Terminal) -> dict[str, Any]:
    """Rows of members that the terminal's store gets."""
    del hq
    return till.rows(f"store/{till.store}/members")


def with_phone(who: Newcomer, phone: str) -> Newcomer:
    return replace(who, person=replace(who.person, phone=phone))
